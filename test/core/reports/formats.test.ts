import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REPORT_FORMATS, type ReportFormat } from "../../../src/core/gates/index.ts";
import { makeReader, placeInRepository } from "../../../src/core/reports/index.ts";
import { anyText } from "../../fakes/any-text.ts";

const context = { root: "/work/project", cwd: "web", tool: null };

function read(format: ReportFormat, text: string) {
  const reader = makeReader(format, context);
  reader.push(text);
  return reader.end();
}

function reading(format: ReportFormat, document: unknown) {
  const result = read(format, typeof document === "string" ? document : JSON.stringify(document));
  if (result.kind !== "read") throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.reading;
}

function sarif(run: Record<string, unknown>, rules: readonly unknown[] = []) {
  return { version: "2.1.0", runs: [{ tool: { driver: { name: "Tool", rules } }, ...run }] };
}

describe("SARIF", () => {
  it("takes a level from the result, else from its rule by index or id, else warning", () => {
    const rules = [
      { id: "A", defaultConfiguration: { level: "error" } },
      { id: "B", defaultConfiguration: { level: "note" } },
    ];
    const results = [
      { ruleId: "A", message: { text: "1" } },
      { ruleIndex: 1, message: { text: "2" } },
      { ruleId: "A", level: "note", message: { text: "3" } },
      { ruleId: "C", message: { text: "4" } },
      { rule: { id: "B" }, message: { text: "5" } },
      { ruleId: "A", kind: "pass", message: { text: "6" } },
    ];
    const { totals, findings } = reading("sarif", sarif({ results }, rules));
    expect(totals).toEqual({ error: 1, warning: 1, note: 4 });
    expect(findings.map((finding) => finding.rule)).toEqual(["A", "C", "B", "A", "B", "A"]);
  });

  it("puts relative, absolute, encoded and based places into one form", () => {
    const at = (artifactLocation: unknown) => ({
      message: { text: "m" },
      locations: [{ physicalLocation: { artifactLocation, region: { startLine: 3 } } }],
    });
    const run = {
      originalUriBaseIds: { SRC: { uri: "file:///work/project/src" } },
      artifacts: [{ location: { uri: "indexed.py" } }],
      results: [
        at({ uri: "a%20b.py" }),
        at({ uri: "file:///work/project/%C3%A9.py" }),
        at({ uri: "/work/project/raw é.ts" }),
        at({ uri: "c.py", uriBaseId: "SRC" }),
        at({ index: 0 }),
        at({ uri: "file:///etc/passwd" }),
        at({ uri: "../../../outside" }),
      ],
    };
    const { findings } = reading("sarif", sarif(run));
    expect(findings.map(({ file, line }) => [file, line])).toEqual([
      ["web/a b.py", 3],
      ["é.py", 3],
      ["raw é.ts", 3],
      ["src/c.py", 3],
      ["web/indexed.py", 3],
      [null, null],
      [null, null],
    ]);
    expect(findings[5]?.message).toBe("file:///etc/passwd: m");
  });

  it("leaves suppressed and absent results out", () => {
    const results = [
      { message: { text: "1" }, suppressions: [{ kind: "inSource" }] },
      { message: { text: "2" }, suppressions: [{ status: "rejected" }] },
      { message: { text: "3" }, baselineState: "absent" },
      { message: { text: "4" }, suppressions: [] },
    ];
    expect(reading("sarif", sarif({ results })).findings.map((finding) => finding.message)).toEqual(["2", "4"]);
  });

  it("tells what the tool could not do", () => {
    const notification = {
      level: "error",
      message: { text: "syntax error" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "a.py" } } }],
    };
    const told = sarif({
      results: [],
      invocations: [{ executionSuccessful: true, toolConfigurationNotifications: [notification] }],
    });
    expect(reading("sarif", told).problems).toEqual(["a.py: syntax error"]);
    const failed = sarif({ results: [], invocations: [{ executionSuccessful: false }] });
    expect(reading("sarif", failed).problems).toEqual(["Tool says that it did not run well"]);
    expect(reading("sarif", { version: "2.1.0", runs: [] }).problems).toEqual(["the report holds no run"]);
  });

  it("reads several runs, a byte order mark, and a result without a message", () => {
    const two = {
      version: "2.1.0",
      runs: [...sarif({ results: [{}] }).runs, ...sarif({ results: [{ message: {} }] }).runs],
    };
    expect(reading("sarif", `\ufeff${JSON.stringify(two)}`).totals?.warning).toBe(2);
  });
});

describe("the protocol for own gate scripts", () => {
  it("counts each gate as a check, and each that did not pass as a failure", () => {
    const gates = [
      { id: "a", name: "A", passed: true, message: "", duration_seconds: 0.5 },
      { id: "b", name: "B", passed: false, message: "contract is broken", duration_seconds: 1 },
      { id: "c", name: "C", passed: false },
    ];
    const { tests, findings, work } = reading("gates-json", { gates });
    expect([tests, work]).toEqual([
      { executed: 3, failed: 2, skipped: 0, flaky: 0 },
      { amount: 3, unit: "checks" },
    ]);
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
      ["b", "contract is broken"],
      ["c", "C"],
    ]);
  });

  it("is refused when it is something else", () => {
    const result = read("gates-json", JSON.stringify({ gates: [{ id: "a", passed: "yes" }] }));
    expect(result).toMatchObject({ kind: "broken", reason: expect.stringContaining("gates.0.passed") });
  });
});

