import {
  asList,
  asTable,
  asText,
  isTable,
  type LineFinder,
  type Table,
  tableAt,
  textList,
} from "../../documents/index.ts";
import type { Layer, NamedLine, ToxConfig } from "./config.ts";

/** Where a TOML table of tox comes from. */
export interface TomlOrigin {
  readonly file: string;
  readonly folder: string;
  /** @returns the text of a file beside it, when it was read */
  readonly textOf: (path: string) => string | undefined;
  /** Keys that lead to tox's table: none in tox.toml. */
  readonly path: readonly string[];
  readonly document: Table;
  readonly lineOf: LineFinder;
}

/** More environments than this are not read out of factors. */
const MAX_NAMES = 1000;

/** @returns the values of one group of factors: a list, or `{ prefix, start, stop }` */
export function factorValues(group: unknown): readonly string[] {
  if (Array.isArray(group)) return group.filter((value) => typeof value === "string");
  const table = asTable(group);
  if (Array.isArray(table["values"])) return factorValues(table["values"]);
  const [start, stop] = [Number(table["start"] ?? 11), Number(table["stop"] ?? 15)];
  if (!isTable(group) || !Number.isInteger(start) || !Number.isInteger(stop) || stop - start > MAX_NAMES) return [];
  const prefix = asText(table["prefix"]) ?? "";
  return Array.from({ length: Math.max(0, stop - start + 1) }, (_, index) => `${prefix}${start + index}`);
}

/** @returns every combination of one value of each group, joined with `-` */
export function combine(groups: readonly unknown[]): readonly string[] {
  let names: readonly string[] = [""];
  for (const group of groups) {
    const values = factorValues(group);
    names = names
      .flatMap((name) => values.map((value) => (name === "" ? value : `${name}-${value}`)))
      .slice(0, MAX_NAMES);
  }
  return names.filter((name) => name !== "");
}

function generatedNames(base: string, table: unknown): readonly string[] {
  const factors = asList(asTable(table)["factors"]);
  const isGrouped = typeof factors[0] === "object";
  return (isGrouped ? combine(factors) : factors.filter((one) => typeof one === "string")).map(
    (name) => `${base}-${name}`,
  );
}

class TomlConfig {
  readonly #origin: TomlOrigin;
  readonly #table: Table;
  readonly names: NamedLine[] = [];
  /** `env_base` table that an environment is generated from, by the environment's name. */
  readonly #generated = new Map<string, string>();

  constructor(origin: TomlOrigin) {
    this.#origin = origin;
    this.#table = tableAt(origin.document, origin.path) ?? {};
    for (const name of Object.keys(asTable(this.#table["env"])))
      this.names.push({ name, line: this.#line("env", name) });
    for (const [base, table] of Object.entries(asTable(this.#table["env_base"]))) {
      for (const name of generatedNames(base, table)) {
        if (!this.names.some((other) => other.name === name)) {
          this.names.push({ name, line: this.#line("env_base", base) });
        }
        this.#generated.set(name, base);
      }
    }
  }

  #line(...keys: readonly string[]): number {
    return this.#origin.lineOf([...this.#origin.path, ...keys]);
  }

  layer(...path: readonly string[]): Layer | undefined {
    const table = path.length === 0 ? this.#table : tableAt(this.#table, path);
    if (table === undefined) return undefined;
    return {
      line: this.#line(...path),
      get: (key) =>
        Object.hasOwn(table, key) ? { kind: "value", value: table[key], line: this.#line(...path, key) } : undefined,
    };
  }

  layersOf(env: string): readonly Layer[] {
    const own = this.layer("env", env);
    const base = own?.get("base");
    const generated = this.#generated.get(env);
    if (base?.kind !== "value") {
      const from = generated === undefined ? undefined : this.layer("env_base", generated);
      return [own, from, this.layer("env_run_base")].filter((layer) => layer !== undefined);
    }
    const prefix = this.#origin.path.map((part) => `${part}.`).join("");
    const bases = textList(base.value).flatMap((entry) => {
      const name = entry.startsWith(prefix) ? entry.slice(prefix.length) : entry;
      return [this.layer(...name.split(".")), this.layer("env", name)];
    });
    return [own, ...bases].filter((layer) => layer !== undefined);
  }

  section(name: string): Layer | undefined {
    const prefix = this.#origin.path.join(".");
    const bare = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : name;
    if (bare === prefix) return this.layer();
    const env = /^env\.(.+)$/.exec(bare)?.[1];
    const own = env === undefined ? this.layer(...bare.split(".")) : this.layer("env", env);
    return own ?? this.#outside(name);
  }

  /** A table of the document that is not tox's. */
  #outside(name: string): Layer | undefined {
    const table = tableAt(this.#origin.document, name.split("."));
    if (table === undefined) return undefined;
    const line = this.#origin.lineOf(name.split("."));
    return { line, get: (key) => (Object.hasOwn(table, key) ? { kind: "value", value: table[key], line } : undefined) };
  }
}

/** @returns tox's settings in a TOML document (tox.wiki, "tox.toml" and "pyproject.toml - native") */
export function tomlConfig(origin: TomlOrigin): ToxConfig {
  const config = new TomlConfig(origin);
  const prefix = [...origin.path, "env", ""].join(".");
  return {
    file: origin.file,
    folder: origin.folder,
    core: config.layer() ?? { line: 1, get: () => undefined },
    sections: config.names,
    layersOf: (env) => config.layersOf(env),
    section: (name) => config.section(name),
    whole: (name) => config.layer(...name.split(".")),
    envOf: (section) =>
      [prefix, "env."].find((one) => section.startsWith(one))?.length === undefined
        ? undefined
        : section.replace(prefix, "").replace(/^env\./, ""),
    textOf: origin.textOf,
  };
}
