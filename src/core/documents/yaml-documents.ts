import { type Document, Lexer, LineCounter, parseAllDocuments } from "yaml";

/** What a YAML text holds, or why it cannot be parsed at all. */
export type YamlParsing =
  | {
      readonly kind: "documents";
      /** With the errors of each; empty for a text without content. */
      readonly documents: readonly Document.Parsed[];
      readonly lines: LineCounter;
    }
  | {
      readonly kind: "fault";
      /** 1-based. */
      readonly line: number;
      readonly column: number;
      /** A sentence part that follows the place. */
      readonly message: string;
    };

/**
 * Measures nesting with the lexer, which is fast. The parser is slow on deep nesting and recurses, so it must not see such
 * a text.
 *
 * @param text YAML
 * @param maxDepth levels of `[` and `{`, or of `- ` on one line
 * @returns where the text goes deeper; undefined when it does not
 */
export function tooDeepAt(text: string, maxDepth: number): number | undefined {
  let flow = 0;
  let dashes = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") flow += 1;
    else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
    else if (token === "-" || token === "?") dashes += 1;
    else if (token === "\n" || token === "\r\n") dashes = 0;
    if (flow > maxDepth || dashes > maxDepth) return offset;
    offset += isMark(token) ? 0 : token.length;
  }
  return undefined;
}

/** The lexer's own marks (document, flow error, scalar, byte order mark) are no part of the text. */
function isMark(token: string): boolean {
  return token === "\u0002" || token === "\u0018" || token === "\u001f";
}

function faultAt(text: string, offset: number, message: string): YamlParsing {
  const before = text.slice(0, offset).split("\n");
  return { kind: "fault", line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
}

/**
 * Parses YAML 1.2 (core schema) into nodes. Keys that are written twice are left to the caller, who can say where.
 *
 * @param text any number of documents; the caller has checked its size
 * @param maxDepth levels of `[` and `{`, or of `- ` on one line; deeper ones are a fault
 */
export function parseYaml(text: string, maxDepth: number): YamlParsing {
  const deep = tooDeepAt(text, maxDepth);
  if (deep !== undefined) return faultAt(text, deep, `is nested more than ${maxDepth} levels deep`);
  const lines = new LineCounter();
  const options = { lineCounter: lines, uniqueKeys: false, prettyErrors: false, keepSourceTokens: false };
  try {
    const documents = parseAllDocuments(text, options);
    return { kind: "documents", documents: Array.isArray(documents) ? documents : [], lines };
  } catch (error) {
    if (error instanceof RangeError) return faultAt(text, 0, "is nested too deeply");
    throw error;
  }
}
