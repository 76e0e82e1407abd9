import type { Arguments } from "../python-source/evaluate.ts";
import { asTexts, HostObject, type PythonValue, repr, truth } from "../python-source/value.ts";

/** One combination of parameters. */
export interface Parameters {
  /** What stands between parentheses in the session's name; empty for none. */
  readonly id: string;
  readonly values: ReadonlyMap<string, PythonValue>;
  readonly tags?: readonly string[];
}

const MAX_COMBINATIONS = 400;

/** What `nox.param(…)` makes. */
class Param extends HostObject {
  readonly args: readonly PythonValue[];
  readonly id: string | undefined;
  readonly tags: readonly string[];

  constructor(args: readonly PythonValue[], id: string | undefined, tags: readonly string[]) {
    super("param");
    this.args = args;
    this.id = id;
    this.tags = tags;
  }
}

/** @returns the value of `nox.param(…)` */
export function callParameters({ positional, named }: Arguments): PythonValue {
  const id = named.get("id");
  return new Param(positional, typeof id === "string" ? id : undefined, asTexts(named.get("tags")) ?? []);
}

/** `"python,django"`, or a list of names. */
function namesOf(given: PythonValue | undefined): readonly string[] | undefined {
  if (typeof given !== "string") return asTexts(given);
  return given
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** The values of one combination; undefined when they cannot be told. */
function argsOf(item: PythonValue, names: readonly string[]): readonly PythonValue[] | undefined {
  if (item instanceof Param) return item.args;
  if (names.length === 1) return [item];
  return Array.isArray(item) ? (item as readonly PythonValue[]) : undefined;
}

function specs({ positional, named }: Arguments): readonly Parameters[] | undefined {
  const [first, second, third] = positional;
  const names = namesOf(first ?? named.get("arg_names"));
  const list = second ?? named.get("arg_values_list");
  if (names === undefined || !Array.isArray(list)) return undefined;
  const ids = asTexts(third ?? named.get("ids")) ?? [];
  const found: Parameters[] = [];
  for (const [at, item] of (list as readonly PythonValue[]).entries()) {
    const args = argsOf(item, names);
    if (args === undefined || args.some((arg) => truth(arg) === undefined)) return undefined;
    const values = new Map(names.map((name, index) => [name, args[index] ?? null]));
    const { id, tags } = item instanceof Param ? item : { id: ids[at], tags: [] };
    const shown = id ?? [...values].map(([name, value]) => `${name}=${repr(value)}`).join(", ");
    found.push({ id: shown, values, ...(tags.length > 0 ? { tags } : {}) });
  }
  return found;
}

/**
 * @param decorators arguments of each `@nox.parametrize`, from the top down
 * @returns every combination (nox, _parametrize.py); undefined when some parameter is known only when it runs
 */
export function parametersOf(decorators: readonly Arguments[]): readonly Parameters[] | undefined {
  let combined: readonly Parameters[] | undefined;
  for (const decorator of decorators.toReversed()) {
    const own = specs(decorator);
    if (own === undefined) return undefined;
    const before = combined;
    combined =
      before === undefined
        ? own
        : own.flatMap((next) => before.map((one) => merged(one, next))).slice(0, MAX_COMBINATIONS);
  }
  return combined ?? [{ id: "", values: new Map() }];
}

function merged(one: Parameters, next: Parameters): Parameters {
  const tags = [...(one.tags ?? []), ...(next.tags ?? [])];
  return {
    id: `${one.id}, ${next.id}`,
    values: new Map([...one.values, ...next.values]),
    ...(tags.length === 0 ? {} : { tags }),
  };
}
