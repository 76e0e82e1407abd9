import type { TestCase } from "../gates/index.ts";
import { chanceOf, cleanBound, discoveryLimit, lowerBound } from "./bounds.ts";
import type { Observation } from "./observation.ts";
import { findPassed } from "./passed-set.ts";

/** What is thought of a test. */
const TEST_STATES = ["healthy", "suspected", "flaky", "broken", "recovered"] as const;
export type TestState = (typeof TEST_STATES)[number];

/** A test that is not simply healthy, and why. */
export interface TestStanding {
  readonly test: TestCase;
  readonly gate: string;
  readonly variant: string;
  readonly state: TestState;
  /** Trees on which it both passed and failed. */
  readonly disagreements: number;
  /** Failures among `runs`; a row of failures counts once. */
  readonly failed: number;
  /** Runs on the default branch, and further ones on a tree on which it had passed. */
  readonly runs: number;
  /** The rate that its failures surpass with 95 % confidence, 0 to 1. */
  readonly lowerBound: number;
  /** Passes since it failed last. */
  readonly cleanRuns: number;
  /** The rate that is not reached with 95 % confidence after them, 0 to 1. */
  readonly cleanBound: number;
  /** ISO 8601 of its last failure; null when the records that are left hold none. */
  readonly lastFailedAt: string | null;
}

/** Distinct trees with a disagreement that prove a test flaky. */
const PROVING_TREES = 2;
/** A rate at or above this counts as flaky. */
const FLAKY_RATE = 0.01;
/** Below these a rate says nothing (buildpulse.io docs: at least 10 results); one failure is no pattern. */
const LEAST_RUNS = 10;
const LEAST_FAILURES = 2;
/** Failures in a row on the default branch, on as many trees, that show a test broken. */
const BROKEN_RUNS = 3;
/** Fewer clean runs say nothing whatever the rate was. */
const LEAST_CLEAN_RUNS = 7;

type Outcome = "passed" | "failed" | "both";

interface Seen {
  readonly of: Observation;
  readonly outcome: Outcome;
}

/** One test of one gate and variant with all that is known of it, the oldest first. */
interface Track {
  readonly test: TestCase;
  readonly seen: Seen[];
}

/** What a record says of any of the tests that are followed. */
function outcomesOf(record: Observation, keys: readonly number[]): (test: TestCase) => Outcome | undefined {
  const passed = record.passed === null ? new Set<number>() : findPassed(record.passed, keys);
  const failed = new Set(record.failed.map(({ id }) => id));
  const flaky = new Set(record.flaky.map(({ id }) => id));
  return ({ id, key }) => {
    if (flaky.has(id)) return "both";
    if (failed.has(id)) return "failed";
    return passed.has(key) ? "passed" : undefined;
  };
}

/** Only tests that failed once are followed: of the others there is nothing to tell. */
function tracksOf(records: readonly Observation[]): readonly Track[] {
  const tests = new Map<string, TestCase>();
  for (const record of records) for (const test of [...record.failed, ...record.flaky]) tests.set(test.id, test);
  const tracks = [...tests.values()].map((test): Track => ({ test, seen: [] }));
  if (tracks.length === 0) return [];
  const keys = tracks.map(({ test }) => test.key);
  for (const of of records) {
    const outcomeOf = outcomesOf(of, keys);
    for (const { test, seen } of tracks) {
      const outcome = outcomeOf(test);
      if (outcome !== undefined) seen.push({ of, outcome });
    }
  }
  return tracks;
}

/** Trees on which it did both: proof that the result does not come from the code alone. */
function disagreeingTrees(seen: readonly Seen[]): ReadonlySet<string> {
  const byTree = new Map<string, Set<Outcome>>();
  for (const { of, outcome } of seen) {
    const outcomes = byTree.get(of.tree) ?? new Set();
    byTree.set(of.tree, outcomes.add(outcome));
  }
  const disagrees = (outcomes: ReadonlySet<Outcome>) =>
    outcomes.has("both") || (outcomes.has("passed") && outcomes.has("failed"));
  return new Set([...byTree].filter(([, outcomes]) => disagrees(outcomes)).map(([tree]) => tree));
}

/** Runs in which a failure is not the fault of a change under review. */
function countedRuns(seen: readonly Seen[]): readonly Seen[] {
  const passedTrees = new Set<string>();
  return seen.filter(({ of, outcome }) => {
    const counts = of.isDefaultBranch || passedTrees.has(of.tree) || outcome === "both";
    if (outcome !== "failed") passedTrees.add(of.tree);
    return counts;
  });
}

