import { dirname } from "node:path/posix";
import { renderReport } from "../../actions/verify/render-report.ts";
import { verifyFiles } from "../../actions/verify/verify-files.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { nodeHttp } from "../../adapters/node/http.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { sigstore } from "../../adapters/sigstore/index.ts";
import { styles } from "../../adapters/terminal/index.ts";
import { POLICY_FILE, toVerificationFile } from "../../core/provenance/index.ts";
import { EXIT } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";

/** What the command line asks for. */
export interface VerifyArguments {
  readonly artifacts: readonly string[];
  /** Empty: the folder of the policy. */
  readonly bundles: readonly string[];
  readonly policy: string | undefined;
  readonly trustedRoot: string | undefined;
  readonly json: boolean;
}

/** Where a repository keeps its policy. */
const REPOSITORY_POLICY = ".github/turnpike/policy.yml";

async function choosePolicy(given: string | undefined, files: Files): Promise<string> {
  if (given !== undefined) return given;
  return (await files.exists(POLICY_FILE)) || !(await files.exists(REPOSITORY_POLICY))
    ? POLICY_FILE
    : REPOSITORY_POLICY;
}

/**
 * Verifies, prints, and sets the exit code: 0 verified, 1 refused.
 *
 * @param args what the command line asks for
 * @throws TurnpikeError `VERIFY_INPUT` or `CONFIG_INVALID` when it could not be asked
 */
export async function runVerifyCommand(args: VerifyArguments): Promise<void> {
  const env = definedVariables(process.env);
  const files = new NodeFiles(process.cwd());
  const policy = await choosePolicy(args.policy, files);
  const bundles = args.bundles.length > 0 ? args.bundles : [dirname(policy)];
  const verified = await verifyFiles(
    { artifacts: args.artifacts, bundles, policy, trustedRoot: args.trustedRoot },
    { files, sigstore: sigstore({ http: nodeHttp, clock: systemClock, processes: new NodeProcesses(), env }) },
  );
  const lines = renderReport(verified, policy, styles(process.stderr, env));
  process.stderr.write(`${lines.join("\n")}\n`);
  if (args.json) process.stdout.write(`${JSON.stringify(toVerificationFile(verified.report, policy), null, 2)}\n`);
  process.exitCode = verified.report.verified ? EXIT.passed : EXIT.failed;
}
