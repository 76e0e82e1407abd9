import type { Environment, Gate } from "../gates/index.ts";

/**
 * The union of what gates need, one entry a manager, folder and interpreter.
 *
 * @param gates gates that run
 * @param locks lock file by `manager\0folder`
 * @returns sorted by folder, uv before npm
 */
export function joinNeeds(gates: readonly Gate[], locks: ReadonlyMap<string, string>): readonly Environment[] {
  const joined = new Map<string, Environment>();
  for (const { environment: need } of gates) {
    if (need === null) continue;
    const place = `${need.manager}\0${need.cwd}`;
    const id = need.python === undefined ? place : `${place}\0${need.python}`;
    const other = joined.get(id);
    joined.set(id, {
      manager: need.manager,
      cwd: need.cwd,
      groups: union(other?.groups ?? [], need.groups),
      extras: union(other?.extras ?? [], need.extras),
      lock: locks.get(place) ?? null,
      ...(need.python === undefined ? {} : { python: need.python }),
    });
  }
  const order = ({ cwd, manager, python = "" }: Environment): string =>
    `${cwd}\0${manager === "uv" ? 0 : 1}\0${python}`;
  return [...joined.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}
