import { t as readRunContext } from "./shared/context.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { O as defineAction, _ as NodeFiles, c as NodeProcesses, v as systemClock, y as definedVariables } from "./shared/begin.js";
import { t as nodeHttp } from "./shared/http2.js";
import { t as sigstore } from "./shared/sigstore.js";
import { c as path, o as list } from "./shared/fields.js";
import { t as EXIT } from "./shared/errors.js";
import { n as PLAIN, r as renderReport, t as verifyFiles } from "./shared/verify-files.js";

// src/actions/verify/contract.ts
/** `actions/verify`: artifacts against bundles and a policy, offline. */
const verifyContract = defineAction({
	name: "verify",
	title: "Turnpike: verify",
	description: "Verifies artifacts against Sigstore bundles and a policy, without a login and without a network.",
	inputs: {
		artifacts: list("Files to verify, as paths or globs."),
		bundles: list("Bundles, as paths, globs or folders."),
		policy: path("The policy: who must have signed what (docs/policy.md).", { default: ".github/turnpike/policy.yml" }),
		"trusted-root": path("A trusted root. Empty: the file that the policy names, beside it; else the public good instance's, which comes with this action.")
	},
	outputs: {
		verified: { description: "true when every artifact has every statement that the policy asks for." },
		statements: { description: "How many statements were accepted." }
	},
	permissions: {},
	onServiceError: "fail",
	branding: {
		icon: "check",
		color: "purple"
	}
});

// src/actions/verify/run.ts
/**
* Verifies artifacts, and says for each what is right or wrong.
*
* @param inputs the action's inputs
* @param ports see {@link VerifyActionPorts}
* @returns outputs; exit code 1 when anything is refused
* @throws TurnpikeError `VERIFY_INPUT` or `CONFIG_INVALID` when it could not be asked
*/
async function verify(inputs, ports) {
	const verified = await verifyFiles(inputs, ports);
	const { report } = verified;
	const lines = renderReport(verified, inputs.policy, PLAIN);
	for (const line of lines) ports.log.info(line);
	const accepted = report.statements.filter(({ outcome }) => outcome === "accepted").length;
	const outputs = {
		verified: String(report.verified),
		statements: String(accepted)
	};
	if (report.verified) return {
		outputs,
		exitCode: EXIT.passed
	};
	const reasons = [...report.artifacts.flatMap(({ name, reasons: own }) => own.map((reason) => `${name}: ${reason}`)), ...report.statements.flatMap(({ bundle, reasons: own }) => own.map((reason) => `${bundle}: ${reason}`))];
	return {
		outputs,
		exitCode: EXIT.failed,
		failure: reasons.join("\n")
	};
}

// src/actions/verify/main.ts
await runAction(verifyContract, async (inputs) => {
	const env = definedVariables(process.env);
	return await verify(inputs, {
		files: new NodeFiles(readRunContext(env).workspace),
		sigstore: sigstore({
			http: nodeHttp,
			clock: systemClock,
			processes: new NodeProcesses(),
			env
		}),
		log: actionsLog
	});
});

export {  };