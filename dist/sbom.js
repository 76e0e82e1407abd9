import { t as readRunContext } from "./shared/context.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { t as stepSummary } from "./shared/page.js";
import { O as defineAction, T as countOf, _ as NodeFiles, c as NodeProcesses, y as definedVariables } from "./shared/begin.js";
import { Et as GitProgram, V as oneLine } from "./shared/first-gate.js";
import { c as path, i as flag, o as list, t as choice } from "./shared/fields.js";
import { d as code, m as strong, p as renderBlocks } from "./shared/summary.js";
import { t as makeDocuments } from "./shared/documents.js";
import { t as findLocks } from "./shared/find-locks.js";
import { posix } from "node:path";

// src/actions/sbom/contract.ts
/** `actions/sbom`: a complete CycloneDX document from lock files. */
const sbomContract = defineAction({
	name: "sbom",
	title: "Turnpike: SBOM",
	description: "Makes a complete, reproducible SBOM from lock files: exact graph, hashes, licences where they are known.",
	inputs: {
		paths: list("Lock files, or folders. Below a folder every lock of shipped code is read; those of tests, examples and vendored code only when they are named.", { default: "." }),
		groups: list("Dependency groups to include. Empty: none; the SBOM describes what is shipped."),
		"all-groups": flag("Include every dependency group.", { default: "false" }),
		extras: list("Extras to include. Empty: none."),
		"all-extras": flag("Include every extra.", { default: "true" }),
		"all-packages": flag("Include every member of a uv workspace. Off: the root and what it needs; all members where the root is never built. npm workspaces are always whole.", { default: "false" }),
		format: choice("The format.", ["cyclonedx-json"], { default: "cyclonedx-json" }),
		"spec-version": choice("The CycloneDX version.", [
			"1.6",
			"1.5",
			"1.7"
		], { default: "1.6" }),
		licenses: choice("Where licences come from. `installed`: the metadata of the installed environment, when there is one. `lock`: the lock alone.", ["installed", "lock"], { default: "installed" }),
		output: path("The folder to write `<name>.cdx.json` to.", { default: ".turnpike/sbom" }),
		summary: flag("Write a paragraph into this job's summary.", { default: "false" })
	},
	outputs: {
		files: { description: "Paths of the documents, one a line." },
		components: { description: "How many components, all documents together." },
		edges: { description: "How many dependency edges." },
		"licenses-unknown": { description: "How many components have no known licence." }
	},
	permissions: { contents: {
		level: "read",
		why: "read the lock files",
		optional: false
	} },
	onServiceError: "fail",
	branding: {
		icon: "list",
		color: "purple"
	}
});

// src/core/sbom/summary.ts
/** Most names in one list. */
const MAX_NAMES = 20;
const MAX_NAME_LENGTH = 80;
function row({ name, version, lock, counts, file }) {
	const licences = counts.licensesUnknown === 0 ? "all known" : `${counts.licensesKnown} known, ${counts.licensesUnknown} unknown`;
	return [
		[strong(oneLine([name, version?.slice(0, 24)].filter(Boolean).join(" "), MAX_NAME_LENGTH))],
		[code(lock)],
		[String(counts.components)],
		[String(counts.edges)],
		[licences],
		[`${counts.verifiable} of ${counts.components}`],
		[code(file)]
	];
}
function unlicensedBlock({ name, unlicensed }) {
	if (unlicensed.length === 0) return [];
	const more = unlicensed.length - MAX_NAMES;
	const items = unlicensed.slice(0, MAX_NAMES).map((text) => [code(oneLine(text, MAX_NAME_LENGTH))]);
	if (more > 0) items.push([`and ${countOf(more, "more")}`.replace(/mores$/, "more")]);
	return [{
		kind: "details",
		open: false,
		summary: [`${oneLine(name, MAX_NAME_LENGTH)}: ${countOf(unlicensed.length, "component")} without a known licence`],
		blocks: [{
			kind: "list",
			items
		}]
	}];
}
/**
* @param documents what was made
* @param passedOver locks that were not read
* @returns Markdown for a job summary
*/
function renderSbomSummary(documents, passedOver) {
	if (documents.length === 0) return renderBlocks([{
		kind: "paragraph",
		content: [strong("SBOM"), ": there is no lock file, so nothing to describe."]
	}]);
	const columns = [
		{
			title: "SBOM of",
			align: "left"
		},
		{
			title: "lock",
			align: "left"
		},
		{
			title: "components",
			align: "right"
		},
		{
			title: "edges",
			align: "right"
		},
		{
			title: "licences",
			align: "left"
		},
		{
			title: "with hashes",
			align: "right"
		},
		{
			title: "file",
			align: "left"
		}
	];
	const passed = passedOver.length === 0 ? [] : [{
		kind: "small",
		content: passedOver.flatMap(({ path, why }, index) => [
			index === 0 ? "Not read: " : "; ",
			code(path),
			` ${why}`
		])
	}];
	return renderBlocks([
		{
			kind: "table",
			columns,
			rows: documents.map(row)
		},
		...documents.flatMap(unlicensedBlock),
		...passed
	]);
}

