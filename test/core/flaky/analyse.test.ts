import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseTests, evidenceOf, type Observation } from "../../../src/core/flaky/index.ts";
import { record } from "./records.ts";

function stateOf(records: readonly Observation[], name = "test_a") {
  return analyseTests(records).find(({ test }) => test.name === name);
}

/** `P`: passed, `F`: failed, `B`: both, each on a tree of its own on the default branch. */
function onMain(word: string, firstTree = 1): readonly Observation[] {
  return [...word].map((letter, at) => {
    const tests = { P: { passed: ["test_a"] }, F: { failed: ["test_a"] }, B: { flaky: ["test_a"] } }[letter];
    return record({ tree: firstTree + at, ...tests });
  });
}

describe("a test", () => {
  it("that never failed is not worth a word", () => {
    expect(analyseTests(onMain("PPPPP"))).toEqual([]);
    expect(analyseTests([])).toEqual([]);
  });

  it("that failed once on the default branch is healthy: that proves nothing", () => {
    expect(stateOf(onMain("PPPFPPPPPP"))).toMatchObject({ state: "healthy", failed: 1, runs: 10, disagreements: 0 });
  });

  it("is suspected after it passed and failed on one tree, whoever ran it and in whatever order", () => {
    for (const order of ["PF", "FP"]) {
      const records = [...order].map((letter, at) =>
        record({
          tree: 7,
          isDefaultBranch: at === 0,
          ...(letter === "P" ? { passed: ["test_a"] } : { failed: ["test_a"] }),
        }),
      );
      expect(stateOf(records)).toMatchObject({ state: "suspected", disagreements: 1 });
    }
  });

  it("is suspected after it did both within one report, or between two attempts of a run", () => {
    expect(stateOf(onMain("B"))).toMatchObject({ state: "suspected", disagreements: 1 });
    const first = record({ tree: 3, run: "9", attempt: 1, failed: ["test_a"], isDefaultBranch: false });
    const second = record({ tree: 3, run: "9", attempt: 2, passed: ["test_a"], isDefaultBranch: false });
    expect(stateOf([first, second])).toMatchObject({ state: "suspected", disagreements: 1 });
  });

  it("is flaky after two trees disagreed", () => {
    const standing = stateOf(onMain("BPB"));
    expect(standing).toMatchObject({ state: "flaky", disagreements: 2, failed: 2, runs: 3 });
    expect(evidenceOf(standing ?? expect.unreachable())).toBe(
      "passed and failed on 2 trees; failed in 2 of 3 runs, so in at least 25 %",
    );
  });

  it("is flaky by its rate alone when it fails again and again between passes", () => {
    expect(stateOf(onMain("PFPPFPPPFP"))).toMatchObject({ state: "flaky", disagreements: 0, failed: 3, runs: 10 });
  });

  it("is not flaky by the rate of one fault that stayed for three commits and was mended", () => {
    expect(stateOf(onMain("PPPFFFPPPP"))).toMatchObject({ state: "healthy", failed: 1, runs: 8 });
  });

  it("is not flaky by its rate in a suite so large that some must look so by chance", () => {
    const records = onMain("PFPPPPPFPP").map((one) => ({ ...one, executed: 5000 }));
    expect(stateOf(records)).toMatchObject({ state: "healthy", failed: 2, runs: 10 });
    expect(stateOf(onMain("PFPPPPPFPP"))).toMatchObject({ state: "flaky" });
  });

  it("is broken after it failed on the last three trees of the default branch, however flaky it was before", () => {
    expect(stateOf(onMain("PPFFF"))).toMatchObject({ state: "broken" });
    expect(stateOf(onMain("BPBPFFF"))).toMatchObject({ state: "broken" });
    expect(stateOf(onMain("PPFF"))?.state).toBe("healthy");
    const sameTree = [1, 2, 3, 4].map(() => record({ tree: 5, failed: ["test_a"] }));
    expect(stateOf(sameTree)?.state).toBe("healthy");
  });

  it("is not broken while one of these trees also saw it pass", () => {
    const again = record({ tree: 5, passed: ["test_a"], isDefaultBranch: false });
    expect(stateOf([...onMain("PPFFF"), again])?.state).toBe("suspected");
  });

  it("recovers by clean runs, not by days: as many as its rate asks for", () => {
    // 2 of 2 runs: any clean run is news, but fewer than 7 are never enough.
    expect(stateOf(onMain(`BB${"P".repeat(6)}`))?.state).toBe("flaky");
    expect(stateOf(onMain(`BB${"P".repeat(7)}`))).toMatchObject({ state: "recovered", cleanRuns: 7 });
    // 2 of 20 runs, that is 10 %: 29 clean runs.
    const rare = `${"P".repeat(17)}BPB`;
    expect(stateOf(onMain(rare + "P".repeat(28)))?.state).toBe("flaky");
    const recovered = stateOf(onMain(rare + "P".repeat(29)));
    expect(recovered?.state).toBe("recovered");
    expect(evidenceOf(recovered ?? expect.unreachable())).toBe(
      "29 clean runs since it failed last, so it fails in less than 9.8 %",
    );
  });

  it("is not flaky by a rate of few runs, or of one failure", () => {
    expect(stateOf(onMain("PFPFP"))?.state).toBe("healthy");
    expect(stateOf(onMain("PPPPPFPPPPPP"))?.state).toBe("healthy");
  });

  it("is judged apart in each gate and on each variant", () => {
    const records = [
      record({ tree: 1, failed: ["test_a"] }),
      record({ tree: 1, passed: ["test_a"], variant: "linux/py3.13" }),
      record({ tree: 1, passed: ["test_a"], gate: "tests@slow" }),
    ];
    expect(analyseTests(records).map(({ state }) => state)).toEqual(["healthy"]);
  });

  it("is not judged by a run in which the surroundings failed", () => {
    const guarded = record({ tree: 1, failed: ["test_a"], guard: "mass-failure" });
    expect(analyseTests([record({ tree: 1, passed: ["test_a"] }), guarded])).toEqual([]);
  });

  it("on a pull request that fails for good is not held against it", () => {
    const ofPull = [1, 2, 3, 4].map((tree) => record({ tree, failed: ["test_a"], isDefaultBranch: false }));
    expect(stateOf(ofPull)).toMatchObject({ state: "healthy", runs: 0, failed: 0 });
  });
});

