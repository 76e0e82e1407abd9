import {
  analyseTests,
  mergeObservations,
  type Observation,
  type ObservedGate,
  type ObservedRun,
  parseObservations,
  renderObservations,
  type TestStanding,
  toObservation,
} from "../../../core/flaky/index.ts";

/** What is remembered of tests, this run with it. */
export interface TestHistory {
  /** Records of this run alone. */
  readonly fresh: readonly Observation[];
  /** Tests that failed at least once, as far as it is remembered. */
  readonly standings: readonly TestStanding[];
  /** All records, as they are to be kept. */
  readonly text: string;
}

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
