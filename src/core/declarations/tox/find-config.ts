import { TomlError } from "smol-toml";
import { asTable, asText, parseToml, readConfigParser, tableAt, tomlLines } from "../../documents/index.ts";
import type { DeclarationSource, Unread } from "../declaration.ts";
import { enterFolder, folderOf, inFolder } from "../folders.ts";
import { isOwnFile, nameOf } from "../own-files.ts";
import type { ToxConfig } from "./config.ts";
import { iniConfig } from "./ini-config.ts";
import { tomlConfig } from "./toml-config.ts";

const NAMES = ["tox.ini", "setup.cfg", "pyproject.toml", "tox.toml"] as const;
const MAX_BYTES = 1024 * 1024;
/** Beginning of the names of files that `base_python_file` may name. */
const VERSION_FILE = ".python-version";
const VERSION_BYTES = 4096;

type TextOf = (path: string) => string | undefined;

/** How an INI text is read. */
interface IniText {
  /** Name of the main section. */
  readonly core: string;
  readonly textOf: TextOf;
  /** Lines before it in its file. */
  readonly offset?: number;
}

/** @returns the most bytes that are read of a file that tox may be configured in */
export function toxWants(path: string): number | undefined {
  const name = nameOf(path);
  if (!isOwnFile(path)) return undefined;
  if (name.startsWith(VERSION_FILE)) return VERSION_BYTES;
  return (NAMES as readonly string[]).includes(name) ? MAX_BYTES : undefined;
}

/** A configuration, why there is none, or undefined when a file says nothing of tox. */
type Found = { readonly config: ToxConfig } | { readonly unread: Unread } | undefined;

function readIniFile(file: string, text: string, { core, textOf, offset = 0 }: IniText): Found {
  const read = readConfigParser(text);
  const isMeant =
    read.sections.has(core) || (core === "tox" && [...read.sections.keys()].some((name) => name.startsWith("testenv")));
  if (!isMeant) return undefined;
  if (read.problem !== undefined) {
    const { line, message } = read.problem;
    return { unread: { file, line: line + offset, message: `${message}, so tox refuses it` } };
  }
  return { config: iniConfig(read, { file, folder: folderOf(file), core, offset, textOf }) };
}

function readTomlFile(file: string, text: string, path: readonly string[], textOf: TextOf): Found {
  const document = asTable(parseToml(text));
  const lineOf = tomlLines(text);
  const table = path.length === 0 ? document : tableAt(document, path);
  if (table === undefined) return undefined;
  const keys = Object.keys(table);
  const legacy = asText(table["legacy_tox_ini"]);
  if (keys.some((key) => key !== "legacy_tox_ini")) {
    return { config: tomlConfig({ file, folder: folderOf(file), path, document, lineOf, textOf }) };
  }
  if (legacy === undefined) return undefined;
  const line = lineOf([...path, "legacy_tox_ini"]);
  const written = text.split("\n")[line - 1] ?? "";
  const offset = /=\s*(?:"""|''')\s*$/.test(written) ? line : line - 1;
  return readIniFile(file, legacy, { core: "tox", offset, textOf });
}

function readFile(file: string, text: string, textOf: TextOf): Found {
  try {
    switch (nameOf(file)) {
      case "tox.ini":
        return readIniFile(file, text, { core: "tox", textOf });
      case "setup.cfg":
        return readIniFile(file, text, { core: "tox:tox", textOf });
      case "tox.toml":
        return readTomlFile(file, text, [], textOf);
      default:
        return readTomlFile(file, text, ["tool", "tox"], textOf);
    }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    if (nameOf(file) === "pyproject.toml" && !text.includes("tool.tox")) return undefined;
    return { unread: { file, line: error.line, message: "is no TOML, so nothing of tox is read in it" } };
  }
}

/**
 * Finds the configuration that tox takes in each folder: the first of tox.ini, setup.cfg, pyproject.toml and tox.toml.
 *
 * @param source the repository
 */
export function findToxConfigs(source: DeclarationSource): {
  readonly configs: readonly ToxConfig[];
  readonly unread: readonly Unread[];
} {
  const configs: ToxConfig[] = [];
  const unread: Unread[] = [];
  const folders = new Set([...source.texts.keys()].filter((path) => toxWants(path) !== undefined).map(folderOf));
  for (const folder of folders) {
    const textOf: TextOf = (path) => source.texts.get(enterFolder(folder, path) ?? "");
    for (const name of NAMES) {
      const file = inFolder(folder, name);
      const text = source.texts.get(file);
      const found = text === undefined ? undefined : readFile(file, text, textOf);
      if (found === undefined) continue;
      if ("config" in found) configs.push(found.config);
      else unread.push(found.unread);
      break;
    }
  }
  return { configs, unread };
}
