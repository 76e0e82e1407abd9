/** Why a file that detection wanted could not be read. */
export type UnreadableReason = "too-large" | "not-utf8" | "outside" | "not-a-file" | "unreadable";

/** A file that exists and was not read. */
export interface UnreadableFile {
  readonly file: string;
  readonly reason: UnreadableReason;
  /** Of the first byte that is not UTF-8; both count from 1. */
  readonly place?: { readonly line: number; readonly column: number };
}

/** What a repository shows: the names of its files, and the texts of the few that say what to check. */
export interface RepositorySnapshot {
  /** Relative to the root, with `/`, sorted. Folders are not listed; symbolic links are, but never followed out of the root. */
  readonly files: readonly string[];
  /** Texts by path, of the files that `wantedFiles` names and that could be read. */
  readonly texts: ReadonlyMap<string, string>;
  /** Wanted files that exist and were not read. */
  readonly unreadable: readonly UnreadableFile[];
  /** Files of `texts` that a sparse checkout leaves out, so that git itself was asked; absent without them. */
  readonly sparse?: readonly string[];
  /** True when there were more files than are listed. */
  readonly isCut: boolean;
}

/** One file that detection reads. */
export interface WantedFile {
  readonly path: string;
  /** A larger file is not read. */
  readonly maxBytes: number;
}

const KIB = 1024;
const MANIFEST_BYTES = 1024 * KIB;
const LOCK_BYTES = 32 * 1024 * KIB;

/** Largest `turnpike.yml` in bytes. Hand-written files are a hundredth of it; parsing a larger one would take long. */
const CONFIG_BYTES = 64 * KIB;

const LIMITS: Readonly<Record<string, number>> = {
  "pyproject.toml": MANIFEST_BYTES,
  "package.json": MANIFEST_BYTES,
  "uv.lock": LOCK_BYTES,
  "ruff.toml": MANIFEST_BYTES,
  ".ruff.toml": MANIFEST_BYTES,
  "mypy.ini": MANIFEST_BYTES,
  ".mypy.ini": MANIFEST_BYTES,
  "pytest.ini": MANIFEST_BYTES,
  ".pytest.ini": MANIFEST_BYTES,
  "tox.ini": MANIFEST_BYTES,
  "setup.cfg": MANIFEST_BYTES,
  "pyrightconfig.json": MANIFEST_BYTES,
  "ty.toml": MANIFEST_BYTES,
  ".bandit": MANIFEST_BYTES,
};

/**
 * Further files that commands are declared in. Readers say themselves what they read (`wantsDeclaration`); their names stand
 * here too, so that listing files loads no parser. A test holds the two together.
 */
const DECLARING = [
  /^\.github\/workflows\/[^/]+\.ya?ml$/,
  /(?:^|\/)action\.ya?ml$/,
  /(?:^|\/)(?:GNUm|[mM])akefile$|\.mk$/,
  /(?:^|\/)(?:\.?justfile|Justfile|JUSTFILE)$|\.just$/,
  /(?:^|\/)(?:[tT]askfile(?:\.dist)?\.ya?ml|\.?mise\.toml)$/,
  /(?:^|\/)(?:tox\.toml|noxfile\.py|hatch\.toml|tasks\.py|Pipfile|poe_tasks\.(?:toml|ya?ml|json))$/,
  /(?:^|\/)\.pre-commit-(?:config|hooks)\.ya?ml$/,
  /(?:^|\/)(?:\.python-version|pnpm-workspace\.yaml|\.yarnrc\.yml)$/,
  /(?:^|\/)(?:\.(?:node|java|go)-version|\.nvmrc|\.sdkmanrc|\.tool-versions|\.?mise\.toml|rust-toolchain(?:\.toml)?|go\.(?:mod|work))$/,
  /^(?:\.?ci|\.github(?:\/workflows)?\/scripts|dev|hack|scripts?)\/(?:[^/]+\/)?[^/.]+$/,
  /^(?:(?:\.?ci|\.github(?:\/[^/]+)?|bin|build|dev|hack|scripts?|tools?|tasks?|tests?|utils?|etc|e2e|integration)\/(?:[^/]+\/)?)?[^/]+\.(?:ba)?sh$/,
  /(?:^|\/)(?:[^/]*requirements[^/]*|requirements\/[^/]+|constraints[^/]*)\.(?:txt|in)$/,
];

/** Folders deeper than this are never a project root. */
const MAX_DEPTH = 6;
const MAX_WANTED = 2000;

/**
 * @param files every file of the repository
 * @param configFile path of turnpike.yml, relative to the root
 * @returns the files whose texts detection needs, at most 2,000
 */
export function wantedFiles(files: readonly string[], configFile: string): readonly WantedFile[] {
  const wanted: WantedFile[] = [{ path: configFile, maxBytes: CONFIG_BYTES }];
  for (const path of files) {
    const maxBytes = limitOf(path);
    if (maxBytes === undefined || path === configFile || path.split("/").length > MAX_DEPTH + 1) continue;
    wanted.push({ path, maxBytes });
    if (wanted.length >= MAX_WANTED) break;
  }
  return wanted;
}

function limitOf(path: string): number | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (Object.hasOwn(LIMITS, name)) return LIMITS[name];
  return DECLARING.some((pattern) => pattern.test(path)) ? MANIFEST_BYTES : undefined;
}
