import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sharedUvWithIndex } from "../../fakes/shared-uv.ts";
import { makeRepository } from "../rig.ts";
import { fingerprint } from "./fingerprint.ts";
import { inCopy, tryOn } from "./rig.ts";

const uv = await sharedUvWithIndex();
const base = mkdtempSync(join(tmpdir(), "turnpike-try-real-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const FILES = {
  "pyproject.toml": `[project]
name = "shop"
version = "1.0.0"
requires-python = ">=3.9"
dependencies = ["six"]
[dependency-groups]
dev = ["pytest"]
[tool.pytest.ini_options]
testpaths = ["tests"]
`,
  "tests/test_a.py": "def test_a():\n    assert True\n\ndef test_b():\n    assert 1 == 2\n",
  // Red only where pytest is started as Turnpike starts it: without the plugin that writes a cache into the tree.
  "other/tests/test_c.py": "def test_c(request):\n    assert request.config.pluginmanager.hasplugin('cacheprovider')\n",
};

describe.skipIf(uv === undefined)("a try with the real uv", () => {
  const PATH = `${dirname(uv?.path ?? "")}:${process.env["PATH"] ?? ""}`;

  function locked(files: Readonly<Record<string, string>>) {
    const repository = makeRepository({ ".gitignore": ".venv\n", ...files });
    execFileSync(uv?.path ?? "uv", ["lock", "--quiet"], { cwd: repository.path });
    return repository;
  }

  it("installs into the copy alone, counts tests both ways, and leaves the repository as it was", async () => {
    using repository = locked(FILES);
    const before = fingerprint(repository.path);
    await using done = await tryOn(repository.path, { env: { PATH }, prove: "red" });
    expect(done.outcomes()).toEqual(["lock: passed", "tests: failed"]);
    expect(existsSync(inCopy(done, ".venv/pyvenv.cfg"))).toBe(true);
    expect(done.result?.setUp).toMatchObject([{ outcome: "installed", environment: { manager: "uv" } }]);
    expect(done.result?.proofs).toMatchObject([{ verdict: "agrees", ourTests: 2, ownTests: 2, ownExitCode: 1 }]);
    expect(done.result?.sbom).toMatchObject({ components: 1, edges: 1 });
    expect(fingerprint(repository.path)).toEqual(before);
  });

  it("says loudly when a difference of ours turns a gate red", async () => {
    using repository = locked({
      ...FILES,
      "pyproject.toml": FILES["pyproject.toml"].replace('["tests"]', '["other/tests"]'),
    });
    await using done = await tryOn(repository.path, { env: { PATH }, prove: "red" });
    expect(done.result?.proofs).toMatchObject([
      { id: "tests", verdict: "ours-is-wrong", ourExitCode: 1, ownExitCode: 0 },
    ]);
  });

  it("runs the other gates with a stale lock as it is, and says so with the command that mends it", async () => {
    using repository = locked({ ...FILES, "tests/test_a.py": "def test_a():\n    import six\n" });
    const before = repository.read("uv.lock");
    repository.write({ "pyproject.toml": FILES["pyproject.toml"].replace('"six"', '"six", "attrs"') });
    await using done = await tryOn(repository.path, { env: { PATH } });
    expect(done.outcomes()).toEqual(["lock: failed", "tests: passed"]);
    expect(done.result?.setUp).toMatchObject([{ outcome: "installed" }]);
    expect(done.result?.checked.details.remarks).toEqual([
      expect.stringMatching(/^The lock uv\.lock does not match pyproject\.toml; .*`uv sync --frozen`.*run `uv lock`/),
    ]);
    expect(repository.read("uv.lock")).toBe(before);
  });

  it("warns of a stale lock and passes where no gate looks at it", async () => {
    using repository = locked({
      ...FILES,
      "turnpike.yml": "gates: { lock: off }\n",
      "tests/test_a.py": "def test_a():\n    import six\n",
    });
    repository.write({ "pyproject.toml": FILES["pyproject.toml"].replace('"six"', '"six", "attrs"') });
    await using done = await tryOn(repository.path, { env: { PATH } });
    expect(done.result?.checked.run.verdict).toBe("passed");
    expect(done.result?.checked.installed.remarks).toHaveLength(1);
  });

  it("says with the command what could not be installed", async () => {
    using repository = locked(FILES);
    repository.write({ "uv.lock": "version = 1\n[[package\n" });
    await using done = await tryOn(repository.path, { env: { PATH } });
    expect(done.outcomes()).toEqual(["lock: tool-error", "tests: tool-error"]);
    expect(done.result?.setUp[0]?.reason).toMatch(/cannot be read.*run `uv lock`/);
  });
});
