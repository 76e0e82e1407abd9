import { groupDigits } from "../../contract/index.ts";
import { JOBS } from "../gates/index.ts";
import { type Block, type Column, code, type Inlines, link, prose } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf, formatDuration } from "./format.ts";
import type { Reason } from "./input.ts";
import { gatesOf, type PageGate, type PageModel } from "./model.ts";
import { markOf, resultOf, STANDINGS, STOPPED_MARK, type Standing } from "./standing.ts";
import { oneLine } from "./text.ts";

/** Columns of the table of gates. */
export const COLUMNS: readonly Column[] = [
  { title: "", align: "left" },
  { title: "Gate", align: "left" },
  { title: "Result", align: "left" },
  { title: "Time", align: "right" },
  { title: "What to do", align: "left" },
];

type Row = readonly Inlines[];

/** Passes are listed one by one up to this many; beside failures they get in the way sooner. */
const FEW_PASSES = 12;
const FEW_PASSES_BESIDE_FAILURES = 3;

function timeOf(gate: PageGate): string {
  return gate.result.durationMs === null ? "" : formatDuration(gate.result.durationMs);
}

function adviceOf(gate: PageGate, caps: Caps): Inlines {
  switch (gate.standing) {
    case "blocks":
    case "problem":
      return adviceAgainst(gate, caps);
    case "remark":
      return [adviceBeside(gate)].filter((words) => words !== "");
    case "idle":
    case "passed":
      return [];
  }
}

/** What to do about a gate that did not pass. */
function adviceAgainst({ result, details, standing }: PageGate, caps: Caps): Inlines {
  if (result.outcome === "cancelled") return ["run it again"];
  if (result.outcome === "inconclusive" && standing === "problem") {
    return [result.required ? "nothing now; a release fails on it" : "nothing; it is advisory here"];
  }
  if (details === undefined) return [];
  return [
    ...(details.fix === undefined ? [] : [code(oneLine(details.fix, caps.text)), ", then "]),
    code(oneLine(details.reproduce, caps.text)),
    ...(result.outcome === "timed-out" ? [", or raise its ", code("timeout")] : []),
  ];
}

/** What to do about a gate that passed all the same; empty for nothing. */
function adviceBeside({ result }: PageGate): string {
  switch (result.outcome) {
    case "flaky-passed": {
      const isGate = result.reason?.startsWith("passed on attempt ") === true;
      return isGate ? "nothing now; see why it was tried again" : "mend or quarantine the flaky test";
    }
    case "waived":
      return "mend it before its waiver ends";
    case "quarantined":
      return "mend the test before its entry ends";
    default:
      return "";
  }
}

/** @returns the row of one gate */
export function rowOf(gate: PageGate, caps: Caps): Row {
  const advisory = gate.result.required ? "" : " (advisory)";
  return [
    [markOf(gate.standing, gate.result.outcome)],
    [code(oneLine(gate.result.id, caps.name)), advisory],
    prose(resultOf(gate.result, gate.details), caps.text),
    [timeOf(gate)],
    adviceOf(gate, caps),
  ];
}

/** One row for many gates. */
function foldedRow(gates: readonly PageGate[], standing: Standing, caps: Caps): Row {
  const names: Inlines = gates
    .slice(0, caps.names)
    .flatMap((gate, index) => [...(index === 0 ? [] : [", "]), code(oneLine(gate.result.id, caps.name))]);
  const rest = gates.length > caps.names ? [`, and ${countOf(gates.length - caps.names, "more", "more")}`] : [];
  const timed = gates.filter((gate) => gate.result.durationMs !== null);
  const sum = timed.reduce((total, gate) => total + (gate.result.durationMs ?? 0), 0);
  const words = standing === "passed" ? "passed" : "not run";
  const repeated = gates.filter((gate) => gate.result.outcome === "cached").length;
  const before =
    repeated === 0 ? "" : repeated === gates.length ? "; all passed before" : `; ${repeated} passed before`;
  return [
    [markOf(standing)],
    [`${groupDigits(gates.length)} ${words}`],
    [...names, ...rest, before],
    [timed.length === 0 ? "" : formatDuration(sum)],
    [],
  ];
}

function isFolded(standing: Standing, count: number, model: PageModel): boolean {
  if (standing !== "passed" && standing !== "idle") return false;
  const isQuiet = model.gates.every((gate) => gate.standing === "passed");
  return count > (isQuiet ? FEW_PASSES : FEW_PASSES_BESIDE_FAILURES);
}

/** Why the packages could not be installed, when that is why the check job gave up. */
function setupFailure(reason: Reason, model: PageModel): string | undefined {
  if (reason.job !== JOBS.check || reason.failure !== undefined) return undefined;
  const failed = model.input.setup?.environments.find((environment) => environment.outcome === "failed");
  return failed?.reason ?? undefined;
}

/** @returns a row for each job that decided the verdict */
export function jobRows(model: PageModel, caps: Caps): Row[] {
  const runUrl = model.input.run?.runUrl ?? undefined;
  return model.joined.reasons
    .slice(0, caps.entries)
    .map((reason) => [
      [reason.stopped ? STOPPED_MARK : markOf("blocks")],
      reason.job === null ? ["the run"] : ["job ", ...link(runUrl, code(oneLine(reason.job, caps.name)))],
      prose(reason.message, caps.text),
      [],
      prose(setupFailure(reason, model) ?? reason.advice, caps.text),
    ]);
}

/**
 * The table of all gates: what blocks first, then problems, remarks, what did not run, and the passes in one row when
 * they are many. Jobs that decided the verdict stand above the gates.
 *
 * @param model the page
 * @param caps how much may be shown
 * @returns a table, and a sentence when rows had to go; nothing when there are no rows
 */
export function gateTable(model: PageModel, caps: Caps): readonly Block[] {
  const rows = jobRows(model, caps);
  let hidden = 0;
  for (const standing of STANDINGS) {
    const gates = gatesOf(model, standing);
    if (isFolded(standing, gates.length, model)) {
      rows.push(foldedRow(gates, standing, caps));
      continue;
    }
    const room = Math.max(0, caps.rows - rows.length);
    rows.push(...gates.slice(0, room).map((gate) => rowOf(gate, caps)));
    hidden += Math.max(0, gates.length - room);
  }
  if (rows.length === 0) return [];
  const isAdvised = rows.some((row) => (row[COLUMNS.length - 1] ?? []).length > 0);
  const table: Block = { kind: "table", columns: isAdvised ? COLUMNS : COLUMNS.slice(0, -1), rows };
  if (hidden === 0) return [table];
  return [table, { kind: "paragraph", content: [`${countOf(hidden, "more gate")} not shown here.`] }];
}
