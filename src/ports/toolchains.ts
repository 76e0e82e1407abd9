import type { InstalledToolchain, Language } from "../core/toolchains/index.ts";

/** How a package manager is started that is here already. */
export interface StartedManager {
  /** Absolute path of a program. */
  readonly file: string;
  /** Words before its own. */
  readonly args: readonly string[];
}

/** Toolchains that lie on this machine. Nothing is fetched, and nothing of a repository decides where is looked. */
export interface Toolchains {
  /** @returns what is kept of a language: by a runner's image, version managers, and the system; in the order of places */
  installed(language: Language): Promise<readonly InstalledToolchain[]>;
  /** @returns the one that a command finds by itself; undefined when there is none, or nobody can tell its version */
  onPath(language: Language): Promise<InstalledToolchain | undefined>;
  /** @returns names of version managers of a language that are here: `nvm` */
  managers(language: Language): Promise<readonly string[]>;
  /**
   * @param spec a package manager of Node in a version, as npx is asked for it: `pnpm@10.33.0`
   * @param env with the path that counts
   * @returns how just that is started without bringing it; undefined where it is not here
   */
  packageManager(spec: string, env: Readonly<Record<string, string>>): Promise<StartedManager | undefined>;
}