/** One fault that stays for five commits is one fault: a row of plain failures counts as one run. */
function rateOf(counted: readonly Seen[]): { readonly failed: number; readonly runs: number } {
  let [failed, runs] = [0, 0];
  let inRow = false;
  for (const { outcome } of counted) {
    const continues = outcome === "failed" && inRow;
    inRow = outcome === "failed";
    if (continues) continue;
    runs += 1;
    if (outcome !== "passed") failed += 1;
  }
  return { failed, runs };
}

function isBroken(seen: readonly Seen[], disagreeing: ReadonlySet<string>): boolean {
  const onDefault = seen.filter(({ of }) => of.isDefaultBranch);
  const firstPass = [...onDefault].reverse().findIndex(({ outcome }) => outcome !== "failed");
  const row = firstPass === -1 ? onDefault : onDefault.slice(onDefault.length - firstPass);
  const trees = new Set(row.map(({ of }) => of.tree));
  return trees.size >= BROKEN_RUNS && ![...trees].some((tree) => disagreeing.has(tree));
}

interface Judged {
  readonly track: Track;
  readonly trees: ReadonlySet<string>;
  readonly failed: number;
  readonly runs: number;
  readonly chance: number;
}

function judgeTrack(track: Track): Judged {
  const rate = rateOf(countedRuns(track.seen));
  const chance = rate.failed === 0 ? 1 : chanceOf(rate.failed, rate.runs, FLAKY_RATE);
  return { track, trees: disagreeingTrees(track.seen), ...rate, chance };
}

/** The last failure that says something, and how often there was one until then. */
function lastEvent({ track, trees }: Judged): { readonly at: number; readonly rate: number } {
  const isEvent = ({ of, outcome }: Seen) => outcome !== "passed" && (of.isDefaultBranch || trees.has(of.tree));
  const at = track.seen.findLastIndex(isEvent);
  const until = rateOf(countedRuns(track.seen.slice(0, at + 1)));
  return { at, rate: Math.max(FLAKY_RATE, until.runs === 0 ? 1 : until.failed / until.runs) };
}

function standingOf(judged: Judged, limit: number): TestStanding {
  const { track, trees, failed, runs, chance } = judged;
  const { test, seen } = track;
  const bound = lowerBound(failed, runs);
  const event = lastEvent(judged);
  const cleanRuns = seen.slice(event.at + 1).filter(({ outcome }) => outcome === "passed").length;
  const hasRecovered = cleanRuns >= LEAST_CLEAN_RUNS && cleanBound(cleanRuns) <= event.rate;
  const hasRate = runs >= LEAST_RUNS && failed >= LEAST_FAILURES && bound >= FLAKY_RATE && chance <= limit;
  const isFlaky = trees.size >= PROVING_TREES || hasRate;
  const unwell = isFlaky ? "flaky" : trees.size > 0 ? "suspected" : "healthy";
  const state = isBroken(seen, trees) ? "broken" : unwell !== "healthy" && hasRecovered ? "recovered" : unwell;
  const last = seen[seen.findLastIndex(({ outcome }) => outcome !== "passed")]?.of;
  return {
    ...{ test, gate: last?.gate ?? "", variant: last?.variant ?? "", state, disagreements: trees.size, failed, runs },
    ...{ lowerBound: bound, cleanRuns, cleanBound: cleanBound(cleanRuns), lastFailedAt: last?.at ?? null },
  };
}

function standingsOfGroup(records: readonly Observation[]): readonly TestStanding[] {
  const judged = tracksOf(records).map(judgeTrack);
  const tests = Math.max(0, ...records.map(({ executed }) => executed));
  const chances = judged.filter(({ failed }) => failed > 0).map(({ chance }) => chance);
  const limit = discoveryLimit(chances, tests);
  return judged.map((one) => standingOf(one, limit));
}

/**
 * What the records say of tests that failed at least once. A test that passed and failed on one tree is proven not to depend
 * on the code alone; a rate alone makes a test flaky only while at most 5 % of such discoveries are expected to be false.
 * Runs in which the surroundings failed count for nothing. See docs/flaky.md.
 *
 * @param observations records, the newest last
 * @returns one entry a test, gate and variant, healthy ones too, in the order of their first failure
 */
export function analyseTests(observations: readonly Observation[]): readonly TestStanding[] {
  const groups = new Map<string, Observation[]>();
  for (const one of observations) {
    if (one.guard !== null) continue;
    const key = JSON.stringify([one.gate, one.variant]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].flatMap(standingsOfGroup);
}
