import { join } from "node:path/posix";
import { nearestName } from "../../contract/index.ts";
import {
  type ChangedFiles,
  type DetailsFile,
  type Gate,
  type GateResult,
  inOrderOfNeeds,
  type Judgement,
  leftOut,
  Masker,
  type Plan,
  parseHistory,
  type RunVerdict,
  requireNeeds,
  type Situation,
  secretsOf,
  type VerdictFile,
  verdictOf,
  whyNotNow,
  whyUnaffected,
} from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { EnvironmentStore } from "../../ports/environment-store.ts";
import type { CommitFacts } from "./commit-facts.ts";
import type { InstalledEnvironments, InstallOptions } from "./environment.ts";
import { Environments } from "./environments.ts";
import { executeGates } from "./execute.ts";
import { type Executed, type Execution, nothing } from "./executed.ts";
import { fixesOf } from "./fixes.ts";
import type { GateListener, GatePorts, StopRequest } from "./gate-ports.ts";
import type { Quarantine } from "./gate-tests.ts";
import { keepHistory, lookBack, OBSERVATIONS_FILE, type TestHistory } from "./history.ts";
import { ignoreOwnFolder, keepResults, removeOldResults } from "./keep-results.ts";
import { type RunOrigin, readQuarantine } from "./quarantine.ts";
import { ResultCache, type ResultMemory, type ResultUse } from "./result-cache.ts";
import { attemptLog } from "./run-attempts.ts";
import { asksForSituation } from "./situation.ts";

export { type CommitFacts, readCommitFacts } from "./commit-facts.ts";

/** Share of the memory that gates may be planned to use together. */
const MEMORY_SHARE = 0.9;

/** What is asked of a run. Paths are absolute. */
export interface CheckRequest {
  readonly root: string;
  readonly plan: Plan;
  /** Asked for before anything is written. */
  readonly facts: Promise<CommitFacts>;
  /** Gates to run, and what they need; empty: all. The entry of a matrix stands for all of its gates. */
  readonly only: readonly string[];
  /** Only gates that this change can make say something else, and what they need; undefined: all. */
  readonly change?: ChangedFiles | undefined;
  /** Tells why and where this run takes place; undefined: nobody asks, so no `when` holds a gate back. */
  readonly situation?: (() => Promise<Situation>) | undefined;
  /** Cores to use; undefined: what the machine has. */
  readonly jobs: number | undefined;
  readonly failFast: boolean;
  /** Where passes are remembered; undefined: every gate runs. */
  readonly results?: ResultMemory | undefined;
  /** Where environments of the repository's own installs are kept between runs; undefined, or a release: each is made anew. */
  readonly environments?: EnvironmentStore | undefined;
  readonly requireGates: boolean;
  readonly release: boolean;
  /** True where packages of a lock of npm are installed too, because nobody else does it. */
  readonly installsLocks?: boolean;
  /** True where scripts of Node packages may run, because the machine is nobody's own. */
  readonly allowScripts?: boolean;
  readonly outputDirectory: string;
  /** Where durations are remembered; what single tests did lies beside it. */
  readonly historyFile: string;
  /** Undefined: a run that leaves no trace in the memory of tests. */
  readonly origin?: RunOrigin;
  /** An existing folder for scratch files, outside the repository. */
  readonly temp: string;
  /** Values to hide besides those of the environment. */
  readonly secrets: readonly string[];
}

/** What a run came to. */
export interface Checked {
  readonly run: RunVerdict;
  readonly verdict: VerdictFile;
  readonly details: DetailsFile;
  readonly execution: Execution;
  readonly verdictFile: string;
  readonly verdictDigest: string;
  readonly detailsFile: string;
  readonly masker: Masker;
  /** Folder with the logs of the gates, by {@link Executed.fileName}. */
  readonly logs: string;
  /** Undefined when nobody asked. */
  readonly situation: Situation | undefined;
  /** Undefined when nothing is remembered. */
  readonly results: ResultUse | undefined;
  /** What became of the packages. */
  readonly installed: InstalledEnvironments;
}

/** Who watches, and who may stop a run. */
export interface CheckWatch {
  readonly listener: GateListener;
  readonly stop: StopRequest;
}

