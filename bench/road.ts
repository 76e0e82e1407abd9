import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DemoConsole } from "../scripts/demo/console.ts";
import { prepareRepository } from "../scripts/demo/repository.ts";
import { readRun } from "../scripts/demo/results.ts";
import { runTurnpike } from "../scripts/demo/turnpike.ts";
import { findUv } from "../scripts/demo/uv.ts";
import { median, toTable } from "./table.ts";

// The demo's pipeline against its longest gate: once to fill the caches of uv, then measured.
const ROUNDS = 3;
const FACTOR = 1.3;
const EXTRA_MS = 5000;
const root = fileURLToPath(new URL("..", import.meta.url));

interface Round {
  readonly roadMs: number;
  readonly longestMs: number;
  readonly gatesMs: number;
}

async function measure(folder: string, env: Readonly<Record<string, string>>): Promise<Round> {
  const begin = performance.now();
  const args = ["run", "--event", "push", "--ref", "refs/tags/v1.2.0"];
  const run = await runTurnpike({ root, cwd: folder, args, env, inherit: false });
  const roadMs = performance.now() - begin;
  if (run.code !== 0) throw new Error(`the road ended with exit code ${run.code}\n${run.output.slice(-2000)}`);
  const { verdict } = await readRun(folder);
  const times = (verdict?.gates ?? []).map((gate) => gate.durationMs ?? 0);
  return { roadMs, longestMs: Math.max(...times), gatesMs: verdict?.durationMs ?? 0 };
}

const home = await mkdtemp(join(tmpdir(), "turnpike-bench-"));
try {
  const uv = await findUv(home, new DemoConsole(process.stderr));
  const { folder } = await prepareRepository({ root, home, uv, tag: "v1.2.0" });
  await measure(folder, uv.env);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(folder, uv.env));
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const rows = rounds.map(({ roadMs, gatesMs, longestMs }, index) => {
    const bound = FACTOR * longestMs + EXTRA_MS;
    return [
      `${index + 1}`,
      seconds(roadMs),
      seconds(gatesMs),
      seconds(longestMs),
      seconds(bound),
      (roadMs / bound).toFixed(2),
    ];
  });
  console.log(
    toTable([
      ["round", "road", "gates", "longest gate", `bound ${FACTOR} x + ${EXTRA_MS / 1000} s`, "road / bound"],
      ...rows,
    ]),
  );
  const ratio = median(rounds.map(({ roadMs, longestMs }) => roadMs / (FACTOR * longestMs + EXTRA_MS)));
  const load = (await readFile("/proc/loadavg", "utf8").catch(() => "?")).split(" ")[0];
  console.log(`\nmedian ${ratio.toFixed(2)} of the bound; load average ${load}`);
} finally {
  await rm(home, { recursive: true, force: true });
}
