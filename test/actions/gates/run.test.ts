import { describe, expect, it } from "vitest";
import { gatesContract } from "../../../src/actions/gates/contract.ts";
import { runGates } from "../../../src/actions/gates/run.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import { detailsFileSchema, type Plan, verdictFileSchema } from "../../../src/core/gates/index.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { gate, makeWorld, planOf, type World, type WorldOptions } from "./world.ts";

async function run(options: WorldOptions, inputs: Record<string, string> = {}) {
  const world = makeWorld(options);
  const result = await runGates(parseInputs(gatesContract, inputs), world);
  const read = async (path: string) => JSON.parse((await world.files.readText(path)) ?? "null") as unknown;
  const verdict = verdictFileSchema.parse(await read("/repo/.turnpike/verdict.json"));
  const details = detailsFileSchema.parse(await read("/repo/.turnpike/details.json"));
  return { world, result, verdict, details };
}

function plainPlan(): Plan {
  return planOf([gate("lint"), gate("tests", { required: true }), gate("audit", { required: false })]);
}

const programs = {
  lint: () => ({ stdout: "all fine\n", takesMs: 10 }),
  tests: () => ({ stdout: "src/a.py:3:1: error: broken  [x]\n", takesMs: 20, code: 1 }),
  audit: () => ({ code: 1, stderr: "no network\n" }),
};

