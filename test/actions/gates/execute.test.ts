import { describe, expect, it } from "vitest";
import { Environments } from "../../../src/actions/gates/environments/environments.ts";
import type { ExecuteOptions } from "../../../src/actions/gates/execute.ts";
import { executeGates } from "../../../src/actions/gates/execute.ts";
import {
  type Environment,
  type Gate,
  Masker,
  parseHistory,
  remember,
  renderHistory,
} from "../../../src/core/gates/index.ts";
import { gate, makeWorld, type World } from "./world.ts";

const forever = { takesMs: Number.POSITIVE_INFINITY };

const uvLock: Environment = { manager: "uv", cwd: ".", groups: [], extras: [], lock: "uv.lock" };

/** A virtual environment outside of the tree. */
function venv(name: string, ...words: readonly string[]): Environment {
  const installs = [{ words: ["uv", "pip", "install", ...words], cwd: ".", env: {}, source: { file: "x", line: 1 } }];
  const recipe = { name, python: null, requiresPython: null, installs };
  return { manager: "venv", cwd: ".", groups: [], extras: [], lock: null, recipe };
}

/** Gates with what they need, whether it is installed or not. */
async function environmentsOf(world: World, gates: readonly Gate[], all: readonly Environment[]) {
  const listener: ExecuteOptions["listener"] = (event) => void world.events.push(event);
  return Environments.open(gates, { root: "/repo", folder: "/temp/environments", environments: all, listener }, world);
}

async function execute(world: World, gates: readonly Gate[], more: Partial<ExecuteOptions> = {}) {
  const environments = await environmentsOf(world, gates, []);
  const execution = await executeGates(
    gates,
    {
      ...{ root: "/repo", scratch: "/temp/run", cores: 2, memoryBytes: null, failFast: false },
      ...{ history: new Map(), environments, masker: new Masker([]) },
      listener: (event) => void world.events.push(event),
      signal: world.stop.signal,
      ...more,
    },
    world,
  );
  return { ...execution, byId: new Map(execution.gates.map((one) => [one.gate.id, one])) };
}

function told(world: World): readonly string[] {
  return world.events.flatMap((event) => {
    if (event.kind === "started") return [`${event.id} started ${event.atMs}`];
    return event.kind === "finished" ? [`${event.run.id} ${event.run.outcome}`] : [];
  });
}

