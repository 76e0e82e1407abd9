import { unreachable } from "../../errors.ts";
import { codeElement, codeSpan, escapeBlockStart, escapeHtml, escapeMarkdown, fence } from "./escape.ts";
import { oneLine } from "./text.ts";

/** Inline content. A plain string is text, foreign or ours, and shows exactly as it is. */
export type Inline =
  | string
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "strong"; readonly content: readonly Inline[] }
  | { readonly kind: "link"; readonly url: string; readonly content: readonly Inline[] };

/** A list of inline content. */
export type Inlines = readonly Inline[];

/** A table column. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** One block of a page. Foreign text can be in any text of it and never becomes structure. */
export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3 | 4; readonly content: Inlines }
  | { readonly kind: "paragraph"; readonly content: Inlines }
  | { readonly kind: "small"; readonly content: Inlines }
  | { readonly kind: "list"; readonly items: readonly Inlines[] }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly Inlines[])[] }
  | { readonly kind: "code"; readonly language: "" | "sh" | "yaml" | "text" | "mermaid"; readonly text: string }
  | { readonly kind: "alert"; readonly level: "NOTE" | "WARNING" | "CAUTION"; readonly content: Inlines }
  | {
      readonly kind: "details";
      readonly open: boolean;
      readonly summary: Inlines;
      readonly blocks: readonly Block[];
    };

/** @returns a heading of our own words */
export function heading(level: 2 | 3 | 4, title: string): Block {
  return { kind: "heading", level, content: [title] };
}

/** @returns text in a code font, to be copied */
export function code(text: string): Inline {
  return { kind: "code", text };
}

/**
 * Prose in which what stands between backticks is code, as tools and people write it.
 *
 * @param text foreign text
 * @param limit most characters to keep
 * @returns text and code
 */
export function prose(text: string, limit: number): Inlines {
  const parts = oneLine(text, limit).split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : part)).filter((part) => part !== "");
}

/** @returns text that stands out */
export function strong(...content: Inline[]): Inline {
  return { kind: "strong", content };
}

/**
 * @param url an absolute address whose foreign parts went through `urlPath`; undefined for no link
 * @param content what is shown
 * @returns a link, or the content alone when there is no https address
 */
export function link(url: string | undefined, ...content: Inline[]): Inlines {
  return url === undefined || !/^https:\/\/[\w.:-]+\/[^\s()<>"'`\\|]*$/.test(url)
    ? content
    : [{ kind: "link", url, content }];
}

function toMarkdown(content: Inlines): string {
  let text = "";
  for (const part of content) {
    if (typeof part === "string") text += keepEnds(part, escapeMarkdown);
    else text += inlineMarkdown(part, text.endsWith("`"));
  }
  return text.trim();
}

function inlineMarkdown(part: Exclude<Inline, string>, followsCode: boolean): string {
  switch (part.kind) {
    case "code":
      return followsCode ? codeElement(part.text) : codeSpan(part.text);
    case "strong":
      return bold(toMarkdown(part.content));
    case "link":
      return `[${toMarkdown(part.content)}](${part.url})`;
    default:
      return unreachable(part);
  }
}

/** Asterisks open and close only beside certain characters (CommonMark 0.31, section 6.2); a tag always does. */
function bold(inner: string): string {
  return /^[A-Za-z0-9](.*[A-Za-z0-9])?$/.test(inner) ? `**${inner}**` : `<strong>${inner}</strong>`;
}

/** Parts are joined, so the blanks at their ends count. */
function keepEnds(part: string, escapeText: (text: string) => string): string {
  const inner = escapeText(part);
  if (inner === "") return /\s/.test(part) ? " " : "";
  return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) ? " " : ""}`;
}

function toHtml(content: Inlines): string {
  return content
    .map((part) => {
      if (typeof part === "string") return keepEnds(part, escapeHtml);
      switch (part.kind) {
        case "code":
          return codeElement(part.text);
        case "strong":
          return `<strong>${toHtml(part.content)}</strong>`;
        case "link":
          return `<a href="${part.url}">${toHtml(part.content)}</a>`;
        default:
          return unreachable(part);
      }
    })
    .join("")
    .trim();
}

/**
 * @param content inline content
 * @returns its text alone, unescaped: foreign
 */
export function inlineText(content: Inlines): string {
  return content
    .map((part) => (typeof part === "string" ? part : part.kind === "code" ? part.text : inlineText(part.content)))
    .join("");
}

function renderTable(columns: readonly Column[], rows: readonly (readonly Inlines[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => escapeMarkdown(column.title))),
    line(columns.map((column) => (column.align === "right" ? "---:" : ":---"))),
    ...rows.map((row) => line(columns.map((_, index) => toMarkdown(row[index] ?? [])))),
  ].join("\n");
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${toMarkdown(block.content)}`;
    case "paragraph":
      return escapeBlockStart(toMarkdown(block.content));
    case "small":
      return `<sub>${toMarkdown(block.content)}</sub>`;
    case "list":
      return block.items.map((item) => `- ${escapeBlockStart(toMarkdown(item))}`).join("\n");
    case "table":
      return renderTable(block.columns, block.rows);
    case "code":
      return fence(block.text, block.language);
    case "alert":
      return `> [!${block.level}]\n> ${escapeBlockStart(toMarkdown(block.content))}`;
    case "details":
      return [
        `<details${block.open ? " open" : ""}>\n<summary>${toHtml(block.summary)}</summary>`,
        ...block.blocks.map(renderBlock),
        "</details>",
      ].join("\n\n");
    default:
      return unreachable(block);
  }
}

/**
 * The only place where a page becomes text.
 *
 * @param blocks the page
 * @returns GitHub-flavoured Markdown that ends with a line feed
 */
export function renderBlocks(blocks: readonly Block[]): string {
  return `${blocks.map(renderBlock).join("\n\n")}\n`;
}
