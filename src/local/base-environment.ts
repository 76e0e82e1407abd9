import { definedVariables } from "../adapters/node/environment.ts";

/** What a step must not see: another run's variables, this program's own, and npm's. */
const FOREIGN =
  /^(GITHUB_|ACTIONS_|RUNNER_|INPUT_|STATE_|npm_|NODE_OPTIONS$|NODE_ICU_DATA$|TURNPIKE_|VIRTUAL_ENV$|CI$)/;

/** Names that look like secrets. A hosted runner would not have them, and a step should not find them by chance. */
const SECRET_LIKE = /(TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY|API_?KEY|ACCESS_KEY|SESSION_KEY)/i;

/**
 * @param env environment of this process
 * @param passed names that are handed on
 * @returns names that steps do not get because they look like secrets
 */
export function withheldNames(
  env: Readonly<Record<string, string | undefined>>,
  passed: readonly string[],
): readonly string[] {
  return Object.keys(definedVariables(env))
    .filter((name) => SECRET_LIKE.test(name) && !FOREIGN.test(name) && !passed.includes(name))
    .sort();
}

/**
 * The machine's environment as steps inherit it: all that makes programs run here, without secrets.
 *
 * @param env environment of this process
 * @param passed names that are handed on in spite of how they look
 */
export function baseEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  passed: readonly string[],
): Record<string, string> {
  const kept = Object.entries(definedVariables(env)).filter(
    ([name]) => passed.includes(name) || (!FOREIGN.test(name) && !SECRET_LIKE.test(name)),
  );
  return Object.fromEntries(kept);
}
