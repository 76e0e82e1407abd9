import type { DetailsFile, GateDetails } from "../details.ts";
import type { Gate } from "../plan.ts";
import type { GateResult, Outcome, VerdictFile } from "../verdict.ts";
import type { ShareFile } from "./share-file.ts";

/** What one runner left. */
export interface ShareResult {
  readonly share: ShareFile;
  readonly verdict: VerdictFile;
  readonly details: DetailsFile | null;
  /** Where its logs lie, relative to the merged output, with a slash at the end. */
  readonly folder: string;
}

/** All that is merged. */
export interface MergeRequest {
  /** Gates of the plan that run, in its order. */
  readonly gates: readonly Gate[];
  readonly shares: readonly ShareFile[];
  /** Of shares that left a result, in any order; of each share at most one. */
  readonly results: readonly ShareResult[];
  /** The commit that is checked here; a share that checked another one is no result. */
  readonly tree: string | null;
  readonly startedAt: string;
}

/** One run, as if one runner had done it. */
export interface Merged {
  readonly gates: readonly GateResult[];
  readonly details: readonly GateDetails[];
  readonly cores: number;
  readonly coverage: number | null;
  /** Earliest start, ISO 8601. */
  readonly startedAt: string;
  /** From the earliest start to the latest end, in ms. */
  readonly durationMs: number;
}

/** Of several parts of one gate the first that is there decides. `inconclusive` comes last: a part may well have no tests. */
const STRONGEST_FIRST: readonly Outcome[] = [
  ...(["cancelled", "failed", "timed-out", "tool-error", "skipped"] as const),
  ...(["waived", "quarantined", "flaky-passed", "passed", "cached", "inconclusive"] as const),
];

