import { dirname } from "node:path/posix";
import { asTable, asText } from "../../documents/index.ts";
import type { EnvironmentNeed } from "../../gates/index.ts";
import { type NodePackage, readNodePackage } from "../node/node-package.ts";
import type { Note } from "../notes.ts";
import { type PythonProject, readPythonProject } from "../python/python-project.ts";
import { pathIn, rootAt } from "../roots.ts";
import type { RepositorySnapshot } from "../snapshot.ts";

/** @returns a folder and those above it, the nearest first, `.` last */
export function upwards(cwd: string): readonly string[] {
  const folders = [cwd];
  // An absolute path has no end at `.`.
  for (let at = cwd; at !== dirname(at); at = dirname(at)) folders.push(dirname(at));
  return folders;
}

/** A Python project with the lock that holds for it. */
export interface LockedProject {
  /** Folder of its pyproject.toml. */
  readonly cwd: string;
  readonly project: PythonProject;
  /** Path of the uv.lock, which may be a workspace's. */
  readonly lock: string | undefined;
}

/** A package with the lock that holds for it. */
export interface LockedPackage {
  /** Folder that packages are installed in: the workspace's root. */
  readonly cwd: string;
  readonly pack: NodePackage;
  readonly lock: string | undefined;
  /** Text of the settings that only Yarn from 2 on has. */
  readonly yarnrc: string | undefined;
}

const NODE_LOCKS = ["npm-shrinkwrap.json", "package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];

/** What a repository shows around its commands: manifests and locks, each read once. */
export class DeclaredScene {
  readonly snapshot: RepositorySnapshot;
  readonly #files: ReadonlySet<string>;
  readonly #projects = new Map<string, PythonProject | undefined>();
  readonly #packages = new Map<string, NodePackage | undefined>();
  #folders: Set<string> | undefined;
  readonly #notes: Note[] = [];
  readonly #withScripts = new Set<string>();
  readonly #locked = new Set<string>();
  readonly #askedFor = new Set<string>();
  readonly #nodeNeeds = new Map<string, EnvironmentNeed>();

  /** @param snapshot the repository */
  constructor(snapshot: RepositorySnapshot) {
    this.snapshot = snapshot;
    this.#files = new Set(snapshot.files);
  }

  /** @returns true when the repository has the file */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** @returns true when the repository has a file or folder there */
  hasPath(path: string): boolean {
    const name = path.replace(/\/+$/, "");
    return name === "." || this.has(name) || this.#hasFolder(name);
  }

  #hasFolder(name: string): boolean {
    if (this.#folders === undefined) {
      this.#folders = new Set();
      for (const file of this.snapshot.files) {
        for (let at = dirname(file); at !== "." && !this.#folders.has(at); at = dirname(at)) this.#folders.add(at);
      }
    }
    return this.#folders.has(name);
  }

  /** @returns the Python project that a folder belongs to, with its lock */
  projectAt(cwd: string): LockedProject | undefined {
    for (const folder of upwards(cwd)) {
      const project = this.#projectIn(folder);
      if (project === undefined) continue;
      const lock = upwards(folder)
        .map((one) => pathIn(one, "uv.lock"))
        .find((path) => this.has(path));
      return { cwd: folder, project, lock };
    }
    return undefined;
  }

  /** @returns the package that a folder belongs to, with the folder of its lock */
  packageAt(cwd: string): LockedPackage | undefined {
    const folders = upwards(cwd).filter((folder) => this.#packageIn(folder) !== undefined);
    const locked = folders.find((folder) => this.#lockIn(folder) !== undefined);
    const folder = locked ?? folders.at(-1);
    const pack = folder === undefined ? undefined : this.#packageIn(folder);
    if (folder === undefined || pack === undefined) return undefined;
    const yarnrc = this.snapshot.texts.get(pathIn(folder, ".yarnrc.yml"));
    return { cwd: folder, pack, lock: this.#lockIn(folder), yarnrc };
  }

  /** @returns the folder of the nearest package.json, whatever is installed there */
  nearestPackageFolder(cwd: string): string | undefined {
    return upwards(cwd).find((folder) => this.#files.has(pathIn(folder, "package.json")));
  }

  /** @returns the package.json of a folder; empty when it has none that can be read */
  manifestIn(folder: string): NodePackage["document"] {
    return this.#packageIn(folder)?.document ?? {};
  }

  /** @returns `requires-python` of the project that a folder belongs to */
  requiresPython(cwd: string): string | null {
    return asText(asTable(this.projectAt(cwd)?.project.document["project"])["requires-python"]) ?? null;
  }

  /**
   * Packages of Node lie in the tree, so that a folder can hold one set of them alone.
   *
   * @param need what one command wants of a folder
   * @returns what the first command wanted of it
   */
  oneNeed(need: EnvironmentNeed): EnvironmentNeed {
    const before = this.#nodeNeeds.get(need.cwd);
    if (before === undefined) this.#nodeNeeds.set(need.cwd, need);
    return before ?? need;
  }

  /**
   * Tells that a job installs packages of a folder and lets their scripts run.
   *
   * @param cwd the folder
   */
  letScriptsRun(cwd: string): void {
    const found = this.packageAt(cwd);
    if (found !== undefined) this.#withScripts.add(found.cwd);
  }

  /**
   * Tells that a job installs packages of a folder and holds to its lock.
   *
   * @param cwd the folder
   */
  holdToLock(cwd: string): void {
    const found = this.packageAt(cwd);
    if (found !== undefined) this.#locked.add(found.cwd);
  }

  /** @returns true when one of the jobs holds to the lock, so that it matches */
  holdsToLock(cwd: string): boolean {
    return this.#locked.has(cwd);
  }

  /** A job fails where the lock does not match. */
  askForLock(cwd: string): void {
    const found = this.packageAt(cwd);
    if (found !== undefined) this.#askedFor.add(found.cwd);
  }

  /** @returns true when one of the jobs says that the lock must match; Yarn 1 and bun do not ask for it by themselves */
  asksForLock(cwd: string): boolean {
    return this.#askedFor.has(cwd);
  }

  /** @returns true when one of the jobs lets scripts of packages run, so that all have what these make */
  runsScripts(cwd: string): boolean {
    return this.#withScripts.has(cwd);
  }

  #lockIn(folder: string): string | undefined {
    return NODE_LOCKS.map((name) => pathIn(folder, name)).find((path) => this.has(path));
  }

  #projectIn(folder: string): PythonProject | undefined {
    if (!this.#projects.has(folder)) {
      this.#projects.set(folder, readPythonProject(rootAt(folder, this.#files), this.snapshot, this.#notes));
    }
    return this.#projects.get(folder);
  }

  #packageIn(folder: string): NodePackage | undefined {
    if (!this.#packages.has(folder)) {
      this.#packages.set(folder, readNodePackage(rootAt(folder, this.#files), this.snapshot, this.#notes));
    }
    return this.#packages.get(folder);
  }
}
