import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { type InstalledEnvironments, keyOf } from "../../actions/gates/environment.ts";
import { gateEnvironment } from "../../actions/gates/gate-environment.ts";
import type { GatePorts } from "../../actions/gates/gate-ports.ts";
import { readExcerpt } from "../../actions/gates/log-excerpt.ts";
import { type OwnEnd, type Proof, prove, starterOf } from "../../core/first-run/index.ts";
import { fileNamesOf, type Gate, type GateResult, Masker, secretsOf } from "../../core/gates/index.ts";
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

/**
 * Runs the commands of gates as a person would, one after another, and compares.
 *
 * @param gates what ran, in the order to run them
 * @param place where
 * @param ports the world, with the environment of the copy
 * @returns a proof for each, fewer when it was stopped
 */
export async function proveGates(
  gates: readonly RanGate[],
  place: ProofPlace,
  ports: GatePorts,
): Promise<readonly Proof[]> {
  await mkdir(place.logs, { recursive: true });
  const names = fileNamesOf(gates.map(({ gate }) => gate.id));
  const masker = new Masker(secretsOf(ports.env));
  const proofs: Proof[] = [];
  for (const { gate, result } of gates) {
    if (place.signal.aborted) break;
    const label = `${gate.id}, by its own command`;
    place.listener({ kind: "proving", label, line: "" });
    const logFile = join(place.logs, `${names.get(gate.id) ?? "gate"}.own.log`);
    const around = gate.environment === null ? {} : place.installed.variables.get(keyOf(gate.environment));
    const env = gateEnvironment(ports.env, { ...around, ...(await ownVariables(gate, place.logs)) });
    const commandLine = await commandLineOf(gate, env, ports);
    const args = ["-eo", "pipefail", "-c", commandLine];
    const onLine = (line: string): void => place.listener({ kind: "proving", label, line: masker.mask(line) });
    const ran = await ports.processes.runLogged(
      { file: "bash", args, cwd: place.root, env },
      { logFile, timeoutMs: gate.timeoutMs, signal: place.signal, onLine },
    );
    if (place.signal.aborted) break;
    const excerpt = await readExcerpt(ports.files, logFile, masker);
    const proof = prove({
      id: gate.id,
      command: commandLine,
      outcome: result.outcome ?? "skipped",
      ourExitCode: result.exitCode,
      ourTests: result.counts.tests,
      own: endOf(ran.end),
      ownMs: Math.round(ran.durationMs),
      ownLog: excerpt.text,
    });
    proofs.push(proof);
    place.listener({ kind: "proved", proof });
  }
  return proofs;
}
