import { existsSync } from "node:fs";
import { availableParallelism, userInfo } from "node:os";
import { resolve } from "node:path";
import { systemClock } from "../adapters/node/clock.ts";
import { definedVariables } from "../adapters/node/environment.ts";
import { existingFolder } from "../adapters/node/existing-folder.ts";
import { GitProgram } from "../adapters/node/git.ts";
import { NodeProcesses } from "../adapters/node/processes.ts";
import { projectRoot } from "../adapters/node/project-root.ts";
import { systemRandom } from "../adapters/node/random.ts";
import { CACHE_MODES } from "../core/workflow/index.ts";
import { TurnpikeError } from "../errors.ts";
import { holdsPassedVerdict, tellFirstGreen } from "./first-green.ts";
import type { MapRequest, RunRequest } from "./request.ts";
import { runWorkflow } from "./run.ts";
import { SERVICES, startServices } from "./services/index.ts";
import { makeTerminalView } from "./view/index.ts";

/** What the command line says, as commander gives it. */
export interface RunCommandOptions {
  readonly directory: string;
  readonly event?: string;
  readonly workflow?: string;
  readonly job?: string;
  readonly ref?: string;
  readonly repository?: string;
  readonly visibility: string;
  /** `NAME=VALUE`. */
  readonly input: readonly string[];
  readonly eventFile?: string;
  /** `NAME=VALUE`. */
  readonly var: readonly string[];
  /** `owner/repo@ref=DIR` or `owner/repo=DIR`. */
  readonly map: readonly string[];
  readonly secret: readonly string[];
  readonly passEnv: readonly string[];
  readonly without: readonly string[];
  readonly cacheMode?: string;
  readonly jobs?: string;
  readonly keep?: boolean;
  readonly json?: boolean;
}

function wrongInput(message: string): TurnpikeError {
  return new TurnpikeError("INPUT_INVALID", "config", message);
}

/** `K=V` texts as a record; the value may hold further `=`. */
function pairs(option: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw wrongInput(`${option} "${text}" is not NAME=VALUE.`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

function readMaps(texts: readonly string[]): readonly MapRequest[] {
  return Object.entries(pairs("--map", texts)).map(([name, folder]) => {
    const [repository = "", ref] = name.split("@");
    if (!/^[^/@]+\/[^/@]+$/.test(repository)) throw wrongInput(`--map "${name}" is not owner/repo@ref=DIR.`);
    if (!existsSync(folder)) throw wrongInput(`--map ${name}: there is no folder ${folder}.`);
    return { repository, ref, folder: resolve(folder) };
  });
}

function readSecrets(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const value = process.env[name];
      if (name.includes("=")) throw wrongInput("--secret takes a name; its value comes from the environment.");
      if (value === undefined) throw wrongInput(`--secret ${name}: the environment has no variable ${name}.`);
      return [name, value];
    }),
  );
}

/** Texts as the words of a closed list. */
function readChoices<T extends string>(option: string, texts: readonly string[], known: readonly T[]): readonly T[] {
  return texts.map((text) => {
    const choice = known.find((one) => one === text);
    if (choice === undefined) throw wrongInput(`${option} "${text}" is none of ${known.join(", ")}.`);
    return choice;
  });
}

function toRequest(options: RunCommandOptions): RunRequest {
  const { visibility } = options;
  if (visibility !== "public" && visibility !== "private" && visibility !== "internal") {
    throw wrongInput(`--visibility "${visibility}" is none of public, private, internal.`);
  }
  const jobs = options.jobs === undefined ? Math.max(4, availableParallelism()) : Number(options.jobs);
  if (!Number.isInteger(jobs) || jobs < 1) throw wrongInput(`--jobs "${options.jobs}" is no number from 1 on.`);
  const directory = existingFolder(options.directory);
  return {
    directory,
    event: options.event,
    workflow: options.workflow,
    job: options.job,
    ref: options.ref,
    repository: options.repository,
    visibility,
    inputs: pairs("--input", options.input),
    eventFile: options.eventFile === undefined ? undefined : resolve(options.eventFile),
    actor: userInfo().username.replace(/[^A-Za-z0-9-]/g, "-"),
    maps: readMaps(options.map),
    vars: pairs("--var", options.var),
    secrets: readSecrets(options.secret),
    passEnv: options.passEnv,
    keep: options.keep === true,
    jobsAtOnce: jobs,
    without: readChoices("--without", options.without, SERVICES),
    cacheMode:
      options.cacheMode === undefined ? undefined : readChoices("--cache-mode", [options.cacheMode], CACHE_MODES)[0],
  };
}

/**
 * `turnpike run`.
 *
 * @param options options of the command line
 * @returns the exit code: 0 passed, 1 a job failed, 130 or 143 cancelled
 * @throws TurnpikeError when nothing can be run
 */
export async function runFromOptions(options: RunCommandOptions): Promise<number> {
  const request = toRequest(options);
  const cancel = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    // A second time: whoever waits is tired of it, and everything that was started goes with this process.
    if (cancel.signal.aborted) process.exit(signal === "SIGTERM" ? 143 : 130);
    // A terminal that was closed ends nothing else: steps have sessions of their own.
    cancel.abort(signal === "SIGHUP" ? "SIGTERM" : signal);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  process.on("SIGHUP", onSignal);
  try {
    const outcome = await runWorkflow(request, {
      projectRoot: projectRoot(),
      env: process.env,
      clock: systemClock,
      random: systemRandom,
      watch: (files) => [makeTerminalView(process.stderr, { env: process.env, files })],
      signal: cancel.signal,
      startServices,
      startSigstore: (folder) => async (issuer) => {
        const { startSigstore } = await import("./sigstore/index.ts");
        return await startSigstore({ issuer, folder, clock: systemClock });
      },
    });
    if (options.json === true) process.stdout.write(`${JSON.stringify(outcome.record, undefined, 2)}\n`);
    if (outcome.exitCode === 0 && (await holdsPassedVerdict(outcome.folder))) {
      const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
      await tellFirstGreen({ dir: request.directory, by: "run" }, { git, clock: systemClock, env: process.env });
    }
    return outcome.exitCode;
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
    process.off("SIGHUP", onSignal);
  }
}
