import { Environments } from "../../actions/gates/environments/environments.ts";
import type { GatePorts } from "../../actions/gates/gate-ports.ts";
import { ResultCache, type ResultMemory } from "../../actions/gates/results/result-cache.ts";
import { selectGates } from "../../actions/gates/select-gates.ts";
import { columnsOf } from "../../adapters/terminal/columns.ts";
import { styles } from "../../adapters/terminal/styles.ts";
import { renderTable } from "../../adapters/terminal/table.ts";
import type { Plan } from "../../core/gates/index.ts";
import { oneLine } from "../../core/summary/index.ts";
import type { EnvironmentStore } from "../../ports/environment-store.ts";

/** What is explained. */
interface Explained {
  readonly root: string;
  readonly plan: Plan;
  readonly memory: ResultMemory;
  readonly environments: EnvironmentStore;
}

/** Enough of a digest to compare by eye. */
const SHOWN = 12;

/**
 * Says what decides whether a gate has to run again. Nothing is run.
 *
 * @param id a gate, or the entry of a matrix
 * @param about the repository, its plan, and where results and environments are kept
 * @param ports the world
 * @throws TurnpikeError `PLAN_UNKNOWN_GATE`
 */
export async function explainCache(
  id: string,
  { root, plan, memory, environments: store }: Explained,
  ports: GatePorts,
): Promise<void> {
  const look = styles(process.stdout, ports.env);
  const chosen = selectGates(plan, [id]).filter((gate) => gate.id === id || gate.matrix?.of === id);
  const written = [".turnpike/"];
  const gates = selectGates(plan, []);
  const options = { root, environments: plan.environments, folder: root, listener: () => undefined, store };
  const environments = await Environments.open(gates, options, ports);
  const cache = await ResultCache.open(memory, { gates, root, written, environments }, ports);
  const passes = await cache.recall();
  const blocks = chosen.map((gate) => {
    const key = cache.keys.get(gate.id);
    const title = look.bold(oneLine(gate.id, 200));
    if (key?.kind !== "key") return `${title}  is always run: ${oneLine(key?.reason ?? "", 300)}`;
    const pass = passes.get(gate.id)?.reason;
    const state = pass ?? "runs next time: nothing with this key has passed, or what needs it has to run";
    const rows = key.parts.map((part) => [
      look.dim(part.name),
      part.digest.slice(0, SHOWN),
      oneLine(part.detail, 2000),
    ]);
    const table = renderTable(rows, {
      width: Math.min(columnsOf([process.stdout, process.stderr], 100), 120),
      indent: 2,
      overflow: "wrap",
    });
    return [`${title}  ${look.dim(`· key ${key.key.slice(0, SHOWN)}`)}`, `  ${oneLine(state, 300)}`, table].join("\n");
  });
  process.stdout.write(`${blocks.join("\n\n")}\n`);
}
