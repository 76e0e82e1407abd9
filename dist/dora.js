import { t as readRunContext } from "./shared/context.js";
import { t as ActionsGitHub } from "./shared/github.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { f as record, i as base64, l as looseObject, m as string, r as array, u as number, v as unknown } from "./shared/schemas.js";
import { u as datetime } from "./shared/last-gate.js";
import { O as defineAction, T as countOf, _ as NodeFiles, c as NodeProcesses, v as systemClock, y as definedVariables } from "./shared/begin.js";
import { Et as GitProgram, G as systemRandom } from "./shared/first-gate.js";
import { t as nodeHttp } from "./shared/http2.js";
import { a as json, c as path, l as secret, o as list, t as choice, u as text } from "./shared/fields.js";
import { n as TurnpikeError } from "./shared/errors.js";
import { t as detailsFileSchema } from "./shared/details.js";
import { t as isRelease } from "./shared/release.js";
import { n as JOBS, r as needsSchema } from "./shared/needs.js";
import { r as verdictFileSchema } from "./shared/verdict.js";
import { t as require_packageurl_js } from "./shared/packageurl-js.js";
import { n as attestationsFileSchema, t as ATTESTATIONS_FILE } from "./shared/attestations-file.js";
import { r as parseSubjects } from "./shared/subjects.js";
import { createHash } from "node:crypto";
import { basename } from "node:path/posix";

// src/actions/dora/contract.ts
/** `actions/dora`: delivery events that are never lost. */
const doraContract = defineAction({
	name: "dora",
	title: "Turnpike: delivery events",
	description: "Records the run, its tests, artifacts and deployments as CDEvents, spools them, and delivers them to a sink when one is named.",
	inputs: {
		needs: json("The expression `toJSON(needs)` of the job that runs this."),
		directory: path("The folder with what the other jobs left (see the verdict action).", { default: ".turnpike/parts" }),
		"verdict-file": path("The joined verdict.json.", { default: ".turnpike/verdict.json" }),
		service: text("The service's name. Empty: the repository's name."),
		environment: text("The environment that a release is deployed to. Empty: no deployment event is made."),
		"release-tags": list("Tags that are releases, as globs.", { default: "v*" }),
		"sink-url": text("Where events are sent as CloudEvents over HTTP. Empty: they stay in the spool."),
		"sink-token": secret("Bearer token for the sink."),
		"cdevents-version": choice("The CDEvents version.", ["0.5.1", "0.4.1"], { default: "0.5.1" }),
		spool: path("The folder of events that are not delivered yet.", { default: ".turnpike/spool" }),
		output: path("Where this run's events are written, one a line.", { default: ".turnpike/events.ndjson" }),
		"github-token": secret("To read the times of this run's jobs; used where `actions: read` is granted.", { default: "${{ github.token }}" })
	},
	outputs: {
		"events-file": { description: "Path of events.ndjson with this run's events." },
		events: { description: "How many events this run made." },
		delivered: { description: "How many were delivered now, older spooled ones included." },
		spooled: { description: "How many wait in the spool." }
	},
	permissions: {
		contents: {
			level: "read",
			why: "read the commits of a release for lead time",
			optional: false
		},
		actions: {
			level: "read",
			why: "read the times of this run's jobs",
			optional: true
		}
	},
	onServiceError: "warn",
	branding: {
		icon: "activity",
		color: "purple"
	}
});

// src/core/dora/cdevent.ts
/**
* What a reader of events needs: enough to tell events apart and to deliver them. Fields that it does not know are kept.
* `specversion` is CDEvents 0.5, `version` is 0.4.
*/
const cdeventSchema = looseObject({
	context: looseObject({
		specversion: string().min(1).optional().describe("Version of CDEvents, from 0.5 on."),
		version: string().min(1).optional().describe("Version of CDEvents, up to 0.4."),
		id: string().min(1).describe("Unique within the source. The same event has the same id whenever it is sent."),
		source: string().min(1).describe("URI of the repository."),
		type: string().regex(/^dev\.cdevents(x)?\.[\w.-]+\.\d+\.\d+\.\d+$/).describe("Name and version of the event's type."),
		timestamp: datetime({ offset: true }).describe("When it happened, not when it was sent.")
	}).refine((context) => context.specversion !== void 0 || context.version !== void 0, { message: "specversion is missing" }),
	subject: looseObject({
		id: string().min(1).describe("What the event is about, unique within the source."),
		content: record(string(), unknown()).describe("Fields of the type, as CDEvents defines them.")
	}),
	customData: unknown().optional().describe("Further facts; see docs/events.md."),
	customDataContentType: string().optional()
}).describe("One line of events.ndjson: a CDEvent.");
/** Type names: version of each type in 0.5.1 (schemas/*.json of the specification at v0.5.1). In 0.4.1 each is 0.1 lower. */
const TYPE_VERSION = {
	"0.5.1": "0.3.0",
	"0.4.1": "0.2.0"
};
/** `subject.type`, which 0.4 has and 0.5 dropped. */
const SUBJECT_TYPE = {
	pipelinerun: "pipelineRun",
	taskrun: "taskRun",
	testsuiterun: "testSuiteRun",
	artifact: "artifact",
	service: "service"
};
/** 0.4 writes `url` where 0.5 writes `uri`, and its test suites pass and fail. */
function toContent04(draft) {
	const { uri, outcome, ...rest } = draft.content;
	const named = draft.kind === "testsuiterun.finished" && typeof outcome === "string" ? {
		success: "pass",
		failure: "fail"
	}[outcome] ?? outcome : outcome;
	return {
		...rest,
		...uri === void 0 ? {} : { url: uri },
		...outcome === void 0 ? {} : { outcome: named }
	};
}
/**
* @param draft the event
* @param origin of the run
* @param version of CDEvents
* @returns the event as that version's schemas have it
*/
function toCdevent(draft, origin, version) {
	const isOld = version === "0.4.1";
	const subjectName = draft.kind.split(".", 1)[0] ?? "";
	const links = draft.cause === null ? {} : { links: [{
		linkType: "RELATION",
		linkKind: "TRIGGER",
		target: { contextId: draft.cause }
	}] };
	return {
		context: {
			...isOld ? { version } : { specversion: version },
			id: draft.id,
			source: origin.source,
			type: `dev.cdevents.${draft.kind}.${TYPE_VERSION[version]}`,
			timestamp: draft.timestamp,
			chainId: origin.chainId,
			...links
		},
		subject: {
			id: draft.subjectId,
			...isOld ? { type: SUBJECT_TYPE[subjectName] } : {},
			content: isOld ? toContent04(draft) : draft.content
		},
		customData: draft.customData,
		customDataContentType: "application/json"
	};
}

