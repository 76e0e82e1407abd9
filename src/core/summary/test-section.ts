import { shellWord } from "../../contract/index.ts";
import type { QuarantineDetails, TestDetails } from "../gates/index.ts";
import { type Block, type Column, code, heading, type Inlines, link, prose, strong } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf } from "./format.ts";
import type { PageModel } from "./model.ts";
import { oneLine } from "./text.ts";

const TEST_COLUMNS: readonly Column[] = [
  { title: "Test", align: "left" },
  { title: "State", align: "left" },
  { title: "Why", align: "left" },
  { title: "In this run", align: "left" },
];

const QUARANTINE_COLUMNS: readonly Column[] = [
  { title: "Quarantined", align: "left" },
  { title: "Until", align: "left" },
  { title: "Owner", align: "left" },
  { title: "Issue", align: "left" },
  { title: "In this run", align: "left" },
];

const NOW = { passed: "passed", failed: "failed", flaky: "failed, then passed" } as const;

const STATUS = {
  used: "failed, and was forgiven",
  refused: "failed, and was not forgiven",
  expired: "has ended and forgives nothing",
  idle: "did not fail",
} as const;

function testRow(test: TestDetails, caps: Caps): readonly Inlines[] {
  return [
    [code(oneLine(test.name, caps.name))],
    test.state === "flaky" || test.state === "broken" ? [strong(test.state)] : [test.state],
    prose(test.evidence, caps.text),
    [NOW[test.now]],
  ];
}

function quarantineRow(entry: QuarantineDetails, caps: Caps): readonly Inlines[] {
  return [
    [code(oneLine(entry.name, caps.name))],
    [oneLine(entry.expires, 10)],
    [oneLine(entry.owner, caps.name)],
    link(entry.issue.length <= 300 ? entry.issue : undefined, oneLine(entry.issue, caps.name)),
    [STATUS[entry.status]],
  ];
}

function tableOf<T>(
  columns: readonly Column[],
  all: readonly T[],
  rowOf: (one: T) => readonly Inlines[],
  most: number,
): Block[] {
  if (all.length === 0) return [];
  const table: Block = { kind: "table", columns, rows: all.slice(0, most).map(rowOf) };
  const more = all.length - most;
  return more <= 0
    ? [table]
    : [table, { kind: "paragraph", content: [`${countOf(more, "more", "more")} in details.json.`] }];
}

/** What to do about the first test that needs it. */
function advice(tests: readonly TestDetails[], quarantine: readonly QuarantineDetails[]): readonly Block[] {
  const listed = new Set(quarantine.filter(({ status }) => status !== "expired").map(({ name }) => name));
  const unwell = tests.find(({ state, now, name }) => state === "flaky" && now !== "passed" && !listed.has(name));
  if (unwell === undefined) return [];
  const text = `turnpike quarantine add ${shellWord(oneLine(unwell.name, 300))} --owner WHO --issue WHERE --reason WHY`;
  return [
    { kind: "paragraph", content: ["Mend it, or forgive it for at most 30 days:"] },
    { kind: "code", language: "sh", text },
  ];
}

/**
 * @param model the page
 * @param caps how much may be shown
 * @returns tests that are not simply healthy, and the quarantine; nothing when there are none
 */
export function testSection(model: PageModel, caps: Caps): readonly Block[] {
  const tests = model.details?.tests ?? [];
  const quarantine = model.details?.quarantine ?? [];
  if (tests.length === 0 && quarantine.length === 0) return [];
  const title =
    tests.length === 0 ? "Quarantined tests" : quarantine.length === 0 ? "Flaky tests" : "Flaky and quarantined tests";
  return [
    heading(3, title),
    ...tableOf(TEST_COLUMNS, tests, (test) => testRow(test, caps), caps.entries),
    ...tableOf(QUARANTINE_COLUMNS, quarantine, (entry) => quarantineRow(entry, caps), caps.entries),
    ...advice(tests, quarantine),
  ];
}
