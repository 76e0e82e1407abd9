import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitCodeOf, formatError } from "../src/errors.ts";
import { DemoConsole } from "./demo/console.ts";
import { prepareRepository } from "./demo/repository.ts";
import { readRun } from "./demo/results.ts";
import { renderScreen } from "./demo/screen.ts";
import { runTurnpike } from "./demo/turnpike.ts";
import { findUv } from "./demo/uv.ts";
import { checkAttestations } from "./demo/verification.ts";

// The road, end to end, on this machine: `npm run demo`. Everything is real but the identity of the signer.
const root = fileURLToPath(new URL("..", import.meta.url));
const TAG = "v1.2.0";

async function main(): Promise<number> {
  const screen = new DemoConsole(process.stderr);
  screen.title("Turnpike demo: a small service takes the road, as a release, on this machine.");
  const home = await mkdtemp(join(tmpdir(), "turnpike-demo-"));
  const uv = await screen.part("uv", () => findUv(home, screen));
  const repository = await screen.part("repository", () => prepareRepository({ root, home, uv, tag: TAG }));
  screen.say(`\nturnpike run --event push --ref refs/tags/${TAG}\n`);
  const begin = performance.now();
  const run = await runTurnpike({
    root,
    cwd: repository.folder,
    args: ["run", "--event", "push", "--ref", `refs/tags/${TAG}`],
    env: uv.env,
    inherit: true,
  });
  const roadMs = performance.now() - begin;
  const result = await readRun(repository.folder);
  if (run.code !== 0) {
    screen.fail(`The road ended with exit code ${run.code}. Its page: ${result.summaryFile}`);
    return run.code;
  }
  const checks = await screen.part("verify", () => checkAttestations({ root, result, home, env: uv.env }));
  process.stdout.write(renderScreen({ parts: screen.parts, result, checks, tag: TAG, roadMs, stream: process.stdout }));
  return checks.every((check) => check.asExpected) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`\n${formatError(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
