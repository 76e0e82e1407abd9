import {
  type Gate,
  type Judgement,
  LARGEST_STORE_BYTES,
  type Masker,
  packagePlaces,
  programsOf,
  type ResultGround,
  type ResultKey,
  resultKeys,
} from "../../../core/gates/index.ts";
import type { Files } from "../../../ports/files.ts";
import type { GroundRequest, ResultGrounds } from "../../../ports/result-ground.ts";
import type { Execution } from "../executed.ts";
import { gateEnvironment } from "../gate-environment.ts";
import type { GatePorts } from "../gate-ports.ts";

/** Where results are remembered. */
export interface ResultMemory {
  /** Absolute path of the file. */
  readonly file: string;
  readonly grounds: ResultGrounds;
  /** Where this run takes place, as people say it: `here`, `in run 123`. */
  readonly where: string;
  /** True to run everything, and only remember what comes of it. */
  readonly readsNothing?: boolean;
}

/** What the cache came to. */
export interface ResultUse {
  readonly keys: ReadonlyMap<string, ResultKey>;
  /** Whether there is anything new to keep for other machines. */
  readonly hasNew: boolean;
  /** Files that changed while the gates ran, so that nothing of them is remembered; at most a few. */
  readonly restless: readonly string[];
}

/** Files that are named to people. */
const MOST_NAMED = 5;

async function readStore(files: Files, path: string): Promise<string | undefined> {
  try {
    return ((await files.size(path)) ?? 0) > LARGEST_STORE_BYTES ? undefined : await files.readText(path);
  } catch {
    return undefined;
  }
}

/** Reports that a gate writes into the tree. */
function writtenBy(gate: Gate): readonly string[] {
  const prefix = gate.cwd === "." ? "" : `${gate.cwd}/`;
  return gate.reports.filter(({ path }) => !path.startsWith("${")).map(({ path }) => `${prefix}${path}`);
}

/** What a run is about. */
export interface ResultRun {
  /** The gates that may run. */
  readonly gates: readonly Gate[];
  /** The repository's root, absolute. */
  readonly root: string;
  /** What this program writes there: files, or folders with a slash at the end. */
  readonly written: readonly string[];
  /** True when packages were just installed, which may build files in the tree. */
  readonly hasInstalled?: boolean;
  /** The environments of the gates. */
  readonly environments?: RestingPlaces;
  /** Toolchains that gates ask for, and what they get. */
  readonly toolchains?: Readonly<Record<string, string>>;
}

/** Environments that results rest on. What is in each goes by its key. */
export interface RestingPlaces {
  /** @returns what was in those that are kept when they were found or made */
  made(): Readonly<Record<string, string>>;
  /** @returns the same for those into which nothing was installed since */
  unchanged(): Promise<Readonly<Record<string, string>>>;
  /** Looks for those that earlier runs kept. */
  findKept(): Promise<void>;
}

function groundRequest(
  { root, gates, written, hasInstalled }: ResultRun,
  env: Readonly<Record<string, string>>,
): GroundRequest {
  return {
    root,
    env: gateEnvironment(env, {}),
    programs: [...new Set(gates.flatMap(programsOf))],
    packages: [...new Set(gates.flatMap((gate) => packagePlaces(gate, env)))],
    written: [...written, ...gates.flatMap(writtenBy)],
    ...(hasInstalled === true ? { isFresh: true } : {}),
  };
}

function differing(before: ResultGround, after: Pick<ResultGround, "files">): readonly string[] {
  const line = ({ path, mode, id }: ResultGround["files"][number]) => `${mode} ${id} ${path}`;
  const [old, now] = [new Set(before.files.map(line)), new Set(after.files.map(line))];
  const changed = [
    ...before.files.filter((one) => !now.has(line(one))),
    ...after.files.filter((one) => !old.has(line(one))),
  ];
  return [...new Set(changed.map(({ path }) => path))].slice(0, MOST_NAMED);
}

/** The results of one run: those that are known before it, and those that it leaves. */
export class ResultCache {
  readonly #memory: ResultMemory;
  readonly #ports: GatePorts;
  readonly #request: GroundRequest;
  readonly #run: ResultRun;
  readonly #gates: readonly Gate[];
  /** The file of remembered passes as it was when the run began. */
  readonly #store: string | undefined;
  readonly #ground: ResultGround;
  /** What decides each gate's result. */
  readonly keys: ReadonlyMap<string, ResultKey>;

