import fc from "fast-check";
import stringWidth from "string-width";
import { expect, it } from "vitest";
import { renderTable, styles, truncate, wantsColor } from "../../../src/adapters/terminal/index.ts";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;

it("aligns by what is seen, not by what is counted", () => {
  const table = renderTable(
    [
      [red("✗"), "tests", "48 s"],
      ["✓", "日本語", "350 ms"],
    ],
    { head: ["", "gate", "time"], right: [2] },
  );
  expect(table.split("\n")).toEqual(["   gate      time", `${red("✗")}  tests     48 s`, "✓  日本語  350 ms"]);
});

it("cuts the widest column when the terminal is narrow, and never breaks a colour", () => {
  const rows = [["lint", red("a very long result that does not fit"), "3 s"]];
  const table = renderTable(rows, { width: 30 });
  expect(stringWidth(table)).toBe(30);
  expect(table).toContain("…");
  expect(table).toContain("\u001b[39m");
});

it("takes from columns that are as wide as each other alike", () => {
  const wide = "word ".repeat(12).trim();
  const head = ["one", "two"];
  const [first = ""] = renderTable([[wide, wide]], { head, width: 62, overflow: "wrap" }).split("\n");
  expect(first.indexOf("two")).toBe(32);
});

it("keeps words whole as long as longer texts can give way", () => {
  const table = renderTable(
    [["audit (advisory)", "nothing was audited at all ".repeat(4), "a sentence to go on with"]],
    {
      ...{ width: 60, overflow: "wrap" },
    },
  );
  expect(table).toContain("(advisory)");
  expect(Math.max(...table.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(60);
});

it("never is wider than it may be, whatever the cells hold, while each column has its least", () => {
  const cell = fc.string({ maxLength: 80 });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const widths = renderTable(rows, { width: 40 })
        .split("\n")
        .map((line) => stringWidth(line));
      expect(Math.max(...widths)).toBeLessThanOrEqual(40);
    }),
  );
});

it("gives an empty text for no rows, and keeps indent and short rows", () => {
  expect(renderTable([])).toBe("");
  expect(renderTable([["a", "b"], ["c"]], { indent: 2, gap: 1 })).toBe("  a b\n  c");
});

it("truncates to a width", () => {
  expect(truncate("short", 10)).toBe("short");
  expect(truncate("日本語", 4)).toBe("日…");
});

it.each([
  ["a terminal", { isTTY: true }, {}, true],
  ["a pipe", {}, {}, false],
  ["a dumb terminal", { isTTY: true }, { TERM: "dumb" }, false],
  ["NO_COLOR", { isTTY: true }, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ["an empty NO_COLOR", { isTTY: true }, { NO_COLOR: "" }, true],
  ["FORCE_COLOR on a pipe", {}, { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR=0 on a terminal", { isTTY: true }, { FORCE_COLOR: "0" }, false],
])("decides about colours: %s", (_, stream, env, expected) => {
  expect(wantsColor(stream, env)).toBe(expected);
  expect(styles(stream, env).red("x")).toBe(expected ? red("x") : "x");
});
