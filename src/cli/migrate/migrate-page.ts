import { renderDifference } from "../../adapters/terminal/difference.ts";
import type { Look } from "../../adapters/terminal/look.ts";
import type { Styles } from "../../adapters/terminal/styles.ts";
import { hanging, renderTable, widthOf } from "../../adapters/terminal/table.ts";
import { shellLine } from "../../contract/index.ts";
import { CHECK_NAME } from "../../core/adopt/index.ts";
import {
  differenceOf,
  IS_ROAD,
  type Judged,
  jobCounts,
  type Migration,
  type Verdict,
} from "../../core/migrate/index.ts";
import { countOf } from "../../core/summary/format.ts";
import { oneLine, plainText } from "../../core/summary/text.ts";

const MOST_LABEL = 60;
const MOST_WHY = 400;
const MOST_NAMES = 40;

/** Steps of a job that share a verdict and its reason, one line for all. */
interface Row {
  readonly job: string;
  readonly verdict: Verdict;
  readonly units: readonly Judged["unit"][];
}

function rowsOf(judged: readonly Judged[]): readonly Row[] {
  const rows: { job: string; verdict: Verdict; units: Judged["unit"][] }[] = [];
  for (const { unit, verdict } of judged) {
    const last = rows.at(-1);
    const isSame = last?.job === unit.job && last.verdict.kind === verdict.kind && last.verdict.why === verdict.why;
    if (isSame && last !== undefined) last.units.push(unit);
    else rows.push({ job: unit.job, verdict, units: [unit] });
  }
  return rows;
}

function verdictText(verdict: Verdict, { green, dim, yellow }: Styles): string {
  switch (verdict.kind) {
    case "replaced":
      return green("replaced");
    case "kept":
      return dim("kept");
    case "person":
      return yellow("person");
  }
}

function labelText(units: Row["units"]): string {
  return units.map(({ label }) => oneLine(label.replace(/@[0-9a-f]{40}$/, ""), MOST_LABEL)).join(" · ");
}

function whyText(verdict: Verdict): string {
  const by = verdict.kind === "replaced" ? `${verdict.by}: ` : "";
  return oneLine(by + verdict.why, MOST_WHY);
}

function lineText(units: Row["units"]): string {
  const [first, last] = [units[0]?.line ?? 0, units.at(-1)?.line ?? 0];
  return first === last ? `${first}` : `${first}–${last}`;
}

function fileTable(file: string, judged: readonly Judged[], look: Look): readonly string[] {
  const { styles, width } = look;
  let previous = "";
  const rows = rowsOf(judged).map(({ job, verdict, units }) => {
    const shown = job === previous ? "" : styles.bold(oneLine(job, 40));
    previous = job;
    return [shown, verdictText(verdict, styles), labelText(units), whyText(verdict), styles.dim(lineText(units))];
  });
  const head = ["job", "verdict", "step", "why", "line"];
  const table = renderTable(rows, { head, indent: 2, right: [4], styleHead: styles.dim });
  return ["", styles.bold(oneLine(file, 120)), widthOf(table) <= width ? table : belowEachOther(rows, look)];
}

/** Where the columns do not fit: the reason below its step, so that neither is broken into pieces. */
function belowEachOther(rows: readonly (readonly string[])[], { styles, width }: Look): string {
  const cells = rows.flatMap(([job = "", verdict = "", step = "", why = "", line = ""]) => [
    [job, verdict, step],
    ["", "", `${styles.dim(why)} ${styles.dim("· line")} ${line}`],
  ]);
  return renderTable(cells, { width, indent: 2, overflow: "wrap" });
}

function heading({ judged, workflows, unread, changes, gates }: Migration, { styles }: Look): readonly string[] {
  const count = (kind: Verdict["kind"]): number => judged.filter(({ verdict }) => verdict.kind === kind).length;
  const jobs = jobCounts({ judged });
  if (workflows.length + unread.length === 0) {
    return [`${styles.marks.warn} ${styles.bold("There are no workflows here.")} To begin: turnpike init`];
  }
  const what = `${countOf(judged.length, "step")} in ${countOf(jobs.before, "job")} of ${countOf(workflows.length, "workflow")}`;
  const verdicts = [`${count("replaced")} replaced`, `${count("kept")} kept`, `${count("person")} for a person`];
  const head = `${styles.bold(what)}  ${styles.dim("·")} ${verdicts.join(", ")}`;
  if (changes.length > 0) return [head];
  if (judged.some(({ verdict }) => verdict.why === IS_ROAD))
    return [head, `${styles.marks.pass} Nothing is left to migrate.`];
  const runs =
    gates.length === 0
      ? "The plan has no gates"
      : `The plan has ${countOf(gates.length, "gate")}, and no step here runs just that`;
  return [head, `${styles.marks.warn} ${runs}, so nothing can go yet. The road can run beside them: turnpike init`];
}

function section(title: string, note: string, { styles }: Look): string {
  return `\n${styles.bold(title)}  ${styles.dim(`· ${note}`)}`;
}

function differenceLines({ changes }: Migration, look: Look): readonly string[] {
  if (changes.length === 0) return [];
  const shown = changes.map(({ file, before, after }) =>
    renderDifference({ path: file, before, after }, look.styles, (text) => plainText(text)),
  );
  return [section("What the files become", countOf(changes.length, "file"), look), ...shown];
}

