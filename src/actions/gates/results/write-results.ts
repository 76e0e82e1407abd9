import { join } from "node:path/posix";
import {
  type DetailsFile,
  type Gate,
  type GateResult,
  type Masker,
  type Situation,
  type VerdictFile,
  verdictOf,
} from "../../../core/gates/index.ts";
import type { Checked, CheckRequest, CheckWatch } from "../check-request.ts";
import type { CommitFacts } from "../commit-facts.ts";
import type { InstalledEnvironments } from "../environments/environment.ts";
import type { Executed, Execution } from "../executed.ts";
import type { GatePorts } from "../gate-ports.ts";
import type { Quarantine } from "../gate-tests.ts";
import { OBSERVATIONS_FILE } from "../history/history.ts";
import type { TestHistory } from "../history/observe-tests.ts";
import { attemptLog } from "../run-attempts.ts";
import type { GateToolchains } from "../toolchains/gate-toolchains.ts";
import { fixesOf } from "./fixes.ts";
import type { ResultUse } from "./result-cache.ts";

/** What ran, and what was measured beside it. */
export interface Ran {
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

/** A gate that did not run ran on nothing. */
function ranOn({ gate, startMs }: Executed, toolchains: GateToolchains | undefined): Pick<GateResult, "ranOn"> {
  const chosen = startMs === null ? [] : (toolchains?.chosenFor(gate) ?? []);
  if (chosen.length === 0) return {};
  return {
    ranOn: chosen.map(({ wish, choice, doubt }) => ({
      language: wish.language,
      version: choice.toolchain?.version ?? null,
      asked: wish.version,
      source: wish.source,
      ...(doubt === undefined ? {} : { isOther: true as const }),
    })),
  };
}

function toResult(executed: Executed, toolchains: GateToolchains | undefined): GateResult {
  const { gate, judgement, startMs, durationMs, exitCode } = executed;
  return {
    ...{ id: gate.id, outcome: judgement.outcome, required: gate.required },
    startMs: startMs === null ? null : Math.round(startMs),
    durationMs: durationMs === null ? null : Math.round(durationMs),
    ...{ exitCode, reason: judgement.reason, counts: judgement.counts },
    ...ranOn(executed, toolchains),
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
    ...(request.prefix === undefined || request.prefix === "" ? {} : { prefix: request.prefix }),
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

/**
 * Writes verdict.json, details.json and what tests did.
 *
 * @param request what was asked for
 * @param ran what came of it
 * @param ports the world
 * @param watch tells whether somebody stopped the run
 * @returns the verdict and all that was measured
 * @throws TurnpikeError `FILE_UNWRITABLE`
 */
export async function writeResults(
  request: CheckRequest,
  ran: Ran,
  ports: GatePorts,
  watch: CheckWatch,
): Promise<Checked> {
  const { plan, outputDirectory } = request;
  const { execution, facts, masker, startedAt, durationMs, situation, results } = ran;
  const { release, requireGates } = request;
  const run = verdictOf(
    execution.gates.map(({ gate, judgement }) => ({ ...gate, outcome: judgement.outcome })),
    { release, budget: plan.budget, durationMs, requireGates, stoppedBy: watch.stop.cause() },
  );
  const byId = new Map(
    execution.gates.map((executed) => [executed.gate.id, toResult(executed, ran.installed.toolchains)]),
  );
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
