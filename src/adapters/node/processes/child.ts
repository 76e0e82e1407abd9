import { type ChildProcess, execFile, type StdioOptions, spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import type { Command, ProcessEnd } from "../../../ports/processes.ts";
import { MacProcessTable, WindowsProcessTable } from "./foreign-tables.ts";
import { fileIdentity, LinuxProcessTable, MARKER_VARIABLE, type ProcessTable, type Tree } from "./process-table.ts";
import { posixSignaller, type Signaller, type StopPlan, type StopTarget, stopTree } from "./stop-tree.ts";
import { type Usage, UsageMeter } from "./usage.ts";

/** Less time than it takes to start 32,768 processes. */
const RECYCLE_MS = 5_000;

/** How the leader itself ended. */
export type LeaderEnd = Extract<ProcessEnd, { kind: "exited" | "signalled" | "not-started" }>;

/** Windows has no signals: `taskkill` asks first and forces then. Not run there. */
const windowsSignaller: Signaller = {
  one: (pid, signal) => taskkill(pid, signal),
  group: (leader, signal) => taskkill(leader, signal),
};

function taskkill(pid: number, signal: NodeJS.Signals): void {
  execFile("taskkill.exe", taskkillArguments(pid, signal), { windowsHide: true }, () => undefined);
}

/**
 * @param pid root of the tree to end
 * @param signal SIGKILL forces
 * @returns arguments of taskkill.exe
 */
export function taskkillArguments(pid: number, signal: NodeJS.Signals): string[] {
  return ["/T", ...(signal === "SIGKILL" ? ["/F"] : []), "/PID", String(pid)];
}

/** What the platform offers to find and end processes. */
export interface Platform {
  readonly table: ProcessTable;
  readonly signaller: Signaller;
  /** Only where the proc file system is. */
  readonly linux: LinuxProcessTable | undefined;
  readonly meter: UsageMeter | undefined;
}

/**
 * @param name `process.platform`
 * @returns what there is on it
 */
export function platformOf(name: NodeJS.Platform): Platform {
  if (name === "win32") {
    return { table: new WindowsProcessTable(), signaller: windowsSignaller, linux: undefined, meter: undefined };
  }
  if (name === "darwin") {
    return { table: new MacProcessTable(), signaller: posixSignaller, linux: undefined, meter: undefined };
  }
  const linux = new LinuxProcessTable();
  return { table: linux, signaller: posixSignaller, linux, meter: new UsageMeter(linux) };
}

/** A started program: leader of a session and a group of its own, all of its signals at their default, no terminal. */
export class Child {
  readonly process: ChildProcess;
  /** Resolves when the leader was waited for, or could not be started. */
  readonly ended: Promise<{ readonly end: LeaderEnd; readonly usage: Usage }>;
  readonly #platform: Platform;
  readonly #tree: Tree;
  readonly #before: ReadonlySet<number>;
  readonly #startedMs = performance.now();
  #isLeaderOurs: boolean;

  /**
   * @param command what to start
   * @param stdio where its streams go
   * @param context the platform, the marker's value, and paths of files that only this child writes
   */
  constructor(
    command: Command,
    stdio: StdioOptions,
    context: { readonly platform: Platform; readonly marker: string; readonly outputs?: readonly string[] },
  ) {
    this.#platform = context.platform;
    this.#before = new Set(this.#platform.linux?.pids() ?? []);
    // libuv puts every signal back to its default in the child, so a SIGINT that our own parent ignores is not handed on.
    this.process = spawn(command.file, command.args, {
      cwd: command.cwd,
      env: { ...command.env, [MARKER_VARIABLE]: context.marker },
      detached: process.platform !== "win32",
      stdio,
      windowsHide: true,
    });
    const leader = this.process.pid ?? 0;
    // The exit is not handled before this turn of the event loop ends, so the id is still the child's.
    const leaderStart = leader === 0 ? undefined : this.#platform.linux?.stat(leader)?.start;
    const outputs = new Set((context.outputs ?? []).flatMap((file) => fileIdentity(file) ?? []));
    this.#tree = { leader, leaderStart, marker: context.marker, ...(outputs.size === 0 ? {} : { outputs }) };
    this.#isLeaderOurs = leader !== 0;
    if (leader !== 0) {
      living.set(leader, this);
      this.#platform.meter?.watch(leader);
    }
    this.ended = this.#awaitEnd(command);
  }

  /** The tree, for whoever looks for what is left of it. */
  get tree(): Tree {
    return this.#tree;
  }

  async #awaitEnd(command: Command): Promise<{ end: LeaderEnd; usage: Usage }> {
    type Exit = { end: LeaderEnd; usage: Promise<Usage> };
    const exit = await new Promise<Exit>((resolve) => {
      this.process.once("error", (error) => {
        if (this.process.pid !== undefined) return; // A signal that could not be sent; the exit still comes.
        void whyNotStarted(command, error).then((end) => resolve({ end, usage: Promise.resolve({}) }));
      });
      this.process.once("exit", (code, signal) => {
        this.#isLeaderOurs = false;
        const usage = this.#platform.meter?.ended(this.#tree.leader) ?? Promise.resolve({});
        resolve({ end: toEnd(code, signal), usage });
      });
    });
    return { end: exit.end, usage: await exit.usage };
  }

  /**
   * @param plan how long each signal may work
   * @returns true when nothing of the tree lives any more
   */
  async stop(plan: StopPlan): Promise<boolean> {
    if (this.#tree.leader === 0) return true;
    // So soon no id of a process that was there before was given to a new one: there are at least 32,768 of them, and each
    // has its turn. This makes the look after a short gate cheap.
    const isSoon = performance.now() - this.#startedMs < RECYCLE_MS;
    const target: StopTarget = {
      tree: isSoon ? { ...this.#tree, strangers: this.#before } : this.#tree,
      table: this.#platform.table,
      signaller: this.#platform.signaller,
      isLeaderOurs: () => this.#isLeaderOurs,
    };
    const isGone = await stopTree(target, plan);
    this.forget();
    return isGone;
  }

  /** Ends the watch over this child: it is gone, or may stay. */
  forget(): void {
    living.delete(this.#tree.leader);
  }

  /** Kills at once, for the moment in which our own process ends. */
  killNow(): void {
    if (this.#isLeaderOurs) this.#platform.signaller.group(this.#tree.leader, "SIGKILL");
    for (const survivor of this.#platform.linux?.survivorsSync(this.#tree) ?? []) {
      this.#platform.signaller.one(survivor.pid, "SIGKILL");
    }
  }
}

/** Children whose tree may still live, by leader. */
const living = new Map<number, Child>();

// An error or `process.exit` on our side must leave nobody behind.
process.once("exit", () => {
  for (const child of living.values()) child.killNow();
});

function toEnd(code: number | null, signal: NodeJS.Signals | null): LeaderEnd {
  if (signal !== null) return { kind: "signalled", signal };
  return { kind: "exited", code: code ?? 0 };
}

/**
 * @param command what was to be started
 * @param error what starting it threw
 * @returns why it did not start, in words for a person
 */
export async function whyNotStarted(
  command: Command,
  error: unknown,
): Promise<Extract<ProcessEnd, { kind: "not-started" }>> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  const folder = await stat(command.cwd).catch(() => undefined);
  if (folder === undefined || !folder.isDirectory()) {
    return { kind: "not-started", reason: "no-such-cwd", message: `${command.cwd} is not a folder.` };
  }
  if (code === "ENOENT") {
    const isFile = command.file.includes("/") && (await access(command.file, constants.F_OK).then(yes, no));
    return isFile
      ? {
          kind: "not-started",
          reason: "not-executable",
          message: `${command.file} names an interpreter that is not there.`,
        }
      : { kind: "not-started", reason: "not-found", message: `${command.file} was not found.` };
  }
  if (code === "EACCES" || code === "ENOEXEC") {
    return { kind: "not-started", reason: "not-executable", message: `${command.file} cannot be executed (${code}).` };
  }
  return { kind: "not-started", reason: "other", message: `${command.file} could not be started (${code}).` };
}

const yes = () => true;
const no = () => false;
