import { CHECK_NAME } from "../../../core/adopt/index.ts";
import { editing, type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { childOf } from "../../../core/workflow/index.ts";
import { type Caller, type Check, checkingCallers } from "../scene.ts";

/**
 * @returns the name under which GitHub reports the road's last job; undefined when it is made anew for each run
 */
export function checkNameOf({ workflow, call }: Caller): string | undefined {
  const job = workflow.jobs.find(({ id }) => id === call.jobId);
  const name = job?.name?.toString() ?? call.jobId;
  return job?.strategy !== undefined || name.includes("${{") ? undefined : `${name} / gate`;
}

function judge(caller: Caller): readonly Finding[] {
  const { workflow, call } = caller;
  const job = workflow.jobs.find(({ id }) => id === call.jobId);
  const where = { file: workflow.label, line: call.line };
  const name = checkNameOf(caller);
  const condition = childOf(job?.job, "if");
  const skipped: readonly Finding[] =
    condition === undefined
      ? []
      : [
          {
            severity: "warning",
            message: `job \`${call.jobId}\` has an \`if\``,
            where: { file: workflow.label, line: condition.line ?? call.line },
            why: `where it does not hold, "${name ?? CHECK_NAME}" is never reported, and a pull request that requires it waits for ever.`,
            mend: editing({ file: workflow.label, line: condition.line ?? call.line }, "delete `if`"),
          },
        ];
  if (name === undefined) {
    const why = "a ruleset requires one name.";
    return [
      ...skipped,
      {
        severity: "warning",
        message: "the name of the check differs from run to run",
        where,
        why,
        mend: `name: ${CHECK_NAME.split(" ")[0]}`,
      },
    ];
  }
  if (name === CHECK_NAME) return skipped;
  const message = `the check to require is called "${name}" here, not "${CHECK_NAME}"`;
  const why = "rulesets for many repositories need one name in all of them.";
  return [...skipped, { severity: "note", message, where, why, mend: `name: ${CHECK_NAME.split(" ")[0]}` }];
}

/** Whether the one check to require is always reported, under its usual name. */
export const checkNameCheck: Check = {
  id: "check-name",
  section: "road",
  examine({ callers }) {
    const checking = checkingCallers(callers);
    const [first] = checking;
    if (first === undefined) return Promise.resolve(NOT_APPLICABLE);
    return Promise.resolve(found(checking.flatMap(judge), `the check to require is "${checkNameOf(first)}"`));
  },
};
