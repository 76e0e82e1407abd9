import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { definedVariables } from "../src/adapters/node/environment.ts";
import { NodeProcesses } from "../src/adapters/node/processes.ts";
import { readFacts, readReal } from "../test/core/sbom/locks.ts";
import { rebuildProject } from "../test/core/sbom/uv-project.ts";
import { sharedUv } from "../test/fakes/shared-uv.ts";
import { median, toTable } from "./table.ts";

// CPU time and memory of `turnpike sbom` on the whole of real locks, against uv's own export of the same; and one lock of
// 16,000 packages. Ratios are what to compare: they hold on a busy machine too.
const ROUNDS = 5;
const BIG = 16_000;
const turnpike = fileURLToPath(new URL("../dist/turnpike.js", import.meta.url));
const whole = ["--all-groups", "--all-extras", "--all-packages"];

if (!existsSync(turnpike)) {
  console.log("dist/turnpike.js is not there: npm run build");
  process.exit(1);
}

const processes = new NodeProcesses();
const scratch = mkdtempSync(join(tmpdir(), "turnpike-bench-"));

interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakBytes: number;
}

/** GNU time tells the true peak; polling misses short programs. */
const timer = (await processes.which("time", definedVariables(process.env))) ?? "/usr/bin/time";
const hasTimer = existsSync(timer);

async function measure(program: string, programArgs: readonly string[], cwd: string): Promise<Cost> {
  const [file, args] = hasTimer ? [timer, ["-f", "peak %M", program, ...programArgs]] : [program, programArgs];
  const runs: Cost[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const env = definedVariables(process.env);
    const { cpuMs = 0, durationMs, peakBytes = 0, end, stderr } = await processes.capture({ file, args, cwd, env });
    if (end.kind !== "exited" || end.code !== 0) throw new Error(`${file} ${args.join(" ")}: ${stderr.slice(-400)}`);
    const peak = /^peak (\d+)$/m.exec(stderr)?.[1];
    if (round > 0)
      runs.push({ cpuMs, wallMs: durationMs, peakBytes: peak === undefined ? peakBytes : Number(peak) * 1024 });
  }
  const middle = (pick: (cost: Cost) => number): number => median(runs.map(pick));
  return {
    cpuMs: middle((cost) => cost.cpuMs),
    wallMs: middle((cost) => cost.wallMs),
    peakBytes: middle((cost) => cost.peakBytes),
  };
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const mb = (value: number): string => `${(value / 1e6).toFixed(0)} MB`;

async function realLocks(): Promise<void> {
  const locks = Object.entries(readFacts()).filter(([, { kind }]) => kind === "uv.lock");
  const { uv } = await sharedUv();
  if (locks.length === 0 || uv === undefined) {
    console.log("No real locks or no uv here; only the made-up lock is measured.");
    return;
  }
  const rows: string[][] = [];
  for (const [path, { packages = 0 }] of locks) {
    const folder = rebuildProject(readReal(path), scratch);
    const ours = await measure(
      process.execPath,
      [turnpike, "sbom", ...whole, "-o", join(scratch, "ours.json")],
      folder,
    );
    const theirs = await measure(
      uv.path,
      [
        "export",
        "-q",
        "--frozen",
        "--offline",
        "--preview",
        "--format",
        "cyclonedx1.5",
        ...whole,
        "-o",
        join(scratch, "theirs.json"),
      ],
      folder,
    );
    rows.push([
      path.split("/")[0] ?? path,
      String(packages),
      ms(ours.cpuMs),
      ms(theirs.cpuMs),
      (ours.cpuMs / theirs.cpuMs).toFixed(1),
      mb(ours.peakBytes),
      mb(theirs.peakBytes),
    ]);
  }
  console.log(toTable([["uv.lock", "packages", "CPU", "CPU of uv export", "x", "peak", "peak of uv export"], ...rows]));
}

/** A flat tree in which every package needs up to eight others. */
function bigLock(): string {
  const packages: Record<string, object> = { "": { name: "big", version: "1.0.0", dependencies: { p0: "1" } } };
  for (let index = 0; index < BIG; index += 1) {
    const needs = Array.from({ length: 8 }, (_, step) => `p${(index * 7 + step * 13 + 1) % BIG}`);
    packages[`node_modules/p${index}`] = {
      version: "1.0.0",
      resolved: `https://registry.example.org/p${index}/-/p${index}-1.0.0.tgz`,
      integrity: `sha512-${Buffer.alloc(64, index % 256).toString("base64")}`,
      license: "MIT",
      dependencies: Object.fromEntries([...needs, `p${(index + 1) % BIG}`].map((name) => [name, "^1"])),
    };
  }
  return JSON.stringify({ name: "big", version: "1.0.0", lockfileVersion: 3, packages }, undefined, 2);
}

try {
  const bare = await measure(process.execPath, ["-e", ""], scratch);
  await realLocks();
  const folder = mkdtempSync(join(scratch, "big-"));
  writeFileSync(join(folder, "package-lock.json"), bigLock());
  const big = await measure(process.execPath, [turnpike, "sbom", "-o", "bom.json"], folder);
  console.log(
    `\n${BIG} packages in a package-lock.json: ${ms(big.cpuMs)} CPU, ${ms(big.wallMs)}, ${mb(big.peakBytes)} at most`,
  );
  console.log(`bare node ${ms(bare.cpuMs)} CPU; medians of ${ROUNDS}, ${process.version}`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
