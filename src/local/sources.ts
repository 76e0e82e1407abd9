import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { escapes, refName } from "../core/workflow/index.ts";

/** A repository at a commit, where workflow files and actions come from. */
export interface Source {
  /** `owner/name`, as it is referred to. */
  readonly repository: string;
  /** As it is referred to. */
  readonly ref: string;
  readonly sha: string;
  /** @returns a file's text, or undefined when there is no such file */
  readText(path: string): Promise<string | undefined>;
  /** @returns an absolute folder that holds the whole tree */
  folder(): Promise<string>;
}

/** A folder that stands for a repository. */
export interface MappedFolder {
  /** `owner/name`, any case. */
  readonly repository: string;
  /** Undefined: any ref. */
  readonly ref: string | undefined;
  /** Absolute. */
  readonly folder: string;
  /** Its commit; zeros when it is no checkout. */
  readonly sha: string;
}

/** Where references lead. */
export class Sources {
  readonly own: Source;
  readonly #maps: readonly MappedFolder[];
  readonly #project: { readonly folder: string; readonly sha: string } | undefined;
  readonly #assumed = new Map<string, string>();

  /**
   * @param own the run's repository at the run's commit
   * @param maps folders that were given
   * @param project this project's own tree, which stands for every repository called `turnpike`
   */
  constructor(
    own: Source,
    maps: readonly MappedFolder[],
    project: { readonly folder: string; readonly sha: string } | undefined,
  ) {
    this.own = own;
    this.#maps = maps;
    this.#project = project;
  }

  /** References that were taken for this project: `owner/turnpike@v1` to its folder. */
  get assumed(): ReadonlyMap<string, string> {
    return this.#assumed;
  }

  /** @returns what the reference leads to, or undefined when nothing stands for it here */
  find(repository: string, ref: string): Source | undefined {
    const name = repository.toLowerCase();
    const map = this.#maps.find(
      (one) => one.repository.toLowerCase() === name && (one.ref === undefined || one.ref === ref),
    );
    if (map !== undefined) return folderSource({ repository, ref, sha: map.sha }, map.folder);
    if (this.#project !== undefined && name.endsWith("/turnpike")) {
      this.#assumed.set(`${repository}@${ref}`, this.#project.folder);
      return folderSource({ repository, ref, sha: this.#project.sha }, this.#project.folder);
    }
    const isRun = [this.own.ref, refName(this.own.ref), this.own.sha].includes(ref);
    if (name === this.own.repository.toLowerCase() && isRun) return this.own;
    return undefined;
  }
}

function folderSource(
  name: { readonly repository: string; readonly ref: string; readonly sha: string },
  folder: string,
): Source {
  return {
    ...name,
    readText: (path) =>
      escapes(path) ? Promise.resolve(undefined) : readFile(join(folder, path), "utf8").catch(() => undefined),
    folder: () => Promise.resolve(folder),
  };
}
