import { asText, valueAt } from "../documents/index.ts";
import { type RunRecord, toRunRecord } from "../gates/index.ts";
import type { PageInput } from "./input.ts";
import { modelOf } from "./model.ts";

/** The run that a record is made of. */
export interface RecordedRun {
  readonly run: string;
  readonly attempt: number;
  readonly event: string;
  readonly branch: string | null;
  readonly isDefaultBranch: boolean;
}

/** What GitHub says of a run, in part. */
export interface RunNames {
  readonly runId: string;
  readonly runAttempt: number;
  readonly ref: string;
  readonly refName: string;
  readonly headRef: string | undefined;
  readonly eventName: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/**
 * @param context what GitHub says
 * @returns which run it is
 */
export function recordedRunOf({ runId, runAttempt, ref, refName, headRef, eventName, event }: RunNames): RecordedRun {
  const main = asText(valueAt(event, "repository", "default_branch")) ?? "";
  return {
    run: runId === "" ? "0" : runId,
    attempt: Math.max(1, runAttempt),
    event: eventName,
    branch: headRef ?? (refName === "" ? null : refName),
    isDefaultBranch: main !== "" && ref === `refs/heads/${main}`,
  };
}

/** Components of all SBOMs, each once; null when one of them is not known. */
function componentsOf({ sboms }: PageInput): string[] | null {
  if (sboms === undefined || sboms.length === 0 || sboms.some(({ names }) => names === undefined)) return null;
  return [...new Set(sboms.flatMap(({ names }) => names ?? []))].sort();
}

/**
 * @param page what the page of the run is made from
 * @param run the run
 * @returns what later pages compare themselves with; undefined for a run that says nothing, such as a cancelled one
 */
export function recordOf(page: PageInput, run: RecordedRun): RunRecord | undefined {
  const { verdict } = page;
  if (verdict === null) return undefined;
  const model = modelOf(page);
  if (model.joined.verdict === "cancelled" || model.joined.verdict === "nothing-to-check") return undefined;
  const timed = verdict.gates.flatMap(({ id, outcome, durationMs }) =>
    durationMs === null || outcome === "cached" ? [] : [[id, durationMs] as const],
  );
  return toRunRecord({
    ...{ schema: "turnpike/runs/1", ...run, at: verdict.startedAt, commit: verdict.commit },
    ...{ verdict: model.joined.verdict, spentMs: Math.round(model.time.spentMs), gates: Object.fromEntries(timed) },
    ...{ coverage: page.details?.coverage ?? null, components: componentsOf(page) },
  });
}
