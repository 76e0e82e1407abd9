/** Longest name that a file gets from a package, without the ending. */
const MAX_LENGTH = 100;

/**
 * @param name a package's name, possibly hostile
 * @returns text that is one harmless path segment; `sbom` when nothing of the name is fit
 */
export function fileStem(name: string): string {
  const stem = name
    .replaceAll(/[^A-Za-z0-9._-]+/g, "-")
    .replaceAll(/\.{2,}/g, ".")
    .replace(/^[-.]+/, "")
    .slice(0, MAX_LENGTH)
    .replace(/[-.]+$/, "");
  return stem === "" ? "sbom" : stem;
}

/**
 * Gives each document a file of its own, also where file systems ignore case.
 *
 * @param documents name of what each describes, and of its lock's format
 * @returns file names in the same order: `orders.cdx.json`; for a second `orders` of another format `orders.npm.cdx.json`
 */
export function fileNames(documents: readonly { readonly name: string; readonly format: string }[]): readonly string[] {
  const taken = new Set<string>();
  return documents.map(({ name, format }) => {
    const stem = fileStem(name);
    const candidates = [stem, `${stem}.${format}`, ...documents.map((_, index) => `${stem}.${format}-${index + 2}`)];
    const free = candidates.find((candidate) => !taken.has(candidate.toLowerCase())) ?? stem;
    taken.add(free.toLowerCase());
    return `${free}.cdx.json`;
  });
}
