import { describe, expect, it } from "vitest";
import { keepArtifact } from "../../../src/adapters/actions/keep-artifact.ts";
import { MemoryArtifacts } from "../../../src/adapters/memory/artifacts.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { memoryLog } from "../../fakes/log.ts";

function world(content: Readonly<Record<string, string>>) {
  const files = new MemoryFiles(content);
  return { files, log: memoryLog(), artifacts: new MemoryArtifacts(files) };
}

describe("keeping what a step wrote", () => {
  it("stores every file of the folder, and says how many and how much", async () => {
    const ports = world({ ".turnpike/verdict.json": "{}", ".turnpike/logs/lint.log": "fine\n" });
    await keepArtifact(ports, { name: "turnpike-check", folder: ".turnpike" });
    await ports.artifacts.download("turnpike-check", "/back");
    expect(await ports.files.readText("/back/logs/lint.log")).toBe("fine\n");
    expect(ports.log.lines.join("\n")).toContain("Kept 2 files as the artifact turnpike-check");
  });

  it("does nothing without a name", async () => {
    const ports = world({ ".turnpike/verdict.json": "{}" });
    await keepArtifact(ports, { name: undefined, folder: ".turnpike" });
    expect(await ports.artifacts.list()).toEqual([]);
  });

  it("warns, and does not fail, when there is no service or the name is taken", async () => {
    const ports = world({ ".turnpike/verdict.json": "{}" });
    ports.artifacts.available = false;
    await keepArtifact(ports, { name: "a", folder: ".turnpike" });
    ports.artifacts.available = true;
    await keepArtifact(ports, { name: "a", folder: ".turnpike" });
    await keepArtifact(ports, { name: "a", folder: ".turnpike" });
    expect(ports.log.lines.filter((line) => line.startsWith("warning"))).toEqual([
      expect.stringContaining("There is no artifact service here"),
      expect.stringContaining("already exists"),
    ]);
  });

  it("says so when there is nothing to keep", async () => {
    const ports = world({});
    await keepArtifact(ports, { name: "a", folder: ".turnpike" });
    expect(await ports.artifacts.list()).toEqual([]);
    expect(ports.log.lines.join("\n")).toContain("Nothing was written");
  });
});
