import { join } from "node:path/posix";
import { fromRoot } from "../../contract/index.ts";
import type { Environment } from "../../core/gates/index.ts";
import { childEnvironment, classifySync, explainSync, NPM_ARGUMENTS, syncArguments } from "../../core/uv/index.ts";
import { type ErrorCode, type ErrorKind, unreachable } from "../../errors.ts";
import type { CapturedResult } from "../../ports/processes.ts";
import { keepGitSettings } from "./keep-git-settings.ts";
import type { SetupPorts } from "./setup-ports.ts";

const INSTALL_MS = 30 * 60_000;
const SHOWN_LINES = 400;

/** What to install, and where. */
export interface InstallTarget {
  /** Absolute folder that the environment's folder is relative to. */
  readonly root: string;
  readonly environment: Environment;
}

/** What uv is told. */
export interface UvTools {
  /** Absolute path of uv. */
  readonly uv: string;
  /** Interpreter, where uv would not find it by itself. */
  readonly python: string | undefined;
  readonly variables: Readonly<Record<string, string>>;
  /** True where the gate `lock` tells of a stale lock, so that the others are to run with the packages that it has. */
  readonly takesStale: boolean;
}

/** Why an environment was not installed. */
export interface InstallFailure {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  /** The command that mends it, or undefined. */
  readonly mend: string | undefined;
}

/** What became of one environment. */
export interface InstallResult {
  readonly environment: Environment;
  readonly outcome: "installed" | "skipped" | "failed";
  /** One sentence; null when it was installed as locked. */
  readonly reason: string | null;
  readonly failure?: InstallFailure;
}

function skipped(environment: Environment, reason: string): InstallResult {
  return { environment, outcome: "skipped", reason };
}

function failed(environment: Environment, reason: string, failure: InstallFailure): InstallResult {
  return { environment, outcome: "failed", reason, failure };
}

function endOf(result: CapturedResult): string {
  switch (result.end.kind) {
    case "exited":
      return `ended with ${result.end.code}`;
    case "signalled":
      return `was ended by ${result.end.signal}`;
    case "timed-out":
      return `took longer than ${INSTALL_MS / 60_000} minutes`;
    case "stopped":
      return "was stopped";
    case "not-started":
      return `could not be started (${result.end.reason})`;
  }
}

async function showOutput(ports: SetupPorts, title: string, result: CapturedResult): Promise<void> {
  const seconds = (result.durationMs / 1000).toFixed(1);
  const lines = `${result.stdout}\n${result.stderr}`.split(/\r?\n/).filter((line) => line.trim() !== "");
  await ports.log.group(`${title} (${seconds} s, ${endOf(result)})`, async () => {
    for (const line of lines.slice(-SHOWN_LINES)) ports.log.info(line);
  });
}

function syncFailed(environment: Environment, result: CapturedResult): InstallResult {
  const code = result.end.kind === "exited" ? result.end.code : 1;
  const sync = classifySync(code, result.stderr);
  const { reason, mend } = explainSync(sync, environment.cwd);
  const relock: InstallFailure = { code: "UV_LOCK_STALE", kind: "config", mend };
  const config: InstallFailure = { code: "UV_SYNC", kind: "config", mend };
  const { failure } = sync;
  switch (failure.kind) {
    case "stale-lock":
    case "broken-lock":
      return failed(environment, reason, relock);
    case "no-lock":
      return failed(environment, reason, { ...relock, code: "UV_LOCK_MISSING" });
    case "unknown-group":
    case "unknown-extra":
    case "required-version":
      return failed(environment, reason, config);
    case "python":
      return failed(environment, reason, { ...config, code: "UV_PYTHON" });
    case "unreachable":
      return failed(environment, reason, { ...config, kind: "service" });
    case "other":
      return failed(environment, `uv sync ${endOf(result)}: ${reason}`, { ...config, kind: "user" });
    default:
      return unreachable(failure);
  }
}

const isDone = ({ end }: CapturedResult): boolean => end.kind === "exited" && end.code === 0;

