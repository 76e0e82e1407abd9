import { formsOf, SHORTEST_SECRET } from "./secret-forms.ts";

const MASK = "***";
/** Shorter forms may well come about where one line ends and the next one begins. */
const SHORTEST_BROKEN = 12;
/** What tools wrap long lines with; indentation may follow it. */
const LINE_BREAK = /(\r?\n[ \t]*)/;

const SECRET_NAME =
  /(?:^|_)(?:TOKEN|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|SIGNING_?KEY|CREDENTIALS?|PAT|AUTH)(?:$|_(?!URL|URI|SOCK|FILE|PATH|DIR|ENDPOINT|HOST|TYPE|METHOD|ID$))/i;

/** `https://user:password@host` in any variable, such as a proxy or an index. */
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/gi;

/**
 * @param env the environment of this process
 * @returns values that look like secrets: by the name of their variable, or as the password in a URL
 */
export function secretsOf(env: Readonly<Record<string, string>>): readonly string[] {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(env)) {
    const bare = name.replace(/^INPUT_/, "").replaceAll("-", "_");
    if (SECRET_NAME.test(bare) && !isHarmless(value)) found.add(value);
    for (const match of value.matchAll(URL_PASSWORD)) found.add(match[1] ?? "");
  }
  return [...found].filter((value) => value.length >= SHORTEST_SECRET);
}

/** A path or a URL without a password is where a secret is kept, not the secret. */
function isHarmless(value: string): boolean {
  return /^(?:\/|\.\/|[a-z][a-z0-9+.-]*:\/\/[^@]*$)/i.test(value.trim());
}

function patternOf(forms: readonly string[]): RegExp | undefined {
  if (forms.length === 0) return undefined;
  return new RegExp(forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"), "g");
}

/** What a cut leaves at the edge of a text: a mark, half a character, the indentation of a line. */
const EDGE: ReadonlySet<string> = new Set([..." \t\r\n…\ufffd"]);

function beginOf(text: string): number {
  let at = 0;
  while (at < text.length && EDGE.has(text.charAt(at))) at += 1;
  return at;
}

function endOf(text: string): number {
  let at = text.length;
  while (at > 0 && EDGE.has(text.charAt(at - 1))) at -= 1;
  return at;
}

function placesOf(part: string, text: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function longestOf(texts: readonly string[]): number {
  return texts.reduce((longest, { length }) => Math.max(longest, length), 0);
}

/** A part of a text that is hidden: from, and up to before. */
type Span = readonly [number, number];

/** One line of a text of which parts are hidden; `offset` is where the line begins. */
function hideIn(line: string, offset: number, spans: readonly Span[]): string {
  let shown = "";
  let at = 0;
  for (const [from, to] of spans) {
    const [begin, end] = [Math.max(from - offset, at), Math.min(to - offset, line.length)];
    if (end <= begin) continue;
    shown += line.slice(at, begin) + (from >= offset ? MASK : "");
    at = end;
  }
  return shown + line.slice(at);
}

/** Takes secrets out of text: as they are, percent-encoded, in JSON and XML, in base64, and broken over lines. */
export class Masker {
  readonly #forms: readonly string[];
  readonly #pattern: RegExp | undefined;
  readonly #broken: RegExp | undefined;
  /**
   * How many characters a secret can take at most, line breaks with it: what may stand at the end of one piece and the
   * beginning of the next. 0 when there is nothing to hide.
   */
  readonly longest: number;

  /** @param secrets values to hide */
  constructor(secrets: readonly string[]) {
    // Longest first: of two that begin at the same place the longer one is hidden.
    this.#forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
    this.#pattern = patternOf(this.#forms);
    this.#broken = patternOf(this.#forms.filter((form) => form.length >= SHORTEST_BROKEN && !form.includes("\n")));
    const length = this.#forms[0]?.length ?? 0;
    this.longest = length === 0 ? 0 : 2 * length + 64;
  }

  /** True when there is nothing to hide. */
  get isEmpty(): boolean {
    return this.#pattern === undefined;
  }

  /**
   * @param text any text
   * @returns the text without secrets
   */
  mask(text: string): string {
    return this.#pattern === undefined ? text : this.#maskBroken(text.replace(this.#pattern, MASK));
  }

  /**
   * For a text that was cut out of a longer one: it may begin with the end of a secret, end with the beginning of one, or be
   * a part of one.
   *
   * @param text any text, `…` at its end or not
   * @returns the text without secrets, and without such parts
   */
  maskCut(text: string): string {
    if (this.#pattern === undefined) return text;
    const masked = this.mask(text);
    const part = masked.slice(beginOf(masked), endOf(masked));
    const isInside = part.length >= SHORTEST_BROKEN && this.#forms.some((form) => form.includes(part));
    return isInside ? MASK : this.#hideBeginning(this.#hideEnd(masked));
  }

  /** Hides the beginning of a secret at the end of a text. */
  #hideEnd(text: string): string {
    const end = endOf(text);
    const kept = text.slice(0, end);
    const last = kept.slice(-SHORTEST_SECRET);
    if (last.length < SHORTEST_SECRET) return text;
    const parts = this.#forms.flatMap((form) => placesOf(last, form).map((at) => form.slice(0, at + last.length)));
    const longest = longestOf(parts.filter((part) => kept.endsWith(part)));
    return longest === 0 ? text : `${kept.slice(0, end - longest)}${MASK}${text.slice(end)}`;
  }

  /** Hides the end of a secret at the beginning of a text. */
  #hideBeginning(text: string): string {
    const begin = beginOf(text);
    const first = text.slice(begin, begin + SHORTEST_SECRET);
    if (first.length < SHORTEST_SECRET) return text;
    const parts = this.#forms.flatMap((form) => placesOf(first, form).map((at) => form.slice(at)));
    const longest = longestOf(parts.filter((part) => text.startsWith(part, begin)));
    return longest === 0 ? text : `${text.slice(0, begin)}${MASK}${text.slice(begin + longest)}`;
  }

  /** The line breaks stay, so that a log keeps its lines. */
  #maskBroken(text: string): string {
    if (this.#broken === undefined || !text.includes("\n")) return text;
    const parts = text.split(LINE_BREAK);
    const lines = parts.filter((_, index) => index % 2 === 0);
    const spans = [...lines.join("").matchAll(this.#broken)].map(
      ({ index, 0: { length } }): Span => [index, index + length],
    );
    if (spans.length === 0) return text;
    let offset = 0;
    return parts
      .map((part, index) => {
        if (index % 2 === 1) return part;
        const shown = hideIn(part, offset, spans);
        offset += part.length;
        return shown;
      })
      .join("");
  }

  /**
   * @param pieces a text in pieces
   * @param cut where the text was cut out of a longer one, if it was
   * @returns the same text without secrets, also those that were cut in two
   */
  async *maskPieces(
    pieces: AsyncIterable<string>,
    cut: { readonly start?: boolean; readonly end?: boolean } = {},
  ): AsyncGenerator<string, void, undefined> {
    let held = "";
    let isFirst = cut.start === true;
    for await (const piece of pieces) {
      if (this.#pattern === undefined) {
        yield piece;
        continue;
      }
      const text = this.mask(held + piece);
      const whole = isFirst && text.length >= this.longest ? this.#hideBeginning(text) : text;
      if (text.length >= this.longest) isFirst = false;
      const end = Math.max(0, whole.length - this.longest);
      held = whole.slice(end);
      if (end > 0) yield whole.slice(0, end);
    }
    const last = isFirst ? this.#hideBeginning(held) : held;
    if (last !== "") yield cut.end === true ? this.#hideEnd(last) : last;
  }
}
