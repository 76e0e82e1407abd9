import { TomlError } from "smol-toml";
import { asTable, jsonLines, parseToml, readIni, type Table, tableAt, tomlLines } from "../../documents/index.ts";
import { firstLine, type Note } from "../notes.ts";
import { pathIn } from "../roots.ts";
import type { RepositorySnapshot } from "../snapshot.ts";
import type { PythonProject } from "./python-project.ts";

/** A tool's settings and where they stand. */
export interface ToolConfig {
  readonly table: Table;
  readonly file: string;
  /** Line of the table, or of a key below it. */
  readonly lineOf: (...keys: readonly string[]) => number;
}

/** One place that a tool reads, in the tool's own order of precedence. */
export interface ConfigPlace {
  /** File name in the project's folder. */
  readonly name: string;
  /** Table or section; empty for the whole file. */
  readonly path: readonly string[];
}

interface Document {
  readonly table: Table;
  readonly lineOf: (path: readonly string[]) => number;
}

function readDocument(name: string, text: string): Document {
  if (name.endsWith(".toml")) return { table: asTable(parseToml(text)), lineOf: tomlLines(text) };
  if (name.endsWith(".json")) return { table: asTable(JSON.parse(text)), lineOf: jsonLines(text) };
  const ini = readIni(text);
  return { table: ini.sections, lineOf: ini.lineOf };
}

function documentOf(project: PythonProject, file: string, text: string): Document {
  if (file === project.file) return { table: project.document, lineOf: project.lineOf };
  return readDocument(file, text);
}

/**
 * The first place that has settings of a tool.
 *
 * @param project the project whose folder is searched
 * @param places in the tool's order of precedence
 * @param seen where the texts are, and where notes on unreadable files go
 * @returns undefined when no place has any
 */
export function findToolConfig(
  project: PythonProject,
  places: readonly ConfigPlace[],
  seen: { readonly snapshot: RepositorySnapshot; readonly notes: Note[] },
): ToolConfig | undefined {
  for (const { name, path } of places) {
    const file = pathIn(project.root.cwd, name);
    const text = seen.snapshot.texts.get(file);
    if (text === undefined) continue;
    try {
      const document = documentOf(project, file, text);
      const table = tableAt(document.table, path);
      if (table === undefined) continue;
      return { table, file, lineOf: (...keys) => document.lineOf([...path, ...keys]) };
    } catch (error) {
      const line = error instanceof TomlError ? error.line : null;
      const message = `cannot be read: ${firstLine(error)}; nothing is detected in it`;
      if (!seen.notes.some((note) => note.file === file)) seen.notes.push({ file, line, message });
    }
  }
  return undefined;
}
