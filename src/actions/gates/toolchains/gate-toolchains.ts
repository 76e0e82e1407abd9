import type { Gate } from "../../../core/gates/index.ts";
import type { ToolchainChoice, ToolchainWish } from "../../../core/toolchains/index.ts";

/** What a gate asks for, and what it gets. */
export interface ChosenToolchain {
  readonly wish: ToolchainWish;
  readonly choice: ToolchainChoice;
  /** That it is another version than the one that is asked for, as a clause; undefined when it is the right one. */
  readonly doubt: string | undefined;
}

/** The toolchains that gates of one run are to run on. */
export interface GateToolchains {
  /**
   * @param gate any gate
   * @param variables what its environment sets already
   * @returns the same with the programs of its toolchains before those of the machine
   */
  withToolchains(gate: Gate, variables: Readonly<Record<string, string>>): Readonly<Record<string, string>>;
  /** @returns what was chosen for a gate, one a language */
  chosenFor(gate: Gate): readonly ChosenToolchain[];
  /** @returns what a gate's result rests on, for its key; undefined where it asks for no toolchain */
  identities(): Readonly<Record<string, string>>;
  /** What people should know, one sentence each. */
  readonly remarks: readonly string[];
}

/** Nothing is asked for. */
export const NO_TOOLCHAINS: GateToolchains = {
  withToolchains: (_, variables) => variables,
  chosenFor: () => [],
  identities: () => ({}),
  remarks: [],
};
