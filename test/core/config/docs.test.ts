import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { replaceBlock } from "../../../src/contract/index.ts";
import { configReference, parseConfig } from "../../../src/core/config/index.ts";
import { formatProblem } from "../../../src/errors.ts";

function pathOf(name: string): string {
  return fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url));
}

function blocksOf(name: string, language: string): readonly string[] {
  const text = readFileSync(pathOf(name), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

describe("docs/turnpike-yml.md", () => {
  it("has the tables of the schema (vitest -u writes them)", async () => {
    const text = replaceBlock(readFileSync(pathOf("turnpike-yml.md"), "utf8"), "reference", `\n${configReference()}\n`);
    await expect(text).toMatchFileSnapshot(pathOf("turnpike-yml.md"));
  });

  it.each(["turnpike-yml.md", "detection.md"])("shows only files that are right: %s", (name) => {
    const blocks = blocksOf(name, "yaml");
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(parseConfig(block, "turnpike.yml")).toMatchObject({ ok: true });
  });

  it("shows messages as they are", () => {
    const text = "build: a\ngates:\n\n\n\n  contract:\n    neds: [lint]\n    run: x\n    timeout: soon\n";
    const result = parseConfig(text, "turnpike.yml");
    const messages = result.ok ? [] : result.problems.map(formatProblem);
    expect(readFileSync(pathOf("turnpike-yml.md"), "utf8")).toContain(messages.join("\n"));
    expect(messages).toHaveLength(2);
  });
});
