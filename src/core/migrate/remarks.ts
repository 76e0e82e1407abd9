import type { Judged } from "./decide.ts";
import type { StepFacts, WorkflowFacts } from "./model.ts";
import { actionName } from "./roles/known-actions.ts";

/** A defect of something that stays; said only where it is certain. */
export interface Remark {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

function isStep(unit: Judged["unit"]): unit is StepFacts {
  return unit.index !== null;
}

function mutableRefs(steps: readonly StepFacts[]): readonly Remark[] {
  const moving = steps.filter(
    ({ uses }) => uses !== null && /^[^./$][^@]*@/.test(uses) && !/^docker:/.test(uses) && !/@[0-9a-f]{40}$/.test(uses),
  );
  return [...new Set(moving.map(({ file }) => file))].map((file) => {
    const own = moving.filter((step) => step.file === file);
    const names = [...new Set(own.map(({ uses }) => `${actionName(uses ?? "")}@${(uses ?? "").split("@").at(-1)}`))];
    const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
    return {
      file,
      line: own[0]?.line ?? 1,
      message: `refs that can move: ${names.slice(0, 3).join(", ")}${more}; pin the commit`,
    };
  });
}

function scripts(steps: readonly StepFacts[]): readonly Remark[] {
  return steps.flatMap(({ file, line, run }) => {
    if (run === null) return [];
    const found: Remark[] = [];
    const say = (message: string): void => void found.push({ file, line, message });
    if (/^\s*detect-secrets scan\b(?!.*--baseline)/m.test(run))
      say("`detect-secrets scan` writes a baseline and refuses nothing; use `detect-secrets-hook --baseline`");
    if (/PIPESTATUS/.test(run) && /\|\s*tee\b/.test(run) && !/set \+e/.test(run))
      say("under `bash -e -o pipefail` a failing pipe ends the script before PIPESTATUS is read");
    if (/https:\/\/[^\s@/]*\$\{\{\s*secrets\.[^}]*\}\}[^\s@]*@/.test(run))
      say("a secret stands in a URL, where it ends up in logs and in git's configuration");
    return found;
  });
}

function timeouts(workflows: readonly WorkflowFacts[], kept: ReadonlySet<string>): readonly Remark[] {
  return workflows.flatMap(({ file, jobs }) => {
    const open = jobs.filter((job) => !job.hasTimeout && job.call === null && kept.has(`${file}\0${job.id}`));
    if (open.length === 0) return [];
    const names = open.map(({ id }) => id);
    const shown = names.length > 4 ? `${names.slice(0, 4).join(", ")} and ${names.length - 4} more` : names.join(", ");
    return [
      {
        file,
        line: open[0]?.line ?? 1,
        message: `no \`timeout-minutes\`: ${shown}; a job that hangs runs for six hours`,
      },
    ];
  });
}

function permissions(workflows: readonly WorkflowFacts[], kept: ReadonlySet<string>): readonly Remark[] {
  return workflows
    .filter(
      ({ file, hasPermissions, jobs }) =>
        !hasPermissions && jobs.some((job) => !job.hasPermissions && kept.has(`${file}\0${job.id}`)),
    )
    .map(({ file }) => ({
      file,
      line: 1,
      message: "no `permissions`: its jobs get whatever the repository's default token may do",
    }));
}

/**
 * Defects of what stays.
 *
 * @param workflows the files
 * @param judged the verdicts
 * @returns by file and line
 */
export function remarksOn(workflows: readonly WorkflowFacts[], judged: readonly Judged[]): readonly Remark[] {
  const staying = judged.filter(({ verdict }) => verdict.kind !== "replaced").map(({ unit }) => unit);
  const jobs = new Set(staying.map(({ file, job }) => `${file}\0${job}`));
  const steps = staying.filter(isStep);
  const all = [...mutableRefs(steps), ...scripts(steps), ...timeouts(workflows, jobs), ...permissions(workflows, jobs)];
  return all.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
