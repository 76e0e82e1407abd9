import { TurnpikeError } from "../../errors.ts";
import { findCycles, findUnknownNeeds } from "./graph.ts";
import {
  compareByPath,
  compareByTier,
  insert,
  makeStates,
  position,
  type ScheduleOptions,
  type State,
  type Task,
} from "./schedule-state.ts";

/** A gate that will not run, because one that it needs did not pass. */
export interface Skip {
  readonly id: string;
  /** The need that did not pass, or that was skipped itself. */
  readonly need: string;
}

/** A gate whose path is at least this share of all that is left to do must not wait behind cheap ones. */
const CRITICAL_SHARE = 0.35;

/** A fast gate that took at most this share of all that is left to do delays nothing that counts: its verdict comes first. */
const BRIEF_SHARE = 0.02;

/** Rounding of sums of weights such as 0.1. */
const EPSILON = 1e-9;

/**
 * Decides which gates run when. Pure: told of starts and ends, asked what to start next. It never leaves a core idle
 * while a gate that fits waits. Brief gates of the fast tier go first, then those on the longest path; the rest by tier, so
 * that cheap verdicts come early, then longest first; ties by name, so that the same input gives the same order.
 */
export class Schedule {
  readonly #states: Map<string, State>;
  readonly #capacity: ScheduleOptions["capacity"];
  readonly #byPath: State[] = [];
  readonly #byTier: State[] = [];
  readonly #heldLocks = new Set<string>();
  readonly #leastCpu: number;
  #usedCpu = 0;
  #usedMemory = 0;
  #running = 0;
  #unfinished: number;
  /** Core milliseconds of gates that were not started. */
  #workLeft = 0;

  /**
   * @param tasks the gates, ids unique
   * @param options the machine, and durations of earlier runs
   * @throws TurnpikeError `PLAN_CYCLE` naming all cycles, `PLAN_UNKNOWN_GATE` naming all needs that do not exist
   */
  constructor(tasks: readonly Task[], options: ScheduleOptions) {
    refuseBrokenGraph(tasks);
    this.#capacity = options.capacity;
    this.#states = makeStates(tasks, options);
    this.#unfinished = tasks.length;
    this.#leastCpu = Math.min(...[...this.#states.values()].map((state) => state.cpuToStart));
    for (const state of this.#states.values()) {
      this.#workLeft += state.durationMs * state.cpu;
      if (state.openNeeds === 0) this.#makeReady(state);
    }
  }

  /** True when every gate ran or was skipped. */
  get isDone(): boolean {
    return this.#unfinished === 0;
  }

  /** How many gates run now. */
  get running(): number {
    return this.#running;
  }

  /** Cores asked for by what runs now; may be more than there are. */
  get usedCpu(): number {
    return this.#usedCpu;
  }

