import { c as literal, d as object, m as string, r as array, u as number } from "./schemas.js";
import { createHash } from "node:crypto";

// src/core/gates/shares/share-file.ts
const part = object({
	index: number().int().positive(),
	of: number().int().positive()
});
/** One share as it travels from the job that plans to the job that runs it. */
const shareSchema = object({
	schema: literal("turnpike/share/1").describe("Name and major version of this format."),
	plan: string().regex(/^[0-9a-f]{64}$/).describe("Digest of the plan that was spread; a runner with another plan refuses."),
	index: number().int().positive(),
	of: number().int().positive(),
	name: string().describe("What a person sees of it: its gates."),
	gates: array(object({
		id: string().min(1),
		part: part.nullable()
	})),
	expectedMs: number().nonnegative().describe("What it should take, in ms, set-up aside.")
});
/** All shares of a run: what the matrix of the workflow is made from. */
const sharesSchema = array(shareSchema).min(1).max(256);
/**
* @param gates the gates of a plan
* @returns SHA-256 of what would be run: two runners with the same digest run the same
*/
function planDigest(gates) {
	const facts = gates.map(({ id, run, cwd, env, needs, reports, environment }) => [...[
		id,
		run,
		cwd,
		Object.entries(env).sort(),
		needs,
		reports
	], environment]);
	return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

export { shareSchema as n, sharesSchema as r, planDigest as t };