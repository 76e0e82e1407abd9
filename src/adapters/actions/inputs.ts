import type { ActionContract } from "../../contract/index.ts";

/**
 * The texts of an action's inputs. The runner exports `INPUT_<NAME>`, upper case, spaces turned to `_`
 * (actions/runner src/Runner.Worker/Handlers/Handler.cs, AddInputsToEnvironment); hyphens stay.
 *
 * @param contract whose inputs
 * @param env the process environment
 * @returns text by input name; names that the contract does not know are kept, so that the parser can report them
 */
export function readInputs(
  contract: ActionContract,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const raw: Record<string, string> = {};
  for (const [variable, value] of Object.entries(env)) {
    if (!variable.startsWith("INPUT_") || value === undefined) continue;
    const name = variable.slice("INPUT_".length).toLowerCase();
    if (name in contract.inputs || value !== "") raw[name] = value;
  }
  return raw;
}
