import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import {
  childOf,
  evaluateExpression,
  evaluateFlag,
  evaluateNumber,
  evaluateText,
  fromValue,
  isTrue,
  itemsOf,
  type Json,
  readWorkflowDocument,
  toEnvironment,
  toValue,
} from "../../../src/core/workflow/index.ts";

const scope = {
  contexts: {
    github: toValue({ ref: "refs/heads/main", event: { labels: [{ name: "a" }, { name: "b" }], count: 3 } }),
    env: toEnvironment({ Path: "x", path: "y" }),
    matrix: toValue({ v: 1.1, on: true }),
  },
  functions: [],
};

const value = (expression: string) => fromValue(evaluateExpression(expression, scope));

describe("an expression", () => {
  // docs.github.com, Evaluate expressions in workflows and actions.
  it.each<[string, Json]>([
    ["github.ref == 'REFS/HEADS/MAIN'", true],
    ["github.nothing.at.all", null],
    ["github.event.labels.*.name", ["a", "b"]],
    ["contains(github.event.labels.*.name, 'b')", true],
    ["join(github.event.labels.*.name, '+')", "a+b"],
    ["github.event['count'] > 2 && 'many' || 'few'", "many"],
    ["format('{0} {{x}} {1}', 1, true)", "1 {x} true"],
    ["fromJSON('{\"a\": [1, null]}').a[0]", 1],
    ["startsWith(github.ref, 'refs/')", true],
    ["'it''s ''quoted'''", "it's 'quoted'"],
    ["''''", "'"],
    ["1 == '1'", true],
    ["null == 0", true],
    ["'' == 0", true],
    ["!'x'", false],
    ["case(false, 1, true, 2, 3)", 2],
    ["env.Path", "x"],
    ["env.path", "y"],
    ["env.PATH", null],
    ["GITHUB.Ref", "refs/heads/main"],
    ["matrix.v", 1.1],
    ["0x1F", 31],
    ["inputs.x", null],
  ])("%s is %j", (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  it("gives back any text that stands in quotes", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(value(`'${text.replaceAll("'", "''")}'`)).toBe(text);
      }),
    );
  });

  it.each(["nope(1)", "unknown.context", "1 +", "fromJSON('{')", "'open"])(
    "%s cannot be evaluated, and says so",
    (text) => {
      expect(() => value(text)).toThrow(/^The expression `.*` could not be evaluated: /);
    },
  );

  it("is true or false by GitHub's rules", () => {
    expect(["1", "'x'", "github", "0", "''", "null", "false"].map((text) => isTrue(text, scope))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("a value of a file", () => {
  const at = (yaml: string) => {
    const text = `on: push\njobs: { a: { runs-on: x, timeout-minutes: ${yaml}, env: { X: ${yaml} }, steps: [{ run: x }] } }\n`;
    const { root } = readWorkflowDocument("w.yml", text);
    const job = childOf(childOf(root, "jobs"), "a");
    return { minutes: childOf(job, "timeout-minutes"), variable: childOf(childOf(job, "env"), "X") };
  };

  it("becomes text as GitHub writes it", () => {
    expect(evaluateText(at("1.10").variable, scope)).toBe("1.1");
    expect(evaluateText(at("'v${{ matrix.v }} ''q'' ${{ matrix.on }} {x}'").variable, scope)).toBe("v1.1 'q' true {x}");
    expect(evaluateText(undefined, scope)).toBe("");
  });

  it("keeps every character of a script around an expression", () => {
    const text = fc
      .string({ unit: fc.constantFrom("'", '"', "{", "}", "$", "\\", "\n", " ", "a", "é", "%", "0", ",") })
      .filter((one) => !one.includes("${{") && one.trim() !== "");
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(!`${before}$`.endsWith("$$") && !before.endsWith("{"));
        const script = `${before}\${{ github.ref }}${after}`;
        const yaml = stringify({ on: "push", jobs: { a: { "runs-on": "x", steps: [{ run: script }] } } });
        const { root, problems } = readWorkflowDocument("w.yml", yaml);
        expect(problems).toEqual([]);
        const step = itemsOf(childOf(childOf(childOf(root, "jobs"), "a"), "steps"))[0];
        expect(evaluateText(childOf(step, "run"), scope)).toBe(`${before}refs/heads/main${after}`);
      }),
    );
  });

  it("is refused where a number or a flag must stand and does not", () => {
    expect(evaluateNumber(at('"${{ matrix.v }}"').minutes, scope)).toBe(1.1);
    expect(evaluateNumber(undefined, scope)).toBeUndefined();
    expect(() => evaluateNumber(at('"${{ github.ref }}"').minutes, scope)).toThrow(
      '"refs/heads/main" is not a number.',
    );
    expect(evaluateFlag(at('"${{ matrix.on }}"').minutes, scope, false)).toBe(true);
    expect(() => evaluateFlag(at('"${{ github.ref }}"').minutes, scope, false)).toThrow("is not a boolean");
  });
});
