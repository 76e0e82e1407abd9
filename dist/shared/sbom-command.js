import { t as makeDocuments } from "./documents.js";
import { c as projectsOf, l as normalName, o as SHIPPED, t as findLocks } from "./find-locks.js";
import { _ as union, c as literal, d as object, m as string, r as array } from "./schemas.js";
import { t as readRunContext } from "./context.js";
import { T as countOf, _ as NodeFiles, c as NodeProcesses, y as definedVariables } from "./begin.js";
import { Et as GitProgram, V as oneLine, l as styles } from "./first-gate.js";
import { t as parse } from "./dist.js";
import { n as TurnpikeError } from "./errors.js";
import { posix } from "node:path";

// src/core/sbom/default-groups.ts
const schema = object({ tool: object({ uv: object({ "default-groups": union([literal("all"), array(string())]).optional() }).optional() }).optional() });
/** uv's default groups where the project does not set its own (uv docs, "Default groups"); npm installs development dependencies too. */
const USUAL = ["dev"];
/**
* The groups that an installation takes unless told otherwise.
*
* @param lock a lock
* @param pyproject text of the pyproject.toml beside it; undefined when there is none
* @returns groups of the lock's projects
*/
function defaultGroupsOf(lock, pyproject) {
	const known = new Set(projectsOf(lock, SHIPPED).flatMap(({ groups }) => groups));
	const set = pyproject === void 0 || lock.format === "npm" ? void 0 : readSetting(pyproject);
	return (set === "all" ? [...known] : (set ?? USUAL).map(normalName)).filter((name) => known.has(name));
}
function readSetting(pyproject) {
	try {
		return schema.parse(parse(pyproject)).tool?.uv?.["default-groups"];
	} catch {
		return;
	}
}

// src/cli/sbom/sbom-report.ts
const MAX_NAME = 60;
const MAX_LISTED = 5;
/** Characters of a commit that people read. */
const SHORT_COMMIT = 12;
function needsText(document) {
	const { members } = document.inventory;
	const count = (need) => members.filter((member) => member.need === need).length;
	const [optional, excluded] = [count("optional"), count("excluded")];
	if (optional + excluded === 0) return members.length === 0 ? "" : "all needed to run";
	return [
		`${count("required")} needed to run`,
		...optional === 0 ? [] : [`${optional} optional`],
		...excluded === 0 ? [] : [`${excluded} only in groups`]
	].join(", ");
}
function licenceText({ counts, unlicensed, hasEnvironment, inventory }) {
	if (counts.components === 0) return "";
	if (counts.licensesUnknown === 0) return "every one known";
	if (inventory.lock.format !== "npm" && !hasEnvironment) return `${counts.licensesUnknown} unknown: the lock has none; \`uv sync\` first, and installed packages tell theirs`;
	const names = unlicensed.slice(0, MAX_LISTED).map((name) => oneLine(name, MAX_NAME));
	const more = unlicensed.length > MAX_LISTED ? `, and ${unlicensed.length - MAX_LISTED} more` : "";
	return `${counts.licensesUnknown} unknown: ${names.join(", ")}${more}`;
}
function hashText({ counts }) {
	const missing = counts.components - counts.verifiable;
	const open = counts.verifiable - counts.hashed;
	return [...missing === 0 ? [] : [`${missing} without any`], ...open === 0 ? [] : [`${open} have several files, one hash each`]].join(", ");
}
/** Names and numbers are plain ASCII, so that their widths are their lengths; only the last column is foreign. */
function rows(document, style) {
	const { counts, inventory } = document;
	const isUnknown = inventory.lock.graph === "unknown";
	const shown = [
		[
			"components",
			counts.components,
			needsText(document),
			style.dim
		],
		[
			"edges",
			counts.edges,
			isUnknown ? "this format does not tell what needs what" : "",
			style.dim
		],
		[
			"licences",
			counts.licensesKnown,
			licenceText(document),
			counts.licensesUnknown > 0 ? style.yellow : style.dim
		],
		[
			"hashes",
			counts.verifiable,
			hashText(document),
			style.dim
		],
		[
			"left out",
			inventory.leftOut,
			"in groups, extras or members not asked for",
			style.dim
		]
	].filter(([name, value]) => name !== "left out" || value > 0);
	const width = Math.max(...shown.map(([name]) => name.length));
	const digits = Math.max(...shown.map(([, value]) => String(value).length));
	return shown.map(([name, value, note, paint]) => {
		return `  ${[...[style.dim(name.padEnd(width)), style.bold(String(value).padStart(digits))], ...note === "" ? [] : [paint(note)]].join("  ")}`;
	});
}
function title(document, spec, style) {
	const version = document.version ?? "";
	const shown = /^[0-9a-f]{40}$/.test(version) ? version.slice(0, SHORT_COMMIT) : oneLine(version, MAX_NAME);
	const what = [style.bold(oneLine(document.name, MAX_NAME)), shown].filter((part) => part !== "").join(" ");
	return `${style.marks.pass} ${what}  ${style.dim(`CycloneDX ${spec} from ${oneLine(document.lock, 120)}`)}`;
}
function remarks(document, style) {
	const left = document.inventory.membersLeftOut;
	return [
		...document.inventory.lock.notes.map((note) => `${style.marks.warn} ${oneLine(note)}`),
		...left.length === 0 ? [] : [`${style.marks.info} ${countOf(left.length, "workspace member")} left out, the root does not need them: --all-packages takes them in`],
		...document.hasTime ? [] : [`${style.marks.info} no time in it: there is no commit, and SOURCE_DATE_EPOCH is not set`]
	];
}
/**
* @param report see {@link SbomReport}
* @param style colours of the stream
* @returns lines for a person, with a line break at the end
*/
function renderSbomReport(report, style) {
	const parts = report.documents.map((document, index) => {
		const path = report.written[index];
		return [
			title(document, report.spec, style),
			...rows(document, style),
			...remarks(document, style).map((line) => `  ${line}`),
			...path === void 0 ? [] : [`  ${style.marks.arrow} ${path}`]
		].join("\n");
	});
	const unread = report.passedOver.slice(0, MAX_LISTED).map(({ path, why }) => style.dim(`not read: ${oneLine(path)}  ${why}`));
	const more = report.passedOver.length - MAX_LISTED;
	if (more > 0) unread.push(style.dim(`and ${countOf(more, "more lock")} not read`));
	return `${[...parts, ...unread.length === 0 ? [] : [unread.join("\n")]].join("\n\n")}\n`;
}

