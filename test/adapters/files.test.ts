import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { MemoryFiles } from "../../src/adapters/memory/files.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { filesContract } from "../ports/files.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "turnpike-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

filesContract("MemoryFiles", async () => new MemoryFiles());
filesContract("NodeFiles", async () => new NodeFiles(mkdtempSync(join(folder, "root-"))));

it("text that never ends is refused: a pipe that nobody writes to, a device", async () => {
  const root = mkdtempSync(join(folder, "root-"));
  execFileSync("mkfifo", [join(root, "pipe")]);
  symlinkSync("/dev/zero", join(root, "device"));
  for (const name of ["pipe", "device"]) {
    const first = new NodeFiles(root).streamText(name).next();
    await expect(first).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    await expect(new NodeFiles(root).readText(name)).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  }
});
