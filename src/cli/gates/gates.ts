import { type Command, InvalidArgumentError } from "commander";
import type { CommandModule } from "../command-module.ts";
import { EXITS, GROUPS, withNotes } from "../help-notes.ts";
import { wholeNumber } from "../option-values.ts";
import type { GatesArguments } from "./gates-session.ts";

function collectIds(value: string, before: readonly string[]): readonly string[] {
  const ids = value
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (ids.length === 0) throw new InvalidArgumentError("An id of a gate is needed.");
  return [...before, ...ids];
}

/** `turnpike gates`: the gates alone, as the action runs them. */
export const gatesCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("gates")
      .helpGroup(GROUPS.daily)
      .description("Run the gates of a repository side by side and give one verdict, as the action does.")
      .argument("[dir]", "the repository, or a folder in it", ".")
      .option("--only <id>", "run this gate and what it needs; may be repeated", collectIds, [])
      .option("--jobs <n>", "how many cores to use (default: what the machine has)", wholeNumber)
      .option("--fail-fast", "stop at the first required gate that fails", false)
      .option(
        "--changed [base]",
        "run what a change can touch: since BASE (a commit, branch or tag), else since the default branch; files here included",
      )
      .option("--watch", "run again what each change can touch, until q or Ctrl-C")
      .option("--no-cache", "run every gate, also those whose inputs passed before")
      .option("--explain-cache <id>", "say what decides whether a gate has to run again; runs nothing")
      .option("--verdict <file>", "write verdict.json there too")
      .option("--config <file>", "the configuration file", "turnpike.yml")
      .option("--json", "print verdict.json on standard output", false)
      .action(async (dir: string, options: Omit<GatesArguments, "dir">) => {
        const { runGatesCommand } = await import("./gates-command.ts");
        await runGatesCommand({ dir, ...options });
      });
    withNotes(command, {
      examples: [
        ["turnpike gates", "all of them"],
        ["turnpike gates --only lint,types", "these, and what they need"],
        ["turnpike gates --changed", "what this branch can touch"],
        ["turnpike gates --changed v1.2", "since a commit, branch or tag"],
        ["turnpike gates services/api --changed", "of a folder, which goes first"],
        ["turnpike gates --watch", "again with each change, until q"],
      ],
      exits: [EXITS.passed, EXITS.failed, EXITS.input, EXITS.unclear, EXITS.budget, EXITS.stopped],
      page: "docs/gates.md",
    });
  },
};
