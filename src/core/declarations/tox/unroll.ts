import { asList, asText, isTable, type Table } from "../../documents/index.ts";
import { type Doubt, unsure } from "../drafts.ts";
import type { Raw } from "./config.ts";
import type { Value } from "./substitute.ts";

/** What tables with `replace` can ask for. */
export interface TomlKnown {
  readonly substitute: (text: string) => Value;
  /** Words that the call hands on; undefined when it hands on none. */
  readonly passedOn: readonly string[] | undefined;
  readonly factors: ReadonlySet<string>;
  /** Value of a key by its path, or of another environment. */
  readonly reference: (path: readonly string[]) => Raw | undefined;
  readonly ofEnv: (env: string, key: string) => Raw | undefined;
}

const MAX_DEPTH = 20;
const MAX_STEPS = 5000;

/** Resolves tables with `replace` and substitutes in texts; one instance works on one value. */
export class Unroll {
  readonly doubts: Doubt[] = [];
  readonly #known: TomlKnown;
  #steps = 0;

  constructor(known: TomlKnown) {
    this.#known = known;
  }

  /** @returns text, a list, or a table whose own keys are resolved */
  value(value: unknown, depth = 0): unknown {
    this.#steps += 1;
    if (depth > MAX_DEPTH || this.#steps > MAX_STEPS) {
      this.doubts.push(unsure("its references stand too deep inside each other"));
      return "";
    }
    if (typeof value === "string") return this.#text(value);
    if (Array.isArray(value)) return value.flatMap((item: unknown) => this.#item(item, depth + 1));
    if (isTable(value)) return this.#table(value, depth + 1);
    return String(value);
  }

  #text(text: string): string {
    const value = this.#known.substitute(text);
    this.doubts.push(...value.doubts);
    return value.text;
  }

  #item(item: unknown, depth: number): readonly unknown[] {
    const value = this.value(item, depth);
    const extends_ = isTable(item) && item["replace"] !== undefined && item["extend"] === true;
    if (!extends_) return [value];
    if (Array.isArray(value)) return value;
    return value === "" ? [] : [value];
  }

  #table(table: Table, depth: number): unknown {
    switch (table["replace"]) {
      case "posargs":
        return this.#known.passedOn ?? asList(table["default"]).map((item) => this.value(item, depth));
      case "env":
        return this.#variable(table, depth);
      case "ref":
        return this.#reference(table, depth);
      case "if":
        return this.#condition(table, depth);
      case "glob":
        this.doubts.push(unsure("which files a pattern finds is known only when it runs"));
        return asText(table["pattern"]) ?? "";
      default:
        return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, this.value(value, depth)]));
    }
  }

  #variable(table: Table, depth: number): string {
    const fallback = table["default"] === undefined ? undefined : this.value(table["default"], depth);
    const name = asText(table["name"]) ?? "";
    if (typeof fallback !== "string") return this.#text(`{env:${name}:}`);
    return this.#text(`{env:${name}:${fallback.replaceAll(/[\\:{}[\]]/g, (char) => `\\${char}`)}}`);
  }

  #reference(table: Table, depth: number): unknown {
    const path = asList(table["of"]).filter((part) => typeof part === "string");
    const [env, key] = [asText(table["env"]), asText(table["key"])];
    const raw = env !== undefined && key !== undefined ? this.#known.ofEnv(env, key) : this.#known.reference(path);
    if (raw?.kind === "value") return this.value(raw.value, depth);
    this.doubts.push(unsure(`there is no \`${env === undefined ? path.join(".") : `${env}.${key}`}\``));
    return "";
  }

  #condition(table: Table, depth: number): unknown {
    const condition = asText(table["condition"]) ?? "";
    const holds = holdsFor(condition, this.#known.factors);
    if (holds === undefined) this.doubts.push(unsure(`whether \`${condition}\` holds is known only when it runs`));
    return this.value(holds === false ? (table["else"] ?? "") : (table["then"] ?? ""), depth);
  }
}

/** `factor.x`, `factor['x']`, with `not`, `and` and `or`; undefined for what asks for variables or is nested. */
function holdsFor(condition: string, factors: ReadonlySet<string>): boolean | undefined {
  if (condition.length > 1000) return undefined;
  const options = condition.split(/\bor\b/).map((option) => {
    const parts = option.split(/\band\b/).map((part) => {
      const match = /^\s*(not\s+)?factor(?:\.(\w+)|\[(["'])([^"']+)\3\])\s*$/.exec(part);
      const name = match?.[2] ?? match?.[4];
      return name === undefined ? undefined : factors.has(name) !== (match?.[1] !== undefined);
    });
    if (parts.includes(false)) return false;
    return parts.includes(undefined) ? undefined : true;
  });
  if (options.includes(true)) return true;
  return options.includes(undefined) ? undefined : false;
}
