import { data } from "@actions/expressions";
import { falsy } from "@actions/expressions/result";
import type { Json } from "../../expressions/index.ts";
import { fromValue } from "../../expressions/index.ts";
import { shortly, UNKNOWN_CLOSE, UNKNOWN_OPEN } from "../shell/index.ts";
import { textOf, type YamlNode } from "../yaml-nodes.ts";
import { evaluatePartly, type Facts, type KnownContexts, UNKNOWN } from "./partial.ts";

/** Strings are skipped, so that `}}` inside one does not end an expression. */
const EXPRESSION = /\$\{\{((?:[^'}]|'[^']*'|\}(?!\}))*)\}\}/g;

/** A text with its expressions put in; those that are known only when it runs are marked. */
export interface FilledText {
  readonly text: string;
  /** The marked ones, as they are written. */
  readonly unknown: readonly string[];
  /** The `matrix` values that were put in, as they are written. */
  readonly chosen: readonly string[];
}

/** @returns the text with what is known put in */
export function fillText(text: string, contexts: KnownContexts): FilledText {
  const unknown: string[] = [];
  const chosen: string[] = [];
  const filled = text.replaceAll(EXPRESSION, (whole: string, expression: string) => {
    const value = evaluatePartly(expression.trim(), contexts);
    if (value === undefined) {
      unknown.push(whole);
      return `${UNKNOWN_OPEN}${unknown.length - 1}${UNKNOWN_CLOSE}`;
    }
    if (/\bmatrix\b/.test(expression)) chosen.push(expression.trim());
    return value.coerceString();
  });
  return { text: filled, unknown, chosen };
}

/** @returns the text of a node, or undefined when it holds what is known only when it runs */
export function knownText(node: YamlNode | undefined, contexts: KnownContexts): string | undefined {
  const text = textOf(node);
  if (text === undefined) return undefined;
  const filled = fillText(text, contexts);
  return filled.unknown.length === 0 ? filled.text : undefined;
}

const MARKED = new RegExp(`${UNKNOWN_OPEN}(\\d+)${UNKNOWN_CLOSE}`, "g");

/** @returns the text with marked expressions as they were written */
export function unmark(text: string, unknown: readonly string[]): string {
  return text.replaceAll(MARKED, (_, index: string) => unknown[Number(index)] ?? "");
}

/** @returns the node with its expressions evaluated, for matrices and inputs */
export function factsOf(node: YamlNode | undefined, contexts: KnownContexts): Facts {
  if (node === undefined) return null;
  if (node.kind === "list") return node.items.map((item) => factsOf(item, contexts)) as unknown as Facts;
  if (node.kind === "map") {
    return Object.fromEntries([...node.entries].map(([key, entry]) => [key, factsOf(entry.node, contexts)]));
  }
  if (typeof node.value !== "string" || !node.value.includes("${{")) return node.value;
  const only = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(node.value)?.[1];
  if (only !== undefined && !only.includes("${{")) {
    const value = evaluatePartly(only.trim(), contexts);
    return value === undefined ? UNKNOWN : fromValue(value);
  }
  return knownText(node, contexts) ?? UNKNOWN;
}

/** @returns true when all of it is known */
export function isKnown(facts: Facts): facts is Json {
  if (facts === UNKNOWN) return false;
  if (typeof facts !== "object" || facts === null) return true;
  return Object.values(facts).every((inner: Facts) => isKnown(inner));
}

/** Whether a condition holds. */
export type Holds = "yes" | "no" | "unknown";

/** @returns the condition's text without `${{ }}`; undefined when there is none */
export function conditionOf(node: YamlNode | undefined): string | undefined {
  const text = textOf(node)?.trim();
  return text === undefined || text === "" ? undefined : text.replace(/^\$\{\{(.*)\}\}$/s, "$1").trim();
}

/** @returns whether an `if:` holds in a run in which everything went well */
export function holds(condition: string | undefined, contexts: KnownContexts): Holds {
  if (condition === undefined) return "yes";
  const value = evaluatePartly(condition, contexts) ?? sides(condition, contexts);
  return value === undefined ? "unknown" : falsy(value) ? "no" : "yes";
}

/** `a || b` holds when one side does, whatever is not known of the other. */
function sides(condition: string, contexts: KnownContexts) {
  const isTrue = condition.split("||").some((side) => {
    const value = side.includes("&&") ? undefined : evaluatePartly(side.trim(), contexts);
    return value !== undefined && !falsy(value);
  });
  return isTrue && !/[()]/.test(condition.replaceAll(/\w+\([^()]*\)/g, "")) ? new data.BooleanData(true) : undefined;
}

/** @returns the clause that tells of an open condition */
export function conditionDoubt(condition: string): string {
  return `its condition \`${shortly(condition)}\` is known only when it runs`;
}
