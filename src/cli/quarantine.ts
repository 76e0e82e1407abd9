import { type Command, InvalidArgumentError } from "commander";
import type { CommandModule } from "./command-module.ts";

/** What commander gives for `add`. */
interface AddOptions {
  readonly owner: string;
  readonly issue: string;
  readonly reason: string;
  readonly days: number;
  readonly gate?: string;
  readonly variant?: string;
  readonly dir: string;
}

function days(value: string): number {
  if (!/^([1-9]|[12]\d|30)$/.test(value))
    throw new InvalidArgumentError("A whole number of days from 1 to 30 is needed.");
  return Number(value);
}

/** `turnpike quarantine`: tests whose failure is forgiven for a while. */
export const quarantineCommand: CommandModule = {
  register(program: Command) {
    const group = program
      .command("quarantine")
      .description("Forgive the failure of a flaky test for a while: who mends it, where, and until when.");
    group
      .command("add")
      .description("Add an entry for a test to .github/turnpike/quarantine.yml; comments in it stay.")
      .argument("<test>", "the test as the page names it (tests/test_a.py::test_b), or its id")
      .requiredOption("--owner <who>", "who mends the test")
      .requiredOption("--issue <where>", "where the work on it is told")
      .requiredOption("--reason <why>", "why it is quarantined")
      .option("--days <n>", "how long the entry holds, at most 30", days, 14)
      .option("--gate <id>", "only in this gate")
      .option("--variant <variant>", "only on this system and interpreter, such as linux/py3.12")
      .option("--dir <dir>", "the repository's root", ".")
      .action(async (test: string, options: AddOptions) => {
        const { addToQuarantine } = await import("./quarantine-command.ts");
        await addToQuarantine({ test, ...options });
      });
    group
      .command("list")
      .description("Show the entries, and which tests failed here without being certain failures.")
      .option("--dir <dir>", "the repository's root", ".")
      .option("--json", "print one JSON document on standard output", false)
      .action(async (options: { dir: string; json: boolean }) => {
        const { listQuarantine } = await import("./quarantine-command.ts");
        await listQuarantine(options);
      });
    group
      .command("check")
      .description("Say what has ended; fails a week after the end of an entry, and for a test that is broken.")
      .option("--dir <dir>", "the repository's root", ".")
      .action(async (options: { dir: string }) => {
        const { checkQuarantine } = await import("./quarantine-command.ts");
        await checkQuarantine(options);
      });
  },
};
