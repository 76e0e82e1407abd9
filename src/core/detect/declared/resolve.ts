import type {
  Call,
  CallSurroundings,
  DeclaredCommand,
  DeclaredEntry,
  LostVariable,
  Place,
} from "../../declarations/index.ts";
import { type Launched, type Launcher, unwrap } from "./launchers.ts";
import { type OpenCall, openCall } from "./open-calls.ts";
import { type Classified, classifyIn, classifyShell } from "./rules/classify.ts";
import type { CheckingTool, Use } from "./rules/use.ts";

/** The command that calls, and where it stands. */
interface Origin {
  readonly command: DeclaredCommand;
  readonly entry: DeclaredEntry;
}

const CIRCLE = "it calls itself";
/** Calls that stand inside of calls: no repository needs more, a circle would. */
const MAX_DEPTH = 12;
/** Commands that are looked at in one repository. */
const MAX_STEPS = 5000;

/** One step on the way from what runs by itself to a command. */
export interface Link {
  readonly place: Place;
  /** The command that stands there. */
  readonly text: string;
  readonly entry: DeclaredEntry;
}

/** One command with all that leads to it. */
export interface Step {
  /** From the outermost call to the command itself. */
  readonly chain: readonly Link[];
  readonly command: DeclaredCommand;
  /** The entry that it stands in. */
  readonly entry: DeclaredEntry;
  readonly launched: Launched | null;
  readonly classified: Classified;
  /** Parts of a command that only a shell can run. */
  readonly parts: readonly Classified[];
  readonly env: Readonly<Record<string, string>>;
  /** The part of `env` that no workflow sets: `A=1 cmd` in a script, `set_env` of tox. */
  readonly ownEnv: Readonly<Record<string, string>>;
  /** Variables that it would have and that only a run knows. */
  readonly lost: readonly LostVariable[];
  readonly mayFail: boolean;
  readonly doubts: readonly string[];
  /** Words that a caller handed on. */
  readonly passedOn: readonly string[];
  /** What calls on the way are started by: `xvfb-run`, `sudo`. */
  readonly wrappers: readonly string[];
  /** In whose environment calls on the way are started: `uv run poe lint` starts ruff there too. */
  readonly startedIn: readonly Launcher[];
}

/** A list of commands that run one after another in one environment, and what it was called from. */
export interface Run {
  /** What runs by itself. */
  readonly root: DeclaredEntry;
  /** The entry whose environment the steps share: the root, or an isolated entry below it. */
  readonly home: DeclaredEntry;
  readonly steps: readonly Step[];
}

/** What following came to. */
export interface Followed {
  readonly runs: readonly Run[];
  /** Calls that lead nowhere that could be read. */
  readonly unfollowed: readonly { readonly place: Place; readonly text: string; readonly reason: string }[];
  /** Ids of all entries that were reached. */
  readonly reached: ReadonlySet<string>;
}

/** What a step has from the way to it. */
type Way = Pick<
  Step,
  "chain" | "env" | "ownEnv" | "lost" | "mayFail" | "doubts" | "passedOn" | "wrappers" | "startedIn"
>;

interface Walk extends Way {
  readonly root: DeclaredEntry;
  readonly home: DeclaredEntry;
  readonly steps: Step[];
}

/** Uses of commands that make something and check nothing. */
const WORK = /^(?:build|noise|tree|other|report)$/;

/** Recognises a command that runs entries; undefined when it runs none. */
export type CallOf = (
  words: readonly string[],
  cwd: string,
  entries: readonly DeclaredEntry[],
  around?: CallSurroundings,
) => Call | undefined;

/** Says which of several equal ones was read, and not that the reading could be wrong. */
const HARMLESS = /^it is one of \d+ combinations|^its matrix is what|stands for it$|^tox would have made the folder/;

