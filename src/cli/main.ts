import { CommanderError } from "commander";
import { EXIT, exitCodeOf, formatError } from "../errors.ts";
import type { CommandModule } from "./command-module.ts";
import { gatesCommand } from "./gates.ts";
import { planCommand } from "./plan.ts";
import { makeProgram } from "./program.ts";
import { runCommand } from "./run.ts";
import { sbomCommand } from "./sbom.ts";
import { signCommand } from "./sign.ts";
import { verifyCommand } from "./verify.ts";

/** Replaced by the build with the version of package.json. */
declare const __TURNPIKE_VERSION__: string;

const modules: readonly CommandModule[] = [
  gatesCommand,
  planCommand,
  runCommand,
  sbomCommand,
  signCommand,
  verifyCommand,
];

try {
  await makeProgram(__TURNPIKE_VERSION__, modules).parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.passed : EXIT.config;
  } else {
    process.stderr.write(`${formatError(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}
