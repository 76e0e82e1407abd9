import type { Finding } from "../gates/index.ts";
import { countOf } from "./format.ts";
import { cut, oneLine, plainText } from "./text.ts";

/** A finding, and whose it is. */
export interface RankedFinding {
  /** Id of the gate that found it. */
  readonly gate: string;
  readonly finding: Finding;
}

/** An annotation to be given to the log. Texts are safe to show; the log escapes them for its own syntax. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** Relative to the repository's root; null for none. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** What is shown, and how many are not. */
export interface AnnotationPlan {
  /** In the order to be given; at most the limit of each level. */
  readonly annotations: readonly Annotation[];
  /** How many findings have no annotation of their own. */
  readonly dropped: number;
}

/** Most annotations of one level that a step keeps (actions/runner src/Runner.Worker/ExecutionContext.cs, `_maxCountPerIssueType`). */
const ANNOTATIONS_PER_LEVEL = 10;

/** A message is cut at 4096 characters by the runner (same file, `_maxIssueMessageLength`). */
const MESSAGE_LENGTH = 2000;

const LEVEL_OF = { error: "error", warning: "warning", note: "notice" } as const;

function keyOf({ finding }: RankedFinding): string {
  return JSON.stringify([finding.file, finding.line, finding.rule, finding.message]);
}

/** Takes one finding of each gate in turn, so that one talkative gate does not hide the others. */
function inTurns(findings: readonly RankedFinding[]): RankedFinding[] {
  const queues = new Map<string, RankedFinding[]>();
  for (const entry of findings) {
    const queue = queues.get(entry.gate);
    if (queue === undefined) queues.set(entry.gate, [entry]);
    else queue.push(entry);
  }
  const longest = Math.max(0, ...[...queues.values()].map((queue) => queue.length));
  return Array.from({ length: longest }, (_, turn) =>
    [...queues.values()].flatMap((queue) => queue.slice(turn, turn + 1)),
  ).flat();
}

function toAnnotation({ gate, finding }: RankedFinding): Annotation {
  const rule = finding.rule === null || finding.rule === "" ? "" : `: ${oneLine(finding.rule, 120)}`;
  return {
    level: LEVEL_OF[finding.severity],
    title: `${oneLine(gate, 80)}${rule}`,
    message: cut(plainText(finding.message.slice(0, 4 * MESSAGE_LENGTH)).trim() || "no message", MESSAGE_LENGTH),
    file: finding.file,
    line: finding.line,
    column: finding.column,
  };
}

/** Most annotations of each level. */
interface Room {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

/** What stands nowhere in a file: a gate, and what is to be said of it. */
export interface Plain {
  readonly title: string;
  readonly message: string;
}

function plainAnnotation(level: Annotation["level"], { title, message }: Plain): Annotation {
  const text = cut(plainText(message.slice(0, 4 * MESSAGE_LENGTH)).trim(), MESSAGE_LENGTH);
  return { level, title: oneLine(title, 80), message: text, file: null, line: null, column: null };
}

/** In the order in which they are worth to be shown. */
function ranked(findings: readonly RankedFinding[], changedFiles: readonly string[] | undefined): RankedFinding[] {
  const changed = new Set(changedFiles ?? []);
  const unique = [...new Map([...findings].reverse().map((entry) => [keyOf(entry), entry])).values()].reverse();
  const classOf = ({ finding }: RankedFinding): number =>
    finding.file === null ? 2 : changed.has(finding.file) ? 0 : 1;
  return [0, 1, 2].flatMap((rank) => inTurns(unique.filter((entry) => classOf(entry) === rank)));
}

/** @param more what is left out already, in words; empty: nothing */
function choose(entries: readonly RankedFinding[], room: Room, more: readonly string[]): AnnotationPlan {
  const of = (severity: Finding["severity"], count: number): RankedFinding[] =>
    entries.filter(({ finding }) => finding.severity === severity).slice(0, Math.max(0, count));
  const most = [...of("error", room.error), ...of("warning", room.warning), ...of("note", room.note)];
  if (most.length === entries.length && more.length === 0) return { annotations: most.map(toAnnotation), dropped: 0 };
  // The last notice's place is taken by the line that says what is missing.
  const chosen = [...of("error", room.error), ...of("warning", room.warning), ...of("note", room.note - 1)];
  const dropped = entries.length - chosen.length;
  const missing = [...(dropped > 0 ? [countOf(dropped, "more finding")] : []), ...more].join(" and ");
  const last = plainAnnotation("notice", { title: "Turnpike", message: `${missing} in the report` });
  return { annotations: [...chosen.map(toAnnotation), ...(room.note > 0 ? [last] : [])], dropped };
}

/**
 * Chooses which findings become annotations: those in changed files first, then those with a place, gates taking turns;
 * the same finding of two gates counts once.
 *
 * @param findings in the order of their gates' rank
 * @param changedFiles files of the change, relative to the root; undefined when they are not known
 * @param limit most annotations of each level
 * @returns the annotations, errors first; the last notice says how many more there are
 */
export function rankAnnotations(
  findings: readonly RankedFinding[],
  changedFiles?: readonly string[],
  limit: number = ANNOTATIONS_PER_LEVEL,
): AnnotationPlan {
  return choose(ranked(findings, changedFiles), { error: limit, warning: limit, note: limit }, []);
}

/** All that one step has to say. */
export interface StepAnnotations {
  /** In the order of their gates' rank. */
  readonly findings: readonly RankedFinding[];
  /** Gates that block and have no finding to point at. */
  readonly silent: readonly Plain[];
  /** What people should know beside the results. */
  readonly remarks: readonly Plain[];
  /** True when the step itself ends with an error, which is one of the ten. */
  readonly endsWithError: boolean;
}

/** Places that gates without findings have, however many findings others have. */
const SILENT_PLACES = 3;
const REMARK_PLACES = 4;

/**
 * Shares the places of one step between all that it has to say, so that the runner drops nothing unsaid.
 *
 * @param step what there is to say
 * @param changedFiles files of the change, relative to the root; undefined when they are not known
 * @returns the annotations; at most ten of each level, the step's own last error among them
 */
export function planAnnotations(step: StepAnnotations, changedFiles?: readonly string[]): readonly Annotation[] {
  const entries = ranked(step.findings, changedFiles);
  const count = (severity: Finding["severity"]): number =>
    entries.filter(({ finding }) => finding.severity === severity).length;
  const errors = ANNOTATIONS_PER_LEVEL - (step.endsWithError ? 1 : 0);
  const silent = step.silent.slice(0, Math.max(SILENT_PLACES, errors - count("error")));
  const remarks = step.remarks.slice(0, Math.max(REMARK_PLACES, ANNOTATIONS_PER_LEVEL - count("warning")));
  const room = {
    error: errors - silent.length,
    warning: ANNOTATIONS_PER_LEVEL - remarks.length,
    note: ANNOTATIONS_PER_LEVEL,
  };
  const more = [
    ...(step.silent.length > silent.length
      ? [countOf(step.silent.length - silent.length, "more gate that blocks", "more gates that block")]
      : []),
    ...(step.remarks.length > remarks.length ? [countOf(step.remarks.length - remarks.length, "more remark")] : []),
  ];
  return [
    ...silent.map((one) => plainAnnotation("error", one)),
    ...choose(entries, room, more).annotations,
    ...remarks.map((one) => plainAnnotation("warning", one)),
  ];
}
