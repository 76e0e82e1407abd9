import { type ActionMeaning, meaningOf } from "./actions.ts";
import { actionInputs } from "./inputs.ts";

/**
 * @param uses what `uses:` says
 * @param inputs texts of `with:`
 * @returns the plain command that a well-known action starts at the root; undefined when it starts none, or elsewhere
 */
export function checkOfAction(uses: string, inputs: Readonly<Record<string, string>>): readonly string[] | undefined {
  const meaning = meaningOf(uses, actionInputs(inputs, uses));
  return meaning?.words === undefined || meaning.folder !== undefined ? undefined : meaning.words;
}

/**
 * @param uses what `uses:` says
 * @param inputs texts of `with:`, expressions as they are written
 * @returns versions of Python and Node that a well-known action sets up; undefined where it does not say
 */
export function versionsOfAction(
  uses: string,
  inputs: Readonly<Record<string, string>>,
): Pick<ActionMeaning, "python" | "node"> {
  const { python, node } = meaningOf(uses, actionInputs(inputs, uses)) ?? {};
  return { ...(python ? { python } : {}), ...(node ? { node } : {}) };
}
