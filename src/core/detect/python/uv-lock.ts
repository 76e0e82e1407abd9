/** What detection takes from a uv.lock. */
export interface UvLock {
  /** Locked versions by normalised name; of several versions of one package the first. */
  readonly versions: ReadonlyMap<string, string>;
  /** True when a package is among `names` or what they need, directly or not. */
  readonly reaches: (names: Iterable<string>, wanted: string) => boolean;
}

const NAME = /^\r?\nname = "([^"\n]+)"(?:\r?\nversion = "([^"\n]+)")?/;
const DEPENDENCIES = /^dependencies = \[$([\s\S]*?)^\]/m;
const DEPENDENCY = /\{ name = "([^"\n]+)"/g;

interface LockedPackage {
  readonly version: string | undefined;
  readonly block: string;
}

function neededBy(block: string): readonly string[] {
  const list = DEPENDENCIES.exec(block)?.[1] ?? "";
  return [...list.matchAll(DEPENDENCY)].map((match) => match[1] ?? "");
}

/**
 * Reads names, versions and what needs what, without parsing the whole document, because locks reach megabytes.
 * uv writes each package as a `[[package]]` table that begins with its name, with `dependencies` one to a line
 * (crates/uv-resolver/src/lock in astral-sh/uv).
 *
 * @param text a uv.lock
 * @returns versions by name; empty for a text that is no lock
 */
export function readUvLock(text: string): UvLock {
  const packages = new Map<string, LockedPackage>();
  for (const block of text.split("[[package]]").slice(1)) {
    const match = NAME.exec(block);
    if (match?.[1] !== undefined && !packages.has(match[1])) packages.set(match[1], { version: match[2], block });
  }
  const versions = [...packages].flatMap(([name, { version }]) =>
    version === undefined ? [] : [[name, version] as const],
  );
  const reaches = (names: Iterable<string>, wanted: string): boolean => {
    const seen = new Set(names);
    for (const name of seen) {
      if (name === wanted) return true;
      const found = packages.get(name);
      if (found !== undefined) for (const needed of neededBy(found.block)) seen.add(needed);
    }
    return false;
  };
  return { versions: new Map(versions), reaches };
}
