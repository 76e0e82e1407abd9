import { shellLine } from "../../../contract/index.ts";
import { isTable } from "../../documents/index.ts";
import { type Doubt, likely, unsure } from "../drafts.ts";
import { splitWords } from "../words.ts";
import { logicalLines, lookUp, namesOf, type Raw, rawText, type ToxConfig } from "./config.ts";
import { type ConstantFacts, toxConstant, withoutProgramFolder } from "./constants.ts";
import { activeFactors } from "./factors.ts";
import { type Known, substitute } from "./substitute.ts";
import { Unroll } from "./unroll.ts";

/** One item of a value, substitutions put in. */
export interface Item {
  readonly text: string;
  readonly line: number;
  readonly doubts: readonly Doubt[];
}

/** One command of `commands`. */
export interface ToxCommand {
  readonly words: readonly string[];
  readonly line: number;
  readonly doubts: readonly Doubt[];
  readonly mayFail: boolean;
}

/** How one environment is read. */
export interface ReadingFacts {
  readonly env: string;
  readonly passedOn: readonly string[] | undefined;
  readonly python: string | null;
  readonly workDir: string;
  /** Folder that texts are used in, relative to the root of the repository. */
  readonly cwd: string;
}

/** Folders of tox that settings may move. */
const FOLDERS = /^(?:env_tmp_dir|envtmpdir|env_dir|envdir|env_log_dir|envlogdir|temp_dir|dist_dir|distdir)$/;
const TRUE = /^(?:true|1|yes|on)$/i;

/** Settings of one environment; nothing is kept between two readings but what it was made with. */
export class EnvValues {
  readonly #config: ToxConfig;
  readonly #facts: ReadingFacts;
  readonly #resolving = new Set<string>();
  #ownVariables: ReadonlyMap<string, string> | undefined;

  constructor(config: ToxConfig, facts: ReadingFacts) {
    this.#config = config;
    this.#facts = facts;
  }

  /** @returns a value as it is written, from the section that says it */
  raw(key: string): Raw | undefined {
    return lookUp(this.#config.layersOf(this.#facts.env), key) ?? undefined;
  }

  /** @returns the 1-based line of a value */
  lineOf(key: string): number | undefined {
    const raw = this.raw(key);
    return raw?.kind === "lines" ? raw.lines[0]?.line : raw?.line;
  }

  /** @returns the items of a list: one a line, or between commas when there is one line */
  list(key: string): readonly Item[] {
    const items = this.lines(key);
    const isOneLine = this.raw(key)?.kind === "lines" && items.length === 1;
    return !isOneLine
      ? items
      : items.flatMap(({ text, ...rest }) =>
          text
            .split(",")
            .map((part) => part.trim())
            .filter((part) => part !== "")
            .map((part) => ({ text: part, ...rest })),
        );
  }

  /** @returns the lines of a value; items of a TOML list are lines too */
  lines(key: string): readonly Item[] {
    const raw = this.raw(key);
    return raw === undefined ? [] : this.itemsOf(raw);
  }

  /** @returns lines of a value, substitutions put in */
  itemsOf(raw: Raw): readonly Item[] {
    if (raw.kind === "value") return this.#tomlItems(raw.value, raw.line);
    return logicalLines(raw.lines).flatMap(({ text, line }) => this.#split(text, line));
  }

  #split(text: string, line: number): readonly Item[] {
    const value = substitute(text, this.#known());
    return value.text
      .split("\n")
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => ({ text: one, line, doubts: value.doubts }));
  }

  #tomlItems(value: unknown, line: number): readonly Item[] {
    const unroll = this.#unroll();
    const resolved = unroll.value(value);
    const items = Array.isArray(resolved) ? resolved : [resolved];
    return items
      .filter((item) => typeof item === "string")
      .flatMap((item) => item.split("\n"))
      .map((text) => ({ text: text.trim(), line, doubts: unroll.doubts }))
      .filter(({ text }) => text !== "");
  }

  /** @returns the first line of a value */
  text(key: string): Item | undefined {
    return this.lines(key)[0];
  }

  /** @returns whether a value means true, as tox has it */
  flag(key: string): boolean {
    const raw = this.raw(key);
    if (raw?.kind === "value" && typeof raw.value === "boolean") return raw.value;
    return TRUE.test(this.text(key)?.text ?? "");
  }

  /** @returns the commands of a value */
  commands(key: string): readonly ToxCommand[] {
    const raw = this.raw(key);
    if (raw === undefined) return [];
    if (raw.kind === "value") return this.#tomlCommands(raw.value, raw.line);
    return this.itemsOf(raw).map(({ text, line, doubts }) => {
      const words = splitWords(text, { keepBackslashes: true });
      if (words !== undefined) return toToxCommand(words, line, doubts);
      return toToxCommand([text], line, [...doubts, unsure("a quote in it is not closed")]);
    });
  }

