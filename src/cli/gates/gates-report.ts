import { relative } from "node:path";
import type { Checked } from "../../actions/gates/check-repository.ts";
import type { Executed } from "../../actions/gates/executed.ts";
import { toneOf } from "../../actions/gates/shown/describe-gate.ts";
import { remarksOf } from "../../actions/gates/shown/remarks.ts";
import { hanging, pad, type Styles, truncate } from "../../adapters/terminal/index.ts";
import type { Look } from "../../adapters/terminal/look.ts";
import type { Finding, Plan } from "../../core/gates/index.ts";
import { countOf, formatDuration, oneLine, verdictSentence } from "../../core/summary/index.ts";
import { noteTexts } from "../page/note-texts.ts";

/** How the report looks. */
export interface ReportOptions extends Look {
  /** The repository's root. */
  readonly root: string;
  /** Folder of the logs as it is shown; default: where the run left them, relative to the root. */
  readonly logs?: string | undefined;
  /** The top of the git repository as seen from here, `..`, where this is a folder of one. */
  readonly top?: string | undefined;
  /** What people should know of turnpike.yml. */
  readonly notes?: Plan["notes"];
}

const MOST_FINDINGS = 10;
const MOST_LINES = 12;
/** Shorter reasons may be said again. */
const SHORT_REASON = 60;

function placeOf({ file, line, column }: Finding): string {
  if (file === null) return "";
  return `${oneLine(file, 120)}${line === null ? "" : `:${line}`}${column === null ? "" : `:${column}`}`;
}

function findingLines({ judgement }: Executed, { styles, width }: ReportOptions): string[] {
  const shown = judgement.findings.slice(0, MOST_FINDINGS);
  const places = shown.map(placeOf);
  const room = Math.min(Math.floor(width / 2), Math.max(0, ...places.map((place) => place.length)));
  const lines = shown.map((finding, at) => {
    const rule = finding.rule === null ? "" : `  ${styles.dim(oneLine(finding.rule, 80))}`;
    const place = places[at] ?? "";
    const text = `${oneLine(finding.message, 300)}${rule}`;
    return truncate(`  ${room === 0 ? "" : `${styles.cyan(pad(truncate(place, room), room))}  `}${text}`, width);
  });
  const more = judgement.findingsTotal - shown.length;
  return more > 0 ? [...lines, styles.dim(`  … ${countOf(more, "more finding")}`)] : lines;
}

function logLines({ excerpt }: Executed, { styles, width }: ReportOptions): string[] {
  const tail = (excerpt?.tail ?? []).slice(-MOST_LINES);
  return tail.map((line) => truncate(`  ${styles.dim("│")} ${line}`, width));
}

/** What a person pastes: what mends it where the tool can, and what shows it again. */
function commandLines(reproduce: string, fix: string | undefined, { cyan, dim, marks }: Styles): string[] {
  const again = cyan(oneLine(reproduce, 400));
  if (fix === undefined) return [`  ${marks.arrow} ${again}`];
  return [`  ${marks.arrow} ${dim("mend: ")} ${cyan(oneLine(fix, 400))}`, `    ${dim("check:")} ${again}`];
}

function gateBlock(one: Executed, checked: Checked, options: ReportOptions, more: readonly string[]): string[] {
  const { styles } = options;
  const { gate, judgement, durationMs } = one;
  const isBad = toneOf({ outcome: judgement.outcome, required: gate.required }) === "bad";
  const mark = isBad ? styles.marks.fail : styles.marks.warn;
  const time = durationMs === null ? "" : styles.dim(`  ${formatDuration(durationMs)}`);
  const why = oneLine(judgement.reason ?? judgement.summary ?? judgement.outcome, 300);
  const title = `${mark} ${hanging(`${styles.bold(gate.id)}  ${why}${time}`, options.width, 2)}`;
  const fix = checked.details.gates.find(({ id }) => id === gate.id)?.fix;
  const log = `${options.logs ?? relative(options.root, checked.logs)}/${one.fileName}.log`;
  return [
    title,
    ...findingLines(one, options),
    ...logLines(one, options),
    ...more,
    ...commandLines(gate.reproduce, fix, styles),
    ...(one.logFile === null ? [] : [styles.dim(`    the whole log: ${log}`)]),
  ];
}

