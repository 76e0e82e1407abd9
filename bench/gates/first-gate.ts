import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, toTable } from "../table.ts";

// From the start of Node to the start of the first gate, on a repository whose plan has not changed, by the bundle.
const ROUNDS = 21;
const cli = fileURLToPath(new URL("../../dist/turnpike.js", import.meta.url));

/** The gate writes when it started; `date` itself takes about a millisecond of it. */
function makeRepository(files: number): string {
  const root = mkdtempSync(join(tmpdir(), "turnpike-first-gate-"));
  const gates = "gates:\n  stamp: { run: [sh, -c, 'date +%s%N > \"$STAMP\"'], tier: fast }\n";
  writeFileSync(join(root, "turnpike.yml"), gates);
  writeFileSync(join(root, "pyproject.toml"), '[project]\nname = "a"\nversion = "1"\n');
  for (let at = 0; at < files; at += 1) {
    const folder = join(root, "src", `p${Math.floor(at / 20)}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `m${at}.py`), "");
  }
  const git = (...args: string[]) =>
    spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: root });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "a");
  utimesSync(root, new Date(), new Date());
  return root;
}

function firstGate(root: string, cache: string): number {
  const stamp = join(cache, "stamp");
  const begin = performance.timeOrigin + performance.now();
  const env = { ...process.env, XDG_CACHE_HOME: cache, STAMP: stamp };
  spawnSync(process.execPath, [cli, "gates", "--no-cache", root], { stdio: "ignore", env });
  return Number(BigInt(readFileSync(stamp, "utf8").trim()) / 1000n) / 1000 - begin;
}

function bareNode(): number {
  const begin = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return performance.now() - begin;
}

const wait = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const rows = [["repository", "first run", "unchanged plan, median", "fastest", "bare node", "other load"]];
for (const files of [20, 2000, 10_000]) {
  const root = makeRepository(files);
  const cache = mkdtempSync(join(tmpdir(), "turnpike-first-gate-cache-"));
  wait(2100);
  const cold = firstGate(root, cache);
  firstGate(root, cache);
  wait(2100);
  firstGate(root, cache);
  const load = loadavg()[0] ?? 0;
  const times = Array.from({ length: ROUNDS }, () => firstGate(root, cache));
  const bare = median(Array.from({ length: ROUNDS }, bareNode));
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  rows.push([`${files} files`, ms(cold), ms(median(times)), ms(Math.min(...times)), ms(bare), load.toFixed(1)]);
  for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true });
}
console.log("Start of Node to start of the first gate (bound: 100 ms with an unchanged plan)");
console.log(toTable(rows));
