import { join } from "node:path/posix";
import { nearestName } from "../../contract/index.ts";
import {
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
  remember,
  renderHistory,
  requireNeeds,
  type Situation,
  secretsOf,
  type VerdictFile,
  verdictOf,
  whyNotNow,
} from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { executeGates } from "./execute.ts";
import { type Executed, type Execution, nothing } from "./executed.ts";
import type { GateListener, GatePorts, StopRequest } from "./gate-ports.ts";
import { type EnvironmentProblems, installEnvironments } from "./install-environments.ts";
import { ignoreOwnFolder, keepResults, removeOldResults } from "./keep-results.ts";
import { attemptLog } from "./run-attempts.ts";
import { asksForSituation } from "./situation.ts";

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
  /** Tells why and where this run takes place; undefined: nobody asks, so no `when` holds a gate back. */
  readonly situation?: (() => Promise<Situation>) | undefined;
  /** Cores to use; undefined: what the machine has. */
  readonly jobs: number | undefined;
  readonly failFast: boolean;
  readonly requireGates: boolean;
  readonly release: boolean;
  /** Environments that cannot be used, when somebody has installed them already; undefined: what is missing is installed. */
  readonly prepared?: EnvironmentProblems;
  readonly outputDirectory: string;
  /** Where durations are remembered. */
  readonly historyFile: string;
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

function notRun({ id, required }: Gate): GateResult {
  const counts = { tests: null, failures: null, findings: null };
  const none = { outcome: null, startMs: null, durationMs: null, exitCode: null };
  return { id, required, ...none, reason: "not among the gates that were asked for", counts };
}

function attemptsOf({ earlier, fileName }: Executed): Pick<DetailsFile["gates"][number], "attempts"> {
  if (earlier.length === 0) return {};
  const attempts = earlier.map(({ judgement, result, why }, at) => ({
    ...{ outcome: judgement.outcome, reason: judgement.reason, why, durationMs: Math.round(result.durationMs) },
    logFile: attemptLog(`logs/${fileName}.log`, at + 1),
  }));
  return { attempts };
}

function detailsOf(request: CheckRequest, execution: Execution, cores: number): DetailsFile {
  const { plan } = request;
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
        ...{ source: gate.source, summary: judgement.summary },
        logFile: logFile === null ? null : `logs/${fileName}.log`,
        logTail: [...(excerpt?.tail ?? [])],
        findings: [...judgement.findings],
        findingsTotal: judgement.findingsTotal,
        ...{ cpuMs: executed.cpuMs, peakBytes: executed.peakBytes, waitedMs: executed.waitedMs },
        ...attemptsOf(executed),
      };
    }),
    suggestions: plan.suggestions.map(({ gate, enable }) => ({
      ...{ id: gate.id, command: gate.reproduce, why: gate.why, enable },
    })),
  };
}

/** What the files of the repository are. */
export interface CommitFacts {
  readonly commit: string | null;
  readonly tree: string | null;
  readonly dirty: boolean;
}

/**
 * @param root absolute path of the repository's root
 * @param git the checkout
 * @returns what the files are; outside a repository they are bound to no commit
 */
export async function readCommitFacts(root: string, git: GatePorts["git"]): Promise<CommitFacts> {
  const asked = [git.topLevel(root), git.head(root), git.tree(root)] as const;
  const [[top, commit, tree], dirty] = await Promise.all([Promise.all(asked), git.isDirty(root)]);
  if (top === undefined) return { commit: null, tree: null, dirty: false };
  return { commit: commit ?? null, tree: tree ?? null, dirty };
}

async function rememberDurations(
  request: CheckRequest,
  execution: Execution,
  files: GatePorts["files"],
): Promise<void> {
  try {
    // Read again: another run may have written it meanwhile.
    const history = parseHistory(await files.readText(request.historyFile));
    await files.write(request.historyFile, renderHistory(remember(history, execution.measured)));
  } catch {
    // Without it the next run starts in another order, and that is all.
  }
}

/** Gates that `when` holds back, with the reason. */
function heldBack(gates: readonly Gate[], situation: Situation | undefined): ReadonlyMap<string, Judgement> {
  if (situation === undefined) return new Map();
  const left = leftOut(gates, ({ when }) => whyNotNow(when, situation));
  return new Map([...left].map(([id, reason]) => [id, { ...nothing, outcome: "skipped", reason }]));
}

interface Ran {
  readonly situation: Situation | undefined;
  readonly execution: Execution;
  readonly facts: CommitFacts;
  readonly masker: Masker;
  readonly cores: number;
  readonly startedAt: string;
  readonly durationMs: number;
}

async function writeResults(request: CheckRequest, ran: Ran, ports: GatePorts, watch: CheckWatch): Promise<Checked> {
  const { plan, outputDirectory } = request;
  const { execution, facts, masker, startedAt, durationMs, situation } = ran;
  const { release, requireGates } = request;
  const run = verdictOf(
    execution.gates.map(({ gate, judgement }) => ({ ...gate, outcome: judgement.outcome })),
    { release, budget: plan.budget, durationMs, requireGates, stoppedBy: watch.stop.cause() },
  );
  const byId = new Map(execution.gates.map((executed) => [executed.gate.id, toResult(executed)]));
  const declared = plan.gates.filter((gate) => gate.declared);
  const verdict: VerdictFile = {
    ...{ schema: "turnpike/verdict/1", verdict: run.verdict, ...facts, startedAt, durationMs },
    gates: declared.map((gate) => byId.get(gate.id) ?? notRun(gate)),
  };
  const details = detailsOf(request, execution, ran.cores);
  const verdictFile = join(outputDirectory, "verdict.json");
  const detailsFile = join(outputDirectory, "details.json");
  await ports.files.write(detailsFile, `${JSON.stringify(details, null, 2)}\n`);
  await ports.files.write(verdictFile, `${JSON.stringify(verdict, null, 2)}\n`);
  const verdictDigest = await ports.files.sha256(verdictFile);
  const logs = join(outputDirectory, "logs");
  return { run, verdict, details, execution, verdictFile, verdictDigest, detailsFile, masker, logs, situation };
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
  const gates = selectGates(plan, request.only);
  const facts = await request.facts;
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
    const known = heldBack(gates, situation);
    const started = gates.filter((gate) => !known.has(gate.id));
    const wanted = { root, environments: plan.environments, listener };
    const problems = request.prepared ?? (await installEnvironments(started, wanted, ports));
    const history = parseHistory(await files.readText(request.historyFile).catch(() => undefined));
    const where = { root, scratch, cores, memoryBytes };
    const how = { failFast, history, problems, masker, listener, signal: watch.stop.signal, known };
    const day = situation === undefined ? {} : { day: situation.day };
    const execution = await executeGates(gates, { ...where, ...how, ...day }, ports);
    const durationMs = Math.round(ports.clock.monotonicMs() - begin);
    await keepResults(files, { scratch, outputDirectory }, masker);
    const ran = { execution, facts, masker, cores, startedAt, durationMs, situation };
    const checked = await writeResults(request, ran, ports, watch);
    await rememberDurations(request, execution, files);
    return checked;
  } finally {
    await files.remove(scratch).catch(() => undefined);
  }
}
