import type { Command } from "commander";

/** One command of the command line, in a file of its own. The work is imported when it is called, so that the others start fast. */
export interface CommandModule {
  /** Adds the command, its arguments and options. Actions set `process.exitCode`; errors are thrown as TurnpikeError. */
  register(program: Command): void;
}
