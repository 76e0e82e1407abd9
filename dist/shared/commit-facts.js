import { t as thisDisk } from "./disk.js";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { readFileSync } from "node:fs";

// src/adapters/node/machine.ts
/** Quota over period of the control group, in cores (Linux kernel, admin-guide/cgroup-v2, `cpu.max`). */
function cgroupCores() {
	try {
		const [quota, period] = readFileSync("/sys/fs/cgroup/cpu.max", "latin1").trim().split(" ");
		const cores = Number(quota) / Number(period);
		return Number.isFinite(cores) && cores > 0 ? cores : Number.POSITIVE_INFINITY;
	} catch {
		return Number.POSITIVE_INFINITY;
	}
}
/** This machine. */
const thisMachine = {
	cores: () => Math.max(1, Math.floor(Math.min(availableParallelism(), cgroupCores()))),
	load: () => process.platform === "win32" ? null : loadavg()[0] ?? null,
	memoryBytes: () => {
		const limit = process.constrainedMemory();
		return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
	},
	freeBytes: async (folder) => await thisDisk.freeBytes(folder) ?? null
};

// src/adapters/node/stop-request.ts
/**
* Listens for SIGINT, SIGTERM and SIGHUP. The first one asks for an orderly end. A second SIGINT ends the process at once; a
* later SIGTERM does not, because a runner sends it while the orderly end is still on its way (actions/runner
* src/Runner.Sdk/ProcessInvoker.cs). SIGHUP, of a terminal that was closed, counts as SIGTERM: gates have sessions of their
* own, so nobody else would end them.
*
* @param self this process
* @returns what came
*/
function listenForStop(self = process) {
	const controller = new AbortController();
	let cause;
	const take = (signal) => {
		if (cause === void 0) {
			cause = signal;
			controller.abort();
		} else if (signal === "SIGINT" && cause === "SIGINT") self.exit(130);
	};
	self.on("SIGINT", () => take("SIGINT"));
	self.on("SIGTERM", () => take("SIGTERM"));
	self.on("SIGHUP", () => take("SIGTERM"));
	return {
		signal: controller.signal,
		cause: () => cause
	};
}

// src/actions/gates/commit-facts.ts
/**
* @param root absolute path of the repository's root
* @param git the checkout
* @returns what the files are; outside a repository they are bound to no commit
*/
async function readCommitFacts(root, git) {
	const [state, dirty] = await Promise.all([git.state(root), git.isDirty(root)]);
	return commitFactsOf(state, dirty);
}
/**
* @param state where the checkout stands; undefined: outside a repository
* @param dirty whether files differ from it
* @returns what the files are
*/
function commitFactsOf(state, dirty) {
	if (state === void 0) return {
		commit: null,
		tree: null,
		dirty: false
	};
	return {
		commit: state.commit,
		tree: state.tree,
		dirty
	};
}

export { thisMachine as i, readCommitFacts as n, listenForStop as r, commitFactsOf as t };