import { realpathSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Checked, checkRepository, readCommitFacts } from "../actions/gates/check-repository.ts";
import type { GatePorts } from "../actions/gates/gate-ports.ts";
import { localOrigin } from "../actions/gates/origin.ts";
import type { ResultMemory } from "../actions/gates/result-cache.ts";
import { situationHere } from "../actions/gates/situation.ts";
import { systemClock } from "../adapters/node/clock.ts";
import { definedVariables } from "../adapters/node/environment.ts";
import { NodeFiles } from "../adapters/node/files.ts";
import { GitProgram } from "../adapters/node/git.ts";
import { thisMachine } from "../adapters/node/machine.ts";
import {
  bundleFolder,
  cacheFile,
  keepPlan,
  lookAtGround,
  type PlanCachePlace,
  type PlanGround,
  recallPlan,
} from "../adapters/node/plan-cache.ts";
import { NodeProcesses } from "../adapters/node/processes.ts";
import { systemRandom } from "../adapters/node/random.ts";
import { NodeResultGrounds } from "../adapters/node/result-ground.ts";
import { listenForStop } from "../adapters/node/stop-request.ts";
import { styles } from "../adapters/terminal/styles.ts";
import type { RepositorySnapshot } from "../core/detect/index.ts";
import type { Plan } from "../core/gates/index.ts";
import { TurnpikeError } from "../errors.ts";
import { lateView } from "./late-view.ts";

/** What the command line says. */
export interface GatesArguments {
  readonly dir: string;
  readonly only: readonly string[];
  readonly jobs?: number;
  readonly failFast: boolean;
  readonly verdict?: string;
  readonly config: string;
  readonly json: boolean;
  readonly cache: boolean;
  readonly explainCache?: string;
}

function rootOf(dir: string): string {
  try {
    return realpathSync(resolve(dir));
  } catch (cause) {
    throw new TurnpikeError("FILE_UNREADABLE", "user", `${dir} is no folder that can be read.`, { cause });
  }
}

async function keepVerdict(checked: Checked, file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const target = resolve(file);
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(checked.verdictFile, target);
  } catch (cause) {
    throw new TurnpikeError("FILE_UNWRITABLE", "user", `${file} could not be written.`, { cause });
  }
}

/** Not in the repository, which could bring results along: the user's cache folder, as with plans. */
function memoryHere(root: string, processes: NodeProcesses, env: Readonly<Record<string, string>>): ResultMemory {
  const file = cacheFile("results", root, env);
  return { file, grounds: new NodeResultGrounds(processes, env, false), where: "here" };
}

interface KeptOrRead {
  readonly plan: Plan;
  /** Keeps it for the next run; nobody waits for it. */
  readonly keep: () => Promise<void>;
}

async function planOf(place: PlanCachePlace): Promise<KeptOrRead> {
  const kept = await recallPlan(place);
  if (kept !== undefined) return { plan: kept, keep: async () => undefined };
  // Detection and its parsers are loaded only where there is something to read.
  const { readPlan } = await import("../adapters/node/read-plan.ts");
  let ground: PlanGround | undefined;
  const onSnapshot = (snapshot: RepositorySnapshot) => {
    ground = lookAtGround(place, snapshot, Date.now());
  };
  const plan = await readPlan(place.root, { config: place.config, onSnapshot });
  const keep = async () => (ground === undefined ? undefined : keepPlan(place, ground, plan));
  return { plan, keep };
}

/**
 * Runs the gates here. Everything for people goes to standard error.
 *
 * @param args what the command line says
 * @throws TurnpikeError for what cannot be run at all; a failed gate is an exit code
 */
export async function runGatesCommand(args: GatesArguments): Promise<void> {
  const root = rootOf(args.dir);
  const env = definedVariables(process.env);
  const processes = new NodeProcesses();
  const ports: GatePorts = {
    ...{ processes, env, clock: systemClock, random: systemRandom, machine: thisMachine },
    files: new NodeFiles(root),
    git: new GitProgram(processes, env),
  };
  const facts = readCommitFacts(root, ports.git);
  // Awaited later; a rejection must not be taken for one that nobody handles.
  facts.catch(() => undefined);
  const planned = await planOf({ root, config: args.config, env, program: bundleFolder() });
  const { plan } = planned;
  if (args.explainCache !== undefined) {
    const { explainCache } = await import("./explain-cache.ts");
    return explainCache(args.explainCache, { root, plan, memory: memoryHere(root, processes, env) }, ports);
  }
  const stop = listenForStop();
  const look = styles(process.stderr, env);
  const watch = lateView(
    { stream: process.stderr, styles: look, plan, stop: stop.signal },
    async () => (await import("./gates-view.ts")).watchGates,
  );
  const outputDirectory = join(root, ".turnpike", "gates");
  try {
    const { only, jobs, failFast } = args;
    const situation = () => situationHere(root, undefined, ports);
    const results = { ...memoryHere(root, processes, env), readsNothing: !args.cache };
    const request = {
      situation,
      results,
      root,
      plan,
      facts,
      only,
      jobs,
      failFast,
      requireGates: false,
      release: false,
      outputDirectory,
    };
    const historyFile = join(root, ".turnpike", "history", "durations.json");
    const origin = await localOrigin(root, ports, process.platform);
    const temp = realpathSync(tmpdir());
    const checked = await checkRepository({ ...request, historyFile, origin, temp, secrets: [] }, ports, {
      listener: watch.listener,
      stop,
    });
    await watch.end();
    await keepVerdict(checked, args.verdict);
    const { renderGatesReport } = await import("./gates-report.ts");
    const width = Math.min(process.stderr.columns ?? 100, 120);
    process.stderr.write(renderGatesReport(checked, { styles: look, width, root }));
    if (args.json) process.stdout.write(`${JSON.stringify(checked.verdict, null, 2)}\n`);
    if (checked.run.verdict === "passed" && only.length === 0) {
      const { tellFirstGreen } = await import("../local/first-green.ts");
      await tellFirstGreen({ dir: root, by: "gates" }, { git: ports.git, clock: systemClock, env }, look);
    }
    process.exitCode = checked.run.exitCode;
    await planned.keep();
  } finally {
    await watch.end();
  }
}
