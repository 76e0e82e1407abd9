import { appendFile } from "node:fs/promises";

// src/adapters/actions/page.ts
/**
* The step's summary file.
*
* @param env the process environment
* @returns a page that does nothing when the runner gave no file
*/
function stepSummary(env) {
	const file = env["GITHUB_STEP_SUMMARY"];
	return { async append(markdown) {
		if (file !== void 0 && file !== "") await appendFile(file, `${markdown}\n`);
	} };
}

export { stepSummary as t };