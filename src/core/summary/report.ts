import { z } from "zod";
import { rankAnnotations } from "./annotations.ts";
import { type Block, code, heading, type Inlines, link, renderBlocks } from "./blocks.ts";
import { type Caps, LEVELS } from "./caps.ts";
import { countOf } from "./format.ts";
import { COLUMNS, jobRows, rowOf } from "./gate-table.ts";
import { sentenceOf } from "./headline.ts";
import type { PageInput } from "./input.ts";
import { gatesOf, modelOf, type PageModel } from "./model.ts";
import { renderPage, verdictSentence } from "./page.ts";
import { footer } from "./sections.ts";
import { cut, oneLine } from "./text.ts";

/** Limits of check runs and comments (docs.github.com, REST API; gates.md of the guide, "GitHub limits"). */
const LONGEST_TITLE = 255;
const LONGEST_SUMMARY = 65_535;
const LONGEST_COMMENT = 60_000;
/** More annotations than anybody reads; each 50 are a call. */
const MOST_ANNOTATIONS = 200;
const LARGEST_DETAILS_BYTES = 64 * 1024;

/** report.json, schema `turnpike/report/1`: what a check run and a comment say, before anybody posts it. Texts are safe. */
export const reportFileSchema = z.object({
  schema: z.literal("turnpike/report/1"),
  conclusion: z.enum(["success", "failure", "cancelled", "neutral"]),
  title: z.string().max(LONGEST_TITLE).describe("Text without Markdown."),
  summary: z.string().max(LONGEST_SUMMARY).describe("The page as Markdown."),
  comment: z.string().max(LONGEST_COMMENT).describe("Markdown: what to do, and nothing that changes with the time."),
  runUrl: z.string().nullable(),
  annotations: z
    .array(
      z.object({
        path: z.string(),
        line: z.number().int().positive(),
        level: z.enum(["failure", "warning", "notice"]),
        title: z.string().max(LONGEST_TITLE),
        message: z.string(),
        details: z.string().optional(),
      }),
    )
    .max(MOST_ANNOTATIONS)
    .describe("Findings in changed files first."),
});
export type ReportFile = z.infer<typeof reportFileSchema>;

function conclusionOf({ joined }: PageModel): ReportFile["conclusion"] {
  switch (joined.verdict) {
    case "passed":
      return "success";
    case "cancelled":
      return "cancelled";
    case "nothing-to-check":
      return joined.exitCode === 0 ? "neutral" : "failure";
    case "failed":
    case "error":
      return "failure";
  }
}

const LEVEL_OF = { error: "failure", warning: "warning", notice: "notice" } as const;

/** The end of a text within so many bytes of UTF-8. */
function lastBytes(text: string, most: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return text;
  // A character that was cut in two at the beginning is left out.
  return new TextDecoder().decode(bytes.subarray(bytes.length - most + 3)).replace(/^\ufffd+/, "");
}

/** Whether an annotation is a gate's own: `lint` is not `lint-docs`. */
function isTitleOf(title: string, id: string): boolean {
  const name = oneLine(id, 80);
  return title === name || title.startsWith(`${name}: `);
}

function annotationsOf(model: PageModel): ReportFile["annotations"] {
  const gates = [
    ...gatesOf(model, "blocks"),
    ...gatesOf(model, "problem"),
    ...gatesOf(model, "remark"),
    ...gatesOf(model, "passed"),
  ];
  const findings = gates.flatMap(({ result, details }) =>
    (details?.findings ?? []).map((finding) => ({
      gate: result.id,
      // What does not block is no failure, whatever the tool calls it.
      finding: result.required || finding.severity !== "error" ? finding : { ...finding, severity: "warning" as const },
    })),
  );
  const tails = new Map(gatesOf(model, "blocks").map(({ result, details }) => [result.id, details?.logTail ?? []]));
  const { annotations } = rankAnnotations(findings, model.details?.changed?.files, MOST_ANNOTATIONS);
  return annotations
    .flatMap(({ file, line, level, title, message }): ReportFile["annotations"] => {
      if (file === null) return [];
      const gate = [...tails.keys()].find((id) => isTitleOf(title, id));
      const tail = gate === undefined ? [] : (tails.get(gate) ?? []);
      // Once a gate: the same lines beside each finding would only be noise.
      if (gate !== undefined) tails.delete(gate);
      const details = lastBytes(tail.join("\n"), LARGEST_DETAILS_BYTES);
      const place = { path: `${model.details?.prefix ?? ""}${file}`, line: line ?? 1, level: LEVEL_OF[level] };
      return [{ ...place, title: cut(title, LONGEST_TITLE), message, ...(details === "" ? {} : { details }) }];
    })
    .slice(0, MOST_ANNOTATIONS);
}

/** Column of the times, which no comment has: it would change with every run. */
const TIME_COLUMN = COLUMNS.findIndex(({ title }) => title === "Time");

function commentBlocks(model: PageModel, caps: Caps): readonly Block[] {
  const worthy = [...gatesOf(model, "blocks"), ...gatesOf(model, "problem"), ...gatesOf(model, "remark")];
  const all = [...jobRows(model, caps), ...worthy.map((gate) => rowOf(gate, caps))];
  const rows = all.slice(0, caps.rows).map((row) => row.filter((_, at) => at !== TIME_COLUMN));
  const more = all.length - rows.length;
  const table: Block = { kind: "table", columns: COLUMNS.filter((_, at) => at !== TIME_COLUMN), rows };
  const page: Inlines = link(model.input.run?.runUrl ?? undefined, "The whole page");
  return [
    heading3(sentenceOf(model)),
    ...(rows.length === 0 ? [] : [table]),
    ...(more > 0 ? [{ kind: "paragraph", content: [`${countOf(more, "more", "more")} on the page.`] } as const] : []),
    ...(page[0] === "The whole page" ? [] : [{ kind: "paragraph", content: page } as const]),
    ...footer(model, caps),
  ];
}

function heading3(content: Inlines): Block {
  return { ...heading(3, ""), content } as Block;
}

/** The largest of some texts that fits. */
function fitting(texts: readonly (() => string)[], most: number): string {
  let text = "";
  for (const make of texts) {
    text = make();
    if (text.length <= most) return text;
  }
  return "";
}

/**
 * @param page what the page is made from
 * @returns what a check run and a comment say of the run, within GitHub's limits
 */
export function reportOf(page: PageInput): ReportFile {
  const model = modelOf(page);
  const title = cut(verdictSentence(page), LONGEST_TITLE);
  const plain = () => renderBlocks([{ kind: "paragraph", content: [code(title)] }]);
  return {
    ...{ schema: "turnpike/report/1", conclusion: conclusionOf(model), title },
    summary: fitting([() => renderPage(page, LONGEST_SUMMARY), plain], LONGEST_SUMMARY),
    comment: fitting(
      [...LEVELS.slice(2).map((caps) => () => renderBlocks(commentBlocks(model, caps))), plain],
      LONGEST_COMMENT,
    ),
    runUrl: page.run?.runUrl ?? null,
    annotations: annotationsOf(model),
  };
}
