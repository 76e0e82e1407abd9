import { dirname, join } from "node:path/posix";
import { type Environment, type SetupFile, setupFileSchema } from "../../core/gates/index.ts";
import { explainRequest, joinEnvironments, type VersionRequest } from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { ProvidedUv } from "../../ports/uv.ts";
import { chooseCacheFolder } from "./choose-cache-folder.ts";
import { type ChosenPython, choosePython } from "./choose-python.ts";
import { chooseVersion } from "./choose-version.ts";
import { type InstallResult, type InstallTarget, installWithNpm, installWithUv } from "./install.ts";
import { placeEnvironments } from "./place-environments.ts";
import type { SetupInputs, SetupPorts } from "./setup-ports.ts";
import { type CacheUse, restoreCache } from "./use-cache.ts";

/** What setting up gives to later steps: the action's outputs. */
export interface SetupOutputs {
  readonly uvVersion: string;
  readonly uvPath: string;
  readonly uvSource: string;
  readonly pythonVersion: string;
  readonly cacheHit: string;
  readonly cacheKey: string;
  readonly synced: string;
  readonly setupFile: string;
}

/** What is to be done, decided before anything is fetched. */
interface Work {
  readonly root: string;
  readonly request: VersionRequest;
  readonly uv: readonly InstallTarget[];
  readonly npm: readonly InstallTarget[];
  readonly wantsUv: boolean;
}

/** What was done. */
interface Done {
  uv: ProvidedUv | undefined;
  python: ChosenPython | undefined;
  cache: CacheUse;
  readonly results: InstallResult[];
}

const FOLDER = ".turnpike";

async function plan(inputs: SetupInputs, ports: SetupPorts): Promise<Work> {
  const { workspace } = ports.context;
  const root = join(workspace, inputs.workingDirectory).replace(/\/$/, "");
  if (!(await ports.files.exists(root))) {
    const message = `"${inputs.workingDirectory}" is no folder of the checkout; was the repository checked out before this step?`;
    throw new TurnpikeError("INPUT_INVALID", "config", "There is nothing to set up here.", {
      problems: [{ where: "working-directory", message }],
    });
  }
  const request = await chooseVersion(inputs.version, { files: ports.files, workspace, root });
  const environments = await placeEnvironments(ports.files, root, await ports.readPlan(root, inputs.config));
  const { groups, extras } = inputs;
  const joined = joinEnvironments(environments, { cwd: ".", groups, extras });
  const targets = joined.map((environment) => ({ root, environment }));
  const uv = targets.filter((target) => target.environment.manager === "uv");
  const asked = [...groups, ...extras];
  if (asked.length > 0 && !uv.some((target) => target.environment.cwd === ".")) {
    const message = `${asked.join(", ")} cannot be installed: there is no Python project in ${inputs.workingDirectory}`;
    throw new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit the repository; nothing was installed.", {
      problems: [{ where: groups.length > 0 ? "groups" : "extras", message }],
    });
  }
  const wantsUv = uv.length > 0 || inputs.sync === "true" || [inputs.version, inputs.pythonVersion].some((one) => one);
  return { root, request, uv, npm: targets.filter((target) => target.environment.manager === "npm"), wantsUv };
}

function mustSync(environment: Environment, sync: SetupInputs["sync"]): string | undefined {
  if (sync === "false") return "the input sync is false";
  if (sync === "auto" && environment.lock === null) return "there is no lock file";
  return undefined;
}

async function getUv(work: Work, inputs: SetupInputs, ports: SetupPorts): Promise<ProvidedUv> {
  const start = ports.clock.monotonicMs();
  const { checksum } = inputs;
  const uv = await ports.uv.provide({ request: work.request, ...(checksum === undefined ? {} : { checksum }) });
  const seconds = ((ports.clock.monotonicMs() - start) / 1000).toFixed(1);
  const where = uv.source === "index" ? "the package index" : uv.source === "release" ? "GitHub" : `the ${uv.source}`;
  ports.log.info(`uv ${uv.version} (${explainRequest(work.request)}) from ${where} in ${seconds} s: ${uv.trust}.`);
  // What was on PATH stays as it is: its folder may hold other programs that must not come first.
  if (uv.source !== "path") ports.job.addPath(dirname(uv.path));
  return uv;
}

async function setUpPython(work: Work, inputs: SetupInputs, ports: SetupPorts, done: Done): Promise<void> {
  if (!work.wantsUv) return;
  const uv = await getUv(work, inputs, ports);
  done.uv = uv;
  const folder = await chooseCacheFolder(ports, uv.path, work.root);
  const variables: Record<string, string> = folder.isUvsOwn ? {} : { UV_CACHE_DIR: folder.path };
  for (const [name, value] of Object.entries(variables)) ports.job.exportVariable(name, value);
  const pythons = new Map<InstallTarget, ChosenPython>();
  const places = work.uv.length > 0 || inputs.pythonVersion === undefined ? work.uv : [undefined];
  for (const target of places) {
    const root = target === undefined ? work.root : join(target.root, target.environment.cwd);
    const python = await choosePython(ports, { uv: uv.path, input: inputs.pythonVersion, root });
    ports.log.info(`Python ${python.version} (${python.source}): ${python.path}`);
    if (target !== undefined) pythons.set(target, python);
    done.python ??= python;
  }
  if (inputs.pythonVersion !== undefined && done.python !== undefined) {
    ports.job.exportVariable("UV_PYTHON", done.python.path);
  }
  const locked = work.uv.filter((target) => mustSync(target.environment, inputs.sync) === undefined);
  if (done.python !== undefined) {
    done.cache = await restoreCache(ports, inputs, {
      uv,
      pythons: [...pythons.values()].map((python) => python.version),
      targets: locked,
      folder: folder.path,
    });
  }
  for (const target of work.uv) {
    const reason = mustSync(target.environment, inputs.sync);
    if (reason !== undefined) {
      ports.log.info(`${target.environment.cwd}: not installed, ${reason}.`);
      done.results.push({ environment: target.environment, outcome: "skipped", reason });
      continue;
    }
    const python = pythons.get(target);
    const told = python?.mustBeTold === true ? python.path : undefined;
    done.results.push(await installWithUv(ports, target, { uv: uv.path, python: told, variables }));
  }
}

