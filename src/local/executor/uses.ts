import { TurnpikeError } from "../../errors.ts";
import type { StandIn } from "../stand-ins/stand-in.ts";
import { type ActionCall, actionInputs, givenInputs, warnOfInputs } from "./action-inputs.ts";
import { runComposite } from "./composite.ts";
import type { DefinedStep, RunStep } from "./defined-step.ts";
import { githubOf, visibleEnv } from "./evaluate-in.ts";
import { runJavaScript } from "./javascript.ts";
import type { StepWork, WorkResult } from "./job-state.ts";
import { printMap } from "./script.ts";
import { processEnv } from "./step-environment.ts";

/** Most composite actions inside each other (actions/runner src/Runner.Common/Constants.cs, CompositeActionsMaxDepth). */
const MAX_DEPTH = 9;

/**
 * Runs a `uses` step.
 *
 * @param work what the step has at hand
 * @param step the step
 * @param runStep runs steps of composite actions
 * @throws TurnpikeError `WORKFLOW_STEP` when there is no such action
 */
export async function runUses(work: StepWork, step: DefinedStep, runStep: RunStep): Promise<WorkResult> {
  const uses = step.definition.work;
  if (uses.kind !== "uses") return "failure";
  const { shared, workspace } = work.job.start;
  const resolved = await shared.actions.resolve(uses.uses, step.frame.source, workspace);
  if (resolved.kind === "unknown") {
    throw new TurnpikeError("WORKFLOW_STEP", "config", resolved.message, { problems: resolved.problems });
  }
  if (resolved.kind === "stand-in") return await runStandIn(work, step, resolved);
  if (step.frame.depth >= MAX_DEPTH) {
    throw new TurnpikeError("WORKFLOW_STEP", "config", `Composite action depth exceeded max depth ${MAX_DEPTH}`);
  }
  const { action } = resolved;
  const given = await givenInputs(work, step.definition);
  warnOfInputs(
    work,
    [...given.values()].map(([name]) => name),
    action.inputs,
  );
  const call: ActionCall = { action, resolved, step, inputs: await actionInputs(work, step.definition, action) };
  printHeader(work, uses.uses, call.inputs);
  return action.runs.kind === "composite" ? await runComposite(work, call, runStep) : await runJavaScript(work, call);
}

function printHeader(work: StepWork, uses: string, inputs: Readonly<Record<string, string>>): void {
  work.output.print(`Run ${uses}`, "fold-begin");
  printMap(work, "with", Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== "")));
  printMap(work, "env", visibleEnv(work.job, work.view));
  work.output.print("", "fold-end");
}

async function runStandIn(
  work: StepWork,
  step: DefinedStep,
  { standIn, ref }: { readonly standIn: StandIn; readonly ref: string },
): Promise<WorkResult> {
  const given = await givenInputs(work, step.definition);
  const declared = Object.keys(standIn.inputs).map((name) => ({ name }));
  warnOfInputs(
    work,
    [...given.values()].map(([name]) => name),
    declared,
  );
  const inputs: Record<string, string> = { ...standIn.inputs };
  for (const [name, [, value]] of given) inputs[name] = value;
  printHeader(work, `${standIn.repository}@${ref}`, Object.fromEntries([...given.values()]));
  work.output.print(`${standIn.repository} is built in; the real one runs on GitHub.`, "notice");
  const { job, view, output } = work;
  const fault = await standIn.run({
    shared: job.start.shared,
    inputs,
    workspace: job.start.workspace,
    temp: job.start.temp,
    env: processEnv(job, view, githubOf(job, view)),
    print: (line) => output.print(line),
    report: (level, message) => output.report(level, message),
    setOutput: (name, value) => job.setOutput(view.frame.scope, step.definition.id, { name, value }),
    setEnv: (name, value) => {
      job.env = { ...job.env, [name]: value };
    },
    addPath: (folder) => job.addPath(folder),
  });
  if (fault !== undefined) output.report("error", fault);
  if (work.signal.aborted) return "cancelled";
  return fault === undefined ? "success" : "failure";
}
