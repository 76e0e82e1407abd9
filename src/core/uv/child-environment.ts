/**
 * Variables that give power over the run, or that only the action itself may read: runtime, cache and identity tokens, inputs
 * and state of actions, and the files with which a step speaks to the runner.
 */
const WITHHELD = [
  /^ACTIONS_/,
  /^INPUT_/,
  /^STATE_/,
  /^GITHUB_TOKEN$/,
  /^GH_TOKEN$/,
  /^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|ARTIFACTS)$/,
];

/**
 * The environment for programs that run code of packages or of the repository: install scripts, build backends, builds.
 *
 * @param env the action's own environment
 * @param added what the program needs besides; an undefined value takes a variable out
 * @returns the rest, with what was added
 */
export function childEnvironment(
  env: Readonly<Record<string, string>>,
  added: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const kept = Object.entries(env).filter(([name]) => !WITHHELD.some((pattern) => pattern.test(name)));
  const all: Record<string, string | undefined> = { ...Object.fromEntries(kept), ...added };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
