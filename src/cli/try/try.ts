import type { Command } from "commander";
import type { CommandModule } from "../command-module.ts";
import { EXITS, GROUPS, withNotes } from "../help-notes.ts";
import { wholeNumber } from "../option-values.ts";
import type { TryArguments } from "./try-command.ts";

/** What commander gives: two switches for what a try calls `prove`. */
interface Options extends Omit<TryArguments, "dir" | "prove"> {
  readonly prove: boolean;
  readonly all: boolean;
}

/** `turnpike try`: the road over a repository that has no caller yet, in a temporary copy. */
export const tryCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("try")
      .helpGroup(GROUPS.begin)
      .description("Try the road on a repository, in a copy that is removed at the end. Nothing of it is touched.")
      .argument("[dir]", "the repository, or a folder in it", ".")
      .option("--event <event>", "run the whole road as for it: push, pull_request, merge_group, release, …")
      .option("--prove", "run each red gate by the repository's own command too", false)
      .option("--all", "with --prove: every gate, after a set-up of its own, and measure both ways", false)
      .option("--jobs <n>", "how many cores to use (default: what the machine has)", wholeNumber)
      .option("--keep", "keep the copy, and say where it is", false)
      .option("--config <file>", "the configuration file", "turnpike.yml")
      .option("--json", "print one JSON document on standard output", false)
      .action(async (dir: string, { prove, all, ...options }: Options) => {
        const { runTryCommand } = await import("./try-command.ts");
        await runTryCommand({ ...options, dir, prove: all ? "all" : prove ? "red" : "none" });
      });
    withNotes(command, {
      examples: [
        ["turnpike try", "what the road would say of this repository"],
        ["turnpike try --prove", "is it red by its own command too?"],
        ["turnpike try --event release", "the whole road, signing included"],
        ["turnpike try ../other --keep", "another repository, and look at the copy"],
      ],
      exits: [
        EXITS.passed,
        EXITS.failed,
        EXITS.input,
        ["3", "a gate could not be judged, or a proof says that Turnpike is wrong"],
        EXITS.stopped,
      ],
      page: "docs/first-run.md",
    });
  },
};
