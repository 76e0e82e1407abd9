import { dirname, relative } from "node:path/posix";
import type { Config } from "../config/index.ts";
import type { Around } from "./declared/narrow.ts";
import { upwards } from "./declared/scene.ts";
import type { Note } from "./notes.ts";
import type { RepositorySnapshot, UnreadableReason } from "./snapshot.ts";

const REASONS: Readonly<Record<UnreadableReason, string>> = {
  "too-large": "is too large to be read; nothing is detected in it",
  "not-utf8": "is not UTF-8 text; nothing is detected in it",
  outside: "is a link that leads out of the repository; it was not read",
  "not-a-file": "is not a regular file; it was not read",
  unreadable: "could not be read; nothing is detected in it",
};

/** Names that people give the file, and that are not read. */
const OTHER_CONFIG_NAMES = ["turnpike.yaml", ".turnpike.yml", ".turnpike.yaml", ".github/turnpike.yml"];

/**
 * @param snapshot the repository
 * @param config its turnpike.yml, or undefined when it has none
 * @returns files that look like turnpike.yml and are not read
 */
export function strayConfigNotes(snapshot: RepositorySnapshot, config: Config | undefined): readonly Note[] {
  if (config !== undefined) return [];
  return OTHER_CONFIG_NAMES.filter((name) => snapshot.files.includes(name)).map((file) => ({
    file,
    line: null,
    message:
      "is not read: the configuration is turnpike.yml at the root, unless the input or option `config` names another",
  }));
}

/** What Git LFS keeps elsewhere (github.com/git-lfs/git-lfs, docs/spec.md). */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//;

function lfsNotes({ texts }: RepositorySnapshot): readonly Note[] {
  return [...texts].flatMap(([file, text]) =>
    LFS_POINTER.test(text)
      ? [{ file, line: null, message: "is a pointer of Git LFS; `git lfs pull` brings what it stands for" }]
      : [],
  );
}

/** A repository that is pushed to has git's own files at its top, and none of its own. */
function bareNotes({ files }: RepositorySnapshot): readonly Note[] {
  const isBare = files.includes("HEAD") && files.includes("config") && files.includes("description");
  if (
    !isBare ||
    files.some((file) => !/^(?:HEAD|config|description|packed-refs|(?:hooks|info|objects|refs|logs)\/)/.test(file))
  )
    return [];
  return [
    {
      file: "HEAD",
      line: null,
      message: "is that of a bare git repository, which has no files; look at a clone of it",
    },
  ];
}

/** What the plan stands on is not in the folder that gates run in. */
function sparseNotes({ sparse = [] }: RepositorySnapshot): readonly Note[] {
  const [file, ...more] = sparse;
  if (file === undefined) return [];
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  const message = `is left out of this sparse checkout${others} and was read from git; gates may need files that are not here, and \`git sparse-checkout disable\` brings them`;
  return [{ file, line: null, message }];
}

/**
 * @param snapshot the repository
 * @returns files that could not be read, and what else their list alone says
 */
export function startNotes(snapshot: RepositorySnapshot): Note[] {
  const notes: Note[] = snapshot.unreadable.map(({ file, reason }) => ({ file, line: null, message: REASONS[reason] }));
  notes.push(...lfsNotes(snapshot), ...bareNotes(snapshot), ...sparseNotes(snapshot));
  if (snapshot.files.includes(".gitmodules")) {
    notes.push({ file: ".gitmodules", line: null, message: "names submodules; what is in them is not looked at" });
  }
  if (snapshot.isCut) {
    notes.push({ file: ".", line: null, message: `only the first ${snapshot.files.length} files were looked at` });
  }
  return notes;
}

/**
 * @param around the repository that a folder lies in
 * @returns what could not be read above the folder, where commands about it would stand
 */
export function aboveNotes(around: Around | undefined): readonly Note[] {
  if (around === undefined) return [];
  const { folder, snapshot } = around;
  const above = upwards(folder).slice(1);
  return snapshot.unreadable
    .filter(({ file }) => file.startsWith(".github/") || above.includes(dirname(file)))
    .map(({ file, reason }) => ({ file: relative(`/${folder}`, `/${file}`), line: null, message: REASONS[reason] }));
}

/**
 * @param notes of all readers
 * @returns the same, where two readers of one file that stumble over the same place say it once
 */
export function onceEach(notes: readonly Note[]): Note[] {
  const byPlace = new Map<string, Note>();
  const rest = notes.filter((note) => {
    const reason = /^(is not (?:JSON|TOML).*?)(?:; nothing is detected in it)?$/s.exec(note.message)?.[1];
    const key = `${note.file}\0${note.line}\0${reason}`;
    if (reason === undefined || !byPlace.has(key)) {
      byPlace.set(key, note);
      return true;
    }
    return false;
  });
  return rest;
}
