import { isAlias, isCollection, isScalar, LineCounter, type Node, parseDocument } from "yaml";

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

/** Deeper nesting of `[` and `{` makes the parser slow and is never written by hand. */
const MAX_OPEN = 30;
const MAX_CHARACTERS = 256 * 1024;

function isTooDeep(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if (char === "[" || char === "{") open += 1;
    else if (char === "]" || char === "}") open = Math.max(0, open - 1);
    if (open > MAX_OPEN) return true;
  }
  return /^\s*(?:[-?]\s+){30}/m.test(text);
}

/**
 * @param text one YAML document
 * @returns its value with places, or why there is none
 */
export function readYaml(text: string): YamlFile | { readonly fault: YamlFault } {
  if (text.length > MAX_CHARACTERS || isTooDeep(text)) {
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
