import { describe, expect, it } from "vitest";
import { environmentInCopy, previewRelease, STATEMENT_TITLES } from "../../../src/core/first-run/index.ts";
import { PREDICATE_TYPES, titleOfPredicate } from "../../../src/core/provenance/index.ts";

const folders = { original: "/srv/app", copy: "/scratch/app" };

describe("the environment in a copy", () => {
  it("leads every path into the original into the copy, and no other", () => {
    const env = {
      PATH: "/srv/app/.venv/bin:/usr/bin:/srv/application/bin",
      PYTHONPATH: "/srv/app",
      OPTS: "--data=/srv/app/data,/srv/app.old",
    };
    expect(environmentInCopy(env, folders)).toEqual({
      PATH: "/scratch/app/.venv/bin:/usr/bin:/srv/application/bin",
      PYTHONPATH: "/scratch/app",
      OPTS: "--data=/scratch/app/data,/srv/app.old",
    });
  });

  it("lets go of what would install or write into the original or elsewhere", () => {
    const env = {
      ...{
        VIRTUAL_ENV: "/srv/app/.venv",
        UV_PROJECT_ENVIRONMENT: "/opt/venv",
        GIT_DIR: "/srv/app/.git",
        PWD: "/srv/app",
      },
      ...{ npm_config_local_prefix: "/srv/app", npm_package_name: "app", npm_config_registry: "https://example.org" },
    };
    expect(environmentInCopy(env, folders)).toEqual({ npm_config_registry: "https://example.org" });
    expect(environmentInCopy({ UV_PROJECT_ENVIRONMENT: "/srv/app/env" }, folders)).toEqual({
      UV_PROJECT_ENVIRONMENT: "/scratch/app/env",
    });
  });
});

describe("what a release would sign", () => {
  const build = (run: string) => ({ run, cwd: ".", source: { file: "pyproject.toml", line: 3 } });
  const subjectsOf = (run: string, pyproject?: string, packageJson?: string) =>
    previewRelease(build(run), { pyproject, packageJson }, true)?.subjects;

  it("names the files that the build makes, as far as the manifests tell", () => {
    expect(subjectsOf("uv build", '[project]\nname = "My.App"\nversion = "1.2.0"\n')).toEqual([
      "my_app-1.2.0.tar.gz",
      "my_app-1.2.0-*.whl",
    ]);
    expect(subjectsOf("uv build --wheel", '[project]\nname = "a"\ndynamic = ["version"]\n')).toEqual(["a-*-*.whl"]);
    expect(subjectsOf("npm pack", undefined, '{ "name": "@team/app", "version": "2.0.0" }')).toEqual([
      "team-app-2.0.0.tgz",
    ]);
    expect(subjectsOf("make dist")).toEqual(["dist/*"]);
    expect(subjectsOf("uv build", "[broken", "[]")).toEqual(["*-*.tar.gz", "*-*-*.whl"]);
  });

  it("signs an SBOM where there is a lock, and nothing where nothing is built", () => {
    const none = { pyproject: undefined, packageJson: undefined };
    expect(previewRelease(build("make"), none, false)?.statements).toEqual(["SLSA provenance", "test result"]);
    expect(previewRelease(null, none, true)).toBeNull();
  });

  it("calls statements what the signing job calls them", () => {
    for (const kind of ["provenance", "sbom", "testResult"] as const) {
      expect(STATEMENT_TITLES[kind]).toBe(titleOfPredicate(PREDICATE_TYPES[kind]));
    }
  });
});
