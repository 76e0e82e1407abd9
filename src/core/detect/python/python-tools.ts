import type { Draft } from "../draft.ts";
import type { PythonScene } from "./python-gate.ts";
import { lintersOf } from "./python-linters.ts";
import { lockGate } from "./python-lock.ts";
import { safetyGates } from "./python-safety.ts";
import { testGates } from "./python-tests.ts";
import { typeCheckers } from "./python-types.ts";

/**
 * @param scene one Python project
 * @returns its gates, declared and suggested, in the order in which people read them
 */
export function pythonGates(scene: PythonScene): readonly Draft[] {
  return [...lockGate(scene), ...lintersOf(scene), ...typeCheckers(scene), ...testGates(scene), ...safetyGates(scene)];
}
