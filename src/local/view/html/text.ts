import { plainText } from "../../../core/summary/index.ts";
import type { Conclusion } from "../../events.ts";
import { wordOf } from "../words.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * @param text foreign text
 * @returns text for HTML, between tags or in a quoted attribute; control characters are shown as U+FFFD
 */
export function html(text: string): string {
  return plainText(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * A relative path as a link.
 *
 * @param path with `/`, relative to the page
 * @returns a percent-encoded URL that no scheme can be read into (RFC 3986, section 4.2)
 */
export function href(path: string): string {
  const encoded = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return encoded.startsWith("/") || encoded.startsWith(".") ? encoded : `./${encoded}`;
}

/** What a mark stands for. */
export type Mark = Conclusion | "warning" | "notice" | "running";

const SHAPES: Readonly<Record<Mark, string>> = {
  success: '<circle cx="8" cy="8" r="7.5"/><path d="M4.6 8.3l2.3 2.3 4.5-4.8"/>',
  failure: '<circle cx="8" cy="8" r="7.5"/><path d="M5.3 5.3l5.4 5.4M10.7 5.3l-5.4 5.4"/>',
  cancelled: '<circle cx="8" cy="8" r="7.5"/><path d="M5.5 5.5h5v5h-5z"/>',
  skipped: '<circle cx="8" cy="8" r="7.5"/><path d="M4.8 8h6.4"/>',
  running: '<circle cx="8" cy="8" r="7.5"/><path d="M8 4.5V8l2.4 1.6"/>',
  warning: '<path class="body" d="M8 .9l7.4 13.7H.6z"/><path d="M8 6v4M8 12.1v.2"/>',
  notice: '<circle cx="8" cy="8" r="7.5"/><path d="M8 7.3v4M8 4.6v.2"/>',
};

/**
 * @param mark what to show
 * @returns an inline SVG with a text for those who do not see it
 */
export function icon(mark: Mark): string {
  const label = mark === "warning" || mark === "notice" ? mark : mark === "running" ? "not finished" : wordOf(mark);
  return `<svg class="icon ${mark}" viewBox="0 0 16 16" role="img" aria-label="${label}">${SHAPES[mark]}</svg>`;
}
