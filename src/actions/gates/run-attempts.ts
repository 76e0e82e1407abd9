import { dirname } from "node:path/posix";
import { type Gate, type Judgement, reasonToRetry, retryDelay } from "../../core/gates/index.ts";
import type { ProcessResult } from "../../ports/processes.ts";
import type { GatePorts } from "./gate-ports.ts";
import { type GateRun, type RunGateOptions, runGate } from "./run-gate.ts";

/** An attempt that was not the last one. */
export interface EarlierAttempt {
  readonly judgement: Judgement;
  readonly tests: GateRun["tests"];
  readonly result: ProcessResult;
  /** Why there was another one. */
  readonly why: string;
}

/** What a gate came to with all of its attempts. */
export interface AttemptedRun extends GateRun {
  /** In order; empty when the first attempt was the last. */
  readonly earlier: readonly EarlierAttempt[];
  /** Wall time of all attempts and of the waits between them, in ms. */
  readonly totalMs: number;
}

/** Where the log of an earlier attempt is kept, beside the log of the last one. */
export function attemptLog(log: string, attempt: number): string {
  return log.replace(/\.log$/, `.attempt-${attempt}.log`);
}

function randomShare(ports: GatePorts): number {
  const [high = 0, low = 0] = ports.random.bytes(2);
  return (high * 256 + low) / 65_536;
}

/** The next attempt finds what the first one found: an empty folder for reports and no log. */
async function makeReady({ place }: RunGateOptions, attempt: number, { files }: GatePorts): Promise<void> {
  await files.move(place.log, attemptLog(place.log, attempt)).catch(() => undefined);
  await files.remove(place.reports);
  await files.makeDirectory(place.reports);
  await files.makeDirectory(dirname(place.log));
}

/** `ended with exit code 7` says why it was tried again by itself. */
function reasonWith({ reason, outcome }: Judgement, why: string): string {
  return reason?.includes(why) === true ? reason : `${reason ?? outcome} (${why})`;
}

function describe(earlier: readonly EarlierAttempt[]): string {
  return earlier.map(({ judgement, why }, at) => `attempt ${at + 1}: ${reasonWith(judgement, why)}`).join("; ");
}

function judged(judgement: Judgement, earlier: readonly EarlierAttempt[]): Judgement {
  if (earlier.length === 0) return judgement;
  if (judgement.outcome === "passed" || judgement.outcome === "flaky-passed") {
    return {
      ...judgement,
      outcome: "flaky-passed",
      reason: `passed on attempt ${earlier.length + 1}; ${describe(earlier)}`,
    };
  }
  if (judgement.outcome === "cancelled") return judgement;
  return { ...judgement, reason: `${judgement.reason ?? judgement.outcome}, after ${earlier.length + 1} attempts` };
}

/**
 * Runs a gate, again where it says for which trouble.
 *
 * @param gate the gate
 * @param options where it runs, and what may stop it: also the wait between two attempts
 * @param ports the world
 * @returns what the last attempt came to; a pass after another one is `flaky-passed`
 */
export async function runAttempts(gate: Gate, options: RunGateOptions, ports: GatePorts): Promise<AttemptedRun> {
  const begin = ports.clock.monotonicMs();
  const earlier: EarlierAttempt[] = [];
  for (;;) {
    const run = await runGate(gate, options, ports);
    const { retries } = gate;
    const canRetry = retries !== undefined && earlier.length < retries.max && !options.signal.aborted;
    const attempt = { end: run.result.end, judgement: run.judgement, log: run.excerpt.text };
    const why = canRetry ? reasonToRetry(retries, attempt) : undefined;
    const totalMs = () => (earlier.length === 0 ? run.result.durationMs : ports.clock.monotonicMs() - begin);
    if (why === undefined) return { ...run, judgement: judged(run.judgement, earlier), earlier, totalMs: totalMs() };
    const waitMs = retryDelay(earlier.length + 1, randomShare(ports));
    options.onLine(`${run.judgement.reason ?? run.judgement.outcome}; trying again in ${(waitMs / 1000).toFixed(1)} s`);
    await ports.clock.sleep(waitMs, options.signal);
    if (options.signal.aborted) {
      const judgement = { ...run.judgement, outcome: "cancelled" as const, reason: "somebody stopped it" };
      return { ...run, judgement, earlier, totalMs: ports.clock.monotonicMs() - begin };
    }
    earlier.push({ judgement: run.judgement, tests: run.tests, result: run.result, why: options.masker.mask(why) });
    await makeReady(options, earlier.length, ports);
  }
}
