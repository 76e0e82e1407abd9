import { describe, expect, it } from "vitest";
import { gatesContract } from "../../../src/actions/gates/contract.ts";
import type { GatesInputs } from "../../../src/actions/gates/run.ts";
import { runGates } from "../../../src/actions/gates/run.ts";
import { MemoryCache } from "../../../src/adapters/memory/cache.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import type { Gate, ResultGround } from "../../../src/core/gates/index.ts";
import type { ResultGrounds } from "../../../src/ports/result-ground.ts";
import { gate, makeWorld, planOf, type World, type WorldOptions } from "./world.ts";

const inputs = parseInputs(gatesContract, {});

/** A tree that a test changes at will. */
class Tree implements ResultGrounds {
  content = "1";

  async look(): Promise<ResultGround> {
    const rest = { programs: {}, packages: {}, machine: "m", turnpike: "t", env: {} };
    return { ...(await this.lookAgain()), ...rest };
  }

  async lookAgain(): Promise<Pick<ResultGround, "files" | "blind">> {
    return { files: [{ path: "a", mode: "100644", id: this.content }], blind: undefined };
  }
}

const programs = { good: () => ({ takesMs: 5000, stdout: "fine\n" }), bad: () => ({ code: 1 }), next: () => ({}) };

/** Runs on machines that share nothing but the cache. */
function makeService() {
  const tree = new Tree();
  // The entries live on; the files are those of the newest machine.
  let newest: World | undefined;
  const files = new Proxy({} as World["files"], {
    get: (_, name) => Reflect.get(newest?.files ?? {}, name).bind(newest?.files),
  });
  const cache = new MemoryCache(files);
  const run = async (gates: readonly Gate[], more: WorldOptions = {}, wanted: Partial<GatesInputs> = {}) => {
    const world: World = makeWorld({ plan: planOf(gates), programs, ...more });
    newest = world;
    const result = await runGates({ ...inputs, ...wanted }, { ...world, results: { cache, grounds: tree } });
    const text = await world.files.readText("/repo/.turnpike/verdict.json");
    const verdict = JSON.parse(text ?? "{}") as { gates: { id: string; outcome: string; reason: string | null }[] };
    return { world, result, outcomes: verdict.gates.map(({ outcome }) => outcome), gates: verdict.gates };
  };
  return { tree, run };
}

