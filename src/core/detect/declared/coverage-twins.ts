import { type Merged, worldOf } from "./merge-candidates.ts";

/** Options of test runners that only measure beside the tests (vitest.dev, jestjs.io, nodejs.org: coverage). */
const MEASURES = /^--(?:coverage|experimental-test-coverage)(?:[.=].*)?$/;
/** Programs that measure what they start, with those of their options that take the next word. */
const MEASURERS = /^(?:c8|nyc)$/;
const VALUES =
  /^(?:-r|--reporter|-n|--include|-x|--exclude|-o|--reports-dir|--report-dir|--temp-directory|--temp-dir|--src|--lines|--branches|--functions|--statements|--cwd|-e|--extension)$/;

/** What a command tests, without what measures it; undefined where it measures nothing. */
function withoutMeasuring(words: readonly string[]): readonly string[] | undefined {
  if (!MEASURERS.test(words[0] ?? "")) {
    const left = words.filter((word) => !MEASURES.test(word));
    return left.length === words.length ? undefined : left;
  }
  let index = 1;
  while (/^-/.test(words[index] ?? "")) index += VALUES.test(words[index] ?? "") ? 2 : 1;
  return words.slice(index);
}

function wordsOf({ candidate }: Merged): readonly string[] {
  const { launched, passedOn } = candidate.situation.step;
  return launched === null ? [] : [...launched.bare, ...passedOn];
}

/** Tests that are measured, with what they run in words. */
interface Measured {
  readonly merged: Merged;
  readonly text: string;
}

/** True when `plain` runs what is measured, which stands there as its words or as the call that leads to it. */
function isSame({ merged, text }: Measured, plain: Merged): boolean {
  const [one, other] = [merged.candidate.situation.step, plain.candidate.situation.step];
  const isThere = text === wordsOf(plain).join(" ") || other.chain.some((link) => link.text.trim() === text);
  const isAlike = merged !== plain && one.command.cwd === other.command.cwd;
  return isThere && isAlike && worldOf(merged.candidate) === worldOf(plain.candidate);
}

/**
 * Tests that one job measures and another does not are run once, measured: that is the one that can fail for more reasons.
 *
 * @param all commands, each once
 * @returns the same without those that run unmeasured what another one runs measured
 */
export function onceMeasured(all: readonly Merged[]): readonly Merged[] {
  const tests = all.filter(({ candidate }) => candidate.tool.kind === "tests" && candidate.tool.ecosystem === "node");
  const measured = tests.flatMap((merged) => {
    const left = withoutMeasuring(wordsOf(merged));
    return left === undefined ? [] : [{ merged, text: left.join(" ") }];
  });
  const more = new Map<Merged, Merged[]>();
  const given = new Set<Merged>();
  for (const plain of measured.length === 0 ? [] : tests) {
    const open = plain.candidate.blockers.length;
    const twin = measured.find((one) => isSame(one, plain) && one.merged.candidate.blockers.length <= open)?.merged;
    if (twin === undefined) continue;
    given.add(plain);
    more.set(twin, [...(more.get(twin) ?? []), plain]);
  }
  const withMore = (one: Merged): Merged => {
    const same = (more.get(one) ?? []).flatMap(({ candidate, others }) => [candidate, ...others]);
    return same.length === 0 ? one : { ...one, others: [...one.others, ...same] };
  };
  return all.filter((one) => !given.has(one)).map(withMore);
}
