import { type ActionToolchain, meaningOf } from "./actions.ts";
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
 * @returns what a well-known action sets up: the version of Python, or the toolchain of another language
 */
export function versionsOfAction(
  uses: string,
  inputs: Readonly<Record<string, string>>,
): { readonly python?: string; readonly toolchain?: ActionToolchain } {
  const { python, toolchain } = meaningOf(uses, actionInputs(inputs, uses)) ?? {};
  return { ...(python ? { python } : {}), ...(toolchain === undefined ? {} : { toolchain }) };
}
