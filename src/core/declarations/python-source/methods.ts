import { asTexts, type PythonValue, Unknown } from "./value.ts";

const TEXT_METHODS: Readonly<Record<string, (text: string, args: readonly PythonValue[]) => PythonValue | undefined>> =
  {
    split: (text, [by]) =>
      typeof by === "string" && by !== "" ? text.split(by) : by === undefined ? text.trim().split(/\s+/) : undefined,
    splitlines: (text) => text.split("\n"),
    strip: (text, [chars]) => (chars === undefined ? text.trim() : undefined),
    lower: (text) => text.toLowerCase(),
    upper: (text) => text.toUpperCase(),
    replace: (text, [from, to]) =>
      typeof from === "string" && typeof to === "string" ? text.replaceAll(from, to) : undefined,
    startswith: (text, [start]) => (typeof start === "string" ? text.startsWith(start) : undefined),
    endswith: (text, [end]) => (typeof end === "string" ? text.endsWith(end) : undefined),
    join: (text, [list]) => (Array.isArray(list) ? asTexts(list)?.join(text) : undefined),
    removeprefix: (text, [start]) =>
      typeof start === "string" && text.startsWith(start) ? text.slice(start.length) : text,
    joinpath: (text, args) => (asTexts(args) === undefined ? undefined : [text, ...(asTexts(args) ?? [])].join("/")),
    as_posix: (text) => text,
    resolve: (text) => text,
    absolute: (text) => text,
    format: (text, args) => {
      const values = [...args];
      if (values.some((value) => typeof value !== "string" && typeof value !== "number")) return undefined;
      if ((text.match(/\{\}/g)?.length ?? 0) !== values.length || /\{[^}]/.test(text)) return undefined;
      return text.replaceAll("{}", () => String(values.shift()));
    },
  };

/** @returns what a method of a text, list or dictionary gives; undefined when it cannot be told */
export function callMethod(owner: PythonValue, name: string, args: readonly PythonValue[]): PythonValue | undefined {
  if (args.some((arg) => arg instanceof Unknown)) return undefined;
  if (typeof owner === "string")
    return Object.hasOwn(TEXT_METHODS, name) ? TEXT_METHODS[name]?.(owner, args) : undefined;
  if (owner instanceof Map) return mapMethod(owner as ReadonlyMap<string, PythonValue>, name, args);
  return Array.isArray(owner) && name === "copy" ? owner : undefined;
}

function mapMethod(
  map: ReadonlyMap<string, PythonValue>,
  name: string,
  [key, fallback]: readonly PythonValue[],
): PythonValue | undefined {
  switch (name) {
    case "get":
      return typeof key === "string" ? (map.get(key) ?? fallback ?? null) : undefined;
    case "keys":
      return [...map.keys()];
    case "values":
      return [...map.values()];
    case "items":
      return [...map].map(([one, value]) => [one, value]);
    case "copy":
      return map;
    default:
      return undefined;
  }
}
