import { type MatrixLeg, type Result, type Strategy, toValue, type Value } from "../../core/workflow/index.ts";
import type { JobOutcome } from "./job-runner.ts";
import type { RunShared } from "./run-shared.ts";

/** A job that a matrix multiplies. */
export interface MatrixJob {
  readonly nodeId: string;
  readonly strategy: Strategy;
  readonly contexts: Readonly<Record<string, Value>>;
  readonly signal: AbortSignal;
  readonly isCall: boolean;
  /** Name of a leg. */
  readonly title: (contexts: Readonly<Record<string, Value>>, label: string) => string;
}

/** Runs one leg. */
export type RunLeg = (leg: {
  readonly nodeId: string;
  readonly name: string;
  readonly contexts: Readonly<Record<string, Value>>;
  readonly signal: AbortSignal;
}) => Promise<JobOutcome>;

/** What several jobs came to together: a failure counts more than a cancelled one, and that more than a success. */
export function combine(results: readonly Result[]): Result {
  for (const result of ["failure", "cancelled", "success"] as const) if (results.includes(result)) return result;
  return "skipped";
}

/** Tells that a job ended without a step. */
export function endWithout(shared: RunShared, nodeId: string, result: Result): JobOutcome {
  shared.emit({ kind: "job-finished", jobId: nodeId, conclusion: result, outputs: {}, durationMs: 0 });
  return { result, outputs: {} };
}

/**
 * Runs the legs of a matrix, as many at once as `max-parallel` says. With `fail-fast` the first leg that fails cancels
 * the others.
 *
 * @param shared the run
 * @param job the job
 * @param runLeg runs one leg
 */
export async function runMatrix(shared: RunShared, job: MatrixJob, runLeg: RunLeg): Promise<JobOutcome> {
  const { strategy, nodeId } = job;
  const legs = strategy.legs ?? [];
  if (legs.length === 0) return endWithout(shared, nodeId, "skipped");
  const began = shared.clock.monotonicMs();
  const stop = new AbortController();
  const stopAll = (): void => stop.abort(job.signal.reason);
  job.signal.addEventListener("abort", stopAll, { once: true });
  if (job.signal.aborted) stopAll();
  shared.emit({ kind: "job-started", jobId: nodeId });
  const planned = legs.map((leg, index) => plan(shared, job, { leg, index }));
  const queue = [...planned.entries()];
  const outcomes: JobOutcome[] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, leg] = next;
      const outcome = stop.signal.aborted
        ? endWithout(shared, leg.nodeId, "cancelled")
        : await runLeg({ ...leg, signal: stop.signal });
      outcomes[index] = outcome;
      if (outcome.result === "failure" && strategy.failFast) stopAll();
    }
  };
  const atOnce = Math.max(1, Math.min(strategy.maxParallel ?? legs.length, legs.length));
  await Promise.all(Array.from({ length: atOnce }, work));
  job.signal.removeEventListener("abort", stopAll);
  // The last leg that gave a value counts (docs.github.com, Passing information between jobs).
  const outputs: Record<string, string> = Object.assign({}, ...outcomes.map((outcome) => outcome.outputs));
  const result = combine(outcomes.map((outcome) => outcome.result));
  const durationMs = shared.clock.monotonicMs() - began;
  shared.emit({ kind: "job-finished", jobId: nodeId, conclusion: result, outputs, durationMs });
  return { result, outputs };
}

function plan(shared: RunShared, job: MatrixJob, of: { readonly leg: MatrixLeg; readonly index: number }) {
  const { strategy } = job;
  const total = strategy.legs?.length ?? 1;
  const contexts = {
    ...job.contexts,
    matrix: toValue(of.leg.values),
    strategy: toValue({
      "fail-fast": strategy.failFast,
      "job-index": of.index,
      "job-total": total,
      "max-parallel": strategy.maxParallel ?? total,
    }),
  };
  const name = job.title(contexts, of.leg.label);
  const nodeId = `${job.nodeId}/${of.index + 1}`;
  shared.announce({ id: nodeId, name, parent: job.nodeId, needs: [], isCall: job.isCall });
  return { nodeId, name, contexts };
}
