import { t as analyseTests } from "./analyse.js";
import { i as toObservation, n as parseObservations, r as renderObservations, t as mergeObservations } from "./observation.js";

// src/actions/gates/history/observe-tests.ts
/**
* @param run the run; undefined when it proves nothing of a tree
* @param gates what its reports say of single tests
* @param kept records of earlier runs; undefined when there are none
* @returns this run's records, and what all records together say
*/
function observeTests(run, gates, kept) {
	const fresh = run === void 0 ? [] : gates.map((gate) => toObservation(run, gate));
	const all = mergeObservations(parseObservations(kept), fresh);
	return {
		fresh,
		standings: analyseTests(all),
		text: renderObservations(all)
	};
}

export { observeTests };