import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";

// src/adapters/node/state-folder.ts
/** Enough of a digest to tell a person's repositories apart. */
const KEY_LENGTH = 24;
/**
* @param env the process environment
* @returns absolute folder of what Turnpike remembers for this person; what is in it may be lost at any time
*/
function stateHome(env) {
	const given = env["XDG_STATE_HOME"] ?? "";
	const home = isAbsolute(given) ? given : join(env["HOME"] || homedir(), ".local", "state");
	return join(home, "turnpike");
}
/**
* A folder of one repository: the same for every clone of an origin, and for a repository without one by its path. Names
* and addresses are not kept, only a digest of them.
*
* @param dir a folder of the repository
* @param git answers for it
* @param env the process environment
* @returns absolute; it need not exist
*/
async function repositoryState(dir, git, env) {
	const folder = await realpath(resolve(dir)).catch(() => resolve(dir));
	const [origin, top] = await Promise.all([git.remoteUrl(folder, "origin"), git.topLevel(folder)]);
	const below = top === void 0 || top === folder ? "" : folder.slice(top.length);
	const name = origin === void 0 ? top ?? folder : origin.replace(/(\.git)?\/*$/, "");
	const key = createHash("sha256").update(`${name}\0${below}`).digest("hex").slice(0, KEY_LENGTH);
	return join(stateHome(env), "repositories", key);
}

export { stateHome as n, repositoryState as t };