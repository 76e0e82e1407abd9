import type { Command } from "commander";
import type { RunCommandOptions } from "../local/run-command.ts";
import type { CommandModule } from "./command-module.ts";
import { EXITS, GROUPS, withNotes } from "./help-notes.ts";
import { collect } from "./option-values.ts";

/** `turnpike run`. */
export const runCommand: CommandModule = {
  register(program: Command): void {
    const command = program
      .command("run")
      .helpGroup(GROUPS.daily)
      .description("Run the repository's own workflow on this machine, as GitHub would.")
      .argument("[dir]", "the repository", ".")
      .option(
        "--event <event>",
        "push, pull_request, merge_group, workflow_dispatch, release or schedule (default: push)",
      )
      .option("--workflow <file>", "the workflow; default: the one that listens to the event")
      .option("--job <id>", "one job, with all that it needs")
      .option("--ref <ref>", "branch or tag that the run is of; default: the current branch")
      .option("--repository <owner/name>", "what the repository is called; default: its remote `origin`")
      .option("--visibility <visibility>", "public, private or internal", "private")
      .option("--map <owner/repo@ref=dir>", "a folder that stands for a repository; may be repeated", collect, [])
      .option("--input <name=value>", "an input of workflow_dispatch; may be repeated", collect, [])
      .option("--event-file <file>", "JSON that goes over the event's payload")
      .option("--var <name=value>", "a value of the `vars` context; may be repeated", collect, [])
      .option("--secret <name>", "a secret, its value is read from the environment; may be repeated", collect, [])
      .option("--pass-env <name>", "hand a variable that looks like a secret on to steps; may be repeated", collect, [])
      .option("--without <service>", "do without cache, artifacts, oidc or api; may be repeated", collect, [])
      .option("--cache-mode <mode>", "what jobs may do with the cache: write, read, write-only or none")
      .option("--jobs <n>", "how many jobs run at once; default: one a core, at least 4")
      .option("--keep", "keep the folders of the jobs")
      .option("--json", "print run.json")
      .action(async (directory: string, options: Omit<RunCommandOptions, "directory">) => {
        const { runFromOptions } = await import("../local/run-command.ts");
        process.exitCode = await runFromOptions({ ...options, directory });
      });
    withNotes(command, {
      examples: [
        ["turnpike run", "as for a push, uncommitted files too"],
        ["turnpike run --event pull_request", "as for a pull request"],
        ["turnpike run --ref v1.2.0", "as for the push of a tag: a release"],
        ["turnpike run --workflow ci.yml --job test", "one job, and what it needs"],
      ],
      exits: [
        ["0", "passed"],
        ["1", "a job failed"],
        ["2", "a workflow, a permission, the folder or an option is wrong"],
        ["3", "a tool or a service failed"],
        EXITS.budget,
        EXITS.stopped,
      ],
      page: "docs/run.md",
    });
  },
};
