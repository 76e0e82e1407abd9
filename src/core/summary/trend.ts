import { groupDigits } from "../../contract/index.ts";
import type { RunRecord } from "../gates/index.ts";
import { code, type Inlines } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { countOf, formatDuration } from "./format.ts";
import type { SbomFacts } from "./input.ts";
import type { PageModel } from "./model.ts";
import { oneLine } from "./text.ts";

/** Runs that a median is taken over, and fewest that make one. */
const WINDOW = 20;
const FEWEST = 3;
/** A gate that takes so much longer than before is named. */
const SLOWER_SHARE = 1.25;
const SLOWER_MS = 2000;
/** Most gates and components that are named. */
const MOST_NAMED = 5;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const BARS = "▁▂▃▄▅▆▇█";

/** One bar a run, from nothing to the longest. */
function sparkline(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values
    .map((value) => BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? "")
    .join("");
}

function pastOf({ input }: PageModel): readonly RunRecord[] {
  return input.past ?? [];
}

function onDefault(model: PageModel): readonly RunRecord[] {
  return pastOf(model).filter((record) => record.isDefaultBranch);
}

/**
 * @param model the page
 * @returns the newest remembered run of the default branch; undefined when there is none
 */
function baseOf(model: PageModel, has: (record: RunRecord) => boolean): RunRecord | undefined {
  return onDefault(model).findLast(has);
}

/** `on main`, as far as it is known. */
function branchOf(record: RunRecord | undefined, caps: Caps): Inlines {
  return record?.branch == null ? ["the default branch"] : [code(oneLine(record.branch, caps.name))];
}

/**
 * @param model the page
 * @param caps how long a name may be
 * @returns how long the loop took over the last runs, against the budget; nothing when there were too few
 */
export function loopSentences(model: PageModel, caps: Caps): readonly Inlines[] {
  const main = onDefault(model).slice(-WINDOW);
  const pulls = pastOf(model)
    .filter(({ event }) => event === "pull_request")
    .slice(-WINDOW);
  const parts: Inlines[] = [];
  const over = (records: readonly RunRecord[], where: Inlines) => {
    if (records.length < FEWEST) return;
    const spent = records.map(({ spentMs }) => spentMs);
    parts.push([`${formatDuration(median(spent))} over the last ${countOf(records.length, "run")} `, ...where]);
  };
  over(main, [
    "on ",
    ...branchOf(main.at(-1), caps),
    ...(main.length < FEWEST ? [] : [` ${sparkline(main.map(({ spentMs }) => spentMs))}`]),
  ]);
  over(pulls, ["of pull requests"]);
  if (parts.length === 0) return [];
  const budget = model.time.budgetMs === null ? "" : `; the budget is ${formatDuration(model.time.budgetMs)}`;
  return [["Median of the loop: ", ...parts.flatMap((part, at) => (at === 0 ? part : [", ", ...part])), `${budget}.`]];
}

function before(model: PageModel, id: string): number | undefined {
  const known = onDefault(model)
    .slice(-WINDOW)
    .flatMap(({ gates }) => (Object.hasOwn(gates, id) ? [gates[id] ?? 0] : []));
  return known.length < FEWEST ? undefined : median(known);
}

/**
 * @param model the page
 * @param caps how long a name may be
 * @returns gates that took clearly longer than on the default branch before; nothing when none did
 */
export function slowerSentences(model: PageModel, caps: Caps): readonly Inlines[] {
  const slower = model.gates
    .flatMap(({ result }) => {
      const now = result.outcome === "cached" ? null : result.durationMs;
      const then = now === null ? undefined : before(model, result.id);
      if (now === null || then === undefined) return [];
      return now > then * SLOWER_SHARE && now > then + SLOWER_MS ? [{ id: result.id, now, then }] : [];
    })
    .sort((a, b) => b.now - b.then - (a.now - a.then));
  if (slower.length === 0) return [];
  const named = slower
    .slice(0, MOST_NAMED)
    .flatMap(
      ({ id, now, then }, at): Inlines => [
        at === 0 ? "" : ", ",
        code(oneLine(id, caps.name)),
        ` ${formatDuration(now)} instead of ${formatDuration(then)}`,
      ],
    );
  const more = slower.length > MOST_NAMED ? [` and ${countOf(slower.length - MOST_NAMED, "more", "more")}`] : [];
  return [["Slower than on median before: ", ...named, ...more, "."]];
}

/**
 * @param model the page
 * @param caps how long a name may be
 * @returns the change of the coverage since the default branch, in points, to stand after it; nothing when it is not known
 */
export function coverageChange(model: PageModel, caps: Caps): Inlines {
  const now = model.details?.coverage ?? null;
  const base = baseOf(model, ({ coverage }) => coverage !== null);
  if (now === null || base === undefined || base.coverage === null) return [];
  const change = Math.round((now - base.coverage) * 10) / 10;
  const where = branchOf(base, caps);
  if (change === 0) return [" (as on ", ...where, ")"];
  return [` (${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(1)} against `, ...where, ")"];
}

function listed(names: readonly string[], sign: string, caps: Caps): Inlines {
  if (names.length === 0) return [];
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length > shown.length ? ` and ${countOf(names.length - shown.length, "more", "more")}` : "";
  return [
    `, ${sign}`,
    ...shown.flatMap((name, at): Inlines => [at === 0 ? " " : ", ", code(oneLine(name, caps.name))]),
    more,
  ];
}

/**
 * @param model the page
 * @param sboms all documents of the run
 * @param caps how long a name may be
 * @returns which components came and went since the default branch; nothing when that is not known
 */
export function componentChange(model: PageModel, sboms: readonly SbomFacts[], caps: Caps): readonly Inlines[] {
  const base = baseOf(model, ({ components }) => components !== null);
  if (sboms.length === 0 || sboms.some(({ names }) => names === undefined)) return [];
  if (base === undefined || base.components === null) return [];
  const now = new Set(sboms.flatMap(({ names }) => names ?? []));
  const then = new Set(base.components);
  const came = [...now].filter((name) => !then.has(name));
  const went = [...then].filter((name) => !now.has(name));
  const where = branchOf(base, caps);
  if (came.length === 0 && went.length === 0) return [["Components: as on ", ...where]];
  const sum = `Components: +${groupDigits(came.length)} −${groupDigits(went.length)} against `;
  return [[sum, ...where, ...listed(came, "new:", caps), ...listed(went, "gone:", caps)]];
}