describe("the gates action", () => {
  it("writes verdict, details, logs, page and outputs", async () => {
    const { world, result, verdict, details } = await run({ plan: plainPlan(), programs });
    expect(result.exitCode).toBe(1);
    expect(result.failure).toContain("tests");
    expect(result.outputs).toMatchObject({
      verdict: "failed",
      exitCode: "1",
      verdictFile: "/repo/.turnpike/verdict.json",
      verdictDigest: await world.files.sha256("/repo/.turnpike/verdict.json"),
      detailsFile: "/repo/.turnpike/details.json",
      release: "false",
      failed: "tests",
    });
    expect(verdict).toMatchObject({
      verdict: "failed",
      commit: "c".repeat(40),
      tree: "d".repeat(40),
      dirty: false,
      durationMs: 20,
    });
    expect(verdict.gates.map((one) => [one.id, one.outcome, one.exitCode, one.counts.findings])).toEqual([
      ["lint", "passed", 0, null],
      ["tests", "failed", 1, 1],
      ["audit", "failed", 1, 0],
    ]);
    expect(details.gates.map((one) => [one.id, one.logFile, one.logTail])).toEqual([
      ["lint", "logs/lint.log", ["all fine"]],
      ["tests", "logs/tests.log", ["src/a.py:3:1: error: broken  [x]"]],
      ["audit", "logs/audit.log", ["no network"]],
    ]);
    expect(await world.files.readText("/repo/.turnpike/logs/lint.log")).toBe("all fine\n");
    expect(await world.files.readText("/repo/.turnpike/.gitignore")).toBe("*\n");
    expect(world.pages.join("")).toContain("`tests`");
  });

  it("shows what is well folded, and what failed open and last", async () => {
    const { world } = await run({ plan: plainPlan(), programs });
    expect(world.shown.map((one) => [one.title.split("  ")[0], one.isFolded])).toEqual([
      ["✓ lint", true],
      ["! audit", true],
      ["✗ tests", false],
    ]);
    expect(world.log.lines).toContain("error: broken");
    expect(world.log.lines.filter((line) => line.startsWith("info: ✗"))).toHaveLength(1);
  });

  it("leaves nothing in the scratch folder", async () => {
    const { world } = await run({ plan: plainPlan(), programs });
    expect(await world.files.list("/temp")).toEqual([]);
  });

  it("writes no page when it is told so", async () => {
    const { world } = await run({ plan: plainPlan(), programs }, { summary: "false" });
    expect(world.pages).toEqual([]);
  });

  it("runs chosen gates with what they need, and says of the others that they were not run", async () => {
    const plan = planOf([gate("lint"), gate("tests", { needs: ["lint"] }), gate("audit")]);
    const { verdict, result } = await run({ plan, programs: { ...programs, tests: () => ({}) } }, { only: "tests" });
    expect(verdict.gates.map((one) => [one.id, one.outcome])).toEqual([
      ["lint", "passed"],
      ["tests", "passed"],
      ["audit", null],
    ]);
    expect(result.exitCode).toBe(0);
  });

  it("refuses gates that there are not, all at once", async () => {
    const suggestions = [{ gate: gate("types"), enable: "types: {}" }];
    const world = makeWorld({ plan: planOf([gate("lint")], { suggestions }) });
    const error = await errorOf(runGates(parseInputs(gatesContract, { only: "lnt\ntypes\nxyz" }), world));
    expect(error.code).toBe("PLAN_UNKNOWN_GATE");
    expect(error.problems.map((problem) => problem.message)).toEqual([
      "is no gate here; did you mean `lint`?",
      "is only suggested; declare it in turnpike.yml to run it",
      "is no gate; there are lint",
    ]);
    expect(world.processes.started).toEqual([]);
  });

  it("makes an advisory gate that a required one needs required", async () => {
    const plan = planOf([gate("audit", { required: false }), gate("tests", { needs: ["audit"] })]);
    const { verdict } = await run({ plan, programs });
    expect(verdict.verdict).toBe("failed");
    expect(verdict.gates[0]).toMatchObject({ id: "audit", required: true, outcome: "failed" });
  });

  it("says when there is nothing to check, and fails only when gates are required", async () => {
    const { result, world, verdict } = await run({});
    expect([result.exitCode, verdict.verdict]).toEqual([0, "nothing-to-check"]);
    expect(world.log.lines.filter((line) => line.startsWith("warning: Nothing to check"))).toHaveLength(1);
    expect((await run({}, { "require-gates": "true" })).result.exitCode).toBe(1);
  });

  it("knows a release by its tag or its event, and then lets nothing stay unjudged", async () => {
    const plan = planOf([gate("tests", { tool: "pytest", inconclusive: "warn" })]);
    const unclear = { tests: () => ({ code: 5 }) };
    const tag = { eventName: "push", refType: "tag", refName: "v1.2.0" } as const;
    const released = { eventName: "release", event: { action: "published" } };
    const outcome = async (context: NonNullable<WorldOptions["context"]>, inputs = {}) => {
      const { result, details } = await run({ plan, programs: unclear, context }, inputs);
      return [result.outputs.release, details.release, result.exitCode];
    };
    expect(await outcome({})).toEqual(["false", false, 0]);
    expect(await outcome(tag)).toEqual(["true", true, 3]);
    expect(await outcome(released)).toEqual(["true", true, 3]);
    expect(await outcome({ ...released, event: { action: "created" } })).toEqual(["false", false, 0]);
    expect(await outcome({ ...tag, refName: "nightly" })).toEqual(["false", false, 0]);
    expect(await outcome({ ...tag, refName: "app/1.0" }, { "release-tags": "v*\napp/*" })).toEqual(["true", true, 3]);
    expect(await outcome({ ...tag, eventName: "workflow_dispatch" })).toEqual(["false", false, 0]);
  });

  it("binds to no commit outside a repository", async () => {
    const { verdict } = await run({ plan: plainPlan(), programs, git: { state: async () => undefined } });
    expect([verdict.commit, verdict.tree, verdict.dirty]).toEqual([null, null, false]);
  });

  it("binds to the commit of a dirty tree, and says so; before the first commit to none", async () => {
    const dirty = await run({ plan: plainPlan(), programs, git: { isDirty: async () => true } });
    expect(dirty.verdict).toMatchObject({ dirty: true, commit: "c".repeat(40) });
    const unborn = await run({
      plan: plainPlan(),
      programs,
      git: { state: async (cwd) => ({ top: cwd, prefix: "", commit: null, tree: null, branch: "main" }) },
    });
    expect(unborn.verdict).toMatchObject({ commit: null, tree: null });
  });

  it("removes the results of an earlier run before it starts, so that no gate checks them", async () => {
    let seen: unknown = "not asked";
    const content = { ".turnpike/verdict.json": "{}", ".turnpike/logs/old.log": "x", ".turnpike/setup.json": "{}" };
    const world = makeWorld({ content, plan: planOf([gate("look")]) });
    const listing = {
      look: async () => {
        const entries = await world.files.list("/repo");
        seen = entries.filter((one) => one.kind === "file").map((one) => one.path);
        return {};
      },
    };
    const { processes } = makeWorld({ programs: listing });
    await runGates(parseInputs(gatesContract, {}), { ...world, processes });
    expect(seen).toEqual([".turnpike/.gitignore", ".turnpike/setup.json"]);
  });

  it("refuses an output directory outside the checkout", async () => {
    const error = await errorOf(
      runGates(parseInputs(gatesContract, { "output-directory": "../elsewhere" }), makeWorld()),
    );
    expect(error.problems[0]).toEqual({
      where: "output-directory",
      message: '"../elsewhere" leads out of the checkout; name a folder inside it',
    });
  });

  it("gives the verdict of a cancelled run, with the signal's exit code", async () => {
    const world: World = makeWorld({
      plan: planOf([gate("a"), gate("b", { needs: ["a"] })]),
      programs: {
        a: () => {
          setImmediate(() => world.stopWith("SIGTERM"));
          return { takesMs: Number.POSITIVE_INFINITY };
        },
      },
    });
    const result = await runGates(parseInputs(gatesContract, {}), world);
    expect(result).toMatchObject({ exitCode: 143, outputs: { verdict: "cancelled" } });
    const verdict = verdictFileSchema.parse(JSON.parse((await world.files.readText(".turnpike/verdict.json")) ?? ""));
    expect(verdict.gates.map((one) => one.outcome)).toEqual(["cancelled", "skipped"]);
  });

  it("fails over an enforced budget, and only shows one that is not", async () => {
    const slow = { lint: () => ({ takesMs: 2000 }) };
    const over = (enforce: boolean) => ({
      plan: planOf([gate("lint")], { budget: { totalMs: 1000, enforce } }),
      programs: slow,
    });
    expect((await run(over(true))).result.exitCode).toBe(4);
    expect((await run(over(false))).result.exitCode).toBe(0);
  });

  it("remembers durations, and survives a broken memory", async () => {
    const { world } = await run({
      plan: plainPlan(),
      programs,
      content: { ".turnpike/history/durations.json": "broken" },
    });
    expect(JSON.parse((await world.files.readText(".turnpike/history/durations.json")) ?? "")).toMatchObject({
      schema: "turnpike/history/1",
      gates: { lint: { durationMs: 10, runs: 1 } },
    });
  });
});

