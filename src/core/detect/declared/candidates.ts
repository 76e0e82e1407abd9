import { OUTSIDE, selectFiles } from "../../declarations/index.ts";
import { blockersOf, STATIC } from "./blockers.ts";
import { environmentOf } from "./environment/environment.ts";
import { after, freshState, type JobState, placed } from "./job-state.ts";
import type { Run, Step } from "./resolve.ts";
import { classify as classifyAgain } from "./rules/classify.ts";
import type { CheckingTool } from "./rules/use.ts";
import type { DeclaredScene } from "./scene.ts";
import {
  isCalledCheck,
  isCheckingScript,
  isOfBuild,
  kindOfName,
  kindOfScript,
  plainTool,
  scriptName,
} from "./script-tools.ts";
import type { Chosen, Situation } from "./situation.ts";

/** A command that may become a gate. */
export interface Candidate {
  readonly situation: Situation;
  readonly tool: CheckingTool;
  readonly chosen: Chosen;
  /** Why it is only a suggestion, clauses; none for a gate. */
  readonly blockers: readonly string[];
  readonly required: boolean;
  /** Commands of the same job that must have run before it. */
  readonly preparations: readonly Candidate[];
  /** Commands that judge what it measured. */
  readonly followUps: readonly Step[];
  /** True for one that only prepares others. */
  readonly isPreparation: boolean;
}

/** A fixer that stands where a check is meant. */
export interface Fixing {
  readonly situation: Situation;
  readonly why: string;
}

/** What the commands of one run are for. */
export interface Sorted {
  readonly candidates: readonly Candidate[];
  readonly fixers: readonly Fixing[];
  /** Commands that judge what tests elsewhere measured. */
  readonly judges: readonly Step[];
}

function ownWords({ step }: Situation): readonly string[] {
  return [...(step.launched?.own ?? []), ...step.passedOn];
}

/** Bytes of one command line that every Linux takes, with room for the environment. */
const MOST_ARGUMENT_BYTES = 1_000_000;

/** A hook is handed the files that it asks for; undefined when it asks for none that are there. */
function withFiles({ step, scene }: Situation, chosen: Chosen): Chosen | undefined {
  const { fileSelection } = step.entry;
  if (fileSelection === undefined) return chosen;
  const found = selectFiles(fileSelection, scene.snapshot.files);
  if (found.kind === "unknown") return { ...chosen, blockers: [...chosen.blockers, found.reason] };
  if (found.files.length === 0 && !fileSelection.alwaysRun) return undefined;
  if (!fileSelection.passFilenames) return chosen;
  const bytes = found.files.reduce((sum, file) => sum + file.length + 1, 0);
  if (bytes <= MOST_ARGUMENT_BYTES) return { ...chosen, run: [...chosen.run, ...found.files] };
  return { ...chosen, blockers: [...chosen.blockers, `it is handed ${found.files.length} files at once`] };
}

function candidateOf(
  situation: Situation,
  tool: CheckingTool,
  preparations: readonly Candidate[],
): Candidate | undefined {
  const chosen = withFiles(situation, environmentOf(situation, tool.ecosystem, ownWords(situation)));
  if (chosen === undefined) return undefined;
  const needed = STATIC.has(tool.kind) && tool.ecosystem === "python" ? [] : preparations;
  const blocked = needed.find((one) => one.blockers.length > 0);
  const before = blocked === undefined ? [] : [`${placed(blocked.situation.step)} comes before it`];
  return {
    situation,
    tool,
    chosen,
    blockers: [...new Set([...blockersOf(situation, tool, chosen, needed.length > 0), ...before])],
    required: (tool.required ?? true) && !situation.step.mayFail,
    preparations: needed,
    followUps: [],
    isPreparation: false,
  };
}

/** What the package manager of Python builds stands beside the sources and is no need of a test. */
function isDistribution({ classified, parts }: Step): boolean {
  return [classified, ...parts].some(({ use }) => use.kind === "build" && use.what === "a distribution");
}

