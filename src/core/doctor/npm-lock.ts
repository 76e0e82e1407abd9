import { isDeepStrictEqual } from "node:util";
import { asTable, type Table } from "../documents/index.ts";

const LISTS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

function parseTable(text: string): Table | undefined {
  try {
    return asTable(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Whether package-lock.json was made from this package.json: npm notes the manifest's lists in the lock's own entry for
 * the root (npm documentation, package-lock.json, `packages`), and `npm ci` refuses when they differ.
 *
 * @param manifest text of package.json
 * @param lock text of package-lock.json, or npm-shrinkwrap.json
 * @returns the lists that differ; undefined when it cannot be told, as for locks of before npm 7
 */
export function npmLockDifferences(manifest: string, lock: string): readonly string[] | undefined {
  const wanted = parseTable(manifest);
  const root = asTable(asTable(parseTable(lock)?.["packages"])[""]);
  if (wanted === undefined || Object.keys(root).length === 0) return undefined;
  return LISTS.filter((list) => !isDeepStrictEqual({ ...asTable(wanted[list]) }, { ...asTable(root[list]) }));
}
