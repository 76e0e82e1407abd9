import { isDeepStrictEqual } from "node:util";

type Table = Readonly<Record<string, unknown>>;

const LISTS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;

function table(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function parseTable(text: string): Table | undefined {
  try {
    return table(JSON.parse(text));
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
  const root = table(table(parseTable(lock)?.["packages"])[""]);
  if (wanted === undefined || Object.keys(root).length === 0) return undefined;
  return LISTS.filter((list) => !isDeepStrictEqual({ ...table(wanted[list]) }, { ...table(root[list]) }));
}