/** Doubt of a hook that has no form which only checks. */
const REWRITES = "it rewrites files";

/** A build that no check needs may be all that its job is for, and is not dropped in silence. */
export function suggestedBuild(one: Candidate): readonly Candidate[] {
  const { step } = one.situation;
  if (step.classified.use.kind !== "build" || one.tool.ecosystem !== "node") return [];
  return [{ ...one, isPreparation: false, blockers: ["it builds, and no check needs what it makes", ...one.blockers] }];
}

/** `actions/download-artifact`: what another job kept. */
function isDownload({ entry, launched }: Step): boolean {
  return entry.system === "workflow" && launched?.bare.join(" ") === "unzip artifact.zip";
}

class Sorter {
  readonly #run: Run;
  readonly #scene: DeclaredScene;
  readonly #builtBefore: () => readonly Candidate[];
  readonly #candidates: Candidate[] = [];
  readonly #fixers: Fixing[] = [];
  readonly #judges: Step[] = [];
  #preparations: Candidate[] = [];
  /** What built a distribution before, which is not made here. */
  #distribution: Step | undefined;
  #state: JobState;

  /**
   * @param run commands of one environment, in their order
   * @param scene the repository
   * @param builtBefore what jobs make that the job waits for
   */
  constructor(run: Run, scene: DeclaredScene, builtBefore: () => readonly Candidate[]) {
    this.#run = run;
    this.#scene = scene;
    this.#builtBefore = builtBefore;
    this.#state = freshState(run.home.python);
  }

  /** What the run makes for others, as far as it was looked at. */
  get builds(): readonly Candidate[] {
    return this.#preparations;
  }

  /** Looks at all commands, idle builds included. */
  sort(): Sorted {
    for (const step of this.#run.steps) this.#take(step);
    return { candidates: this.#candidates, fixers: this.#fixers, judges: this.#judges };
  }

  #take(step: Step): void {
    const fetched = isDownload(step) ? this.#builtBefore() : [];
    if (fetched.length > 0) {
      this.#preparations = [...new Set([...this.#preparations, ...fetched])];
      return;
    }
    const situation = { run: this.#run, step, state: this.#state, scene: this.#scene };
    if (step.launched === null) this.#takeShell(situation);
    else this.#takePlain(situation);
    if (isDistribution(step)) this.#distribution = step;
    this.#state = after(this.#state, step);
  }

  #takePlain(situation: Situation): void {
    const { step } = situation;
    const { use } = step.classified;
    if (step.doubts.includes(OUTSIDE) && use.kind !== "gate") return;
    if (use.kind === "gate") this.#add(candidateOf(situation, use.tool, this.#preparations));
    else if (use.kind === "follow-up") this.#attach(step);
    else if (use.kind === "fixer") this.#takeFixer(situation, use.why);
    else if (use.kind === "build" && !isDistribution(step)) this.#prepare(situation, "build");
    else if (use.kind === "other") this.#takeOther(situation);
  }

  #add(candidate: Candidate | undefined): void {
    if (candidate !== undefined) this.#candidates.push(candidate);
  }

