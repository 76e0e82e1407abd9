/** Events that `when.events` may name. `local` is a run without GitHub; `release` is whatever counts as a release. */
export const WHEN_EVENTS = [
  "push",
  "pull_request",
  "merge_group",
  "release",
  "schedule",
  "workflow_dispatch",
  "local",
] as const;
/** One of {@link WHEN_EVENTS}. */
export type WhenEvent = (typeof WHEN_EVENTS)[number];

/** When a gate runs. Every part that is there must hold. */
export interface When {
  /** Globs of files of which one must have changed; a glob with `!` takes out again. */
  readonly paths?: readonly string[] | undefined;
  readonly events?: readonly WhenEvent[] | undefined;
  /** Globs of branches; for a pull request and a merge queue of the branch that is merged into. */
  readonly branches?: readonly string[] | undefined;
}

/** Kinds of trouble that often pass by themselves. */
export const TRANSIENT_CLASSES = ["network", "rate-limit", "timeout", "crash"] as const;
/** One of {@link TRANSIENT_CLASSES}. */
export type TransientClass = (typeof TRANSIENT_CLASSES)[number];

/** When a gate is tried again. */
export interface Retries {
  /** Further attempts, 1 to 3. */
  readonly max: number;
  readonly classes: readonly TransientClass[];
  readonly exitCodes: readonly number[];
  /** Plain texts of which one must stand in the output. */
  readonly outputs: readonly string[];
}

/** Severities of findings, worst first. */
export const SEVERITIES = ["error", "warning", "note"] as const;
/** One of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** What a gate's reports are held to beside its exit code. */
export interface Threshold {
  /** Findings that are let through at most. */
  readonly findings?: number | undefined;
  /** The least severity that counts among them; default: `note`, so every finding does. */
  readonly severity?: Severity | undefined;
  /** Least coverage of lines in percent. */
  readonly coverage?: number | undefined;
  /** Least number of tests that must have run. */
  readonly tests?: number | undefined;
}

/** An excuse for a gate that does not pass. */
export interface Waiver {
  readonly owner: string;
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`, UTC. */
  readonly expires: string;
  /** Where the work is tracked. */
  readonly issue?: string | undefined;
}

/** Which of the gates of a matrix one is. */
export interface MatrixPoint {
  /** Id of the entry that they all come from. */
  readonly of: string;
  /** Value by key. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * A folder of its own for each interpreter, so that gates side by side do not rebuild one another's environment.
 *
 * @param python a version, or whatever uv takes for one
 * @returns what tells uv to use it (docs.astral.sh/uv, "Environment variables")
 */
export function pythonVariables(python: string): Readonly<Record<"UV_PYTHON" | "UV_PROJECT_ENVIRONMENT", string>> {
  return { UV_PYTHON: python, UV_PROJECT_ENVIRONMENT: `.venv-${python.replaceAll(/[^A-Za-z0-9._+-]+/g, "-")}` };
}
