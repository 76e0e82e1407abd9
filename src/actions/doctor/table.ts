import { callerCheck } from "./checks/caller.ts";
import { checkNameCheck } from "./checks/check-name.ts";
import { clockCheck } from "./checks/clock.ts";
import { configCheck } from "./checks/config.ts";
import { diskSpaceCheck } from "./checks/disk-space.ts";
import { foldersCheck } from "./checks/folders.ts";
import { gatesCheck } from "./checks/gates.ts";
import { gitCheck } from "./checks/git.ts";
import { historyCheck } from "./checks/history.ts";
import { indexesCheck } from "./checks/indexes.ts";
import { leftoversCheck } from "./checks/leftovers.ts";
import { locksCheck } from "./checks/locks.ts";
import { networkSettingsCheck } from "./checks/network-settings.ts";
import { nodeCheck } from "./checks/node.ts";
import { partsCheck } from "./checks/parts.ts";
import { permissionsCheck } from "./checks/permissions.ts";
import { pinCheck } from "./checks/pin.ts";
import { programsCheck } from "./checks/programs.ts";
import { pythonCheck } from "./checks/python.ts";
import { requiredCheck } from "./checks/required.ts";
import { runnerCheck } from "./checks/runner.ts";
import { scriptsCheck } from "./checks/scripts.ts";
import { shimsCheck } from "./checks/shims.ts";
import { toolchainsCheck } from "./checks/toolchains.ts";
import { toolsCheck } from "./checks/tools.ts";
import { triggersCheck } from "./checks/triggers.ts";
import { updatesCheck } from "./checks/updates.ts";
import { uvCheck } from "./checks/uv.ts";
import { virtualEnvironmentCheck } from "./checks/virtual-environment.ts";
import { workflowsCheck } from "./checks/workflows.ts";
import type { Check } from "./scene.ts";

/** All checks of `turnpike doctor`, in the order in which people see them. */
export const CHECKS: readonly Check[] = [
  nodeCheck,
  gitCheck,
  uvCheck,
  pythonCheck,
  toolchainsCheck,
  programsCheck,
  shimsCheck,
  networkSettingsCheck,
  indexesCheck,
  diskSpaceCheck,
  foldersCheck,
  clockCheck,
  configCheck,
  gatesCheck,
  toolsCheck,
  locksCheck,
  virtualEnvironmentCheck,
  historyCheck,
  scriptsCheck,
  partsCheck,
  leftoversCheck,
  callerCheck,
  workflowsCheck,
  permissionsCheck,
  triggersCheck,
  checkNameCheck,
  pinCheck,
  updatesCheck,
  runnerCheck,
  requiredCheck,
];