describe("running gates", () => {
  it("runs them side by side, each when its needs have passed, and keeps the order of the plan", async () => {
    const programs = {
      lint: () => ({ takesMs: 100 }),
      tests: () => ({ takesMs: 1000 }),
      build: () => ({ takesMs: 300 }),
    };
    const world = makeWorld({ programs });
    const { gates, durationMs } = await execute(world, [
      gate("build", { needs: ["lint"] }),
      gate("lint"),
      gate("tests"),
    ]);
    expect(gates.map(({ gate: { id }, startMs, durationMs: ms, waitedMs }) => [id, startMs, ms, waitedMs])).toEqual([
      ["build", 100, 300, 0],
      ["lint", 0, 100, 0],
      ["tests", 0, 1000, 0],
    ]);
    expect(durationMs).toBe(1000);
  });

  it("starts the longest first by what it remembers, and says how long the others waited", async () => {
    const programs = { a: () => ({ takesMs: 10 }), b: () => ({ takesMs: 10 }), long: () => ({ takesMs: 50 }) };
    const world = makeWorld({ programs });
    const measured = { cpu: null, peakBytes: null, wasCrowded: false };
    const seen = (
      [
        ["a", 10],
        ["b", 10],
        ["long", 50],
      ] as const
    ).map(([id, durationMs]) => [id, { ...measured, durationMs }] as const);
    const history = remember(new Map(), new Map(seen));
    const { byId } = await execute(world, [gate("a"), gate("b"), gate("long")], { cores: 1, history });
    expect(byId.get("long")?.startMs).toBe(0);
    expect(byId.get("a")?.waitedMs).toBe(50);
    expect(byId.get("b")?.waitedMs).toBe(60);
  });

  it.each([
    ["while cores were idle, and takes that for what it wanted", 0.2, 0.8],
    ["while none was, and does not believe that it wanted no more", 0, null],
    ["where that is not known, and does not believe it either", undefined, null],
  ])("measures what a gate used %s", async (_name, idleCores, cpu) => {
    const programs = { tests: () => ({ takesMs: 1000, cpuMs: 800 }), types: () => ({ takesMs: 1000, cpuMs: 1000 }) };
    const world = makeWorld({ programs, ...(idleCores === undefined ? {} : { idleCores }) });
    const { measured } = await execute(world, [gate("tests"), gate("types")]);
    expect(remember(new Map(), measured).get("tests")?.cpu).toBe(cpu);
  });

  it("skips what needs a gate that did not pass, and names it", async () => {
    const world = makeWorld({ programs: { bad: () => ({ code: 1 }), good: () => ({}) } });
    const gates = [gate("bad"), gate("next", { needs: ["bad"] }), gate("last", { needs: ["next"] }), gate("good")];
    const { byId } = await execute(world, gates);
    expect([...byId.values()].map(({ judgement }) => [judgement.outcome, judgement.reason])).toEqual([
      ["failed", "ended with exit code 1"],
      ["skipped", "`bad` failed"],
      ["skipped", "`next` was skipped"],
      ["passed", null],
    ]);
    expect(world.processes.started.map((command) => command.file)).toEqual(["bad", "good"]);
  });

  it("runs all gates in spite of a failure, unless one is enough", async () => {
    const programs = { bad: () => ({ takesMs: 10, code: 1 }), slow: () => ({ takesMs: 500 }), third: () => ({}) };
    const gates = [gate("bad"), gate("slow"), gate("third")];
    const all = await execute(makeWorld({ programs }), gates);
    expect(all.gates.map((one) => one.judgement.outcome)).toEqual(["failed", "passed", "passed"]);
    const first = await execute(makeWorld({ programs }), gates, { failFast: true });
    expect(first.gates.map(({ judgement }) => [judgement.outcome, judgement.reason])).toEqual([
      ["failed", "ended with exit code 1"],
      ["skipped", "stopped, because `bad` failed first"],
      ["skipped", "not started, because `bad` failed first"],
    ]);
    expect(first.durationMs).toBe(10);
  });

  it("lets an advisory failure stop nothing", async () => {
    const programs = { bad: () => ({ code: 1 }), good: () => ({ takesMs: 5 }) };
    const { gates } = await execute(makeWorld({ programs }), [gate("bad", { required: false }), gate("good")], {
      failFast: true,
    });
    expect(gates.map((one) => one.judgement.outcome)).toEqual(["failed", "passed"]);
  });

  it("cancels what runs and starts nothing more when it is stopped", async () => {
    const world = makeWorld({ programs: { a: () => forever, b: () => forever, c: () => ({}) } });
    const running = execute(world, [gate("a"), gate("b", { needs: ["a"] }), gate("c")], { cores: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    world.stopWith("SIGINT");
    const { gates } = await running;
    expect(gates.map(({ judgement }) => [judgement.outcome, judgement.reason])).toEqual([
      ["cancelled", "somebody stopped it"],
      ["skipped", "the run was cancelled before it started"],
      ["skipped", "the run was cancelled before it started"],
    ]);
  });

  it("starts nothing at all when it was stopped before", async () => {
    const world = makeWorld({ programs: { a: () => ({}) } });
    world.stopWith("SIGTERM");
    const { gates } = await execute(world, [gate("a")]);
    expect(gates[0]?.judgement.outcome).toBe("skipped");
    expect(world.processes.started).toEqual([]);
  });

  it("ends a gate whose time is out", async () => {
    const { gates } = await execute(makeWorld({ programs: { a: () => forever } }), [gate("a", { timeoutMs: 90_000 })]);
    expect(gates[0]?.judgement).toMatchObject({ outcome: "timed-out", reason: "took longer than 90 s" });
    expect(gates[0]?.durationMs).toBe(90_000);
  });

  it("says after a minute of silence what still runs", async () => {
    const world = makeWorld({ programs: { a: () => ({ takesMs: 150_000 }), b: () => ({ takesMs: 10 }) } });
    await execute(world, [gate("a"), gate("b")]);
    const silences = world.events.flatMap((event) => (event.kind === "silent" ? event.running : []));
    expect(silences.map(({ id, forMs }) => [id, forMs])).toEqual([
      ["a", 60_010],
      ["a", 120_010],
    ]);
  });

  it("does not start a gate whose environment is not there", async () => {
    const world = makeWorld({ programs: { a: () => ({}) } });
    const all = [gate("a", { environment: uvLock })];
    const { gates } = await execute(world, all, { environments: await environmentsOf(world, all, [uvLock]) });
    const reason = "the Python environment could not be installed (uv is not installed)";
    expect(gates[0]?.judgement).toMatchObject({ outcome: "tool-error", reason });
    expect(world.processes.started).toEqual([]);
  });

  it("installs beside gates that need nothing of it, and starts the others as soon as theirs is there", async () => {
    const uv = ({ args }: { args: readonly string[] }) => ({ takesMs: args.includes("mkdocs") ? 700 : 100 });
    const world = makeWorld({
      programs: { uv, hook: () => ({ takesMs: 50 }), a: () => ({}), b: () => ({}) },
      cores: 4,
    });
    const [lint, docs] = [venv("lint", "ruff"), venv("docs", "mkdocs")];
    const all = [gate("a", { environment: lint }), gate("b", { environment: docs }), gate("hook")];
    const { byId, measured } = await execute(world, all, {
      environments: await environmentsOf(world, all, [lint, docs]),
      cores: 4,
    });
    // A virtual environment is made, and then filled.
    expect(["hook", "a", "b"].map((id) => byId.get(id)?.startMs)).toEqual([0, 200, 800]);
    expect([byId.get("b")?.waitedMs, byId.get("b")?.judgement.outcome]).toEqual([0, "passed"]);
    expect([...measured].map(([id, { durationMs }]) => [id, durationMs])).toContainEqual(["set-up of docs", 800]);
  });

  it("lets only what reads known files run while the tree may change", async () => {
    const world = makeWorld({
      programs: { uv: () => ({ takesMs: 100 }), any: () => ({}), hook: () => ({}), check: () => ({}) },
      cores: 8,
    });
    const own = venv("tests", "-e", ".");
    const all = [
      gate("any"),
      gate("hook", { source: { file: ".pre-commit-config.yaml", line: 3 } }),
      gate("check", { tool: "uv lock" }),
      gate("tests", { run: ["any"], environment: own }),
    ];
    const environments = await environmentsOf(world, all, [own]);
    const { byId } = await execute(world, all, { environments, cores: 8 });
    expect(all.map(({ id }) => [id, byId.get(id)?.startMs])).toEqual([
      ["any", 200],
      ["hook", 0],
      ["check", 0],
      ["tests", 200],
    ]);
  });

  it("stops an installation, and starts nothing that needs it", async () => {
    const world = makeWorld({ programs: { uv: () => forever, a: () => ({}) } });
    const one = venv("lint", "ruff");
    const all = [gate("a", { environment: one })];
    const running = execute(world, all, { environments: await environmentsOf(world, all, [one]) });
    world.stopWith("SIGINT");
    const { gates } = await running;
    expect(gates.map(({ judgement }) => judgement.outcome)).toEqual(["skipped"]);
  });

  it("says after a minute what is still being installed", async () => {
    const world = makeWorld({ programs: { uv: () => ({ takesMs: 70_000 }), a: () => ({}) } });
    const one = venv("lint", "ruff");
    const all = [gate("a", { environment: one })];
    await execute(world, all, { environments: await environmentsOf(world, all, [one]) });
    const silent = world.events.flatMap((event) => (event.kind === "silent" ? event.running.map(({ id }) => id) : []));
    expect(silent).toContain("set-up of lint");
  });

  it("gives each gate a report folder and the report's old file away", async () => {
    const report = (reports: string) => ({ [`${reports}/x.json`]: '{"gates":[{"id":"1","passed":true}]}' });
    const world = makeWorld({
      content: { "sub/old.json": "left by an earlier run" },
      programs: {
        own: ({ args }) => ({ files: report(args[0] ?? "") }),
        stale: () => ({}),
        shell: () => ({}),
      },
    });
    const spec = { format: "gates-json", path: "${reports}/x.json" } as const;
    const gates = [
      gate("own", { run: ["own", "${reports}"], env: { PLACE: "${reports}/y" }, reports: [spec] }),
      gate("stale", { cwd: "sub", reports: [{ format: "gates-json", path: "old.json" }] }),
    ];
    const { byId } = await execute(world, gates);
    expect(byId.get("own")?.judgement.outcome).toBe("passed");
    expect(byId.get("stale")?.judgement.reason).toBe("its report old.json (gates-json) was not written");
    const [command] = world.processes.started;
    expect(command?.env["PLACE"]).toBe("/temp/run/reports/own/y");
  });

  it("gives a shell line the report folder as a variable, and stops it at the first error", async () => {
    const world = makeWorld({ programs: { bash: () => ({}) } });
    await execute(world, [gate("a", { run: "check > ${reports}/a" })]);
    expect(world.processes.started[0]).toMatchObject({
      file: "bash",
      args: ["-eo", "pipefail", "-c", "check > ${reports}/a"],
      env: { reports: "/temp/run/reports/a" },
    });
  });

  it("says that the disk is full, which a gate that cannot write cannot say itself", async () => {
    const programs = { a: () => ({ code: 1 }), b: () => ({}) };
    const reasonsWith = async (freeBytes: number) => {
      const { gates } = await execute(makeWorld({ programs, freeBytes }), [gate("a"), gate("b")]);
      return gates.map(({ judgement }) => judgement.reason);
    };
    expect(await reasonsWith(0)).toEqual(["ended with exit code 1; the disk of temporary files is full", null]);
    expect(await reasonsWith(1e9)).toEqual(["ended with exit code 1", null]);
  });

  it("refuses folders and reports outside the repository", async () => {
    const world = makeWorld({ programs: { a: () => ({}), b: () => ({}), c: () => ({}) } });
    const gates = [
      gate("a", { cwd: "../other" }),
      gate("b", { reports: [{ format: "junit", path: "../../etc/passwd" }] }),
      gate("c", { reports: [{ format: "junit", path: "/etc/passwd" }] }),
    ];
    const { gates: done } = await execute(world, gates);
    expect(done.map((one) => one.judgement.outcome)).toEqual(["tool-error", "tool-error", "tool-error"]);
    expect(world.processes.started).toEqual([]);
  });

  it("keeps the runner's tokens from gates, under whatever name", async () => {
    const env = {
      PATH: "/bin",
      HOME: "/home/user",
      GITHUB_SHA: "abc",
      GITHUB_TOKEN: "token-of-the-job",
      ACTIONS_RUNTIME_TOKEN: "runtime-token",
      ACTIONS_ID_TOKEN_REQUEST_URL: "https://example.org",
      INPUT_CONFIG: "turnpike.yml",
      STATE_turnpike: "x",
      GH_TOKEN: "other",
      MY_OWN: "token-of-the-job",
      DEPLOY_KEY: "kept",
    };
    const world = makeWorld({ env, programs: { a: () => ({}) } });
    await execute(world, [gate("a", { env: { DECLARED: "token-of-the-job" } })]);
    expect(world.processes.started[0]?.env).toEqual({
      PATH: "/bin",
      HOME: "/home/user",
      GITHUB_SHA: "abc",
      DEPLOY_KEY: "kept",
      DECLARED: "token-of-the-job",
    });
  });

  it("tells starts and ends in the order in which they happen", async () => {
    const world = makeWorld({ programs: { a: () => ({ takesMs: 5 }), b: () => ({ takesMs: 7, code: 1 }) } });
    await execute(world, [gate("a"), gate("b")]);
    expect(told(world)).toEqual(["a started 0", "b started 0", "a passed", "b failed"]);
  });

  it("runs a thousand gates in any order of needs", async () => {
    const gates = Array.from({ length: 1000 }, (_, at) =>
      gate(`g${at}`, { run: ["x"], needs: at % 3 === 0 ? [] : [`g${at - 1}`] }),
    );
    const { gates: done } = await execute(makeWorld({ programs: { x: () => ({ takesMs: 3 }) } }), gates, { cores: 8 });
    expect(done.every((one) => one.judgement.outcome === "passed")).toBe(true);
  });
});

describe("the memory of durations", () => {
  const measured = { durationMs: 1000, cpu: 2, peakBytes: 100, wasCrowded: false };
  const once = remember(new Map(), new Map([["a", measured]]));

  it("weighs the newest run most", () => {
    const twice = remember(once, new Map([["a", { ...measured, durationMs: 2000, peakBytes: 50 }]]));
    expect(twice.get("a")).toEqual({ durationMs: 1300, cpu: 2, peakBytes: 85, runs: 2 });
  });

  it("believes that a gate used fewer cores only when it could have had more", () => {
    const crowded = remember(once, new Map([["a", { ...measured, cpu: 0.5, wasCrowded: true }]]));
    expect(crowded.get("a")?.cpu).toBe(2);
    const free = remember(once, new Map([["a", { ...measured, cpu: 1 }]]));
    expect(free.get("a")?.cpu).toBe(1.7);
    const unsure = remember(new Map(), new Map([["a", { ...measured, wasCrowded: true }]]));
    expect(unsure.get("a")?.cpu).toBeNull();
  });

  it.each([
    undefined,
    "",
    "{",
    "[]",
    '{"schema":"turnpike/history/2","gates":{}}',
    '{"schema":"turnpike/history/1","gates":{"a":{"durationMs":-1}}}',
  ])("is empty when the file is broken: %j", (text) => {
    expect(parseHistory(text).size).toBe(0);
  });

  it("comes back as it was written", () => {
    expect(parseHistory(renderHistory(once))).toEqual(once);
  });
});