/**
 * Chooses the gates that run.
 *
 * @param plan all gates
 * @param only ids to run with all that they need; empty: all
 * @returns them, in the order of the plan, what required gates need being required too
 * @throws TurnpikeError `PLAN_UNKNOWN_GATE` naming every id that there is not
 */
export function selectGates(plan: Plan, only: readonly string[]): readonly Gate[] {
  const declared = requireNeeds(plan.gates.filter((gate) => gate.declared));
  if (only.length === 0) return declared;
  const idsOf = (id: string) =>
    declared.filter((gate) => gate.id === id || gate.matrix?.of === id).map((gate) => gate.id);
  const problems = only.flatMap((id) => (idsOf(id).length > 0 ? [] : [unknownGate(id, plan)]));
  if (problems.length > 0) {
    throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "Nothing was run.", { problems });
  }
  const chosen = new Set(only.flatMap(idsOf));
  for (const gate of [...inOrderOfNeeds(declared)].reverse()) {
    if (chosen.has(gate.id)) for (const need of gate.needs) chosen.add(need);
  }
  return declared.filter((gate) => chosen.has(gate.id));
}

function unknownGate(id: string, plan: Plan) {
  const ids = plan.gates.filter((gate) => gate.declared).map((gate) => gate.id);
  if (plan.suggestions.some((suggestion) => suggestion.gate.id === id)) {
    return { where: id, message: "is only suggested; declare it in turnpike.yml to run it" };
  }
  const nearest = nearestName(id, ids);
  if (nearest !== undefined) return { where: id, message: `is no gate here; did you mean \`${nearest}\`?` };
  return {
    where: id,
    message: ids.length === 0 ? "is no gate; there are none here" : `is no gate; there are ${ids.join(", ")}`,
  };
}

function toResult(executed: Executed): GateResult {
  const { gate, judgement, startMs, durationMs, exitCode } = executed;
  return {
    ...{ id: gate.id, outcome: judgement.outcome, required: gate.required },
    startMs: startMs === null ? null : Math.round(startMs),
    durationMs: durationMs === null ? null : Math.round(durationMs),
    ...{ exitCode, reason: judgement.reason, counts: judgement.counts },
  };
}

/**
 * @param gate a gate that was left out on request
 * @param reason why, a few words
 * @returns its entry in verdict.json
 */
export function notRun({ id, required }: Gate, reason = "not among the gates that were asked for"): GateResult {
  const counts = { tests: null, failures: null, findings: null };
  const none = { outcome: null, startMs: null, durationMs: null, exitCode: null };
  return { id, required, ...none, reason, counts };
}

function attemptsOf({ earlier, fileName }: Executed): Pick<DetailsFile["gates"][number], "attempts"> {
  if (earlier.length === 0) return {};
  const attempts = earlier.map(({ judgement, result, why }, at) => ({
    ...{ outcome: judgement.outcome, reason: judgement.reason, why, durationMs: Math.round(result.durationMs) },
    logFile: attemptLog(`logs/${fileName}.log`, at + 1),
  }));
  return { attempts };
}

interface Ran {
  readonly unaffected: ReadonlyMap<string, string>;
  readonly installed: InstalledEnvironments;
  readonly results: ResultUse | undefined;
  readonly situation: Situation | undefined;
  readonly execution: Execution;
  readonly facts: CommitFacts;
  readonly masker: Masker;
  readonly cores: number;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly quarantine: Quarantine;
  readonly tests: TestHistory;
}

/** What the page says of single tests; loaded when there is something to say. */
async function toldOf({ execution, quarantine, tests }: Ran): Promise<Pick<DetailsFile, "tests" | "quarantine">> {
  if (quarantine.entries.length === 0 && execution.gates.every((one) => one.tests === null)) return {};
  const { tellTests } = await import("./test-details.ts");
  return tellTests(tests.standings, quarantine, execution.gates);
}

