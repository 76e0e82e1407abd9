import {
  analyseTests,
  mergeObservations,
  type ObservedGate,
  type ObservedRun,
  parseObservations,
  renderObservations,
  toObservation,
} from "../../core/flaky/index.ts";
import type { TestHistory } from "./history.ts";

/**
 * @param run the run; undefined when it proves nothing of a tree
 * @param gates what its reports say of single tests
 * @param kept records of earlier runs; undefined when there are none
 * @returns this run's records, and what all records together say
 */
export function observeTests(
  run: ObservedRun | undefined,
  gates: readonly ObservedGate[],
  kept: string | undefined,
): TestHistory {
  const fresh = run === undefined ? [] : gates.map((gate) => toObservation(run, gate));
  const all = mergeObservations(parseObservations(kept), fresh);
  return { fresh, standings: analyseTests(all), text: renderObservations(all) };
}
