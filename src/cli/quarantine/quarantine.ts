import type { Command } from "commander";
import type { CommandModule } from "../command-module.ts";
import { GROUPS, withNotes } from "../help-notes.ts";
import type { AddArguments } from "./quarantine-command.ts";

/** `turnpike quarantine`: tests whose failure is forgiven for a while. */
export const quarantineCommand: CommandModule = {
  register(program: Command) {
    const group = program
      .command("quarantine")
      .helpGroup(GROUPS.daily)
      .description("Forgive the failure of a flaky test for a while: who mends it, where, and until when.");
    withNotes(group, {
      examples: [
        ["turnpike quarantine list", "entries, and tests that are not healthy"],
        ["turnpike quarantine check", "what has ended; for a scheduled job"],
      ],
      exits: [],
      page: "docs/flaky.md",
    });
    const add = group
      .command("add")
      .description("Add an entry for a test to .github/turnpike/quarantine.yml; comments in it stay.")
      .usage("[options] <test>")
      .argument("[test]", "the test as the page names it (tests/test_a.py::test_b), or its id")
      .option("--owner <who>", "who mends the test, such as @team/stock (required)")
      .option("--issue <where>", "where the work on it is told: a number or an address (required)")
      .option("--reason <why>", "why it is quarantined (required)")
      .option("--days <n>", "how long the entry holds, at most 30", "14")
      .option("--gate <id>", "only in this gate")
      .option("--variant <variant>", "only on this system and interpreter, such as linux/py3.12")
      .option("--dir <dir>", "the repository's root", ".")
      .action(async (test: string | undefined, options: Omit<AddArguments, "test">) => {
        const { addToQuarantine } = await import("./quarantine-command.ts");
        await addToQuarantine({ test, ...options });
      });
    withNotes(add, {
      examples: [
        ["turnpike quarantine add tests/test_a.py::test_b \\", ""],
        ["  --owner @team/stock --issue '#12' --reason 'race with the clock'", ""],
      ],
      exits: [
        ["0", "the entry was added"],
        ["2", "something is missing or wrong; nothing was written"],
      ],
    });
    const list = group
      .command("list")
      .description("Show the entries, and which tests failed here without being certain failures.")
      .option("--dir <dir>", "the repository's root", ".")
      .option("--json", "print one JSON document on standard output", false)
      .action(async (options: { dir: string; json: boolean }) => {
        const { listQuarantine } = await import("./quarantine-command.ts");
        await listQuarantine(options);
      });
    withNotes(list, {
      examples: [["turnpike quarantine list --json", "for programs"]],
      exits: [
        ["0", "they were shown"],
        ["2", "quarantine.yml is wrong"],
      ],
    });
    const check = group
      .command("check")
      .description("Say what has ended; fails a week after the end of an entry, and for a test that is broken.")
      .option("--dir <dir>", "the repository's root", ".")
      .action(async (options: { dir: string }) => {
        const { checkQuarantine } = await import("./quarantine-command.ts");
        await checkQuarantine(options);
      });
    withNotes(check, {
      examples: [["turnpike quarantine check", "in a scheduled job"]],
      exits: [
        ["0", "nothing is overdue"],
        ["1", "an entry ended a week ago, or its test is broken"],
        ["2", "quarantine.yml is wrong"],
      ],
    });
  },
};