describe("secrets", () => {
  const secret = "s3cr3t/value+1";
  const leaks = [
    secret,
    encodeURIComponent(secret),
    btoa(secret),
    btoa(`user:${secret}`),
    btoa(`x${secret}`),
    JSON.stringify(secret),
  ];

  it("appear nowhere, in whatever form a gate prints them", async () => {
    const report = JSON.stringify({ gates: [{ id: secret, passed: false, message: `got ${btoa(secret)}` }] });
    const plan = planOf([
      gate("leaky", {
        reports: [{ format: "gates-json", path: "${reports}/r.json" }],
        run: ["leaky", "${reports}/r.json"],
      }),
    ]);
    const world = makeWorld({
      plan,
      env: { DEPLOY_TOKEN: secret, HTTPS_PROXY: "http://me:proxy-password@proxy.example.org" },
      programs: {
        leaky: ({ args }) => ({
          stdout: `${leaks.join("\n")}\nproxy-password\nharmless\n`,
          code: 1,
          files: { [args[0] ?? ""]: report },
        }),
      },
    });
    await runGates(parseInputs(gatesContract, {}), world);
    const files = await Promise.all(
      (await world.files.list("/repo/.turnpike"))
        .filter((one) => one.kind === "file")
        .map((one) => world.files.readText(`/repo/.turnpike/${one.path}`)),
    );
    const everything = [...files, ...world.pages, ...world.log.lines, JSON.stringify(world.shown)].join("\n");
    expect(everything).toContain("harmless");
    for (const leak of [...leaks, "proxy-password", "s3cr3t", btoa(secret).slice(2, -4)])
      expect(everything).not.toContain(leak);
  });
});
