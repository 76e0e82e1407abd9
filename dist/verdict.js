import { t as ActionsArtifacts } from "./shared/artifacts.js";
import { t as ActionsCache } from "./shared/cache.js";
import { t as readRunContext } from "./shared/context.js";
import { t as ActionsGitHub } from "./shared/github.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { t as stepSummary } from "./shared/page.js";
import { n as historyOfRun, t as HISTORY_LIMITS } from "./shared/of-run.js";
import { O as defineAction, _ as NodeFiles, c as NodeProcesses, s as valueAt, v as systemClock, y as definedVariables } from "./shared/begin.js";
import { a as json, c as path, i as flag, l as secret, t as choice, u as text } from "./shared/fields.js";
import { n as JOBS, r as needsSchema } from "./shared/needs.js";
import { S as renderRuns, b as mergeRuns, i as recordedRunOf, n as reportOf, o as renderPage, r as recordOf, s as verdictSentence, u as joinVerdict, x as parseRuns } from "./shared/summary.js";
import { a as formatProblem, n as TurnpikeError } from "./shared/errors.js";
import { n as setupFileSchema, t as detailsFileSchema } from "./shared/details.js";
import { r as verdictFileSchema } from "./shared/verdict.js";
import { n as attestationsFileSchema, t as ATTESTATIONS_FILE } from "./shared/attestations-file.js";
import { t as sbomFacts } from "./shared/sbom-facts.js";
import { Pt as shellWord } from "./shared/first-gate.js";
import { join } from "node:path";
import { basename as basename$1, join as join$1 } from "node:path/posix";

// src/actions/verdict/contract.ts
/** `actions/verdict`: the last word of a run, and its page. */
const verdictContract = defineAction({
	name: "verdict",
	title: "Turnpike: verdict",
	description: "Joins the verdict of the gates with the results of all jobs, writes the summary page and sets the exit code.",
	inputs: {
		needs: json("The expression `toJSON(needs)` of the job that runs this; the job that ran the gates is called `check`. Empty: the gates alone decide."),
		directory: path("The folder with what the other jobs left: check/ (verdict.json, details.json, setup.json, sbom/), build/, sbom/ and attestations/.", { default: ".turnpike/parts" }),
		"verdict-digest": text("SHA-256 that verdict.json must have; comes from the check job's output."),
		"require-gates": flag("Fail when there is nothing to check.", { default: "false" }),
		summary: flag("Write the page into this job's summary.", { default: "true" }),
		history: choice("Keep what the run came to, and the history that the check job used, for later runs; see the gates action.", [
			"auto",
			"ref",
			"off"
		], { default: "off" }),
		"github-token": secret("For the history.", { default: "${{ github.token }}" }),
		"output-directory": path("Where the joined verdict.json and page.md go.", { default: ".turnpike" })
	},
	outputs: {
		verdict: { description: "passed, failed, error, cancelled or nothing-to-check." },
		"exit-code": { description: "The exit code that the verdict stands for." },
		"verdict-file": { description: "Path of the joined verdict.json." },
		"page-file": { description: "Path of page.md." }
	},
	permissions: { contents: {
		level: "write",
		why: "write the ref of `history: ref`",
		optional: true
	} },
	onServiceError: "warn",
	branding: {
		icon: "flag",
		color: "purple"
	}
});

// src/actions/verdict/keep-history.ts
/** What the check job remembered, below its history. */
const HANDED_ON = ["durations.json", "observations.ndjson"];
/**
* Keeps what the run came to, and what the check job remembered, for later runs. A fault is silent: it decides nothing.
*
* @param inputs the action's inputs
* @param page what the page is made from
* @param ports the world
*/
async function keepHistory(inputs, page, { files, context, history }) {
	const folder = join$1(inputs.outputDirectory, "history");
	try {
		for (const name of HANDED_ON) {
			const from = join$1(inputs.directory, "check/history", name);
			if (await files.exists(from)) await files.copy(from, join$1(folder, name));
		}
		const record = recordOf(page, recordedRunOf(context));
		if (record !== void 0) await files.write(join$1(folder, "runs.ndjson"), renderRuns(mergeRuns(page.past ?? [], [record])));
	} catch {}
	await history?.keep();
}

