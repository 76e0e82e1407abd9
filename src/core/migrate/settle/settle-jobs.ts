import type { StepFacts } from "../model.ts";
import { referencesOf } from "../references.ts";
import { commonCondition, isOpenCondition } from "../road-condition.ts";
import type { Role } from "../roles/role-types.ts";
import { type JobState, keep, keepAll, type Settling, siblings } from "./job-state.ts";

const RUNS_NOTHING = "nothing of the job is the road's";

function hasWork(state: JobState): boolean {
  const isBuilt = state.isReleasing && state.roles.some((role) => role.kind === "build");
  return isBuilt || state.roles.some((role) => role.kind === "gate" || role.kind === "aggregate");
}

/** A job of set-up alone goes when all that waited for it went; else it is a check of its own. */
export function settleHelper(settling: Settling, state: JobState): boolean {
  if (!state.gone || state.kept.size > 0 || hasWork(state)) return false;
  const waiting = siblings(settling, state).filter(({ job }) => job.needs.includes(state.job.id));
  if (waiting.length > 0 && waiting.every(({ gone }) => gone)) return false;
  return keepAll(state, waiting.length > 0 ? "jobs that stay wait for it" : RUNS_NOTHING);
}

/** A job that sums others up goes with all of them, or stays. */
export function settleAggregate(settling: Settling, state: JobState): boolean {
  if (!state.roles.some(({ kind }) => kind === "aggregate")) return false;
  const needed = siblings(settling, state).filter(({ job }) => state.job.needs.includes(job.id));
  const left = needed.filter(({ gone }) => !gone).map(({ job }) => job.id);
  if (needed.length > 0 && left.length === 0) return false;
  return keepAll(
    state,
    left.length === 0 ? "nothing says what it sums up" : `it sums up jobs that stay (${left.slice(0, 4).join(", ")})`,
  );
}

function artifactsOf(state: JobState): readonly { readonly index: number; readonly name: string }[] {
  return state.roles.flatMap((role, index) => (role.kind === "upload" ? [{ index, name: role.name }] : []));
}

function takes(download: string | null, upload: string): boolean {
  if (download === null || /\$\{\{/.test(`${download}${upload}`)) return true;
  return download === upload;
}

/** What the job refers to of other jobs, outside of the downloads that are written anew. */
function needsWithout({ job }: JobState, rewired: ReadonlyMap<number, unknown>): ReadonlySet<string> {
  const sources = job.steps.filter((_, index) => !rewired.has(index)).map(({ source }) => source);
  return referencesOf([job.head, ...sources].join("\n")).needs;
}

/**
 * Where a download puts the files of one artifact: without a name each artifact gets a folder of its own
 * (github.com/actions/download-artifact, "Inputs").
 *
 * @returns the folder as `path` would say it; null for the working directory; undefined when there are several
 */
function placeOf(step: StepFacts, names: ReadonlySet<string>): string | null | undefined {
  const { path, name, "artifact-ids": ids, "merge-multiple": merged } = step.with;
  if (name !== undefined || ids !== undefined || merged === "true") return path ?? null;
  const [only] = names;
  if (names.size !== 1 || only === undefined || /\$\{\{/.test(only)) return undefined;
  return path === undefined ? only : `${path.replace(/\/+$/, "")}/${only}`;
}

/**
 * Downloads of what a job of the same workflow built and the road builds from now on: they fetch the road's artifact.
 *
 * @returns where each puts the files, by index of the step
 */
export function rewiredDownloads(
  settling: Pick<Settling, "jobs">,
  state: JobState,
): ReadonlyMap<number, string | null> {
  if (!state.isReleasing) return new Map();
  const others = siblings(settling, state);
  const uploads = others.flatMap((other) => artifactsOf(other).map(({ index, name }) => ({ other, index, name })));
  const actionBuilt = others.some(({ job, kept }) =>
    job.steps.some(({ uses }, at) => !kept.has(at) && /build-and-inspect/.test(uses ?? "")),
  );
  const found = state.roles.flatMap((role, index): readonly (readonly [number, string | null])[] => {
    const step = state.job.steps[index];
    if (role.kind !== "download" || step === undefined || !state.kept.has(index)) return [];
    // hynek/build-and-inspect-python-package uploads what it builds as `Packages`.
    if (actionBuilt && role.name === "Packages") return [[index, step.with["path"] ?? null]];
    const taken = uploads.filter(({ name }) => takes(role.name, name));
    const isBuilds = taken.every(
      ({ other, index: at }) =>
        other.roles[at]?.kind === "upload" && !other.kept.has(at) && isBuildUpload(other.roles[at]),
    );
    const place = placeOf(step, new Set(taken.map(({ name }) => name)));
    return taken.length > 0 && isBuilds && place !== undefined ? [[index, place]] : [];
  });
  return new Map(found);
}

function isBuildUpload(role: Role | undefined): boolean {
  return role?.kind === "upload" && role.what === "build";
}

/** Outputs and artifacts that kept jobs take from jobs that would go. */
export function pullJobs(settling: Settling, state: JobState): boolean {
  let changed = false;
  const rewired = rewiredDownloads(settling, state);
  const needs = needsWithout(state, rewired);
  const downloads = state.roles.flatMap((role, index) =>
    role.kind === "download" && state.kept.has(index) && !rewired.has(index) ? [role.name] : [],
  );
  for (const other of siblings(settling, state)) {
    if (other === state) continue;
    if (needs.has(other.job.id))
      changed = keepAll(other, `the job ${state.job.id} uses its outputs or its result`) || changed;
    for (const { index, name } of artifactsOf(other)) {
      if (other.kept.has(index) || !downloads.some((download) => takes(download, name))) continue;
      changed = keep(other, index, `the job ${state.job.id} takes the artifact`) || changed;
    }
  }
  return changed;
}

/**
 * A job that runs under a condition is skipped without it, and so is what waits for it. On the road it would always run,
 * so it stays; except where the road of a release can take the condition over.
 */
export function settleConditions(settling: Settling, state: JobState): boolean {
  if (state.gone || state.roles.some(({ kind }) => kind === "aggregate")) return false;
  const all = siblings(settling, state);
  if (state.isReleasing && commonCondition(all) !== null) return false;
  const needed = all.filter(({ gone, job }) => gone && !isOpenCondition(job) && state.job.needs.includes(job.id));
  return needed
    .map((one) => keepAll(one, `it runs under a condition, and the job ${state.job.id}, which stays, only after it`))
    .some(Boolean);
}

/** A job that calls a workflow of the repository goes when nothing is left of that workflow. */
export function settleCall(settling: Settling, state: JobState): boolean {
  if (state.job.call === null) return false;
  const path = state.job.call.uses.replace(/^\.\//, "");
  const called = settling.jobs.filter(({ workflow }) => workflow.file === path);
  const before = state.gone;
  state.gone = called.length > 0 && called.every(({ gone }) => gone) && state.kept.size === 0;
  return before !== state.gone;
}
