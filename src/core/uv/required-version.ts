import { TomlError } from "smol-toml";
import { z } from "zod";
import { type Problem, TurnpikeError } from "../../errors.ts";
import { parseToml } from "../documents/index.ts";

/** A file of the project as it was read. */
export interface ProjectFile {
  /** Relative to the repository's root, for people. */
  readonly path: string;
  readonly text: string;
}

function asTable(value: unknown): Readonly<Record<string, unknown>> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value);
  return parsed.success ? parsed.data : {};
}

/**
 * Reads a TOML file of the project.
 *
 * @param file uv.toml, pyproject.toml or uv.lock
 * @returns the document
 * @throws TurnpikeError `CONFIG_UNREADABLE` with the line and column of what is no TOML
 */
function readToml(file: ProjectFile): Readonly<Record<string, unknown>> {
  try {
    return asTable(parseToml(file.text));
  } catch (cause) {
    const place = cause instanceof TomlError ? { line: cause.line, column: cause.column } : {};
    const said = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "";
    const problem: Problem = { where: file.path, ...place, message: said.replace(/^Invalid TOML document: /, "") };
    throw new TurnpikeError("CONFIG_UNREADABLE", "config", `${file.path} is not TOML; uv would refuse it too.`, {
      problems: [problem],
      cause,
    });
  }
}

function textAt(document: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  let value: unknown = document;
  for (const key of keys) value = asTable(value)[key];
  return typeof value === "string" ? value : undefined;
}

/**
 * @param file uv.toml or pyproject.toml
 * @returns the project's `required-version` (uv settings reference), or undefined
 */
export function readRequiredVersion(file: ProjectFile): string | undefined {
  const keys = file.path.endsWith("uv.toml") ? ["required-version"] : ["tool", "uv", "required-version"];
  return textAt(readToml(file), keys);
}

/**
 * @param file pyproject.toml
 * @returns `project.requires-python`, or undefined
 */
export function readRequiresPython(file: ProjectFile): string | undefined {
  return textAt(readToml(file), ["project", "requires-python"]);
}

/** True when a pyproject.toml holds settings of uv, so that uv stops looking further up. */
export function hasUvSettings(file: ProjectFile): boolean {
  return asTable(readToml(file)["tool"])["uv"] !== undefined;
}

/** True when a pyproject.toml makes its folder the root of a workspace, whose lock serves all members. */
export function isWorkspaceRoot(file: ProjectFile): boolean {
  return asTable(asTable(readToml(file)["tool"])["uv"])["workspace"] !== undefined;
}
