import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { styles } from "../../../src/adapters/terminal/index.ts";
import type { LiveStream } from "../../../src/adapters/terminal/live.ts";
import type { RunEvent } from "../../../src/local/events.ts";
import { RunRecorder } from "../../../src/local/run-recorder.ts";
import { frameOf } from "../../../src/local/view/frame.ts";
import { makeTerminalView } from "../../../src/local/view/index.ts";
import { tellingLines } from "../../../src/local/view/log-tail.ts";
import { cancelledRun, failRun, passRun } from "./sample-runs.ts";

const files = () => [
  { label: "page", path: ".turnpike/run/summary.html", bytes: 123_456 },
  { label: "logs", path: ".turnpike/run/logs/", bytes: null },
];

/** Remembers what is written. */
function paper(more: Partial<LiveStream> = {}): LiveStream & { text(): string } {
  const parts: string[] = [];
  return { ...more, write: (text) => parts.push(text), text: () => parts.join("") };
}

/** What is written to something that is no terminal. */
function plain(events: readonly RunEvent[], env: Record<string, string> = {}): string {
  const output = paper();
  const view = makeTerminalView(output, { env, files });
  for (const event of events) view(event);
  return output.text();
}

function recordUntil(events: readonly RunEvent[], atMs: number) {
  const recorder = new RunRecorder();
  for (const event of events) if (event.atMs <= atMs) recorder.listen(event);
  return recorder.record();
}

function frame(events: readonly RunEvent[], nowMs: number, columns = 80, rows = 24): string {
  return frameOf(recordUntil(events, nowMs), { styles: styles({}, {}), columns, rows, nowMs }).join("\n");
}

