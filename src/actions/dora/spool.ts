import { basename } from "node:path/posix";
import { type CDEvent, identityOf, parseEvents, renderEvents } from "../../core/dora/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Files } from "../../ports/files.ts";
import type { Random } from "../../ports/random.ts";
import type { Deliver } from "./sink.ts";

/** What emptying the spool came to. */
export interface DrainResult {
  readonly delivered: number;
  /** Put aside because the sink will never take them. */
  readonly dead: number;
  /** Still in the spool. */
  readonly waiting: number;
  /** Lines that are no events, put aside. */
  readonly corrupt: number;
  /** Why events wait; null when none does. */
  readonly trouble: string | null;
  /** Files that were left alone because they are too large. */
  readonly skipped: readonly string[];
}

/** What the spool works with. */
export interface SpoolPorts {
  readonly files: Files;
  readonly clock: Clock;
  readonly random: Random;
}

/** Largest file that is read in bytes; some 60,000 events. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** This many events in a row that wait: the sink has trouble, not the events. */
const WAITING_IN_A_ROW = 2;

interface Tally {
  delivered: number;
  dead: number;
  corrupt: number;
  /** Events in a row that wait. */
  row: number;
  stopped: string | null;
  /** Why the last event waits. */
  trouble: string | null;
  /** Events that need no more work, by identity: a second copy of one is dropped. */
  readonly done: Set<string>;
  readonly waiting: Set<string>;
}

/**
 * Events that are not delivered yet, in a folder.
 *
 * Nobody appends to a file of another's: each writer makes a file of its own, whole, and a file only ever loses events that
 * were delivered. So writers and drains at the same time cost a second delivery at the worst, never an event.
 */
export class Spool {
  readonly #folder: string;
  readonly #ports: SpoolPorts;

  /**
   * @param folder of the spool
   * @param ports files, clock and randomness (for file names)
   */
  constructor(folder: string, ports: SpoolPorts) {
    this.#folder = folder;
    this.#ports = ports;
  }

  /** Keeps events. Resolves when they are in the folder. */
  async add(events: readonly CDEvent[]): Promise<void> {
    if (events.length === 0) return;
    const { clock, random, files } = this.#ports;
    const stamp = clock.now().toISOString().replaceAll(/[-:.]/g, "");
    await files.write(`${this.#folder}/${stamp}-${random.uuid()}.ndjson`, renderEvents(events));
  }

  /**
   * Tries to deliver everything, oldest file first. What was delivered is dropped after each file, so that a drain that is
   * ended midway repeats little.
   *
   * @param deliver one event; must not throw
   */
  async drain(deliver: Deliver): Promise<DrainResult> {
    const { files } = this.#ports;
    const tally: Tally = {
      delivered: 0,
      dead: 0,
      corrupt: 0,
      row: 0,
      stopped: null,
      trouble: null,
      done: new Set(),
      waiting: new Set(),
    };
    const skipped: string[] = [];
    const entries = await files.list(this.#folder, () => true);
    for (const { path, kind, size } of entries) {
      if (kind !== "file" || !path.endsWith(".ndjson")) continue;
      if (size > LARGEST_BYTES) skipped.push(path);
      else await this.#drainFile(`${this.#folder}/${path}`, deliver, tally);
    }
    const { delivered, dead, corrupt, trouble, waiting } = tally;
    return { delivered, dead, corrupt, trouble, waiting: waiting.size, skipped };
  }

  async #drainFile(file: string, deliver: Deliver, tally: Tally): Promise<void> {
    const { files } = this.#ports;
    const text = await files.readText(file);
    if (text === undefined) return;
    const { events, broken } = parseEvents(text);
    if (broken.length > 0) {
      tally.corrupt += broken.length;
      // Kept first, dropped afterwards: between the two it is in both places, never in none.
      await files.append(`${this.#folder}/corrupt/${basename(file)}`, broken.map((line) => `${line.text}\n`).join(""));
    }
    const waiting: CDEvent[] = [];
    for (const event of events) if (await this.#stays(event, deliver, tally)) waiting.push(event);
    for (const event of waiting) tally.waiting.add(identityOf(event));
    if (waiting.length === 0) await files.remove(file);
    else if (waiting.length < events.length || broken.length > 0) await files.write(file, renderEvents(waiting));
  }

  async #stays(event: CDEvent, deliver: Deliver, tally: Tally): Promise<boolean> {
    const identity = identityOf(event);
    if (tally.done.has(identity)) return false;
    if (tally.stopped !== null) return true;
    const attempt = await deliver(event);
    tally.row = attempt.kind === "waits" ? tally.row + 1 : 0;
    if (attempt.kind === "waits" || attempt.kind === "stopped") tally.trouble = attempt.reason;
    switch (attempt.kind) {
      case "delivered":
        tally.delivered += 1;
        tally.done.add(identity);
        return false;
      case "poison":
        await this.#bury(event, attempt.reason);
        tally.dead += 1;
        tally.done.add(identity);
        return false;
      case "waits":
        if (tally.row >= WAITING_IN_A_ROW) tally.stopped = attempt.reason;
        return true;
      case "stopped":
        tally.stopped = attempt.reason;
        return true;
    }
  }

  async #bury(event: CDEvent, reason: string): Promise<void> {
    const at = this.#ports.clock.now().toISOString();
    const line = JSON.stringify({ schema: "turnpike/dead-letter/1", at, reason, event });
    await this.#ports.files.append(`${this.#folder}/dead/events.ndjson`, `${line}\n`);
  }
}
