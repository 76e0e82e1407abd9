import { type FileSelection, pythonPattern } from "../../declarations/index.ts";

/** Tags by the ending of a name, as far as hooks ask for them (github.com/pre-commit/identify, extensions.py). */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  py: ["python"],
  pyi: ["pyi"],
  pyx: ["cython"],
  pxd: ["cython"],
  ipynb: ["jupyter", "json"],
  toml: ["toml"],
  yaml: ["yaml"],
  yml: ["yaml"],
  json: ["json"],
  json5: ["json5"],
  md: ["markdown"],
  markdown: ["markdown"],
  rst: ["rst"],
  tex: ["tex"],
  txt: ["plain-text"],
  cfg: ["ini"],
  ini: ["ini"],
  js: ["javascript"],
  mjs: ["javascript"],
  cjs: ["javascript"],
  jsx: ["jsx"],
  ts: ["ts"],
  mts: ["ts"],
  tsx: ["tsx"],
  vue: ["vue"],
  svelte: ["svelte"],
  css: ["css"],
  scss: ["scss"],
  less: ["less"],
  html: ["html"],
  jinja: ["jinja"],
  j2: ["jinja"],
  xml: ["xml"],
  svg: ["svg", "xml"],
  sh: ["shell", "sh"],
  bash: ["shell", "bash"],
  sql: ["sql"],
  c: ["c"],
  h: ["header", "c", "c++"],
  cpp: ["c++"],
  hpp: ["header", "c++"],
  rs: ["rust"],
  go: ["go"],
  java: ["java"],
  proto: ["proto"],
  graphql: ["graphql"],
  tf: ["terraform"],
  rb: ["ruby"],
};

/** Endings of files that are no text. */
const BINARY =
  /\.(?:png|jpe?g|gif|ico|webp|bmp|tiff?|pdf|zip|gz|bz2|xz|tar|tgz|whl|jar|so|dll|dylib|exe|o|a|pyc|woff2?|ttf|otf|eot|mp[34]|avi|mov|wav|ogg|npy|npz|parquet|pickle|pkl|sqlite3?|db|bin|dat|mo|gpg|der|p12|wasm|7z|rar)$/i;

/** Tags that only the file itself can tell. */
const ONLY_INSIDE = /^(?:executable|non-executable|symlink|directory|socket|binary)$/;

function tagsOf(path: string): ReadonlySet<string> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const known = Object.hasOwn(TAGS, ending) ? (TAGS[ending] ?? []) : [];
  const named = /^(?:dockerfile|containerfile)/i.test(name)
    ? ["dockerfile"]
    : /makefile$/i.test(name)
      ? ["makefile"]
      : [];
  return new Set(["file", ...(BINARY.test(name) ? ["binary"] : ["text"]), ...known, ...named]);
}

/** Every hook asks again, and a listing does not change. */
const KNOWN = new WeakMap<readonly string[], readonly ReadonlySet<string>[]>();

function allTags(files: readonly string[]): readonly ReadonlySet<string>[] {
  const before = KNOWN.get(files);
  if (before !== undefined) return before;
  const byEnding = new Map<string, ReadonlySet<string>>();
  const tags = files.map((path) => {
    // Names without an ending may be known whole.
    const name = path.slice(path.lastIndexOf("/") + 1);
    const ending = name.includes(".") ? name.slice(name.lastIndexOf(".")) : name;
    const known = byEnding.get(ending) ?? tagsOf(ending === name ? path : `x${ending}`);
    byEnding.set(ending, known);
    return known;
  });
  KNOWN.set(files, tags);
  return tags;
}

/** The files that a hook is handed, or why they cannot be told. */
export type HookFiles =
  | { readonly kind: "files"; readonly files: readonly string[] }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * @param selection what a hook says of its files
 * @param files all files of the repository
 * @returns those that it would be handed for all files
 */
export function chooseFiles(selection: FileSelection, files: readonly string[]): HookFiles {
  const inside = [...selection.types, ...selection.typesOr, ...selection.excludeTypes].find((tag) =>
    ONLY_INSIDE.test(tag),
  );
  if (inside !== undefined)
    return { kind: "unknown", reason: `which files are ${inside} is not known from their names` };
  const wanted = selection.files.map(pythonPattern);
  const unwanted = selection.exclude.map(pythonPattern);
  if ([...wanted, ...unwanted].includes(undefined)) {
    return { kind: "unknown", reason: "its expression for file names is one of Python's own, or could take too long" };
  }
  const tagsAt = allTags(files);
  const chosen = files.filter((path, index) => {
    const tags = tagsAt[index] ?? new Set();
    const hasOne = selection.typesOr.length === 0 || selection.typesOr.some((tag) => tags.has(tag));
    if (!hasOne || !selection.types.every((tag) => tags.has(tag))) return false;
    if (selection.excludeTypes.some((tag) => tags.has(tag))) return false;
    return wanted.every((pattern) => pattern?.test(path)) && !unwanted.some((pattern) => pattern?.test(path));
  });
  return { kind: "files", files: chosen };
}
