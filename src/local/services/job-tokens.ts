import { randomBytes, timingSafeEqual } from "node:crypto";

import type { CacheMode } from "../../core/workflow/index.ts";

/** Permission level of a `GITHUB_TOKEN` scope. */
export type PermissionLevel = "read" | "write" | "none";

/** Whoever holds the runtime token of a job. */
export interface RuntimeJob {
  readonly jobId: string;
  /** Second part of the scope `Actions.Results:<run>:<job>`. */
  readonly runBackendId: string;
  /** Third part of that scope; unique to the job. */
  readonly jobBackendId: string;
  readonly cacheMode: CacheMode;
}

/** Random texts are long: clients turn them into masks, and a short mask wrecks a log. */
const SECRET_BYTES = 36;

/** @returns a text that cannot be guessed, made of letters, digits, `-` and `_` */
export function randomSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/**
 * Compares without telling by its time how much was right.
 *
 * @param expected what was handed out
 * @param given what came back; the Azure client may strip `=` at the end
 */
export function isSameSecret(expected: string, given: string): boolean {
  const left = Buffer.from(expected.replace(/=+$/, ""));
  const right = Buffer.from(given.replace(/=+$/, ""));
  return left.length === right.length && timingSafeEqual(left, right);
}

function segment(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** The tokens that jobs were given, each bound to what its job may do. */
export class JobTokens {
  readonly #runtime = new Map<string, RuntimeJob>();
  readonly #runBackendId: string;

  /** @param runBackendId id of the run in the scopes of its tokens */
  constructor(runBackendId: string) {
    this.#runBackendId = runBackendId;
  }

  /**
   * A token in the form of the results service's: a JWT that clients only decode
   * (actions/toolkit packages/artifact/src/internal/shared/util.ts, getBackendIdsFromToken).
   *
   * @param jobId the job
   * @param cacheMode what the job may do with the cache
   */
  issueRuntime(jobId: string, cacheMode: CacheMode): string {
    const jobBackendId = randomBytes(16).toString("hex");
    const scp = `Actions.Results:${this.#runBackendId}:${jobBackendId}`;
    const token = `${segment({ alg: "none", typ: "JWT" })}.${segment({ scp, jobId })}.${randomSecret()}`;
    this.#runtime.set(token, { jobId, runBackendId: this.#runBackendId, jobBackendId, cacheMode });
    return token;
  }

  /** @returns whose token it is, or undefined for one that was never issued */
  runtimeJob(token: string | undefined): RuntimeJob | undefined {
    return token === undefined ? undefined : this.#runtime.get(token);
  }
}
