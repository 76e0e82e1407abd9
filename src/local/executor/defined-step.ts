import { evaluateText, type StepDefinition } from "../../core/workflow/index.ts";
import { evaluateIn } from "./evaluate-in.ts";
import type { Frame } from "./frame.ts";
import type { JobState, PostStep, StepRecord } from "./job-state.ts";
import type { StepOutput } from "./step-output.ts";

/** A step as the file says it, where it stands, and where it prints. */
export interface DefinedStep {
  readonly definition: StepDefinition;
  readonly frame: Frame;
  readonly output: StepOutput;
  readonly name: string;
  readonly parent?: AbortSignal;
  /** Post steps of actions go here. */
  readonly posts: PostStep[];
}

/** Runs a step and puts its results into the `steps` context. */
export type RunStep = (job: JobState, step: DefinedStep) => Promise<StepRecord>;

/**
 * A step's name as the log shows it: as written, else `Run …` (actions/runner src/Runner.Worker/ActionRunner.cs,
 * GenerateDisplayName).
 */
export async function displayName(job: JobState, definition: StepDefinition, frame: Frame): Promise<string> {
  const { work } = definition;
  const token = definition.name ?? (work.kind === "run" ? work.script : work.token);
  const view = { frame, env: {}, github: { action: definition.id } };
  const text = await evaluateIn(job, view, (scope) => evaluateText(token, scope)).catch(() => token.toString());
  const line = text.trimStart().split(/\r?\n/)[0] ?? "";
  return job.start.shared.masker.mask(definition.name === undefined ? `Run ${line}` : line);
}
