import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { taskkillArguments } from "../../../src/adapters/node/processes/child.ts";
import { MacProcessTable, WindowsProcessTable } from "../../../src/adapters/node/processes/foreign-tables.ts";
import { carriesMarker, LinuxProcessTable, parseProcStat } from "../../../src/adapters/node/processes/process-table.ts";
import { stopTree } from "../../../src/adapters/node/processes/stop-tree.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Fake {
  readonly pid: number;
  readonly group: number;
  readonly start: number;
  readonly state?: string;
  readonly environ?: string;
}

function statLine({ pid, group, start, state = "S" }: Fake): string {
  const zeros = Array.from({ length: 7 }, () => "0").join(" ");
  return `${pid} (a) b) c) ${state} 1 ${group} ${group} ${zeros} 5 6 70 80 20 0 1 0 ${start} 1000 250 0 0\n`;
}

function fakeProc(processes: readonly Fake[]): string {
  const root = mkdtempSync(join(tmpdir(), "turnpike-proc-"));
  folders.push(root);
  for (const fake of processes) {
    mkdirSync(join(root, String(fake.pid)));
    writeFileSync(join(root, String(fake.pid), "stat"), statLine(fake));
    writeFileSync(join(root, String(fake.pid), "environ"), fake.environ ?? "");
  }
  return root;
}

const tree = { leader: 100, leaderStart: "1", marker: "m.1" };

describe("the process table of Linux", () => {
  it("reads a stat line whose command name holds brackets and blanks", () => {
    const stat = parseProcStat(statLine({ pid: 7, group: 9, start: 42 }));
    expect(stat).toEqual({
      state: "S",
      group: 9,
      session: 9,
      ownTicks: 11,
      childTicks: 150,
      start: "42",
      residentPages: 250,
    });
  });

  it("finds members of the group and whatever carries the marker, but no zombies", async () => {
    const root = fakeProc([
      { pid: 100, group: 100, start: 1 },
      { pid: 101, group: 100, start: 2, state: "Z" },
      { pid: 102, group: 102, start: 3, environ: "A=1\0TURNPIKE_PROCESS=m.1\0B=2\0" },
      { pid: 103, group: 103, start: 4, environ: "TURNPIKE_PROCESS=m.11\0" },
    ]);
    const found = await new LinuxProcessTable(root).survivors(tree);
    expect(found).toEqual([
      { pid: 100, start: "1", inGroup: true },
      { pid: 102, start: "3", inGroup: false },
    ]);
  });

  it("takes nothing of a group whose leader's id went to a stranger", async () => {
    const root = fakeProc([
      { pid: 100, group: 100, start: 999 },
      { pid: 101, group: 100, start: 1000 },
      { pid: 102, group: 55, start: 3, environ: "TURNPIKE_PROCESS=m.1/inner.4\0" },
    ]);
    const found = await new LinuxProcessTable(root).survivors(tree);
    expect(found).toEqual([{ pid: 102, start: "3", inGroup: false }]);
  });

  it("sends no signal to an id that went to a stranger between listing and signalling", async () => {
    const sent: number[] = [];
    let looks = 0;
    const table = {
      survivors: () => Promise.resolve(looks++ === 0 ? [{ pid: 5, start: "1", inGroup: false }] : []),
      startOf: () => Promise.resolve("2"),
    };
    const signaller = { one: (pid: number) => sent.push(pid), group: (pid: number) => sent.push(-pid) };
    const plan = { interruptMs: 0, terminateMs: 50, giveUpMs: 1000 };
    expect(await stopTree({ tree, table, signaller, isLeaderOurs: () => false }, plan)).toBe(true);
    expect(sent).toEqual([]);
  });

  /** A machine on which each look at the processes takes `lookMs`. */
  function somethingImmortal(lookMs: number) {
    const sent: string[] = [];
    let nowMs = 0;
    const survivors = () => {
      nowMs += lookMs;
      return Promise.resolve([{ pid: 5, start: "1", inGroup: true }]);
    };
    const table = { survivors, startOf: () => Promise.resolve("1") };
    const signaller = { one: (_: number, signal: string) => sent.push(signal), group: () => undefined };
    const wait = (ms: number) => {
      nowMs += ms;
      return Promise.resolve();
    };
    const target = { tree, table, signaller, isLeaderOurs: () => false, timer: { now: () => nowMs, wait } };
    return { sent, stop: () => stopTree(target, { interruptMs: 3000, terminateMs: 5000, giveUpMs: 6800 }) };
  }

  it("gives up, and says so, when something cannot be killed", async () => {
    const { sent, stop } = somethingImmortal(1);
    expect(await stop()).toBe(false);
    expect([...new Set(sent)]).toEqual(["SIGINT", "SIGTERM", "SIGKILL"]);
  });

  it("does not give up before SIGKILL, however slow the machine is", async () => {
    const { sent, stop } = somethingImmortal(60_000);
    expect(await stop()).toBe(false);
    expect(sent).toEqual(["SIGINT", "SIGKILL"]);
  });

  it.each([
    ["TURNPIKE_PROCESS=m.1", true],
    ["TURNPIKE_PROCESS=m.1/x\0B=1", true],
    ["A=TURNPIKE_PROCESS=m.1\0", false],
    ["TURNPIKE_PROCESS=m.12\0TURNPIKE_PROCESS=m.1\0", true],
    ["", false],
  ])("sees the marker of a tree in %j: %s", (environ, expected) => {
    expect(carriesMarker(environ, "m.1")).toBe(expected);
  });
});

