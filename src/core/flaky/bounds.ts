/** The 95 % quantile of the normal distribution, for one-sided bounds. */
const Z = 1.6448536269514722;

/** What may be wrong about a bound. */
const DOUBT = 0.05;

/**
 * The rate that is surpassed with 95 % confidence: Wilson's score interval, one-sided (Wilson 1927; Brown, Cai, DasGupta
 * 2001). 1 of 10 gives 2.3 %, 3 of 10 12.7 %, 5 of 100 2.5 %.
 *
 * @param failed failures, 0 to `runs`
 * @param runs runs, 0 or more
 * @returns a share from 0 to 1; 0 without runs
 */
export function lowerBound(failed: number, runs: number): number {
  if (runs <= 0 || failed <= 0) return 0;
  const share = failed / runs;
  const square = Z * Z;
  const middle = share + square / (2 * runs);
  const spread = Z * Math.sqrt((share * (1 - share)) / runs + square / (4 * runs * runs));
  return Math.max(0, (middle - spread) / (1 + square / runs));
}

/**
 * The rate that is not reached with 95 % confidence after nothing but passes: about 3 divided by the runs (Clopper and
 * Pearson for no failure, also called the rule of three). 7 give 35 %, 100 give 3 %.
 *
 * @param runs clean runs in a row
 * @returns a share from 0 to 1; 1 without runs
 */
export function cleanBound(runs: number): number {
  return runs <= 0 ? 1 : 1 - DOUBT ** (1 / runs);
}

function logFactorials(largest: number): Float64Array {
  const table = new Float64Array(largest + 1);
  for (let n = 2; n <= largest; n += 1) table[n] = (table[n - 1] ?? 0) + Math.log(n);
  return table;
}

/**
 * @param failed failures, 0 to `runs`
 * @param runs runs
 * @param rate a rate between 0 and 1
 * @returns the probability of at least so many failures when the rate is this one (binomial tail)
 */
export function chanceOf(failed: number, runs: number, rate: number): number {
  if (failed <= 0) return 1;
  const factorial = logFactorials(runs);
  let sum = 0;
  for (let k = failed; k <= runs; k += 1) {
    const choose = (factorial[runs] ?? 0) - (factorial[k] ?? 0) - (factorial[runs - k] ?? 0);
    sum += Math.exp(choose + k * Math.log(rate) + (runs - k) * Math.log1p(-rate));
  }
  return Math.min(1, sum);
}

/**
 * Chooses discoveries so that at most 5 % of them are expected to be false (Benjamini and Hochberg 1995).
 *
 * @param chances one probability for each test that failed at all
 * @param tests how many were looked at, also those that never failed
 * @returns the largest probability that counts as a discovery; -1 when none does
 */
export function discoveryLimit(chances: readonly number[], tests: number): number {
  const sorted = [...chances].sort((a, b) => a - b);
  const many = Math.max(tests, sorted.length);
  return sorted.reduce((limit, chance, at) => (chance <= ((at + 1) / many) * DOUBT ? chance : limit), -1);
}
