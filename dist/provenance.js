import { t as ActionsArtifacts } from "./shared/artifacts.js";
import { t as readRunContext } from "./shared/context.js";
import { t as ActionsGitHub } from "./shared/github.js";
import { t as keepArtifact } from "./shared/keep-artifact.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { a as attest, i as keep, o as ActionsOidc, t as readMaterial } from "./shared/material.js";
import { t as stepSummary } from "./shared/page.js";
import { O as defineAction, T as countOf, _ as NodeFiles, c as NodeProcesses, v as systemClock, y as definedVariables } from "./shared/begin.js";
import { t as nodeHttp } from "./shared/http2.js";
import { a as TRUSTED_ROOT_FILE, i as POLICY_FILE, t as sigstore } from "./shared/sigstore.js";
import { t as TRUST_CONFIG_VARIABLE } from "./shared/trusted-root.js";
import { c as path, i as flag, l as secret, o as list, t as choice, u as text } from "./shared/fields.js";
import { t as ATTESTATIONS_FILE } from "./shared/attestations-file.js";
import { d as code, f as link, m as strong, p as renderBlocks } from "./shared/summary.js";
import { V as oneLine } from "./shared/first-gate.js";
import { join } from "node:path/posix";

// src/actions/provenance/contract.ts
/** `actions/provenance`: sigstore-signed statements about what was built. */
const provenanceContract = defineAction({
	name: "provenance",
	title: "Turnpike: provenance",
	description: "Signs SLSA provenance, the SBOM and the test result with Sigstore, checks them, and writes the policy that verifies them offline.",
	inputs: {
		"subjects-file": path("Subjects in the format of sha256sum; paths are relative to the file's folder.", { required: true }),
		"subjects-digest": text("SHA-256 that the subjects file must have; comes from the build job's output."),
		sbom: list("CycloneDX documents to attest, or folders that hold them."),
		"verdict-file": path("verdict.json to attest as the test result of the commit."),
		"verdict-digest": text("SHA-256 that verdict.json must have; comes from the check job's output."),
		instance: choice("The Sigstore instance. `auto`: the public good instance for public repositories, GitHub's for private ones.", [
			"auto",
			"public-good",
			"github"
		], { default: "auto" }),
		"trust-config": path("A Sigstore client trust configuration (trusted root and signing configuration) of a private instance; it wins over `instance`."),
		store: flag("Put the bundles into the repository's attestation store too, where `attestations: write` is granted.", { default: "true" }),
		"github-token": secret("For the attestation store.", { default: "${{ github.token }}" }),
		output: path("The folder for bundles, attestations.json, policy.yml and, for a private instance, trusted-root.json.", { default: ".turnpike/attestations" }),
		summary: flag("Write a paragraph into this job's summary.", { default: "false" }),
		artifact: text("Keep what this step wrote as an artifact of this name. Empty: nothing is kept.")
	},
	outputs: {
		bundles: { description: "Paths of the bundles, one a line." },
		"policy-file": { description: "Path of policy.yml: exactly what was signed as." },
		"trusted-root-file": { description: "Path of trusted-root.json; empty for the public good instance." },
		"attestations-file": { description: "Path of attestations.json: what was signed, and where it is." },
		statements: { description: "How many statements were signed." },
		"attestation-urls": { description: "Where GitHub shows them, one a line; empty when they were not stored." }
	},
	permissions: {
		"id-token": {
			level: "write",
			why: "the identity that Sigstore certifies",
			optional: false
		},
		contents: {
			level: "read",
			why: "read the lock file",
			optional: false
		},
		attestations: {
			level: "write",
			why: "put the bundles into the repository's attestation store",
			optional: true
		}
	},
	onServiceError: "fail",
	branding: {
		icon: "shield",
		color: "purple"
	}
});

// src/actions/provenance/render-signed.ts
const NAME_LENGTH = 80;
const SHORT_COMMIT$1 = 12;
function about(subjects) {
	const [first] = subjects;
	if (first === void 0) return [];
	const commit = first.digest["gitCommit"];
	if (commit !== void 0) return ["commit ", code(commit.slice(0, SHORT_COMMIT$1))];
	return subjects.length === 1 ? [code(oneLine(first.name, NAME_LENGTH))] : [countOf(subjects.length, "file")];
}
function row(statement) {
	const { log, store } = statement;
	return [
		[statement.title],
		about(statement.subjects),
		log === null ? ["–"] : [`entry ${log.index}`],
		store.url === null ? [code(statement.bundle)] : link(store.url, code(statement.bundle))
	];
}
/**
* @param file what was signed
* @returns Markdown for a job summary
*/
function renderSigned(file) {
	const [problem] = file.statements.filter(({ store }) => store.outcome !== "stored");
	const note = problem === void 0 || problem.store.outcome === "off" ? [] : [{
		kind: "small",
		content: [`Not in the attestation store: ${oneLine(problem.store.reason ?? "", 200)}`]
	}];
	const columns = [
		"statement",
		"about",
		"log",
		"bundle"
	].map((title) => ({
		title,
		align: "left"
	}));
	const signed = `${countOf(file.statements.length, "statement")} signed and verified`;
	return renderBlocks([
		{
			kind: "paragraph",
			content: [
				strong(signed),
				" as ",
				code(oneLine(file.identity, 200))
			]
		},
		{
			kind: "table",
			columns,
			rows: file.statements.map(row)
		},
		...note,
		{
			kind: "code",
			language: "sh",
			text: file.verifyCommand
		}
	]);
}

