import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, toTable } from "./table.ts";

// What the runner itself costs: workflows whose steps do nothing, whole process, start to end.
const turnpike = fileURLToPath(new URL("../dist/turnpike.js", import.meta.url));
const ROUNDS = 10;
const BUDGET_MS = 2000;

function jobs(count: number, steps: readonly string[]): string {
  const list = steps.map((step) => `      - ${step}\n`).join("");
  return Array.from(
    { length: count },
    (_, at) => `  j${at}:\n${at === 0 ? "" : `    needs: j${at - 1}\n`}    runs-on: ubuntu-latest\n    steps:\n${list}`,
  ).join("");
}

const parallel = (text: string): string => text.replaceAll(/ {4}needs: .*\n/g, "");
const noOp = ['run: ":"', 'run: ":"', 'run: ":"'];
const checkout = ["uses: actions/checkout@v4", 'run: ":"'];
const cases: readonly (readonly [string, string])[] = [
  ["1 job, 3 no-op steps", jobs(1, noOp)],
  ["10 jobs beside each other, 3 no-op steps each", parallel(jobs(10, noOp))],
  ["10 jobs in a chain, 3 no-op steps each", jobs(10, noOp)],
  ["10 jobs beside each other, checkout and a no-op", parallel(jobs(10, checkout))],
];

const home = mkdtempSync(join(tmpdir(), "turnpike-bench-"));
try {
  const rows = cases.map(([name, text], at) => {
    const folder = join(home, String(at));
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    writeFileSync(join(folder, ".github/workflows/ci.yml"), `on: push\njobs:\n${text}`);
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=b", "-c", "user.email=b@example.org", ...args], { cwd: folder });
    git("init", "--quiet", "--initial-branch", "main");
    git("add", "--all");
    git("commit", "--quiet", "--message", "first");
    const times = Array.from({ length: ROUNDS + 1 }, () => {
      const begin = performance.now();
      const { status } = spawnSync(process.execPath, [turnpike, "run"], { cwd: folder, stdio: "ignore" });
      if (status !== 0) throw new Error(`${name} ended with ${status}`);
      return performance.now() - begin;
    }).slice(1);
    const [best, worst] = [Math.min(...times), Math.max(...times)];
    const ms = median(times);
    return [name, ...[ms, best, worst].map((one) => `${one.toFixed(0)} ms`), ms < BUDGET_MS ? "within" : "OVER"];
  });
  console.log(toTable([["workflow", "median", "best", "worst", `budget ${BUDGET_MS / 1000} s`], ...rows]));
  console.log(`\n${ROUNDS} runs each after one that is not counted, ${process.version}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
