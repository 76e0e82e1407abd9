import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  effectOf,
  isRed,
  type JudgedGate,
  OUTCOMES,
  opensTheWay,
  requireNeeds,
  verdictOf,
} from "../../../src/core/gates/index.ts";

const options = { release: false, budget: { totalMs: 1000, enforce: false }, durationMs: 500 };

function gate(outcome: JudgedGate["outcome"], more: Partial<JudgedGate> = {}): JudgedGate {
  return { id: outcome ?? "not-run", outcome, required: true, inconclusive: "fail", ...more };
}

/** Outcome by outcome: required; required with `inconclusive: warn`; advisory; and required with `warn` on a release. */
const TABLE = {
  passed: ["passed", "passed", "passed", "passed"],
  cached: ["passed", "passed", "passed", "passed"],
  "flaky-passed": ["passed", "passed", "passed", "passed"],
  quarantined: ["passed", "passed", "passed", "passed"],
  waived: ["passed", "passed", "passed", "passed"],
  failed: ["failed", "failed", "passed", "failed"],
  "timed-out": ["failed", "failed", "passed", "failed"],
  inconclusive: ["error", "passed", "passed", "error"],
  "tool-error": ["error", "error", "passed", "error"],
  skipped: ["nothing-to-check", "nothing-to-check", "nothing-to-check", "nothing-to-check"],
  cancelled: ["cancelled", "cancelled", "cancelled", "cancelled"],
} as const;

const EXIT_CODES = { passed: 0, failed: 1, error: 3, cancelled: 130, "nothing-to-check": 0 } as const;

describe("the verdict of one gate", () => {
  it("is defined for every outcome", () => {
    expect(Object.keys(TABLE).sort()).toEqual([...OUTCOMES].sort());
  });

  it.each(OUTCOMES)("follows the table for %s", (outcome) => {
    const verdicts = [
      verdictOf([gate(outcome)], options),
      verdictOf([gate(outcome, { inconclusive: "warn" })], options),
      verdictOf([gate(outcome, { required: false })], options),
      verdictOf([gate(outcome, { inconclusive: "warn" })], { ...options, release: true }),
    ];
    expect(verdicts.map((one) => one.verdict)).toEqual(TABLE[outcome]);
    expect(verdicts.map((one) => one.exitCode)).toEqual(TABLE[outcome].map((verdict) => EXIT_CODES[verdict]));
  });

  it("is nothing for a gate that was not run", () => {
    expect(verdictOf([gate(null)], options).verdict).toBe("nothing-to-check");
  });
});

describe("a red outcome", () => {
  it.each(OUTCOMES)("is one that people have to see to: %s", (outcome) => {
    expect(isRed(outcome)).toBe(["failed", "timed-out", "tool-error"].includes(outcome));
  });

  it("is none of a gate that was not asked for", () => {
    expect(isRed(null)).toBe(false);
  });
});

describe("the verdict of several gates", () => {
  it("keeps a budget that is used to the last millisecond", () => {
    const budget = { totalMs: 1000, enforce: true };
    const ended = (durationMs: number) => verdictOf([gate("passed")], { ...options, budget, durationMs });
    expect(ended(1000)).toMatchObject({ verdict: "passed", exitCode: 0, isOverBudget: false });
    expect(ended(1001)).toMatchObject({ verdict: "failed", exitCode: 4, isOverBudget: true });
  });

  it("is the strongest of each pair, whatever the order", () => {
    const strength = ["nothing-to-check", "passed", "error", "failed", "cancelled"];
    for (const one of OUTCOMES) {
      for (const other of OUTCOMES) {
        const expected = [TABLE[one][0], TABLE[other][0]].sort((a, b) => strength.indexOf(b) - strength.indexOf(a))[0];
        expect(verdictOf([gate(one), gate(other)], options).verdict).toBe(expected);
        expect(verdictOf([gate(other), gate(one)], options).verdict).toBe(expected);
      }
    }
  });

  it("names what blocks, in order", () => {
    const gates = [
      gate("passed"),
      gate("tool-error"),
      gate("failed"),
      gate("failed", { id: "advisory", required: false }),
    ];
    expect(verdictOf(gates, options).blocking).toEqual(["tool-error", "failed"]);
  });

  it("is nothing-to-check without gates, and a failure when gates are required", () => {
    expect(verdictOf([], options)).toMatchObject({ verdict: "nothing-to-check", exitCode: 0 });
    expect(verdictOf([], { ...options, requireGates: true })).toMatchObject({
      verdict: "nothing-to-check",
      exitCode: 1,
    });
  });

  it("is cancelled when the run was stopped, with the signal's exit code", () => {
    const stopped = (stoppedBy: "SIGINT" | "SIGTERM") => verdictOf([gate("failed")], { ...options, stoppedBy });
    expect(stopped("SIGINT")).toMatchObject({ verdict: "cancelled", exitCode: 130 });
    expect(stopped("SIGTERM")).toMatchObject({ verdict: "cancelled", exitCode: 143 });
  });
});

