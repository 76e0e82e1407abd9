import { type Finding, found, NOT_APPLICABLE, notAsked } from "../../../core/doctor/index.ts";
import { checkCall, checkPermissions, parseWorkflowFile, type WorkflowFile } from "../../../core/workflow/index.ts";
import type { Caller, Check, Scene } from "../scene.ts";

async function ownWorkflow(scene: Scene, lane: string): Promise<WorkflowFile | undefined> {
  const path = `.github/workflows/${lane}.yml`;
  const text = await scene.ownText(path);
  const parsed = text === undefined ? undefined : await parseWorkflowFile(path, text);
  return parsed?.kind === "workflow" ? parsed.workflow : undefined;
}

async function judge(scene: Scene, { workflow, call }: Caller): Promise<readonly Finding[] | undefined> {
  const called = await ownWorkflow(scene, call.lane);
  const job = workflow.jobs.find(({ id }) => id === call.jobId);
  if (called === undefined || job?.call === undefined) return undefined;
  const calls = new Map([[call.jobId, { file: called, calls: new Map() }]]);
  const wanting = checkPermissions({ file: workflow, calls }, new Set([call.jobId]));
  const faults = called.call === undefined ? [] : checkCall(workflow.label, job.call, called.call);
  const why = "GitHub refuses to start the run.";
  return [
    ...wanting.slice(0, 1).map(
      ({ problem, hint }): Finding => ({
        severity: "error",
        message: problem.message,
        where: { file: workflow.label, line: problem.line ?? null },
        why,
        mend: hint,
      }),
    ),
    ...faults.map(
      ({ line, message }): Finding => ({
        severity: "error",
        message,
        where: { file: workflow.label, line: line ?? null },
        why,
        mend: null,
      }),
    ),
  ];
}

/** Whether the caller grants what the called jobs ask for, and gives inputs that exist. */
export const permissionsCheck: Check = {
  id: "permissions",
  section: "road",
  async examine(scene) {
    if (scene.callers.length === 0) return NOT_APPLICABLE;
    const judged = await Promise.all(scene.callers.map((caller) => judge(scene, caller)));
    if (judged.includes(undefined))
      return notAsked("the workflows of the running copy of Turnpike are not here to compare with");
    return found(
      judged.flatMap((one) => one ?? []),
      "permissions and inputs are what the called workflow asks for",
    );
  },
};
