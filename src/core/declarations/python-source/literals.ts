const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  "0": "\0",
};

/** @returns the text inside of the quotes, escapes as they are written; with the letters before the quotes */
export function unquote(source: string): { readonly prefix: string; readonly body: string } {
  const match = /^([A-Za-z]*)("""|'''|"|')/.exec(source);
  const [, prefix = "", quotes = ""] = match ?? [];
  const end = source.endsWith(quotes) && source.length >= prefix.length + 2 * quotes.length ? quotes.length : 0;
  return { prefix: prefix.toLowerCase(), body: source.slice(prefix.length + quotes.length, source.length - end) };
}

/** @returns what a string literal's text stands for (docs.python.org, "String and Bytes literals") */
export function withoutEscapes(body: string): string {
  return body.replaceAll(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|\r?(\n)|(.))/gs,
    (all, hex?: string, wide?: string, line?: string, char?: string) => {
      const code = hex ?? wide;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (line !== undefined) return "";
      return char !== undefined && Object.hasOwn(ESCAPES, char) ? (ESCAPES[char] ?? all) : all;
    },
  );
}

/** @returns the value of a string literal */
export function stringValue(source: string): string {
  const { prefix, body } = unquote(source);
  return prefix.includes("r") ? body : withoutEscapes(body);
}
