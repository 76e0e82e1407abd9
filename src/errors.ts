/** Whose move it is: `config` a file or input is wrong, `user` something must be granted or installed, `service` something remote failed, `bug` ours. */
export type ErrorKind = "config" | "user" | "service" | "bug";

/** The closed list of codes, `AREA_REASON`. Add one here before throwing it. */
export type ErrorCode =
  | "BUG_UNEXPECTED"
  | "INPUT_INVALID"
  | "CONFIG_INVALID"
  | "CONFIG_UNREADABLE"
  | "PLAN_CYCLE"
  | "PLAN_UNKNOWN_GATE"
  | "FILE_UNREADABLE"
  | "FILE_UNWRITABLE"
  | "FILE_SCHEMA"
  | "GIT_FAILED"
  | "GIT_NOT_A_REPOSITORY"
  | "PROCESS_NOT_FOUND"
  | "PROCESS_FAILED"
  | "UV_MISSING"
  | "UV_DOWNLOAD"
  | "UV_CHECKSUM"
  | "UV_LOCK_STALE"
  | "UV_LOCK_MISSING"
  | "UV_SYNC"
  | "UV_PYTHON"
  | "NPM_LOCK_STALE"
  | "NPM_INSTALL"
  | "BUILD_NOTHING"
  | "BUILD_ARTIFACTS"
  | "CACHE_UNAVAILABLE"
  | "CACHE_READ_ONLY"
  | "ARTIFACT_UNAVAILABLE"
  | "ARTIFACT_MISSING"
  | "OIDC_UNAVAILABLE"
  | "OIDC_REFUSED"
  | "SIGN_FAILED"
  | "SIGN_SUBJECTS"
  | "VERIFY_FAILED"
  | "VERIFY_INPUT"
  | "SBOM_LOCK"
  | "SBOM_NO_LOCK"
  | "BUILD_FAILED"
  | "EVENTS_SINK"
  | "EVENTS_INPUT"
  | "GITHUB_API"
  | "WORKFLOW_INVALID"
  | "WORKFLOW_EXPRESSION"
  | "WORKFLOW_EVENT"
  | "WORKFLOW_STEP"
  | "WORKFLOW_UNSUPPORTED"
  | "WORKFLOW_PERMISSIONS"
  | "RUN_FAILED"
  | "VERDICT_FAILED"
  | "NETWORK_UNREACHABLE";

/** One thing wrong with an input: what, where, and what would be right. */
export interface Problem {
  /** File, or input name when there is no file. */
  readonly where: string;
  /** 1-based, when known. */
  readonly line?: number;
  /** 1-based, when known. */
  readonly column?: number;
  /** One sentence: what is wrong and what would be right. */
  readonly message: string;
}

/** What may be given beside code, kind and message. */
export interface ErrorDetails {
  /** The YAML or command that mends it, fit to paste. */
  readonly hint?: string;
  /** Where to read more; a path below `docs/`. */
  readonly doc?: string;
  /** All problems of one input. */
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

/** The only error that Turnpike code throws. Results (a failed gate, a cache miss) are values, not errors. */
export class TurnpikeError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly hint: string | undefined;
  readonly doc: string | undefined;
  readonly problems: readonly Problem[];

  /**
   * @param code what happened, for programs
   * @param kind whose move it is; decides the exit code
   * @param message what happened, one sentence, without secrets, command lines or environment
   * @param details hint, documentation, problems and cause
   */
  constructor(code: ErrorCode, kind: ErrorKind, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "TurnpikeError";
    this.code = code;
    this.kind = kind;
    this.hint = details.hint;
    this.doc = details.doc;
    this.problems = details.problems ?? [];
  }
}

/** Exit codes of the command line and of every action (docs/architecture.md, section 7). */
export const EXIT = {
  passed: 0,
  failed: 1,
  config: 2,
  service: 3,
  overBudget: 4,
  interrupted: 130,
  terminated: 143,
} as const;

/**
 * @param error anything thrown
 * @returns the exit code that a process should end with
 */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof TurnpikeError)) return EXIT.service;
  switch (error.kind) {
    case "config":
    case "user":
      return EXIT.config;
    case "service":
    case "bug":
      return EXIT.service;
  }
}

/**
 * @param problem one problem
 * @returns `file:line:column  message`, the part before the message as far as it is known
 */
export function formatProblem(problem: Problem): string {
  const line = problem.line === undefined ? "" : `:${problem.line}`;
  const column = problem.column === undefined ? "" : `:${problem.column}`;
  return `${problem.where}${line}${column}  ${problem.message}`;
}

/**
 * Text for a person: what happened, each problem, then what to do. Never a stack trace.
 *
 * @param error anything thrown
 * @param told problems that were shown already
 * @returns lines without colour; a value that is not a TurnpikeError is reported by its message alone
 */
export function formatError(error: unknown, told: readonly Problem[] = []): string {
  if (!(error instanceof TurnpikeError)) {
    const message = error instanceof Error ? error.message : String(error);
    return `Turnpike met something it did not expect: ${message}\nThis is a fault of Turnpike's; please report it with the command that led here.`;
  }
  const lines = error.problems.filter((problem) => !told.includes(problem)).map(formatProblem);
  lines.push(error.message);
  if (error.hint !== undefined) lines.push(error.hint);
  if (error.doc !== undefined) lines.push(`More: ${error.doc}`);
  return lines.join("\n");
}

/**
 * For the end of an exhaustive switch.
 *
 * @param value what the compiler proved impossible
 * @throws TurnpikeError `BUG_UNEXPECTED` when it happens all the same
 */
export function unreachable(value: never): never {
  throw new TurnpikeError(
    "BUG_UNEXPECTED",
    "bug",
    `A case that should not exist was reached: ${JSON.stringify(value)}.`,
  );
}
