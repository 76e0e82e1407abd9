import type { DeclaredEntry, Reading } from "../../declarations/index.ts";
import type { NeverRun, Plan } from "../../gates/index.ts";
import type { Draft } from "../draft.ts";
import type { LeftOut, Note } from "../notes.ts";
import type { RepositorySnapshot } from "../snapshot.ts";
import { STATIC } from "./blockers.ts";
import { type Candidate, type Fixing, sortRuns, suggestedBuild } from "./candidates.ts";
import { isChecking, isOtherJob, isServed, ORDER, proposedFirst, rootsOf } from "./counting.ts";
import { onceMeasured } from "./coverage-twins.ts";
import { LOCKED, UNLOCKED } from "./environment/node-environment.ts";
import { unwrap } from "./launchers.ts";
import { lostVariableNotes } from "./lost-variables.ts";
import { differingVariables, type Merged, mergeCandidates } from "./merge-candidates.ts";
import { nameGates } from "./name-gates.ts";
import { type CallOf, Follower, type Run, type Step } from "./resolve.ts";
import { classifyShell } from "./rules/classify.ts";
import { DeclaredScene } from "./scene.ts";
import { toDraft } from "./to-draft.ts";
import { oneLine, otherServices, silentJobs, silentWorkflows, unreadCommands } from "./unread-commands.ts";

/** What readers of declarations found, and how calls are recognised. */
export interface Declarations {
  readonly reading: Reading;
  readonly callOf: CallOf;
}

/** What declarations come to. */
export interface DeclaredPlan {
  readonly drafts: readonly Draft[];
  readonly neverRun: readonly NeverRun[];
  readonly build: Plan["build"];
  readonly notes: readonly Note[];
  readonly leftOut: readonly LeftOut[];
  /** What the gates are taken from, for a sentence: `workflows`, `tox`; null when declarations say nothing that is run. */
  readonly source: string | null;
  /** Why what no workflow runs is only suggested, a clause. */
  readonly unrun: string;
}

/** Kinds that say nothing about the code itself: where only these run, the checks of the code stand elsewhere. */
export const ASIDE: ReadonlySet<string> = new Set([
  "workflows",
  "commits",
  "links",
  "audit",
  "secrets",
  "spelling",
  "licenses",
  "changes",
]);

/** A workflow with more suggestions than this drowns what matters. */
const MOST_SUGGESTIONS = 20;

interface Level {
  readonly source: string;
  readonly candidates: readonly Candidate[];
  readonly fixers: readonly Fixing[];
  readonly reached: ReadonlySet<string>;
  readonly runs: readonly Run[];
  readonly notes: readonly Note[];
}

/** A limit for what the tests of several jobs covered together. */
function judgeNote({ command }: Step): Note {
  const { file, line } = command.place;
  const limit = /--fail[-_]under[= ](\d+)/.exec(command.text)?.[1];
  const own =
    limit === undefined ? "a `threshold` of turnpike.yml" : `\`threshold: { coverage: ${limit} }\` of turnpike.yml`;
  const message = `runs \`${oneLine(command.text).slice(0, 80)}\` over what several test runs measured, which is not done here; ${own} holds one run to a limit`;
  return { file, line, message };
}

const hasTests = ({ steps }: Run): boolean =>
  steps.some(({ classified: { use } }) => use.kind === "gate" && !STATIC.has(use.tool.kind));

/** Packages of Node lie in the tree once for all jobs: where one with tests lets their scripts run, others find what they made. */
function noteInstall({ classified, launched }: Step, scene: DeclaredScene): void {
  const [program = "", ...words] = launched?.bare ?? [];
  const isNode = classified.use.kind === "install" && /^(?:npm|pnpm|yarn|bun)$/.test(program);
  if (!isNode || launched === null) return;
  if (!words.includes("--ignore-scripts")) scene.letScriptsRun(launched.cwd);
  if (!words.some((word) => UNLOCKED.test(word))) scene.holdToLock(launched.cwd);
  if (words[0] === "ci" || words.some((word) => LOCKED.test(word))) scene.askForLock(launched.cwd);
}

