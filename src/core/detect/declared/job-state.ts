import { join } from "node:path/posix";
import { OUTSIDE } from "../../declarations/index.ts";
import type { InstallCommand } from "../../gates/index.ts";
import { type Installing, pinnedManagers, readInstall } from "./environment/installs.ts";
import { withUvVariables } from "./environment/pip-words.ts";
import { gitVariables } from "./git-settings.ts";
import type { Step } from "./resolve.ts";
import type { Classified } from "./rules/classify.ts";

/** One `uv sync` of a job. */
export interface UvSync extends Extract<Installing, { kind: "uv-sync" }> {
  readonly cwd: string;
}

/** One installation of Node packages of a job. */
export interface NodeInstall extends Extract<Installing, { kind: "node" }> {
  readonly cwd: string;
}

/** One `npm install -g nyc@13 …` of a job. */
export interface MachinePrograms {
  readonly packages: readonly string[];
  /** The command with its place, for a sentence. */
  readonly placed: string;
}

/** What the commands of a job before a gate did to its surroundings. */
export interface JobState {
  readonly python: string | null;
  readonly installs: readonly InstallCommand[];
  /** Those of `installs` that leave other environments alone: tools in environments of their own. */
  readonly tools: ReadonlySet<InstallCommand>;
  readonly syncs: readonly UvSync[];
  readonly node: readonly NodeInstall[];
  /** Versions of poetry, pdm, pipenv and hatch that the job installs. */
  readonly pins: ReadonlyMap<string, string>;
  /** Programs of Node that were installed for the whole machine. */
  readonly programs: readonly MachinePrograms[];
  /** What git's configuration of the machine says, in variables that say the same to git alone. */
  readonly gitVariables: Readonly<Record<string, string>>;
  /** Why an installation could not be read, clauses. */
  readonly unsure: readonly string[];
  /** What was changed outside of the repository, or started: each a clause with its place. */
  readonly outside: readonly string[];
  /** Actions that nobody knows and that set something up, each a clause: compilers and the like may come from there. */
  readonly setUps: readonly string[];
  /** Commands that may make what gates after them need. */
  readonly made: readonly Step[];
  /** Folders of the repository that `mkdir` makes, from its root. */
  readonly folders: readonly string[];
}

/**
 * @param python interpreter that the job asks for
 * @returns a job before its first command
 */
export function freshState(python: string | null): JobState {
  return {
    python,
    installs: [],
    tools: new Set(),
    syncs: [],
    node: [],
    pins: new Map(),
    programs: [],
    gitVariables: {},
    unsure: [],
    outside: [],
    setUps: [],
    made: [],
    folders: [],
  };
}

/** @returns the place and the text of a command, for a sentence */
export function placed({ command }: Step): string {
  const [first = "", ...more] = command.text.trim().split("\n");
  const text = first.length > 80 ? `${first.slice(0, 77)}…` : `${first}${more.length > 0 ? " …" : ""}`;
  return `${command.place.file}:${command.place.line} \`${text}\``;
}

function inFolder(cwd: string, folder: string | null): string {
  if (folder === null || folder === ".") return cwd;
  return cwd === "." ? folder.replace(/^\.\//, "") : `${cwd}/${folder.replace(/^\.\//, "")}`;
}

/** The project itself among what is installed: `.`, `.[test]`, `./`. */
const OWN_FOLDER = /\s\.(?:\/|\[[^\]]*\])?\s/;

/** Sources in C that something writes, which no environment of ours has. */
function makesNative({ classified: { use } }: Step): boolean {
  return use.kind === "build" && use.what === "native code";
}

/** A hook of Node that is one package stands apart from the packages of the repository: npx brings it. */
function ofHook({ entry, launched }: Step, found: Installing): Installing {
  const names = (launched?.bare ?? []).slice(2).filter((word) => !word.startsWith("-"));
  const isOne = entry.system === "pre-commit" && launched?.bare[0] === "npm" && names.length === 1;
  return isOne ? { kind: "programs", packages: names } : found;
}

/** A word of an installation that stands for something else when it runs. */
function openWord({ launched, command }: Step): string | undefined {
  return launched?.bare.find((word) => command.doubts.includes(`\`${word}\` is known only when it runs`));
}

