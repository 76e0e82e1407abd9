/** What detection takes from a uv.lock. */
export interface UvLock {
  /** Locked versions by normalised name; of several versions of one package the first. */
  readonly versions: ReadonlyMap<string, string>;
}

const PACKAGE = /^\[\[package\]\]\r?\nname = "([^"\n]+)"\r?\nversion = "([^"\n]+)"/gm;

/**
 * Reads names and versions only, without parsing the whole document, because locks reach megabytes.
 * uv writes `name` and `version` as the first two lines of each package (crates/uv-resolver/src/lock).
 *
 * @param text a uv.lock
 * @returns versions by name; empty for a text that is no lock
 */
export function readUvLock(text: string): UvLock {
  const versions = new Map<string, string>();
  for (const [, name, version] of text.matchAll(PACKAGE)) {
    if (name !== undefined && version !== undefined && !versions.has(name)) versions.set(name, version);
  }
  return { versions };
}
