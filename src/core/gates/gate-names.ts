/** Longest part of a file name that a gate's id becomes. */
const LONGEST_NAME = 80;

/**
 * @param ids ids of gates
 * @returns for each a name that every file system takes, different for each also where case does not count
 */
export function fileNamesOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const plain =
      id
        .replaceAll(/[^A-Za-z0-9._-]+/g, "-")
        .replace(/^[.-]+/, "")
        .slice(0, LONGEST_NAME) || "gate";
    let name = plain;
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${plain}-${number}`;
    used.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}
