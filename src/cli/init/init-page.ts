import { renderDifference } from "../../adapters/terminal/difference.ts";
import type { Look } from "../../adapters/terminal/look.ts";
import type { Styles } from "../../adapters/terminal/styles.ts";
import { hanging } from "../../adapters/terminal/table.ts";
import { shellLine } from "../../contract/index.ts";
import { type Adoption, CHECK_NAME, type Pin, type Remark } from "../../core/adopt/index.ts";
import type { Plan } from "../../core/gates/index.ts";
import { oneLine, plainText } from "../../core/summary/text.ts";

/** Suggestions that are named; `turnpike plan` shows them all. */
const MOST_NAMED = 6;

/** A foreign remark with its lines kept, safe to show. */
function remarkLines(remarks: readonly Remark[], { styles: { marks }, width }: Look): readonly string[] {
  return remarks.map(({ where, message }) => {
    const [first = "", ...more] = plainText(message).split("\n");
    const head = hanging(`${oneLine(where, 120)} ${first}`, width, 2);
    return [`${marks.warn} ${head}`, ...more.map((line) => `    ${line}`)].join("\n");
  });
}

/** What a build that nobody declared means, said where it is known that releases exist. */
function laneLines({ lacksBuild }: Adoption, { styles: { marks }, width }: Look): readonly string[] {
  if (!lacksBuild) return [];
  const what = "this repository releases, but nothing says how it is built: this caller checks only, and signs nothing";
  const advice = "To have releases signed, begin with `build: COMMAND` in turnpike.yml, then call `turnpike init`.";
  return [`${marks.warn} ${hanging(what, width, 2)}`, `    ${hanging(advice, width, 4)}`];
}

/** A caller that checks nothing must not look like one that does. */
function gateLines(plan: Plan, hasConfig: boolean, { styles: { marks }, width }: Look): readonly string[] {
  const ids = plan.suggestions.map(({ gate }) => oneLine(gate.id, 60));
  const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  const open = ids.slice(0, MOST_NAMED).join(", ") + more;
  if (hasConfig || (plan.gates.length > 0 && open === "")) return [];
  if (plan.gates.length > 0) {
    return [
      `${marks.info} ${hanging(`only suggested, and not switched on: ${open} (\`turnpike plan\` says why)`, width, 2)}`,
    ];
  }
  const why = open === "" ? "it declares no gate that Turnpike knows" : `only suggested: ${open}`;
  const advice =
    open === ""
      ? "Name your commands in turnpike.yml: `turnpike plan` shows what was looked at."
      : "`turnpike plan` says why, and which lines of turnpike.yml switch them on.";
  return [
    `${marks.warn} ${hanging(`nothing is checked here yet: ${why}`, width, 2)}`,
    `    ${hanging(advice, width, 4)}`,
  ];
}

/**
 * @param adoption what would be written
 * @param besides the plan that would run, and what is said besides
 * @param look colours and width
 * @returns the difference of each file with what it is for, then the remarks
 */
export function renderProposal(
  adoption: Adoption,
  besides: { readonly plan: Plan; readonly hasConfig: boolean; readonly remarks: readonly Remark[] },
  look: Look,
): string {
  const { styles, width } = look;
  const files = adoption.changes.flatMap((change) => [
    `${styles.bold(change.path)}  ${styles.dim(`· ${change.before === null ? "new" : "changed"}`)}`,
    `  ${styles.dim(hanging(oneLine(change.why, 160), width, 2))}`,
    "",
    renderDifference(change, styles, (text) => plainText(text)),
    "",
  ]);
  const { plan, hasConfig, remarks } = besides;
  const isNew = adoption.changes.some(({ path, before }) => before === null && path.startsWith(".github/workflows/"));
  const said = [
    ...remarkLines([...remarks, ...adoption.remarks], look),
    ...laneLines(adoption, look),
    ...(isNew ? gateLines(plan, hasConfig, look) : []),
  ];
  return [...files, ...said, ...(said.length > 0 ? [""] : [])].map((line) => `${line}\n`).join("");
}

/** @returns `v1.2.3 (0123456789ab)` */
export function pinText({ repository, sha, version }: Pin): string {
  return `${repository} ${version === null ? "" : `${version} `}(${sha.slice(0, 12)})`;
}

/** What `init` says of itself at the end. */
export interface NextFacts {
  readonly paths: readonly string[];
  /** Whether git ignores one of them. */
  readonly isIgnored: boolean;
  /** Branch that is checked out; undefined when none is. */
  readonly branch: string | undefined;
  readonly defaultBranch: string;
  /** False before the first commit. */
  readonly hasCommits: boolean;
  /** Where to push; undefined when the clone has no remote. */
  readonly remote: string | undefined;
  /** Whether a caller was written that was not there before. */
  readonly isNewCaller: boolean;
  /** Where the commands are for, when that is not where somebody is; else null. */
  readonly folder: string | null;
}

/**
 * @param next what was written, and where
 * @param styles colours
 * @returns the steps that are left to a person
 */
export function renderNext(next: NextFacts, { bold, cyan, dim }: Styles): string {
  const needsBranch = next.hasCommits && (next.branch === undefined || next.branch === next.defaultBranch);
  const target = needsBranch ? "turnpike" : (next.branch ?? "turnpike");
  const remote = next.remote ?? "origin";
  const push =
    needsBranch || !next.hasCommits || next.remote === undefined ? `git push -u ${remote} ${target}` : "git push";
  const commit = [
    ...(needsBranch ? ["git switch -c turnpike"] : []),
    `git add ${next.isIgnored ? "-f " : ""}${shellLine(next.paths)}`,
    `git commit -m '${next.isNewCaller ? "Check every change on the road" : "Keep the road up to date"}'`,
    ...(next.remote === undefined ? ["git remote add origin git@github.com:OWNER/REPOSITORY.git"] : []),
    push,
  ];
  const require = 'turnpike init --ruleset | gh api "repos/{owner}/{repo}/rulesets" --input -';
  type Step = readonly [what: string, commands: readonly string[]];
  const look: Step = [
    "See it before anybody else does, on this machine: the checks in a copy, or the whole workflow:",
    ["turnpike try", "turnpike run --event pull_request"],
  ];
  const must: Step = [
    `When its first run was green, require the check ${bold(`"${CHECK_NAME}"`)} (needs admin rights):`,
    [require],
  ];
  const share: Step = [
    next.hasCommits ? "Commit it and open a pull request:" : "Commit it with your first commit:",
    commit,
  ];
  const steps: readonly Step[] = next.isNewCaller ? [look, share, must] : [share];
  const lines = steps.flatMap(([what, commands], index) => [
    `  ${dim(`${index + 1}.`)} ${what}`,
    ...commands.map((command) => `       ${cyan(command)}`),
  ]);
  const first = next.folder === null ? "" : `       ${cyan(`cd ${shellLine([next.folder])}`)}\n`;
  return `${bold("Next")}\n${first}${lines.join("\n")}\n`;
}
