import { type MarkedToken, marked, type Token, type Tokens } from "marked";
import { parseGantt, plainText } from "../../core/summary/index.ts";
import { renderGantt } from "./gantt.ts";
import type { Styles } from "./styles.ts";
import { renderTable, wrap } from "./table.ts";

/** How Markdown is shown. */
export interface MarkdownOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly styles: Styles;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The character references that our own pages and most others use (CommonMark 0.31, section 2.5). */
function decode(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,6}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? plainText(String.fromCodePoint(point)) : "\ufffd";
  });
}

/** Emoji are two columns wide in some terminals and one in others; a mark is one everywhere. */
function withMarks(text: string, { marks }: Styles): string {
  return text
    .replaceAll("✅", marks.pass)
    .replaceAll("❌", marks.fail)
    .replaceAll(/⚠\ufe0f?/g, marks.warn)
    .replaceAll(/⏹\ufe0f?/g, marks.cancel)
    .replaceAll("⚪", marks.skip)
    .replaceAll("\u200b", "");
}

function stripTags(html: string): string {
  return html
    .replaceAll(/<br\s*\/?>/gi, "\n")
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .replaceAll(/<\/?[a-zA-Z][^>]*>/g, "");
}

/** No extension is installed, so every token is one of marked's own. */
function known(token: Token): MarkedToken {
  return token as MarkedToken;
}

class Renderer {
  readonly #options: MarkdownOptions;

  constructor(options: MarkdownOptions) {
    this.#options = options;
  }

  inline(tokens: readonly Token[] | undefined): string {
    const { styles } = this.#options;
    return (tokens ?? []).map((token) => this.#inlineToken(known(token), styles)).join("");
  }

  #inlineToken(token: MarkedToken, styles: Styles): string {
    switch (token.type) {
      case "strong":
        return styles.bold(this.inline(token.tokens));
      case "em":
        return styles.italic(this.inline(token.tokens));
      case "codespan":
        return styles.cyan(plainText(token.text));
      case "link":
        return styles.underline(this.inline(token.tokens));
      case "br":
        return "\n";
      case "html":
        return decode(stripTags(token.text));
      case "image":
      case "escape":
        return plainText(token.text);
      case "text":
        // `text` has some references resolved and others not; `raw` has none.
        return token.tokens === undefined ? withMarks(decode(token.raw), styles) : this.inline(token.tokens);
      default:
        return "tokens" in token ? this.inline(token.tokens) : "";
    }
  }

  blocks(tokens: readonly Token[], width: number): string[] {
    const parts: string[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const next = tokens[index];
      if (next === undefined) continue;
      const token = known(next);
      const opening = token.type === "html" ? /<details(\s+open\b[^>]*)?[^>]*>/i.exec(token.text) : null;
      if (opening === null || token.type !== "html") {
        const text = this.#block(token, width);
        if (text !== "") parts.push(text);
        continue;
      }
      const end = endOfDetails(tokens, index);
      parts.push(this.#details(token.text, opening[1] !== undefined, tokens.slice(index + 1, end), width));
      index = end;
    }
    return parts;
  }

  #details(html: string, isOpen: boolean, inner: readonly Token[], width: number): string {
    const { styles } = this.#options;
    const summary = /<summary>([\s\S]*?)<\/summary>/i.exec(html)?.[1] ?? "Details";
    const title = withMarks(decode(stripTags(summary)).trim(), styles);
    const head = (text: string): string => indent(wrap(text, width - 2), "  ").trimStart();
    if (!isOpen) return `${styles.dim("▸")} ${head(title)}`;
    const body = this.blocks(inner, width - 2).join("\n\n");
    return `${styles.dim("▾")} ${head(styles.bold(title))}\n\n${indent(body, "  ")}`;
  }

  #block(token: MarkedToken, width: number): string {
    const { styles } = this.#options;
    switch (token.type) {
      case "heading": {
        const title = styles.bold(this.inline(token.tokens));
        return wrap(token.depth <= 2 ? styles.underline(title) : title, width);
      }
      case "paragraph":
      case "text":
        return wrap(this.inline("tokens" in token ? token.tokens : [token]), width);
      case "list":
        return token.items
          .map((item, index) => this.#item(item, token.ordered ? `${index + 1}.` : "•", width))
          .join("\n");
      case "table":
        return this.#table(token, width);
      case "code": {
        const chart = token.lang === "mermaid" ? parseGantt(token.text) : undefined;
        const drawn = chart === undefined ? undefined : renderGantt(chart, { width, styles });
        if (drawn !== undefined) return drawn;
        // A command is to be copied: nothing but blanks before it.
        return token.lang === "sh" ? indent(styles.cyan(token.text), "  ") : indent(token.text, `${styles.dim("│")} `);
      }
      case "blockquote":
        return this.#quote(token, width);
      case "hr":
        return styles.dim("─".repeat(Math.min(width, 40)));
      case "html":
        return wrap(decode(stripTags(token.text)).trim(), width);
      default:
        return "";
    }
  }

  #item(item: Tokens.ListItem, bullet: string, width: number): string {
    const body = this.blocks(item.tokens, width - bullet.length - 1).join("\n");
    return `${bullet} ${indent(body, " ".repeat(bullet.length + 1)).trimStart()}`;
  }

  #table(token: Tokens.Table, width: number): string {
    const cells = (row: readonly Tokens.TableCell[]): string[] =>
      row.map((cell) => this.inline(cell.tokens).replaceAll("\n", " "));
    return renderTable(token.rows.map(cells), {
      head: cells(token.header),
      right: token.align.flatMap((align, column) => (align === "right" ? [column] : [])),
      ...{ width, overflow: "wrap", styleHead: this.#options.styles.dim },
    });
  }

  #quote(token: Tokens.Blockquote, width: number): string {
    const { styles } = this.#options;
    const alert = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?/.exec(token.text);
    const text = alert === null ? token.tokens : marked.lexer(token.text.slice(alert[0].length));
    const body = this.blocks(text, width - 2).join("\n\n");
    const isLoud = alert?.[1] === "WARNING" || alert?.[1] === "CAUTION";
    const mark = alert === null ? styles.dim("│") : isLoud ? styles.marks.warn : styles.marks.info;
    return alert === null ? indent(body, `${mark} `) : `${mark} ${indent(body, "  ").trimStart()}`;
  }
}

function indent(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (prefix + line).trimEnd())
    .join("\n");
}

/** The token that closes the `<details>` at `start`, nested ones skipped; the last token when nothing closes it. */
function endOfDetails(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.type !== "html") continue;
    depth += (token.raw.match(/<details[\s>]/gi) ?? []).length - (token.raw.match(/<\/details>/gi) ?? []).length;
    if (depth <= 0) return index;
  }
  return tokens.length;
}

/**
 * GitHub-flavoured Markdown as text for a terminal: headings, tables aligned, details (closed ones folded to their
 * title), lists, code, alerts. HTML tags are dropped, their text stays.
 *
 * @param markdown foreign Markdown
 * @param options width and colours
 * @returns lines joined by `\n`, without a line feed at the end; holds no control sequence but our colours
 */
export function renderMarkdown(markdown: string, options: MarkdownOptions): string {
  const tokens = marked.lexer(plainText(markdown), { gfm: true });
  return new Renderer(options).blocks(tokens, options.width).join("\n\n");
}
