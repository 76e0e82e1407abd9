import { join } from "node:path";
import type { GateListener, GatePorts } from "../../actions/gates/gate-ports.ts";
import {
  type InstalledEnvironments,
  installEnvironments,
  keyOf,
  packagesFor,
} from "../../actions/gates/install-environments.ts";
import { fromRoot } from "../../contract/index.ts";
import type { Environment, Plan } from "../../core/gates/index.ts";
import { childEnvironment, NPM_ARGUMENTS } from "../../core/uv/index.ts";
import type { Processes } from "../../ports/processes.ts";
import type { SetUpResult } from "./request.ts";

const INSTALL_MS = 20 * 60_000;

/** Hook managers install themselves into git's configuration when packages are installed; a copy has no use for them. */
const NO_HOOKS = { HUSKY: "0", LEFTHOOK: "0", SKIP_INSTALL_SIMPLE_GIT_HOOKS: "1" };

/** What setting up came to. */
export interface SetUp {
  readonly results: readonly SetUpResult[];
  /** For gates, as {@link installEnvironments} gives them. */
  readonly installed: InstalledEnvironments;
}

/**
 * @param processes starts programs
 * @param signal ends every one of them
 * @returns the same, so that helpers that know of no stop are stopped too
 */
export function stoppable(processes: Processes, signal: AbortSignal): Processes {
  return {
    capture: (command, options = {}) => processes.capture(command, { signal, ...options }),
    runLogged: (command, options) => processes.runLogged(command, { signal, ...options }),
    which: (name, env) => processes.which(name, env),
  };
}

function isNpm({ manager, lock, recipe }: Environment): boolean {
  return manager === "npm" && lock !== null && recipe === undefined;
}

/** The packages of a lock of npm. In a copy their scripts may run, as they do where the repository's own commands run. */
async function installWithNpm(environment: Environment, root: string, ports: GatePorts): Promise<void> {
  const env = childEnvironment(ports.env, NO_HOOKS);
  const npm = await ports.processes.which("npm", env);
  if (npm === undefined) return;
  const cwd = join(root, environment.cwd);
  await ports.processes.capture({ file: npm, args: NPM_ARGUMENTS, cwd, env }, { timeoutMs: INSTALL_MS });
}

async function installNode(plan: Plan, root: string, ports: GatePorts, listener: GateListener): Promise<void> {
  for (const environment of plan.environments.filter(isNpm)) {
    const command = fromRoot(environment.cwd, "npm ci");
    listener({ kind: "setup-started", command });
    await installWithNpm(environment, root, ports);
    // What is missing after it is said by whoever looks for the packages.
    listener({ kind: "setup-finished", command, problem: undefined });
  }
}

/**
 * Installs in a copy what the gates need, as the repository's locks and declarations say, Python beside Node.
 *
 * @param plan what will run
 * @param copy absolute folder of the copy, and one for what belongs to it and lies outside
 * @param ports the world, with the environment of the copy
 * @param listener is told of each command
 * @returns what became of each environment of the plan
 */
export async function setUpCopy(
  plan: Plan,
  { root, scratch }: { readonly root: string; readonly scratch: string },
  ports: GatePorts,
  listener: GateListener,
): Promise<SetUp> {
  const gates = plan.gates.filter(({ declared }) => declared);
  const others = plan.environments.filter((environment) => !isNpm(environment));
  const options = { root, listener, folder: join(scratch, "environments"), allowScripts: true };
  const [installed] = await Promise.all([
    installEnvironments(gates, { ...options, environments: others }, ports),
    installNode(plan, root, ports, listener),
  ]);
  const npm = plan.environments.filter(isNpm);
  const left = await installEnvironments(gates, { ...options, environments: npm }, ports);
  const problems = new Map([...installed.problems, ...left.problems]);
  const variables = new Map([...installed.variables, ...left.variables]);
  const needed = new Set(gates.flatMap((gate) => packagesFor(gate) ?? []).map(keyOf));
  const results = plan.environments.map((environment): SetUpResult => {
    const reason = problems.get(keyOf(environment));
    if (reason !== undefined) return { environment, outcome: "failed", reason };
    if (!needed.has(keyOf(environment))) return { environment, outcome: "skipped", reason: "no gate needs it" };
    const isLocked = environment.lock !== null || environment.recipe !== undefined;
    if (!isLocked) return { environment, outcome: "skipped", reason: "there is no lock file" };
    return { environment, outcome: "installed", reason: null };
  });
  const remarks = [...(installed.remarks ?? []), ...(left.remarks ?? [])];
  return { results, installed: { problems, variables, remarks } };
}
