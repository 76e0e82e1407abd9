import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { releaseTag } from "../../../src/local/try/release-tag.ts";
import { tryWholeRoad } from "../../../src/local/try/whole-road.ts";
import { makeRepository } from "../rig.ts";
import { fingerprint } from "./fingerprint.ts";
import { worldFor } from "./rig.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const base = mkdtempSync(join(tmpdir(), "turnpike-road-try-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const CALLER = `
on: push
jobs:
  turnpike:
    uses: acme/turnpike/.github/workflows/checks.yml@v1
`;

// The bundles are committed; a test beside them holds them to the sources.
describe.skipIf(!existsSync(join(root, "dist/turnpike.js")))("a try of the whole road", () => {
  it("writes the caller into the copy, runs it with what is not committed, and leaves the repository as it was", async () => {
    using repository = makeRepository({
      "turnpike.yml": "presets: none\ngates: { a: { run: grep new a.txt } }\n",
      "a.txt": "old\n",
    });
    repository.write({ "a.txt": "new\n" });
    const before = fingerprint(repository.path);
    const { world, watch } = worldFor(repository.path, { XDG_CACHE_HOME: base }, join(base, "kept"));
    const road = await tryWholeRoad(
      { dir: repository.path, event: "pull_request", config: "turnpike.yml" },
      world,
      watch,
    );
    await road?.copy.remove();
    expect(road?.outcome).toMatchObject({ conclusion: "success", exitCode: 0 });
    const verdict: unknown = JSON.parse(
      readFileSync(join(base, "kept/artifacts/turnpike-verdict/verdict.json"), "utf8"),
    );
    expect(verdict).toMatchObject({ verdict: "passed", gates: [{ id: "a", outcome: "passed" }] });
    expect(fingerprint(repository.path)).toEqual(before);
    expect(existsSync(road?.copy.top ?? "")).toBe(false);
  });

  it("refuses a folder below the top level, for which no workflow runs, and leaves nothing behind", async () => {
    using repository = makeRepository({
      "a/turnpike.yml": "gates: { a: { run: 'true' } }\n",
      ".github/workflows/x.yml": CALLER,
    });
    const dir = join(repository.path, "a");
    const { world, watch } = worldFor(dir);
    await expect(tryWholeRoad({ dir, event: "push", config: "turnpike.yml" }, world, watch)).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
  });
});

describe("the tag of a release that is tried", () => {
  it.each([
    ["1.2.0", ["v1.1.0"], "v1.2.0"],
    ["1.2.0", ["1.1.0", "v0.9"], "1.2.0"],
    ["1.2.0", [], "v1.2.0"],
    [undefined, ["orders-2.3.4"], "orders-2.3.5"],
    [undefined, ["nightly", "v2.3"], "v2.3.1"],
    [undefined, [], "v0.0.1"],
  ] as const)("%s after %j is %s", (version, tags, tag) => {
    expect(releaseTag(version, tags)).toBe(tag);
  });
});
