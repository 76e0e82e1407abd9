import { describe, expect, it } from "vitest";
import { wantsDeclaration } from "../../../src/core/declarations/index.ts";
import { wantedFiles } from "../../../src/core/detect/index.ts";

const PATHS = [
  ".github/workflows/ci.yml",
  ".github/workflows/ci.yaml",
  ".github/actions/x/action.yml",
  "action.yaml",
  "Makefile",
  "GNUmakefile",
  "docs/makefile",
  "make/common.mk",
  "justfile",
  ".justfile",
  "Justfile",
  "ci.just",
  "run.sh",
  "scripts/test",
  "scripts/sub/test.sh",
  "bin/x.bash",
  ".ci/run",
  "package.json",
  "web/package.json",
  "pyproject.toml",
  "tox.ini",
  "tox.toml",
  "setup.cfg",
  "noxfile.py",
  "hatch.toml",
  "tasks.py",
  "Pipfile",
  "poe_tasks.toml",
  "poe_tasks.yaml",
  ".pre-commit-config.yaml",
  ".pre-commit-config.yml",
  ".python-version",
  ".node-version",
  ".nvmrc",
  "requirements.txt",
  "requirements-dev.txt",
  "dev-requirements.txt",
  "requirements/test.txt",
  "requirements/test.in",
];

describe("the files that are looked at", () => {
  it.each(PATHS)("hold %s wherever a reader of declarations wants it", (path) => {
    const wanted = wantedFiles([path], "turnpike.yml").find((file) => file.path === path);
    expect(wanted?.maxBytes ?? 0).toBeGreaterThanOrEqual(wantsDeclaration(path) ?? 0);
  });

  it("do not hold sources", () => {
    expect(wantedFiles(["src/main.py", "README.md", "src/index.ts"], "turnpike.yml")).toHaveLength(1);
  });
});
