// The command as a program, for tests that start it: what src/cli/main.ts does, for this command alone.
import { CommanderError } from "commander";
import { makeProgram } from "../../src/cli/program.ts";
import { quarantineCommand } from "../../src/cli/quarantine.ts";
import { EXIT, exitCodeOf, formatError } from "../../src/errors.ts";

try {
  await makeProgram("0.1.0", [quarantineCommand]).parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.passed : EXIT.config;
  } else {
    process.stderr.write(`${formatError(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}
