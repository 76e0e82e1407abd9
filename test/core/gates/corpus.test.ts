import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  judge,
  type Outcome,
  REPORT_FORMATS,
  type ReportFormat,
  type ReportResult,
} from "../../../src/core/gates/index.ts";
import { MAY_BE_EMPTY, makeReader } from "../../../src/core/reports/index.ts";

const root =
  process.env["TURNPIKE_SHARED_DATA"] ?? fileURLToPath(new URL("../../../../../shared/data", import.meta.url));
const folder = [join(root, "reports"), fileURLToPath(new URL("../../../../shared/data/reports", import.meta.url))].find(
  existsSync,
);

interface Case {
  readonly tool: string;
  readonly name: string;
  readonly truth: string;
  readonly exitCode: number;
  readonly report: string;
  readonly format: string;
  readonly command: string;
}

function readCases(): readonly Case[] {
  if (folder === undefined) return [];
  const [, ...lines] = readFileSync(join(folder, "cases.tsv"), "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [tool = "", , name = "", truth = "", exitCode = "", report = "", format = "", , command = ""] =
      line.split("\t");
    return { tool, name, truth, exitCode: Number(exitCode), report, format, command };
  });
}

/** Names of the index that differ from ours. */
const FORMATS: Readonly<Record<string, ReportFormat>> = {
  "junit-xunit1": "junit",
  "junit-node": "junit",
  "mypy-jsonl": "mypy-json",
  "tsc-text": "text",
};

function readReport(one: Case, format: ReportFormat): ReportResult {
  const path = join(folder ?? "", one.report);
  if (one.report.startsWith("(") || !existsSync(path)) return { kind: "missing" };
  const text = readFileSync(path, "utf8");
  if (text === "" && !MAY_BE_EMPTY.has(format)) return { kind: "empty" };
  const reader = makeReader(format, { root: "/work/project", cwd: ".", tool: one.tool });
  for (let at = 0; at < text.length; at += 1000) reader.push(text.slice(at, at + 1000));
  return reader.end();
}

function readLog(one: Case): string {
  const streams = ["stdout", "stderr"].map((stream) => join(folder ?? "", one.tool, `${one.name}.${stream}.txt`));
  return streams.flatMap((path) => (existsSync(path) ? [readFileSync(path, "utf8")] : [])).join("\n");
}

function judgeCase(one: Case) {
  const format = FORMATS[one.format] ?? (one.format as ReportFormat);
  const reports = one.format === "-" ? [] : [{ format, path: one.report, result: readReport(one, format) }];
  const gate = { tool: one.tool, run: one.command, exitCodes: null };
  return judge({ gate, end: { kind: "exited", code: one.exitCode }, reports, log: readLog(one) });
}

const EXPECTED: Readonly<Record<string, Outcome>> = {
  clean: "passed",
  findings: "failed",
  "tool-error": "tool-error",
  "not-audited": "inconclusive",
};

/** A clean run for pytest-rerunfailures; the doubled case shows that a test passed only when it was tried again. */
const RETRIED = "pytest flaky-rerun";

/** Nothing was collected: the tool is well, but there is nothing to judge. */
const NOTHING_COLLECTED = "pytest none-collected";

describe.skipIf(folder === undefined)("reports of real tools (skipped where the shared data is absent)", () => {
  const cases = readCases();

  it("are all there", () => {
    expect(cases.length).toBe(133);
  });

  it("are of every format but those that have a report of a real tool in test/core/reports/producers.test.ts", () => {
    const formats = new Set(cases.map(({ format }) => FORMATS[format] ?? format));
    const others = REPORT_FORMATS.filter((format) => !formats.has(format));
    // gates-json is our own: scripts of a team's write it.
    expect(others).toEqual(["ruff-json", "istanbul-json", "gates-json"]);
  });

  it.each(cases.map((one) => [`${one.tool} ${one.name}`, one.report, one] as const))(
    "are judged as what they are: %s %s",
    (name, _, one) => {
      const special: Readonly<Record<string, Outcome>> = {
        [NOTHING_COLLECTED]: "inconclusive",
        [RETRIED]: "flaky-passed",
      };
      const expected = special[name] ?? EXPECTED[one.truth];
      const judgement = judgeCase(one);
      expect({ outcome: judgement.outcome, reason: judgement.reason }).toMatchObject({ outcome: expected });
      if (judgement.outcome !== "passed") expect(judgement.reason).toMatch(/^\S.{5,}/);
    },
  );

  it("say where each finding is, relative to the root, wherever the tool says it", () => {
    const places = cases
      .filter((one) => one.truth === "findings")
      .flatMap((one) => judgeCase(one).findings.map((finding) => finding.file))
      .filter((file) => file !== null);
    expect(places.length).toBeGreaterThan(80);
    for (const file of places)
      expect(file).toMatch(/^(src|tests?|nodetest|\.github|uv\.lock|package\.json|pyproject\.toml|[\w.]+\.[cm]?[jt]s)/);
  });

  it("are read without a crash when they are mutilated, and an end is found before the time of the test is", () => {
    const texts = cases.flatMap((one) => {
      const path = join(folder ?? "", one.report);
      return existsSync(path) && !one.report.startsWith("(") && one.format !== "-"
        ? [{ one, text: readFileSync(path, "utf8") }]
        : [];
    });
    const rounds = Number(process.env["TURNPIKE_MUTATIONS"] ?? 10_000);
    let state = 42;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state % Math.max(1, below);
    };
    const mutations = [
      (text: string, at: number) => text.slice(0, at),
      (text: string, at: number) => text.slice(at),
      (text: string, at: number) => text.slice(0, at) + text.slice(at + 1 + random(50)),
      (text: string, at: number) => text.slice(0, at) + text.slice(random(text.length)),
      (text: string, at: number) =>
        `${text.slice(0, at)}${["<", '"', "{", "]]>", "&#0;", "\u0000", "null", "-1e999", "[".repeat(5000)][random(9)]}${text.slice(at)}`,
    ];
    for (let round = 0; round < rounds; round += 1) {
      const entry = texts[random(texts.length)];
      if (entry === undefined) continue;
      const { one, text } = entry;
      const mutated = mutations[random(mutations.length)]?.(text, random(text.length)) ?? "";
      const format = FORMATS[one.format] ?? (one.format as ReportFormat);
      const reader = makeReader(format, { root: "/work/project", cwd: ".", tool: one.tool });
      reader.push(mutated);
      const result = reader.end();
      judge({
        gate: { tool: one.tool, run: one.command, exitCodes: null },
        end: { kind: "exited", code: one.exitCode },
        reports: [{ format, path: "r", result }],
        log: mutated,
      });
    }
  });
});
