import type { Executed } from "../executed.ts";

/**
 * @param gates gates after the run
 * @returns by id of a gate that failed: the command that mends what it found, for tools that can. What knows the tools is
 * loaded when something failed
 */
export async function fixesOf(gates: readonly Executed[]): Promise<ReadonlyMap<string, { readonly fix: string }>> {
  const failed = gates.filter(({ judgement }) => judgement.outcome === "failed" || judgement.outcome === "waived");
  if (failed.length === 0) return new Map();
  const { fixCommand } = await import("../../../core/detect/fix-command.ts");
  return new Map(
    failed.flatMap(({ gate }) => {
      const fix = fixCommand(gate);
      return fix === null ? [] : [[gate.id, { fix }] as const];
    }),
  );
}
