import type { Checked } from "../../actions/gates/check-repository.ts";
import type { StopRequest } from "../../actions/gates/gate-ports.ts";
import { toneOf } from "../../actions/gates/shown/describe-gate.ts";
import { listenForStop } from "../../adapters/node/stop-request.ts";
import { TreeWatcher } from "../../adapters/node/tree-watcher.ts";
import { WorkTreeReader } from "../../adapters/node/work-tree.ts";
import type { ChangedFiles } from "../../core/gates/index.ts";
import { countOf, oneLine } from "../../core/summary/index.ts";
import { EXIT, formatError, TurnpikeError } from "../../errors.ts";
import { runRound, showRound } from "./gates-round.ts";
import { askCheckout, type GatesSession, planOf } from "./gates-session.ts";

/** Files that a line names. */
const MOST_NAMED = 3;

/** A file that nobody commits, and that cuts so many rounds one after another, is written by a gate. */
const ROUNDS_OF_A_GATE = 2;

/** Keys that people press while gates are watched. */
interface Keys {
  /** Aborts for `q` and Ctrl-C. */
  readonly ended: AbortSignal;
  /** Resolves when everything is to run again. */
  everything(): Promise<void>;
  close(): void;
}

function listenForKeys(): Keys {
  const controller = new AbortController();
  let runAll: () => void = () => undefined;
  const input = process.stdin;
  const take = (data: Buffer) => {
    const key = data.toString("utf8");
    if (key === "q" || key === "\u0003" || key === "\u0004") controller.abort();
    if (key === "\r" || key === "\n" || key === "a") runAll();
  };
  const isTerminal = input.isTTY === true;
  if (isTerminal) {
    input.setRawMode(true);
    input.on("data", take);
    input.resume();
  }
  return {
    ended: controller.signal,
    everything: () =>
      new Promise((resolve) => {
        runAll = resolve;
      }),
    close() {
      if (!isTerminal) return;
      input.off("data", take);
      input.setRawMode(false);
      input.pause();
    },
  };
}

function namesOf(files: readonly string[]): string {
  const shown = files.slice(0, MOST_NAMED).map((file) => oneLine(file, 80));
  const more = files.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${countOf(more, "more file")}` : ""}`;
}

/** What starts a round. */
type Cause = { readonly kind: "all" } | { readonly kind: "files"; readonly files: readonly string[] };

class Watch {
  readonly #session: GatesSession;
  readonly #tree: TreeWatcher;
  readonly #keys: Keys;
  readonly #stop: StopRequest;
  /** Gates that did not pass when they ran last. */
  readonly #red = new Set<string>();
  /** In how many rounds, one after another, a file changed while gates ran. */
  readonly #restless = new Map<string, number>();
  readonly #written = new Set<string>();

  constructor(session: GatesSession, tree: TreeWatcher, keys: Keys, stop: StopRequest) {
    this.#session = session;
    this.#tree = tree;
    this.#keys = keys;
    this.#stop = stop;
  }

