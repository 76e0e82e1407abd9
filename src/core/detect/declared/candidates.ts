import { classify as classifyAgain, isAboutChecking } from "./classify.ts";
import { environmentOf } from "./environment.ts";
import { chooseFiles } from "./hook-files.ts";
import { after, freshState, type JobState, placed } from "./job-state.ts";
import type { Launched } from "./launchers.ts";
import type { Run, Step } from "./resolve.ts";
import type { DeclaredScene } from "./scene.ts";
import type { Chosen, Situation } from "./situation.ts";
import type { CheckingTool } from "./use.ts";

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
}

/** Kinds of gates that read sources and nothing around them. */
const STATIC = new Set([
  "lock",
  "format",
  "lint",
  "spelling",
  "types",
  "secrets",
  "workflows",
  "sast",
  "docstrings",
  "licenses",
  "packaging",
  "deps",
  "commits",
]);

/** Secrets of steps that upload results, publish or comment: no test reads them. */
const REPORTING =
  /^(?:GITHUB_TOKEN|GH_TOKEN)$|CODECOV|COVERALLS|SONAR|CODACY|CODECLIMATE|CC_TEST|CODSPEED|DEEPSOURCE|SNYK|PYPI|TWINE|NPM_TOKEN|NODE_AUTH|SLACK|DISCORD|DOCKER|DEPLOY|RELEASE|PAGES|NETLIFY|VERCEL|BOT|CACHIX|SENTRY|BROWSERSTACK_REPORT/i;

