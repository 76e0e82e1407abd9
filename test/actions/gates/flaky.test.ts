import { describe, expect, it } from "vitest";
import { gatesContract } from "../../../src/actions/gates/contract.ts";
import { runGates } from "../../../src/actions/gates/run.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import { type Observation, parseObservations, renderObservations } from "../../../src/core/flaky/index.ts";
import { detailsFileSchema, parseRuns, type VerdictFile, verdictFileSchema } from "../../../src/core/gates/index.ts";
import { record } from "../../core/flaky/records.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { gate, makeWorld, planOf, type WorldOptions } from "./world.ts";

const REPORT = "report.xml";
const tests = gate("tests", { tool: "pytest", reports: [{ format: "junit", path: REPORT }] });

/** A pytest report: `P` passed, `F` failed. */
function xml(word: string): string {
  const cases = [...word].map((letter, at) => {
    const open = `<testcase classname="tests.test_a" name="test_${at}" file="tests/test_a.py" line="3"`;
    return letter === "F" ? `${open}><failure message="assert 1 == 2"/></testcase>` : `${open}/>`;
  });
  const failures = [...word].filter((letter) => letter === "F").length;
  const suite = `<testsuite name="pytest" tests="${word.length}" failures="${failures}" errors="0">`;
  return `<testsuites>${suite}${cases.join("")}</testsuite></testsuites>`;
}

const QUARANTINE = ".github/turnpike/quarantine.yml";
const ENTRY = `quarantine:
  - file: tests/test_a.py
    name: test_0
    owner: "@acme/stock"
    issue: "#12"
    reason: races with the clock
    added: 2026-01-01
    expires: 2026-01-20
`;

/** 2026-01-10, when the entry holds. */
const IN_TIME = Date.parse("2026-01-10T00:00:00Z") / 1000;

async function run(word: string, options: WorldOptions = {}, code = word.includes("F") ? 1 : 0) {
  const world = makeWorld({
    plan: planOf([tests]),
    programs: { tests: () => ({ files: { [`/repo/${REPORT}`]: xml(word) }, code, takesMs: 5 }) },
    git: { commitTime: async () => IN_TIME },
    ...options,
  });
  const result = await runGates(parseInputs(gatesContract, {}), world);
  const read = async (path: string) => JSON.parse((await world.files.readText(path)) ?? "null") as unknown;
  const verdict = verdictFileSchema.parse(await read("/repo/.turnpike/verdict.json"));
  const details = detailsFileSchema.parse(await read("/repo/.turnpike/details.json"));
  const history = parseObservations(await world.files.readText("/repo/.turnpike/history/observations.ndjson"));
  return { world, result, verdict, details, history, gate: verdict.gates[0] };
}

describe("quarantine in the gates action", () => {
  it("turns a gate in which only a listed test failed to quarantined, and says until when", async () => {
    const { result, gate, details, world } = await run("FPPP", { content: { [QUARANTINE]: ENTRY } });
    expect(result.exitCode).toBe(0);
    expect(gate).toMatchObject({
      outcome: "quarantined",
      reason: "only listed tests failed, until 2026-01-20: `tests/test_a.py::test_0`",
      counts: { tests: 4, failures: 1 },
    });
    expect(details.quarantine).toMatchObject([{ name: "tests/test_a.py::test_0", status: "used", line: 2 }]);
    expect(world.pages.join("")).toContain("quarantined");
  });

  it("forgives nothing when another test fails, the exit code says more, or the entry ended with the commit", async () => {
    const content = { [QUARANTINE]: ENTRY };
    expect((await run("FFPP", { content })).gate).toMatchObject({
      ...{ outcome: "failed", reason: "2 of 4 tests failed; not forgiven: 1 failed test not listed" },
    });
    expect((await run("FPPP", { content }, 2)).gate?.outcome).toBe("tool-error");
    const late = { commitTime: async () => Date.parse("2026-01-21T00:00:00Z") / 1000 };
    const ended = await run("FPPP", { content, git: late });
    expect(ended.gate).toMatchObject({ outcome: "failed" });
    expect(ended.gate?.reason).toContain("ended on 2026-01-20");
    expect(ended.details.quarantine).toMatchObject([{ status: "expired" }]);
  });

  it("goes by the commit's date, and by today's in a scheduled run", async () => {
    const content = { [QUARANTINE]: ENTRY };
    const early = { commitTime: async () => Date.parse("2025-12-31T00:00:00Z") / 1000 };
    const expired = ENTRY.replace("2026-01-01", "2025-12-01").replace("2026-01-20", "2025-12-31");
    expect((await run("FPPP", { content: { [QUARANTINE]: expired }, git: early })).gate?.outcome).toBe("quarantined");
    const onSchedule = { content: { [QUARANTINE]: expired }, git: early, context: { eventName: "schedule" } };
    expect((await run("FPPP", onSchedule)).gate?.outcome).toBe("failed");
    const asked: string[] = [];
    const git = {
      commitTime: async (_: string, ref: string) => {
        asked.push(ref);
        return IN_TIME;
      },
    };
    const event = { pull_request: { head: { sha: "e".repeat(40) } } };
    await run("FPPP", { content, git, context: { eventName: "pull_request", event } });
    expect(asked).toContain("e".repeat(40));
  });

  it("runs nothing when the file has faults, and tells all of them", async () => {
    const bad = ENTRY.replace("owner", "ownr").replace("2026-01-20", "soon");
    const error = await errorOf(run("PPPP", { content: { [QUARANTINE]: bad } }));
    expect(error).toMatchObject({ code: "CONFIG_INVALID", kind: "config" });
    expect(error.problems.map(({ line }) => line)).toEqual([2, 4, 8]);
  });

  it("does not forgive a report that holds less than it announces", async () => {
    const short = xml("FPPP").replace('tests="4"', 'tests="9"');
    const programs = { tests: () => ({ files: { [`/repo/${REPORT}`]: short }, code: 1 }) };
    const { gate } = await run("FPPP", { content: { [QUARANTINE]: ENTRY }, programs });
    expect(gate?.reason).toContain("not forgiven: the report is not complete");
  });
});

