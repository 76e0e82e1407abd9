import { join } from "node:path/posix";
import {
  fileNamesOf,
  type Gate,
  type History,
  isRed,
  type Judgement,
  type Masker,
  type Measured,
  opensTheWay,
  Schedule,
  waive,
} from "../../core/gates/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Environments } from "./environments/environments.ts";
import {
  couldNotRun,
  type Executed,
  type Execution,
  endOf,
  nothing,
  usedByAll,
  whyClosed,
  withMeasuredSize,
} from "./executed.ts";
import type { GateListener, GatePorts } from "./gate-ports.ts";
import type { Quarantine } from "./gate-tests.ts";
import { type AttemptedRun, runAttempts } from "./run-attempts.ts";
import type { GateToolchains } from "./toolchains/gate-toolchains.ts";

/** Silence after which people are told what still runs. */
const HEARTBEAT_MS = 60_000;

/** How gates are run. */
export interface ExecuteOptions {
  /** Absolute path of the repository's root. */
  readonly root: string;
  /** Absolute scratch folder outside the repository: what lies in the tree during a run would be checked by gates. */
  readonly scratch: string;
  readonly cores: number;
  readonly memoryBytes: number | null;
  readonly failFast: boolean;
  readonly history: History;
  /** Packages of the gates; what is missing is installed as part of the schedule. */
  readonly environments: Environments;
  /** Default: gates run on what is on the path. */
  readonly toolchains?: GateToolchains;
  /** Default: nothing is forgiven. */
  readonly quarantine?: Quarantine;
  readonly masker: Masker;
  readonly listener: GateListener;
  /** On a release a gate that could not judge keeps those that need it from running. Default: no release. */
  readonly release?: boolean;
  /** Stops everything. */
  readonly signal: AbortSignal;
  /** What gates came to that are not started: left out, or known from before. No gate that runs needs one of them. */
  readonly known?: ReadonlyMap<string, Judgement>;
  /** The day that waivers are held against, `2026-12-31`; undefined: nothing is excused. */
  readonly day?: string;
}

interface Running {
  readonly sinceMs: number;
  line: string;
  /** What the machine had been idle for when it started; null when it is not known. */
  readonly idleMs: number | null;
}

/** CPU time is counted in steps of 10 ms, so the cores of a shorter run are not known. */
const LEAST_MEASURED_MS = 500;

/** Share of all cores that was idle while a gate ran, from which on the gate had what it wanted. */
const IDLE_SHARE = 0.03;

/** A red on another toolchain than the one that is asked for may be that toolchain's. */
function withDoubt(run: AttemptedRun, doubts: readonly string[]): AttemptedRun {
  const { judgement } = run;
  if (doubts.length === 0 || !isRed(judgement.outcome)) return run;
  return { ...run, judgement: { ...judgement, reason: [judgement.reason ?? "failed", ...doubts].join("; ") } };
}

const NO_QUARANTINE: Quarantine = { entries: [], at: 0, os: "unknown" };

/** One run of gates: starts what the schedule offers, tells it of ends, until nothing is left. */
class GateRunner {
  readonly #gates: ReadonlyMap<string, Gate>;
  /** Tasks of the schedule that are no gates. */
  readonly #setUps: ReadonlySet<string>;
  /** Since when each of them runs, in ms after the run began. */
  readonly #settingUp = new Map<string, number>();
  /** When each of them ended, in ms after the run began. */
  readonly #setUpEnds = new Map<string, number>();
  readonly #waitsFor: ReadonlyMap<string, readonly string[]>;
  readonly #schedule: Schedule;
  readonly #options: ExecuteOptions;
  readonly #ports: GatePorts;
  readonly #names: ReadonlyMap<string, string>;
  readonly #executed = new Map<string, Executed>();
  readonly #measured = new Map<string, Measured>();
  readonly #running = new Map<string, Running>();
  readonly #beginMs: number;
  readonly #stop = new AbortController();
  /** The first required gate that failed, when one is enough. */
  #firstFailure: string | undefined;
  #lastEventMs = 0;
  #done: () => void = () => undefined;

