/**
 * Compares release numbers, to ask a tool only for what its locked version can do.
 *
 * @param version a version as a lock writes it; undefined or odd ones count as new
 * @param least numbers of the release that can do it
 * @returns true when `version` is that release or a later one
 */
export function isAtLeast(version: string | undefined, ...least: readonly number[]): boolean {
  const parts = /^\d+(?:\.\d+)*/
    .exec(version ?? "")?.[0]
    .split(".")
    .map(Number);
  if (parts === undefined) return true;
  for (const [index, number] of least.entries()) {
    const other = parts[index] ?? 0;
    if (other !== number) return other > number;
  }
  return true;
}
