import { type Judged, unitsOf } from "./decide.ts";
import type { StepFacts, Unit, WorkflowFacts } from "./model.ts";
import { parsedWorkflow } from "./parsed-workflow.ts";
import { digestOf, readWorkflow } from "./read-workflow.ts";
import { referencesOf } from "./references.ts";
import { rewiredValue } from "./release-steps.ts";
import { ROAD_JOB } from "./rewrite.ts";

/** What a migration would do to one file. */
export interface FileChange {
  readonly file: string;
  /** Null when there was none. */
  readonly before: string | null;
  /** Null when it is deleted. */
  readonly after: string | null;
  /** Digests of steps that are new in a workflow. */
  readonly added?: readonly string[];
}

/** The same thing in a file before and after, wherever it now stands in its job. */
function contentKey({ file, job, index, digest }: Pick<Unit, "file" | "job" | "index" | "digest">): string {
  return [file, job, index === null ? "call" : "step", digest].join("\0");
}

function counted(units: readonly Unit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(contentKey(unit), (counts.get(contentKey(unit)) ?? 0) + 1);
  return counts;
}

/**
 * Every step has exactly one verdict.
 *
 * @param workflows the files
 * @param judged the verdicts
 * @returns what is wrong, one sentence each; empty when the account is right
 */
export function accountProblems(workflows: readonly WorkflowFacts[], judged: readonly Judged[]): readonly string[] {
  const units = workflows.flatMap(({ jobs }) => jobs.flatMap(unitsOf));
  const known = new Set(units);
  const counts = new Map<Unit, number>();
  for (const { unit } of judged) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const missing = units.filter((unit) => counts.get(unit) !== 1);
  const strangers = judged.filter(({ unit }) => !known.has(unit));
  return [
    ...missing.map((unit) => `${unit.file}:${unit.line} has ${counts.get(unit) ?? 0} verdicts instead of one`),
    ...strangers.map(({ unit }) => `${unit.file}:${unit.line} is judged and is no step`),
  ];
}

/** What a migration decided about steps. */
export interface Expected {
  readonly judged: readonly Judged[];
  /** Steps that stay with other inputs. */
  readonly rewired: ReadonlyMap<Unit, string | null>;
}

function isStep(unit: Unit): unit is StepFacts {
  return unit.index !== null;
}

/** Steps that stay are there afterwards, unchanged, and nothing else is, except the road. */
function inventoryProblems({ judged, rewired }: Expected, change: FileChange): readonly string[] {
  const own = judged.filter(({ unit }) => unit.file === change.file);
  const staying = own
    .filter(({ verdict }) => verdict.kind !== "replaced")
    .map(({ unit }) => {
      const folder = rewired.get(unit);
      return isStep(unit) && folder !== undefined ? { ...unit, digest: digestOf(rewiredValue(unit, folder)) } : unit;
    });
  const after =
    change.after === null ? [] : readWorkflow({ file: change.file, text: change.after }).jobs.flatMap(unitsOf);
  const wasThere = own.some(({ unit }) => unit.job === ROAD_JOB);
  const [wanted, found] = [counted(staying), counted(after.filter(({ job }) => wasThere || job !== ROAD_JOB))];
  const lost = staying.filter((unit) => (found.get(contentKey(unit)) ?? 0) !== wanted.get(contentKey(unit)));
  const allowed = new Set(change.added);
  const added = [...found.keys()].filter((key) => !wanted.has(key) && !allowed.has(key.split("\0").at(-1) ?? ""));
  return [
    ...lost.map((unit) => `${unit.file}:${unit.line} "${unit.label}" would be lost or changed`),
    ...added.map((key) => `${change.file} would get a step that was not there: ${key.split("\0")[1]}`),
  ];
}

function referenceProblems(change: FileChange): readonly string[] {
  if (change.after === null) return [];
  const { jobs } = readWorkflow({ file: change.file, text: change.after });
  const before = change.before === null ? [] : readWorkflow({ file: change.file, text: change.before }).jobs;
  return jobs.flatMap((job) => {
    const old = before.find(({ id }) => id === job.id);
    const known = new Set(old === undefined ? [] : referencesOf(old.source).needs);
    const dangling = [...referencesOf(job.source).needs].filter(
      (id) => known.has(id) && old?.needs.includes(id) && !job.needs.includes(id),
    );
    return dangling.map((id) => `${change.file}: the job ${job.id} uses outputs of ${id}, which would be gone`);
  });
}

async function parseProblems(change: FileChange): Promise<readonly string[]> {
  if (change.after === null) return [];
  if (change.before !== null && (await parsedWorkflow(change.file, change.before)).kind === "invalid") return [];
  const parsed = await parsedWorkflow(change.file, change.after);
  if (parsed.kind === "workflow") return [];
  return parsed.problems.map(
    ({ line, message }) => `${change.file}:${line ?? 1} would be refused by GitHub: ${message}`,
  );
}

/**
 * Checks what a migration would write, whatever decided it: no step lost or changed, nothing that GitHub's parser refuses,
 * no output that nobody gives any more.
 *
 * @param expected the verdicts
 * @param change of one workflow file
 * @returns what is wrong, one sentence each; a change with any is not made
 */
export async function changeProblems(expected: Expected, change: FileChange): Promise<readonly string[]> {
  return [...inventoryProblems(expected, change), ...referenceProblems(change), ...(await parseProblems(change))];
}