async function detailsOf(request: CheckRequest, ran: Ran): Promise<DetailsFile> {
  const { execution, cores } = ran;
  const [told, fixes] = await Promise.all([toldOf(ran), fixesOf(execution.gates)]);
  const { plan } = request;
  const { remarks = [] } = ran.installed;
  return {
    schema: "turnpike/details/1",
    cores,
    budgetMs: plan.budget.totalMs,
    budgetEnforced: plan.budget.enforce,
    release: request.release,
    coverage: execution.gates.map((one) => one.judgement.coverage).find((percent) => percent !== null) ?? null,
    gates: execution.gates.map((executed) => {
      const { gate, judgement, excerpt, logFile, fileName } = executed;
      return {
        ...{ id: gate.id, tool: gate.tool, tier: gate.tier, reproduce: gate.reproduce, cwd: gate.cwd },
        ...fixes.get(gate.id),
        ...{ source: gate.source, summary: judgement.summary },
        logFile: logFile === null ? null : `logs/${fileName}.log`,
        logTail: [...(excerpt?.tail ?? [])],
        findings: [...judgement.findings],
        findingsTotal: judgement.findingsTotal,
        ...{ cpuMs: executed.cpuMs, peakBytes: executed.peakBytes, waitedMs: executed.waitedMs },
        ...attemptsOf(executed),
        ...(judgement.checks === undefined ? {} : { checks: [...judgement.checks] }),
      };
    }),
    suggestions: plan.suggestions.map(({ gate, enable }) => ({
      ...{ id: gate.id, command: gate.reproduce, why: gate.why, enable },
    })),
    ...changedOf(await situationOf(request, ran)),
    ...told,
    ...(remarks.length === 0 ? {} : { remarks: [...remarks] }),
  };
}

/** Most files that the page is told of. */
const MOST_CHANGED = 3000;

/** A page is made on GitHub alone; here nobody waits for what only it shows. */
async function situationOf({ origin, situation }: CheckRequest, ran: Ran): Promise<Situation | undefined> {
  if (ran.situation !== undefined || origin === undefined || origin.event === "local") return ran.situation;
  return await situation?.().catch(() => undefined);
}

function changedOf(situation: Situation | undefined): Pick<DetailsFile, "changed"> {
  if (situation?.changed.kind !== "known" || situation.changed.files.length > MOST_CHANGED) return {};
  const { since, files } = situation.changed;
  return { changed: { since, files: [...files] } };
}

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
  { scratch, masker, listener }: { readonly scratch: string; readonly masker: Masker; readonly listener: GateListener },
  ports: GatePorts,
): Promise<Opened> {
  const { root, plan, results, release, outputDirectory, allowScripts, installsLocks } = request;
  let hasInstalled = false;
  const options: InstallOptions = {
    ...{ root, environments: plan.environments, folder: join(scratch, "environments") },
    ...{ allowScripts: allowScripts === true, installsLocks: installsLocks === true },
    store: release ? undefined : request.environments,
    listener: (event) => {
      hasInstalled ||= event.kind === "setup-started";
      const isFailed = event.kind === "setup-finished" && event.problem !== undefined;
      listener(isFailed ? { ...event, problem: masker.mask(event.problem ?? "") } : event);
    },
  };
  const environments = await Environments.open(gates, options, ports);
  if (results === undefined || release) return { environments, cache: undefined };
  // Passes rest on what is installed in the tree, so it must be there before they are looked for.
  await environments.installAll(({ manager }) => manager !== "venv");
  const written = outputDirectory.startsWith(`${root}/`) ? [`${outputDirectory.slice(root.length + 1)}/`] : [];
  const cache = await ResultCache.open(results, { gates, root, written, hasInstalled, environments }, ports);
  return { environments, cache };
}

/** Gates that a change cannot make say something else, with the reason. */
function unaffectedBy(change: ChangedFiles | undefined, gates: readonly Gate[]): ReadonlyMap<string, string> {
  return change === undefined ? new Map() : leftOut(gates, (gate) => whyUnaffected(gate, change));
}

/** Gates that `when` holds back, with the reason. */
function heldBack(gates: readonly Gate[], situation: Situation | undefined): ReadonlyMap<string, Judgement> {
  if (situation === undefined) return new Map();
  const left = leftOut(gates, ({ when }) => whyNotNow(when, situation));
  return new Map([...left].map(([id, reason]) => [id, { ...nothing, outcome: "skipped", reason }]));
}

