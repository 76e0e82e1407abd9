import { describe, expect, it } from "vitest";
import { parseToml, remembered } from "../../../src/core/documents/index.ts";

describe("a reader that remembers", () => {
  it("reads a text once, and another text for itself", () => {
    const read: string[] = [];
    const length = remembered((text) => {
      read.push(text);
      return text.length;
    });
    expect([length("ab"), length("abc"), length("ab")]).toEqual([2, 3, 2]);
    expect(read).toEqual(["ab", "abc"]);
  });

  it("remembers that there is nothing", () => {
    let asked = 0;
    const nothing = remembered((): undefined => {
      asked += 1;
    });
    nothing("a");
    nothing("a");
    expect(asked).toBe(1);
  });

  it("throws again what it threw, without reading again", () => {
    expect(() => parseToml("a = [")).toThrow(/TOML/);
    expect(() => parseToml("a = [")).toThrow(/TOML/);
  });

  it("forgets when it holds more text than any repository has", () => {
    const read: number[] = [];
    const length = remembered((text) => {
      read.push(text.length);
      return text.length;
    });
    const large = "x".repeat(9 * 1024 * 1024);
    for (const text of [large, `${large}y`, large]) length(text);
    expect(read).toHaveLength(3);
  });
});
