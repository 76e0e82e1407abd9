import type { RunFacts } from "../../core/workflow/index.ts";
import { SERVER_URL } from "../../core/workflow/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { JobRecord } from "../../ports/github.ts";

/** Numbers the jobs of a run and tells the REST API of them. */
export class JobList {
  readonly #facts: RunFacts;
  readonly #clock: Clock;
  readonly #record: (job: JobRecord) => void;
  readonly #jobs = new Map<number, JobRecord>();

  /**
   * @param facts the run
   * @param clock wall time
   * @param record takes each change
   */
  constructor(facts: RunFacts, clock: Clock, record: (job: JobRecord) => void) {
    this.#facts = facts;
    this.#clock = clock;
    this.#record = record;
  }

  /** @returns the id of a job that starts now */
  start(name: string): number {
    const id = this.#jobs.size + 1;
    const now = this.#clock.now().toISOString();
    this.#change({
      id,
      name,
      status: "in_progress",
      conclusion: null,
      createdAt: now,
      startedAt: now,
      completedAt: null,
      url: `${SERVER_URL}/${this.#facts.repository}/actions/runs/${this.#facts.runId}/job/${id}`,
    });
    return id;
  }

  /** Notes that a job has ended. */
  end(id: number, conclusion: string): void {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    this.#change({ ...job, status: "completed", conclusion, completedAt: this.#clock.now().toISOString() });
  }

  #change(job: JobRecord): void {
    this.#jobs.set(job.id, job);
    this.#record(job);
  }
}
