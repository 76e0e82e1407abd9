const OPEN_CASE = "<testcase";
const CLOSE_CASE = "</testcase>";

/** Attributes that producers write. A case with another one is no plain case. */
const ATTRIBUTES = [
  ...["name", "classname", "file", "time", "line", "column", "assertions", "timestamp", "status", "id", "url"],
  ...["hostname", "duration", "started-at", "finished-at", "package", "result", "type", "owner"],
];
const FIRST_LETTERS = ATTRIBUTES.map((name) => name.charCodeAt(0));

const [SLASH, GREATER, EQUALS, QUOTE, LESS, SPACE] = [0x2f, 0x3e, 0x3d, 0x22, 0x3c, 0x20];

function isBlank(code: number): boolean {
  return code === SPACE || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Where the first character stands that is no white space; the length of the text when there is none. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** The attribute whose name begins here and is followed by `="`, as its index; -1 when it is none of the list. */
function attributeAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  for (let index = 0; index < ATTRIBUTES.length; index += 1) {
    const name = ATTRIBUTES[index] ?? "";
    if (FIRST_LETTERS[index] !== first || !text.startsWith(name, at)) continue;
    const end = at + name.length;
    if (text.charCodeAt(end) === EQUALS && text.charCodeAt(end + 1) === QUOTE) return index;
  }
  return -1;
}

/** The quote that ends a value; -1 when something comes before it that a parser has to look at. */
function endOfValue(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    // White space that XML makes a blank, and what is not well-formed.
    if (code === LESS || code < SPACE || (code >= 0xd800 && code <= 0xdfff)) return -1;
  }
  return -1;
}

/** The references that every document knows (XML 1.0, section 4.6). */
const REFERENCES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** A value without references; undefined when it holds one that a parser has to look at. */
function plainValue(value: string): string | undefined {
  let left = 0;
  for (let at = value.indexOf("&"); at !== -1; at = value.indexOf("&", at + 1)) left += 1;
  if (left === 0) return value;
  const plain = value.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => {
    left -= 1;
    return REFERENCES[name] ?? "";
  });
  return left === 0 ? plain : undefined;
}

/** A case without content, with ordinary attributes, in one piece. One object is filled again and again. */
export class PlainCase {
  name = "";
  className = "";
  file = "";
  /** Where the case that was read last ends. */
  end = -1;

  /**
   * @param text part of a report
   * @param at any place in it
   * @returns true when a plain case begins there; what it says is in the fields then
   */
  read(text: string, at: number): boolean {
    if (!text.startsWith(OPEN_CASE, at) || !mayBeEmpty(text, at)) return false;
    this.name = "";
    this.className = "";
    this.file = "";
    const end = this.#readAttributes(text, at + OPEN_CASE.length);
    if (end === -1) return false;
    this.end = endOfElement(text, end);
    return this.end !== -1;
  }

  /** @returns where the attributes end, at `/` or `>`; -1 when a parser has to look at them */
  #readAttributes(text: string, from: number): number {
    let seen = 0;
    for (let before = from; ; ) {
      const at = skipBlanks(text, before);
      const code = text.charCodeAt(at);
      if (code === SLASH || code === GREATER) return at;
      const index = at === before ? -1 : attributeAt(text, at);
      if (index === -1 || (seen & (1 << index)) !== 0) return -1;
      seen |= 1 << index;
      const begin = at + (ATTRIBUTES[index]?.length ?? 0) + 2;
      const end = endOfValue(text, begin);
      const value = end === -1 ? undefined : plainValue(text.slice(begin, end));
      if (value === undefined) return -1;
      this.#keep(index, value);
      before = end + 1;
    }
  }

  #keep(index: number, value: string): void {
    if (index === 0) this.name = value;
    else if (index === 1) this.className = value;
    else if (index === 2) this.file = value;
  }
}

/** False for most cases that hold something, found without reading them. A value may hold `>`; then a parser reads it. */
function mayBeEmpty(text: string, from: number): boolean {
  const at = text.indexOf(">", from);
  return text.charCodeAt(at - 1) === SLASH || endOfElement(text, at) !== -1;
}

/** `/>`, or `>` and nothing but white space before the end tag; -1 when there is anything else. */
function endOfElement(text: string, at: number): number {
  if (text.charCodeAt(at) === SLASH) return text.charCodeAt(at + 1) === GREATER ? at + 2 : -1;
  const close = skipBlanks(text, at + 1);
  return text.startsWith(CLOSE_CASE, close) ? close + CLOSE_CASE.length : -1;
}

/** A parser of XML, and how many characters it has consumed. */
interface Parser {
  readonly position: number;
  write(text: string): unknown;
}

/**
 * Hands a report to a parser, less its plain cases. They are nearly all of a long report, and a parser makes a dozen objects of
 * each. What is not quite as plain is the parser's, whatever the reason, so it decides what is well-formed.
 */
export class PlainCases {
  readonly #parser: Parser;
  readonly #count: (one: PlainCase) => boolean;
  readonly #plain = new PlainCase();
  /** Characters that the parser was given, and of these up to the end of the last tag. */
  #given = 0;
  #lastTagEnd = 0;
  /** True when nothing but white space follows the last tag: then the parser is within no tag, comment or CDATA section. */
  #isAfterTag = false;

  /**
   * @param parser gets the rest
   * @param count takes a plain case; false leaves it to the parser, as it must be before the root and in another case
   */
  constructor(parser: Parser, count: (one: PlainCase) => boolean) {
    this.#parser = parser;
    this.#count = count;
  }

  /** To be called in the parser's own events of opened and closed tags. */
  sawTag(): void {
    this.#lastTagEnd = this.#parser.position;
  }

  /** @param text the next part of the report */
  read(text: string): void {
    let from = 0;
    let at = text.indexOf(OPEN_CASE);
    while (at !== -1) {
      this.#give(text.slice(from, at));
      from = this.#isAfterTag ? this.#readPlain(text, at) : at;
      at = text.indexOf(OPEN_CASE, from === at ? at + OPEN_CASE.length : from);
    }
    this.#give(text.slice(from));
  }

  #give(piece: string): void {
    if (piece === "") return;
    this.#parser.write(piece);
    this.#given += piece.length;
    const gap = this.#given - this.#lastTagEnd;
    const isWithin = gap <= piece.length;
    const isBlank = skipBlanks(piece, isWithin ? piece.length - gap : 0) === piece.length;
    this.#isAfterTag = isBlank && (isWithin || this.#isAfterTag);
  }

  /** Where plain cases end that stand one after another. */
  #readPlain(text: string, at: number): number {
    let end = at;
    while (this.#plain.read(text, end) && this.#count(this.#plain)) end = skipBlanks(text, this.#plain.end);
    return end;
  }
}
