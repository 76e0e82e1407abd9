import type { Command } from "commander";
import type { CommandModule } from "./command-module.ts";

/** What commander gives. */
export interface PlanArguments {
  readonly directory: string;
  readonly config: string;
  readonly json: boolean;
  readonly explain: string | undefined;
}

/** `turnpike plan`: what would run, and why. */
export const planCommand: CommandModule = {
  register(program: Command) {
    program
      .command("plan")
      .description("Show what would run here, and which file and line says so. Runs nothing.")
      .argument("[dir]", "the repository", ".")
      .option("--json", "print one JSON document", false)
      .option("--explain <gate>", "say why a gate is there, what was considered and what was left out")
      .option("--config <file>", "the configuration file, relative to the repository", "turnpike.yml")
      .action(async (directory: string, options: Omit<PlanArguments, "directory">) => {
        const { runPlanCommand } = await import("./plan-command.ts");
        await runPlanCommand({ ...options, directory });
      });
  },
};