// src/actions/verdict/parts.ts
/** Largest file that is read: an SBOM of tens of thousands of components is well below. */
const LARGEST_BYTES = 67108864;
async function readLimited(files, path) {
	const size = await files.size(path);
	return size === void 0 || size > LARGEST_BYTES ? void 0 : await files.readText(path);
}
function parseFile(schema, text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return "it is not JSON";
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	return `${issue?.path.join(".") || "the document"} is not right (${issue?.message ?? "unknown"})`;
}
async function readPart(files, path, schema) {
	const text = await readLimited(files, path);
	if (text === void 0) return {
		value: null,
		problem: await files.exists(path) ? `${basename$1(path)} is too large to be read` : null
	};
	const parsed = parseFile(schema, text);
	if (typeof parsed === "string") return {
		value: null,
		problem: `${basename$1(path)} could not be read: ${parsed}`
	};
	return {
		value: parsed,
		problem: null
	};
}
async function readCheck(files, path, digest) {
	if (!await files.exists(path)) return { kind: "absent" };
	if (digest !== void 0 && await files.sha256(path) !== digest.toLowerCase()) return {
		kind: "refused",
		why: "handed on a verdict.json that is not the one it wrote: the SHA-256 differs"
	};
	const { value, problem } = await readPart(files, path, verdictFileSchema);
	if (value === null) return {
		kind: "refused",
		why: `left a verdict that cannot be believed: ${problem ?? "empty"}`
	};
	return {
		kind: "read",
		verdict: value,
		details: null
	};
}
async function filesOf(files, folder) {
	return (await files.list(folder, () => true)).filter((entry) => entry.kind === "file").map((entry) => entry.path);
}
/** The SBOM that was signed, else the one that the check job made for people. */
async function readSboms(files, directory) {
	for (const folder of [`${directory}/sbom`, `${directory}/check/sbom`]) {
		const names = (await filesOf(files, folder)).filter((name) => name.endsWith(".cdx.json"));
		const facts = [];
		for (const name of names) {
			const text = await readLimited(files, `${folder}/${name}`);
			const fact = text === void 0 ? void 0 : sbomFacts(name, text);
			if (fact !== void 0) facts.push(fact);
		}
		if (facts.length > 0) return facts;
	}
	return [];
}
/**
* Reads what the other jobs left. A missing or broken file is a result: only the verdict decides anything.
*
* @param files relative paths are below the workspace
* @param directory the folder with check/, build/, sbom/ and attestations/
* @param digest SHA-256 that verdict.json must have; undefined when nobody told
* @returns all that could be read
*/
async function readParts(files, directory, digest) {
	const check = await readCheck(files, `${directory}/check/verdict.json`, digest);
	const details = await readPart(files, `${directory}/check/details.json`, detailsFileSchema);
	const setup = await readPart(files, `${directory}/check/setup.json`, setupFileSchema);
	const attestations = await readPart(files, `${directory}/attestations/${ATTESTATIONS_FILE}`, attestationsFileSchema);
	return {
		check: check.kind === "read" ? {
			...check,
			details: details.value
		} : check,
		details: details.value,
		setup: setup.value,
		sboms: await readSboms(files, directory),
		attestations: attestations.value,
		built: await filesOf(files, `${directory}/build`),
		past: parseRuns(await readLimited(files, `${directory}/check/history/runs.ndjson`).catch(() => void 0)),
		unreadable: [
			details.problem,
			setup.problem,
			attestations.problem
		].filter((problem) => problem !== null)
	};
}