  #takeFixer(situation: Situation, why: string): void {
    const { step } = situation;
    const { check } = step.classified;
    // A hook that rewrites a file fails, and so does `git diff` behind it: they ask that there is nothing to rewrite.
    const isAsked = step.entry.system === "pre-commit" || this.#isCompared(step);
    if (!isAsked || check === undefined) {
      this.#fixers.push({ situation, why });
      return;
    }
    const checked = checkedStep(step);
    const use = checked?.classified.use;
    if (checked !== undefined && use?.kind === "gate") {
      this.#add(candidateOf({ ...situation, step: checked }, use.tool, []));
    }
  }

  /** True when the next command says whether files have changed. */
  #isCompared(step: Step): boolean {
    const next = this.#run.steps[this.#run.steps.indexOf(step) + 1];
    const { use } = next?.classified ?? {};
    return (
      use?.kind === "tree" && next?.launched?.bare[0] === "git" && /^(?:diff|status)$/.test(next.launched.bare[1] ?? "")
    );
  }

  #takeOther(situation: Situation): void {
    const { entry } = situation.step;
    if (entry.system === "pre-commit" && situation.step.doubts.includes(REWRITES)) {
      this.#fixers.push({ situation, why: REWRITES });
      return;
    }
    if (entry.checks === true) {
      // A configuration may name a hook twice.
      const name = entry.name.replace(/#\d+$/, "");
      const tool = plainTool(name, situation.step, kindOfName(name));
      this.#add(candidateOf(situation, tool, this.#preparations));
      return;
    }
    const name = scriptName(situation.step);
    const tool = plainTool(name, situation.step, kindOfScript(situation.step));
    if (isCheckingScript(situation.step, this.#run)) {
      this.#add(candidateOf(situation, this.#withBuild(tool), [...this.#preparations, ...this.#sites(entry)]));
    } else if (tool.ecosystem !== "node" && isCalledCheck(situation.step)) {
      const doubt = "only the name of its step says that it checks";
      this.#add(candidateOf(situation, { ...tool, doubt }, this.#preparations));
    } else this.#prepare(situation, name);
  }

  /** Documents that the same script or target builds before a check that nobody knows, which may look at them. */
  #sites(entry: Step["entry"]): readonly Candidate[] {
    return this.#candidates.filter(({ tool, situation }) => tool.kind === "docs" && situation.step.entry === entry);
  }

  /** What nobody knows and what stands behind the build of a distribution mostly looks at what was built. */
  #withBuild(tool: CheckingTool): CheckingTool {
    if (this.#distribution === undefined) return tool;
    return { ...tool, doubt: `${placed(this.#distribution)} builds before it what it may look at` };
  }

  #prepare(situation: Situation, kind: string): void {
    const name = scriptName(situation.step);
    const made = isOfBuild(situation.step) ? "build" : kind;
    const candidate = candidateOf(situation, plainTool(name, situation.step, made), this.#preparations);
    if (candidate === undefined) return;
    const preparation = { ...candidate, isPreparation: true };
    this.#candidates.push(preparation);
    this.#preparations = [...this.#preparations, preparation];
  }

  /** One gate for a text that only a shell can run, when a known tool checks in it and nothing else happens there. */
  #takeShell(situation: Situation): void {
    const { parts } = situation.step;
    const gate = parts.find(({ use }) => use.kind === "gate")?.use;
    const harmless = parts.every(({ use }) => /^(?:gate|noise|follow-up|report)$/.test(use.kind));
    if (gate?.kind !== "gate") return;
    const { report: _report, doubt, ...tool } = gate.tool;
    // A text around the command judges what it prints: `test -z "$(gofmt -l .)"`.
    const kept = doubt === undefined || doubt.startsWith("it exits with 0") ? writesOnly(situation) : { doubt };
    const whole = harmless ? withoutShellDoubts(situation) : situation;
    const candidate = candidateOf(whole, { ...tool, ...kept, exitCodes: null }, this.#preparations);
    if (candidate === undefined) return;
    const blockers = harmless ? candidate.blockers : [...candidate.blockers, "its shell text does more than check"];
    this.#candidates.push({ ...candidate, blockers });
  }

  /** `coverage report --fail-under` judges what the last test run measured. */
  #attach(step: Step): void {
    const index = this.#candidates.findLastIndex(({ tool }) => tool.coverage === true || tool.kind === "tests");
    const found = this.#candidates[index];
    if (found !== undefined) this.#candidates[index] = { ...found, followUps: [...found.followUps, step] };
    else if (/--fail[-_]under/.test(step.command.text)) this.#judges.push(step);
  }
}

/** zizmor ends with 0 whatever it finds when it writes SARIF, which is for code scanning (docs.zizmor.sh, "Exit codes"). */
const ONLY_WRITES = /\bzizmor\b[^|;&\n]*--format[= ]sarif\b/;

