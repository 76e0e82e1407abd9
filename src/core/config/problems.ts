import type { z } from "zod";
import { nearestName } from "../../contract/index.ts";
import type { Problem } from "../../errors.ts";
import { valueAt } from "../documents/index.ts";
import type { PathPart, YamlTree } from "./yaml-tree.ts";

type Issue = z.core.$ZodIssue;

/** Names that the map at a path may have, and those that a later version takes. */
export type KeysAt = (path: readonly PathPart[]) => {
  readonly known: readonly string[];
  readonly later?: readonly string[];
};

/** Longest value that a message repeats. */
const SHOWN_LENGTH = 60;

function shown(value: unknown): string {
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "a map";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** @returns a path as people write it: `gates.lint.report[0].path` */
export function pathText(path: readonly PathPart[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return (text.startsWith(".") ? text.slice(1) : text).replaceAll(/\p{Cc}/gu, "?").slice(0, 200);
}

function unknownKey(path: readonly PathPart[], key: string, keysAt: KeysAt): string {
  const where = pathText([...path, key]);
  const { known, later = [] } = keysAt(path);
  if (later.includes(key)) return `${where} comes later and is not built yet; take it out`;
  const nearest = nearestName(key, known);
  return nearest === undefined
    ? `${where} is not a key I know; known here are ${known.join(", ")}`
    : `${where} is not a key I know; did you mean \`${nearest}\`?`;
}

/** Of a union the branch that the value was meant for: the one whose own type fits, so that its inner faults are told. */
function meantBranch(issue: Extract<Issue, { code: "invalid_union" }>): readonly Issue[] | undefined {
  return issue.errors.find((errors) => errors.length > 0 && !errors.some(isOwnType));
}

/** True for a fault of the branch's own type, which says that the value was meant for another branch. */
function isOwnType(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}

function flatten(issue: Issue, base: readonly PropertyKey[]): readonly Issue[] {
  const path = [...base, ...issue.path];
  if (issue.code === "invalid_union") {
    const branch = meantBranch(issue);
    if (branch !== undefined) return branch.flatMap((inner) => flatten(inner, path));
  }
  if (issue.code === "invalid_key")
    return issue.issues.slice(0, 1).map((inner) => ({ ...issue, message: inner.message, path }));
  return [{ ...issue, path }];
}

function partsOf(path: readonly PropertyKey[]): readonly PathPart[] {
  return path.map((part) => (typeof part === "symbol" ? String(part) : part));
}

function valueMessage(path: readonly PathPart[], value: unknown, fault: string): string {
  const name = path.length === 0 ? "the file" : pathText(path);
  if (value === undefined) return `${name} is missing: ${fault.replace(/^is not [^;]*; |^must be /, "")}`;
  if (value === null) return `${name} is empty; ${fault.replace(/^[^;]*; /, "")}`;
  return typeof value === "object" ? `${name} ${fault}` : `${name} ${shown(value)} ${fault}`;
}

/**
 * @param issues what the schema found
 * @param tree the file
 * @param file its name
 * @param keysAt the format's keys
 * @returns one problem a fault, with place, value and what would be right
 */
export function toProblems(
  { issues: all }: Pick<z.ZodError, "issues">,
  tree: YamlTree,
  file: string,
  keysAt: KeysAt,
): readonly Problem[] {
  const found = all.flatMap((issue) => flatten(issue, []));
  // A map whose only key is misspelled says nothing, and is told once.
  const strange = new Set(found.flatMap((one) => (one.code === "unrecognized_keys" ? [one.path.join("\0")] : [])));
  const issues = found.filter((one) => one.code !== "custom" || !strange.has(one.path.join("\0")));
  return issues.flatMap((issue): readonly Problem[] => {
    const path = partsOf(issue.path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        where: file,
        ...tree.placeOf([...path, key], "key"),
        message: unknownKey(path, key, keysAt),
      }));
    }
    const isKey = issue.code === "invalid_key";
    const place = tree.placeOf(path, isKey ? "key" : "value");
    const message = isKey
      ? `${pathText(path)} ${issue.message}`
      : valueMessage(path, valueAt(tree.value, ...path), issue.message);
    return [{ where: file, ...place, message }];
  });
}

/** More faults than that are one mistake made often; how many there are is told. */
const MAX_PROBLEMS = 100;

/** Two rules may say the same of one value. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const told = new Set<string>();
  return problems.filter(({ line, column, message }) => {
    const key = JSON.stringify([line, column, message]);
    return !told.has(key) && told.add(key);
  });
}

/**
 * @param problems of one file, in any order
 * @returns each once, in the order of the file, so that people mend it from its top: 100 at most, then how many more there are
 */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  const order = (a: Problem, b: Problem): number => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
  const sorted = once([...problems].sort(order));
  const shown = sorted.slice(0, MAX_PROBLEMS);
  const first = sorted[MAX_PROBLEMS];
  if (first === undefined) return shown;
  const message = `and ${sorted.length - MAX_PROBLEMS} more from here on; mend those above first`;
  return [...shown, { ...first, message }];
}
