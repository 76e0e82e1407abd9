import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/core/config/index.ts";
import { patternNotes } from "../../../src/core/detect/pattern-notes.ts";

const FILES = ["Makefile", "docs/a.md", "src/lib/a.py", "src/main.py", "uv.lock"];

function notesOf(settings: string): readonly string[] {
  const parsed = parseConfig(`gates:\n  a: { run: x, ${settings} }\n`, "turnpike.yml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return patternNotes(parsed.config, FILES).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe("a pattern of turnpike.yml that names no file", () => {
  it.each([
    ["inputs: [scr]", 'turnpike.yml:2 gates.a.inputs "scr" names no file; did you mean `src`?'],
    ["inputs: [src, 'scr/**']", 'turnpike.yml:2 gates.a.inputs "scr/**" names no file; did you mean `src`?'],
    ["inputs: [src/lbi]", 'turnpike.yml:2 gates.a.inputs "src/lbi" names no file; did you mean `src/lib`?'],
    ["when: { paths: ['src/**/*.js'] }", 'turnpike.yml:2 gates.a.when.paths "src/**/*.js" names no file'],
  ])("is told, with what it may have meant: %s", (settings, note) => expect(notesOf(settings)).toEqual([note]));

  it.each(["inputs: [src, docs, '*.lock', ./Makefile]", "inputs: ['**', '!nothing']", "when: { paths: ['src/**'] }"])(
    "is told of no other: %s",
    (settings) => expect(notesOf(settings)).toEqual([]),
  );
});
