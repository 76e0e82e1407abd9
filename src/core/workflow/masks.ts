type Encoder = (value: string) => string;

function base64(shift: number): Encoder {
  return (value) => {
    const bytes = new TextEncoder().encode(value);
    const kept = bytes.length > shift ? bytes.slice(shift) : bytes;
    return btoa(String.fromCharCode(...kept));
  };
}

/** `Uri.EscapeDataString`: everything but unreserved characters of RFC 3986. */
function uri(value: string): string {
  try {
    return encodeURIComponent(value).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  } catch {
    return ""; // Half of a surrogate pair has no UTF-8.
  }
}

const XML: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "&": "&amp;" };

/** Forms in which a secret shows up (actions/runner src/Runner.Common/HostContext.cs; src/Sdk/DTLogging/Logging/ValueEncoders.cs). */
const ENCODERS: readonly Encoder[] = [
  base64(0),
  base64(1),
  base64(2),
  (value) => value.replaceAll('"', '\\"'),
  (value) => value.replaceAll("'", "''"),
  (value) => JSON.stringify(value).slice(1, -1),
  uri,
  (value) => value.replace(/[<>"'&]/g, (character) => XML[character] ?? character),
  (value) => (value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : ""),
  (value) => ampersandPart(value, "before"),
  (value) => ampersandPart(value, "after"),
];

/** PowerShell prints commands in parts around `&` (ValueEncoders.cs, PowerShellPreAmpersandEscape and …Post…). */
function ampersandPart(value: string, side: "before" | "after"): string {
  const plus = value.indexOf("&+");
  const at = plus >= 0 ? plus + 2 : value.lastIndexOf("&") + 1;
  if (at === 0) return "";
  const part = side === "before" ? value.slice(0, at) : value.slice(plus >= 0 ? at + 1 : at);
  return part.length >= 6 ? part : "";
}

/** What stands where a secret stood. */
const MASK = "***";

/** Hides secrets in text. One for a whole run, as values move between jobs. */
export class SecretMasker {
  readonly #values = new Set<string>();
  #longest: readonly string[] = [];

  /**
   * @param value a secret; an empty one is left out. Its encoded forms are hidden too
   */
  add(value: string): void {
    if (value === "" || this.#values.has(value)) return;
    this.#values.add(value);
    for (const encode of ENCODERS) {
      const encoded = encode(value);
      if (encoded !== "") this.#values.add(encoded);
    }
    this.#longest = [...this.#values].sort((a, b) => b.length - a.length);
  }

  /**
   * Adds a value and each of its lines, as `add-mask` does (ActionCommandManager.cs, AddMaskCommandExtension).
   *
   * @param value a secret, lines and all
   */
  addLines(value: string): void {
    this.add(value);
    for (const line of value.split(/[\r\n]+/)) this.add(line);
  }

  /**
   * @param text any text
   * @returns the text with every secret hidden; overlapping ones as one (src/Sdk/DTLogging/Logging/SecretMasker.cs)
   */
  mask(text: string): string {
    const found: [number, number][] = [];
    for (const value of this.#longest) {
      if (value.length > text.length) continue;
      for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) found.push([at, at + value.length]);
    }
    if (found.length === 0) return text;
    found.sort((a, b) => a[0] - b[0]);
    let masked = "";
    let done = 0;
    let [start, end] = found[0] ?? [0, 0];
    for (const [from, to] of [...found.slice(1), [text.length + 1, text.length + 1] as const]) {
      if (from <= end) {
        end = Math.max(end, to);
        continue;
      }
      masked += text.slice(done, start) + MASK;
      done = end;
      [start, end] = [from, to];
    }
    return masked + text.slice(done);
  }
}
