import {
  evaluateFlag,
  evaluateMap,
  evaluateNumber,
  type Result,
  type StepDefinition,
} from "../../core/workflow/index.ts";
import type { DefinedStep } from "./defined-step.ts";
import { evaluateIn } from "./evaluate-in.ts";
import type { StepView } from "./frame.ts";
import { runGuarded } from "./guard.ts";
import type { JobState, StepRecord } from "./job-state.ts";
import { messageOf } from "./message-of.ts";
import { runScript } from "./script.ts";
import { runUses } from "./uses.ts";

/**
 * Runs a step of a job or of a composite action and puts its results into the `steps` context.
 *
 * @param job the job
 * @param step the step
 */
export async function runDefined(job: JobState, step: DefinedStep): Promise<StepRecord> {
  const { definition, frame, output } = step;
  const base: StepView = {
    frame,
    env: {},
    github: { action: definition.id, ...(frame.actionPath === undefined ? {} : { action_path: frame.actionPath }) },
  };
  let record: StepRecord;
  try {
    const env = await evaluateIn(job, base, (scope) => evaluateMap(definition.env, scope));
    const view = { ...base, env };
    const timeoutMinutes = await evaluateIn(job, view, (scope) => evaluateNumber(definition.timeoutMinutes, scope));
    const outcome = await runGuarded(job, {
      condition: definition.condition,
      view,
      output,
      name: step.name,
      timeoutMinutes,
      ...(step.parent === undefined ? {} : { parent: step.parent }),
      run: (work) =>
        definition.work.kind === "run" ? runScript(work, definition.work) : runUses(work, step, runDefined),
    });
    record = { outcome, conclusion: await conclude(job, { definition, view, outcome }) };
  } catch (error) {
    output.report("error", messageOf(error));
    record = { outcome: "failure", conclusion: "failure" };
  }
  job.setRecord(frame.scope, definition.id, record);
  return record;
}

/** `continue-on-error` turns a failure into a success; the outcome keeps it (ExecutionContext.cs, ApplyContinueOnError). */
async function conclude(
  job: JobState,
  step: { readonly definition: StepDefinition; readonly view: StepView; readonly outcome: Result },
): Promise<Result> {
  if (step.outcome !== "failure") return step.outcome;
  const read = step.definition.continueOnError;
  const isTolerated = await evaluateIn(job, step.view, (scope) => evaluateFlag(read, scope, false));
  return isTolerated ? "success" : "failure";
}
