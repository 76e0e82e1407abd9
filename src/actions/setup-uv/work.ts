import type { Environment, Plan } from "../../core/gates/index.ts";
import { joinEnvironments, projectFolder, type VersionRequest } from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { ProvidedUv } from "../../ports/uv.ts";
import type { ChosenPython } from "./choose-python.ts";
import { chooseVersion } from "./choose-version.ts";
import type { InstallResult, InstallTarget } from "./install.ts";
import { placeEnvironments } from "./place-environments.ts";
import type { SetupInputs, SetupPorts } from "./setup-ports.ts";
import type { CacheUse } from "./use-cache.ts";

/** What is to be done, decided before anything is fetched. */
export interface Work {
  /** Absolute folder of the project. */
  readonly root: string;
  readonly request: VersionRequest;
  readonly uv: readonly InstallTarget[];
  readonly npm: readonly InstallTarget[];
  /** Those of the plan, which say on what their packages are to run. */
  readonly gates: Plan["gates"];
  readonly wantsUv: boolean;
  /** Which environments are installed; `isolated`: none, because the build command makes its own. */
  readonly sync: Sync;
}

/** What the input `sync` comes to. */
type Sync = "auto" | "gates" | "true" | "false" | "isolated";

/** What was done. */
export interface Done {
  uv: ProvidedUv | undefined;
  python: ChosenPython | undefined;
  cache: CacheUse;
  readonly results: InstallResult[];
}

function wrongInput(where: string, message: string): TurnpikeError {
  return new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit the repository; nothing was installed.", {
    problems: [{ where, message }],
  });
}

async function findRoot({ workingDirectory }: SetupInputs, ports: SetupPorts): Promise<string> {
  const root = projectFolder(ports.context.workspace, workingDirectory);
  if (root === undefined) {
    throw wrongInput("working-directory", `"${workingDirectory}" leads out of the checkout; write a folder inside it`);
  }
  if (await ports.files.exists(root)) return root;
  const question = "was the repository checked out before this step?";
  throw wrongInput("working-directory", `"${workingDirectory}" is no folder of the checkout; ${question}`);
}

/**
 * Decides what to set up.
 *
 * @param inputs the action's inputs
 * @param ports the world; nothing of it is changed
 * @throws TurnpikeError for inputs and files that are wrong
 */
export async function planWork(inputs: SetupInputs, ports: SetupPorts): Promise<Work> {
  const root = await findRoot(inputs, ports);
  const { workspace } = ports.context;
  const request = await chooseVersion(inputs.version, { files: ports.files, workspace, root });
  const plan = await ports.readPlan(root, inputs.config);
  const environments = await placeEnvironments(ports.files, root, plan);
  const { groups, extras } = inputs;
  const joined = joinEnvironments(environments, { cwd: ".", groups, extras });
  const targets = joined.map((environment) => ({ root, environment }));
  const uv = targets.filter((target) => target.environment.manager === "uv");
  const asked = [...groups, ...extras];
  if (asked.length > 0 && !uv.some((target) => target.environment.cwd === ".")) {
    const message = `${asked.join(", ")} cannot be installed: there is no Python project in ${inputs.workingDirectory}`;
    throw wrongInput(groups.length > 0 ? "groups" : "extras", message);
  }
  const isAskedFor = inputs.sync === "true" || inputs.version !== undefined || inputs.pythonVersion !== undefined;
  const npm = targets.filter((target) => target.environment.manager === "npm");
  return {
    root,
    request,
    uv,
    npm,
    gates: plan.gates,
    wantsUv: uv.length > 0 || isAskedFor || startsUv(plan),
    sync: syncOf(inputs.sync, plan),
  };
}

/** Virtual environments of the repository's own installs are made by uv, whether or not there is a project of uv's. */
function startsUv({ environments, gates }: Plan): boolean {
  const isUvs = (run: Plan["gates"][number]["run"]): boolean =>
    typeof run === "string" ? /(?:^|[\s;&|(])uvx?\s/.test(run) : /^uvx?$/.test(run[0] ?? "");
  return environments.some(({ manager }) => manager === "venv") || gates.some(({ run }) => isUvs(run));
}

/** `uv build` installs what a build needs into an environment of its own (PEP 517); another command may need the project's. */
function syncOf(asked: SetupInputs["sync"], plan: Plan): Sync {
  if (asked !== "build") return asked;
  return plan.build !== null && /^uv build\b/.test(plan.build.run) ? "isolated" : "auto";
}

/**
 * @param environment an environment
 * @param sync what the input comes to
 * @returns why it is not installed, or undefined when it is
 */
export function whySkipped(environment: Environment, sync: Sync): string | undefined {
  if (sync === "isolated") return "`uv build` makes an environment of its own";
  if (sync === "false") return "the input sync is false";
  // `npm ci` does nothing without a lock; uv says itself that the lock is missing.
  const mustHaveLock = sync === "auto" || sync === "gates" || environment.manager === "npm";
  return mustHaveLock && environment.lock === null ? "there is no lock file" : undefined;
}
