import type { Artifact, LockedPackage } from "./lock.ts";

/** `name-version(-build)?-python-abi-platform.whl` (packaging.python.org, "Binary distribution format"). */
function tagsOf(fileName: string): readonly string[] {
  const match = /^.+-([^-]+)-([^-]+)-([^-]+)\.whl$/.exec(fileName);
  if (match === null) return [];
  const [, python = "", abi = "", platform = ""] = match;
  return python
    .split(".")
    .flatMap((py) => abi.split(".").flatMap((a) => platform.split(".").map((at) => `${py}-${a}-${at}`)));
}

function isUniversal({ fileName }: Artifact): boolean {
  return tagsOf(fileName ?? "").some((tag) => tag.endsWith("-none-any"));
}

/**
 * The one file that the package is installed from, where that is certain: the only file; the wheel whose tags the
 * installed package carries; or the only wheel when it fits every platform, because installers prefer wheels.
 *
 * @param found a package
 * @param wheelTags tags of the installed wheel; empty when nothing is installed
 * @returns the file, or undefined when the lock leaves it open
 */
export function certainArtifact(found: LockedPackage, wheelTags: readonly string[]): Artifact | undefined {
  const wheels = found.artifacts.filter(({ kind }) => kind === "wheel");
  const installed = wheels.filter(({ fileName }) => {
    const tags = tagsOf(fileName ?? "");
    return tags.length > 0 && tags.length === wheelTags.length && tags.every((tag) => wheelTags.includes(tag));
  });
  const [only] = found.artifacts;
  if (found.artifacts.length === 1) return only;
  if (installed.length === 1) return installed[0];
  const [wheel] = wheels;
  return wheels.length === 1 && wheel !== undefined && isUniversal(wheel) ? wheel : undefined;
}