// src/actions/verdict/signing.ts
/** Where `turnpike run` unpacks artifacts, below the repository. */
const LOCAL_ARTIFACTS = ".turnpike/run/artifacts/";
/** The artifacts of the workflow, by their names in pipeline.yml. */
const BUILD_ARTIFACT = "turnpike-build";
const ATTESTATIONS_ARTIFACT = "turnpike-attestations";
/** Most artifacts that the command names. */
const NAMED_ARTIFACTS = 3;
/** Artifacts first; a statement may be about the commit, which is no file. */
function subjectsOf({ parts }) {
	const all = parts.attestations?.statements.flatMap((statement) => statement.subjects.map(({ name }) => name)) ?? [];
	const names = [...new Set(all)];
	const built = names.filter((name) => parts.built.includes(name));
	return built.length > 0 ? built : names;
}
/**
* @param facts what is known
* @returns lines for a shell: fetch the run's artifacts into folders of their names, verify what was built
*/
function verifyCommands(facts) {
	const { attestations, built } = facts.parts;
	const artifacts = subjectsOf(facts).filter((name) => built.includes(name));
	if (attestations === null || artifacts.length === 0) return [];
	const at = facts.isOnGitHub ? "" : LOCAL_ARTIFACTS;
	const folder = `${at}${ATTESTATIONS_ARTIFACT}/attestations`;
	const root = attestations.trustedRoot;
	const verify = [
		...["turnpike", "verify"],
		...artifacts.slice(0, NAMED_ARTIFACTS).map((name) => shellWord(`${at}${BUILD_ARTIFACT}/${name}`)),
		...[
			"--bundle",
			folder,
			"--policy",
			shellWord(`${folder}/${attestations.policy}`)
		],
		...root === null ? [] : ["--trusted-root", shellWord(`${folder}/${root}`)]
	];
	const { runId, repository } = facts.context;
	return [...facts.isOnGitHub ? [`gh run download ${shellWord(runId)} --repo ${shellWord(repository)}`] : [], verify.join(" ")];
}
/**
* @param facts what is known
* @returns what the page says of signatures; null when nothing was signed
*/
function signingOf(facts) {
	const statements = facts.parts.attestations?.statements ?? [];
	if (statements.length === 0) return null;
	return {
		statements: statements.map((statement) => statement.title),
		subjects: subjectsOf(facts),
		isVerified: facts.needs?.[JOBS.sign]?.result === "success" && statements.every((statement) => statement.verified),
		storedAt: statements.flatMap(({ store }) => store.url === null || !facts.isOnGitHub ? [] : [store.url]),
		verifyCommands: verifyCommands(facts)
	};
}
/** Why statements are not in the repository's attestation store; undefined when all are. */
function notStored(attestations) {
	const missing = attestations.statements.find(({ store }) => store.outcome !== "stored");
	if (missing === void 0) return void 0;
	const what = "The attestations are files of this run alone, not in the repository's attestation store";
	const why = missing.store.outcome === "off" ? "it was switched off" : missing.store.reason;
	return why === null ? what : `${what}: ${why.replace(/\.$/, "")}`;
}
/**
* @param facts what is known
* @returns what a run of this kind could have done and did not, one sentence each without a full stop
*/
function notDoneOf(facts) {
	const { parts, needs, isRelease } = facts;
	const notes = [...parts.unreadable];
	const { check } = parts;
	if (check.kind === "read" && check.verdict.verdict !== "cancelled" && parts.sboms.length === 0) notes.push("No SBOM was made: no lock file was found");
	if (isRelease && needs !== void 0 && needs[JOBS.sign] === void 0) notes.push("Nothing was built or signed: this workflow only checks; `pipeline.yml` does both");
	const store = parts.attestations === null ? void 0 : notStored(parts.attestations);
	if (store !== void 0) notes.push(store);
	return notes;
}

