import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toTable } from "../table.ts";

// Memory of the command line while eight gates print 100 MB each, against the same gates printing nothing.
const GATES = 8;
const BYTES = 100 * 1024 * 1024;
const MIB = 1024 * 1024;
const cli = fileURLToPath(new URL("../../dist/turnpike.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "turnpike-output-"));

function peakBytes(command: string): number {
  const gates = Array.from({ length: GATES }, (_, at) => `  g${at}: { run: ${JSON.stringify(command)} }`);
  writeFileSync(join(root, "turnpike.yml"), `presets: none\ngates:\n${gates.join("\n")}\n`);
  // The peak that time(1) tells is that of the largest process: the command line, as head and tr are small.
  const log = join(root, "time.txt");
  const args = ["-o", log, "-f", "%M", process.execPath, cli, "gates", root, "--jobs", String(GATES)];
  spawnSync("/usr/bin/time", args, { stdio: "ignore" });
  return Number(readFileSync(log, "utf8").trim().split("\n").at(-1)) * 1024;
}

const rows = [["eight gates print", "peak of the command line", "growth", "on disk"]];
const quiet = peakBytes("true");
rows.push(["nothing", `${(quiet / MIB).toFixed(0)} MiB`, "", ""]);
const kinds = {
  "100 MiB in lines": `head -c ${BYTES} /dev/zero | tr '\\0' 'x' | fold -w 199`,
  "one line of 100 MiB": `head -c ${BYTES} /dev/zero | tr '\\0' 'x'`,
  "100 MiB of random bytes": `head -c ${BYTES} /dev/urandom`,
};
for (const [name, command] of Object.entries(kinds)) {
  const peak = peakBytes(command);
  const sizes = Array.from({ length: GATES }, (_, at) => statSync(join(root, `.turnpike/gates/logs/g${at}.log`)).size);
  const isWhole = sizes.every((size) => size >= BYTES);
  const disk = isWhole ? "whole" : `lost: ${sizes.join(", ")}`;
  rows.push([name, `${(peak / MIB).toFixed(0)} MiB`, `${((peak - quiet) / MIB).toFixed(0)} MiB`, disk]);
}
console.log(toTable(rows));
console.log("bound: growth of 64 MiB, nothing lost");
rmSync(root, { recursive: true, force: true });