function levelOf(
  source: string,
  roots: readonly DeclaredEntry[],
  { reading, callOf }: Declarations,
  scene: DeclaredScene,
): Level {
  const { runs, reached, unfollowed } = new Follower(reading.entries, callOf).follow(roots);
  for (const { steps } of runs.filter(hasTests)) for (const step of steps) noteInstall(step, scene);
  const sorted = sortRuns(runs, scene);
  return {
    source,
    candidates: sorted.flatMap(({ candidates }) => candidates),
    fixers: sorted.flatMap(({ fixers }) => fixers),
    reached,
    runs,
    notes: [
      ...unfollowed.map(({ place, text, reason }) => ({
        file: place.file,
        line: place.line,
        message: `runs \`${text.slice(0, 80)}\`, which is not followed: ${reason}`,
      })),
      ...sorted.flatMap(({ judges }) => judges.map(judgeNote)),
    ],
  };
}

const checksCode = (level: Level): boolean =>
  level.candidates.some(({ tool, isPreparation }) => !isPreparation && !ASIDE.has(tool.kind));
const hasGate = (level: Level): boolean =>
  level.candidates.some((one) => one.blockers.length === 0 && !ASIDE.has(one.tool.kind));

/**
 * True when all that keeps the checks of a level from being gates is a condition that is known only when it runs, and no
 * job of it needs more than the repository: what people type for the same checks says it then.
 */
function isOnlyDoubted({ candidates, runs }: Level): boolean {
  const isPlainJob = ({ root, home }: Run): boolean =>
    [root, home].every(({ surroundings }) => surroundings.services.length === 0 && surroundings.container === null);
  const checks = candidates.filter(({ tool, isPreparation }) => !isPreparation && !ASIDE.has(tool.kind));
  // Of the legs of a matrix the one with the least against it counts.
  return (
    runs.every(isPlainJob) &&
    mergeCandidates(checks, undefined).every(({ candidate: { blockers, situation } }) =>
      blockers.every((one) => /\bcondition\b/.test(one) && situation.step.doubts.includes(one)),
    )
  );
}

/** The first level that says what the code is checked with: workflows and services, else the systems in their order. */
function chooseLevels(
  declarations: Declarations,
  scene: DeclaredScene,
): { readonly main: Level; readonly second: Level | undefined } {
  const { entries } = declarations.reading;
  const roots = entries.filter((entry) => isChecking(entry) || isServed(entry)).toSorted(proposedFirst);
  const main = levelOf("workflows", roots, declarations, scene);
  if (hasGate(main) || (checksCode(main) && !isOnlyDoubted(main))) return { main, second: undefined };
  for (const system of ORDER) {
    const found = rootsOf(declarations.reading, system);
    const level = found.length === 0 ? undefined : levelOf(system, found, declarations, scene);
    if (level !== undefined && hasGate(level)) return { main, second: level };
  }
  return { main, second: undefined };
}

function isPublish({ classified, parts }: Step): string | undefined {
  const uses = [classified.use, ...parts.map(({ use }) => use)];
  const found = uses.find((use) => use.kind === "publish");
  return found?.kind === "publish" ? found.what : undefined;
}

/** Of a text that only a shell can run, the line that publishes. */
function publishingLine({ command, launched }: Step): string {
  const lines = launched === null ? command.text.split("\n").map((line) => line.trim()) : [];
  const publishes = (line: string): boolean =>
    classifyShell(line, (words) => unwrap(words, command.cwd).bare).some(({ use }) => use.kind === "publish");
  return oneLine(lines.find(publishes) ?? command.text);
}

function neverRunOf(runs: readonly Run[]): readonly NeverRun[] {
  const found = runs.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const what = isPublish(step);
      const { place } = step.command;
      return what === undefined ? [] : [{ what, text: publishingLine(step), file: place.file, line: place.line }];
    }),
  );
  const byPlace = new Map(found.map((one) => [`${one.file}:${one.line}:${one.text}`, one]));
  return [...byPlace.values()];
}

function buildOf(runs: readonly Run[]): Plan["build"] {
  const steps = runs.flatMap(({ steps: all }) => all);
  const found = steps.find(
    ({ classified: { use }, command, doubts }) =>
      use.kind === "build" && use.what === "a distribution" && command.certainty !== "unsure" && doubts.length === 0,
  );
  if (found === undefined) return null;
  const { command } = found;
  return { run: command.text.trim(), cwd: command.cwd, source: { file: command.place.file, line: command.place.line } };
}

