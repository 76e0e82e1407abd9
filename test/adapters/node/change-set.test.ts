import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NodeChangeSet } from "../../../src/adapters/node/change-set.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "turnpike-change-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const apply = (...changes: readonly (readonly [string, string | null, string])[]) =>
  new NodeChangeSet(root).apply(changes.map(([path, before, after]) => ({ path, before, after })));

type Wrong = readonly [what: string, prepare: () => void, path: string, before: string | null, message: string];

const theirs = (): void => writeFileSync(join(root, "x"), "theirs");
const wrong: readonly Wrong[] = [
  ["a folder that is a file", theirs, "x/y.yml", null, "cannot be written"],
  ["a file that was changed meanwhile", theirs, "x", "mine", "was changed meanwhile"],
  ["a file that came meanwhile", theirs, "x", null, "was changed meanwhile"],
  ["a file that went meanwhile", () => undefined, "x", "mine", "was changed meanwhile"],
  ["a link", () => symlinkSync("/dev/null", join(root, "x")), "x", null, "is a symbolic link"],
  ["a folder that leads out", () => symlinkSync(tmpdir(), join(root, "x")), "x/y.yml", null, "outside of the"],
  ["a path that leads out", () => undefined, "../y.yml", null, "leads out"],
];

describe("files that are written together", () => {
  it("are all written, in folders that are made, and keep their rights", async () => {
    writeFileSync(join(root, "run.sh"), "old");
    chmodSync(join(root, "run.sh"), 0o755);
    await apply(["a/b/c.yml", null, "new"], ["run.sh", "old", "newer"]);
    expect([readFileSync(join(root, "a/b/c.yml"), "utf8"), readFileSync(join(root, "run.sh"), "utf8")]).toEqual([
      "new",
      "newer",
    ]);
    expect(statSync(join(root, "run.sh")).mode & 0o777).toBe(0o755);
    expect(readdirSync(root).sort()).toEqual(["a", "run.sh"]);
  });

  it.each(wrong)("are not written at all where one is %s", async (_, prepare, path, before, message) => {
    prepare();
    const were = readdirSync(root);
    await expect(apply(["first/a.yml", null, "1"], [path, before, "2"])).rejects.toThrow(message);
    expect(readdirSync(root)).toEqual(were);
    expect(existsSync(join(root, "first"))).toBe(false);
  });
});
