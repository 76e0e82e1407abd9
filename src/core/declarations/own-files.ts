/** Folders whose files serve as examples, fixtures or copies, and declare nothing for the repository itself. */
const NOT_OWN =
  /^(?:\..*|node_modules|vendor|_vendor|third[-_]party|external|examples?|samples?|demos?|templates?|cookiecutter.*|\{\{.*|fixtures?|__fixtures__|test-?data|tests?|testing|__tests__|e2e|docs?|website|bench|benchmarks?|playgrounds?|integration|dist|build)$/i;

/** Folders deeper than this are never a project's root. */
const MAX_DEPTH = 4;

/** @returns the last part of a path */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/**
 * @param path a file of the repository
 * @returns true when its folder can be the root of a project of the repository's own
 */
export function isOwnFile(path: string): boolean {
  const folders = path.split("/").slice(0, -1);
  return folders.length <= MAX_DEPTH && !folders.some((folder) => NOT_OWN.test(folder));
}

/**
 * @param system what declares it
 * @param name what a person calls it
 * @param folder where it is declared
 * @returns the id of a declared entry
 */
export function entryId(system: string, name: string, folder: string): string {
  return folder === "." ? `${system}:${name}` : `${system}:${name}@${folder}`;
}
