import { join } from "node:path/posix";

// src/actions/gates/output-directory.ts
/** What a run of the gates writes into the output directory. */
const RESULT_NAMES = [
	"verdict.json",
	"details.json",
	"observations.ndjson",
	"report.json",
	"logs",
	"reports",
	"shares"
];
/** Turnpike's own folder ignores itself, so that what it holds is never committed. */
async function ignoreOwnFolder(files, root, outputDirectory) {
	const own = join(root, ".turnpike");
	if (outputDirectory !== own && !outputDirectory.startsWith(`${own}/`)) return;
	const ignore = join(own, ".gitignore");
	if (!await files.exists(ignore)) await files.write(ignore, "*\n");
}
/**
* Takes the results of an earlier run away, because gates that look at every file would look at them too.
*
* @param files the files
* @param root absolute path of the repository
* @param outputDirectory absolute path of where results go
* @throws TurnpikeError `FILE_UNWRITABLE`
*/
async function clearOutput(files, root, outputDirectory) {
	await Promise.all([...RESULT_NAMES.map((name) => files.remove(join(outputDirectory, name))), ignoreOwnFolder(files, root, outputDirectory)]);
}

export { clearOutput as t };