import { TurnpikeError } from "../../errors.ts";
import { type AdoptFacts, type Lane, type Pin, renderCaller, roadJob, triggersFor } from "../adopt/index.ts";
import type { RepositorySnapshot } from "../detect/index.ts";
import type { Gate } from "../gates/index.ts";
import { type CheckNames, checkNames } from "./check-names.ts";
import { type Decision, decide, type Judged, type Verdict } from "./decide.ts";
import { declarationsIn } from "./declared.ts";
import type { UnreadWorkflow, WorkflowFacts, WorkflowText } from "./model.ts";
import { parsedWorkflow } from "./parsed-workflow.ts";
import { type Pinned, pinGates } from "./pin-gates.ts";
import { readWorkflow } from "./read-workflow.ts";
import { type Remark, remarksOn } from "./remarks.ts";
import { ROAD_JOB, type Roads, rewriteWorkflow } from "./rewrite.ts";
import { chosenPython, ownPython, pythonWish } from "./roles/interpreters.ts";
import { isRoadCall } from "./roles/known-actions.ts";
import { withLocalActions } from "./roles/local-actions.ts";
import type { JobState } from "./settle/job-state.ts";
import { todoOf } from "./todo.ts";
import { startsOf } from "./triggers.ts";
import { accountProblems, changeProblems, type FileChange } from "./verify-result.ts";

/** What a migration is worked out from. */
export interface MigrationFacts {
  readonly workflows: readonly WorkflowText[];
  readonly unread: readonly UnreadWorkflow[];
  readonly snapshot: RepositorySnapshot;
  readonly adopt: AdoptFacts;
  readonly pin: Pin;
  /** File name of the caller below `.github/workflows/`. */
  readonly callerName: string;
  /** The only workflow to migrate; undefined: all. */
  readonly only: string | undefined;
  /** Pages of the repository that may show the state of a workflow, such as its README. */
  readonly pages?: readonly WorkflowText[];
}

/** What a migration comes to. */
export interface Migration {
  readonly judged: readonly Judged[];
  /** Jobs by file, in the order of the file, for pages. */
  readonly workflows: readonly WorkflowFacts[];
  readonly unread: readonly UnreadWorkflow[];
  readonly changes: readonly FileChange[];
  /** File in which the road is called for changes from now on, or for releases alone; null when nothing is replaced. */
  readonly calledIn: string | null;
  /** The workflow that releases, when the road builds for it from now on. */
  readonly releasedIn: string | null;
  /** Of the call for changes. */
  readonly lane: Lane;
  /** What turnpike.yml says from now on. */
  readonly pinned: Pick<Pinned, "ids" | "off">;
  readonly checks: { readonly before: CheckNames; readonly after: CheckNames };
  readonly remarks: readonly Remark[];
  /** What is left to a person, one sentence each. */
  readonly todo: readonly string[];
  readonly gates: readonly Gate[];
}

const FOLDER = ".github/workflows/";

interface Draft {
  readonly decision: Decision;
  readonly judged: readonly Judged[];
  readonly changes: readonly FileChange[];
  readonly pinned: Pinned;
  readonly lane: Lane;
}

function isReplaced({ verdict }: Judged): boolean {
  return verdict.kind === "replaced";
}

function callsRoad({ jobs }: WorkflowFacts): boolean {
  return jobs.some(({ call }) => call !== null && isRoadCall(call.uses));
}

/** The lane that signs releases needs a build, a caller of its own, and nobody else who builds and publishes. */
function laneOf(workflows: readonly WorkflowFacts[], { plan }: AdoptFacts, { host, states }: Decision): Lane {
  const publishes = states.some(({ roles }) => roles.some(({ kind }) => kind === "publish"));
  const releasesElsewhere = publishes || workflows.some(({ on }) => startsOf(on).releases);
  return plan.build !== null && host === null && !releasesElsewhere ? "pipeline" : "checks";
}

function gatesUsed(judged: readonly Judged[], gates: readonly Gate[]): readonly Gate[] {
  const ids = new Set(judged.flatMap(({ verdict }) => (verdict.kind === "replaced" ? verdict.gates : [])));
  return gates.filter(({ id }) => ids.has(id));
}

