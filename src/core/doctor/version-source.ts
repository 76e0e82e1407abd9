import { parse } from "smol-toml";
import { asList, asTable, asText, tomlLines } from "../documents/index.ts";

/** A tool that makes the version of what is built from git tags. */
export interface VersionSource {
  readonly tool: string;
  readonly file: string;
  readonly line: number;
}

/** Requirements of a build that read tags (their own documentations). */
const BY_REQUIREMENT =
  /^(setuptools[-_]scm|hatch-vcs|versioningit|setuptools-git-versioning|uv-dynamic-versioning|poetry-dynamic-versioning|dunamai|flit[-_]scm|versioneer|miniver|vcs-versioning)\b/i;

/**
 * @param text pyproject.toml
 * @param file its path
 * @returns what makes the version from tags; undefined when the version is written down, or the file is no TOML
 */
export function versionSourceOf(text: string, file: string): VersionSource | undefined {
  let document: Readonly<Record<string, unknown>>;
  try {
    document = asTable(parse(text));
  } catch {
    return undefined;
  }
  const lineOf = tomlLines(text);
  const isDynamic = asList(asTable(document["project"])["dynamic"]).includes("version");
  const requires = asList(asTable(document["build-system"])["requires"]).map((one) => asText(one) ?? "");
  const tool = requires.map((one) => BY_REQUIREMENT.exec(one)?.[1]).find((name) => name !== undefined);
  if (tool !== undefined && (isDynamic || document["project"] === undefined)) {
    return { tool: tool.toLowerCase(), file, line: lineOf(["build-system", "requires"]) };
  }
  const pdm = asTable(asTable(asTable(document["tool"])["pdm"])["version"]);
  if (isDynamic && pdm["source"] === "scm")
    return { tool: "pdm-backend", file, line: lineOf(["tool", "pdm", "version"]) };
  return undefined;
}
