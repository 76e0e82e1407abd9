import picomatch from "picomatch";
import { asTable, isTable, parseToml, type Table, tableAt, textList } from "../documents/index.ts";
import { pathIn, type Root, type Roots } from "./roots.ts";
import type { RepositorySnapshot } from "./snapshot.ts";

type Passed = Roots["passedOver"][number];

/** Folders above a folder, the nearest first, `.` last. */
function above(cwd: string): readonly string[] {
  const parts = cwd.split("/");
  return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join("/") || ".");
}

/** Manifests by path, each read once. */
type ReadTable = (path: string, read: (text: string) => unknown) => Table;

function tableReader(snapshot: RepositorySnapshot): ReadTable {
  const known = new Map<string, Table>();
  return (path, read) => {
    const before = known.get(path);
    if (before !== undefined) return before;
    let table: Table = {};
    try {
      table = asTable(read(snapshot.texts.get(path) ?? ""));
    } catch {
      // Who reads that file for itself says what is wrong with it.
    }
    known.set(path, table);
    return table;
  };
}

function matches(folder: string, globs: readonly string[], excluded: readonly string[]): boolean {
  const tidy = (list: readonly string[]) => list.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, ""));
  const positive = tidy(globs.filter((glob) => !glob.startsWith("!")));
  const negative = tidy([...excluded, ...globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1))]);
  return positive.length > 0 && picomatch(positive, { ignore: negative })(folder);
}

/**
 * The manifest whose workspace a folder belongs to. The tool then works at the workspace's root, whatever lock the folder
 * has (npm documentation, "workspaces"; docs.astral.sh/uv/concepts/projects/workspaces).
 */
function enclosing(cwd: string, manager: "npm" | "uv", tableOf: ReadTable): string | undefined {
  for (const folder of above(cwd)) {
    const at = (name: string): string => pathIn(folder, name);
    const below = folder === "." ? cwd : cwd.slice(folder.length + 1);
    if (manager === "npm") {
      const { workspaces } = tableOf(at("package.json"), JSON.parse);
      const globs = textList(isTable(workspaces) ? workspaces["packages"] : workspaces);
      if (matches(below, globs, [])) return at("package.json");
    } else {
      const workspace = tableAt(tableOf(at("pyproject.toml"), parseToml), ["tool", "uv", "workspace"]);
      if (matches(below, textList(workspace?.["members"]), textList(workspace?.["exclude"])))
        return at("pyproject.toml");
    }
  }
  return undefined;
}

/**
 * Takes out locks that no tool reads, because their folder is part of a workspace: installing there would replace what
 * the workspace's root has installed.
 *
 * @param found roots by their files
 * @param snapshot where the manifests' texts are
 * @returns roots with the locks that count; a root that has none left is passed over
 */
export function withoutMembers(found: Roots, snapshot: RepositorySnapshot): Roots {
  const passedOver: Passed[] = [...found.passedOver];
  const pass = (file: string, manifest: string): void => {
    passedOver.push({ file, reason: `its folder is part of the workspace of ${manifest}, whose lock counts` });
  };
  const tableOf = tableReader(snapshot);
  const roots = found.roots.flatMap((root): Root[] => {
    if (root.cwd === ".") return [root];
    const npm = root.npmLock === undefined ? undefined : enclosing(root.cwd, "npm", tableOf);
    const uv = root.uvLock === undefined ? undefined : enclosing(root.cwd, "uv", tableOf);
    if (npm !== undefined && root.npmLock !== undefined) pass(root.npmLock, npm);
    if (uv !== undefined && root.uvLock !== undefined) pass(root.uvLock, uv);
    const kept: Root = {
      ...root,
      ...(npm === undefined ? {} : { npmLock: undefined, packageJson: undefined }),
      ...(uv === undefined ? {} : { uvLock: undefined, pyproject: undefined }),
    };
    return kept.npmLock === undefined && kept.uvLock === undefined ? [] : [kept];
  });
  return { roots, passedOver };
}
