/**
 * Order by UTF-16 code units: the same on every machine, unlike `localeCompare`.
 *
 * @param a one text
 * @param b another
 * @returns negative, 0 or positive
 */
export function compareText(a: string, b: string): number {
  if (a < b) return -1;
  return a > b ? 1 : 0;
}

/**
 * @param values anything with a sort key
 * @param key gives the sort key
 * @returns a sorted copy
 */
export function sortedBy<T>(values: Iterable<T>, key: (value: T) => string): T[] {
  return [...values].sort((a, b) => compareText(key(a), key(b)));
}
