import { statSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { changedHere } from "../../actions/gates/changed-files.ts";
import type { Checked } from "../../actions/gates/check-repository.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { listenForStop } from "../../adapters/node/stop-request.ts";
import type { ChangedFiles } from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { askCheckout, type GatesArguments, type GatesSession, openSession, planOf } from "./gates-session.ts";

async function keepVerdict(checked: Checked, file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const target = resolve(file);
  try {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(checked.verdictFile, target);
  } catch (cause) {
    throw new TurnpikeError("FILE_UNWRITABLE", "user", `${file} could not be written.`, { cause });
  }
}

/** What to write when a folder was meant. */
function forFolder(folder: string): string {
  return `for the folder, write it first: turnpike gates ${folder} --changed`;
}

/** `--changed DIR` reads like a run of DIR, and DIR is what the option takes for its base. */
function folderAsBase(folder: string, { dir }: GatesArguments): TurnpikeError {
  const message = `${folder} is a folder, and --changed takes a commit, branch or tag. Nothing was run.`;
  const hint = dir === "." ? `For the folder, write it first:\n  turnpike gates ${folder} --changed` : undefined;
  return new TurnpikeError("INPUT_INVALID", "config", message, hint === undefined ? {} : { hint });
}

/** What `--changed` stands for; a base that a person names must be there. */
async function changeOf({ args, root, ports }: GatesSession): Promise<ChangedFiles | undefined> {
  if (args.changed === undefined) return undefined;
  const base = args.changed === true ? undefined : args.changed;
  const change = await changedHere(root, base, ports.git);
  const isFolder = base !== undefined && statSync(base, { throwIfNoEntry: false })?.isDirectory() === true;
  if (change.kind === "known") {
    if (isFolder) process.stderr.write(`${base} is taken for a commit; ${forFolder(base)}\n`);
    return change;
  }
  if (isFolder) throw folderAsBase(base, args);
  if (base !== undefined) {
    throw new TurnpikeError("INPUT_INVALID", "config", "Nothing was run.", {
      problems: [{ where: "--changed", message: `what changed since ${base} cannot be told: ${change.reason}` }],
    });
  }
  process.stderr.write(`What changed is not known (${change.reason}), so every gate runs.\n`);
  return change;
}

async function runOnce(session: GatesSession): Promise<void> {
  const { args, root, ports, env, look } = session;
  // While git answers, the plan is read and what runs gates is loaded.
  const checkout = askCheckout(session);
  const [planned, change, { runRound, showRound }] = await Promise.all([
    planOf(session),
    changeOf(session),
    import("./gates-round.ts"),
  ]);
  const stop = listenForStop();
  const checked = await runRound(session, { plan: planned.plan, stop, checkout, change });
  await keepVerdict(checked, args.verdict);
  await showRound(session, checked, planned.plan.notes);
  if (args.json) process.stdout.write(`${JSON.stringify(checked.verdict, null, 2)}\n`);
  if (checked.run.verdict === "passed" && checked.verdict.partial !== true) {
    const { tellFirstGreen } = await import("../../local/first-green.ts");
    await tellFirstGreen({ dir: root, by: "gates" }, { git: ports.git, clock: systemClock, env }, look);
  }
  process.exitCode = checked.run.exitCode;
  await planned.keep();
}

/**
 * Runs the gates here.
 *
 * @param args what the command line says
 * @throws TurnpikeError for what cannot be run at all; a failed gate is an exit code
 */
export async function runGatesCommand(args: GatesArguments): Promise<void> {
  const session = openSession(args);
  if (args.explainCache !== undefined) {
    const { explainCache } = await import("./explain-cache.ts");
    const { environmentsOf } = await import("./gates-round.ts");
    const { plan } = await planOf(session);
    const { root, memory } = session;
    return explainCache(
      args.explainCache,
      { root, plan, memory, environments: environmentsOf(session) },
      session.ports,
    );
  }
  if (args.watch === true) {
    const { watchGatesHere } = await import("./watch-gates.ts");
    return watchGatesHere(session);
  }
  return runOnce(session);
}
