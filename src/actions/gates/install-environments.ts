import { dirname, join } from "node:path/posix";
import pLimit from "p-limit";
import {
  type Environment,
  type EnvironmentNeed,
  environmentKey,
  type Gate,
  pythonVariables,
} from "../../core/gates/index.ts";
import { childEnvironment, classifySync, type ExplainedSync, explainSync, syncArguments } from "../../core/uv/index.ts";
import type { EnvironmentStore, KeptEnvironment } from "../../ports/environment-store.ts";
import type { Command } from "../../ports/processes.ts";
import { UvAnswers } from "./environment-basis.ts";
import type { GateListener, GatePorts } from "./gate-ports.ts";
import { installLine, installNodePackages } from "./make-environment.ts";
import { findEnvironment, takeEnvironment } from "./reuse-environment.ts";

/** Installing a large project over a slow line. */
const SYNC_TIMEOUT_MS = 20 * 60 * 1000;

/** What is there for gates, by {@link keyOf}. */
export interface InstalledEnvironments {
  /** Why gates of an environment cannot run, one sentence. */
  readonly problems: ReadonlyMap<string, string>;
  /** Variables that put the programs of an environment first. */
  readonly variables: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What people should know of how it was installed, one sentence each; absent: nothing. */
  readonly remarks?: readonly string[];
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

/** What uv is told of an environment with an interpreter of its own. */
function variablesFor({ python }: EnvironmentNeed): Readonly<Record<string, string>> {
  return python === undefined ? {} : pythonVariables(python);
}

/** Folders from an environment's own up to the root: a workspace keeps its packages at the top. */
function upwards(cwd: string): readonly string[] {
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

async function isInstalled(need: Environment, root: string, ports: GatePorts): Promise<boolean> {
  if (need.manager === "npm" && need.lock !== null && (await locksNothing(need.lock, root, ports))) return true;
  const own = variablesFor(need)["UV_PROJECT_ENVIRONMENT"] ?? ports.env["UV_PROJECT_ENVIRONMENT"] ?? "";
  const folder = need.manager !== "uv" ? "node_modules" : own === "" ? ".venv" : own;
  // Yarn's Plug'n'Play keeps one file in the place of a folder.
  if (need.manager === "yarn" && (await ports.files.exists(join(root, need.cwd, ".pnp.cjs")))) return true;
  if (folder.startsWith("/")) return ports.files.exists(folder);
  for (const cwd of upwards(need.cwd)) if (await ports.files.exists(join(root, cwd, folder))) return true;
  return false;
}

function fromRoot(cwd: string, command: string): string {
  return cwd === "." ? command : `cd ${cwd} && ${command}`;
}

/** What a person types; the options that are for machines are left out. */
function commandFor(environment: Environment): string {
  const installs = environment.recipe?.installs ?? [];
  if (environment.manager === "venv")
    return `${environment.recipe?.name ?? "venv"}: ${installs.map(installLine).join(" && ")}`;
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

/** What `uv sync` came to. */
interface Synced {
  readonly problem?: ExplainedSync;
  /** Why the lock was taken as it is, though it does not match the project. */
  readonly stale?: ExplainedSync;
}

/** Installs what a stale lock has: the gate `lock` says that it is stale, and the others can be judged all the same. */
async function syncAsItIs(
  environment: Environment,
  command: Command,
  stale: ExplainedSync,
  ports: GatePorts,
): Promise<Synced> {
  // Both at once are refused.
  const { UV_LOCKED: _, ...env } = command.env;
  const args = syncArguments(environment, undefined, "--frozen");
  const { end } = await ports.processes.capture({ ...command, args, env }, { timeoutMs: SYNC_TIMEOUT_MS });
  return end.kind === "exited" && end.code === 0 ? { stale } : { problem: stale };
}

async function syncWithUv(environment: Environment, root: string, ports: GatePorts): Promise<Synced> {
  const added = variablesFor(environment);
  const env = childEnvironment(ports.env, added);
  const uv = await ports.processes.which("uv", env);
  if (uv === undefined) return { problem: { reason: "uv is not installed", mend: undefined } };
  const cwd = join(root, environment.cwd);
  const command = { file: uv, args: syncArguments(environment, undefined), cwd, env };
  const { end, stderr } = await ports.processes.capture(command, { timeoutMs: SYNC_TIMEOUT_MS });
  const own = commandFor(environment);
  if (end.kind === "exited") {
    if (end.code === 0) return {};
    const sync = classifySync(end.code, stderr);
    const { reason, mend } = explainSync(sync, environment.cwd);
    const asItIs =
      sync.failure.kind === "stale-lock"
        ? await syncAsItIs(environment, command, { reason, mend: mend ?? own }, ports)
        : undefined;
    if (asItIs?.stale !== undefined) return asItIs;
    // uv makes the environment before it looks at the lock; what is half-made would be taken for installed next time.
    const folder = added["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
    if (folder !== ".venv" || (ports.env["UV_PROJECT_ENVIRONMENT"] ?? "") === "")
      await ports.files.remove(join(cwd, folder));
    return { problem: { reason: reason === "" ? `uv ended with ${end.code}` : reason, mend: mend ?? own } };
  }
  const reason = end.kind === "not-started" ? end.message : "uv did not end by itself";
  return { problem: { reason, mend: own } };
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
  /** Where virtual environments are kept between runs; undefined: each is made anew. */
  readonly store?: EnvironmentStore | undefined;
}

interface Outcome {
  readonly problem?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly remark?: string;
  readonly kept?: KeptEnvironment | undefined;
}

/** Programs of installed packages, the nearest first, as a package manager puts them when it runs a script. */
function nodeVariables({ cwd }: Environment, root: string, ports: GatePorts): Readonly<Record<string, string>> {
  const folders = upwards(cwd).map((folder) => join(root, folder, "node_modules", ".bin"));
  return { PATH: [...folders, ports.env["PATH"] ?? ""].join(":") };
}

async function seeToNode(environment: Environment, options: InstallOptions, ports: GatePorts): Promise<Outcome> {
  const { root, listener, allowScripts } = options;
  const variables = nodeVariables(environment, root, ports);
  if (await isInstalled(environment, root, ports)) return { variables };
  const command = commandFor(environment);
  if (allowScripts !== true || environment.recipe === undefined) {
    return { problem: `node_modules is not installed; run \`${command}\`` };
  }
  listener({ kind: "setup-started", command });
  const problem = await installNodePackages(environment, root, ports);
  listener({ kind: "setup-finished", command, problem });
  return problem === undefined ? { variables } : { problem: `node_modules could not be installed (${problem})` };
}

async function seeToVenv(
  environment: Environment,
  at: number,
  { options, uv }: { readonly options: InstallOptions; readonly uv: UvAnswers },
  ports: GatePorts,
): Promise<Outcome> {
  const { recipe } = environment;
  if (recipe === undefined) return { problem: "nothing says how its environment is made" };
  const command = commandFor(environment);
  const { root, store, listener } = options;
  const place = { root, folder: join(options.folder, String(at + 1)), store };
  const onStart = () => listener({ kind: "setup-started", command });
  const taken = await takeEnvironment(recipe, place, { ...ports, uv, onStart });
  if (taken.kind === "kept") return { variables: taken.variables, kept: taken.kept };
  const problem = taken.kind === "failed" ? taken.reason : undefined;
  const remark = taken.kind === "made" && taken.remark !== undefined ? ` (${taken.remark})` : "";
  listener({ kind: "setup-finished", command: `${command}${remark}`, problem });
  if (taken.kind === "made") return { variables: taken.variables, kept: taken.kept };
  return { problem: `the environment ${recipe.name} could not be made (${taken.reason})` };
}

function staleRemark({ reason, mend }: ExplainedSync): string {
  const first = reason.charAt(0).toUpperCase() + reason.slice(1);
  return `${first}; the gates ran with the packages that it has (\`uv sync --frozen\`). To mend it, run \`${mend}\`.`;
}

async function seeToUv(environment: Environment, options: InstallOptions, ports: GatePorts): Promise<Outcome> {
  // Without a lock uv installs as it starts the tool, and there is nothing that could be installed exactly.
  if (environment.lock === null || (await isInstalled(environment, options.root, ports))) return {};
  const command = commandFor(environment);
  options.listener({ kind: "setup-started", command });
  const { problem, stale } = await syncWithUv(environment, options.root, ports);
  options.listener({ kind: "setup-finished", command, problem: problem?.reason });
  if (stale !== undefined) return { remark: staleRemark(stale) };
  if (problem === undefined) return {};
  const mend = problem.mend === undefined ? "" : `; run \`${problem.mend}\``;
  return { problem: `the Python environment could not be installed (${problem.reason})${mend}` };
}

/**
 * Sees to the packages that gates need. Where a locked Python environment is missing, it is installed exactly as locked; one
 * that the repository makes by commands is made outside of the tree; each is a step that is shown. Packages of Node are
 * installed only where their scripts may run.
 *
 * @param gates the gates that will run
 * @param options environments of the plan, and where they are
 * @param ports the world
 * @returns what is there, and why gates cannot run for what is not
 */
export async function installEnvironments(
  gates: readonly Gate[],
  options: InstallOptions,
  ports: GatePorts,
): Promise<InstalledEnvironments> {
  const problems = new Map<string, string>();
  const variables = new Map<string, Readonly<Record<string, string>>>();
  const remarks: string[] = [];
  const kept = new Map<string, KeptEnvironment>();
  const uv = new UvAnswers(options.root, ports);
  const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
  const wanted = options.environments.filter((one) => needed.has(keyOf(one)));
  const limit = pLimit(Math.max(1, ports.machine.cores()));
  await limit.map(wanted, async (environment, at) => {
    const see =
      environment.manager === "venv"
        ? seeToVenv(environment, at, { options, uv }, ports)
        : environment.manager === "uv"
          ? seeToUv(environment, options, ports)
          : seeToNode(environment, options, ports);
    const outcome = await see;
    if (outcome.problem !== undefined) problems.set(keyOf(environment), outcome.problem);
    if (outcome.variables !== undefined) variables.set(keyOf(environment), outcome.variables);
    if (outcome.remark !== undefined) remarks.push(outcome.remark);
    if (outcome.kept !== undefined) kept.set(keyOf(environment), outcome.kept);
  });
  return { problems, variables, kept, remarks: [...new Set(remarks)].sort() };
}

/**
 * @param kept environments that are kept
 * @param store where they are
 * @returns what is in each, by {@link keyOf}; one into which something was installed since is left out
 */
export async function identitiesOf(
  kept: ReadonlyMap<string, KeptEnvironment>,
  store: EnvironmentStore | undefined,
): Promise<Readonly<Record<string, string>>> {
  const whole = await Promise.all(
    [...kept].map(async ([key, one]) => ((await store?.isWhole(one)) === true ? [[key, one.identity] as const] : [])),
  );
  return Object.fromEntries(whole.flat());
}

/**
 * @param environments environments of the plan
 * @param root the repository's root
 * @param store where environments are kept
 * @param ports the world
 * @returns those that a run would use again, by {@link keyOf}; nothing is installed
 */
export async function findKept(
  environments: readonly Environment[],
  root: string,
  store: EnvironmentStore,
  ports: GatePorts,
): Promise<ReadonlyMap<string, KeptEnvironment>> {
  const kept = new Map<string, KeptEnvironment>();
  const uv = new UvAnswers(root, ports);
  for (const environment of environments) {
    if (environment.manager !== "venv" || environment.recipe === undefined) continue;
    const found = await findEnvironment(environment.recipe, { root, store }, { ...ports, uv });
    if (found !== undefined) kept.set(keyOf(environment), found);
  }
  return kept;
}
