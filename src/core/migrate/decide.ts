import type { Plan } from "../gates/index.ts";
import type { JobFacts, Unit, WorkflowFacts } from "./model.ts";
import type { Known } from "./roles/covering.ts";
import { isRoadCall } from "./roles/known-actions.ts";
import { type Releasing, releasingWorkflow } from "./roles/releases.ts";
import type { Role } from "./roles/role-types.ts";
import { CALL, type JobState, keepAll, type Settling } from "./settle/job-state.ts";
import { resettle, settle } from "./settle/settle.ts";
import { rewiredDownloads } from "./settle/settle-jobs.ts";
import { startsOf } from "./triggers.ts";

/** What becomes of a step or a call. */
export type Verdict =
  /** `by`: `gate lint`, `set-up`, `gate job`, `attestations`, … */
  | { readonly kind: "replaced"; readonly by: string; readonly gates: readonly string[]; readonly why: string }
  | { readonly kind: "kept"; readonly why: string }
  | { readonly kind: "person"; readonly why: string; readonly todo: string };

/** Why a call of the road itself is kept. */
export const IS_ROAD = "it is the road";

/** A unit with its verdict. */
export interface Judged {
  readonly unit: Unit;
  readonly verdict: Verdict;
}

/** What a migration comes to, before any file is written. */
export interface Decision {
  readonly judged: readonly Judged[];
  readonly states: readonly JobState[];
  /** File that gets the call of the road, because jobs of it that stay wait for jobs that go; else null. */
  readonly host: string | null;
  /** The workflow that releases and whose build the road takes over; it gets a call of the road too. */
  readonly releasing: Releasing | undefined;
  /** Steps that fetch what the road built, in place of what a job of the workflow built, and the folder that it lands in. */
  readonly rewired: ReadonlyMap<Unit, string | null>;
}

interface Waiting {
  readonly state: JobState;
  readonly needed: readonly JobState[];
}

/** Kept jobs that wait for jobs that go. */
function waitingIn(settling: Settling, file: string): readonly Waiting[] {
  const own = settling.jobs.filter(({ workflow }) => workflow.file === file);
  return own
    .filter(({ gone }) => !gone)
    .map((state) => ({ state, needed: own.filter(({ gone, job }) => gone && state.job.needs.includes(job.id)) }))
    .filter(({ needed }) => needed.length > 0);
}

function goneIn(settling: Settling, file: string): number {
  return settling.jobs.filter(({ workflow, gone }) => gone && workflow.file === file).length;
}

/** Events whose checks other files lose must start the host too, without a filter that lets some of them through only. */
function canHost(settling: Settling, file: string): boolean {
  const on = settling.workflows.get(file)?.on;
  if (on === undefined || !startsOf(on).checks) return false;
  // One call of the road is enough for a change: where a file has it already, no other gets one.
  const callers = settling.jobs.filter(({ job }) => job.call !== null && isRoadCall(job.call.uses));
  const isElsewhere = callers.length > 0 && !callers.some(({ workflow }) => workflow.file === file);
  if (isElsewhere) return false;
  // Behind a filter the one check to require would not be reported on changes that the filter leaves out.
  const isNarrow = ["push", "pull_request"].some((event) =>
    /"paths(?:-ignore)?"/.test(JSON.stringify(on.get(event) ?? null)),
  );
  if (isNarrow) return false;
  const losing = settling.jobs.filter(
    ({ workflow, roles, kept }) => workflow.file !== file && roles.length > kept.size,
  );
  return losing.length === 0 || (on.has("push") && on.has("pull_request"));
}

/** One file at most calls the road for the jobs that stay; in the others those jobs keep what they wait for. */
function chooseHost(settling: Settling, releasing: Releasing | undefined): string | null {
  for (;;) {
    const files = [...settling.workflows.keys()].filter(
      (file) => file !== releasing?.file && waitingIn(settling, file).length > 0,
    );
    const able = files.filter((file) => canHost(settling, file));
    const host = able.sort((a, b) => goneIn(settling, b) - goneIn(settling, a))[0] ?? null;
    const others = files.filter((file) => file !== host);
    if (others.length === 0) return host;
    for (const { state, needed } of others.flatMap((file) => waitingIn(settling, file))) {
      for (const one of needed) keepAll(one, `the job ${state.job.id}, which stays, waits for it`);
    }
    resettle(settling);
  }
}

