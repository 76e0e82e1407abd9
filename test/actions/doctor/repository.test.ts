import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { onlySuggested } from "../../fakes/adopt.ts";
import { sharedUv } from "../../fakes/shared-uv.ts";
import { uvLock } from "../../fakes/snapshot.ts";
import { makeRepository } from "../../local/rig.ts";
import { check, findings, quietEnv } from "./scene.ts";

const scratch = mkdtempSync(join(tmpdir(), "turnpike-doctor-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const env = quietEnv(definedVariables(process.env));
const shared = await sharedUv();
const withUv = shared.uv === undefined ? env : { ...env, PATH: [dirname(shared.uv.path), env["PATH"]].join(delimiter) };

const RUFF = {
  "pyproject.toml":
    '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.9"\ndependencies = []\n[tool.ruff]\nsrc = ["src"]\n[tool.mypy]\nfiles = ["src"]\n[dependency-groups]\ndev = ["ruff"]\n',
  "uv.lock": uvLock(["ruff", "0.16.0"]),
  "src/a.py": "",
};

describe("turnpike doctor, of the repository", () => {
  it("tells every problem of turnpike.yml with its place", async () => {
    using repository = makeRepository({ "turnpike.yml": "gates:\n  tests: { rum: make }\nbudgt: 3m\n" });
    const list = await findings("config", repository.path);
    expect(list.map(({ severity, where }) => [severity, where?.line])).toEqual([
      ["error", 2],
      ["error", 3],
    ]);
    expect(await check("gates", repository.path)).toEqual({ kind: "not-applicable" });
    repository.write({ "turnpike.yml": "gates:\n  tests: { run: make }\n" });
    expect(await check("config", repository.path)).toEqual({ kind: "fine", text: "turnpike.yml" });
    expect(await check("gates", repository.path)).toEqual({ kind: "fine", text: "1 gate to run" });
  });

  it("says when nothing is checked, and what would switch something on", async () => {
    using bare = makeRepository({ "README.md": "" });
    expect(await findings("gates", bare.path)).toMatchObject([
      { severity: "warning", mend: expect.stringContaining("run:") },
    ]);
    const texts = { "package.json": '{ "scripts": { "lint": "eslint ." }, "devDependencies": { "eslint": "10" } }' };
    const plan = { kind: "planned" as const, planned: { plan: onlySuggested(texts), leftOut: [] } };
    expect((await findings("gates", bare.path, { plan }))[0]?.mend).toContain("lint: {}");
  });

  it("names tools that have settings and that nothing brings", async () => {
    using repository = makeRepository(RUFF);
    expect(await findings("tools", repository.path)).toMatchObject([
      {
        message: expect.stringContaining("mypy has settings"),
        where: { file: "pyproject.toml", line: 8 },
        mend: "uv add --dev mypy",
      },
    ]);
    repository.write({ ".pre-commit-config.yaml": "repos:\n  - repo: https://example.org/mirrors-mypy\n" });
    expect(await check("tools", repository.path)).toMatchObject({ kind: "fine" });
    repository.git("rm", "--quiet", "uv.lock");
    expect(await check("tools", repository.path)).toEqual({ kind: "not-applicable" });
  });

  it.skipIf(shared.uv === undefined)("holds locks to their manifests, without the network", async () => {
    const manifest = '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.9"\n';
    using repository = makeRepository({ "pyproject.toml": manifest });
    execFileSync("uv", ["lock", "--offline", "--quiet"], { cwd: repository.path, env: withUv });
    repository.git("add", "--all");
    expect(await check("locks", repository.path, { env: withUv })).toMatchObject({ kind: "fine" });
    repository.write({ "pyproject.toml": manifest.replace(">=3.9", ">=3.10") });
    expect(await findings("locks", repository.path, { env: withUv })).toMatchObject([
      { severity: "error", where: { file: "uv.lock" }, mend: "uv lock" },
    ]);
  });

  it("compares package-lock.json with its manifest by itself", async () => {
    const root = (version: string) =>
      `{ "lockfileVersion": 3, "packages": { "": { "devDependencies": { "eslint": "${version}" } } } }`;
    using repository = makeRepository({
      "package.json": '{ "name": "x", "scripts": { "lint": "eslint ." }, "devDependencies": { "eslint": "10" } }',
      "package-lock.json": root("10"),
    });
    expect(await check("locks", repository.path)).toEqual({ kind: "fine", text: "locks are current" });
    repository.write({ "package-lock.json": root("9") });
    expect(await findings("locks", repository.path)).toMatchObject([
      {
        severity: "error",
        message: expect.stringContaining("devDependencies"),
        mend: "npm install --package-lock-only",
      },
    ]);
  });

  it("looks at .venv: a Python that is gone, and one of another version", async () => {
    using repository = makeRepository({ ...RUFF, ".python-version": "3.12\n", ".gitignore": ".venv\n" });
    expect(await check("virtual-environment", repository.path)).toEqual({ kind: "not-applicable" });
    repository.write({ ".venv/pyvenv.cfg": "home = /nowhere/bin\nversion_info = 3.12.1\n" });
    expect(await findings("virtual-environment", repository.path)).toMatchObject([
      { severity: "warning", message: expect.stringContaining("is gone"), mend: "rm -r .venv && uv sync" },
    ]);
    repository.write({ ".venv/pyvenv.cfg": "home = /\nversion = 3.11.4\n" });
    expect(await findings("virtual-environment", repository.path)).toMatchObject([
      { severity: "note", message: expect.stringContaining("asks for 3.12") },
    ]);
    repository.write({ ".venv/pyvenv.cfg": "home = /\nversion_info = 3.12.4\n" });
    expect(await check("virtual-environment", repository.path)).toMatchObject({ kind: "fine" });
  });

  it("wants the whole history where the version comes from tags", async () => {
    const scm =
      '[project]\nname = "x"\ndynamic = ["version"]\n[build-system]\nrequires = ["setuptools>=80", "setuptools-scm[toml]>=8"]\n';
    using repository = makeRepository({ "pyproject.toml": scm });
    expect(await findings("history", repository.path)).toMatchObject([
      { severity: "warning", message: "this clone has no tags", where: { file: "pyproject.toml", line: 5 } },
    ]);
    repository.git("commit", "--quiet", "--allow-empty", "--message", "second");
    repository.git("tag", "v1.0.0");
    expect(await check("history", repository.path)).toMatchObject({ kind: "fine" });
    const shallow = join(scratch, "shallow");
    execFileSync("git", ["clone", "--quiet", "--depth", "1", `file://${repository.path}`, shallow]);
    expect(await findings("history", shallow)).toMatchObject([
      { message: expect.stringContaining("shallow"), mend: "git fetch --unshallow --tags" },
    ]);
    repository.write({ "pyproject.toml": '[project]\nname = "x"\nversion = "1"\n' });
    expect(await check("history", repository.path)).toEqual({ kind: "not-applicable" });
  });

  it("finds scripts that git keeps without the right to run, and with line ends of Windows", async () => {
    using repository = makeRepository({
      "turnpike.yml":
        "gates:\n  a: { run: 'cd x && ./tools/a.sh; bash tools/b.sh' }\n  b: { run: [tools/b.sh], cwd: . }\n  c: { run: ./c.sh, cwd: deep }\n",
      "tools/b.sh": "#!/bin/sh\n",
      "deep/c.sh": "#!/bin/sh\r\ntrue\r\n",
      "tools/unused.sh": "",
    });
    chmodSync(join(repository.path, "tools/b.sh"), 0o755);
    expect((await findings("scripts", repository.path)).map(({ severity, mend }) => [severity, mend])).toEqual([
      ["error", "git update-index --chmod=+x deep/c.sh"],
      ["warning", "echo '*.sh text eol=lf' >> .gitattributes && git add --renormalize deep/c.sh"],
      ["error", "git update-index --chmod=+x tools/b.sh"],
    ]);
    repository.git("update-index", "--chmod=+x", "deep/c.sh", "tools/b.sh");
    expect((await findings("scripts", repository.path)).map(({ severity }) => severity)).toEqual(["warning"]);
  });

  it("says what a plain checkout does not bring", async () => {
    using repository = makeRepository({ ".gitattributes": "# big\n*.bin filter=lfs diff=lfs\n", ".gitmodules": "" });
    expect((await findings("parts", repository.path)).map(({ where }) => where)).toEqual([
      { file: ".gitmodules", line: 1 },
      { file: ".gitattributes", line: 2 },
    ]);
  });

  it("finds what killed runs left behind, once they are old", async () => {
    using repository = makeRepository({ "README.md": "" });
    const temp = mkdtempSync(join(scratch, "temp-"));
    const old = ["tpk-0123abcd", "tpk-try-Xyz123", "turnpike-abc123"].map((name) => join(temp, name));
    const others = ["turnpike-def456", "turnpike-something-else"].map((name) => join(temp, name));
    for (const folder of [...old, ...others]) mkdirSync(folder);
    for (const folder of old) utimesSync(folder, 0, 0);
    const [finding] = await findings("leftovers", repository.path, { temp });
    for (const folder of old) expect(finding?.mend).toContain(folder);
    for (const folder of others) expect(finding?.mend).not.toContain(folder);
  });

  it("says when .turnpike is not ignored, or even committed", async () => {
    using repository = makeRepository({ "README.md": "" });
    const temp = mkdtempSync(join(scratch, "temp-"));
    repository.write({ ".turnpike/run/x": "" });
    expect(await findings("leftovers", repository.path, { temp })).toMatchObject([
      { severity: "note", mend: "echo .turnpike/ >> .gitignore" },
    ]);
    repository.write({ ".turnpike/.gitignore": "*\n" });
    expect(await check("leftovers", repository.path, { temp })).toMatchObject({ kind: "fine" });
    repository.git("add", "--force", ".turnpike/run/x");
    expect(await findings("leftovers", repository.path, { temp })).toMatchObject([
      { severity: "warning", message: ".turnpike is committed" },
    ]);
  });
});
