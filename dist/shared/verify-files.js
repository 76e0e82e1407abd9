import { o as __toESM } from "./rolldown-runtime.js";
import { T as countOf } from "./begin.js";
import { n as TurnpikeError } from "./errors.js";
import { Tt as require_picomatch, V as oneLine } from "./first-gate.js";
import { r as splitBundles, t as BUNDLE_LIMIT_BYTES } from "./bundle.js";
import { n as parsePolicy, p as titleOfPredicate, s as judgeEvidence } from "./sigstore.js";
import { basename, dirname, join } from "node:path/posix";

// src/actions/verify/render-report.ts
/** No colours. */
const PLAIN = {
	bold: String,
	dim: String,
	red: String,
	green: String
};
const NAME_LENGTH = 160;
const SHORT_COMMIT = 12;
const SHORT_DIGEST = 16;
function columns(rows) {
	const widths = rows.reduce((found, row) => row.map((cell, index) => Math.max(found[index] ?? 0, cell.length)), []);
	return rows.map((row) => row.map((cell, index) => index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)));
}
function reasonLines(reasons, paint) {
	return reasons.map((reason) => `      ${paint.red(oneLine(reason, 1e3))}`);
}
function artifactLines(artifacts, paint) {
	const cells = columns(artifacts.map(({ name, sha256 }) => [oneLine(name, NAME_LENGTH), `sha256:${sha256.slice(0, SHORT_DIGEST)}…`]));
	return artifacts.flatMap(({ verified, reasons }, index) => {
		const [name = "", digest = ""] = cells[index] ?? [];
		return [`  ${verified ? paint.green("✓") : paint.red("✗")} ${paint.bold(name)}  ${paint.dim(digest)}`, ...reasonLines(reasons, paint)];
	});
}
/** What a statement speaks of, in a few words. */
function about({ subjects }) {
	const [first] = subjects;
	if (first === void 0) return "of nothing that can be read";
	const commit = first.digest["gitCommit"];
	if (commit !== void 0) return `of commit ${oneLine(commit, 13).slice(0, SHORT_COMMIT)}`;
	return `of ${countOf(subjects.length, "file")}`;
}
function host(url) {
	return url === void 0 || !URL.canParse(url) ? "an unknown log" : new URL(url).host;
}
function timeText(time) {
	return time.toISOString().replace("T", " ").replace(/\.\d+Z$/, " UTC");
}
function entryText({ log }) {
	return log.length === 0 ? "" : `entry ${log.map(({ index }) => index).join(", ")}`;
}
/** When, and who says so; statements of one run are signed within moments. */
function timeLine(group) {
	const times = group.flatMap(({ signedAt }) => signedAt === void 0 ? [] : [signedAt.getTime()]);
	if (times.length === 0) return "";
	const [first, last] = [Math.min(...times), Math.max(...times)].map((time) => timeText(new Date(time)));
	const logs = [...new Set(group.flatMap(({ log }) => log.map(({ url }) => host(url))))];
	return [first === last ? first : `${first} to ${last}`, ...logs.length === 0 ? [] : [`logged by ${logs.join(", ")}`]].join(", ");
}
function statementLines(statements, paint) {
	const cells = columns(statements.map((report) => [
		oneLine(report.title, NAME_LENGTH),
		about(report),
		entryText(report),
		oneLine(basename(report.bundle), NAME_LENGTH)
	]));
	return statements.flatMap((report, index) => {
		const [title = "", subjects = "", entry = "", bundle = ""] = cells[index] ?? [];
		if (report.outcome === "unrelated") return [paint.dim(`  – ${title}  ${subjects}  ${entry}  ${bundle}: speaks of other files, not asked`)];
		return [`  ${report.outcome === "accepted" ? paint.green("✓") : paint.red("✗")} ${title}  ${subjects}  ${paint.dim(`${entry}  ${bundle}`)}`, ...reasonLines(report.reasons, paint)];
	});
}
/** Who signed; statements of one run share it. */
function identityLines(group, paint) {
	const certificate = group[0]?.certificate;
	if (certificate === void 0) return [];
	const { subjectAlternativeName, extensions } = certificate;
	const { sourceRepositoryUri, sourceRepositoryRef, sourceRepositoryDigest, buildTrigger, runnerEnvironment } = extensions;
	return [
		["signed by", subjectAlternativeName],
		["vouched by", extensions.issuer ?? ""],
		["source", [sourceRepositoryUri, sourceRepositoryRef].filter(Boolean).join("  ")],
		["commit", sourceRepositoryDigest ?? ""],
		["run", extensions.runInvocationUri ?? ""],
		["", [buildTrigger === void 0 ? "" : `on ${buildTrigger}`, runnerEnvironment].filter(Boolean).join(", ")],
		["time", timeLine(group)]
	].filter(([, value]) => value !== "").map(([label, value]) => `    ${paint.dim(label.padEnd(10))}  ${oneLine(value, 300)}`);
}
function groupByIdentity(statements) {
	const groups = /* @__PURE__ */ new Map();
	for (const report of statements) {
		const key = JSON.stringify(report.certificate ?? null);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [report]);
		else group.push(report);
	}
	return [...groups.values()];
}
function verdictLine({ report, policy }, policyName, paint) {
	const { artifacts, statements } = report;
	if (report.verified) {
		const accepted = statements.filter(({ outcome }) => outcome === "accepted").length;
		const what = `${countOf(artifacts.length, "file")} by ${countOf(accepted, "statement")}`;
		return `${paint.green(paint.bold("verified"))}  ${what}, as ${policyName} asks: ${policy.predicates.map(titleOfPredicate).join(", ")}`;
	}
	const bad = artifacts.filter(({ verified }) => !verified).length;
	const refused = statements.filter(({ outcome }) => outcome === "refused").length;
	const what = [...bad > 0 ? [`${bad} of ${countOf(artifacts.length, "file")} not verified`] : [], ...refused > 0 ? [`${countOf(refused, "statement")} refused`] : []].join(", ");
	return `${paint.red(paint.bold("refused"))}  ${what}, by ${policyName}`;
}
/**
* A verification for people: the files, each statement with who vouches for its time, who signed, and the verdict last.
*
* @param verified the result
* @param policyName the policy, as it was named
* @param paint colours
* @returns lines
*/
function renderReport(verified, policyName, paint) {
	const groups = groupByIdentity(verified.report.statements);
	return [
		...artifactLines(verified.report.artifacts, paint),
		...groups.flatMap((group) => [
			"",
			...statementLines(group, paint),
			...identityLines(group, paint)
		]),
		"",
		verdictLine(verified, oneLine(policyName, NAME_LENGTH), paint)
	];
}

