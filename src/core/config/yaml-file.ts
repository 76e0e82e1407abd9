import type { Problem } from "../../errors.ts";
import { readYamlTree, type YamlTree } from "./yaml-tree.ts";

/** A YAML file that people write for Turnpike, or what keeps it from being read. */
export type YamlFile =
  | {
      readonly kind: "tree";
      readonly tree: YamlTree;
      /** Faults that leave the rest readable. */
      readonly problems: readonly Problem[];
    }
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[] };

/**
 * @param text the file
 * @param file its path, for messages
 * @param longest characters that are read; hand-written files are a hundredth of it
 */
export function readYamlFile(text: string, file: string, longest: number): YamlFile {
  const unreadable = (line: number, message: string): YamlFile => {
    return { kind: "unreadable", problems: [{ where: file, line, column: 1, message }] };
  };
  if (text.length > longest) {
    return unreadable(1, `is larger than ${longest / 1024} KiB, which no file written by hand is; it was not read`);
  }
  const offset = text.search(/[\0\ufffd]/);
  if (offset >= 0) return unreadable(text.slice(0, offset).split("\n").length, "is not UTF-8 text");
  const tree = readYamlTree(text);
  const problems = tree.problems.map((problem) => ({ where: file, ...problem }));
  return tree.isWhole ? { kind: "tree", tree, problems } : { kind: "unreadable", problems };
}
