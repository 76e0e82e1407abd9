import type { LineFinder } from "./toml-lines.ts";

const TOKEN = /"(?:[^"\\\n]|\\.)*"|[{}[\],:]|\n/g;

/** Keys that lie deeper are asked for by nobody; a document may nest a hundred thousand times. */
const MAX_DEPTH = 16;

/**
 * Lines of the keys of a JSON document that is known to parse. Entries of arrays have no path of their own.
 *
 * @param text the document
 * @returns a finder; the line of the nearest key above when the key itself is not there, else 1
 */
export function jsonLines(text: string): LineFinder {
  const lines = new Map<string, number>();
  const path: (string | undefined)[] = [];
  let line = 1;
  let last: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === "\n") line += 1;
    else if (token === "{" || token === "[") path.push(undefined);
    else if (token === "}" || token === "]") path.pop();
    else if (token === ":" && last !== undefined && path.length <= MAX_DEPTH) {
      path[path.length - 1] = unquote(last);
      const id = path.map((part) => part ?? "").join("\0");
      if (!lines.has(id)) lines.set(id, line);
    } else if (token.startsWith('"') && path.length <= MAX_DEPTH) last = token;
  }
  return (wanted) => {
    for (let length = wanted.length; length > 0; length -= 1) {
      const found = lines.get(wanted.slice(0, length).join("\0"));
      if (found !== undefined) return found;
    }
    return 1;
  };
}

function unquote(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
