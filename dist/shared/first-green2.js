import { n as noteGreen } from "./first-green-store.js";
import "./terminal.js";
import { W as formatDuration, l as styles } from "./first-gate.js";
import { join } from "node:path";
import { readFile, readdir } from "node:fs/promises";

// src/local/first-green.ts
/**
* Says once on standard error how long it took from the first `try` or `init` to the first passing run.
*
* @param run the run
* @param world git, the clock and the environment
* @param look how the terminal looks
*/
async function tellFirstGreen(run, world, look = styles(process.stderr, world.env)) {
	const tookMs = await noteGreen(run.dir, run.by, world);
	if (tookMs === void 0) return;
	const first = look.green(look.bold(`First green after ${formatDuration(tookMs)}.`));
	process.stderr.write(`\n${first}  ${look.dim("kept on this machine alone")}\n`);
}
/**
* A workflow may pass without a gate: only a verdict says that something was checked.
*
* @param folder absolute folder of a run of `turnpike run`
*/
async function holdsPassedVerdict(folder) {
	const artifacts = join(folder, "artifacts");
	for (const name of await readdir(artifacts).catch(() => [])) {
		const text = await readFile(join(artifacts, name, "verdict.json"), "utf8").catch(() => "null");
		try {
			const file = JSON.parse(text);
			if (typeof file === "object" && file !== null && "verdict" in file && file.verdict === "passed") return true;
		} catch {}
	}
	return false;
}

export { tellFirstGreen as n, holdsPassedVerdict as t };