import type { DeclaredCommand } from "../declaration.ts";
import { type Doubt, likely, toCommand, unsure } from "../drafts.ts";
import { enterFolder } from "../folders.ts";
import type { Arguments } from "../python-source/evaluate.ts";
import type { CallPlace } from "../python-source/run.ts";
import { type BoundMethod, HostObject, type PythonValue, Unknown } from "../python-source/value.ts";

/** What one session is run with. */
export interface SessionFacts {
  readonly file: string;
  readonly folder: string;
  readonly name: string;
  readonly python: string | null;
  readonly passedOn: readonly string[];
}

/** The object that nox hands to a session's function. */
export const SESSION = new HostObject("session");
const ENVIRONMENT = new HostObject("session.env");

/** Methods that start nothing. */
const SILENT = /^(?:log|warn|debug|create_tmp|cache_dir|_session_install)$/;
const UNKNOWN_ATTRIBUTES = /^(?:bin|bin_paths|virtualenv|cache_dir|invoked_from|venv_backend|_runner)$/;

/** One word and what is doubtful about it. */
function toWord(value: PythonValue): { readonly word: string; readonly doubts: readonly Doubt[] } {
  if (typeof value === "string") return { word: value, doubts: [] };
  if (typeof value === "number") return { word: String(value), doubts: [] };
  const text = value instanceof Unknown ? value.text : "…";
  return { word: text, doubts: [unsure(`\`${text}\` is known only when it runs`)] };
}

/** Notes what a session's function asks of nox; one instance follows one session. */
export class SessionRun {
  readonly commands: DeclaredCommand[] = [];
  /** Names of sessions that it queues, and other things to say of it as a whole. */
  readonly doubts: string[] = [];
  readonly #facts: SessionFacts;
  readonly #env: Record<string, string> = {};
  readonly #standing: Doubt[] = [];
  #cwd: string;

  constructor(facts: SessionFacts) {
    this.#facts = facts;
    this.#cwd = facts.folder;
  }

  /** @returns an attribute of `session`; undefined for a method */
  attribute(name: string): PythonValue | undefined {
    switch (name) {
      case "posargs":
        return this.#facts.passedOn;
      case "python":
        return this.#facts.python;
      case "name":
        return this.#facts.name;
      case "interactive":
        return false;
      case "env":
        return ENVIRONMENT;
      default:
        return UNKNOWN_ATTRIBUTES.test(name) ? new Unknown(`session.${name}`) : undefined;
    }
  }

  /** Takes what a session sets: variables of its environment. */
  assign(owner: HostObject, path: readonly string[], value: PythonValue): void {
    const names = owner === ENVIRONMENT ? path : path.slice(1);
    if (names.length !== 1 || (owner !== ENVIRONMENT && path[0] !== "env")) return;
    this.#setVariable(names[0] ?? "", value);
  }

  #setVariable(name: string, value: PythonValue): void {
    if (typeof value === "string") this.#env[name] = value;
    else this.#standing.push(likely(`the variable ${name} is known only when it runs`));
  }

  /** Takes what a session does: installs, commands, folders. */
  call(method: BoundMethod, args: Arguments, place: CallPlace): PythonValue | undefined {
    if (method.owner === ENVIRONMENT) return this.#environment(method.name, args);
    switch (method.name) {
      case "run":
      case "run_always":
      case "run_install":
        return this.#run(args.positional, args, place);
      case "install":
        return args.positional.length === 0 ? null : this.#run(["pip", "install", ...args.positional], args, place);
      case "conda_install":
        return this.#run(["conda", "install", "--yes", ...args.positional], args, place, [unsure("it needs conda")]);
      case "chdir":
      case "cd":
        return this.#enter(args.positional[0]);
      case "notify":
        this.doubts.push(`it queues the session ${toWord(args.positional[0] ?? "").word} behind it`);
        return null;
      case "skip":
      case "error":
        this.#stop(place);
        return null;
      default:
        return SILENT.test(method.name) ? new Unknown(place.text) : undefined;
    }
  }

  #environment(name: string, args: Arguments): PythonValue | undefined {
    const [first, second] = args.positional;
    if (name === "get")
      return typeof first === "string" ? (this.#env[first] ?? new Unknown(`session.env.get(${first})`)) : undefined;
    if (name === "setdefault" && typeof first === "string") this.#setVariable(first, second ?? null);
    if (name === "update" && first instanceof Map)
      for (const [key, value] of first) this.#setVariable(String(key), value as PythonValue);
    return null;
  }

  /** `session.skip()` ends it, under a condition or for certain. */
  #stop(place: CallPlace): void {
    const condition = place.conditions.at(-1);
    this.#standing.push(unsure(condition === undefined ? "it skips itself" : `it stops where \`${condition}\``));
  }

  #enter(folder: PythonValue | undefined): PythonValue {
    const before = { cwd: this.#cwd, count: this.#standing.length };
    const entered = typeof folder === "string" ? enterFolder(this.#cwd, folder) : undefined;
    if (entered !== undefined) this.#cwd = entered;
    else this.#standing.push(unsure("the folder it runs in is known only when it runs"));
    return new Left(() => {
      this.#cwd = before.cwd;
      this.#standing.length = before.count;
    });
  }

  #run(values: readonly PythonValue[], args: Arguments, place: CallPlace, more: readonly Doubt[] = []): PythonValue {
    const words = values.map(toWord);
    const env = args.named.get("env");
    const own = env instanceof Map ? (env as ReadonlyMap<string, PythonValue>) : new Map<string, PythonValue>();
    const known = [...own].filter((pair): pair is [string, string] => typeof pair[1] === "string");
    const isUnknown = env instanceof Unknown || known.length < own.size;
    const codes = args.named.get("success_codes");
    this.commands.push(
      toCommand({
        place: { file: this.#facts.file, line: place.line },
        words: words.map(({ word }) => word),
        cwd: this.#cwd,
        env: { ...this.#env, ...Object.fromEntries(known) },
        mayFail: Array.isArray(codes) && codes.includes(1),
        doubts: [
          ...words.flatMap(({ doubts }) => doubts),
          ...this.#standing,
          ...place.conditions.map((condition) => unsure(`it runs only where \`${condition}\``)),
          ...(isUnknown ? [likely("some of its variables are known only when it runs")] : []),
          ...more,
        ],
      }),
    );
    return new Unknown(place.text);
  }
}

/** What `with session.chdir(…):` leaves at its end. */
export class Left extends HostObject {
  readonly leave: () => void;

  constructor(leave: () => void) {
    super("folder");
    this.leave = leave;
  }
}
