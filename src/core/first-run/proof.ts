import { isRed, type Outcome } from "../gates/index.ts";
import { countOf } from "../summary/index.ts";
import { countTests, type TestCount } from "./count-tests.ts";

/** How the repository's own command ended. */
export type OwnEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "signalled"; readonly signal: string }
  | { readonly kind: "timed-out" }
  | { readonly kind: "stopped" }
  | { readonly kind: "not-started"; readonly why: string };

/**
 * What comes of running a gate's command as the repository declares it, beside our run of it:
 * `agrees`: both say the same; `ours-is-wrong`: only our run is red; `ours-is-blind`: only its own run is red;
 * `other-count`: both say the same, and of different numbers of tests; `unsteady`: one of the two said both when it was run
 * once more; `unproven`: its own command could not say.
 */
const PROOF_VERDICTS = ["agrees", "ours-is-wrong", "ours-is-blind", "other-count", "unsteady", "unproven"] as const;
export type ProofVerdict = (typeof PROOF_VERDICTS)[number];

/** One gate, by both commands. */
export interface Proof {
  readonly id: string;
  readonly command: string;
  readonly verdict: ProofVerdict;
  /** One sentence without a full stop. */
  readonly sentence: string;
  readonly ourExitCode: number | null;
  readonly ownExitCode: number | null;
  readonly ourTests: number | null;
  readonly ownTests: number | null;
  /** Wall time of the repository's own command in ms. */
  readonly ownMs: number;
}

/** What is compared. */
export interface Compared {
  readonly id: string;
  readonly command: string;
  readonly outcome: Outcome;
  readonly ourExitCode: number | null;
  /** Executed tests by our report; null when it tells none. */
  readonly ourTests: number | null;
  readonly own: OwnEnd;
  readonly ownMs: number;
  /** The end of the log of the repository's own command. */
  readonly ownLog: string;
  /** Why what the gate needs could not be installed for our run; undefined when it could. */
  readonly setUpProblem?: string | undefined;
  /** Gates that the same own command stands for too and that are red under us. */
  readonly redBeside?: readonly string[];
  /** What a second run said, where the first ones disagreed; undefined: there was none. */
  readonly again?: SecondRun | undefined;
}

/** A second run of the side that was red alone. */
export type SecondRun =
  /** Ours, with nothing beside it; `beside`: the gates that ran at the same time as the first one. */
  | { readonly kind: "ours"; readonly outcome: Outcome; readonly beside: readonly string[] }
  /** The repository's own command. */
  | { readonly kind: "own"; readonly end: OwnEnd };

/** What a command says when this machine lacks something; that a check failed is another matter. */
const LACKS: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  {
    pattern:
      /could not find python interpreter|Failed to inspect Python interpreter|No interpreter found for|No download found for request|InvalidInterpreter/i,
    what: "found its Python missing here",
  },
  {
    pattern:
      /failed to lookup address|Could not resolve host|getaddrinfo (?:EAI_AGAIN|ENOTFOUND)|Temporary failure in name resolution/i,
    what: "did not reach the network",
  },
  {
    pattern: /Refusing to run pnpm@\S+ its npm registry signature could not be verified/i,
    what: "refused its package manager, whose signature the registry here does not give",
  },
];

/** Only of a command that failed: what is printed on the way to success stood in nobody's way. */
function lackIn(own: OwnEnd, log: string): string | undefined {
  if (own.kind !== "exited" || own.code === 0) return undefined;
  return LACKS.find(({ pattern }) => pattern.test(log))?.what;
}

/** nox and tox end with 0 although a session or an environment was left out, as where its interpreter is missing. */
const LEFT_OUT = /^nox > Session \S+ (?:was )?skipped|^\s*\S+: SKIP\b/m;
const RAN = /^nox > Session \S+ was successful|^\s*\S+: OK\b/m;

function ranNothing(own: OwnEnd, log: string): boolean {
  return own.kind === "exited" && own.code === 0 && LEFT_OUT.test(log) && !RAN.test(log);
}

/** Longest part of an installer's words that stands in a sentence. */
const MAX_LINE = 200;

/** The first line of what an installer said, of a problem that names the command before it. */
function firstLine(problem: string): string {
  const said = problem.replace(/^.*? did not work: /s, "").replace(/\)$/, "");
  return (said.split(/\n| \| /)[0] ?? "").trim().slice(0, MAX_LINE);
}

