import {
  type CallDefinition,
  type CallInterface,
  callInputs,
  entriesOf,
  evaluateText,
  type Result,
  type Scope,
  toValue,
  type Value,
} from "../../core/workflow/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { CallFrame, JobLeg } from "./job-plan.ts";
import type { FrameOutcome, JobOutcome } from "./job-runner.ts";
import type { RunShared } from "./run-shared.ts";

/** Secrets that the called workflow gets: all with `inherit`, else the ones that are passed by name. */
function passedSecrets(
  call: CallDefinition,
  of: { readonly takes: CallInterface; readonly caller: Scope; readonly own: Readonly<Record<string, string>> },
): Record<string, string> {
  if (call.secrets === undefined) return {};
  if (call.secrets.isScalar) return { ...of.own };
  const given = new Map(entriesOf(call.secrets).map(({ key, value }) => [key.toLowerCase(), value]));
  return Object.fromEntries(
    of.takes.secrets.flatMap(({ name }) => {
      const token = given.get(name.toLowerCase());
      return token === undefined ? [] : [[name, evaluateText(token, of.caller)] as const];
    }),
  );
}

/** Outputs of the called workflow, from its jobs; empty ones are left out. */
function calledOutputs(
  takes: CallInterface,
  of: { readonly called: Scope; readonly inputs: Value; readonly jobs: FrameOutcome["jobs"] },
): Record<string, string> {
  const results = Object.fromEntries(
    [...of.jobs].map(([id, { result, outputs }]) => [id, { result, outputs: { ...outputs } }]),
  );
  const contexts = { ...of.called.contexts, inputs: of.inputs, jobs: toValue(results) };
  const scope = { ...of.called, contexts };
  const all = takes.outputs.map(({ name, value }) => [name, evaluateText(value, scope)] as const);
  return Object.fromEntries(all.filter(([, text]) => text !== ""));
}

/**
 * What people are shown of a call that was stopped. A job that runs all the same, such as one that gives the verdict, may
 * fail after that; for jobs that need the call this counts as a failure, and for whoever stopped it it was stopped.
 */
function ofStopped(result: Result, jobs: FrameOutcome["jobs"]): Result {
  const isCut = [...jobs.values()].some((job) => job.result === "cancelled");
  return result === "failure" && isCut ? "cancelled" : result;
}

/**
 * Runs the workflow that a job calls.
 *
 * @param shared the run
 * @param leg the calling job
 * @param runFrame runs all jobs of a workflow
 * @throws TurnpikeError `WORKFLOW_INVALID` when an input has the wrong type
 */
export async function runCall(
  shared: RunShared,
  leg: JobLeg,
  runFrame: (frame: CallFrame) => Promise<FrameOutcome>,
): Promise<JobOutcome> {
  const { frame, definition, nodeId } = leg;
  const { call } = definition;
  const workflow = frame.workflow.calls.get(definition.id);
  const takes = workflow?.file.call;
  if (call === undefined || workflow === undefined || takes === undefined) {
    throw new TurnpikeError("BUG_UNEXPECTED", "bug", `The workflow that ${nodeId} calls was not read.`);
  }
  const { github, vars } = leg.contexts;
  const caller: Scope = { contexts: { ...leg.contexts, secrets: toValue(frame.secrets) }, functions: [] };
  const called: Scope = {
    contexts: { ...(github === undefined ? {} : { github }), ...(vars === undefined ? {} : { vars }) },
    functions: [],
  };
  const inputs = callInputs(frame.workflow.file.label, call, { takes, caller, called });
  if (inputs.kind === "wrong") {
    throw new TurnpikeError("WORKFLOW_INVALID", "config", "Inputs do not fit.", { problems: inputs.problems });
  }
  const began = shared.clock.monotonicMs();
  shared.emit({ kind: "job-started", jobId: nodeId });
  const { result, jobs } = await runFrame({
    workflow,
    idPrefix: `${nodeId}/`,
    namePrefix: `${leg.name} / `,
    parent: nodeId,
    inputs: inputs.value,
    secrets: passedSecrets(call, { takes, caller, own: frame.secrets }),
    permissions: leg.permissions,
    signal: leg.signal,
  });
  const outputs = calledOutputs(takes, { called, inputs: inputs.value, jobs });
  const durationMs = shared.clock.monotonicMs() - began;
  const conclusion = leg.signal.aborted ? ofStopped(result, jobs) : result;
  shared.emit({ kind: "job-finished", jobId: nodeId, conclusion, outputs, durationMs });
  return { result, outputs };
}
