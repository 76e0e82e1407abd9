import { dirname, join } from "node:path/posix";
import { parseHistory, remember, renderHistory } from "../../../core/gates/index.ts";
import type { Files } from "../../../ports/files.ts";
import type { CommitFacts } from "../commit-facts.ts";
import type { Executed, Execution } from "../executed.ts";
import type { GateTests } from "../gate-tests.ts";
import type { TestHistory } from "./observe-tests.ts";
import type { RunOrigin } from "./quarantine.ts";

/** What single tests did, beside the file of durations. */
export const OBSERVATIONS_FILE = "observations.ndjson";

/** Nothing was looked at. */
const NO_TESTS: TestHistory = { fresh: [], standings: [], text: "" };

/** The run that tests are remembered of. */
export interface ObservedCheck {
  readonly origin: RunOrigin | undefined;
  readonly facts: CommitFacts;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Absolute path of the file of durations. */
  readonly historyFile: string;
}

/** Files that differ from the commit belong to no tree, so a run of them proves nothing of it. */
function observedRun({ origin, facts, startedAt }: ObservedCheck) {
  if (origin === undefined || facts.tree === null || facts.dirty) return undefined;
  const { run, attempt, part, branch, isDefaultBranch, event } = origin;
  const { tree, commit } = facts;
  return { tree, commit, branch, isDefaultBranch, event, run, attempt, part, at: startedAt };
}

/** A test that failed in one attempt of its gate and passed in the last one did both. */
function ofAllAttempts({ tests, earlier }: Executed): GateTests | null {
  if (tests === null || earlier.length === 0) return tests;
  const passed = new Set(tests.cases.passed);
  const before = earlier.flatMap((attempt) => (attempt.tests?.hasTimedOut === false ? attempt.tests.cases.failed : []));
  const both = new Map(before.filter(({ key }) => passed.has(key)).map((test) => [test.id, test]));
  return { ...tests, cases: { ...tests.cases, flaky: [...tests.cases.flaky, ...both.values()] } };
}

/**
 * @param check the run
 * @param gates what each gate came to
 * @param files where the history lies; what cannot be read there counts as not remembered
 * @returns this run's records, and what all records together say
 */
export async function lookBack(check: ObservedCheck, gates: readonly Executed[], files: Files): Promise<TestHistory> {
  const withTests = gates.flatMap((executed) => {
    const tests = ofAllAttempts(executed);
    return tests === null ? [] : [{ gate: executed.gate.id, ...tests }];
  });
  if (withTests.length === 0) return NO_TESTS;
  const kept = await files.readText(join(dirname(check.historyFile), OBSERVATIONS_FILE)).catch(() => undefined);
  // Most repositories that are checked on a laptop have no such reports, and are done sooner without it.
  const { observeTests } = await import("./observe-tests.ts");
  return observeTests(observedRun(check), withTests, kept);
}

/**
 * Keeps what this run took, and what its tests did. Without it the next run starts in another order and knows less of its
 * tests, and that is all, so a fault is silent.
 *
 * @param historyFile absolute path of the file of durations
 * @param execution what gates took
 * @param tests what tests did
 * @param files where it is kept
 */
export async function keepHistory(
  historyFile: string,
  execution: Execution,
  tests: TestHistory,
  files: Files,
): Promise<void> {
  try {
    // Read again: another run may have written it meanwhile.
    const history = parseHistory(await files.readText(historyFile));
    await files.write(historyFile, renderHistory(remember(history, execution.measured)));
    if (tests.fresh.length > 0) await files.write(join(dirname(historyFile), OBSERVATIONS_FILE), tests.text);
  } catch {
    // See above.
  }
}
