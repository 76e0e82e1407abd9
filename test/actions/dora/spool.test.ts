import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Attempt } from "../../../src/actions/dora/sink.ts";
import { Spool } from "../../../src/actions/dora/spool.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { systemClock } from "../../../src/adapters/node/clock.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { systemRandom } from "../../../src/adapters/node/random.ts";
import { type CDEvent, renderEvents } from "../../../src/core/dora/index.ts";
import type { Files } from "../../../src/ports/files.ts";

const DELIVERED: Attempt = { kind: "delivered" };

function event(id: string): CDEvent {
  return {
    context: {
      specversion: "0.5.1",
      id,
      source: "https://github.com/acme/shop",
      type: "dev.cdevents.pipelinerun.started.0.3.0",
      timestamp: "2026-03-03T20:00:00Z",
    },
    subject: { id: "1", content: {} },
  };
}

function spoolOf(files: Files): Spool {
  return new Spool("spool", { files, clock: systemClock, random: systemRandom });
}

/** A sink that keeps what it takes. */
function sink(answer: (id: string) => Attempt = () => DELIVERED): {
  readonly taken: string[];
  readonly deliver: (event: CDEvent) => Promise<Attempt>;
} {
  const taken: string[] = [];
  return {
    taken,
    async deliver({ context }) {
      const attempt = answer(context.id);
      if (attempt.kind === "delivered") taken.push(context.id);
      return attempt;
    },
  };
}

async function idsIn(files: Files): Promise<readonly string[]> {
  const seen = sink(() => ({ kind: "waits", reason: "only looking" }));
  const ids: string[] = [];
  await spoolOf(files).drain(async (one) => {
    ids.push(one.context.id);
    // Alternating keeps the drain from giving up, and nothing is delivered.
    return ids.length % 2 === 0 ? { kind: "poison", reason: "x" } : await seen.deliver(one);
  });
  return ids;
}