/** Conditions that leave a job out when nothing that concerns it changed, or that keep it from running twice. */
const BY_CHANGE =
  /^its condition `(?:\$\{\{ *)?\(*(?:always\(\) && )?(?:needs\.[\w-]+\.result == 'success' && )?\(*!?(?:needs\.[\w-]+\.outputs\.|inputs\.|fromJSON\(needs\.|github\.event_name == 'push' \|\| github\.event\.pull_request)/;
const NEVER_HARMLESS = /secrets\.|release|schedule|refs\/tags/;

const serious = (doubts: readonly string[]): readonly string[] =>
  doubts.filter((doubt) => !HARMLESS.test(doubt) && (!BY_CHANGE.test(doubt) || NEVER_HARMLESS.test(doubt)));

/** Doubts of a command that could be another one when it runs. */
function doubtsOf({ certainty, doubts }: DeclaredCommand): readonly string[] {
  if (certainty !== "unsure") return [];
  return doubts.length === 0 ? ["something in it is known only when it runs"] : serious(doubts);
}

/** tox takes the environments to run from a variable too (tox.wiki, "TOXENV"). */
function withToxEnvironment(
  words: readonly string[],
  bare: readonly string[],
  env: Readonly<Record<string, string>>,
): readonly string[] {
  const chosen = env["TOXENV"] ?? env["TOX_ENV"];
  const isOpen =
    bare[0] === "tox" && chosen !== undefined && !bare.some((word) => /^(?:-e|--env|-m|-f|--|list|config)/.test(word));
  return isOpen ? [...words, "-e", chosen] : words;
}

/** The text of `sh -c 'text'`, which a shell of its own runs. */
function innerShell(words: readonly string[] | null): string | undefined {
  const [program = "", flags = "", text] = words ?? [];
  return /(?:^|\/)(?:ba|da|z)?sh$/.test(program) && /^-[a-z]*c$/.test(flags) ? text : undefined;
}

/** A job on GitHub, as plugins of what it calls see it. */
function surroundingsOf(
  { system, python, pythons }: DeclaredEntry,
  env: Readonly<Record<string, string>>,
): CallSurroundings | undefined {
  return system === "workflow" ? { pythons: pythons ?? (python === null ? [] : [python]), env } : undefined;
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function wayOf({ chain, env, ownEnv, lost, mayFail, doubts, passedOn, wrappers, startedIn }: Walk): Way {
  return { chain, env, ownEnv, lost, mayFail, doubts, passedOn, wrappers, startedIn };
}

const NO_WAY: Way = {
  ...{ chain: [], env: {}, ownEnv: {}, lost: [], mayFail: false, doubts: [], passedOn: [], wrappers: [] },
  startedIn: [],
};

/** Environments of a project, which what they start sees; what brings an environment for itself alone gives none. */
function projectLaunchers(launched: Launched): readonly Launcher[] {
  return launched.launchers.filter(
    ({ family, makesOwn, name }) => family === "python" && !makesOwn && name !== "pipx run",
  );
}

const OPEN_PART = /^(?!its condition).*known only when it runs$/;

/** Doubts of a call whose open parts do not matter. */
function withoutOpenParts(command: DeclaredCommand, open: OpenCall): DeclaredCommand {
  const doubts = command.doubts.filter((doubt) => !OPEN_PART.test(doubt));
  if (open.doubt !== undefined)
    return { ...command, words: open.words, doubts: [...doubts, open.doubt], certainty: "unsure" };
  return { ...command, words: open.words, doubts, certainty: "likely" };
}

/** Follows calls from entries that run by themselves to the commands that do the work. */
export class Follower {
  readonly #callOf: CallOf;
  readonly #entries: readonly DeclaredEntry[];
  readonly #byId: Map<string, DeclaredEntry>;
  readonly #runs: Run[] = [];
  readonly #unfollowed: { place: Place; text: string; reason: string }[] = [];
  readonly #reached = new Set<string>();
  readonly #byItself: Map<string, readonly Step[]>;
  #left = MAX_STEPS;

  /**
   * @param entries what all readers found
   * @param callOf recognises what calls entries
   * @param byItself commands of entries that were followed alone, by their ids
   */
  constructor(entries: readonly DeclaredEntry[], callOf: CallOf, byItself: Map<string, readonly Step[]> = new Map()) {
    this.#entries = entries;
    this.#byItself = byItself;
    this.#callOf = callOf;
    this.#byId = new Map(entries.map((entry) => [entry.id, entry]));
  }

  /**
   * @param roots entries that run by themselves
   * @returns every command that they lead to, grouped by environment, in order
   */
  follow(roots: readonly DeclaredEntry[]): Followed {
    for (const root of roots) {
      this.#open(root, { root, home: root, steps: [], ...NO_WAY });
    }
    const runs = this.#runs.filter(({ steps }) => steps.length > 0);
    return { runs, unfollowed: this.#unfollowed, reached: this.#reached };
  }

  #open(entry: DeclaredEntry, walk: Walk): void {
    this.#runs.push({ root: walk.root, home: walk.home, steps: walk.steps });
    this.#enter(entry, walk);
  }

  #enter(entry: DeclaredEntry, walk: Walk): void {
    this.#reached.add(entry.id);
    const inner = { ...walk, doubts: unique([...walk.doubts, ...serious(entry.doubts)]) };
    const last = entry.commands.length - 1;
    for (const [index, command] of entry.commands.entries()) {
      if (this.#left <= 0) return;
      this.#left -= 1;
      this.#take(entry, command, index === last ? inner : { ...inner, passedOn: [] });
    }
  }

  #take(entry: DeclaredEntry, written: DeclaredCommand, walk: Walk): void {
    const open = openCall(written);
    const command = open === undefined ? written : withoutOpenParts(written, open);
    const shellText = innerShell(command.words);
    const launched = command.words === null || shellText !== undefined ? null : unwrap(command.words, command.cwd);
    const chain = [...walk.chain, { place: command.place, text: command.text, entry }];
    const env = { ...walk.env, ...command.env, ...launched?.env };
    const doubts = unique([...walk.doubts, ...doubtsOf(command)]);
    const mayFail = walk.mayFail || command.mayFail;
    const declared = entry.system === "workflow" ? {} : command.env;
    const ownEnv = { ...walk.ownEnv, ...declared, ...launched?.env };
    const kept = walk.lost.filter(({ name }) => !(name in command.env));
    const lost = command.lost === undefined ? kept : [...kept, ...command.lost];
    const inner = { ...walk, chain, env, ownEnv, lost, doubts, mayFail };
    const called = withToxEnvironment(command.words ?? [], launched?.bare ?? [], env);
    const found =
      launched === null ? undefined : this.#callOf(called, command.cwd, this.#entries, surroundingsOf(walk.root, env));
    const call = found === undefined || this.#isHandedOn(found) ? undefined : found;
    if (launched !== null && call !== undefined) {
      const wrappers = unique([...walk.wrappers, ...launched.wrappers]);
      const startedIn = [...walk.startedIn, ...projectLaunchers(launched)].slice(-1);
      this.#call(call, { command, entry }, { ...inner, wrappers, startedIn });
      return;
    }
    walk.steps.push({
      ...wayOf(inner),
      ...{ command, entry, launched },
      classified:
        launched === null ? { use: { kind: "other" } } : classifyIn([...launched.bare, ...walk.passedOn], entry.name),
      parts:
        launched === null ? classifyShell(shellText ?? command.text, (words) => unwrap(words, command.cwd).bare) : [],
    });
  }

  /**
   * A script or target of which no part checks, installs or publishes is one command, whatever it is made of.
   *
   * @returns what it makes; undefined for any other
   */
  #plainWork(id: string, walk: Walk): string | undefined {
    const target = this.#byId.get(id);
    if (target === undefined || target.isolated || !/^(?:scripts|make|just|task|mise)$/.test(target.system))
      return undefined;
    if (walk.chain.some((link) => link.entry.id === id)) return undefined;
    const steps = this.#stepsOf(target);
    const isWork =
      steps.length > 0 &&
      steps.every(({ classified, parts }) => [classified, ...parts].every(({ use }) => WORK.test(use.kind))) &&
      steps.some(({ classified }) => classified.use.kind === "build" || classified.use.kind === "tree");
    const isNative = steps.some(({ classified: { use } }) => use.kind === "build" && use.what === "native code");
    return isWork ? (isNative ? "native code" : "a script") : undefined;
  }

  /**
   * The gate that a script or target is as a whole: it checks with tools of the system, in a text that only its own shell
   * or make can run, and does nothing else.
   */
  #wholeCheck(id: string, walk: Walk): CheckingTool | undefined {
    const target = this.#byId.get(id);
    if (target === undefined || target.isolated || !/^(?:scripts|make|just|task|mise)$/.test(target.system))
      return undefined;
    if (walk.chain.some((link) => link.entry.id === id)) return undefined;
    const steps = this.#stepsOf(target);
    const uses = steps.flatMap(({ classified, parts }) => [classified, ...parts].map(({ use }) => use));
    const isOpen = steps.some(({ command }) => command.certainty === "unsure");
    if (!isOpen || !uses.every(({ kind }) => kind === "gate" || WORK.test(kind))) return undefined;
    const tools = uses.flatMap((use) => (use.kind === "gate" ? [use.tool] : []));
    if (!tools.every(({ ecosystem }) => ecosystem === "system")) return undefined;
    const tool = tools.find(({ kind }) => kind === "tests") ?? tools[0];
    if (tool === undefined) return undefined;
    const { report: _report, ...whole } = tool;
    const doubt = tools.find((one) => one.doubt !== undefined)?.doubt;
    return { ...whole, exitCodes: null, ...(doubt === undefined ? {} : { doubt }) };
  }

  /** A rule for targets of any name that hands the name to a program nobody knows says no more than the name. */
  #isHandedOn({ made = [] }: Call): boolean {
    const handed = made.filter(({ anyName }) => anyName === true);
    const isUnknown = ({ classified, parts }: Step): boolean =>
      [classified, ...parts].every(({ use }) => use.kind === "other");
    return handed.some((entry) => this.#stepsOf(entry).every(isUnknown));
  }

  /** What a script or target comes to by itself; nothing while that is being found out, which a circle asks. */
  #stepsOf(target: DeclaredEntry): readonly Step[] {
    const known = this.#byItself.get(target.id);
    if (known !== undefined) return known;
    this.#byId.set(target.id, target);
    this.#byItself.set(target.id, []);
    const inner = new Follower(this.#entries, this.#callOf, this.#byItself);
    inner.#left = 200;
    const { runs } = inner.follow([target]);
    const steps = runs.every((run) => run.home === target) ? runs.flatMap((run) => run.steps) : [];
    this.#byItself.set(target.id, steps);
    return steps;
  }

  #push(from: Origin, walk: Walk, id: string, use: Use): void {
    this.#reached.add(id);
    const { command, entry } = from;
    const words = command.words ?? [];
    // The call itself is what runs: `pnpm build` and not a program of that name.
    const launched = { ...unwrap(words, command.cwd), launchers: [], own: words, bare: words };
    walk.steps.push({ ...wayOf(walk), passedOn: [], command, entry, launched, classified: { use }, parts: [] });
  }

  /** Why an entry that is there is not followed; undefined when it is. */
  #whyNotEntered(id: string, { chain }: Walk): string | undefined {
    if (chain.some((link) => link.entry.id === id)) return CIRCLE;
    return this.#byId.has(id) && chain.length > MAX_DEPTH ? "it lies too deep" : undefined;
  }

  #call(call: Call, from: Origin, walk: Walk): void {
    const { place, text } = from.command;
    for (const made of call.made ?? []) {
      this.#byId.set(made.id, made);
      // A target with variables of its own is the target all the same.
      if (made.system === "make" || made.system === "task") this.#reached.add(made.id.replace(/\(.*\)$/s, ""));
    }
    if (call.entries.length === 0) {
      const reason = call.reason ?? `what it calls of ${call.system} could not be read`;
      if (reason !== "") this.#unfollowed.push({ place, text, reason });
    }
    for (const id of call.entries) {
      const use = this.#useOfWhole(id, walk);
      if (use !== undefined) this.#push(from, walk, id, use);
      else this.#follow(call, id, from, walk);
    }
  }

  /** What an entry is that is not taken apart; undefined when its commands are looked at. */
  #useOfWhole(id: string, walk: Walk): Use | undefined {
    const what = this.#plainWork(id, walk);
    if (what !== undefined) return { kind: "build", what };
    const tool = this.#wholeCheck(id, walk);
    return tool === undefined ? undefined : { kind: "gate", tool };
  }

  #follow(call: Call, id: string, { command, entry }: Origin, walk: Walk): void {
    const target = this.#byId.get(id);
    const fault = this.#whyNotEntered(id, walk);
    if (target === undefined || fault !== undefined) {
      // A hook that stands for itself says why nothing else could.
      const own = id === entry.id ? command.doubts[0] : undefined;
      const reason = fault === CIRCLE ? (own ?? fault) : (fault ?? `there is no ${id}`);
      this.#unfollowed.push({ place: command.place, text: command.text, reason });
      return;
    }
    // Commands that were made for the call hold its words already.
    const surroundings = { passedOn: call.made?.some((made) => made.id === id) === true ? [] : call.passedOn };
    if (target.isolated) this.#open(target, { ...walk, ...surroundings, home: target, steps: [], startedIn: [] });
    else this.#enter(target, { ...walk, ...surroundings });
  }
}
