import { a as attest, i as keep, n as readSboms, o as ActionsOidc, r as readVerdict } from "./material.js";
import { t as readRunContext } from "./context.js";
import { t as ActionsGitHub } from "./github.js";
import { T as countOf, _ as NodeFiles, c as NodeProcesses, v as systemClock, y as definedVariables } from "./begin.js";
import { t as nodeHttp } from "./http2.js";
import { t as sigstore } from "./sigstore.js";
import "./terminal.js";
import { n as nameProblem } from "./subjects.js";
import { t as TRUST_CONFIG_VARIABLE } from "./trusted-root.js";
import { V as oneLine, l as styles } from "./first-gate.js";
import { n as TurnpikeError } from "./errors.js";
import { basename } from "node:path/posix";

// src/cli/sign/sign-command.ts
function tokenFromFile(files, path) {
	return {
		isAvailable: () => true,
		async token() {
			const text = (await files.readText(path))?.trim() ?? "";
			if (text !== "") return text;
			throw new TurnpikeError("OIDC_UNAVAILABLE", "user", `${path} is not there, or holds no identity token.`);
		}
	};
}
/** Files by their own names; where two share one, by the paths that were given. */
async function readSubjects(files, paths) {
	const names = paths.map((path) => basename(path));
	const problems = [];
	const subjects = /* @__PURE__ */ new Map();
	for (const [index, path] of paths.entries()) {
		const own = names[index] ?? path;
		const name = names.indexOf(own) === names.lastIndexOf(own) ? own : path.replace(/^(?:\.\/)+/, "");
		const problem = await files.exists(path) ? nameProblem(name) : "is not there";
		if (problem === void 0) subjects.set(name, {
			name,
			digest: { sha256: await files.sha256(path) }
		});
		else problems.push({
			where: path,
			message: problem
		});
	}
	if (problems.length === 0) return [...subjects.values()];
	throw new TurnpikeError("SIGN_SUBJECTS", "config", "Not all files can be signed; nothing was signed.", { problems });
}
const stderrLog = {
	info: (message) => void process.stderr.write(`${message}\n`),
	debug: () => void 0,
	notice: (message) => void process.stderr.write(`${message}\n`),
	warning: (message) => void process.stderr.write(`warning: ${message}\n`),
	error: (message) => void process.stderr.write(`${message}\n`),
	group: (_title, work) => work(),
	mask: () => void 0
};
function render(file, output, env) {
	const { bold, dim, green, marks } = styles(process.stderr, env);
	const width = Math.max(...file.statements.map(({ title }) => title.length));
	return [
		...file.statements.map(({ title, bundle }) => `  ${marks.pass} ${title.padEnd(width)}  ${dim(bundle)}`),
		`    ${dim("signed by ")}  ${oneLine(file.identity, 300)}`,
		`    ${dim("commit    ")}  ${oneLine(file.commit, 64)}`,
		"",
		`${green(bold("signed"))}  ${countOf(file.statements.length, "statement")}, each verified, in ${output}`,
		`        ${dim(file.verifyCommand)}`
	].join("\n");
}
/**
* Signs, verifies, writes and prints.
*
* @param args what the command line asks for
* @throws TurnpikeError as signing does; nothing is kept then
*/
async function runSignCommand(args) {
	const env = definedVariables(process.env);
	const context = readRunContext(env);
	const files = new NodeFiles(process.cwd());
	const material = {
		subjects: await readSubjects(files, args.artifacts),
		sboms: await readSboms(files, args.sboms),
		verdict: args.verdict === void 0 ? void 0 : await readVerdict(files, args.verdict)
	};
	const attested = await attest(material, {
		instance: args.instance,
		trustConfig: args.trustConfig ?? env["TURNPIKE_SIGSTORE_TRUST_CONFIG"],
		serverUrl: context.serverUrl
	}, {
		files,
		oidc: args.tokenFile === void 0 ? new ActionsOidc(env) : tokenFromFile(files, args.tokenFile),
		sigstore: sigstore({
			http: nodeHttp,
			clock: systemClock,
			processes: new NodeProcesses(),
			env
		}),
		clock: systemClock,
		log: stderrLog
	});
	const artifacts = material.subjects.map(({ name }) => name);
	const github = new ActionsGitHub("", context);
	const file = await keep(attested, {
		output: args.output,
		artifacts,
		store: false
	}, {
		files,
		github
	});
	process.stderr.write(`${render(file, args.output, env)}\n`);
	if (args.json) process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
}

export { runSignCommand };