  get #ended(): AbortSignal {
    return AbortSignal.any([this.#keys.ended, this.#stop.signal]);
  }

  async run(): Promise<void> {
    const ended = this.#ended;
    let cause: Cause = { kind: "all" };
    while (!ended.aborted) {
      const { isWhole, next } = await this.#round(cause);
      if (ended.aborted) return;
      if (next === undefined) {
        this.#say(this.#footer());
        cause = await this.#nextCause(ended);
        this.#announce(cause);
      } else cause = isWhole ? next : joined(cause, next);
    }
  }

  /** Runs gates until they are done or something changes. */
  async #round(cause: Cause): Promise<{ readonly isWhole: boolean; readonly next: Cause | undefined }> {
    const cut = new AbortController();
    const over = new AbortController();
    const waiting = this.#nextCause(over.signal).then((found) => {
      if (!isNothing(found)) cut.abort();
      return found;
    });
    const stop: StopRequest = { signal: AbortSignal.any([this.#ended, cut.signal]), cause: () => this.#stop.cause() };
    let isWhole = false;
    try {
      const checkout = askCheckout(this.#session);
      const { plan } = await planOf(this.#session);
      const change: ChangedFiles | undefined =
        cause.kind === "all" ? undefined : { kind: "known", files: cause.files, since: "the last round" };
      const checked = await runRound(this.#session, { plan, stop, checkout, change, cut: cut.signal });
      isWhole = !cut.signal.aborted;
      if (isWhole) await this.#show(checked);
    } catch (error) {
      // A turnpike.yml with a fault is mended while it is watched.
      if (!(error instanceof TurnpikeError)) throw error;
      this.#say(formatError(error));
      isWhole = true;
    } finally {
      over.abort();
    }
    const found = await waiting;
    if (!isNothing(found)) {
      this.#announce(found);
      if (found.kind === "files") this.#noteRestless(found.files);
      return { isWhole, next: found };
    }
    // What gates left behind at their very end is theirs.
    const late = (await this.#tree.changedNow()).filter((file) => !this.#tree.isUntracked(file));
    return { isWhole, next: late.length === 0 ? undefined : { kind: "files", files: late } };
  }

  async #show(checked: Checked): Promise<void> {
    for (const { gate, judgement } of checked.execution.gates) {
      if (judgement.outcome === "cancelled" || judgement.outcome === "skipped") continue;
      if (toneOf({ outcome: judgement.outcome, required: gate.required }) === "bad") this.#red.add(gate.id);
      else this.#red.delete(gate.id);
    }
    await showRound(this.#session, checked);
    const ran = new Set(checked.execution.gates.map(({ gate }) => gate.id));
    const still = [...this.#red].filter((id) => !ran.has(id));
    if (still.length > 0) this.#say(`${this.#session.look.marks.fail} not passing since before: ${still.join(", ")}`);
    this.#restless.clear();
  }

  async #nextCause(signal: AbortSignal): Promise<Cause> {
    const done = new AbortController();
    const both = AbortSignal.any([signal, done.signal]);
    const all = this.#keys.everything().then((): Cause => ({ kind: "all" }));
    const files = this.#nextFiles(both).then((found): Cause => ({ kind: "files", files: found }));
    const cause = await Promise.race([all, files]);
    done.abort();
    await files;
    return cause;
  }

  async #nextFiles(signal: AbortSignal): Promise<readonly string[]> {
    while (!signal.aborted) {
      const changed = (await this.#tree.next(signal)).filter((file) => !this.#isWritten(file));
      if (changed.length > 0) return changed;
    }
    return [];
  }

  #announce(cause: Cause): void {
    if (isNothing(cause)) return;
    const what = cause.kind === "all" ? "running everything" : `${namesOf(cause.files)} changed`;
    this.#say(`\n${this.#session.look.bold(`▸ ${what}`)}`);
  }

  #isWritten(file: string): boolean {
    return this.#written.has(file) && this.#tree.isUntracked(file);
  }

  /** Files that gates themselves write would start them for ever. */
  #noteRestless(files: readonly string[]): void {
    for (const file of files.filter((one) => this.#tree.isUntracked(one))) {
      const count = (this.#restless.get(file) ?? 0) + 1;
      this.#restless.set(file, count);
      if (count < ROUNDS_OF_A_GATE) continue;
      this.#written.add(file);
      this.#say(
        `${oneLine(file, 80)} changes whenever gates run, so it is not watched any more. Let git ignore it, or commit it.`,
      );
    }
  }

  #footer(): string {
    const keys = process.stdin.isTTY === true ? " · Enter runs all · q ends" : " · Ctrl-C ends";
    return this.#session.look.dim(`Watching ${countOf(this.#tree.size, "file")}${keys}`);
  }

  #say(text: string): void {
    process.stderr.write(`${text}\n`);
  }
}

function isNothing(cause: Cause): boolean {
  return cause.kind === "files" && cause.files.length === 0;
}

function joined(before: Cause, cut: Cause): Cause {
  if (before.kind === "all" || cut.kind === "all") return { kind: "all" };
  return { kind: "files", files: [...new Set([...before.files, ...cut.files])].sort() };
}

/**
 * Runs the gates, and again those that a change can make say something else, until somebody ends it. A change while gates
 * run stops them first; nothing of them lives on.
 *
 * @param session the repository
 * @throws TurnpikeError `GIT_NOT_A_REPOSITORY` where nobody can tell what changes
 */
export async function watchGatesHere(session: GatesSession): Promise<void> {
  const tree = new TreeWatcher(session.root, new WorkTreeReader(session.processes, session.env));
  const problem = await tree.start();
  if (problem !== undefined) {
    throw new TurnpikeError("GIT_NOT_A_REPOSITORY", "user", `Changes cannot be watched here: ${problem}.`, {
      hint: "git init && git add -A && git commit -m start",
    });
  }
  const stop = listenForStop();
  const keys = listenForKeys();
  try {
    await new Watch(session, tree, keys, stop).run();
  } finally {
    keys.close();
    tree.close();
  }
  process.exitCode =
    stop.cause() === "SIGTERM" ? EXIT.terminated : stop.cause() === "SIGINT" ? EXIT.interrupted : EXIT.passed;
}
