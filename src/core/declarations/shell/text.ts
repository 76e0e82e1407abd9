import type { DeclaredCommand } from "../declaration.ts";

/** One command of a shell text, without the `cd` before it; its variables hold what was exported before it. */
export interface ShellCommand extends Omit<DeclaredCommand, "place" | "lost"> {
  /** In the text, 1-based. */
  readonly line: number;
  /** Exported variables whose values are known only when it runs, with their lines in the text; absent for most. */
  readonly lost?: readonly { readonly name: string; readonly line: number }[];
  /** What it appends to a file that a variable names, such as `GITHUB_ENV`; no command for anybody to run. */
  readonly appends: { readonly variable: string; readonly text: string } | undefined;
}

/** Where a shell text runs. */
export interface ShellSurroundings {
  /** Relative to the root. */
  readonly cwd: string;
  /** Variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further names that it may use and that are no environment, such as `1` for the first argument. */
  readonly constants?: Readonly<Record<string, string>>;
  /** @returns whether a path, relative to a folder of the repository, is in it; without it tests for files stay open */
  readonly exists?: (folder: string, path: string) => boolean;
  /** Where the text itself is kept, for `cd "$(dirname "$0")"`. */
  readonly ownFolder?: string;
}

/** Variables and folder at one point of a shell text. */
export interface ShellState {
  /** Relative to the root; undefined when it is known only when it runs. */
  readonly cwd: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** Variables that are not exported. */
  readonly constants: Readonly<Record<string, string>>;
}

/** A shell text taken apart. */
export interface ShellText {
  readonly commands: readonly ShellCommand[];
  /** What could not be read, with its line in the text. */
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** Variables and folder after it, for texts that run in the same shell. */
  readonly after: ShellState;
}