describe("results of earlier runs", () => {
  it("keep a gate from running again while nothing changed, and say when and where it passed", async () => {
    const { tree, run } = makeService();
    expect((await run([gate("good")])).outcomes).toEqual(["passed"]);
    const second = await run([gate("good")], { context: { runId: "8" } });
    expect(second.gates).toMatchObject([
      {
        outcome: "cached",
        reason: expect.stringMatching(/^passed with the same inputs on .* UTC, in run 1 \(push\)$/),
      },
    ]);
    expect(second.result).toMatchObject({ exitCode: 0, outputs: { verdict: "passed" } });
    expect(second.world.processes.started).toEqual([]);
    expect(second.world.pages.join("")).toContain("passed before");
    tree.content = "2";
    expect((await run([gate("good")], { context: { runId: "9" } })).outcomes).toEqual(["passed"]);
  });

  it("are passes alone", async () => {
    const { run } = makeService();
    const gates = [gate("bad"), gate("good", { network: true })];
    expect((await run(gates)).outcomes).toEqual(["failed", "passed"]);
    expect((await run(gates, { context: { runId: "8" } })).outcomes).toEqual(["failed", "passed"]);
  });

  it("do not keep a gate from running that another one needs and that has to run", async () => {
    const { run } = makeService();
    const gates = (cpu: string) => [gate("good"), gate("next", { needs: ["good"], env: { cpu } })];
    await run(gates("1"));
    expect((await run(gates("2"), { context: { runId: "8" } })).outcomes).toEqual(["passed", "passed"]);
    expect((await run(gates("1"), { context: { runId: "9" } })).outcomes).toEqual(["cached", "cached"]);
  });

  it("are not remembered of files that changed while the gates ran", async () => {
    const { tree, run } = makeService();
    const change = () => {
      tree.content = "2";
      return {};
    };
    await run([gate("good")], { programs: { good: change } });
    tree.content = "1";
    expect((await run([gate("good")], { context: { runId: "8" } })).outcomes).toEqual(["passed"]);
  });

  it.each<[string, WorldOptions["context"], Partial<GatesInputs>]>([
    ["a release", { eventName: "push", refType: "tag", refName: "v1" }, {}],
    ["a run with rights over code of others", { eventName: "pull_request_target" }, {}],
    ["who does not want them", {}, { resultCache: false }],
  ])("are neither read nor written by %s", async (_, context, wanted) => {
    const { run } = makeService();
    await run([gate("good")]);
    expect((await run([gate("good")], { context: { runId: "8", ...context } }, wanted)).outcomes).toEqual(["passed"]);
    const other = makeService();
    await other.run([gate("good")], { context: { ...context } }, wanted);
    expect((await other.run([gate("good")], { context: { runId: "8" } })).outcomes).toEqual(["passed"]);
  });

  it("are read by a pull request of a fork, and not written by one", async () => {
    const event = { pull_request: { head: { repo: { full_name: "x/y" } }, base: { repo: { full_name: "a/y" } } } };
    const fork = { eventName: "pull_request", event };
    const { run } = makeService();
    await run([gate("good")]);
    expect((await run([gate("good")], { context: { runId: "8", ...fork } })).outcomes).toEqual(["cached"]);
    const other = makeService();
    await other.run([gate("good")], { context: fork });
    expect((await other.run([gate("good")], { context: { runId: "8" } })).outcomes).toEqual(["passed"]);
  });

  it("are never taken from a file that lies there, which anybody could have written", async () => {
    const { run } = makeService();
    const { world } = await run([gate("good")]);
    const forged = (await world.files.readText("/repo/.turnpike/results.json")) ?? "";
    const other = makeService();
    const content = { "/repo/.turnpike/results.json": forged };
    expect((await other.run([gate("good")], { content })).outcomes).toEqual(["passed"]);
  });

  it("are forgotten, not fatal, when the service is gone or the entry is broken", async () => {
    const { run } = makeService();
    await run([gate("good")], { programs: { good: () => ({}) } });
    const world = makeWorld({ plan: planOf([gate("good")]), programs });
    const cache = new MemoryCache(world.files);
    cache.mode = "gone";
    const result = await runGates(inputs, { ...world, results: { cache, grounds: new Tree() } });
    expect(result.exitCode).toBe(0);
    expect(world.log.lines.join("\n")).toContain(
      "Results of earlier runs could not be fetched: the cache service does not answer.",
    );
  });
});

it("a run that is stopped while packages are installed ends then, and leaves nothing half-made", async () => {
  const environment = { manager: "uv", cwd: ".", groups: [], extras: [], lock: "uv.lock" } as const;
  const plan = { ...planOf([gate("good", { environment })]), environments: [environment] };
  const files = new MemoryFiles({}, "/repo");
  const world: World = makeWorld({
    plan,
    programs: {
      ...programs,
      uv: async () => {
        await world.files.write("/repo/.venv/pyvenv.cfg", "");
        world.stopWith("SIGINT");
        return { takesMs: Number.POSITIVE_INFINITY };
      },
    },
  });
  const result = await runGates(inputs, { ...world, results: { cache: new MemoryCache(files), grounds: new Tree() } });
  expect(result).toMatchObject({ exitCode: 130, outputs: { verdict: "cancelled" } });
  expect(await world.files.exists("/repo/.venv/pyvenv.cfg")).toBe(false);
  expect((await world.files.list("/repo/.turnpike/installing")).filter(({ kind }) => kind === "file")).toEqual([]);
});
