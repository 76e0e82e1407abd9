import { basename } from "node:path/posix";
import picomatch from "picomatch";
import { nameProblem } from "../../core/provenance/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";

/** Name of the file with the digests. */
export const SUBJECTS_FILE = "subjects.sha256";

/** Folders that hold no build results, and many files. */
const NEVER = new Set([".git", "node_modules", ".venv", ".turnpike"]);

/** One file that a glob finds. */
export interface Found {
  /** Relative to the folder that was looked in, with `/`. */
  readonly path: string;
  readonly isLink: boolean;
}

/**
 * What is wrong with globs of artifacts: they stay below the working directory.
 *
 * @param globs as written
 */
export function globProblems(globs: readonly string[]): readonly Problem[] {
  return globs
    .filter((glob) => glob.startsWith("/") || glob.split("/").includes(".."))
    .map((glob) => ({ where: "artifacts", message: `"${glob}" leads out of the working directory; write dist/*` }));
}

/**
 * Files that globs name. Hidden files only where a glob names the dot.
 *
 * @param files where to look
 * @param root absolute folder that the globs are relative to
 * @param globs as picomatch takes them
 * @returns sorted by path
 */
export async function findArtifacts(files: Files, root: string, globs: readonly string[]): Promise<readonly Found[]> {
  const found = new Map<string, Found>();
  for (const written of globs) {
    const glob = written.replace(/^\.\//, "");
    const { base } = picomatch.scan(glob);
    const isWanted = picomatch(glob);
    const isFlat = !glob.slice(base === "" ? 0 : base.length + 1).includes("/") && !glob.includes("**");
    // From the top, so that a folder on the way that is a link is seen as one and not followed.
    const skip = (path: string) => {
      if (base.startsWith(`${path}/`)) return false;
      const isBelow = base === "" || path === base || path.startsWith(`${base}/`);
      return !isBelow || (isFlat && path !== base) || NEVER.has(basename(path));
    };
    for (const { path, kind } of await files.list(root, skip)) {
      if ((kind === "file" || kind === "symlink") && isWanted(path))
        found.set(path, { path, isLink: kind === "symlink" });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** An artifact and the name that it is known by from now on. */
export interface NamedArtifact {
  /** Relative to the working directory. */
  readonly path: string;
  /** Unique; relative to the output folder. */
  readonly name: string;
}

function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => path.split("/").slice(0, -1));
  const first = folders[0] ?? [];
  const depth = first.findIndex((part, index) => folders.some((folder) => folder[index] !== part));
  return first.slice(0, depth === -1 ? first.length : depth).join("/");
}

/**
 * Names for artifacts: the file's own name, or where two share one, the path below the folder that holds all.
 *
 * @param found what was built
 * @returns in the order of the names
 * @throws TurnpikeError `BUILD_ARTIFACTS` for symbolic links and for names that no subjects file can hold, all at once
 */
export function nameArtifacts(found: readonly Found[]): readonly NamedArtifact[] {
  const paths = found.map((one) => one.path);
  const areUnique = new Set(paths.map((path) => basename(path))).size === paths.length;
  const common = commonFolder(paths);
  const nameOf = (path: string) => (areUnique ? basename(path) : common === "" ? path : path.slice(common.length + 1));
  const problems: Problem[] = [];
  for (const { path, isLink } of found) {
    const name = nameOf(path);
    const wrong = nameProblem(name);
    if (isLink) problems.push({ where: path, message: "is a symbolic link; what is signed must be the file itself" });
    else if (wrong !== undefined) problems.push({ where: path, message: wrong });
    else if (name === SUBJECTS_FILE) problems.push({ where: path, message: `${SUBJECTS_FILE} is the list of digests` });
  }
  if (problems.length > 0) {
    throw new TurnpikeError("BUILD_ARTIFACTS", "user", "What was built cannot be signed; nothing was kept.", {
      problems,
      hint: "Name the files with the input artifacts, one glob a line.",
    });
  }
  return paths.map((path) => ({ path, name: nameOf(path) })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The text of a subjects file, as `sha256sum` prints it (coreutils manual, sha2 utilities).
 *
 * @param subjects names and lower-case hex digests
 */
export function renderSubjects(subjects: readonly { readonly name: string; readonly sha256: string }[]): string {
  return subjects
    .map(({ name, sha256 }) => {
      const escaped = name.replaceAll("\\", "\\\\");
      return `${escaped === name ? "" : "\\"}${sha256}  ${escaped}\n`;
    })
    .join("");
}
