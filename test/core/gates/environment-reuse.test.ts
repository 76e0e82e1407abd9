import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decidesEditable,
  type EnvironmentGround,
  type EnvironmentRecipe,
  environmentDigest,
  FLOATING_MS,
  factsOfFile,
  factsOfInstall,
  type InstallCommand,
  type InstallFact,
  isPinned,
  isYoung,
  ownBuildOf,
  UNUSED_MS,
} from "../../../src/core/gates/index.ts";

function install(words: string, more: Partial<InstallCommand> = {}): InstallCommand {
  return { words: words.split(" "), cwd: ".", env: {}, source: { file: "ci.yml", line: 3 }, ...more };
}

const command = install("uv pip install ruff==0.14.0", { env: { A: "1" } });
const recipe: EnvironmentRecipe = { name: "lint", python: "3.13", requiresPython: ">=3.10", installs: [command] };
const ground: EnvironmentGround = {
  root: "/repo",
  python: ["3.13: /usr/bin/python3.13"],
  uv: "uv 0.9.1 (linux)",
  env: { UV_INDEX_URL: "https://index.example.org/secret", EDITOR: "vi", CFLAGS: "-O2" },
  files: { "pyproject.toml": "d1", "uv.toml": null },
  commit: ["c1"],
};
const key = environmentDigest(recipe, ground);

const withCommand = (change: Partial<InstallCommand>) => ({ ...recipe, installs: [{ ...command, ...change }] });

