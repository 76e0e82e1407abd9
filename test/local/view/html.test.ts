import fc from "fast-check";
import sanitizeHtml from "sanitize-html";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "../../../src/local/events.ts";
import { RunRecorder } from "../../../src/local/run-recorder.ts";
import { summaryHtml } from "../../../src/local/view/html/markdown.ts";
import { renderSummaryHtml } from "../../../src/local/view/index.ts";
import { anyText } from "../../fakes/any-text.ts";
import { cancelledRun, failRun, passRun } from "./sample-runs.ts";

function page(events: readonly RunEvent[]): string {
  const recorder = new RunRecorder();
  for (const event of events) recorder.listen(event);
  return renderSummaryHtml({
    ...recorder.record(),
    artifacts: [{ label: "turnpike-build", path: "artifacts/turnpike-build/", bytes: 18_231 }],
    files: [{ label: "logs", path: "logs/", bytes: null }],
  });
}

/** The same page with every foreign text replaced. */
function withText(events: readonly RunEvent[], text: string): RunEvent[] {
  return events.map((event): RunEvent => {
    switch (event.kind) {
      case "run-started":
        return { ...event, title: text, ref: text, sha: text, repository: text, workflowFile: text };
      case "job-added":
        return { ...event, job: { ...event.job, name: text } };
      case "line":
      case "note":
        return event.kind === "line" ? { ...event, text } : { ...event, message: text };
      case "annotation":
        return { ...event, annotation: { level: "error", title: text, message: text, file: text, line: 1 } };
      case "step-finished":
        return { ...event, name: text, summary: event.summary === "" ? "" : text };
      default:
        return event;
    }
  });
}

/** Every tag with its attributes, as a parser sees them. */
function tagsOf(html: string): { tag: string; attributes: Record<string, string> }[] {
  const tags: { tag: string; attributes: Record<string, string> }[] = [];
  sanitizeHtml(html, {
    ...{ allowedTags: false, allowedAttributes: false, allowVulnerableTags: true, nestingLimit: 10_000 },
    transformTags: {
      "*": (tag, attributes) => {
        tags.push({ tag, attributes });
        return { tagName: tag, attribs: {} };
      },
    },
  });
  return tags;
}