function pythonWanted({ snapshot }: DeclaredScene): string | undefined {
  return /^\s*(\d+\.\d+)/.exec(snapshot.texts.get(".python-version") ?? "")?.[1];
}

/** Hooks that nothing runs are suggested by what everybody checks, not one by one. */
const KNOWN_KIND =
  /^(?:lock|format|lint|types|tests|spelling|sast|secrets|workflows|docs|docstrings|licenses|packaging)$/;

/** What stands in other systems and that nothing which counts runs: a stale target is the commonest false red. */
function unreachedCandidates(
  declarations: Declarations,
  levels: readonly Level[],
  scene: DeclaredScene,
): readonly Candidate[] {
  const reached = new Set(levels.flatMap((level) => [...level.reached]));
  const covered = new Set(levels.flatMap(({ candidates }) => candidates.map(({ tool }) => tool.kind)));
  const roots = ORDER.flatMap((system) => rootsOf(declarations.reading, system)).filter(({ id }) => !reached.has(id));
  const isHook = ({ system }: DeclaredEntry): boolean => system === "pre-commit";
  const named = levelOf(
    "others",
    roots.filter((one) => !isHook(one)),
    declarations,
    scene,
  );
  // Hooks that a target or an environment runs are in it already.
  const hooks = roots.filter((one) => isHook(one) && !named.reached.has(one.id));
  const candidates = [...named.candidates, ...levelOf("others", hooks, declarations, scene).candidates];
  return candidates.filter(
    ({ tool, isPreparation, situation }) =>
      !isPreparation &&
      !covered.has(tool.kind) &&
      !reached.has(situation.step.entry.id) &&
      (situation.run.root.system !== "pre-commit" || KNOWN_KIND.test(tool.kind)),
  );
}

/** Why a command counts for nothing, a clause; workflows that could not be read may run it. */
function unrunClause({ reading }: Declarations): string {
  const has = (pattern: RegExp): boolean => reading.unread.some(({ message }) => pattern.test(message));
  if (has(/^the job `.*` runs on .*; only Linux is read$/)) return "no workflow runs it on Linux";
  return has(/, a workflow of another repository, which is not read$/)
    ? "no workflow that is read runs it"
    : "no workflow runs it";
}

function whyNotRun({ situation }: Candidate, source: string, declarations: Declarations): string {
  const { system } = situation.run.root;
  return source === "workflows" ? unrunClause(declarations) : `${source} comes before ${system} here`;
}

function fixerLeftOut({ situation, why }: Fixing): LeftOut {
  const { place, text } = situation.step.command;
  return {
    kind: "format",
    what: oneLine(text).slice(0, 80),
    file: place.file,
    line: place.line,
    reason: `${why}, so it is no check`,
  };
}

function mergedLeftOut({ candidate, others }: Merged): readonly LeftOut[] {
  return others.map((other) => {
    const { situation, tool } = other;
    const { place, text } = situation.step.command;
    const { place: kept } = candidate.situation.step.command;
    const name = situation.run.home.name;
    const where = `${kept.file}:${kept.line}${candidate.situation.run.home.name === name ? "" : ` of ${candidate.situation.run.home.name}`}`;
    const differing = differingVariables(candidate, other);
    const reason =
      differing.length === 0
        ? `${name} says the same as ${where}; once is enough`
        : `${name} says the same as ${where} with ${differing.slice(0, 3).join(" ")}; one of the matrix is run`;
    return { kind: tool.kind, what: oneLine(text).slice(0, 80), file: place.file, line: place.line, reason };
  });
}

function stepsOf({ candidate, others }: Merged): readonly Step[] {
  return [candidate, ...others].map(({ situation }) => situation.step);
}

/** What runs as it stands needs no note that it could not be looked into. */
function withoutSteps(run: Run, steps: ReadonlySet<Step>): Run {
  return { ...run, steps: run.steps.filter((step) => !steps.has(step)) };
}

/**
 * Of a matrix one leg is run, so that what only another leg prepared is needed no more: it must not run, least of all where
 * it rewrites files for an old interpreter.
 */
