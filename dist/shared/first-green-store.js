import { c as literal, d as object, n as _enum } from "./schemas.js";
import { u as datetime } from "./last-gate.js";
import { n as stateHome, t as repositoryState } from "./state-folder.js";
import { join } from "node:path";
import { access, mkdir, readFile, rename, writeFile } from "node:fs/promises";

// src/core/first-run/first-green.ts
/** first-green.json, schema `turnpike/first-green/1`: kept on this machine, one a repository. */
const firstGreenSchema = object({
	schema: literal("turnpike/first-green/1"),
	begunAt: datetime().describe("The first `turnpike try` or `turnpike init`, UTC."),
	begunBy: _enum(["try", "init"]),
	greenAt: datetime().nullable().describe("End of the first passing run after it, UTC; null until there is one."),
	greenBy: _enum([
		"try",
		"run",
		"gates"
	]).nullable()
});
/**
* @param text what was kept; undefined when nothing was
* @returns the record; undefined for what is no such record, which counts as never begun
*/
function parseFirstGreen(text) {
	if (text === void 0) return void 0;
	try {
		return firstGreenSchema.safeParse(JSON.parse(text)).data;
	} catch {
		return;
	}
}
/**
* The first begin counts; later ones change nothing.
*
* @param known what was kept
* @param begin the command, and when it was started
*/
function begun(known, begin) {
	if (known !== void 0) return known;
	return {
		schema: "turnpike/first-green/1",
		begunAt: begin.at.toISOString(),
		begunBy: begin.by,
		greenAt: null,
		greenBy: null
	};
}
/**
* @param known what was kept
* @param green a passing run that ends now
* @returns the first green; undefined when there was one before, or nobody began
*/
function arrived(known, green) {
	if (known === void 0 || known.greenAt !== null) return void 0;
	return {
		record: {
			...known,
			greenAt: green.at.toISOString(),
			greenBy: green.by
		},
		tookMs: Math.max(0, green.at.getTime() - Date.parse(known.begunAt))
	};
}

// src/adapters/node/first-green-store.ts
const NAME = "first-green.json";
async function readKept(file) {
	return await readFile(file, "utf8").catch(() => void 0);
}
async function keep(folder, record) {
	await mkdir(folder, { recursive: true });
	const file = join(folder, NAME);
	await writeFile(`${file}.${process.pid}`, `${JSON.stringify(record, null, 2)}\n`);
	await rename(`${file}.${process.pid}`, file);
}
/**
* Notes that somebody begins with a repository. Kept below `$XDG_STATE_HOME/turnpike` on this machine and sent nowhere.
* Never throws: without it nothing is told of the first green run, and that is all.
*
* @param dir a folder of the repository, which is not touched
* @param by the command
* @param world git, the clock and the environment
*/
async function noteBegin(dir, by, world) {
	const at = world.clock.now();
	try {
		const folder = await repositoryState(dir, world.git, world.env);
		const known = parseFirstGreen(await readKept(join(folder, NAME)));
		if (known === void 0) await keep(folder, begun(known, {
			by,
			at
		}));
	} catch {}
}
/**
* Notes a passing run. Never throws.
*
* @param dir a folder of the repository, which is not touched
* @param by the command
* @param world git, the clock and the environment
* @returns ms from the first begin to this run, when it is the first that passed; else undefined
*/
async function noteGreen(dir, by, world) {
	try {
		await access(join(stateHome(world.env), "repositories"));
		const folder = await repositoryState(dir, world.git, world.env);
		const arrival = arrived(parseFirstGreen(await readKept(join(folder, NAME))), {
			by,
			at: world.clock.now()
		});
		if (arrival === void 0) return void 0;
		await keep(folder, arrival.record);
		return arrival.tookMs;
	} catch {
		return;
	}
}

export { noteGreen as n, noteBegin as t };