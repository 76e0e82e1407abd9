import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import type { RunEvent, RunListener } from "../events.ts";

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

/** Writes the logs of a run's steps as they come. */
export class StepLogs {
  readonly #folder: string;
  readonly #open = new Map<string, WriteStream>();
  readonly #paths = new Map<string, string>();
  readonly #closing: Promise<void>[] = [];
  readonly #folders = new FolderNames();

  /** @param folder absolute folder of the run's files */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Takes an event of the run. */
  readonly listen: RunListener = (event) => {
    switch (event.kind) {
      case "step-started":
        this.#begin(event);
        return;
      case "line":
        this.#open.get(keyOf(event.jobId, event.step))?.write(`${linePrefix(event.style)}${event.text}\n`);
        return;
      case "step-finished":
        this.#end(keyOf(event.jobId, event.step));
        return;
      default:
        return;
    }
  };

  #begin({ jobId, step, name }: Extract<RunEvent, { readonly kind: "step-started" }>): void {
    const path = `logs/${this.#folders.nameOf(jobId)}/${step}-${fileName(name)}.log`;
    const file = join(this.#folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const stream = createWriteStream(file);
    // A log that cannot be written (another run replaced the folder) must not end this one.
    stream.on("error", () => undefined);
    this.#open.set(keyOf(jobId, step), stream);
    this.#paths.set(keyOf(jobId, step), path);
  }

  #end(key: string): void {
    const stream = this.#open.get(key);
    if (stream === undefined) return;
    this.#open.delete(key);
    stream.end();
    this.#closing.push(finished(stream).catch(() => undefined));
  }

  /** @returns path of a step's log, relative to the run's folder; undefined when the step never began */
  pathOf(jobId: string, step: number): string | undefined {
    return this.#paths.get(keyOf(jobId, step));
  }

  /** Waits until the logs are on disk. */
  async close(): Promise<void> {
    for (const key of [...this.#open.keys()]) this.#end(key);
    await Promise.all(this.#closing);
  }
}

function keyOf(jobId: string, step: number): string {
  return `${jobId}\n${step}`;
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
