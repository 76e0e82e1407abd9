import type { Command } from "commander";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import type { InitArguments } from "./init-command.ts";

/** `turnpike init`: brings a repository onto the road. */
export const initCommand: CommandModule = {
  register(program: Command) {
    const command = program
      .command("init")
      .helpGroup(GROUPS.begin)
      .description("Write the caller workflow, pinned to a commit. Shows the difference and asks first.")
      .argument("[dir]", "the repository", ".")
      .option("-y, --yes", "write without asking, only what is certain", false)
      .option("--json", "print one JSON document instead; writes only with --yes", false)
      .option("--checks-only", "the read-only lane: checks alone, nothing is built or signed", false)
      .option("--ref <ref>", "the commit or tag of Turnpike to pin, as in OWNER/turnpike@v1.2.3")
      .option("--branch <name>", "the default branch, where the clone does not say it")
      .option("--workflow <file>", "name of the caller below .github/workflows", "turnpike.yml")
      .option("--ruleset", "only print the ruleset that requires the check, as JSON for GitHub's API", false)
      .action(async (directory: string, options: Omit<InitArguments, "directory">) => {
        const { runInitCommand } = await import("./init-command.ts");
        await runInitCommand({ ...options, directory });
      });
    withNotes(command, {
      examples: [
        ["turnpike init", "show the files, ask, write them"],
        ["turnpike init --yes --ref OWNER/turnpike@v1.2.3", "for scripts, with a pin that you choose"],
        ["turnpike init --checks-only", "checks alone, with less rights"],
        ["turnpike init --ruleset", "JSON that requires the check, for gh api"],
      ],
      exits: [
        ["0", "written, or nothing to change"],
        ["2", "nothing was written, and why"],
        ["130", "you said no"],
      ],
      page: "docs/init.md",
    });
  },
};
