import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checked, checkRepository, readCommitFacts } from "../actions/gates/check-repository.ts";
import type { GateEvent, GatePorts, StopRequest } from "../actions/gates/gate-ports.ts";
import { localOrigin } from "../actions/gates/origin.ts";
import type { ResultMemory } from "../actions/gates/result-cache.ts";
import { situationHere } from "../actions/gates/situation.ts";
import { systemClock } from "../adapters/node/clock.ts";
import { definedVariables } from "../adapters/node/environment.ts";
import { environmentHome, NodeEnvironmentStore } from "../adapters/node/environment-store.ts";
import { existingFolder } from "../adapters/node/existing-folder.ts";
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
import type { PlanOptions } from "../adapters/node/read-plan.ts";
import { NodeResultGrounds } from "../adapters/node/result-ground.ts";
import { columnsOf } from "../adapters/terminal/columns.ts";
import { type Styles, styles } from "../adapters/terminal/styles.ts";
import type { ChangedFiles, Plan } from "../core/gates/index.ts";
import type { EnvironmentStore } from "../ports/environment-store.ts";
import { lateView } from "./late-view.ts";

/** What the command line says, as commander gives it. */
export interface GatesArguments {
  readonly dir: string;
  readonly only: readonly string[];
  readonly jobs?: number;
  readonly failFast: boolean;
  readonly verdict?: string;
  readonly config: string;
  readonly json: boolean;
  /** False with `--no-cache`. */
  readonly cache: boolean;
  readonly explainCache?: string;
  /** True: since the default branch; a text: since that commit. */
  readonly changed?: string | true;
  readonly watch?: boolean;
}

/** A repository, and what its gates are run with. */
export interface GatesSession {
  readonly args: GatesArguments;
  /** Absolute. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly processes: NodeProcesses;
  readonly ports: GatePorts;
  readonly look: Styles;
  readonly memory: ResultMemory & { readonly grounds: NodeResultGrounds };
  readonly environments: EnvironmentStore;
}

/**
 * @param args what the command line says
 * @throws TurnpikeError `FILE_UNREADABLE` when the folder is none
 */
export function openSession(args: GatesArguments): GatesSession {
  const root = realpathSync(existingFolder(args.dir));
  const env = definedVariables(process.env);
  const processes = new NodeProcesses();
  const ports: GatePorts = {
    ...{ processes, env, clock: systemClock, random: systemRandom, machine: thisMachine },
    files: new NodeFiles(root),
    git: new GitProgram(processes, env),
  };
  // Not in the repository, which could bring results along: the user's cache folder, as with plans.
  const file = cacheFile("results", root, env);
  const grounds = new NodeResultGrounds(processes, env, false);
  const memory = { file, grounds, where: "here", readsNothing: !args.cache };
  const environments = new NodeEnvironmentStore(environmentHome(env), systemClock, !args.cache);
  return { args, root, env, processes, ports, look: styles(process.stderr, env), memory, environments };
}

/** A plan, from an earlier run or made now. */
export interface KeptOrRead {
  readonly plan: Plan;
  /** Keeps it for the next run; nobody waits for it. */
  readonly keep: () => Promise<void>;
}

/**
 * @param session the repository
 * @returns its plan
 * @throws TurnpikeError `CONFIG_INVALID`
 */
export async function planOf({ root, env, args }: GatesSession): Promise<KeptOrRead> {
  const place: PlanCachePlace = { root, config: args.config, env, program: bundleFolder() };
  const kept = await recallPlan(place);
  if (kept !== undefined) return { plan: kept, keep: async () => undefined };
  // Detection and its parsers are loaded only where there is something to read.
  const { readPlan } = await import("../adapters/node/read-plan.ts");
  let ground: PlanGround | undefined;
  const onSnapshot: NonNullable<PlanOptions["onSnapshot"]> = (snapshot, around) => {
    ground = lookAtGround(place, snapshot, Date.now(), around);
  };
  const plan = await readPlan(place.root, { config: place.config, onSnapshot });
  const keep = async () => (ground === undefined ? undefined : keepPlan(place, ground, plan));
  return { plan, keep };
}

/** What one round of gates is about. */
export interface Round {
  readonly plan: Plan;
  readonly stop: StopRequest;
  readonly facts: ReturnType<typeof readCommitFacts>;
  /** Only gates that this can make say something else; undefined: all that were asked for. */
  readonly change: ChangedFiles | undefined;
  /** Aborts when the round gives way to another one: then what it stops is not worth a line. */
  readonly cut?: AbortSignal;
}

/**
 * Asks early what the files are; awaited later.
 *
 * @param session the repository
 */
export function askFacts({ root, ports, memory }: GatesSession): Round["facts"] {
  memory.grounds.begin(root);
  const facts = readCommitFacts(root, ports.git);
  // A rejection must not be taken for one that nobody handles.
  facts.catch(() => undefined);
  return facts;
}

function isUnfinished(event: GateEvent): boolean {
  return event.kind === "finished" && (event.run.outcome === "cancelled" || event.run.outcome === "skipped");
}

/**
 * Runs gates once, shown while they run.
 *
 * @param session the repository
 * @param round what this run is about
 */
export async function runRound(session: GatesSession, round: Round): Promise<Checked> {
  const { args, root, ports, look, memory, environments } = session;
  const { plan, stop, facts, change, cut } = round;
  // Nobody who watches asked for an end when a round gives way.
  const shownStop = cut === undefined ? stop.signal : new AbortController().signal;
  const view = lateView(
    { stream: process.stderr, styles: look, plan, stop: shownStop },
    async () => (await import("./gates-view.ts")).watchGates,
  );
  try {
    const { only, jobs, failFast } = args;
    const origin = await localOrigin(root, ports, process.platform);
    return await checkRepository(
      {
        ...{
          root,
          plan,
          facts,
          only,
          jobs,
          failFast,
          change,
          origin,
          release: false,
          requireGates: false,
          secrets: [],
        },
        situation: () => situationHere(root, undefined, ports),
        results: memory,
        environments,
        outputDirectory: join(root, ".turnpike", "gates"),
        historyFile: join(root, ".turnpike", "history", "durations.json"),
        temp: realpathSync(tmpdir()),
      },
      ports,
      { listener: (event) => (cut?.aborted === true && isUnfinished(event) ? undefined : view.listener(event)), stop },
    );
  } finally {
    await view.end();
  }
}

/**
 * Shows what came of it. Everything for people goes to standard error.
 *
 * @param session the repository
 * @param checked the run
 */
export async function showRound({ root, look }: GatesSession, checked: Checked): Promise<void> {
  const { renderGatesReport } = await import("./gates-report.ts");
  const width = Math.min(columnsOf([process.stderr, process.stdout], 100), 120);
  process.stderr.write(renderGatesReport(checked, { styles: look, width, root }));
}
