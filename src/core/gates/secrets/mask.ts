import { formsOf, SHORTEST_SECRET } from "./secret-forms.ts";

const MASK = "***";
/** Shorter forms may well come about where one line ends and the next one begins. */
const SHORTEST_BROKEN = 12;
/** What tools wrap long lines with, indentation may follow it; and colours (ECMA-48, 8.3.117) in the middle of a word. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escapes begin with one
const GAP = /((?:\r?\n[ \t]*|\u001b\[[0-9;:]*[mK])+)/;
const GAP_HERE = new RegExp(`^${GAP.source}`);
/** Where tools shorten long values: `'beginning...end'`. A row of dots is progress. */
const ELISION = /(?<!\.)\.{3}(?!\.)|…/g;

function patternOf(forms: readonly string[]): RegExp | undefined {
  if (forms.length === 0) return undefined;
  return new RegExp(forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"), "g");
}

/** More colours than that in one place are no colours. */
const LONGEST_GAP = 64;

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

/** So many characters tell, nearly always, whether they may be of a secret. */
const GRAM = SHORTEST_SECRET;

/** Some characters of a text as a number; several texts may share one. */
function gramAt(text: string, from: number): number {
  let gram = 0;
  for (let at = from; at < from + GRAM; at += 1) gram = (Math.imul(gram, 65_599) + text.charCodeAt(at)) | 0;
  return gram;
}

function gramsOf(forms: readonly string[]): ReadonlySet<number> {
  const grams = new Set<number>();
  for (const form of forms) for (let at = 0; at + GRAM <= form.length; at += 1) grams.add(gramAt(form, at));
  return grams;
}

/** What stands before and behind a gap that begins with a line break or an escape. */
function aroundGap(text: string, at: number): string {
  const end = text.charAt(at - 1) === "\r" ? at - 1 : at;
  const begin = end + (GAP_HERE.exec(text.slice(end, end + LONGEST_GAP))?.[0].length ?? 1);
  return text.slice(Math.max(0, end - GRAM + 1), end) + text.slice(begin, begin + GRAM - 1);
}

/** Places of line breaks and escapes. */
function* gapsOf(text: string): Generator<number> {
  for (const mark of ["\n", "\u001b"]) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) yield at;
  }
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

/** What is looked for. */
interface Forms {
  /** Longest first: of two that begin at the same place the longer one is hidden. */
  readonly all: readonly string[];
  readonly pattern: RegExp | undefined;
  /** Those that are looked for over line breaks. */
  readonly broken: RegExp | undefined;
  readonly grams: ReadonlySet<number>;
}

function makeForms(secrets: readonly string[]): Forms {
  const all = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  const long = all.filter((form) => form.length >= SHORTEST_BROKEN && !form.includes("\n"));
  return { all, pattern: patternOf(all), broken: patternOf(long), grams: gramsOf(all) };
}

/** Takes secrets out of text: as they are, percent-encoded, in JSON and XML, in base64, broken over lines, coloured, shortened. */
export class Masker {
  readonly #secrets: readonly string[];
  #made: Forms | undefined;

  /** @param secrets values to hide */
  constructor(secrets: readonly string[]) {
    this.#secrets = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  }

  /** Made when there is something to hide them in: no gate waits for it. */
  get #forms(): Forms {
    this.#made ??= makeForms(this.#secrets);
    return this.#made;
  }

  /** True when there is nothing to hide. */
  get isEmpty(): boolean {
    return this.#secrets.length === 0;
  }

  /**
   * How many characters a secret can take at most, line breaks with it: what may stand at the end of one piece and the
   * beginning of the next. 0 when there is nothing to hide.
   */
  get longest(): number {
    const length = this.#forms.all[0]?.length ?? 0;
    return length === 0 ? 0 : 2 * length + 64;
  }

  /**
   * @param text any text
   * @returns the text without secrets
   */
  mask(text: string): string {
    const { pattern } = this.#forms;
    return pattern === undefined ? text : this.#maskElided(this.#maskBroken(text.replace(pattern, MASK)));
  }

  /** What is left of a secret that a tool shortened, before and behind the place. */
  #maskElided(text: string): string {
    const { grams } = this.#forms;
    let shown = "";
    let from = 0;
    let isAfter = false;
    for (const { index, 0: mark } of text.matchAll(ELISION)) {
      const end = index + mark.length;
      if (!grams.has(gramAt(text, index - GRAM)) && !grams.has(gramAt(text, end))) continue;
      const before = text.slice(from, index);
      shown += this.#hideEnd(isAfter ? this.#hideBeginning(before) : before) + mark;
      [from, isAfter] = [end, true];
    }
    if (!isAfter) return text;
    return shown + this.#hideBeginning(text.slice(from));
  }

  /**
   * For a text that was cut out of a longer one: it may begin with the end of a secret, end with the beginning of one, or be
   * a part of one.
   *
   * @param text any text, `…` at its end or not
   * @returns the text without secrets, and without such parts
   */
  maskCut(text: string): string {
    if (this.isEmpty) return text;
    const masked = this.mask(text);
    const part = masked.slice(beginOf(masked), endOf(masked));
    const mayBeInside = part.length >= SHORTEST_BROKEN && this.#forms.grams.has(gramAt(part, 0));
    const isInside = mayBeInside && this.#forms.all.some((form) => form.includes(part));
    return isInside ? MASK : this.#hideBeginning(this.#hideEnd(masked));
  }

  /** Hides the beginning of a secret at the end of a text. */
  #hideEnd(text: string): string {
    const end = endOf(text);
    const kept = text.slice(0, end);
    const last = kept.slice(-GRAM);
    if (last.length < GRAM || !this.#forms.grams.has(gramAt(last, 0))) return text;
    const parts = this.#forms.all.flatMap((form) => placesOf(last, form).map((at) => form.slice(0, at + last.length)));
    const longest = longestOf(parts.filter((part) => kept.endsWith(part)));
    return longest === 0 ? text : `${kept.slice(0, end - longest)}${MASK}${text.slice(end)}`;
  }

  /** Hides the end of a secret at the beginning of a text. */
  #hideBeginning(text: string): string {
    const begin = beginOf(text);
    const first = text.slice(begin, begin + GRAM);
    if (first.length < GRAM || !this.#forms.grams.has(gramAt(first, 0))) return text;
    const parts = this.#forms.all.flatMap((form) => placesOf(first, form).map((at) => form.slice(at)));
    const longest = longestOf(parts.filter((part) => text.startsWith(part, begin)));
    return longest === 0 ? text : `${text.slice(0, begin)}${MASK}${text.slice(begin + longest)}`;
  }

  /** Nearly always false; what is true is looked at in earnest. */
  #mayBeBroken(text: string): boolean {
    const { grams } = this.#forms;
    for (const at of gapsOf(text)) {
      const around = aroundGap(text, at);
      for (let from = 0; from + GRAM <= around.length; from += 1) {
        if (grams.has(gramAt(around, from))) return true;
      }
    }
    return false;
  }

  /** The line breaks stay, so that a log keeps its lines. */
  #maskBroken(text: string): string {
    const { broken } = this.#forms;
    if (broken === undefined || !this.#mayBeBroken(text)) return text;
    const parts = text.split(GAP);
    const lines = parts.filter((_, index) => index % 2 === 0);
    const spans = [...lines.join("").matchAll(broken)].map(({ index, 0: { length } }): Span => [index, index + length]);
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
      if (this.isEmpty) {
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
