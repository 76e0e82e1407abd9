import {
  type Gate,
  type Judgement,
  parseResults,
  type RememberedPass,
  type ResultKey,
  recalled,
  recallPasses,
  rememberPasses,
  renderResults,
  toPass,
} from "../../../core/gates/index.ts";
import type { Executed } from "../executed.ts";

/**
 * @param text the file of remembered passes
 * @param gates all gates that would run
 * @param keys their keys
 * @param now the time
 * @returns judgements of gates that need not run
 */
export function recallFrom(
  text: string,
  gates: readonly Gate[],
  keys: ReadonlyMap<string, ResultKey>,
  now: Date,
): ReadonlyMap<string, Judgement> {
  const store = parseResults(text);
  return recallPasses(gates, keys, (key) => {
    const pass = store.get(key);
    return pass === undefined ? undefined : recalled(pass, now);
  });
}

/**
 * @param executed a gate that ran
 * @param now the time
 * @param where it ran, as people say it
 * @returns what to remember of it; undefined when it did not simply pass
 */
export function passOf(executed: Executed, now: Date, where: string): RememberedPass | undefined {
  const { gate, judgement, durationMs, exitCode } = executed;
  const passedAt = now.toISOString();
  return toPass(judgement, { gate: gate.id, passedAt, where, durationMs: durationMs ?? 0, exitCode });
}

/**
 * @param text the file of remembered passes; undefined when there is none
 * @param passes new ones by key
 * @param now the time
 * @returns the file with them
 */
export function withPasses(text: string | undefined, passes: ReadonlyMap<string, RememberedPass>, now: Date): string {
  return renderResults(rememberPasses(parseResults(text), passes, now));
}
