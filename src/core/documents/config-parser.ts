/** One line of a value, without the white space around it. */
export interface TextLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
}

/** A section of an INI file. */
export interface ConfigSection {
  readonly line: number;
  /** Values by key in lower case, line by line; empty lines inside are kept, those at the end are not. */
  readonly values: ReadonlyMap<string, readonly TextLine[]>;
}

/** An INI file as Python's configparser reads it. */
export interface ConfigFile {
  readonly sections: ReadonlyMap<string, ConfigSection>;
  /** What configparser would refuse the file for, else undefined. */
  readonly problem: { readonly line: number; readonly message: string } | undefined;
}

const HEADER = /^\[(.+)\]/;
/** No line of a hand-written file is longer; what is would only cost time. */
const MAX_LINE = 4000;

interface Draft {
  readonly line: number;
  readonly values: Map<string, TextLine[]>;
}

/** Reads line by line; one instance reads one file. */
class Reading {
  readonly sections = new Map<string, Draft>();
  problem: { line: number; message: string } | undefined;
  #section: Draft | undefined;
  #value: TextLine[] | undefined;
  #indent = 0;

  take(raw: string, line: number): void {
    const text = raw.trim();
    if (text === "") {
      this.#value?.push({ text: "", line });
      return;
    }
    if (text.startsWith("#") || text.startsWith(";")) return;
    const indent = raw.length - raw.trimStart().length;
    if (this.#value !== undefined && indent > this.#indent) {
      this.#value.push({ text, line });
      return;
    }
    this.#indent = indent;
    const header = HEADER.exec(text);
    if (header?.[1] !== undefined) this.#open(header[1], line);
    else this.#assign(text, line);
  }

  #open(name: string, line: number): void {
    if (this.sections.has(name)) this.#refuse(line, `says [${name}] twice`);
    this.#section = this.sections.get(name) ?? { line, values: new Map() };
    this.sections.set(name, this.#section);
    this.#value = undefined;
  }

  #assign(text: string, line: number): void {
    const at = text.search(/[=:]/);
    if (this.#section === undefined || at <= 0) {
      this.#refuse(line, this.#section === undefined ? "has text before its first section" : "has a line without `=`");
      return;
    }
    const key = text.slice(0, at).trimEnd().toLowerCase();
    if (this.#section.values.has(key)) this.#refuse(line, `says \`${key}\` twice in one section`);
    this.#value = [{ text: text.slice(at + 1).trim(), line }];
    this.#section.values.set(key, this.#value);
  }

  #refuse(line: number, message: string): void {
    this.problem ??= { line, message };
  }
}

function withoutEnd(lines: readonly TextLine[]): readonly TextLine[] {
  let length = lines.length;
  while (length > 0 && lines[length - 1]?.text === "") length -= 1;
  return lines.slice(0, length);
}

/**
 * Reads sections, keys and values with every line's own number (docs.python.org, configparser: strict, no interpolation,
 * comments on lines of their own).
 *
 * @param text the file
 * @returns what it holds, and what configparser would refuse it for
 */
export function readConfigParser(text: string): ConfigFile {
  const reading = new Reading();
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.length <= MAX_LINE) reading.take(line, index + 1);
  }
  const sections = [...reading.sections].map(([name, { line, values }]) => {
    const trimmed = new Map([...values].map(([key, lines]) => [key, withoutEnd(lines)] as const));
    return [name, { line, values: trimmed }] as const;
  });
  return { sections: new Map(sections), problem: reading.problem };
}
