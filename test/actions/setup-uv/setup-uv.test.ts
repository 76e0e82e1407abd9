import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { setUp } from "../../../src/actions/setup-uv/run.ts";
import { saveCache } from "../../../src/actions/setup-uv/save-cache.ts";
import { type Environment, setupFileSchema } from "../../../src/core/gates/index.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { sharedUvWithIndex } from "../../fakes/shared-uv.ts";
import { DEFAULT_INPUTS, makeRig, type Rig } from "./rig.ts";

const uv = await sharedUvWithIndex();

const PYPROJECT = `[project]
name = "orders"
version = "1.0.0"
requires-python = ">=3.9"
dependencies = ["six"]

[project.optional-dependencies]
fast = ["iniconfig"]

[dependency-groups]
lint = ["pycodestyle"]
`;

const AT_ROOT: Environment = { manager: "uv", cwd: ".", groups: ["lint"], extras: [], lock: "uv.lock" };

async function project(environment: Environment = AT_ROOT, files: Record<string, string> = {}): Promise<Rig> {
  return await makeRig({ uv, files: { "pyproject.toml": PYPROJECT, ...files }, environments: [environment] });
}

async function makeLock(): Promise<string> {
  await using rig = await project();
  rig.run(uv?.path ?? "", "lock", "--quiet");
  return readFileSync(join(rig.workspace, "uv.lock"), "utf8");
}

let lock: Promise<string> | undefined;

/** The project with its lock, which is made once. */
async function locked(): Promise<Rig> {
  lock ??= makeLock();
  const [rig, text] = await Promise.all([project(), lock]);
  rig.write("uv.lock", text);
  return rig;
}

