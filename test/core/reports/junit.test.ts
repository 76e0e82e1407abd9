import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeReader } from "../../../src/core/reports/index.ts";

const context = { root: "/work/project", cwd: ".", tool: null };

function read(xml: string, pieceLength = xml.length, tool: string | null = null) {
  const reader = makeReader("junit", { ...context, tool });
  for (let at = 0; at < xml.length; at += Math.max(1, pieceLength)) reader.push(xml.slice(at, at + pieceLength));
  return reader.end();
}

function reading(xml: string, tool: string | null = null) {
  const result = read(xml, xml.length, tool);
  if (result.kind !== "read") throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.reading;
}

describe("a JUnit report", () => {
  it("is counted by its cases, at any depth, whatever its attributes say", () => {
    const xml = `<testsuites tests="99" failures="NaN"><testcase name="top"/>
      <testsuite name="a" tests="0"><testsuite name="b"><testcase name="x"><failure message="no"/></testcase></testsuite>
      <testcase name="y"><skipped/></testcase></testsuite></testsuites>`;
    expect(reading(xml).tests).toEqual({ executed: 2, failed: 1, skipped: 1, flaky: 0 });
  });

  it("counts a case with a failure and an error once, and a second report of it not at all", () => {
    const twice = `<testcase classname="t" name="x"><failure>a</failure><error>b</error></testcase>`;
    const xml = `<testsuite name="pytest">${twice}<testcase classname="t" name="x"><error>teardown</error></testcase></testsuite>`;
    expect(reading(xml).tests).toEqual({ executed: 1, failed: 1, skipped: 0, flaky: 0 });
  });

  it("sees a retry that passed: a later case of the same name, or an element for it", () => {
    const failed = `<testcase classname="t" name="x"><failure>a</failure></testcase>`;
    const again = `<testsuite name="s">${failed}${failed}<testcase classname="t" name="x"/></testsuite>`;
    expect(reading(again).tests).toEqual({ executed: 1, failed: 0, skipped: 0, flaky: 1 });
    expect(reading(again).findings).toEqual([]);
    const element = `<testsuite name="s"><testcase name="x"><flakyFailure>a</flakyFailure></testcase></testsuite>`;
    expect(reading(element).tests).toEqual({ executed: 1, failed: 0, skipped: 0, flaky: 1 });
  });

  it("tells a rerun that passed in the end from one that did not (Surefire)", () => {
    const xml = `<testsuite name="s"><testcase name="a"><flakyError>x</flakyError></testcase>
      <testcase name="b"><failure>x</failure><rerunFailure>y</rerunFailure></testcase></testsuite>`;
    expect(reading(xml).tests).toEqual({ executed: 2, failed: 1, skipped: 0, flaky: 1 });
    expect(reading(xml).cases).toMatchObject({ failed: [{ name: "b" }], flaky: [{ name: "a" }] });
  });

  it("takes a repeated case of pytest for a retry where the suite announces fewer tests than it holds", () => {
    const one = (name: string) => `<testcase classname="t" name="${name}"/>`;
    const report = (tests: number) =>
      `<testsuite name="pytest" tests="${tests}">${one("a")}${one("a")}${one("b")}</testsuite>`;
    expect(reading(report(2)).tests).toEqual({ executed: 2, failed: 0, skipped: 0, flaky: 1 });
    expect(reading(report(2)).cases).toMatchObject({ flaky: [{ name: "a", label: "t::a" }] });
    expect(reading(report(3)).tests).toEqual({ executed: 3, failed: 0, skipped: 0, flaky: 0 });
    const inVain = `<testsuite name="pytest" tests="1">${one("a")}${one("a")}<testcase classname="t" name="a"><failure/></testcase></testsuite>`;
    expect(reading(inVain).cases).toMatchObject({ failed: [{ name: "a" }], flaky: [] });
  });

  it("knows whether it holds all that its suites announce", () => {
    const report = (tests: number, failures: number) =>
      `<testsuites><testsuite name="s" tests="${tests}" failures="${failures}" errors="0"><testcase name="a"><failure/></testcase></testsuite></testsuites>`;
    expect(reading(report(1, 1)).cases?.isComplete).toBe(true);
    expect(reading(report(2, 1)).cases?.isComplete).toBe(false);
    expect(reading(report(1, 2)).cases?.isComplete).toBe(false);
    const silent = `<testsuites><testsuite name="s"><testcase name="a"/></testsuite></testsuites>`;
    expect(reading(silent).cases?.isComplete).toBe(true);
  });

  it("names a test the same wherever the repository lies, and tells equal names of two files apart", () => {
    const idAt = (root: string, file: string) => {
      const reader = makeReader("junit", { root, cwd: ".", tool: null });
      reader.push(`<testsuite name="s"><testcase name="a" file="${file}"><failure/></testcase></testsuite>`);
      const result = reader.end();
      return result.kind === "read" ? result.reading.cases?.failed[0]?.id : undefined;
    };
    expect(idAt("/one", "/one/t.py")).toBe(idAt("/two", "/two/t.py"));
    expect(idAt("/one", "/one/t.py")).not.toBe(idAt("/one", "/one/u.py"));
  });

  it("ignores a failed case that is also skipped, and a case without a name", () => {
    const xml = `<testsuites><testcase name="todo"><skipped type="todo"/><failure>x</failure></testcase><testcase time="0"/></testsuites>`;
    expect(reading(xml).tests).toEqual({ executed: 0, failed: 0, skipped: 1, flaky: 0 });
  });

  it("survives characters that XML forbids, raw and as references, wherever it is cut into pieces", () => {
    const xml = `<testsuites><testcase name="nul \u0000 esc \u001b[31m ref &#x1B; &#0; ok &#233;"><failure message="&#27;x">]]> &amp;</failure></testcase></testsuites>`;
    const whole = read(xml);
    expect(whole).toMatchObject({ kind: "read", reading: { tests: { failed: 1 } } });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: xml.length }), (length) => {
        expect(read(xml, length)).toEqual(whole);
      }),
    );
  });

  it.each([
    ["cut off", `<testsuites><testsuite name="a"><testcase name="x"/>`],
    ["cut within a tag", `<testsuites><testcase na`],
    ["not XML", `{"tests": 1}`],
    ["nothing but blanks", "  \n"],
    ["another document", `<html><testcase name="x"/></html>`],
    ["two roots", `<testsuite/><testsuite/>`],
    ["nested ten thousand deep", "<testsuite>".repeat(10_000)],
    [
      "an entity bomb",
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><testsuites>&b;</testsuites>`,
    ],
    ["an external entity", `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><testsuites>&e;</testsuites>`],
    ["an unknown entity", `<testsuites><testcase name="&nbsp;"/></testsuites>`],
  ])("is refused when it is %s", (_, xml) => {
    expect(read(xml).kind).toBe("broken");
  });

  it("names a pytest case as pytest does, and points at the line that failed", () => {
    const xml = `<testsuites name="pytest tests"><testsuite name="pytest"><testcase classname="tests.test_a.TestX" name="test_b[1-2]"
      file="tests/test_a.py" line="9"><failure message="assert 1 == 2&#10;more">
tests/test_a.py:12: in test_b
tests/test_a.py:34: AssertionError</failure></testcase></testsuite></testsuites>`;
    expect(reading(xml).findings).toEqual([
      {
        severity: "error",
        rule: "tests/test_a.py::TestX::test_b[1-2]",
        message: "assert 1 == 2\nmore",
        file: "tests/test_a.py",
        line: 34,
        column: null,
      },
    ]);
  });

  it("counts no tests for a linter, but findings", () => {
    const xml = `<testsuite name="mypy"><testcase classname="mypy" file="a.py" name="mypy a.py"><failure>a.py:5: error: wrong  [arg]
a.py:6:3: note: see
a.py:7:3: error: more</failure></testcase></testsuite>`;
    const { tests, totals, findings } = reading(xml);
    expect([tests, totals?.error]).toEqual([null, 2]);
    expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ["arg", 5, null],
      [null, 7, 3],
    ]);
  });

  it("says when a file of node --test told of no test", () => {
    const xml = `<testsuites><testcase name="test/a.mjs" classname="test" file="/work/project/test/a.mjs"/></testsuites>`;
    expect(reading(xml).problems).toEqual(["test/a.mjs told of no test: it has none, or it ended before they ran"]);
  });

  it("keeps few findings of very many, and cuts long texts", () => {
    const long = "x".repeat(1_000_000);
    const cases = Array.from({ length: 3000 }, (_, at) => `<testcase name="t${at}"><failure message="m"/></testcase>`);
    const xml = `<testsuites><testcase name="${long}"><failure message="${long}">${long}</failure></testcase>${cases.join("")}</testsuites>`;
    const { findings, totals } = reading(xml);
    expect(totals?.error).toBe(3001);
    expect(findings.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(findings).length).toBeLessThan(100_000);
  });

  it("is read the same however cases that passed are written, and wherever it is cut into pieces", () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab<&"é '), minLength: 1, maxLength: 2 });
    const one = fc.record({
      className: word,
      name: word,
      file: fc.constantFrom("", "t.py", "/work/project/t.py"),
      outcome: fc.constantFrom("passed", "passed", "passed", "closed", "failed", "skipped", "flaky"),
      blanks: fc.constantFrom("", "\n", " \r\n\t"),
    });
    const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
    const contents: Readonly<Record<string, string>> = {
      ...{ closed: "\n  ", failed: "<failure>x</failure>", skipped: "<skipped/>" },
      flaky: "<flakyFailure>x</flakyFailure>",
    };
    const report = fc.record({
      cases: fc.array(one, { maxLength: 12 }),
      tests: fc.nat(12),
      tool: fc.constantFrom(null, "pytest", "node-test"),
      length: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(report, ({ cases, tests, tool, length }) => {
        const written = (write: (one: { head: string; content: string; isEmpty: boolean }) => string) => {
          const all = cases.map(({ className, name, file, outcome, blanks }) => {
            const head = `classname="${quoted(className)}" name="${quoted(name)}" file="${file}" line="3" time="0.1"`;
            return write({ head, content: contents[outcome] ?? "", isEmpty: outcome === "passed" }) + blanks;
          });
          return `<testsuites>\n<testsuite name="s" tests="${tests}">${all.join("")}</testsuite></testsuites>`;
        };
        const plain = written(({ head, content, isEmpty }) =>
          isEmpty ? `<testcase ${head} />` : `<testcase ${head}>${content}</testcase>`,
        );
        // An attribute and a comment that nobody asks for: a parser has to look at each case.
        const odd = written(({ head, content }) => `<testcase ${head} odd='1'><!-- -->${content}</testcase>`);
        expect(read(plain, length, tool)).toEqual(read(odd, odd.length, tool));
      }),
    );
  });

  it("holds no case where one stands in a text, a comment or an attribute", () => {
    const inner = '<testcase classname="no" name="no"/>';
    const attribute = inner.replaceAll("<", "&lt;").replaceAll('"', "'");
    const xml = `<testsuites>\n<!-- ${inner} ${inner}--><testsuite name="s"><properties><property name="p" value="${attribute}"/></properties>
      <?pi ${inner}?><testcase name="a"><failure message="${attribute}"><![CDATA[\n${inner}\n${inner}]]></failure></testcase>
      <testcase name="b" classname="c"/><!--${inner}-->${inner.replaceAll("no", "yes")}</testsuite></testsuites>`;
    for (let length = 1; length <= xml.length; length += 1) {
      expect(read(xml, length)).toMatchObject({ reading: { tests: { executed: 3, failed: 1 } } });
    }
  });

  it.each([
    ["an attribute twice", '<testcase name="a" name="b"/>'],
    ["no blank between attributes", '<testcase name="a"classname="b"/>'],
    ["a blank within its end", '<testcase name="a"/ >'],
    ["a bracket in a value", '<testcase name="a<b"/>'],
    ["another end", '<testcase name="a"></testsuite>'],
    ["a value without an end", '<testcase name="a/>'],
    ["an attribute without a value", "<testcase name/>"],
  ])("is refused when a case has %s", (_, one) => {
    const good = '<testcase name="x"/>';
    expect(read(`<testsuites>${good}${good}</testsuites>`).kind).toBe("read");
    expect(read(`<testsuites>${good}${one}${good}</testsuites>`).kind).toBe("broken");
  });

  it.each([
    ["before the root", '<testcase name="a"/><testsuites/>'],
    ["after it", '<testsuites><testcase name="a"/></testsuites><testcase name="a"/>'],
  ])("is refused when a case stands %s", (_, xml) => {
    expect(read(xml).kind).toBe("broken");
  });

  it("reads any text without throwing", () => {
    const tags = fc.constantFrom(
      "<testsuites>",
      "<testcase name='a'>",
      "</testcase>",
      "<failure>",
      "<![CDATA[",
      "]]>",
      "&",
      "<",
      "\u0000",
      "<!--",
      "?>",
      "x",
    );
    fc.assert(
      fc.property(fc.array(tags), fc.integer({ min: 1, max: 9 }), (parts, length) => {
        expect(["read", "broken"]).toContain(read(parts.join(""), length).kind);
      }),
    );
  });
});