// src/core/dora/delivery.ts
/** Header values are printable ASCII; the rest is percent-encoded UTF-8 (CloudEvents HTTP binding 1.0.2, section 3.1.3.2). */
function headerValue(text) {
	return text.replaceAll(/[^\x21-\x7e]|["%]/gu, (character) => [...new TextEncoder().encode(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""));
}
/**
* @param event a CDEvent
* @returns the message (CDEvents cloudevents-binding.md; CloudEvents HTTP binding, binary content mode)
*/
function toCloudEvent(event) {
	const { context, subject } = event;
	return {
		headers: {
			"content-type": "application/json",
			"ce-specversion": "1.0",
			"ce-id": headerValue(context.id),
			"ce-source": headerValue(context.source),
			"ce-type": headerValue(context.type),
			"ce-subject": headerValue(subject.id),
			"ce-time": context.timestamp
		},
		body: JSON.stringify(event)
	};
}
/** @returns what an HTTP status of a sink means */
function receptionOf(status) {
	if (status >= 200 && status < 300) return "delivered";
	if (status === 408 || status === 425 || status === 429 || status >= 500) return "retry";
	if (status < 400 || [
		401,
		403,
		404,
		405,
		407,
		410
	].includes(status)) return "refused";
	return "poison";
}
/** Longest wait between two tries in ms. */
const LONGEST_MS = 1e4;
const FIRST_MS = 500;
/**
* How long to wait before the next try: exponential with full jitter, and never shorter than the sink asked for.
*
* @param attempt how many tries there were, from 1
* @param retryAfterMs what the sink asked for, or undefined
* @param random from 0 to 1
* @returns ms
*/
function retryDelayMs(attempt, retryAfterMs, random) {
	const jittered = random * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
	return Math.round(Math.max(jittered, retryAfterMs ?? 0));
}
/**
* @param value of `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date
* @param now current time
* @returns ms to wait, or undefined when there is no such header or it cannot be read
*/
function parseRetryAfter(value, now) {
	if (value === void 0) return void 0;
	if (/^\d+$/.test(value.trim())) return Number(value) * 1e3;
	const at = Date.parse(value);
	return Number.isNaN(at) ? void 0 : Math.max(0, at - now.getTime());
}

// src/core/dora/ids.ts
/** Namespace of the ids: a random UUID, fixed for ever, because another one would make every old event a new one. */
const NAMESPACE = "f8b1dd2e-6d0f-5a3c-9a55-6e1f0b7d4c21";
/**
* A UUID v5 (RFC 9562, section 5.5): the same parts give the same id, so that an event that is sent twice is one event.
*
* @param parts what identifies the thing, in order
*/
function stableId(...parts) {
	const hash = createHash("sha1");
	hash.update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex")).update(JSON.stringify(parts));
	const bytes = hash.digest().subarray(0, 16);
	bytes[6] = (bytes[6] ?? 0) & 15 | 80;
	bytes[8] = (bytes[8] ?? 0) & 63 | 128;
	const hex = bytes.toString("hex");
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join("-");
}

// src/core/dora/lead-time.ts
/**
* A quantile by linear interpolation between closest ranks (type 7 of Hyndman and Fan, 1996); for 0.5 the usual median.
*
* @param ascending sorted numbers, at least one
* @param q from 0 to 1
*/
function quantile(ascending, q) {
	const position = (ascending.length - 1) * q;
	const low = ascending[Math.floor(position)] ?? 0;
	return low + ((ascending[Math.ceil(position)] ?? low) - low) * (position - Math.floor(position));
}
function without(history) {
	if (history.head === void 0) return "there is no commit to measure from";
	if (history.isShallow) return "the checkout is shallow; check out with `fetch-depth: 0`";
	if (history.previousTag === void 0) return "this is the first release: there is none to measure from";
	if (history.commits.length === 0) return `no commit is new since ${history.previousTag}`;
}
/**
* Lead time for changes of one release, per commit, from the author date
* (https://dora.dev/guides/dora-metrics/: from committed to running in production).
*
* @param history what git tells
* @param releasedAt ISO 8601, when the release was out
*/
function leadTimeOf(history, releasedAt) {
	const reason = without(history);
	if (reason !== void 0) return {
		kind: "not-enough-data",
		reason
	};
	const end = Date.parse(releasedAt);
	const own = history.commits.filter((commit) => commit.parents.length < 2);
	const timed = own.map(({ sha, authorDate }) => ({
		sha,
		seconds: Math.round((end - Date.parse(authorDate)) / 1e3)
	}));
	const commits = timed.filter(({ seconds }) => seconds >= 0);
	if (commits.length === 0) return {
		kind: "not-enough-data",
		reason: `${own.length === 0 ? "only merge commits are new" : "every new commit has a date after the release"} since ${history.previousTag}`
	};
	const ascending = commits.map(({ seconds }) => seconds).sort((a, b) => a - b);
	return {
		kind: "measured",
		base: history.previousTag ?? "",
		commits,
		medianSeconds: quantile(ascending, .5),
		p75Seconds: quantile(ascending, .75),
		p90Seconds: quantile(ascending, .9),
		fromTheFuture: timed.length - commits.length,
		isCut: history.isCut
	};
}

// src/core/dora/ndjson.ts
function parseLine(text, isLast) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return isLast ? "the line is cut short: whoever wrote it was stopped" : "it is not JSON";
	}
	const parsed = cdeventSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	return `it is not a CDEvent: ${issue?.path.join(".") || "the line"}: ${issue?.message ?? "unknown"}`;
}
/**
* Reads events, one a line. A line that cannot be read hides no other.
*
* @param text of the file; a missing line break at its end is no fault as long as the line is whole
*/
function parseEvents(text) {
	const events = [];
	const broken = [];
	const lines = text.split("\n");
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const parsed = parseLine(line, index === lines.length - 1);
		if (typeof parsed === "string") broken.push({
			text: line,
			line: index + 1,
			reason: parsed
		});
		else events.push(parsed);
	}
	return {
		events,
		broken
	};
}
/** @returns one line an event, each with a line break */
function renderEvents(events) {
	return events.map((event) => `${JSON.stringify(event)}\n`).join("");
}
/** @returns what an event is known by: its id is unique within its source */
function identityOf(event) {
	return JSON.stringify([event.context.source, event.context.id]);
}