// src/actions/verdict/run.ts
function readNeeds(value) {
	if (value === void 0) return void 0;
	const parsed = needsSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const problems = parsed.error.issues.map((issue) => ({
		where: ["needs", ...issue.path].join("."),
		message: `${issue.message}; write \`\${{ toJSON(needs) }}\``
	}));
	throw new TurnpikeError("INPUT_INVALID", "config", "The input needs is not the `needs` context.", { problems });
}
/** A run on a person's own machine has its API on loopback: its commits need not be anywhere else. */
function isOnGitHub(context) {
	return context.isActions && [context.serverUrl, context.apiUrl].every((url) => url.startsWith("https://"));
}
function runFacts(context) {
	const number = valueAt(context.event, "pull_request", "number");
	const webUrl = isOnGitHub(context) && context.repository !== "" ? `${context.serverUrl}/${context.repository}` : null;
	return {
		repository: context.repository,
		sha: context.sha,
		refName: typeof number === "number" ? `pull request ${number}` : context.refName,
		eventName: context.eventName,
		webUrl,
		runUrl: webUrl === null || context.runId === "" ? null : `${webUrl}/actions/runs/${context.runId}`
	};
}
function joinedFile(parts, joined, needs, ports) {
	const base = parts.check.kind === "read" ? parts.check.verdict : {
		schema: "turnpike/verdict/1",
		verdict: "error",
		tree: null,
		dirty: false,
		durationMs: 0,
		gates: [],
		commit: ports.context.sha === "" ? null : ports.context.sha,
		startedAt: ports.clock.now().toISOString()
	};
	const jobs = Object.entries(needs ?? {}).map(([id, { result }]) => ({
		id,
		result
	}));
	return {
		...base,
		verdict: joined.verdict,
		...needs === void 0 ? {} : { jobs }
	};
}
function annotate(log, joined, sentence) {
	if (joined.verdict === "nothing-to-check" && joined.exitCode === 0) {
		log.warning("Nothing to check: no gate was found in this repository. Declare one in turnpike.yml.", { title: "Turnpike" });
		return;
	}
	if (joined.exitCode === 0) log.info(`Verdict: ${sentence}.`);
	for (const reason of joined.reasons) tellReason(log, reason);
}
function tellReason(log, { job, message, advice, failure }) {
	const what = `${job === null ? "The run" : `Job ${job}`} ${message}`;
	if (failure === void 0) {
		log.info(`${what}: ${advice}.`);
		return;
	}
	log.info(`${what}.`);
	for (const { where, line, column, message } of failure.problems) {
		const place = {
			...line === null ? {} : { line },
			...column === null ? {} : { column }
		};
		log.info(`  ${formatProblem({
			where,
			...place,
			message
		})}`);
	}
	if (failure.hint !== null) log.info(failure.hint);
}
/**
* The last word of a run: joins the gates' verdict with the results of the jobs, writes the joined verdict.json and the
* page.
*
* @param inputs the action's inputs
* @param ports the world
* @returns outputs and exit code; a verdict that fails is a result, not an error
* @throws TurnpikeError `INPUT_INVALID` when `needs` is not GitHub's `needs` context, `FILE_UNWRITABLE`
*/
async function giveVerdict(inputs, ports) {
	const needs = readNeeds(inputs.needs);
	const parts = await readParts(ports.files, inputs.directory, inputs.verdictDigest);
	const isRelease = parts.details?.release === true || needs?.[JOBS.check]?.outputs["release"] === "true";
	const joined = joinVerdict({
		check: parts.check,
		needs,
		requireGates: inputs.requireGates,
		isRelease
	});
	const facts = {
		parts,
		needs,
		isRelease,
		context: ports.context,
		isOnGitHub: isOnGitHub(ports.context)
	};
	const page = {
		verdict: parts.check.kind === "read" ? parts.check.verdict : null,
		joined,
		details: parts.details,
		setup: parts.setup,
		sboms: parts.sboms,
		signing: signingOf(facts),
		notDone: notDoneOf(facts),
		run: runFacts(ports.context),
		past: parts.past
	};
	const markdown = renderPage(page);
	const verdictFile = join$1(inputs.outputDirectory, "verdict.json");
	const pageFile = join$1(inputs.outputDirectory, "page.md");
	await ports.files.write(verdictFile, `${JSON.stringify(joinedFile(parts, joined, needs, ports), null, 2)}\n`);
	await ports.files.write(pageFile, markdown);
	if (inputs.summary) await ports.page.append(markdown);
	await ports.files.write(join$1(inputs.outputDirectory, "report.json"), `${JSON.stringify(reportOf(page), null, 2)}\n`);
	const sentence = verdictSentence(page);
	if (inputs.history !== "off") await keepHistory(inputs, page, ports);
	annotate(ports.log, joined, sentence);
	const { verdict, exitCode } = joined;
	return {
		outputs: {
			verdict,
			exitCode: String(exitCode),
			verdictFile,
			pageFile
		},
		exitCode,
		...exitCode === 0 ? {} : { failure: `${sentence}.` }
	};
}

// src/actions/verdict/main.ts
const context = readRunContext(process.env);
const env = definedVariables(process.env);
const files = new NodeFiles(context.workspace);
await runAction(verdictContract, (inputs) => giveVerdict(inputs, {
	context,
	log: actionsLog,
	clock: systemClock,
	files,
	history: historyOfRun({
		files,
		context,
		env,
		log: actionsLog,
		processes: new NodeProcesses(),
		artifacts: new ActionsArtifacts(process.env, actionsLog),
		cache: new ActionsCache(process.env, actionsLog, HISTORY_LIMITS),
		github: new ActionsGitHub(inputs.githubToken, context)
	}, {
		mode: inputs.history,
		folder: join(inputs.outputDirectory, "history"),
		token: inputs.githubToken
	}),
	page: stepSummary(process.env)
}));

export {  };