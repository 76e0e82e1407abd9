export { addEntry, type NewEntry, partsOfLabel, partsOfTest } from "./add-entry.ts";
export { analyseTests, type TestStanding } from "./analyse.ts";
export { chanceOf, cleanBound, discoveryLimit, lowerBound } from "./bounds.ts";
export { evidenceOf } from "./evidence.ts";
export { type Forgiveness, forgive, type RedGate } from "./forgive.ts";
export { type HistoryPolicy, historyPolicy } from "./history-policy.ts";
export { KEY_SPACE, TestKeys, type TestName, testId } from "./identity.ts";
export {
  mergeObservations,
  type Observation,
  type ObservedGate,
  type ObservedRun,
  observationSchema,
  parseObservations,
  renderObservations,
  toObservation,
} from "./observation.ts";
export { parseQuarantine } from "./parse-quarantine.ts";
export { encodePassed, findPassed, MOST_PASSED } from "./passed-set.ts";
export {
  concerns,
  GRACE_DAYS,
  isExpired,
  mostForgiven,
  nameOfEntry,
  QUARANTINE_FILE,
  type QuarantineEntry,
  quarantineSchema,
} from "./quarantine.ts";
