import { movedCheckout } from "../checkout-root.ts";
import { enterFolder } from "../folders.ts";

/** Doubt of a command that runs in the runner's folder for temporary files, where nothing of the repository lies. */
export const OUTSIDE = "it runs outside of the repository";

/** A folder of the runner as one of the repository. */
export interface Located {
  /** Relative to the repository's root. */
  readonly cwd: string;
  readonly doubts: readonly string[];
  /** @returns variables with the checkout's own folder, which may lie below the workspace */
  readonly env: (variables: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

/** Where a job checks repositories out: the workspace itself, or folders below it. */
export class Checkouts {
  #own = ".";
  readonly #foreign: string[] = [];

  /** Takes a step that checks out; an absent repository is the workflow's own. */
  add(repository: string | undefined, path: string | undefined, own: string | undefined): void {
    const folder = enterFolder(".", path ?? ".");
    if (folder === undefined) return;
    if (repository !== undefined && repository !== "" && repository !== own) this.#foreign.push(folder);
    else this.#own = folder;
  }

  /** @returns where a folder of the runner is in the repository */
  locate(cwd: string): Located {
    const own = this.#own;
    const env: Located["env"] = (variables) =>
      own === "."
        ? variables
        : Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, movedCheckout(value, own)]));
    return { ...this.#place(cwd), env };
  }

  #place(cwd: string): Omit<Located, "env"> {
    if (this.#foreign.some((folder) => folder === "." || isInside(cwd, folder))) {
      return { cwd: ".", doubts: ["it runs in a checkout of another repository"] };
    }
    if (this.#own === ".") return { cwd, doubts: [] };
    if (!isInside(cwd, this.#own)) return { cwd, doubts: ["it runs outside of the checkout"] };
    return { cwd: cwd.slice(this.#own.length + 1) || ".", doubts: [] };
  }
}

function isInside(cwd: string, folder: string): boolean {
  return cwd === folder || cwd.startsWith(`${folder}/`);
}
