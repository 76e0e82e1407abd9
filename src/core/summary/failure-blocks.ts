import type { Failure } from "../gates/index.ts";
import { type Block, type Column, code, type Inlines, prose, strong } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf } from "./format.ts";
import { type PageModel, placeOf } from "./model.ts";
import { markOf } from "./standing.ts";
import { oneLine, plainText } from "./text.ts";

const COLUMNS: readonly Column[] = [
  { title: "Where", align: "left" },
  { title: "What", align: "left" },
];

function problemTable(failure: Failure, model: PageModel, caps: Caps): readonly Block[] {
  const shown = failure.problems.slice(0, caps.findings);
  if (shown.length === 0) return [];
  const rows = shown.map(({ where, line, column, message }): readonly Inlines[] => [
    line === null ? [code(oneLine(where, caps.name))] : placeOf({ file: where, line, column }, model.input.run, caps),
    prose(message, caps.text),
  ]);
  const more = Math.max(failure.problemsTotal, failure.problems.length) - shown.length;
  const table: Block = { kind: "table", columns: COLUMNS, rows };
  return more <= 0
    ? [table]
    : [table, { kind: "paragraph", content: [`${countOf(more, "more", "more")} in the log.`] }];
}

function hintBlocks({ hint, problems }: Failure, caps: Caps): readonly Block[] {
  if (hint === null) return [];
  if (hint.includes("\n")) return [{ kind: "code", language: "text", text: plainText(hint.slice(0, 10 * caps.text)) }];
  // Without problems the table of gates says it.
  return problems.length === 0 ? [] : [{ kind: "paragraph", content: prose(hint, caps.text) }];
}

/**
 * What steps of ours said when they gave up, in full: a block for each job that stopped the run so.
 *
 * @param model the page
 * @param caps how much may be shown
 * @returns open blocks; nothing for a failure that one line tells
 */
export function failureBlocks(model: PageModel, caps: Caps): readonly Block[] {
  return model.joined.reasons.slice(0, caps.entries).flatMap(({ job, failure }): readonly Block[] => {
    if (failure === undefined) return [];
    const blocks = [...problemTable(failure, model, caps), ...hintBlocks(failure, caps)];
    if (blocks.length === 0) return [];
    const name = job === null ? [] : [strong(oneLine(job, caps.name)), ": "];
    const summary: Inlines = [`${markOf("blocks")} `, ...name, ...prose(failure.message.replace(/\.$/, ""), caps.text)];
    const more: readonly Block[] =
      failure.doc === null
        ? []
        : [{ kind: "small", content: ["more in Turnpike's ", code(oneLine(failure.doc, caps.name))] }];
    return [{ kind: "details", open: true, summary, blocks: [...blocks, ...more] }];
  });
}
