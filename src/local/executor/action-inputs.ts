import { type ActionFile, evaluateMap, evaluateText, type StepDefinition } from "../../core/workflow/index.ts";
import type { ResolvedAction } from "../actions.ts";
import type { DefinedStep } from "./defined-step.ts";
import { evaluateIn } from "./evaluate-in.ts";
import type { StepWork } from "./job-state.ts";

/** An action that is about to run, with what it is given. */
export interface ActionCall {
  readonly action: ActionFile;
  readonly resolved: Extract<ResolvedAction, { kind: "action" }>;
  /** By name as declared, defaults included. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly step: DefinedStep;
}

type Declared = readonly { readonly name: string; readonly deprecated?: string | undefined }[];

/**
 * Warns of inputs that the action does not have, and of old ones
 * (actions/runner src/Runner.Worker/ActionRunner.cs, RunAsync).
 *
 * @param work what the step has at hand
 * @param given names as the step writes them
 * @param declared inputs of the action
 */
export function warnOfInputs(work: StepWork, given: readonly string[], declared: Declared): void {
  const known = new Map(declared.map((input) => [input.name.toLowerCase(), input]));
  for (const name of given) {
    const message = known.get(name.toLowerCase())?.deprecated;
    if (message === undefined) continue;
    work.output.report("warning", `Input '${name}' has been deprecated with message: ${message}`);
  }
  const unknown = given.filter((name) => !known.has(name.toLowerCase()));
  if (unknown.length === 0) return;
  const valid = declared.map(({ name }) => name).join("', '");
  work.output.report("warning", `Unexpected input(s) '${unknown.join("', '")}', valid inputs are ['${valid}']`);
}

/** @returns what the step passes, by name in lower case: the name as written, and the value */
export async function givenInputs(work: StepWork, definition: StepDefinition): Promise<Map<string, [string, string]>> {
  const { work: uses } = definition;
  const token = uses.kind === "uses" ? uses.with : undefined;
  const given = await evaluateIn(work.job, work.view, (scope) => evaluateMap(token, scope));
  return new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), [name, value]]));
}

/**
 * @param work what the step has at hand
 * @param definition the step
 * @param action the action that it uses
 * @returns all inputs, the action's defaults included
 */
export async function actionInputs(
  work: StepWork,
  definition: StepDefinition,
  action: ActionFile,
): Promise<Record<string, string>> {
  const given = await givenInputs(work, definition);
  const inputs: Record<string, string> = Object.fromEntries(given.values());
  for (const input of action.inputs) {
    if (given.has(input.name.toLowerCase())) continue;
    inputs[input.name] = await evaluateIn(work.job, work.view, (scope) => evaluateText(input.default, scope));
  }
  return inputs;
}
