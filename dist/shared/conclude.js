import { n as keepHistory, r as lookBack } from "./history2.js";
import { n as writeResults } from "./write-results.js";
import { join } from "node:path/posix";

// src/actions/gates/keep-results.ts
/** Larger files in a gate's report folder are not reports. */
const LARGEST_REPORT_BYTES = 67108864;
const MOST_REPORTS = 1e3;
/** Where tests put what they write, `${reports}/tmp` of a gate; thousands of files that nobody asks for later. */
const SCRATCH = /^[^/]+\/tmp\//;
async function holdsSecret(files, path, masker) {
	let held = "";
	for await (const piece of files.streamText(path)) {
		const text = held + piece;
		if (masker.mask(text) !== text) return true;
		held = text.slice(-masker.longest);
	}
	return false;
}
/** Copies a file without the secrets in it; byte by byte when there is none. */
async function copyMasked(files, from, to, masker) {
	if (masker.isEmpty || !await holdsSecret(files, from, masker)) {
		await files.copy(from, to);
		return;
	}
	await files.write(to, "");
	for await (const piece of masker.maskPieces(files.streamText(from))) await files.append(to, piece);
}
/** Names of files without secrets, each once; an artifact takes no `*` in them. */
function shownNames(paths, masker) {
	const taken = new Set(paths);
	const shown = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const name = masker.mask(path).replaceAll("***", "masked");
		let unique = name;
		for (let at = 2; name !== path && taken.has(unique); at += 1) unique = `${name}.${at}`;
		taken.add(unique);
		shown.set(path, unique);
	}
	return shown;
}
/**
* Copies logs and reports from the scratch folder to where people and later steps look for them, without secrets.
*
* @param files the files
* @param folders scratch folder and output directory, absolute
* @param masker hides secrets
*/
async function keepResults(files, folders, masker) {
	for (const name of ["logs", "reports"]) {
		const from = join(folders.scratch, name);
		const entries = (await files.list(from)).filter((entry) => entry.kind === "file");
		const isReport = ({ path, size }) => size <= LARGEST_REPORT_BYTES && !SCRATCH.test(path);
		const kept = name === "logs" ? entries : entries.filter(isReport);
		const paths = (name === "logs" ? kept : kept.slice(0, MOST_REPORTS)).map(({ path }) => path);
		for (const [path, shown] of shownNames(paths, masker)) await copyMasked(files, join(from, path), join(folders.outputDirectory, name, shown), masker);
	}
}

// src/actions/gates/conclude.ts
/**
* Keeps what a run left: logs, reports, results, and what the next run is told of it.
*
* @param request what was asked for
* @param ran what came of it
* @param scratch absolute folder where gates wrote logs and reports
* @param ports the world
* @param watch is told what happens
* @returns the verdict and all that was measured
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function conclude(request, ran, scratch, ports, watch) {
	const { files } = ports;
	const { historyFile, origin, outputDirectory } = request;
	const { execution, facts, masker, startedAt } = ran;
	await keepResults(files, {
		scratch,
		outputDirectory
	}, masker);
	const tests = await lookBack({
		origin,
		facts,
		startedAt,
		historyFile
	}, execution.gates, files);
	const checked = await writeResults(request, {
		...ran,
		tests
	}, ports, watch);
	await keepHistory(historyFile, execution, tests, files);
	return checked;
}

export { conclude };