// src/actions/sbom/run.ts
function toSelection(inputs) {
	return {
		groups: inputs.allGroups ? "all" : inputs.groups,
		extras: inputs.allExtras ? "all" : inputs.extras,
		members: inputs.allPackages ? "all" : "default"
	};
}
/** Says what was made, and everything that a reader of the document should not have to guess. */
function tell(document, path, log) {
	const { inventory, counts, name, version, lock } = document;
	const known = `${counts.licensesKnown} of ${counts.components} licences known`;
	log.info(`${path}: ${name} ${version ?? ""}: ${counts.components} components, ${counts.edges} edges, ${known} (${lock})`);
	for (const note of inventory.lock.notes) log.warning(note, { file: lock });
	if (inventory.leftOut > 0) log.info(`${inventory.leftOut} packages of ${lock} belong to groups, extras or members that were not asked for.`);
	if (inventory.membersLeftOut.length > 0) log.notice(`Workspace members that the root does not need are left out: ${inventory.membersLeftOut.join(", ")}. \`all-packages: true\` takes them in.`, { file: lock });
	if (inventory.lock.graph === "unknown") log.notice("This format lists packages but not what needs what; the document says that the graph is unknown.", { file: lock });
	if (!document.hasTime) log.notice("The document has no time: there is no commit, and SOURCE_DATE_EPOCH is not set.");
}
function toFacts(document) {
	return {
		...document,
		file: document.fileName,
		leftOut: document.inventory.leftOut
	};
}
function sum(documents, pick) {
	return String(documents.reduce((total, document) => total + pick(document), 0));
}
function namesOf(paths) {
	return paths.map((path) => path === "." ? "this repository" : path).join(", ");
}
function tellPassedOver(passedOver, log) {
	for (const { path, why } of passedOver) log.info(`Not read: ${path} ${why}. Name it in \`paths\` to have it read.`);
}
/**
* Makes one CycloneDX document for each lock, from the lock and, where there is one, the installed environment. Runs no
* code of the repository and needs no environment.
*
* @param inputs the action's inputs
* @param ports see {@link SbomPorts}
* @returns the action's outputs; empty lists and zeros where there is no lock
* @throws TurnpikeError `SBOM_LOCK`, `SBOM_NO_LOCK`, `INPUT_INVALID`; nothing is written then
*/
async function runSbom(inputs, ports) {
	const { log, files, page } = ports;
	const places = await findLocks(inputs.paths, ports);
	tellPassedOver(places.passedOver, log);
	if (places.read.length === 0) log.warning(`No lock file was found in ${namesOf(inputs.paths)}, so there is no SBOM. \`uv lock\` or \`npm install\` makes one.`);
	const documents = await makeDocuments({
		locks: places.read,
		selection: toSelection(inputs),
		defaultGroups: async () => [],
		spec: inputs.specVersion,
		licenses: inputs.licenses
	}, ports);
	const paths = documents.map(({ fileName }) => posix.join(inputs.output.replaceAll("\\", "/"), fileName));
	for (const [index, document] of documents.entries()) {
		await files.write(paths[index] ?? document.fileName, document.text);
		tell(document, paths[index] ?? document.fileName, log);
	}
	if (inputs.summary) await page.append(renderSbomSummary(documents.map(toFacts), places.passedOver));
	return { outputs: {
		files: paths.join("\n"),
		components: sum(documents, ({ counts }) => counts.components),
		edges: sum(documents, ({ counts }) => counts.edges),
		licensesUnknown: sum(documents, ({ counts }) => counts.licensesUnknown)
	} };
}

// src/actions/sbom/main.ts
await runAction(sbomContract, async (inputs) => {
	const context = readRunContext(process.env);
	const env = definedVariables(process.env);
	return await runSbom(inputs, {
		files: new NodeFiles(context.workspace),
		git: new GitProgram(new NodeProcesses(), env),
		log: actionsLog,
		page: stepSummary(process.env),
		env,
		context: context.isActions ? context : void 0,
		toolVersion: "0.1.0"
	});
});

export {  };