import { posix } from "node:path";
import { compareText } from "./compare.ts";
import { formatOf } from "./read-lock.ts";

/** A lock that is not read unless it is named, and why. */
export interface PassedOver {
  readonly path: string;
  readonly why: string;
}

/** Which locks of a folder are read. */
export interface LockPlaces {
  /** Sorted. */
  readonly read: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

/** Folders of other people's code, and of what tools make. */
const FOREIGN = new Set(["node_modules", "venv", "site-packages", "vendor", "third_party", "dist", "build", "target"]);

/** Folders of code that is not shipped: their locks are test data or demonstrations. */
const NOT_SHIPPED = new Set([
  ...["test", "tests", "testing", "testdata", "test-data", "__tests__", "e2e", "spec", "specs"],
  ...["fixture", "fixtures", "__fixtures__", "__mocks__", "mocks", "snapshots", "__snapshots__"],
  ...["example", "examples", "sample", "samples", "demo", "demos"],
]);

/**
 * @param folder path with `/`, relative to the folder that is looked through
 * @returns true when nothing below it is of interest
 */
export function isForeignFolder(folder: string): boolean {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  return FOREIGN.has(name) || name.startsWith(".");
}

function reasonToPass(path: string, all: ReadonlySet<string>): string | undefined {
  const folders = path.split("/").slice(0, -1);
  const foreign = folders.find(isForeignFolder);
  if (foreign !== undefined) return `stands in ${foreign}/`;
  const notShipped = folders.find((folder) => NOT_SHIPPED.has(folder.toLowerCase()));
  if (notShipped !== undefined) return `stands in ${notShipped}/, which is not shipped`;
  const folder = posix.dirname(path);
  const beside = (name: string): boolean => all.has(folder === "." ? name : `${folder}/${name}`);
  if (formatOf(path)?.id === "pylock" && beside("uv.lock")) return "uv.lock beside it says more";
  if (posix.basename(path) === "package-lock.json" && beside("npm-shrinkwrap.json"))
    return "npm-shrinkwrap.json beside it wins";
  return undefined;
}

/**
 * Picks the locks of a folder: all that describe something shipped. What is passed over is told, never silent.
 *
 * @param paths files below the folder, relative to it, with `/`
 * @returns locks to read and locks passed over
 */
export function chooseLocks(paths: readonly string[]): LockPlaces {
  const locks = new Set(paths.filter((path) => formatOf(path) !== undefined));
  const read: string[] = [];
  const passedOver: PassedOver[] = [];
  for (const path of [...locks].sort(compareText)) {
    const why = reasonToPass(path, locks);
    if (why === undefined) read.push(path);
    else if (!path.includes("node_modules/")) passedOver.push({ path, why });
  }
  return { read, passedOver };
}
