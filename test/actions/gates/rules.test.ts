import { describe, expect, it } from "vitest";
import { Environments } from "../../../src/actions/gates/environments/environments.ts";
import { executeGates } from "../../../src/actions/gates/execute.ts";
import { type Gate, Masker, type Retries } from "../../../src/core/gates/index.ts";
import { gate, makeWorld, type World } from "./world.ts";

const retries: Retries = { max: 2, classes: ["network", "timeout", "crash"], exitCodes: [75], outputs: ["try me"] };

async function execute(world: World, gates: readonly Gate[], day?: string) {
  const execution = await executeGates(
    gates,
    {
      ...{ root: "/repo", scratch: "/temp/run", cores: 2, memoryBytes: null, failFast: false },
      ...{
        history: new Map(),
        environments: await Environments.open(
          gates,
          { root: "/repo", folder: "/temp/environments", environments: [], listener: () => undefined },
          world,
        ),
        masker: new Masker([]),
        signal: world.stop.signal,
      },
      listener: (event) => void world.events.push(event),
      ...(day === undefined ? {} : { day }),
    },
    world,
  );
  return execution.gates;
}

/** A program that does something else each time. */
function inTurn<T>(...results: readonly T[]): () => T {
  let at = 0;
  return () => results[Math.min(at++, results.length - 1)] as T;
}

describe("a gate that is tried again", () => {
  it("is flaky-passed, with the time of all attempts and what each came to", async () => {
    const flaky = inTurn({ takesMs: 100, code: 75 }, { takesMs: 50, code: 0 });
    const world = makeWorld({ programs: { flaky } });
    const [one] = await execute(world, [gate("flaky", { retries })]);
    expect(one).toMatchObject({
      judgement: {
        outcome: "flaky-passed",
        reason: "passed on attempt 2; attempt 1: ended with exit code 75",
      },
      durationMs: 150,
      earlier: [{ judgement: { outcome: "failed" }, why: "exit code 75" }],
    });
  });

  it("keeps the log of each attempt, and shows none the reports of another", async () => {
    const flaky = inTurn(
      { code: 75, stdout: "first\n", files: { "/temp/run/reports/flaky/old.xml": "x" } },
      { code: 0, stdout: "second\n" },
    );
    const world = makeWorld({ programs: { flaky } });
    await execute(world, [gate("flaky", { retries })]);
    expect(await world.files.readText("/temp/run/logs/flaky.attempt-1.log")).toBe("first\n");
    expect(await world.files.readText("/temp/run/logs/flaky.log")).toBe("second\n");
    expect(await world.files.exists("/temp/run/reports/flaky/old.xml")).toBe(false);
  });

  it("is tried as often as is said, and then fails with the last reason", async () => {
    const world = makeWorld({ programs: { down: () => ({ code: 75, takesMs: 10 }) } });
    const [one] = await execute(world, [gate("down", { retries })]);
    expect(one?.judgement).toMatchObject({ outcome: "failed", reason: "ended with exit code 75, after 3 attempts" });
    expect(world.processes.started).toHaveLength(3);
  });

  it("has its whole timeout in each attempt", async () => {
    const slow = inTurn({ takesMs: 5000 }, { takesMs: 900 });
    const world = makeWorld({ programs: { slow } });
    const [one] = await execute(world, [gate("slow", { retries, timeoutMs: 1000 })]);
    expect(one).toMatchObject({ judgement: { outcome: "flaky-passed" }, durationMs: 1900 });
  });

  it("is not tried again for a plain failure", async () => {
    const world = makeWorld({ programs: { red: () => ({ code: 1 }) } });
    const [one] = await execute(world, [gate("red", { retries })]);
    expect(one?.judgement).toMatchObject({ outcome: "failed", reason: "ended with exit code 1" });
    expect(world.processes.started).toHaveLength(1);
  });

  it("is not tried again when the run is stopped, during an attempt or between two", async () => {
    const running = makeWorld({ programs: { a: () => ({ takesMs: Number.POSITIVE_INFINITY }) } });
    const first = execute(running, [gate("a", { retries })]);
    await new Promise((resolve) => setImmediate(resolve));
    running.stopWith("SIGINT");
    expect((await first)[0]?.judgement.outcome).toBe("cancelled");
    expect(running.processes.started).toHaveLength(1);

    const waiting = makeWorld({ programs: { a: () => ({ code: 75 }) } });
    // The wait between two attempts asks for a random number just before it begins.
    const random = {
      ...waiting.random,
      bytes: (length: number) => new Uint8Array(length).fill(waiting.stopWith("SIGINT") ?? 255),
    };
    const [second] = await execute({ ...waiting, random }, [gate("a", { retries })]);
    expect(second?.judgement).toMatchObject({ outcome: "cancelled", reason: "somebody stopped it" });
    expect(waiting.processes.started).toHaveLength(1);
  });

  it("opens the way for gates that need it", async () => {
    const world = makeWorld({ programs: { flaky: inTurn({ code: 75 }, { code: 0 }), next: () => ({}) } });
    const gates = await execute(world, [gate("flaky", { retries }), gate("next", { needs: ["flaky"] })]);
    expect(gates.map(({ judgement }) => judgement.outcome)).toEqual(["flaky-passed", "passed"]);
  });
});

describe("a gate with a waiver", () => {
  const waiver = { owner: "@me", reason: "later", expires: "2026-12-01" };
  const programs = { bad: () => ({ code: 1 }), next: () => ({}) };

  it("opens the way until its day, and not after it", async () => {
    const gates = [gate("bad", { waiver }), gate("next", { needs: ["bad"] })];
    const outcomes = async (day?: string) =>
      (await execute(makeWorld({ programs }), gates, day)).map(({ judgement }) => judgement.outcome);
    expect(await outcomes("2026-12-01")).toEqual(["waived", "passed"]);
    expect(await outcomes("2026-12-02")).toEqual(["failed", "skipped"]);
    expect(await outcomes()).toEqual(["failed", "skipped"]);
  });
});