/** True when a gate takes the place of a command that asked for this Python, and nothing else would give it. */
function restsOn(python: string | null, states: readonly JobState[]): boolean {
  return states.some(
    (state) =>
      pythonWish(state) === python &&
      state.roles.some(
        (role, index) =>
          role.kind === "gate" && !state.kept.has(index) && role.gates.some((gate) => ownPython(gate) === null),
      ),
  );
}

async function callerChange(facts: MigrationFacts, lane: Lane, python: string | null): Promise<FileChange> {
  const parsed = await Promise.all(facts.workflows.map(({ file, text }) => parsedWorkflow(file, text)));
  const workflows = parsed.flatMap((one) => (one.kind === "workflow" ? [one.workflow] : []));
  const { defaultBranch, tags } = facts.adopt;
  const triggers = triggersFor({ defaultBranch, tags, workflows }, lane === "pipeline");
  const file = FOLDER + facts.callerName;
  if (facts.adopt.texts.has(file)) {
    throw new TurnpikeError("FILE_UNWRITABLE", "config", `${file} is there already and does not call Turnpike.`, {
      hint: "Give the caller another name: turnpike migrate --caller turnpike-road.yml",
    });
  }
  return { file, before: null, after: renderCaller({ lane, pin: facts.pin, triggers, python }) };
}

async function draft(
  facts: MigrationFacts,
  workflows: readonly WorkflowFacts[],
  of: { readonly given: ReadonlyMap<string, Verdict>; readonly tied: ReadonlySet<string> },
): Promise<Draft> {
  const { plan } = facts.adopt;
  const { given, tied } = of;
  const { gates, build } = plan;
  const pinnedPython = facts.snapshot.texts.get(".python-version")?.trim().split(/\s+/)[0] ?? null;
  const calledWithPython = chosenPython(workflows, pinnedPython);
  const known = {
    gates,
    build,
    declarations: declarationsIn(facts.snapshot),
    texts: facts.snapshot.texts,
    tied,
    pinnedPython,
    calledWithPython,
  };
  const decision = decide(workflows, known, given);
  const python = restsOn(calledWithPython, decision.states) ? calledWithPython : null;
  const lane = laneOf(workflows, facts.adopt, decision);
  const roads: Roads = {
    checks: roadJob(lane, facts.pin, { releaseTags: null, python }),
    release: roadJob("pipeline", facts.pin, { releaseTags: decision.releasing?.releaseTags ?? null, python: null }),
    pin: facts.pin,
  };
  const changes: FileChange[] = [];
  for (const workflow of workflows) {
    const rewritten = rewriteWorkflow(workflow, decision, roads);
    if (rewritten !== undefined && !given.has(workflow.file) && workflow.notEditable.length === 0) {
      changes.push({ file: workflow.file, before: workflow.text, ...rewritten });
    }
  }
  // What only a release loses, the release's own call gives back.
  const losing = decision.judged.filter((one) => isReplaced(one) && one.unit.file !== decision.releasing?.file);
  const needsCaller = losing.length > 0 && decision.host === null && !workflows.some(callsRoad);
  if (needsCaller) changes.push(await callerChange(facts, lane, python));
  const pinned = pinGates(facts.snapshot, changes, {
    used: gatesUsed(decision.judged, gates),
    before: gates,
    build: decision.releasing === undefined ? null : (build?.run ?? null),
  });
  if (pinned.change !== undefined) changes.push(pinned.change);
  return { decision, judged: decision.judged, changes, pinned, lane };
}

/** What forbids a change, by file. */
async function faultsOf({ decision, changes }: Draft): Promise<ReadonlyMap<string, string>> {
  const faults = new Map<string, string>();
  for (const change of changes.filter(({ file }) => file.startsWith(FOLDER))) {
    const [first] = await changeProblems(decision, change);
    if (first !== undefined && change.before !== null) faults.set(change.file, first);
  }
  return faults;
}

