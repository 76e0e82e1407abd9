import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readReport } from "../../src/actions/gates/read-report.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import type { ReportFormat } from "../../src/core/gates/index.ts";

const folder = mkdtempSync(join(tmpdir(), "turnpike-bench-"));
const context = { root: "/repo", cwd: ".", tool: null };

function write(name: string, pieces: Iterable<string>): string {
  const path = join(folder, name);
  const file = openSync(path, "w");
  for (const piece of pieces) writeSync(file, piece);
  closeSync(file);
  return path;
}

function* junit(cases: number): Generator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest">`;
  for (let at = 0; at < cases; at += 1) {
    const open = `<testcase classname="tests.test_module_${at % 500}.TestClass" name="test_case_number_${at}[parameter-${at % 7}]" file="tests/test_module_${at % 500}.py" line="${at % 900}" time="0.001"`;
    yield at % 1000 === 0
      ? `${open}><failure message="assert 1 == 2">tests/a.py:3: AssertionError</failure></testcase>`
      : `${open} />`;
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

const cases: readonly [string, ReportFormat, Iterable<string>][] = [
  ["JUnit, 100,000 cases", "junit", junit(100_000)],
  ["JUnit, 1,000,000 cases", "junit", junit(1_000_000)],
  ["SARIF, 25,000 results", "sarif", sarif(25_000)],
];
const only = process.argv[2];
for (const [name, format, pieces] of cases) {
  if (only !== undefined && !name.includes(only)) continue;
  const path = write("report", pieces);
  const begin = performance.now();
  const result = await readReport(new NodeFiles(folder), { path, format }, context);
  const ms = performance.now() - begin;
  const size = (statSync(path).size / 1e6).toFixed(0);
  const memory = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(
    `${name.padEnd(24)} ${size.padStart(4)} MB  ${(ms / 1000).toFixed(2)} s  peak ${memory} MB  ${result.kind}`,
  );
}
rmSync(folder, { recursive: true });
