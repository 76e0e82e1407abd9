import { satisfies } from "@renovatebot/pep440";

/** Numbers of the folders in uv's cache that hold what a later run can use (crates/uv-cache/src/lib.rs of astral-sh/uv). */
export interface CacheBuckets {
  readonly wheels: number;
  readonly sdists: number;
}

/** Read from the folders that each version makes; between two versions with the same numbers they cannot have changed. */
const KNOWN: readonly { readonly versions: string; readonly buckets: CacheBuckets }[] = [
  { versions: ">=0.10.0,<=0.12.24", buckets: { wheels: 6, sdists: 9 } },
  { versions: ">=0.13.0,<=0.13.8", buckets: { wheels: 7, sdists: 10 } },
];

/**
 * What a uv finds again in a cache that another uv wrote. A number that differs makes the whole cache dead weight.
 *
 * @param uvVersion `0.13.8`
 * @returns the numbers, or undefined for a version that is not in the table
 */
function bucketsOf(uvVersion: string): CacheBuckets | undefined {
  return KNOWN.find((entry) => satisfies(uvVersion, entry.versions))?.buckets;
}

/**
 * @param uvVersion `0.13.8`
 * @returns `w7s10`; for a version that is not in the table the version itself, so that only the same uv finds the entry
 */
export function bucketFingerprint(uvVersion: string): string {
  const buckets = bucketsOf(uvVersion);
  return buckets === undefined ? `uv${uvVersion}` : `w${buckets.wheels}s${buckets.sdists}`;
}

/**
 * @param topLevel names in the cache folder
 * @param uvVersion `0.13.8`
 * @returns true when this uv will find wheels there
 */
export function hasWheels(topLevel: readonly string[], uvVersion: string): boolean {
  const buckets = bucketsOf(uvVersion);
  if (buckets === undefined) return topLevel.some((name) => /^wheels-v\d+$/.test(name));
  return topLevel.includes(`wheels-v${buckets.wheels}`);
}
