import type { DetailsFile, QuarantineDetails, TestDetails } from "../details.ts";

const NOW = ["flaky", "failed", "passed"] as const;
const STATUS = ["used", "refused", "expired", "idle"] as const;

/** Of entries with one key the one that says most. */
function strongest<T>(all: readonly T[], keyOf: (one: T) => string, rankOf: (one: T) => number): T[] {
  const kept = new Map<string, T>();
  for (const one of all) {
    const before = kept.get(keyOf(one));
    if (before === undefined || rankOf(one) < rankOf(before)) kept.set(keyOf(one), one);
  }
  return [...kept.values()];
}

/**
 * @param parts what the runners of a fan-out say of single tests and of the quarantine
 * @returns the same as if one runner had said it; nothing where none did
 */
export function mergeTests(
  parts: readonly Pick<DetailsFile, "tests" | "quarantine">[],
): Pick<DetailsFile, "tests" | "quarantine"> {
  const tests = parts.flatMap((part) => part.tests ?? []);
  const quarantine = parts.flatMap((part) => part.quarantine ?? []);
  if (tests.length === 0 && quarantine.length === 0) return {};
  const testKey = ({ id, gate, variant }: TestDetails) => JSON.stringify([id, gate, variant]);
  const nowRank = ({ now }: TestDetails) => NOW.indexOf(now);
  const statusRank = ({ status }: QuarantineDetails) => STATUS.indexOf(status);
  return {
    tests: strongest(tests, testKey, nowRank).sort((a, b) => nowRank(a) - nowRank(b)),
    quarantine: strongest(quarantine, ({ line }) => String(line), statusRank),
  };
}