// src/core/dora/outcome.ts
/**
* @param conclusion of a GitHub job or run (https://docs.github.com/rest/checks/runs), or a result of the `needs` context
* @returns the outcome; null for what did not run, of which no event is made
*/
function outcomeOfConclusion(conclusion) {
	switch (conclusion) {
		case "success":
		case "neutral": return "success";
		case "failure":
		case "action_required": return "failure";
		case "cancelled": return "cancel";
		case "skipped": return null;
		default: return "error";
	}
}
/** @returns the outcome that a verdict stands for */
function outcomeOfVerdict(verdict) {
	switch (verdict) {
		case "passed":
		case "nothing-to-check": return "success";
		case "failed": return "failure";
		case "cancelled": return "cancel";
		case "error": return "error";
	}
}
/** @returns the outcome that a gate's stands for; null when the gate did not run */
function outcomeOfGate(outcome) {
	switch (outcome) {
		case "passed":
		case "cached":
		case "flaky-passed":
		case "quarantined":
		case "waived": return "success";
		case "failed": return "failure";
		case "timed-out":
		case "inconclusive":
		case "tool-error": return "error";
		case "cancelled": return "cancel";
		case "skipped":
		case null: return null;
	}
}

// src/core/dora/purl.ts
var import_packageurl_js = require_packageurl_js();
/** Name and version in a wheel's file name (PyPA binary distribution format). */
const WHEEL = /^([A-Za-z0-9](?:[\w.]*[A-Za-z0-9])?)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/;
/** Name and version in a source archive's (PyPA source distribution format). */
const SDIST = /^([A-Za-z0-9](?:[\w.]*[A-Za-z0-9])?)-(\d[^-]*)\.tar\.gz$/;
/** What `npm pack` writes: a scope is joined to the name by a hyphen, so it cannot be told. */
const NPM = /^([a-z0-9][\w.-]*?)-(\d+\.\d+\.\d+[\w.+-]*)\.tgz$/;
/**
* Names a built file (https://github.com/package-url/purl-spec). The checksum makes the name one file's only.
*
* @param fileName name without folders; foreign text
* @param sha256 lower-case hex
* @returns type `pypi` for wheels and source archives, `npm` for npm's archives, else `generic`
*/
function purlOfFile(fileName, sha256) {
	const qualifiers = {
		checksum: `sha256:${sha256}`,
		file_name: fileName
	};
	const python = WHEEL.exec(fileName) ?? SDIST.exec(fileName);
	if (python !== null) {
		const name = (python[1] ?? "").toLowerCase().replaceAll(/[-_.]+/g, "-");
		return new import_packageurl_js.PackageURL("pypi", void 0, name, python[2], qualifiers, void 0).toString();
	}
	const npm = NPM.exec(fileName);
	if (npm !== null) return new import_packageurl_js.PackageURL("npm", void 0, npm[1] ?? "", npm[2], qualifiers, void 0).toString();
	return new import_packageurl_js.PackageURL("generic", void 0, fileName, void 0, qualifiers, void 0).toString();
}

