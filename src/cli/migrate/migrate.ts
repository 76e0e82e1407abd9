import type { Command } from "commander";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import type { MigrateArguments } from "./migrate-command.ts";

/** `turnpike migrate`: says of each step of the existing workflows what becomes of it. */
export const migrateCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("migrate")
      .helpGroup(GROUPS.begin)
      .description(
        "Say of each step of the existing workflows: replaced, kept, or for a person, and why. Shows the new files.",
      )
      .argument("[dir]", "the repository", ".")
      .option("--write", "write the new files; without it nothing is written", false)
      .option("--force", "write although .github has changes that are not committed", false)
      .option("--json", "print one JSON document instead", false)
      .option("--workflow <file>", "this workflow only, as in ci.yml")
      .option("--ref <ref>", "the commit or tag of Turnpike to pin, as in OWNER/turnpike@v1.2.3")
      .option("--branch <name>", "the default branch, where the clone does not say it")
      .option("--caller <file>", "name of a new caller below .github/workflows", "turnpike.yml")
      .action(async (directory: string, options: Omit<MigrateArguments, "directory">) => {
        const { runMigrateCommand } = await import("./migrate-command.ts");
        await runMigrateCommand({ ...options, directory });
      });
    withNotes(command, {
      examples: [
        ["turnpike migrate", "what becomes of each step; writes nothing"],
        ["turnpike migrate --workflow ci.yml", "of one workflow"],
        ["turnpike migrate --write --ref OWNER/turnpike@v1.2.3", "write the new files"],
      ],
      exits: [
        ["0", "it was worked out, and written when asked to"],
        ["2", "wrong options, no repository, or nothing could be written"],
      ],
      page: "docs/migrate.md",
    });
  },
};
