import { describe, expect, it } from "vitest";
import { childOf, legName, readStrategy, readWorkflowDocument, toValue } from "../../../src/core/workflow/index.ts";

const scope = {
  contexts: { needs: toValue({ a: { outputs: { list: '["x","y"]', all: '{"include":[{"v":1}]}' } } }) },
  functions: [],
};

function legs(strategy: string) {
  const indented = strategy.replaceAll("\n", "\n      ");
  const text = `on: push\njobs:\n  a:\n    runs-on: x\n    strategy:\n      ${indented}\n    steps: [{ run: x }]\n`;
  const { root, problems } = readWorkflowDocument("w.yml", text);
  expect(problems).toEqual([]);
  return readStrategy(childOf(childOf(childOf(root, "jobs"), "a"), "strategy"), scope);
}

const values = (strategy: string) => legs(strategy).legs?.map((leg) => leg.values);

describe("a matrix", () => {
  // The examples of docs.github.com, Running variations of jobs in a workflow.
  it("is the product of its vectors, the last one fastest", () => {
    expect(values("matrix: { os: [a, b], v: [1, 2] }")).toEqual([
      { os: "a", v: 1 },
      { os: "a", v: 2 },
      { os: "b", v: 1 },
      { os: "b", v: 2 },
    ]);
  });

  it("is extended by include without replacing values of the vectors", () => {
    const text = [
      "matrix:",
      "  fruit: [apple, pear]",
      "  animal: [cat, dog]",
      "  include:",
      "    - color: green",
      "    - color: pink",
      "      animal: cat",
      "    - fruit: apple",
      "      shape: circle",
      "    - fruit: banana",
      "    - fruit: banana",
      "      animal: cat",
    ].join("\n");
    expect(values(text)).toEqual([
      { fruit: "apple", animal: "cat", color: "pink", shape: "circle" },
      { fruit: "apple", animal: "dog", color: "green", shape: "circle" },
      { fruit: "pear", animal: "cat", color: "pink" },
      { fruit: "pear", animal: "dog", color: "green" },
      { fruit: "banana" },
      { fruit: "banana", animal: "cat" },
    ]);
  });

  it("is what include says when there is no vector", () => {
    expect(values("matrix: { include: [{ a: 1 }, { a: 2, b: 3 }] }")).toEqual([{ a: 1 }, { a: 2, b: 3 }]);
  });

  it("loses what exclude matches, in parts and by loose equality", () => {
    const text = "matrix: { os: [a, b], v: [12, 14], exclude: [{ os: a, v: '12' }, { os: b }] }";
    expect(values(text)).toEqual([{ os: "a", v: 14 }]);
  });

  it("compares maps leaf by leaf", () => {
    const text = "matrix: { v: [{ node: 12, npm: 6 }, { node: 14, npm: 7 }], exclude: [{ v: { node: 14 } }] }";
    expect(values(text)).toEqual([{ v: { node: 12, npm: 6 } }]);
  });

  it("may come from an output", () => {
    expect(values('matrix: { v: "${{ fromJSON(needs.a.outputs.list) }}" }')).toEqual([{ v: "x" }, { v: "y" }]);
    expect(values('matrix: "${{ fromJSON(needs.a.outputs.all) }}"')).toEqual([{ v: 1 }]);
  });

  it("names legs by their vectors alone, nested values unfolded", () => {
    const { legs: found } = legs("matrix: { v: [{ a: 1, b: x }], w: [true], include: [{ w: true, more: z }] }");
    expect(found?.map(({ label }) => label)).toEqual(["1, x, true"]);
    expect(legName("test", "1, x, true")).toBe("test (1, x, true)");
    expect(legName("test", "")).toBe("test");
    expect(legName("n".repeat(120), "")).toHaveLength(100);
  });

  it.each([
    ["matrix: { v: [] }", "Matrix vector 'v' does not contain any values."],
    ["matrix: { v: [1], exclude: [{ w: 1 }] }", "Matrix exclude key 'w' does not match any key within the matrix."],
    ['matrix: { v: "${{ needs.a.result }}" }', "Matrix vector 'v' does not contain any values."],
    ['matrix: "${{ 1 }}"', "strategy.matrix must be a map."],
  ])("%s is wrong: %s", (text, message) => {
    expect(() => legs(text)).toThrow(message);
  });

  it("has at most 256 legs", () => {
    const many = `[${Array.from({ length: 17 }, (_, index) => index).join(", ")}]`;
    expect(() => legs(`matrix: { a: ${many}, b: ${many} }`)).toThrow("The matrix has 289 legs; GitHub allows 256.");
  });
});

describe("a strategy", () => {
  it("fails fast and runs all legs at once unless it says otherwise", () => {
    expect(legs("matrix: { v: [1] }")).toMatchObject({ failFast: true, maxParallel: undefined });
    expect(legs("fail-fast: false\nmax-parallel: 2")).toMatchObject({
      failFast: false,
      maxParallel: 2,
      legs: undefined,
    });
  });
});
