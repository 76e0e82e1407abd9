import { Marked, type Tokens } from "marked";
import sanitizeHtml from "sanitize-html";
import { parseGantt, plainText, type Section } from "../../../core/summary/index.ts";
import { type GanttRow, ganttHtml } from "./gantt.ts";
import { icon, type Mark } from "./text.ts";

/** Elements that GitHub keeps in user content (gjtorikian/html-pipeline, lib/html_pipeline/sanitization_filter.rb). */
const ELEMENTS = (
  "h1 h2 h3 h4 h5 h6 br b i strong em a pre code tt div ins del sup sub p ol ul table thead tbody tfoot blockquote dl dt dd " +
  "kbd q samp var hr ruby rt rp li tr td th s strike summary details caption figure figcaption abbr bdo cite dfn mark small " +
  "span time wbr input"
).split(" ");

const CELL_ATTRIBUTES = ["align", "colspan", "rowspan", "headers", "scope", "valign", "abbr"];

/** A link that leads to a host; what is relative would lead into the reader's own files. */
function safeLink(target: string | undefined): Record<string, string> {
  return target !== undefined && /^(https?:\/\/|mailto:)/i.test(target) ? { href: target } : {};
}

const SANITIZE: sanitizeHtml.IOptions = {
  allowedTags: ELEMENTS,
  allowedAttributes: {
    a: ["href", "title"],
    details: ["open"],
    ol: ["start", "reversed"],
    time: ["datetime"],
    abbr: ["title"],
    td: CELL_ATTRIBUTES,
    th: CELL_ATTRIBUTES,
    input: [{ name: "type", values: ["checkbox"] }, "checked", "disabled"],
    div: ["data-chart"],
  },
  allowedClasses: { div: ["alert", "note", "tip", "important", "warning", "caution", "scroll"], code: ["language-*"] },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  // Nested markup of many thousand levels would cost the browser its stack.
  nestingLimit: 60,
  transformTags: {
    // Nothing is fetched from this page: an image is shown as a link to itself.
    img: (_, attributes) => ({
      tagName: "a",
      attribs: safeLink(attributes["src"]),
      text: `[image] ${attributes["alt"] ?? ""}`.trim(),
    }),
    a: (tagName, attributes) => ({ tagName, attribs: safeLink(attributes["href"]) }),
    input: (tagName, attributes) => ({ tagName, attribs: { ...attributes, disabled: "" } }),
  },
};

const TONES = { crit: "failure", active: "warning", done: "quiet" } as const;

function chartRows(sections: readonly Section[]): readonly GanttRow[] {
  return sections.flatMap((section): GanttRow[] => [
    ...(sections.length > 1 ? [{ label: section.title, depth: 0, durationMs: null, segments: [], isTitle: true }] : []),
    ...section.bars.map((bar): GanttRow => {
      const segment = {
        label: "",
        startMs: bar.startMs,
        durationMs: bar.durationMs,
        tone: bar.tag === null ? "success" : TONES[bar.tag],
      };
      return { label: bar.label, depth: 0, durationMs: bar.durationMs, segments: [segment] };
    }),
  ]);
}

const ALERT = /^\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*(<br>)?/;

function makeMarked(charts: string[]): Marked {
  const instance = new Marked({ gfm: true });
  instance.use({
    renderer: {
      code(token: Tokens.Code): string | false {
        const sections = token.lang === "mermaid" ? parseGantt(token.text) : undefined;
        if (sections === undefined) return false;
        charts.push(ganttHtml("Timeline", chartRows(sections)));
        return `<div data-chart="${charts.length - 1}"></div>\n`;
      },
      blockquote(token: Tokens.Blockquote): string {
        const body = this.parser.parse(token.tokens);
        const level = ALERT.exec(body)?.[1];
        if (level === undefined) return `<blockquote>\n${body}</blockquote>\n`;
        const title = level[0] + level.slice(1).toLowerCase();
        return `<div class="alert ${level.toLowerCase()}"><p><strong>${title}</strong></p>${body.replace(ALERT, "<p>")}</div>\n`;
      },
    },
  });
  return instance;
}

/** Tables scroll by themselves on a narrow screen, and their heads are heads of columns. */
function withTables(markup: string): string {
  return markup
    .replaceAll("<table>", '<div class="scroll"><table>')
    .replaceAll("</table>", "</table></div>")
    .replaceAll(/<thead>[\s\S]*?<\/thead>/g, (head) => head.replaceAll(/<th(?=[ >])/g, '<th scope="col"'));
}

const MARKS: Readonly<Record<string, Mark>> = {
  "✅": "success",
  "❌": "failure",
  "⚠": "warning",
  "⏹": "cancelled",
  "⚪": "skipped",
};

/** Emoji where a mark stands become the page's own icons: not every machine has a font for them, and none has our colours. */
function withIcons(markup: string): string {
  return markup.replaceAll(/(<(?:td|h[1-6]|summary|p|li)(?: [^>]*)?>)([✅❌⚠⏹⚪])\ufe0f?/gu, (whole, tag, mark) => {
    const known = MARKS[mark];
    return known === undefined ? whole : `${tag}${icon(known)}`;
  });
}

/** Breaks that keep GitHub from making a mention or an issue of a text; here nothing does. */
function withoutBreaks(markup: string): string {
  return markup.replaceAll("\u200b", "");
}

/**
 * A step's summary as GitHub would show it, with nothing that runs or is fetched.
 *
 * @param markdown foreign Markdown with foreign HTML in it
 * @returns sanitised HTML; timelines are drawn, other diagrams stay code
 */
export function summaryHtml(markdown: string): string {
  const charts: string[] = [];
  const raw = makeMarked(charts).parse(plainText(markdown), { async: false });
  const safe = withIcons(withTables(withoutBreaks(sanitizeHtml(raw, SANITIZE))));
  return safe.replaceAll(/<div data-chart="(\d+)"><\/div>/g, (_, index) => charts[Number(index)] ?? "");
}
