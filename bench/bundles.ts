import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, toTable } from "./table.ts";

// Bundle sizes and cold starts: each action is started with an input that it refuses, so that it loads, parses and ends.
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const ROUNDS = 15;

/** Bytes of an entry and of everything that it imports before its first statement. */
function staticClosure(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const imports = [...text.matchAll(/^(?:import|export) (?:[^"';]+? from )?"(\.[^"]+)"/gm)].map(
    (match) => match[1] ?? "",
  );
  return statSync(file).size + imports.reduce((sum, path) => sum + staticClosure(join(dirname(file), path), seen), 0);
}

function startMs(args: readonly string[]): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    const begin = performance.now();
    spawnSync(process.execPath, args, {
      env: { PATH: process.env["PATH"] ?? "", "INPUT_NO-SUCH-INPUT": "x" },
      stdio: "ignore",
    });
    if (round >= 2) times.push(performance.now() - begin);
  }
  return median(times);
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
const bare = startMs(["-e", ""]);
const rows = readdirSync(dist)
  .filter((name) => name.endsWith(".js"))
  .map((name) => {
    const ms = startMs(name === "turnpike.js" ? [join(dist, name), "--version"] : [join(dist, name)]);
    const over = [`${(ms / bare).toFixed(2)}`, `+${(ms - bare).toFixed(0)} ms`];
    return [name, kilobytes(staticClosure(join(dist, name))), `${ms.toFixed(0)} ms`, ...over];
  });
const all = readdirSync(dist, { recursive: true, encoding: "utf8" }).map((name) => statSync(join(dist, name)));
const total = all.filter((stat) => stat.isFile()).reduce((sum, stat) => sum + stat.size, 0);
console.log(toTable([["entry", "loaded at start", "cold start", "x bare node", "over bare"], ...rows]));
console.log(
  `\nbare node ${bare.toFixed(0)} ms; dist/ ${(total / 1e6).toFixed(2)} MB; medians of ${ROUNDS}, ${process.version}`,
);
