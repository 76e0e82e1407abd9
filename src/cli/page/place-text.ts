import { oneLine } from "../../core/summary/text.ts";

const MOST_PLACE = 80;

/** @returns `file:line` of foreign names, safe to show */
export function placeText(source: { readonly file: string; readonly line: number | null }): string {
  return `${oneLine(source.file, MOST_PLACE)}${source.line === null ? "" : `:${source.line}`}`;
}
