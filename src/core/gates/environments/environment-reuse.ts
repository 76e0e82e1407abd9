import { createHash } from "node:crypto";
import { dirname, join, normalize } from "node:path/posix";
import type { EnvironmentRecipe } from "../plan.ts";
import { normalName } from "./environment-reads.ts";

/** Counted up when environments of older keys must not be used any more. */
const KEY_VERSION = 1;

const HOUR_MS = 3600 * 1000;

/** Something newer may have come out after this time, where not every version is said exactly. */
export const FLOATING_MS = 24 * HOUR_MS;

/** An environment that nobody used for so long is not used any more, and removed. */
export const UNUSED_MS = 14 * 24 * HOUR_MS;

/** All that an environment rests on beside its recipe. */
export interface EnvironmentGround {
  /** Absolute; an editable install points there. */
  readonly root: string;
  /** The interpreter that was asked for, and the one that answers. */
  readonly python: readonly string[];
  /** What uv says of its version and platform. */
  readonly uv: string;
  /** The environment of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** Digest by path; null for a file that is not there. */
  readonly files: Readonly<Record<string, string | null>>;
  /** The commit and its tags, where the project's version comes from there. */
  readonly commit: readonly string[];
}

/** Variables that installers and compilers go by. */
const COUNTED =
  /^(?:(?:UV|PIP|POETRY|PDM|PIPENV|SETUPTOOLS|PBR|HATCH|CARGO)_.*|CC|CXX|CFLAGS|CXXFLAGS|CPPFLAGS|LDFLAGS|ARCHFLAGS|RUSTFLAGS|PKG_CONFIG_PATH|SOURCE_DATE_EPOCH|NETRC)$/;

function digestOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/**
 * What decides an environment: two with the same key would be made the same at one time.
 *
 * @param recipe interpreter and installs
 * @param ground what is there
 * @returns lower-case hex SHA-256; no value of a variable can be read from it
 */
export function environmentDigest(recipe: EnvironmentRecipe, ground: EnvironmentGround): string {
  const { root, python, uv, files, commit } = ground;
  const installs = recipe.installs.map(({ words, cwd, env }) => [words, cwd, Object.entries(env).sort()]);
  const variables = Object.entries(ground.env)
    .filter(([name]) => COUNTED.test(name))
    .sort();
  const asked = [recipe.python, recipe.requiresPython];
  return digestOf([KEY_VERSION, root, installs, asked, python, uv, variables, Object.entries(files).sort(), commit]);
}

/** Files that decide metadata, entry points and versions of the project's packages. */
const DECIDES =
  /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg|MANIFEST\.in|Pipfile|(?:uv|hatch|pdm|poetry)\.toml|flit\.ini|__init__\.py|__about__\.py|[^/]*version[^/]*|[^/]*requirements[^/]*(?:\/[^/]+)?\.(?:txt|in))$|^(?:src\/)?[^/]+\.py$/i;

/** Backends and settings that build parts of an editable project in the tree. */
const BUILDS_IN_TREE =
  /ext[-_]modules|cffi_modules|cythonize|Extension\(|maturin|scikit[-_]build|meson[-_]?py|setuptools[-_]rust|mypycify|hooks\.(?!vcs)|custom-hook|run-setup|\[tool\.poetry\.build\]/;
const FROM_COMMIT = /scm|vcs|versioneer|versioningit|dunamai|dynamic-versioning|\bpbr\b|git describe|from git/i;
const GENERATED = /\b(?:version[-_]file|write[-_]to)["']?\s*[=:]\s*["']([^"']+)["']/g;

/**
 * @param path relative to the repository's root
 * @returns whether the file decides how an editable install turns out
 */
export function decidesEditable(path: string): boolean {
  return DECIDES.test(path);
}

/**
 * @param path relative to the repository's root
 * @returns whether the file says how the project is built
 */
export function isBuildFile(path: string): boolean {
  return /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(path);
}

/** Dependencies that are folders. */
const PATH_SOURCE = /\{[^}\n]*\b(?:path|workspace)\s*=/;
const OUTER_SOURCE = /\{[^}\n]*\bpath\s*=\s*["'](?:\.\.|\/)|file:/;

/** How the project's own code is built, as far as its files say. */
export interface OwnBuild {
  readonly buildsInTree: boolean;
  readonly isFromCommit: boolean;
  /** Whether it depends on folders: of the repository, or maybe of elsewhere. */
  readonly folders: "none" | "inside" | "outside";
  /** Files in the tree, which git may ignore, that the install writes. */
  readonly generated: readonly string[];
}

/**
 * @param texts build files by path
 * @returns what they say together
 */
export function ownBuildOf(texts: ReadonlyMap<string, string>): OwnBuild {
  const all = [...texts.values()];
  return {
    buildsInTree: all.some((text) => BUILDS_IN_TREE.test(text)),
    isFromCommit: all.some((text) => FROM_COMMIT.test(text)),
    folders: all.some((text) => OUTER_SOURCE.test(text))
      ? "outside"
      : all.some((text) => PATH_SOURCE.test(text))
        ? "inside"
        : "none",
    generated: [...texts].flatMap(([path, text]) =>
      [...text.matchAll(GENERATED)]
        .map((match) => normalize(join(dirname(path), match[1] ?? "")))
        .filter((one) => !one.startsWith("..") && !one.startsWith("/")),
    ),
  };
}

/** A distribution that is installed. */
export interface Distribution {
  readonly name: string;
  /** True for one that was installed from this machine. */
  readonly isLocal: boolean;
}

/** What `uv venv --seed` brings, and no gate asks for. */
const SEEDS: ReadonlySet<string> = new Set(["pip", "setuptools", "wheel"]);

/**
 * @param installed all that is there
 * @param pins names in normal form whose version is said exactly
 * @returns whether it would be the same whenever it is made
 */
export function isPinned(installed: readonly Distribution[], pins: ReadonlySet<string>): boolean {
  return installed.every(({ name, isLocal }) => isLocal || pins.has(normalName(name)) || SEEDS.has(normalName(name)));
}

/**
 * @param times when it was made and used last, and whether all of it is pinned
 * @param now the time
 * @returns whether it may be used once more
 */
export function isYoung(
  { madeAt, usedAt, isPinned: isFixed }: { readonly madeAt: Date; readonly usedAt: Date; readonly isPinned: boolean },
  now: Date,
): boolean {
  const age = now.getTime() - madeAt.getTime();
  // A time to come is a clock that was set back.
  if (!(age >= -60_000)) return false;
  return isFixed ? now.getTime() - usedAt.getTime() <= UNUSED_MS : age <= FLOATING_MS;
}