function withoutIdle(all: readonly Merged[]): readonly Merged[] {
  const isRunning = ({ candidate }: Merged): boolean => candidate.blockers.length === 0 && !candidate.isPreparation;
  const used = new Set(all.filter(isRunning).flatMap(({ candidate }) => candidate.preparations));
  const partsOf = ({ candidate, others }: Merged): readonly Candidate[] => [candidate, ...others];
  const preparing = all.filter(({ candidate }) => candidate.isPreparation);
  const needed = new Set<Merged>();
  for (let before = -1; before !== needed.size; ) {
    before = needed.size;
    for (const one of preparing.filter((each) => partsOf(each).some((part) => used.has(part)))) {
      needed.add(one);
      for (const part of one.candidate.preparations) used.add(part);
    }
  }
  return all.flatMap((one) => {
    if (!one.candidate.isPreparation || needed.has(one)) return [one];
    return suggestedBuild(one.candidate).map((candidate) => ({ ...one, candidate }));
  });
}

/** More notes than this are counted and not listed. */
const MOST_NOTES = 60;

function eachOnce(notes: readonly Note[]): readonly Note[] {
  const byText = new Map(notes.map((note) => [`${note.file}\0${note.line}\0${note.message}`, note]));
  const all = [...byText.values()];
  if (all.length <= MOST_NOTES) return all;
  const more = {
    file: ".",
    line: null,
    message: `has ${all.length - MOST_NOTES} further places that could not be read`,
  };
  return [...all.slice(0, MOST_NOTES), more];
}

/**
 * From declarations to drafts of gates. Nothing is run.
 *
 * @param declarations what the readers found
 * @param snapshot the repository
 */
export function planDeclared(declarations: Declarations, snapshot: RepositorySnapshot): DeclaredPlan {
  const scene = new DeclaredScene(snapshot);
  const { entries, unread: unreadPlaces } = declarations.reading;
  const { main, second } = chooseLevels(declarations, scene);
  const levels = second === undefined ? [main] : [main, second];
  const wanted = pythonWanted(scene);
  const candidates = levels.flatMap((level) => level.candidates);
  const counting = withoutIdle(onceMeasured(mergeCandidates(candidates, wanted)));
  const scheduled = levelOf("schedule", entries.filter(isOtherJob), declarations, scene);
  const source = second?.source ?? (checksCode(main) ? "workflows" : null);
  const others = source === null ? [] : unreachedCandidates(declarations, levels, scene);
  const further = mergeCandidates([...others], wanted).slice(0, MOST_SUGGESTIONS);
  const all = [...counting, ...further];
  const names = nameGates(all);
  const lockedVersion = (candidate: Candidate, tool: string): string | undefined =>
    scene.projectAt(candidate.situation.step.command.cwd)?.project.lock?.versions.get(tool);
  const drafts = all.map((merged) => {
    const isFurther = further.includes(merged);
    const blockers = isFurther && source !== null ? [whyNotRun(merged.candidate, source, declarations)] : [];
    return toDraft(merged, { id: names.get(merged) ?? merged.candidate.tool.kind, blockers, lockedVersion });
  });
  const runs = [...levels, scheduled].flatMap((level) => level.runs);
  const gates = counting.filter(({ candidate }) => candidate.blockers.length === 0);
  const running = new Set(gates.flatMap(stepsOf));
  const unread = [
    ...levels.flatMap(({ runs: all }) => unreadCommands(all.map((run) => withoutSteps(run, running)))),
    ...levels.flatMap(({ notes }) => notes),
  ];
  const strange = silentJobs(main.runs, new Set(main.candidates.map(({ situation }) => situation.run.root.id)));
  const told = new Set([
    ...[...unread, ...strange, ...unreadPlaces].map(({ file }) => file),
    ...main.candidates.map(({ situation }) => situation.run.root.place.file),
  ]);
  return {
    drafts,
    neverRun: neverRunOf(runs),
    build: buildOf(runs),
    notes: eachOnce([
      ...(checksCode(main) ? [] : [...silentWorkflows(entries, told), ...otherServices(snapshot.files)]),
      ...unread,
      ...strange,
      ...lostVariableNotes(new Map(gates.map((merged) => [merged, names.get(merged) ?? merged.candidate.tool.kind]))),
      ...unreadPlaces.map(({ file, line, message }) => ({ file, line, message })),
    ]),
    leftOut: [...counting.flatMap(mergedLeftOut), ...levels.flatMap(({ fixers }) => fixers.map(fixerLeftOut))],
    source,
    unrun: unrunClause(declarations),
  };
}
