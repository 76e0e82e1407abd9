import { evaluateText, toValue } from "../../core/workflow/index.ts";
import type { ActionCall } from "./action-inputs.ts";
import { displayName, type RunStep } from "./defined-step.ts";
import { evaluateIn } from "./evaluate-in.ts";
import type { Frame, JobStatus, StepView } from "./frame.ts";
import { runGuarded } from "./guard.ts";
import type { PostStep, StepWork, WorkResult } from "./job-state.ts";

/**
 * Runs the steps of a composite action in the log of the step that uses it. A step that fails does not end the action:
 * the conditions of the others decide (actions/runner src/Runner.Worker/Handlers/CompositeActionHandler.cs).
 *
 * @param work what the step has at hand
 * @param call the action and its inputs
 * @param runStep runs a step
 */
export async function runComposite(work: StepWork, call: ActionCall, runStep: RunStep): Promise<WorkResult> {
  const { job, view, output } = work;
  const { runs } = call.action;
  if (runs.kind !== "composite") return "failure";
  const outer = call.step;
  let status: JobStatus = "success";
  const posts: PostStep[] = [];
  const frame: Frame = {
    scope: outer.frame.scope === "" ? outer.definition.id : `${outer.frame.scope}.${outer.definition.id}`,
    inputs: toValue(call.inputs),
    source: call.resolved.source ?? outer.frame.source,
    actionPath: call.resolved.folder,
    env: { ...view.frame.env, ...view.env },
    actionStatus: () => status,
    depth: outer.frame.depth + 1,
  };
  for (const definition of runs.steps) {
    const name = await displayName(job, definition, frame);
    const { conclusion } = await runStep(job, { definition, frame, output, name, parent: work.signal, posts });
    if (job.status === "cancelled") status = "cancelled";
    else if (conclusion === "failure" || conclusion === "cancelled") status = worse(status, conclusion);
  }
  if (posts.length > 0) outer.posts.push(postOf(call, { posts, view }));
  for (const { name, value } of runs.outputs) {
    const text = await evaluateIn(job, { frame, env: {}, github: view.github }, (scope) => evaluateText(value, scope));
    job.setOutput(outer.frame.scope, outer.definition.id, { name, value: text });
  }
  return status;
}

function worse(now: JobStatus, next: "failure" | "cancelled"): JobStatus {
  return now === "failure" ? now : next;
}

/** One post step for all inner ones, the last one first. */
function postOf(call: ActionCall, inner: { readonly posts: readonly PostStep[]; readonly view: StepView }): PostStep {
  return {
    name: `Post ${call.step.name}`,
    condition: "always()",
    view: inner.view,
    run: async (work) => {
      let result: WorkResult = "success";
      for (const post of [...inner.posts].reverse()) {
        const { condition, view, name } = post;
        // Post steps look at the job, not at the action (src/Runner.Worker/Expressions/SuccessFunction.cs).
        const inJob = { ...view, frame: { ...view.frame, actionStatus: undefined } };
        const ended = await runGuarded(work.job, {
          condition,
          view: inJob,
          output: work.output,
          name,
          parent: work.signal,
          run: (later) => post.run(later),
        });
        if (ended === "failure" || ended === "cancelled") result = ended;
      }
      return result;
    },
  };
}
