import { shellLine } from "../../../contract/index.ts";
import { type CheckResult, editing, type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { type Caller, type Check, checkingCallers, isGood, type Scene } from "../scene.ts";

const NO_CALLER: Finding = {
  severity: "warning",
  message: "no workflow calls the road",
  where: null,
  why: "nothing of it runs on GitHub.",
  mend: "turnpike init",
};

function calledAgain({ workflow, call }: Caller): Finding {
  return {
    severity: "warning",
    message: `the road is called a second time, by job \`${call.jobId}\``,
    where: { file: workflow.label, line: call.line },
    why: "everything is checked twice.",
    mend: editing({ file: workflow.label, line: call.line }, `delete the job ${call.jobId}`),
  };
}

/** A file that is here and in no commit to come starts nothing; one that git ignores never gets there by itself. */
async function outsideGit({ askGit, names }: Scene, file: string): Promise<readonly Finding[]> {
  if (isGood(await askGit("ls-files", "--error-unmatch", "--", file))) return [];
  const isIgnored = !names.has(file);
  const add = shellLine(["git", "add", ...(isIgnored ? ["-f"] : []), file]);
  return [
    {
      severity: isIgnored ? "warning" : "note",
      message: isIgnored ? "git ignores the caller" : "the caller is not in git yet",
      where: { file, line: null },
      why: "GitHub runs what is committed.",
      mend: add,
    },
  ];
}

async function examine(scene: Scene): Promise<CheckResult> {
  const { isRepository, callers, workflows } = scene;
  if (!isRepository) return NOT_APPLICABLE;
  const [first, ...more] = checkingCallers(callers);
  // A broken file is told by `workflows`.
  const isBroken = workflows.some(({ path, parsed }) => parsed.kind === "invalid" && path.endsWith("/turnpike.yml"));
  if (first === undefined) return isBroken ? NOT_APPLICABLE : found([NO_CALLER], "");
  const { label } = first.workflow;
  return found(
    [...(await outsideGit(scene, label)), ...more.map(calledAgain)],
    `${label} calls ${first.call.lane}.yml`,
  );
}

/** Whether a workflow that is in git calls the road, and only one. */
export const callerCheck: Check = { id: "caller", section: "road", examine };
