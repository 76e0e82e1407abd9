import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCycles, inOrderOfNeeds, requireNeeds, Schedule, type Task } from "../../../src/core/gates/index.ts";

const twoCores = { cores: 2, memoryBytes: null };

function task(id: string, more: Partial<Task> = {}): Task {
  return { id, needs: [], tier: "normal", cpu: 1, memoryBytes: null, locks: [], ...more };
}

/** Acyclic by construction: a gate needs only earlier ones. Ids are shuffled so that names say nothing of order. */
const graphs = fc
  .array(
    fc.record({
      needs: fc.array(fc.nat(30), { maxLength: 3 }),
      tier: fc.constantFrom("fast" as const, "normal" as const, "slow" as const),
      cpu: fc.constantFrom(0, 0.1, 0.5, 1, 1.6, 2, 4, 64),
      memoryBytes: fc.option(fc.integer({ min: 0, max: 200 })),
      locks: fc.subarray(["a", "b", "c"]),
      durationMs: fc.integer({ min: 1, max: 1000 }),
      passes: fc.boolean(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((rows) =>
    rows.map((row, at) => ({
      ...row,
      id: `g${(at * 7) % 31}`,
      needs: at === 0 ? [] : [...new Set(row.needs.map((need) => `g${((need % at) * 7) % 31}`))],
    })),
  );
const machines = fc.record({ cores: fc.integer({ min: 1, max: 8 }), memoryBytes: fc.option(fc.constant(300)) });

describe("a schedule, whatever the graph", () => {
  it("runs each gate once, after its needs, within memory and locks, and skips exactly what a failure blocks", () => {
    fc.assert(
      fc.property(graphs, machines, fc.infiniteStream(fc.nat(100)), (gates, capacity, picks) => {
        const schedule = new Schedule(gates, { capacity });
        const byId = new Map(gates.map((gate) => [gate.id, gate]));
        const running = new Set<string>();
        const passed = new Set<string>();
        const failed = new Set<string>();
        const skipped = new Set<string>();
        while (!schedule.isDone) {
          for (const id of schedule.startable()) {
            const gate = byId.get(id);
            for (const need of gate?.needs ?? []) expect(passed).toContain(need);
            for (const other of running) {
              const shared = byId.get(other)?.locks.filter((lock) => gate?.locks.includes(lock));
              expect(shared).toEqual([]);
            }
            expect([passed, failed, skipped, running].some((set) => set.has(id))).toBe(false);
            running.add(id);
            schedule.start(id);
          }
          expect(running.size).toBeGreaterThan(0);
          const memory = [...running].reduce((sum, id) => sum + Math.min(300, byId.get(id)?.memoryBytes ?? 0), 0);
          if (capacity.memoryBytes !== null && running.size > 1) expect(memory).toBeLessThanOrEqual(300);
          const [ending = ""] = [...running].slice((picks.next().value ?? 0) % running.size);
          running.delete(ending);
          const passes = byId.get(ending)?.passes ?? true;
          (passes ? passed : failed).add(ending);
          for (const skip of schedule.finish(ending, passes)) {
            expect(failed.has(skip.need) || skipped.has(skip.need)).toBe(true);
            skipped.add(skip.id);
          }
        }
        expect(passed.size + failed.size + skipped.size).toBe(gates.length);
        for (const gate of gates) {
          const isBlocked = gate.needs.some((need) => !passed.has(need));
          expect(skipped.has(gate.id)).toBe(isBlocked);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves no core idle while a gate that fits waits", () => {
    fc.assert(
      fc.property(graphs, fc.integer({ min: 1, max: 8 }), (gates, cores) => {
        const schedule = new Schedule(gates, { capacity: { cores, memoryBytes: null } });
        const chosen = schedule.startable();
        for (const id of chosen) schedule.start(id);
        const held = new Set(gates.filter((gate) => chosen.includes(gate.id)).flatMap((gate) => gate.locks));
        const waiting = gates.filter((gate) => gate.needs.length === 0 && !chosen.includes(gate.id));
        const fitting = waiting.filter(
          (gate) => schedule.usedCpu + Math.max(1, gate.cpu) <= cores && !gate.locks.some((lock) => held.has(lock)),
        );
        expect(fitting).toEqual([]);
      }),
    );
  });

  it("gives the same order for the same gates in another order", () => {
    fc.assert(
      fc.property(graphs, (gates) => {
        const order = (tasks: readonly Task[]) => {
          const schedule = new Schedule(tasks, { capacity: twoCores });
          const started: string[] = [];
          const running: string[] = [];
          while (!schedule.isDone) {
            for (const id of schedule.startable()) {
              schedule.start(id);
              started.push(id);
              running.push(id);
            }
            schedule.finish(running.shift() ?? "", true);
          }
          return started;
        };
        expect(order([...gates].reverse())).toEqual(order(gates));
      }),
    );
  });
});

describe("the order of a schedule", () => {
  it("starts the longest path first, also when it begins with a short gate", () => {
    const tasks = [task("a"), task("b"), task("first"), task("second", { needs: ["first"] })];
    const durations = new Map([
      ["a", 10_000],
      ["b", 9_000],
      ["first", 1_000],
      ["second", 20_000],
    ]);
    expect(new Schedule(tasks, { capacity: twoCores, durations }).startable()).toEqual(["first", "a"]);
  });

  it("starts cheap tiers before long gates that can wait", () => {
    const tasks = ["one", "two", "three", "four", "five"].map((id) => task(id, { tier: "slow" }));
    const schedule = new Schedule([...tasks, task("lint", { tier: "fast" })], {
      capacity: { cores: 1, memoryBytes: null },
    });
    expect(schedule.startable()).toEqual(["lint"]);
  });

  it("starts fast gates first when nothing is remembered, and brief ones even before the longest path", () => {
    const tasks = [task("tests"), task("types"), task("lint", { tier: "fast" }), task("slow-lint", { tier: "fast" })];
    const unknown = new Schedule(tasks, { capacity: { cores: 1, memoryBytes: null } });
    expect(unknown.startable()).toEqual(["lint"]);
    const durations = new Map([
      ["tests", 30_000],
      ["types", 5_000],
      ["lint", 50],
      ["slow-lint", 9_000],
    ]);
    expect(new Schedule(tasks, { capacity: twoCores, durations }).startable()).toEqual(["lint", "tests"]);
  });

  it("takes the median of the tier for a gate that never ran", () => {
    const tasks = [task("known"), task("new"), task("short")];
    const durations = new Map([
      ["known", 5_000],
      ["short", 1_000],
    ]);
    expect(new Schedule(tasks, { capacity: twoCores, durations }).startable()).toEqual(["known", "new"]);
  });

  it("lets a gate that hardly uses a core keep no other from starting", () => {
    const tasks = [task("audit", { cpu: 0.1 }), task("tests"), task("types"), task("last")];
    const durations = new Map([
      ["audit", 9_000],
      ["tests", 8_000],
      ["types", 7_000],
      ["last", 1_000],
    ]);
    const schedule = new Schedule(tasks, { capacity: twoCores, durations });
    expect(schedule.startable()).toEqual(["audit", "tests", "types"]);
  });

  it("is not misled by broken durations", () => {
    const durations = new Map([
      ["a", Number.NaN],
      ["b", Number.POSITIVE_INFINITY],
      ["c", -5],
    ]);
    const schedule = new Schedule([task("a"), task("b"), task("c")], { capacity: twoCores, durations });
    expect(schedule.startable()).toEqual(["a", "b"]);
  });

  it("starts a gate that asks for more than there is, alone", () => {
    const tasks = [task("huge", { cpu: 64, memoryBytes: 10 ** 12 }), task("small", { memoryBytes: 1 })];
    const schedule = new Schedule(tasks, { capacity: { cores: 2, memoryBytes: 1000 } });
    expect(schedule.startable()).toEqual(["small"]);
    schedule.start("small");
    expect(schedule.startable()).toEqual([]);
    schedule.finish("small", true);
    expect(schedule.startable()).toEqual(["huge"]);
  });

  it("fills a fifth of a core that the gates which run leave idle, and less than that not", () => {
    const start = (cpu: number): readonly string[] => {
      const durations = new Map([
        ["wide", 60_000],
        ["narrow", 10_000],
      ]);
      const schedule = new Schedule([task("wide", { cpu }), task("narrow")], { capacity: twoCores, durations });
      return schedule.startable();
    };
    expect(start(1.5)).toEqual(["wide", "narrow"]);
    expect(start(1.8)).toEqual(["wide", "narrow"]);
    expect(start(1.85)).toEqual(["wide"]);
  });

  it("expects tests to take longest where nothing is remembered, and goes by what is", () => {
    const tasks = [task("a", { tool: "mypy" }), task("b", { tool: null }), task("c", { tool: "pytest" })];
    const first = (durations: ReadonlyMap<string, number>) =>
      new Schedule(tasks, { capacity: { cores: 1, memoryBytes: null }, durations }).startable();
    expect(first(new Map())).toEqual(["c"]);
    expect(first(new Map(tasks.map(({ id }) => [id, id === "b" ? 9_000 : 1_000])))).toEqual(["b"]);
  });

  it("takes a person's tier for more than what a tool usually takes", () => {
    const tasks = [
      task("a", { tool: "pytest", tier: "fast" }),
      task("b", { tool: "mypy" }),
      task("c", { tier: "slow" }),
    ];
    const schedule = new Schedule(tasks, { capacity: { cores: 1, memoryBytes: null }, durations: new Map() });
    const order: string[] = [];
    for (let [id] = schedule.startable(); id !== undefined; [id] = schedule.startable()) {
      order.push(id);
      schedule.start(id);
      schedule.finish(id, true);
    }
    expect(order).toEqual(["a", "c", "b"]);
  });

  it("counts gates that share a lock as a chain", () => {
    const locked = ["l1", "l2", "l3"].map((id) => task(id, { locks: ["database"] }));
    const durations = new Map([
      ["l1", 3_000],
      ["l2", 3_000],
      ["l3", 3_000],
      ["free", 5_000],
      ["more", 5_000],
    ]);
    const schedule = new Schedule([task("free"), task("more"), ...locked], { capacity: twoCores, durations });
    expect(schedule.startable()).toEqual(["l1", "free"]);
  });

  it("gives up what has not started", () => {
    const schedule = new Schedule([task("a"), task("b"), task("c", { needs: ["a"] })], { capacity: twoCores });
    schedule.start("a");
    expect(schedule.giveUp()).toEqual(["b", "c"]);
    expect(schedule.isDone).toBe(false);
    expect(schedule.finish("a", false)).toEqual([]);
    expect(schedule.isDone).toBe(true);
  });

  it("refuses a start that it did not offer", () => {
    const schedule = new Schedule([task("a"), task("b", { needs: ["a"] })], { capacity: twoCores });
    expect(() => schedule.start("b")).toThrow(expect.objectContaining({ code: "BUG_UNEXPECTED" }));
  });
});

describe("broken graphs", () => {
  it("are refused with every circle in one message", () => {
    const tasks = [
      task("a", { needs: ["b"] }),
      task("b", { needs: ["c"] }),
      task("c", { needs: ["a"] }),
      task("self", { needs: ["self"] }),
      task("x", { needs: ["y", "a"] }),
      task("y", { needs: ["x"] }),
      task("fine", { needs: ["a"] }),
    ];
    expect(findCycles(tasks)).toEqual([["a", "b", "c"], ["self"], ["x", "y"]]);
    expect(() => new Schedule(tasks, { capacity: twoCores })).toThrow(
      expect.objectContaining({
        code: "PLAN_CYCLE",
        problems: expect.arrayContaining([{ where: "a", message: "needs itself: a → b → c → a" }]),
      }),
    );
  });

  it("are refused with every unknown need", () => {
    const tasks = [task("a", { needs: ["nope"] }), task("b", { needs: ["neither", "a"] })];
    expect(() => new Schedule(tasks, { capacity: twoCores })).toThrow(
      expect.objectContaining({
        code: "PLAN_UNKNOWN_GATE",
        problems: [
          { where: "a", message: "needs `nope`, which is no gate here" },
          { where: "b", message: "needs `neither`, which is no gate here" },
        ],
      }),
    );
  });

  it("are told apart from acyclic ones", () => {
    fc.assert(
      fc.property(graphs, (gates) => {
        expect(findCycles(gates)).toEqual([]);
        const order = inOrderOfNeeds(gates).map((gate) => gate.id);
        expect([...order].sort()).toEqual(gates.map((gate) => gate.id).sort());
        for (const gate of gates) {
          for (const need of gate.needs) expect(order.indexOf(need)).toBeLessThan(order.indexOf(gate.id));
        }
      }),
    );
  });

  it("name only real circles, whatever the graph", () => {
    const wild = fc
      .array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
      .map((rows) => rows.map((needs, at) => task(`g${at}`, { needs: needs.map((need) => `g${need % rows.length}`) })));
    fc.assert(
      fc.property(wild, (tasks) => {
        for (const cycle of findCycles(tasks)) {
          for (const [at, id] of cycle.entries()) {
            const next = cycle[(at + 1) % cycle.length];
            expect(tasks.find((one) => one.id === id)?.needs).toContain(next);
          }
        }
      }),
    );
  });

  it("do not overflow the stack with a chain of 10,000 gates", () => {
    const chain = Array.from({ length: 10_000 }, (_, at) => task(`g${at}`, { needs: at === 0 ? [] : [`g${at - 1}`] }));
    expect(findCycles([...chain].reverse())).toEqual([]);
    expect(inOrderOfNeeds([...chain].reverse())[0]?.id).toBe("g0");
    const ring = chain.map((gate, at) => (at === 0 ? task("g0", { needs: ["g9999"] }) : gate));
    expect(findCycles(ring)[0]?.length).toBe(10_000);
  });
});

it("makes what a required gate needs required too", () => {
  const gate = (id: string, required: boolean, ...needs: string[]) => ({ id, required, needs });
  const gates = [gate("a", false), gate("b", false, "a"), gate("c", true, "b"), gate("d", false, "c")];
  expect(requireNeeds(gates).map(({ id, required }) => [id, required])).toEqual([
    ["a", true],
    ["b", true],
    ["c", true],
    ["d", false],
  ]);
});