describe("the history of runs", () => {
  it("is loaded before the gates, and kept with this run in it after them", async () => {
    const seen: string[] = [];
    const world = makeWorld({
      plan: planOf([tests]),
      programs: {
        tests: () => {
          seen.push("gate");
          return { files: { [`/repo/${REPORT}`]: xml("PP") }, takesMs: 5 };
        },
      },
    });
    const history = { load: async () => void seen.push("load"), keep: async () => void seen.push("keep") };
    await runGates(parseInputs(gatesContract, {}), { ...world, history });
    expect(seen).toEqual(["load", "gate", "keep"]);
    const runs = parseRuns(await world.files.readText("/repo/.turnpike/history/runs.ndjson"));
    expect(runs).toMatchObject([{ verdict: "passed", gates: { tests: 5 }, coverage: null }]);
    seen.length = 0;
    await runGates(parseInputs(gatesContract, { "keep-history": "false" }), { ...world, history });
    expect(seen).toEqual(["load", "gate"]);
  });
});

describe("the memory of tests", () => {
  it("keeps what tests did on the tree that was checked out", async () => {
    const { history, world } = await run("FPPP", { context: { eventName: "push" } });
    expect(history).toMatchObject([
      { tree: "d".repeat(40), gate: "tests", executed: 4, failed: [{ name: "test_0" }], passed: { count: 3 } },
    ]);
    expect(parseObservations(await world.files.readText("/repo/.turnpike/observations.ndjson"))).toEqual(history);
  });

  it("keeps nothing of files that differ from the commit", async () => {
    expect((await run("FPPP", { git: { isDirty: async () => true } })).history).toEqual([]);
  });

  it("knows a test that passed before on the same tree for a suspect", async () => {
    const first = await run("PPPP");
    const content = { ".turnpike/history/observations.ndjson": renderObservations(first.history) };
    const { details } = await run("FPPP", { content, context: { runId: "2" } });
    expect(details.tests).toMatchObject(
      [
        {
          name: "tests/test_a.py::test_0",
          state: "suspected",
          now: "failed",
          evidence: /^passed and failed on 1 tree/,
        },
      ].map(({ evidence: _, ...rest }) => rest),
    );
    expect(details.tests?.[0]?.evidence).toMatch(/^passed and failed on 1 tree/);
  });

  it("tells of a retry that passed without any history", async () => {
    const twice = xml("FP").replaceAll("test_1", "test_0");
    const programs = { tests: () => ({ files: { [`/repo/${REPORT}`]: twice } }) };
    const { details, gate } = await run("PP", { programs });
    expect(gate?.outcome).toBe("flaky-passed");
    expect(details.tests).toMatchObject([{ name: "tests/test_a.py::test_0", now: "flaky" }]);
  });

  it("never changes the verdict, whether it is lost, broken or hostile", async () => {
    const failing: Observation[] = [1, 2, 3, 4].map((tree) => record({ tree, failed: ["test_0"] }));
    const memories: readonly (string | undefined)[] = [
      ...[undefined, "", "broken", "\0".repeat(1000), "[]\n".repeat(10_000)],
      renderObservations(failing),
      renderObservations(failing).replaceAll("linux", "\u202elinux"),
    ];
    const plain = ({ gates, verdict }: VerdictFile) => ({
      verdict,
      gates: gates.map(({ startMs: _, durationMs: __, ...rest }) => rest),
    });
    for (const word of ["PPPP", "FPPP", "FFPP"]) {
      const seen = [];
      for (const memory of memories) {
        const past: Record<string, string> =
          memory === undefined
            ? {}
            : { ".turnpike/history/observations.ndjson": memory, ".turnpike/history/durations.json": memory };
        const { verdict, result } = await run(word, { content: { [QUARANTINE]: ENTRY, ...past } });
        seen.push({ ...plain(verdict), exitCode: result.exitCode });
      }
      for (const one of seen) expect(one).toEqual(seen[0]);
    }
  });
});
