import type { InstalledEnvironments } from "../../actions/gates/environments/environment.ts";
import { keyOf, packagesFor } from "../../actions/gates/environments/environment.ts";
import type { Environment, Gate } from "../../core/gates/index.ts";
import type { SetUpResult } from "./request.ts";

/**
 * @param environments environments of the plan
 * @param gates the gates that ran
 * @param installed what was there for them
 * @returns what became of each environment, in the order of the plan
 */
export function setUpResults(
  environments: readonly Environment[],
  gates: readonly Gate[],
  installed: InstalledEnvironments,
): readonly SetUpResult[] {
  const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
  return environments.map((environment): SetUpResult => {
    const reason = installed.problems.get(keyOf(environment));
    if (reason !== undefined) return { environment, outcome: "failed", reason };
    if (!needed.has(keyOf(environment))) return { environment, outcome: "skipped", reason: "no gate needs it" };
    const isLocked = environment.lock !== null || environment.recipe !== undefined;
    if (!isLocked) return { environment, outcome: "skipped", reason: "there is no lock file" };
    return { environment, outcome: "installed", reason: null };
  });
}
