import { realpathSync } from "node:fs";
import { type CommitFacts, commitFactsOf } from "../../actions/gates/commit-facts.ts";
import type { GatePorts } from "../../actions/gates/gate-ports.ts";
import type { ResultMemory } from "../../actions/gates/results/result-cache.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { existingFolder } from "../../adapters/node/existing-folder.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { thisMachine } from "../../adapters/node/machine.ts";
import {
  bundleFolder,
  cacheFile,
  keepPlan,
  lookAtGround,
  type PlanCachePlace,
  type PlanGround,
  recallPlan,
} from "../../adapters/node/plan-cache.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { systemRandom } from "../../adapters/node/random.ts";
import type { PlanOptions } from "../../adapters/node/read-plan.ts";
import { NodeResultGrounds } from "../../adapters/node/result-ground.ts";
import { toolchainsOf } from "../../adapters/node/toolchains-of.ts";
import { type Styles, styles } from "../../adapters/terminal/styles.ts";
import type { Plan } from "../../core/gates/index.ts";

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
}

/**
 * @param args what the command line says
 * @throws TurnpikeError `FILE_UNREADABLE` when the folder is none
 */
export function openSession(args: GatesArguments): GatesSession {
  const root = realpathSync(
    existingFolder(args.dir, (name) => `For a gate of that name: turnpike gates --only ${name}`),
  );
  const env = definedVariables(process.env);
  const processes = new NodeProcesses();
  const ports: GatePorts = {
    ...{ processes, env, clock: systemClock, random: systemRandom, machine: thisMachine },
    files: new NodeFiles(root),
    git: new GitProgram(processes, env),
    toolchains: toolchainsOf(processes, env),
  };
  // Not in the repository, which could bring results along: the user's cache folder, as with plans.
  const file = cacheFile("results", root, env);
  const grounds = new NodeResultGrounds(processes, env, false);
  const memory = { file, grounds, where: "here", readsNothing: !args.cache };
  return { args, root, env, processes, ports, look: styles(process.stderr, env), memory };
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
  const { readPlan } = await import("../../adapters/node/read-plan.ts");
  let ground: PlanGround | undefined;
  const onSnapshot: NonNullable<PlanOptions["onSnapshot"]> = (snapshot, around) => {
    ground = lookAtGround(place, snapshot, Date.now(), around);
  };
  const plan = await readPlan(place.root, { config: place.config, onSnapshot });
  const keep = async () => (ground === undefined ? undefined : keepPlan(place, ground, plan));
  return { plan, keep };
}

/** What is checked out. */
export interface CheckedOut extends CommitFacts {
  /** Null when HEAD is detached. */
  readonly branch: string | null;
}

/**
 * Asks early what the files are; awaited later.
 *
 * @param session the repository
 */
export async function askCheckout({ root, memory }: Pick<GatesSession, "root" | "memory">): Promise<CheckedOut> {
  const { state, dirty } = await memory.grounds.begin(root);
  return { ...commitFactsOf(state, dirty), branch: state?.branch ?? null };
}
