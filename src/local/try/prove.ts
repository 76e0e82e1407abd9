import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { type InstalledEnvironments, keyOf } from "../../actions/gates/environment.ts";
import { gateEnvironment } from "../../actions/gates/gate-environment.ts";
import type { GatePorts } from "../../actions/gates/gate-ports.ts";
import { readExcerpt } from "../../actions/gates/log-excerpt.ts";
import { type OwnEnd, type Proof, prove, starterOf } from "../../core/first-run/index.ts";
import { fileNamesOf, type Gate, type GateResult, isRed, Masker, secretsOf } from "../../core/gates/index.ts";
import type { ProcessEnd } from "../../ports/processes.ts";
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
async function ownVariables({ env, reproduce }: Gate, logs: string): Promise<Record<string, string>> {
  const own = Object.fromEntries(Object.entries(env).filter(([, value]) => !value.includes(REPORTS)));
  if (!reproduce.includes(REPORTS)) return own;
  return { ...own, reports: await mkdtemp(join(logs, "own-")) };
}

/** A starter such as tox that is not installed here is started by uv, which leaves no trace of it. */
async function commandLineOf({ reproduce }: Gate, env: Record<string, string>, ports: GatePorts): Promise<string> {
  const starter = starterOf(reproduce);
  if (starter === undefined || (await ports.processes.which(starter, env)) !== undefined) return reproduce;
  return (await ports.processes.which("uvx", env)) === undefined ? reproduce : `uvx ${reproduce.trimStart()}`;
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

  /** @returns the command line as it is run, and what came of it; undefined when it was stopped */
  async run(gate: Gate, logFile: string): Promise<{ readonly command: string; readonly own: OwnRun } | undefined> {
    const { installed, listener, logs, root, signal } = this.#place;
    const tell = (line: string): void => listener({ kind: "proving", label: `${gate.id}, by its own command`, line });
    tell("");
    const around = gate.environment === null ? {} : installed.variables.get(keyOf(gate.environment));
    const env = gateEnvironment(this.#ports.env, { ...around, ...(await ownVariables(gate, logs)) });
    const command = await commandLineOf(gate, env, this.#ports);
    const id = JSON.stringify([command, Object.entries(env).sort()]);
    const known = this.#known.get(id);
    if (known !== undefined) return { command, own: known };
    const onLine = (line: string): void => tell(this.#masker.mask(line));
    const ran = await this.#ports.processes.runLogged(
      { file: "bash", args: ["-eo", "pipefail", "-c", command], cwd: root, env },
      { logFile, timeoutMs: gate.timeoutMs, signal, onLine },
    );
    if (signal.aborted) return undefined;
    const { text } = await readExcerpt(this.#ports.files, logFile, this.#masker);
    const own = { end: endOf(ran.end), durationMs: ran.durationMs, text };
    this.#known.set(id, own);
    return { command, own };
  }
}

/** What own commands came to. */
export interface Proven {
  /** One for each gate, fewer when it was stopped. */
  readonly proofs: readonly Proof[];
  /** What the commands took one after another, in ms; one that stands for several gates is run and counted once. */
  readonly commandsMs: number;
}

/**
 * Runs the commands of gates as a person would, one after another, and compares.
 *
 * @param gates what ran, in the order to run them
 * @param place where
 * @param ports the world, with the environment of the copy
 */
export async function proveGates(gates: readonly RanGate[], place: ProofPlace, ports: GatePorts): Promise<Proven> {
  await mkdir(place.logs, { recursive: true });
  const names = fileNamesOf(gates.map(({ gate }) => gate.id));
  const commands = new OwnCommands(place, ports);
  const proofs: Proof[] = [];
  for (const { gate, result } of gates) {
    if (place.signal.aborted) break;
    const ran = await commands.run(gate, join(place.logs, `${names.get(gate.id) ?? "gate"}.own.log`));
    if (ran === undefined) break;
    const { command, own } = ran;
    const redBeside = gates
      .filter((other) => other.gate.id !== gate.id && other.gate.reproduce === gate.reproduce)
      .filter((other) => isRed(other.result.outcome))
      .map((other) => other.gate.id);
    const proof = prove({
      ...{ id: gate.id, command, outcome: result.outcome ?? "skipped" },
      ...{ ourExitCode: result.exitCode, ourTests: result.counts.tests },
      ...{ own: own.end, ownMs: Math.round(own.durationMs), ownLog: own.text, redBeside },
    });
    proofs.push(proof);
    place.listener({ kind: "proved", proof });
  }
  return { proofs, commandsMs: commands.totalMs };
}
