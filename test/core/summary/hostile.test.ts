import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { lexer, type MarkedToken, marked, type Token } from "marked";
import { describe, expect, it } from "vitest";
import { type Failure, OUTCOMES, VERDICTS } from "../../../src/core/gates/index.ts";
import type { Block, Inlines } from "../../../src/core/summary/blocks.ts";
import { LEVELS } from "../../../src/core/summary/caps.ts";
import {
  fence,
  PAGE_LIMIT_BYTES,
  type PageInput,
  plainText,
  renderBlocks,
  renderPage,
  reportFileSchema,
  reportOf,
} from "../../../src/core/summary/index.ts";
import { modelOf } from "../../../src/core/summary/model.ts";
import { pageBlocks } from "../../../src/core/summary/page.ts";
import { anyText } from "../../fakes/any-text.ts";
import { detail, detailsFile, finding, gate, run, samples, setup, verdictFile } from "./samples.ts";

/** What a page consists of, seen from either side. */
interface Shape {
  readonly headings: string[];
  readonly tableRows: number[];
  readonly codes: string[];
  readonly lists: number[];
  readonly details: number;
  readonly links: string[];
}

function linksOf(content: Inlines): string[] {
  return content.flatMap((part) => {
    if (typeof part === "string" || part.kind === "code") return [];
    return part.kind === "link" ? [part.url, ...linksOf(part.content)] : linksOf(part.content);
  });
}

function emptyShape(): Shape {
  return { headings: [], tableRows: [], codes: [], lists: [], details: 0, links: [] };
}

function merge(shapes: readonly Shape[]): Shape {
  return {
    headings: shapes.flatMap((shape) => shape.headings),
    tableRows: shapes.flatMap((shape) => shape.tableRows),
    codes: shapes.flatMap((shape) => shape.codes),
    lists: shapes.flatMap((shape) => shape.lists),
    details: shapes.reduce((sum, shape) => sum + shape.details, 0),
    links: shapes.flatMap((shape) => shape.links),
  };
}

/** What was meant. */
function shapeOfBlock(block: Block): Shape {
  const empty = emptyShape();
  switch (block.kind) {
    case "heading":
      return { ...empty, headings: [`h${block.level}`], links: linksOf(block.content) };
    case "paragraph":
    case "small":
    case "alert":
      return { ...empty, links: linksOf(block.content) };
    case "list":
      return { ...empty, lists: [block.items.length], links: block.items.flatMap(linksOf) };
    case "table":
      return {
        ...{ ...empty, tableRows: [block.rows.length] },
        links: block.rows.flatMap((row) => row.slice(0, block.columns.length).flatMap(linksOf)),
      };
    case "code":
      return { ...empty, codes: [plainText(block.text).replace(/\n+$/, "")] };
    case "details": {
      const inner = merge(block.blocks.map(shapeOfBlock));
      return { ...inner, details: inner.details + 1 };
    }
  }
}

const OUR_TAGS = /^<(\/?(sub|strong|code|details)|details open|!-- --)>$/;
const SUMMARY = /^<details( open)?>\n<summary>(.*)<\/summary>\n*$/;

/** What a Markdown parser makes of it; fails on any tag that is not ours. */
function shapeOfTokens(tokens: readonly Token[]): Shape {
  return merge(tokens.map((token) => shapeOfToken(token as MarkedToken)));
}