describe("a run on a change under review", () => {
  const under = (tree: number, parts: Parameters<typeof record>[0]) =>
    record({ tree, isDefaultBranch: false, ...parts });

  it("counts once its tree has passed before: then the failure is not the fault of the change", () => {
    const passed = under(7, { passed: ["test_a"] });
    const failed = under(7, { failed: ["test_a"] });
    expect(stateOf([passed, failed])).toMatchObject({ runs: 1, failed: 1, disagreements: 1 });
    expect(stateOf([failed, passed])).toMatchObject({ runs: 0, failed: 0, disagreements: 1 });
    expect(stateOf([under(8, { passed: ["test_a"] }), failed])).toMatchObject({ runs: 0, failed: 0 });
  });

  it("is when the test failed last, where that was so", () => {
    const failed = under(7, { failed: ["test_a"] });
    expect(stateOf([...onMain("FP"), failed, ...onMain("PP")])?.lastFailedAt).toBe(failed.at);
  });
});

describe("whatever is remembered", () => {
  const names = ["test_a", "test_b"] as const;
  const outcome = fc.constantFrom("passed", "failed", "flaky", "absent");
  const anyRun = fc.record({
    tree: fc.integer({ min: 1, max: 5 }),
    isDefaultBranch: fc.boolean(),
    test_a: outcome,
    test_b: outcome,
  });
  const named = (run: { test_a: string; test_b: string }, wanted: string) =>
    names.filter((name) => run[name] === wanted);

  it("each state is what its definition says", () => {
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 25 }), (all) => {
        const records = all.map((run) =>
          record({
            ...{ tree: run.tree, isDefaultBranch: run.isDefaultBranch },
            ...{ passed: named(run, "passed"), failed: named(run, "failed"), flaky: named(run, "flaky") },
          }),
        );
        const standings = analyseTests(records);
        for (const name of names) {
          const did = all.map((run) => ({ ...run, what: run[name] })).filter(({ what }) => what !== "absent");
          const standing = standings.find(({ test }) => test.name === name);
          if (standing === undefined) {
            expect(did.every(({ what }) => what === "passed")).toBe(true);
            continue;
          }
          const trees = [...new Set(did.map(({ tree }) => tree))].filter((tree) => {
            const here = new Set(did.filter((one) => one.tree === tree).map(({ what }) => what));
            return here.has("flaky") || (here.has("passed") && here.has("failed"));
          });
          const onDefault = did.filter(({ isDefaultBranch }) => isDefaultBranch);
          const row = onDefault.slice(onDefault.findLastIndex(({ what }) => what !== "failed") + 1);
          const rowTrees = new Set(row.map(({ tree }) => tree));
          const isBroken = rowTrees.size >= 3 && trees.every((tree) => !rowTrees.has(tree));
          expect(standing.disagreements).toBe(trees.length);
          expect(standing.state === "broken").toBe(isBroken);
          if (!isBroken && trees.length >= 2) expect(["flaky", "recovered"]).toContain(standing.state);
          if (standing.state === "suspected") expect(trees.length).toBe(1);
          if (standing.state === "recovered") expect(standing.cleanRuns).toBeGreaterThanOrEqual(7);
          if (standing.state === "flaky" && trees.length < 2) expect(standing.failed).toBeGreaterThanOrEqual(2);
          expect(standing.failed).toBeLessThanOrEqual(standing.runs);
        }
      }),
    );
  });
});
