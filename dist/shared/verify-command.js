import { r as renderReport, t as verifyFiles } from "./verify-files.js";
import { t as systemClock } from "./clock.js";
import { t as definedVariables } from "./environment2.js";
import { t as NodeFiles } from "./files2.js";
import { t as nodeHttp } from "./http2.js";
import { t as NodeProcesses } from "./processes.js";
import { t as sigstore } from "./sigstore.js";
import "./terminal.js";
import { d as POLICY_FILE, t as toVerificationFile } from "./provenance.js";
import { t as styles } from "./styles.js";
import { t as EXIT } from "./errors.js";
import { dirname } from "node:path/posix";

// src/cli/verify-command.ts
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