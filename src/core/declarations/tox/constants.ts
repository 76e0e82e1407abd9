import { posix } from "node:path";
import { CHECKOUT_VARIABLE } from "../checkout-root.ts";
import { likely, unsure } from "../drafts.ts";
import type { Value } from "./substitute.ts";

/** What tox's own names are derived from. */
export interface ConstantFacts {
  readonly env: string;
  /** Folder of the configuration, relative to the root of the repository. */
  readonly root: string;
  /** Folder that the text is used in, likewise. */
  readonly cwd: string;
  /** tox's `work_dir` relative to its root. */
  readonly workDir: string;
  /** Interpreter, such as `3.13`. */
  readonly python: string | null;
  /** True where folders of the repository are absolute. */
  readonly isAbsolute: boolean;
}

/** Stands for the folder of the environment's programs, so that `{envbindir}/pytest` can become `pytest`. */
const PROGRAMS = "\u{e010}";

/** Stands for the folder of installed packages; who runs the command asks its interpreter for it. */
export const SITE_PACKAGES = "{env_site_packages_dir}";

function certain(text: string): Value {
  return { text, doubts: [] };
}

/** A folder below tox's own, which is there only when tox runs. */
function toxFolder({ root, cwd, workDir }: ConstantFacts, below: string): Value {
  const path = posix.relative(cwd, posix.join(root, workDir, below)) || ".";
  return { text: path, doubts: [likely(`tox would have made the folder ${path}`)] };
}

function rootFolder({ root, cwd, isAbsolute }: ConstantFacts): Value {
  if (isAbsolute) return certain(root === "." ? CHECKOUT_VARIABLE : `${CHECKOUT_VARIABLE}/${root}`);
  return certain(posix.relative(cwd, root) || ".");
}

function pythonVersion({ python }: ConstantFacts): Value {
  if (python !== null && /^\d+\.\d+$/.test(python)) return certain(python);
  return { text: "", doubts: [unsure("which Python it gets is known only when it runs")] };
}

const CONSTANTS: Readonly<Record<string, (facts: ConstantFacts) => Value>> = {
  env_name: ({ env }) => certain(env),
  toxinidir: rootFolder,
  tox_root: rootFolder,
  work_dir: (facts) => toxFolder(facts, ""),
  temp_dir: (facts) => toxFolder(facts, ".tmp"),
  env_dir: (facts) => toxFolder(facts, facts.env),
  env_tmp_dir: (facts) => toxFolder(facts, `${facts.env}/tmp`),
  env_log_dir: (facts) => toxFolder(facts, `${facts.env}/log`),
  dist_dir: (facts) => toxFolder(facts, "dist"),
  env_bin_dir: () => certain(PROGRAMS),
  env_python: () => certain("python"),
  base_python: ({ python }) => certain(python === null ? "python" : `python${python}`),
  py_dot_ver: pythonVersion,
  py_impl: () => certain("cpython"),
  env_site_packages_dir: () => ({
    text: SITE_PACKAGES,
    doubts: [likely("where packages are installed is asked when it runs")],
  }),
  tox_env_name: ({ env }) => certain(env),
};

const OTHER_NAMES: Readonly<Record<string, string>> = {
  envname: "env_name",
  toxworkdir: "work_dir",
  envdir: "env_dir",
  envtmpdir: "env_tmp_dir",
  envlogdir: "env_log_dir",
  envbindir: "env_bin_dir",
  envpython: "env_python",
  basepython: "base_python",
  distdir: "dist_dir",
  envsitepackagesdir: "env_site_packages_dir",
};

/**
 * @param name between braces
 * @param facts of the environment
 * @returns what tox puts in for it; undefined when it is no name of tox
 */
export function toxConstant(name: string, facts: ConstantFacts): Value | undefined {
  const key = Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name] ?? name) : name;
  return Object.hasOwn(CONSTANTS, key) ? CONSTANTS[key]?.(facts) : undefined;
}

/** @returns the words with programs of the environment's own folder called by name */
export function withoutProgramFolder(words: readonly string[]): readonly string[] {
  return words.map((word) => word.replaceAll(`${PROGRAMS}/`, "").replaceAll(PROGRAMS, "."));
}
