import { a as boolean, c as literal, d as object, m as string, r as array } from "./schemas.js";
import { u as datetime } from "./last-gate.js";

// src/adapters/node/environment-record.ts
const recordSchema = object({
	schema: literal("turnpike/environment/1"),
	folder: string().regex(/^[\w.-]+$/),
	madeAt: datetime(),
	isPinned: boolean(),
	/** Digest of what is installed. */
	installed: string(),
	/** What would differ if something had been installed since, or the interpreter was replaced. */
	look: string(),
	leans: array(string())
});
/**
* @param text a record
* @returns it; undefined when this program did not write it
* @throws SyntaxError when it is no JSON
*/
function parseEnvironmentRecord(text) {
	const parsed = recordSchema.safeParse(JSON.parse(text));
	return parsed.success ? parsed.data : void 0;
}

export { parseEnvironmentRecord };