function shapeOfToken(token: MarkedToken): Shape {
  const empty = emptyShape();
  switch (token.type) {
    case "heading":
      return { ...shapeOfTokens(token.tokens), headings: [`h${token.depth}`] };
    case "table": {
      const cells = token.rows.flat().map((cell) => shapeOfTokens(cell.tokens));
      for (const row of token.rows) expect(row.length).toBe(token.header.length);
      return { ...merge(cells), tableRows: [token.rows.length] };
    }
    case "code":
      return { ...empty, codes: [token.text] };
    case "list":
      expect(token.ordered).toBe(false);
      return { ...merge(token.items.map((item) => shapeOfTokens(item.tokens))), lists: [token.items.length] };
    case "link":
      return { ...empty, links: [token.href] };
    case "html": {
      const summary = SUMMARY.exec(token.raw);
      if (summary !== null) {
        for (const [tag] of (summary[2] ?? "").matchAll(/<[^>]*>/g)) expect(tag).toMatch(OUR_TAGS);
        return { ...empty, details: 1 };
      }
      expect(token.raw.trim()).toMatch(OUR_TAGS);
      return empty;
    }
    case "image":
    case "hr":
    case "def":
    case "del":
    case "em":
    case "checkbox":
      return expect.fail(`foreign text became ${token.type}: ${token.raw.slice(0, 80)}`);
    default:
      return "tokens" in token && token.tokens !== undefined ? shapeOfTokens(token.tokens) : empty;
  }
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function expectStructure(input: PageInput): void {
  const page = renderPage(input);
  expect(bytes(page)).toBeLessThanOrEqual(PAGE_LIMIT_BYTES);
  const model = modelOf(input);
  const blocks = LEVELS.map((caps) => pageBlocks(model, caps)).find((candidate) => renderBlocks(candidate) === page);
  expect(blocks, "one of the levels").toBeDefined();
  expect(shapeOfTokens(lexer(page))).toEqual(merge((blocks ?? []).map(shapeOfBlock)));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

const NASTY = [
  ...[
    "|",
    "\\|",
    "\\",
    "`",
    "``",
    "```",
    "````\n",
    "~~~",
    "\n",
    "\r\n",
    "\n\n",
    "\n# h\n",
    "\n---\n",
    "\n===\n",
    "\n| a |\n|---|\n| b |\n",
  ],
  ...[
    "<",
    ">",
    "<b>",
    "</details>",
    "<details open>",
    "<!--",
    "-->",
    "<script>alert(1)</script>",
    "<img src=x onerror=1>",
    "&lt;",
    "&#124;",
    "&amp",
  ],
  ...[
    "[x](http://example.org)",
    "![x](y)",
    "[x]: http://example.org",
    "]",
    "(",
    ")",
    "!",
    "http://example.org",
    "www.example.org",
    "a@example.org",
    "@octocat",
    "#1",
  ],
  ...[
    "*",
    "**",
    "_",
    "__",
    "~~",
    "$x$",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "1) ",
    "> ",
    "# ",
    "    ",
    "\t",
    "=",
    "-",
    "[ ] ",
    "[!NOTE]",
    ":tada:",
    ":100:",
  ],
  ...[
    "\u202e",
    "\u2066",
    "\u0000",
    "\u001b[31m",
    "\ud800",
    "\u2028",
    "\u200b",
    "::error::x",
    "##[endgroup]",
    ": ",
    ";",
    "%%",
    "section x",
    "{}",
    "é",
    "日本",
    "😀",
  ],
  ...["a", "b1", "test_x", "src/a.py", "word "],
];
const nasty = fc.oneof(
  fc.array(fc.constantFrom(...NASTY), { minLength: 1, maxLength: 12 }).map((parts) => parts.join("")),
  anyText({ minLength: 1, maxLength: 30 }),
);
const maybe = fc.option(nasty, { nil: null });

const hostileGate = fc.record({
  id: nasty,
  outcome: fc.constantFrom(...OUTCOMES),
  required: fc.boolean(),
  reason: maybe,
});
const hostileFinding = fc.record({
  file: maybe,
  message: nasty,
  rule: maybe,
  line: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: null }),
});

function hostileFailure([a = "", b = "", c = "", d = "", e = ""]: readonly string[]): Failure {
  const problem = { where: d, line: 1, column: null, message: e };
  return {
    ...{ schema: "turnpike/failure/1", code: a, kind: "config", message: b, hint: c, doc: d },
    ...{ problems: [problem, { ...problem, line: null }], problemsTotal: 9 },
  };
}

