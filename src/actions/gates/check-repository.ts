import { join } from "node:path/posix";
import {
  type Gate,
  type Judgement,
  leftOut,
  Masker,
  parseHistory,
  type Situation,
  secretsOf,
  whyNotNow,
  whyUnaffected,
} from "../../core/gates/index.ts";
import type { Checked, CheckRequest, CheckWatch } from "./check-request.ts";
import type { InstalledEnvironments, InstallOptions } from "./environments/environment.ts";
import { Environments } from "./environments/environments.ts";
import { executeGates } from "./execute.ts";
import { nothing } from "./executed.ts";
import type { GateListener, GatePorts } from "./gate-ports.ts";
import { readQuarantine } from "./history/quarantine.ts";
import { clearOutput } from "./results/output-directory.ts";
import { ResultCache } from "./results/result-cache.ts";
import { selectGates } from "./select-gates.ts";
import { asksForSituation } from "./situation.ts";
import { stoppable } from "./stoppable.ts";
import { findToolchains } from "./toolchains/find.ts";
import type { GateToolchains } from "./toolchains/gate-toolchains.ts";

export type { Checked, CheckRequest } from "./check-request.ts";
export { type CommitFacts, readCommitFacts } from "./commit-facts.ts";

/** Share of the memory that gates may be planned to use together. */
const MEMORY_SHARE = 0.9;

/** Installers may say what they were given. */
function maskedInstalled(installed: InstalledEnvironments, masker: Masker): InstalledEnvironments {
  const problems = new Map([...installed.problems].map(([key, text]) => [key, masker.mask(text)] as const));
  return { ...installed, problems, remarks: (installed.remarks ?? []).map((text) => masker.mask(text)) };
}

/** What was installed when a run began, and the passes that are known. */
interface Opened {
  readonly environments: Environments;
  readonly cache: ResultCache | undefined;
}

/** A release is checked whole, whoever asks, in environments that are its own. */
async function open(
  request: CheckRequest,
  gates: readonly Gate[],
  {
    scratch,
    masker,
    listener,
    signal,
    toolchains,
  }: {
    readonly scratch: string;
    readonly masker: Masker;
    readonly listener: GateListener;
    readonly signal: AbortSignal;
    readonly toolchains: GateToolchains;
  },
  ports: GatePorts,
): Promise<Opened> {
  const { root, plan, results, release, outputDirectory } = request;
  let hasInstalled = false;
  const options: InstallOptions = {
    ...{ root, environments: plan.environments, folder: join(scratch, "environments") },
    allowScripts: request.allowScripts === true,
    installsLocks: request.installsLocks === true,
    isShortLived: request.isShortLived === true,
    store: release ? undefined : request.environments,
    toolchains,
    listener: (event) => {
      hasInstalled ||= event.kind === "setup-started";
      const isFailed = event.kind === "setup-finished" && event.problem !== undefined;
      listener(isFailed ? { ...event, problem: masker.mask(event.problem ?? "") } : event);
    },
  };
  // Whoever stops the run stops what is installed before its first gate too.
  const processes = stoppable(ports.processes, signal);
  const environments = await Environments.open(gates, options, { ...ports, processes });
  if (results === undefined || release) return { environments, cache: undefined };
  // Passes rest on what is installed in the tree, so it must be there before they are looked for.
  await environments.installAll(({ manager }) => manager !== "venv");
  const written = outputDirectory.startsWith(`${root}/`) ? [`${outputDirectory.slice(root.length + 1)}/`] : [];
  const rests = { environments, toolchains: toolchains.identities() };
  const cache = await ResultCache.open(results, { gates, root, written, hasInstalled, ...rests }, ports);
  return { environments, cache };
}

/** Gates that a change cannot make say something else, with the reason. */
function unaffectedBy({ change, config }: CheckRequest, gates: readonly Gate[]): ReadonlyMap<string, string> {
  return change === undefined ? new Map() : leftOut(gates, (gate) => whyUnaffected(gate, change, config));
}

/** Gates that `when` holds back, with the reason. */
function heldBack(gates: readonly Gate[], situation: Situation | undefined): ReadonlyMap<string, Judgement> {
  if (situation === undefined) return new Map();
  const left = leftOut(gates, ({ when }) => whyNotNow(when, situation));
  return new Map([...left].map(([id, reason]) => [id, { ...nothing, outcome: "skipped", reason }]));
}

/**
 * Runs the gates of a repository, writes verdict.json, details.json, logs and reports.
 *
 * @param request what to run, and where results go
 * @param ports the world
 * @param watch is told what happens, and may stop it; a stopped run leaves its verdict too
 * @returns the verdict and all that was measured
 * @throws TurnpikeError `PLAN_UNKNOWN_GATE`, `PLAN_CYCLE`, `FILE_UNWRITABLE`
 */
export async function checkRepository(request: CheckRequest, ports: GatePorts, watch: CheckWatch): Promise<Checked> {
  const { root, plan, outputDirectory, failFast, scratch } = request;
  const { files } = ports;
  const asked = selectGates(plan, request.only);
  const unaffected = unaffectedBy(request, asked);
  const gates = asked.filter((gate) => !unaffected.has(gate.id));
  if (gates.length > 0) watch.listener({ kind: "begun", gates: gates.length });
  const finding = findToolchains(gates, ports);
  // Awaited before the first gate; a rejection must not be taken for one that nobody handles.
  finding.catch(() => undefined);
  const facts = await request.facts;
  const quarantine = await readQuarantine(root, request.origin, facts, ports);
  const masker = new Masker([...request.secrets, ...secretsOf(ports.env)]);
  const cores = request.jobs ?? ports.machine.cores();
  const memory = ports.machine.memoryBytes();
  const memoryBytes = memory === null ? null : memory * MEMORY_SHARE;
  const clearing = clearOutput(files, root, outputDirectory);
  // Awaited before the first gate; a rejection must not be taken for one that nobody handles.
  clearing.catch(() => undefined);
  await files.makeDirectory(join(scratch, "logs"));
  const startedAt = ports.clock.now().toISOString();
  const begin = ports.clock.monotonicMs();
  const { listener } = watch;
  const situation = asksForSituation(gates) ? await request.situation?.() : undefined;
  const held = heldBack(gates, situation);
  const started = gates.filter((gate) => !held.has(gate.id));
  const toolchains = await finding;
  const { environments, cache } = await open(
    request,
    started,
    { scratch, masker, listener, signal: watch.stop.signal, toolchains },
    ports,
  );
  const known = new Map([...held, ...((await cache?.recall()) ?? [])]);
  const history = parseHistory(await files.readText(request.historyFile).catch(() => undefined));
  await clearing;
  const where = { root, scratch, cores, memoryBytes };
  const how = {
    failFast,
    release: request.release,
    history,
    environments,
    toolchains,
    masker,
    listener,
    signal: watch.stop.signal,
    known,
    quarantine,
  };
  const day = situation === undefined ? {} : { day: situation.day };
  const execution = await executeGates(gates, { ...where, ...how, ...day }, ports);
  const durationMs = Math.round(ports.clock.monotonicMs() - begin);
  // What is only asked for at the end is loaded then, while git is asked what the gates changed.
  const [results, { conclude }] = await Promise.all([cache?.keep(execution, masker), import("./results/conclude.ts")]);
  const ran = {
    ...{ execution, facts, masker, cores, startedAt, durationMs, situation, quarantine, results, unaffected },
    installed: maskedInstalled(environments.installed(), masker),
  };
  return await conclude(request, ran, scratch, ports, watch);
}
