import type { CommandModule } from "./command-module.ts";
import { doctorCommand } from "./doctor/doctor.ts";
import { gatesCommand } from "./gates/gates.ts";
import { initCommand } from "./init/init.ts";
import { migrateCommand } from "./migrate/migrate.ts";
import { planCommand } from "./plan/plan.ts";
import { quarantineCommand } from "./quarantine/quarantine.ts";
import { runCommand } from "./run.ts";
import { sbomCommand } from "./sbom/sbom.ts";
import { signCommand } from "./sign/sign.ts";
import { tryCommand } from "./try/try.ts";
import { verifyCommand } from "./verify/verify.ts";

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
