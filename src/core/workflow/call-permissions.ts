import type { Problem } from "../../errors.ts";
import { problemAt } from "./document.ts";
import {
  DEFAULT_PERMISSIONS,
  listAllowed,
  listRequested,
  type Permissions,
  permissionsBlock,
  violations,
} from "./permissions.ts";
import type { WorkflowFile } from "./workflow-file.ts";

/** A workflow with those that its jobs call. */
export interface CallTree {
  readonly file: WorkflowFile;
  /** Called workflows, by id of the calling job. */
  readonly calls: ReadonlyMap<string, CallTree>;
}

/** A violation and what would mend it. */
export interface PermissionProblem {
  readonly problem: Problem;
  /** The `permissions:` block for the calling job. */
  readonly hint: string;
}

/**
 * Checks what nested jobs ask for against what their callers grant, whatever `if` says, as GitHub does when a run starts
 * (actions/runner src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs, ConvertToReferencedWorkflow;
 * PermissionsHelper.cs).
 *
 * @param workflow the workflow that the event started, with all that it calls
 * @param onlyJobs jobs of it that take part; undefined: all
 */
export function checkPermissions(
  workflow: CallTree,
  onlyJobs: ReadonlySet<string> | undefined,
): readonly PermissionProblem[] {
  return checkCalls(workflow, workflow.file.permissions ?? DEFAULT_PERMISSIONS, onlyJobs);
}

function checkCalls(
  workflow: CallTree,
  granted: Permissions,
  onlyJobs: ReadonlySet<string> | undefined,
): readonly PermissionProblem[] {
  return workflow.file.jobs.flatMap((job) => {
    const called = workflow.calls.get(job.id);
    if (called === undefined || job.call === undefined || onlyJobs?.has(job.id) === false) return [];
    const allowed = job.permissions ?? granted;
    const asks = [
      { who: `The workflow ${job.call.uses}`, requested: called.file.permissions },
      ...called.file.jobs.map(({ id, permissions }) => ({
        who: `The nested job '${id}' of ${job.call?.uses}`,
        requested: permissions,
      })),
    ];
    const own = asks.flatMap(({ who, requested }) => {
      const list = requested === undefined ? [] : violations(requested, allowed);
      if (list.length === 0) return [];
      const message = `${who} is requesting '${listRequested(list)}', but is only allowed '${listAllowed(list)}'.`;
      return [{ list, problem: problemAt(workflow.file.label, job.token, message) }];
    });
    const every = own.flatMap(({ list }) => list);
    const hint = permissionsBlock(allowed, every);
    const inner = own.length > 0 ? [] : checkCalls(called, called.file.permissions ?? allowed, undefined);
    return [
      ...own.map(({ problem }) => ({
        problem,
        hint: `Add to the job \`${job.id}\` of ${workflow.file.label}:\n${hint}`,
      })),
      ...inner,
    ];
  });
}
