import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { askChoices, askToWrite, STOPPED, type Terminal } from "../../src/cli/init/init-ask.ts";
import { onlySuggested } from "../fakes/adopt.ts";

const { suggestions } = onlySuggested({
  "package.json": '{ "scripts": { "lint": "eslint .", "test": "vitest run" }, "devDependencies": { "eslint": "10" } }',
});

/** A terminal in which somebody presses these keys, each once the question before it is on the screen. */
function typing(...answers: readonly (readonly [shown: string, keys: string])[]): Terminal & { text(): string } {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const left = [...answers];
  let seen = "";
  let since = 0;
  output.on("data", (chunk: Buffer) => {
    seen += chunk.toString();
    const [next] = left;
    if (next === undefined || !seen.slice(since).includes(next[0])) return;
    left.shift();
    since = seen.length;
    setImmediate(() => input.write(next[1]));
  });
  return { input, output, text: () => seen };
}

describe("what turnpike init asks", () => {
  it("is which suggestions shall run, and what builds a release", async () => {
    const terminal = typing(["Which shall?", " "], ["◼", "\r"], ["Which command builds", "make dist\r"]);
    expect(await askChoices({ suggestions, lacksBuild: true }, terminal)).toEqual({
      gates: [suggestions[0]?.gate.id],
      build: "make dist",
    });
    expect(terminal.text()).toContain("because");
  });

  it("takes Enter for none", async () => {
    const terminal = typing(["Which shall?", "\r"], ["Which command builds", "\r"]);
    expect(await askChoices({ suggestions, lacksBuild: true }, terminal)).toEqual({ gates: [], build: null });
  });

  it("is nothing where nothing is open", async () => {
    expect(await askChoices({ suggestions: [], lacksBuild: false }, typing())).toEqual({ gates: [], build: null });
  });

  it("ends with Ctrl+C or Ctrl+D, and nothing is chosen", async () => {
    expect(await askChoices({ suggestions, lacksBuild: false }, typing(["Which shall?", "\u0003"]))).toBe(STOPPED);
    expect(await askToWrite(2, typing(["Write these 2 files?", "\u0003"]))).toBe(false);
    expect(await askToWrite(1, typing(["Write this file?", "\u0004"]))).toBe(false);
    expect(await askChoices({ suggestions, lacksBuild: false }, typing(["Which shall?", "\u0004"]))).toBe(STOPPED);
    expect(await askToWrite(1, typing(["Write this file?", "n"]))).toBe(false);
    expect(await askToWrite(1, typing(["Write this file?", "y"]))).toBe(true);
  });
});
