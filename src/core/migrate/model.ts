/** A workflow file of a repository. */
export interface WorkflowText {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly text: string;
}

/** A workflow file that could not be read at all. */
export interface UnreadWorkflow {
  readonly file: string;
  readonly line: number | null;
  /** A sentence part that follows the place: `is not UTF-8 text`. */
  readonly message: string;
}

/** Lines of a file, both 1-based and inclusive. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** A step, or a job that calls a reusable workflow: the smallest thing that a migration speaks about. */
export interface Unit {
  readonly file: string;
  readonly job: string;
  /** 0-based place among the job's steps; null for a job that calls a reusable workflow. */
  readonly index: number | null;
  /** 1-based. */
  readonly line: number;
  /** What a person calls it: its name, its action, or the first line of its command. */
  readonly label: string;
  /** SHA-256 of what it does: of its `uses`, `run`, `with`, `env` and so on, whatever their formatting. */
  readonly digest: string;
}

/** One step as its file says it. */
export interface StepFacts extends Unit {
  readonly index: number;
  /** Where it stands, the comments right above it included. */
  readonly lines: Lines;
  readonly id: string | null;
  readonly name: string | null;
  readonly uses: string | null;
  readonly run: string | null;
  readonly condition: string | null;
  /** Texts of `with` by key. */
  readonly with: Readonly<Record<string, string>>;
  /** Where `with` stands; null when it has none. */
  readonly withLines: Lines | null;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string | null;
  readonly shell: string | null;
  readonly mayFail: boolean;
  /** Its source, to find what it refers to. */
  readonly source: string;
  /** As plain data, whatever its formatting. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** A call of an action. */
export interface ActionCall {
  /** Null for a step that runs a script. */
  readonly uses: string | null;
  readonly with: Readonly<Record<string, string>>;
}

/** One job as its file says it. */
export interface JobFacts {
  readonly file: string;
  readonly id: string;
  readonly line: number;
  /** Where it stands, the comments right above it included. */
  readonly lines: Lines;
  readonly name: string | null;
  readonly needs: readonly string[];
  readonly condition: string | null;
  /** Labels as they are written; a list or group is its JSON. */
  readonly runsOn: string;
  /** `strategy.matrix` as it is written; undefined when there is none. */
  readonly matrix: unknown;
  readonly services: readonly string[];
  readonly container: boolean;
  readonly environment: boolean;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string | null;
  readonly hasOutputs: boolean;
  readonly hasTimeout: boolean;
  readonly hasPermissions: boolean;
  readonly permissions: unknown;
  /** What it calls, when it calls a reusable workflow. */
  readonly call: (Unit & { readonly uses: string }) | null;
  readonly steps: readonly StepFacts[];
  /** What its steps call; in place of an action of the repository that only lists steps, what that one calls. */
  readonly calls: readonly ActionCall[];
  /** Its source without the steps. */
  readonly head: string;
  readonly source: string;
}

/** One workflow as its file says it. */
export interface WorkflowFacts {
  readonly file: string;
  readonly text: string;
  readonly name: string | null;
  /** Settings by event, as they are written. */
  readonly on: ReadonlyMap<string, unknown>;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string | null;
  readonly hasPermissions: boolean;
  readonly hasConcurrency: boolean;
  readonly jobs: readonly JobFacts[];
  /** Why migrate would not edit the file, with the line; empty when it can. */
  readonly notEditable: readonly { readonly line: number; readonly message: string }[];
}
