import { fromValue, type MatrixLeg, unfoldMatrix } from "../expressions/index.ts";
import { childOf, type Template } from "./document.ts";
import { evaluate, evaluateFlag, evaluateNumber, type Scope } from "./evaluate.ts";

/** What `strategy` says. */
export interface Strategy {
  /** Undefined when there is no matrix. */
  readonly legs: readonly MatrixLeg[] | undefined;
  readonly failFast: boolean;
  /** How many legs run at once; undefined: all. */
  readonly maxParallel: number | undefined;
}

/**
 * @param token value of a `strategy` key
 * @param scope contexts of the job
 * @returns what it says; no strategy is one leg without values
 * @throws TurnpikeError `WORKFLOW_EXPRESSION`
 */
export function readStrategy(token: Template | undefined, scope: Scope): Strategy {
  const matrix = childOf(token, "matrix");
  return {
    legs: matrix === undefined ? undefined : unfoldMatrix(fromValue(evaluate(matrix, scope))),
    failFast: evaluateFlag(childOf(token, "fail-fast"), scope, true),
    maxParallel: evaluateNumber(childOf(token, "max-parallel"), scope),
  };
}

/** Longest name of a job (JobNameBuilder.cs). */
const MAX_NAME = 100;

/**
 * @param name the job's id, or its name when no expression stands in it
 * @param label the leg's label; empty when there is no matrix
 * @returns `test (3.12, ubuntu)`
 */
export function legName(name: string, label: string): string {
  const full = label === "" ? name : `${name} (${label})`;
  return full.length > MAX_NAME ? `${full.slice(0, MAX_NAME - 3)}...` : full;
}
