import type { History } from "../history.ts";
import type { Gate } from "../plan.ts";
import { makeStates, type State } from "../schedule-state.ts";

/** A part of a gate's tests. Both count from 1. */
export interface TestPart {
  readonly index: number;
  readonly of: number;
}

/** A gate in a share: whole, or a part of its tests. */
export interface SharedGate {
  readonly id: string;
  readonly part: TestPart | null;
}

/** What one runner does. */
export interface Share {
  /** From 1. */
  readonly index: number;
  readonly of: number;
  readonly gates: readonly SharedGate[];
  /** What it should take, in ms, set-up aside. */
  readonly expectedMs: number;
}

/** What decides how far work is spread. */
export interface FanOutOptions {
  /** Runners at most. */
  readonly maxRunners: number;
  /** Gates that one runner is expected to end within this time, in ms, stay on one. */
  readonly aboveMs: number;
  /** Cores of each runner. */
  readonly cores: number;
  readonly history: History;
  /** Into how many parts the tests of a gate can be split; 1 when they cannot. */
  readonly partsOf: (gate: Gate) => number;
}

/** How gates are spread over runners. */
export interface FanOut {
  /** One share when one runner is enough. */
  readonly shares: readonly Share[];
  /** What one runner should take, in ms. */
  readonly oneRunnerMs: number;
}

/** Gates that stay together, because one needs another; or one part of a gate's tests. */
interface Bundle {
  readonly gates: readonly SharedGate[];
  /** Core milliseconds. */
  readonly workMs: number;
  /** Longest chain, in ms. */
  readonly pathMs: number;
}

interface Load {
  readonly gates: SharedGate[];
  workMs: number;
  pathMs: number;
}

function statesOf(gates: readonly Gate[], { cores, history }: FanOutOptions): ReadonlyMap<string, State> {
  const durations = new Map([...history].map(([id, { durationMs }]) => [id, durationMs]));
  return makeStates(gates, { capacity: { cores, memoryBytes: null }, durations });
}

/** A verdict that a need gives on one runner would not reach another. */
function togetherByNeeds(gates: readonly Gate[]): readonly (readonly Gate[])[] {
  const groupOf = new Map(gates.map((gate) => [gate.id, new Set([gate])]));
  for (const gate of gates) {
    for (const need of gate.needs) {
      const [mine, theirs] = [groupOf.get(gate.id), groupOf.get(need)];
      if (mine === undefined || theirs === undefined || mine === theirs) continue;
      for (const one of theirs) groupOf.set(one.id, mine.add(one));
    }
  }
  return [...new Set(groupOf.values())].map((group) => gates.filter((gate) => group.has(gate)));
}

function expected({ workMs, pathMs }: Pick<Load, "workMs" | "pathMs">, cores: number): number {
  return Math.max(workMs / cores, pathMs);
}

function bundlesOf(gates: readonly Gate[], options: FanOutOptions, targetMs: number): readonly Bundle[] {
  const states = statesOf(gates, options);
  return togetherByNeeds(gates).flatMap((group): readonly Bundle[] => {
    const known = group.flatMap((gate) => states.get(gate.id) ?? []);
    const workMs = known.reduce((sum, state) => sum + state.durationMs * state.cpu, 0);
    const pathMs = Math.max(...known.map((state) => state.pathMs));
    const [only] = group;
    const most = group.length === 1 && only !== undefined ? options.partsOf(only) : 1;
    const parts = Math.min(Math.ceil(pathMs / targetMs), options.maxRunners, most);
    if (only === undefined || parts < 2) {
      return [{ gates: group.map(({ id }) => ({ id, part: null })), workMs, pathMs }];
    }
    return Array.from({ length: parts }, (_, at) => ({
      gates: [{ id: only.id, part: { index: at + 1, of: parts } }],
      workMs: workMs / parts,
      pathMs: pathMs / parts,
    }));
  });
}

function hasPartOf(load: Load, bundle: Bundle): boolean {
  return bundle.gates.some(({ id, part }) => part !== null && load.gates.some((gate) => gate.id === id));
}

/** Longest first, each to the runner that would end first: at most a third above the best (Graham 1969). */
function spread(bundles: readonly Bundle[], runners: number, cores: number): readonly Load[] {
  const loads = Array.from({ length: runners }, (): Load => ({ gates: [], workMs: 0, pathMs: 0 }));
  const weight = (bundle: Bundle) => expected(bundle, cores);
  for (const bundle of [...bundles].sort((a, b) => weight(b) - weight(a))) {
    const free = loads.filter((load) => !hasPartOf(load, bundle));
    const after = (load: Load) =>
      expected({ workMs: load.workMs + bundle.workMs, pathMs: Math.max(load.pathMs, bundle.pathMs) }, cores);
    const best = free.reduce((a, b) => (after(b) < after(a) ? b : a));
    best.gates.push(...bundle.gates);
    best.workMs += bundle.workMs;
    best.pathMs = Math.max(best.pathMs, bundle.pathMs);
  }
  return loads.filter((load) => load.gates.length > 0);
}

/**
 * Spreads gates over runners when they outgrow one. Gates that need each other stay together; tests of one gate may be
 * split. The same input gives the same shares.
 *
 * @param gates the gates that run, without cycles or unknown needs
 * @param options how many runners there may be, and what is known of the gates
 * @returns shares of about the same length; every gate is in one of them, or all of its parts are, each once
 */
export function fanOut(gates: readonly Gate[], options: FanOutOptions): FanOut {
  const states = [...statesOf(gates, options).values()];
  const workMs = states.reduce((sum, state) => sum + state.durationMs * state.cpu, 0);
  const oneRunnerMs = expected({ workMs, pathMs: Math.max(0, ...states.map((state) => state.pathMs)) }, options.cores);
  const runners = Math.min(options.maxRunners, Math.ceil(oneRunnerMs / Math.max(1, options.aboveMs)));
  if (runners < 2 || gates.length === 0) {
    const all = gates.map(({ id }) => ({ id, part: null }));
    return { shares: [{ index: 1, of: 1, gates: all, expectedMs: oneRunnerMs }], oneRunnerMs };
  }
  const targetMs = Math.max(options.aboveMs, workMs / options.cores / runners);
  const loads = spread(bundlesOf(gates, options, targetMs), runners, options.cores);
  const order = new Map(gates.map(({ id }, at) => [id, at]));
  const shares = loads.map((load, at) => ({
    index: at + 1,
    of: loads.length,
    gates: load.gates.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    expectedMs: expected(load, options.cores),
  }));
  return { shares, oneRunnerMs };
}
