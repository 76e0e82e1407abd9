import type { ArrayValue, DoubleQuotedChild, ParameterExpansionPart, Word, WordPart } from "unbash";

/** What a name in a shell text stands for; undefined when that is known only when it runs. */
export type Lookup = (name: string) => string | undefined;

/** A word after expansion: the fields it becomes, or why it does not become any before it runs. */
export type Expanded =
  | { readonly kind: "fields"; readonly fields: readonly string[]; readonly changed: boolean }
  | { readonly kind: "shell"; readonly doubt: string; readonly unsure: boolean };

/** Marks text that is known only when it runs and is no shell syntax, such as an expression of a workflow. */
export const UNKNOWN_OPEN = "\u{e000}";
/** Ends what {@link UNKNOWN_OPEN} begins. */
export const UNKNOWN_CLOSE = "\u{e001}";

/** Longest text of the source that a doubt quotes. */
const MAX_QUOTED = 60;

/** @returns the text on one line and not longer than a sentence bears */
export function shortly(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > MAX_QUOTED ? `${line.slice(0, MAX_QUOTED - 1)}…` : line;
}

interface Piece {
  readonly text: string;
  /** Quoted text is never split. */
  readonly quoted: boolean;
}

class NotBefore {
  readonly doubt: string;
  readonly unsure: boolean;

  constructor(doubt: string, unsure: boolean) {
    this.doubt = doubt;
    this.unsure = unsure;
  }
}

function unknown(text: string): NotBefore {
  return new NotBefore(`\`${shortly(text)}\` is known only when it runs`, true);
}

function parameter(part: ParameterExpansionPart, lookup: Lookup): string | NotBefore {
  if (part.prefix !== undefined || part.index !== undefined) return unknown(part.text);
  const value = lookup(part.parameter);
  const { operation } = part;
  if (operation === undefined) return value ?? unknown(part.text);
  if (operation.type !== "Default") return unknown(part.text);
  const { operator } = operation;
  const isSet = value !== undefined && (value !== "" || !operator.startsWith(":"));
  if (operator.endsWith("+")) return isSet ? operandOf(operation.operand, lookup) : "";
  if (isSet) return value;
  return operator.endsWith("?") ? unknown(part.text) : operandOf(operation.operand, lookup);
}

function operandOf(word: Word, lookup: Lookup): string | NotBefore {
  const pieces = piecesOf(word.parts ?? [], word, lookup, false);
  return pieces instanceof NotBefore ? pieces : pieces.map(({ text }) => text).join("");
}

