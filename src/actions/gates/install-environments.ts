import { dirname, join } from "node:path/posix";
import { type Environment, type EnvironmentNeed, type Gate, pythonVariables } from "../../core/gates/index.ts";
import { childEnvironment, classifySync, type ExplainedSync, explainSync, syncArguments } from "../../core/uv/index.ts";
import type { GateListener, GatePorts } from "./gate-ports.ts";

/** Installing a large project over a slow line. */
const SYNC_TIMEOUT_MS = 20 * 60 * 1000;

/** Why gates of an environment cannot run, one sentence, by {@link keyOf}. */
export type EnvironmentProblems = ReadonlyMap<string, string>;

/**
 * @param need an environment
 * @returns what tells it from others
 */
export function keyOf(need: Pick<EnvironmentNeed, "manager" | "cwd" | "python">): string {
  return `${need.manager}\0${need.cwd}${need.python === undefined ? "" : `\0${need.python}`}`;
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
  const folder = need.manager === "npm" ? "node_modules" : own === "" ? ".venv" : own;
  if (folder.startsWith("/")) return ports.files.exists(folder);
  for (const cwd of upwards(need.cwd)) if (await ports.files.exists(join(root, cwd, folder))) return true;
  return false;
}

function fromRoot(cwd: string, command: string): string {
  return cwd === "." ? command : `cd ${cwd} && ${command}`;
}

/** What a person types; the options that are for machines are left out. */
function commandFor(environment: Environment): string {
  if (environment.manager === "npm") return fromRoot(environment.cwd, "npm ci");
  const options = [
    ...environment.groups.map((one) => `--group ${one}`),
    ...environment.extras.map((one) => `--extra ${one}`),
  ];
  const variables = Object.entries(variablesFor(environment)).map(([name, value]) => `${name}=${value}`);
  return fromRoot(environment.cwd, [...variables, "uv sync --locked", ...options].join(" "));
}

async function syncWithUv(
  environment: Environment,
  root: string,
  ports: GatePorts,
): Promise<ExplainedSync | undefined> {
  const added = variablesFor(environment);
  const env = childEnvironment(ports.env, added);
  const uv = await ports.processes.which("uv", env);
  if (uv === undefined) return { reason: "uv is not installed", mend: undefined };
  const cwd = join(root, environment.cwd);
  const command = { file: uv, args: syncArguments(environment, undefined), cwd, env };
  const { end, stderr } = await ports.processes.capture(command, { timeoutMs: SYNC_TIMEOUT_MS });
  const own = commandFor(environment);
  if (end.kind === "exited") {
    if (end.code === 0) return undefined;
    // uv makes the environment before it looks at the lock; what is half-made would be taken for installed next time.
    const folder = added["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
    if (folder !== ".venv" || (ports.env["UV_PROJECT_ENVIRONMENT"] ?? "") === "")
      await ports.files.remove(join(cwd, folder));
    const { reason, mend } = explainSync(classifySync(end.code, stderr), environment.cwd);
    return { reason: reason === "" ? `uv ended with ${end.code}` : reason, mend: mend ?? own };
  }
  return { reason: end.kind === "not-started" ? end.message : "uv did not end by itself", mend: own };
}

/**
 * Sees to the packages that gates need. Where a Python environment is missing, it is installed exactly as locked, as a step
 * that is shown; the lock is never written. Packages of npm are not installed here, because that runs scripts of theirs.
 *
 * @param gates the gates that will run
 * @param options environments of the plan, and the repository's root
 * @param ports the world
 * @param listener is told of the step
 * @returns why gates cannot run, for environments that are not there
 */
export async function installEnvironments(
  gates: readonly Gate[],
  options: { readonly root: string; readonly environments: readonly Environment[]; readonly listener: GateListener },
  ports: GatePorts,
): Promise<EnvironmentProblems> {
  const problems = new Map<string, string>();
  const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
  for (const environment of options.environments.filter((one) => needed.has(keyOf(one)))) {
    // Without a lock uv installs as it starts the tool, and there is nothing that could be installed exactly.
    if (environment.manager === "uv" && environment.lock === null) continue;
    if (await isInstalled(environment, options.root, ports)) continue;
    const command = commandFor(environment);
    const what = environment.manager === "uv" ? "the Python environment" : "node_modules";
    if (environment.manager === "npm") {
      problems.set(keyOf(environment), `${what} is not installed; run \`${command}\``);
      continue;
    }
    options.listener({ kind: "setup-started", command });
    const problem = await syncWithUv(environment, options.root, ports);
    options.listener({ kind: "setup-finished", command, problem: problem?.reason });
    if (problem === undefined) continue;
    const mend = problem.mend === undefined ? "" : `; run \`${problem.mend}\``;
    problems.set(keyOf(environment), `${what} could not be installed (${problem.reason})${mend}`);
  }
  return problems;
}
