import { isTrue, type Result } from "../../core/workflow/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { evaluateIn, type StepView } from "./frame.ts";
import type { JobState } from "./job-state.ts";
import type { StepOutput } from "./step-output.ts";

/** How the work of a step ended. */
export type WorkResult = Exclude<Result, "skipped">;

/** A step of an action's `post`, to be run when the steps of the job are done. */
export interface PostStep {
  readonly name: string;
  /** Expression. */
  readonly condition: string;
  readonly view: StepView;
  run(work: StepWork): Promise<WorkResult>;
}

/** What the work of a step has at hand. */
export interface StepWork {
  readonly job: JobState;
  readonly view: StepView;
  readonly output: StepOutput;
  /** Stops the step. */
  readonly signal: AbortSignal;
}

/** A step that is about to run. */
export interface PlannedStep {
  readonly condition: string;
  readonly view: StepView;
  readonly output: StepOutput;
  /** Stops it together with the step around it. */
  readonly parent?: AbortSignal;
  readonly timeoutMinutes?: number | undefined;
  readonly name: string;
  run(work: StepWork): Promise<WorkResult>;
}

/**
 * Runs one step: asks its condition, and stops it when the job is cancelled and the condition, asked again, does not
 * hold any more (actions/runner src/Runner.Worker/StepsRunner.cs, RunAsync).
 *
 * @param job the job
 * @param step what to run
 * @returns what it came to, before `continue-on-error`
 */
export async function runGuarded(job: JobState, step: PlannedStep): Promise<Result> {
  const asked = await ask(job, step);
  if (asked === "no") return "skipped";
  if (asked === "error") return "failure";
  const controller = new AbortController();
  let isTimedOut = false;
  const stop = (): void => controller.abort();
  const onCancel = (): void => {
    void ask(job, step).then((again) => {
      if (again !== "yes") stop();
    });
  };
  const { cancel, shared } = job.start;
  step.parent?.addEventListener("abort", stop, { once: true });
  if (step.parent?.aborted === true) stop();
  const wasCancelled = cancel.signal.aborted;
  if (!wasCancelled) cancel.signal.addEventListener("abort", onCancel, { once: true });
  const minutes = step.timeoutMinutes ?? 0;
  const timer = minutes > 0 ? setTimeout(onTimeout, Math.min(minutes * shared.minuteMs, 2 ** 31 - 1)) : undefined;
  function onTimeout(): void {
    isTimedOut = true;
    stop();
  }
  try {
    const { view, output } = step;
    const result = await step.run({ job, view, output, signal: controller.signal });
    if (!isTimedOut) return result;
    output.report("error", `The action '${step.name}' has timed out after ${minutes} minutes.`);
    return "failure";
  } catch (error) {
    step.output.report("error", messageOf(error));
    return "failure";
  } finally {
    clearTimeout(timer);
    cancel.signal.removeEventListener("abort", onCancel);
    step.parent?.removeEventListener("abort", stop);
  }
}

async function ask(job: JobState, { condition, view, output }: PlannedStep): Promise<"yes" | "no" | "error"> {
  try {
    return (await evaluateIn(job, view, (scope) => isTrue(condition, scope))) ? "yes" : "no";
  } catch (error) {
    output.report("error", messageOf(error));
    return "error";
  }
}

/** @returns what a person should read of a failure */
export function messageOf(error: unknown): string {
  if (error instanceof TurnpikeError) {
    const problems = error.problems.map(
      ({ where, line, message }) => `${where}${line === undefined ? "" : `:${line}`} ${message}`,
    );
    return [error.message, ...problems, ...(error.hint === undefined ? [] : [error.hint])].join("\n");
  }
  return error instanceof Error ? error.message : String(error);
}
