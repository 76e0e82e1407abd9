import { describe, expect, it } from "vitest";
import { type Compared, countTests, isOurs, prove, starterOf } from "../../../src/core/first-run/index.ts";

const base: Compared = {
  ...{ id: "tests", command: "uv run pytest", outcome: "failed", ourExitCode: 1, ourTests: null, ownMs: 5, ownLog: "" },
  own: { kind: "exited", code: 1 },
};

function verdictOf(more: Partial<Compared>): string {
  return prove({ ...base, ...more }).verdict;
}

describe("a gate beside the repository's own command", () => {
  it("agrees when both are red, or both are green", () => {
    expect(prove(base)).toMatchObject({
      verdict: "agrees",
      sentence: "red by its own command too: it ended with 1 (ours with 1)",
    });
    expect(verdictOf({ outcome: "passed", own: { kind: "exited", code: 0 } })).toBe("agrees");
    expect(verdictOf({ outcome: "timed-out", ourExitCode: null, own: { kind: "timed-out" } })).toBe("agrees");
    expect(verdictOf({ outcome: "tool-error", own: { kind: "signalled", signal: "SIGSEGV" } })).toBe("agrees");
  });

  it("is a fault of ours when only one is red, whichever it is", () => {
    const onlyOurs = prove({ ...base, own: { kind: "exited", code: 0 } });
    const onlyOwn = prove({ ...base, outcome: "passed", ourExitCode: 0 });
    expect([onlyOurs.verdict, onlyOwn.verdict]).toEqual(["ours-is-wrong", "ours-is-blind"]);
    for (const proof of [onlyOurs, onlyOwn])
      expect([isOurs(proof), proof.sentence]).toEqual([true, expect.stringMatching(/^OURS IS WRONG/)]);
  });

  it("is nobody's fault when the red one is green once it is asked again, and says how to keep gates apart", () => {
    const ours = {
      own: { kind: "exited", code: 0 },
      again: { kind: "ours", outcome: "passed", beside: ["types"] },
    } as const;
    expect(prove({ ...base, ...ours })).toMatchObject({
      verdict: "unsteady",
      sentence:
        "red only beside other gates (types), green alone: it needs `resources` or is flaky; to keep them apart: " +
        "gates: { tests: { resources: { locks: [alone] } }, types: { resources: { locks: [alone] } } }",
    });
    expect(prove({ ...base, ...ours, again: { ...ours.again, beside: [] } }).sentence).toMatch(/^flaky: red once/);
    expect(verdictOf({ ...ours, again: { ...ours.again, outcome: "failed" } })).toBe("ours-is-wrong");
    const blind = { outcome: "passed", ourExitCode: 0 } as const;
    const own = (code: number) => ({ again: { kind: "own", end: { kind: "exited", code } } }) as const;
    expect(prove({ ...base, ...blind, ...own(0) })).toMatchObject({
      verdict: "unsteady",
      sentence: "flaky: its own command ended with 1 once, and passed when it was run again",
    });
    expect(verdictOf({ ...blind, ...own(1) })).toBe("ours-is-blind");
    // A second run is no excuse for another disagreement.
    expect(verdictOf({ ...own(0) })).toBe("agrees");
  });

  it("agrees when it is green and its own command is red for another gate that it stands for", () => {
    const green = { outcome: "passed", ourExitCode: 0, redBeside: ["tests"] } as const;
    expect(prove({ ...base, ...green })).toMatchObject({
      verdict: "agrees",
      sentence: "green; its own command ended with 1, as it runs tests too",
    });
    expect(verdictOf({ ...green, own: { kind: "exited", code: 0 } })).toBe("agrees");
    // Whoever is red under us alone is no excuse for itself.
    expect(verdictOf({ redBeside: ["types"], own: { kind: "exited", code: 0 } })).toBe("ours-is-wrong");
  });

  it("is not proven when one of them could not say", () => {
    expect(verdictOf({ own: { kind: "exited", code: 127 } })).toBe("unproven");
    expect(verdictOf({ own: { kind: "stopped" } })).toBe("unproven");
    const broke = { own: { kind: "exited", code: 3 } } as const;
    expect(verdictOf({ ...broke, command: "uvx pre-commit run lint --all-files" })).toBe("unproven");
    expect(verdictOf({ ...broke, command: "make lint" })).toBe("agrees");
    expect(verdictOf({ own: { kind: "not-started", why: "no bash" } })).toBe("unproven");
    expect(verdictOf({ outcome: "inconclusive", own: { kind: "exited", code: 0 } })).toBe("unproven");
  });

  it("is not proven when this machine lacks what its own command needs, unless its tests ran", () => {
    const green = { outcome: "passed", ourExitCode: 0, own: { kind: "exited", code: 2 } } as const;
    const offline = "error: Failed to fetch\n  cause: failed to lookup address information: Name or service not known";
    expect(prove({ ...base, ...green, ownLog: offline })).toMatchObject({
      verdict: "unproven",
      sentence: "not proven: its own command did not reach the network",
    });
    expect(verdictOf({ ...green, ownLog: "py314: skipped because could not find python interpreter" })).toBe(
      "unproven",
    );
    const ran = `${offline}\n=== 1 failed, 3 passed in 0.10s ===`;
    expect(verdictOf({ ...green, own: { kind: "exited", code: 1 }, ownLog: ran })).toBe("ours-is-blind");
  });

  it("is not proven when its own command left itself out, which nox and tox call a success", () => {
    const passes = { command: "nox -s test-3.14", own: { kind: "exited", code: 0 } } as const;
    const skipped = "nox > Session test-3.14 skipped: Python interpreter 3.14 not found (took 2 seconds).\n";
    expect(prove({ ...base, ...passes, ownLog: skipped })).toMatchObject({
      verdict: "unproven",
      sentence: "not proven: its own command left itself out, as where its Python is missing",
    });
    const one = `${skipped}nox > Session test-3.13 was successful in 3 seconds.\n`;
    expect(verdictOf({ ...passes, ownLog: one })).toBe("ours-is-wrong");
    expect(verdictOf({ ...passes, command: "tox", ownLog: "  py314: SKIP (0.01 seconds)\n" })).toBe("unproven");
  });

  it("is a matter of the set-up where what the gate needs could not be installed", () => {
    const setUpProblem =
      "the environment ci could not be made (`uvx poetry install` of ci.yml:5 did not work: Unable to find x (1.0) Unable to find y)";
    const broken = { outcome: "tool-error", ourExitCode: null, setUpProblem } as const;
    expect(prove({ ...base, ...broken, command: "poetry run pytest" })).toMatchObject({
      verdict: "unproven",
      sentence:
        "not proven: what it needs could not be installed, a problem of the set-up and not of the gate: Unable to find x (1.0) Unable to find y",
    });
    expect(prove({ ...base, ...broken, command: "tox -e py" })).toMatchObject({
      verdict: "agrees",
      sentence: expect.stringMatching(
        /^red by its own command too, and what it needs could not be installed, a problem/,
      ),
    });
    // Where only ours could not install, that is our fault.
    expect(verdictOf({ ...broken, command: "tox -e py", own: { kind: "exited", code: 0 } })).toBe("ours-is-wrong");
    expect(
      prove({ ...base, ...broken, command: "tox -e py", ownLog: "=== 1 failed, 3 passed in 1s ===" }).sentence,
    ).toBe("red by its own command too: it ended with 1");
  });

  it("is started by uvx where the starter of its environments is not installed", () => {
    expect([starterOf("tox -e lint"), starterOf("pre-commit run x"), starterOf("ruff check"), starterOf("")]).toEqual([
      ...["tox", "pre-commit", undefined, undefined],
    ]);
  });

  it("compares how many tests both ran", () => {
    const green = { outcome: "passed", ourExitCode: 0, own: { kind: "exited", code: 0 } } as const;
    const log = "===== 19 passed, 1 skipped in 0.31s =====\n";
    expect(prove({ ...base, ...green, ourTests: 19, ownLog: log })).toMatchObject({
      ...{ verdict: "agrees", ownTests: 19, sentence: "green by its own command too, 19 tests in both" },
    });
    expect(prove({ ...base, ...green, ourTests: 12, ownLog: log })).toMatchObject({
      verdict: "other-count",
      ownTests: 19,
    });
    expect(prove({ ...base, ...green, ourTests: null, ownLog: log }).verdict).toBe("agrees");
  });
});

