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
  const changed = new Set(changedFiles ?? []);
  const unique = [...new Map([...findings].reverse().map((entry) => [keyOf(entry), entry])).values()].reverse();
  const classOf = ({ finding }: RankedFinding): number =>
    finding.file === null ? 2 : changed.has(finding.file) ? 0 : 1;
  const ranked = [0, 1, 2].flatMap((rank) => inTurns(unique.filter((entry) => classOf(entry) === rank)));
  const of = (severity: Finding["severity"], count: number): RankedFinding[] =>
    ranked.filter(({ finding }) => finding.severity === severity).slice(0, Math.max(0, count));
  const most = [...of("error", limit), ...of("warning", limit), ...of("note", limit)];
  if (most.length === unique.length) return { annotations: most.map(toAnnotation), dropped: 0 };
  // The last notice's place is taken by the line that says what is missing.
  const chosen = [...of("error", limit), ...of("warning", limit), ...of("note", limit - 1)];
  const dropped = unique.length - chosen.length;
  const more: Annotation = {
    ...{ level: "notice", title: "Turnpike", message: `${countOf(dropped, "more finding")} in the report` },
    ...{ file: null, line: null, column: null },
  };
  return { annotations: [...chosen.map(toAnnotation), ...(limit > 0 ? [more] : [])], dropped };
}
