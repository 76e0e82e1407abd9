import { type Environment, environmentKey, type Gate } from "../gates/index.ts";

/**
 * The union of what gates need, one entry an environment.
 *
 * @param gates gates that run
 * @param lockOf lock file of a manager that holds for a folder, or undefined
 * @returns sorted by folder, uv before the others
 */
export function joinNeeds(
  gates: readonly Gate[],
  lockOf: (manager: Environment["manager"], cwd: string) => string | undefined,
): readonly Environment[] {
  const joined = new Map<string, Environment>();
  for (const { environment: need } of gates) {
    if (need === null) continue;
    const id = environmentKey(need);
    const other = joined.get(id);
    const options = union(other?.options ?? [], need.options ?? []);
    joined.set(id, {
      manager: need.manager,
      cwd: need.cwd,
      groups: union(other?.groups ?? [], need.groups),
      extras: union(other?.extras ?? [], need.extras),
      lock: lockOf(need.manager, need.cwd) ?? null,
      ...(need.python === undefined ? {} : { python: need.python }),
      ...(options.length === 0 ? {} : { options }),
      ...(need.recipe === undefined ? {} : { recipe: other?.recipe ?? need.recipe }),
    });
  }
  const order = ({ cwd, manager, python = "" }: Environment): string =>
    `${cwd}\0${manager === "uv" ? 0 : 1}\0${python}`;
  return [...joined.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}
