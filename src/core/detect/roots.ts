import { dirname } from "node:path/posix";

/** A folder with a manifest, and what locks it. */
export interface Root {
  /** Relative to the repository's root; `.` for the root itself. */
  readonly cwd: string;
  /** Path of pyproject.toml, when there is one. */
  readonly pyproject: string | undefined;
  readonly uvLock: string | undefined;
  /** Path of package.json, when there is one. */
  readonly packageJson: string | undefined;
  /** package-lock.json or npm-shrinkwrap.json. npm prefers the latter (npm documentation, npm-shrinkwrap.json). */
  readonly npmLock: string | undefined;
  /** pnpm-lock.yaml, yarn.lock, bun.lock or bun.lockb. */
  readonly otherLock: string | undefined;
}

/** The roots to look at, and those that were passed over. */
export interface Roots {
  readonly roots: readonly Root[];
  readonly passedOver: readonly { readonly file: string; readonly reason: string }[];
}

/** Folders whose projects serve as examples, fixtures or copies, and are not meant to be checked for themselves. */
const NOT_OWN =
  /^(?:\..*|node_modules|vendor|third[-_]party|external|examples?|samples?|demos?|templates?|cookiecutter.*|fixtures?|__fixtures__|test-?data|tests?|__tests__|e2e|docs?|website|bench|benchmarks?|playgrounds?|integration|dist|build)$/i;

/** More roots than this are not looked at. */
const MAX_ROOTS = 100;

const OTHER_LOCKS = ["pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

/** @returns a path below a folder that is relative to the repository's root */
export function pathIn(cwd: string, name: string): string {
  return cwd === "." ? name : `${cwd}/${name}`;
}

/**
 * @param cwd a folder, relative to the repository's root
 * @param files every file of the repository
 * @returns manifests and locks that lie in the folder
 */
export function rootAt(cwd: string, files: ReadonlySet<string>): Root {
  const find = (...names: string[]): string | undefined =>
    names.map((name) => pathIn(cwd, name)).find((path) => files.has(path));
  return {
    cwd,
    pyproject: find("pyproject.toml"),
    uvLock: find("uv.lock"),
    packageJson: find("package.json"),
    npmLock: find("npm-shrinkwrap.json", "package-lock.json"),
    otherLock: find(...OTHER_LOCKS),
  };
}

const LOCK = /(?:^|\/)(?:uv\.lock|package-lock\.json|npm-shrinkwrap\.json)$/;

/** Locks of folders that are taken for examples and the like: one reason a folder's name, at the first of them. */
function passedOverIn(locks: readonly string[]): Roots["passedOver"] {
  const byName = new Map<string, string[]>();
  for (const file of locks) {
    const name = notOwnPart(file);
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), file]);
  }
  return [...byName].map(([name, files]) => {
    const what = files.length === 1 ? "a project" : `${files.length} projects`;
    const reason = `${what} below ${name}/, which is taken for examples, fixtures or copies`;
    return { file: files[0] ?? name, reason };
  });
}

/** The folder above a file that says that it is an example, a fixture or a copy. */
function notOwnPart(file: string): string | undefined {
  return dirname(file)
    .split("/")
    .find((part) => NOT_OWN.test(part));
}

/**
 * Project roots: the repository's root, and every further folder that has a lock of its own beside its manifest.
 * A member of a workspace has no lock of its own, so that it is not checked apart from its workspace.
 *
 * @param files every file of the repository
 * @returns roots sorted by path, the repository's root first, and locks in folders that look like examples or fixtures
 */
export function findRoots(files: readonly string[]): Roots {
  const all = new Set(files);
  const roots: Root[] = [rootAt(".", all)];
  const tooMany: Roots["passedOver"][number][] = [];
  const locks = files.filter((file) => dirname(file) !== "." && LOCK.test(file));
  for (const file of locks.filter((lock) => notOwnPart(lock) === undefined)) {
    const cwd = dirname(file);
    if (roots.some((root) => root.cwd === cwd)) continue;
    if (roots.length >= MAX_ROOTS) {
      tooMany.push({ file, reason: `only the first ${MAX_ROOTS} projects of a repository are looked at` });
      continue;
    }
    const root = rootAt(cwd, all);
    if ((root.uvLock && root.pyproject) || (root.npmLock && root.packageJson)) roots.push(root);
  }
  return { roots, passedOver: [...tooMany, ...passedOverIn(locks)] };
}
