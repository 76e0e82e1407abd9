import { filesNamedBy } from "./file-patterns.ts";
import type { Gate } from "./plan.ts";
import { countsBeside } from "./results/result-key.ts";
import { type ChangedFiles, noneOf } from "./when.ts";

/** Files whose change may have changed the gate itself: where it is declared, what leads there, and turnpike.yml. */
function declares({ source, chain = [] }: Gate, config: string): (file: string) => boolean {
  const files = new Set([config, source.file, ...chain.map((step) => step.file)]);
  return (file) => files.has(file);
}

/**
 * Whether a change can make a gate say something else. A gate that names neither `inputs` nor `when.paths` depends on all
 * files, so every change can.
 *
 * @param gate any gate
 * @param changed what changed
 * @param config path of turnpike.yml
 * @returns why it cannot, naming what was looked at; undefined when it can, also when nobody knows what changed
 */
export function whyUnaffected(gate: Gate, changed: ChangedFiles, config = "turnpike.yml"): string | undefined {
  if (changed.kind === "unknown") return undefined;
  if (changed.files.length === 0) return `nothing changed since ${changed.since}`;
  const patterns = gate.inputs ?? gate.when?.paths;
  if (patterns === undefined) return undefined;
  const isNamed = filesNamedBy(patterns);
  const isBeside = gate.inputs === undefined ? () => false : countsBeside(gate);
  const isItsOwn = declares(gate, config);
  if (changed.files.some((file) => isNamed(file) || isBeside(file) || isItsOwn(file))) return undefined;
  const which = gate.inputs === undefined ? "its `when.paths` name" : "its `inputs` name";
  return `${which} ${noneOf(changed.files, changed.since)}`;
}
