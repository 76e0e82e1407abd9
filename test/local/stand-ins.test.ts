import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run, workflow } from "./rig.ts";

const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";

describe("the checkout", () => {
  it("is a real one of the run's commit: shallow, on its branch, without hooks", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { id: c, uses: ${CHECKOUT}, with: { persist-credentials: false } }
          - run: |
              echo "at $(git rev-parse --abbrev-ref HEAD) $(git rev-list --count HEAD) $(git rev-parse --is-shallow-repository) $(git remote get-url origin)"
              echo "hooks $(ls .git/hooks 2>/dev/null | wc -l) out \${{ steps.c.outputs.ref }} \${{ steps.c.outputs.commit == github.sha }}"
              git status --porcelain
    `);
    repository.git("commit", "--quiet", "--allow-empty", "--message", "second");
    const done = await run(repository);
    expect(done.lines("a")).toEqual(
      expect.arrayContaining(["at main 1 true https://github.com/acme/orders", "hooks 0 out refs/heads/main true"]),
    );
  });

  it("has all history, branches and tags when fetch-depth is 0", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { uses: actions/checkout@v4, with: { fetch-depth: 0 } }
          - run: echo "$(git rev-list --count HEAD) $(git tag --list | tr '\\n' ' ')$(git branch -r --list 'origin/*' | tr -d '\\n')"
          - { uses: actions/checkout@v4, with: { ref: v1, path: old, fetch-tags: true } }
          - { uses: actions/checkout@v4, with: { path: two, fetch-depth: 2 } }
          - run: cd two && echo "two $(git rev-list --count HEAD) $(git rev-parse --is-shallow-repository) $(git tag --list | wc -l)" && git fsck --connectivity-only
          - run: cd old && echo "old $(git describe --tags) $(git symbolic-ref -q HEAD || echo detached)"
    `);
    repository.git("tag", "v1");
    repository.git("branch", "other");
    repository.git("commit", "--quiet", "--allow-empty", "--message", "between");
    repository.git("commit", "--quiet", "--allow-empty", "--message", "second");
    const done = await run(repository);
    expect(done.lines("a")).toEqual(
      expect.arrayContaining(["3 v1   origin/main  origin/other", "two 2 true 0", "old v1 detached"]),
    );
  });

  it("holds what is not committed, and leaves the repository as it was", async () => {
    using repository = workflow(
      `
      a:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - run: |
              cat changed.txt new.txt; ls -l link | sed 's/.*link/link/'; bin/tool; ls
              echo broken > changed.txt; rm -rf .git new.txt
    `,
      { "changed.txt": "before\n", "gone.txt": "x", "bin/tool": "#!/bin/sh\necho first\n", ".gitignore": "ignored\n" },
    );
    repository.write({
      "changed.txt": "after\n",
      "new.txt": "new\n",
      ignored: "no",
      "bin/tool": "#!/bin/sh\necho later\n",
    });
    repository.git("rm", "--quiet", "gone.txt");
    const { symlinkSync } = await import("node:fs");
    symlinkSync("changed.txt", join(repository.path, "link"));
    const before = repository.git("status", "--porcelain", "--ignored");
    const done = await run(repository);
    expect(done.lines("a")).toEqual(expect.arrayContaining(["after", "new", "link -> changed.txt", "later"]));
    expect(done.lines("a")).not.toContain("gone.txt");
    expect(done.lines("a")).not.toContain("ignored");
    expect(done.notes()).toContain("5 uncommitted changes are part of the run.");
    expect(repository.git("status", "--porcelain", "--ignored").replace("!! .turnpike/\n", "")).toBe(before);
    expect(readFileSync(join(repository.path, ".turnpike/.gitignore"), "utf8")).toBe("*\n");
    expect(repository.read("changed.txt")).toBe("after\n");
  });

  it("of a tag leaves out what is not committed, and takes the workflow of the tag", async () => {
    using repository = workflow(
      `
      a:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - run: cat file.txt; echo "\${{ github.ref }} \${{ github.ref_type }} $(git describe --tags --exact-match)"
    `,
      { "file.txt": "tagged\n" },
    );
    repository.git("tag", "v1.0.0");
    repository.write({
      "file.txt": "later\n",
      ".github/workflows/ci.yml": "on: push\njobs: { z: { runs-on: x, steps: [{ run: echo }] } }\n",
    });
    const done = await run(repository, { ref: "v1.0.0" });
    expect(done.lines("a")).toEqual(expect.arrayContaining(["tagged", "refs/tags/v1.0.0 tag v1.0.0"]));
    expect(done.notes()).toContain("The run is of refs/tags/v1.0.0; uncommitted changes are left out.");
  });

  it.each([
    ["{ repository: other/repo }", "turnpike run checks out acme/orders alone; other/repo is not here."],
    ["{ submodules: recursive }", "turnpike run does not do the input submodules of actions/checkout."],
    ["{ ref: missing }", "A branch or tag with the name 'missing' could not be found"],
    ["{ path: ../up }", /^Repository path '\.\.\/up' is not under '/],
  ])("with %s fails and says why", async (inputs, message) => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps: [{ uses: actions/checkout@v4, with: ${inputs} }]
    `);
    const done = await run(repository);
    expect(done.annotations()).toHaveLength(1);
    expect(done.annotations()[0]?.replace("error: ", "")).toMatch(message);
    expect(done.exitCode).toBe(1);
  });
});

describe("artifacts", () => {
  it("go from job to job, and into the run's folder", async () => {
    using repository = workflow(`
      make:
        runs-on: ubuntu-latest
        steps:
          - run: mkdir -p out/deep && echo one > out/one.txt && echo two > out/deep/two.txt && echo h > out/.hidden && echo b > b.sigstore.json
          - { id: u, uses: actions/upload-artifact@v7, with: { name: both, path: out } }
          - { uses: actions/upload-artifact@v4, with: { name: one, path: out/one.txt, retention-days: 1, compression-level: 0 } }
          - { uses: actions/upload-artifact@v4, with: { name: many, path: "out/**/*.txt\\nb.sigstore.json\\n!out/one.txt", include-hidden-files: true } }
          - { name: again, uses: actions/upload-artifact@v4, with: { name: one, path: out }, continue-on-error: true }
          - { uses: actions/upload-artifact@v4, with: { name: one, path: out/deep, overwrite: true } }
          - run: echo "\${{ steps.u.outputs.artifact-id }} \${{ steps.u.outputs.artifact-digest }} \${{ steps.u.outputs.artifact-url }}"
      use:
        needs: make
        runs-on: ubuntu-latest
        steps:
          - { id: d, uses: actions/download-artifact@v8, with: { name: both, path: got } }
          - { uses: actions/download-artifact@v8, with: { path: all } }
          - { uses: actions/download-artifact@v8, with: { pattern: "[om]*", path: merged, merge-multiple: true } }
          - run: find got all merged -type f | sort; test "\${{ steps.d.outputs.download-path }}" = "$PWD/got"
    `);
    const done = await run(repository);
    expect(done.lines("make").find((line) => /^1 [0-9a-f]{64} https/.test(line))).toBeDefined();
    expect(done.lines("use").filter((line) => /^(got|all|merged)\//.test(line))).toEqual([
      "all/both/deep/two.txt",
      "all/both/one.txt",
      "all/many/b.sigstore.json",
      "all/many/out/deep/two.txt",
      "all/one/two.txt",
      "got/deep/two.txt",
      "got/one.txt",
      "merged/b.sigstore.json",
      "merged/out/deep/two.txt",
      "merged/two.txt",
    ]);
    expect(done.annotations()[0]).toMatch(/an artifact with this name already exists on the workflow run: one$/);
    expect(done.record.artifacts).toEqual(["both", "many", "one"]);
    expect(readFileSync(join(done.folder, "artifacts/both/deep/two.txt"), "utf8")).toBe("two\n");
    expect(existsSync(join(done.folder, "bundles/b.sigstore.json"))).toBe(true);
    expect(done.exitCode).toBe(0);
  });

  it("that find no files warn, fail or say nothing, as asked", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: warn, uses: actions/upload-artifact@v4, with: { path: none } }
          - { name: ignore, uses: actions/upload-artifact@v4, with: { path: none, if-no-files-found: ignore } }
          - { name: error, uses: actions/upload-artifact@v4, with: { path: none, if-no-files-found: error } }
          - { name: missing, if: always(), uses: actions/download-artifact@v4, with: { name: none } }
          - { name: odd, if: always(), uses: actions/download-artifact@v4, with: { nonsense: 1 } }
    `);
    const done = await run(repository);
    expect(done.steps("a")).toEqual([
      "warn: success",
      "ignore: success",
      "error: failure",
      "missing: failure",
      "odd: success",
    ]);
    const none = "No files were found with the provided path: none. No artifacts will be uploaded.";
    expect(done.annotations()).toEqual([
      `warning: ${none}`,
      `error: ${none}`,
      "error: Unable to download artifact(s): Artifact not found for name: none",
      expect.stringMatching(/^warning: Unexpected input\(s\) 'nonsense', valid inputs are \['name', 'artifact-ids'/),
    ]);
  });
});