/**
 * What did not pass, a block each.
 *
 * @param checked the run
 * @param options looks
 * @param more further lines for a gate, before its command
 */
export function gateBlocks(
  checked: Checked,
  options: ReportOptions,
  more: (id: string) => readonly string[] = () => [],
): readonly string[] {
  const shown = checked.execution.gates.filter(({ gate, judgement }) => {
    const tone = toneOf({ outcome: judgement.outcome, required: gate.required });
    return tone === "bad" || (tone === "odd" && judgement.outcome !== "flaky-passed");
  });
  return sayOnce(shown).map((one) => gateBlock(one, checked, options, more(one.gate.id)).join("\n"));
}

/** Gates that could not be started because of one thing, such as packages that cannot be installed, tell it once. */
function sayOnce(gates: readonly Executed[]): readonly Executed[] {
  const first = new Map<string, string>();
  return gates.map((one) => {
    const { reason } = one.judgement;
    if (reason === null || one.logFile !== null || reason.length < SHORT_REASON) return one;
    const id = first.get(reason);
    if (id === undefined) first.set(reason, one.gate.id);
    const again = `could not run, for the same reason as ${oneLine(id ?? "", 80)}`;
    return id === undefined ? one : { ...one, judgement: { ...one.judgement, reason: again } };
  });
}

/**
 * @param checked the run
 * @param styles looks
 * @param cost what it took, at the end of the line
 * @returns the verdict in one line
 */
export function verdictLine(checked: Checked, styles: Styles, cost: string): string {
  const sentence = verdictSentence({ verdict: checked.verdict, details: checked.details });
  const mark = {
    passed: styles.marks.pass,
    failed: styles.marks.fail,
    error: styles.marks.fail,
    cancelled: styles.marks.cancel,
    "nothing-to-check": styles.marks.skip,
  }[checked.run.verdict];
  return `${mark} ${styles.bold(sentence)}  ${cost}`;
}

/** Gates that a change cannot touch, by reason. Those that nobody asked for by name are known to whoever asked. */
function leftOutLines({ verdict, run }: Checked, { styles, width }: ReportOptions): string[] {
  if (run.verdict === "cancelled") return [];
  const byReason = new Map<string, string[]>();
  for (const { id, outcome, reason } of verdict.gates) {
    if (outcome !== null || reason === null || reason.startsWith("not among")) continue;
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(([reason, ids]) =>
    truncate(styles.dim(`  left out: ${oneLine(ids.join(", "), 300)} (${oneLine(reason, 200)})`), width),
  );
}

function hintOf({ styles, top }: ReportOptions): readonly string[] {
  const here = styles.dim("  No gate is declared here. `turnpike plan` says what could be, and how.");
  if (top === undefined) return [here];
  return [
    here,
    styles.dim(`  This is a folder of a repository; \`turnpike gates ${top}\` runs the gates of all of it.`),
  ];
}

/**
 * What a person reads after a run: only what did not pass, then the verdict.
 *
 * @param checked the run
 * @param options looks
 * @returns lines, each ended
 */
export function renderGatesReport(checked: Checked, options: ReportOptions): string {
  const { styles } = options;
  const { budgetMs } = checked.details;
  const cost = styles.dim(`${formatDuration(checked.verdict.durationMs)} of ${formatDuration(budgetMs)}`);
  const hint = checked.run.verdict === "nothing-to-check" && checked.verdict.gates.length === 0 ? hintOf(options) : [];
  const left = leftOutLines(checked, options);
  const remarks = [...remarksOf(checked, checked.situation), ...noteTexts(options.notes ?? [])].map(
    (text) => `${styles.marks.warn} ${hanging(oneLine(text, 400), options.width, 2)}`,
  );
  const blocks = gateBlocks(checked, options).flatMap((block) => [block, ""]);
  return `${["", ...blocks, hanging(verdictLine(checked, styles, cost), options.width, 2), ...hint, ...left, ...remarks].join("\n")}\n`;
}
