import { groupDigits } from "../../contract/index.ts";
import type { Finding, GateResult } from "../gates/index.ts";
import { type Block, type Column, code, type Inlines, prose, strong } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf, formatDuration } from "./format.ts";
import { attemptTable, checkTable, hasChecks } from "./gate-rows.ts";
import { gatesOf, type PageGate, type PageModel, placeOf } from "./model.ts";
import { markOf, resultOf } from "./standing.ts";
import { cut, oneLine, plainText } from "./text.ts";

const FINDING_COLUMNS: readonly Column[] = [
  { title: "Where", align: "left" },
  { title: "What", align: "left" },
  { title: "Rule", align: "left" },
];

function findingRow(finding: Finding, model: PageModel, caps: Caps): readonly Inlines[] {
  const { file, line, message, rule, severity } = finding;
  const weight = severity === "error" ? "" : `${severity}: `;
  return [
    file === null ? [] : placeOf({ file, line }, model.input.run, caps),
    [weight, ...prose(message, caps.text)],
    rule === null || rule === "" ? [] : [code(oneLine(rule, caps.name))],
  ];
}

/** Which of the findings the change brought along, most likely. */
function diffSentence(inDiff: number, known: number, total: number): readonly Block[] {
  if (inDiff === total) {
    return [
      { kind: "paragraph", content: [`All ${countOf(total, "finding")} are in files that this change touches.`] },
    ];
  }
  const all = known < total ? `the first ${countOf(known, "finding")}` : countOf(total, "finding");
  const said = inDiff === 0 ? "None" : groupDigits(inDiff);
  const verb = inDiff === 1 || inDiff === 0 ? "is" : "are";
  const content = [
    `${said} of ${all} ${verb} in files that this change touches${inDiff === 0 ? "" : "; they come first"}.`,
  ];
  return [{ kind: "paragraph", content }];
}

function findingsTable(gate: PageGate, model: PageModel, caps: Caps): readonly Block[] {
  const changed = new Set(model.details?.changed?.files);
  const isInDiff = ({ file }: Finding) => file !== null && changed.has(file);
  const all = gate.details?.findings ?? [];
  const inDiff = all.filter(isInDiff);
  const findings = [...inDiff, ...all.filter((finding) => !isInDiff(finding))];
  const shown = findings.slice(0, caps.findings);
  if (shown.length === 0) return [];
  const rows = shown.map((finding) => findingRow(finding, model, caps));
  const total = Math.max(gate.details?.findingsTotal ?? 0, findings.length);
  const more = total - shown.length;
  const table: Block = { kind: "table", columns: FINDING_COLUMNS, rows };
  const known =
    model.details?.changed === undefined || total < 2 ? [] : diffSentence(inDiff.length, findings.length, total);
  if (more <= 0) return [...known, table];
  return [...known, table, { kind: "paragraph", content: [`${countOf(more, "more", "more")} in the report.`] }];
}

function logOf(gate: PageGate, caps: Caps): { readonly title: string; readonly text: string } | null {
  const tail = (gate.details?.logTail ?? []).slice(-caps.lines);
  const lines = tail.map((line) =>
    cut(
      plainText(line.slice(0, caps.lineLength * 4))
        .replaceAll("\n", " ")
        .trimEnd(),
      caps.lineLength,
    ),
  );
  while (lines.length > 0 && lines[0] === "") lines.shift();
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  if (lines.length === 0) return null;
  const title = lines.length === 1 ? "Last line of the log" : `Last ${lines.length} lines of the log`;
  return { title, text: lines.join("\n") };
}

function logBlocks(gate: PageGate, isFolded: boolean, caps: Caps): readonly Block[] {
  const log = logOf(gate, caps);
  if (log === null) return [];
  const block: Block = { kind: "code", language: "text", text: log.text };
  return isFolded ? [{ kind: "details", open: false, summary: [log.title], blocks: [block] }] : [block];
}

function sourceOf(gate: PageGate, model: PageModel, caps: Caps): Inlines {
  const { source, logFile } = gate.details ?? { source: null, logFile: null };
  const declared = source === null ? [] : ["declared in ", ...placeOf(source, model.input.run, caps)];
  const log = logFile === null ? [] : ["whole log in ", code(oneLine(logFile, caps.name))];
  return declared.length > 0 && log.length > 0 ? [...declared, " · ", ...log] : [...declared, ...log];
}

/** Whether a reason repeats the result that stands above it, or its counts. */
function isSaid(result: GateResult, said: string): boolean {
  const { reason, counts } = result;
  if (reason === null || said.includes(reason)) return true;
  return reason.startsWith(`${counts.failures} of ${counts.tests} `) && reason.endsWith(" failed");
}

/** What a person pastes: what mends it, then what shows it again. */
function commandBlocks(details: PageGate["details"], caps: Caps): readonly Block[] {
  if (details === undefined) return [];
  const { fix, reproduce } = details;
  const lines = fix === undefined ? [reproduce] : [fix, reproduce];
  const label = fix === undefined ? "To see it again:" : "To mend what the tool can mend, and to see it again:";
  return [
    { kind: "paragraph", content: [label] },
    { kind: "code", language: "sh", text: lines.map((line) => oneLine(line, caps.text)).join("\n") },
  ];
}

function gateBlock(gate: PageGate, model: PageModel, caps: Caps): Block {
  const { result, details, standing } = gate;
  const time = result.durationMs === null ? "" : ` · ${formatDuration(result.durationMs)}`;
  const said = resultOf(result, details);
  const summary: Inlines = [
    `${markOf(standing, result.outcome)} `,
    strong(oneLine(result.id, caps.name)),
    ": ",
    ...prose(said, caps.text),
    time,
  ];
  const findings = findingsTable(gate, model, caps);
  const source = sourceOf(gate, model, caps);
  const why = result.reason === null || isSaid(result, said) ? null : prose(result.reason, 4 * caps.text);
  return {
    kind: "details",
    open: standing === "blocks",
    summary,
    blocks: [
      ...(why === null ? [] : [{ kind: "paragraph", content: why } as const]),
      ...attemptTable(gate, caps),
      ...checkTable(gate, caps),
      ...(hasChecks(gate) ? [] : findings),
      ...logBlocks(gate, findings.length > 0, caps),
      ...commandBlocks(details, caps),
      ...(source.length === 0 ? [] : [{ kind: "small", content: source } as const]),
    ],
  };
}

/**
 * A block for each gate that a person has to look at: open for what blocks, closed for the others.
 *
 * @param model the page
 * @param caps how much may be shown
 * @returns blocks, the blocking gates first
 */
export function gateBlocks(model: PageModel, caps: Caps): readonly Block[] {
  if (caps.blocks === 0) return [];
  const told = gatesOf(model, "passed").filter(hasChecks);
  const worthy = [
    ...gatesOf(model, "blocks"),
    ...gatesOf(model, "problem"),
    ...gatesOf(model, "remark"),
    ...told,
  ].filter((gate) => gate.result.outcome !== "cancelled" || (gate.details?.logTail.length ?? 0) > 0);
  const blocks = worthy.slice(0, caps.blocks).map((gate) => gateBlock(gate, model, caps));
  const rest = worthy.length - blocks.length;
  if (rest <= 0) return blocks;
  return [...blocks, { kind: "paragraph", content: [`${countOf(rest, "more gate")} without a block here.`] }];
}
