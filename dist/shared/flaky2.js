import { C as quarantineSchema, S as nameOfEntry, _ as parseQuarantine, a as toObservation, b as concerns, c as encodePassed, d as TestKeys, f as testId, g as lowerBound, h as discoveryLimit, i as renderObservations, l as findPassed, m as cleanBound, n as observationSchema, o as analyseTests, p as chanceOf, r as parseObservations, s as MOST_PASSED, t as mergeObservations, u as KEY_SPACE, x as isExpired, y as QUARANTINE_FILE } from "./flaky.js";
import { t as evidenceOf } from "./evidence.js";
import { r as historyPolicy } from "./of-run.js";
import { t as forgive } from "./gate-tests.js";
import { n as partsOfLabel, r as partsOfTest, t as addEntry } from "./quarantine-command.js";

export { analyseTests, mergeObservations, parseObservations, parseQuarantine, renderObservations, toObservation };