import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { systemClock } from "../adapters/node/clock.ts";
import { definedVariables } from "../adapters/node/environment.ts";
import { NodeFiles } from "../adapters/node/files.ts";
import { noteBegin } from "../adapters/node/first-green-store.ts";
import { GitProgram } from "../adapters/node/git.ts";
import { thisMachine } from "../adapters/node/machine.ts";
import { NodeProcesses } from "../adapters/node/processes.ts";
import { systemRandom } from "../adapters/node/random.ts";
import { repositoryState } from "../adapters/node/state-folder.ts";
import { listenForStop } from "../adapters/node/stop-request.ts";
import { styles } from "../adapters/terminal/index.ts";
import { EXIT, TurnpikeError } from "../errors.ts";
import { tellFirstGreen } from "../local/first-green.ts";
import { documentOfTry, exitCodeOfTry } from "../local/try/document.ts";
import type { TryRequest, TryResult } from "../local/try/request.ts";
import { runTry } from "../local/try/run-try.ts";
import { watchTry } from "./try-view.ts";

/** What the command line says. */
export interface TryArguments extends TryRequest {
  readonly json: boolean;
}

/**
 * Tries the road on a repository. Everything for people goes to standard error.
 *
 * @param args what the command line says
 * @throws TurnpikeError for what cannot be tried at all
 */
export async function runTryCommand(args: TryArguments): Promise<void> {
  const dir = resolve(args.dir);
  if (!existsSync(dir)) throw new TurnpikeError("FILE_UNREADABLE", "user", `There is no folder ${args.dir}.`);
  const env = definedVariables(process.env);
  const processes = new NodeProcesses();
  const git = new GitProgram(processes, env);
  const look = styles(process.stderr, env);
  const stop = listenForStop();
  const width = Math.min(process.stderr.columns ?? 100, 120);
  const view = watchTry({ stream: process.stderr, styles: look, width, stop: stop.signal });
  const state = repositoryState(dir, git, env);
  const begun = noteBegin(dir, "try", { git, clock: systemClock, env });
  try {
    const base = { processes, git, env, clock: systemClock, random: systemRandom, machine: thisMachine };
    const world = { ...base, files: new NodeFiles(dir), resultsFolder: join(await state, "try") };
    const result = await runTry({ ...args, dir }, world, { listener: view.listener, stop });
    view.end();
    await begun;
    if (result === undefined) {
      process.stderr.write("Stopped; nothing is left of it.\n");
      process.exitCode = stop.cause() === "SIGTERM" ? EXIT.terminated : EXIT.interrupted;
      return;
    }
    await finish(result, args, { look, width });
    if (result.checked.run.verdict === "passed")
      await tellFirstGreen({ dir, by: "try" }, { git, clock: systemClock, env }, look);
  } finally {
    view.end();
  }
}

async function finish(
  result: TryResult,
  args: TryArguments,
  { look, width }: { readonly look: ReturnType<typeof styles>; readonly width: number },
): Promise<void> {
  const { renderTry } = await import("./try-page.ts");
  process.stderr.write(renderTry(result, { styles: look, width }));
  if (args.json) process.stdout.write(`${JSON.stringify(documentOfTry(result), null, 2)}\n`);
  if (args.keep) process.stderr.write(`\nThe copy is kept: ${result.copy.top}\n`);
  else await result.copy.remove();
  process.exitCode = exitCodeOfTry(result);
}