/** Works a draft out again and again until nothing forbids it; each round leaves more as it is. */
async function soundDraft(facts: MigrationFacts, workflows: readonly WorkflowFacts[]): Promise<Draft> {
  const given = new Map([...startGiven(facts), ...(await refusedFiles(workflows))]);
  const tied = new Set<string>();
  for (;;) {
    const current = await draft(facts, workflows, { given, tied });
    for (const id of current.pinned.lost) tied.add(id);
    // What stays with a gate that would be lost may be all that was wrong.
    if (current.pinned.lost.length > 0) continue;
    const faults = await faultsOf(current);
    if (faults.size === 0) return current;
    for (const [file, why] of faults) {
      const todo = `change ${file} by hand, or leave it: ${why}`;
      given.set(file, { kind: "person", why: `migrate would not write it: ${why}`, todo });
    }
  }
}

/** A file that GitHub would refuse says nothing reliable, so nothing of it is touched. */
async function refusedFiles(workflows: readonly WorkflowFacts[]): Promise<readonly (readonly [string, Verdict])[]> {
  const refused: (readonly [string, Verdict])[] = [];
  for (const { file, text, notEditable } of workflows) {
    const parsed = notEditable.length > 0 ? undefined : await parsedWorkflow(file, text);
    if (parsed?.kind !== "invalid") continue;
    const [first] = parsed.problems;
    const place = `${file}:${first?.line ?? 1}`;
    const why = `GitHub would refuse the file (line ${first?.line ?? 1}): ${first?.message ?? "it is no workflow"}`;
    refused.push([file, { kind: "person", why, todo: `mend ${place}; migrate leaves the file as it is` }]);
  }
  return refused;
}

function startGiven(facts: MigrationFacts): Map<string, Verdict> {
  const others = facts.workflows.filter(({ file }) => facts.only !== undefined && file !== facts.only);
  return new Map(
    others.map(({ file }) => [file, { kind: "kept", why: "it is another workflow than the one that was asked for" }]),
  );
}

async function namesOf(facts: MigrationFacts, changes: readonly FileChange[]): Promise<Migration["checks"]> {
  const before = new Map(facts.workflows.map(({ file, text }) => [file, text]));
  const after = new Map(before);
  for (const change of changes.filter(({ file }) => file.startsWith(FOLDER))) {
    if (change.after === null) after.delete(change.file);
    else after.set(change.file, change.after);
  }
  return { before: await checkNames(before), after: await checkNames(after) };
}

/**
 * Works out what of a repository's workflows the road replaces, and what they would become. What would be written is
 * checked: every step accounted for, every kept step there unchanged, every gate still in the plan, every file taken by
 * GitHub's parser. A file that fails is left as it is, and says why.
 *
 * @param facts the repository
 * @throws TurnpikeError `FILE_UNWRITABLE` when another workflow has the caller's name; `BUG_UNEXPECTED` when a step has no
 *   verdict, or two
 */
export async function migrate(facts: MigrationFacts): Promise<Migration> {
  const { texts } = facts.snapshot;
  const workflows = facts.workflows.map((one) => withLocalActions(readWorkflow(one), texts));
  const current = await soundDraft(facts, workflows);
  const { decision, changes, pinned } = current;
  const [wrong] = accountProblems(workflows, decision.judged);
  if (wrong !== undefined)
    throw new TurnpikeError("BUG_UNEXPECTED", "bug", `Not every step was accounted for: ${wrong}.`);
  const caller = changes.find(
    ({ before, after }) => before === null && after !== null && after.includes(`  ${ROAD_JOB}:`),
  );
  const calledIn = decision.judged.some(isReplaced)
    ? (decision.host ?? caller?.file ?? decision.releasing?.file ?? workflows.find(callsRoad)?.file ?? null)
    : null;
  const releasing = decision.releasing?.file ?? null;
  return {
    judged: decision.judged,
    workflows,
    unread: facts.unread,
    changes,
    calledIn,
    releasedIn: releasing,
    lane: current.lane,
    pinned,
    checks: await namesOf(facts, changes),
    remarks: remarksOn(workflows, decision.judged),
    todo: todoOf(facts, workflows, { ...current, calledIn, releasing }),
    gates: facts.adopt.plan.gates,
  };
}
