import type { Table } from "./tables.ts";
import type { LineFinder } from "./toml-lines.ts";

/** An INI file as Python's configparser reads it, as far as tools' settings go. */
export interface IniFile {
  readonly sections: Table;
  readonly lineOf: LineFinder;
}

/** No setting of a hand-written file is longer; what is would only cost time. */
const MAX_LINE = 1000;

/**
 * Reads sections, keys and values with continued lines (docs.python.org, configparser). What it does not understand it
 * leaves out: it is used to find declarations, not to judge a file.
 *
 * @param text the file
 * @returns sections by name, values as text, and a finder for `[section, key]`
 */
export function readIni(text: string): IniFile {
  const sections = new Map<string, Map<string, string>>();
  const lines = new Map<string, number>();
  let section = "";
  let key: string | undefined;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(/\r$/, "");
    if (line.length > MAX_LINE) continue;
    const header = /^\[([^\]]+)\]/.exec(line);
    const pair = /^([^\s#;=:][^=:]*?)\s*[=:]\s*(.*)$/.exec(line);
    if (header?.[1] !== undefined) {
      section = header[1];
      key = undefined;
      sections.set(section, sections.get(section) ?? new Map());
      lines.set(section, index + 1);
    } else if (pair?.[1] !== undefined) {
      key = pair[1].toLowerCase();
      sections.get(section)?.set(key, pair[2] ?? "");
      lines.set(`${section}\0${key}`, index + 1);
    } else if (key !== undefined && /^\s+[^\s#;]/.test(line)) {
      const values = sections.get(section);
      values?.set(key, `${values.get(key) ?? ""}\n${line.trim()}`);
    }
  }
  const plain = [...sections].map(([name, values]) => [name, Object.fromEntries(values)] as const);
  return {
    sections: Object.fromEntries(plain),
    lineOf: (path) => lines.get(path.join("\0")) ?? lines.get(path[0] ?? "") ?? 1,
  };
}
