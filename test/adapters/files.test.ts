import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { MemoryFiles } from "../../src/adapters/memory/files.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { filesContract } from "../ports/files.contract.ts";

const folder = mkdtempSync(join(tmpdir(), "turnpike-files-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

filesContract("MemoryFiles", async () => new MemoryFiles());
filesContract("NodeFiles", async () => new NodeFiles(mkdtempSync(join(folder, "root-"))));
