import prettyBytes from "pretty-bytes";

export { countOf } from "../../contract/counts.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function pair(value: number, [big, bigUnit]: [number, string], [small, smallUnit]: [number, string]): string {
  const whole = Math.floor(value / big);
  const rest = Math.round((value - whole * big) / small);
  return rest === 0 ? `${whole} ${bigUnit}` : `${whole} ${bigUnit} ${rest} ${smallUnit}`;
}

/**
 * A length of time as a person says it: `350 ms`, `4.2 s`, `48 s`, `1 min 12 s`, `20 min`, `1 h 5 min`, `2 d 3 h`.
 *
 * @param ms milliseconds; what is negative or no number counts as 0
 * @returns at most two units, rounded to the smaller one
 */
export function formatDuration(ms: number): string {
  const value = Number.isFinite(ms) && ms > 0 ? ms : 0;
  if (Math.round(value) < SECOND) return `${Math.round(value)} ms`;
  const tenths = Math.round(value / 100) / 10;
  if (tenths < 10) return `${tenths} s`;
  const seconds = Math.round(value / SECOND) * SECOND;
  if (seconds < MINUTE) return `${seconds / SECOND} s`;
  if (seconds < HOUR) return pair(seconds, [MINUTE, "min"], [SECOND, "s"]);
  const minutes = Math.round(value / MINUTE) * MINUTE;
  if (minutes < DAY) return pair(minutes, [HOUR, "h"], [MINUTE, "min"]);
  return pair(Math.round(value / HOUR) * HOUR, [DAY, "d"], [HOUR, "h"]);
}

/**
 * A size as a person says it: `512 B`, `1.2 KiB`, `34 MiB`.
 *
 * @param bytes a size; what is negative or no number counts as 0
 * @returns a number with at most one decimal, and a unit of IEC 80000-13
 */
export function formatBytes(bytes: number): string {
  const value = Number.isFinite(bytes) && bytes > 0 ? bytes : 0;
  return prettyBytes(value, { binary: true, maximumFractionDigits: value < 10 * 1024 ** 2 ? 1 : 0 });
}
