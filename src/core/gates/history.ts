/** What is remembered of one gate: exponentially weighted means of what it took. */
export interface HistoryEntry {
  readonly durationMs: number;
  /** Cores used on average; null when it is not known. */
  readonly cpu: number | null;
  readonly peakBytes: number | null;
  /** Runs that this is the mean of, from 1. */
  readonly runs: number;
}
/** What is remembered, by gate id. It changes only the order in which gates start. */
export type History = ReadonlyMap<string, HistoryEntry>;

/** What a run of a gate took. */
export interface Measured {
  readonly durationMs: number;
  /** Cores used on average; null when it is not known. */
  readonly cpu: number | null;
  readonly peakBytes: number | null;
  /** True when no core was idle meanwhile: then `cpu` may be too low. */
  readonly wasCrowded: boolean;
}

/** Weight of the newest run. */
const NEWEST = 0.3;
/** Gates that are remembered at most; the file of a repository that renames its gates must not grow for ever. */
const MOST_GATES = 20_000;

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** By hand: this is read before the first gate starts, and a library for schemas takes 10 ms to be there. */
function isKept(named: readonly [string, unknown]): named is [string, HistoryEntry] {
  const [, entry] = named;
  if (typeof entry !== "object" || entry === null) return false;
  const { durationMs, cpu, peakBytes, runs } = entry as Readonly<Record<string, unknown>>;
  const isRun = Number.isInteger(runs) && isAmount(runs) && runs > 0;
  return isAmount(durationMs) && [cpu, peakBytes].every((one) => one === null || isAmount(one)) && isRun;
}

/**
 * @param text history.json; undefined when there is none
 * @returns what is remembered; nothing when the file cannot be read, because it is no more than a hint
 */
export function parseHistory(text: string | undefined): History {
  if (text === undefined) return new Map();
  try {
    const { schema, gates } = JSON.parse(text) as { readonly schema?: unknown; readonly gates?: unknown };
    if (schema !== "turnpike/history/1" || typeof gates !== "object" || gates === null) return new Map();
    const entries = Object.entries(gates);
    return entries.every(isKept) ? new Map(entries) : new Map();
  } catch {
    return new Map();
  }
}

function blend(before: number | null | undefined, now: number): number {
  return before === null || before === undefined ? now : before + NEWEST * (now - before);
}

/** Cores: less than the mean is believed only when nothing else wanted them. */
function blendCpu(before: number | null | undefined, { cpu, wasCrowded }: Measured): number | null {
  if (cpu === null) return before ?? null;
  if (before === null || before === undefined) return wasCrowded ? null : cpu;
  return wasCrowded && cpu < before ? before : blend(before, cpu);
}

/**
 * @param history what is remembered
 * @param measured what gates took that ran to their end just now, by id
 * @returns what to remember
 */
export function remember(history: History, measured: ReadonlyMap<string, Measured>): History {
  const next = new Map(history);
  for (const [id, now] of measured) {
    const before = next.get(id);
    next.delete(id); // The newest stand last.
    next.set(id, {
      durationMs: blend(before?.durationMs, now.durationMs),
      cpu: blendCpu(before?.cpu, now),
      // A peak is a limit to keep, not a mean: it rises at once and sinks slowly.
      peakBytes:
        now.peakBytes === null
          ? (before?.peakBytes ?? null)
          : Math.max(now.peakBytes, blend(before?.peakBytes, now.peakBytes)),
      runs: (before?.runs ?? 0) + 1,
    });
  }
  return new Map([...next].slice(-MOST_GATES));
}

/**
 * @param history what to remember
 * @returns the text of history.json, in a form that formatters leave alone
 */
export function renderHistory(history: History): string {
  const round = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000);
  const gates = Object.fromEntries(
    [...history].map(([id, { durationMs, cpu, peakBytes, runs }]) => [
      id,
      { durationMs: round(durationMs), cpu: round(cpu), peakBytes: round(peakBytes), runs },
    ]),
  );
  return `${JSON.stringify({ schema: "turnpike/history/1", gates }, null, 2)}\n`;
}
