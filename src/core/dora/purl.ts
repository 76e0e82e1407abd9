import { PackageURL } from "packageurl-js";

/** Name and version in a wheel's file name (PyPA binary distribution format). */
const WHEEL = /^([A-Za-z0-9](?:[\w.]*[A-Za-z0-9])?)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/;
/** Name and version in a source archive's (PyPA source distribution format). */
const SDIST = /^([A-Za-z0-9](?:[\w.]*[A-Za-z0-9])?)-(\d[^-]*)\.tar\.gz$/;
/** What `npm pack` writes: a scope is joined to the name by a hyphen, so it cannot be told. */
const NPM = /^([a-z0-9][\w.-]*?)-(\d+\.\d+\.\d+[\w.+-]*)\.tgz$/;

/**
 * Names a built file (https://github.com/package-url/purl-spec). The checksum makes the name one file's only.
 *
 * @param fileName name without folders; foreign text
 * @param sha256 lower-case hex
 * @returns type `pypi` for wheels and source archives, `npm` for npm's archives, else `generic`
 */
export function purlOfFile(fileName: string, sha256: string): string {
  const qualifiers = { checksum: `sha256:${sha256}`, file_name: fileName };
  const python = WHEEL.exec(fileName) ?? SDIST.exec(fileName);
  if (python !== null) {
    const name = (python[1] ?? "").toLowerCase().replaceAll(/[-_.]+/g, "-");
    return new PackageURL("pypi", undefined, name, python[2], qualifiers, undefined).toString();
  }
  const npm = NPM.exec(fileName);
  if (npm !== null) return new PackageURL("npm", undefined, npm[1] ?? "", npm[2], qualifiers, undefined).toString();
  return new PackageURL("generic", undefined, fileName, undefined, qualifiers, undefined).toString();
}
