import { isTrue, type Result } from "../../core/workflow/index.ts";
import { evaluateIn } from "./evaluate-in.ts";
import type { StepView } from "./frame.ts";
import type { JobState, StepWork, WorkResult } from "./job-state.ts";
import { messageOf } from "./message-of.ts";
import type { StepOutput } from "./step-output.ts";

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
