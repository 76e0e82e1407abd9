import { childEnvironment } from "../../core/uv/index.ts";

/** Shorter values are shared by chance. */
const SHORTEST_TOKEN = 6;

const TOKEN_VARIABLES =
  /^(?:ACTIONS_RUNTIME_TOKEN|ACTIONS_ID_TOKEN_REQUEST_TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_.*(?:TOKEN|SECRET|PASSWORD).*)$/i;

/**
 * @param variables of a gate or an installation
 * @param root absolute folder of the checkout
 * @returns the same, with the folder where `${checkout}` stands for it
 */
export function inCheckout(variables: Readonly<Record<string, string>>, root: string): Record<string, string> {
  const filled = Object.entries(variables).map(([name, value]) => [name, value.replaceAll("${checkout}", root)]);
  return Object.fromEntries(filled);
}

/**
 * The environment of a gate: what the repository's own command would have, less the runner's tokens, action inputs and state,
 * and less any variable that holds one of these tokens under another name; plus what the gate declares.
 *
 * @param env the environment of this process
 * @param declared the gate's own variables
 * @returns the whole environment of the gate
 */
export function gateEnvironment(
  env: Readonly<Record<string, string>>,
  declared: Readonly<Record<string, string>>,
): Record<string, string> {
  const tokens = new Set(
    Object.entries(env)
      .filter(([name, value]) => TOKEN_VARIABLES.test(name) && value.length >= SHORTEST_TOKEN)
      .map(([, value]) => value),
  );
  const kept = Object.entries(childEnvironment(env)).filter(([, value]) => !tokens.has(value));
  return { ...Object.fromEntries(kept), ...declared };
}