/** The action shows its findings in GitHub's code scanning and fails nothing. */
const CODE_SCANNING = /`(?:zizmorcore\/zizmor-action|github\/codeql-action|ossf\/scorecard-action)/;

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function surroundingBlockers({ run, step }: Situation, tool: CheckingTool): readonly string[] {
  const entries = [run.root, run.home, ...step.chain.map(({ entry }) => entry)];
  const around = entries.map(({ surroundings }) => surroundings);
  const container = around.find((one) => one.container !== null)?.container;
  const blockers = container == null ? [] : [`its job runs in the container ${container}`];
  if (STATIC.has(tool.kind)) return blockers;
  const services = unique(around.flatMap((one) => one.services));
  const secrets = unique(around.flatMap((one) => one.secrets)).filter((name) => !REPORTING.test(name));
  if (services.length > 0) blockers.push(`its job needs the service ${services.join(", ")}`);
  if (secrets.length > 0) blockers.push(`its job reads the secret ${secrets.join(", ")}`);
  return blockers;
}

function stepBlockers({ step }: Situation): readonly string[] {
  const blockers = [...step.doubts];
  const isScan = step.command.doubts.some((doubt) => CODE_SCANNING.test(doubt));
  if (isScan) blockers.push("the action shows its findings in code scanning and fails nothing by itself");
  if (step.launched?.isPrivileged === true) blockers.push("it asks for the rights of the administrator");
  return blockers;
}

function stateBlockers({ state, step }: Situation, tool: CheckingTool, chosen: Chosen): readonly string[] {
  const usesInstalls = chosen.environment !== null && chosen.environment.manager !== "uv";
  const unsure = usesInstalls || chosen.blockers.length > 0 ? state.unsure : [];
  if (STATIC.has(tool.kind) && tool.kind !== "types") return unsure;
  void step;
  return [...unsure, ...state.outside.slice(0, 2)];
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
  const found = chooseFiles(fileSelection, scene.snapshot.files);
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
  return {
    situation,
    tool,
    chosen,
    blockers: unique([
      ...(tool.doubt === undefined ? [] : [tool.doubt]),
      ...stepBlockers(situation),
      ...surroundingBlockers(situation, tool),
      ...chosen.blockers,
      ...(isUnknownScript(situation, tool, chosen) ? ["what the script installs and changes is not known"] : []),
      ...(tool.ecosystem === "system" && isFromNowhere(situation) && isNobodys(situation, tool)
        ? [`nothing there says where ${tool.tool} comes from`]
        : []),
      ...stateBlockers(situation, tool, chosen),
      ...(blocked === undefined ? [] : [`${placed(blocked.situation.step)} comes before it`]),
    ]),
    required: (tool.required ?? true) && !situation.step.mayFail,
    preparations: needed,
    followUps: [],
    isPreparation: false,
  };
}

function plainTool(name: string, launched: Launched | null, kind: string): CheckingTool {
  const [program = "", script = ""] = launched?.bare ?? [];
  const ecosystem =
    program === "python" || /\.py$/.test(script)
      ? "python"
      : /^(?:node|tsx|ts-node|npm|pnpm|yarn|bun)$/.test(program)
        ? "node"
        : "system";
  return { tool: name, kind, ecosystem, tier: "normal", exitCodes: null, imports: true };
}

/** True for a command that no table knows. */
const isPlain = ({ kind, tool, exitCodes }: CheckingTool): boolean =>
  exitCodes === null && (kind === "build" || kind === tool || kind === kindOfScript(tool));

/** Name of a script without its folder and ending: `check-docs` of `python scripts/check_docs.py`. */
function scriptName({ launched }: Step): string {
  const [program = "", ...rest] = launched?.bare ?? [];
  const words =
    /^(?:python|node|bash|sh|tsx|ts-node|npm|pnpm|yarn|bun|make|invoke|npm-run-all|run-s|run-p|turbo|nx|lerna)$/.test(
      program,
    )
      ? rest.filter((word) => !word.startsWith("-") && word !== "run")
      : [program];
  const name = (words[0] ?? program).replace(/^.*\//, "").replace(/\.[a-z]+$/, "");
  return (
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "") || "script"
  );
}

/** Names that mean a kind of gate that everybody knows. */
const SCRIPT_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:run-?)?(?:unit-?)?tests?(?:-all)?$|^unit$|^pytest$/, "tests"],
  [/^(?:run-?)?lint(?:er|ers|ing|s)?$/, "lint"],
  [/^(?:type-?check|types|typing|mypy)$/, "types"],
  [/^(?:format-check|check-format|fmt-check|check-style|style)$/, "format"],
];

function kindOfScript(name: string): string {
  return SCRIPT_KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? name;
}

/** Programs of every system; another one must come from the repository or from what it installs. */
const EVERYWHERE = /^(?:bash|sh|make|python|node|diff|cmp|test|sha\d+sum|shasum)$|\//;

/** Programs that an action installs for its own job, and that GitHub's runner images do not have (actions/runner-images). */
const NOT_ON_RUNNERS =
  /^(?:golangci-lint|staticcheck|revive|errcheck|gosec|govulncheck|actionlint|gitleaks|hadolint|buf|tflint|shfmt|taplo|typos|lychee|ktlint|detekt|swiftlint|dprint|editorconfig-checker|ec|reuse)$/;

function isNobodys({ step }: Situation, tool: CheckingTool): boolean {
  return NOT_ON_RUNNERS.test(step.launched?.bare[0] ?? "") || (tool.exitCodes === null && isPlain(tool));
}

function isFromNowhere({ step, state }: Situation): boolean {
  const [program = ""] = step.launched?.bare ?? [];
  const installs = state.installs.length + state.syncs.length + state.node.length > 0;
  return !installs && (step.launched?.launchers.length ?? 0) === 0 && !EVERYWHERE.test(program) && !step.entry.isolated;
}

/** A shell script in no environment of ours may install into whatever is there. */
function isUnknownScript({ step }: Situation, tool: CheckingTool, chosen: Chosen): boolean {
  const line = (step.launched?.bare ?? []).slice(0, 2).join(" ");
  return (
    isPlain(tool) && tool.ecosystem === "system" && chosen.environment === null && /\.sh$|^\.{0,2}\/|\//.test(line)
  );
}

function isCheckingScript(step: Step, run: Run): boolean {
  if (isAboutChecking(scriptName(step).replaceAll("-", " "))) return true;
  const innermost = step.entry;
  return innermost !== run.root && isAboutChecking(innermost.name);
}

/** What the package manager of Python builds stands beside the sources and is no need of a test. */
function isDistribution({ classified: { use } }: Step): boolean {
  return use.kind === "build" && use.what === "a distribution";
}

class Sorter {
  readonly #run: Run;
  readonly #scene: DeclaredScene;
  readonly #candidates: Candidate[] = [];
  readonly #fixers: Fixing[] = [];
  #preparations: Candidate[] = [];
  #state: JobState;

  constructor(run: Run, scene: DeclaredScene) {
    this.#run = run;
    this.#scene = scene;
    this.#state = freshState(run.home.python);
  }

  sort(): Sorted {
    for (const step of this.#run.steps) this.#take(step);
    const running = this.#candidates.filter(({ blockers, isPreparation }) => blockers.length === 0 && !isPreparation);
    const used = new Set(running.flatMap(({ preparations }) => preparations));
    for (const one of used) for (const before of one.preparations) used.add(before);
    const idle = (one: Candidate): boolean => one.isPreparation && !used.has(one);
    return { candidates: this.#candidates.filter((one) => !idle(one)), fixers: this.#fixers };
  }

  #take(step: Step): void {
    const situation = { run: this.#run, step, state: this.#state, scene: this.#scene };
    if (step.launched === null) this.#takeShell(situation);
    else this.#takePlain(situation);
    this.#state = after(this.#state, step);
  }

  #takePlain(situation: Situation): void {
    const { step } = situation;
    const { use } = step.classified;
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
    // A hook that rewrites a file fails; what it asks for is that there is nothing to rewrite.
    if (step.entry.system !== "pre-commit" || check === undefined) {
      this.#fixers.push({ situation, why });
      return;
    }
    const checked = checkedStep(step);
    const use = checked?.classified.use;
    if (checked !== undefined && use?.kind === "gate") {
      this.#add(candidateOf({ ...situation, step: checked }, use.tool, []));
    }
  }

  #takeOther(situation: Situation): void {
    if (!isCheckingScript(situation.step, this.#run)) {
      this.#prepare(situation, scriptName(situation.step));
      return;
    }
    const name = scriptName(situation.step);
    this.#add(candidateOf(situation, plainTool(name, situation.step.launched, kindOfScript(name)), this.#preparations));
  }

  #prepare(situation: Situation, kind: string): void {
    const name = scriptName(situation.step);
    const candidate = candidateOf(situation, plainTool(name, situation.step.launched, kind), this.#preparations);
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
    const { report: _report, ...tool } = gate.tool;
    const candidate = candidateOf(situation, { ...tool, exitCodes: null }, this.#preparations);
    if (candidate === undefined) return;
    const blockers = harmless ? candidate.blockers : [...candidate.blockers, "its shell text does more than check"];
    this.#candidates.push({ ...candidate, blockers });
  }

  /** `coverage report --fail-under` judges what the last test run measured. */
  #attach(step: Step): void {
    const index = this.#candidates.findLastIndex(({ tool }) => tool.coverage === true || tool.kind === "tests");
    const found = this.#candidates[index];
    if (found !== undefined) this.#candidates[index] = { ...found, followUps: [...found.followUps, step] };
  }
}

/** @returns the step with the form of its command that only checks */
export function checkedStep(step: Step): Step | undefined {
  const { launched, classified } = step;
  const bare = launched === null ? undefined : classified.check?.(launched.bare);
  if (launched === null || bare === undefined) return undefined;
  const before = launched.own.slice(0, launched.own.length - launched.bare.length);
  return { ...step, launched: { ...launched, bare, own: [...before, ...bare] }, classified: classifyAgain(bare) };
}

/**
 * @param run commands of one environment, in their order
 * @param scene the repository
 * @returns what may become gates, with what stands against it, and what rewrites files
 */
export function sortRun(run: Run, scene: DeclaredScene): Sorted {
  return new Sorter(run, scene).sort();
}
