import { editing, type Finding, fine, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { type Check, checkingCallers } from "../scene.ts";

/** Whether a workflow calls the road. */
export const callerCheck: Check = {
  id: "caller",
  section: "road",
  examine({ isRepository, callers, workflows }) {
    if (!isRepository) return Promise.resolve(NOT_APPLICABLE);
    const [first, ...more] = checkingCallers(callers);
    // A broken file is told by `workflows`.
    const isBroken = workflows.some(({ path, parsed }) => parsed.kind === "invalid" && path.endsWith("/turnpike.yml"));
    if (first === undefined && isBroken) return Promise.resolve(NOT_APPLICABLE);
    if (first === undefined) {
      const finding: Finding = {
        severity: "warning",
        message: "no workflow calls the road",
        where: null,
        why: "nothing of it runs on GitHub.",
        mend: "turnpike init",
      };
      return Promise.resolve(found([finding], ""));
    }
    const findings = more.map(
      ({ workflow, call }): Finding => ({
        severity: "warning",
        message: `the road is called a second time, by job \`${call.jobId}\``,
        where: { file: workflow.label, line: call.line },
        why: "everything is checked twice.",
        mend: editing({ file: workflow.label, line: call.line }, `delete the job ${call.jobId}`),
      }),
    );
    return Promise.resolve(
      findings.length > 0 ? found(findings, "") : fine(`${first.workflow.label} calls ${first.call.lane}.yml`),
    );
  },
};
