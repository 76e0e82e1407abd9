import type { RepositorySnapshot } from "../../src/core/detect/index.ts";

/**
 * A repository of texts.
 *
 * @param texts text by path; an empty text makes a file of which only the name is known
 */
export function snapshotOf(texts: Readonly<Record<string, string>>): RepositorySnapshot {
  return {
    files: Object.keys(texts).sort(),
    texts: new Map(Object.entries(texts)),
    unreadable: [],
    isCut: false,
  };
}

/** A uv.lock with packages of one version each, and nothing that they need. */
export function uvLock(...packages: readonly (readonly [name: string, version: string])[]): string {
  const tables = packages.map(([name, version]) => `[[package]]\nname = "${name}"\nversion = "${version}"\n`);
  return ["version = 1\nrevision = 3\n", ...tables].join("\n");
}
