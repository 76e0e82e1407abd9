import { nearestName } from "../../contract/parse.ts";
import type { Config } from "../config/index.ts";
import { filesNamedBy } from "../gates/index.ts";
import type { Note } from "./notes.ts";

/** Names at the top of a repository, and folders below: what a slip of the pen meant. */
function namesOf(files: readonly string[]): readonly string[] {
  return [...new Set(files.flatMap((file) => [file, ...foldersOf(file)]))];
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}

/** The part of a pattern before its first wildcard, without the slash at its end. */
function bareOf(pattern: string): string {
  return pattern
    .replace(/^\.\//, "")
    .replace(/\/?[^/]*[*?[{].*$/, "")
    .replace(/\/$/, "");
}

/**
 * Patterns of turnpike.yml that name no file. A slip in `inputs` would keep a pass for good, one in `when.paths` would keep a
 * gate from ever running.
 *
 * @param config turnpike.yml
 * @param files all files of the repository, relative to its root
 * @returns a note for each
 */
export function patternNotes(config: Config, files: readonly string[]): readonly Note[] {
  const notes: Note[] = [];
  let names: readonly string[] | undefined;
  const look = (id: string, key: readonly string[], patterns: readonly string[] = []) => {
    for (const [index, pattern] of patterns.entries()) {
      if (pattern.startsWith("!") || files.some(filesNamedBy([pattern]))) continue;
      names ??= namesOf(files);
      const bare = bareOf(pattern);
      const nearest = bare === "" || names.includes(bare) ? undefined : nearestName(bare, names);
      const advice = nearest === undefined ? "" : `; did you mean \`${nearest}\`?`;
      const { line } = config.placeOf(["gates", id, ...key, index]);
      notes.push({
        file: config.file,
        line,
        message: `gates.${id}.${key.join(".")} "${pattern}" names no file${advice}`,
      });
    }
  };
  for (const entry of config.gates) {
    if (entry.kind === "off") continue;
    look(entry.id, ["inputs"], entry.settings.inputs);
    look(entry.id, ["when", "paths"], entry.settings.when?.paths);
  }
  return notes;
}