function writesOnly({ step: { command } }: Situation): Pick<CheckingTool, "doubt"> {
  return ONLY_WRITES.test(command.text) ? { doubt: "with `--format=sarif` it ends with 0 whatever it finds" } : {};
}

/** What a shell decides by itself when it is given the whole text. */
const OF_THE_SHELL = /^only a shell can run |^`\|\|` chooses |^it stands in a |^`\$\(.*` is known only when it runs$/s;
/** Names that every shell knows, or that the text itself gives a value. */
const SET = /^(?:PWD|HOME|PATH|USER|TMPDIR|RANDOM|IFS|HOSTNAME|SECONDS|LINENO|OSTYPE|CI)$/;

function isSelfContained({ command, env }: Step): boolean {
  const own = [
    ...command.text.matchAll(/(?:\bfor\s+|\bread\s+(?:-\w+\s+)*|(?:^|[\s;&(]))(\w+)(?:=|\s+in\b|\s*;?\s*do\b)/g),
  ];
  const set = new Set(own.map(([, name]) => name));
  const used = [...command.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = ""]) => name);
  return used.every((name) => SET.test(name) || set.has(name) || Object.hasOwn(env, name));
}

/** A loop of which every part is known is run whole, as its own shell runs it. */
function withoutShellDoubts(situation: Situation): Situation {
  const { step } = situation;
  const { command } = step;
  if (!isSelfContained(step)) return situation;
  const isOpen = (doubt: string): boolean => OF_THE_SHELL.test(doubt) && command.doubts.includes(doubt);
  return { ...situation, step: { ...step, doubts: step.doubts.filter((doubt) => !isOpen(doubt)) } };
}

/** @returns the step with the form of its command that only checks */
function checkedStep(step: Step): Step | undefined {
  const { launched, classified, passedOn } = step;
  const bare = launched === null ? undefined : classified.check?.([...launched.bare, ...passedOn]);
  if (launched === null || bare === undefined) return undefined;
  const before = launched.own.slice(0, launched.own.length - launched.bare.length);
  const checking = { ...launched, bare, own: [...before, ...bare] };
  return { ...step, launched: checking, passedOn: [], classified: classifyAgain(bare) };
}

/** True when `one` is the job that `id` names, or a combination or a job of it. */
const isOf = (id: string, one: string): boolean => one === id || one.startsWith(`${id}(`) || one.startsWith(`${id}/`);

/** Builds that no check needs are suggestions, wherever the checks stand. */
function withoutIdle(sorted: readonly Sorted[]): readonly Sorted[] {
  const all = sorted.flatMap(({ candidates }) => candidates);
  const running = all.filter(({ blockers, isPreparation }) => blockers.length === 0 && !isPreparation);
  const used = new Set(running.flatMap(({ preparations }) => preparations));
  for (const one of used) for (const before of one.preparations) used.add(before);
  const isIdle = (one: Candidate): boolean => one.isPreparation && !used.has(one);
  return sorted.map((one) => ({
    ...one,
    candidates: one.candidates.flatMap((each) => (isIdle(each) ? suggestedBuild(each) : [each])),
  }));
}

/**
 * @param runs commands of environments, in their order
 * @param scene the repository
 * @returns of each what may become gates, with what stands against it, and what rewrites files
 */
export function sortRuns(runs: readonly Run[], scene: DeclaredScene): readonly Sorted[] {
  const sorters = new Map<Run, Sorter>();
  const sorted = new Map<Run, Sorted>();
  const look = (run: Run): Sorter => {
    const known = sorters.get(run);
    if (known !== undefined) return known;
    const needed = runs.filter((one) => run.root.needs?.some((id) => isOf(id, one.root.id)) === true);
    const sorter = new Sorter(run, scene, () => needed.flatMap((one) => look(one).builds));
    sorters.set(run, sorter);
    sorted.set(run, sorter.sort());
    return sorter;
  };
  for (const run of runs) look(run);
  return withoutIdle(runs.flatMap((run) => sorted.get(run) ?? []));
}
