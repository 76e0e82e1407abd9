import { kindOf } from "../../detect/index.ts";
import { referencesOf } from "../references.ts";
import type { Role } from "../roles/role-types.ts";
import { fetchesBuild, type JobState, keep, keepAll, labelOf } from "./job-state.ts";

/** Kinds of gates that judge and write nothing that another step could take up. */
const JUDGES = new Set(["lock", "format", "lint", "types", "sast", "audit", "deps", "secrets", "workflows"]);

function isProducer(role: Role): boolean {
  if (role.kind === "build") return true;
  return role.kind === "gate" && !role.gates.every(({ id }) => JUDGES.has(kindOf(id)));
}

/** Kinds of gates that leave nothing behind that another gate could need. */
const QUIET = new Set([...JUDGES, "tests", "spelling", "docstrings"]);

/** Steps of a job follow one another and gates run side by side: what a step makes, the next one may need. */
export function settleOrder(state: JobState): boolean {
  const working = [...state.roles.entries()].flatMap(([index, role]) =>
    role.kind === "gate" && !state.kept.has(index) ? [{ index, gates: role.gates }] : [],
  );
  const makes = working.some(({ gates }) => gates.some(({ id }) => !QUIET.has(kindOf(id))));
  const isAlone = working.length < 2 && state.kept.size === 0;
  if (!makes || isAlone) return false;
  const added = working.map(({ index }) =>
    keep(state, index, "its job makes something on the way, and gates run side by side"),
  );
  return added.some(Boolean);
}

/** Steps whose work the step at `index` may take up: what ran before it and is no set-up. */
function keepProducers(state: JobState, index: number, why: string): boolean {
  const added = state.roles.map((role, before) =>
    before < index && isProducer(role) ? keep(state, before, why) : false,
  );
  return added.some(Boolean);
}

/** Steps that kept steps lean on: by what they say, or by what they write. */
export function pullSteps(state: JobState): boolean {
  let changed = false;
  for (const index of [...state.kept.keys()]) {
    const step = state.job.steps[index];
    const role = state.roles[index];
    if (step === undefined || role === undefined) continue;
    const { steps } = referencesOf(step.source);
    for (const [other, { id }] of state.job.steps.entries()) {
      if (id !== null && steps.has(id))
        changed = keep(state, other, `the step "${labelOf(step)}" uses what it says`) || changed;
    }
    const takesFiles =
      role.kind === "coverage" || role.kind === "inspect" || role.kind === "publish" || role.kind === "upload";
    // What the road built is fetched before the first step that wants it.
    if (takesFiles && !fetchesBuild(state))
      changed = keepProducers(state, index, `the step "${labelOf(step)}" takes up what it writes`) || changed;
  }
  return changed;
}

/** An upload goes with what it uploads: reports of gates are kept by the road; everything else stays. */
export function settleUploads(state: JobState): boolean {
  let changed = false;
  for (const [index, role] of state.roles.entries()) {
    if (role.kind !== "upload" || state.kept.has(index)) continue;
    const before = state.roles.slice(0, index);
    const hasGate = before.some((one, at) => one.kind === "gate" && !state.kept.has(at));
    const hasBuild = before.some((one, at) => one.kind === "build" && !state.kept.has(at));
    if (role.what === "build" ? !hasBuild : role.what !== "reports" || !hasGate)
      changed = keep(state, index, "what it uploads, the road does not make") || changed;
  }
  return changed;
}

/** What stays needs the set-up before it. */
export function settleSetUp(state: JobState): boolean {
  if (state.kept.size === 0) return false;
  const added = state.roles.map((role, index) => {
    if (role.kind === "upload" && role.what === "build") return false;
    if (role.kind === "set-up" || role.kind === "download") return keep(state, index, "the steps after it need it");
    if (role.kind === "evidence" && !fetchesBuild(state)) return keep(state, index, "it speaks of what this job makes");
    return false;
  });
  return added.some(Boolean);
}

/** A step that watches the others for failure keeps them: what it would watch must not vanish from under it. */
export function settleWatched(state: JobState): boolean {
  const index = state.roles.findIndex(({ kind }) => kind === "person");
  const step = state.job.steps[index];
  if (step === undefined) return false;
  return keepAll(state, `the step "${labelOf(step)}" watches it for failure`);
}

/** Permissions with which a step can change what others see. */
const WRITES = /"(?:contents|packages|pages|deployments|id-token)":"write"|^"write-all"$/;

function canWrite({ job }: JobState): boolean {
  return WRITES.test(JSON.stringify(job.permissions ?? null));
}

/** True for a kept step that must not run once a check before it has failed. */
function isGuarded(state: JobState, index: number): boolean {
  const role = state.roles[index];
  const step = state.job.steps[index];
  if (role === undefined || step === undefined) return false;
  if (role.kind === "publish" || (role.kind === "stays" && role.acts === true)) return true;
  return role.kind === "stays" && (canWrite(state) || referencesOf(step.source).secrets.length > 0);
}

/** A check in front of what publishes or deploys holds it back; on the road it would do so no longer. */
export function settleGuards(state: JobState): boolean {
  const last = [...state.kept.keys()].filter((index) => isGuarded(state, index)).sort((a, b) => b - a)[0];
  const step = last === undefined ? undefined : state.job.steps[last];
  if (last === undefined || step === undefined) return false;
  const added = state.roles.map((role, index) =>
    role.kind === "gate" && index < last
      ? keep(state, index, `"${labelOf(step)}" after it waits for it to pass`)
      : false,
  );
  return added.some(Boolean);
}