describe("the key of an environment", () => {
  it.each<[string, EnvironmentRecipe, EnvironmentGround]>([
    ["a word", withCommand({ words: ["uv", "pip", "install", "ruff==0.14.1"] }), ground],
    ["the folder of an install", withCommand({ cwd: "src" }), ground],
    ["a variable of an install", withCommand({ env: { A: "2" } }), ground],
    ["one more install", { ...recipe, installs: [command, install("uv pip install mypy")] }, ground],
    ["no install", { ...recipe, installs: [] }, ground],
    ["the version that is asked for", { ...recipe, python: "3.12" }, ground],
    ["the versions that would do", { ...recipe, requiresPython: ">=3.11" }, ground],
    ["the folder of the repository", recipe, { ...ground, root: "/repo2" }],
    ["the interpreter", recipe, { ...ground, python: ["3.13: /opt/python3.13"] }],
    ["uv", recipe, { ...ground, uv: "uv 0.9.2 (linux)" }],
    ["the index", recipe, { ...ground, env: { ...ground.env, UV_INDEX_URL: "https://example.org" } }],
    ["one more setting of pip", recipe, { ...ground, env: { ...ground.env, PIP_NO_INDEX: "1" } }],
    ["what compilers go by", recipe, { ...ground, env: { ...ground.env, CFLAGS: "-O3" } }],
    ["the content of a file", recipe, { ...ground, files: { ...ground.files, "pyproject.toml": "d2" } }],
    ["a file that is gone", recipe, { ...ground, files: { ...ground.files, "pyproject.toml": null } }],
    ["a file that came", recipe, { ...ground, files: { ...ground.files, "uv.toml": "d3" } }],
    ["a file more", recipe, { ...ground, files: { ...ground.files, "a.txt": "d4" } }],
    ["the commit", recipe, { ...ground, commit: ["c2"] }],
    ["a tag", recipe, { ...ground, commit: ["c1", "v1"] }],
  ])("is another one after a change of %s", (_, other, at) => {
    expect(environmentDigest(other, at)).not.toBe(key);
  });

  it("depends on the order of installs", () => {
    const two = install("uv pip install mypy");
    const one = environmentDigest({ ...recipe, installs: [command, two] }, ground);
    expect(environmentDigest({ ...recipe, installs: [two, command] }, ground)).not.toBe(one);
  });

  it("stays the same when only a name, a place or another variable changes, or the order of files", () => {
    const files = Object.fromEntries(Object.entries(ground.files).reverse());
    const moved = { ...recipe, name: "x", installs: [{ ...command, source: { file: "tox.ini", line: 9 } }] };
    expect(environmentDigest(moved, { ...ground, files, env: { ...ground.env, EDITOR: "ed" } })).toBe(key);
  });

  it("tells apart any two lists of words", () => {
    const words = fc.array(fc.string(), { maxLength: 4 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const same =
          environmentDigest(withCommand({ words: a }), ground) === environmentDigest(withCommand({ words: b }), ground);
        return same === (JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});

const settings = ["pyproject.toml", "uv.toml"];

function shown(facts: readonly InstallFact[]): readonly string[] {
  return facts.map((fact) => {
    if (fact.kind === "file") return fact.path;
    if (fact.kind === "own") return `own ${fact.how}`;
    return fact.kind === "pin" ? `= ${fact.name}` : `never: ${fact.reason}`;
  });
}

describe("what an install reads", () => {
  it.each<[string, readonly string[]]>([
    ["uv pip install ruff", []],
    ["uv pip install Ruff_X[a]==0.14.0 mypy>=1", ["= ruff-x"]],
    ["uv pip install a==1.*", []],
    ["uv pip install -r requirements/dev.txt -c c.txt", ["requirements/dev.txt", "c.txt"]],
    ["uv pip install --requirement=a.txt -rb.txt", ["a.txt", "b.txt"]],
    ["uv pip install -e .[test]", ["own editable"]],
    ["uv pip install .", ["own copied"]],
    ["uv pip install ./sub", ["own copied"]],
    ["uv pip install -i https://index.example.org/a six", []],
    ["uv pip install --group dev", ["pyproject.toml", "own editable"]],
    ["uv pip install wheels/a-1.0-py3-none-any.whl", ["wheels/a-1.0-py3-none-any.whl"]],
    ["uv pip sync a.txt", ["a.txt"]],
    ["uv pip install ../other", ["never: ../other is outside of the repository"]],
    ["uv pip install -f wheels six", ["never: it takes packages from a folder"]],
    ["uv pip install -r https://example.org/r.txt", ["never: it reads https://example.org/r.txt"]],
    ["uvx poetry@2.1 install --no-interaction", ["poetry.lock", "poetry.toml", "own editable"]],
    ["uvx pdm run x", ["never: what `pdm run` installs is not known"]],
    ["make deps", ["never: what `make deps` installs is not known"]],
  ])("of `%s`", (words, found) => {
    const facts = shown(factsOfInstall(install(words)));
    expect(facts.filter((one, at) => at >= settings.length || one !== settings[at])).toEqual(found);
  });

  it("are settings of uv up to the root too", () => {
    expect(shown(factsOfInstall(install("uv pip install six", { cwd: "a/b" })))).toEqual([
      ...["a/b/pyproject.toml", "a/b/uv.toml", "a/pyproject.toml", "a/uv.toml", "pyproject.toml", "uv.toml"],
    ]);
  });

  it("are files that files name, from their own folder", () => {
    const text = [
      "# tools",
      "-r base.txt",
      "-c ../constraints.txt  # upper limits",
      "--requirement=more.txt",
      "-e .",
      "Six==1.16.0 \\",
      "    --hash=sha256:abc",
      'tomli==2.0.1 ; python_version < "3.11"',
      "mypy>=1",
    ].join("\n");
    expect(shown(factsOfFile("requirements/dev.txt", text, "."))).toEqual([
      ...["requirements/base.txt", "constraints.txt", "requirements/more.txt", "own editable", "= six", "= tomli"],
    ]);
    expect(shown(factsOfFile("poetry.lock", '[[package]]\nname = "Six_X"\nversion = "1"\n', "."))).toEqual(["= six-x"]);
    expect(shown(factsOfFile("a.txt", "x @ https://${HOST}/x.whl", "."))[0]).toMatch(
      /^never: .* depends on a variable$/,
    );
  });
});

describe("the project's own code", () => {
  const of = (text: string) => ownBuildOf(new Map([["lib/pyproject.toml", text]]));

  it("says what it is built from", () => {
    expect(of('[build-system]\nrequires = ["flit_core<4"]')).toEqual({
      ...{ buildsInTree: false, isFromCommit: false, folders: "none", generated: [] },
    });
    expect(of('requires = ["hatch-vcs"]\n[tool.hatch.build.hooks.vcs]\nversion-file = "src/a/_v.py"')).toMatchObject({
      ...{ buildsInTree: false, isFromCommit: true, generated: ["lib/src/a/_v.py"] },
    });
    for (const text of [
      "ext_modules=[Extension('a')]",
      'build-backend = "maturin"',
      "[tool.hatch.build.hooks.custom]",
    ]) {
      expect(of(text).buildsInTree).toBe(true);
    }
    expect(of('a = { path = "libs/a" }').folders).toBe("inside");
    expect(of('a = { path = "../a" }').folders).toBe("outside");
  });

  it("is decided by some of its files", () => {
    const yes = [
      "pyproject.toml",
      "a/setup.cfg",
      "src/a/__init__.py",
      "src/a/_version.py",
      "a.py",
      "requirements/x.in",
    ];
    expect([...yes, "src/a/b.py", "docs/index.md", "tests/test_a.py"].filter(decidesEditable)).toEqual(yes);
  });
});

describe("an environment of an earlier run", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const ago = (ms: number) => new Date(now.getTime() - ms);

  it("is used for a day when not every version is said, else until nobody used it for two weeks", () => {
    const floating = (ms: number) => isYoung({ madeAt: ago(ms), usedAt: ago(0), isPinned: false }, now);
    expect([floating(0), floating(FLOATING_MS), floating(FLOATING_MS + 1)]).toEqual([true, true, false]);
    const pinned = (ms: number) => isYoung({ madeAt: ago(9 * UNUSED_MS), usedAt: ago(ms), isPinned: true }, now);
    expect([pinned(0), pinned(UNUSED_MS), pinned(UNUSED_MS + 1)]).toEqual([true, true, false]);
    expect(isYoung({ madeAt: ago(-3_600_000), usedAt: now, isPinned: true }, now)).toBe(false);
  });

  it("is pinned when all that is installed is, whatever it depends on", () => {
    const pip = { name: "pip", isLocal: false };
    const hooks = { name: "pre_commit_hooks", isLocal: false };
    const yaml = { name: "ruamel.yaml", isLocal: false };
    expect(isPinned([pip, hooks], new Set(["pre-commit-hooks"]))).toBe(true);
    expect(isPinned([pip, hooks, yaml], new Set(["pre-commit-hooks"]))).toBe(false);
    expect(isPinned([{ name: "own", isLocal: true }], new Set())).toBe(true);
  });
});
