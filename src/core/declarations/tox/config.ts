import type { TextLine } from "../../documents/index.ts";

/** What a key holds before anything is put in: lines of an INI file, or a value of a TOML document. */
export type Raw =
  | { readonly kind: "lines"; readonly lines: readonly TextLine[] }
  | { readonly kind: "value"; readonly value: unknown; readonly line: number };

/** One section as one environment sees it. */
export interface Layer {
  readonly line: number;
  /** @returns undefined when the section does not say it, or says it for other environments only */
  readonly get: (key: string) => Raw | undefined;
}

/** A name and where it is written. */
export interface NamedLine {
  readonly name: string;
  readonly line: number;
}

/** tox's settings of one folder, whichever form they have. */
export interface ToxConfig {
  readonly file: string;
  readonly folder: string;
  /** The `[tox]` section. */
  readonly core: Layer;
  /** Names of `[testenv:x]` sections, in order. */
  readonly sections: readonly NamedLine[];
  /** @returns the environment's own section and those that it inherits from, nearest first */
  readonly layersOf: (env: string) => readonly Layer[];
  /** @returns a section by the name that references call it, as an environment sees it */
  readonly section: (name: string, env: string) => Layer | undefined;
  /** @returns a section of a plugin with all its lines, whatever looks like a factor in them */
  readonly whole: (name: string) => Layer | undefined;
  /** @returns name of the environment that a section is of: `testenv:docs` -> `docs` */
  readonly envOf: (section: string) => string | undefined;
  /** @returns the text of a file that is named relative to the configuration, when it was read */
  readonly textOf: (path: string) => string | undefined;
}

/** What tox calls one thing: the name of today first. */
const NAMES: readonly (readonly string[])[] = [
  ["env_list", "envlist"],
  ["set_env", "setenv"],
  ["change_dir", "changedir"],
  ["base_python", "basepython"],
  ["use_develop", "usedevelop"],
  ["no_package", "skipsdist"],
  ["package_root", "setupdir"],
  ["work_dir", "toxworkdir"],
  ["pass_env", "passenv"],
  ["min_version", "minversion"],
  ["system_site_packages", "sitepackages"],
  ["runner", "run_env"],
];

/** @returns every name of a key, the given one first */
export function namesOf(key: string): readonly string[] {
  return [key, ...(NAMES.find((names) => names.includes(key)) ?? []).filter((name) => name !== key)];
}

/** @returns the first layer's value of a key under any of its names */
export function lookUp(layers: readonly Layer[], key: string): Raw | undefined {
  const names = namesOf(key);
  for (const layer of layers) {
    for (const name of names) {
      const raw = layer.get(name);
      if (raw !== undefined) return raw;
    }
  }
  return undefined;
}

/** Joins lines that end with a backslash with what follows, and takes comments off. */
export function logicalLines(lines: readonly TextLine[]): readonly TextLine[] {
  const joined: { text: string; line: number }[] = [];
  let continues = false;
  for (const { text, line } of lines) {
    const last = joined.at(-1);
    if (continues && last !== undefined) last.text = last.text.slice(0, -1) + text;
    else joined.push({ text, line });
    continues = text.endsWith("\\");
  }
  return joined.map(({ text, line }) => ({ text: text.replace(/\\$/, ""), line }));
}

/** @returns the text of a value as a reference puts it in */
export function rawText(raw: Raw): string {
  if (raw.kind === "lines") {
    return logicalLines(raw.lines)
      .map(({ text }) => text)
      .join("\n");
  }
  return valueText(raw.value);
}

/** @returns a TOML value as text: lists of lists are commands, one a line */
function valueText(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === "object" ? "" : String(value);
  return value
    .map((item: unknown) =>
      Array.isArray(item) ? item.map(String).join(" ") : typeof item === "object" ? "" : String(item),
    )
    .join("\n");
}