const hostileInput = fc
  .record({
    verdict: fc.constantFrom(...VERDICTS),
    gates: fc.array(hostileGate, { maxLength: 8 }),
    texts: fc.array(nasty, { minLength: 8, maxLength: 8 }),
    findings: fc.array(hostileFinding, { maxLength: 4 }),
    tail: fc.array(nasty, { maxLength: 6 }),
  })
  .map(({ verdict, gates, texts, findings, tail }): PageInput => {
    const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = ""] = texts;
    const results = gates.map((one) =>
      gate(one.id, { outcome: one.outcome, required: one.required, reason: one.reason }),
    );
    const ranked = findings.map((one) => finding(one.file, one.line, one.message, { rule: one.rule }));
    const details = gates.map((one) =>
      detail(one.id, {
        summary: a,
        reproduce: b,
        cwd: c,
        logTail: tail,
        findings: ranked,
        findingsTotal: 9,
        source: { file: d, line: 3 },
        logFile: e,
      }),
    );
    return {
      verdict: verdictFile(verdict, results, { dirty: true }),
      details: detailsFile(details, {
        suggestions: [{ id: f, command: g, why: h, enable: tail.join("\n") }],
        changed: { since: a, files: [d] },
        tests: [
          { name: a, id: b, gate: c, variant: d, state: "flaky", evidence: e, now: "failed" },
          { name: b, id: b, gate: c, variant: d, state: "recovered", evidence: f, now: "flaky" },
        ],
        quarantine: [{ name: c, owner: d, issue: e, reason: f, expires: g, line: 1, status: "idle" }],
      }),
      past: [1, 2, 3].map((at) => ({
        ...{ schema: "turnpike/runs/1", run: String(at), attempt: 1, at: "2026-11-10T10:00:00.000Z", commit: a },
        ...{ event: b, branch: c, isDefaultBranch: true, verdict: "passed", spentMs: at, gates: { [d]: at, tests: 1 } },
        ...{ coverage: 50, components: [e, f] },
      })),
      joined: {
        ...{ verdict, exitCode: 1 },
        reasons: [{ job: a, message: b, advice: c, stopped: false, failure: hostileFailure(texts) }],
      },
      setup: {
        ...setup,
        uvVersion: d,
        pythonVersion: e,
        environments: [{ manager: "uv", cwd: f, outcome: "failed", reason: g }],
      },
      run: { ...run, sha: h, refName: a, eventName: b },
      jobs: [{ id: c, result: "success", startMs: 0, durationMs: 5000 }],
      sboms: [{ file: d, subject: e, components: 1, edges: 1, licensesUnknown: 1, names: [g, h] }],
      signing: {
        statements: [f],
        subjects: [g, h],
        isVerified: true,
        storedAt: [a, "https://github.com/x/y"],
        verifyCommands: [b, c],
      },
      notDone: [c, d],
    };
  });

describe("a page from hostile input", () => {
  it("keeps the structure that was meant, and no foreign text becomes any", () => {
    fc.assert(fc.property(hostileInput, expectStructure), { numRuns: 200 });
  });

  it.each(Object.keys(samples))("reads its own samples the same way: %s", (name) => {
    expectStructure(samples[name] ?? { verdict: null });
  });

  it.each([
    ["plain", "x".repeat(1_000_000)],
    ["pipes", "|".repeat(1_000_000)],
    ["backticks", "`".repeat(1_000_000)],
    ["wide characters", "日".repeat(400_000)],
    ["line feeds", "a\n".repeat(500_000)],
  ])("stays within the limit with names of a megabyte: %s", (_, name) => {
    const gates = Array.from({ length: 60 }, (__, index) =>
      gate(`${index}${name}`, { outcome: "failed", reason: name }),
    );
    const details = gates.map(({ id }) =>
      detail(id, {
        summary: name,
        reproduce: name,
        logTail: Array.from({ length: 100 }, () => name),
        findings: [finding(name, 1, name, { rule: name })],
      }),
    );
    expectStructure({
      verdict: verdictFile("failed", gates),
      details: detailsFile(details),
      run: { ...run, refName: name },
    });
  });

  it("stays within the limit with 10,000 failing gates, and says what is missing", () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `gate-${index}`);
    const tail = Array.from({ length: 100 }, (_, index) => `${index} ${"log ".repeat(200)}`);
    const findings = Array.from({ length: 50 }, (_, index) =>
      finding(`src/${index}.py`, index + 1, "message ".repeat(50)),
    );
    const input: PageInput = {
      verdict: verdictFile(
        "failed",
        ids.map((id) => gate(id, { outcome: "failed" })),
      ),
      details: detailsFile(ids.map((id) => detail(id, { logTail: tail, findings, findingsTotal: 5000 }))),
      ...{ setup, run },
    };
    expectStructure(input);
    const page = renderPage(input);
    expect(page).toContain("10,000 of 10,000 required gates failed");
    expect(page).toMatch(/Cut to fit GitHub's limit of 1 MiB/);
    expect(page).toMatch(/9,\d{3} more gates not shown here/);
  });

  it("has a level that fits even when nothing but the worst is left", () => {
    const worst = "|&<".repeat(100_000);
    const gates = Array.from({ length: 10_000 }, (_, index) =>
      gate(`${index}${worst}`, { outcome: "failed", reason: worst }),
    );
    const input: PageInput = { verdict: verdictFile("failed", gates), run, notDone: [worst, worst] };
    expect(bytes(renderPage(input, 64 * 1024))).toBeLessThanOrEqual(64 * 1024);
  });
});

