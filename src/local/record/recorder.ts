import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import type { RunEvent } from "../events.ts";
import type { JobEntry, RunRecord, StepEntry } from "./run-record.ts";

/** @returns a name for a file or folder, made from any text */
export function fileName(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+|-+$/g, "")
    .slice(0, 60);
  return plain === "" ? "_" : plain;
}

/** Names of folders for texts that may become the same name. */
export class FolderNames {
  readonly #names = new Map<string, string>();
  readonly #used = new Set<string>();

  /** @returns the folder's name, the same for the same text each time */
  nameOf(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    let name = fileName(text);
    for (let count = 2; this.#used.has(name.toLowerCase()); count += 1) name = `${fileName(text)}-${count}`;
    this.#used.add(name.toLowerCase());
    this.#names.set(text, name);
    return name;
  }
}

interface OpenStep {
  readonly stream: WriteStream;
  readonly log: string;
  readonly annotations: StepEntry["annotations"];
}

/** Listens to a run, writes its logs as they come, and knows `run.json` at the end. */
export class RunRecorder {
  readonly #folder: string;
  readonly #jobs = new Map<string, JobEntry>();
  readonly #open = new Map<string, OpenStep>();
  readonly #closing: Promise<void>[] = [];
  readonly #folders = new FolderNames();
  #record: RunRecord;

  /**
   * @param folder absolute folder of the run's files
   * @param startedAt ISO 8601
   */
  constructor(folder: string, startedAt: string) {
    this.#folder = folder;
    this.#record = {
      schema: "turnpike/run/1",
      title: "",
      repository: "",
      event: "",
      ref: "",
      sha: "",
      workflow: "",
      startedAt,
      durationMs: 0,
      conclusion: "cancelled",
      exitCode: 130,
      notes: [],
      jobs: [],
      artifacts: [],
    };
  }

  /** Takes an event of the run. */
  readonly listen = (event: RunEvent): void => {
    switch (event.kind) {
      case "run-started": {
        const { title, repository, event: name, ref, sha, workflowFile } = event;
        this.#record = { ...this.#record, title, repository, event: name, ref, sha, workflow: workflowFile };
        for (const job of event.jobs) this.#addJob(job);
        return;
      }
      case "job-added":
        this.#addJob(event.job);
        return;
      case "job-started":
        this.#change(event.jobId, { startMs: event.atMs });
        return;
      case "job-finished": {
        const { conclusion, durationMs, outputs } = event;
        this.#change(event.jobId, { conclusion, durationMs, outputs: { ...outputs } });
        return;
      }
      case "note":
        this.#record.notes.push({ level: event.level, message: event.message });
        return;
      case "run-finished": {
        const { conclusion, exitCode, durationMs } = event;
        this.#record = { ...this.#record, conclusion, exitCode, durationMs };
        return;
      }
      default:
        this.#listenToStep(event);
    }
  };

  #listenToStep(event: Extract<RunEvent, { readonly step: number }>): void {
    const key = `${event.jobId}\n${event.step}`;
    const open = this.#open.get(key);
    switch (event.kind) {
      case "step-started":
        this.#open.set(key, this.#openStep(event));
        return;
      case "line":
        open?.stream.write(`${linePrefix(event.style)}${event.text}\n`);
        return;
      case "annotation":
        open?.annotations.push({ ...event.annotation });
        return;
      case "step-finished": {
        if (open === undefined) return;
        this.#open.delete(key);
        open.stream.end();
        this.#closing.push(finished(open.stream).catch(() => undefined));
        const { step: number, name, outcome, conclusion, durationMs, summary } = event;
        const { log, annotations } = open;
        const entry = { number, name, outcome, conclusion, durationMs, log, summary, annotations };
        this.#jobs.get(event.jobId)?.steps.push(entry);
        return;
      }
    }
  }

  #openStep(event: Extract<RunEvent, { readonly kind: "step-started" }>): OpenStep {
    const log = `logs/${this.#folders.nameOf(event.jobId)}/${event.step}-${fileName(event.name)}.log`;
    const path = join(this.#folder, log);
    mkdirSync(dirname(path), { recursive: true });
    const stream = createWriteStream(path);
    // A log that cannot be written (another run replaced the folder) must not end this one.
    stream.on("error", () => undefined);
    return { stream, log, annotations: [] };
  }

  #addJob(job: {
    readonly id: string;
    readonly name: string;
    readonly parent?: string;
    readonly needs: readonly string[];
  }): void {
    const known = this.#jobs.get(job.id);
    if (known !== undefined) {
      this.#jobs.set(job.id, { ...known, name: job.name });
      return;
    }
    this.#jobs.set(job.id, {
      id: job.id,
      name: job.name,
      parent: job.parent ?? null,
      needs: [...job.needs],
      conclusion: null,
      startMs: null,
      durationMs: 0,
      outputs: {},
      steps: [],
    });
  }

  #change(id: string, change: Partial<JobEntry>): void {
    const job = this.#jobs.get(id);
    if (job !== undefined) this.#jobs.set(id, { ...job, ...change });
  }

  /** Waits until the logs are on disk. */
  async close(): Promise<void> {
    for (const { stream } of this.#open.values()) stream.end();
    await Promise.all(this.#closing);
  }

  /** @returns the record so far */
  record(artifacts: readonly string[]): RunRecord {
    return { ...this.#record, jobs: [...this.#jobs.values()], artifacts: [...artifacts] };
  }
}

function linePrefix(style: Extract<RunEvent, { readonly kind: "line" }>["style"]): string {
  switch (style) {
    case "plain":
      return "";
    case "command":
      return "[command]";
    case "fold-begin":
      return "##[group]";
    case "fold-end":
      return "##[endgroup]";
    default:
      return `##[${style}]`;
  }
}