function replacedBy(role: Role): Verdict {
  const replaced = (by: string, why: string, gates: readonly string[] = []): Verdict => ({
    kind: "replaced",
    by,
    gates,
    why,
  });
  switch (role.kind) {
    case "gate": {
      const ids = role.gates.map(({ id }) => id);
      const commands = role.gates.map(({ shows, reproduce }) => `\`${shows ?? reproduce}\``);
      return replaced(`gate ${ids.join(", ")}`, `the road runs ${commands.join(" and ")}`, ids);
    }
    case "set-up":
      return replaced("set-up", `it ${role.what}; nothing that needs it stays in the job`);
    case "download":
      return replaced("set-up", "it fetches what only replaced steps used");
    case "upload":
      if (role.what === "build") return replaced("build", "the road hands over what it built");
      return replaced("artifacts", "the road keeps the reports and logs of every gate");
    case "aggregate":
      return replaced("turnpike / gate", "everything that it sums up is on the road, whose last job says the same");
    case "evidence":
      return replaced("sign", `the road makes the ${role.what} of a release`);
    case "inspect":
      return replaced("build", "the action that publishes looks at the same metadata");
    default:
      return replaced("build", "the road builds what is released, and signs it");
  }
}

function stepVerdict(state: JobState, role: Role, index: number): Verdict {
  const why = state.kept.get(index);
  if (why === undefined) return replacedBy(role);
  const isWatcher = role.kind === "person" && state.roles.some(({ kind }) => kind === "gate");
  return isWatcher
    ? { kind: "person", why: role.why, todo: role.todo }
    : { kind: "kept", why: role.kind === "person" ? role.why : why };
}

function callVerdict(state: JobState, uses: string): Verdict {
  if (state.gone)
    return { kind: "replaced", by: "the road", gates: [], why: "nothing is left of the workflow that it calls" };
  if (isRoadCall(uses)) return { kind: "kept", why: IS_ROAD };
  const why = uses.startsWith("./")
    ? "something of the workflow that it calls stays"
    : "it calls a workflow of another repository";
  return { kind: "kept", why: state.kept.get(CALL) ?? why };
}

function judge(state: JobState, rewired: ReadonlyMap<number, unknown>): readonly Judged[] {
  const { job } = state;
  if (job.call !== null) return [{ unit: job.call, verdict: callVerdict(state, job.call.uses) }];
  return job.steps.map((unit, index) => ({
    unit,
    verdict: rewired.has(index)
      ? { kind: "kept", why: "it stays, and fetches what the road built" }
      : stepVerdict(state, state.roles[index] ?? { kind: "stays", why: "" }, index),
  }));
}

/** @returns every step and call of a job */
export function unitsOf(job: JobFacts): readonly Unit[] {
  return job.call === null ? job.steps : [job.call];
}

/** What holds for everything in a file that cannot be edited. */
function brokenVerdict({ file, notEditable: [first] }: WorkflowFacts): Verdict | undefined {
  if (first === undefined) return undefined;
  return {
    kind: "person",
    why: `the file ${first.message} (line ${first.line})`,
    todo: `look at ${file}:${first.line}; migrate leaves the file as it is`,
  };
}

/**
 * Says of each step of each workflow what becomes of it.
 *
 * @param workflows all that could be read
 * @param road what it runs and builds, and what the repository declares
 * @param given files that are not looked into, with the verdict of everything in them
 */
export function decide(
  workflows: readonly WorkflowFacts[],
  road: Known & Pick<Plan, "build">,
  given?: ReadonlyMap<string, Verdict>,
): Decision {
  const fixed = (workflow: WorkflowFacts): Verdict | undefined => brokenVerdict(workflow) ?? given?.get(workflow.file);
  const editable = workflows.filter((workflow) => fixed(workflow) === undefined);
  const { build } = road;
  const found = releasingWorkflow(editable, build);
  const settling = settle({ workflows: editable, known: road, build, releasing: found });
  const releasing = settling.jobs.some((state) => state.isReleasing && leavesBuild(state)) ? found : undefined;
  const host = chooseHost(settling, releasing);
  const judged = workflows.flatMap((workflow) => {
    const verdict = fixed(workflow);
    if (verdict !== undefined) return workflow.jobs.flatMap(unitsOf).map((unit) => ({ unit, verdict }));
    return settling.jobs
      .filter((state) => state.workflow === workflow)
      .flatMap((state) => judge(state, rewiredDownloads(settling, state)));
  });
  const rewired = settling.jobs.flatMap((state) =>
    [...rewiredDownloads(settling, state)].flatMap(([index, folder]): readonly (readonly [Unit, string | null])[] => {
      const step = state.job.steps[index];
      return step === undefined ? [] : [[step, folder]];
    }),
  );
  return { judged, states: settling.jobs, host, releasing, rewired: new Map(rewired) };
}

function leavesBuild(state: JobState): boolean {
  return state.roles.some(({ kind }, index) => kind === "build" && !state.kept.has(index));
}