describe("the spool", () => {
  it("keeps events until they were delivered, oldest first", async () => {
    const files = new MemoryFiles();
    await spoolOf(files).add([event("a"), event("b")]);
    const down = sink(() => ({ kind: "stopped", reason: "the sink is down" }));
    expect(await spoolOf(files).drain(down.deliver)).toMatchObject({
      ...{ delivered: 0, waiting: 2, trouble: "the sink is down" },
    });
    const up = sink();
    expect(await spoolOf(files).drain(up.deliver)).toMatchObject({ delivered: 2, waiting: 0, trouble: null });
    expect(up.taken).toEqual(["a", "b"]);
    expect(await files.list("spool")).toEqual([]);
  });

  it("drops only what was delivered when the sink fails midway", async () => {
    const files = new MemoryFiles();
    await spoolOf(files).add(["a", "b", "c", "d"].map(event));
    const failing = sink((id) => (id === "c" ? { kind: "stopped", reason: "gone" } : DELIVERED));
    expect(await spoolOf(files).drain(failing.deliver)).toMatchObject({ delivered: 2, waiting: 2 });
    const up = sink();
    await spoolOf(files).drain(up.deliver);
    expect(up.taken).toEqual(["c", "d"]);
  });

  it("passes over an event that the sink fails on, and gives up at the second in a row", async () => {
    const files = new MemoryFiles();
    await spoolOf(files).add(["a", "b", "c", "d", "e"].map(event));
    const tried: string[] = [];
    const result = await spoolOf(files).drain(async ({ context }) => {
      tried.push(context.id);
      return context.id === "b" ? DELIVERED : { kind: "waits", reason: "HTTP 500" };
    });
    expect(tried).toEqual(["a", "b", "c", "d"]);
    expect(result).toMatchObject({ delivered: 1, waiting: 4, trouble: "HTTP 500" });
  });

  it("puts aside what the sink will never take, with the reason", async () => {
    const files = new MemoryFiles();
    await spoolOf(files).add(["a", "b"].map(event));
    const picky = sink((id) => (id === "a" ? { kind: "poison", reason: "HTTP 422" } : DELIVERED));
    expect(await spoolOf(files).drain(picky.deliver)).toMatchObject({ delivered: 1, dead: 1, waiting: 0 });
    const letter: unknown = JSON.parse((await files.readText("spool/dead/events.ndjson")) ?? "");
    expect(letter).toMatchObject({ schema: "turnpike/dead-letter/1", reason: "HTTP 422", event: event("a") });
    expect(await spoolOf(files).drain(sink().deliver)).toMatchObject({ delivered: 0, waiting: 0 });
  });

  it("delivers an event once that is there twice", async () => {
    const files = new MemoryFiles();
    await spoolOf(files).add([event("a"), event("b"), event("a")]);
    await spoolOf(files).add([event("b")]);
    const up = sink();
    expect(await spoolOf(files).drain(up.deliver)).toMatchObject({ delivered: 2, waiting: 0 });
    expect(up.taken.toSorted()).toEqual(["a", "b"]);
  });

  it("keeps a broken line apart as it is, and delivers the others", async () => {
    const text = `${renderEvents([event("a")])}{"context":\nüñ\n${renderEvents([event("b")])}${renderEvents([event("c")]).slice(0, 40)}`;
    const files = new MemoryFiles({ "spool/1.ndjson": text });
    const up = sink();
    expect(await spoolOf(files).drain(up.deliver)).toMatchObject({ delivered: 2, corrupt: 3, waiting: 0 });
    expect(up.taken).toEqual(["a", "b"]);
    expect(await files.readText("spool/corrupt/1.ndjson")).toBe(
      `{"context":\nüñ\n${renderEvents([event("c")]).slice(0, 40)}\n`,
    );
    expect(await spoolOf(files).drain(up.deliver)).toMatchObject({ corrupt: 0 });
  });

  it("loses nothing, whatever the sink answers and whenever the drain is ended", async () => {
    const answers = fc.constantFrom<Attempt["kind"] | "crash">("delivered", "poison", "waits", "stopped", "crash");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(answers, { minLength: 1, maxLength: 5 }), { maxLength: 4 }), async (plan) => {
        const files = new MemoryFiles();
        const ids = plan.flatMap((segment, s) => segment.map((_, i) => `${s}-${i}`));
        for (const [s, segment] of plan.entries()) await spoolOf(files).add(segment.map((_, i) => event(`${s}-${i}`)));
        const kinds = new Map<string, Attempt["kind"] | "crash">(
          plan.flatMap((segment, s) => segment.map((kind, i) => [`${s}-${i}`, kind] as const)),
        );
        const taken: string[] = [];
        await spoolOf(files)
          .drain(async ({ context }) => {
            const kind = kinds.get(context.id);
            if (kind === "crash") throw new Error("the process is killed here");
            if (kind === "delivered") taken.push(context.id);
            return kind === undefined || kind === "delivered" ? DELIVERED : { kind, reason: "r" };
          })
          .catch(() => undefined);
        const dead = ((await files.readText("spool/dead/events.ndjson")) ?? "")
          .split("\n")
          .filter((line) => line !== "");
        const buried = dead.map((line) => (JSON.parse(line) as { event: CDEvent }).event.context.id);
        const left = await idsIn(files);
        // Waiting events behind the first gap are still in files; idsIn stops nowhere because it alternates.
        for (const id of ids) expect([...taken, ...buried, ...left]).toContain(id);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the spool on a disk", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "turnpike-spool-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("survives many writers and drains at once: everything arrives, at least once", async () => {
    const files = new NodeFiles(folder);
    const arrived = new Set<string>();
    const deliver = async ({ context }: CDEvent): Promise<Attempt> => {
      // Every fifth event fails on its first try, which makes drains rewrite files while others read them.
      if (Number(context.id) % 5 === 0 && !arrived.has(`tried ${context.id}`)) {
        arrived.add(`tried ${context.id}`);
        return { kind: "waits", reason: "busy" };
      }
      arrived.add(context.id);
      return DELIVERED;
    };
    const work = Array.from({ length: 20 }, async (_, writer) => {
      await spoolOf(files).add(Array.from({ length: 5 }, (_unused, i) => event(String(writer * 5 + i))));
      await spoolOf(files).drain(deliver);
    });
    await Promise.all(work);
    await spoolOf(files).drain(deliver);
    for (let id = 0; id < 100; id += 1) expect(arrived.has(String(id))).toBe(true);
    expect((await readdir(join(folder, "spool"))).filter((name) => name !== "corrupt")).toEqual([]);
  });

  it("writes one event a line", async () => {
    await spoolOf(new NodeFiles(folder)).add([event("a"), event("b")]);
    const [name = ""] = await readdir(join(folder, "spool"));
    const lines = (await readFile(join(folder, "spool", name), "utf8")).split("\n");
    expect(lines.slice(0, 2).map((line) => (JSON.parse(line) as CDEvent).context.id)).toEqual(["a", "b"]);
    expect(lines[2]).toBe("");
  });
});
