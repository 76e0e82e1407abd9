import type { Retries, TransientClass } from "../gate-rules.ts";
import type { GateEnd, Judgement } from "./evidence.ts";

/** What a connection that broke, or a name that was not found, looks like in outputs: the wording of curl, Python, Node, Rust and git. */
const NETWORK: readonly RegExp[] = [
  /\b(?:ECONNRESET|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|EPIPE)\b/,
  /Connection (?:reset|refused|timed out|aborted)|connection (?:reset|refused|timed out|closed before)/,
  /Temporary failure in name resolution|Could not resolve host|dns error|failed to lookup address/,
  /Network is unreachable|No route to host|Remote end closed connection|unexpected disconnect|early EOF/,
  /Max retries exceeded|ReadTimeout|ConnectTimeout|Read timed out|operation timed out|TLS handshake timeout/,
  /\b(?:502 Bad Gateway|503 Service (?:Temporarily )?Unavailable|504 Gateway Time-?out)\b/i,
  /advisory service unreachable|error sending request/,
];

const RATE_LIMIT: readonly RegExp[] = [
  /\b429\b.{0,40}Too Many Requests|Too Many Requests.{0,40}\b429\b|HTTP (?:Error|status)?.{0,30}\b429\b/i,
  /\btoomanyrequests\b|rate limit (?:exceeded|reached)|rate-limited|secondary rate limit/i,
  /advisory service answered 429/,
];

/** Signals, and the exit codes by which a shell hands them on (POSIX.1-2024, 2.8.2): abort, bus error, illegal instruction, kill, segmentation fault. */
const CRASH_CODES: ReadonlySet<number> = new Set([132, 134, 135, 137, 139]);
const CRASH_SIGNALS: ReadonlySet<string> = new Set(["SIGABRT", "SIGBUS", "SIGILL", "SIGKILL", "SIGSEGV"]);

/** One attempt at a gate. */
export interface Attempt {
  readonly end: GateEnd;
  readonly judgement: Pick<Judgement, "outcome" | "reason" | "counts" | "findingsTotal">;
  /** Beginning and end of its output. */
  readonly log: string;
}

/** Whether tests or findings say no: then the code is at fault, whatever else the output says. */
function isPlainFailure({ judgement }: Attempt): boolean {
  return (
    judgement.outcome === "failed" && ((judgement.counts.failures ?? 0) > 0 || (judgement.counts.findings ?? 0) > 0)
  );
}

function isOfClass(kind: TransientClass, attempt: Attempt): boolean {
  const { end, judgement, log } = attempt;
  switch (kind) {
    case "timeout":
      return end.kind === "timed-out";
    case "crash":
      return end.kind === "signalled"
        ? CRASH_SIGNALS.has(end.signal)
        : end.kind === "exited" && judgement.outcome === "tool-error" && CRASH_CODES.has(end.code);
    case "network":
    case "rate-limit": {
      if (end.kind !== "exited" || isPlainFailure(attempt)) return false;
      const signs = kind === "network" ? NETWORK : RATE_LIMIT;
      return signs.some((sign) => sign.test(log) || sign.test(judgement.reason ?? ""));
    }
  }
}

const PASSED: ReadonlySet<Judgement["outcome"]> = new Set(["passed", "flaky-passed", "cached"]);

/**
 * Whether a gate is worth another attempt. A test that fails, or a finding, is never retried for a class of trouble,
 * only when its exit code or its output is listed by hand.
 *
 * @param retries what is listed
 * @param attempt what the last attempt came to
 * @returns why, in a few words; undefined when it stays as it is
 */
export function reasonToRetry(retries: Retries, attempt: Attempt): string | undefined {
  const { end, judgement, log } = attempt;
  if (PASSED.has(judgement.outcome) || judgement.outcome === "cancelled") return undefined;
  if (end.kind === "stopped" || end.kind === "not-started") return undefined;
  const kind = retries.classes.find((one) => isOfClass(one, attempt));
  if (kind !== undefined) return kind;
  if (end.kind === "exited" && retries.exitCodes.includes(end.code)) return `exit code ${end.code}`;
  const text = retries.outputs.find((one) => log.includes(one));
  return text === undefined ? undefined : `"${text}" in the output`;
}

/** Delay before the second attempt at most, in ms; it doubles with each further one. */
const BASE_MS = 2000;
const LONGEST_MS = 30_000;

/**
 * Full jitter: anything from nothing to a bound that doubles, so that gates that failed together do not come back
 * together (AWS Architecture Blog, "Exponential Backoff And Jitter").
 *
 * @param attempt how many attempts there were
 * @param share a random number from 0 to 1
 * @returns ms to wait before the next
 */
export function retryDelay(attempt: number, share: number): number {
  return Math.round(share * Math.min(LONGEST_MS, BASE_MS * 2 ** (attempt - 1)));
}
