import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { styles } from "../../../src/adapters/terminal/index.ts";
import { renderMarkdown } from "../../../src/adapters/terminal/markdown.ts";
import { anyText } from "../../fakes/any-text.ts";

const plain = (markdown: string, width = 60): string => renderMarkdown(markdown, { width, styles: styles({}, {}) });

describe("Markdown in a terminal", () => {
  it.each([
    ["headings and text", "# A\n\nsome *text* with `code`", "A\n\nsome text with code"],
    ["lists", "- a\n- b\n  - c\n\n1. x\n2. y", "• a\n• b\n  • c\n\n1. x\n2. y"],
    [
      "tables, aligned",
      "| a | time |\n| - | -: |\n| lint | 3 s |\n| tests | 350 ms |",
      "a        time\nlint      3 s\ntests  350 ms",
    ],
    [
      "open details whole, closed ones by their title",
      "<details open>\n<summary>x</summary>\n\nin\n\n<details>\n<summary>y</summary>\n\nhidden\n\n</details>\n\n</details>\n\nafter",
      "▾ x\n\n  in\n\n  ▸ y\n\nafter",
    ],
    ["details that nobody closed", "<details>\n<summary>x</summary>\n\nhidden", "▸ x"],
    ["alerts and quotes", "> [!WARNING]\n> careful\n\n> said", "! careful\n\n│ said"],
    ["commands, fit to copy", "```sh\nuv run x\n```", "  uv run x"],
    ["other code, marked", "```text\na\n\nb\n```", "│ a\n│\n│ b"],
    ["references and tags", "a &lt;b&gt; &#124; <code>x &#96; y</code> &unknown; &#0;", "a <b> | x ` y &unknown; �"],
    ["marks of one column", "✅ ❌ ⚠️ ⚪", "✓ ✗ ! –"],
    ["links by their text", "[x](https://example.org/y)", "x"],
  ])("shows %s", (_, markdown, expected) => {
    expect(plain(markdown)).toBe(expected);
  });

  it("breaks the cells of a table that is too wide, and cuts nothing", () => {
    const text = plain(`| a | b |\n| - | - |\n| x | ${"word ".repeat(30)}end |`, 40);
    for (const line of text.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(40);
    expect(text.match(/word/g)).toHaveLength(30);
  });

  it("writes no control sequence that was in the text or hidden in a reference", () => {
    const nasty = fc.constantFrom(
      "\u001b[31m",
      "&#27;[2J",
      "&#x1b;]0;x&#7;",
      "<b>",
      "|",
      "```\n",
      "\n\n",
      "<details>",
      "- ",
      "> ",
      "&#155;",
      "x",
    );
    const text = fc.array(fc.oneof(nasty, anyText({ maxLength: 5 })), { maxLength: 20 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (markdown) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
        expect(plain(markdown)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      }),
    );
  });
});
