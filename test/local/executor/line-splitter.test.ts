import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter, LONGEST_LINE } from "../../../src/local/executor/step-process.ts";

function lines(pieces: readonly string[]): readonly string[] {
  const found: string[] = [];
  const splitter = new LineSplitter((line) => found.push(line));
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return found;
}

describe("lines of a stream", () => {
  it.each([
    [
      ["a\nb", "c\n"],
      ["a", "bc"],
    ],
    [
      ["a\r\nb\r", "\n\n"],
      ["a", "b", ""],
    ],
    [["no end"], ["no end"]],
    [[], []],
    [["\n"], [""]],
  ])("%j are %j", (pieces, expected) => {
    expect(lines(pieces)).toEqual(expected);
  });

  it("are the same however the stream is cut", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "é", " ") });
    fc.assert(
      fc.property(fc.array(text), (pieces) => {
        const whole = pieces.join("").split("\n");
        if (whole.at(-1) === "") whole.pop();
        expect(lines(pieces)).toEqual(whole);
      }),
    );
  });

  it("come in pieces when they have no end, so that nothing piles up", () => {
    const piece = "x".repeat(64 * 1024);
    const found = lines(Array.from({ length: 40 }, () => piece));
    expect(found.join("")).toBe(piece.repeat(40));
    expect(Math.max(...found.map((line) => line.length))).toBeLessThan(LONGEST_LINE + piece.length);
  });
});
