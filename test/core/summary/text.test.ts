import fc from "fast-check";
import { expect, it } from "vitest";
import { cut, oneLine, plainText } from "../../../src/core/summary/index.ts";
import { anyText } from "../../fakes/any-text.ts";

it("removes what a terminal would obey", () => {
  expect(plainText("\u001b[31mred\u001b[0m \u001b]8;;http://example.org\u0007link\u001b]8;;\u001b\\ \u009b1mx")).toBe(
    "red link x",
  );
});

it("shows that something reorders text instead of obeying it", () => {
  expect(plainText("admin\u202etxt.exe")).toBe("admin\ufffdtxt.exe");
});

it("turns line ends to line feeds and keeps tabs", () => {
  expect(plainText("a\r\nb\rc\td")).toBe("a\nb\nc\td");
});

it("cuts without splitting a character", () => {
  expect(cut("ab😀cd", 4)).toBe("ab…");
  expect(oneLine(`  a\n\n b ${"x".repeat(2_000_000)}`, 10)).toBe("a b xxxxx…");
});

it("leaves nothing but printable, well-formed text, whatever comes in", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), (text) => {
      const safe = plainText(text);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(safe).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(safe.isWellFormed()).toBe(true);
      expect(oneLine(text, 20).length).toBeLessThanOrEqual(20);
    }),
  );
});
