import { CommanderError } from "commander";
import { EXIT, exitCodeOf, formatError } from "../errors.ts";
import type { CommandModule } from "./command-module.ts";
import { doctorCommand } from "./doctor.ts";
import { gatesCommand } from "./gates.ts";
import { initCommand } from "./init.ts";
import { migrateCommand } from "./migrate.ts";
import { planCommand } from "./plan.ts";
import { makeProgram } from "./program.ts";
import { quarantineCommand } from "./quarantine.ts";
import { runCommand } from "./run.ts";
import { sbomCommand } from "./sbom.ts";
import { signCommand } from "./sign.ts";
import { tryCommand } from "./try.ts";
import { verifyCommand } from "./verify.ts";

/** Replaced by the build with the version of package.json; not there when the sources are run. */
declare const __TURNPIKE_VERSION__: string | undefined;

const version = typeof __TURNPIKE_VERSION__ === "undefined" ? "0.0.0" : __TURNPIKE_VERSION__;

const modules: readonly CommandModule[] = [
  doctorCommand,
  gatesCommand,
  initCommand,
  migrateCommand,
  planCommand,
  quarantineCommand,
  runCommand,
  sbomCommand,
  signCommand,
  tryCommand,
  verifyCommand,
];

try {
  await makeProgram(version, modules).parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.passed : EXIT.config;
  } else {
    process.stderr.write(`${formatError(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}