/** What was not installed for us: nothing that ran without it says anything of the gate. */
function withoutSetUp({ setUpProblem, own, ownLog, command }: Compared): "both" | "never" | undefined {
  if (setUpProblem === undefined || own.kind !== "exited" || own.code === 0) return undefined;
  if (!makesItsOwnEnvironment(command)) return "never";
  return countTests(ownLog) === undefined ? "both" : undefined;
}

type Color = "green" | "red" | "open";

function colorOfOutcome(outcome: Outcome): Color {
  if (isRed(outcome)) return "red";
  return outcome === "passed" || outcome === "cached" || outcome === "flaky-passed" ? "green" : "open";
}

/** Codes of a shell that found no program, or may not start it (POSIX, 2.8.2). */
const NOT_STARTED = new Set([126, 127]);

/** pre-commit ends with 3 when it could not make the environment of a hook (pre_commit/error_handler.py). */
const PRE_COMMIT_BROKE = 3;

function couldNotRun(code: number, command: string): boolean {
  return NOT_STARTED.has(code) || (code === PRE_COMMIT_BROKE && /(?:^|[\s/])pre-commit(?:\s|$)/.test(command));
}

function colorOfOwn(own: OwnEnd, command: string): Color {
  if (own.kind === "exited") return own.code === 0 ? "green" : couldNotRun(own.code, command) ? "open" : "red";
  return own.kind === "stopped" || own.kind === "not-started" ? "open" : "red";
}

function endWords(own: OwnEnd, command: string): string {
  switch (own.kind) {
    case "exited":
      return couldNotRun(own.code, command)
        ? `found something missing here (exit code ${own.code})`
        : `ended with ${own.code}`;
    case "signalled":
      return `was ended by ${own.signal}`;
    case "timed-out":
      return "ran out of time";
    case "stopped":
      return "was stopped";
    case "not-started":
      return `could not be started (${own.why})`;
  }
}

function countWords(ours: number | null, own: TestCount | undefined): string {
  if (ours === null || own === undefined) return "";
  if (ours === own.tests) return `, ${countOf(ours, "test")} in both`;
  return `; ours counts ${countOf(ours, "test")}, it counts ${countOf(own.tests, "test")}`;
}

/** Our own number is the report's, which no failed start of the tool has. */
function decide(ours: Color, own: Color, isOtherCount: boolean): ProofVerdict {
  if (ours === "open" || own === "open") return "unproven";
  if (ours !== own) return ours === "red" ? "ours-is-wrong" : "ours-is-blind";
  return isOtherCount ? "other-count" : "agrees";
}

/** Whether the side that was red alone was green when it was asked once more: then neither of them is to blame. */
function isUnsteady(verdict: ProofVerdict, { again, command }: Compared): boolean {
  if (verdict === "ours-is-wrong") return again?.kind === "ours" && colorOfOutcome(again.outcome) === "green";
  return verdict === "ours-is-blind" && again?.kind === "own" && colorOfOwn(again.end, command) === "green";
}

const MOST_APART = 4;

/** The line of turnpike.yml that keeps a gate and those that ran beside it from running at once. */
function linesApart(ids: readonly string[]): string {
  const entry = (id: string): string => {
    const key = /^[A-Za-z_][\w-]*$/.test(id) ? id : JSON.stringify(id);
    return `${key}: { resources: { locks: [alone] } }`;
  };
  return `gates: { ${ids.map(entry).join(", ")} }`;
}

function unsteadyWords({ id, again, own, command }: Compared): string {
  if (again?.kind !== "ours")
    return `flaky: its own command ${endWords(own, command)} once, and passed when it was run again`;
  const { beside } = again;
  if (beside.length === 0) return "flaky: red once, and green when it was run again, by our command and by its own";
  const more = beside.length - MOST_APART;
  const named = `${beside.slice(0, MOST_APART).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const mend = linesApart([id, ...beside.slice(0, MOST_APART)]);
  return `red only beside other gates (${named}), green alone: it needs \`resources\` or is flaky; to keep them apart: ${mend}`;
}