describe("coverage", () => {
  const lcov = "SF:a.js\nDA:1,1\nDA:2,0\nend_of_record\nSF:a.js\nDA:2,3\nDA:3,0\nend_of_record\n";

  it("counts LCOV's lines itself, a file that comes twice once", () => {
    expect(reading("lcov", lcov).coverage).toBeCloseTo(66.67, 1);
    expect(read("lcov", lcov.slice(0, 20)).kind).toBe("broken");
    expect(read("lcov", "nonsense").kind).toBe("broken");
  });

  it("reads both documents of Istanbul", () => {
    expect(reading("istanbul-json", { total: { lines: { total: 8, covered: 6, skipped: 0, pct: 75 } } }).coverage).toBe(
      75,
    );
    const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 9 } });
    const file = {
      path: "/a.js",
      statementMap: { 0: at(1), 1: at(1), 2: at(4) },
      s: { 0: 0, 1: 2, 2: 0 },
      fnMap: {},
      f: {},
    };
    expect(reading("istanbul-json", { "/a.js": file }).coverage).toBe(50);
  });

  it("reads Cobertura, lines of methods not twice, and refuses entities", () => {
    const lines = `<lines><line number="1" hits="1"/><line number="2" hits="0"/></lines>`;
    const xml = `<coverage><packages><package><classes><class><methods><method>${lines}</method></methods>${lines}</class></classes></package></packages></coverage>`;
    const doctype = `<!DOCTYPE coverage SYSTEM "http://example.org/coverage-04.dtd">`;
    expect(reading("cobertura", doctype + xml).coverage).toBe(50);
    expect(read("cobertura", `<!DOCTYPE coverage [<!ENTITY a "b">]>${xml}`).kind).toBe("broken");
    expect(read("cobertura", xml.slice(0, 60)).kind).toBe("broken");
  });
});

describe("text", () => {
  it.each([
    ["src/a.ts(3,14): error TS2322: Type 'x'.", ["TS2322", "web/src/a.ts", 3, 14, "error"]],
    ["src/a.py:5: error: wrong  [arg-type]", ["arg-type", "web/src/a.py", 5, null, "error"]],
    ["src/a.py:5:2: warning: odd", [null, "web/src/a.py", 5, 2, "warning"]],
    ["src/a.py:5:1: F401 `os` unused", ["F401", "web/src/a.py", 5, 1, "error"]],
    ["\u001b[31m/work/project/b.c:1:2: error: x\u001b[0m", [null, "b.c", 1, 2, "error"]],
    ["[warn] src/fmt.ts", [null, "web/src/fmt.ts", null, null, "error"]],
    ["[error] a.ts: SyntaxError: bad. (1:17)", [null, "web/a.ts", 1, 17, "error"]],
    ["error[rule-x]: headline\n --> src/a.py:5:12", ["rule-x", "web/src/a.py", 5, 12, "error"]],
  ])("finds the place in %j", (line, expected) => {
    const [found] = reading("text", `noise\n${line}\n`).findings;
    expect([found?.rule, found?.file, found?.line, found?.column, found?.severity]).toEqual(expected);
  });

  it("finds nothing in ordinary output", () => {
    const output =
      "12:30:01 INFO started\nhttp://localhost:8080: ok\nerror: no place\n[warn] Code style issues found in 2 files.\n";
    expect(reading("text", output).totals).toEqual({ error: 0, warning: 0, note: 0 });
  });
});

describe("audits", () => {
  it("say how many packages were left out", () => {
    const dependencies = [
      { name: "a", version: "1", vulns: [{ id: "CVE-1", fix_versions: ["2"], description: "bad\nmore" }] },
      { name: "b", skip_reason: "not on the index" },
    ];
    const { remark, notAudited, findings } = reading("pip-audit-json", { dependencies });
    expect([remark, notAudited]).toEqual(["1 of 2 packages not audited", null]);
    expect(findings[0]?.message).toBe("a 1: bad (fixed in 2)");
  });

  it("tell a missing lock from a service that does not answer", () => {
    expect(reading("npm-audit-json", { error: { code: "ENOLOCK", summary: "needs a lock" } }).problems).toEqual([
      "there is no lock file to audit",
    ]);
    expect(reading("npm-audit-json", { message: "request failed", error: { summary: "" } }).notAudited).toContain(
      "request failed",
    );
  });
});

describe("any format", () => {
  it.each(REPORT_FORMATS)("%s: reads any text without throwing, and believes no nonsense", (format) => {
    const json = fc.json();
    fc.assert(
      fc.property(fc.oneof(fc.string(), json, anyText()), (text) => {
        expect(["read", "broken"]).toContain(read(format, text).kind);
      }),
      { numRuns: 60 },
    );
  });

  it.each(REPORT_FORMATS.filter((format) => !["text", "mypy-json"].includes(format)))(
    "%s: refuses an empty object or nonsense",
    (format) => {
      expect(read(format, "nonsense").kind).toBe("broken");
    },
  );
});

it.each([
  ["src/a.py", "web/src/a.py"],
  ["./src/../a.py", "web/a.py"],
  ["../a.py", "a.py"],
  ["/work/project/a.py", "a.py"],
  ["file:///work/project/a%2Bb.py", "a+b.py"],
  ["file:/work/project/a.py", "a.py"],
  ["src\\a.py", "web/src/a.py"],
  ["/work/projects/a.py", null],
  ["/etc/passwd", null],
  ["../../x", null],
  ["", null],
  ["x".repeat(5000), null],
])("puts %j where it belongs: %j", (path, expected) => {
  expect(placeInRepository(path, context)).toBe(expected);
});