  private constructor(
    memory: ResultMemory,
    ports: GatePorts,
    { run, request }: { readonly run: ResultRun; readonly request: GroundRequest },
    known: { readonly store: string | undefined; readonly ground: ResultGround },
  ) {
    this.#memory = memory;
    this.#ports = ports;
    this.#run = run;
    this.#gates = run.gates;
    this.#request = request;
    this.#store = known.store;
    this.#ground = known.ground;
    this.keys = resultKeys(run.gates, known.ground);
  }

  /**
   * Looks at all that results rest on. Before the gates start: what they write into the file meanwhile is never read.
   *
   * @param memory where results are remembered
   * @param run what the run is about
   * @param ports the world
   */
  static async open(memory: ResultMemory, run: ResultRun, ports: GatePorts): Promise<ResultCache> {
    const request = groundRequest(run, ports.env);
    const [store, ground] = await Promise.all([
      readStore(ports.files, memory.file),
      memory.grounds.look(request),
      run.environments?.findKept(),
    ]);
    const environments = run.environments?.made() ?? {};
    return new ResultCache(
      memory,
      ports,
      { run, request },
      { store, ground: { ...ground, environments, toolchains: run.toolchains ?? {} } },
    );
  }

  /** @returns judgements of gates that need not run */
  async recall(): Promise<ReadonlyMap<string, Judgement>> {
    const store = this.#store;
    if (this.#memory.readsNothing === true || store === undefined) return new Map();
    // What understands the file is loaded only where one of its keys is asked for: the first gate starts sooner.
    if (![...this.keys.values()].some((key) => key.kind === "key" && store.includes(key.key))) return new Map();
    const { recallFrom } = await import("./remembered-passes.ts");
    return recallFrom(store, this.#gates, this.keys, this.#ports.clock.now());
  }

  /**
   * Remembers what passed, when the files of the gate are still what they were as the run began. A fault forgets, and fails
   * nothing.
   *
   * @param execution what the gates came to
   * @param masker hides secrets
   */
  async keep(execution: Execution, masker: Masker): Promise<ResultUse> {
    const fresh = execution.gates.filter(({ judgement }) => judgement.outcome === "passed");
    if (fresh.length === 0) return { keys: this.keys, hasNew: false, restless: [] };
    const now = this.#ports.clock.now();
    const [after, { passOf, withPasses }] = await Promise.all([
      this.#memory.grounds.lookAgain(this.#request),
      import("./remembered-passes.ts"),
    ]);
    const [keysBefore, keysAfter] = [this.#keysBefore(), await this.#keysAfter(after)];
    const passes = new Map(
      fresh.flatMap((executed) => {
        const before = keysBefore.get(executed.gate.id);
        const later = keysAfter.get(executed.gate.id);
        const pass = passOf(executed, now, this.#memory.where);
        const isSame = before?.kind === "key" && later?.kind === "key" && before.key === later.key;
        return isSame && pass !== undefined ? [[before.key, pass] as const] : [];
      }),
    );
    if (passes.size > 0) await this.#write(masker.mask(withPasses(this.#store, passes, now)));
    return { keys: this.keys, hasNew: passes.size > 0, restless: differing(this.#ground, after) };
  }

  /** What was made during the run is known by now. */
  #keysBefore(): ReadonlyMap<string, ResultKey> {
    return resultKeys(this.#gates, { ...this.#ground, environments: this.#run.environments?.made() ?? {} });
  }

  /** A gate that installs into its environment leaves another one than it found. */
  async #keysAfter(after: Pick<ResultGround, "files" | "blind">): Promise<ReadonlyMap<string, ResultKey>> {
    const environments = (await this.#run.environments?.unchanged()) ?? {};
    return resultKeys(this.#gates, { ...this.#ground, ...after, environments });
  }

  async #write(text: string): Promise<void> {
    try {
      await this.#ports.files.write(this.#memory.file, text);
    } catch {
      // The next run runs everything again, and that is all.
    }
  }
}
