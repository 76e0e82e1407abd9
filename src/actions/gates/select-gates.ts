import { nearestName } from "../../contract/index.ts";
import { type Gate, inOrderOfNeeds, type Plan, requireNeeds } from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";

/**
 * Chooses the gates that run.
 *
 * @param plan all gates
 * @param only ids to run with all that they need; empty: all
 * @returns them, in the order of the plan, what required gates need being required too
 * @throws TurnpikeError `PLAN_UNKNOWN_GATE` naming every id that there is not
 */
export function selectGates(plan: Plan, only: readonly string[]): readonly Gate[] {
  const declared = requireNeeds(plan.gates.filter((gate) => gate.declared));
  if (only.length === 0) return declared;
  const idsOf = (id: string) =>
    declared.filter((gate) => gate.id === id || gate.matrix?.of === id).map((gate) => gate.id);
  const problems = only.flatMap((id) => (idsOf(id).length > 0 ? [] : [unknownGate(id, plan)]));
  if (problems.length > 0) {
    throw new TurnpikeError("PLAN_UNKNOWN_GATE", "config", "Nothing was run.", { problems });
  }
  const chosen = new Set(only.flatMap(idsOf));
  for (const gate of [...inOrderOfNeeds(declared)].reverse()) {
    if (chosen.has(gate.id)) for (const need of gate.needs) chosen.add(need);
  }
  return declared.filter((gate) => chosen.has(gate.id));
}

function unknownGate(id: string, plan: Plan) {
  const ids = plan.gates.filter((gate) => gate.declared).map((gate) => gate.id);
  if (plan.suggestions.some((suggestion) => suggestion.gate.id === id)) {
    return { where: id, message: "is only suggested; declare it in turnpike.yml to run it" };
  }
  const nearest = nearestName(id, ids);
  if (nearest !== undefined) return { where: id, message: `is no gate here; did you mean \`${nearest}\`?` };
  return {
    where: id,
    message: ids.length === 0 ? "is no gate; there are none here" : `is no gate; there are ${ids.join(", ")}`,
  };
}
