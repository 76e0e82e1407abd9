import { join } from "node:path";
import { installEnvironments } from "../../actions/gates/environments/environments.ts";
import type { GateEvent, GatePorts } from "../../actions/gates/gate-ports.ts";
import { stoppable } from "../../actions/gates/stoppable.ts";
import { findToolchains } from "../../actions/gates/toolchains/find.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { makePrivateCopy } from "../../adapters/node/private-copy/index.ts";
import { environmentInCopy, makesItsOwnEnvironment, type Proof, type TryTimes } from "../../core/first-run/index.ts";
import type { Plan } from "../../core/gates/index.ts";
import { proveGates, type RanGate, type RunAlone } from "./prove.ts";
import type { TryWatch } from "./request.ts";

/** What the repository's own commands came to. */
export interface Sequential {
  readonly proofs: readonly Proof[];
  readonly times: TryTimes["sequential"];
}

/** Where to run, and where the logs go. */
export interface SequentialRequest {
  readonly dir: string;
  readonly plan: Plan;
  readonly gates: readonly RanGate[];
  readonly runAlone: RunAlone;
  /** Absolute folder for logs. */
  readonly logs: string;
  /** Parent of the copy; default: the system's folder for temporary files. */
  readonly temp: string | undefined;
}

/**
 * Runs all that ran once more: a copy of its own, set-up, then the repository's own commands one after another. This is what
 * the road is compared with.
 *
 * @param request what ran
 * @param world the world, with the environment of this process
 * @param watch is told what happens, and may stop it
 */
export async function runSequentially(
  request: SequentialRequest,
  world: GatePorts,
  watch: TryWatch,
): Promise<Sequential> {
  const { signal } = watch.stop;
  const { clock } = world;
  const start = clock.monotonicMs();
  const temp = request.temp === undefined ? {} : { temp: request.temp };
  const copy = await makePrivateCopy(request.dir, { signal, onProgress: () => undefined, ...temp });
  try {
    const env = environmentInCopy(world.env, { original: copy.originalTop, copy: copy.top });
    const processes = stoppable(world.processes, signal);
    const ports = { ...world, env, processes, files: new NodeFiles(copy.root) };
    const begin = clock.monotonicMs();
    const own = request.gates.map(({ gate }) => gate).filter(({ reproduce }) => !makesItsOwnEnvironment(reproduce));
    const options = {
      ...{ root: copy.root, environments: request.plan.environments, folder: join(copy.scratch, "environments") },
      ...{ allowScripts: true, installsLocks: true },
      toolchains: await findToolchains(own, ports),
      listener: (event: GateEvent) => {
        if (event.kind !== "setup-started") return;
        watch.listener({ kind: "proving", label: `its own set-up: ${event.command}`, line: "" });
      },
    };
    const installed = await installEnvironments(own, options, ports);
    const setUpMs = clock.monotonicMs() - begin;
    const place = { root: copy.root, logs: request.logs, installed, signal, listener: watch.listener };
    const { proofs, commandsMs } = await proveGates(
      { all: request.gates, asked: request.gates },
      request.runAlone,
      place,
      ports,
    );
    // A command that could not run here says nothing of how long it takes.
    const isWhole = proofs.length === request.gates.length && proofs.every(({ verdict }) => verdict !== "unproven");
    return { proofs, times: isWhole ? { copyMs: begin - start, setUpMs, commandsMs } : null };
  } finally {
    await copy.remove();
  }
}

/** @returns the folder that logs of own commands lie in, beside ours */
export function ownLogs(scratch: string): string {
  return join(scratch, "results", "logs");
}
