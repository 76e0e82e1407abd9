import type { PlanDocument, PlanGate } from "../detect/index.ts";
import type { GateResult, VerdictFile } from "../gates/index.ts";
import type { Proof } from "./proof.ts";
import type { ReleasePreview } from "./release-preview.ts";

/** What became of one environment of the plan. */
export interface SetUpOutcome {
  readonly outcome: "installed" | "skipped" | "failed";
  /** One sentence; null when it was installed. */
  readonly reason: string | null;
}

/** Wall times in ms. */
export interface TryTimes {
  /** Copying and planning, which go side by side. */
  readonly copyMs: number;
  /** From the start of the run to the end of the last installation; gates that need none of it run meanwhile. */
  readonly setUpMs: number;
  /** From the start of the run to the verdict, set-up included. */
  readonly gatesMs: number;
  /** From the first moment to the verdict, proofs not counted. */
  readonly totalMs: number;
  /** The repository's own commands one after another, in a copy of their own; null when they were not all run, or one could not run here. */
  readonly sequential: { readonly copyMs: number; readonly setUpMs: number; readonly commandsMs: number } | null;
}

/** The workflow that puts the repository on the road. */
export interface TryCaller {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
  /** Workflow files that call Turnpike already, as `file:line`. */
  readonly already: readonly string[];
}

/** What only a try knows. */
export interface Trial {
  readonly exitCode: number;
  readonly times: TryTimes;
  readonly proofs: readonly Proof[];
  readonly release: ReleasePreview | null;
  readonly caller: TryCaller;
  /** Absolute folder of logs, reports and the page; null when it could not be kept. */
  readonly results: string | null;
}

type TryGate = Omit<PlanGate, keyof GateResult> & GateResult;
type PlannedSetUp = Omit<PlanDocument["setup"][number], "outcome" | "reason">;

/** What `turnpike try --json` prints: the document of the plan, with what came of it. */
export interface TryDocument
  extends Omit<PlanDocument, "verdict" | "startedAt" | "durationMs" | "gates" | "setup" | "trial"> {
  readonly verdict: VerdictFile["verdict"];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly gates: readonly (TryGate | PlanGate)[];
  readonly setup: readonly (PlannedSetUp & SetUpOutcome)[];
  readonly trial: Trial;
}

function whole(ms: number): number {
  return Math.round(ms);
}

function wholeTimes({ sequential, ...times }: TryTimes): TryTimes {
  const { copyMs, setUpMs, gatesMs, totalMs } = times;
  const own =
    sequential === null
      ? null
      : {
          copyMs: whole(sequential.copyMs),
          setUpMs: whole(sequential.setUpMs),
          commandsMs: whole(sequential.commandsMs),
        };
  return {
    ...{ copyMs: whole(copyMs), setUpMs: whole(setUpMs), gatesMs: whole(gatesMs), totalMs: whole(totalMs) },
    sequential: own,
  };
}

/**
 * @param document what was planned
 * @param ran what came of it: the verdict, and of each environment in the order of the plan
 * @param trial what only a try knows
 */
export function toTryDocument(
  document: PlanDocument,
  ran: { readonly verdict: VerdictFile; readonly setUp: readonly SetUpOutcome[] },
  trial: Trial,
): TryDocument {
  const results = new Map(ran.verdict.gates.map((gate) => [gate.id, gate]));
  const { verdict, startedAt, durationMs } = ran.verdict;
  return {
    ...document,
    ...{ verdict, startedAt, durationMs },
    gates: document.gates.map((gate) => {
      const result = gate.declared ? results.get(gate.id) : undefined;
      return result === undefined ? gate : { ...gate, ...result };
    }),
    setup: document.setup.map((environment, at) => {
      const { outcome, reason } = ran.setUp[at] ?? { outcome: "skipped" as const, reason: "the try was stopped" };
      return { ...environment, outcome, reason };
    }),
    trial: { ...trial, times: wholeTimes(trial.times) },
  };
}