/** `$(pwd)` is what `$PWD` is, and the top of the checkout is its workspace. */
function folderOfCommand(text: string, lookup: Lookup): string | undefined {
  const command = text.replaceAll(/^\$\(|^`|\)$|`$/g, "").trim();
  if (/^pwd(?: -[PL])?$/.test(command)) return lookup("PWD");
  return command === "git rev-parse --show-toplevel" ? lookup("GITHUB_WORKSPACE") : undefined;
}

function expansion(part: WordPart | DoubleQuotedChild, lookup: Lookup): string | NotBefore | undefined {
  switch (part.type) {
    case "SimpleExpansion":
      return lookup(part.text.slice(1)) ?? unknown(part.text);
    case "ParameterExpansion":
      return parameter(part, lookup);
    case "CommandExpansion":
      return folderOfCommand(part.text, lookup) ?? unknown(part.text);
    case "ArithmeticExpansion":
      return unknown(part.text);
    default:
      return undefined;
  }
}

function quotedPieces(parts: readonly DoubleQuotedChild[], lookup: Lookup): Piece[] | NotBefore {
  const [only] = parts;
  if (parts.length === 1 && (only?.text === "$@" || only?.text === "${@}")) {
    // `"$@"` is one word an argument, and none when there is none.
    const given = lookup("@");
    return given === undefined ? unknown(only.text) : [{ text: given, quoted: false }];
  }
  const pieces: Piece[] = [{ text: "", quoted: true }];
  for (const part of parts) {
    const value = expansion(part, lookup) ?? (part.type === "Literal" ? part.value : "");
    if (value instanceof NotBefore) return value;
    pieces.push({ text: value, quoted: true });
  }
  return pieces;
}

function pieceOf(part: WordPart, lookup: Lookup): readonly Piece[] | NotBefore {
  switch (part.type) {
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
      return [{ text: part.value, quoted: true }];
    case "DoubleQuoted":
    case "LocaleString":
      return quotedPieces(part.parts, lookup);
    case "Glob":
      // `pip install .[test]`: a shell that finds no file of that name leaves the brackets as they are.
      if (part.kind === "bracket") return [{ text: part.text, quoted: true }];
      return new NotBefore(`a shell must find what \`${shortly(part.text)}\` matches`, false);
    case "ExtendedGlob":
      return new NotBefore(`a shell must find what \`${shortly(part.text)}\` matches`, false);
    case "BraceExpansion":
      return new NotBefore(`a shell must unfold \`${shortly(part.text)}\``, false);
    case "ProcessSubstitution":
      return unknown(part.text);
    default: {
      const value = expansion(part, lookup);
      if (value === undefined || value instanceof NotBefore) return value ?? unknown(part.text);
      return [{ text: value, quoted: false }];
    }
  }
}

/** `npm-run-all lint:*`: no file is called so, and a shell that finds none leaves the words as they are. */
const NAMES_OF_TASKS = /^\w[\w.-]*:[\w.:*-]*\*$/;
/** `--filter=@shop/*`, `@shop/*`: so it is with an option and its value, and with packages of a scope. */
const OPTION_WITH_PATTERN = /^(?:--[A-Za-z][\w-]*=|@[\w.-]+\/)[\w@.:/*-]*\*[\w@.:/*-]*$/;

function piecesOf(
  parts: readonly WordPart[],
  word: Word,
  lookup: Lookup,
  tilde: boolean,
): readonly Piece[] | NotBefore {
  if (tilde && /^~(?:$|[/+\w-])/.test(word.text)) return new NotBefore("a shell must unfold `~`", false);
  if (parts.length === 0) return [{ text: word.value, quoted: true }];
  if (NAMES_OF_TASKS.test(word.text) || OPTION_WITH_PATTERN.test(word.text)) return [{ text: word.text, quoted: true }];
  const pieces: Piece[] = [];
  for (const part of parts) {
    const next = pieceOf(part, lookup);
    if (next instanceof NotBefore) return next;
    pieces.push(...next);
  }
  return pieces;
}

/** Splits what was not quoted at white space, as a shell does after expansion. */
function fieldsOf(pieces: readonly Piece[]): readonly string[] {
  const fields: string[] = [];
  let current: string | undefined;
  for (const { text, quoted } of pieces) {
    if (quoted) {
      current = (current ?? "") + text;
      continue;
    }
    const runs = text.split(/[ \t\n]+/);
    runs.forEach((run, index) => {
      if (index > 0 && current !== undefined) {
        fields.push(current);
        current = undefined;
      }
      if (run !== "") current = (current ?? "") + run;
    });
  }
  return current === undefined ? fields : [...fields, current];
}

/**
 * @param word a word of a shell text
 * @param lookup what names stand for
 * @returns its fields, quotes removed: none for an empty unquoted variable, several when a value holds spaces
 */
export function expandWord(word: Word, lookup: Lookup): Expanded {
  const pieces = piecesOf(word.parts ?? [], word, lookup, true);
  if (pieces instanceof NotBefore) return { kind: "shell", doubt: pieces.doubt, unsure: pieces.unsure };
  const fields = fieldsOf(pieces);
  const hidden = fields.find((field) => field.includes(UNKNOWN_OPEN));
  if (hidden !== undefined) return { kind: "shell", doubt: "a part of it is known only when it runs", unsure: true };
  const split = pieces.filter(({ quoted }) => !quoted);
  if (split.some(({ text }) => /[*?]/.test(text))) {
    return { kind: "shell", doubt: `a shell must find what \`${shortly(fields.join(" "))}\` matches`, unsure: false };
  }
  const changed = /\$/.test(word.text) && !(fields.length === 1 && fields[0] === word.value);
  return { kind: "fields", fields, changed };
}

/** @returns the word as it is written, with values put in that a shell reads as they are */
export function fillWord(word: Word, lookup: Lookup): string {
  return (word.parts ?? []).length === 0
    ? word.text
    : (word.parts ?? []).map((part) => fillPart(part, lookup)).join("");
}

function fillPart(part: WordPart, lookup: Lookup): string {
  const value =
    part.type === "SimpleExpansion" || part.type === "ParameterExpansion" ? expansion(part, lookup) : undefined;
  return typeof value === "string" && /^[\w./=:@-]*$/.test(value) ? value : part.text;
}

/** @returns the value that an assignment gives; undefined when it is a list, or known only when it runs */
export function assignedValue(value: Word | ArrayValue, lookup: Lookup): string | undefined {
  if (value.type === "ArrayValue") return undefined;
  const pieces = piecesOf(value.parts ?? [], value, lookup, true);
  if (pieces instanceof NotBefore) return undefined;
  const text = pieces.map((piece) => piece.text).join("");
  return text.includes(UNKNOWN_OPEN) ? undefined : text;
}
