import { toPlanDocument } from "../../core/detect/index.ts";
import { isOurs, type TryDocument, toTryDocument } from "../../core/first-run/index.ts";
import { EXIT } from "../../errors.ts";
import type { TryResult } from "./request.ts";

/**
 * @param result a try
 * @returns the exit code: that of the verdict; a fault of ours that a proof found is no verdict on the repository
 */
export function exitCodeOfTry({ checked, proofs }: TryResult): number {
  return proofs.some(isOurs) ? EXIT.service : checked.run.exitCode;
}

/**
 * @param result a try
 * @returns what `turnpike try --json` prints
 */
export function documentOfTry(result: TryResult): TryDocument {
  const { checked, planned, sbom, setUp, times, proofs, release, caller, results } = result;
  const { commit, tree, dirty } = checked.verdict;
  const document = toPlanDocument(planned, { commit, tree, dirty: commit === null ? null : dirty }, sbom);
  const trial = { exitCode: exitCodeOfTry(result), times, proofs, release, caller, results };
  return toTryDocument(document, { verdict: checked.verdict, setUp }, trial);
}
