import { editing, type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { childOf, itemsOf, type Trigger, type WorkflowFile } from "../../../core/workflow/index.ts";
import { type Check, checkingCallers, type Scene } from "../scene.ts";
import { checkNameOf } from "./check-name.ts";

function triggerOf(workflow: WorkflowFile, event: string): Trigger | undefined {
  return workflow.triggers.find((trigger) => trigger.event === event);
}

function at(workflow: WorkflowFile, token: { readonly line?: number | undefined } | undefined): Finding["where"] {
  return { file: workflow.label, line: token?.line ?? null };
}

function pullRequests(workflow: WorkflowFile, name: string): readonly Finding[] {
  const trigger = triggerOf(workflow, "pull_request");
  if (trigger === undefined) {
    const why = `"${name}" is not reported before a merge.`;
    return [
      {
        severity: "warning",
        message: "pull requests do not start the road",
        where: at(workflow, undefined),
        why,
        mend: "on:\n  pull_request:",
      },
    ];
  }
  const findings: Finding[] = [];
  for (const key of ["paths", "paths-ignore"]) {
    const filter = childOf(trigger.settings, key);
    if (filter === undefined) continue;
    const why = `where no file matches, "${name}" is never reported, and a pull request that requires it waits for ever.`;
    findings.push({
      severity: "warning",
      message: `\`${key}\` keeps pull requests from starting the road`,
      where: at(workflow, filter),
      why,
      mend: editing({ file: workflow.label, line: filter.line ?? null }, `delete \`${key}\``),
    });
  }
  const types = itemsOf(childOf(trigger.settings, "types")).map((token) => token.toString());
  if (types.length > 0 && !types.includes("synchronize")) {
    const why = "what is pushed to an open pull request is not checked.";
    findings.push({
      severity: "warning",
      message: "`types` leaves `synchronize` out",
      where: at(workflow, childOf(trigger.settings, "types")),
      why,
      mend: "types: [opened, synchronize, reopened]",
    });
  }
  return findings;
}

function dangerous(workflow: WorkflowFile): readonly Finding[] {
  const trigger = triggerOf(workflow, "pull_request_target");
  if (trigger === undefined) return [];
  const why = "the code of strangers would run with a token that may write, and with secrets.";
  return [
    {
      severity: "error",
      message: "`pull_request_target` starts the road",
      where: at(workflow, trigger.token),
      why,
      mend: "on:\n  pull_request:",
    },
  ];
}

function mergeQueue(workflow: WorkflowFile, scene: Scene, name: string): readonly Finding[] {
  if (triggerOf(workflow, "merge_group") !== undefined) return [];
  const others = scene.workflows.flatMap(({ parsed }) => (parsed.kind === "workflow" ? [parsed.workflow] : []));
  const other = others.find((one) => triggerOf(one, "merge_group") !== undefined);
  if (other === undefined) return [];
  const message = `${other.label} knows the merge queue, and the caller does not`;
  const why = `"${name}" is not reported in the queue, and what requires it never merges.`;
  return [{ severity: "warning", message, where: at(workflow, undefined), why, mend: "on:\n  merge_group:" }];
}

function concurrency(workflow: WorkflowFile): readonly Finding[] {
  if (workflow.hasConcurrency) return [];
  return [
    {
      severity: "note",
      message: "a newer push does not stop the run of an older one",
      where: at(workflow, undefined),
      why: "minutes are spent on commits that nobody waits for.",
      mend: "concurrency:\n  group: turnpike-${{ github.event.pull_request.number || github.run_id }}\n  cancel-in-progress: true",
    },
  ];
}

/** What starts the road, and what keeps it from starting. */
export const triggersCheck: Check = {
  id: "triggers",
  section: "road",
  examine(scene) {
    if (scene.callers.length === 0) return Promise.resolve(NOT_APPLICABLE);
    const findings = checkingCallers(scene.callers).flatMap((caller) => {
      const { workflow } = caller;
      const name = checkNameOf(caller) ?? "the check";
      return [
        ...dangerous(workflow),
        ...pullRequests(workflow, name),
        ...mergeQueue(workflow, scene, name),
        ...concurrency(workflow),
      ];
    });
    return Promise.resolve(found(findings, "every pull request starts it"));
  },
};
