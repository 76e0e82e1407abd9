import { unreachable } from "../errors.ts";
import type { JobNode, RunAnnotation, RunEvent, RunListener } from "./events.ts";
import type { LogLine, SeenJob, SeenNote, SeenRun, SeenStep } from "./seen-run.ts";

type LineEvent = Extract<RunEvent, { kind: "line" }>;
type StepEvent = Extract<RunEvent, { kind: "step-finished" }>;

/** Lines kept of each step: the beginning says what was run, the end how it ended. */
const FIRST_LINES = 50;
const LAST_LINES = 950;
/** Characters kept of a line. */
const LINE_LENGTH = 2000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableStep = Mutable<Omit<SeenStep, "lines">> & { lines: LogLine[] };
type MutableJob = Mutable<Omit<SeenJob, "steps" | "annotations">> & {
  steps: MutableStep[];
  annotations: { step: number; annotation: RunAnnotation }[];
};

/** Puts a run together from its events. */
export class RunRecorder {
  readonly #jobs = new Map<string, MutableJob>();
  readonly #notes: SeenNote[] = [];
  #start: Extract<RunEvent, { kind: "run-started" }> | undefined;
  #end: Extract<RunEvent, { kind: "run-finished" }> | undefined;

  /** Takes the next event; an event of an unknown job or step makes it known, so that nothing is lost. */
  readonly listen: RunListener = (event) => {
    switch (event.kind) {
      case "run-started":
        this.#start = event;
        for (const job of event.jobs) this.#addJob(job);
        return;
      case "job-added":
        this.#addJob(event.job);
        return;
      case "job-started":
        this.#job(event.jobId).startMs = event.atMs;
        return;
      case "job-finished": {
        const { conclusion, durationMs, outputs } = event;
        Object.assign(this.#job(event.jobId), { conclusion, durationMs, outputs });
        return;
      }
      case "step-started":
        this.#step(event.jobId, event.step, event);
        return;
      case "step-finished":
        this.#finishStep(event);
        return;
      case "line":
        keepLine(this.#step(event.jobId, event.step, event), event);
        return;
      case "annotation":
        this.#job(event.jobId).annotations.push({ step: event.step, annotation: event.annotation });
        return;
      case "note":
        this.#notes.push({ level: event.level, message: event.message });
        return;
      case "run-finished":
        this.#end = event;
        return;
      default:
        unreachable(event);
    }
  };

  /** @returns the run as far as it is known; later events do not change it, but may change its parts */
  record(): SeenRun {
    const { title = "", event = "", ref = "", sha = "", repository = "", workflowFile = "" } = this.#start ?? {};
    return {
      ...{ title, event, ref, sha, repository, workflowFile },
      conclusion: this.#end?.conclusion ?? null,
      exitCode: this.#end?.exitCode ?? null,
      durationMs: this.#end?.durationMs ?? null,
      jobs: [...this.#jobs.values()],
      notes: [...this.#notes],
      artifacts: [],
      files: [],
    };
  }

  #addJob(node: JobNode): void {
    const known = this.#jobs.get(node.id);
    if (known !== undefined) known.node = node;
    else {
      const blank = { startMs: null, durationMs: null, conclusion: null, outputs: {} };
      this.#jobs.set(node.id, { node, ...blank, steps: [], annotations: [] });
    }
  }

  #job(id: string): MutableJob {
    const known = this.#jobs.get(id);
    if (known !== undefined) return known;
    this.#addJob({ id, name: id, needs: [], isCall: false });
    return this.#job(id);
  }

  #step(jobId: string, number: number, event: { readonly atMs: number; readonly name?: string }): MutableStep {
    const job = this.#job(jobId);
    const known = job.steps.find((step) => step.number === number);
    if (known !== undefined) return known;
    const step: MutableStep = {
      ...{ number, name: event.name ?? `step ${number}`, startMs: event.atMs, durationMs: null, summary: "" },
      ...{ outcome: null, conclusion: null, lines: [], droppedLines: 0 },
    };
    job.steps.push(step);
    return step;
  }

  #finishStep(event: StepEvent): void {
    const started = { atMs: Math.max(0, event.atMs - event.durationMs), name: event.name };
    const { outcome, conclusion, summary, durationMs, name } = event;
    Object.assign(this.#step(event.jobId, event.step, started), { outcome, conclusion, summary, durationMs, name });
  }
}

function keepLine(step: MutableStep, event: LineEvent): void {
  const text = event.text.length > LINE_LENGTH ? `${event.text.slice(0, LINE_LENGTH)}…` : event.text;
  step.lines.push({ text, style: event.style });
  // Cut in strides: removing one element at a time from a long list is slow.
  if (step.lines.length < FIRST_LINES + 2 * LAST_LINES) return;
  const surplus = step.lines.length - FIRST_LINES - LAST_LINES;
  step.lines.splice(FIRST_LINES, surplus);
  step.droppedLines += surplus;
}
