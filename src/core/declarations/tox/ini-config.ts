import type { ConfigFile, ConfigSection, TextLine } from "../../documents/index.ts";
import type { Layer, NamedLine, Raw, ToxConfig } from "./config.ts";
import { activeFactors, expandNames, linesFor } from "./factors.ts";

/** Where an INI text of tox comes from. */
export interface IniOrigin {
  readonly file: string;
  readonly folder: string;
  /** @returns the text of a file beside it, when it was read */
  readonly textOf: (path: string) => string | undefined;
  /** Name of the main section: `tox`, or `tox:tox` in setup.cfg. */
  readonly core: string;
  /** Lines before the text in its file. */
  readonly offset: number;
}

const PREFIX = "testenv:";

/** tox takes comments off a line wherever they begin; `\#` is no comment. */
function withoutComment({ text, line }: TextLine): TextLine {
  if (text.startsWith("#")) return { text: "", line };
  return {
    text: text
      .replace(/\s?(?<!\\)#.*$/, "")
      .trimEnd()
      .replaceAll("\\#", "#"),
    line,
  };
}

class IniConfig {
  readonly #sections: ReadonlyMap<string, ConfigSection>;
  readonly #offset: number;
  /** Section that configures an environment, by the environment's name. */
  readonly #byEnv = new Map<string, string>();
  readonly names: NamedLine[] = [];

  constructor(file: ConfigFile, offset: number) {
    this.#sections = file.sections;
    this.#offset = offset;
    for (const [section, { line }] of file.sections) {
      if (!section.startsWith(PREFIX)) continue;
      for (const name of expandNames(section.slice(PREFIX.length)) ?? [section.slice(PREFIX.length)]) {
        if (this.#byEnv.has(name)) continue;
        this.#byEnv.set(name, section);
        this.names.push({ name, line: line + offset });
      }
    }
  }

  /** @param env whose factors choose among the lines; undefined for the main section, where all count */
  layer(name: string, env: string | undefined): Layer | undefined {
    const section = this.#sections.get(name);
    if (section === undefined) return undefined;
    const factors = env === undefined ? undefined : activeFactors(env);
    return { line: section.line + this.#offset, get: (key) => this.#value(section, key.toLowerCase(), factors) };
  }

  #value(section: ConfigSection, key: string, factors: ReadonlySet<string> | undefined): Raw | undefined {
    const written = section.values.get(key);
    if (written === undefined) return undefined;
    const bare = written.map((line) => withoutComment({ text: line.text, line: line.line + this.#offset }));
    const lines = (factors === undefined ? bare : linesFor(bare, factors)).filter(({ text }) => text !== "");
    const isForOthers = lines.length === 0 && bare.some(({ text }) => text !== "");
    return isForOthers ? undefined : { kind: "lines", lines };
  }

  layersOf(env: string): readonly Layer[] {
    const own = this.layer(this.#byEnv.get(env) ?? `${PREFIX}${env}`, env);
    const base = own?.get("base");
    const names = base?.kind === "lines" ? base.lines.flatMap(({ text }) => text.split(",")) : ["testenv"];
    const bases = names
      .map((name) => name.trim())
      .flatMap((name) => [this.layer(name, env), this.layer(`${PREFIX}${name}`, env)]);
    return [own, ...bases].filter((layer) => layer !== undefined);
  }

  section(name: string, env: string): Layer | undefined {
    if (this.#sections.has(name)) return this.layer(name, env);
    const mapped = name.startsWith(PREFIX) ? this.#byEnv.get(name.slice(PREFIX.length)) : undefined;
    return mapped === undefined ? undefined : this.layer(mapped, env);
  }
}

/**
 * @param text an INI file of tox, read
 * @param origin where it comes from
 */
export function iniConfig(text: ConfigFile, origin: IniOrigin): ToxConfig {
  const config = new IniConfig(text, origin.offset);
  const empty: Layer = { line: 1 + origin.offset, get: () => undefined };
  return {
    file: origin.file,
    folder: origin.folder,
    core: config.layer(origin.core, undefined) ?? empty,
    sections: config.names,
    layersOf: (env) => config.layersOf(env),
    section: (name, env) => config.section(name === "tox" ? origin.core : name, env),
    whole: (name) => config.layer(name, undefined),
    envOf: (section) => (section.startsWith(PREFIX) ? section.slice(PREFIX.length) : undefined),
    textOf: origin.textOf,
  };
}
