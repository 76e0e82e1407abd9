import type { Command } from "commander";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import type { PlanArguments } from "./plan-command.ts";

/** `turnpike plan`: what would run, and why. */
export const planCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("plan")
      .helpGroup(GROUPS.begin)
      .description("Show what would run here, and which file and line says so. Runs nothing.")
      .argument("[dir]", "the repository", ".")
      .option("--json", "print one JSON document", false)
      .option("--explain <gate>", "say why a gate is there, what was considered and what was left out")
      .option("--config <file>", "the configuration file, relative to the repository", "turnpike.yml")
      .action(async (directory: string, options: Omit<PlanArguments, "directory">) => {
        const { runPlanCommand } = await import("./plan-command.ts");
        await runPlanCommand({ ...options, directory });
      });
    withNotes(command, {
      examples: [
        ["turnpike plan", "what would run here"],
        ["turnpike plan --explain lint", "why that gate is there, and what it needs"],
        ["turnpike plan services/api", "of one folder of the repository"],
        ["turnpike plan --json | jq '.gates[].id'", "for programs"],
      ],
      exits: [
        ["0", "the plan was printed, also an empty one"],
        ["2", "turnpike.yml, the folder or an option is wrong"],
      ],
      page: "docs/detection.md",
    });
  },
};
