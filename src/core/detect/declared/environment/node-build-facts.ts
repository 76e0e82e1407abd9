import type { Draft } from "../../draft.ts";
import type { NodeBuildFacts } from "../../node/node-build.ts";
import type { NodePackage } from "../../node/node-package.ts";
import type { RepositorySnapshot } from "../../snapshot.ts";
import { DeclaredScene } from "../scene.ts";
import { frozenInstall } from "./node-environment.ts";

/** Words that install the packages of the root as its gates have them, so that both are of one version of the manager. */
function installOfGates({ manager }: NodePackage, drafts: readonly Draft[]): readonly string[] | undefined {
  const own = drafts.find(({ environment }) => environment?.manager === manager && environment.cwd === ".");
  const installs = own?.environment?.recipe?.installs ?? [];
  return installs.length === 1 ? installs[0]?.words : undefined;
}

/**
 * @param snapshot the repository
 * @param pack the package of its root
 * @param drafts gates that its commands declare
 * @returns what the build of the package rests on
 */
export function nodeBuildFacts(
  snapshot: RepositorySnapshot,
  pack: NodePackage,
  drafts: readonly Draft[],
): NodeBuildFacts {
  const found = new DeclaredScene(snapshot).packageAt(".");
  const words = installOfGates(pack, drafts) ?? (found === undefined ? [] : frozenInstall(found, pack.manager));
  // What has a lock of npm is installed before the build.
  const isSetUp = pack.manager === "npm" && found?.lock !== undefined;
  return {
    files: snapshot.files,
    install: isSetUp || words.length === 0 ? undefined : words,
    starter: pack.manager === "npm" ? ["npm"] : words.slice(0, 3),
    isModernYarn: words[2]?.startsWith("@yarnpkg/") === true,
  };
}
