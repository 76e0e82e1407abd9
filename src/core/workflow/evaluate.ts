import { data, Evaluator, type Expr } from "@actions/expressions";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";
import { truthy } from "@actions/expressions/result";
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
} from "@actions/workflow-parser/templates/tokens/type-guards";
import { TurnpikeError } from "../../errors.ts";
import { CONTEXTS, parseExpression, toValue, type Value } from "../expressions/index.ts";
import { entriesOf, type Template } from "./document.ts";

/** What an expression may see. Contexts that are not given are null. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Value>>;
  /** `success()` and the like, and `hashFiles`; names in lower case. */
  readonly functions: readonly FunctionDefinition[];
}

const parsed = new Map<string, Expr>();

function parse(expression: string, scope: Scope): Expr {
  const names = scope.functions.map((one) => one.name).join(",");
  const key = `${names}\n${expression}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const tree = parseExpression(expression, scope.functions);
  parsed.set(key, tree);
  return tree;
}

/**
 * @param expression the text between `${{` and `}}`
 * @param scope contexts and functions
 * @returns its value
 * @throws TurnpikeError `WORKFLOW_EXPRESSION` when it cannot be read or computed
 */
export function evaluateExpression(expression: string, scope: Scope): Value {
  const nothing = new data.Null();
  const contexts = new data.Dictionary(...CONTEXTS.map((key) => ({ key, value: scope.contexts[key] ?? nothing })));
  try {
    const functions = new Map(scope.functions.map((one) => [one.name.toLowerCase(), one]));
    return new Evaluator(parse(expression, scope), contexts, functions).evaluate();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof TurnpikeError) throw cause;
    throw new TurnpikeError(
      "WORKFLOW_EXPRESSION",
      "config",
      `The expression \`${expression}\` could not be evaluated: ${reason}`,
      { cause },
    );
  }
}

/**
 * @param template a node, with expressions anywhere in it
 * @param scope contexts and functions
 * @returns its value; undefined is null
 * @throws TurnpikeError `WORKFLOW_EXPRESSION`
 */
export function evaluate(template: Template | undefined, scope: Scope): Value {
  if (template === undefined) return new data.Null();
  if (isBasicExpression(template)) return evaluateExpression(template.expression, scope);
  if (isString(template)) return new data.StringData(template.value);
  if (isBoolean(template)) return new data.BooleanData(template.value);
  if (isNumber(template)) return new data.NumberData(template.value);
  if (isSequence(template)) return new data.Array(...[...template].map((item) => evaluate(item, scope)));
  if (isMapping(template)) {
    return new data.Dictionary(
      ...entriesOf(template).map(({ key, value }) => ({ key, value: evaluate(value, scope) })),
    );
  }
  return new data.Null();
}

/** @returns the node's value as text, as GitHub writes it into an input or a variable */
export function evaluateText(template: Template | undefined, scope: Scope): string {
  return textOf(evaluate(template, scope));
}

/** @returns the value as text; null is empty, a list or a map is `Array` or `Object` */
export function textOf(value: Value): string {
  return value.coerceString();
}

/** @returns whether a condition holds, by GitHub's truthiness */
export function isTrue(expression: string, scope: Scope): boolean {
  return truthy(evaluateExpression(expression, scope));
}

/** @returns variables or inputs of a mapping, in order; names as they are written */
export function evaluateMap(template: Template | undefined, scope: Scope): Record<string, string> {
  if (template === undefined) return {};
  if (isMapping(template)) {
    return Object.fromEntries(entriesOf(template).map(({ key, value }) => [key, evaluateText(value, scope)]));
  }
  const value = evaluate(template, scope);
  if (value.kind !== data.Kind.Dictionary) return {};
  return Object.fromEntries(value.pairs().map((pair) => [pair.key, textOf(pair.value)]));
}

/**
 * @param template a boolean, or an expression that gives one
 * @param fallback when the key is absent
 * @throws TurnpikeError `WORKFLOW_EXPRESSION` when the value is no boolean
 */
export function evaluateFlag(template: Template | undefined, scope: Scope, fallback: boolean): boolean {
  if (template === undefined) return fallback;
  const value = evaluate(template, scope);
  if (value.kind === data.Kind.Boolean) return value.value;
  if (value.kind === data.Kind.String && /^(true|false)$/.test(value.value)) return value.value === "true";
  throw new TurnpikeError(
    "WORKFLOW_EXPRESSION",
    "config",
    `"${textOf(value)}" is not a boolean; it must be true or false.`,
  );
}

/**
 * @param template a number, or an expression that gives one
 * @throws TurnpikeError `WORKFLOW_EXPRESSION` when the value is no number
 */
export function evaluateNumber(template: Template | undefined, scope: Scope): number | undefined {
  if (template === undefined) return undefined;
  const value = evaluate(template, scope);
  const number = value.number();
  if (Number.isFinite(number) && textOf(value) !== "") return number;
  throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", `"${textOf(value)}" is not a number.`);
}

export { toValue };
