import { d as object, f as record, m as string, n as _enum } from "./schemas.js";

// src/core/gates/needs.ts
/** Jobs of the pipeline by what they do: their ids in `checks.yml` and `pipeline.yml`. */
const JOBS = {
	check: "check",
	build: "build",
	sign: "sign"
};
/**
* Jobs before the check job, which answers for them: it joins what they found, and what they lost is an error of its
* verdict. Where one runner is enough they are skipped.
*/
const FORE_JOBS = /* @__PURE__ */ new Set(["plan", "share"]);
/** What a later job knows of the jobs that it needs: GitHub's `needs` context. */
const needsSchema = record(string(), object({
	result: _enum([
		"success",
		"failure",
		"cancelled",
		"skipped"
	]),
	outputs: record(string(), string()).default({})
}));

export { JOBS as n, needsSchema as r, FORE_JOBS as t };