// Each test has a machine of its own, and waits most of its time for the index and for uv.
describe.skipIf(uv === undefined)("setting up a locked Python project", { concurrent: true }, () => {
  test("installs the groups of the gates and of the inputs, and says what it did", async () => {
    await using rig = await locked();
    const outputs = await setUp({ ...DEFAULT_INPUTS, extras: ["fast"] }, rig.ports);
    expect(outputs).toMatchObject({ uvVersion: uv?.version, uvPath: uv?.path, synced: "true", cacheHit: "false" });
    expect(rig.run(`${rig.workspace}/.venv/bin/python`, "-c", "import six, pycodestyle, iniconfig; print('ok')")).toBe(
      "ok\n",
    );
    expect(rig.setupFile()).toMatchObject({
      uvVersion: uv?.version,
      pythonVersion: outputs.pythonVersion,
      cache: "miss",
      environments: [{ manager: "uv", cwd: ".", outcome: "installed", reason: null }],
    });
    expect(rig.log.lines.join("\n")).toContain("uv sync --locked --group=lint --extra=fast in .");
  });

  test("leaves the checkout clean for git", async () => {
    await using rig = await locked();
    rig.write(".gitignore", ".venv\n");
    rig.run("git", "init", "--quiet");
    rig.run("git", "add", ".");
    await setUp(DEFAULT_INPUTS, rig.ports);
    expect(rig.run("git", "status", "--porcelain")).not.toMatch(/\?\?/);
  });

  test("finds its packages again on the next machine, and keeps them when the lock changes", async () => {
    await using rig = await locked();
    await setUp(DEFAULT_INPUTS, rig.ports);
    await saveCache(rig.ports);
    expect(rig.cache.keys).toHaveLength(1);

    rig.freshMachine();
    const second = await setUp(DEFAULT_INPUTS, rig.ports);
    expect(second.cacheHit).toBe("true");
    expect(second.cacheKey).toBe(rig.cache.keys[0]);

    rig.write("pyproject.toml", PYPROJECT.replace('version = "1.0.0"', 'version = "1.0.1"'));
    rig.run(uv?.path ?? "", "lock", "--quiet");
    rig.freshMachine();
    expect((await setUp(DEFAULT_INPUTS, rig.ports)).cacheHit).toBe("true");

    rig.write("pyproject.toml", PYPROJECT.replace('["six"]', '["six", "colorama"]'));
    rig.run(uv?.path ?? "", "lock", "--quiet");
    rig.freshMachine();
    expect((await setUp(DEFAULT_INPUTS, rig.ports)).cacheHit).toBe("partial");
    await saveCache(rig.ports);
    expect(rig.cache.keys).toHaveLength(2);
  });

  test("counts a restored entry without this uv's folders as a miss", async () => {
    await using rig = await locked();
    rig.cache.answer.restore = { kind: "hit", key: "somebody-elses" };
    expect((await setUp(DEFAULT_INPUTS, rig.ports)).cacheHit).toBe("false");
    expect(rig.log.lines.join("\n")).toContain("holds nothing that uv");
  });

  test.each([
    ["read-only", { kind: "denied", reason: "read-only token" }, "may only read (read-only token)"],
    ["broken", { kind: "unavailable", reason: "503" }, "not saved (503)"],
    ["already there", { kind: "exists" }, "saved by another job"],
  ] as const)("a cache that is %s when saving is told in the log and nothing else", async (_, save, said) => {
    await using rig = await locked();
    await setUp(DEFAULT_INPUTS, rig.ports);
    rig.cache.answer.save = save;
    await saveCache(rig.ports);
    expect(rig.log.lines.at(-1)).toContain(said);
    expect(rig.log.lines.at(-1)).toMatch(/^info/);
  });

  test("works the same without a cache service", async () => {
    await using rig = await locked();
    rig.cache.answer.isAvailable = false;
    const outputs = await setUp(DEFAULT_INPUTS, rig.ports);
    expect(outputs).toMatchObject({ synced: "true", cacheHit: "false" });
    expect(rig.setupFile().cache).toBe("unavailable");
    await saveCache(rig.ports);
    expect(rig.cache.keys).toEqual([]);
  });

  test("restores nothing on a tag", async () => {
    await using rig = await locked();
    const ports = { ...rig.ports, context: { ...rig.ports.context, refType: "tag" as const } };
    await setUp(DEFAULT_INPUTS, ports);
    expect(rig.setupFile()).toMatchObject({
      cache: "off",
      cacheReason: "a tag is built from nothing that another run could have written",
    });
    expect(rig.log.lines.join("\n")).toContain("Cache: off (a tag is built from nothing");
  });

  test("does not restore over a cache that the machine keeps by itself", async () => {
    await using rig = await project();
    rig.run(uv?.path ?? "", "lock", "--quiet");
    rig.run(uv?.path ?? "", "sync", "--quiet");
    await setUp(DEFAULT_INPUTS, rig.ports);
    expect(rig.log.lines.join("\n")).toContain("Cache: off (this machine keeps uv's cache by itself)");
  });

  test("leaves the environment alone with sync: false", async () => {
    await using rig = await locked();
    const outputs = await setUp({ ...DEFAULT_INPUTS, sync: "false" }, rig.ports);
    expect(outputs.synced).toBe("false");
    expect(rig.exists(".venv")).toBe(false);
    expect(rig.setupFile().environments).toEqual([
      { manager: "uv", cwd: ".", outcome: "skipped", reason: "the input sync is false" },
    ]);
  });

  test("installs with sync: build only what the build command needs", async () => {
    await using rig = await locked();
    const before = (run: string) => async (root: string, config: string) => ({
      ...(await rig.ports.readPlan(root, config)),
      build: { run, cwd: ".", source: null },
    });
    await setUp({ ...DEFAULT_INPUTS, sync: "build" }, { ...rig.ports, readPlan: before("uv build --wheel") });
    expect(rig.exists(".venv")).toBe(false);
    expect(rig.setupFile().environments).toMatchObject([
      { outcome: "skipped", reason: "`uv build` makes an environment of its own" },
    ]);
    await setUp({ ...DEFAULT_INPUTS, sync: "build" }, { ...rig.ports, readPlan: before("uv run python make.py") });
    expect(rig.exists(".venv")).toBe(true);
  });

  test("tells every later step which Python was chosen by the input", async () => {
    await using rig = await locked();
    const python = rig.run("python3", "-c", "import platform; print(platform.python_version())").trim();
    const outputs = await setUp({ ...DEFAULT_INPUTS, pythonVersion: python }, rig.ports);
    expect(outputs.pythonVersion).toBe(python);
    expect(rig.job.variables.get("UV_PYTHON")).toContain("python");
  });
});

describe.skipIf(uv === undefined)("a repository without a project of uv's", () => {
  test("gets uv where environments of its gates are made by uv", async () => {
    const recipe = { name: "ci.yml test", python: null, requiresPython: null, installs: [] };
    const venv = { manager: "venv", cwd: ".", groups: [], extras: [], lock: null, recipe } as const;
    const own = uv === undefined ? {} : { uv };
    await using rig = await makeRig({ ...own, environments: [venv], files: { "requirements.txt": "six\n" } });
    const outputs = await setUp(DEFAULT_INPUTS, rig.ports);
    expect(outputs.uvVersion).not.toBe("");
    expect(outputs.synced).toBe("false");
  });
});

