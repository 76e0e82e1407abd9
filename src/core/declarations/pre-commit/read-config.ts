import { TomlError } from "smol-toml";
import { asList, asTable, asText, isTable, parseToml, readYaml, type Table } from "../../documents/index.ts";
import type { DeclarationSource, Unread } from "../declaration.ts";

/** Files that pre-commit and prek read, at the root of a repository only. */
const NAMES = [".pre-commit-config.yaml", ".pre-commit-config.yml", "prek.toml"];
const MAX_BYTES = 256 * 1024;

/** One hook as the configuration has it. */
export interface ConfiguredHook {
  readonly id: string;
  /** URL, `local`, `meta` or `builtin`. */
  readonly repo: string;
  /** Version of the hook's tool as it is pinned; a comment behind a commit counts (`# frozen: v1.2`). */
  readonly version: string | undefined;
  readonly settings: Table;
  readonly line: number;
}

/** A configuration of pre-commit. */
export interface HookConfig {
  readonly file: string;
  readonly top: Table;
  readonly hooks: readonly ConfiguredHook[];
}

/** @returns the most bytes that are read of a file of pre-commit */
export function preCommitWants(path: string): number | undefined {
  return NAMES.includes(path) ? MAX_BYTES : undefined;
}

function versionOf(rev: string | undefined, text: string): string | undefined {
  if (rev === undefined) return undefined;
  if (!/^[0-9a-f]{40}$/.test(rev)) return /^\D{0,40}?(\d+\.\d[\w.+!-]*)$/.exec(rev)?.[1];
  const comment = text
    .split("\n")
    .find((line) => line.includes(rev))
    ?.split("#")[1];
  return /(?:^|\s)v?(\d+\.\d[\w.+!-]*)\s*$/.exec(comment ?? "")?.[1];
}

type LineOf = (path: readonly (string | number)[]) => number;

function hooksOf(top: Table, text: string, lineOf: LineOf): readonly ConfiguredHook[] {
  return asList(top["repos"]).flatMap((repo, at) => {
    const { repo: url, rev, hooks } = asTable(repo);
    const version = versionOf(asText(rev), text);
    return asList(hooks).flatMap((hook, index) => {
      const id = asText(asTable(hook)["id"]);
      const name = asText(url);
      if (id === undefined || name === undefined) return [];
      const line = lineOf(["repos", at, "hooks", index]);
      return [{ id, repo: name, version, settings: asTable(hook), line }];
    });
  });
}

/** TOML has no places for tables inside of lists: the first line that names the hook serves. */
function tomlLineOf(text: string, top: Table): LineOf {
  const lines = text.split("\n");
  return ([, at, , index]) => {
    const repo = asTable(asList(top["repos"])[Number(at)]);
    const id = asText(asTable(asList(repo["hooks"])[Number(index)])["id"]) ?? "";
    const line = lines.findIndex((one) => one.includes(`"${id}"`) || one.includes(`'${id}'`));
    return line === -1 ? 1 : line + 1;
  };
}

function readFile(file: string, text: string): HookConfig | Unread | undefined {
  if (file.endsWith(".toml")) {
    try {
      const top = asTable(parseToml(text));
      return { file, top, hooks: hooksOf(top, text, tomlLineOf(text, top)) };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      return { file, line: error.line, message: "is no TOML, so no hook is read in it" };
    }
  }
  const read = readYaml(text);
  if ("fault" in read) return { file, ...read.fault };
  if (!isTable(read.value)) return undefined;
  return { file, top: read.value, hooks: hooksOf(read.value, text, read.lineOf) };
}

/** @returns the configuration, or why it could not be read; the first file that there is counts */
export function readHookConfig(source: DeclarationSource): HookConfig | Unread | undefined {
  for (const file of NAMES) {
    const text = source.texts.get(file);
    if (text !== undefined) return readFile(file, text);
  }
  return undefined;
}
