import { prerelease } from "semver";
import { compareVersions, lineOf, type Request, requestOf } from "./requests.ts";
import type { InstalledToolchain, Language, ToolchainWish } from "./toolchain.ts";

/** Which toolchain is taken for a wish. */
export type ToolchainChoice =
  /** The one on the path is what is asked for. */
  | { readonly kind: "on-path"; readonly toolchain: InstalledToolchain }
  /** Another one of the machine is. */
  | { readonly kind: "found"; readonly toolchain: InstalledToolchain }
  /** Another release of the line that is asked for, or a newer line: to be said. */
  | { readonly kind: "near"; readonly toolchain: InstalledToolchain }
  /** None is; the one on the path is taken, where there is one: to be said. */
  | { readonly kind: "absent"; readonly toolchain: InstalledToolchain | undefined };

/** What a machine has of one language. */
export interface OnMachine {
  readonly installed: readonly InstalledToolchain[];
  readonly onPath: InstalledToolchain | undefined;
}

/** Newest first; of two of one version the one that was listed first. */
function newestFirst(all: readonly InstalledToolchain[]): readonly InstalledToolchain[] {
  return all.toSorted((a, b) => compareVersions(b.version, a.version));
}

/** Lines of versions, newest first: `lts/-1` passes one over. */
function withoutNewestLines(
  language: Language,
  fitting: readonly InstalledToolchain[],
  count: number,
): readonly InstalledToolchain[] {
  const lines = [...new Set(fitting.map(({ version }) => lineOf(language, version)))];
  const passed = new Set(lines.slice(0, count));
  return fitting.filter(({ version }) => !passed.has(lineOf(language, version)));
}

function best(
  { language, isLimit }: ToolchainWish,
  request: Request,
  { installed, onPath }: OnMachine,
): ToolchainChoice | undefined {
  const onItsPath = onPath !== undefined && request.fits(onPath.version, onPath.lts) ? onPath : undefined;
  if (onItsPath !== undefined && isLimit === true) return { kind: "on-path", toolchain: onItsPath };
  const all = [
    ...(onItsPath === undefined ? [] : [onItsPath]),
    ...installed.filter((one) => request.fits(one.version, one.lts)),
  ];
  const [first] = withoutNewestLines(language, newestFirst(all), request.passesOver);
  if (first === undefined) return undefined;
  return { kind: first === onItsPath ? "on-path" : "found", toolchain: first };
}

/** Another release of the line; else, where the one on the path is too old, the next newer one: most are made to go on working. */
function near(language: Language, request: Request, { installed, onPath }: OnMachine): ToolchainChoice | undefined {
  const { line, least } = request;
  const all = newestFirst([...(onPath === undefined ? [] : [onPath]), ...installed]);
  const sameLine = all.find(({ version }) => line !== null && lineOf(language, version) === line);
  const isNewer = ({ version }: InstalledToolchain): boolean =>
    least !== null && prerelease(version) === null && compareVersions(version, least) > 0;
  const found = sameLine ?? (onPath !== undefined && isNewer(onPath) ? undefined : all.findLast(isNewer));
  return found === undefined || found === onPath ? undefined : { kind: "near", toolchain: found };
}

/**
 * Chooses the newest toolchain of a machine that a repository asks for, as actions/setup-node does among those that a
 * runner keeps. Nothing is fetched.
 *
 * @param wish what is asked for
 * @param machine what is there
 * @returns the one to use; where none is what is asked for, another release of its line, else a newer one, the path's first
 */
export function chooseToolchain(wish: ToolchainWish, machine: OnMachine): ToolchainChoice {
  const request = requestOf(wish);
  const chosen =
    request === undefined ? undefined : (best(wish, request, machine) ?? near(wish.language, request, machine));
  return chosen ?? { kind: "absent", toolchain: machine.onPath };
}
