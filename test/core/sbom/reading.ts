import { type Inventory, takeInventory } from "../../../src/core/sbom/inventory.ts";
import { readLock } from "../../../src/core/sbom/read-lock.ts";
import type { Selection } from "../../../src/core/sbom/select.ts";
import { formatProblem, TurnpikeError } from "../../../src/errors.ts";

/** Only what the root itself needs. */
export const BARE: Selection = { groups: [], extras: [], members: "default" };

/** @returns what a selection reaches in a lock's text */
export function inventoryOf(text: string, selection: Selection = BARE, path = "uv.lock"): Inventory {
  return takeInventory(readLock(path, text), selection);
}

/** @returns `name version` of every component, the root left out */
export function namesOf(inventory: Inventory): readonly string[] {
  return inventory.members.map(({ package: { name, version } }) =>
    version === undefined ? name : `${name} ${version}`,
  );
}

/** @returns `from -> to` by name and version, sorted; the stand-in for a root is `(root)` */
export function edgesOf(inventory: Inventory): readonly string[] {
  const all = [inventory.root, ...inventory.members];
  const named = new Map(
    all.map(({ package: { key, name, version } }) => [key, [name || "(root)", version].filter(Boolean).join(" ")]),
  );
  return all
    .flatMap(({ package: { key }, dependsOn }) => dependsOn.map((to) => `${named.get(key)} -> ${named.get(to)}`))
    .sort();
}

/** @returns the error that reading a lock gives, as its problems and hint */
export function refusalOf(path: string, text: string): { readonly problems: readonly string[]; readonly hint: string } {
  try {
    readLock(path, text);
  } catch (error) {
    if (!(error instanceof TurnpikeError)) throw error;
    return { problems: error.problems.map(formatProblem), hint: error.hint ?? "" };
  }
  throw new Error(`${path} was read, and should not have been`);
}
