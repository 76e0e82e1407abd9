import type { CommandModule } from "./command-module.ts";
import { doctorCommand } from "./doctor.ts";
import { gatesCommand } from "./gates.ts";
import { initCommand } from "./init.ts";
import { migrateCommand } from "./migrate.ts";
import { planCommand } from "./plan.ts";
import { quarantineCommand } from "./quarantine.ts";
import { runCommand } from "./run.ts";
import { sbomCommand } from "./sbom.ts";
import { signCommand } from "./sign.ts";
import { tryCommand } from "./try.ts";
import { verifyCommand } from "./verify.ts";

/** All commands, in the order of the help. */
export const COMMANDS: readonly CommandModule[] = [
  tryCommand,
  planCommand,
  initCommand,
  migrateCommand,
  doctorCommand,
  gatesCommand,
  runCommand,
  quarantineCommand,
  sbomCommand,
  signCommand,
  verifyCommand,
];
