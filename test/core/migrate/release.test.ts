import { describe, expect, it } from "vitest";
import { parseWorkflowFile } from "../../../src/core/workflow/index.ts";
import { afterOf, migrated, SHA, verdictsOf } from "./repository.ts";

const PROJECT = {
  "pyproject.toml": '[project]\nname = "ledger"\nversion = "1"\n[build-system]\nrequires = ["hatchling"]\n',
  "turnpike.yml": "gates:\n  lint: { run: uv run ruff check . }\n",
};

const BUILD = `  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - run: echo "SOURCE_DATE_EPOCH=$(git log -1 --pretty=%ct)" >> $GITHUB_ENV
      - run: pip install build
      - run: python -m build
      - run: twine check dist/*
      - uses: actions/upload-artifact@v7
        with:
          name: dist
          path: dist/
`;

const PUBLISH = `  publish:
    needs: [build]
    environment: release
    permissions:
      id-token: write
    runs-on: ubuntu-latest
    steps:
      # What was built above.
      - uses: actions/download-artifact@v8 # fetched
        with:
          name: dist
          path: dist
      - uses: pypa/gh-action-pypi-publish@release/v1
`;

describe("a workflow that only releases", () => {
  it("hands its build to the road, and publishes what the road built once its signatures hold", async () => {
    const text = `name: release\non: { push: { tags: ["v*"] } }\njobs:\n${BUILD}${PUBLISH}`;
    const migration = await migrated({ "release.yml": text }, PROJECT);
    expect(verdictsOf(migration).kept).toEqual([
      "publish: actions/download-artifact@v8",
      "publish: pypa/gh-action-pypi-publish@release/v1",
    ]);
    const after = afterOf(migration, "release.yml") ?? "";
    await expect(after).toMatchFileSnapshot("release.golden.yml");
    expect((await parseWorkflowFile("release.yml", after)).kind).toBe("workflow");
    // Nothing else is checked by a workflow here, so no second caller comes.
    expect(migration.changes).toHaveLength(1);
    expect(migration.calledIn).toBe(".github/workflows/release.yml");
    expect((await migrated({ "release.yml": after }, PROJECT)).changes).toEqual([]);
  });

  it("hands the condition of the build on to the road, so that a fork releases nothing", async () => {
    const build = BUILD.replace("    runs-on", "    if: github.repository == 'acme/ledger'\n    runs-on");
    const migration = await migrated(
      { "release.yml": `on: { push: { tags: ["v*"] } }\njobs:\n${build}${PUBLISH}` },
      PROJECT,
    );
    expect(afterOf(migration, "release.yml")).toContain(
      "    name: turnpike\n    if: \"github.repository == 'acme/ledger'\"\n",
    );
    expect(migration.checks.after.names).toEqual([]);
    expect(migration.todo.at(-1)).toMatch(
      /release\.yml alone, on releases; `turnpike init` puts its checks on pull requests/,
    );
  });

  it("keeps a build whose condition asks another job", async () => {
    const build = BUILD.replace("    runs-on", "    needs: own\n    if: needs.own.outputs.x == '1'\n    runs-on");
    const own = "  own:\n    runs-on: ubuntu-latest\n    outputs: { x: '1' }\n    steps:\n      - run: ./own.sh\n";
    const text = `on: { push: { tags: ["v*"] } }\njobs:\n${own}${build}${PUBLISH}`;
    expect((await migrated({ "release.yml": text }, PROJECT)).changes).toEqual([]);
  });

  it("puts what the road built where a download without a name put it: in a folder of its own", async () => {
    const build = BUILD.replace("          name: dist\n", "");
    const publish = PUBLISH.replace("        with:\n          name: dist\n          path: dist\n", "").replace(
      "release/v1\n",
      "release/v1\n        with:\n          packages-dir: artifact/\n",
    );
    const migration = await migrated(
      { "release.yml": `on: { push: { tags: ["v*"] } }\njobs:\n${build}${publish}` },
      PROJECT,
    );
    const after = afterOf(migration, "release.yml") ?? "";
    expect(after).toContain("          name: turnpike-build\n          path: artifact\n");
    expect(after).toContain("run: rm artifact/subjects.sha256");
    expect(after).toContain("packages-dir: artifact/");
  });

  it("fetches into the job that built and published at once", async () => {
    const steps = BUILD.slice(BUILD.indexOf("    runs-on"), BUILD.indexOf("      - uses: actions/upload")).replace(
      "      - run: twine check dist/*\n",
      "",
    );
    const text = `on:\n  release:\n    types: [published]\njobs:\n  publish:\n    environment: release\n${steps}      - run: uv publish\n`;
    const migration = await migrated({ "release.yml": text }, PROJECT);
    expect(verdictsOf(migration).replaced).toEqual(["publish: python -m build"]);
    const after = afterOf(migration, "release.yml") ?? "";
    expect(after).toContain("  publish:\n    needs: turnpike\n    environment: release\n");
    expect(after.indexOf("name: turnpike-build")).toBeLessThan(after.indexOf("uv publish"));
    expect(after).not.toContain("python -m build");
  });

  const kept: readonly (readonly [string, string])[] = [
    ["it runs on branches too", `on: { push: { tags: ["v*"], branches: [main] } }\njobs:\n${BUILD}${PUBLISH}`],
    ["it runs by hand too", `on: { push: { tags: ["v*"] }, workflow_dispatch: }\njobs:\n${BUILD}${PUBLISH}`],
    ["its releases are drafts", `on: { release: { types: [created] } }\njobs:\n${BUILD}${PUBLISH}`],
    [
      "its build takes options",
      `on: { push: { tags: ["v*"] } }\njobs:\n${BUILD.replace("m build", "m build --wheel")}${PUBLISH}`,
    ],
    [
      "it builds elsewhere",
      `on: { push: { tags: ["v*"] } }\njobs:\n${BUILD.replace("m build", "m build sub")}${PUBLISH}`,
    ],
    [
      "it builds on several systems",
      `on: { push: { tags: ["v*"] } }\njobs:\n${BUILD.replace("    steps", "    strategy: { matrix: { os: [a, b] } }\n    steps")}${PUBLISH}`,
    ],
  ];

  it.each(kept)("keeps its build when %s", async (_, text) => {
    expect((await migrated({ "release.yml": text }, PROJECT)).changes).toEqual([]);
  });

  it("keeps other artifacts that its jobs hand on", async () => {
    const docs = "      - uses: actions/upload-artifact@v7\n        with: { name: docs, path: site }\n";
    const deploy = `  docs:\n    needs: build\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/download-artifact@v8\n        with: { name: docs }\n      - run: ./publish-docs.sh\n`;
    const text = `on: { push: { tags: ["v*"] } }\njobs:\n${BUILD}${docs}${PUBLISH}${deploy}`;
    const migration = await migrated({ "release.yml": text }, PROJECT);
    expect(verdictsOf(migration).kept).toContain("build: actions/upload-artifact@v7");
    expect(verdictsOf(migration).kept).toContain("docs: actions/download-artifact@v8");
  });

  it("pins the road's own commit for what verifies", async () => {
    const text = `on: { push: { tags: ["[0-9]*"] } }\njobs:\n${BUILD}${PUBLISH}`;
    const after = afterOf(await migrated({ "release.yml": text }, PROJECT), "release.yml");
    expect(after).toContain(`uses: acme/turnpike/actions/verify@${SHA} # v1.0.0`);
    expect(after).toContain('release-tags: "**"');
  });
});
