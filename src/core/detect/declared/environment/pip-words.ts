/** Options of `pip install` that `uv pip install` has no use for, alone or with the next word. */
const DROPPED =
  /^(?:--user|--system|--break-system-packages|--disable-pip-version-check|--no-python-version-warning|--prefer-binary|--use-pep517|--no-input|--no-warn-script-location|--no-color|-q|-qq|-qqq|--quiet|-v|-vv|-vvv|--verbose|--isolated|--no-clean|--use-deprecated=.*|--progress-bar=.*|--root-user-action=.*|--upgrade-strategy=.*|--timeout=.*|--retries=.*|--use-feature=.*|--exists-action=.*|--no-cache-dir|--require-virtualenv|--compile|--no-compile)$/;
const DROPPED_WITH_VALUE =
  /^(?:--progress-bar|--root-user-action|--upgrade-strategy|--timeout|--retries|--use-feature|--use-deprecated|--exists-action|--python|-p|--cache-dir|--log|--proxy|--cert)$/;
/** Where the packages go is ours to say. */
const ELSEWHERE = /^(?:-t|--target|--prefix|--root|--src|--dry-run|--report)(?:=|$)/;
const KEPT_WITH_VALUE =
  /^(?:-r|--requirement|-c|--constraint|-e|--editable|-i|--index-url|--extra-index-url|-f|--find-links|--only-binary|--no-binary|--group|--extra|--config-settings?|-C|--no-build-isolation-package|--index|--default-index|--index-strategy|--override|--resolution|--prerelease|--reinstall-package|--refresh-package|-P|--upgrade-package|--exclude-newer|--build-constraints?|-b)$/;

const RENAMED: Readonly<Record<string, string>> = {
  "--ignore-installed": "--reinstall",
  "-I": "--reinstall",
  "--force-reinstall": "--reinstall",
  "--pre": "--prerelease=allow",
  "--requirement": "-r",
  "--constraint": "-c",
  "--no-index": "--no-index",
  "--config-setting": "--config-settings",
};

/** `ruff==0.14.*` is a version and no wildcard of a shell (PEP 440, "Version matching"). */
const ANY_PATCH = /^[A-Za-z0-9][\w.[\]-]*[=!]=[\w.+!]+\.\*$/;

/** Variables of pip, and how uv calls the same; pip separates values by white space (pip.pypa.io, "Environment Variables"). */
const VARIABLES: readonly (readonly [string, (value: string) => readonly [string, string]])[] = [
  ["PIP_INDEX_URL", (value) => ["UV_DEFAULT_INDEX", value]],
  ["PIP_EXTRA_INDEX_URL", (value) => ["UV_EXTRA_INDEX_URL", value]],
  ["PIP_FIND_LINKS", (value) => ["UV_FIND_LINKS", value.split(/\s+/).join(",")]],
  ["PIP_CONSTRAINT", (value) => ["UV_CONSTRAINT", value]],
  ["PIP_BUILD_CONSTRAINT", (value) => ["UV_BUILD_CONSTRAINT", value]],
  [
    "PIP_PRE",
    (value) => ["UV_PRERELEASE", /^(?:1|true|yes|on|y|t)$/i.test(value) ? "allow" : "if-necessary-or-explicit"],
  ],
];

/**
 * @param env what a declaration sets around `pip install`
 * @returns the same, and what says it to uv; what is known only when it runs stays pip's alone
 */
export function withUvVariables(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const said = VARIABLES.flatMap(([name, toUv]) => {
    const value = env[name]?.trim() ?? "";
    return value === "" || /[$\u{e000}\u{e001}]/u.test(value) ? [] : [toUv(value)];
  });
  if (said.length === 0) return env;
  const added = Object.fromEntries(said);
  // Index options of pip make no index stronger than another.
  const isMixed = "UV_EXTRA_INDEX_URL" in added || "UV_FIND_LINKS" in added;
  return { ...(isMixed ? { UV_INDEX_STRATEGY: "unsafe-best-match" } : {}), ...added, ...env };
}

/** What `pip install` words come to. */
export type PipInstall =
  | { readonly kind: "words"; readonly words: readonly string[]; readonly packages: readonly string[] }
  | { readonly kind: "unsure"; readonly reason: string };

/** Index options of pip make no index stronger than another; uv's default does. */
const MORE_INDEXES = /^--(?:extra-index-url|find-links)|^-f$/;

/** Why a word cannot be handed to uv; undefined when it can. */
function doubtOf(word: string): string | undefined {
  const name = word.startsWith("--") ? word.replace(/=.*$/s, "") : word;
  if (ELSEWHERE.test(word)) return `\`${name}\` installs somewhere else`;
  const isOpen = /^\$|[*?]|\$\{\{/.test(word) && !ANY_PATCH.test(word);
  return isOpen ? `\`${word}\` is known only when it runs` : undefined;
}

/** What a word becomes for uv, with the word behind it where it takes one, and the part of it that names packages. */
function forUv(word: string, next: string): { readonly words: readonly string[]; readonly package?: string } {
  if (DROPPED.test(word) || DROPPED_WITH_VALUE.test(word)) return { words: [] };
  if (word === "--trusted-host") return { words: ["--allow-insecure-host", next] };
  const renamed = RENAMED[word] ?? word;
  if (KEPT_WITH_VALUE.test(word)) return { words: [renamed, next], package: next };
  if (!word.startsWith("-")) return { words: [word], package: word };
  return { words: [renamed], ...(/^-[rec]./.test(word) ? { package: word.slice(2) } : {}) };
}

const takesNext = (word: string): boolean =>
  !DROPPED.test(word) && (DROPPED_WITH_VALUE.test(word) || word === "--trusted-host" || KEPT_WITH_VALUE.test(word));

/**
 * @param args words after `pip install`
 * @returns the same for `uv pip install`, options kept that say what is installed
 */
export function toUvPip(args: readonly string[]): PipInstall {
  const words: string[] = [];
  const packages: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? "";
    const doubt = doubtOf(word);
    if (doubt !== undefined) return { kind: "unsure", reason: doubt };
    const made = forUv(word, args[index + 1] ?? "");
    words.push(...made.words);
    if (made.package !== undefined) packages.push(made.package);
    if (takesNext(word)) index += 1;
  }
  const isMixed =
    words.some((word) => MORE_INDEXES.test(word)) && !words.some((word) => word.startsWith("--index-strategy"));
  return { kind: "words", words: [...words, ...(isMixed ? ["--index-strategy", "unsafe-best-match"] : [])], packages };
}
