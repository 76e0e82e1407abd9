import { join, relative } from "node:path/posix";
import { languagesOf, toolchainWanted } from "../declarations/index.ts";
import type { EnvironmentNeed, Gate } from "../gates/index.ts";
import type { Language, ToolchainWish } from "../toolchains/index.ts";
import type { RepositorySnapshot } from "./snapshot.ts";

/** @returns whether packages of Node are needed */
export function isOfNode(need: EnvironmentNeed | null): boolean {
  return need !== null && need.manager !== "uv" && need.manager !== "venv";
}

/** Languages that a gate runs on, as far as its command and its packages show. */
function languages({ run, environment }: Gate): readonly Language[] {
  const shown = languagesOf(run);
  return isOfNode(environment) && !shown.includes("node") ? ["node", ...shown] : shown;
}

/** Where files of the repository are looked for: in the folder that is planned, and in what is around it. */
export interface WishPlaces {
  readonly snapshot: RepositorySnapshot;
  readonly around: { readonly folder: string; readonly snapshot: RepositorySnapshot } | undefined;
}

function wishFor(language: Language, cwd: string, { snapshot, around }: WishPlaces): ToolchainWish | undefined {
  const own = toolchainWanted(snapshot, cwd, language);
  if (own !== undefined || around === undefined) return own;
  const wish = toolchainWanted(around.snapshot, join(around.folder, cwd), language);
  if (wish === undefined) return undefined;
  const file = relative(join("/", around.folder), join("/", wish.source.file));
  return { ...wish, source: { ...wish.source, file } };
}

/**
 * Adds what files such as `.nvmrc` ask for, where the job of a gate says nothing of the language that it runs on.
 *
 * @param gates all gates
 * @param places the repository
 * @returns the same gates with the toolchains that they are to run on
 */
export function withToolchains(gates: readonly Gate[], places: WishPlaces): readonly Gate[] {
  const known = new Map<string, ToolchainWish | undefined>();
  const ask = (language: Language, cwd: string): ToolchainWish | undefined => {
    const key = `${language}\0${cwd}`;
    if (!known.has(key)) known.set(key, wishFor(language, cwd, places));
    return known.get(key);
  };
  return gates.map((gate) => {
    const before = gate.toolchains ?? [];
    const open = languages(gate).filter((language) => !before.some((one) => one.language === language));
    const added = open.map((language) => ask(language, gate.cwd)).filter((wish) => wish !== undefined);
    return added.length === 0 ? gate : { ...gate, toolchains: [...before, ...added] };
  });
}
