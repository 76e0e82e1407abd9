import { join } from "node:path";
import { systemClock } from "../../../src/adapters/node/clock.ts";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { thisMachine } from "../../../src/adapters/node/machine.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { systemRandom } from "../../../src/adapters/node/random.ts";
import type { TryEvent, TryRequest, TryResult } from "../../../src/local/try/request.ts";
import { runTry } from "../../../src/local/try/run-try.ts";

/** A try that has ended; its copy is removed when it is disposed of. */
export interface TestTry extends AsyncDisposable {
  readonly result: TryResult | undefined;
  readonly events: readonly TryEvent[];
  /** `id: outcome` of all gates. */
  outcomes(): readonly string[];
}

type Options = Partial<TryRequest> & {
  readonly env?: Readonly<Record<string, string>>;
  readonly resultsFolder?: string;
  /** Parent of the copy. */
  readonly temp?: string;
  /** Called with each event; may stop the run. */
  readonly onEvent?: (event: TryEvent, stop: (cause: "SIGINT" | "SIGTERM") => void) => void;
};

/** The real world for a folder, and a watch that keeps what it is told. */
export function worldFor(
  dir: string,
  more: Readonly<Record<string, string>> = {},
  resultsFolder?: string,
  temp?: string,
) {
  const runner = /^(GITHUB_|RUNNER_|ACTIONS_|INPUT_|CI$|TURNPIKE_)/;
  const own = Object.entries(definedVariables(process.env)).filter(([name]) => !runner.test(name));
  const env = { ...Object.fromEntries(own), ...more };
  const processes = new NodeProcesses();
  const controller = new AbortController();
  let cause: "SIGINT" | "SIGTERM" | undefined;
  const stop = (signal: "SIGINT" | "SIGTERM"): void => {
    cause ??= signal;
    controller.abort();
  };
  const events: TryEvent[] = [];
  const base = { processes, env, clock: systemClock, random: systemRandom, machine: thisMachine };
  const git = new GitProgram(processes, env);
  const world = { ...base, git, files: new NodeFiles(dir), resultsFolder, ...(temp === undefined ? {} : { temp }) };
  const listener = (event: TryEvent): void => void events.push(event);
  return { world, events, stop, watch: { listener, stop: { signal: controller.signal, cause: () => cause } } };
}

/** Tries a folder, with the real world. */
export async function tryOn(dir: string, options: Options = {}): Promise<TestTry> {
  const { env, resultsFolder, temp, onEvent, ...request } = options;
  const { world, events, stop, watch } = worldFor(dir, env, resultsFolder, temp);
  const listener = (event: TryEvent): void => {
    watch.listener(event);
    onEvent?.(event, stop);
  };
  const result = await runTry(
    { dir, config: "turnpike.yml", prove: "none", jobs: undefined, keep: false, ...request },
    world,
    { ...watch, listener },
  );
  return {
    result,
    events,
    outcomes: () => result?.checked.verdict.gates.map(({ id, outcome }) => `${id}: ${outcome}`) ?? [],
    [Symbol.asyncDispose]: async () => result?.copy.remove(),
  };
}

/** @returns a path in the copy */
export function inCopy({ result }: TestTry, path: string): string {
  return join(result?.copy.root ?? "", path);
}
