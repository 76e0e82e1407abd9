import { join } from "node:path/posix";
import pLimit from "p-limit";
import {
  type Environment,
  type EnvironmentManager,
  type Gate,
  isHookSource,
  type Task,
  type Tier,
} from "../../../core/gates/index.ts";
import type { GatePorts } from "../gate-ports.ts";
import { stoppable } from "../stoppable.ts";
import {
  type EnvironmentKind,
  type EnvironmentOutcome,
  type InstalledEnvironments,
  type InstallOptions,
  keyOf,
  packagesFor,
} from "./environment.ts";
import { UvAnswers } from "./environment-basis.ts";
import { variablesOf } from "./make-environment.ts";
import { nodeEnvironments } from "./node-environment.ts";
import { findEnvironment } from "./reuse-environment.ts";
import { uvEnvironments } from "./uv-environment.ts";
import { venvEnvironments } from "./venv-environment.ts";

const KINDS: Readonly<Record<EnvironmentManager, EnvironmentKind>> = {
  uv: uvEnvironments,
  venv: venvEnvironments,
  ...{ npm: nodeEnvironments, pnpm: nodeEnvironments, yarn: nodeEnvironments, bun: nodeEnvironments },
};

/** Installing an environment, as the scheduler sees it: gates that use it need it. */
interface SetUpTask extends Task {
  readonly key: string;
  readonly environment: Environment;
  /** The first gate that needs it: packages of Node are installed by the Node that it runs on. */
  readonly gate: Gate | undefined;
  /** Absolute; its own. */
  readonly folder: string;
  readonly writesTree: boolean;
}

const TIERS: readonly Tier[] = ["fast", "normal", "slow"];

/** Managers that keep one cache for all folders, and lock little of it. */
const NODE_LOCK = "packages of Node";

function cheapestTier(gates: readonly Gate[]): Tier {
  return TIERS.find((tier) => gates.some((gate) => gate.tier === tier)) ?? "normal";
}

function nameOf({ manager, cwd, recipe }: Environment): string {
  const name = recipe?.name ?? manager;
  return cwd === "." ? `set-up of ${name}` : `set-up of ${name} in ${cwd}`;
}

/** Names with a blank, so that none is the id of a gate; stable, because durations are remembered by them. */
function uniqueName(environment: Environment, taken: ReadonlySet<string>): string {
  const name = nameOf(environment);
  let unique = name;
  for (let at = 2; taken.has(unique); at += 1) unique = `${name}, ${at}`;
  return unique;
}

/**
 * Whether a gate reads nothing that an installation may write into the tree meanwhile: hooks are given the files that git
 * knows.
 */
function readsKnownFilesOnly({ tool, source }: Gate): boolean {
  return tool === "uv lock" || isHookSource(source);
}

/**
 * The packages that gates need: what is there, and what must be installed before some of them can start. Installing is part
 * of the schedule, so that gates that need nothing of it need not wait.
 */
export class Environments {
  readonly #options: InstallOptions;
  readonly #ports: GatePorts;
  readonly #tasks = new Map<string, SetUpTask>();
  readonly #outcomes = new Map<string, EnvironmentOutcome>();

  private constructor(options: InstallOptions, ports: GatePorts) {
    this.#options = { ...options, uv: options.uv ?? new UvAnswers(options.root, ports) };
    this.#ports = ports;
  }

  /**
   * Looks at what is there. Installs nothing.
   *
   * @param gates the gates that will run
   * @param options environments of the plan, and where they are
   * @param ports the world
   */
  static async open(gates: readonly Gate[], options: InstallOptions, ports: GatePorts): Promise<Environments> {
    const all = new Environments(options, ports);
    const users = new Map<string, Gate[]>();
    for (const gate of gates) {
      const need = packagesFor(gate);
      if (need !== null) users.set(keyOf(need), [...(users.get(keyOf(need)) ?? []), gate]);
    }
    for (const [at, environment] of options.environments.entries()) {
      const gatesOfIt = users.get(keyOf(environment));
      if (gatesOfIt !== undefined) await all.#look(environment, at, gatesOfIt);
    }
    return all;
  }

