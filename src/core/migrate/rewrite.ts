import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { type Pin, scalar } from "../adopt/index.ts";
import type { Decision } from "./decide.ts";
import { editLines, type LineEdit } from "./edit-lines.ts";
import type { JobFacts, Lines, StepFacts, WorkflowFacts } from "./model.ts";
import { digestOf } from "./read-workflow.ts";
import { fetchStep, type NewStep, renderStep, rewiredWith, verifySteps } from "./release-steps.ts";
import { commonCondition } from "./road-condition.ts";
import { isRoadCall } from "./roles/known-actions.ts";
import { fetchesBuild, type JobState } from "./settle/job-state.ts";

/** Job id of the road's call, and first half of the name of its check. */
export const ROAD_JOB = "turnpike";

/** The calls of the road, as jobs: lines without indentation. */
export interface Roads {
  /** For the file that hosts the checks. */
  readonly checks: readonly string[];
  /** For the workflow that releases. */
  readonly release: readonly string[];
  readonly pin: Pin;
}

/** What a file becomes. */
export interface Rewritten {
  /** Null when nothing is left of it. */
  readonly after: string | null;
  /** Digests of steps that are new in it. */
  readonly added: readonly string[];
}

function linesOf(lines: readonly string[], { first, last }: Lines): readonly string[] {
  return lines.slice(first - 1, last);
}

function indentOf(line: string | undefined): string {
  return /^\s*/.exec(line ?? "")?.[0] ?? "";
}

/** Where the `needs` of a job stand. */
function needsOf(text: string, job: string): { readonly lines: Lines; readonly indent: string } | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: "silent" });
  const node = document.getIn(["jobs", job], true);
  const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === "needs") : undefined;
  if (pair === undefined) return undefined;
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
function newNeeds(
  job: JobFacts,
  { gone, road }: { readonly gone: ReadonlySet<string>; readonly road: string },
  wantsRoad: boolean,
): readonly string[] {
  const names = job.needs.map((id) => (gone.has(id) ? road : id));
  return [...new Set(wantsRoad ? [...names, road] : names)];
}

