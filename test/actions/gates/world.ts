import type { GateEvent, GatesActionPorts } from "../../../src/actions/gates/gate-ports.ts";
// What a run loads late is there already: a virtual clock would pass hours while a module is read.
import "../../../src/actions/gates/gate-tests.ts";
// Loaded before any clock starts: a run in memory that waits for the disk would let hours pass.
import "../../../src/actions/gates/read-report.ts";
import { VirtualClock } from "../../../src/adapters/memory/clock.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { ScriptedProcesses, type ScriptedProgram } from "../../../src/adapters/memory/processes.ts";
// Loaded here, because gates load it when the first one runs, and virtual time would pass meanwhile.
import "../../../src/actions/gates/read-report.ts";
import type { Gate, Plan } from "../../../src/core/gates/index.ts";
import type { Git } from "../../../src/ports/git.ts";
import type { RunContext } from "../../../src/ports/run-context.ts";
import { memoryLog } from "../../fakes/log.ts";
import { RUN_CONTEXT } from "../../fakes/run-context.ts";

/**
 * @param id the gate's id; its command is a scripted program of the same name
 * @param more what differs
 */
export function gate(id: string, more: Partial<Gate> = {}): Gate {
  return {
    ...{ id, tool: null, run: [id], reproduce: id, cwd: ".", env: {}, needs: [], tier: "normal", required: true },
    ...{ timeoutMs: 1_800_000, cpu: 1, memoryBytes: null, locks: [], reports: [], inconclusive: "fail" },
    ...{
      exitCodes: null,
      source: { file: "turnpike.yml", line: 1 },
      why: "declared",
      declared: true,
      environment: null,
    },
    ...more,
  };
}

/** @param gates the gates of the plan */
export function planOf(gates: readonly Gate[], more: Partial<Plan> = {}): Plan {
  const budget = { totalMs: 1_200_000, enforce: false };
  return { gates, suggestions: [], environments: [], budget, build: null, notes: [], ...more };
}

const git: Git = {
  state: async (cwd) => ({ top: cwd, prefix: "", commit: "c".repeat(40), tree: "d".repeat(40), branch: null }),
  topLevel: async (cwd) => cwd,
  head: async () => "c".repeat(40),
  isDirty: async () => false,
  branch: async () => undefined,
  isShallow: async () => false,
  tagsAt: async () => [],
  listFiles: async () => [],
  log: async () => [],
  changedFiles: async () => [],
  remoteUrl: async () => undefined,
  commitTime: async () => undefined,
  changedSince: async () => [],
  mergeBase: async (_, one) => one,
  hasCommit: async () => true,
  defaultBranch: async () => "main",
  previousTag: async () => undefined,
};

/** A world in memory, and what was seen of it. */
export interface World extends GatesActionPorts {
  readonly files: MemoryFiles;
  readonly clock: VirtualClock;
  readonly processes: ScriptedProcesses;
  readonly log: ReturnType<typeof memoryLog>;
  readonly shown: { title: string; text: string; isFolded: boolean }[];
  readonly pages: string[];
  readonly events: GateEvent[];
  readonly stopWith: (cause: "SIGINT" | "SIGTERM") => void;
}

/** What a world is made from. */
export interface WorldOptions {
  readonly plan?: Plan;
  readonly programs?: Readonly<Record<string, ScriptedProgram>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly content?: Readonly<Record<string, string>>;
  readonly context?: Partial<RunContext>;
  readonly git?: Partial<Git>;
  readonly cores?: number;
  readonly freeBytes?: number;
  /** Cores that nobody wants all the time. */
  readonly idleCores?: number;
}

/** @param options what differs from an empty repository on two cores */
export function makeWorld(options: WorldOptions = {}): World {
  const clock = new VirtualClock();
  const files = new MemoryFiles(options.content ?? {}, "/repo");
  const controller = new AbortController();
  let cause: "SIGINT" | "SIGTERM" | undefined;
  const shown: World["shown"] = [];
  const pages: string[] = [];
  let ids = 0;
  return {
    ...{ clock, files, shown, pages, events: [], log: memoryLog(), env: options.env ?? {} },
    processes: new ScriptedProcesses(options.programs ?? {}, { clock, files }),
    random: { uuid: () => `id-${ids++}`, bytes: (length) => new Uint8Array(length) },
    machine: {
      cores: () => options.cores ?? 2,
      memoryBytes: () => null,
      idleMs: () => (options.idleCores === undefined ? null : options.idleCores * clock.monotonicMs()),
      freeBytes: async () => options.freeBytes ?? null,
    },
    git: { ...git, ...options.git },
    context: { ...RUN_CONTEXT, workspace: "/repo", temp: "/temp", ...options.context },
    readPlan: async () => options.plan ?? planOf([]),
    page: { append: async (markdown) => void pages.push(markdown) },
    output: {
      async show(title, lines, isFolded) {
        let text = "";
        for await (const piece of lines) text += piece;
        shown.push({ title, text, isFolded });
      },
    },
    stop: { signal: controller.signal, cause: () => cause },
    stopWith(signal) {
      cause = signal;
      controller.abort();
    },
  };
}
