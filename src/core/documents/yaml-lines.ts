import { isAlias, isCollection, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { tooDeepAt } from "./yaml-documents.ts";

/** A YAML document, and where its parts stand. */
export interface YamlFile {
  readonly value: unknown;
  /** @returns the 1-based line of a part; of the nearest above it when it is not there */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** Why a YAML text could not be read. */
export interface YamlFault {
  readonly line: number | null;
  readonly message: string;
}

/** Hand-written files nest a few levels. */
const MAX_DEPTH = 30;
const MAX_CHARACTERS = 256 * 1024;

/**
 * @param text one YAML document
 * @returns its value with places, or why there is none
 */
export function readYaml(text: string): YamlFile | { readonly fault: YamlFault } {
  if (text.length > MAX_CHARACTERS || tooDeepAt(text, MAX_DEPTH) !== undefined) {
    return { fault: { line: null, message: "is too large or nested too deeply to be read" } };
  }
  const counter = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: counter, logLevel: "silent" });
    const error = document.errors[0];
    if (error !== undefined) {
      const line = counter.linePos(error.pos[0]).line;
      return {
        fault: {
          line: Math.max(1, line),
          message: `is no YAML: ${(error.message.split("\n")[0] ?? "").replace(/ at line .*$/, "")}`,
        },
      };
    }
    const lines = text.split("\n").length;
    const lineAt = (node: Node | null): number | undefined =>
      node?.range == null ? undefined : Math.min(lines, Math.max(1, counter.linePos(node.range[0]).line));
    return {
      value: document.toJS({ maxAliasCount: 100 }),
      lineOf: (path) => lineOfNode(document.contents, path, lineAt) ?? 1,
    };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    return { fault: { line: null, message: "is nested too deeply, or repeats itself too often, to be read" } };
  }
}

function lineOfNode(
  root: Node | null,
  path: readonly (string | number)[],
  lineAt: (node: Node | null) => number | undefined,
): number | undefined {
  let [node, line] = [root, lineAt(root)];
  for (const part of path) {
    if (!isCollection(node) || isAlias(node)) break;
    const next: unknown = node.get(part, true);
    node = isCollection(next) || isScalar(next) ? (next as Node) : null;
    line = lineAt(node) ?? line;
  }
  return line;
}
