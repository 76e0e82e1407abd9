import type { PlanDocument, PlanGate } from "../detect/index.ts";
import type { GateResult, VerdictFile } from "../gates/index.ts";
import type { Proof } from "./proof.ts";
import type { ReleasePreview } from "./release-preview.ts";

/** What became of one environment of the plan. */
export interface SetUpOutcome {
  readonly outcome: "installed" | "skipped" | "failed";
  readonly reason: string | null;
}

/** What only a try knows. Times are wall times in ms. */
export interface Trial {
  readonly exitCode: number;
  readonly times: {
    readonly copyMs: number;
    readonly setUpMs: number;
    readonly gatesMs: number;
    readonly totalMs: number;
    readonly sequential: { readonly copyMs: number; readonly setUpMs: number; readonly commandsMs: number } | null;
  };
  readonly proofs: readonly Proof[];
  readonly release: ReleasePreview | null;
  readonly caller: { readonly path: string; readonly text: string; readonly already: readonly string[] };
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

function wholeTimes({ sequential, ...times }: Trial["times"]): Trial["times"] {
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
