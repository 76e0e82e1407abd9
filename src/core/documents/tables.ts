/** A TOML table or JSON object of unknown content. */
export type Table = Readonly<Record<string, unknown>>;

/** @returns the value when it is a table, else an empty one */
export function asTable(value: unknown): Table {
  return isTable(value) ? value : {};
}

/** @returns true for an object that is neither a list nor a date */
export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** @returns the value when it is a list, else an empty one */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @returns the value when it is text, else undefined */
export function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** @returns the texts of a list, or of a text with entries divided by commas or line breaks (mypy's and INI style) */
export function textList(value: unknown): readonly string[] {
  const entries = typeof value === "string" ? value.split(/[,\n]/) : asList(value);
  return entries
    .map((entry) => asText(entry)?.trim())
    .filter((entry): entry is string => entry !== undefined && entry !== "");
}

/**
 * @param value where to begin: what a document of unknown content was read into
 * @param path keys, or places in a list, one below the other
 * @returns the value there, or undefined when there is none
 */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    value,
  );
}

/**
 * @param table where to begin
 * @param path keys one below the other
 * @returns the table there, or undefined when there is none
 */
export function tableAt(table: Table, path: readonly string[]): Table | undefined {
  const value = valueAt(table, ...path);
  return isTable(value) ? value : undefined;
}
