import type { InputsOf, OutputsOf } from "../../contract/index.ts";
import { EXIT } from "../../errors.ts";
import type { Log } from "../../ports/log.ts";
import type { verifyContract } from "./contract.ts";
import { PLAIN, renderReport } from "./render-report.ts";
import { type VerifyPorts, verifyFiles } from "./verify-files.ts";

type Inputs = InputsOf<typeof verifyContract>;
type Outputs = OutputsOf<typeof verifyContract>;

/** Everything that the action touches. */
export interface VerifyActionPorts extends VerifyPorts {
  readonly log: Log;
}

/** Outputs, and how the step ends. */
export interface VerifyResult {
  readonly outputs: Outputs;
  readonly exitCode: number;
  readonly failure?: string;
}

/**
 * Verifies artifacts, and says for each what is right or wrong.
 *
 * @param inputs the action's inputs
 * @param ports see {@link VerifyActionPorts}
 * @returns outputs; exit code 1 when anything is refused
 * @throws TurnpikeError `VERIFY_INPUT` or `CONFIG_INVALID` when it could not be asked
 */
export async function verify(inputs: Inputs, ports: VerifyActionPorts): Promise<VerifyResult> {
  const verified = await verifyFiles(inputs, ports);
  const { report } = verified;
  const lines = renderReport(verified, inputs.policy, PLAIN);
  for (const line of lines) ports.log.info(line);
  const accepted = report.statements.filter(({ outcome }) => outcome === "accepted").length;
  const outputs = { verified: String(report.verified), statements: String(accepted) };
  if (report.verified) return { outputs, exitCode: EXIT.passed };
  const reasons = [
    ...report.artifacts.flatMap(({ name, reasons: own }) => own.map((reason) => `${name}: ${reason}`)),
    ...report.statements.flatMap(({ bundle, reasons: own }) => own.map((reason) => `${bundle}: ${reason}`)),
  ];
  return { outputs, exitCode: EXIT.failed, failure: reasons.join("\n") };
}
