import { prerelease, satisfies, valid, validRange } from "semver";

/** Programs that packages of Node are installed and started by, besides npm. */
export type ManagerName = "pnpm" | "yarn" | "bun";

/** A package manager in a version. */
export interface ManagerWish {
  /** What is typed. */
  readonly name: ManagerName;
  /** The package that brings it. */
  readonly packageName: string;
  /** @returns whether a version of that package is what is asked for */
  readonly fits: (version: string) => boolean;
}

/** Yarn is called so from 2 on where it is a package. */
const MODERN_YARN = "@yarnpkg/cli-dist";

/**
 * @param spec what npx is asked to bring: `pnpm@10.33.0`, `yarn@1.22.22`, `pnpm@latest`
 * @returns undefined when that is no package manager
 */
export function managerWish(spec: string): ManagerWish | undefined {
  const [, packageName = "", asked = ""] =
    /^(pnpm|yarn|bun|@yarnpkg\/cli-dist)@([\w.^~<>=|*+ -]{1,80})$/.exec(spec) ?? [];
  if (packageName === "") return undefined;
  const name = packageName === MODERN_YARN ? "yarn" : (packageName as ManagerName);
  const range = asked === "latest" ? "*" : validRange(asked);
  if (range === null) return undefined;
  const exact = valid(asked);
  // A release of the line is what npx would bring, too; a preview only where it is named.
  const fits = (version: string): boolean =>
    exact === null ? prerelease(version) === null && satisfies(version, range) : valid(version) === exact;
  return { name, packageName, fits };
}