describe.skipIf(uv === undefined)("a project that cannot be set up", { concurrent: true }, () => {
  test("because its lock is stale is red, names the lock, and gives the command", async () => {
    await using rig = await locked();
    rig.write("pyproject.toml", PYPROJECT.replace('["six"]', '["six", "colorama"]'));
    const error = await errorOf(setUp(DEFAULT_INPUTS, rig.ports));
    expect(error.code).toBe("UV_LOCK_STALE");
    expect(error.message).toBe("The lock uv.lock does not match pyproject.toml; nothing was installed here.");
    expect(error.hint).toContain("uv lock");
    expect(rig.setupFile().environments[0]).toMatchObject({ outcome: "failed" });
    expect(rig.exists(".venv")).toBe(false);
  });

  test("because its lock is stale is set up as the lock has it where a gate tells of the lock, and says so", async () => {
    await using rig = await locked();
    rig.write("pyproject.toml", PYPROJECT.replace('["six"]', '["six", "colorama"]'));
    const ports = { ...rig.ports, env: { ...rig.ports.env, UV_LOCKED: "1" } };
    const outputs = await setUp({ ...DEFAULT_INPUTS, sync: "gates" }, ports);
    expect(outputs.synced).toBe("true");
    expect(rig.exists(".venv")).toBe(true);
    const reason =
      "the lock uv.lock does not match pyproject.toml, so its packages were installed as it has them; run `uv lock`";
    expect(rig.setupFile().environments).toEqual([{ manager: "uv", cwd: ".", outcome: "installed", reason }]);
  });

  test("because its lock is missing says so with sync: true, and is skipped with auto", async () => {
    await using rig = await project({ ...AT_ROOT, lock: null });
    const outputs = await setUp(DEFAULT_INPUTS, rig.ports);
    expect(outputs.synced).toBe("false");
    expect(rig.setupFile().environments[0]?.reason).toBe("there is no lock file");
    const error = await errorOf(setUp({ ...DEFAULT_INPUTS, sync: "true" }, rig.ports));
    expect(error.code).toBe("UV_LOCK_MISSING");
  });

  test.each([
    ["merge-conflict markers", "<<<<<<< HEAD\n", "UV_LOCK_STALE", "cannot be read"],
    ["nothing", "", "UV_LOCK_STALE", "cannot be read"],
    ["a version of the future", "version = 2\n", "UV_LOCK_STALE", "unsupported schema version"],
  ])("because its lock holds %s", async (_, text, code, said) => {
    await using rig = await locked();
    rig.write("uv.lock", text);
    const error = await errorOf(setUp(DEFAULT_INPUTS, rig.ports));
    expect(error.code).toBe(code);
    expect(error.message).toContain(said);
  });

  test("because a group or extra does not exist", async () => {
    await using rig = await locked();
    const group = await errorOf(setUp({ ...DEFAULT_INPUTS, groups: ["nope"] }, rig.ports));
    expect(group.message).toContain("There is no dependency group nope in pyproject.toml");
    const extra = await errorOf(setUp({ ...DEFAULT_INPUTS, extras: ["nope"] }, rig.ports));
    expect(extra.message).toContain("There is no extra nope in pyproject.toml");
  });

  test("because the Python that it asks for is not to be had", async () => {
    await using rig = await locked();
    rig.write(".python-version", "3.99\n");
    const error = await errorOf(setUp(DEFAULT_INPUTS, rig.ports));
    expect(error.code).toBe("UV_PYTHON");
    expect(error.message).toContain("Python 3.99 (.python-version) is not to be had");
    expect(error.message).toMatch(/uv says: .*3\.99/s);
    expect(rig.exists(".venv")).toBe(false);
    expect(rig.setupFile().environments[0]?.outcome).toBe("failed");
  });

  test("because the input and the project want different versions of uv", async () => {
    await using rig = await locked();
    rig.write("uv.toml", 'required-version = ">=99"\n');
    const error = await errorOf(setUp({ ...DEFAULT_INPUTS, version: "0.13.8" }, rig.ports));
    expect(error.problems[0]?.message).toBe("asks for 0.13.8, but required-version of uv.toml requires >=99");
    expect(rig.wishes).toEqual([]);
  });

  test("because pyproject.toml is no TOML, with its place", async () => {
    await using rig = await locked();
    rig.write("pyproject.toml", "[project\n");
    const error = await errorOf(setUp(DEFAULT_INPUTS, rig.ports));
    expect(error.code).toBe("CONFIG_UNREADABLE");
    expect(error.problems[0]).toMatchObject({ where: "pyproject.toml", line: 1 });
  });
});

