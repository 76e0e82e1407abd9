import type { InstalledToolchain, Language } from "../core/toolchains/index.ts";

/** Toolchains that lie on this machine. Nothing is fetched, and nothing of a repository decides where is looked. */
export interface Toolchains {
  /** @returns what is kept of a language: by a runner's image, version managers, and the system; in the order of places */
  installed(language: Language): Promise<readonly InstalledToolchain[]>;
  /** @returns the one that a command finds by itself; undefined when there is none, or nobody can tell its version */
  onPath(language: Language): Promise<InstalledToolchain | undefined>;
  /** @returns names of version managers of a language that are here: `nvm` */
  managers(language: Language): Promise<readonly string[]>;
}
