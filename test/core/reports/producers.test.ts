import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ReportFormat } from "../../../src/core/gates/index.ts";
import { makeReader } from "../../../src/core/reports/index.ts";

function reading(format: ReportFormat, text: string) {
  const reader = makeReader(format, { root: "/repo", cwd: ".", tool: null });
  for (let at = 0; at < text.length; at += 100) reader.push(text.slice(at, at + 100));
  const result = reader.end();
  if (result.kind !== "read") throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.reading;
}

function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/reports/${name}`, import.meta.url), "utf8");
}

/**
 * Written by nyc 17.1.0 (`nyc --all --reporter=json --reporter=json-summary --reporter=lcovonly --reporter=cobertura
 * --reporter=text node --test`) of one run, only the folder's name put in place; its table says 37.5 % of lines.
 */
describe("coverage of nyc, of one run in four formats", () => {
  it.each<[ReportFormat, string]>([
    ["istanbul-json", "nyc-final.json"],
    ["istanbul-json", "nyc-summary.json"],
    ["lcov", "nyc.lcov"],
    ["cobertura", "nyc-cobertura.xml"],
  ])("%s, %s: says what its own table says", (format, name) => {
    expect(reading(format, fixture(name))).toMatchObject({ coverage: 37.5, work: { amount: 8, unit: "lines" } });
  });
});

describe("coverage of Node's own tests", () => {
  it("is read from the LCOV that they write", () => {
    const folder = mkdtempSync(join(tmpdir(), "turnpike-lcov-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(
      join(folder, "half.mjs"),
      "export function half(n) {\n  if (n < 0) {\n    return 0;\n  }\n  return n / 2;\n}\n",
    );
    writeFileSync(
      join(folder, "a.test.mjs"),
      'import test from "node:test";\nimport { half } from "./half.mjs";\ntest("half", () => void half(2));\n',
    );
    const options = ["--test", "--experimental-test-coverage", "--test-coverage-exclude=*.test.mjs"];
    const env = { PATH: process.env["PATH"] ?? "" };
    const text = execFileSync(process.execPath, [...options, "--test-reporter=lcov"], {
      cwd: folder,
      encoding: "utf8",
      env,
    });
    // Lines 2 to 4, the branch that was not taken, and six in all.
    expect(reading("lcov", text)).toMatchObject({ work: { amount: 6, unit: "lines" } });
    expect(reading("lcov", text).coverage).toBeGreaterThan(40);
    expect(reading("lcov", text).coverage).toBeLessThan(100);
  });
});

/** Written by ruff 0.17.6 (`ruff check --output-format json --select F a.py`), only the folder's name put in place. */
describe("ruff's own JSON", () => {
  it("gives each finding with its place", () => {
    const { findings, totals } = reading("ruff-json", fixture("ruff.json"));
    expect(totals).toEqual({ error: 2, warning: 0, note: 0 });
    expect(findings.map(({ rule, file, line, column }) => [rule, file, line, column])).toEqual([
      ["F401", "a.py", 1, 8],
      ["F821", "a.py", 4, 10],
    ]);
  });
});
