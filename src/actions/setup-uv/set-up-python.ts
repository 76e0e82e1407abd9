import { dirname, join } from "node:path/posix";
import { explainRequest } from "../../core/uv/index.ts";
import { formatError } from "../../errors.ts";
import type { ProvidedUv } from "../../ports/uv.ts";
import { chooseCacheFolder } from "./choose-cache-folder.ts";
import { type ChosenPython, choosePython } from "./choose-python.ts";
import { type InstallTarget, installWithUv } from "./install.ts";
import type { SetupInputs, SetupPorts } from "./setup-ports.ts";
import { restoreCache } from "./use-cache.ts";
import { type Done, type Work, whySkipped } from "./work.ts";

const SOURCES = {
  path: "PATH",
  "tool-cache": "the tool folder",
  index: "the package index",
  release: "GitHub's releases",
} as const;

async function getUv(work: Work, inputs: SetupInputs, ports: SetupPorts): Promise<ProvidedUv> {
  const start = ports.clock.monotonicMs();
  const { checksum } = inputs;
  const uv = await ports.uv.provide({ request: work.request, ...(checksum === undefined ? {} : { checksum }) });
  const seconds = ((ports.clock.monotonicMs() - start) / 1000).toFixed(1);
  const wish = explainRequest(work.request);
  ports.log.info(`uv ${uv.version} (${wish}) from ${SOURCES[uv.source]} in ${seconds} s: ${uv.trust}.`);
  // What was on PATH stays as it is: its folder may hold other programs that must not come first.
  if (uv.source !== "path") ports.job.addPath(dirname(uv.path));
  return uv;
}

type Pythons = ReadonlyMap<InstallTarget, ChosenPython>;

/** A Python for each project. One that nobody needs now and that is not there is no error: `uv run` would say so. */
async function getPythons(work: Work, inputs: SetupInputs, ports: SetupPorts, done: Done): Promise<Pythons> {
  const pythons = new Map<InstallTarget, ChosenPython>();
  const uv = done.uv?.path ?? "";
  const input = inputs.pythonVersion;
  const isAlone = work.uv.length === 0 && input !== undefined;
  for (const target of isAlone ? [undefined] : work.uv) {
    const root = target === undefined ? work.root : join(target.root, target.environment.cwd);
    const isNeeded = target === undefined || whySkipped(target.environment, work.sync) === undefined;
    try {
      const python = await choosePython(ports, { uv, input, root });
      ports.log.info(`Python ${python.version} (${python.source}): ${python.path}`);
      if (target !== undefined) pythons.set(target, python);
      done.python ??= python;
    } catch (error) {
      if (isNeeded || input !== undefined) throw error;
      ports.log.info(formatError(error));
    }
  }
  if (input !== undefined && done.python !== undefined) ports.job.exportVariable("UV_PYTHON", done.python.path);
  return pythons;
}

/**
 * Provides uv, the Pythons and the packages of all Python projects.
 *
 * @param work what is to be done
 * @param inputs the action's inputs
 * @param ports the world
 * @param done filled as it goes, so that what was reached before an error is known
 * @throws TurnpikeError when a uv or a Python cannot be had; packages that cannot are results
 */
export async function setUpPython(work: Work, inputs: SetupInputs, ports: SetupPorts, done: Done): Promise<void> {
  if (!work.wantsUv) return;
  const uv = await getUv(work, inputs, ports);
  done.uv = uv;
  const folder = await chooseCacheFolder(ports, uv.path, work.root);
  const variables: Record<string, string> = folder.isUvsOwn ? {} : { UV_CACHE_DIR: folder.path };
  for (const [name, value] of Object.entries(variables)) ports.job.exportVariable(name, value);
  const pythons = await getPythons(work, inputs, ports, done);
  const targets = work.uv.filter(({ environment }) => whySkipped(environment, work.sync) === undefined);
  const versions = targets.flatMap((target) => pythons.get(target)?.version ?? []);
  done.cache = await restoreCache(ports, inputs, { uv, pythons: versions, targets, folder: folder.path });
  const tools = { uv: uv.path, variables, takesStale: work.sync === "gates" };
  for (const target of work.uv) {
    const { environment } = target;
    const reason = whySkipped(environment, work.sync);
    if (reason === undefined) {
      const python = pythons.get(target);
      const told = python?.mustBeTold === true ? python.path : undefined;
      done.results.push(await installWithUv(ports, target, { ...tools, python: told }));
    } else {
      ports.log.info(`${environment.cwd}: nothing installed by uv, ${reason}.`);
      done.results.push({ environment, outcome: "skipped", reason });
    }
  }
}
