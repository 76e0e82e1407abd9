import { encodePassed, type Observation, TestKeys, testId } from "../../../src/core/flaky/index.ts";
import type { TestCase } from "../../../src/core/gates/index.ts";

const keys = new TestKeys();

/** @param name of the test */
export function testCase(name: string): TestCase {
  const parts = { format: "junit", suite: "pytest", file: "tests/test_a.py", className: "tests.test_a", name } as const;
  const { suite: _, ...kept } = parts;
  return { ...kept, id: testId(parts), key: keys.keyOf(parts), label: `tests/test_a.py::${name}` };
}

let runs = 0;

/** What a record says: names of tests that passed, failed, or did both. */
export interface RecordParts extends Partial<Omit<Observation, "passed" | "failed" | "flaky" | "tree">> {
  readonly tree?: string | number;
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
  readonly flaky?: readonly string[];
}

/** @param parts what differs from a run on the default branch in which nothing ran; a tree may be a small number */
export function record({ tree = 1, passed = [], failed = [], flaky = [], ...more }: RecordParts = {}): Observation {
  runs += 1;
  const id = typeof tree === "number" ? tree.toString(16).padStart(40, "0") : tree;
  return {
    schema: "turnpike/observations/1",
    ...{ gate: "tests", variant: "linux/py3.12", tree: id, commit: null, branch: "main", isDefaultBranch: true },
    ...{
      event: "push",
      run: String(runs),
      attempt: 1,
      part: 0,
      at: new Date(Date.UTC(2026, 0, 1) + runs * 1000).toISOString(),
    },
    ...{ executed: passed.length + failed.length + flaky.length, failedTotal: failed.length, guard: null },
    ...more,
    failed: failed.map(testCase),
    flaky: flaky.map(testCase),
    passed: encodePassed(Float64Array.from(passed.map((name) => testCase(name).key))),
  };
}
