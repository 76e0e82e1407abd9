import type { Command } from "commander";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import type { DoctorArguments } from "./doctor-command.ts";

/** `turnpike doctor`: what is missing on this machine or in this repository. */
export const doctorCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("doctor")
      .helpGroup(GROUPS.begin)
      .description("Say what is missing on this machine or in this repository, and what mends it. Changes nothing.")
      .argument("[dir]", "the repository", ".")
      .option("--online", "also ask package indexes, and GitHub by way of gh", false)
      .option("--strict", "end with 1 for warnings too", false)
      .option("--json", "print one JSON document", false)
      .action(async (directory: string, options: Omit<DoctorArguments, "directory">) => {
        const { runDoctorCommand } = await import("./doctor-command.ts");
        await runDoctorCommand({ ...options, directory });
      });
    withNotes(command, {
      examples: [
        ["turnpike doctor", "what is missing, without asking the network"],
        ["turnpike doctor --online", "ask package indexes and GitHub too"],
        ["turnpike doctor --strict", "for scripts: warnings count"],
      ],
      exits: [
        ["0", "nothing is missing that a run needs"],
        ["1", "a run fails with what was found"],
        ["2", "the folder or an option is wrong"],
      ],
      page: "docs/doctor.md",
    });
  },
};
