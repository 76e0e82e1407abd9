/** What a runner of tests says at its end. */
export interface TestCount {
  readonly tests: number;
  readonly failures: number;
}

function numberBefore(text: string, word: RegExp): number {
  const match = new RegExp(`(\\d+) (?:${word.source})`).exec(text);
  return match?.[1] === undefined ? 0 : Number(match[1]);
}

/**
 * `== 2 failed, 17 passed, 1 skipped in 0.31s ==`: skipped and deselected tests were not executed. Those that failed as
 * expected (`xfailed`) stand in its JUnit report as skipped, so they are not counted here either.
 */
function pytest(text: string): TestCount | undefined {
  const lines = [...text.matchAll(/^(?:=+ )?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s\b.*$/gm)];
  const said = lines.at(-1)?.[1];
  if (said === undefined) return undefined;
  const failures = numberBefore(said, /failed/) + numberBefore(said, /errors?/);
  const others = numberBefore(said, /passed/) + numberBefore(said, /xpassed/);
  return { tests: failures + others, failures };
}

/** `Tests  3 failed | 20 passed (23)`; several projects have several such lines. */
function vitest(text: string): TestCount | undefined {
  const lines = [...text.matchAll(/^\s*Tests {2}(.*\(\d+\))\s*$/gm)].map(([, said = ""]) => said);
  if (lines.length === 0) return undefined;
  const counts = lines.map((said) => {
    const failures = numberBefore(said, /failed/);
    return { failures, tests: failures + numberBefore(said, /passed/) };
  });
  return sumOf(counts);
}

/** `Tests:       1 failed, 2 skipped, 5 passed, 8 total`. */
function jest(text: string): TestCount | undefined {
  const lines = [...text.matchAll(/^Tests:\s+(.*\d+ total)\s*$/gm)].map(([, said = ""]) => said);
  if (lines.length === 0) return undefined;
  return sumOf(
    lines.map((said) => {
      const failures = numberBefore(said, /failed/);
      return { failures, tests: failures + numberBefore(said, /passed/) };
    }),
  );
}

/** Node's runner: `# tests 12`, `# fail 1` (tap) or `ℹ tests 12` (spec). */
function nodeTest(text: string): TestCount | undefined {
  const values = (word: string): readonly number[] =>
    [...text.matchAll(new RegExp(`^(?:#|ℹ) ${word} (\\d+)\\s*$`, "gm"))].map(([, count]) => Number(count));
  const sum = (word: string): number => values(word).reduce((total, count) => total + count, 0);
  if (values("tests").length === 0 || values("fail").length === 0) return undefined;
  return { tests: sum("tests") - sum("skipped") - sum("todo") - sum("cancelled"), failures: sum("fail") };
}

/** `Ran 12 tests in 0.1s`, then `FAILED (failures=1, errors=2, skipped=1)`. */
function unittest(text: string): TestCount | undefined {
  const ran = [...text.matchAll(/^Ran (\d+) tests? in /gm)].at(-1)?.[1];
  if (ran === undefined) return undefined;
  const value = (word: string): number => Number(new RegExp(`\\b${word}=(\\d+)`).exec(text)?.[1] ?? 0);
  return { tests: Number(ran) - value("skipped"), failures: value("failures") + value("errors") };
}

function sumOf(counts: readonly TestCount[]): TestCount {
  return {
    tests: counts.reduce((sum, { tests }) => sum + tests, 0),
    failures: counts.reduce((sum, { failures }) => sum + failures, 0),
  };
}

/** The escape that begins a colour. */
const ESCAPE = "\u001b";

/**
 * Reads the end of a log as people do: what the runner of tests says it has executed.
 *
 * @param log text of the log, foreign, colours and all
 * @returns executed and failed tests; undefined when no known runner says so
 */
export function countTests(log: string): TestCount | undefined {
  const text = log.replaceAll(new RegExp(`${ESCAPE}\\[[\\d;]*[A-Za-z]`, "g"), "").replaceAll("\r", "");
  return pytest(text) ?? vitest(text) ?? jest(text) ?? nodeTest(text) ?? unittest(text);
}
