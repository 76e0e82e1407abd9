/** A set of environments: one bit for each, or `all`. */
export type Worlds = "all" | Uint32Array;

/**
 * @param bits one bit for each environment; taken over
 * @param count how many environments there are
 * @returns the set, `all` where every bit is set
 */
export function toWorlds(bits: Uint32Array, count: number): Worlds {
  for (let index = 0; index < bits.length; index += 1) {
    const isLast = index === bits.length - 1 && count % 32 !== 0;
    const full = isLast ? 2 ** (count % 32) - 1 : 0xffffffff;
    if (bits[index] !== full) return bits;
  }
  return "all";
}

/**
 * @param a some environments
 * @param b others
 * @returns those in both
 */
export function intersection(a: Worlds, b: Worlds): Worlds {
  if (a === "all") return b;
  if (b === "all") return a;
  const both = a.slice();
  for (let index = 0; index < both.length; index += 1) both[index] = (both[index] ?? 0) & (b[index] ?? 0);
  return both;
}

/**
 * @param a some environments
 * @param b others
 * @returns those in either
 */
export function union(a: Worlds, b: Worlds): Worlds {
  if (a === "all" || b === "all") return "all";
  const either = a.slice();
  for (let index = 0; index < either.length; index += 1) either[index] = (either[index] ?? 0) | (b[index] ?? 0);
  return either;
}

/**
 * @param worlds some environments
 * @returns whether there is none
 */
export function isNone(worlds: Worlds): boolean {
  if (worlds === "all") return false;
  for (let index = 0; index < worlds.length; index += 1) if (worlds[index] !== 0) return false;
  return true;
}

/**
 * @param part some environments
 * @param whole others
 * @returns whether `whole` has all of `part`
 */
export function isWithin(part: Worlds, whole: Worlds): boolean {
  if (whole === "all") return true;
  if (part === "all") return false;
  for (let index = 0; index < part.length; index += 1) {
    if (((part[index] ?? 0) & ~(whole[index] ?? 0)) !== 0) return false;
  }
  return true;
}