/** One command that stands for several gates is red when one of them is. */
function isRedForOthers({ outcome, redBeside = [] }: Compared): boolean {
  return redBeside.length > 0 && colorOfOutcome(outcome) === "green";
}

function whyUnproven({ own, ownLog, command }: Compared): string {
  if (ranNothing(own, ownLog)) return "left itself out, as where its Python is missing";
  return lackIn(own, ownLog) ?? endWords(own, command);
}

function sentenceOf(verdict: ProofVerdict, compared: Compared, counts: string): string {
  const setUp = withoutSetUp(compared);
  const line = `a problem of the set-up and not of the gate: ${firstLine(compared.setUpProblem ?? "")}`;
  if (setUp === "both") return `red by its own command too, and what it needs could not be installed, ${line}`;
  if (setUp === "never") return `not proven: what it needs could not be installed, ${line}`;
  const code = compared.ourExitCode === null ? "" : ` (ours with ${compared.ourExitCode})`;
  const end = `${endWords(compared.own, compared.command)}${code}`;
  switch (verdict) {
    case "agrees":
      if (isRedForOthers(compared) && colorOfOwn(compared.own, compared.command) === "red")
        return `green; its own command ${endWords(compared.own, compared.command)}, as it runs ${compared.redBeside?.join(", ")} too`;
      return colorOfOwn(compared.own, compared.command) === "red"
        ? `red by its own command too: it ${end}${counts}`
        : `green by its own command too${counts}`;
    case "other-count":
      return `same result by its own command, of other tests${counts}`;
    case "ours-is-wrong":
      return `OURS IS WRONG: its own command passes${counts}`;
    case "ours-is-blind":
      return `OURS IS WRONG: its own command is red, it ${end}${counts}`;
    case "unsteady":
      return unsteadyWords(compared);
    case "unproven":
      return `not proven: its own command ${whyUnproven(compared)}`;
  }
}

/**
 * @param compared both runs of a gate
 * @returns which of them is right, as far as that can be told
 */
export function prove(compared: Compared): Proof {
  const { id, command, ourExitCode, ourTests, own, ownMs } = compared;
  const counted = countTests(compared.ownLog);
  // Tests that ran and failed say more than what their output mentions.
  const isLacking = counted === undefined && lackIn(own, compared.ownLog) !== undefined;
  const isOtherCount = ourTests !== null && counted !== undefined && counted.tests !== ourTests;
  const isOpen = isLacking || ranNothing(own, compared.ownLog) || withoutSetUp(compared) === "never";
  const theirs = isOpen ? "open" : colorOfOwn(own, command);
  const ours = theirs === "red" && isRedForOthers(compared) ? "red" : colorOfOutcome(compared.outcome);
  const first = decide(ours, theirs, isOtherCount);
  const verdict = isUnsteady(first, compared) ? "unsteady" : first;
  return {
    ...{ id, command, verdict, ourExitCode, ourTests, ownMs },
    sentence: sentenceOf(verdict, compared, countWords(ourTests, counted)),
    ownExitCode: own.kind === "exited" ? own.code : null,
    ownTests: counted?.tests ?? null,
  };
}

/** @returns whether a proof says that Turnpike is wrong about a gate */
export function isOurs({ verdict }: Pick<Proof, "verdict">): boolean {
  return verdict === "ours-is-wrong" || verdict === "ours-is-blind";
}

/** Programs that make environments themselves, and that a repository expects to be there. */
const STARTERS = new Set(["tox", "nox", "pre-commit", "hatch", "pdm", "poetry"]);

/**
 * @param command the repository's own command
 * @returns its program, when it is one that `uvx` can start where it is not installed; else undefined
 */
export function starterOf(command: string): string | undefined {
  const [first = ""] = command.trimStart().split(/\s/, 1);
  return STARTERS.has(first) ? first : undefined;
}

/** Programs that install packages for what they start, whatever is installed around them. */
const MAKES_ITS_OWN = /^\s*(?:uvx\s+)?(?:tox|nox|pre-commit|prek)(?:@\S+)?(?:\s|$)/;

/**
 * @param command the repository's own command
 * @returns whether nothing needs to be installed before it, because it sees to that itself
 */
export function makesItsOwnEnvironment(command: string): boolean {
  return MAKES_ITS_OWN.test(command);
}