function needsEdit(workflow: WorkflowFacts, job: JobFacts, names: readonly string[]): readonly LineEdit[] {
  if (names.join() === job.needs.join()) return [];
  const lines = workflow.text.split("\n");
  const short = names.length === 1 ? `${names[0]}` : `[${names.join(", ")}]`;
  const place = needsOf(workflow.text, job.id);
  if (place === undefined) {
    const child = lines.slice(job.line).find((line) => line.trim() !== "" && !line.trim().startsWith("#"));
    return [{ kind: "insert", before: job.line + 1, text: [`${indentOf(child)}needs: ${short}`] }];
  }
  const { first, last } = place.lines;
  const isBlock = last > first && /:\s*(?:#.*)?$/.test(lines[first - 1] ?? "");
  const text = isBlock
    ? [`${place.indent}needs:`, ...names.map((name) => `${place.indent}  - ${name}`)]
    : [`${place.indent}needs: ${short}`];
  return [{ kind: "replace", lines: place.lines, text }];
}

interface Edits {
  readonly edits: readonly LineEdit[];
  readonly added: readonly NewStep[];
}

/** The same step with other inputs, then what verifies what it fetched. */
function rewireEdit(
  workflow: WorkflowFacts,
  { step, folder }: { readonly step: StepFacts; readonly folder: string | null },
  pin: Pin,
): Edits {
  const lines = workflow.text.split("\n");
  const dash = indentOf(lines[step.line - 1]);
  const added = verifySteps(folder ?? undefined, pin);
  const inputs = Object.entries(rewiredWith(folder)).map(([key, value]) => `${dash}    ${key}: ${value}`);
  const place = step.withLines ?? { first: step.lines.last + 1, last: step.lines.last };
  const behind = linesOf(lines, { first: place.last + 1, last: step.lines.last });
  const text = [`${dash}  with:`, ...inputs, ...behind, ...added.flatMap((one) => renderStep(one, dash))];
  const target = { first: place.first, last: Math.max(step.lines.last, place.last) };
  if (step.withLines === null) return { edits: [{ kind: "insert", before: place.first, text }], added };
  return { edits: [{ kind: "replace", lines: target, text }], added };
}

function removal(step: StepFacts): LineEdit {
  return { kind: "delete", lines: step.lines };
}

function stepEdits(workflow: WorkflowFacts, state: JobState, of: { decision: Decision; pin: Pin }): Edits {
  const { steps } = state.job;
  const edits: LineEdit[] = steps.filter((_, index) => !state.kept.has(index)).map(removal);
  const added: NewStep[] = [];
  for (const step of steps) {
    const folder = of.decision.rewired.get(step);
    if (folder === undefined) continue;
    const rewired = rewireEdit(workflow, { step, folder }, of.pin);
    edits.push(...rewired.edits);
    added.push(...rewired.added);
  }
  const built = steps.find((_, index) => state.roles[index]?.kind === "build" && !state.kept.has(index));
  if (built !== undefined && fetchesBuild(state)) {
    const fetching = [fetchStep(), ...verifySteps("dist", of.pin)];
    const dash = indentOf(workflow.text.split("\n")[built.line - 1]);
    edits.push({ kind: "insert", before: built.lines.first, text: fetching.flatMap((one) => renderStep(one, dash)) });
    added.push(...fetching);
  }
  return { edits, added };
}

/** The call with the condition of the jobs that it replaces. */
function conditioned(road: readonly string[], states: readonly JobState[]): readonly string[] {
  const condition = commonCondition(states);
  const [name = "", ...rest] = road;
  return condition === null ? road : [name, `if: ${scalar(condition)}`, ...rest];
}

function roadEdit(workflow: WorkflowFacts, states: readonly JobState[], road: readonly string[]): LineEdit {
  const first = states.find(({ gone }) => gone)?.job ?? states[0]?.job;
  const indent = indentOf(workflow.text.split("\n")[(first?.line ?? 1) - 1]);
  const text = [`${indent}${ROAD_JOB}:`, ...road.map((line) => `${indent}${indent || "  "}${line}`), ""];
  return { kind: "insert", before: first?.lines.first ?? 1, text };
}

function keptJobEdits(
  workflow: WorkflowFacts,
  state: JobState,
  of: { decision: Decision; pin: Pin; gone: ReadonlySet<string>; road: string },
): Edits {
  const { edits, added } = stepEdits(workflow, state, of);
  const names = newNeeds(state.job, of, added.length > 0);
  return { edits: [...edits, ...needsEdit(workflow, state.job, names)], added };
}

/**
 * Takes out of a workflow what the road replaces. Lines that stay are not touched, except `needs` of jobs that waited for
 * jobs that go, and downloads of what the road builds from now on.
 *
 * @param workflow the file
 * @param decision what goes
 * @param roads the calls of the road, for the files that get one
 * @returns undefined when the file stays as it is
 */
export function rewriteWorkflow(workflow: WorkflowFacts, decision: Decision, roads: Roads): Rewritten | undefined {
  const states = decision.states.filter((state) => state.workflow === workflow);
  if (states.length > 0 && states.every(({ gone }) => gone)) return { after: null, added: [] };
  const gone = new Set(states.filter((state) => state.gone).map(({ job }) => job.id));
  // The file may have been on the road before.
  const there = states.find(({ job }) => job.call !== null && isRoadCall(job.call.uses));
  const edits: LineEdit[] = [];
  const added: NewStep[] = [];
  for (const state of states) {
    if (state.gone) edits.push({ kind: "delete", lines: state.job.lines });
    else {
      const own = keptJobEdits(workflow, state, { decision, pin: roads.pin, gone, road: there?.job.id ?? ROAD_JOB });
      edits.push(...own.edits);
      added.push(...own.added);
    }
  }
  if (decision.host === workflow.file && there === undefined) edits.push(roadEdit(workflow, states, roads.checks));
  if (decision.releasing?.file === workflow.file)
    edits.push(roadEdit(workflow, states, conditioned(roads.release, states)));
  if (edits.length === 0) return undefined;
  return { after: editLines(workflow.text, edits), added: added.map(({ value }) => digestOf(value)) };
}