async function setUpNode(work: Work, inputs: SetupInputs, ports: SetupPorts, done: Done): Promise<void> {
  for (const target of work.npm) {
    const reason = mustSync(target.environment, inputs.sync === "true" ? "auto" : inputs.sync);
    const { environment } = target;
    if (reason === undefined) done.results.push(await installWithNpm(ports, target));
    else done.results.push({ environment, outcome: "skipped", reason });
  }
}

async function writeSetupFile(ports: SetupPorts, done: Done, startMs: number): Promise<string> {
  const file: SetupFile = setupFileSchema.parse({
    schema: "turnpike/setup/1",
    durationMs: Math.round(ports.clock.monotonicMs() - startMs),
    uvVersion: done.uv?.version ?? null,
    uvSource: done.uv?.source ?? null,
    pythonVersion: done.python?.version ?? null,
    cache: done.cache.outcome,
    environments: done.results.map(({ environment, outcome, reason }) => ({
      manager: environment.manager,
      cwd: environment.cwd,
      outcome,
      reason,
    })),
  } satisfies SetupFile);
  const folder = join(ports.context.workspace, FOLDER);
  const ignore = join(folder, ".gitignore");
  if (!(await ports.files.exists(ignore))) await ports.files.write(ignore, "*\n");
  const path = join(folder, "setup.json");
  await ports.files.write(path, `${JSON.stringify(file, null, 2)}\n`);
  return path;
}

function failureOf(results: readonly InstallResult[]): TurnpikeError | undefined {
  const failures = results.flatMap((result) =>
    result.failure === undefined ? [] : [{ ...result, ...result.failure }],
  );
  const [first] = failures;
  if (first === undefined) return undefined;
  const mends = failures.flatMap(({ mend }) => (mend === undefined ? [] : [mend]));
  const details = {
    ...(mends.length === 0 ? {} : { hint: `Run, and commit the lock:\n  ${mends.join("\n  ")}` }),
    doc: "docs/setup-uv.md",
  };
  if (failures.length === 1) {
    const reason = (first.reason ?? "").replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/\.$/, "");
    const where = first.environment.cwd === "." ? "here" : `in ${first.environment.cwd}`;
    return new TurnpikeError(first.code, first.kind, `${reason}; nothing was installed ${where}.`, details);
  }
  const problems = failures.map(({ environment, reason }) => ({ where: environment.cwd, message: reason ?? "" }));
  const what = `The packages of ${failures.length} folders could not be installed as locked.`;
  return new TurnpikeError(first.code, first.kind, what, { ...details, problems });
}

/** What was under way when an error came is marked failed, so that the page can say why nothing ran. */
function markFailed(work: Work, done: Done, error: unknown): void {
  const reason = error instanceof TurnpikeError ? error.message : "setting up broke off";
  for (const { environment } of [...work.uv, ...work.npm]) {
    if (done.results.some((result) => result.environment === environment)) continue;
    done.results.push({ environment, outcome: "failed", reason });
  }
}

/**
 * Provides uv, Python and the packages that the repository's gates need, exactly as locked.
 *
 * @param inputs the action's inputs
 * @param ports the world
 * @returns the action's outputs
 * @throws TurnpikeError when a uv, a Python or the packages of a lock cannot be had; setup.json says so too
 */
export async function setUp(inputs: SetupInputs, ports: SetupPorts): Promise<SetupOutputs> {
  const startMs = ports.clock.monotonicMs();
  const work = await plan(inputs, ports);
  const done: Done = {
    uv: undefined,
    python: undefined,
    cache: { outcome: "off", key: "", state: undefined },
    results: [],
  };
  if (!work.wantsUv && work.npm.length === 0) {
    ports.log.info("Nothing to set up: there is no Python or Node project here.");
  }
  // The two have nothing in common but the machine; both end before the first error is raised.
  const ends = await Promise.allSettled([setUpPython(work, inputs, ports, done), setUpNode(work, inputs, ports, done)]);
  const broken = ends.find((end) => end.status === "rejected");
  if (broken !== undefined) markFailed(work, done, broken.reason);
  const setupFile = await writeSetupFile(ports, done, startMs);
  if (broken !== undefined) throw broken.reason;
  const failure = failureOf(done.results);
  if (failure !== undefined) throw failure;
  if (done.cache.state !== undefined) ports.job.saveState(JSON.stringify(done.cache.state));
  return {
    uvVersion: done.uv?.version ?? "",
    uvPath: done.uv?.path ?? "",
    uvSource: done.uv?.source ?? "",
    pythonVersion: done.python?.version ?? "",
    cacheHit: done.cache.outcome === "hit" ? "true" : done.cache.outcome === "partial" ? "partial" : "false",
    cacheKey: done.cache.key,
    synced: String(done.results.some((one) => one.environment.manager === "uv" && one.outcome === "installed")),
    setupFile,
  };
}
