import { inOrderOfNeeds } from "./graph.ts";
import type { Gate, Tier } from "./plan.ts";

/** A gate as the scheduler sees it; or what must be done before gates, as installing packages. */
export type Task = Pick<Gate, "id" | "needs" | "tier" | "cpu" | "memoryBytes" | "locks"> & {
  /** The tool, where it is known: some usually take much longer than others. */
  readonly tool?: string | null;
};

/** What a machine has to give. */
export interface Capacity {
  readonly cores: number;
  /** Bytes; null when it must not limit. */
  readonly memoryBytes: number | null;
}

/** What is known when a schedule begins. */
export interface ScheduleOptions {
  readonly capacity: Capacity;
  /** Duration in ms by id, from earlier runs. May be empty, wrong or of other gates: it changes only the order. */
  readonly durations?: ReadonlyMap<string, number>;
}

/** Assumed for a gate that never ran, when none of its tier did. */
const ASSUMED_MS: Readonly<Record<Tier, number>> = { fast: 2_000, normal: 10_000, slow: 60_000 };
/**
 * Assumed for a gate of tier `normal` that never ran, by its tool: tests usually take longest, then type checkers and
 * scanners that start an interpreter for many files. Only the order rests on it.
 */
const USUAL_MS: Readonly<Record<string, number>> = {
  ...{ pytest: 60_000, unittest: 60_000, coverage: 60_000, vitest: 60_000, jest: 60_000, mocha: 60_000, ava: 60_000 },
  ...{ "node-test": 60_000, playwright: 60_000, "go test": 60_000, "cargo test": 60_000 },
  ...{ pyright: 20_000, basedpyright: 20_000, mypy: 20_000, "detect-secrets": 20_000, tsc: 20_000, pylint: 20_000 },
  "set-up": 4_000,
  ...{ ruff: 1_000, ty: 3_000, "uv lock": 1_000, actionlint: 1_000, zizmor: 1_000, codespell: 2_000 },
};

/**
 * Share of a gate's first core that is enough to start on. Beside a gate that keeps one and a half of two cores busy, or
 * that waits for a server a third of the time, the rest would stay idle; with less than this, gates would only take turns.
 * The value is the best of `bench/gates/makespan.ts`, from 0.05 to 0.5.
 */
const LEAST_SHARE = 0.2;

const TIER_RANK: Readonly<Record<Tier, number>> = { fast: 0, normal: 1, slow: 2 };

/** What the scheduler knows of a gate. */
export interface State {
  readonly task: Task;
  /** Remembered or assumed. */
  readonly durationMs: number;
  /** True when an earlier run of this gate told its duration. */
  readonly isRemembered: boolean;
  /** Cores, at most what the machine has. */
  readonly cpu: number;
  /** Cores that must be free. A gate that can use several works on fewer too. */
  readonly cpuToStart: number;
  readonly memoryBytes: number;
  /** Longest chain of durations from the start of this gate to the end of all that need it, in ms. */
  pathMs: number;
  openNeeds: number;
  readonly dependents: string[];
  phase: "waiting" | "ready" | "running" | "done";
}

/**
 * @param tasks the gates, without cycles or unknown needs
 * @param options the machine, and durations of earlier runs
 * @returns what is known of each gate, by id, in the order given
 */
export function makeStates(tasks: readonly Task[], options: ScheduleOptions): Map<string, State> {
  const { capacity } = options;
  const assumed = assumedDurations(tasks, options.durations ?? new Map());
  const states = new Map<string, State>();
  for (const task of tasks) {
    const cpu = Math.min(Math.max(task.cpu, 0), capacity.cores);
    const durationMs = assumed(task);
    states.set(task.id, {
      task,
      durationMs,
      isRemembered: options.durations?.has(task.id) === true,
      cpu,
      cpuToStart: Math.min(1, cpu) * LEAST_SHARE,
      memoryBytes: Math.min(task.memoryBytes ?? 0, capacity.memoryBytes ?? Number.POSITIVE_INFINITY),
      pathMs: durationMs,
      openNeeds: new Set(task.needs).size,
      dependents: [],
      phase: "waiting",
    });
  }
  for (const task of tasks) for (const need of new Set(task.needs)) states.get(need)?.dependents.push(task.id);
  measurePaths(tasks, states);
  return states;
}

function assumedDurations(tasks: readonly Task[], durations: ReadonlyMap<string, number>): (task: Task) => number {
  const known = (task: Task) => {
    const ms = durations.get(task.id);
    return ms !== undefined && Number.isFinite(ms) && ms >= 0 ? ms : undefined;
  };
  const medians = new Map<Tier, number>();
  for (const tier of ["fast", "normal", "slow"] as const) {
    const seen = tasks.filter((task) => task.tier === tier).flatMap((task) => known(task) ?? []);
    medians.set(tier, seen.sort((a, b) => a - b)[Math.floor(seen.length / 2)] ?? ASSUMED_MS[tier]);
  }
  const usual = ({ tier, tool }: Task) =>
    tier === "normal" && typeof tool === "string" && Object.hasOwn(USUAL_MS, tool) ? USUAL_MS[tool] : undefined;
  return (task) => known(task) ?? usual(task) ?? medians.get(task.tier) ?? ASSUMED_MS[task.tier];
}

/** Gates that share a lock run one after another, so their durations add up like those of a chain. */
function measurePaths(tasks: readonly Task[], states: ReadonlyMap<string, State>): void {
  const lockLoad = new Map<string, number>();
  for (const state of states.values()) {
    for (const lock of state.task.locks) lockLoad.set(lock, (lockLoad.get(lock) ?? 0) + state.durationMs);
  }
  for (const task of [...inOrderOfNeeds(tasks)].reverse()) {
    const state = states.get(task.id);
    if (state === undefined) continue;
    const after = Math.max(0, ...state.dependents.map((id) => states.get(id)?.pathMs ?? 0));
    const held = Math.max(0, ...task.locks.map((lock) => lockLoad.get(lock) ?? 0));
    state.pathMs = Math.max(state.durationMs + after, held);
  }
}

type Compare = (a: State, b: State) => number;

function byName(a: State, b: State): number {
  return a.task.id < b.task.id ? -1 : a.task.id > b.task.id ? 1 : 0;
}

/** A gate that can use several cores fills what is left at the end, which one that cannot leaves idle. */
function urgency({ pathMs, durationMs, cpu }: State): number {
  return pathMs - durationMs + durationMs / Math.max(1, cpu);
}

/** Longest path first, a gate on several cores counted as long as it would take on all of them. */
export const compareByPath: Compare = (a, b) => urgency(b) - urgency(a) || byName(a, b);
/** Cheap tiers first, longest path first within one. */
export const compareByTier: Compare = (a, b) => TIER_RANK[a.task.tier] - TIER_RANK[b.task.tier] || compareByPath(a, b);

/**
 * @param list sorted by `compare`
 * @param state what to look for
 * @param compare the order
 * @returns where it stands, or would stand
 */
export function position(list: readonly State[], state: State, compare: Compare): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = list[middle];
    if (at !== undefined && compare(at, state) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * @param list sorted by `compare`; changed
 * @param state what to put where it belongs
 * @param compare the order
 */
export function insert(list: State[], state: State, compare: Compare): void {
  list.splice(position(list, state, compare), 0, state);
}
