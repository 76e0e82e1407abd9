import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BuildInputs, BuildPorts } from "../../../src/actions/build/build-ports.ts";
import { nameArtifacts, renderSubjects } from "../../../src/actions/build/collect.ts";
import { build } from "../../../src/actions/build/run.ts";
import { systemClock } from "../../../src/adapters/node/clock.ts";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { GitProgram } from "../../../src/adapters/node/git.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import type { Plan } from "../../../src/core/gates/index.ts";
import { parseSubjects } from "../../../src/core/provenance/index.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { type MemoryLog, memoryLog } from "../../fakes/log.ts";
import { RUN_CONTEXT } from "../../fakes/run-context.ts";
import { sharedUv } from "../../fakes/shared-uv.ts";

const { uv } = await sharedUv();

const INPUTS: BuildInputs = {
  command: undefined,
  config: "turnpike.yml",
  workingDirectory: ".",
  artifacts: [],
  output: ".turnpike/build",
};

let top: string;
let workspace: string;
let log: MemoryLog;
let ports: BuildPorts;
let planned: Plan["build"];

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-build-")));
  workspace = join(top, "checkout");
  mkdirSync(workspace);
  log = memoryLog();
  planned = null;
  const processes = new NodeProcesses();
  const own = definedVariables(process.env);
  const path = uv === undefined ? own["PATH"] : `${dirname(uv.path)}${delimiter}${own["PATH"] ?? ""}`;
  const env = { ...own, PATH: path ?? "", UV_CACHE_DIR: join(top, "uv-cache"), ACTIONS_RUNTIME_TOKEN: "secret" };
  ports = {
    files: new NodeFiles(workspace),
    processes,
    git: new GitProgram(processes, env),
    clock: systemClock,
    log,
    context: { ...RUN_CONTEXT, workspace, temp: join(top, "temp") },
    env,
    readPlan: () =>
      Promise.resolve({
        gates: [],
        suggestions: [],
        environments: [],
        budget: { totalMs: 1, enforce: false },
        build: planned,
        notes: [],
      }),
  };
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
}

function git(...args: string[]): string {
  const identity = ["-c", "user.name=Someone", "-c", "user.email=someone@example.org"];
  const env = { ...process.env, GIT_COMMITTER_DATE: "2024-05-06T07:08:09Z", GIT_AUTHOR_DATE: "2024-05-06T07:08:09Z" };
  return execFileSync("git", [...identity, ...args], { cwd: workspace, env, encoding: "utf8", stdio: "pipe" });
}

function commit(): void {
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "all");
}

const run = (command: string, more: Partial<BuildInputs> = {}) => build({ ...INPUTS, command, ...more }, ports);

describe("a build", () => {
  test("is kept with digests that sha256sum accepts and the subjects reader reads", async () => {
    const outputs = await run(
      "mkdir dist && echo b > dist/b.whl && echo a > 'dist/a b.tar.gz' && echo x > dist/.hidden",
    );
    expect(outputs).toMatchObject({ count: "2", directory: join(workspace, ".turnpike/build") });
    const text = readFileSync(outputs.subjectsFile, "utf8");
    expect(outputs.subjectsDigest).toBe(createHash("sha256").update(text).digest("hex"));
    expect(parseSubjects(text, "x").map((subject) => subject.name)).toEqual(["a b.tar.gz", "b.whl"]);
    execFileSync("sha256sum", ["--check", "--strict", "subjects.sha256"], { cwd: outputs.directory });
  });

  test("gives the same list for the same files, whatever the order of globs", async () => {
    const command = "mkdir -p dist && echo b > dist/b.whl && echo a > dist/a.whl";
    const first = await run(command, { artifacts: ["dist/b.whl", "dist/a.whl"] });
    const second = await run(command, { artifacts: ["dist/*", "dist/a.whl"], output: "out" });
    expect(second.subjectsDigest).toBe(first.subjectsDigest);
  });

  test("has the time of the commit and no token of the run", async () => {
    write("a", "1");
    commit();
    await run("mkdir dist && env > dist/env");
    const env = readFileSync(join(workspace, ".turnpike/build/env"), "utf8");
    expect(env).toContain("SOURCE_DATE_EPOCH=1714979289");
    expect(env).toContain("PATH=");
    expect(env).not.toContain("ACTIONS_RUNTIME_TOKEN");
  });

  test("keeps a SOURCE_DATE_EPOCH that the caller set", async () => {
    write("a", "1");
    commit();
    ports = { ...ports, env: { ...ports.env, SOURCE_DATE_EPOCH: "1" } };
    await run("mkdir dist && env > dist/env");
    expect(readFileSync(join(workspace, ".turnpike/build/env"), "utf8")).toContain("SOURCE_DATE_EPOCH=1\n");
  });

  test("does not see Turnpike's own folder, and the folder is there afterwards", async () => {
    write("a", "1");
    commit();
    write(".turnpike/setup.json", "{}");
    await run("mkdir dist && ls -A > dist/seen");
    expect(readFileSync(join(workspace, ".turnpike/build/seen"), "utf8")).not.toContain(".turnpike");
    expect(readFileSync(join(workspace, ".turnpike/setup.json"), "utf8")).toBe("{}");
  });

  test("puts Turnpike's own folder back when it fails", async () => {
    write("a", "1");
    commit();
    write(".turnpike/setup.json", "{}");
    await errorOf(run("mkdir .turnpike && exit 3"));
    expect(readFileSync(join(workspace, ".turnpike/setup.json"), "utf8")).toBe("{}");
  });

  test("shows what it prints", async () => {
    await run("echo ::error::mine && mkdir dist && touch dist/x");
    expect(log.lines).toContain("group: Build: echo ::error::mine && mkdir dist && touch dist/x (the input command)");
    expect(log.lines).toContain("info: ::error::mine");
  });

  test("says that a file is of before", async () => {
    write("dist/old.whl", "old");
    await run("echo new > dist/new.whl");
    expect(log.lines.filter((line) => line.startsWith("warning"))).toEqual([
      "warning: dist/old.whl was there before the build, and the build left it as it was; it is kept too.",
    ]);
  });

  test("of a development version on a tag is pointed out", async () => {
    ports = { ...ports, context: { ...ports.context, refType: "tag", refName: "v1.2.0" } };
    await run("mkdir dist && touch dist/orders-0.1.dev1+gabcdef1-py3-none-any.whl");
    expect(log.lines.join("\n")).toContain("is a development version, and this is the tag v1.2.0");
  });
});

