import { join } from "node:path/posix";
import type { Environment, EnvironmentRecipe, InstallCommand } from "../../../core/gates/index.ts";
import { formatDuration } from "../../../core/summary/index.ts";
import { childEnvironment, NPM_ARGUMENTS } from "../../../core/uv/index.ts";
import type { CapturedResult } from "../../../ports/processes.ts";
import { inCheckout } from "../gate-environment.ts";
import type { GatePorts } from "../gate-ports.ts";
import { withOwnManager } from "../toolchains/own-manager.ts";
import { withoutNpx } from "../without-npx.ts";

/** Installing a large project over a slow line, compilers included. */
const INSTALL_MS = 20 * 60_000;
const VENV_MS = 5 * 60_000;
const MAX_SAID = 400;

/** Hook managers install themselves into git's configuration when packages are installed; a checkout has no use for them. */
const NO_HOOKS = { HUSKY: "0", LEFTHOOK: "0", SKIP_INSTALL_SIMPLE_GIT_HOOKS: "1" };

/** What came of making an environment. */
export type MadeEnvironment =
  /** `variables` put its programs first; `remark` says what is not as it was asked for. */
  | { readonly kind: "made"; readonly variables: Readonly<Record<string, string>>; readonly remark: string | undefined }
  | { readonly kind: "failed"; readonly reason: string };

const isGood = ({ end }: CapturedResult): boolean => end.kind === "exited" && end.code === 0;

/** The last lines of what an installer said, on one. */
function said({ stdout, stderr, end }: CapturedResult): string {
  if (end.kind === "not-started") return end.message;
  if (end.kind === "timed-out") return `it took longer than ${formatDuration(end.afterMs)}`;
  const lines = `${stdout}\n${stderr}`.split(/\r?\n/).map((line) =>
    line
      .replaceAll(/[│├╰─▶×]/g, "")
      .trim()
      .replace(/^\|\s*/, ""),
  );
  const errors = lines.filter((line) =>
    /error|failed|cannot|could not|unable to|no solution|not found|unsatisfiable|because/i.test(line),
  );
  const chosen = (errors.length > 0 ? errors : lines.filter((line) => line !== "")).slice(0, 4).join(" ");
  const text = chosen === "" ? "it said nothing" : chosen;
  return text.length > MAX_SAID ? `${text.slice(0, MAX_SAID)}…` : text;
}

/** @returns the install command as a person types it */
export function installLine({ words }: InstallCommand): string {
  return words
    .map((word) => (/^[\w@%+=:,./[\]<>~^-]+$/.test(word) && !/[<>[\]~]/.test(word) ? word : `'${word}'`))
    .join(" ");
}

/** Interpreters that a version manager keeps beside its shims; uv sees the shims alone. */
async function keptInterpreter(version: string, ports: GatePorts): Promise<string | undefined> {
  const root =
    ports.env["PYENV_ROOT"] ?? (ports.env["HOME"] === undefined ? undefined : join(ports.env["HOME"], ".pyenv"));
  if (root === undefined || !/^\d+\.\d+(?:\.\d+)?$/.test(version)) return undefined;
  const folder = join(root, "versions");
  const entries = await ports.files.list(folder, (path) => path.includes("/")).catch(() => []);
  const names = [...new Set(entries.map(({ path }) => path.split("/")[0] ?? ""))];
  const name = names
    .filter((one) => one === version || one.startsWith(`${version}.`))
    .sort()
    .at(-1);
  const program = name === undefined ? undefined : join(folder, name, "bin", "python");
  return program !== undefined && (await ports.files.exists(program)) ? program : undefined;
}

/**
 * @param recipe what is asked for
 * @param ports the world
 * @returns requests to `uv venv`, the best first, with what to say when that one is taken
 */
export async function pythonRequests(
  recipe: EnvironmentRecipe,
  ports: GatePorts,
): Promise<readonly (readonly [string | undefined, string | undefined])[]> {
  const { python, requiresPython } = recipe;
  const else_ =
    python === null ? undefined : `Python ${python} is not on this machine; another one is used for ${recipe.name}`;
  const kept = python === null ? undefined : await keptInterpreter(python, ports);
  return [
    ...(python === null ? [] : [[python, undefined] as const]),
    ...(kept === undefined ? [] : [[kept, undefined] as const]),
    ...(requiresPython === null ? [] : [[requiresPython, else_] as const]),
    [undefined, else_],
  ];
}

interface Venv {
  readonly env: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly remark: string | undefined;
}

/**
 * @param folder a virtual environment
 * @param env the environment of this process
 * @returns variables that put its programs first
 */
export function variablesOf(folder: string, env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { VIRTUAL_ENV: folder, PATH: `${join(folder, "bin")}:${env["PATH"] ?? ""}` };
}

/**
 * @param env the environment of this process
 * @returns the same for uv as it makes environments
 */
export function venvEnvironment(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const settings = { UV_SYSTEM_PYTHON: undefined, UV_PROJECT_ENVIRONMENT: undefined };
  // Environments beside each other wait while one of them compiles what all need.
  const patience = env["UV_LOCK_TIMEOUT"] === undefined ? { UV_LOCK_TIMEOUT: String(INSTALL_MS / 1000) } : {};
  return childEnvironment(env, { ...settings, ...patience });
}

/** Bytes of the longest file that names a Python. */
const MOST_PIN_BYTES = 4096;

