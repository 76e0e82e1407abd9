import type { SeenJob, SeenRun, SeenStep } from "../seen-run.ts";
import type { JobEntry, RunRecord, StepEntry } from "./run-record.ts";

/** What `run.json` says beyond what was seen of a run. */
export interface RecordFacts {
  readonly startedAt: Date;
  /** Names as the steps gave them. */
  readonly artifacts: readonly string[];
  /** @returns path of a step's log, relative to the run's folder */
  readonly logOf: (jobId: string, step: number) => string | undefined;
}

/** Nothing for a step that never ended: nobody knows what it came to. */
function stepEntries(job: SeenJob, step: SeenStep, { logOf }: RecordFacts): readonly StepEntry[] {
  const { number, name, outcome, conclusion, durationMs, summary } = step;
  const log = logOf(job.node.id, number);
  if (outcome === null || conclusion === null || durationMs === null || log === undefined) return [];
  const annotations = job.annotations.flatMap((one) => (one.step === number ? [{ ...one.annotation }] : []));
  return [{ number, name, outcome, conclusion, durationMs, log, summary, annotations }];
}

function jobEntry(job: SeenJob, facts: RecordFacts): JobEntry {
  const { node, conclusion, startMs, durationMs, outputs } = job;
  return {
    ...{ id: node.id, name: node.name, parent: node.parent ?? null, needs: [...node.needs] },
    ...{ conclusion, startMs, durationMs: durationMs ?? 0, outputs: { ...outputs } },
    steps: job.steps.flatMap((step) => stepEntries(job, step, facts)),
  };
}

/**
 * @param run what was seen of a run; one that has not ended counts as cancelled
 * @param facts what is known besides
 * @returns what `run.json` says of it
 */
export function toRunRecord(run: SeenRun, facts: RecordFacts): RunRecord {
  const { title, repository, event, ref, sha, workflowFile, notes, jobs } = run;
  return {
    ...{ schema: "turnpike/run/1", title, repository, event, ref, sha, workflow: workflowFile },
    startedAt: facts.startedAt.toISOString(),
    durationMs: run.durationMs ?? 0,
    conclusion: run.conclusion ?? "cancelled",
    exitCode: run.exitCode ?? 130,
    notes: notes.map(({ level, message }) => ({ level, message })),
    jobs: jobs.map((job) => jobEntry(job, facts)),
    artifacts: [...facts.artifacts],
  };
}
