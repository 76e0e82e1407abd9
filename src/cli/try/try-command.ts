import { join } from "node:path";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { environmentHome, NodeEnvironmentStore } from "../../adapters/node/environment-store.ts";
import { existingFolder } from "../../adapters/node/existing-folder.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { noteBegin } from "../../adapters/node/first-green-store.ts";
import { GitProgram } from "../../adapters/node/git.ts";
import { thisMachine } from "../../adapters/node/machine.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { systemRandom } from "../../adapters/node/random.ts";
import { repositoryState } from "../../adapters/node/state-folder.ts";
import { listenForStop, type StopSignals } from "../../adapters/node/stop-request.ts";
import { toolchainsOf } from "../../adapters/node/toolchains-of.ts";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import { type Styles, styles } from "../../adapters/terminal/index.ts";
import { EXIT, TurnpikeError } from "../../errors.ts";
import { holdsPassedVerdict, tellFirstGreen } from "../../local/first-green.ts";
import { documentOfTry, exitCodeOfTry } from "../../local/try/document.ts";
import type { TryRequest, TryResult } from "../../local/try/request.ts";
import { runTry, type TryWorld } from "../../local/try/run-try.ts";
import { type TryView, watchTry } from "./try-view.ts";

/** What the command line says. */
export interface TryArguments extends TryRequest {
  /** Run the whole road for it; undefined: the gates alone. */
  readonly event: string | undefined;
  readonly json: boolean;
}

interface Scene {
  readonly dir: string;
  readonly look: Styles;
  readonly width: number;
  readonly world: TryWorld;
  readonly stop: StopSignals;
  readonly view: TryView;
}

/** The time to the first green run begins with the first try. */
async function setScene(args: TryArguments): Promise<Scene> {
  const dir = existingFolder(args.dir);
  const env = definedVariables(process.env);
  const processes = new NodeProcesses();
  const git = new GitProgram(processes, env);
  const look = styles(process.stderr, env);
  const stop = listenForStop();
  const width = Math.min(columnsOf([process.stderr, process.stdout], 100), 120);
  const view = watchTry({ stream: process.stderr, styles: look, width, stop: stop.signal });
  const begun = noteBegin(dir, "try", { git, clock: systemClock, env });
  const [state] = await Promise.all([repositoryState(dir, git, env), begun]);
  const base = { processes, git, env, clock: systemClock, random: systemRandom, machine: thisMachine };
  const toolchains = toolchainsOf(processes, env);
  const environments = new NodeEnvironmentStore(environmentHome(env), systemClock);
  const world = { ...base, toolchains, files: new NodeFiles(dir), resultsFolder: join(state, "try"), environments };
  return { dir, look, width, world, stop, view };
}

function stopped({ stop }: Scene): void {
  process.stderr.write("Stopped; nothing is left of it.\n");
  process.exitCode = stop.cause() === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
}

/**
 * Tries the road on a repository. Everything for people goes to standard error.
 *
 * @param args what the command line says
 * @throws TurnpikeError for what cannot be tried at all
 */
export async function runTryCommand(args: TryArguments): Promise<void> {
  if (args.event !== undefined && args.prove !== "none") {
    throw new TurnpikeError("INPUT_INVALID", "config", "--prove runs gates alone, and --event the whole road.", {
      hint: "One after the other:\n  turnpike try --prove\n  turnpike try --event push",
    });
  }
  const scene = await setScene(args);
  try {
    await (args.event === undefined ? tryGates(args, scene) : tryEvent(args, args.event, scene));
  } finally {
    scene.view.end();
  }
}

async function tryGates(args: TryArguments, scene: Scene): Promise<void> {
  const { dir, look, world, stop, view } = scene;
  const result = await runTry({ ...args, dir }, world, { listener: view.listener, stop });
  view.end();
  if (result === undefined) return stopped(scene);
  await finish(result, args, scene);
  if (result.checked.run.verdict === "passed") await tellFirstGreen({ dir, by: "try" }, world, look);
}

/** The whole road: what the local runner shows of it, then where it is kept. */
async function tryEvent(args: TryArguments, event: string, scene: Scene): Promise<void> {
  const { dir, look, world, stop, view } = scene;
  const { tryWholeRoad } = await import("../../local/try/whole-road.ts");
  const road = await tryWholeRoad({ dir, event, config: args.config }, world, { listener: view.listener, stop });
  if (road === undefined) return stopped(scene);
  const { renderRoad } = await import("./try-page.ts");
  process.stderr.write(renderRoad(road, { styles: look, width: scene.width }));
  if (args.json) process.stdout.write(`${JSON.stringify(road.outcome.record, null, 2)}\n`);
  const isGreen = road.outcome.exitCode === 0 && (await holdsPassedVerdict(road.outcome.folder));
  await leave(road.copy, args);
  process.exitCode = road.outcome.exitCode;
  if (isGreen) await tellFirstGreen({ dir, by: "try" }, world, look);
}

async function leave(copy: TryResult["copy"], { keep }: TryArguments): Promise<void> {
  if (!keep) return copy.remove();
  await copy.keep();
  process.stderr.write(`\nThe copy is kept: ${copy.top}\n`);
}

async function finish(result: TryResult, args: TryArguments, { look, width }: Scene): Promise<void> {
  const { renderTry } = await import("./try-page.ts");
  process.stderr.write(renderTry(result, { styles: look, width }));
  if (args.json) process.stdout.write(`${JSON.stringify(documentOfTry(result), null, 2)}\n`);
  await leave(result.copy, args);
  process.exitCode = exitCodeOfTry(result);
}