describe("a report from hostile input", () => {
  it("stays within GitHub's limits, whatever the input", () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const report = reportOf(input);
        expect(reportFileSchema.parse(report)).toEqual(report);
        for (const { path, message } of report.annotations) expect([path, message]).not.toContain("");
      }),
      { numRuns: 200 },
    );
  });

  it("shows the page cut down, not cut off, and each gate's log once", () => {
    const name = "|&<日".repeat(900);
    const tail = Array.from({ length: 100 }, () => name);
    const findingsOf = (id: string) =>
      Array.from({ length: 20 }, (_, at) => finding(`src/${at}.py`, at + 1, `${id} ${at} ${name}`));
    const gates = Array.from({ length: 150 }, (_, at) => gate(`gate-${at}`, { outcome: "failed", reason: name }));
    const details = gates.map(({ id }) =>
      detail(id, { summary: name, reproduce: name, logTail: tail, findings: findingsOf(id) }),
    );
    const report = reportOf({ verdict: verdictFile("failed", gates), details: detailsFile(details), run });
    expect(reportFileSchema.parse(report)).toEqual(report);
    expect(report.summary).toContain("required gates failed");
    expect(report.summary.endsWith("\n")).toBe(true);
    expect(report.comment).toContain("more on the page");
    expect(report.annotations).toHaveLength(200);
    const withLog = report.annotations.filter(({ details: log }) => log !== undefined);
    expect(new Set(withLog.map(({ title }) => title.split(":")[0])).size).toBe(withLog.length);
    for (const { details: log } of withLog) expect(bytes(log ?? "")).toBeLessThanOrEqual(64 * 1024);
  });

  it("mentions nobody and opens nothing in a comment", () => {
    fc.assert(
      fc.property(hostileInput, (input) => {
        const html = marked.parse(reportOf(input).comment, { async: false });
        expect(html).not.toMatch(/<(img|script|iframe|svg|a href="(?!https:\/\/github\.com\/acme\/orders))/);
        expect(html.replaceAll(/<code>.*?<\/code>/gs, "")).not.toMatch(/@[A-Za-z0-9]/);
      }),
      { numRuns: 200 },
    );
  });
});

/** GitHub's own parser, where it is installed. */
const CMARK = ["-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist", "--unsafe"];
const hasCmark = spawnSync("cmark-gfm", ["--version"]).status === 0;

it.skipIf(!hasCmark)("GitHub's own parser sees the same structure (needs cmark-gfm)", () => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const property = fc.property(hostileInput, (input) => {
    const page = renderPage(input);
    const html = spawnSync("cmark-gfm", CMARK, { input: page, encoding: "utf8" }).stdout;
    const count = (pattern: RegExp): number => [...html.matchAll(pattern)].length;
    const blocks = pageBlocks(modelOf(input), LEVELS[0] ?? expect.fail());
    const meant = merge(blocks.map(shapeOfBlock));
    expect({
      ...{ headings: count(/<h[1-6]>/g), rows: count(/<tr>/g), codes: count(/<pre/g), items: count(/<li>/g) },
      ...{ details: count(/<details/g), ends: count(/<\/details>/g), links: count(/<a /g) },
      others: count(/<(em|del|hr|img|input|ol|script|b)\b/g),
    }).toEqual({
      ...{ headings: meant.headings.length, rows: sum(meant.tableRows) + meant.tableRows.length },
      ...{ codes: meant.codes.length, items: sum(meant.lists), details: meant.details, ends: meant.details },
      ...{ links: meant.links.length, others: 0 },
    });
  });
  fc.assert(property, { numRuns: 100 });
});

it("a fence is longer than any run of backticks in it", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const [token] = lexer(fence(text, "text"));
      expect(token).toMatchObject({ type: "code", text: plainText(text).replace(/\n+$/, "") });
    }),
  );
});