/** Runs `uv sync`, and shows what it said. */
async function sync(
  ports: SetupPorts,
  { root, environment }: InstallTarget,
  tools: UvTools,
  lock: "--locked" | "--frozen",
): Promise<CapturedResult> {
  const cwd = join(root, environment.cwd);
  const args = syncArguments(environment, tools.python, lock);
  const title = `uv ${args.filter((arg) => !/^--(no-progress|color)/.test(arg)).join(" ")} in ${environment.cwd}`;
  ports.log.info(`${title} …`);
  // Both at once are refused.
  const { UV_LOCKED: locked, ...rest } = childEnvironment(ports.env, tools.variables);
  const env = lock === "--locked" && locked !== undefined ? { ...rest, UV_LOCKED: locked } : rest;
  const result = await ports.processes.capture({ file: tools.uv, args, cwd, env }, { timeoutMs: INSTALL_MS });
  await showOutput(ports, title, result);
  return result;
}

/**
 * Installs one Python environment exactly as locked; where a stale lock is told of elsewhere, as that has it.
 *
 * @param ports the world
 * @param target what to install, and where
 * @param tools the uv to use, the Python to tell it of, and variables that it needs
 */
export async function installWithUv(ports: SetupPorts, target: InstallTarget, tools: UvTools): Promise<InstallResult> {
  const { environment } = target;
  const venv = join(target.root, environment.cwd, ".venv");
  const wasThere = await ports.files.exists(venv);
  const result = await sync(ports, target, tools, "--locked");
  if (isDone(result)) return { environment, outcome: "installed", reason: null };
  const failure = syncFailed(environment, result);
  const isStale = classifySync(1, result.stderr).failure.kind === "stale-lock";
  if (tools.takesStale && isStale && isDone(await sync(ports, target, tools, "--frozen"))) {
    const mend = failure.failure?.mend;
    const reason = `${failure.reason}, so its packages were installed as it has them; run \`${mend}\``;
    ports.log.warning(`${environment.cwd}: ${reason}.`);
    return { environment, outcome: "installed", reason };
  }
  // uv makes the environment before it looks at the lock; an empty one would let `uv run --no-sync` start in it.
  if (!wasThere) await ports.files.remove(venv);
  return failure;
}

function npmFailed(environment: Environment, result: CapturedResult): InstallResult {
  const { cwd } = environment;
  const lines = result.stderr.split(/\r?\n/).map((line) => line.replace(/^npm (ERR!|error)\s?/, ""));
  const said = lines.filter((line) => line.trim() !== "" && !/^code |A complete log|^npm warn/i.test(line)).slice(0, 4);
  if (/can only install packages when your package\.json and/.test(result.stderr)) {
    const mend = fromRoot(cwd, "npm install --package-lock-only");
    const reason = `the lock ${join(cwd, "package-lock.json")} does not match package.json`;
    return failed(environment, reason, { code: "NPM_LOCK_STALE", kind: "config", mend });
  }
  const isRemote = /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|5\d\d)\b/.test(result.stderr);
  const kind = isRemote ? "service" : "user";
  return failed(environment, `npm ci ${endOf(result)}: ${said.join(" ")}`, {
    code: "NPM_INSTALL",
    kind,
    mend: undefined,
  });
}

/**
 * Installs one Node environment exactly as locked. Hook managers are told to keep out, and what they do all the same is taken back.
 *
 * @param ports the world
 * @param target what to install, and where
 */
export async function installWithNpm(ports: SetupPorts, { root, environment }: InstallTarget): Promise<InstallResult> {
  if (environment.lock === null) return skipped(environment, "there is no package-lock.json");
  const npm = await ports.processes.which("npm", ports.env);
  if (npm === undefined) {
    const failure: InstallFailure = { code: "NPM_INSTALL", kind: "user", mend: undefined };
    return failed(environment, "npm is not on PATH; add actions/setup-node before this step", failure);
  }
  const cwd = join(root, environment.cwd);
  const title = `npm ${NPM_ARGUMENTS.join(" ")} in ${environment.cwd}`;
  ports.log.info(`${title} …`);
  const env = childEnvironment(ports.env, { HUSKY: "0", LEFTHOOK: "0", SKIP_INSTALL_SIMPLE_GIT_HOOKS: "1" });
  const result = await keepGitSettings(ports, cwd, () =>
    ports.processes.capture({ file: npm, args: NPM_ARGUMENTS, cwd, env }, { timeoutMs: INSTALL_MS }),
  );
  await showOutput(ports, title, result);
  if (result.end.kind === "exited" && result.end.code === 0) return { environment, outcome: "installed", reason: null };
  return npmFailed(environment, result);
}
