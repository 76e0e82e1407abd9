import { data, type Expr } from "@actions/expressions";
import {
  Binary,
  ContextAccess,
  FunctionCall,
  Grouping,
  IndexAccess,
  Literal,
  Logical,
  Unary,
} from "@actions/expressions/ast";
import { wellKnownFunctions } from "@actions/expressions/funcs";
import { TokenType } from "@actions/expressions/lexer";
import { equals, falsy, greaterThan, lessThan } from "@actions/expressions/result";
import { type Json, parseExpression, toValue, type Value } from "../../expressions/index.ts";

/** A fact that is known only when the workflow runs. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** What contexts hold as far as it is known. */
export type Facts = Json | typeof UNKNOWN | { readonly [key: string]: Facts };

/** One context of an expression. */
export interface KnownContext {
  readonly facts: Facts;
  /** True when what is not in it does not exist, so that it is null; else it is unknown. */
  readonly isWhole: boolean;
}

/** What an expression may see, by lower-case name; contexts that are not given are unknown. */
export type KnownContexts = Readonly<Record<string, KnownContext>>;

/** A value, or undefined when it is known only when it runs. */
export type Partial = Value | undefined;

/** Status checks of a job in which everything went well. */
const STATUS: Readonly<Record<string, boolean>> = { success: true, always: true, failure: false, cancelled: false };

const FUNCTIONS = [...Object.keys(STATUS), "hashfiles"].map((name) => ({ name, minArgs: 0, maxArgs: 255 }));

/** Longest expression that is evaluated. */
const MAX_EXPRESSION = 4000;

interface Reference {
  readonly path: readonly string[];
}

class PartialEvaluator {
  readonly #contexts: KnownContexts;

  constructor(contexts: KnownContexts) {
    this.#contexts = contexts;
  }

  value(expression: Expr): Partial {
    if (expression instanceof Literal) return expression.literal;
    if (expression instanceof Grouping) return this.value(expression.group);
    if (expression instanceof Unary) return this.#not(expression);
    if (expression instanceof Binary) return this.#compare(expression);
    if (expression instanceof Logical) return this.#logical(expression);
    if (expression instanceof FunctionCall) return this.#call(expression);
    const reference = this.#reference(expression);
    return reference === undefined ? undefined : this.#lookUp(reference);
  }

  #not({ expr }: Unary): Partial {
    const value = this.value(expr);
    return value === undefined ? undefined : new data.BooleanData(falsy(value));
  }

  #compare({ left, operator, right }: Binary): Partial {
    const [a, b] = [this.value(left), this.value(right)];
    if (a === undefined || b === undefined) return undefined;
    switch (operator.type) {
      case TokenType.EQUAL_EQUAL:
        return new data.BooleanData(equals(a, b));
      case TokenType.BANG_EQUAL:
        return new data.BooleanData(!equals(a, b));
      case TokenType.GREATER:
        return new data.BooleanData(greaterThan(a, b));
      case TokenType.GREATER_EQUAL:
        return new data.BooleanData(equals(a, b) || greaterThan(a, b));
      case TokenType.LESS:
        return new data.BooleanData(lessThan(a, b));
      case TokenType.LESS_EQUAL:
        return new data.BooleanData(equals(a, b) || lessThan(a, b));
      default:
        return undefined;
    }
  }

  /** What decides alone decides beside something unknown too: `unknown && false` is false. */
  #logical({ operator, args }: Logical): Partial {
    const isAnd = operator.type === TokenType.AND;
    let last: Partial = new data.BooleanData(isAnd);
    let isKnown = true;
    for (const argument of args) {
      last = this.value(argument);
      if (last === undefined) isKnown = false;
      else if (falsy(last) === isAnd && (isAnd || isKnown)) return last;
    }
    return isKnown ? last : undefined;
  }

  #call({ functionName, args }: FunctionCall): Partial {
    const name = functionName.lexeme.toLowerCase();
    if (Object.hasOwn(STATUS, name)) return new data.BooleanData(STATUS[name] === true);
    const known = Object.hasOwn(wellKnownFunctions, name) ? wellKnownFunctions[name] : undefined;
    const values = args.map((argument) => this.value(argument));
    if (known === undefined || !values.every((value): value is Value => value !== undefined)) return undefined;
    return known.call(...values);
  }

  #reference(expression: Expr): Reference | undefined {
    if (expression instanceof ContextAccess) return { path: [expression.name.lexeme.toLowerCase()] };
    if (!(expression instanceof IndexAccess)) return undefined;
    const base = this.#reference(expression.expr);
    const index = base === undefined ? undefined : this.value(expression.index);
    return base === undefined || index === undefined ? undefined : { path: [...base.path, index.coerceString()] };
  }

  #lookUp({ path }: Reference): Partial {
    const [root = "", ...rest] = path;
    const context = Object.hasOwn(this.#contexts, root) ? this.#contexts[root] : undefined;
    if (context === undefined) return undefined;
    let here: Facts | undefined = context.facts;
    for (const key of rest) {
      if (here === UNKNOWN) return undefined;
      if (here === null) return new data.Null();
      here = childOf(here, key);
      if (here === undefined) return context.isWhole ? new data.Null() : undefined;
    }
    // What is known of a part says nothing of the whole: `toJSON(github)`.
    if (!context.isWhole && typeof here === "object" && here !== null) return undefined;
    return isJson(here) ? toValue(here) : undefined;
  }
}

/** Names are compared without regard to case, as GitHub compares them. */
function childOf(facts: Facts | undefined, key: string): Facts | undefined {
  if (Array.isArray(facts)) return facts[Number(key)];
  if (typeof facts !== "object" || facts === null) return undefined;
  const name = Object.keys(facts).find((one) => one.toLowerCase() === key.toLowerCase());
  return name === undefined ? undefined : (facts as Readonly<Record<string, Facts>>)[name];
}

function isJson(facts: Facts | undefined): facts is Json {
  if (facts === undefined || facts === UNKNOWN) return false;
  if (typeof facts !== "object" || facts === null) return true;
  return Object.values(facts).every((inner: Facts) => isJson(inner));
}

/**
 * Evaluates as much of an expression as is known before it runs.
 *
 * @param expression the text between `${{` and `}}`
 * @param contexts what is known
 * @returns its value; undefined when it is known only when it runs, or is no expression
 */
export function evaluatePartly(expression: string, contexts: KnownContexts): Partial {
  if (expression.length > MAX_EXPRESSION) return undefined;
  try {
    return new PartialEvaluator(contexts).value(parseExpression(expression, FUNCTIONS));
  } catch {
    // GitHub's parser and functions throw on what is wrong; it is told when the workflow runs.
    return undefined;
  }
}
