/** What names and functions of a justfile stand for. */
export interface JustScope {
  /** @returns undefined when the value is known only when just runs */
  variable(name: string): string | undefined;
}

type Token =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "sign"; readonly text: string };

/** Strings (just.systems/man/en/strings.html), names and signs; a backtick is a command, so it is no token. */
const TOKEN =
  /\s*(?:(x?'''[\s\S]*?'''|x?"""[\s\S]*?"""|x?'[^']*'|x?"(?:[^"\\]|\\[\s\S])*")|([A-Za-z_][\w-]*)|(==|!=|=~|&&|\|\||[+/(){},]))/y;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", '"': '"', "\\": "\\" };
const MAX_TOKENS = 500;
const MAX_DEPTH = 30;

/** Functions that have one answer on the machine that this is read for (just.systems/man/en/functions.html). */
const CONSTANT: Readonly<Record<string, string>> = {
  os: "linux",
  os_family: "unix",
  arch: "x86_64",
  justfile_directory: ".",
  source_directory: ".",
  invocation_directory: ".",
};

function stringValue(lexeme: string): string {
  const bare = lexeme.replace(/^x/, "");
  const isTriple = bare.startsWith("'''") || bare.startsWith('"""');
  const inner = bare.slice(isTriple ? 3 : 1, isTriple ? -3 : -1);
  const text = isTriple ? unindent(inner) : inner;
  if (bare.startsWith("'")) return text;
  return text.replaceAll(/\\([\s\S])/g, (whole, char: string) => (char === "\n" ? "" : (ESCAPES[char] ?? whole)));
}

function unindent(text: string): string {
  const lines = text.replace(/^\n/, "").split("\n");
  const depths = lines.filter((line) => line.trim() !== "").map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const depth = depths.length === 0 ? 0 : Math.min(...depths);
  return lines.map((line) => line.slice(depth)).join("\n");
}

/** @returns undefined when the text holds something that is not read here, such as a command in backticks */
function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  for (let at = 0; text.slice(at).trim() !== ""; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null || tokens.length > MAX_TOKENS) return undefined;
    const [, string, name, sign] = match;
    if (string !== undefined) tokens.push({ kind: "text", text: stringValue(string) });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

class NotKnown extends Error {}

class Evaluator {
  readonly #tokens: readonly Token[];
  readonly #scope: JustScope;
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], scope: JustScope) {
    this.#tokens = tokens;
    this.#scope = scope;
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length;
  }

  expression(): string {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new NotKnown();
    let left = this.#value();
    for (let sign = this.#sign("+", "/"); sign !== undefined; sign = this.#sign("+", "/")) {
      const right = this.#value();
      left = sign === "+" ? left + right : `${left}/${right}`;
    }
    this.#depth -= 1;
    return left;
  }

  #sign(...wanted: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || !wanted.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  #expect(sign: string): void {
    if (this.#sign(sign) === undefined) throw new NotKnown();
  }

  #value(): string {
    if (this.#sign("(") !== undefined) {
      const inner = this.expression();
      this.#expect(")");
      return inner;
    }
    if (this.#sign("/") !== undefined) return `/${this.#value()}`;
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "text") return token.text;
    if (token?.kind !== "name") throw new NotKnown();
    if (token.text === "if") return this.#if();
    if (this.#sign("(") !== undefined) return this.#call(token.text);
    const value = this.#scope.variable(token.text);
    if (value === undefined) throw new NotKnown();
    return value;
  }

  /** Only the branch that is taken must be known; the other is stepped over. */
  #if(): string {
    const left = this.expression();
    const sign = this.#sign("==", "!=");
    if (sign === undefined) throw new NotKnown();
    const holds = (left === this.expression()) === (sign === "==");
    const first = this.#block(holds);
    const token = this.#tokens[this.#at];
    if (token?.kind !== "name" || token.text !== "else") throw new NotKnown();
    this.#at += 1;
    const next = this.#tokens[this.#at];
    const isChained = next?.kind === "name" && next.text === "if";
    if (isChained) this.#at += 1;
    const second = isChained ? this.#if() : this.#block(!holds);
    return (holds ? first : second) ?? "";
  }

  #block(isTaken: boolean): string | undefined {
    this.#expect("{");
    if (isTaken) {
      const value = this.expression();
      this.#expect("}");
      return value;
    }
    for (let depth = 1; depth > 0; this.#at += 1) {
      const token = this.#tokens[this.#at];
      if (token === undefined) throw new NotKnown();
      if (token.kind === "sign" && token.text === "{") depth += 1;
      if (token.kind === "sign" && token.text === "}") depth -= 1;
    }
    return undefined;
  }

  #call(name: string): string {
    const values: string[] = [];
    while (this.#sign(")") === undefined) {
      values.push(this.expression());
      if (this.#sign(",") === undefined) {
        this.#expect(")");
        break;
      }
    }
    const constant = Object.hasOwn(CONSTANT, name) ? CONSTANT[name] : undefined;
    if (constant !== undefined) return constant;
    const fallback = values[1];
    if (/^(?:env|env_var_or_default)$/.test(name) && fallback !== undefined) return fallback;
    if (name === "join") return values.join("/");
    throw new NotKnown();
  }
}

/**
 * @param text an expression of a justfile
 * @param scope what names stand for
 * @returns its value; undefined when it is known only when just runs
 */
export function justValue(text: string, scope: JustScope): string | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  try {
    const evaluator = new Evaluator(tokens, scope);
    const value = evaluator.expression();
    return evaluator.isDone ? value : undefined;
  } catch (error) {
    if (error instanceof NotKnown) return undefined;
    throw error;
  }
}
