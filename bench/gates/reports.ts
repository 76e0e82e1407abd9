import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import type { ReportFormat } from "../../src/core/gates/index.ts";
import { median, toTable } from "../table.ts";

// Time and memory of reading reports. Each is read by a process of its own, bundled as dist/ is: the process that writes the
// reports, and Node's own compiler of types, would count otherwise. `npm run bench -- reports`; the whole takes a minute.
const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), "turnpike-bench-"));
const root = fileURLToPath(new URL("../..", import.meta.url));

function write(name: string, pieces: Iterable<string>): string {
  const path = join(folder, name);
  const file = openSync(path, "w");
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
  return path;
}

/** How a producer closes a case that passed; `content`: each case holds what it printed, so that a parser has to read all. */
type Style = "empty" | "content";

function* junit(cases: number, style: Style = "empty"): Generator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest">`;
  const passed = style === "empty" ? " />" : "><system-out>connected</system-out></testcase>";
  for (let at = 0; at < cases; at += 1) {
    const open = `<testcase classname="tests.test_module_${at % 500}.TestClass" name="test_case_number_${at}[parameter-${at % 7}]" file="tests/test_module_${at % 500}.py" line="${at % 900}" time="0.001"`;
    yield at % 1000 === 0
      ? `${open}><failure message="assert 1 == 2">tests/a.py:3: AssertionError</failure></testcase>`
      : `${open}${passed}`;
  }
  yield "</testsuite></testsuites>";
}

function* sarif(results: number): Generator<string> {
  yield `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"tool","rules":[{"id":"R1"}]}},"results":[`;
  for (let at = 0; at < results; at += 1) {
    const place = `{"physicalLocation":{"artifactLocation":{"uri":"src/file_${at % 300}.py"},"region":{"startLine":${(at % 900) + 1},"startColumn":3}}}`;
    yield `${at === 0 ? "" : ","}{"ruleId":"R1","level":"warning","message":{"text":"finding number ${at} says something of usual length"},"locations":[${place}]}`;
  }
  yield "]}]}";
}

/** A program that reads one report and tells what it took, with nothing else in it. */
async function makeReader(): Promise<string> {
  const source = (path: string) => JSON.stringify(join(root, "src", path));
  const entry = join(folder, "entry.ts");
  writeFileSync(
    entry,
    `import { readFileSync } from "node:fs";
     import { readReport } from ${source("actions/gates/read-report.ts")};
     import { NodeFiles } from ${source("adapters/node/files.ts")};
     // The peak of getrusage(2) is inherited from the process that started this one; that of the address space is not.
     const peakOf = () => Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
     const [, , path = "", format] = process.argv;
     const context = { root: "/repo", cwd: ".", tool: null };
     const idle = peakOf();
     const begin = performance.now();
     const result = await readReport(new NodeFiles("/"), { path, format }, context);
     const ms = performance.now() - begin;
     const { user, system } = process.cpuUsage();
     console.log(JSON.stringify({ ms, idle, peak: peakOf(), cpuMs: (user + system) / 1000, kind: result.kind }));`,
  );
  const bundle = await rolldown({ input: entry, cwd: root, platform: "node", external: [/^node:/] });
  const file = join(folder, "reader.mjs");
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  return file;
}

interface Measure {
  readonly ms: number;
  /** Of the whole process, its start with it. */
  readonly cpuMs: number;
  /** KiB; before the report is read. */
  readonly idle: number;
  readonly peak: number;
  readonly kind: string;
}

const cases: readonly [string, ReportFormat, Iterable<string>, string][] = [
  ["JUnit, 100,000 cases", "junit", junit(100_000), "0.6 s, 120 MB"],
  ["JUnit, 1,000,000 cases", "junit", junit(1_000_000), "4 s, 200 MB"],
  ["JUnit, 100,000 cases with output", "junit", junit(100_000, "content"), "0.6 s, 120 MB"],
  ["JUnit, 1,000,000 cases with output", "junit", junit(1_000_000, "content"), "4 s, 200 MB"],
  ["SARIF, 25,000 results", "sarif", sarif(25_000), "1 s"],
];
const only = process.argv[2];
const reader = await makeReader();
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const megabytes = (kibibytes: number): string => `${((kibibytes * 1024) / 1e6).toFixed(0)} MB`;
const rows = [["report", "size", "median", "slowest", "CPU", "idle", "median peak", "highest peak", "bound", "read"]];
for (const [name, format, pieces, bound] of cases) {
  if (only !== undefined && !name.includes(only)) continue;
  const path = write("report", pieces);
  const all = Array.from({ length: ROUNDS }, (): Measure => {
    return JSON.parse(execFileSync(process.execPath, [reader, path, format], { encoding: "utf8" })) as Measure;
  });
  const of = (key: "ms" | "cpuMs" | "idle" | "peak"): readonly number[] => all.map((one) => one[key]);
  rows.push([
    ...[
      name,
      `${(statSync(path).size / 1e6).toFixed(0)} MB`,
      seconds(median(of("ms"))),
      seconds(Math.max(...of("ms"))),
    ],
    ...[seconds(median(of("cpuMs"))), megabytes(median(of("idle")))],
    ...[megabytes(median(of("peak"))), megabytes(Math.max(...of("peak")))],
    ...[bound, all.every(({ kind }) => kind === "read") ? "yes" : "no"],
  ]);
}
console.log(toTable(rows));
rmSync(folder, { recursive: true });