/** uv follows a link called .python-version wherever it leads, and prints what stands there: devices and /proc have no size. */
async function hasPlainPin(root: string, ports: GatePorts): Promise<boolean> {
  const size = await ports.files.size(join(root, ".python-version")).catch(() => 0);
  return size === undefined || (size > 0 && size <= MOST_PIN_BYTES);
}

async function makeVenv(recipe: EnvironmentRecipe, place: Place, uv: string, ports: GatePorts): Promise<Venv | string> {
  const { folder, root } = place;
  const env = venvEnvironment(ports.env);
  const cwd = (await hasPlainPin(root, ports)) ? root : "/";
  let last = "";
  for (const [python, remark] of await pythonRequests(recipe, ports)) {
    const args = [
      "venv",
      "--quiet",
      "--seed",
      "--no-project",
      ...(python === undefined ? [] : ["--python", python]),
      folder,
    ];
    const result = await ports.processes.capture({ file: uv, args, cwd, env }, { timeoutMs: VENV_MS });
    if (isGood(result)) {
      const variables = variablesOf(folder, ports.env);
      const quiet = { PDM_IGNORE_SAVED_PYTHON: "1", PIPENV_VERBOSITY: "-1", PIP_DISABLE_PIP_VERSION_CHECK: "1" };
      return { env: { ...env, ...variables, ...quiet }, variables, remark };
    }
    last = said(result);
  }
  return `no Python could be found for it: ${last}`;
}

/** Where an environment is made. Absolute paths. */
export interface Place {
  /** The repository's root. */
  readonly root: string;
  /** The folder of the virtual environment; does not exist. */
  readonly folder: string;
}

/** pip only warns of a local `--find-links` that is not there; uv gives up. */
async function withoutMissingLinks(
  { words, cwd }: InstallCommand,
  root: string,
  ports: GatePorts,
): Promise<readonly string[]> {
  const at = words.findIndex((word) => word === "--find-links" || word === "-f");
  const target = at === -1 ? undefined : words[at + 1];
  if (target === undefined || target.includes("://") || target.startsWith("/")) return words;
  if (await ports.files.exists(join(root, cwd, target.replace(/\/+$/, "")))) return words;
  return [...words.slice(0, at), ...words.slice(at + 2)];
}

async function install(
  commands: readonly InstallCommand[],
  root: string,
  env: Readonly<Record<string, string>>,
  ports: GatePorts,
): Promise<string | undefined> {
  for (const command of commands) {
    const [program = "", ...args] = await withoutMissingLinks(command, root, ports);
    const all = {
      ...env,
      ...inCheckout(command.env, root),
      PATH: env["PATH"] ?? "",
      ...(env["VIRTUAL_ENV"] === undefined ? {} : { VIRTUAL_ENV: env["VIRTUAL_ENV"] }),
    };
    const file = (await ports.processes.which(program, all)) ?? program;
    const asked = { file, args, cwd: join(root, command.cwd), env: all };
    const started = await withoutNpx(await withOwnManager(asked, ports), ports);
    const result = await ports.processes.capture(started, { timeoutMs: INSTALL_MS });
    if (!isGood(result)) {
      return `\`${installLine(command)}\` of ${command.source.file}:${command.source.line} did not work: ${said(result)}`;
    }
  }
  return undefined;
}

/**
 * Makes a virtual environment outside of the tree, with the repository's own installs in their order.
 *
 * @param recipe interpreter and installs
 * @param place where
 * @param ports the world
 */
export async function makePythonEnvironment(
  recipe: EnvironmentRecipe,
  place: Place,
  ports: GatePorts,
): Promise<MadeEnvironment> {
  const uv = await ports.processes.which("uv", childEnvironment(ports.env));
  if (uv === undefined) return { kind: "failed", reason: "uv is not installed" };
  const venv = await makeVenv(recipe, place, uv, ports);
  if (typeof venv === "string") return { kind: "failed", reason: venv };
  const problem = await install(recipe.installs, place.root, venv.env, ports);
  if (problem !== undefined) return { kind: "failed", reason: problem };
  return { kind: "made", variables: venv.variables, remark: venv.remark };
}

/**
 * Installs packages of Node in the tree, as their manager does. It runs scripts of packages: only where the caller allows it.
 *
 * @param environment with a recipe
 * @param root absolute folder of the repository
 * @param ports the world
 * @returns why it did not work; undefined when it did
 */
export async function installNodePackages(
  environment: Environment,
  root: string,
  ports: GatePorts,
): Promise<string | undefined> {
  return install(environment.recipe?.installs ?? [], root, childEnvironment(ports.env, NO_HOOKS), ports);
}

/**
 * Installs exactly what a lock of npm says. It runs scripts of packages: only where the caller allows it.
 *
 * @param environment with a lock
 * @param root absolute folder of the repository
 * @param ports the world
 * @returns why it did not work; undefined when it did
 */
export async function installLockedNode(
  { cwd }: Environment,
  root: string,
  ports: GatePorts,
): Promise<string | undefined> {
  const env = childEnvironment(ports.env, NO_HOOKS);
  const file = await ports.processes.which("npm", env);
  if (file === undefined) return "npm is not installed";
  const command = { file, args: NPM_ARGUMENTS, cwd: join(root, cwd), env };
  const result = await ports.processes.capture(command, { timeoutMs: INSTALL_MS });
  return isGood(result) ? undefined : said(result);
}
