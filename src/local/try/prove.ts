import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type InstalledEnvironments, keyOf } from "../../actions/gates/environments/environment.ts";
import { gateEnvironment, inCheckout } from "../../actions/gates/gate-environment.ts";
import type { GatePorts } from "../../actions/gates/gate-ports.ts";
import { readExcerpt } from "../../actions/gates/log-excerpt.ts";
import { hideSecrets } from "../../actions/gates/results/keep-results.ts";
import { type OwnEnd, type Proof, prove, type SecondRun, starterOf } from "../../core/first-run/index.ts";
import {
  fileNamesOf,
  type Gate,
  type GateResult,
  isRed,
  Masker,
  type Outcome,
  secretsOf,
} from "../../core/gates/index.ts";
import type { ProcessEnd } from "../../ports/processes.ts";
import { Git } from "../git.ts";
import type { TryListener } from "./request.ts";

/** Where own commands run. */
export interface ProofPlace {
  /** Absolute folder of a copy. */
  readonly root: string;
  /** Absolute folder for their logs. */
  readonly logs: string;
  /** Variables of the environments that were set up there. */
  readonly installed: InstalledEnvironments;
  readonly signal: AbortSignal;
  readonly listener: TryListener;
}

/** One gate that ran, and what it came to. */
export interface RanGate {
  readonly gate: Gate;
  readonly result: GateResult;
}

/** Runs a gate by our way, with nothing beside it. */
export type RunAlone = (ran: RanGate) => Promise<Outcome>;

const REPORTS = "${reports}";

function endOf(end: ProcessEnd): OwnEnd {
  switch (end.kind) {
    case "exited":
    case "signalled":
    case "stopped":
      return end;
    case "timed-out":
      return { kind: "timed-out" };
    case "not-started":
      return { kind: "not-started", why: end.message };
  }
}

/** What the repository declares for the command, without what is ours alone: places of reports that it does not name. */
async function ownVariables({ env, reproduce }: Gate, { logs, root }: ProofPlace): Promise<Record<string, string>> {
  const own = Object.fromEntries(Object.entries(inCheckout(env, root)).filter(([, value]) => !value.includes(REPORTS)));
  if (!reproduce.includes(REPORTS)) return own;
  return { ...own, reports: await mkdtemp(join(logs, "own-")) };
}

/** A starter such as tox that is not installed here is started by uv, which leaves no trace of it. */
async function commandLineOf({ reproduce }: Gate, env: Record<string, string>, ports: GatePorts): Promise<string> {
  const starter = starterOf(reproduce);
  if (starter === undefined || (await ports.processes.which(starter, env)) !== undefined) return reproduce;
  return (await ports.processes.which("uvx", env)) === undefined ? reproduce : `uvx ${reproduce.trimStart()}`;
}