  async #look(environment: Environment, at: number, gates: readonly Gate[]): Promise<void> {
    const key = keyOf(environment);
    if (this.#outcomes.has(key) || this.#taskOf(key) !== undefined) return;
    const kind = KINDS[environment.manager];
    const found = await kind.look(environment, this.#options, this.#ports);
    if (found !== undefined) {
      this.#outcomes.set(key, found);
      return;
    }
    const id = uniqueName(environment, new Set(this.#tasks.keys()));
    this.#tasks.set(id, {
      ...{
        id,
        key,
        environment,
        gate: gates[0],
        needs: [],
        tier: cheapestTier(gates),
        cpu: 1,
        memoryBytes: null,
        tool: "set-up",
      },
      locks: kind === nodeEnvironments ? [NODE_LOCK] : [],
      folder: join(this.#options.folder, String(at + 1)),
      writesTree: await kind.writesTree(environment, this.#options, this.#ports),
    });
  }

  #taskOf(key: string): SetUpTask | undefined {
    return [...this.#tasks.values()].find((task) => task.key === key);
  }

  /** @returns ids of what must be installed before the gate can start */
  waitsFor(gate: Gate): readonly string[] {
    const need = packagesFor(gate);
    const own = need === null ? undefined : keyOf(need);
    const isFree = readsKnownFilesOnly(gate);
    return [...this.#tasks.values()]
      .filter(({ key, writesTree }) => key === own || (writesTree && !isFree))
      .map(({ id }) => id);
  }

  /** @returns what must be installed for these gates, for the scheduler */
  tasksFor(gates: readonly Gate[]): readonly Task[] {
    const needed = new Set(gates.flatMap((gate) => this.waitsFor(gate)));
    return [...this.#tasks.values()].filter(({ id }) => needed.has(id));
  }

  /** @returns why the gate cannot run; undefined when its packages are there */
  problemFor(gate: Gate): string | undefined {
    return this.#outcomeFor(gate)?.problem;
  }

  /** @returns variables that put the programs of the gate's environment first */
  variablesFor(gate: Gate): Readonly<Record<string, string>> {
    const own = this.#outcomeFor(gate)?.variables ?? {};
    return this.#options.toolchains?.withToolchains(gate, own) ?? own;
  }

  #outcomeFor(gate: Gate): EnvironmentOutcome | undefined {
    const need = packagesFor(gate);
    return need === null ? undefined : this.#outcomes.get(keyOf(need));
  }

  /**
   * @param id what a gate waits for
   * @param signal ends it
   */
  async install(id: string, signal?: AbortSignal): Promise<void> {
    const task = this.#tasks.get(id);
    if (task === undefined) return;
    const { environment, folder, key, writesTree, gate } = task;
    // An environment with code of a copy that goes away can be used by nobody later.
    const store = writesTree && this.#options.isShortLived === true ? undefined : this.#options.store;
    const processes = signal === undefined ? this.#ports.processes : stoppable(this.#ports.processes, signal);
    const ports = { ...this.#ports, processes };
    const variables = gate === undefined ? {} : this.#options.toolchains?.withToolchains(gate, {});
    const outcome = await KINDS[environment.manager]
      .install(environment, { ...this.#options, folder, store, variables: variables ?? {} }, ports)
      .catch((error: unknown): EnvironmentOutcome => {
        const why = error instanceof Error ? error.message : String(error);
        return { problem: `packages could not be installed (${why})` };
      });
    this.#tasks.delete(id);
    this.#outcomes.set(key, outcome);
  }

  /**
   * Installs what is missing, before anything else.
   *
   * @param isWanted chooses; default: all
   */
  async installAll(isWanted: (environment: Environment) => boolean = () => true): Promise<void> {
    const limit = pLimit(Math.max(1, this.#ports.machine.cores()));
    const alone = pLimit(1);
    const wanted = [...this.#tasks.values()].filter(({ environment }) => isWanted(environment));
    await Promise.all(
      wanted.map(({ id, locks }) => limit(() => (locks.length > 0 ? alone(() => this.install(id)) : this.install(id)))),
    );
  }

  /** Takes what earlier runs kept, and installs nothing. */
  async findKept(): Promise<void> {
    const { root, store, uv } = this.#options;
    if (store === undefined || uv === undefined) return;
    const limit = pLimit(Math.max(1, this.#ports.machine.cores()));
    const find = async ({ id, key, environment: { recipe } }: SetUpTask): Promise<void> => {
      const found =
        recipe === undefined ? undefined : await findEnvironment(recipe, { root, store }, { ...this.#ports, uv });
      if (found === undefined) return;
      this.#tasks.delete(id);
      this.#outcomes.set(key, { variables: variablesOf(found.folder, this.#ports.env), kept: found });
    };
    const venvs = [...this.#tasks.values()].filter(({ environment }) => environment.manager === "venv");
    await Promise.all(venvs.map((task) => limit(() => find(task))));
  }

  /** What is there now. */
  installed(): InstalledEnvironments {
    const pick = <T>(what: (outcome: EnvironmentOutcome) => T | undefined): ReadonlyMap<string, T> =>
      new Map(
        [...this.#outcomes].flatMap(([key, outcome]) => {
          const value = what(outcome);
          return value === undefined ? [] : [[key, value] as const];
        }),
      );
    const { toolchains } = this.#options;
    const remarks = [...new Set([...this.#outcomes.values()].flatMap(({ remark }) => remark ?? []))].sort();
    return {
      problems: pick(({ problem }) => problem),
      variables: pick(({ variables }) => variables),
      kept: pick(({ kept }) => kept),
      remarks: [...(toolchains?.remarks ?? []), ...remarks],
      ...(toolchains === undefined ? {} : { toolchains }),
    };
  }

  /** @returns what was in each kept environment when it was found or made, by {@link keyOf} */
  made(): Readonly<Record<string, string>> {
    return Object.fromEntries([...(this.installed().kept ?? [])].map(([key, { identity }]) => [key, identity]));
  }

  /** @returns the same without those into which something was installed since */
  async unchanged(): Promise<Readonly<Record<string, string>>> {
    const { store } = this.#options;
    const kept = [...(this.installed().kept ?? [])];
    const whole = await Promise.all(
      kept.map(async ([key, one]) => ((await store?.isWhole(one)) === true ? [[key, one.identity] as const] : [])),
    );
    return Object.fromEntries(whole.flat());
  }
}

/**
 * Installs all that gates need, before any of them starts.
 *
 * @param gates the gates that will run
 * @param options environments of the plan, and where they are
 * @param ports the world
 * @returns what is there, and why gates cannot run for what is not
 */
export async function installEnvironments(
  gates: readonly Gate[],
  options: InstallOptions,
  ports: GatePorts,
): Promise<InstalledEnvironments> {
  const all = await Environments.open(gates, options, ports);
  await all.installAll();
  return all.installed();
}
