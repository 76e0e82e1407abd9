import { renderDifference } from "../adapters/terminal/difference.ts";
import type { Styles } from "../adapters/terminal/styles.ts";
import { type Adoption, CHECK_NAME, type Pin, type Remark } from "../core/adopt/index.ts";
import { oneLine, plainText } from "../core/summary/text.ts";

/** A foreign remark with its lines kept, safe to show. */
function remarkLines(remarks: readonly Remark[], { marks }: Styles): readonly string[] {
  return remarks.map(({ where, message }) => {
    const [first = "", ...more] = plainText(message).split("\n");
    return [`${marks.warn} ${oneLine(where, 120)} ${first}`, ...more.map((line) => `    ${line}`)].join("\n");
  });
}

/** What a build that nobody declared means, said where it is known that releases exist. */
function laneLines({ lacksBuild }: Adoption, { marks }: Styles): readonly string[] {
  if (!lacksBuild) return [];
  return [
    `${marks.warn} this repository releases, but nothing says how it is built: this caller checks only, and signs nothing`,
    "    To have releases signed, begin with `build: COMMAND` in turnpike.yml, then call `turnpike init`.",
  ];
}

/**
 * @param adoption what would be written
 * @param remarks what is said besides
 * @param styles colours
 * @returns the difference of each file with what it is for, then the remarks
 */
export function renderProposal(adoption: Adoption, remarks: readonly Remark[], styles: Styles): string {
  const files = adoption.changes.flatMap((change) => [
    `${styles.bold(change.path)}  ${styles.dim(`· ${change.before === null ? "new" : "changed"} · ${oneLine(change.why, 160)}`)}`,
    "",
    renderDifference(change, styles, (text) => plainText(text)),
    "",
  ]);
  const said = [...remarkLines([...remarks, ...adoption.remarks], styles), ...laneLines(adoption, styles)];
  return [...files, ...said, ...(said.length > 0 ? [""] : [])].map((line) => `${line}\n`).join("");
}

/** @returns `v1.2.3 (0123456789ab)` */
export function pinText({ repository, sha, version }: Pin): string {
  return `${repository} ${version === null ? "" : `${version} `}(${sha.slice(0, 12)})`;
}

/** What `init` says of itself at the end. */
export interface NextFacts {
  readonly paths: readonly string[];
  /** Branch that is checked out; undefined when none is. */
  readonly branch: string | undefined;
  readonly defaultBranch: string;
}

/**
 * @param next what was written, and where
 * @param styles colours
 * @returns the steps that are left to a person
 */
export function renderNext(next: NextFacts, { bold, cyan, dim }: Styles): string {
  const quoted = next.paths.map((path) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`));
  const onDefault = next.branch === next.defaultBranch;
  const commit = [
    ...(onDefault ? ["git switch -c turnpike"] : []),
    `git add ${quoted.join(" ")}`,
    "git commit -m 'Check every change on the road'",
    next.branch === undefined || onDefault ? "git push -u origin turnpike" : "git push",
  ];
  const require = 'turnpike init --ruleset | gh api "repos/{owner}/{repo}/rulesets" --input -';
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ["See it before anybody else does, on this machine:", ["turnpike run --event pull_request"]],
    ["Commit it and open a pull request:", commit],
    [`When its first run was green, require the check ${bold(`"${CHECK_NAME}"`)} (needs admin rights):`, [require]],
  ];
  const lines = steps.flatMap(([what, commands], index) => [
    `  ${dim(`${index + 1}.`)} ${what}`,
    ...commands.map((command) => `       ${cyan(command)}`),
  ]);
  return `${bold("Next")}\n${lines.join("\n")}\n`;
}
