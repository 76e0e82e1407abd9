import { t as ActionsCache } from "./shared/cache.js";
import { t as readRunContext } from "./shared/context.js";
import { a as hasWheels, i as actionsJobEnvironment, r as setupUvContract, t as cacheStateSchema } from "./shared/use-cache.js";
import { n as runPost, r as actionsLog } from "./shared/run-action.js";
import { _ as NodeFiles, c as NodeProcesses, v as systemClock, y as definedVariables } from "./shared/begin.js";
import { $ as childEnvironment } from "./shared/first-gate.js";
import { o as unreachable } from "./shared/errors.js";

// src/actions/setup-uv/save-cache.ts
/** Above this many bytes an unpacked cache takes longer to restore than to fetch again; only what was built is kept then. */
const LARGEST_BYTES = 1024 ** 3;
/** Below this many bytes an entry saves nobody time. */
const SMALLEST_BYTES = 65536;
const PRUNE_MS = 6e4;
async function sizeOf(ports, folder) {
	let bytes = 0;
	for (const entry of await ports.files.list(folder)) bytes += entry.size;
	return bytes;
}
function shown(bytes) {
	return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
/** Keeps only what uv built itself; `--force`, because a uv that still runs would make it wait. */
async function prune(ports, state) {
	const env = childEnvironment(ports.env, { UV_CACHE_DIR: state.folder });
	await ports.processes.capture({
		file: state.uvPath,
		args: [
			"cache",
			"prune",
			"--ci",
			"--force",
			"--no-config"
		],
		cwd: state.folder,
		env
	}, { timeoutMs: PRUNE_MS });
}
async function save(ports, key, folder) {
	const start = ports.clock.monotonicMs();
	const result = await ports.cache.save([folder], key);
	const seconds = ((ports.clock.monotonicMs() - start) / 1e3).toFixed(1);
	switch (result.kind) {
		case "saved": {
			const size = result.bytes === void 0 ? "" : `, ${shown(result.bytes)} packed`;
			return ports.log.info(`Cache: saved ${key} in ${seconds} s${size}.`);
		}
		case "exists": return ports.log.info(`Cache: ${key} was saved by another job meanwhile.`);
		case "denied": return ports.log.info(`Cache: this run may only read (${result.reason}); nothing was saved, which is as it should be.`);
		case "unavailable": return ports.log.info(`Cache: not saved (${result.reason}).`);
		default: return unreachable(result);
	}
}
/**
* The post step: saves uv's cache when the main step asked for it, also when the job failed. Nothing here fails a job.
*
* @param ports the world
*/
async function saveCache(ports) {
	const text = ports.job.readState();
	if (text === void 0) return ports.log.info("Cache: nothing to save.");
	const state = cacheStateSchema.parse(JSON.parse(text));
	const names = (await ports.files.list(state.folder, () => true)).map((entry) => entry.path);
	if (!hasWheels(names, state.uvVersion)) return ports.log.info("Cache: uv kept nothing; nothing to save.");
	let bytes = await sizeOf(ports, state.folder);
	if (bytes > LARGEST_BYTES) {
		ports.log.info(`Cache: ${shown(bytes)} would take longer to restore than to fetch; only what was built is kept.`);
		await prune(ports, state);
		bytes = await sizeOf(ports, state.folder);
	}
	if (bytes < SMALLEST_BYTES) return ports.log.info("Cache: too little to be worth saving.");
	ports.log.info(`Cache: saving ${shown(bytes)} …`);
	await save(ports, state.key, state.folder);
}

// src/actions/setup-uv/post.ts
await runPost(setupUvContract, async () => {
	const env = definedVariables(process.env);
	await saveCache({
		files: new NodeFiles(readRunContext(env).workspace),
		processes: new NodeProcesses(),
		cache: new ActionsCache(env, actionsLog),
		log: actionsLog,
		job: actionsJobEnvironment,
		clock: systemClock,
		env
	});
});

export {  };