describe("the budget", () => {
  const over = { ...options, durationMs: 1500 };
  const enforced = { ...over, budget: { totalMs: 1000, enforce: true } };

  it("only shows when it is not enforced", () => {
    expect(verdictOf([gate("passed")], over)).toMatchObject({ verdict: "passed", exitCode: 0, isOverBudget: true });
  });

  it("fails with 4 when it is enforced and nothing else failed", () => {
    expect(verdictOf([gate("passed")], enforced)).toMatchObject({ verdict: "failed", exitCode: 4, blocking: [] });
    expect(verdictOf([gate("failed")], enforced)).toMatchObject({ verdict: "failed", exitCode: 1 });
    expect(verdictOf([], enforced)).toMatchObject({ verdict: "nothing-to-check", exitCode: 0 });
    expect(verdictOf([gate("cancelled")], enforced)).toMatchObject({ verdict: "cancelled", exitCode: 130 });
  });
});

it("lets a gate run after another exactly when that one passed in some way, or is only warned of", () => {
  const passes = ["passed", "cached", "flaky-passed", "quarantined", "waived"];
  const opening = (inconclusive: "fail" | "warn", release: boolean) =>
    OUTCOMES.filter((outcome) => opensTheWay({ outcome, inconclusive }, release));
  expect(opening("fail", false)).toEqual(passes);
  expect(opening("warn", true)).toEqual(passes);
  expect(new Set(opening("warn", false))).toEqual(new Set([...passes, "inconclusive"]));
});

it("is never green while a required gate was left unchecked because of one that it needs", () => {
  const world = fc.record({
    release: fc.boolean(),
    gates: fc.array(
      fc.record({
        outcome: fc.constantFrom(...OUTCOMES.filter((one) => one !== "skipped")),
        required: fc.boolean(),
        inconclusive: fc.constantFrom("fail" as const, "warn" as const),
        needs: fc.array(fc.nat(10), { maxLength: 3 }),
      }),
      { maxLength: 12 },
    ),
  });
  fc.assert(
    fc.property(world, ({ release, gates }) => {
      const planned = requireNeeds(
        gates.map((gate, at) => ({
          ...gate,
          id: String(at),
          needs: gate.needs.filter((need) => need < at).map(String),
        })),
      );
      const open = new Map<string, boolean>();
      const judged = planned.map((gate) => {
        const isSkipped = gate.needs.some((need) => open.get(need) !== true);
        const outcome = isSkipped ? ("skipped" as const) : gate.outcome;
        open.set(gate.id, opensTheWay({ ...gate, outcome }, release));
        return { ...gate, outcome };
      });
      const { verdict } = verdictOf(judged, { release, budget: { totalMs: 1, enforce: false }, durationMs: 0 });
      if (verdict !== "passed") return;
      expect(judged.filter(({ required, outcome }) => required && outcome === "skipped")).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it("gives every advisory outcome no weight but that of having run", () => {
  const effects = OUTCOMES.map((outcome) => effectOf({ outcome, required: false, inconclusive: "fail" }, true));
  expect(new Set(effects)).toEqual(new Set(["ran", "nothing", "cancels"]));
});
