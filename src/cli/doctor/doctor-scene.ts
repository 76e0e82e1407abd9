import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { readRoad } from "../../actions/doctor/examine.ts";
import { type PlanOutcome, PROGRAM_MS, type Scene } from "../../actions/doctor/scene.ts";
import { readAdoptTexts } from "../../adapters/node/adopt-facts.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { thisDisk } from "../../adapters/node/disk.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { existingFolder } from "../../adapters/node/existing-folder.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { nodeHttp } from "../../adapters/node/http.ts";
import { readOwnCopy } from "../../adapters/node/own-copy.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { projectRoot } from "../../adapters/node/project-root.ts";
import { readPlanned } from "../../adapters/node/read-plan.ts";
import { RepositoryFiles } from "../../adapters/node/repository-files.ts";
import { SafeGit } from "../../adapters/node/safe-git.ts";
import { stateHome } from "../../adapters/node/state-folder.ts";
import { NodeToolchains } from "../../adapters/node/toolchains/index.ts";
import { choosePin } from "../../core/adopt/index.ts";
import { TurnpikeError } from "../../errors.ts";

/** Caches of uv and of Turnpike, and what `try` and `gates` remember. */
function writtenFolders(env: Readonly<Record<string, string>>): Scene["written"] {
  const home = env["HOME"] || homedir();
  const caches = env["XDG_CACHE_HOME"] || join(home, ".cache");
  return [
    { folder: env["UV_CACHE_DIR"] || join(caches, "uv"), what: "uv keeps packages there", isNeeded: true },
    { folder: join(caches, "turnpike"), what: "environments and passes are kept there", isNeeded: false },
    { folder: stateHome(env), what: "the page of `turnpike try` is kept there", isNeeded: false },
  ];
}

async function planOf(top: string): Promise<PlanOutcome> {
  try {
    return { kind: "planned", planned: await readPlanned(top) };
  } catch (error) {
    if (!(error instanceof TurnpikeError)) throw error;
    const problems = error.problems.length > 0 ? error.problems : [{ where: "turnpike.yml", message: error.message }];
    return { kind: "invalid", problems };
  }
}

/**
 * Reads what several checks need, once.
 *
 * @param directory where the command was called for
 * @param isOnline whether the network may be asked
 * @throws TurnpikeError `FILE_UNREADABLE` when there is no such folder
 */
export async function readScene(directory: string, isOnline: boolean): Promise<Scene> {
  const folder = existingFolder(directory);
  const env = definedVariables(process.env);
  const processes = new NodeProcesses();
  const git = new GitProgram(processes, env);
  const safeGit = new SafeGit(processes, env, { timeoutMs: PROGRAM_MS });
  const own = projectRoot();
  const found = await git.topLevel(folder);
  const top = found ?? folder;
  const [read, plan, names, copy] = await Promise.all([
    readAdoptTexts(top),
    planOf(top),
    git.listFiles(top),
    readOwnCopy(git, own, undefined),
  ]);
  const ownFiles = own === undefined ? undefined : new NodeFiles(own);
  return {
    top,
    isRepository: found !== undefined,
    isOnline,
    env,
    nodeVersion: process.versions.node,
    temp: env["RUNNER_TEMP"] ?? tmpdir(),
    written: writtenFolders(env),
    names: new Set(names),
    texts: read.texts,
    unreadable: read.unreadable,
    plan,
    ...(await readRoad(read.texts)),
    ownPin: choosePin(undefined, copy),
    ownText: async (path) => await ownFiles?.readText(join(...path.split("/"))),
    files: new RepositoryFiles(top),
    git,
    askGit: (...args) => safeGit.run(top, ...args),
    processes,
    toolchains: new NodeToolchains(processes, env),
    http: nodeHttp,
    disk: thisDisk,
    clock: systemClock,
  };
}
