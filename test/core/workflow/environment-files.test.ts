import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isBlockedVariable, prependPath, readAssignments, readPaths } from "../../../src/core/workflow/index.ts";

const pairs = (text: string) => readAssignments(text).assignments.map(({ name, value }) => [name, value]);

describe("an environment file", () => {
  // Cases of actions/runner src/Test/L0/Worker/SetOutputFileCommandL0.cs.
  it.each([
    ["", []],
    ["\n\n", []],
    ["MY=value", [["MY", "value"]]],
    ["MY=", [["MY", ""]]],
    ["MY=a=b", [["MY", "a=b"]]],
    ["=value", [["", "value"]]],
    [
      "A=1\nB=2\n",
      [
        ["A", "1"],
        ["B", "2"],
      ],
    ],
    [
      "A=1\r\nB=2\r\n",
      [
        ["A", "1"],
        ["B", "2"],
      ],
    ],
    ["A=x << y", [["A", "x << y"]]],
    ["A<<EOF\nEOF\n", [["A", ""]]],
    ["A<<EOF\n\nEOF\n", [["A", ""]]],
    ["A<<EOF\n\n\nEOF\n", [["A", "\n"]]],
    [
      "A<<EOF\none\ntwo\nEOF\nB=3",
      [
        ["A", "one\ntwo"],
        ["B", "3"],
      ],
    ],
    ["A<<EOF\r\none\r\ntwo\r\nEOF", [["A", "one\r\ntwo"]]],
    ["A<<EOF\n=x\nEOF", [["A", "=x"]]],
    ["A<<E=F\none\nE=F", [["A", "one"]]],
    [" A<<EOF\none\nEOF", [[" A", "one"]]],
  ])("%j", (text, expected) => {
    expect(pairs(text)).toEqual(expected);
    expect(readAssignments(text).fault).toBeUndefined();
  });

  it.each([
    ["A=1\nnothing", "Invalid format 'nothing'", [["A", "1"]]],
    ["A<<\nx", "Invalid format 'A<<'. Name must not be empty and delimiter must not be empty", []],
    ["<<EOF\nEOF", "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty", []],
    ["A=1\nB<<EOF\nx\n", "Invalid value. Matching delimiter not found 'EOF'", [["A", "1"]]],
    ["B<<EOF\nx\n EOF", "Invalid value. Matching delimiter not found 'EOF'", []],
  ])("%j is wrong, and what stands before counts", (text, fault, expected) => {
    expect(readAssignments(text).fault).toBe(fault);
    expect(pairs(text)).toEqual(expected);
  });

  it("gives back any value that stands between delimiters", () => {
    const value = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text) && text !== "D");
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (lines) => {
        expect(pairs(`A<<D\n${lines.join("\n")}\nD\n`)).toEqual([["A", lines.join("\n")]]);
      }),
    );
  });

  it("must not set NODE_OPTIONS in any case", () => {
    expect(["NODE_OPTIONS", "node_options", "NODE_PATH"].map(isBlockedVariable)).toEqual([true, true, false]);
  });
});

describe("PATH", () => {
  it("takes one folder a line, each once, the newest first", () => {
    expect(readPaths("/a\n\n/b\r\n")).toEqual(["/a", "/b"]);
    expect(prependPath(["/a", "/b"], "/a")).toEqual(["/b", "/a"]);
  });
});
