import {
  evidenceOf,
  isExpired,
  nameOfEntry,
  type QuarantineEntry,
  type TestStanding,
} from "../../../core/flaky/index.ts";
import type { QuarantineDetails, TestCase, TestDetails } from "../../../core/gates/index.ts";
import type { Executed } from "../executed.ts";
import type { Quarantine } from "../gate-tests.ts";

/** Most tests that the page may be told of. */
const MOST_TESTS = 200;

const RANK = { flaky: 0, failed: 1, passed: 2 } as const;

function nowOf(test: TestCase, place: Pick<TestStanding, "gate" | "variant">, gates: readonly Executed[]) {
  const tests = gates.find(({ gate, tests }) => gate.id === place.gate && tests?.variant === place.variant)?.tests;
  if (tests?.cases.flaky.some(({ id }) => id === test.id)) return "flaky";
  return tests?.cases.failed.some(({ id }) => id === test.id) ? "failed" : "passed";
}

/** Without a history a test that did both in this run is known all the same. */
function withoutHistory(gates: readonly Executed[], told: ReadonlySet<string>): readonly TestDetails[] {
  return gates.flatMap(({ gate, tests }) =>
    (tests?.cases.flaky ?? [])
      .filter(({ id }) => !told.has(`${gate.id} ${id}`))
      .map((test): TestDetails => {
        const { label: name, id } = test;
        const evidence = "failed and passed in this run";
        return { name, id, gate: gate.id, variant: tests?.variant ?? "", state: "suspected", evidence, now: "flaky" };
      }),
  );
}

function testsOf(standings: readonly TestStanding[], gates: readonly Executed[]): TestDetails[] {
  const known = standings.map((standing): TestDetails => {
    const { test, gate, variant, state } = standing;
    const evidence = evidenceOf(standing);
    return { name: test.label, id: test.id, gate, variant, state, evidence, now: nowOf(test, standing, gates) };
  });
  const names = new Set(standings.map(({ gate, test }) => `${gate} ${test.id}`));
  return [...known.filter(({ state }) => state !== "healthy"), ...withoutHistory(gates, names)]
    .sort((a, b) => RANK[a.now] - RANK[b.now])
    .slice(0, MOST_TESTS);
}

function quarantineOf({ entries, at }: Quarantine, gates: readonly Executed[]): QuarantineDetails[] {
  const used = new Set(gates.flatMap(({ tests }) => tests?.used ?? []));
  const asked = new Set(gates.flatMap(({ tests }) => tests?.asked ?? []));
  const statusOf = (entry: QuarantineEntry): QuarantineDetails["status"] => {
    if (used.has(entry)) return "used";
    if (isExpired(entry, at)) return "expired";
    return asked.has(entry) ? "refused" : "idle";
  };
  return entries.map((entry) => {
    const { owner, issue, reason, expires, line } = entry;
    return { name: nameOfEntry(entry), owner, issue, reason, expires, line, status: statusOf(entry) };
  });
}

/**
 * @param standings what is thought of tests that failed at least once
 * @param quarantine the file
 * @param gates what each gate came to
 * @returns for the page: tests that are not simply healthy, what failed or was flaky now first, and each entry of the quarantine with what it did in this run
 */
export function tellTests(
  standings: readonly TestStanding[],
  quarantine: Quarantine,
  gates: readonly Executed[],
): { readonly tests: TestDetails[]; readonly quarantine: QuarantineDetails[] } {
  return { tests: testsOf(standings, gates), quarantine: quarantineOf(quarantine, gates) };
}