describe("a build that cannot be kept", () => {
  test("because the command fails says how it ended", async () => {
    const error = await errorOf(run("false | true; exit 0"));
    expect(error.code).toBe("BUILD_FAILED");
    expect((await errorOf(run("exit 7"))).message).toMatch(/^`exit 7` ended with 7 after/);
  });

  test("because its version comes from tags that a shallow clone does not have gets the hint", async () => {
    write("a", "1");
    commit();
    const error = await errorOf(run("echo 'setuptools-scm was unable to detect version'; exit 1"));
    expect(error.hint).toContain("no tag points at this commit");
    expect(error.hint).toContain("fetch-depth: 0");
  });

  test("because it made nothing names the globs", async () => {
    const error = await errorOf(run("true"));
    expect(error).toMatchObject({ code: "BUILD_ARTIFACTS" });
    expect(error.message).toContain("matches dist/*");
  });

  test("because an artifact is a link out of the tree", async () => {
    mkdirSync(join(workspace, "dist"));
    symlinkSync("/etc/hostname", join(workspace, "dist/x.whl"));
    const error = await errorOf(run("true"));
    expect(error.problems).toEqual([
      { where: "dist/x.whl", message: "is a symbolic link; what is signed must be the file itself" },
    ]);
  });

  test("because its folder is a link out of the tree", async () => {
    mkdirSync(join(top, "elsewhere"));
    writeFileSync(join(top, "elsewhere/x.whl"), "x");
    symlinkSync(join(top, "elsewhere"), join(workspace, "dist"));
    expect((await errorOf(run("true", { artifacts: ["dist/*"] }))).code).toBe("BUILD_ARTIFACTS");
    expect((await errorOf(run("true", { artifacts: ["dist/x.whl"] }))).code).toBe("BUILD_ARTIFACTS");
  });

  test("because a glob leads out, or the output folder holds something else, before anything is run", async () => {
    const out = await errorOf(run("touch ran", { artifacts: ["../*", "/etc/*"] }));
    expect(out.problems.map((problem) => problem.where)).toEqual(["artifacts", "artifacts"]);
    write("src/precious.py", "1");
    const full = await errorOf(run("touch ran", { output: "src" }));
    expect(full.problems[0]?.message).toContain('"src" holds files');
    await expect(ports.files.exists("ran")).resolves.toBe(false);
    await expect(ports.files.exists("src/precious.py")).resolves.toBe(true);
  });

  test("because nothing says how to build is an error with the lines to write", async () => {
    const error = await errorOf(build(INPUTS, ports));
    expect(error.code).toBe("BUILD_NOTHING");
    expect(error.hint).toContain("build: make dist");
  });
});

describe("names of artifacts", () => {
  const found = (...paths: string[]) => paths.map((path) => ({ path, isLink: false }));

  test("are the files' own, or tell apart what shares one", () => {
    expect(nameArtifacts(found("dist/b.whl", "web/a.tgz")).map((one) => one.name)).toEqual(["a.tgz", "b.whl"]);
    const twins = nameArtifacts(found("target/arm/app", "target/x86/app"));
    expect(twins.map((one) => one.name)).toEqual(["arm/app", "x86/app"]);
  });

  test("are unique, sorted and read back as written, whatever the paths", () => {
    const part = fc.stringMatching(/^[a-c\\][a-d .]{0,2}[a-d]$/);
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
    fc.assert(
      fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 6 }), (paths) => {
        const names = nameArtifacts(found(...paths)).map((one) => one.name);
        expect(new Set(names).size).toBe(paths.length);
        expect(names).toEqual([...names].sort());
        const text = renderSubjects(names.map((name) => ({ name, sha256: "a".repeat(64) })));
        expect(parseSubjects(text, "x").map((subject) => subject.name)).toEqual(names);
      }),
    );
  });
});

describe.skipIf(uv === undefined)("a Python project", () => {
  test("is built by uv to the same bytes twice, without Turnpike's folder inside", async () => {
    const series = uv?.version.split(".").slice(0, 2).join(".");
    const backend = `requires = ["uv_build>=${series}"]\nbuild-backend = "uv_build"`;
    write(
      "pyproject.toml",
      `[project]\nname = "orders"\nversion = "1.2.0"\nrequires-python = ">=3.9"\n[build-system]\n${backend}\n`,
    );
    write("src/orders/__init__.py", "");
    commit();
    planned = { run: "uv build", cwd: ".", source: { file: "pyproject.toml", line: 5 } };
    const first = await build(INPUTS, ports);
    rmSync(join(workspace, "dist"), { recursive: true });
    const second = await build({ ...INPUTS, output: "out" }, ports);
    expect(first.count).toBe("2");
    expect(second.subjectsDigest).toBe(first.subjectsDigest);
    expect(log.lines[1]).toBe("group: Build: uv build (pyproject.toml:5)");
  });
});