/** What git does not track, with folders that are empty. */
async function untracked(root: string, ports: GatePorts): Promise<ReadonlySet<string>> {
  const git = new Git(ports.processes, ports.env);
  const { stdout } = await git.run(root, "-c", "core.quotePath=false", "clean", "-dxn");
  return new Set(stdout.split("\n").flatMap((line) => /^Would remove ([^"].*)$/.exec(line)?.[1] ?? []));
}

/** What one own command came to. */
interface OwnRun {
  readonly end: OwnEnd;
  readonly durationMs: number;
  readonly text: string;
}

/** Own commands, of which one may stand for several gates: `npm test` is run once. */
class OwnCommands {
  readonly #place: ProofPlace;
  readonly #ports: GatePorts;
  readonly #masker: Masker;
  readonly #known = new Map<string, OwnRun>();

  constructor(place: ProofPlace, ports: GatePorts) {
    this.#place = place;
    this.#ports = ports;
    this.#masker = new Masker(secretsOf(ports.env));
  }

  /** What all commands took together, in ms, each counted once. */
  get totalMs(): number {
    return [...this.#known.values()].reduce((sum, { durationMs }) => sum + durationMs, 0);
  }

  /**
   * @param gate of which the command is
   * @param logFile absolute
   * @param isAgain true: it is run although it is known what it comes to, and that is not counted
   * @returns the command line as it is run, and what came of it; undefined when it was stopped
   */
  async run(
    gate: Gate,
    logFile: string,
    isAgain = false,
  ): Promise<{ readonly command: string; readonly own: OwnRun } | undefined> {
    const { installed, listener, root, signal } = this.#place;
    const tell = (line: string): void => listener({ kind: "proving", label: `${gate.id}, by its own command`, line });
    tell("");
    const own = gate.environment === null ? {} : (installed.variables.get(keyOf(gate.environment)) ?? {});
    const around = installed.toolchains?.withToolchains(gate, own) ?? own;
    const env = gateEnvironment(this.#ports.env, { ...around, ...(await ownVariables(gate, this.#place)) });
    const command = await commandLineOf(gate, env, this.#ports);
    const id = JSON.stringify([command, Object.entries(env).sort()]);
    const known = this.#known.get(id);
    if (known !== undefined && !isAgain) return { command, own: known };
    const onLine = (line: string): void => tell(this.#masker.mask(line));
    const ran = await this.#ports.processes.runLogged(
      { file: "bash", args: ["-eo", "pipefail", "-c", command], cwd: root, env },
      { logFile, timeoutMs: gate.timeoutMs, signal, onLine },
    );
    if (signal.aborted) return undefined;
    const { text } = await readExcerpt(this.#ports.files, logFile, this.#masker);
    await hideSecrets(this.#ports.files, logFile, this.#masker);
    const ended = { end: endOf(ran.end), durationMs: ran.durationMs, text };
    if (!isAgain) this.#known.set(id, ended);
    return { command, own: ended };
  }
}

/** @returns the gates that ran at the same time, the one that did so longest first */
function besideOf({ result }: RanGate, gates: readonly RanGate[]): readonly string[] {
  const endsAt = (one: GateResult): number => (one.startMs ?? 0) + (one.durationMs ?? 0);
  const sharedMs = (one: GateResult): number =>
    Math.min(endsAt(one), endsAt(result)) - Math.max(one.startMs ?? 0, result.startMs ?? 0);
  return gates
    .map((other) => other.result)
    .filter((other) => other.id !== result.id && other.startMs !== null && sharedMs(other) > 0)
    .sort((a, b) => sharedMs(b) - sharedMs(a))
    .map(({ id }) => id);
}

/** What own commands came to. */
export interface Proven {
  /** One for each gate, fewer when it was stopped. */
  readonly proofs: readonly Proof[];
  /** What the commands took one after another, in ms; one that stands for several gates is run and counted once. */
  readonly commandsMs: number;
}

/** Own commands beside our runs. */
class Prover {
  readonly #gates: readonly RanGate[];
  readonly #runAlone: RunAlone;
  readonly #commands: OwnCommands;
  readonly #logs: string;
  readonly #names: ReadonlyMap<string, string>;
  readonly #problems: ReadonlyMap<string, string>;
  readonly #root: string;
  readonly #ports: GatePorts;

  constructor(gates: readonly RanGate[], runAlone: RunAlone, place: ProofPlace, ports: GatePorts) {
    this.#gates = gates;
    this.#runAlone = runAlone;
    this.#commands = new OwnCommands(place, ports);
    this.#logs = place.logs;
    this.#problems = place.installed.problems;
    this.#root = place.root;
    this.#ports = ports;
    this.#names = fileNamesOf(gates.map(({ gate }) => gate.id));
  }

  get totalMs(): number {
    return this.#commands.totalMs;
  }

  /** Takes away what an own command left: a run of ours after it would find what it had to make itself. */
  async #tidy(before: ReadonlySet<string>): Promise<void> {
    for (const path of await untracked(this.#root, this.#ports)) {
      if (!before.has(path)) await rm(join(this.#root, path), { recursive: true, force: true });
    }
  }

  /** @returns undefined when it was stopped */
  async prove(ran: RanGate): Promise<Proof | undefined> {
    const { gate, result } = ran;
    const before = await untracked(this.#root, this.#ports);
    const done = await this.#commands.run(gate, this.#log(gate, "own"));
    if (done === undefined) return undefined;
    const redBeside = this.#gates
      .filter((other) => other.gate.id !== gate.id && other.gate.reproduce === gate.reproduce)
      .filter((other) => isRed(other.result.outcome))
      .map((other) => other.gate.id);
    const { command, own } = done;
    const compared = {
      ...{ id: gate.id, command, outcome: result.outcome ?? "skipped" },
      ...{ ourExitCode: result.exitCode, ourTests: result.counts.tests },
      ...{ own: own.end, ownMs: Math.round(own.durationMs), ownLog: own.text, redBeside },
      setUpProblem: gate.environment === null ? undefined : this.#problems.get(keyOf(gate.environment)),
    };
    const proof = prove(compared);
    await this.#tidy(before);
    const again = await this.#askAgain(ran, proof);
    return again === undefined ? proof : prove({ ...compared, again });
  }

  /** Before anybody is blamed, the side that is red alone is asked once more: tests of time fail beside others. */
  async #askAgain(ran: RanGate, { verdict }: Proof): Promise<SecondRun | undefined> {
    if (verdict === "ours-is-wrong") {
      return { kind: "ours", outcome: await this.#runAlone(ran), beside: besideOf(ran, this.#gates) };
    }
    if (verdict !== "ours-is-blind") return undefined;
    const done = await this.#commands.run(ran.gate, this.#log(ran.gate, "own-again"), true);
    return done === undefined ? undefined : { kind: "own", end: done.own.end };
  }

  #log({ id }: Gate, kind: string): string {
    return join(this.#logs, `${this.#names.get(id) ?? "gate"}.${kind}.log`);
  }
}

/**
 * Runs the commands of gates as a person would, one after another, and compares.
 *
 * @param ran all gates that ran, and the part of them to prove, in the order to run them
 * @param runAlone runs a gate once more by our way
 * @param place where
 * @param ports the world, with the environment of the copy
 */
export async function proveGates(
  ran: { readonly all: readonly RanGate[]; readonly asked: readonly RanGate[] },
  runAlone: RunAlone,
  place: ProofPlace,
  ports: GatePorts,
): Promise<Proven> {
  await mkdir(place.logs, { recursive: true });
  const prover = new Prover(ran.all, runAlone, place, ports);
  const proofs: Proof[] = [];
  for (const gate of ran.asked) {
    if (place.signal.aborted) break;
    const proof = await prover.prove(gate);
    if (proof === undefined) break;
    proofs.push(proof);
    place.listener({ kind: "proved", proof });
  }
  return { proofs, commandsMs: prover.totalMs };
}
