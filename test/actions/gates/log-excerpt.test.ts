import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readExcerpt } from "../../../src/actions/gates/log-excerpt.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { Masker } from "../../../src/core/gates/index.ts";

function tailOf(log: string, secrets: readonly string[] = []): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "turnpike-log-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "gate.log"), log);
  return readExcerpt(new NodeFiles(folder), "gate.log", new Masker(secrets)).then(({ tail }) => tail);
}

it("the last lines keep their indentation, so that a traceback stays readable", async () => {
  const log = 'Traceback (most recent call last):\n  File "a.py", line 1\n\tassert left == 3  \nAssertionError\n\n';
  expect(await tailOf(log)).toEqual([
    "Traceback (most recent call last):",
    '  File "a.py", line 1',
    "    assert left == 3",
    "AssertionError",
  ]);
});

it("a progress bar shows what it drew last, colours and commands of a terminal are gone", async () => {
  expect(await tailOf("10 %\r50 %\r100 %\n\u001b[31mred\u001b[0m\n")).toEqual(["100 %", "red"]);
});

it("secrets are hidden and endless lines are cut", async () => {
  const [first, second] = await tailOf(`token=correct-horse-battery\n${"x".repeat(5000)}\n`, ["correct-horse-battery"]);
  expect(first).not.toContain("correct-horse-battery");
  expect(second?.length).toBeLessThanOrEqual(400);
});
