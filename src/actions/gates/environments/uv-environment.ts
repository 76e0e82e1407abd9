import { join } from "node:path/posix";
import type { Environment } from "../../../core/gates/index.ts";
import {
  childEnvironment,
  classifySync,
  type ExplainedSync,
  explainSync,
  syncArguments,
} from "../../../core/uv/index.ts";
import type { Command } from "../../../ports/processes.ts";
import type { GatePorts } from "../gate-ports.ts";
import { commandFor, type EnvironmentKind, isInstalled, variablesFor } from "./environment.ts";

/** Installing a large project over a slow line. */
const SYNC_TIMEOUT_MS = 20 * 60 * 1000;

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

/** uv makes the environment before it looks at the lock; what is half-made would be taken for installed next time. */
async function removeHalfMade(environment: Environment, root: string, { files, env }: GatePorts): Promise<void> {
  const folder = variablesFor(environment)["UV_PROJECT_ENVIRONMENT"] ?? ".venv";
  if (folder !== ".venv" || (env["UV_PROJECT_ENVIRONMENT"] ?? "") === "")
    await files.remove(join(root, environment.cwd, folder));
}

/** There while an environment is installed: what is found at the next run was left by one that was killed. */
function markOf({ cwd, python }: Environment, root: string): string {
  return join(root, ".turnpike", "installing", `${cwd}/${python ?? "venv"}`.replaceAll(/[^A-Za-z0-9.]+/g, "-"));
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
    await removeHalfMade(environment, root, ports);
    return { problem: { reason: reason === "" ? `uv ended with ${end.code}` : reason, mend: mend ?? own } };
  }
  await removeHalfMade(environment, root, ports);
  const reason = end.kind === "not-started" ? end.message : "uv did not end by itself";
  return { problem: { reason, mend: own } };
}

function staleRemark({ reason, mend }: ExplainedSync): string {
  const first = reason.charAt(0).toUpperCase() + reason.slice(1);
  return `${first}; the gates ran with the packages that it has (\`uv sync --frozen\`). To mend it, run \`${mend}\`.`;
}

/** Packages of a lock of uv, installed exactly as locked. */
export const uvEnvironments: EnvironmentKind = {
  // Without a lock uv installs as it starts the tool, and there is nothing that could be installed exactly.
  look: async (environment, { root }, ports) => {
    if (environment.lock === null) return {};
    const isThere = await isInstalled(environment, root, ports);
    return isThere && !(await ports.files.exists(markOf(environment, root))) ? {} : undefined;
  },

  install: async (environment, { root, listener }, ports) => {
    const command = commandFor(environment);
    listener({ kind: "setup-started", command });
    const mark = markOf(environment, root);
    await ports.files.write(mark, "").catch(() => undefined);
    const { problem, stale } = await syncWithUv(environment, root, ports);
    await ports.files.remove(mark).catch(() => undefined);
    listener({ kind: "setup-finished", command, problem: problem?.reason });
    if (stale !== undefined) return { remark: staleRemark(stale) };
    if (problem === undefined) return {};
    const mend = problem.mend === undefined ? "" : `; run \`${problem.mend}\``;
    return { problem: `the Python environment could not be installed (${problem.reason})${mend}` };
  },

  // The project itself is built as it is installed.
  writesTree: async () => true,
};
