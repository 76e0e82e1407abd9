import { childOf, type WorkflowFile } from "../core/workflow/index.ts";
import { TurnpikeError } from "../errors.ts";
import type { JobNode } from "./events.ts";
import type { LoadedWorkflow } from "./executor/job-plan.ts";

/**
 * Jobs as they are known before the run. A job with a matrix is a node without steps, and its legs are added below it.
 *
 * @param workflow the workflow that the event started
 * @param onlyJobs jobs of it that take part; undefined: all
 */
export function jobNodes(workflow: LoadedWorkflow, onlyJobs: ReadonlySet<string> | undefined): readonly JobNode[] {
  return nodesOf(workflow, { idPrefix: "", namePrefix: "", onlyJobs });
}

function nodesOf(
  workflow: LoadedWorkflow,
  at: {
    readonly idPrefix: string;
    readonly namePrefix: string;
    readonly parent?: string;
    readonly onlyJobs?: ReadonlySet<string> | undefined;
  },
): readonly JobNode[] {
  const jobs = workflow.file.jobs.filter(({ id }) => at.onlyJobs?.has(id) ?? true);
  return jobs.flatMap((job) => {
    const id = `${at.idPrefix}${job.id}`;
    const written = job.name?.isExpression === false ? job.name.toString() : job.id;
    const name = `${at.namePrefix}${written === "" ? job.id : written}`;
    const hasMatrix = childOf(job.strategy, "matrix") !== undefined;
    const called = hasMatrix ? undefined : workflow.calls.get(job.id);
    const node: JobNode = {
      id,
      name,
      needs: job.needs.map((need) => `${at.idPrefix}${need}`),
      isCall: hasMatrix || job.call !== undefined,
      ...(at.parent === undefined ? {} : { parent: at.parent }),
    };
    const inner =
      called === undefined ? [] : nodesOf(called, { idPrefix: `${id}/`, namePrefix: `${name} / `, parent: id });
    return [node, ...inner];
  });
}

/**
 * @param workflow a workflow
 * @param id a job
 * @returns the job and all that it needs, near and far
 * @throws TurnpikeError `WORKFLOW_INVALID` when there is no such job
 */
export function jobsWithNeeds(workflow: WorkflowFile, id: string): ReadonlySet<string> {
  const byId = new Map(workflow.jobs.map((job) => [job.id, job]));
  if (!byId.has(id)) {
    throw new TurnpikeError("WORKFLOW_INVALID", "config", `${workflow.label} has no job "${id}".`, {
      hint: `It has: ${[...byId.keys()].join(", ")}`,
    });
  }
  const found = new Set<string>();
  const visit = (job: string): void => {
    if (found.has(job)) return;
    found.add(job);
    for (const need of byId.get(job)?.needs ?? []) visit(need);
  };
  visit(id);
  return found;
}