// src/core/dora/to-events.ts
/** Most commits whose lead times travel in an event; CloudEvents asks for at most 64 KiB (spec, size limits). */
const COMMITS_IN_EVENT = 250;
/** Longest foreign sentence in an event. */
const REASON_LIMIT = 500;
/** Where tests of a run happen; CDEvents asks for an environment. */
const CI_ENVIRONMENT = "ci";
function secondsBetween(from, to) {
	if (from === null || to === null) return null;
	const seconds = (Date.parse(to) - Date.parse(from)) / 1e3;
	return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
function idOf({ facts }, ...parts) {
	return stableId(facts.source, facts.runId, ...parts);
}
function perAttempt({ facts }) {
	return String(facts.attempt);
}
function startRun(facts) {
	return {
		facts,
		subjectId: `${facts.runId}.${facts.attempt}`,
		startedId: stableId(facts.source, facts.runId, String(facts.attempt), "pipelinerun.started"),
		customData: {
			schema: "turnpike/event-data/1",
			repository: facts.repository,
			commit: facts.commit,
			runId: facts.runId,
			runAttempt: facts.attempt,
			trigger: facts.trigger
		}
	};
}
function describeLeadTime(leadTime) {
	if (leadTime.kind === "not-enough-data") return { notEnoughData: leadTime.reason };
	const { commits, base, medianSeconds, p75Seconds, p90Seconds, fromTheFuture, isCut } = leadTime;
	return {
		basis: "author date to release, per commit",
		base,
		n: commits.length,
		medianSeconds,
		p75Seconds,
		p90Seconds,
		...fromTheFuture === 0 ? {} : { fromTheFuture },
		commits: commits.slice(0, COMMITS_IN_EVENT),
		...isCut || commits.length > COMMITS_IN_EVENT ? { isCut: true } : {}
	};
}
function releaseData(release) {
	return release === null ? {} : {
		release: release.tag,
		leadTime: describeLeadTime(release.leadTime)
	};
}
function beginningOf(run) {
	const { facts, subjectId, startedId, customData } = run;
	const content = {
		pipelineName: facts.pipeline,
		uri: facts.runUri
	};
	const queued = facts.queuedAt === null ? [] : [{
		kind: "pipelinerun.queued",
		id: idOf(run, perAttempt(run), "pipelinerun.queued"),
		timestamp: facts.queuedAt,
		subjectId,
		content,
		customData,
		cause: null
	}];
	return [...queued, {
		kind: "pipelinerun.started",
		id: startedId,
		timestamp: facts.startedAt,
		subjectId,
		content,
		customData: {
			...customData,
			startedFrom: facts.startedFrom,
			queueSeconds: secondsBetween(facts.queuedAt, facts.startedAt)
		},
		cause: queued[0]?.id ?? null
	}];
}
function endOf(run) {
	const { facts, subjectId, startedId, customData } = run;
	return {
		kind: "pipelinerun.finished",
		id: idOf(run, perAttempt(run), "pipelinerun.finished"),
		timestamp: facts.finishedAt,
		subjectId,
		content: {
			pipelineName: facts.pipeline,
			uri: facts.runUri,
			outcome: facts.outcome
		},
		customData: {
			...customData,
			durationSeconds: facts.startedFrom === "report" ? null : secondsBetween(facts.startedAt, facts.finishedAt),
			...releaseData(facts.release)
		},
		cause: startedId
	};
}
function jobEvents(run, job) {
	const { facts, startedId, customData } = run;
	const subjectId = `${run.subjectId}.${job.id}`;
	const content = {
		taskName: job.name,
		pipelineRun: {
			id: run.subjectId,
			source: facts.source
		},
		...job.url === null ? {} : { uri: job.url }
	};
	const started = job.startedAt === null ? [] : [{
		kind: "taskrun.started",
		id: idOf(run, perAttempt(run), "taskrun.started", job.id),
		timestamp: job.startedAt,
		subjectId,
		content,
		customData: {
			...customData,
			queueSeconds: secondsBetween(job.createdAt, job.startedAt)
		},
		cause: startedId
	}];
	return [...started, {
		kind: "taskrun.finished",
		id: idOf(run, perAttempt(run), "taskrun.finished", job.id),
		timestamp: job.finishedAt,
		subjectId,
		content: {
			...content,
			outcome: job.outcome
		},
		customData: {
			...customData,
			durationSeconds: secondsBetween(job.startedAt, job.finishedAt)
		},
		cause: started[0]?.id ?? startedId
	}];
}
function suiteEvent(run, suite) {
	const { tests, failures, isFlaky, durationMs } = suite;
	return {
		kind: "testsuiterun.finished",
		id: idOf(run, perAttempt(run), "testsuiterun.finished", suite.gate),
		timestamp: suite.finishedAt,
		subjectId: `${run.subjectId}.${suite.gate}`,
		content: {
			outcome: suite.outcome,
			environment: { id: CI_ENVIRONMENT },
			testSuite: {
				id: suite.gate,
				name: suite.gate
			},
			...suite.reason === null ? {} : { reason: suite.reason.slice(0, REASON_LIMIT) }
		},
		customData: {
			...run.customData,
			tests,
			failures,
			isFlaky,
			durationMs
		},
		cause: run.startedId
	};
}
/** An artifact's events have no attempt in their ids: the same bytes built again by a re-run are the same artifact. */
function artifactEvents(run, release, artifact) {
	const { facts, startedId } = run;
	const customData = {
		...run.customData,
		release: release.tag
	};
	const sbom = artifact.sbomUri === null ? {} : { sbom: { uri: artifact.sbomUri } };
	const draft = (kind, timestamp, content, more = {}) => ({
		kind,
		id: idOf(run, kind, artifact.purl),
		timestamp,
		subjectId: artifact.purl,
		content,
		customData: {
			...customData,
			...more
		},
		cause: startedId
	});
	const change = {
		id: facts.commit ?? release.tag,
		source: facts.source
	};
	return [
		draft("artifact.packaged", facts.finishedAt, {
			change,
			...sbom
		}),
		...artifact.signature === null ? [] : [draft("artifact.signed", facts.finishedAt, { signature: artifact.signature }, { predicateTypes: artifact.predicateTypes })],
		...release.publishedAt === null ? [] : [draft("artifact.published", release.publishedAt, sbom)]
	];
}
/** A deployment's id has neither run attempt nor time: a re-run of the same release is not a second deployment. */
function deploymentEvents(run, release) {
	const { deployment } = release;
	if (deployment === null) return [];
	const { facts } = run;
	const artifactId = release.artifacts[0]?.purl ?? `pkg:github/${facts.repository}@${facts.commit ?? release.tag}`;
	return [{
		kind: "service.deployed",
		id: idOf(run, "service.deployed", deployment.service, deployment.environment),
		timestamp: deployment.at,
		subjectId: deployment.service,
		content: {
			environment: { id: deployment.environment },
			artifactId
		},
		customData: {
			...run.customData,
			...releaseData(release)
		},
		cause: run.startedId
	}];
}
/**
* Everything that one attempt of one run has to tell, as CDEvents. The same facts give the same events, ids included.
*
* @param facts what is known; what is not known makes no event
* @param version of CDEvents
* @returns events in the order of their times; what ends at the same moment comes before the end of the run
*/
function toEvents(facts, version) {
	const run = startRun(facts);
	const { release } = facts;
	const drafts = [
		...beginningOf(run),
		...facts.jobs.flatMap((job) => jobEvents(run, job)),
		...facts.suites.map((suite) => suiteEvent(run, suite)),
		...release === null ? [] : [...release.artifacts.flatMap((artifact) => artifactEvents(run, release, artifact)), ...deploymentEvents(run, release)],
		endOf(run)
	];
	const origin = {
		source: facts.source,
		chainId: stableId(facts.source, facts.runId)
	};
	return drafts.toSorted((a, b) => Date.parse(a.timestamp) - Date.parse(b.timestamp)).map((draft) => toCdevent(draft, origin, version));
}

// src/actions/dora/read-json.ts
/** Largest document that is read in bytes. */
const LARGEST_BYTES$1 = 67108864;
/**
* @param files the workspace
* @param path of the document
* @param schema what it must be
*/
async function readJson(files, path, schema) {
	const name = basename(path);
	const size = await files.size(path);
	if (size === void 0) return { kind: "absent" };
	if (size > LARGEST_BYTES$1) return {
		kind: "refused",
		reason: `${name} is too large to be read`
	};
	const text = await files.readText(path);
	let value;
	try {
		value = JSON.parse(text ?? "");
	} catch {
		return {
			kind: "refused",
			reason: `${name} is not JSON`
		};
	}
	const parsed = schema.safeParse(value);
	if (parsed.success) return {
		kind: "read",
		value: parsed.data
	};
	return {
		kind: "refused",
		reason: `${name}: ${parsed.error.issues[0]?.path.join(".") || "the document"} is not right`
	};
}

// src/actions/dora/release.ts
/** Most commits of one release that are looked at. */
const COMMIT_LIMIT = 5e3;
const PROVENANCE = /^https:\/\/slsa\.dev\/provenance\//;
/** As much of a CycloneDX document as its name needs (ECMA-424). */
const bomSchema = looseObject({
	serialNumber: string().regex(/^urn:uuid:[0-9a-f-]{36}$/).optional(),
	version: number().int().positive().default(1),
	metadata: looseObject({ component: looseObject({ name: string() }).optional() }).optional()
});
/** The signature of a Sigstore bundle with a DSSE envelope. */
const bundleSchema = looseObject({ dsseEnvelope: looseObject({ signatures: array(looseObject({ sig: base64().min(1) })).min(1) }) });
/**
* @param git the checkout
* @param cwd absolute folder
* @param options globs of release tags, and when the release was out (ISO 8601)
* @returns lead time of the commits since the previous release
*/
async function measureLeadTime(git, cwd, options) {
	const head = await git.head(cwd);
	const isShallow = head !== void 0 && await git.isShallow(cwd);
	const previousTag = head === void 0 || isShallow ? void 0 : await git.previousTag(cwd, head, options.releaseTags);
	const commits = previousTag === void 0 ? [] : await git.log(cwd, `${previousTag}..${head}`, 5001);
	const history = {
		head,
		isShallow,
		previousTag,
		commits: commits.slice(0, COMMIT_LIMIT)
	};
	return leadTimeOf({
		...history,
		isCut: commits.length > COMMIT_LIMIT
	}, options.releasedAt);
}
async function readSubjects(files, file) {
	const text = await files.readText(file);
	if (text === void 0) return [];
	try {
		return parseSubjects(text, basename(file));
	} catch (error) {
		if (error instanceof TurnpikeError) return [];
		throw error;
	}
}
/** An SBOM by its BOM-Link (https://cyclonedx.org/capabilities/bomlink/), else by where the run keeps it. */
async function readSboms(files, folder, runUri) {
	const sboms = [];
	for (const entry of await files.list(folder, () => true)) {
		if (entry.kind !== "file" || !entry.path.endsWith(".cdx.json")) continue;
		const bom = await readJson(files, `${folder}/${entry.path}`, bomSchema);
		if (bom.kind !== "read") continue;
		const { serialNumber, version, metadata } = bom.value;
		const link = serialNumber === void 0 ? void 0 : `urn:cdx:${serialNumber.slice(9)}/${version}`;
		sboms.push({
			component: metadata?.component?.name,
			uri: link ?? `${runUri}#${encodeURIComponent(entry.path)}`
		});
	}
	return sboms;
}
function sbomOf(sboms, purl) {
	if (sboms.length === 1) return sboms[0]?.uri ?? null;
	const name = /^pkg:[^/]+\/([^@?]+)/.exec(purl)?.[1] ?? "";
	return sboms.find(({ component }) => component?.toLowerCase().replaceAll(/[-_.]+/g, "-") === name)?.uri ?? null;
}
async function signatureOf(files, folder, statement) {
	if (statement === void 0) return null;
	const bundle = basename(statement.bundle) === statement.bundle ? await readJson(files, `${folder}/${statement.bundle}`, bundleSchema) : void 0;
	return (bundle?.kind === "read" ? bundle.value.dsseEnvelope.signatures[0]?.sig : void 0) ?? `sha256:${statement.bundleDigest}`;
}
/**
* What a release is made of: the files that the build job listed, with the SBOM and the signature that the sign job left.
*
* @param files the workspace
* @param directory the folder with build/, sbom/ and attestations/
* @param runUri address of the run, for an SBOM without a serial number
*/
async function readArtifacts(files, directory, runUri) {
	const subjects = await readSubjects(files, `${directory}/build/subjects.sha256`);
	const folder = `${directory}/attestations`;
	const attestations = await readJson(files, `${folder}/${ATTESTATIONS_FILE}`, attestationsFileSchema);
	const statements = attestations.kind === "read" ? attestations.value.statements : [];
	const sboms = await readSboms(files, `${directory}/sbom`, runUri);
	const artifacts = [];
	for (const { name, digest } of subjects) {
		const sha256 = digest["sha256"] ?? "";
		const purl = purlOfFile(basename(name), sha256);
		const about = statements.filter((statement) => statement.subjects.some((subject) => subject.digest["sha256"] === sha256));
		const provenance = about.find((statement) => PROVENANCE.test(statement.predicateType));
		artifacts.push({
			purl,
			sbomUri: sbomOf(sboms, purl),
			signature: await signatureOf(files, folder, provenance),
			predicateTypes: about.map((statement) => statement.predicateType)
		});
	}
	return artifacts;
}

// src/actions/dora/gather.ts
function readNeeds(value, notes) {
	if (value === void 0) return {};
	const parsed = needsSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	notes.push("The input needs is not the `needs` context, so the results of the jobs are not known.");
	return {};
}
async function readVerdict(inputs, ports, notes) {
	for (const path of [inputs.verdictFile, `${inputs.directory}/${JOBS.check}/verdict.json`]) {
		const read = await readJson(ports.files, path, verdictFileSchema);
		if (read.kind === "read") return read.value;
		if (read.kind === "refused") notes.push(`The verdict was not used: ${read.reason}.`);
	}
}
async function listJobs(ports, notes) {
	try {
		const jobs = await ports.github.jobsOfRun();
		if (jobs?.length === 0) return void 0;
		if (jobs === void 0) notes.push("Job times are not known: this job may not read them (`actions: read`).");
		return jobs;
	} catch (error) {
		if (!(error instanceof TurnpikeError) || error.kind !== "service") throw error;
		notes.push(`Job times are not known: ${error.message}`);
		return;
	}
}
/** A re-run of failed jobs carries the others over with their old start; their own run told of them. */
function isOfThisAttempt(job) {
	return job.startedAt === null || Date.parse(job.startedAt) >= Date.parse(job.createdAt);
}
function jobOf(job) {
	const outcome = job.conclusion === null ? null : outcomeOfConclusion(job.conclusion);
	if (job.status !== "completed" || job.completedAt === null || outcome === null) return void 0;
	return {
		id: String(job.id),
		name: job.name,
		createdAt: job.createdAt,
		startedAt: job.startedAt,
		finishedAt: job.completedAt,
		outcome,
		url: URL.canParse(job.url) ? job.url : null
	};
}
function jobsOfNeeds(needs, now) {
	return Object.entries(needs).flatMap(([id, { result }]) => {
		const outcome = outcomeOfConclusion(result);
		if (outcome === null) return [];
		return [{
			id,
			name: id,
			createdAt: null,
			startedAt: null,
			finishedAt: now,
			outcome,
			url: null
		}];
	});
}
function suitesOf(verdict) {
	const began = Date.parse(verdict.startedAt);
	return verdict.gates.flatMap((gate) => {
		const outcome = outcomeOfGate(gate.outcome);
		if (outcome === null || gate.counts.tests === null) return [];
		const finishedAt = new Date(began + (gate.startMs ?? 0) + (gate.durationMs ?? 0)).toISOString();
		return [{
			gate: gate.id,
			outcome,
			finishedAt,
			durationMs: gate.durationMs,
			reason: gate.reason,
			tests: gate.counts.tests,
			failures: gate.counts.failures,
			isFlaky: gate.outcome === "flaky-passed"
		}];
	});
}
function outcomeOf(verdict, needs) {
	if (verdict !== void 0) return outcomeOfVerdict(verdict.verdict);
	const results = Object.values(needs).map(({ result }) => result);
	if (results.includes("cancelled")) return "cancel";
	if (results.includes("failure")) return "failure";
	return results.length === 0 ? "error" : "success";
}
function earliest(times) {
	return times.filter((time) => time !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
/** What the gates decided; by their rule where they left no word of it. */
async function wasRelease(inputs, ports, needs) {
	const told = needs[JOBS.check]?.outputs["release"];
	if (told === "true" || told === "false") return told === "true";
	const details = await readJson(ports.files, `${inputs.directory}/${JOBS.check}/details.json`, detailsFileSchema);
	if (details.kind === "read") return details.value.release;
	return isRelease(ports.context, inputs.releaseTags);
}
async function gatherRelease(inputs, ports, run) {
	const { context, files, git } = ports;
	const artifacts = await readArtifacts(files, inputs.directory, run.runUri);
	const tags = {
		releaseTags: inputs.releaseTags,
		releasedAt: run.now
	};
	const service = inputs.service ?? context.repository.split("/")[1] ?? "service";
	const isOut = run.outcome === "success";
	return {
		tag: context.refName,
		artifacts,
		leadTime: await measureLeadTime(git, context.workspace, tags),
		publishedAt: isOut && run.isBuilt ? run.now : null,
		deployment: isOut && inputs.environment !== void 0 ? {
			service,
			environment: inputs.environment,
			at: run.now
		} : null
	};
}
function addresses(ports) {
	const { serverUrl, repository, runId } = ports.context;
	if (repository === "") return {
		source: "urn:turnpike:local",
		runUri: `urn:turnpike:run:${runId || "local"}`
	};
	const source = encodeURI(`${serverUrl}/${repository}`);
	return {
		source,
		runUri: `${source}/actions/runs/${runId}`
	};
}
/**
* Collects what is known of this run when its last job reports.
*
* @param inputs of the action
* @param ports the world
*/
async function gather(inputs, ports) {
	const notes = [];
	const { context } = ports;
	const now = ports.clock.now().toISOString();
	const needs = readNeeds(inputs.needs, notes);
	const verdict = await readVerdict(inputs, ports, notes);
	const records = (await listJobs(ports, notes))?.filter(isOfThisAttempt);
	const startedByJobs = earliest(records?.map((job) => job.startedAt) ?? []);
	const outcome = outcomeOf(verdict, needs);
	const { source, runUri } = addresses(ports);
	const isBuilt = needs[JOBS.build]?.result === "success";
	const release = await wasRelease(inputs, ports, needs) ? await gatherRelease(inputs, ports, {
		runUri,
		now,
		outcome,
		isBuilt
	}) : null;
	if (release?.leadTime.kind === "not-enough-data") notes.push(`Lead time: not enough data: ${release.leadTime.reason}.`);
	return {
		facts: {
			source,
			runUri,
			repository: context.repository,
			runId: context.runId,
			attempt: context.runAttempt,
			pipeline: context.workflow === "" ? "turnpike" : context.workflow,
			commit: context.sha === "" ? null : context.sha,
			trigger: context.eventName,
			queuedAt: earliest(records?.map((job) => job.createdAt) ?? []),
			startedAt: startedByJobs ?? verdict?.startedAt ?? now,
			startedFrom: startedByJobs !== null ? "jobs" : verdict !== void 0 ? "gates" : "report",
			finishedAt: now,
			outcome,
			release,
			jobs: records?.map(jobOf).filter((job) => job !== void 0) ?? jobsOfNeeds(needs, now),
			suites: verdict === void 0 ? [] : suitesOf(verdict)
		},
		notes
	};
}

// src/actions/dora/http-sink.ts
/** Longest wait for one answer in ms. */
const REQUEST_MS = 1e4;
/** Longest time for everything that is to be delivered in ms. */
const TOTAL_MS = 6e4;
/** How often one event is tried in one run. */
const TRIES = 4;
/** Answers of a sink that will not change by waiting, and what a person does about them. */
function refusal(response) {
	const { status } = response;
	if (status === 401 || status === 403) return `HTTP ${status}: it does not accept the token`;
	if (status >= 300 && status < 400) return `HTTP ${status}: it redirects; write the final address`;
	return `HTTP ${status}: the address is not right`;
}
/** What an answer decides of an event; undefined when it may be tried again. */
function settledBy(answer, host) {
	if (typeof answer === "string") return void 0;
	switch (receptionOf(answer.status)) {
		case "delivered": return { kind: "delivered" };
		case "poison": return {
			kind: "poison",
			reason: `HTTP ${answer.status}`
		};
		case "refused": return {
			kind: "stopped",
			reason: `${host}: ${refusal(answer)}`
		};
		case "retry": return;
	}
}
/** An answer that is none to the event; `answer` is a sentence where nobody answered. */
function troubleOf(answer, host) {
	if (typeof answer === "string") return {
		reason: answer,
		asked: void 0,
		isBroken: false
	};
	const { status, headers } = answer;
	return {
		reason: `${host}: HTTP ${status}`,
		asked: headers["retry-after"],
		isBroken: status === 500
	};
}
function randomFraction(random) {
	return random.bytes(4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32;
}
/**
* Makes the way to a sink over HTTP: CloudEvents in binary mode over HTTP, each event tried a few times, all of them within a minute.
* Redirects are not followed, so that the token stays with the host that was named.
*
* @param sink address and token
* @param ports the world
* @returns delivers one event
*/
function connectHttpSink(sink, ports) {
	const { http, clock, random } = ports;
	const host = new URL(sink.url).host;
	const end = clock.monotonicMs() + TOTAL_MS;
	const authorization = sink.token === void 0 ? {} : { authorization: `Bearer ${sink.token}` };
	async function send(event) {
		const { headers, body } = toCloudEvent(event);
		const timeoutMs = Math.max(1, Math.min(REQUEST_MS, end - clock.monotonicMs()));
		const request = {
			method: "POST",
			url: sink.url,
			body,
			timeoutMs,
			redirect: "manual",
			maxBytes: 1048576
		};
		try {
			return await http.send({
				...request,
				headers: {
					...headers,
					...authorization
				}
			});
		} catch (error) {
			if (error instanceof TurnpikeError && error.code === "NETWORK_UNREACHABLE") return error.message.replace(/\.$/, "");
			throw error;
		}
	}
	return async (event) => {
		for (let tries = 1;; tries += 1) {
			if (clock.monotonicMs() >= end) return {
				kind: "stopped",
				reason: `${host}: the time for delivery is used up`
			};
			const answer = await send(event);
			const settled = settledBy(answer, host);
			if (settled !== void 0) return settled;
			const { reason, asked, isBroken } = troubleOf(answer, host);
			const waitMs = retryDelayMs(tries, parseRetryAfter(asked, clock.now()), randomFraction(random));
			if (tries >= TRIES && isBroken) return {
				kind: "waits",
				reason
			};
			if (tries >= TRIES || clock.monotonicMs() + waitMs >= end) return {
				kind: "stopped",
				reason
			};
			await clock.sleep(waitMs);
		}
	};
}

// src/actions/dora/sinks.ts
/** Every kind of sink, told apart by the protocol of the address. */
const SINKS = [{
	protocols: ["https:", "http:"],
	connect: connectHttpSink
}];
/** @param url of the input */
function chooseSink(url) {
	const address = URL.canParse(url) ? new URL(url) : void 0;
	const known = SINKS.find(({ protocols }) => address !== void 0 && protocols.includes(address.protocol));
	if (address === void 0 || known === void 0) return {
		kind: "fault",
		fault: "is not an address; write https://events.example.org/path"
	};
	if (address.username !== "" || address.password !== "") return {
		kind: "fault",
		fault: "holds a user or a password; use the input sink-token"
	};
	return {
		kind: "sink",
		connect: known.connect
	};
}

// src/actions/dora/spool.ts
/** Largest file that is read in bytes; some 60,000 events. */
const LARGEST_BYTES = 67108864;
/** This many events in a row that wait: the sink has trouble, not the events. */
const WAITING_IN_A_ROW = 2;
/**
* Events that are not delivered yet, in a folder.
*
* Nobody appends to a file of another's: each writer makes a file of its own, whole, and a file only ever loses events that
* were delivered. So writers and drains at the same time cost a second delivery at the worst, never an event.
*/
var Spool = class {
	#folder;
	#ports;
	/**
	* @param folder of the spool
	* @param ports files, clock and randomness (for file names)
	*/
	constructor(folder, ports) {
		this.#folder = folder;
		this.#ports = ports;
	}
	/** Keeps events. Resolves when they are in the folder. */
	async add(events) {
		if (events.length === 0) return;
		const { clock, random, files } = this.#ports;
		const stamp = clock.now().toISOString().replaceAll(/[-:.]/g, "");
		await files.write(`${this.#folder}/${stamp}-${random.uuid()}.ndjson`, renderEvents(events));
	}
	/**
	* Tries to deliver everything, oldest file first. What was delivered is dropped after each file, so that a drain that is
	* ended midway repeats little.
	*
	* @param deliver one event; must not throw
	*/
	async drain(deliver) {
		const { files } = this.#ports;
		const tally = {
			delivered: 0,
			dead: 0,
			corrupt: 0,
			row: 0,
			stopped: null,
			trouble: null,
			done: /* @__PURE__ */ new Set(),
			waiting: /* @__PURE__ */ new Set()
		};
		const skipped = [];
		const entries = await files.list(this.#folder, () => true);
		for (const { path, kind, size } of entries) {
			if (kind !== "file" || !path.endsWith(".ndjson")) continue;
			if (size > LARGEST_BYTES) skipped.push(path);
			else await this.#drainFile(`${this.#folder}/${path}`, deliver, tally);
		}
		const { delivered, dead, corrupt, trouble, waiting } = tally;
		return {
			delivered,
			dead,
			corrupt,
			trouble,
			waiting: waiting.size,
			skipped
		};
	}
	async #drainFile(file, deliver, tally) {
		const { files } = this.#ports;
		const text = await files.readText(file);
		if (text === void 0) return;
		const { events, broken } = parseEvents(text);
		if (broken.length > 0) {
			tally.corrupt += broken.length;
			await files.append(`${this.#folder}/corrupt/${basename(file)}`, broken.map((line) => `${line.text}\n`).join(""));
		}
		const waiting = [];
		for (const event of events) if (await this.#stays(event, deliver, tally)) waiting.push(event);
		for (const event of waiting) tally.waiting.add(identityOf(event));
		if (waiting.length === 0) await files.remove(file);
		else if (waiting.length < events.length || broken.length > 0) await files.write(file, renderEvents(waiting));
	}
	async #stays(event, deliver, tally) {
		const identity = identityOf(event);
		if (tally.done.has(identity)) return false;
		if (tally.stopped !== null) return true;
		const attempt = await deliver(event);
		tally.row = attempt.kind === "waits" ? tally.row + 1 : 0;
		if (attempt.kind === "waits" || attempt.kind === "stopped") tally.trouble = attempt.reason;
		switch (attempt.kind) {
			case "delivered":
				tally.delivered += 1;
				tally.done.add(identity);
				return false;
			case "poison":
				await this.#bury(event, attempt.reason);
				tally.dead += 1;
				tally.done.add(identity);
				return false;
			case "waits":
				if (tally.row >= WAITING_IN_A_ROW) tally.stopped = attempt.reason;
				return true;
			case "stopped":
				tally.stopped = attempt.reason;
				return true;
		}
	}
	async #bury(event, reason) {
		const at = this.#ports.clock.now().toISOString();
		const line = JSON.stringify({
			schema: "turnpike/dead-letter/1",
			at,
			reason,
			event
		});
		await this.#ports.files.append(`${this.#folder}/dead/events.ndjson`, `${line}\n`);
	}
};

// src/actions/dora/run.ts
/** Everything waits. */
const noSink = async () => ({
	kind: "stopped",
	reason: ""
});
function reportDrain(result, folder, ports) {
	const { log } = ports;
	const title = "Turnpike: delivery events";
	if (result.corrupt > 0) {
		const what = countOf(result.corrupt, "line of the spool is no event", "lines of the spool are no events");
		log.warning(`${what}; kept in ${folder}/corrupt.`, { title });
	}
	if (result.dead > 0) {
		const what = countOf(result.dead, "event was refused", "events were refused");
		log.warning(`${what} by the sink for good; kept in ${folder}/dead.`, { title });
	}
	if (result.trouble !== null) {
		const what = countOf(result.waiting, "event waits", "events wait");
		log.warning(`${what} in ${folder} for a later run that has this folder. ${result.trouble}.`, { title });
	}
	for (const file of result.skipped) log.warning(`${folder}/${file} is too large to be read; it was left.`, { title });
}
function warnOfPlainHttp(url, token, ports) {
	const { protocol, hostname } = new URL(url);
	const isLoopback = hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
	if (protocol === "https:" || isLoopback || token === void 0) return;
	ports.log.warning("The sink is not https: its token can be read on the way.", { title: "Turnpike: delivery events" });
}
/**
* Records this run as CDEvents: writes events.ndjson, spools the events, and delivers what the spool holds when a sink is
* named. Trouble with the sink is a warning; the events wait.
*
* @param inputs of the action
* @param ports the world
* @throws TurnpikeError `INPUT_INVALID` for a sink that is no address, after the events were spooled; `FILE_UNWRITABLE`
*/
async function recordDelivery(inputs, ports) {
	const { facts, notes } = await gather(inputs, ports);
	const events = toEvents(facts, inputs.cdeventsVersion);
	await ports.files.write(inputs.output, renderEvents(events));
	const spool = new Spool(inputs.spool, ports);
	await spool.add(events);
	for (const note of notes) ports.log.info(note);
	const { sinkUrl: url, sinkToken: token } = inputs;
	const chosen = url === void 0 ? void 0 : chooseSink(url);
	if (chosen?.kind === "fault") throw new TurnpikeError("INPUT_INVALID", "config", "The sink is not right; the events wait in the spool.", { problems: [{
		where: "sink-url",
		message: chosen.fault
	}] });
	if (url !== void 0) warnOfPlainHttp(url, token, ports);
	const result = await spool.drain(url === void 0 || chosen === void 0 ? noSink : chosen.connect({
		url,
		token
	}, ports));
	const { delivered, waiting } = result;
	reportDrain(url === void 0 ? {
		...result,
		trouble: null
	} : result, inputs.spool, ports);
	ports.log.info(url === void 0 ? `${countOf(events.length, "event")} of this run, ${waiting} in the spool; no sink is named.` : `${countOf(events.length, "event")} of this run; ${delivered} delivered, ${waiting} waiting.`);
	return { outputs: {
		eventsFile: inputs.output,
		events: String(events.length),
		delivered: String(delivered),
		spooled: String(waiting)
	} };
}

// src/actions/dora/main.ts
const context = readRunContext(process.env);
await runAction(doraContract, (inputs) => recordDelivery(inputs, {
	context,
	log: actionsLog,
	clock: systemClock,
	random: systemRandom,
	http: nodeHttp,
	files: new NodeFiles(context.workspace),
	git: new GitProgram(new NodeProcesses(), definedVariables(process.env)),
	github: new ActionsGitHub(inputs.githubToken, context)
}));

export {  };