// src/actions/verify/verify-files.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/** Names of bundles in a folder. */
const BUNDLE_NAME = /\.(?:sigstore\.json|sigstore|jsonl)$/;
function inputError(problems) {
	const count = problems.length === 1 ? "1 input is" : `${problems.length} inputs are`;
	return new TurnpikeError("VERIFY_INPUT", "config", `${count} wrong; nothing was verified.`, { problems });
}
async function globbed(files, pattern) {
	const { base, glob } = import_picomatch.default.scan(pattern);
	const isDeep = glob.includes("/") || glob.includes("**");
	const matches = (0, import_picomatch.default)(glob);
	return (await files.list(base === "" ? "." : base, (path) => !isDeep || /(?:^|\/)(?:\.git|node_modules)$/.test(path))).filter(({ kind, path }) => kind === "file" && matches(path)).map(({ path }) => join(base, path));
}
async function isFolder(files, path) {
	return (await files.list(path, () => true)).length > 0;
}
/** One pattern's files; a folder stands for the bundles right in it. */
async function expand(files, given, kind) {
	if (import_picomatch.default.scan(given).isGlob && !await files.exists(given)) {
		const found = await globbed(files, given);
		return found.length > 0 ? found : "matches no file";
	}
	if (!await files.exists(given)) return "is not there";
	if (!await isFolder(files, given)) return [given];
	if (kind === "artifact") return "is a folder; name the files in it";
	const bundles = (await files.list(given, () => true)).filter((entry) => entry.kind === "file" && BUNDLE_NAME.test(entry.path));
	return bundles.length > 0 ? bundles.map(({ path }) => join(given, path)) : "is a folder without a *.sigstore.json";
}
async function expandAll(files, given, kind) {
	const paths = [];
	const problems = [];
	if (given.length === 0) problems.push({
		where: kind,
		message: "is missing: name at least one"
	});
	for (const pattern of given) {
		const found = await expand(files, pattern, kind);
		if (typeof found === "string") problems.push({
			where: pattern,
			message: found
		});
		else paths.push(...found);
	}
	return {
		paths: [...new Set(paths)],
		problems
	};
}
async function readPolicy(files, path) {
	const text = await files.readText(path);
	if (text !== void 0) return parsePolicy(text, path);
	throw new TurnpikeError("VERIFY_INPUT", "config", "There is no policy; nothing was verified.", {
		problems: [{
			where: path,
			message: "is not there; a policy says who must have signed"
		}],
		doc: "docs/policy.md"
	});
}
/** The trusted root that was named, or that the policy names beside itself, or the public good instance's. */
async function readTrustedRoot(inputs, policy, ports) {
	const beside = policy.trustedRoot === void 0 ? void 0 : join(dirname(inputs.policy), policy.trustedRoot);
	const path = inputs.trustedRoot ?? beside;
	if (path === void 0) return {
		where: "Sigstore's public good instance",
		root: await ports.sigstore.trustedRoot("public-good")
	};
	const text = await ports.files.readText(path);
	if (text === void 0) throw new TurnpikeError("VERIFY_INPUT", "config", "There is no trusted root; nothing was verified.", {
		problems: [{
			where: path,
			message: "is not there; the policy asks for this trusted root"
		}],
		hint: "Name it with --trusted-root FILE, or put it beside the policy."
	});
	try {
		return {
			where: path,
			root: JSON.parse(text)
		};
	} catch {
		throw inputError([{
			where: path,
			message: "is not JSON; a trusted root is"
		}]);
	}
}
async function judgeFile(path, policy, verifier, files) {
	const refused = (reason) => [{
		kind: "refused",
		bundle: path,
		reasons: [reason],
		payload: void 0
	}];
	const size = await files.size(path) ?? 0;
	if (size > 67108864) return refused(`It has ${size} bytes; at most ${BUNDLE_LIMIT_BYTES} are read.`);
	const documents = splitBundles(await files.readText(path) ?? "");
	if (documents === void 0) return refused("It is not JSON, nor one JSON document a line.");
	return documents.map((document, index) => {
		const name = documents.length === 1 ? path : `${path}:${index + 1}`;
		return verifier.verify(name, document, policy.thresholds.certificateLogs);
	});
}
/**
* Verifies files against bundles and a policy. Reads files and nothing else: no network, no login, no cache.
*
* @param inputs what to verify
* @param ports see {@link VerifyPorts}
* @returns the report, whatever it says
* @throws TurnpikeError `VERIFY_INPUT` or `CONFIG_INVALID` when it could not be asked: files that are not there, a wrong policy or trusted root
*/
async function verifyFiles(inputs, ports) {
	const { files, sigstore } = ports;
	const artifacts = await expandAll(files, inputs.artifacts, "artifact");
	const bundles = await expandAll(files, inputs.bundles, "bundle");
	const problems = [...artifacts.problems, ...bundles.problems];
	if (problems.length > 0) throw inputError(problems);
	const policy = await readPolicy(files, inputs.policy);
	const { where, root } = await readTrustedRoot(inputs, policy, ports);
	const verifier = await sigstore.verifier(root, where);
	const hashed = [];
	for (const path of artifacts.paths) hashed.push({
		name: path,
		sha256: await files.sha256(path)
	});
	const judged = [];
	for (const path of bundles.paths) judged.push(...await judgeFile(path, policy, verifier, files));
	return {
		report: judgeEvidence(judged, policy, hashed),
		policy,
		trustedRoot: where
	};
}

export { PLAIN as n, renderReport as r, verifyFiles as t };