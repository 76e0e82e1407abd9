import { parseToml } from "../../documents/index.ts";
import { asTexts, type PythonValue } from "../python-source/value.ts";

const MAX_DEPTH = 8;

/** @returns a TOML value as Python has it */
function toPython(value: unknown, depth = 0): PythonValue {
  if (Array.isArray(value)) return depth > MAX_DEPTH ? [] : value.map((item) => toPython(item, depth + 1));
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "object" || value === null || value instanceof Date || depth > MAX_DEPTH) return null;
  return new Map(Object.entries(value).map(([key, item]) => [key, toPython(item, depth + 1)]));
}

/** @returns what `nox.project.load_toml` gives; undefined when the text is no TOML */
export function loadToml(text: string): PythonValue | undefined {
  try {
    return toPython(parseToml(text));
  } catch {
    return undefined;
  }
}

function childOf(value: PythonValue | undefined, key: string): PythonValue | undefined {
  return value instanceof Map ? (value as ReadonlyMap<string, PythonValue>).get(key) : undefined;
}

function byNumbers(a: string, b: string): number {
  const [first, second] = [a.split(".").map(Number), b.split(".").map(Number)];
  return (first[0] ?? 0) - (second[0] ?? 0) || (first[1] ?? 0) - (second[1] ?? 0);
}

/**
 * What `nox.project.python_versions` gives (nox, project.py).
 *
 * @param pyproject what {@link loadToml} gave
 * @param highest `max_version`: then the lower bound comes from requires-python
 */
export function pythonVersions(
  pyproject: PythonValue | undefined,
  highest: string | undefined,
): readonly string[] | undefined {
  const project = childOf(pyproject, "project");
  const classifiers = asTexts(childOf(project, "classifiers")) ?? [];
  const isFree = classifiers.some((one) => one.startsWith("Programming Language :: Python :: Free Threading"));
  const versions =
    highest === undefined ? fromClassifiers(classifiers) : fromBounds(childOf(project, "requires-python"), highest);
  if (versions === undefined) return undefined;
  const free = versions.filter((version) => byNumbers(version, "3.14") >= 0).map((version) => `${version}t`);
  return isFree ? [...versions, ...free] : versions;
}

function fromClassifiers(classifiers: readonly string[]): readonly string[] | undefined {
  const prefix = "Programming Language :: Python :: 3.";
  const versions = classifiers.filter((one) => one.startsWith(prefix)).map((one) => one.split(" ").at(-1) ?? "");
  return versions.length === 0 ? undefined : versions.toSorted(byNumbers);
}

function fromBounds(requires: PythonValue | undefined, highest: string): readonly string[] | undefined {
  const lowest = /(?:>=|~=)\s*3\.(\d+)/.exec(typeof requires === "string" ? requires : "")?.[1];
  const last = /^3\.(\d+)$/.exec(highest)?.[1];
  if (lowest === undefined || last === undefined || Number(last) - Number(lowest) > 50) return undefined;
  const count = Math.max(0, Number(last) - Number(lowest) + 1);
  return Array.from({ length: count }, (_, at) => `3.${Number(lowest) + at}`);
}

/** @returns the requirements of dependency groups, included ones among them (PEP 735) */
export function dependencyGroups(
  pyproject: PythonValue | undefined,
  names: readonly string[],
): readonly string[] | undefined {
  const groups = childOf(pyproject, "dependency-groups");
  if (!(groups instanceof Map)) return undefined;
  const normal = (name: string): string => name.toLowerCase().replaceAll(/[-_.]+/g, "-");
  const of = (name: string, seen: readonly string[]): readonly string[] => {
    const key = [...groups.keys()].find((one) => normal(String(one)) === normal(name));
    const entries = key === undefined || seen.includes(normal(name)) ? [] : groups.get(key);
    return (Array.isArray(entries) ? entries : []).flatMap((entry: PythonValue) => {
      const other = childOf(entry, "include-group");
      if (typeof other === "string") return of(other, [...seen, normal(name)]);
      return typeof entry === "string" ? [entry] : [];
    });
  };
  return names.flatMap((name) => of(name, []));
}

/** @returns extras and groups of a decorator's argument, as texts */
export function textsOfArgument(value: PythonValue | undefined): readonly string[] {
  return value === undefined || value === null ? [] : (asTexts(value) ?? []);
}