  /**
   * @returns the gates to start now, most urgent first; all of them fit at the same time. Empty when none fits. Asking
   *   changes nothing
   */
  startable(): readonly string[] {
    const room = {
      cpu: this.#usedCpu,
      memory: this.#usedMemory,
      locks: new Set(this.#heldLocks),
      count: this.#running,
    };
    const chosen = new Set<string>();
    const consider = (state: State) => {
      if (chosen.has(state.task.id) || !this.#fits(state, room)) return;
      chosen.add(state.task.id);
      room.cpu += state.cpu;
      room.memory += state.memoryBytes;
      room.count += 1;
      for (const lock of state.task.locks) room.locks.add(lock);
    };
    const isFull = () => room.cpu + this.#leastCpu > this.#capacity.cores + EPSILON;
    const leftMs = this.#workLeft / this.#capacity.cores;
    for (const state of this.#byTier) {
      if (isFull() || state.task.tier !== "fast") break;
      if (!state.isRemembered || state.durationMs <= BRIEF_SHARE * leftMs) consider(state);
    }
    const criticalMs = CRITICAL_SHARE * leftMs;
    for (const state of this.#byPath) {
      if (isFull() || state.pathMs < criticalMs) break;
      consider(state);
    }
    for (const state of this.#byTier) {
      if (isFull()) break;
      consider(state);
    }
    return [...chosen];
  }

  /**
   * Records that a gate was started.
   *
   * @param id a gate that {@link startable} named
   */
  start(id: string): void {
    const state = this.#expect(id, "ready");
    state.phase = "running";
    this.#leaveReady(state);
    this.#running += 1;
    this.#usedCpu += state.cpu;
    this.#usedMemory += state.memoryBytes;
    for (const lock of state.task.locks) this.#heldLocks.add(lock);
  }

  /**
   * Records how a running gate ended. Afterwards {@link startable} knows of it, so a failure stops others before they start.
   *
   * @param id the gate
   * @param passed whether gates that need it may run
   * @returns the gates that will not run because of it, nearest first
   */
  finish(id: string, passed: boolean): readonly Skip[] {
    const state = this.#expect(id, "running");
    state.phase = "done";
    this.#unfinished -= 1;
    this.#running -= 1;
    this.#usedCpu = this.#running === 0 ? 0 : this.#usedCpu - state.cpu;
    this.#usedMemory -= state.memoryBytes;
    for (const lock of state.task.locks) this.#heldLocks.delete(lock);
    if (!passed) return this.#skipDependents(id);
    for (const dependent of state.dependents) {
      const next = this.#get(dependent);
      next.openNeeds -= 1;
      if (next.openNeeds === 0 && next.phase === "waiting") this.#makeReady(next);
    }
    return [];
  }

  /**
   * Takes back everything that has not started, for a cancelled run or after a failure when the first one is enough.
   *
   * @returns the ids, in the order of the plan
   */
  giveUp(): readonly string[] {
    const given = [...this.#states.values()].filter((state) => state.phase === "waiting" || state.phase === "ready");
    for (const state of given) this.#drop(state);
    return given.map((state) => state.task.id);
  }

  #fits(
    state: State,
    room: {
      readonly cpu: number;
      readonly memory: number;
      readonly locks: ReadonlySet<string>;
      readonly count: number;
    },
  ): boolean {
    if (state.task.locks.some((lock) => room.locks.has(lock))) return false;
    if (room.count === 0) return true; // Alone it may run whatever it asks for.
    if (room.cpu + state.cpuToStart > this.#capacity.cores + EPSILON) return false;
    return this.#capacity.memoryBytes === null || room.memory + state.memoryBytes <= this.#capacity.memoryBytes;
  }

  #skipDependents(id: string): readonly Skip[] {
    const skips: Skip[] = [];
    const causes = [id];
    for (const cause of causes) {
      for (const dependent of this.#get(cause).dependents) {
        const state = this.#get(dependent);
        if (state.phase === "done") continue;
        this.#drop(state);
        skips.push({ id: dependent, need: cause });
        causes.push(dependent);
      }
    }
    return skips;
  }

  #drop(state: State): void {
    if (state.phase === "ready") this.#leaveReady(state);
    else this.#workLeft -= state.durationMs * state.cpu;
    state.phase = "done";
    this.#unfinished -= 1;
  }

  #makeReady(state: State): void {
    state.phase = "ready";
    insert(this.#byPath, state, compareByPath);
    insert(this.#byTier, state, compareByTier);
  }

  #leaveReady(state: State): void {
    this.#byPath.splice(position(this.#byPath, state, compareByPath), 1);
    this.#byTier.splice(position(this.#byTier, state, compareByTier), 1);
    this.#workLeft -= state.durationMs * state.cpu;
  }

  #get(id: string): State {
    const state = this.#states.get(id);
    if (state === undefined) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `There is no gate ${id} to schedule.`);
    return state;
  }

  #expect(id: string, phase: State["phase"]): State {
    const state = this.#get(id);
    if (state.phase === phase) return state;
    throw new TurnpikeError("BUG_UNEXPECTED", "bug", `The gate ${id} is ${state.phase}, not ${phase}.`);
  }
}

function refuseBrokenGraph(tasks: readonly Task[]): void {
  const unknown = findUnknownNeeds(tasks);
  if (unknown.length > 0) {
    const problems = unknown.map(({ id, need }) => ({
      where: id,
      message: `needs \`${need}\`, which is no gate here`,
    }));
    throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "A gate needs one that does not exist.", { problems });
  }
  const cycles = findCycles(tasks);
  if (cycles.length === 0) return;
  const problems = cycles.map((cycle) => ({
    where: cycle[0] ?? "",
    message: `needs itself: ${[...cycle, cycle[0]].join(" → ")}`,
  }));
  throw new TurnpikeError("PLAN_CYCLE", "config", "Gates need each other in a circle; nothing was run.", { problems });
}
