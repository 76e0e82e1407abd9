import type { TextLine } from "../../documents/index.ts";

/** A factor of a condition: `py313`, `!cov`. */
interface Factor {
  readonly name: string;
  readonly isNegated: boolean;
}

/** More names than this are never written by hand; what asks for more is cut. */
const MAX_NAMES = 1000;
/** Bounds of an open range: what tox 4.67 takes. */
const OLDEST_MINOR = 11;
const NEWEST_MINOR = 15;

const FACTOR = /^(?:!?[\w.*?[\]][\w.*?[\]!]*)?$/;
const RANGE = /(?<![\w.-])(?:(\d+)-(\d+)|(\d+)-)(?=[,}])|(?<=[{,])-(\d+)(?=[,}])/g;

function rangeOf(from: number, to: number): string {
  const step = from < to ? 1 : -1;
  const length = Math.min(Math.abs(to - from) + 1, MAX_NAMES);
  return Array.from({ length }, (_, index) => from + index * step).join(",");
}

function openRange(from: number, to: number): string {
  return from > to ? String(from) : rangeOf(from, to);
}

/** `{10-13}` -> `{10,11,12,13}`. */
function expandRanges(text: string): string {
  return text.replaceAll(RANGE, (_, start?: string, end?: string, open?: string, last?: string) => {
    if (start !== undefined && end !== undefined) return rangeOf(Number(start), Number(end));
    if (open !== undefined) return openRange(Number(open), NEWEST_MINOR);
    return openRange(OLDEST_MINOR, Number(last));
  });
}

/** Parts between commas that stand outside of braces. */
function outerParts(text: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const char of text) {
    if (char === "{") depth += 1;
    if (char === "}") depth = Math.max(0, depth - 1);
    if (char === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function product(part: string): readonly string[] {
  const pieces = part.split(/\{([^}]+)\}/);
  let names = [""];
  for (const [index, piece] of pieces.entries()) {
    const choices = index % 2 === 1 || piece.includes(",") ? piece.split(",").map((one) => one.trim()) : [piece.trim()];
    names = names.flatMap((name) => choices.map((choice) => name + choice)).slice(0, MAX_NAMES);
  }
  return names;
}

/**
 * @param text `py{310,311}-{a,b}, lint`
 * @returns every name it stands for, at most 1,000; undefined when it is no list of names
 */
export function expandNames(text: string): readonly string[] | undefined {
  const names = outerParts(expandRanges(text)).flatMap(product).slice(0, MAX_NAMES);
  return names.every((name) => name.split("-").every((factor) => FACTOR.test(factor))) ? names : undefined;
}

function conditionOf(text: string): readonly (readonly Factor[])[] | undefined {
  return expandNames(text)?.map((name) =>
    name.split("-").map((factor) => ({ name: factor.replace(/^!/, ""), isNegated: factor.startsWith("!") })),
  );
}

/**
 * @param name of an environment
 * @returns its factors, and those of the machine that Turnpike's gates run on
 */
export function activeFactors(name: string): ReadonlySet<string> {
  return new Set([...name.split("-"), "linux", "x86_64"]);
}

/** `py310,lint: content`; undefined for a line without a condition. */
function conditionalOf(text: string) {
  const at = /:(?:\s|$)/.exec(text)?.index;
  const condition = at === undefined ? undefined : conditionOf(text.slice(0, at).trim());
  if (at === undefined || condition === undefined || condition.length === 0) return undefined;
  return { condition, content: text.slice(at + 1).trim() };
}

/**
 * Keeps the lines that apply to an environment (tox: `filter_for_env`).
 *
 * @param lines of a value, comments removed
 * @param factors of the environment
 */
export function linesFor(lines: readonly TextLine[], factors: ReadonlySet<string>): readonly TextLine[] {
  const kept: TextLine[] = [];
  let continues = false;
  let skips = false;
  for (const { text, line } of lines) {
    const own = conditionalOf(text);
    if (own === undefined) {
      const endsSkipped = skips && !continues && !text.endsWith("\\");
      skips = false;
      if (endsSkipped || text === "") continue;
      kept.push({ text, line });
      continues = text.endsWith("\\");
      continue;
    }
    const { condition, content } = own;
    const applies = condition.some((all) => all.every((one) => factors.has(one.name) !== one.isNegated));
    if (applies) {
      kept.push({ text: content, line });
      continues = content.endsWith("\\");
    }
    skips = !applies && content.endsWith("\\");
  }
  return kept;
}
