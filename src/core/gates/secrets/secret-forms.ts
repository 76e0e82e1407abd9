/** Shorter values are words like `true` or `12345`, and hiding them would hide half of every log. */
export const SHORTEST_SECRET = 6;

function base64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * In the middle of a longer text base64 looks different by where the value begins; the parts that depend on its neighbours
 * are cut off (actions/runner src/Sdk/DTLogging/Logging/ValueEncoders.cs).
 */
function base64Forms(secret: string): readonly string[] {
  const shifted = [0, 1, 2].map((shift) => base64("\0".repeat(shift) + secret).replace(/=+$/, ""));
  const cut = shifted.map((text, shift) => text.slice(shift === 0 ? 0 : shift + 1));
  const forms = [...cut, ...cut.map((text) => text.slice(0, -1))];
  const all = [...forms, ...forms.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))];
  return all.flatMap((text) => [text, ...[encodeURIComponent(text)].flatMap(inBothCases)]);
}

/** Encoders write the digits of `%2f` in either case. */
function inBothCases(encoded: string): readonly string[] {
  return [encoded, encoded.replaceAll(/%[0-9A-F]{2}/g, (digits) => digits.toLowerCase())];
}

/** All but the unreserved characters of RFC 3986, as `quote(text, safe="")` of Python and `Uri.EscapeDataString` do. */
function strictUri(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Percent-encoding as JavaScript, RFC 3986, Python (which leaves `/` unless told otherwise) and HTML forms do it. */
function uriForms(text: string): readonly string[] {
  const wellFormed = text.toWellFormed();
  const strict = strictUri(wellFormed);
  const plus = strict.replaceAll("%20", "+");
  const form = plus.replaceAll("~", "%7E").replaceAll("%2A", "*");
  return [
    ...[encodeURIComponent(wellFormed), strict, strict.replaceAll("%2F", "/")],
    ...[plus, plus.replaceAll("%2F", "/"), encodeURIComponent(wellFormed).replaceAll("%20", "+"), form],
  ].flatMap(inBothCases);
}

const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;" };

/** Text, attributes, and the ways of several libraries to write quotes. */
function xmlForms(text: string): readonly string[] {
  const plain = text.replaceAll(/[&<>]/g, (one) => XML[one] ?? one);
  const lines = plain.replaceAll("\n", "&#10;");
  const quotes = [
    ['"', "'"],
    ["&quot;", "'"],
    ["&quot;", "&apos;"],
    ["&quot;", "&#39;"],
    ["&quot;", "&#x27;"],
    ["&#34;", "&#39;"],
  ] as const;
  return [plain, lines].flatMap((one) =>
    quotes.map(([double, single]) => one.replaceAll('"', double).replaceAll("'", single)),
  );
}

/** As Python shows bytes: what is not ASCII as those of UTF-8. */
function bytesOf(text: string): string {
  const digits = (byte: number): string => `\\x${byte.toString(16).padStart(2, "0")}`;
  return text.replaceAll(/[^\0-\x7f]+/g, (part) => [...new TextEncoder().encode(part)].map(digits).join(""));
}

/** Strings of JSON, also those with nothing but ASCII, and of Python and shells. */
function stringForms(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const ascii = json.replaceAll(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const slashes = json.replaceAll("/", "\\/");
  const python = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
  const quoted = [python, python.replaceAll("'", "\\'")];
  return [
    json,
    // A line of a structured log that holds a document as text.
    JSON.stringify(json).slice(1, -1),
    ascii,
    slashes,
    ...quoted,
    ...quoted.map(bytesOf),
    text.replaceAll("'", "''"),
    text.replaceAll("'", `'\\''`),
  ];
}

function hexForms(text: string): readonly string[] {
  const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex, hex.toUpperCase()];
}

const ENCODERS = [uriForms, stringForms, xmlForms, hexForms, base64Forms];

/**
 * @param secret a value to hide; of several lines each is hidden by itself, so an encoding of the whole is, too
 * @returns what it looks like in output: as it is, percent-encoded, in JSON, XML, strings and hex, in base64 wherever it begins
 */
export function formsOf(secret: string): readonly string[] {
  if (secret.length < SHORTEST_SECRET) return [];
  const lines = secret.split(/\r?\n/).filter((line) => line.trim().length >= SHORTEST_SECRET);
  const plain = lines.length > 1 ? lines.map((line) => line.trim()) : [secret, secret.trim()];
  const all = [secret, ...plain, ...plain.flatMap((text) => ENCODERS.flatMap((encode) => encode(text)))];
  return [...new Set(all)].filter((form) => form.length >= SHORTEST_SECRET);
}
