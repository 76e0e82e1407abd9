import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { LineSplitter, LONGEST_LINE } from "../../../src/adapters/node/processes/log-follower.ts";
import { LinuxProcessTable, MARKER_VARIABLE } from "../../../src/adapters/node/processes/process-table.ts";
import { STOP_PLAN } from "../../../src/adapters/node/processes/stop-tree.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import type { Command } from "../../../src/ports/processes.ts";
import { processesContract } from "../../ports/processes.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "turnpike-processes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const PATH = process.env["PATH"] ?? "";
const hostile = fileURLToPath(new URL("../../fixtures/processes/hostile.sh", import.meta.url));

function bash(script: string, ...args: string[]): Command {
  return { file: "bash", args: ["-c", script, "bash", ...args], cwd: folder, env: { PATH } };
}

processesContract("NodeProcesses", () =>
  Promise.resolve({
    processes: new NodeProcesses(),
    folder,
    readFile: (path) => readFile(path, "utf8"),
    prints: (out, err, code) => bash('printf %s "$1"; printf %s "$2" >&2; exit "$3"', out, err, String(code)),
    dies: () => bash("kill -KILL $$"),
    repeatsInput: () => bash("cat"),
    waits: () => bash("sleep 600"),
    absent: () => ({ ...bash(""), file: "no-such-program" }),
  }),
);

/** A marker of this very run: another run of these tests on the same machine has others. */
function markerOf(kind: string): string {
  return `test-${kind}-${process.pid}`;
}

/** Processes that carry a marker of this test's. */
function markedWith(marker: string): readonly number[] {
  const table = new LinuxProcessTable();
  return table.survivorsSync({ leader: 0, leaderStart: undefined, marker }).map((survivor) => survivor.pid);
}

describe.skipIf(process.platform !== "linux")("stopping on Linux", () => {
  const kinds = [
    "ignores-int",
    "ignores-all",
    "child-ignores",
    "setsid",
    "double-fork",
    "clean-env",
    "fork-storm",
    "stops-itself",
    "daemon",
  ];
  it("takes no longer than 7 s, whatever it stops", () => {
    expect(STOP_PLAN.giveUpMs).toBeLessThan(7000);
    expect(STOP_PLAN.terminateMs).toBeLessThan(STOP_PLAN.giveUpMs);
  });

  it.concurrent.each(kinds)("leaves nothing of a program that %s", async (kind) => {
    const marker = markerOf(kind);
    const processes = new NodeProcesses(marker);
    const stop = new AbortController();
    const command = { file: "bash", args: [hostile, kind], cwd: folder, env: { PATH } };
    const result = await processes.runLogged(command, {
      logFile: join(folder, `${kind}.log`),
      signal: stop.signal,
      onLine: () => stop.abort(),
    });
    expect(result.end).toEqual({ kind: "stopped" });
    expect(markedWith(marker)).toEqual([]);
  });

  it.each(["holds-pipe", "leaves-group", "leaves-session"])("sweeps up after a program that %s", async (kind) => {
    const marker = markerOf(kind);
    const command = { file: "bash", args: [hostile, kind], cwd: folder, env: { PATH } };
    const result = await new NodeProcesses(marker).runLogged(command, { logFile: join(folder, `${kind}.log`) });
    expect(result.end).toEqual({ kind: "exited", code: 0 });
    expect(markedWith(marker)).toEqual([]);
  });

  it("does not wait for a child that holds the pipe of a captured program", async () => {
    const command = { file: "bash", args: [hostile, "holds-pipe"], cwd: folder, env: { PATH } };
    const result = await new NodeProcesses(markerOf("held")).capture(command);
    expect(result).toMatchObject({ end: { kind: "exited", code: 0 }, stdout: "ready\n" });
    for (const pid of markedWith(markerOf("held"))) process.kill(pid, "SIGKILL");
  });

  it("lets a program end well on SIGINT", async () => {
    const stop = new AbortController();
    const command = bash(`trap 'echo saved; exit 7' INT; echo ready; while :; do sleep 0.05; done`);
    const logFile = join(folder, "polite.log");
    await new NodeProcesses().runLogged(command, { logFile, signal: stop.signal, onLine: () => stop.abort() });
    expect(readFileSync(logFile, "utf8")).toBe("ready\nsaved\n");
  });

  it("marks a nested run's processes so that the outer run finds them", async () => {
    const outer = await new NodeProcesses("").capture(bash(`echo "$${MARKER_VARIABLE}"`));
    const marker = outer.stdout.trim();
    const inner = await new NodeProcesses(marker).capture(bash(`echo "$${MARKER_VARIABLE}"`));
    expect(marker).toMatch(/^\w+\.1$/);
    expect(inner.stdout.startsWith(`${marker}/`)).toBe(true);
  });

  it("gives a program SIGINT at its default even when our own parent ignores it", async () => {
    const entry = fileURLToPath(new URL("../../../src/adapters/node/processes.ts", import.meta.url));
    const script = `import { NodeProcesses } from ${JSON.stringify(entry)};
      const result = await new NodeProcesses().capture({ file: "grep", args: ["SigIgn", "/proc/self/status"], cwd: "/", env: { PATH: process.env.PATH } });
      process.stdout.write(result.stdout);`;
    writeFileSync(join(folder, "ignored.mjs"), script);
    const command = bash(`trap '' INT; exec "$1" "$2"`, process.execPath, join(folder, "ignored.mjs"));
    const { stdout } = await new NodeProcesses().capture(command);
    const ignored = Number.parseInt(stdout.split(":")[1]?.trim() ?? "", 16);
    expect(ignored & 0b10).toBe(0);
  });

  it("kills what runs when our own process ends without a word", async () => {
    const entry = fileURLToPath(new URL("../../../src/adapters/node/processes.ts", import.meta.url));
    const script = `import { NodeProcesses } from ${JSON.stringify(entry)};
      void new NodeProcesses(${JSON.stringify(markerOf("own-end"))}).runLogged(
        { file: "bash", args: [${JSON.stringify(hostile)}, "setsid"], cwd: "/", env: { PATH: process.env.PATH } },
        { logFile: ${JSON.stringify(join(folder, "own-end.log"))}, onLine: () => process.exit(5) });`;
    writeFileSync(join(folder, "own-end.mjs"), script);
    const { end } = await new NodeProcesses().capture(
      bash(`exec "$1" "$2"`, process.execPath, join(folder, "own-end.mjs")),
    );
    expect(end).toEqual({ kind: "exited", code: 5 });
    await expect.poll(() => markedWith(markerOf("own-end")), { timeout: 30_000 }).toEqual([]);
  });

  it("tells the CPU time and the memory that a program used", async () => {
    const burn = bash("for ((i = 0; i < 300000; i++)); do :; done; sleep 0.3");
    const [busy, idle] = await Promise.all([
      new NodeProcesses().runLogged(burn, { logFile: join(folder, "busy.log") }),
      new NodeProcesses().runLogged(bash("sleep 0.3"), { logFile: join(folder, "idle.log") }),
    ]);
    expect(busy.cpuMs).toBeGreaterThan(100);
    expect(idle.cpuMs).toBeLessThan(busy.cpuMs ?? 0);
    expect(idle.peakBytes).toBeGreaterThan(500_000);
  });

  it("tells the memory of what a program starts later too", async () => {
    const late = bash("sleep 0.3; { head -c 60000000 /dev/zero; sleep 1; } | tail -c 50000000 > /dev/null");
    const { peakBytes } = await new NodeProcesses().runLogged(late, { logFile: join(folder, "late.log") });
    expect(peakBytes).toBeGreaterThan(50_000_000);
  });
});

