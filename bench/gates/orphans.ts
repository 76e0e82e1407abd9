import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { toTable } from "../table.ts";

// Programs that do not want to end, each stopped as soon as it is ready; then every process is looked for that still works
// in its folder, which tells them even where environment, group and session are gone.
const RUNS = Number(process.env["RUNS"] ?? 20);
/** More storms of processes at once would measure the machine's patience alone. */
const AT_ONCE = 4;
const STOPPED = [
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
const LEFT_BEHIND = ["holds-pipe", "leaves-group", "leaves-session"];
const hostile = fileURLToPath(new URL("../../test/fixtures/processes/hostile.sh", import.meta.url));
const folder = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-orphans-")));

function livingIn(cwd: string): number {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === cwd;
    } catch {
      return false;
    }
  }).length;
}

async function runOne(kind: string, at: number): Promise<{ readonly orphans: number; readonly goneMs: number }> {
  const cwd = join(folder, `${kind}-${at}`);
  mkdirSync(cwd);
  const stop = new AbortController();
  let readyAt = 0;
  const command = { file: "bash", args: [hostile, kind], cwd, env: { PATH: process.env["PATH"] ?? "" } };
  await new NodeProcesses(`bench-${kind}-${at}`).runLogged(command, {
    logFile: join(folder, `${kind}-${at}.log`),
    signal: stop.signal,
    onLine: () => {
      readyAt = performance.now();
      if (STOPPED.includes(kind)) stop.abort();
    },
  });
  return { orphans: livingIn(cwd), goneMs: performance.now() - readyAt };
}

const rows = [["program", "runs", "orphans", "all gone after, longest"]];
let orphans = 0;
for (const kind of [...STOPPED, ...LEFT_BEHIND]) {
  const runs: Awaited<ReturnType<typeof runOne>>[] = [];
  for (let at = 0; at < RUNS; at += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, RUNS - at) }, (_, next) => runOne(kind, at + next));
    runs.push(...(await Promise.all(batch)));
  }
  const left = runs.reduce((sum, run) => sum + run.orphans, 0);
  orphans += left;
  const longest = Math.max(...runs.map(({ goneMs }) => goneMs));
  rows.push([kind, String(RUNS), String(left), `${(longest / 1000).toFixed(1)} s`]);
}
console.log(toTable(rows));
console.log(`${orphans} orphans in ${(rows.length - 1) * RUNS} runs (bounds: 0, and 7 s)`);
rmSync(folder, { recursive: true, force: true });
if (orphans > 0) process.exitCode = 1;
