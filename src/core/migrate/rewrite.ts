import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Decision } from "./decide.ts";
import { editLines, type LineEdit } from "./edit-lines.ts";
import type { JobFacts, Lines, WorkflowFacts } from "./model.ts";
import type { JobState } from "./settle.ts";

/** Job id of the road's call, and first half of the name of its check. */
export const ROAD_JOB = "turnpike";

/** The call of the road as a job: permissions, `uses`, `with`; lines without indentation. */
export type RoadJob = readonly string[];

interface Needs {
  readonly lines: Lines;
  readonly indent: string;
}

/** Where the `needs` of a job stand. */
function needsOf({ file, text }: Pick<WorkflowFacts, "file" | "text">, job: string): Needs | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: "silent" });
  const node = document.getIn(["jobs", job], true);
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === "needs") : undefined;
  if (pair === undefined || file === "") return undefined;
  const start = (pair.key as { range?: readonly number[] }).range?.[0] ?? 0;
  let end = (pair.value as { range?: readonly number[] } | null)?.range?.[1] ?? start;
  while (end > start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  const first = counter.linePos(start);
  return {
    lines: { first: first.line, last: counter.linePos(Math.max(start, end - 1)).line },
    indent: " ".repeat(first.col - 1),
  };
}

/** In the order of before, with the road in place of the first that went. */
function newNeeds(job: JobFacts, gone: ReadonlySet<string>): readonly string[] {
  const names = job.needs.map((id) => (gone.has(id) ? ROAD_JOB : id));
  return [...new Set(names)];
}

function needsEdit(workflow: WorkflowFacts, job: JobFacts, gone: ReadonlySet<string>): readonly LineEdit[] {
  if (!job.needs.some((id) => gone.has(id))) return [];
  const place = needsOf(workflow, job.id);
  if (place === undefined) return [];
  const names = newNeeds(job, gone);
  const isBlock =
    place.lines.last > place.lines.first &&
    /:\s*(?:#.*)?$/.test(workflow.text.split("\n")[place.lines.first - 1] ?? "");
  const text = isBlock
    ? [`${place.indent}needs:`, ...names.map((name) => `${place.indent}  - ${name}`)]
    : [`${place.indent}needs: ${names.length === 1 ? names[0] : `[${names.join(", ")}]`}`];
  return [{ kind: "replace", lines: place.lines, text }];
}

function stepEdits(state: JobState): readonly LineEdit[] {
  return state.job.steps.filter((_, index) => !state.kept.has(index)).map(({ lines }) => ({ kind: "delete", lines }));
}

function jobIndent({ text, jobs: [first] }: WorkflowFacts): string {
  return /^\s*/.exec(text.split("\n")[(first?.line ?? 1) - 1] ?? "")?.[0] ?? "  ";
}

function hostEdit(workflow: WorkflowFacts, states: readonly JobState[], road: RoadJob): LineEdit {
  const indent = jobIndent(workflow);
  const first = states.find(({ gone }) => gone)?.job ?? states[0]?.job;
  const step = indent === "" ? "  " : indent;
  const text = [`${indent}${ROAD_JOB}:`, ...road.map((line) => `${indent}${step}${line}`), ""];
  return { kind: "insert", before: first?.lines.first ?? 1, text };
}

/** What a file becomes: a new text, null when nothing is left of it, or undefined when it stays as it is. */
export type Rewritten = string | null | undefined;

/**
 * Takes out of a workflow what the road replaces. Lines that stay are not touched, except `needs` of jobs that waited for
 * jobs that go.
 *
 * @param workflow the file
 * @param decision what goes
 * @param road the call of the road, for the file that hosts it
 */
export function rewriteWorkflow(workflow: WorkflowFacts, decision: Decision, road: RoadJob): Rewritten {
  const states = decision.states.filter((state) => state.workflow === workflow);
  const isHost = decision.host === workflow.file;
  if (states.length > 0 && states.every(({ gone }) => gone)) return null;
  const gone = new Set(states.filter((state) => state.gone).map(({ job }) => job.id));
  const edits: LineEdit[] = states.flatMap((state): readonly LineEdit[] =>
    state.gone
      ? [{ kind: "delete", lines: state.job.lines }]
      : [...stepEdits(state), ...needsEdit(workflow, state.job, gone)],
  );
  if (isHost) edits.push(hostEdit(workflow, states, road));
  return edits.length === 0 ? undefined : editLines(workflow.text, edits);
}
