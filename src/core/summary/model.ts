import type { DetailsFile, GateDetails, GateResult, VerdictFile } from "../gates/index.ts";
import { type Inlines, link } from "./blocks.ts";
import type { Caps } from "./caps.ts";
import { urlPath } from "./escape.ts";
import type { JoinedVerdict, PageInput, RunFacts } from "./input.ts";
import { exitCodeOfVerdict, isOnlyOverBudget } from "./join.ts";
import { type Standing, standingOf } from "./standing.ts";
import { oneLine } from "./text.ts";

/** One gate with all that is known of it. */
export interface PageGate {
  readonly result: GateResult;
  readonly details: GateDetails | undefined;
  readonly standing: Standing;
}

/** What a page is written from, sorted and added up. */
export interface PageModel {
  readonly input: PageInput;
  readonly joined: JoinedVerdict;
  readonly gates: readonly PageGate[];
  readonly details: DetailsFile | null;
  readonly time: PageTime;
}

/** What the run cost. All in ms. */
export interface PageTime {
  /** Of the whole, as far as it is known: from the first job's start to the last one's end, else set-up and gates. */
  readonly spentMs: number;
  readonly budgetMs: number | null;
  /** The gates one after another, as they were measured in this run. */
  readonly serialMs: number;
  /** All gates, from the first start to the last end. */
  readonly wallMs: number;
  /** `serialMs` less `wallMs`; 0 when side by side was not faster, or the run did not end by itself. */
  readonly savedMs: number;
}

/** Savings under this are not worth a word. */
const LEAST_SAVED_MS = 1000;

function timeOf(input: PageInput): PageTime {
  const gates = input.verdict?.gates ?? [];
  const serialMs = gates.reduce((sum, gate) => sum + (gate.outcome === "cached" ? 0 : (gate.durationMs ?? 0)), 0);
  const wallMs = input.verdict?.durationMs ?? 0;
  const savedMs = serialMs - wallMs;
  const ends = (input.jobs ?? []).flatMap((job) =>
    job.startMs === null || job.durationMs === null ? [] : [{ from: job.startMs, to: job.startMs + job.durationMs }],
  );
  const spentMs =
    ends.length === 0
      ? wallMs + (input.setup?.durationMs ?? 0)
      : Math.max(...ends.map((end) => end.to)) - Math.min(...ends.map((end) => end.from));
  return {
    spentMs,
    budgetMs: input.details?.budgetMs ?? null,
    serialMs,
    wallMs,
    // What was stopped saved nothing: its gates would have taken longer.
    savedMs: savedMs >= LEAST_SAVED_MS && input.verdict?.verdict !== "cancelled" ? savedMs : 0,
  };
}

function joinedOf(verdict: VerdictFile | null, details: DetailsFile | null): JoinedVerdict {
  if (verdict === null) {
    const reason = {
      job: null,
      message: "the gates left no verdict",
      advice: "see the log of this run",
      stopped: false,
    };
    return { verdict: "error", exitCode: exitCodeOfVerdict("error", false), reasons: [reason] };
  }
  const onlyOverBudget = isOnlyOverBudget(verdict, details);
  return { verdict: verdict.verdict, exitCode: exitCodeOfVerdict(verdict.verdict, onlyOverBudget), reasons: [] };
}

/**
 * @param input everything that is known
 * @returns the same, joined by gate and added up
 */
export function modelOf(input: PageInput): PageModel {
  const details = input.details ?? null;
  const byId = new Map(details?.gates.map((gate) => [gate.id, gate]));
  const verdict = input.verdict;
  const prefix = details?.prefix;
  return {
    input: prefix === undefined || input.run === undefined ? input : { ...input, run: { ...input.run, prefix } },
    details,
    joined: input.joined ?? joinedOf(verdict, details),
    gates: (verdict?.gates ?? []).map((result) => ({
      result,
      details: byId.get(result.id),
      standing: standingOf(result, verdict?.verdict ?? "error"),
    })),
    time: timeOf(input),
  };
}

/**
 * @param model the page
 * @param standing what to look for
 * @returns the gates of that standing, in the order of the plan
 */
export function gatesOf(model: PageModel, standing: Standing): readonly PageGate[] {
  return model.gates.filter((gate) => gate.standing === standing);
}

/** A place in a file of the repository. */
export interface Place {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly line: number | null;
  readonly column?: number | null;
}

/**
 * @param place where
 * @param run where the commit can be seen
 * @param caps how long a path may be
 * @returns `file:line:column`, as far as it is known, linked to the file at the commit where that is possible
 */
export function placeOf(place: Place, run: RunFacts | undefined, caps: Caps): Inlines {
  const parts = [place.line, place.column ?? null].filter((part) => part !== null);
  const shown = [oneLine(place.file, caps.name), ...parts].join(":");
  const isInside = !place.file.startsWith("/") && !place.file.split("/").includes("..") && place.file.length <= 1024;
  const anchor = place.line === null ? "" : `#L${place.line}`;
  const base = run?.webUrl;
  const url =
    base === null || base === undefined || !isInside
      ? undefined
      : `${base}/blob/${urlPath(run?.sha ?? "")}/${urlPath(`${run?.prefix ?? ""}${place.file}`)}${anchor}`;
  return link(url, { kind: "code", text: shown });
}