function expectHarmless(html: string): void {
  for (const { tag, attributes } of tagsOf(html)) {
    expect(tag).not.toMatch(
      /^(script|iframe|object|embed|img|image|use|form|base|frame|audio|video|source|picture|foreignobject)$/i,
    );
    if (tag === "meta") expect(attributes["http-equiv"] ?? "Content-Security-Policy").toBe("Content-Security-Policy");
    for (const [name, value] of Object.entries(attributes)) {
      expect(name).not.toMatch(/^on|^src|^srcset$|^xlink|^formaction$/i);
      if (name === "href") expect(value).toMatch(/^(https?:\/\/|mailto:|#[a-z]+$|\.\/)/i);
      if (name === "style") expect(value).toMatch(/^--depth:\d+$/);
    }
  }
}

describe("summary.html", () => {
  it.each([
    ["pass", passRun, "turnpike passed"],
    ["fail", failRun, "turnpike failed"],
    ["cancelled", cancelledRun, "turnpike cancelled"],
  ])("needs nothing but itself: %s", (_, events, title) => {
    const html = page(events);
    expect(html).toContain(`<span>${title}</span></h1>`);
    expect(html).toContain("default-src 'none'");
    expectHarmless(html);
    expect(html.match(/<style>[\s\S]*?<\/style>/)?.[0]).not.toMatch(/url\(|@import/);
  });

  it("opens the log of what failed and keeps the others closed", () => {
    const html = page(failRun);
    const steps = [
      ...html.matchAll(/<details class="step fold-row"( open)?><summary[^>]*>.*?<span class="name">(.*?)<\/span>/g),
    ];
    expect(steps.map(([, open, name]) => [name, open !== undefined])).toEqual([
      ...[
        ["Check out", false],
        ["Set up", false],
        ["Gates", true],
        ["SBOM", false],
        ["Keep results", false],
      ],
      ...[
        ["Fetch what was checked", false],
        ["Verdict", true],
      ],
    ]);
  });

  it("leaves out the middle of a long log, and links the whole", () => {
    const recorder = new RunRecorder();
    for (const event of passRun) recorder.listen(event);
    const long = { jobId: "turnpike/check", step: 2, style: "plain" as const, atMs: 1 };
    for (let index = 0; index < 500; index += 1) recorder.listen({ kind: "line", ...long, text: `line ${index}` });
    const html = renderSummaryHtml(recorder.record(), (job, step) => `logs/${job} ${step}.log`);
    expect(html).toContain('not shown here; <a href="./logs/turnpike/check%202.log">the whole log</a>');
    expect(html).toContain(">line 499<");
    expect(html).not.toContain(">line 100<");
  });

  it("has a heading for each part, each reachable from the top", () => {
    const html = page(failRun);
    const ids = [...html.matchAll(/<section id="([a-z]+)">/g)].map(([, id]) => id);
    expect(ids).toEqual(["summary", "annotations", "timeline", "jobs", "artifacts", "files", "notes"]);
    for (const id of ids) expect(html).toContain(`<a href="#${id}">`);
    expect([...html.matchAll(/<h1/g)]).toHaveLength(1);
  });

  it("draws jobs and steps on one scale, with names and durations as text", () => {
    const html = page(passRun);
    const chart = /<section id="timeline">[\s\S]*?<\/section>/.exec(html)?.[0] ?? "";
    expect([...chart.matchAll(/<th scope="row"[^>]*><span>(.*?)<\/span>/g)].map(([, name]) => name)).toEqual([
      ...["turnpike", "check", "build", "sign", "gate"],
    ]);
    expect(chart).toContain("<title>Gates · 48 s</title>");
    for (const [, x, width] of chart.matchAll(/<svg x="([\d.]+)%" y="5" width="([\d.]+)%"/g)) {
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(100.5);
    }
  });

  it("shows marks without a font for them, and names as they are", () => {
    const html = summaryHtml("## ❌ No\n\n| | Who |\n| --- | --- |\n| ⚠️ | @\u200bacme |\n\n`❌ as it is`\n");
    expect(html).toMatch(/<h2><svg class="icon failure".*?<\/svg> No<\/h2>/);
    expect(html).toMatch(/<td><svg class="icon warning".*?<\/svg><\/td>\s*<td>@acme<\/td>/);
    expect(html).toContain("<code>❌ as it is</code>");
  });

  it("draws the timeline that our pages hold, and shows other diagrams as code", () => {
    const html = page(failRun);
    expect(html).toContain('<svg x="');
    expect(html).not.toContain("dateFormat");
    expect(summaryHtml("```mermaid\npie\n  a: 1\n```")).toContain('<code class="language-mermaid">');
  });

  it("links artifacts and files relative to itself", () => {
    expect(page(passRun)).toContain('<a href="./artifacts/turnpike-build/">artifacts/turnpike-build/</a>');
  });

  it("shows foreign text as text, wherever it comes from", () => {
    const attack = `"><script>alert(1)</script><img src=x onerror=alert(1)> '\u0000\u202e`;
    expectHarmless(page(withText(failRun, attack)));
    fc.assert(
      fc.property(anyText({ maxLength: 80 }), (text) => expectHarmless(page(withText(cancelledRun, text)))),
      { numRuns: 25 },
    );
  });
});

describe("a step's summary", () => {
  it.each([
    ["a script", "<script>alert(1)</script>hi", "hi"],
    [
      "an image, which becomes a link to itself",
      "![logo](https://example.org/a.png)",
      '<p><a href="https://example.org/a.png">[image] logo</a></p>',
    ],
    ["a link that runs something", "[x](javascript:alert(1))", "<p><a>x</a></p>"],
    ["a link without a host", "[x](file:///etc/passwd) [y](/z)", "<p><a>x</a> <a>y</a></p>"],
    ["styles and handlers", '<p style="position:fixed" onclick="x()" id="jobs" class="row">t</p>', "<p>t</p>"],
    [
      "an alert",
      "> [!WARNING]\n> Mind the gap",
      '<div class="alert warning"><p><strong>Warning</strong></p><p>Mind the gap</p>\n</div>',
    ],
    ["a plain quote", "> said", "<blockquote>\n<p>said</p>\n</blockquote>"],
    ["a task", "- [x] done", '<ul>\n<li><input checked disabled type="checkbox" /> done</li>\n</ul>'],
  ])("is shown as GitHub would: %s", (_, markdown, expected) => {
    expect(summaryHtml(markdown).trim().replaceAll('checked=""', "checked").replaceAll('disabled=""', "disabled")).toBe(
      expected,
    );
  });

  it("has tables whose heads are heads of columns", () => {
    expect(summaryHtml("| a |\n| - |\n| b |")).toContain('<th scope="col">a</th>');
  });

  it("survives markup that is nested without end", () => {
    expectHarmless(summaryHtml(`${"> ".repeat(300)}x`));
    expectHarmless(summaryHtml("<div>".repeat(5000)));
  });

  it("is harmless whatever it holds", () => {
    const pieces = [
      "<",
      ">",
      "<a href=",
      "javascript:",
      "<svg>",
      "<style>",
      "</div>",
      '<div data-chart="0">',
      "```mermaid\ngantt\n",
      "\n",
      "|",
      "[",
      "](",
      ")",
      "<!--",
      '"',
      "x",
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })), { maxLength: 25 });
    fc.assert(
      fc.property(text, (parts) => expectHarmless(summaryHtml(parts.join("")))),
      { numRuns: 300 },
    );
  });
});
