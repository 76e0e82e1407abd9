/** How a marker compares. `contains` and `not contains` are `in` with the variable on the right. */
export type MarkerOperator =
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "~="
  | "==="
  | "in"
  | "not in"
  | "contains"
  | "not contains";

/** One comparison, the variable on the left. */
export interface MarkerAtom {
  readonly kind: "atom";
  readonly variable: string;
  readonly operator: MarkerOperator;
  readonly value: string;
}

/** A PEP 508 environment marker. */
export type Marker =
  | MarkerAtom
  | { readonly kind: "and"; readonly parts: readonly Marker[] }
  | { readonly kind: "or"; readonly parts: readonly Marker[] };

const TOKEN = /\s*(?:(\()|(\))|'([^']*)'|"([^"]*)"|(===|==|!=|<=|>=|~=|<|>)|([A-Za-z_][\w.]*))/y;

type Token =
  | { readonly kind: "open" | "close" }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "operator"; readonly value: string }
  | { readonly kind: "word"; readonly value: string };

/** Deepest nesting that is read; resolvers write two or three levels. */
const MAX_DEPTH = 64;

function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const end = text.trimEnd().length;
  while (pattern.lastIndex < end) {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const [, open, close, single, double, operator, word] = match;
    if (open !== undefined) tokens.push({ kind: "open" });
    else if (close !== undefined) tokens.push({ kind: "close" });
    else if (operator !== undefined) tokens.push({ kind: "operator", value: operator });
    else if (word !== undefined) tokens.push({ kind: "word", value: word });
    else tokens.push({ kind: "text", value: single ?? double ?? "" });
  }
  return tokens;
}

const REVERSED: Readonly<Record<string, MarkerOperator>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
  in: "contains",
  "not in": "not contains",
};

const FORWARD = new Set<string>(["==", "!=", "<", "<=", ">", ">=", "~=", "===", "in", "not in"]);

function isForward(operator: string): operator is MarkerOperator {
  return FORWARD.has(operator);
}

/** A reader of tokens by recursive descent (PEP 508, "Grammar"). Every method gives undefined for what is no marker. */
class MarkerReader {
  #at = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  readOr(depth: number): Marker | undefined {
    return this.#readJoined("or", () => this.#readJoined("and", () => this.#readPart(depth)));
  }

  #readJoined(kind: "and" | "or", readPart: () => Marker | undefined): Marker | undefined {
    const parts: Marker[] = [];
    do {
      const part = readPart();
      if (part === undefined) return undefined;
      parts.push(part);
    } while (this.#takeWord(kind));
    return parts.length === 1 ? parts[0] : { kind, parts };
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "word" || token.value !== word) return false;
    this.#at += 1;
    return true;
  }

  #readPart(depth: number): Marker | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "open") return this.#readAtom();
    if (depth >= MAX_DEPTH) return undefined;
    this.#at += 1;
    const inner = this.readOr(depth + 1);
    if (this.#tokens[this.#at]?.kind !== "close") return undefined;
    this.#at += 1;
    return inner;
  }

  #readOperator(): string | undefined {
    if (this.#takeWord("in")) return "in";
    if (this.#takeWord("not")) return this.#takeWord("in") ? "not in" : undefined;
    const token = this.#tokens[this.#at];
    if (token?.kind !== "operator") return undefined;
    this.#at += 1;
    return token.value;
  }

  #readAtom(): MarkerAtom | undefined {
    const left = this.#tokens[this.#at];
    this.#at += 1;
    const operator = this.#readOperator();
    const right = this.#tokens[this.#at];
    this.#at += 1;
    if (operator === undefined) return undefined;
    if (left?.kind === "word" && right?.kind === "text" && isForward(operator)) {
      return { kind: "atom", variable: left.value, operator, value: right.value };
    }
    const reversed = REVERSED[operator];
    if (left?.kind === "text" && right?.kind === "word" && reversed !== undefined) {
      return { kind: "atom", variable: right.value, operator: reversed, value: left.value };
    }
    return undefined;
  }
}

/**
 * @param text a PEP 508 marker
 * @returns the marker, or undefined when it is none
 */
export function parseMarker(text: string): Marker | undefined {
  const tokens = tokenize(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = new MarkerReader(tokens);
  const marker = reader.readOr(0);
  return reader.isAtEnd ? marker : undefined;
}

/**
 * @param marker a marker
 * @returns its comparisons, in order
 */
export function atomsOf(marker: Marker): readonly MarkerAtom[] {
  return marker.kind === "atom" ? [marker] : marker.parts.flatMap(atomsOf);
}

function render(marker: Marker, isInner: boolean): string {
  if (marker.kind === "atom") {
    const quoted = marker.value.includes("'") ? `"${marker.value}"` : `'${marker.value}'`;
    if (marker.operator === "contains") return `${quoted} in ${marker.variable}`;
    if (marker.operator === "not contains") return `${quoted} not in ${marker.variable}`;
    return `${marker.variable} ${marker.operator} ${quoted}`;
  }
  const text = marker.parts.map((part) => render(part, true)).join(` ${marker.kind} `);
  return isInner ? `(${text})` : text;
}

/**
 * @param marker a marker
 * @returns its text, with `'` and only the parentheses that are needed to read it
 */
export function renderMarker(marker: Marker): string {
  return render(marker, false);
}
