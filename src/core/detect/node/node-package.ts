import { asTable, asText, isTable, jsonLines, type LineFinder, type Table } from "../../documents/index.ts";
import { firstLine, type Note } from "../notes.ts";
import { pathIn, type Root } from "../roots.ts";
import type { RepositorySnapshot } from "../snapshot.ts";

/** Programs that install a package's dependencies. */
export type PackageManager = "npm" | "pnpm" | "yarn" | "bun";

/** A package.json and what is known of its folder. */
export interface NodePackage {
  readonly root: Root;
  readonly file: string;
  readonly document: Table;
  readonly lineOf: LineFinder;
  /** Scripts that are texts of a sensible length, in the order of the file. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly manager: PackageManager;
  /** Why this manager: the file or field that says so. */
  readonly managerFrom: string;
  readonly hasDependencies: boolean;
  readonly isWorkspace: boolean;
}

/** Longest script in characters that is looked at. */
const MAX_SCRIPT = 4000;

function managerOf(document: Table, root: Root): { manager: PackageManager; managerFrom: string } {
  const declared = /^(npm|pnpm|yarn|bun)@/.exec(asText(document["packageManager"]) ?? "")?.[1];
  if (declared === "npm" || declared === "pnpm" || declared === "yarn" || declared === "bun") {
    return { manager: declared, managerFrom: "`packageManager` in package.json" };
  }
  if (root.npmLock !== undefined) return { manager: "npm", managerFrom: root.npmLock };
  const lock = root.otherLock;
  if (lock === undefined) return { manager: "npm", managerFrom: "no lock of another package manager" };
  const manager = lock.endsWith("pnpm-lock.yaml") ? "pnpm" : lock.endsWith("yarn.lock") ? "yarn" : "bun";
  return { manager, managerFrom: lock };
}

/**
 * @param root a root with a package.json
 * @param snapshot where the texts are
 * @param notes gets what could not be read
 * @returns the package, or undefined when package.json could not be read
 */
export function readNodePackage(root: Root, snapshot: RepositorySnapshot, notes: Note[]): NodePackage | undefined {
  const file = root.packageJson;
  const text = file === undefined ? undefined : snapshot.texts.get(file);
  if (file === undefined || text === undefined) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    notes.push({ file, line: null, message: `is not JSON: ${firstLine(error)}; nothing is detected in it` });
    return undefined;
  }
  if (!isTable(document)) {
    notes.push({ file, line: 1, message: "is not a JSON object; nothing is detected in it" });
    return undefined;
  }
  const scripts = Object.entries(asTable(document["scripts"])).filter((entry): entry is [string, string] => {
    return typeof entry[1] === "string" && entry[1].trim() !== "" && entry[1].length <= MAX_SCRIPT;
  });
  const names = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];
  const table = document;
  return {
    root,
    file,
    document,
    lineOf: jsonLines(text),
    scripts: new Map(scripts),
    ...managerOf(document, root),
    hasDependencies: names.some((name) => Object.keys(asTable(table[name])).length > 0),
    isWorkspace: document["workspaces"] !== undefined || snapshot.texts.has(pathIn(root.cwd, "pnpm-workspace.yaml")),
  };
}
