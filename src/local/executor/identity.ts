import type { Permissions } from "../../core/workflow/index.ts";
import type { LoadedWorkflow } from "./job-plan.ts";

/**
 * @param workflow a workflow with all that it calls
 * @param granted what its caller grants, where there is one
 * @returns whether any job may ask for an OIDC token
 */
export function needsIdentity(workflow: LoadedWorkflow, granted?: Permissions): boolean {
  return workflow.file.jobs.some((job) => {
    const effective = job.permissions ?? workflow.file.permissions ?? granted;
    const called = workflow.calls.get(job.id);
    return called === undefined ? effective?.["id-token"] === "write" : needsIdentity(called, effective);
  });
}
