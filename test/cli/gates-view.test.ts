import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { GateEvent } from "../../src/actions/gates/gate-ports.ts";
import { styles } from "../../src/adapters/terminal/styles.ts";
import { watchGates } from "../../src/cli/gates/gates-view.ts";
import type { Plan } from "../../src/core/gates/index.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv("CI", undefined);
  vi.stubEnv("TERM", "xterm");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const plan = { gates: ["lint", "types", "tests"].map((id) => ({ id, declared: true })) } as unknown as Plan;

function view(more: { readonly isTTY: boolean }) {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), { ...more, columns: 80, rows: 24 });
  stream.on("data", (piece: Buffer) => written.push(piece.toString("utf8")));
  const stop = new AbortController();
  const shown = watchGates({ stream, styles: styles(stream, {}), plan, stop: stop.signal });
  const tell = (...events: readonly GateEvent[]) => {
    written.splice(0);
    for (const event of events) shown.listener(event);
    vi.advanceTimersByTime(200);
    return written.join("");
  };
  return { tell, end: () => shown.end(), stop };
}

describe("gates in a terminal", () => {
  it("counts as waiting what this run is about, not all that there is", () => {
    const { tell, end } = view({ isTTY: true });
    const shown = tell({ kind: "begun", gates: 2 }, { kind: "started", id: "lint", atMs: 0 });
    expect(shown).toContain("lint");
    expect(shown).toContain("1 waiting");
    expect(tell({ kind: "started", id: "types", atMs: 1 })).not.toContain("waiting");
    end();
  });

  it("says how many run that the terminal has no room for", () => {
    const { tell, end } = view({ isTTY: true });
    const many = Array.from({ length: 30 }, (_, at): GateEvent => ({ kind: "started", id: `g${at}`, atMs: 0 }));
    const shown = tell({ kind: "begun", gates: 40 }, ...many);
    expect(shown).toContain("0 s  ·  8 more running  ·  10 waiting");
    end();
  });

  it("is told line by line where nobody looks at a terminal", () => {
    const { tell, end, stop } = view({ isTTY: false });
    const run = { id: "lint", outcome: "passed", reason: null, summary: null, durationMs: 12, required: true } as const;
    expect(tell({ kind: "begun", gates: 1 }, { kind: "started", id: "lint", atMs: 0 })).toBe("");
    expect(tell({ kind: "finished", run })).toMatch(/^. lint +12 ms {2}passed\n$/);
    stop.abort();
    end();
  });
});
