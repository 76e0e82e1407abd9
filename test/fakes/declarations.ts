import { type DeclarationSource, wantsDeclaration } from "../../src/core/declarations/index.ts";

/** A repository for readers of declarations: names of all files, and the texts of those that a reader wants. */
export function sourceOf(files: Readonly<Record<string, string>>): DeclarationSource {
  const paths = Object.keys(files).toSorted();
  return {
    files: paths,
    texts: new Map(paths.flatMap((path) => (wantsDeclaration(path) === undefined ? [] : [[path, files[path] ?? ""]]))),
  };
}