describe("set-up of tools", () => {
  it("takes the Node and the Python that are here, and says which", async () => {
    using repository = workflow(
      `
      node:
        runs-on: ubuntu-latest
        steps:
          - { id: n, uses: actions/setup-node@v4, with: { node-version: ">=20", cache: npm } }
          - run: test "$(node --version)" = "\${{ steps.n.outputs.node-version }}" && echo "hit \${{ steps.n.outputs.cache-hit }}"
          - { name: old, uses: actions/setup-node@v4, with: { node-version: 8 }, continue-on-error: true }
      python:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - { id: p, uses: actions/setup-python@v5, with: { python-version-file: pyproject.toml } }
          - run: |
              test "$(python -c 'import platform; print(platform.python_version())')" = "\${{ steps.p.outputs.python-version }}"
              test "$(command -v pip)" = "$pythonLocation/bin/pip" && echo "own pip"
          - { name: old, uses: actions/setup-python@v5, with: { python-version: "2.7" }, continue-on-error: true }
          - { name: pypy, uses: actions/setup-python@v5, with: { python-version: pypy3.10 }, continue-on-error: true }
    `,
      { "pyproject.toml": '[project]\nname = "x"\nrequires-python = "~=3.8"\n' },
    );
    const done = await run(repository);
    expect(done.steps("node").slice(-1)).toEqual(["old: success"]);
    expect(done.lines("node")).toContain("hit false");
    expect(done.lines("python").join("\n")).toContain("own pip");
    expect(done.annotations()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error: actions\/setup-node asks for Node 8, and here are: \d+\.\d+\.\d+ \(/),
        expect.stringMatching(/^error: actions\/setup-python asks for Python 2\.7, and here are: 3\./),
        'error: turnpike run has CPython alone, by a range of versions; "pypy3.10" is none.',
      ]),
    );
    expect(done.exitCode).toBe(0);
  });

  it("takes a uv from PATH, by its version", async () => {
    using repository = workflow(
      `
      a:
        runs-on: ubuntu-latest
        steps:
          - uses: actions/checkout@v4
          - run: echo "$PWD/bin" >> "$GITHUB_PATH"
          - { id: u, uses: astral-sh/setup-uv@v6, with: { version: "1.2.3", python-version: "3.12", enable-cache: true } }
          - run: echo "\${{ steps.u.outputs.uv-version }} $UV_PYTHON $(uv --version)"
    `,
      { "bin/uv": "#!/bin/sh\necho uv 1.2.3\n" },
    );
    expect((await run(repository)).lines("a")).toContain("1.2.3 3.12 uv 1.2.3");
  });

  it("answers a cache with a miss", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { id: c, uses: actions/cache@v4, with: { path: x, key: k1, restore-keys: k } }
          - run: echo "[\${{ steps.c.outputs.cache-hit }}] [\${{ steps.c.outputs.cache-hit != 'true' }}]"
          - { uses: actions/cache/save@v4, with: { path: x, key: k1 } }
          - { name: must, uses: actions/cache/restore@v4, with: { path: x, key: k1, fail-on-cache-miss: true } }
    `);
    const done = await run(repository);
    expect(done.lines("a")).toContain("[] [true]");
    expect(done.steps("a").at(-1)).toBe("must: failure");
  });
});
