import { filesNamedBy } from "./file-patterns.ts";
import type { Gate } from "./plan.ts";
import { countsBeside } from "./result-key.ts";
import { type ChangedFiles, noneOf } from "./when.ts";

/**
 * Whether a change can make a gate say something else. A gate that names neither `inputs` nor `when.paths` depends on all
 * files, so every change can.
 *
 * @param gate any gate
 * @param changed what changed
 * @returns why it cannot, naming what was looked at; undefined when it can, also when nobody knows what changed
 */
export function whyUnaffected(gate: Gate, changed: ChangedFiles): string | undefined {
  if (changed.kind === "unknown") return undefined;
  if (changed.files.length === 0) return `nothing changed since ${changed.since}`;
  const patterns = gate.inputs ?? gate.when?.paths;
  if (patterns === undefined) return undefined;
  const isNamed = filesNamedBy(patterns);
  const isBeside = gate.inputs === undefined ? () => false : countsBeside(gate);
  if (changed.files.some((file) => isNamed(file) || isBeside(file))) return undefined;
  const which = gate.inputs === undefined ? "its `when.paths` name" : "its `inputs` name";
  return `${which} ${noneOf(changed.files, changed.since)}`;
}