describe("the process table of macOS, from recorded output", () => {
  const output = [
    "  100   100 Ss   Thu Nov 12 09:00:01 2026     bash -c x TURNPIKE_PROCESS=m.1 PATH=/bin",
    "  101   100 Z    Thu Nov 12 09:00:02 2026     (sleep)",
    "  102   102 S    Thu Nov 12 09:00:03 2026     sleep 600 SHELL=/bin/zsh TURNPIKE_PROCESS=m.1/a.2",
    "  103   103 S    Thu Nov 12 09:00:04 2026     sleep 600 TURNPIKE_PROCESS=m.12",
    "nonsense",
  ].join("\n");

  it("finds members of the group and whatever carries the marker", async () => {
    const table = new MacProcessTable(() => Promise.resolve(output));
    const found = await table.survivors({ ...tree, leaderStart: undefined });
    expect(found.map(({ pid, inGroup }) => [pid, inGroup])).toEqual([
      [100, true],
      [102, false],
    ]);
    expect(await table.startOf(102)).toBe("Thu Nov 12 09:00:03 2026");
  });

  it("finds nothing when ps fails", async () => {
    expect(await new MacProcessTable(() => Promise.resolve("")).survivors(tree)).toEqual([]);
  });
});

describe("the process table of Windows, from recorded output", () => {
  const row = (ProcessId: number, ParentProcessId: number, second: string) => ({
    ProcessId,
    ParentProcessId,
    Start: `2026-11-12T09:00:${second}.0000000Z`,
  });
  const rows = [row(100, 1, "01"), row(101, 100, "02"), row(102, 101, "03"), row(103, 100, "00"), row(104, 7, "05")];

  it("follows parents, and is not misled by an older process with a parent's id", async () => {
    const table = new WindowsProcessTable(() => Promise.resolve(JSON.stringify(rows)));
    const found = await table.survivors({ ...tree, leaderStart: undefined });
    expect(found.map(({ pid }) => pid)).toEqual([100, 101, 102]);
  });

  it("reads a single process, which PowerShell prints without a list, and survives nonsense", async () => {
    const single = new WindowsProcessTable(() => Promise.resolve(JSON.stringify(row(100, 1, "01"))));
    expect(await single.startOf(100)).toBe("2026-11-12T09:00:01.0000000Z");
    expect(await new WindowsProcessTable(() => Promise.resolve("error")).survivors(tree)).toEqual([]);
  });

  it("asks first and forces then", () => {
    expect(taskkillArguments(7, "SIGTERM")).toEqual(["/T", "/PID", "7"]);
    expect(taskkillArguments(7, "SIGKILL")).toEqual(["/T", "/F", "/PID", "7"]);
  });
});
