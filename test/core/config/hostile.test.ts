import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateShape } from "../../../src/core/config/gate-schema.ts";
import { parseConfig } from "../../../src/core/config/index.ts";
import { EXIT, exitCodeOf, TurnpikeError } from "../../../src/errors.ts";
import { anyText } from "../../fakes/any-text.ts";

function faultsOf(text: string): readonly string[] {
  const result = parseConfig(text, "turnpike.yml");
  return result.ok ? [] : result.problems.map(({ message }) => message);
}

/** Nine levels of nine: 387 million values when expanded. */
const BOMB = Array.from({ length: 9 }, (_, level) => {
  const inner = level === 0 ? "x" : `*a${level - 1}`;
  return `a${level}: &a${level} [${Array.from({ length: 9 }, () => inner).join(", ")}]`;
}).join("\n");

describe("a hostile turnpike.yml", () => {
  it("that expands without end is refused when it has grown too large", () => {
    expect(faultsOf(BOMB)).toEqual(["expands to more than 20000 values; it holds too many aliases"]);
  });

  it("of 10 MB is refused before it is parsed", () => {
    expect(faultsOf("a: b\n".repeat(2_000_000))).toEqual([
      "is larger than 64 KiB, which no file written by hand is; it was not read",
    ]);
  });

  it.each([
    ["[", "[".repeat(60_000)],
    ["{a: ", "{a: ".repeat(15_000)],
    ["- ", "- ".repeat(30_000)],
    ["? ", "? ".repeat(30_000)],
    ["indentation", Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("that nests %s deeply is refused", (_, text) => {
    expect(faultsOf(text).join()).toContain("deep");
  });

  it("cannot reach a prototype", () => {
    expect(faultsOf("__proto__: { polluted: true }\ngates: { __proto__: { run: x } }\n")).toEqual([
      "__proto__ is not a key I know",
      "gates.__proto__ is not a key I know",
    ]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("with a circle of a thousand gates is told so in a line that can be read", () => {
    const gates = Array.from(
      { length: 1000 },
      (_, index) => `  g${index}: { run: x, needs: [g${(index + 1) % 1000}] }`,
    );
    const [message = ""] = faultsOf(`gates:\n${gates.join("\n")}\n`);
    expect(message).toMatch(/^gates\.g0\.needs runs in a circle: g0 needs g1 needs .* needs …$/);
    expect(message.length).toBeLessThan(300);
  });

  it("with thousands of faults is told the first hundred, and how many more there are", () => {
    const text = Array.from({ length: 3000 }, (_, index) => `key${index}: 1`).join("\n");
    expect(faultsOf(text)).toHaveLength(101);
    expect(faultsOf(text).at(-1)).toBe("and 2900 more from here on; mend those above first");
  });

  it("is told what would be right, whatever a key is given", () => {
    const values = [
      "5",
      "-1",
      "1.5",
      "true",
      "off",
      "~",
      "''",
      "[]",
      "[5]",
      "[~]",
      "[[a]]",
      "[{a: 1}]",
      "{}",
      "{a: 1}",
    ];
    const keys = Object.keys(gateShape).flatMap((key) => [
      ...values.map((value) => `${key}: ${value}`),
      ...values.map((value) => `run: x\n    ${key}: ${value}`),
    ]);
    const texts = keys.map((lines) => `gates:\n  a:\n    ${lines}\n`);
    const file = ["presets", "budget", "build", "gates"].flatMap((key) => values.map((value) => `${key}: ${value}\n`));
    for (const message of [...texts, ...file].flatMap(faultsOf)) {
      expect(message).not.toMatch(/Invalid|expected|undefined|\[object/);
    }
  });

  it("is told of a waiver that reaches too far beside everything else, and of nothing twice", () => {
    const waiver = '{ owner: a, reason: b, expires: "2099-01-01" }';
    const result = parseConfig(
      `gates:\n  a: { run: x, waiver: ${waiver} }\n  b: { run: 5, inputs: [""] }\n`,
      "turnpike.yml",
      new Date("2026-01-01T00:00:00Z"),
    );
    expect(result.ok ? [] : result.problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '2 gates.a.waiver.expires "2099-01-01" is more than 90 days ahead; 2026-04-01 is the last day that is taken',
      "3 gates.b.run 5 is not a command; write a line for the shell, or a program and its arguments in brackets",
      '3 gates.b.inputs[0] "" is not a pattern of files; write it relative, such as "src/**" or "!docs/**"',
    ]);
  });

  it("cannot put control characters or endless names into a message", () => {
    for (const message of faultsOf(
      `"a\\u001b[31m\\nb": 1\n"${"k".repeat(5000)}": 1\ngates: { x: "${"v".repeat(5000)}" }\n`,
    )) {
      expect(message).not.toMatch(/\p{Cc}/u);
      expect(message.length).toBeLessThan(1000);
    }
  });

  const words = fc.constantFrom(
    ..."presets budget build gates lint tests run needs timeout off false true null ~ 10m 1GiB junit format path env".split(
      " ",
    ),
    ...[
      "- ",
      ": ",
      "{",
      "}",
      "[",
      "]",
      ", ",
      "\n",
      "\n  ",
      "\n    ",
      "&a ",
      "*a",
      "<<",
      "!!str ",
      "|\n",
      '"',
      "'",
      "#",
      "\t",
    ],
  );

  it("of any words and signs gives a configuration or problems with a place, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(words, { maxLength: 60 }).map((parts) => parts.join("")),
          anyText({ maxLength: 200 }),
        ),
        (text) => {
          const result = parseConfig(text, "turnpike.yml");
          if (result.ok) return;
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { line, column, message } of result.problems) {
            expect(line).toBeGreaterThan(0);
            expect(column).toBeGreaterThan(0);
            expect(message).not.toBe("");
          }
        },
      ),
      { numRuns: 800 },
    );
  });

  it("of any JSON value below gates gives a configuration or problems", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ maxLength: 12 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 }),
        (gates) => {
          expect(() => parseConfig(JSON.stringify({ gates }), "turnpike.yml")).not.toThrow();
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is the fault of whoever wrote it", () => {
    expect(exitCodeOf(new TurnpikeError("CONFIG_INVALID", "config", "no"))).toBe(EXIT.config);
  });
});