  constructor(gates: readonly Gate[], options: ExecuteOptions, ports: GatePorts) {
    this.#gates = new Map(gates.map((gate) => [gate.id, gate]));
    this.#options = options;
    this.#ports = ports;
    this.#names = fileNamesOf(gates.map((gate) => gate.id));
    const durations = new Map([...options.history].map(([id, entry]) => [id, entry.durationMs]));
    const capacity = { cores: options.cores, memoryBytes: options.memoryBytes };
    const started = gates.filter((gate) => options.known?.has(gate.id) !== true);
    const { environments } = options;
    const setUps = environments.tasksFor(started);
    this.#waitsFor = new Map(started.map((gate) => [gate.id, environments.waitsFor(gate)]));
    const tasks = started.map((gate) => {
      const needs = [...(this.#waitsFor.get(gate.id) ?? []), ...gate.needs];
      return { ...withMeasuredSize(gate, options.history), needs };
    });
    this.#setUps = new Set(setUps.map(({ id }) => id));
    this.#schedule = new Schedule([...setUps, ...tasks], { capacity, durations });
    this.#beginMs = ports.clock.monotonicMs();
  }

  async run(): Promise<Execution> {
    const finished = new Promise<void>((resolve) => {
      this.#done = resolve;
    });
    const onStop = () => this.#stopAll("the run was cancelled before it started");
    this.#options.signal.addEventListener("abort", onStop, { once: true });
    const heart = new AbortController();
    void this.#beat(this.#ports.clock, heart.signal);
    for (const [id, judgement] of this.#options.known ?? []) this.#recordUnstarted(id, judgement);
    if (this.#options.signal.aborted) onStop();
    else this.#pump();
    await finished;
    heart.abort();
    this.#options.signal.removeEventListener("abort", onStop);
    const gates = [...this.#gates.keys()].flatMap((id) => this.#executed.get(id) ?? []);
    return { gates, measured: this.#measured, durationMs: this.#now() };
  }

  #now(): number {
    return this.#ports.clock.monotonicMs() - this.#beginMs;
  }

  #pump(): void {
    if (!this.#stop.signal.aborted) {
      for (const id of this.#schedule.startable()) {
        if (this.#setUps.has(id)) this.#setUp(id);
        else this.#start(id);
      }
    }
    if (this.#schedule.isDone) this.#done();
  }

  #start(id: string): void {
    const gate = this.#gates.get(id);
    if (gate === undefined) return;
    this.#schedule.start(id);
    this.#running.set(id, { sinceMs: this.#now(), line: "", idleMs: this.#ports.machine.idleMs() });
    this.#tell({ kind: "started", id, atMs: this.#now() });
    this.#runGate(gate).then(
      (run) => this.#finish(gate, run),
      (error: unknown) => this.#finish(gate, couldNotRun(error instanceof Error ? error.message : String(error))),
    );
  }

  /** Whether it worked is told by the gates that need it. */
  #setUp(id: string): void {
    const begin = this.#now();
    this.#schedule.start(id);
    this.#settingUp.set(id, begin);
    void this.#options.environments.install(id, this.#stop.signal).then(() => {
      const durationMs = this.#now() - begin;
      this.#settingUp.delete(id);
      this.#setUpEnds.set(id, this.#now());
      if (!this.#stop.signal.aborted)
        this.#measured.set(id, { durationMs, cpu: null, peakBytes: null, wasCrowded: true });
      this.#schedule.finish(id, true);
      this.#pump();
    });
  }

  async #runGate(gate: Gate): Promise<AttemptedRun> {
    const { environments } = this.#options;
    const problem = environments.problemFor(gate);
    if (problem !== undefined) return couldNotRun(this.#options.masker.mask(problem));
    const name = this.#names.get(gate.id) ?? gate.id;
    const place = {
      root: this.#options.root,
      variables: environments.variablesFor(gate),
      reports: join(this.#options.scratch, "reports", name),
      log: join(this.#options.scratch, "logs", `${name}.log`),
    };
    await this.#ports.files.makeDirectory(place.reports);
    const onLine = (line: string) => this.#onLine(gate.id, line);
    const { masker, quarantine = NO_QUARANTINE, toolchains } = this.#options;
    const how = { place, masker, quarantine, signal: this.#stop.signal, onLine };
    const run = await runAttempts(gate, how, this.#ports);
    return withDoubt(run, toolchains?.chosenFor(gate).flatMap(({ doubt }) => doubt ?? []) ?? []);
  }

  #onLine(id: string, line: string): void {
    const running = this.#running.get(id);
    if (running === undefined || line.trim() === "") return;
    running.line = this.#options.masker.maskCut(line);
    this.#options.listener({ kind: "line", id, text: running.line });
  }

  #finish(gate: Gate, run: AttemptedRun): void {
    const running = this.#running.get(gate.id);
    this.#running.delete(gate.id);
    const judgement = this.#judgementOf(gate, run);
    this.#record(gate, { ...run, judgement }, running?.sinceMs ?? 0);
    if (run.result.end.kind === "exited") this.#measure(gate.id, run, running);
    const { inconclusive } = gate;
    const isOpen = opensTheWay({ outcome: judgement.outcome, inconclusive }, this.#options.release === true);
    const skips = this.#schedule.finish(gate.id, isOpen);
    for (const { id, need } of skips) this.#skip(id, `\`${need}\` ${whyClosed(this.#executed.get(need)?.judgement)}`);
    const isFailure = gate.required && isRed(judgement.outcome);
    if (isFailure && this.#options.failFast && this.#firstFailure === undefined) {
      this.#firstFailure = gate.id;
      this.#stopAll(`not started, because \`${gate.id}\` failed first`);
    }
    this.#pump();
  }

  /** What was stopped because of the first failure was not cancelled by anybody. */
  #judgementOf({ waiver }: Gate, { judgement }: AttemptedRun): Judgement {
    if (judgement.outcome !== "cancelled" || this.#options.signal.aborted || this.#firstFailure === undefined) {
      return this.#options.day === undefined ? judgement : waive(judgement, waiver, this.#options.day);
    }
    return { ...judgement, outcome: "skipped", reason: `stopped, because \`${this.#firstFailure}\` failed first` };
  }

  #measure(id: string, { result }: AttemptedRun, running: Running | undefined): void {
    const { durationMs, cpuMs, peakBytes } = result;
    const cpu = cpuMs === undefined || durationMs < LEAST_MEASURED_MS ? null : cpuMs / durationMs;
    this.#measured.set(id, { durationMs, cpu, peakBytes: peakBytes ?? null, wasCrowded: !this.#hadRoom(running) });
  }

  /** Whoever started what else ran: where cores were idle, nobody had to wait for one. */
  #hadRoom(running: Running | undefined): boolean {
    const idleMs = this.#ports.machine.idleMs();
    if (running === undefined || running.idleMs === null || idleMs === null) return false;
    return idleMs - running.idleMs > IDLE_SHARE * this.#options.cores * (this.#now() - running.sinceMs);
  }

  #record(gate: Gate, run: AttemptedRun, sinceMs: number): void {
    const { end } = run.result;
    const { cpuMs, peakBytes } = usedByAll(run);
    const durationMs = run.totalMs;
    const setUpEnds = (this.#waitsFor.get(gate.id) ?? []).map((id) => this.#setUpEnds.get(id) ?? 0);
    const readyMs = Math.max(0, ...setUpEnds, ...gate.needs.map((need) => endOf(this.#executed.get(need))));
    const name = this.#names.get(gate.id) ?? gate.id;
    const wasStarted = end.kind !== "not-started";
    this.#executed.set(gate.id, {
      gate,
      judgement: run.judgement,
      startMs: sinceMs,
      durationMs,
      waitedMs: Math.max(0, sinceMs - readyMs),
      exitCode: end.kind === "exited" ? end.code : null,
      cpuMs: cpuMs ?? null,
      peakBytes: peakBytes ?? null,
      fileName: name,
      logFile: wasStarted ? join(this.#options.scratch, "logs", `${name}.log`) : null,
      excerpt: wasStarted ? run.excerpt : null,
      earlier: run.earlier,
      tests: run.tests,
    });
    this.#tellFinished(gate, run.judgement, durationMs);
  }

  #skip(id: string, reason: string): void {
    this.#recordUnstarted(id, { ...nothing, outcome: "skipped", reason });
  }

  #recordUnstarted(id: string, judgement: Judgement): void {
    const gate = this.#gates.get(id);
    if (gate === undefined) return;
    this.#executed.set(id, {
      ...{ gate, judgement, startMs: null, durationMs: null, waitedMs: null, exitCode: null, cpuMs: null },
      ...{ peakBytes: null, fileName: this.#names.get(id) ?? id, logFile: null, excerpt: null },
      earlier: [],
      tests: null,
    });
    this.#tellFinished(gate, judgement, null);
  }

  #stopAll(reason: string): void {
    for (const id of this.#schedule.giveUp()) this.#skip(id, reason);
    this.#stop.abort();
    if (this.#schedule.isDone) this.#done();
  }

  #tellFinished({ id, required }: Gate, judgement: Judgement, durationMs: number | null): void {
    const { outcome, reason, summary } = judgement;
    this.#tell({ kind: "finished", run: { id, outcome, reason, summary, durationMs, required } });
  }

  #tell(event: Parameters<GateListener>[0]): void {
    this.#lastEventMs = this.#now();
    this.#options.listener(event);
  }

  async #beat(clock: Clock, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await clock.sleep(Math.max(1, this.#lastEventMs + HEARTBEAT_MS - this.#now()), signal);
      if (signal.aborted || this.#now() - this.#lastEventMs < HEARTBEAT_MS) continue;
      const running = [
        ...[...this.#settingUp].map(([id, sinceMs]) => ({ id, forMs: this.#now() - sinceMs, line: "" })),
        ...[...this.#running].map(([id, { sinceMs, line }]) => ({ id, forMs: this.#now() - sinceMs, line })),
      ];
      if (running.length > 0) this.#tell({ kind: "silent", running });
    }
  }
}

/**
 * Runs gates as a graph.
 *
 * @param gates the gates to run; what they need is among them
 * @param options where and how
 * @param ports the world
 * @returns what each came to; a failed gate is a result
 * @throws TurnpikeError `PLAN_CYCLE`, `PLAN_UNKNOWN_GATE`
 */
export function executeGates(gates: readonly Gate[], options: ExecuteOptions, ports: GatePorts): Promise<Execution> {
  return new GateRunner(gates, options, ports).run();
}
