import { readFile, realpath } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Checked, checkRepository, readCommitFacts } from "../../actions/gates/check-repository.ts";
import type { GateListener, GatePorts } from "../../actions/gates/gate-ports.ts";
import { situationHere } from "../../actions/gates/situation.ts";
import { stoppable } from "../../actions/gates/stoppable.ts";
import { countLocks } from "../../actions/sbom/count-locks.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { makePrivateCopy, type PrivateCopy } from "../../adapters/node/private-copy/index.ts";
import { readPlanned } from "../../adapters/node/read-plan.ts";
import type { Planned } from "../../core/detect/index.ts";
import { environmentInCopy, previewRelease } from "../../core/first-run/index.ts";
import { isRed } from "../../core/gates/index.ts";
import type { EnvironmentStore } from "../../ports/environment-store.ts";
import type { Git } from "../../ports/git.ts";
import type { GitRefs } from "../../ports/git-refs.ts";
import { callerFor } from "./caller.ts";
import { keepResults, recallHistory } from "./keep-results.ts";
import { proveGates, type RanGate } from "./prove.ts";
import type { TryRequest, TryResult, TryWatch } from "./request.ts";
import { aloneIn } from "./run-alone.ts";
import { ownLogs, runSequentially, type Sequential } from "./sequential.ts";
import { setUpResults } from "./set-up.ts";

/** What a try works with; `files` is of the folder that was asked for, which is only read. */
export interface TryWorld extends GatePorts {
  readonly git: Git & GitRefs;
  /** Absolute folder that results are kept in; undefined: they go with the copy. */
  readonly resultsFolder: string | undefined;
  /** Where virtual environments are kept between runs; undefined: each is made anew. */
  readonly environments?: EnvironmentStore;
  /** Parent of the copy; default: the system's folder for temporary files. */
  readonly temp?: string;
}

interface Prepared {
  readonly planned: Planned;
  readonly copy: PrivateCopy;
  readonly historyFile: string;
  readonly tookMs: number;
}

async function tellBegin(request: TryRequest, world: TryWorld, watch: TryWatch): Promise<void> {
  const folder = await realpath(request.dir).catch(() => request.dir);
  const { branch, commit } = (await world.git.state(folder)) ?? { branch: null, commit: null };
  const ref = commit === null ? null : `${branch ?? "detached"}@${commit.slice(0, 7)}`;
  watch.listener({ kind: "began", name: basename(folder), ref });
}

/** The plan is read from the original while it is copied: it is the same, and the wait is shorter. */
async function prepare(request: TryRequest, world: TryWorld, watch: TryWatch): Promise<Prepared> {
  const begin = world.clock.monotonicMs();
  const { listener } = watch;
  const onProgress = (files: number): void => listener({ kind: "copying", files });
  const temp = world.temp === undefined ? {} : { temp: world.temp };
  const copying = makePrivateCopy(request.dir, { signal: watch.stop.signal, onProgress, ...temp });
  const [made, read] = await Promise.allSettled([
    copying.then((copy) => {
      listener({ kind: "copied", copy, tookMs: world.clock.monotonicMs() - begin });
      return copy;
    }),
    readPlanned(request.dir, { config: request.config }),
  ]);
  if (made.status === "rejected") throw made.reason;
  if (read.status === "rejected") {
    await made.value.remove();
    throw read.reason;
  }
  listener({ kind: "planned", planned: read.value });
  const copy = made.value;
  const historyFile = await recallHistory(world.resultsFolder, copy.scratch, request.dir);
  return { planned: read.value, copy, historyFile, tookMs: world.clock.monotonicMs() - begin };
}

function portsOf(copy: PrivateCopy, world: TryWorld, signal: AbortSignal): GatePorts {
  const env = environmentInCopy(world.env, { original: copy.originalTop, copy: copy.top });
  return { ...world, env, files: new NodeFiles(copy.root), processes: stoppable(world.processes, signal) };
}

async function previewOf(planned: Planned, copy: PrivateCopy, hasLock: boolean) {
  const { build } = planned.plan;
  const read = (name: string): Promise<string | undefined> =>
    readFile(join(copy.root, build?.cwd ?? ".", name), "utf8").catch(() => undefined);
  const [pyproject, packageJson] = await Promise.all([read("pyproject.toml"), read("package.json")]);
  return previewRelease(build, { pyproject, packageJson }, hasLock);
}

