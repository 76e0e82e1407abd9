import { describe, expect, it } from "vitest";
import type { DetailsFile, Needs, Verdict } from "../../../src/core/gates/index.ts";
import { type Failure, toFailure, VERDICTS } from "../../../src/core/gates/index.ts";
import { type CheckResult, type JoinInput, joinVerdict } from "../../../src/core/summary/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import { detailsFile, gate, verdictFile } from "./samples.ts";

type Result = Needs[string]["result"];
const RESULTS: readonly Result[] = ["success", "failure", "cancelled", "skipped"];
const MAYBE: readonly (Result | "absent")[] = [...RESULTS, "absent"];

const blocking = [gate("tests", { outcome: "failed" })];
const enforced: DetailsFile = detailsFile([], { budgetMs: 1000, budgetEnforced: true });

interface NamedCheck {
  readonly name: string;
  readonly check: CheckResult;
  readonly verdict: Verdict | null;
  readonly isOnlyOverBudget: boolean;
}

function read(verdict: Verdict): NamedCheck {
  const file = verdictFile(verdict, verdict === "failed" ? blocking : []);
  return { name: verdict, check: { kind: "read", verdict: file, details: enforced }, verdict, isOnlyOverBudget: false };
}

const CHECKS: readonly NamedCheck[] = [
  ...VERDICTS.map(read),
  {
    name: "over budget",
    check: { kind: "read", verdict: verdictFile("failed", [gate("tests")]), details: enforced },
    ...{ verdict: "failed", isOnlyOverBudget: true },
  },
  { name: "no file", check: { kind: "absent" }, verdict: null, isOnlyOverBudget: false },
  { name: "refused file", check: { kind: "refused", why: "is not right" }, verdict: null, isOnlyOverBudget: false },
];

interface Case {
  readonly named: NamedCheck;
  readonly input: JoinInput;
  readonly results: Readonly<Record<string, Result>>;
}

function toNeeds(results: Readonly<Record<string, Result>>): Needs {
  return Object.fromEntries(Object.entries(results).map(([job, result]) => [job, { result, outputs: {} }]));
}

function cases(): Case[] {
  const all: Case[] = [];
  const flags = [false, true];
  for (const named of CHECKS)
    for (const requireGates of flags)
      for (const isRelease of flags) {
        all.push({ named, results: {}, input: { check: named.check, needs: undefined, requireGates, isRelease } });
        for (const check of MAYBE)
          for (const build of MAYBE)
            for (const sign of MAYBE) {
              const given = Object.entries({ check, build, sign }).filter(([, result]) => result !== "absent");
              const results = Object.fromEntries(given) as Record<string, Result>;
              all.push({
                named,
                results,
                input: { check: named.check, needs: toNeeds(results), requireGates, isRelease },
              });
            }
      }
  return all;
}

/** The rules again, as a list of which the first that fits decides. */
function expected({ named, input, results }: Case): readonly [Verdict, number] {
  const others = Object.entries(results).filter(([job]) => job !== "check");
  const own = results["check"];
  const isRun = input.needs !== undefined;
  const believed = own === "skipped" ? null : named.verdict;
  const isGood = believed === "passed" || believed === "nothing-to-check";
  const jobErrors =
    (isRun && own === undefined) ||
    (own === "failure" && isGood && !(believed === "nothing-to-check" && input.requireGates)) ||
    others.some(([, result]) => result === "failure") ||
    (input.isRelease && isGood && others.some(([, result]) => result === "skipped"));
  if (Object.values(results).includes("cancelled")) return ["cancelled", 130];
  if (believed === "cancelled") return ["cancelled", 130];
  if (believed === "failed") return ["failed", named.isOnlyOverBudget && !jobErrors ? 4 : 1];
  if (believed === null || believed === "error" || jobErrors) return ["error", 3];
  if (believed === "nothing-to-check" && input.requireGates) return ["nothing-to-check", 1];
  return [believed, 0];
}

describe("joining the gates' verdict with the results of the jobs", () => {
  const all = cases();

  it(`follows the rules in all ${all.length} combinations`, () => {
    for (const one of all) {
      const { verdict, exitCode } = joinVerdict(one.input);
      const label = `${one.named.name} ${JSON.stringify(one.results)} ${JSON.stringify({ ...one.input, check: 0, needs: 0 })}`;
      expect([verdict, exitCode], label).toEqual(expected(one));
    }
  });

  it("never succeeds when a job failed or was cancelled, or when there is no verdict", () => {
    for (const { named, input, results } of all) {
      if (joinVerdict(input).exitCode !== 0) continue;
      expect(named.verdict).toMatch(/^(passed|nothing-to-check)$/);
      expect(Object.values(results)).not.toContain("failure");
      expect(Object.values(results)).not.toContain("cancelled");
      expect(results["check"] ?? "success").toBe("success");
    }
  });

  it("says why whenever it is not what the gates say", () => {
    for (const { named, input } of all) {
      const { verdict, exitCode, reasons } = joinVerdict(input);
      const isAsTheGatesSay =
        verdict === named.verdict && (exitCode === 0) === /^(passed|nothing-to-check)$/.test(verdict);
      if (!isAsTheGatesSay) expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) expect(reason.advice).not.toBe("");
    }
  });

  it("says why a step gave up, and exits as the command line would", () => {
    const joinedBy = (kind: Failure["kind"]) => {
      const failure = JSON.stringify({ ...toFailure(new TurnpikeError("UV_SYNC", "user", "It broke.")), kind });
      const needs: Needs = { check: { result: "failure", outputs: { failure } } };
      return joinVerdict({ check: { kind: "absent" }, needs, requireGates: false, isRelease: false });
    };
    expect(joinedBy("config").exitCode).toBe(2);
    expect(joinedBy("user").exitCode).toBe(2);
    expect(joinedBy("service").exitCode).toBe(3);
    expect(joinedBy("bug").exitCode).toBe(3);
    expect(joinedBy("user").reasons[0]?.message).toBe("failed before the gates: It broke");
  });

  it("takes only what an action of ours writes for the words of a step", () => {
    for (const failure of ["", "{", "[]", '{"schema":"turnpike/failure/2"}', '{"message":"x"}']) {
      const needs: Needs = { check: { result: "failure", outputs: { failure } } };
      const joined = joinVerdict({ check: { kind: "absent" }, needs, requireGates: false, isRelease: false });
      expect(joined).toMatchObject({ exitCode: 3, reasons: [{ message: "failed before the gates" }] });
      expect(joined.reasons[0]?.failure).toBeUndefined();
    }
  });

  it("reads well where the check job is the only one", async () => {
    const lines = CHECKS.flatMap((named) =>
      MAYBE.map((own) => {
        const needs = own === "absent" ? {} : toNeeds({ check: own });
        const joined = joinVerdict({ check: named.check, needs, requireGates: false, isRelease: false });
        const why = joined.reasons.map((reason) => `${reason.message}: ${reason.advice}`).join("; ");
        const cells = [
          named.name.padEnd(17),
          own.padEnd(10),
          joined.verdict.padEnd(17),
          String(joined.exitCode).padEnd(4),
        ];
        return [...cells, why].join(" ").trimEnd();
      }),
    );
    const head = `${"verdict.json".padEnd(17)} ${"job check".padEnd(10)} ${"joined".padEnd(17)} exit why`;
    await expect(`${[head, ...lines].join("\n")}\n`).toMatchFileSnapshot("golden/join.golden.txt");
  });
});
