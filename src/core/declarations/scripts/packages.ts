import { asTable, asText, isTable, jsonLines, type LineFinder, type Table } from "../../documents/index.ts";
import type { DeclarationSource, Unread } from "../declaration.ts";
import { folderOf } from "../folders.ts";
import { isOwnFile, nameOf } from "../own-files.ts";

/** A package.json that the repository keeps for itself. */
export interface Package {
  readonly file: string;
  readonly folder: string;
  /** Undefined when it has none. */
  readonly name: string | undefined;
  readonly scripts: ReadonlyMap<string, string>;
  /** The section that wireit reads. */
  readonly wireit: Table;
  readonly lineOf: LineFinder;
  /** Whether `prelint` runs before `lint`: yarn from 2 on does not do so (yarnpkg.com/advanced/lifecycle-scripts). */
  readonly hasHooks: boolean;
}

/** Longest script in characters that is read. */
const MAX_SCRIPT = 4000;
const MAX_SCRIPTS = 500;
/** Folders of documentation that are often a package of their own. */
const SITE = /^(?:docs?|website|site|www)\/package\.json$/;

/** @returns whether the file is a package.json of the repository's own */
export function isPackageFile(path: string): boolean {
  return nameOf(path) === "package.json" && (isOwnFile(path) || SITE.test(path));
}

function readPackage(file: string, text: string, isBerry: boolean): Package | string {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return `is not JSON: ${String(error instanceof Error ? error.message : error)
      .split("\n")[0]
      ?.slice(0, 150)}`;
  }
  if (!isTable(document)) return "is not a JSON object";
  const scripts = Object.entries(asTable(document["scripts"])).filter(
    (pair): pair is [string, string] =>
      typeof pair[1] === "string" && pair[1].trim() !== "" && pair[1].length <= MAX_SCRIPT,
  );
  return {
    file,
    folder: folderOf(file),
    name: asText(document["name"]),
    scripts: new Map(scripts.slice(0, MAX_SCRIPTS)),
    wireit: asTable(document["wireit"]),
    lineOf: jsonLines(text),
    hasHooks: !isBerry,
  };
}

/** @returns the packages of a repository, and what could not be read */
export function readPackages(source: DeclarationSource): { packages: readonly Package[]; unread: readonly Unread[] } {
  const packages: Package[] = [];
  const unread: Unread[] = [];
  const isBerry = source.files.includes(".yarnrc.yml");
  for (const file of source.files) {
    const text = isPackageFile(file) ? source.texts.get(file) : undefined;
    if (text === undefined) continue;
    const read = readPackage(file, text, isBerry);
    if (typeof read === "string") unread.push({ file, line: null, message: read });
    else packages.push(read);
  }
  return { packages, unread };
}
