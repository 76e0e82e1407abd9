/** Who commits, by the setting that names it. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  "user.name": ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"],
  "user.email": ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"],
};

/** Settings that change what git does in a test and nothing else of the machine. */
const PLAIN =
  /^(?:init\.defaultbranch|core\.(?:autocrlf|eol|longpaths)|protocol\.[\w.]+|advice\.\w+|color\.\w+|pull\.rebase)$/i;
const VALUES = /^(?:-f|--file|--type|--default)$/;

function settingOf(words: readonly string[]): readonly [name: string, value: string] | undefined {
  const [program, verb, ...rest] = words;
  if (program !== "git" || verb !== "config" || rest.some((word) => VALUES.test(word))) return undefined;
  const [name = "", value, ...more] = rest.filter((word) => !word.startsWith("-") && word !== "set");
  return value === undefined || more.length > 0 ? undefined : [name.toLowerCase(), value];
}

/**
 * `git config --global user.name Bot` in variables, so that a gate finds the same and the machine stays as it is
 * (git-scm.com/docs/git-config, "GIT_CONFIG_COUNT").
 *
 * @param words a command
 * @param before variables of earlier settings
 * @returns all variables; undefined for a command that does anything else
 */
export function gitVariables(
  words: readonly string[],
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  const [name, value = ""] = settingOf(words) ?? [];
  if (name === undefined) return undefined;
  const identity = Object.hasOwn(IDENTITY, name) ? IDENTITY[name] : undefined;
  if (identity !== undefined) return { ...before, ...Object.fromEntries(identity.map((one) => [one, value])) };
  // Folders that git may trust are a matter of the machine and change no answer of a gate.
  if (name === "safe.directory") return before;
  if (!PLAIN.test(name)) return undefined;
  const count = Number(before["GIT_CONFIG_COUNT"] ?? "0");
  const own = {
    GIT_CONFIG_COUNT: String(count + 1),
    [`GIT_CONFIG_KEY_${count}`]: name,
    [`GIT_CONFIG_VALUE_${count}`]: value,
  };
  return { ...before, ...own };
}