// src/cli/sbom/sbom-command.ts
/** One lock goes to standard output; of several, the one that stands in the named folder itself. */
function pickForStdout(locks, paths) {
	if (locks.length <= 1) return locks;
	const folders = new Set(paths.map((path) => posix.normalize(path)));
	const direct = locks.filter((lock) => folders.has(posix.dirname(lock)) || folders.has(lock));
	if (direct.length === 1) return direct;
	throw new TurnpikeError("INPUT_INVALID", "config", `There are ${locks.length} locks, and standard output takes one document.`, {
		problems: locks.map((where) => ({
			where,
			message: "would be a document of its own"
		})),
		hint: "Name one of them, or write all into a folder: turnpike sbom -o sbom/"
	});
}
async function outputPath(output, documents, files) {
	if (output.endsWith("/") || await files.exists(output) && (await files.list(output, () => true)).length > 0) return documents.map(({ fileName }) => posix.join(output, fileName));
	if (documents.length === 1) return [output];
	throw new TurnpikeError("INPUT_INVALID", "config", `${output} is one file, and there are ${documents.length} documents.`, { hint: `turnpike sbom -o ${output.replace(/\.[^/]*$/, "")}/` });
}
function noLock(paths, passedOver) {
	return new TurnpikeError("SBOM_NO_LOCK", "config", `There is no lock file in ${paths.map((path) => path === "." ? "this folder" : path).join(", ")}.`, {
		problems: passedOver.map(({ path, why }) => ({
			where: path,
			message: `not read: ${why}; name it to have it read`
		})),
		hint: "`uv lock` or `npm install --package-lock-only` makes one."
	});
}
function makePorts(toolVersion) {
	const env = definedVariables(process.env);
	const context = readRunContext(process.env);
	return {
		files: new NodeFiles(process.cwd()),
		git: new GitProgram(new NodeProcesses(), env),
		env,
		context: context.isActions && context.repository !== "" ? context : void 0,
		toolVersion
	};
}
/**
* Runs `turnpike sbom`: the document to standard output or files, a report for people to standard error.
*
* @param args what was asked for
* @param toolVersion version of Turnpike
* @throws TurnpikeError for what cannot be read, selected or written
*/
async function runSbomCommand(args, toolVersion) {
	const ports = makePorts(toolVersion);
	const places = await findLocks(args.paths, ports);
	if (places.read.length === 0) throw noLock(args.paths, places.passedOver);
	const locks = args.output === void 0 ? pickForStdout(places.read, args.paths) : places.read;
	const defaultGroups = async (lock, folder) => args.withDefaultGroups ? defaultGroupsOf(lock, await ports.files.readText(posix.join(folder, "pyproject.toml"))) : [];
	const documents = await makeDocuments({
		locks,
		selection: args.selection,
		defaultGroups,
		spec: args.spec,
		licenses: "installed"
	}, ports);
	const written = args.output === void 0 ? [] : await outputPath(args.output, documents, ports.files);
	for (const [index, document] of documents.entries()) {
		const path = written[index];
		if (path === void 0) process.stdout.write(document.text);
		else await ports.files.write(path, document.text);
	}
	const unread = places.read.filter((lock) => !locks.includes(lock)).map((path) => ({
		path,
		why: "name it to have it read"
	}));
	const report = renderSbomReport({
		documents,
		written,
		spec: args.spec,
		passedOver: [...unread, ...places.passedOver]
	}, styles(process.stderr, process.env));
	process.stderr.write(report);
}

export { runSbomCommand };