import { a as takeInventory, d as countsOfInventory, i as checkLockSize, o as SHIPPED, r as readLock, t as findLocks } from "./find-locks.js";
import { n as TurnpikeError } from "./errors.js";

// src/actions/sbom/count-locks.ts
/**
* Counts what the action would put into its documents with its default inputs, without making them: quick, and without the
* CycloneDX library. A broken lock is told, not thrown: a plan shows what there is.
*
* @param folder the repository's root
* @param ports the file system and git
* @returns the counts; null when there is no lock
*/
async function countLocks(folder, ports) {
	const { read } = await findLocks([folder], ports);
	if (read.length === 0) return null;
	const locks = [];
	const broken = [];
	let [components, edges] = [0, 0];
	for (const path of read) try {
		checkLockSize(path, await ports.files.size(path) ?? 0);
		const counts = countsOfInventory(takeInventory(readLock(path, await ports.files.readText(path) ?? ""), SHIPPED));
		components += counts.components;
		edges += counts.edges;
		locks.push(path);
	} catch (error) {
		if (!(error instanceof TurnpikeError) || error.code !== "SBOM_LOCK") throw error;
		broken.push({
			path,
			why: error.problems[0]?.message ?? error.message
		});
	}
	return {
		components,
		edges,
		locks,
		broken
	};
}

export { countLocks as t };