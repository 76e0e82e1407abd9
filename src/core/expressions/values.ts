import { data } from "@actions/expressions";

/** A value of GitHub's expression language. */
export type Value = data.ExpressionData;

/** A value as JSON writes it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The `env` context: names are case-sensitive where the system's are (actions/runner
 * src/Runner.Worker/StepsRunner.cs, CaseSensitiveDictionaryContextData).
 */
class EnvironmentDictionary extends data.Dictionary {
  readonly #variables = new Map<string, Value>();

  override add(key: string, value: Value): void {
    this.#variables?.set(key, value);
  }

  override get(key: string): Value | undefined {
    return this.#variables.get(key);
  }

  override values(): Value[] {
    return [...this.#variables.values()];
  }

  override pairs(): { key: string; value: Value }[] {
    return [...this.#variables].map(([key, value]) => ({ key, value }));
  }
}

/**
 * @param value a JSON value; undefined is null
 * @returns the same for expressions
 */
export function toValue(value: Json | undefined): Value {
  if (value === null || value === undefined) return new data.Null();
  if (typeof value === "string") return new data.StringData(value);
  if (typeof value === "number") return new data.NumberData(value);
  if (typeof value === "boolean") return new data.BooleanData(value);
  if (isList(value)) return new data.Array(...value.map(toValue));
  return new data.Dictionary(...Object.entries(value).map(([key, inner]) => ({ key, value: toValue(inner) })));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * @param variables environment variables
 * @returns the `env` context
 */
export function toEnvironment(variables: Readonly<Record<string, string>>): Value {
  const dictionary = new EnvironmentDictionary();
  for (const [name, value] of Object.entries(variables)) dictionary.add(name, new data.StringData(value));
  return dictionary;
}

/**
 * @param value a value of an expression
 * @returns the same as JSON
 */
export function fromValue(value: Value): Json {
  switch (value.kind) {
    case data.Kind.Null:
      return null;
    case data.Kind.Boolean:
    case data.Kind.Number:
    case data.Kind.String:
      return value.value;
    case data.Kind.Array:
      return value.values().map(fromValue);
    default:
      return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromValue(pair.value)]));
  }
}
