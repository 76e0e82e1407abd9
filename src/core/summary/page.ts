import type { Block } from "./blocks.ts";
import { inlineText, renderBlocks } from "./blocks.ts";
import { type Caps, LEVELS } from "./caps.ts";
import { failureBlocks } from "./failure-blocks.ts";
import { gateBlocks } from "./gate-blocks.ts";
import { gateTable } from "./gate-table.ts";
import { headlineOf, sentenceOf } from "./headline.ts";
import type { PageInput } from "./input.ts";
import { gatesOf, modelOf, type PageModel } from "./model.ts";
import { notDoneSection } from "./not-done.ts";
import { alertSection, costSection, footer, resultSection, suggestionSection } from "./sections.ts";
import { testSection } from "./test-section.ts";
import { oneLine } from "./text.ts";

/**
 * Largest page in bytes. A step's summary over 1 MiB is dropped whole (actions/runner
 * src/Runner.Worker/FileCommandManager.cs); the rest is a margin for masking, which can make lines longer.
 */
export const PAGE_LIMIT_BYTES = 1_000_000;

function cutNotice(caps: Caps): readonly Block[] {
  if (caps.level === 0) return [];
  const what = [
    `rows over ${caps.rows}`,
    caps.blocks === 0 ? "all blocks of gates" : `blocks over ${caps.blocks}`,
    ...(caps.lines === 0 ? [] : [`log lines over ${caps.lines} of a gate`, `findings over ${caps.findings} of a gate`]),
    ...(caps.bars === 0 ? ["the timeline"] : []),
    `texts over ${caps.text} characters`,
  ];
  const content = [
    `Cut to fit GitHub's limit of 1 MiB: ${what.join(", ")}. Everything is in details.json and the logs beside it.`,
  ];
  return [{ kind: "alert", level: "NOTE", content }];
}

/**
 * The page as blocks, before it becomes text.
 *
 * @param model the page
 * @param caps how much may be shown
 * @returns in this order: did it pass, what to do, what it cost, what came of it
 */
export function pageBlocks(model: PageModel, caps: Caps): readonly Block[] {
  return [
    { kind: "heading", level: 2, content: headlineOf(model) },
    ...alertSection(model, caps),
    ...cutNotice(caps),
    ...gateTable(model, caps),
    ...failureBlocks(model, caps),
    ...gateBlocks(model, caps),
    ...testSection(model, caps),
    ...suggestionSection(model, caps),
    ...costSection(model, caps),
    ...resultSection(model, caps),
    ...notDoneSection(model, caps),
    ...footer(model, caps),
  ];
}

/**
 * The verdict in one sentence, for a log line or an annotation.
 *
 * @param input everything that is known
 * @returns text without Markdown and without a mark; names of jobs and gates in it may be foreign
 */
export function verdictSentence(input: PageInput): string {
  const model = modelOf(input);
  const isOfGates = model.joined.verdict === "failed" || model.joined.verdict === "error";
  const blocking = (isOfGates ? gatesOf(model, "blocks") : []).map((gate) => oneLine(gate.result.id, 60));
  const shown = blocking.slice(0, 10).join(", ");
  const names = blocking.length === 0 ? "" : `: ${shown}${blocking.length > 10 ? ", …" : ""}`;
  return `${inlineText(sentenceOf(model)).replace(/^\S+ /, "")}${names}`;
}

/**
 * The summary page of a run as GitHub-flavoured Markdown.
 *
 * @param input everything that is known; all texts in it may be foreign
 * @param limitBytes most bytes of UTF-8, at least 64 KiB; what has to be left out for it is said on the page
 * @returns the page; ends with a line feed
 */
export function renderPage(input: PageInput, limitBytes: number = PAGE_LIMIT_BYTES): string {
  const model = modelOf(input);
  const encoder = new TextEncoder();
  let page = "";
  for (const caps of LEVELS) {
    page = renderBlocks(pageBlocks(model, caps));
    if (encoder.encode(page).length <= limitBytes) break;
  }
  return page;
}
