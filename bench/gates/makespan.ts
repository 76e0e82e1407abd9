import { type Capacity, Schedule, type Task } from "../../src/core/gates/index.ts";

/** A gate of the simulation: what the scheduler is told, and how long it really takes with all the cores it can use. */
interface Simulated {
  readonly task: Task;
  readonly durationMs: number;
}

type Random = () => number;

/** Mulberry32: small, repeatable. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WEIGHTS = [1, 1, 1, 1, 1.5, 2];
/** Gates that wait for a server, a disk or a clock now and then use less than the core that they hold. */
const WAITING = [1, 1, 1, 0.95, 0.8, 0.6];
/** As they are measured. */
const UNEVEN = [1, 1, 1, 1.2, 1.7, 2];

function randomGates(random: Random, { size, depth, weights }: Shape): readonly Simulated[] {
  return Array.from({ length: size }, (_, at) => {
    const durationMs = Math.exp(Math.log(200) + random() * Math.log(600)); // 0.2 s to 2 min, log-uniform
    const reach = Math.min(at, depth === 0 ? 0 : 3);
    const needs = Array.from({ length: Math.floor(random() * (reach + 1)) }, () => `g${Math.floor(random() * at)}`);
    const cpu = weights[Math.floor(random() * weights.length)] ?? 1;
    const tier = durationMs < 2_000 ? "fast" : durationMs < 20_000 ? "normal" : "slow";
    const task: Task = { id: `g${at}`, needs: [...new Set(needs)], tier, cpu, memoryBytes: null, locks: [] };
    return { task, durationMs };
  });
}

/** No schedule is shorter: the longest chain, or all work over all cores. */
function lowerBoundMs(gates: readonly Simulated[], capacity: Capacity): number {
  const path = new Map<string, number>();
  let work = 0;
  for (const { task, durationMs } of gates) {
    const before = Math.max(0, ...task.needs.map((need) => path.get(need) ?? 0));
    path.set(task.id, before + durationMs);
    work += durationMs * Math.min(task.cpu, capacity.cores);
  }
  return Math.max(...path.values(), work / capacity.cores);
}

/** Cores that each running gate gets: an equal share, and what one cannot use goes to the others. */
function sharesOf(weights: readonly number[], cores: number): readonly number[] {
  const shares = new Array<number>(weights.length).fill(0);
  let left = cores;
  const byWeight = weights.map((_, at) => at).sort((a, b) => (weights[a] ?? 0) - (weights[b] ?? 0));
  for (const [served, at] of byWeight.entries()) {
    shares[at] = Math.min(weights[at] ?? 0, left / (weights.length - served));
    left -= shares[at];
  }
  return shares;
}

interface Running {
  readonly id: string;
  readonly cpu: number;
  leftMs: number;
}

/** Runs a schedule on cores that running gates share fairly. */
function makespanMs(gates: readonly Simulated[], capacity: Capacity, durations: ReadonlyMap<string, number>): number {
  const tasks = gates.map((gate) => gate.task);
  const schedule = new Schedule(tasks, { capacity, durations });
  const byId = new Map(gates.map((gate) => [gate.task.id, gate]));
  let running: Running[] = [];
  let elapsedMs = 0;
  while (!schedule.isDone) {
    for (const id of schedule.startable()) {
      schedule.start(id);
      const gate = byId.get(id);
      running.push({ id, leftMs: gate?.durationMs ?? 0, cpu: Math.min(gate?.task.cpu ?? 1, capacity.cores) });
    }
    const weights = running.map((one) => one.cpu);
    const speeds = sharesOf(weights, capacity.cores).map((share, at) => share / (weights[at] ?? 1));
    const stepMs = Math.min(...running.map((one, at) => one.leftMs / (speeds[at] ?? 1)));
    elapsedMs += stepMs;
    for (const [at, one] of running.entries()) one.leftMs -= stepMs * (speeds[at] ?? 1);
    for (const one of running) if (one.leftMs <= 1e-6) schedule.finish(one.id, true);
    running = running.filter((one) => one.leftMs > 1e-6);
  }
  return elapsedMs;
}

interface Shape {
  readonly name: string;
  readonly size: number;
  readonly depth: number;
  readonly weights: readonly number[];
  readonly cores: number;
}

const shapes: readonly Shape[] = [
  { name: "12 independent, 2 cores", size: 12, depth: 0, weights: WEIGHTS, cores: 2 },
  { name: "12 with needs, 2 cores", size: 12, depth: 1, weights: WEIGHTS, cores: 2 },
  { name: "40 with needs, 4 cores", size: 40, depth: 1, weights: WEIGHTS, cores: 4 },
  { name: "12 that wait, 2 cores", size: 12, depth: 0, weights: WAITING, cores: 2 },
  { name: "40 that wait, with needs, 4 cores", size: 40, depth: 1, weights: WAITING, cores: 4 },
  { name: "12 of uneven use, with needs, 2 cores", size: 12, depth: 1, weights: UNEVEN, cores: 2 },
  { name: "200 with needs, 8 cores", size: 200, depth: 1, weights: WEIGHTS, cores: 8 },
];

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function report(name: string, ratios: readonly number[]): void {
  const mean = ratios.reduce((sum, one) => sum + one, 0) / ratios.length;
  console.log(`${name.padEnd(52)} mean ${mean.toFixed(3)}  p95 ${percentile(ratios, 0.95).toFixed(3)}`);
}

const DAGS = 125;
console.log(`Makespan over lower bound, ${DAGS * shapes.length} random weighted graphs`);
const all: Record<string, number[]> = { history: [], noisy: [], none: [] };
for (const [index, shape] of shapes.entries()) {
  const capacity = { cores: shape.cores, memoryBytes: null };
  const ratios: Record<string, number[]> = { history: [], noisy: [], none: [] };
  for (let dag = 0; dag < DAGS; dag += 1) {
    const random = randomFrom(index * 1000 + dag);
    const gates = randomGates(random, shape);
    const bound = lowerBoundMs(gates, capacity);
    const exact = new Map(gates.map((gate) => [gate.task.id, gate.durationMs]));
    const noisy = new Map([...exact].map(([id, ms]) => [id, ms * (0.7 + random() * 0.6)]));
    ratios["history"]?.push(makespanMs(gates, capacity, exact) / bound);
    ratios["noisy"]?.push(makespanMs(gates, capacity, noisy) / bound);
    ratios["none"]?.push(makespanMs(gates, capacity, new Map()) / bound);
  }
  for (const [kind, values] of Object.entries(ratios)) {
    report(`${shape.name}, ${kind === "none" ? "no history" : kind === "noisy" ? "history ±30 %" : "history"}`, values);
    all[kind]?.push(...values);
  }
}
report("all, history", all["history"] ?? []);
report("all, history ±30 %", all["noisy"] ?? []);
report("all, no history", all["none"] ?? []);

const random = randomFrom(7);
const big: Task[] = Array.from({ length: 1000 }, (_, at) => ({
  id: `g${at}`,
  needs: at === 0 ? [] : [...new Set(Array.from({ length: 5 }, () => `g${Math.floor(random() * at)}`))],
  tier: "normal",
  cpu: 1,
  memoryBytes: null,
  locks: [],
}));
const begin = performance.now();
new Schedule(big, { capacity: { cores: 2, memoryBytes: null } }).startable();
console.log(`plan of 1,000 gates, 5,000 needs: ${(performance.now() - begin).toFixed(1)} ms`);