interface Piece {
  readonly result: GateResult;
  readonly details: GateDetails | null;
  /** Ms between the earliest start of all runners and that of this one. */
  readonly offsetMs: number;
  readonly folder: string;
  /** `part 2 of 3: `, or nothing for a gate that is whole. */
  readonly label: string;
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

function missing({ id, required }: Gate, reason: string): GateResult {
  const counts = { tests: null, failures: null, findings: null };
  return { id, outcome: "tool-error", required, startMs: null, durationMs: null, exitCode: null, reason, counts };
}

function rankOf({ result }: Piece): number {
  return result.outcome === null ? STRONGEST_FIRST.length : STRONGEST_FIRST.indexOf(result.outcome);
}

function joinResults(pieces: readonly [Piece, ...Piece[]]): GateResult {
  const [first] = pieces;
  const starts = pieces.flatMap(({ result, offsetMs }) => (result.startMs === null ? [] : [result.startMs + offsetMs]));
  const ends = pieces.flatMap(({ result, offsetMs }) =>
    result.startMs === null ? [] : [result.startMs + offsetMs + (result.durationMs ?? 0)],
  );
  const startMs = starts.length === 0 ? null : Math.min(...starts);
  const count = (key: keyof GateResult["counts"]) => sum(pieces.map(({ result }) => result.counts[key]));
  return {
    ...first.result,
    startMs,
    durationMs: startMs === null ? null : Math.max(...ends) - startMs,
    reason: first.result.reason === null ? null : `${first.label}${first.result.reason}`,
    counts: { tests: count("tests"), failures: count("failures"), findings: count("findings") },
  };
}

/** Their logs lie where the logs of that runner lie. */
function joinAttempts({ details, folder }: { readonly details: GateDetails; readonly folder: string }) {
  if (details.attempts === undefined) return {};
  return { attempts: details.attempts.map((one) => ({ ...one, logFile: `${folder}${one.logFile}` })) };
}

function joinChecks(all: readonly GateDetails[]): Pick<GateDetails, "checks"> {
  const checks = all.flatMap((one) => one.checks ?? []);
  return checks.length === 0 ? {} : { checks };
}

function joinDetails(pieces: readonly [Piece, ...Piece[]]): GateDetails | null {
  const known = pieces.flatMap((piece) => (piece.details === null ? [] : [{ ...piece, details: piece.details }]));
  const [first] = known;
  if (first === undefined) return null;
  const all = known.map(({ details }) => details);
  return {
    ...first.details,
    summary:
      all.length === 1
        ? first.details.summary
        : all
            .map(({ summary }) => summary ?? "")
            .filter(Boolean)
            .join("; ") || null,
    logFile: first.details.logFile === null ? null : `${first.folder}${first.details.logFile}`,
    ...joinAttempts(first),
    ...joinChecks(all),
    findings: all.flatMap(({ findings }) => findings),
    findingsTotal: sum(all.map(({ findingsTotal }) => findingsTotal)) ?? 0,
    cpuMs: sum(all.map(({ cpuMs }) => cpuMs)),
    peakBytes: Math.max(...all.map(({ peakBytes }) => peakBytes ?? 0)) || null,
  };
}

function piecesOf(
  gate: Gate,
  request: MergeRequest,
  beginMs: number,
): { readonly pieces: readonly Piece[]; readonly lost: string | null } {
  const pieces: Piece[] = [];
  let lost: string | null = null;
  for (const share of request.shares) {
    const planned = share.gates.find(({ id }) => id === gate.id);
    if (planned === undefined) continue;
    const name = `share ${share.index} of ${share.of}`;
    const done = request.results.find((result) => result.share.index === share.index);
    const result = done?.verdict.gates.find(({ id, outcome }) => id === gate.id && outcome !== null);
    if (done !== undefined && done.verdict.tree !== request.tree) {
      lost ??= `${name} checked another commit; run the whole workflow again`;
    } else if (done === undefined || result === undefined) {
      lost ??= `${name} left no result of it; see the log of that job, and run the failed jobs again`;
    } else {
      pieces.push({
        result,
        details: done.details?.gates.find(({ id }) => id === gate.id) ?? null,
        offsetMs: Date.parse(done.verdict.startedAt) - beginMs,
        folder: done.folder,
        label: planned.part === null ? "" : `part ${planned.part.index} of ${planned.part.of}: `,
      });
    }
  }
  return { pieces, lost: pieces.length === 0 && lost === null ? "no runner was given it" : lost };
}

/**
 * Joins what several runners left into one result, as if one had done all of it. Nothing that is missing is green: a gate
 * with a lost part is a `tool-error`, unless another part of it failed.
 *
 * @param request the plan, its shares, and what came back
 */
export function mergeShares(request: MergeRequest): Merged {
  const starts = request.results.map(({ verdict }) => Date.parse(verdict.startedAt));
  const beginMs = starts.length === 0 ? Date.parse(request.startedAt) : Math.min(...starts);
  const gates: GateResult[] = [];
  const details: GateDetails[] = [];
  for (const gate of request.gates) {
    const { pieces, lost } = piecesOf(gate, request, beginMs);
    const [first, ...others] = [...pieces].sort((a, b) => rankOf(a) - rankOf(b));
    const joined = first === undefined ? undefined : joinResults([first, ...others]);
    const isRed = joined?.outcome === "failed" || joined?.outcome === "cancelled" || joined?.outcome === "timed-out";
    gates.push(joined === undefined || (lost !== null && !isRed) ? missing(gate, lost ?? "no result") : joined);
    const more = first === undefined ? null : joinDetails([first, ...others]);
    if (more !== null) details.push(more);
  }
  const ends = gates.map(({ startMs, durationMs }) => (startMs ?? 0) + (durationMs ?? 0));
  return {
    gates,
    details,
    cores: sum(request.results.map((result) => result.details?.cores ?? null)) ?? 1,
    coverage: request.results.map((result) => result.details?.coverage ?? null).find((one) => one !== null) ?? null,
    startedAt: new Date(beginMs).toISOString(),
    durationMs: Math.max(0, ...ends),
  };
}
