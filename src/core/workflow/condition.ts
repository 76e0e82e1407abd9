import { data } from "@actions/expressions";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";
import { ensureStatusFunction } from "@actions/workflow-parser/model/converter/if-condition";
import { isBasicExpression } from "@actions/workflow-parser/templates/tokens/type-guards";
import type { Template } from "./document.ts";

/** What a step or a job came to. */
export type Result = "success" | "failure" | "cancelled" | "skipped";

/**
 * The expression of an `if`. Without a status function it is `success() && (…)`
 * (actions/languageservices workflow-parser/src/model/converter/if-condition.ts).
 *
 * @param token value of an `if` key; undefined when absent
 * @returns an expression
 */
export function conditionOf(token: Template | undefined): string {
  if (token === undefined) return "success()";
  const text = (isBasicExpression(token) ? token.expression : token.toString()).trim();
  return text === "" ? "success()" : ensureStatusFunction(text, token.definitionInfo);
}

function statusFunction(name: string, holds: (ids: readonly string[]) => boolean): FunctionDefinition {
  return {
    name,
    minArgs: 0,
    maxArgs: 255,
    call: (...args) => new data.BooleanData(holds(args.map((arg) => arg.coerceString().toLowerCase()))),
  };
}

/**
 * Status functions of a job's `if`. They look at the whole chain of needs, not at direct ones alone
 * (docs.github.com, Expressions, Status check functions: "any ancestor job"; Workflow syntax, `needs`: a skip or a
 * failure applies to all jobs of the dependency chain).
 *
 * @param ancestors results of all jobs that this one needs, near and far, by job id
 * @param isCancelled whether the run was cancelled
 */
export function jobStatusFunctions(
  ancestors: ReadonlyMap<string, Result>,
  isCancelled: boolean,
): readonly FunctionDefinition[] {
  const chosen = (ids: readonly string[]): readonly Result[] =>
    [...ancestors].filter(([id]) => ids.length === 0 || ids.includes(id.toLowerCase())).map(([, result]) => result);
  return [
    statusFunction("always", () => true),
    statusFunction("cancelled", () => isCancelled),
    statusFunction("failure", (ids) => chosen(ids).includes("failure")),
    statusFunction("success", (ids) => !isCancelled && chosen(ids).every((result) => result === "success")),
  ];
}

/**
 * Status functions of a step's `if`. They look at the job so far; inside a composite action `success()` and `failure()`
 * look at the action so far (actions/runner src/Runner.Worker/Expressions/{Success,Failure,Cancelled}Function.cs).
 *
 * @param job status of the job
 * @param action status of the enclosing composite action's main steps; undefined elsewhere
 */
export function stepStatusFunctions(
  job: "success" | "failure" | "cancelled",
  action?: "success" | "failure" | "cancelled",
): readonly FunctionDefinition[] {
  const near = action ?? job;
  return [
    statusFunction("always", () => true),
    statusFunction("cancelled", () => job === "cancelled"),
    statusFunction("failure", () => near === "failure"),
    statusFunction("success", () => near === "success"),
  ];
}
