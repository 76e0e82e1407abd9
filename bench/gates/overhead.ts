import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Environments } from "../../src/actions/gates/environments/environments.ts";
import { executeGates } from "../../src/actions/gates/execute.ts";
import { systemClock } from "../../src/adapters/node/clock.ts";
import { definedVariables } from "../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { GitProgram } from "../../src/adapters/node/git.ts";
import { thisMachine } from "../../src/adapters/node/machine.ts";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { systemRandom } from "../../src/adapters/node/random.ts";
import { type Gate, Masker } from "../../src/core/gates/index.ts";

const GATES = Number(process.argv[2] ?? 1000);
const NOTHING = "/bin/true";

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function bareSpawns(count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const begin = performance.now();
    await new Promise((resolve) => spawn(NOTHING, [], { stdio: "ignore", detached: true }).on("exit", resolve));
    times.push(performance.now() - begin);
  }
  return times;
}

const gates: readonly Gate[] = Array.from({ length: GATES }, (_, at) => ({
  ...{ id: `g${at}`, tool: null, run: [NOTHING], reproduce: NOTHING, cwd: ".", env: {}, needs: [], tier: "fast" },
  ...{ required: true, timeoutMs: 60_000, cpu: 1, memoryBytes: null, locks: [], reports: [], inconclusive: "fail" },
  ...{ exitCodes: null, source: { file: "turnpike.yml", line: 1 }, why: "", declared: true, environment: null },
}));

async function gatesOneByOne(): Promise<readonly number[]> {
  const scratch = mkdtempSync(join(tmpdir(), "turnpike-bench-"));
  const processes = new NodeProcesses();
  const env = definedVariables(process.env);
  const files = new NodeFiles(scratch);
  await files.makeDirectory(join(scratch, "logs"));
  const ports = {
    ...{ processes, files, env, clock: systemClock, random: systemRandom, machine: thisMachine },
    git: new GitProgram(processes, env),
  };
  const ends: number[] = [];
  const begin = performance.now();
  await executeGates(
    gates,
    {
      ...{ root: scratch, scratch, cores: 1, memoryBytes: null, failFast: false, history: new Map() },
      ...{
        environments: await Environments.open(
          gates,
          { root: scratch, folder: scratch, environments: [], listener: () => undefined },
          ports,
        ),
        masker: new Masker([]),
        signal: new AbortController().signal,
      },
      listener: (event) => {
        if (event.kind === "finished") ends.push(performance.now());
      },
    },
    ports,
  );
  rmSync(scratch, { recursive: true });
  return ends.map((end, at) => end - (ends[at - 1] ?? begin));
}

const before = await bareSpawns(GATES);
const ours = await gatesOneByOne();
const after = await bareSpawns(GATES);
const bare = median([...before, ...after]);
console.log(`Overhead of a gate over bare spawn, ${GATES} gates of ${NOTHING}, one core`);
console.log(`bare spawn       ${bare.toFixed(2)} ms median`);
console.log(`gate             ${median(ours).toFixed(2)} ms median`);
console.log(`overhead         ${(median(ours) - bare).toFixed(2)} ms median`);
