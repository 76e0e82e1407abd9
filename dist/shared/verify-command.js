import { r as renderReport, t as verifyFiles } from "./verify-files.js";
import { a as boolean, c as literal, d as object, f as record, m as string, n as _enum, r as array } from "./schemas.js";
import { u as datetime } from "./last-gate.js";
import { _ as NodeFiles, c as NodeProcesses, v as systemClock, y as definedVariables } from "./begin.js";
import { l as styles } from "./first-gate.js";
import { t as nodeHttp } from "./http2.js";
import { i as POLICY_FILE, t as sigstore } from "./sigstore.js";
import "./terminal.js";
import { t as EXIT } from "./errors.js";
import { dirname } from "node:path/posix";

// src/core/provenance/verification-file.ts
/** What `turnpike verify --json` prints, schema `turnpike/verification/1`. All names are foreign data. */
const verificationFileSchema = object({
	schema: literal("turnpike/verification/1").describe("Name and major version of this format."),
	verified: boolean().describe("True when every artifact has every statement that the policy asks for."),
	policy: string().describe("The policy, as it was named."),
	artifacts: array(object({
		name: string(),
		sha256: string(),
		verified: boolean(),
		reasons: array(string()).describe("Every reason against it, as sentences.")
	})),
	statements: array(object({
		bundle: string().describe("The bundle's file, as it was found."),
		outcome: _enum([
			"accepted",
			"refused",
			"unrelated"
		]),
		reasons: array(string()).describe("Every reason against it, as sentences."),
		predicateType: string().nullable(),
		subjects: array(object({
			name: string(),
			digest: record(string(), string())
		})),
		signer: string().nullable().describe("The certificate's subject alternative name; null when nothing is proved."),
		certificate: record(string(), string()).describe("What the certificate's extensions say; empty when nothing is proved."),
		log: array(object({
			url: string().nullable(),
			index: string()
		})),
		signedAt: datetime().nullable()
	}))
});
function toStatement(report) {
	return {
		bundle: report.bundle,
		outcome: report.outcome,
		reasons: [...report.reasons],
		predicateType: report.predicateType ?? null,
		subjects: report.subjects.map(({ name, digest }) => ({
			name,
			digest: { ...digest }
		})),
		signer: report.certificate?.subjectAlternativeName ?? null,
		certificate: { ...report.certificate?.extensions },
		log: report.log.map(({ url, index }) => ({
			url: url ?? null,
			index
		})),
		signedAt: report.signedAt?.toISOString() ?? null
	};
}
/**
* @param report the result of a verification
* @param policy the policy, as it was named
* @returns the document
*/
function toVerificationFile(report, policy) {
	return {
		schema: "turnpike/verification/1",
		verified: report.verified,
		policy,
		artifacts: report.artifacts.map((artifact) => ({
			...artifact,
			reasons: [...artifact.reasons]
		})),
		statements: report.statements.map(toStatement)
	};
}

// src/cli/verify/verify-command.ts
/** Where a repository keeps its policy. */
const REPOSITORY_POLICY = ".github/turnpike/policy.yml";
async function choosePolicy(given, files) {
	if (given !== void 0) return given;
	return await files.exists("policy.yml") || !await files.exists(REPOSITORY_POLICY) ? POLICY_FILE : REPOSITORY_POLICY;
}
/**
* Verifies, prints, and sets the exit code: 0 verified, 1 refused.
*
* @param args what the command line asks for
* @throws TurnpikeError `VERIFY_INPUT` or `CONFIG_INVALID` when it could not be asked
*/
async function runVerifyCommand(args) {
	const env = definedVariables(process.env);
	const files = new NodeFiles(process.cwd());
	const policy = await choosePolicy(args.policy, files);
	const bundles = args.bundles.length > 0 ? args.bundles : [dirname(policy)];
	const verified = await verifyFiles({
		artifacts: args.artifacts,
		bundles,
		policy,
		trustedRoot: args.trustedRoot
	}, {
		files,
		sigstore: sigstore({
			http: nodeHttp,
			clock: systemClock,
			processes: new NodeProcesses(),
			env
		})
	});
	const lines = renderReport(verified, policy, styles(process.stderr, env));
	process.stderr.write(`${lines.join("\n")}\n`);
	if (args.json) process.stdout.write(`${JSON.stringify(toVerificationFile(verified.report, policy), null, 2)}\n`);
	process.exitCode = verified.report.verified ? EXIT.passed : EXIT.failed;
}

export { runVerifyCommand };