describe("the number of tests that a log tells", () => {
  it.each([
    ["pytest", "=== 2 failed, 17 passed, 3 skipped, 1 xfailed, 4 warnings in 1.31s (0:00:01) ===", [19, 2]],
    ["pytest -q, in colours", "\u001b[32m\u001b[1m5 passed\u001b[0m\u001b[32m in 0.01s\u001b[0m", [5, 0]],
    ["pytest with errors", "1 passed, 2 errors in 0.5s", [3, 2]],
    ["vitest", " Test Files  1 failed (1)\n      Tests  3 failed | 20 passed | 2 skipped (25)\n", [23, 3]],
    ["jest", "Tests:       1 failed, 2 skipped, 5 passed, 8 total\n", [6, 1]],
    [
      "node --test, tap",
      "# tests 12\n# suites 0\n# pass 10\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 0\n",
      [11, 1],
    ],
    ["node --test, spec", "ℹ tests 2\nℹ pass 2\nℹ fail 0\n", [2, 0]],
    ["unittest", "Ran 12 tests in 0.1s\n\nFAILED (failures=1, errors=2, skipped=1)\n", [11, 3]],
  ] as const)("%s", (_, log, [tests, failures]) => {
    expect(countTests(`first lines\n${log}\n`)).toEqual({ tests, failures });
  });

  it("is not made up where none is told", () => {
    for (const log of [
      "",
      "Success: no issues found in 14 source files",
      "All checks passed!",
      "12 files already formatted",
    ]) {
      expect(countTests(log)).toBeUndefined();
    }
  });
});
