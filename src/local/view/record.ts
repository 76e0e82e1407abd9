import { unreachable } from "../../errors.ts";
import type { Conclusion, JobNode, RunAnnotation, RunEvent, RunListener } from "../events.ts";

type LineEvent = Extract<RunEvent, { kind: "line" }>;
type StepEvent = Extract<RunEvent, { kind: "step-started" | "step-finished" }>;

/** One line of a step's log. */
export interface LogLine {
  readonly text: string;
  readonly style: LineEvent["style"];
}

/** A step as far as it is known. Times are ms since the run started. */
export interface StepRecord {
  readonly number: number;
  readonly name: string;
  readonly startMs: number;
  /** Null while it runs. */
  readonly durationMs: number | null;
  readonly outcome: Conclusion | null;
  readonly conclusion: Conclusion | null;
  /** Markdown; empty when there is none. */
  readonly summary: string;
  /** The first and the last lines of the log. */
  readonly lines: readonly LogLine[];
  /** How many lines between the first and the last ones were not kept. */
  readonly droppedLines: number;
}

/** A job as far as it is known. */
export interface JobRecord {
  readonly node: JobNode;
  /** Null before it started. */
  readonly startMs: number | null;
  /** Null while it runs. */
  readonly durationMs: number | null;
  readonly conclusion: Conclusion | null;
  /** Empty while it runs. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRecord[];
  readonly annotations: readonly { readonly step: number; readonly annotation: RunAnnotation }[];
}

/** A remark about the run as a whole. */
export interface NoteRecord {
  readonly level: "info" | "warning" | "error";
  readonly message: string;
}

/** A file or folder that a reader can open. */
export interface FileRecord {
  readonly label: string;
  /** As it is shown, and as a link relative to the page; with `/`. */
  readonly path: string;
  /** Null for a folder. */
  readonly bytes: number | null;
}

/** A run as far as it is known. Texts are masked and foreign. */
export interface RunRecord {
  readonly title: string;
  readonly event: string;
  readonly ref: string;
  readonly sha: string;
  readonly repository: string;
  readonly workflowFile: string;
  /** Null while it runs. */
  readonly conclusion: Conclusion | null;
  readonly exitCode: number | null;
  readonly durationMs: number | null;
  /** In the order in which they became known. */
  readonly jobs: readonly JobRecord[];
  readonly notes: readonly NoteRecord[];
  /** Filled in by whoever writes the page. */
  readonly artifacts: readonly FileRecord[];
  /** Filled in by whoever writes the page: logs, bundles, events. */
  readonly files: readonly FileRecord[];
}

/** Lines kept of each step: the beginning says what was run, the end how it ended. */
const FIRST_LINES = 50;
const LAST_LINES = 950;
/** Characters kept of a line. */
const LINE_LENGTH = 2000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableStep = Mutable<Omit<StepRecord, "lines">> & { lines: LogLine[] };
type MutableJob = Mutable<Omit<JobRecord, "steps" | "annotations">> & {
  steps: MutableStep[];
  annotations: { step: number; annotation: RunAnnotation }[];
};

/** Puts a run together from its events. */
export class RunRecorder {
  readonly #jobs = new Map<string, MutableJob>();
  readonly #notes: NoteRecord[] = [];
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
  record(): RunRecord {
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

  #finishStep(event: Extract<StepEvent, { kind: "step-finished" }>): void {
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

/** A job with the jobs that it calls. */
export interface JobTree {
  readonly job: JobRecord;
  readonly children: readonly JobTree[];
}

/**
 * @param jobs all jobs of a run
 * @returns the jobs without a parent, each with those below it; a job whose parent is unknown stands at the top
 */
export function treeOf(jobs: readonly JobRecord[]): readonly JobTree[] {
  const ids = new Set(jobs.map((job) => job.node.id));
  const below = (parent: string | undefined): JobTree[] =>
    jobs
      .filter(
        ({ node }) =>
          (node.parent !== undefined && ids.has(node.parent) && node.parent !== node.id ? node.parent : undefined) ===
          parent,
      )
      .map((job) => ({ job, children: below(job.node.id) }));
  return below(undefined);
}

/**
 * @param tree a job and what it calls
 * @returns from when to when it ran, in ms since the run started, taken from the called jobs where it has no times of its
 * own; undefined when it never started
 */
export function spanOf(tree: JobTree): { readonly startMs: number; readonly durationMs: number } | undefined {
  const { startMs, durationMs } = tree.job;
  if (startMs !== null && durationMs !== null) return { startMs, durationMs };
  const spans = tree.children.map(spanOf).filter((span) => span !== undefined);
  if (spans.length === 0) return undefined;
  const from = Math.min(...spans.map((span) => span.startMs));
  return { startMs: from, durationMs: Math.max(...spans.map((span) => span.startMs + span.durationMs)) - from };
}
