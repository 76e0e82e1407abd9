import { evaluateMap } from "../../core/workflow/index.ts";
import { evaluateIn } from "./evaluate-in.ts";
import type { StepView } from "./frame.ts";
import type { JobState } from "./job-state.ts";
import { messageOf } from "./message-of.ts";
import type { StepOutput } from "./step-output.ts";

/** UTF-16 bytes of all outputs of a job (docs.github.com, Passing information between jobs). */
const LIMIT_BYTES = 1024 * 1024;

/**
 * Outputs of a job. Empty ones are left out, ones with a secret are dropped
 * (actions/runner src/Runner.Worker/JobExtension.cs, FinalizeJob).
 *
 * @param job the job, all steps done
 * @param view where they are evaluated
 * @param output where it is told
 */
export async function readOutputs(
  job: JobState,
  view: StepView,
  output: StepOutput,
): Promise<Readonly<Record<string, string>>> {
  const { outputs } = job.start.definition;
  if (outputs === undefined) return {};
  const kept: Record<string, string> = {};
  try {
    const found = await evaluateIn(job, view, (scope) => evaluateMap(outputs, scope));
    output.print("Evaluate and set job outputs");
    let bytes = 0;
    for (const [name, value] of Object.entries(found)) {
      if (value === "") continue;
      bytes += 2 * (name.length + value.length);
      if (job.start.shared.masker.mask(value) !== value) {
        output.report("warning", `Skip output '${name}' since it may contain secret.`);
      } else if (bytes > LIMIT_BYTES) {
        output.report("error", `Skip output '${name}': the outputs of a job may take 1 MB together.`);
      } else {
        output.print(`Set output '${name}'`);
        kept[name] = value;
      }
    }
  } catch (error) {
    output.report("error", "Fail to evaluate job outputs");
    output.report("error", messageOf(error));
    if (job.status === "success") job.status = "failure";
  }
  return kept;
}