function afterInstall(state: JobState, step: Step): JobState {
  const { launched, command, env } = step;
  if (launched === null)
    return { ...state, unsure: [...state.unsure, `${placed(step)} is more than one plain command`] };
  const open = openWord(step);
  if (open !== undefined)
    return { ...state, unsure: [...state.unsure, `of ${placed(step)}: \`${open}\` is known only when it runs`] };
  const pins = new Map([...state.pins, ...pinnedManagers(launched.bare)]);
  const found = ofHook(step, readInstall(launched, pins));
  const { place } = command;
  const { cwd } = launched;
  switch (found.kind) {
    case "nothing":
      return { ...state, pins };
    case "venv": {
      const install = {
        words: found.words,
        cwd,
        env: withUvVariables(env),
        source: { file: place.file, line: place.line },
      };
      const source = OWN_FOLDER.test(` ${found.words.join(" ")} `) ? state.made.find(makesNative) : undefined;
      const unsure =
        source === undefined ? [] : [`of ${placed(step)}: it is built of what ${placed(source)} makes before it`];
      const tools = found.isApart === true ? new Set([...state.tools, install]) : state.tools;
      return { ...state, pins, tools, installs: [...state.installs, install], unsure: [...state.unsure, ...unsure] };
    }
    case "uv-sync":
      return { ...state, pins, syncs: [...state.syncs, { ...found, cwd: inFolder(cwd, found.directory) }] };
    case "programs": {
      const programs = [...state.programs, { packages: found.packages, placed: placed(step) }];
      return { ...state, pins, programs };
    }
    case "node":
      return { ...state, pins, node: [...state.node, { ...found, cwd }] };
    case "elsewhere": {
      const clause = `of ${placed(step)}: ${found.reason}`;
      return outside({ ...state, pins, unsure: [...state.unsure, clause] }, clause);
    }
    case "unsure":
      return { ...state, pins, unsure: [...state.unsure, `of ${placed(step)}: ${found.reason}`] };
  }
}

/** Folders below the root that `mkdir -p _static build/html` makes; those whose names only a run can tell are left out. */
function madeFolders({ launched }: Step): readonly string[] {
  const { bare = [], cwd = "." } = launched ?? {};
  if (bare[0] !== "mkdir") return [];
  const names = bare
    .slice(1)
    .filter((word, index) => !word.startsWith("-") && !/^(?:-m|--mode)$/.test(bare[index] ?? ""));
  return names
    .filter((name) => /^[\w.@+][\w.@+/-]*$/.test(name))
    .map((name) => join(cwd, name))
    .filter((path) => path !== "." && !path.startsWith(".."));
}

function outside(state: JobState, clause: string): JobState {
  return { ...state, outside: [...state.outside, clause] };
}

/** A shell text that installs, serves or changes things is as good as one that could not be read. */
function afterShell(state: JobState, step: Step): JobState {
  const kinds = step.parts.map(({ use }) => use.kind);
  if (kinds.includes("install"))
    return { ...state, unsure: [...state.unsure, `${placed(step)} is more than one plain command`] };
  const isOdd = ({ use }: Classified): boolean =>
    /^(?:machine|service|tree|other)$/.test(use.kind) || (use.kind === "build" && use.what !== "a distribution");
  return step.parts.some(isOdd) ? outside(state, `${placed(step)} comes before it`) : state;
}

/**
 * @param state the job so far
 * @param step its next command, which is no gate
 * @returns the job after that command
 */
export function after(state: JobState, step: Step): JobState {
  if (step.doubts.includes(OUTSIDE)) return state;
  if (step.launched === null) return afterShell(state, step);
  const { use } = step.classified;
  const git = gitVariables(step.launched.bare, state.gitVariables);
  if (git !== undefined) return { ...state, gitVariables: git };
  switch (use.kind) {
    case "install":
      return afterInstall(state, step);
    case "build":
    case "other":
      return { ...state, made: [...state.made, step] };
    case "service":
      return outside(state, `${placed(step)} starts ${use.what} before it`);
    case "machine":
      if (step.launched.bare[0] === "setup-action") {
        const what = step.launched.bare[2];
        const clause =
          what === undefined
            ? `${placed(step)} may set up what it needs`
            : `${placed(step)} sets up ${what}, and gates run on what their runner has`;
        return { ...state, setUps: [...state.setUps, clause] };
      }
      return outside(state, `${placed(step)} changes the machine before it`);
    case "tree":
      return outside(state, `${placed(step)} changes files before it`);
    case "noise":
      return { ...state, folders: [...state.folders, ...madeFolders(step)] };
    default:
      return state;
  }
}
