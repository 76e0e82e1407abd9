import type { Masker } from "../../core/gates/index.ts";
import { cut, plainText } from "../../core/summary/index.ts";
import type { Files } from "../../ports/files.ts";

/** Bytes of a log's beginning and end that are looked at. */
const EDGE_BYTES = 64 * 1024;
const TAIL_LINES = 40;
const LONGEST_LINE = 400;

/** The parts of a log that judge and page need. */
export interface LogExcerpt {
  /** Beginning and end, without colours, not masked: for the judge alone. */
  readonly text: string;
  /** The last lines, masked and safe to show. */
  readonly tail: readonly string[];
  readonly bytes: number;
}

async function readRange(files: Files, path: string, start: number, end: number): Promise<string> {
  let text = "";
  for await (const piece of files.streamText(path, { start, end })) text += piece;
  return text;
}

/** A progress bar draws one line again and again; what stands there at last is what a person would see. */
function lastDrawn(line: string): string {
  return line.replace(/\r+$/, "").split("\r").at(-1) ?? "";
}

/** One line as a person reads it: what it is indented by stays, because tracebacks and diffs mean something by it. */
function shownLine(line: string): string {
  return cut(plainText(lastDrawn(line).slice(0, LONGEST_LINE * 4)), LONGEST_LINE)
    .replaceAll("\t", "    ")
    .replaceAll("\n", " ")
    .trimEnd();
}

/**
 * @param files where the log lies
 * @param path the log
 * @param masker hides secrets
 * @returns beginning and end of it; empty when there is no log
 */
export async function readExcerpt(files: Files, path: string, masker: Masker): Promise<LogExcerpt> {
  const bytes = (await files.size(path).catch(() => undefined)) ?? 0;
  if (bytes === 0) return { text: "", tail: [], bytes };
  const isShort = bytes <= 2 * EDGE_BYTES;
  const head = await readRange(files, path, 0, isShort ? bytes : EDGE_BYTES);
  const end = isShort ? head : await readRange(files, path, bytes - EDGE_BYTES, bytes);
  const shown = isShort ? masker.mask(end) : masker.maskCut(end);
  const lines = shown.split("\n").map(shownLine);
  const last = lines.findLastIndex((line) => line !== "");
  const text = plainText(isShort ? head : `${head}\n${end}`);
  const tail = lines.slice(Math.max(0, last + 1 - TAIL_LINES), last + 1);
  // Once more: what stood between two halves of a secret is gone now.
  return { text, tail: tail.map((line) => masker.mask(line)), bytes };
}

/** What is shown of a long log. */
export interface ShownPart {
  readonly headBytes: number;
  readonly tailBytes: number;
}

/**
 * A log for people: whole when it is short, else its beginning and its end with a line that says what is left out.
 *
 * @param files where the log lies
 * @param path the log
 * @param options hides secrets; how much to show; where the whole log is, as a person finds it
 */
export async function* showLog(
  files: Files,
  path: string,
  options: { readonly masker: Masker; readonly part: ShownPart; readonly whole: string },
): AsyncGenerator<string, void, undefined> {
  const { masker, part, whole } = options;
  const bytes = (await files.size(path).catch(() => undefined)) ?? 0;
  const isShort = bytes <= part.headBytes + part.tailBytes;
  const head = files.streamText(path, { end: isShort ? bytes : part.headBytes });
  yield* masker.maskPieces(head, { end: !isShort });
  if (isShort) return;
  yield `\n… ${bytes - part.headBytes - part.tailBytes} bytes are left out here; the whole log is ${whole} …\n`;
  yield* masker.maskPieces(files.streamText(path, { start: bytes - part.tailBytes, end: bytes }), { start: true });
}