describe("output", () => {
  it("tells a watcher what a line shows that is drawn again and again, however it was written", () => {
    const lines: string[] = [];
    const splitter = new LineSplitter((line) => lines.push(line), true);
    const push = (text: string): string => {
      splitter.push(Buffer.from(text));
      return splitter.unfinished;
    };
    expect([push("1 of 9\r2 of"), push(" 9\r"), push("\n"), push("tests .."), push("..\r\nend")]).toEqual([
      "2 of",
      "2 of 9",
      "",
      "tests ..",
      "end",
    ]);
    splitter.end();
    expect(lines).toEqual(["2 of 9", "tests ....", "end"]);
  });

  it("tells a watcher of the newest lines alone, whole ones, when there are more than anybody could read", async () => {
    const lines: string[] = [];
    const logFile = join(folder, "newest.log");
    const command = bash("seq 1000000 1999999; echo the last line");
    await new NodeProcesses().runLogged(command, { logFile, onLine: (line) => lines.push(line), onlyNewest: true });
    expect(lines.at(-1)).toBe("the last line");
    expect(lines.length).toBeLessThan(500_000);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^1\d{6}$/);
    expect(statSync(logFile).size).toBe(8 * 1_000_000 + "the last line\n".length);
  });

  it("keeps a line of 100 MB out of memory and whole on disk", async () => {
    const lines: string[] = [];
    const logFile = join(folder, "long.log");
    const command = bash("echo begin; head -c 100000000 /dev/zero | tr '\\0' x; echo; echo end");
    const before = process.memoryUsage.rss();
    await new NodeProcesses().runLogged(command, { logFile, onLine: (line) => lines.push(line) });
    expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
    expect(statSync(logFile).size).toBe(100_000_000 + "begin\n\nend\n".length);
    expect(lines.map((line) => line.length)).toEqual([5, LONGEST_LINE, 3]);
  });

  it("turns invalid UTF-8 into replacement characters and keeps the bytes on disk", async () => {
    const lines: string[] = [];
    const logFile = join(folder, "bytes.log");
    const command = bash("printf 'a\\377b\\303\\251\\r\\n'");
    await new NodeProcesses().runLogged(command, { logFile, onLine: (line) => lines.push(line) });
    expect(lines).toEqual(["a\ufffdb\u00e9"]);
    expect([...readFileSync(logFile)]).toEqual([97, 0xff, 98, 0xc3, 0xa9, 13, 10]);
  });

  it("goes on after a program that opens /dev/stdout anew", async () => {
    const logFile = join(folder, "reopened.log");
    await new NodeProcesses().runLogged(bash("echo one; echo two > /dev/stdout; echo three"), { logFile });
    expect(readFileSync(logFile, "utf8")).toBe("two\nthree\n");
  });
});

describe("what cannot be started", () => {
  const cases: [string, Command, string][] = [
    ["a working directory that is not there", { ...bash(""), cwd: join(folder, "none") }, "no-such-cwd"],
    ["a file that may not be executed", { ...bash(""), file: join(folder, "plain.txt") }, "not-executable"],
    ["an interpreter that is not there", { ...bash(""), file: join(folder, "no-interpreter") }, "not-executable"],
    ["an argument with a NUL", { ...bash(""), args: ["a\0b"] }, "other"],
  ];
  it.each(cases)("is a result: %s", async (_, command, reason) => {
    writeFileSync(join(folder, "plain.txt"), "text");
    writeFileSync(join(folder, "no-interpreter"), "#!/no/such/program\n", { mode: 0o755 });
    expect((await new NodeProcesses().capture(command)).end).toMatchObject({ kind: "not-started", reason });
  });

  it("is an error of its own when the log cannot be written", async () => {
    const running = new NodeProcesses().runLogged(bash(""), { logFile: join(folder, "none", "x.log") });
    await expect(running).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
  });
});
