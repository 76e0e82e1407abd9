import { T as countOf } from "./begin.js";
import { U as formatBytes } from "./first-gate.js";
import { i as formatError } from "./errors.js";
import { join } from "node:path";

// src/adapters/actions/keep-artifact.ts
/**
* Keeps what a step wrote as an artifact of the run. A result stands whether or not it could be kept, so a fault is a warning.
*
* @param ports artifacts, files and log
* @param keeping name and folder
*/
async function keepArtifact({ artifacts, files, log }, keeping) {
	const { name, folder } = keeping;
	if (name === void 0) return;
	const root = files.absolute(folder);
	const entries = (await files.list(root)).filter((entry) => entry.kind === "file");
	if (entries.length === 0) return log.info(`Nothing was written, so there is no artifact ${JSON.stringify(name)}.`);
	if (!artifacts.isAvailable()) return log.warning(`There is no artifact service here; ${folder} stays where it is.`);
	try {
		const paths = entries.map((entry) => join(root, entry.path));
		const stored = await artifacts.upload(name, paths, root);
		log.info(`Kept ${countOf(entries.length, "file")} as the artifact ${name}, ${formatBytes(stored.size)}.`);
	} catch (error) {
		log.warning(formatError(error));
	}
}

export { keepArtifact as t };