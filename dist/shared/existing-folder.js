import { n as TurnpikeError } from "./errors.js";
import { dirname, resolve } from "node:path";
import { statSync } from "node:fs";

// src/adapters/node/existing-folder.ts
/**
* @param directory a folder as a person wrote it
* @param hint what else may be meant by a name that is no folder
* @returns its absolute path
* @throws TurnpikeError `FILE_UNREADABLE` when it is not there, or no folder
*/
function existingFolder(directory, hint) {
	const path = resolve(directory);
	const found = statSync(path, { throwIfNoEntry: false });
	if (found === void 0) throw new TurnpikeError("FILE_UNREADABLE", "user", `There is no folder ${directory}.`, { ...hint === void 0 || !/^[\w.:=+-]+$/.test(directory) ? {} : { hint: hint(directory) } });
	if (found.isDirectory()) return path;
	throw new TurnpikeError("FILE_UNREADABLE", "user", `${directory} is a file; the folder of a repository is needed.`, { hint: `The folder that it is in: ${dirname(directory)}` });
}

export { existingFolder as t };