function countLines(migration: Migration, look: Look): readonly string[] {
  const { changes, calledIn, releasedIn, pinned, lane } = migration;
  if (changes.length === 0) return [];
  const { before, after } = jobCounts(migration);
  const workflows = changes.filter(({ before: text, after: next }) => text !== null && next === null).length;
  const road = lane === "pipeline" ? "check and gate on a change, build and sign on a release" : "check and gate";
  const places = [
    ...(calledIn === null || calledIn === releasedIn ? [] : [`in ${calledIn}`]),
    ...(releasedIn === null ? [] : [`in ${releasedIn}, on releases: check, build, sign and gate`]),
  ];
  return [
    section("What it saves", "counts, no guesses of minutes", look),
    `  jobs of your own    ${before} before, ${after} after${calledIn === releasedIn ? "" : `, and the road's: ${road}`}`,
    `  workflows that go   ${workflows}`,
    ...places.map((place) => `  the road is called  ${place}`),
    ...configLines(pinned),
  ];
}

function configLines({ ids, off }: Migration["pinned"]): readonly string[] {
  return [
    ...(ids.length === 0 ? [] : [`  turnpike.yml gets   ${ids.join(", ")}, which only the workflows declared`]),
    ...(off.length === 0
      ? []
      : [`  and switches off    ${off.join(", ")}, which no workflow runs and settings would declare`]),
  ];
}

function namesText(names: readonly string[]): readonly string[] {
  const more = names.length > MOST_NAMES ? [`    and ${names.length - MOST_NAMES} more`] : [];
  return [...names.slice(0, MOST_NAMES).map((name) => `    ${oneLine(name, 120)}`), ...more];
}

function checkLines({ checks, changes }: Migration, look: Look): readonly string[] {
  const { gone, unknown } = differenceOf(checks);
  const isRequired = checks.after.names.includes(CHECK_NAME);
  if (changes.length === 0 || (!isRequired && gone.length + unknown.length === 0)) return [];
  const lines = [
    ...(gone.length === 0 ? [] : ["  take off the required checks, they no longer appear:", ...namesText(gone)]),
    ...(unknown.length === 0
      ? []
      : ["  the names of these jobs only a run can tell; they no longer appear:", ...namesText(unknown)]),
    ...(isRequired
      ? [
          `  require: ${look.styles.bold(CHECK_NAME)}`,
          '  turnpike init --ruleset | gh api "repos/{owner}/{repo}/rulesets" --input -',
        ]
      : []),
  ];
  return [section("Required checks", "change them with the merge, not before", look), ...lines];
}

function todoLines({ todo }: Migration, look: Look): readonly string[] {
  if (todo.length === 0) return [];
  return [
    section("For a person", "migrate does not decide these", look),
    ...todo.map((one) => `  [ ] ${hanging(oneLine(one, 400), look.width, 6)}`),
  ];
}

function remarkLines({ remarks }: Migration, look: Look): readonly string[] {
  if (remarks.length === 0) return [];
  const lines = remarks.map(
    ({ file, line, message }) =>
      `  ${look.styles.marks.warn} ${hanging(`${oneLine(file, 80)}:${line} ${oneLine(message, 300)}`, look.width, 4)}`,
  );
  return [section("Seen on the way", "of what stays; nothing of it is changed", look), ...lines];
}

/**
 * @param migration what was worked out
 * @param look colours and width
 * @returns the page of `turnpike migrate`, ending with a line feed
 */
export function renderMigration(migration: Migration, look: Look): string {
  const files = [...new Set(migration.judged.map(({ unit }) => unit.file))];
  const judgedIn = (file: string) => migration.judged.filter(({ unit }) => unit.file === file);
  const lines = [
    ...heading(migration, look),
    ...files.flatMap((file) => fileTable(file, judgedIn(file), look)),
    ...differenceLines(migration, look),
    ...countLines(migration, look),
    ...checkLines(migration, look),
    ...todoLines(migration, look),
    ...remarkLines(migration, look),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * @param migration what was written
 * @param folder where the commands are for, when that is not where somebody is; else null
 * @param look colours
 * @returns what to do once the files were written
 */
export function renderWritten({ changes, todo }: Migration, folder: string | null, { styles }: Look): string {
  const paths = changes.map(({ file }) => file);
  const force = todo.some((one) => one.includes("is ignored by git")) ? " -f" : "";
  const lines = [
    "",
    `${styles.marks.pass} Wrote ${countOf(changes.length, "file")}. Review, try, commit:`,
    ...(folder === null ? [] : [`    ${styles.cyan(`cd ${shellLine([folder])}`)}`]),
    `    ${styles.cyan("git diff -- .github turnpike.yml")}`,
    `    ${styles.cyan("turnpike gates")}`,
    `    ${styles.cyan("git switch -c turnpike")}`,
    `    ${styles.cyan(`git add -A${force} -- ${shellLine(paths)}`)}`,
    `    ${styles.cyan("git commit -m 'Move the checks onto the road'")}`,
  ];
  return `${lines.join("\n")}\n`;
}
