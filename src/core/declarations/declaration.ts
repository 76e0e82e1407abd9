import type { ToolchainWish } from "../toolchains/index.ts";

/** Where something is written. */
export interface Place {
  /** Relative to the repository's root. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** What people declare commands in. */
export type DeclaringSystem =
  | "workflow"
  | "make"
  | "just"
  | "task"
  | "mise"
  | "tox"
  | "nox"
  | "hatch"
  | "pdm"
  | "poe"
  | "taskipy"
  | "rye"
  | "pipenv"
  | "invoke"
  | "pre-commit"
  | "scripts"
  | "shell";

/**
 * How sure a reading is: `certain` when the text says it; `likely` when a convention of the tool was needed; `unsure` when
 * something in it is known only when it runs (an expression, a variable from outside, a condition).
 */
export type Certainty = "certain" | "likely" | "unsure";

/** A variable that a declaration sets to what is known only when it runs, so that a gate does not get it. */
export interface LostVariable {
  readonly name: string;
  readonly place: Place;
}

/** One command as a repository declares it. Installing is a command like any other: `pip install -e .[dev]`. */
export interface DeclaredCommand {
  readonly place: Place;
  /** What people call the step that it stands in. */
  readonly title?: string;
  /** The command as its shell would read it, constants put in. */
  readonly text: string;
  /** Words of one plain command, quotes removed; null when only a shell can run it (pipes, loops, expansions). */
  readonly words: readonly string[] | null;
  /** Variables that the declaration sets for this command: of the workflow, the job, the step, tox's `set_env`, `A=1 cmd`. */
  readonly env: Readonly<Record<string, string>>;
  /** Variables that it has and that are not in `env`; absent for most. */
  readonly lost?: readonly LostVariable[];
  /** Relative to the repository's root; `.` for the root. */
  readonly cwd: string;
  /** True when the declaration says that its failure is ignored: `-` of make and tox, `|| true`, `continue-on-error`. */
  readonly mayFail: boolean;
  readonly certainty: Certainty;
  /** Why it is not certain, each a clause that can follow "because". */
  readonly doubts: readonly string[];
}

/** What must be there around an entry that Turnpike does not start. */
export interface Surroundings {
  /** Names of `services:`. */
  readonly services: readonly string[];
  /** Image of `container:`, else null. */
  readonly container: string | null;
  /** Names of secrets that its commands read. */
  readonly secrets: readonly string[];
}

/**
 * Which files a command is handed, as pre-commit chooses them. Regular expressions are Python's, searched anywhere in the
 * path; `types` are tags of the library `identify` (pre-commit.com, "Filtering files with types").
 */
export interface FileSelection {
  /** All must match; from the top of the configuration and from the hook. Empty: every file. */
  readonly files: readonly string[];
  /** None may match. */
  readonly exclude: readonly string[];
  /** A file needs all of them. */
  readonly types: readonly string[];
  /** A file needs one of them; empty asks for nothing. */
  readonly typesOr: readonly string[];
  /** A file may have none of them. */
  readonly excludeTypes: readonly string[];
  /** True when the chosen files are put behind the command's words. */
  readonly passFilenames: boolean;
  /** False: the command does not run when no file is chosen. */
  readonly alwaysRun: boolean;
}

/** A named list of commands: a job of a workflow, a make target, a tox environment, a nox session, a script, a hook. */
export interface DeclaredEntry {
  /**
   * Unique in a repository: `workflow:.github/workflows/ci.yml#lint`, `make:lint`, `tox:py313`, `nox:tests-3.13`,
   * `scripts:test`, `shell:scripts/test.sh`; with `@folder` behind it when it is not declared at the root: `scripts:test@web`.
   */
  readonly id: string;
  readonly system: DeclaringSystem;
  /** What a person calls it: `lint`, `py313`. */
  readonly name: string;
  readonly place: Place;
  /** In order, with what it installs first: tox's `deps` are a `pip install`, a known action is the command that it stands for. */
  readonly commands: readonly DeclaredCommand[];
  /** True when its system makes an environment for it alone (tox, nox, hatch, a pre-commit hook). */
  readonly isolated: boolean;
  /** Python version that it asks for, such as `3.13`; null when any serves. */
  readonly python: string | null;
  /** Versions of Python of all combinations of a matrix that it stands for; absent when it is one. */
  readonly pythons?: readonly string[];
  /** What its steps set up besides Python; absent when they set up nothing else. */
  readonly toolchains?: readonly ToolchainWish[];
  readonly surroundings: Surroundings;
  /**
   * When it runs by itself: events of a workflow (`push`, `pull_request`, `schedule`, …); `default` for what the bare tool
   * runs (first make target, `env_list`, `nox.options.sessions`, hooks of stage pre-commit). Empty: only when it is called.
   */
  readonly runsOn: readonly string[];
  /** Ids of jobs that end before it begins, without the label of a combination; absent for none. */
  readonly needs?: readonly string[];
  /** Groups that it is called by: tox's labels, nox's tags. */
  readonly tags?: readonly string[];
  /** Which files its commands are handed; absent when they choose for themselves. */
  readonly fileSelection?: FileSelection;
  /** True when a rule for targets of any name makes it: make's `%:`. */
  readonly anyName?: true;
  /** Variables on the command line that calls it: `make lint FLAGS=-v`. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** A service that runs it on every pull request without a workflow, such as `pre-commit.ci`. */
  readonly service?: string;
  /** True when what it runs is known to check, whatever it is called. */
  readonly checks?: true;
  /** Applies to every command of it; clauses. */
  readonly doubts: readonly string[];
}

/** Something that could not be read. Said, never silent. */
export interface Unread {
  readonly file: string;
  readonly line: number | null;
  /** A sentence part that follows the place: `recursive make is not followed`. */
  readonly message: string;
}

/** What one reader found. */
export interface Reading {
  readonly entries: readonly DeclaredEntry[];
  readonly unread: readonly Unread[];
}

/** What a reader may look at; nothing else of the repository is ever opened. */
export interface DeclarationSource {
  /** Every file, relative to the root, sorted. */
  readonly files: readonly string[];
  /** Texts of those that a reader asked for. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A command that runs entries: `make lint`, `tox -e py313,lint -- -k fast`, `uv run poe check`. */
export interface Call {
  readonly system: DeclaringSystem;
  /** Ids of the entries, in order. */
  readonly entries: readonly string[];
  /** Words that are handed on to them (tox's and nox's posargs, npm's `--`). */
  readonly passedOn: readonly string[];
  /**
   * Entries that no file lists and that exist because the call names them: `tox -e py314-dev` is made from `[testenv]`.
   * Their ids stand in {@link entries} too. Words that are handed on stand in their commands already.
   */
  readonly made?: readonly DeclaredEntry[];
  /** Why it runs none, a clause; empty when it is not meant to, such as `tox list`. */
  readonly reason?: string;
}

/** What a call stands in on a runner of GitHub, where plugins choose by it. */
export interface CallSurroundings {
  /** Versions of Python of the job and of the combinations that it stands for; empty when none is asked for. */
  readonly pythons: readonly string[];
  /** Variables that are set there. */
  readonly env: Readonly<Record<string, string>>;
}

/** Reads one system's declarations, and recognises what calls them. Pure: runs nothing, opens nothing. */
export interface DeclarationReader {
  readonly system: DeclaringSystem;
  /**
   * @param path any file of the repository
   * @returns the most bytes that the reader would read of it; undefined when it has no use for it
   */
  readonly wants: (path: string) => number | undefined;
  readonly read: (source: DeclarationSource) => Reading;
  /**
   * @param words one plain command, already without `uv run`, `uvx`, `pipx run`, `python -m` and `poetry run` before it
   * @param cwd the folder it runs in
   * @param entries what {@link read} found, of all systems
   * @param source what {@link read} was given; without it a call of an entry that no file lists is not recognised
   * @param around the job on GitHub that calls; absent for a call by hand
   * @returns undefined when the command does not call this system
   */
  readonly callOf: (
    words: readonly string[],
    cwd: string,
    entries: readonly DeclaredEntry[],
    source?: DeclarationSource,
    around?: CallSurroundings,
  ) => Call | undefined;
}
