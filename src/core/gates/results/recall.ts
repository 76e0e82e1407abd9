import type { Judgement } from "../judge/evidence.ts";
import type { Gate } from "../plan.ts";
import type { ResultKey } from "./result-key.ts";

/**
 * Chooses the gates that need not run. A pass stands for a gate only when it stands for all that need the gate too:
 * they may want what it leaves behind, and a pass leaves nothing behind.
 *
 * @param gates all gates that would run
 * @param keys their keys
 * @param passOf what is remembered of a key
 * @returns judgements of those that do not run
 */
export function recallPasses(
  gates: readonly Gate[],
  keys: ReadonlyMap<string, ResultKey>,
  passOf: (key: string) => Judgement | undefined,
): ReadonlyMap<string, Judgement> {
  const found = new Map<string, Judgement>();
  for (const { id } of gates) {
    const key = keys.get(id);
    const pass = key?.kind === "key" ? passOf(key.key) : undefined;
    if (pass !== undefined) found.set(id, pass);
  }
  const byId = new Map(gates.map((gate) => [gate.id, gate]));
  const open = gates.filter(({ id }) => !found.has(id));
  for (let gate = open.pop(); gate !== undefined; gate = open.pop()) {
    for (const need of gate.needs) {
      const needed = byId.get(need);
      if (found.delete(need) && needed !== undefined) open.push(needed);
    }
  }
  return found;
}
