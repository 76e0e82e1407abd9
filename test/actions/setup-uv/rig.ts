import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { SetupInputs, SetupPorts } from "../../../src/actions/setup-uv/setup-ports.ts";
import { MemoryJobEnvironment } from "../../../src/adapters/memory/job-environment.ts";
import { systemClock } from "../../../src/adapters/node/clock.ts";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { detectMachine } from "../../../src/adapters/uv/detect-machine.ts";
import { type Environment, type SetupFile, setupFileSchema } from "../../../src/core/gates/index.ts";
import type { Cache, RestoreResult, SaveResult } from "../../../src/ports/cache.ts";
import type { RunContext } from "../../../src/ports/run-context.ts";
import type { ProvidedUv, UvProvider, UvWish } from "../../../src/ports/uv.ts";
import { type MemoryLog, memoryLog } from "../../fakes/log.ts";
import { RUN_CONTEXT } from "../../fakes/run-context.ts";

/** A cache of folders in a folder. */
class FolderCache implements Cache {
  readonly keys: string[] = [];
  readonly #root: string;
  /** Set to make the service answer so. */
  answer: { restore?: RestoreResult; save?: SaveResult; isAvailable?: boolean } = {};

  constructor(root: string) {
    this.#root = root;
  }

  isAvailable(): boolean {
    return this.answer.isAvailable ?? true;
  }

  async restore(paths: readonly string[], key: string, prefixes: readonly string[] = []): Promise<RestoreResult> {
    if (this.answer.restore !== undefined) return this.answer.restore;
    const found =
      this.keys.find((one) => one === key) ??
      [...this.keys].reverse().find((one) => prefixes.some((prefix) => one.startsWith(prefix)));
    if (found === undefined) return { kind: "miss" };
    for (const [index, path] of paths.entries())
      cpSync(join(this.#root, found, String(index)), path, { recursive: true });
    return { kind: found === key ? "hit" : "partial", key: found };
  }

  async save(paths: readonly string[], key: string): Promise<SaveResult> {
    if (this.answer.save !== undefined) return this.answer.save;
    if (this.keys.includes(key)) return { kind: "exists" };
    for (const [index, path] of paths.entries())
      cpSync(path, join(this.#root, key, String(index)), { recursive: true });
    this.keys.push(key);
    return { kind: "saved" };
  }
}

/** A provider that gives one uv and remembers what was asked. */
class FixedUv implements UvProvider {
  readonly wishes: UvWish[] = [];
  readonly #uv: ProvidedUv | undefined;

  constructor(uv: ProvidedUv | undefined) {
    this.#uv = uv;
  }

  provide(wish: UvWish): Promise<ProvidedUv> {
    this.wishes.push(wish);
    if (this.#uv === undefined) throw new Error("no uv was expected to be asked for");
    return Promise.resolve(this.#uv);
  }
}

/** Inputs as a caller without `with:` gives them. */
export const DEFAULT_INPUTS: SetupInputs = {
  version: undefined,
  pythonVersion: undefined,
  workingDirectory: ".",
  config: "turnpike.yml",
  sync: "auto",
  groups: [],
  extras: [],
  cache: "auto",
  cacheSuffix: undefined,
  checksum: undefined,
  githubToken: "",
};

/** A checkout and everything around it; real files, processes and uv, everything else remembered. */
export interface Rig extends AsyncDisposable {
  readonly workspace: string;
  readonly ports: SetupPorts;
  readonly log: MemoryLog;
  readonly job: MemoryJobEnvironment;
  readonly cache: FolderCache;
  readonly wishes: readonly UvWish[];
  /** Empties what a new runner would not have: uv's cache and the environment. */
  freshMachine(): void;
  write(path: string, text: string): void;
  exists(path: string): boolean;
  setupFile(): SetupFile;
  run(file: string, ...args: string[]): string;
}

/** What a rig is made of. */
export interface RigOptions {
  readonly uv?: ProvidedUv | undefined;
  readonly files?: Readonly<Record<string, string>>;
  readonly environments?: readonly Environment[];
  readonly context?: Partial<RunContext>;
  readonly env?: Readonly<Record<string, string>>;
}

export async function makeRig(options: RigOptions): Promise<Rig> {
  const top = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-setup-")));
  const workspace = join(top, "checkout");
  const cacheFolder = join(top, "uv-cache");
  mkdirSync(workspace);
  const env = { ...definedVariables(process.env), UV_CACHE_DIR: cacheFolder, ...options.env };
  const log = memoryLog();
  const job = new MemoryJobEnvironment();
  const cache = new FolderCache(join(top, "cache-service"));
  const uv = new FixedUv(options.uv);
  const ports: SetupPorts = {
    files: new NodeFiles(workspace),
    processes: new NodeProcesses(),
    cache,
    clock: systemClock,
    log,
    context: { ...RUN_CONTEXT, workspace, temp: join(top, "temp"), ...options.context },
    job,
    uv,
    machine: { ...(await detectMachine(env, join(top, "temp"))), pythons: [] },
    env,
    readPlan: () =>
      Promise.resolve({
        gates: [],
        suggestions: [],
        environments: options.environments ?? [],
        budget: { totalMs: 1, enforce: false },
        build: null,
        notes: [],
      }),
  };
  const rig: Rig = {
    workspace,
    ports,
    log,
    job,
    cache,
    wishes: uv.wishes,
    freshMachine() {
      rmSync(cacheFolder, { recursive: true, force: true });
      rmSync(join(workspace, ".venv"), { recursive: true, force: true });
    },
    write(path, text) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    },
    exists: (path) => existsSync(join(workspace, path)),
    setupFile: () => setupFileSchema.parse(JSON.parse(readFileSync(join(workspace, ".turnpike/setup.json"), "utf8"))),
    run: (file, ...args) => execFileSync(file, args, { cwd: workspace, env, encoding: "utf8", stdio: "pipe" }),
    async [Symbol.asyncDispose]() {
      rmSync(top, { recursive: true, force: true });
    },
  };
  for (const [path, text] of Object.entries(options.files ?? {})) rig.write(path, text);
  return rig;
}
