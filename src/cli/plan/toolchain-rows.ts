import { type Gate, type Plan, toolchainKey } from "../../core/gates/index.ts";
import { placeText } from "../page/place-text.ts";

/** A toolchain that gates ask for, and what this machine has of it. */
export interface ToolchainRow {
  /** As {@link toolchainKey} gives it. */
  readonly key: string;
  /** `node 22`. */
  readonly wish: string;
  /** `.nvmrc:1`. */
  readonly where: string;
  /** `22.11.0, of nvm`. */
  readonly text: string;
}

/** Versions are foreign text. */
const MOST_VERSION = 40;

/**
 * @param plan a plan; where no gate of it asks for a toolchain, nothing is looked at
 * @param env the environment of this process
 * @returns each toolchain once, in the order of the gates
 */
export async function toolchainRows(
  { gates, suggestions }: Pick<Plan, "gates" | "suggestions">,
  env: Readonly<Record<string, string | undefined>>,
): Promise<readonly ToolchainRow[]> {
  const all: readonly Gate[] = [...gates, ...suggestions.map(({ gate }) => gate)].filter(
    ({ toolchains }) => toolchains !== undefined,
  );
  if (all.length === 0) return [];
  const [
    { chooseToolchains },
    { choiceText },
    { NodeToolchains },
    { NodeProcesses },
    { definedVariables },
    { oneLine },
  ] = await Promise.all([
    import("../../actions/gates/toolchains/choose.ts"),
    import("../../core/toolchains/index.ts"),
    import("../../adapters/node/toolchains/index.ts"),
    import("../../adapters/node/processes.ts"),
    import("../../adapters/node/environment.ts"),
    import("../../core/summary/text.ts"),
  ]);
  const own = definedVariables(env);
  const found = await chooseToolchains(all, { toolchains: new NodeToolchains(new NodeProcesses(), own), env: own });
  const rows = new Map<string, ToolchainRow>();
  for (const { wish, choice } of all.flatMap((gate) => found.chosenFor(gate))) {
    const key = toolchainKey(wish);
    if (rows.has(key)) continue;
    const text = `${wish.language} ${oneLine(wish.version, MOST_VERSION)}`;
    rows.set(key, { key, wish: text, where: placeText(wish.source), text: choiceText(choice) });
  }
  return [...rows.values()];
}