describe("a run where there is no terminal", () => {
  it.each([
    ["pass", passRun],
    ["fail", failRun],
    ["cancelled", cancelledRun],
  ])("is one line a change, then the report: %s", async (name, events) => {
    await expect(plain(events)).toMatchFileSnapshot(`golden/${name}.golden.txt`);
  });

  it("has no colours, cursor movements or foreign control characters", () => {
    const hostile: RunEvent[] = failRun.map((event) =>
      event.kind === "line" ? { ...event, text: `\u001b[2J\u001b]0;x\u0007${event.text}\r\u009b1A` } : event,
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(plain(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it("gives the runner of a GitHub job no workflow command that foreign text holds", () => {
    const hostile: RunEvent[] = failRun.map((event) =>
      event.kind === "line"
        ? { ...event, text: "::error::x ##[endgroup]" }
        : event.kind === "step-started"
          ? event
          : event,
    );
    const written = plain([{ kind: "note", level: "info", message: "a\n::stop-commands::x", atMs: 0 }, ...hostile], {
      GITHUB_ACTIONS: "true",
    });
    expect(written).not.toMatch(/^\s*::/m);
    expect(written).not.toContain("##[");
  });

  it("is coloured when colours are forced", () => {
    expect(plain(passRun, { FORCE_COLOR: "1" })).toContain("\u001b[32m✓");
    expect(plain(passRun, { FORCE_COLOR: "1", NO_COLOR: "1" })).not.toContain("\u001b[");
  });
});

describe("the live tree", () => {
  it("shows the running step with its last line, and who waits for whom", async () => {
    await expect(`${frame(failRun, 30_000)}\n`).toMatchFileSnapshot("golden/live.golden.txt");
  });

  it.each([
    [80, 24],
    [40, 24],
    [20, 6],
    [200, 5],
  ])("fits a terminal of %d columns and %d rows at every moment", (columns, rows) => {
    for (let now = 0; now < 70_000; now += 1500) {
      const lines = frame(passRun, now, columns, rows).split("\n");
      expect(lines.length).toBeLessThan(rows);
      for (const line of lines) expect(stringWidth(line)).toBeLessThan(columns);
    }
  });

  it("says how many jobs it leaves out when there are more than rows", () => {
    const jobs = Array.from({ length: 40 }, (_, index) => ({
      id: `j${index}`,
      name: `job ${index}`,
      needs: [],
      isCall: false,
    }));
    const start: RunEvent = { ...(passRun[0] as Extract<RunEvent, { kind: "run-started" }>), jobs };
    const events: RunEvent[] = [start, { kind: "job-started", jobId: "j7", atMs: 1 }];
    const shown = frame(events, 10, 80, 12);
    expect(shown).toContain("job 7");
    expect(shown).toMatch(/… \d+ more waiting/);
  });

  it("is drawn in a terminal, gone at the end, and the report stands in its place", () => {
    const terminal = paper({ isTTY: true, columns: 80, rows: 24 });
    const ticks: (() => void)[] = [];
    let stopped = 0;
    let now = 0;
    const clock = { now: () => new Date(0), monotonicMs: () => now, sleep: async () => undefined };
    const every = (_: number, callback: () => void) => {
      ticks.push(callback);
      return () => {
        stopped += 1;
      };
    };
    const view = makeTerminalView(terminal, { env: { NO_COLOR: "1" }, clock, every, files });
    for (const event of passRun) {
      now = event.atMs;
      view(event);
      for (const tick of ticks) tick();
    }
    const written = terminal.text();
    expect(written).toContain("⠋");
    expect(written).toContain("│ Resolved 41 packages");
    expect(stopped).toBe(1);
    const report = written.slice(written.lastIndexOf("\u001b["));
    expect(report).toContain("✓ turnpike passed in 1 min 18 s");
    expect(report).not.toContain("⠋");
  });

  it.each([{ CI: "true" }, { TERM: "dumb" }])("is left out where it could not be drawn: %o", (env) => {
    const terminal = paper({ isTTY: true });
    const view = makeTerminalView(terminal, { env: { NO_COLOR: "1", ...env } });
    for (const event of passRun) view(event);
    expect(terminal.text()).not.toContain("⠋");
    expect(terminal.text()).toContain("· turnpike / check started");
  });
});

describe("the end of a failed step's log", () => {
  const line = (text: string, style: "plain" | "error" | "fold-begin" | "fold-end" = "plain") => ({ text, style });
  const tail = (lines: readonly { text: string; style: "plain" | "error" | "fold-begin" | "fold-end" }[]) => {
    const recorder = new RunRecorder();
    const at = { jobId: "a", step: 1, atMs: 0 };
    for (const one of lines) recorder.listen({ kind: "line", ...at, ...one });
    recorder.listen({ kind: "annotation", ...at, annotation: { level: "error", message: "first\nsecond" } });
    const job = recorder.record().jobs[0] ?? expect.fail();
    return tellingLines(job, job.steps[0] ?? expect.fail(), 3).map(({ text }) => text);
  };

  it("leaves out groups, annotations and the marks of switched-off commands", () => {
    const folded = [line("Run x", "fold-begin"), line("input: 1"), line("", "fold-end")];
    const noise = [line("::***::"), line("first", "error"), line("second", "error"), line("")];
    expect(tail([...folded, line("one"), line("two"), line("three"), line("four"), ...noise])).toEqual([
      "two",
      "three",
      "four",
    ]);
  });

  it("shows them all the same when there is nothing else", () => {
    expect(tail([line("Run x", "fold-begin"), line("input: 1"), line("", "fold-end"), line("first", "error")])).toEqual(
      ["first"],
    );
    expect(tail([line("Run x", "fold-begin"), line("input: 1")])).toEqual(["input: 1"]);
  });
});

describe("what is remembered of a run", () => {
  it("keeps the first and the last lines of a log of a million, and counts the rest", () => {
    const recorder = new RunRecorder();
    for (let index = 0; index < 1_000_000; index += 1) {
      recorder.listen({ kind: "line", jobId: "a", step: 1, text: `${index}`, style: "plain", atMs: index });
    }
    const step = recorder.record().jobs[0]?.steps[0];
    expect(step?.lines[0]?.text).toBe("0");
    expect(step?.lines.at(-1)?.text).toBe("999999");
    expect(step?.lines.length).toBeLessThan(2000);
    expect((step?.lines.length ?? 0) + (step?.droppedLines ?? 0)).toBe(1_000_000);
  });

  it("loses nothing when events name jobs and steps that nobody announced", () => {
    const recorder = new RunRecorder();
    recorder.listen({
      ...{ kind: "step-finished", jobId: "x", step: 3, name: "late", outcome: "failure", conclusion: "failure" },
      ...{ summary: "", durationMs: 5, atMs: 9 },
    });
    expect(recorder.record().jobs[0]).toMatchObject({
      node: { id: "x" },
      steps: [{ number: 3, name: "late", startMs: 4, conclusion: "failure" }],
    });
  });
});