describe.concurrent("a repository", () => {
  test("without Python and Node gets a clear result, and uv is not even asked for", async () => {
    await using rig = await makeRig({});
    const outputs = await setUp(DEFAULT_INPUTS, rig.ports);
    expect(outputs).toMatchObject({ uvVersion: "", synced: "false", cacheHit: "false" });
    expect(rig.wishes).toEqual([]);
    expect(rig.log.lines).toEqual(["info: Nothing to set up: there is no Python or Node project here."]);
    expect(setupFileSchema.parse(rig.setupFile()).environments).toEqual([]);
  });

  test("that was not checked out is an error that says so", async () => {
    await using rig = await makeRig({});
    const error = await errorOf(setUp({ ...DEFAULT_INPUTS, workingDirectory: "services/api" }, rig.ports));
    expect(error.problems[0]?.message).toContain("was the repository checked out");
  });

  test("without a Python project refuses groups that nobody could install", async () => {
    await using rig = await makeRig({});
    const error = await errorOf(setUp({ ...DEFAULT_INPUTS, groups: ["lint"] }, rig.ports));
    expect(error.problems).toEqual([
      { where: "groups", message: "lint cannot be installed: there is no Python project in ." },
    ]);
  });

  const npm: Environment = { manager: "npm", cwd: ".", groups: [], extras: [], lock: "package-lock.json" };
  const manifest = { name: "shop", version: "1.0.0" };
  const npmLock = { ...manifest, lockfileVersion: 3, requires: true, packages: { "": manifest } };

  test("of Node is installed by the toolchain that its gates ask for", async () => {
    await using rig = await makeRig({
      environments: [npm],
      files: { "package.json": "{}", "package-lock.json": "{}", "bin/npm": "#!/bin/sh\necho $0 $1 > by\n" },
    });
    chmodSync(join(rig.workspace, "bin/npm"), 0o755);
    const path = `${join(rig.workspace, "bin")}:${rig.ports.env["PATH"]}`;
    await setUp(DEFAULT_INPUTS, { ...rig.ports, toolchainFor: async () => ({ PATH: path }) });
    expect(readFileSync(join(rig.workspace, "by"), "utf8")).toBe(`${join(rig.workspace, "bin/npm")} ci\n`);
  });

  test("with a Node project is installed without touching the checkout's git settings", async () => {
    const prepare = "git config core.hooksPath .hooks && touch .git/hooks/pre-commit prepared";
    await using rig = await makeRig({
      environments: [npm],
      files: {
        "package.json": JSON.stringify({ ...manifest, scripts: { prepare } }),
        "package-lock.json": JSON.stringify(npmLock),
      },
    });
    rig.run("git", "init", "--quiet");
    const before = rig.run("git", "config", "--list", "--local");
    await setUp(DEFAULT_INPUTS, rig.ports);
    expect(rig.exists("prepared")).toBe(true);
    expect(rig.run("git", "config", "--list", "--local")).toBe(before);
    expect(rig.exists(".git/hooks/pre-commit")).toBe(false);
    expect(rig.setupFile().environments).toEqual([{ manager: "npm", cwd: ".", outcome: "installed", reason: null }]);
  });

  test("with a stale package-lock.json is red, names it, and gives the command", async () => {
    await using rig = await makeRig({
      environments: [npm],
      files: {
        "package.json": JSON.stringify({ ...manifest, dependencies: { local: "file:./local" } }),
        "local/package.json": JSON.stringify({ name: "local", version: "1.0.0" }),
        "package-lock.json": JSON.stringify(npmLock),
      },
    });
    await setUp({ ...DEFAULT_INPUTS, sync: "gates" }, rig.ports);
    expect(rig.setupFile().environments).toMatchObject([
      { outcome: "failed", reason: expect.stringContaining("match") },
    ]);
    const error = await errorOf(setUp(DEFAULT_INPUTS, rig.ports));
    expect(error.code).toBe("NPM_LOCK_STALE");
    expect(error.message).toContain("The lock package-lock.json does not match package.json");
    expect(error.hint).toContain("npm install --package-lock-only");
  });

  test("whose install scripts look for tokens finds none", async () => {
    const prepare = "node -e \"require('fs').writeFileSync('seen', Object.keys(process.env).join(' '))\"";
    await using rig = await makeRig({
      environments: [npm],
      env: { ACTIONS_RUNTIME_TOKEN: "t", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t", GITHUB_TOKEN: "t", INPUT_X: "t" },
      files: {
        "package.json": JSON.stringify({ ...manifest, scripts: { prepare } }),
        "package-lock.json": JSON.stringify(npmLock),
      },
    });
    await setUp(DEFAULT_INPUTS, rig.ports);
    const seen = (await rig.ports.files.readText("seen")) ?? "";
    expect(seen).toContain("PATH");
    expect(seen).not.toMatch(/ACTIONS_|GITHUB_TOKEN|INPUT_/);
  });
});