async function writeResults(request: CheckRequest, ran: Ran, ports: GatePorts, watch: CheckWatch): Promise<Checked> {
  const { plan, outputDirectory } = request;
  const { execution, facts, masker, startedAt, durationMs, situation, results } = ran;
  const { release, requireGates } = request;
  const run = verdictOf(
    execution.gates.map(({ gate, judgement }) => ({ ...gate, outcome: judgement.outcome })),
    { release, budget: plan.budget, durationMs, requireGates, stoppedBy: watch.stop.cause() },
  );
  const byId = new Map(execution.gates.map((executed) => [executed.gate.id, toResult(executed)]));
  const declared = plan.gates.filter((gate) => gate.declared);
  const verdict: VerdictFile = {
    ...{ schema: "turnpike/verdict/1", verdict: run.verdict, ...facts, startedAt, durationMs },
    ...(declared.some((gate) => !byId.has(gate.id)) ? { partial: true as const } : {}),
    gates: declared.map((gate) => byId.get(gate.id) ?? notRun(gate, ran.unaffected.get(gate.id))),
  };
  const details = await detailsOf(request, ran);
  const verdictFile = join(outputDirectory, "verdict.json");
  const detailsFile = join(outputDirectory, "details.json");
  await ports.files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
  await ports.files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
  const observations = ran.tests.fresh.map((one) => `${JSON.stringify(one)}\n`).join("");
  if (observations !== "") await ports.files.write(join(outputDirectory, OBSERVATIONS_FILE), observations);
  const verdictDigest = await ports.files.sha256(verdictFile);
  const logs = join(outputDirectory, "logs");
  return {
    run,
    verdict,
    details,
    execution,
    verdictFile,
    verdictDigest,
    detailsFile,
    masker,
    logs,
    situation,
    results,
    installed: ran.installed,
  };
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
  const { root, plan, outputDirectory, failFast } = request;
  const { files } = ports;
  const asked = selectGates(plan, request.only);
  const unaffected = unaffectedBy(request.change, asked);
  const gates = asked.filter((gate) => !unaffected.has(gate.id));
  const facts = await request.facts;
  const quarantine = await readQuarantine(root, request.origin, facts, ports);
  await removeOldResults(files, outputDirectory);
  await ignoreOwnFolder(files, root, outputDirectory);
  const masker = new Masker([...request.secrets, ...secretsOf(ports.env)]);
  const scratch = join(request.temp, `turnpike-gates-${ports.random.uuid()}`);
  const cores = request.jobs ?? ports.machine.cores();
  const memory = ports.machine.memoryBytes();
  const memoryBytes = memory === null ? null : memory * MEMORY_SHARE;
  try {
    await files.makeDirectory(join(scratch, "logs"));
    const startedAt = ports.clock.now().toISOString();
    const begin = ports.clock.monotonicMs();
    const { listener } = watch;
    const situation = asksForSituation(gates) ? await request.situation?.() : undefined;
    const held = heldBack(gates, situation);
    const started = gates.filter((gate) => !held.has(gate.id));
    const { environments, cache } = await open(request, started, { scratch, masker, listener }, ports);
    const known = new Map([...held, ...(cache?.recall() ?? [])]);
    const history = parseHistory(await files.readText(request.historyFile).catch(() => undefined));
    const where = { root, scratch, cores, memoryBytes };
    const how = { failFast, history, environments, masker, listener, signal: watch.stop.signal, known, quarantine };
    const day = situation === undefined ? {} : { day: situation.day };
    const execution = await executeGates(gates, { ...where, ...how, ...day }, ports);
    const durationMs = Math.round(ports.clock.monotonicMs() - begin);
    const results = await cache?.keep(execution, masker);
    await keepResults(files, { scratch, outputDirectory }, masker);
    const observed = { origin: request.origin, facts, startedAt, historyFile: request.historyFile };
    const tests = await lookBack(observed, execution.gates, files);
    const ran = {
      execution,
      facts,
      masker,
      cores,
      startedAt,
      durationMs,
      situation,
      quarantine,
      tests,
      results,
      unaffected,
      installed: maskedInstalled(environments.installed(), masker),
    };
    const checked = await writeResults(request, ran, ports, watch);
    await keepHistory(request.historyFile, execution, tests, files);
    return checked;
  } finally {
    await files.remove(scratch).catch(() => undefined);
  }
}