  #tomlCommands(value: unknown, line: number): readonly ToxCommand[] {
    const all = this.#unroll().value(value);
    if (!Array.isArray(all) || !Array.isArray(value)) return [];
    const isPlain = all.length === value.length;
    return all.flatMap((item: unknown, index) => {
      const own = this.#unroll();
      if (isPlain) own.value(value[index]);
      const words = typeof item === "string" ? (splitWords(item) ?? [item]) : flatWords(item);
      return words.length === 0 ? [] : [toToxCommand(words, line, own.doubts)];
    });
  }

  /** @returns variables of `set_env`, and what of it could not be read */
  variables(): { readonly env: Record<string, string>; readonly doubts: readonly Doubt[] } {
    const env: Record<string, string> = {};
    const doubts: Doubt[] = [];
    for (const [name, raw] of this.#variables()) {
      if (name === "file|") {
        doubts.push(likely(`it reads variables from ${raw}`));
        continue;
      }
      this.#resolving.add(name);
      const value = substitute(raw, this.#known(true));
      this.#resolving.delete(name);
      const isKnown = value.doubts.every(({ certainty }) => certainty === "likely");
      if (isKnown) env[name] = value.text;
      if (isKnown) doubts.push(...value.doubts);
      else doubts.push(likely(`the variable ${name} is known only when it runs`));
    }
    return { env, doubts };
  }

  #variables(): ReadonlyMap<string, string> {
    if (this.#ownVariables !== undefined) return this.#ownVariables;
    // What is read on the way sees none of them, else a variable that names itself would be read for ever.
    this.#ownVariables = new Map();
    this.#ownVariables = readVariables(this.raw("set_env"), (text) => this.#splitVariables(text), this.#unroll());
    return this.#ownVariables;
  }

  /** A line that is one reference stands for the lines of another environment. */
  #splitVariables(text: string): string {
    const [, section, key] = /^\{\[([^\]]+)\](\w+)\}$/.exec(text) ?? [];
    return section === undefined || key === undefined ? text : (this.#reference(section, key) ?? "");
  }

  /** Programs that a gate starts see a variable in folders of their own, so that a path in it is absolute. */
  #known(isAbsolute = false): Known {
    const facts: ConstantFacts = { ...this.#facts, root: this.#config.folder, isAbsolute };
    return {
      constant: (name) =>
        FOLDERS.test(name) && this.#ownKey(name) !== undefined ? undefined : toxConstant(name, facts),
      reference: (section, key) => this.#reference(section, key),
      variable: (name) => (this.#resolving.has(name) ? undefined : this.#variables().get(name)),
      passedOn: this.#facts.passedOn === undefined ? undefined : shellLine(this.#facts.passedOn),
    };
  }

  #reference(section: string | undefined, key: string): string | undefined {
    const raw = section === undefined ? this.#ownKey(key) : this.#ofSection(section, key);
    return raw === undefined ? undefined : rawText(raw);
  }

  #ownKey(key: string): Raw | undefined {
    return lookUp([this.#config.core], key) ?? this.raw(key);
  }

  #ofSection(section: string, key: string): Raw | undefined {
    const layer = this.#config.section(section, this.#facts.env);
    const raw =
      layer === undefined
        ? undefined
        : namesOf(key)
            .map(layer.get)
            .find((one) => one !== undefined);
    if (raw !== undefined) return raw;
    const env = this.#config.envOf(section);
    return env === undefined ? undefined : lookUp(this.#config.layersOf(env), key);
  }

  #unroll(): Unroll {
    return new Unroll({
      substitute: (text) => substitute(text, this.#known()),
      passedOn: this.#facts.passedOn,
      factors: activeFactors(this.#facts.env),
      reference: (path) => this.#ofSection(path.slice(0, -1).join("."), path.at(-1) ?? ""),
      ofEnv: (env, key) => lookUp(this.#config.layersOf(env), key),
    });
  }
}

function flatWords(item: unknown): readonly string[] {
  if (typeof item === "string") return [item];
  return Array.isArray(item) ? item.flatMap(flatWords) : [];
}

function toToxCommand(words: readonly string[], line: number, doubts: readonly Doubt[]): ToxCommand {
  const [first = "", ...rest] = words;
  const sign = /^[-!]/.exec(first)?.[0];
  const own = sign === undefined ? words : [first.slice(1), ...rest].filter((word, at) => at > 0 || word !== "");
  const inverted = sign === "!" ? [unsure("it has to fail to pass")] : [];
  return { words: withoutProgramFolder(own), line, doubts: [...doubts, ...inverted], mayFail: sign === "-" };
}

/** Raw values of `set_env` by name; `file|` stands for a file that more are read from. */
function readVariables(
  raw: Raw | undefined,
  expandLine: (text: string) => string,
  unroll: Unroll,
): ReadonlyMap<string, string> {
  if (raw === undefined) return new Map();
  if (raw.kind === "value") return tomlVariables(raw.value, unroll);
  const found = new Map<string, string>();
  const lines = logicalLines(raw.lines).flatMap(({ text }) => expandLine(text).split("\n"));
  for (const line of lines) {
    if (line.startsWith("file|")) found.set("file|", line.slice(5));
    const [, name, value] = /^(?:export\s+)?([^=\s]+)\s*=\s*(.*)$/.exec(line.trim()) ?? [];
    if (name !== undefined && !line.startsWith("file|")) found.set(name, value ?? "");
  }
  return found;
}

function tomlVariables(value: unknown, unroll: Unroll): ReadonlyMap<string, string> {
  const tables = Array.isArray(value) ? value : [value];
  const found = new Map<string, string>();
  for (const table of tables.filter(isTable)) {
    const resolved = table["replace"] === undefined ? table : unroll.value(table);
    for (const [name, entry] of Object.entries(isTable(resolved) ? resolved : {})) {
      const text = isTable(entry) ? (entry["value"] ?? unroll.value(entry)) : entry;
      found.set(name === "file" ? "file|" : name, typeof text === "string" ? text : String(text));
    }
  }
  return found;
}
