import type { z } from "zod";
import { nearestName } from "../../contract/index.ts";
import type { Problem } from "../../errors.ts";
import { valueAt } from "../documents/index.ts";
import { gateShape } from "./gate-schema.ts";
import { fileShape } from "./schema.ts";
import type { PathPart, YamlTree } from "./yaml-tree.ts";

type Issue = z.core.$ZodIssue;

/** Keys of the format that are planned, and that must not be taken for built. */
const LATER_FILE_KEYS = ["setup", "sbom", "sign", "verify", "events"];

/** Keys of the maps inside. */
const INNER_KEYS: Readonly<Record<string, readonly string[]>> = {
  budget: ["total", "enforce"],
  resources: ["cpu", "memory", "locks"],
  when: ["paths", "events", "branches"],
  retries: ["max", "on"],
  threshold: ["findings", "severity", "coverage", "tests"],
  waiver: ["owner", "reason", "expires", "issue"],
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

/** Known keys of the map at a path, and those that come later. */
function keysAt(path: readonly PathPart[]): { known: readonly string[]; later: readonly string[] } {
  const last = path.at(-1);
  if (path.length === 0) return { known: Object.keys(fileShape), later: LATER_FILE_KEYS };
  if (path[0] === "gates" && path.length === 2) return { known: Object.keys(gateShape), later: [] };
  const known = typeof last === "string" && Object.hasOwn(INNER_KEYS, last) ? INNER_KEYS[last] : undefined;
  return { known: known ?? (path.includes("retries") ? ["output"] : ["format", "path"]), later: [] };
}

function unknownKey(path: readonly PathPart[], key: string): string {
  const where = pathText([...path, key]);
  const { known, later } = keysAt(path);
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
  if (value === null) return `${name} is empty; ${fault.replace(/^[^;]*; /, "")}`;
  return typeof value === "object" ? `${name} ${fault}` : `${name} ${shown(value)} ${fault}`;
}

/**
 * @param error what the schema found
 * @param tree the file
 * @param file its name
 * @returns one problem a fault, with place, value and what would be right
 */
export function toProblems(error: z.ZodError, tree: YamlTree, file: string): readonly Problem[] {
  const found = error.issues.flatMap((issue) => flatten(issue, []));
  // A map whose only key is misspelled says nothing, and is told once.
  const strange = new Set(found.flatMap((one) => (one.code === "unrecognized_keys" ? [one.path.join("\0")] : [])));
  const issues = found.filter((one) => one.code !== "custom" || !strange.has(one.path.join("\0")));
  const problems = issues.flatMap((issue): readonly Problem[] => {
    const path = partsOf(issue.path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        where: file,
        ...tree.placeOf([...path, key], "key"),
        message: unknownKey(path, key),
      }));
    }
    const isKey = issue.code === "invalid_key";
    const value = valueAt(tree.value, ...path);
    const place = tree.placeOf(path, isKey ? "key" : "value");
    if (isKey) return [{ where: file, ...place, message: `${pathText(path)} ${issue.message}` }];
    if (value === undefined)
      return [
        {
          where: file,
          ...place,
          message: `${pathText(path)} is missing: ${issue.message.replace(/^is not [^;]*; /, "")}`,
        },
      ];
    return [{ where: file, ...place, message: valueMessage(path, value, issue.message) }];
  });
  return problems;
}

/** @returns problems in the order of the file, so that people mend it from its top */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