/** Installs and runs the gates in the copy, and counts what the SBOM holds meanwhile. */
async function check(
  request: TryRequest,
  prepared: Prepared,
  { ports, store }: { readonly ports: GatePorts; readonly store: EnvironmentStore | undefined },
  watch: TryWatch,
) {
  const { planned, copy, historyFile } = prepared;
  const { plan } = planned;
  const begin = ports.clock.monotonicMs();
  let setUpMs = 0;
  const listener: GateListener = (event) => {
    if (event.kind === "setup-finished") setUpMs = ports.clock.monotonicMs() - begin;
    watch.listener({ kind: "gate", event });
  };
  const counting = countLocks(".", ports).catch(() => null);
  const checked = await checkRepository(
    {
      ...{ root: copy.root, plan, facts: readCommitFacts(copy.root, ports.git), only: [], jobs: request.jobs },
      ...{ failFast: false, requireGates: false, release: false, secrets: [] },
      ...{ allowScripts: true, installsLocks: true, isShortLived: true, environments: store },
      outputDirectory: join(copy.scratch, "results"),
      historyFile,
      scratch: join(copy.scratch, "gates"),
      situation: () => situationHere(copy.root, undefined, ports),
    },
    ports,
    { listener, stop: watch.stop },
  );
  watch.listener({ kind: "gates-ended" });
  const ran = checked.execution.gates.map(({ gate }) => gate);
  const setUp = setUpResults(plan.environments, ran, checked.installed);
  return { setUp, setUpMs, sbom: await counting, checked };
}

const NOT_RUN = new Set(["skipped", "cancelled"]);

function ranGates({ verdict, execution }: Checked): readonly RanGate[] {
  const results = new Map(verdict.gates.map((result) => [result.id, result]));
  return execution.gates.flatMap(({ gate }): RanGate[] => {
    const result = results.get(gate.id);
    return result === undefined || NOT_RUN.has(result.outcome ?? "skipped") ? [] : [{ gate, result }];
  });
}

/** Runs own commands beside ours, as far as that was asked for. */
async function prove(
  request: TryRequest,
  of: {
    readonly prepared: Prepared;
    readonly checked: Checked;
    readonly ports: GatePorts;
  },
  { world, watch }: { readonly world: TryWorld; readonly watch: TryWatch },
): Promise<Sequential> {
  const { copy, planned } = of.prepared;
  const gates = ranGates(of.checked);
  const logs = ownLogs(copy.scratch);
  const { signal } = watch.stop;
  if (request.prove === "none" || signal.aborted) return { proofs: [], times: null };
  const place = { root: copy.root, logs, installed: of.checked.installed, signal, listener: watch.listener };
  // Where the gates ran, whatever their own commands run in: an environment of theirs may be here alone.
  const runAlone = aloneIn({ ...place, scratch: copy.scratch }, of.ports);
  if (request.prove === "all") {
    const asked = { dir: request.dir, plan: planned.plan, gates, runAlone, logs, temp: world.temp };
    return await runSequentially(asked, world, watch);
  }
  const asked = gates.filter(({ result }) => isRed(result.outcome));
  const { proofs } = await proveGates({ all: gates, asked }, runAlone, place, of.ports);
  return { proofs, times: null };
}

/**
 * Tries the road on a repository, in a copy that is left to the caller to remove.
 *
 * @param request what was asked for
 * @param world what to work with
 * @param watch is told what happens, and may stop it
 * @returns what it came to; undefined when it was stopped before a gate could start, and nothing is left then
 * @throws TurnpikeError for what cannot be tried at all; nothing is left then
 */
export async function runTry(request: TryRequest, world: TryWorld, watch: TryWatch): Promise<TryResult | undefined> {
  const begin = world.clock.monotonicMs();
  await tellBegin(request, world, watch);
  const prepared = await prepare(request, world, watch);
  const { copy, planned } = prepared;
  const { signal } = watch.stop;
  try {
    const ports = portsOf(copy, world, signal);
    const done = signal.aborted
      ? undefined
      : await check(request, prepared, { ports, store: world.environments }, watch);
    if (done === undefined) {
      await copy.remove();
      return undefined;
    }
    const { setUp, setUpMs, sbom, checked } = done;
    const totalMs = world.clock.monotonicMs() - begin;
    const own = await prove(request, { prepared, checked, ports }, { world, watch });
    const release = await previewOf(planned, copy, sbom !== null);
    const caller = await callerFor(copy.originalTop, world.git, release !== null);
    const { tookMs: copyMs } = prepared;
    const gatesMs = checked.verdict.durationMs;
    const times = { copyMs, setUpMs, gatesMs, totalMs, sequential: own.times };
    const result = { planned, copy, setUp, checked, sbom, release, proofs: own.proofs, times, caller };
    return { ...result, results: await keepResults(result, world.resultsFolder) };
  } catch (error) {
    await copy.remove();
    throw error;
  }
}