// src/actions/provenance/run.ts
const SHORT_COMMIT = 12;
const INSTANCES = {
	"public-good": "Sigstore's public good instance",
	github: "GitHub's Sigstore instance",
	private: "a private Sigstore instance"
};
function aboutOf(subjects) {
	const commit = subjects[0]?.digest["gitCommit"];
	return commit === void 0 ? countOf(subjects.length, "file") : `commit ${commit.slice(0, SHORT_COMMIT)}`;
}
function tell(file, log) {
	log.info(`Signed and verified ${countOf(file.statements.length, "statement")} with ${INSTANCES[file.instance]}:`);
	for (const { title, subjects, bundle } of file.statements) log.info(`  ${title} about ${aboutOf(subjects)}: ${bundle}`);
	log.info(`  signed as ${file.identity}`);
	log.info(`  of ${file.repository} at ${file.commit}`);
	tellStore(file.statements, log);
	log.info(`Verify it with: ${file.verifyCommand}`);
}
function tellStore(statements, log) {
	const [problem] = statements.filter(({ store }) => store.outcome !== "stored");
	if (problem === void 0) log.info("  stored in the repository's attestation store");
	else if (problem.store.outcome === "off") log.info("  not put into the attestation store, as asked for");
	else log.notice(`The bundles are files only; the attestation store did not take them: ${problem.store.reason}.`);
}
/**
* Signs provenance, SBOMs and the test result of a release, verifies what it signed, and writes bundles, policy and trusted
* root, whole or not at all.
*
* @param inputs the action's inputs
* @param ports see {@link ProvenancePorts}
* @returns the action's outputs
* @throws TurnpikeError `SIGN_SUBJECTS`, `SIGN_FAILED`, `FILE_SCHEMA`, `OIDC_UNAVAILABLE`, `OIDC_REFUSED`, `NETWORK_UNREACHABLE`
*/
async function provenance(inputs, ports) {
	const { files, log } = ports;
	const material = await readMaterial(inputs, files);
	const names = material.subjects.map(({ name }) => name);
	log.info(`${countOf(names.length, "subject")} of ${inputs.subjectsFile}; ${material.rehashed} of them are here and have the digest that it says.`);
	const { instance, trustConfig } = inputs;
	const attested = await attest(material, {
		instance,
		trustConfig,
		serverUrl: ports.serverUrl
	}, ports);
	const file = await keep(attested, {
		output: inputs.output,
		artifacts: names,
		store: inputs.store
	}, ports);
	tell(file, log);
	if (inputs.summary) await ports.page.append(renderSigned(file));
	return {
		bundles: file.statements.map(({ bundle }) => join(inputs.output, bundle)).join("\n"),
		policyFile: join(inputs.output, POLICY_FILE),
		trustedRootFile: file.trustedRoot === null ? "" : join(inputs.output, TRUSTED_ROOT_FILE),
		attestationsFile: join(inputs.output, ATTESTATIONS_FILE),
		statements: String(file.statements.length),
		attestationUrls: file.statements.flatMap(({ store }) => store.url === null ? [] : [store.url]).join("\n")
	};
}

// src/actions/provenance/main.ts
await runAction(provenanceContract, async (inputs) => {
	const env = definedVariables(process.env);
	const context = readRunContext(env);
	const fromEnvironment = env[TRUST_CONFIG_VARIABLE];
	if (inputs.trustConfig === void 0 && fromEnvironment !== void 0) actionsLog.info(`The trust configuration comes from the variable ${TRUST_CONFIG_VARIABLE}.`);
	const files = new NodeFiles(context.workspace);
	const outputs = await provenance({
		...inputs,
		trustConfig: inputs.trustConfig ?? fromEnvironment
	}, {
		files,
		oidc: new ActionsOidc(env),
		sigstore: sigstore({
			http: nodeHttp,
			clock: systemClock,
			processes: new NodeProcesses(),
			env
		}),
		clock: systemClock,
		log: actionsLog,
		github: new ActionsGitHub(inputs.githubToken ?? "", context),
		page: stepSummary(env),
		serverUrl: context.serverUrl
	});
	const artifacts = new ActionsArtifacts(env, actionsLog);
	await keepArtifact({
		artifacts,
		files,
		log: actionsLog
	}, {
		name: inputs.artifact,
		folder: inputs.output
	});
	return { outputs };
});

export {  };