import { dirname, join } from "node:path/posix";
import { fromRoot } from "../../../contract/index.ts";
import {
  type Environment,
  type EnvironmentNeed,
  environmentKey,
  type Gate,
  pythonVariables,
} from "../../../core/gates/index.ts";
import type { EnvironmentStore, KeptEnvironment } from "../../../ports/environment-store.ts";
import type { GateListener, GatePorts } from "../gate-ports.ts";
import type { GateToolchains } from "../toolchains/gate-toolchains.ts";
import type { UvAnswers } from "./environment-basis.ts";
import { installLine } from "./make-environment.ts";

/** What is there for gates, by {@link keyOf}. */
export interface InstalledEnvironments {
  /** Why gates of an environment cannot run, one sentence. */
  readonly problems: ReadonlyMap<string, string>;
  /** Variables that put the programs of an environment first. */
  readonly variables: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What people should know of how it was installed, one sentence each; absent: nothing. */
  readonly remarks?: readonly string[];
  /** What gates run on besides; absent: what is on the path. */
  readonly toolchains?: GateToolchains;
  /** Environments that later runs may use too. */
  readonly kept?: ReadonlyMap<string, KeptEnvironment>;
}

/**
 * @param need an environment
 * @returns what tells it from others
 */
export function keyOf(need: EnvironmentNeed): string {
  return environmentKey(need);
}

/**
 * @param gate a gate
 * @returns the environment whose packages must be there before it starts; null when it needs none. `uv lock --check`
 *   needs uv alone: a lock that cannot be installed is just what it tells
 */
export function packagesFor(gate: Gate): EnvironmentNeed | null {
  return gate.tool === "uv lock" ? null : gate.environment;
}

/** How environments are installed. */
export interface InstallOptions {
  /** The repository's root. */
  readonly root: string;
  readonly environments: readonly Environment[];
  readonly listener: GateListener;
  /** Absolute folder, which may not exist, where virtual environments are made. */
  readonly folder: string;
  /** True where scripts of packages may run: on a runner, in a copy. */
  readonly allowScripts?: boolean;
  /** True where packages of a lock of npm are this program's to install; else somebody has seen to them. */
  readonly installsLocks?: boolean;
  /** True where the repository is a copy that goes away: environments with its own code are not kept. */
  readonly isShortLived?: boolean;
  /** Where virtual environments are kept between runs; undefined: each is made anew. */
  readonly store?: EnvironmentStore | undefined;
  /** Variables of the toolchain that packages of Node are installed with. */
  readonly variables?: Readonly<Record<string, string>>;
  /** What gates are to run on besides; default: what is on the path. */
  readonly toolchains?: GateToolchains;
  /** What uv said in this run. */
  readonly uv?: UvAnswers;
}

/** What one environment came to. */
export interface EnvironmentOutcome {
  /** Why gates of it cannot run, one sentence. */
  readonly problem?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly remark?: string;
  readonly kept?: KeptEnvironment | undefined;
}

/** How one manager's environments are seen to. */
export interface EnvironmentKind {
  /** @returns what is there already, or why it is not to be had; undefined when it must be installed */
  look(environment: Environment, options: InstallOptions, ports: GatePorts): Promise<EnvironmentOutcome | undefined>;
  /**
   * @param environment one of which `look` said that it must be installed
   * @param options where and how; `folder` is the environment's own here
   * @param ports the world
   */
  install(environment: Environment, options: InstallOptions, ports: GatePorts): Promise<EnvironmentOutcome>;
  /** @returns whether installing writes into the work tree, which other gates read */
  writesTree(environment: Environment, options: InstallOptions, ports: GatePorts): Promise<boolean>;
}

/**
 * @param need an environment
 * @returns what uv is told of it
 */
export function variablesFor({ python }: EnvironmentNeed): Readonly<Record<string, string>> {
  return python === undefined ? {} : pythonVariables(python);
}

/**
 * @param cwd folder of an environment
 * @returns it and those above it up to the root: a workspace keeps its packages at the top
 */
export function upwards(cwd: string): readonly string[] {
  const folders = [cwd];
  for (let at = cwd; at !== "."; at = dirname(at)) folders.push(dirname(at));
  return folders;
}

/** A lock without packages: `npm ci` makes no node_modules for it. */
async function locksNothing(lock: string, root: string, ports: GatePorts): Promise<boolean> {
  try {
    const { packages } = JSON.parse((await ports.files.readText(join(root, lock))) ?? "") as { packages?: object };
    return packages !== undefined && !Object.keys(packages).some((path) => path.includes("node_modules/"));
  } catch {
    return false; // Whoever reads the lock says what is wrong with it.
  }
}

/**
 * @param need an environment
 * @param root absolute folder of the repository
 * @param ports the world
 * @returns whether its packages are there; whether they are the right ones is not looked at
 */
export async function isInstalled(need: Environment, root: string, ports: GatePorts): Promise<boolean> {
  if (need.manager === "npm" && need.lock !== null && (await locksNothing(need.lock, root, ports))) return true;
  const own = variablesFor(need)["UV_PROJECT_ENVIRONMENT"] ?? ports.env["UV_PROJECT_ENVIRONMENT"] ?? "";
  const folder = need.manager !== "uv" ? "node_modules" : own === "" ? ".venv" : own;
  // Yarn's Plug'n'Play keeps one file in the place of a folder.
  if (need.manager === "yarn" && (await ports.files.exists(join(root, need.cwd, ".pnp.cjs")))) return true;
  if (folder.startsWith("/")) return ports.files.exists(folder);
  for (const cwd of upwards(need.cwd)) if (await ports.files.exists(join(root, cwd, folder))) return true;
  return false;
}

/**
 * @param environment any
 * @returns what a person types to install it; the options that are for machines are left out
 */
export function commandFor(environment: Environment): string {
  const installs = environment.recipe?.installs ?? [];
  if (environment.manager === "venv") {
    const line = installs.length === 0 ? "Python alone" : installs.map(installLine).join(" && ");
    return `${environment.recipe?.name ?? "venv"}: ${line}`;
  }
  if (environment.recipe !== undefined) return installs.map((one) => fromRoot(one.cwd, installLine(one))).join(" && ");
  if (environment.manager !== "uv") return fromRoot(environment.cwd, `${environment.manager} ci`);
  const options = [
    ...environment.groups.map((one) => `--group ${one}`),
    ...environment.extras.map((one) => `--extra ${one}`),
    ...(environment.options ?? []),
  ];
  const variables = Object.entries(variablesFor(environment)).map(([name, value]) => `${name}=${value}`);
  return fromRoot(environment.cwd, [...variables, "uv sync --locked", ...options].join(" "));
}
