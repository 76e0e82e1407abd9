import { type Gate, toolchainKey as keyOf } from "../../../core/gates/index.ts";
import {
  absenceText,
  chooseToolchain,
  type InstalledToolchain,
  otherVersionText,
} from "../../../core/toolchains/index.ts";
import type { Toolchains } from "../../../ports/toolchains.ts";
import type { ChosenToolchain, GateToolchains } from "./gate-toolchains.ts";

interface World {
  readonly toolchains: Toolchains;
  /** The environment of this process. */
  readonly env: Readonly<Record<string, string>>;
}

/** What is put before the machine's own; nothing for the one that commands find by themselves. */
function added({ wish, choice }: ChosenToolchain): InstalledToolchain | undefined {
  if (choice.kind === "on-path" || choice.kind === "absent") return undefined;
  // rustup reads the file itself, with the components that it asks for.
  return wish.isFollowed === true && choice.toolchain.variables["RUSTUP_TOOLCHAIN"] !== undefined
    ? undefined
    : choice.toolchain;
}

/** Programs of packages come before a toolchain, and a toolchain before the machine's own programs. */
function withBins(path: string | undefined, own: string, bins: readonly string[]): string {
  const front =
    path === undefined || path === own ? "" : path.endsWith(`:${own}`) ? path.slice(0, -own.length - 1) : path;
  return [front, ...bins, own].filter((part) => part !== "").join(":");
}

class Chosen implements GateToolchains {
  readonly #byWish: ReadonlyMap<string, ChosenToolchain>;
  readonly #own: string;
  readonly remarks: readonly string[];

  constructor(byWish: ReadonlyMap<string, ChosenToolchain>, remarks: readonly string[], { env }: World) {
    this.#byWish = byWish;
    this.#own = env["PATH"] ?? "";
    this.remarks = remarks;
  }

  chosenFor({ toolchains = [] }: Gate): readonly ChosenToolchain[] {
    return toolchains.flatMap((wish) => {
      const found = this.#byWish.get(keyOf(wish));
      return found === undefined ? [] : [{ ...found, wish, doubt: otherVersionText(wish, found.choice) }];
    });
  }

  withToolchains(gate: Gate, variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const more = this.chosenFor(gate)
      .map(added)
      .filter((one) => one !== undefined);
    if (more.length === 0) return variables;
    const bins = [...new Set(more.flatMap((one) => one.bins))];
    return {
      ...variables,
      ...Object.assign({}, ...more.map((one) => one.variables)),
      PATH: withBins(variables["PATH"], this.#own, bins),
    };
  }

  identities(): Readonly<Record<string, string>> {
    return Object.fromEntries(
      [...this.#byWish.values()].map(({ wish, choice }) => {
        const { toolchain } = choice;
        const what = toolchain === undefined ? "absent" : `${toolchain.version} ${toolchain.home}`;
        return [keyOf(wish), `${choice.kind} ${what}`];
      }),
    );
  }
}

/**
 * @param gates the gates that may run
 * @param world where toolchains are looked for
 * @returns what each gets, and what is to be said of it
 */
export async function chooseToolchains(gates: readonly Gate[], world: World): Promise<GateToolchains> {
  const wishes = new Map(
    gates.flatMap(({ toolchains = [] }) => toolchains.map((wish) => [keyOf(wish), wish] as const)),
  );
  const chosen = await Promise.all(
    [...wishes].map(async ([key, wish]) => {
      const [installed, onPath] = await Promise.all([
        world.toolchains.installed(wish.language),
        world.toolchains.onPath(wish.language),
      ]);
      const choice = chooseToolchain(wish, { installed, onPath });
      return [key, { wish, choice, doubt: otherVersionText(wish, choice) }] as const;
    }),
  );
  const byWish = new Map(chosen);
  const remarks = await Promise.all(
    chosen.map(async ([key, { wish, choice }]) => {
      if (choice.kind === "on-path" || choice.kind === "found") return undefined;
      const about = gates
        .filter(({ toolchains = [] }) => toolchains.some((one) => keyOf(one) === key))
        .map(({ id }) => id);
      return absenceText(wish, choice, { gates: about, managers: await world.toolchains.managers(wish.language) });
    }),
  );
  return new Chosen(
    byWish,
    remarks.filter((one) => one !== undefined),
    world,
  );
}
