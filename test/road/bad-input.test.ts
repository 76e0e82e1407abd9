import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { sharedUv, sharedUvWithIndex } from "../fakes/shared-uv.ts";
import { root } from "../repo/root.ts";
import { type Consumer, caller, type Ended, makeConsumer, nodePackage, runTurnpike } from "./consumer.ts";

const CALLER = ".github/workflows/turnpike.yml";
const readOnly = caller({ permissions: "{ contents: read }", workflow: "checks.yml" });

function shop(extra: Readonly<Record<string, string>> = {}, text = readOnly): Consumer {
  return makeConsumer({ ...nodePackage, [CALLER]: text, ...extra });
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "turnpike-bad-input-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The page of the verdict as Markdown. */
function pageOf(consumer: Consumer): string {
  return consumer.read(".turnpike/run/artifacts/turnpike-verdict/page.md");
}

function verdictOf(consumer: Consumer): string {
  const { verdict } = JSON.parse(consumer.read(".turnpike/run/artifacts/turnpike-verdict/verdict.json"));
  return verdict;
}

/** What a person reads of a run that was refused: nothing of it may be left behind. */
async function refused(consumer: Consumer, args: readonly string[] = ["run"]): Promise<string> {
  const { code, stdout, stderr } = await runTurnpike(args, consumer.folder);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(code, stderr).toBe(2);
  expect(existsSync(join(consumer.folder, ".turnpike"))).toBe(false);
  return stderr;
}

/** Where no uv is, and nobody answers who could give one. */
function withoutUvAndNetwork(): Record<string, string> {
  const nowhere = "http://127.0.0.1:9";
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !existsSync(join(folder, "uv")));
  const home = temporaryFolder();
  return {
    ...{ PATH: folders.join(delimiter), HOME: home, XDG_CACHE_HOME: join(home, "cache") },
    ...{ PIP_INDEX_URL: `${nowhere}/simple`, HTTPS_PROXY: nowhere, HTTP_PROXY: nowhere },
  };
}

const pythonProject = `[project]
name = "shop"
version = "1.0.0"
requires-python = ">=3.9"
dependencies = []

[tool.uv]
package = false
`;

const pythonLock = `version = 1
revision = 3
requires-python = ">=3.9"

[[package]]
name = "shop"
version = "1.0.0"
source = { virtual = "." }
`;

const pythonRepository: Readonly<Record<string, string>> = {
  "pyproject.toml": pythonProject,
  "uv.lock": pythonLock,
  ".gitignore": ".venv/\n",
  [CALLER]: readOnly,
};

function bomb(): string {
  const names = [..."bcdefghi"];
  const lines = names.map((name, index) => {
    const before = index === 0 ? "a" : names[index - 1];
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`;
  });
  return ["a: &a [x, x, x, x, x, x, x, x, x]", ...lines, ""].join("\n");
}

describe("a wrong turnpike.yml", () => {
  const wrong: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
    [
      "unknown keys, wrong types, unknown needs",
      "gates:\n  lint: { tmeout: 5m, needs: [tsts] }\n  tests: { timeout: soon }\n  own: { run: [node, 1] }\nbudgt: 5m\n",
      [
        "turnpike.yml:2:11  gates.lint.tmeout is not a key I know; did you mean `timeout`?",
        'turnpike.yml:2:31  gates.lint.needs names "tsts", which is no gate here; did you mean `tests`?',
        'turnpike.yml:3:21  gates.tests.timeout "soon" is not a duration; write 90s, 10m or 1h',
        "turnpike.yml:4:22  gates.own.run[1] 1 is not text; each word of a command is one",
        "turnpike.yml:5:1  budgt is not a key I know; did you mean `budget`?",
        "5 problems, nothing was run.",
      ],
    ],
    [
      "a gate twice, circles",
      "gates:\n  a: { run: a, needs: [b] }\n  b: { run: b, needs: [a] }\n  a: { run: c }\n",
      [
        "turnpike.yml:2:23  gates.a.needs runs in a circle: a needs b needs a",
        "turnpike.yml:4:3  gates.a is written twice; the first is in line 2",
        "2 problems, nothing was run.",
      ],
    ],
    ["an anchors bomb", bomb(), ["turnpike.yml:1:29  expands to more than 20000 values; it holds too many aliases"]],
    ["10 MB", `gates:\n${"  # x\n".repeat(1_700_000)}`, ["turnpike.yml:1:1  is larger than 64 KiB"]],
    ["tabs", "gates:\n\tlint: off\n", ["turnpike.yml:2:1  is indented with a tab; YAML allows spaces only"]],
    ["no text", Buffer.from("gates:\n  a: \xff\n", "latin1"), ["turnpike.yml:2:6  is not UTF-8 text"]],
  ];

  it("is told by plan and gates with all problems at once, and nothing is run or written", async () => {
    const consumer = shop();
    for (const [name, content, lines] of wrong) {
      writeFileSync(join(consumer.folder, "turnpike.yml"), content);
      for (const command of ["plan", "gates"]) {
        const said = await refused(consumer, [command]);
        for (const line of lines) expect(said, `${command}: ${name}`).toContain(line);
      }
    }
  });

  it("ends a run with exit code 2, and the page says what is wrong where", async () => {
    const [[, content = "", lines = []] = []] = wrong;
    const consumer = shop({ "turnpike.yml": String(content) });
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(2);
    for (const line of lines) expect(stderr).toContain(line);
    expect(verdictOf(consumer)).toBe("error");
    const page = pageOf(consumer);
    expect(page).toContain("## ❌ No verdict: 5 problems, nothing was run");
    expect(page).toContain("| `turnpike.yml:2:11` | gates.lint.tmeout is not a key I know; did you mean `timeout`? |");
    expect(page).toContain("| `turnpike.yml:5:1` |");
    expect(existsSync(join(consumer.folder, ".turnpike/run/artifacts/turnpike-check"))).toBe(false);
    expect(consumer.git("status", "--porcelain")).toBe("");
  });
});

describe("a workflow that cannot run", () => {
  it("is refused with file, line and key before anything runs", async () => {
    const own = (job: string, top = "") =>
      `name: own\non: push\n${top}jobs:\n  a:\n    runs-on: ubuntu-latest\n    ${job}\n`;
    const consumer = shop({}, own("steps: [{ run: 'true', shel: bash }]", "permisions: {}\n"));
    expect(await refused(consumer)).toBe(
      [
        ".github/workflows/turnpike.yml:3:1  Unexpected value 'permisions'; did you mean `permissions`?",
        ".github/workflows/turnpike.yml:7:28  Unexpected value 'shel'; did you mean `shell`?",
        "2 problems, nothing was run.\n",
      ].join("\n"),
    );
    consumer.write(CALLER, own("steps: [{ run: 'true' }, { uses: acme/unknown@v1 }, { uses: docker://alpine }]"));
    const said = await refused(consumer);
    expect(said).toContain(`${CALLER}:6:38  acme/unknown@v1 is not here`);
    expect(said).toContain(`${CALLER}:6:65  turnpike run does not do Docker actions: docker://alpine`);
    consumer.write(CALLER, caller({ workflow: "pipeline.yml" }).replace("pipeline.yml", "pipelin.yml"));
    expect(await refused(consumer)).toContain(
      `${CALLER}:6:11  acme/turnpike/.github/workflows/pipelin.yml@v1 leads to`,
    );
    consumer.write(CALLER, `${readOnly}    with: { chache: "true" }\n`);
    expect(await refused(consumer)).toContain(`${CALLER}:7:13  Input \`chache\` is not one of`);
  });

  it("for want of a permission is told the permission to add", async () => {
    const consumer = shop({}, caller({ permissions: "{ contents: read }" }));
    const said = await refused(consumer);
    expect(said).toContain(`${CALLER}:5:3  The nested job 'sign' of`);
    expect(said).toContain("permissions:\n  contents: read\n  attestations: write\n  id-token: write\n");
  });
});

describe("a repository that has nothing to run", () => {
  it("is no repository, has no commit, is detached, or has no workflow: each is told what to do", async () => {
    const folder = temporaryFolder();
    const none = await runTurnpike(["run"], folder);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("is in no git repository.\ngit init")]);
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    const empty = await runTurnpike(["run"], folder);
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("no commit yet")]);
    const consumer = makeConsumer({ "a.txt": "" });
    expect(await refused(consumer)).toContain("There is no workflow in .github/workflows.\nBegin with");
    consumer.git("checkout", "--quiet", "--detach");
    expect(await refused(consumer)).toContain("HEAD is detached, so the run has no branch.\n");
  });

  it("has nothing to check, and an event that brings no commits: neither red nor quietly green", async () => {
    const consumer = makeConsumer({
      "main.go": "package main\n\nfunc main() {}\n",
      "go.mod": "module shop\n",
      [CALLER]: caller().replace("merge_group: {}", "workflow_dispatch: {}"),
    });
    const { code, stderr } = await runTurnpike(["run", "--event", "workflow_dispatch"], consumer.folder);
    expect(code, stderr).toBe(0);
    expect(verdictOf(consumer)).toBe("nothing-to-check");
    expect(pageOf(consumer)).toContain("No gate was found in this repository, so nothing was checked.");
    expect(consumer.read(".turnpike/run/summary.html").toLowerCase()).toContain("nothing to check");
  });

  it("is a shallow clone of a first release: the run is whole, and what cannot be known is said", async () => {
    const origin = shop();
    origin.git("commit", "--quiet", "--allow-empty", "--message", "Go on");
    origin.git("tag", "v1.0.0");
    const folder = join(temporaryFolder(), "clone");
    execFileSync("git", ["clone", "--quiet", "--depth=1", "--branch=v1.0.0", `file://${origin.folder}`, folder], {
      stdio: "ignore",
    });
    const detached = await runTurnpike(["run"], folder);
    expect([detached.code, detached.stderr]).toEqual([2, expect.stringContaining("--ref v1.0.0")]);
    const { code, stderr } = await runTurnpike(["run", "--ref", "v1.0.0"], folder);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("The repository is a shallow clone");
    const log = readFileSync(join(folder, ".turnpike/run/logs/turnpike-gate/5-Delivery-events.log"), "utf8");
    expect(log).toContain("Lead time: not enough data: the checkout is shallow");
  });
});

describe("a tool that is not to be had", () => {
  it("uv, with the network gone: each way that was tried is told, on the page too", async () => {
    const consumer = makeConsumer(pythonRepository);
    const { code, stderr } = await runTurnpike(["run"], consumer.folder, withoutUvAndNetwork());
    expect(code, stderr).toBe(3);
    const page = pageOf(consumer);
    expect(page).toContain("## ❌ No verdict: No uv is here, and none could be fetched");
    for (const way of ["PATH", "tool folder", "package index", "GitHub release"]) expect(page).toContain(`| \`${way}`);
    expect(page).toContain("install uv on the machine");
    expect(existsSync(join(consumer.folder, ".venv"))).toBe(false);
  });
});

const { uv } = await sharedUv();

/** A uv on PATH, and what this machine says of its network. */
function withUv(): Record<string, string> {
  const network = Object.entries(process.env).filter(([name]) => /^(UV_|SSL_|PIP_|(HTTPS?|NO)_PROXY$)/i.test(name));
  const path = [...(uv === undefined ? [] : [dirname(uv.path)]), process.env["PATH"] ?? ""].join(delimiter);
  return { ...Object.fromEntries(network.map(([name, value]) => [name, value ?? ""])), PATH: path };
}

describe.skipIf(uv === undefined)("a Python project that cannot be set up", () => {
  it("has a stale lock: the gate lock is red, as in a run by hand, and the others run with what it has", async () => {
    const consumer = makeConsumer({
      ...pythonRepository,
      "pyproject.toml": pythonProject.replace(">=3.9", ">=3.8"),
      "turnpike.yml": "gates: { own: { run: uv run --no-sync python -c pass } }\n",
    });
    const { code, stderr } = await runTurnpike(["run"], consumer.folder, withUv());
    expect(code, stderr).toBe(1);
    expect(verdictOf(consumer)).toBe("failed");
    const page = pageOf(consumer);
    expect(page).toContain(
      "The lock uv.lock does not match pyproject.toml, so its packages were installed as it has them",
    );
    expect(page).toContain("run `uv lock`.");
    expect(page).toMatch(/\| `own` \|/);
    expect(consumer.git("status", "--porcelain")).toBe("");
    const gates = await runTurnpike(["gates", "--only", "lock"], consumer.folder, withUv());
    expect(gates.code, gates.stderr).toBe(1);
    expect(gates.stderr).toContain("needs to be updated");
    expect(consumer.read("uv.lock")).toBe(pythonLock);
  });

  it("asks for a Python that nobody has: exit code 2, and what to do", async () => {
    const consumer = makeConsumer({ ...pythonRepository, ".python-version": "3.99\n" });
    const { code, stderr } = await runTurnpike(["run"], consumer.folder, withUv());
    expect(code, stderr).toBe(2);
    const page = pageOf(consumer);
    expect(page).toContain("## ❌ No verdict: Python 3.99 (.python-version) is not to be had");
    expect(page).toContain("ask for one that is there: `uv python list --only-installed` prints them;");
    expect(existsSync(join(consumer.folder, ".venv"))).toBe(false);
  });
});

const withIndex = await sharedUvWithIndex();

describe.skipIf(withIndex === undefined)("a package cache", () => {
  it("that may only be read, or is not there, changes nothing but a remark", async () => {
    const cached = `${readOnly}    with: { cache: "true" }\n`;
    const consumer = makeConsumer({
      ...pythonRepository,
      "pyproject.toml": pythonProject.replace("dependencies = []", 'dependencies = ["packaging"]'),
      [CALLER]: cached,
    });
    const env = { ...withUv(), UV_CACHE_DIR: temporaryFolder() };
    execFileSync(withIndex?.path ?? "uv", ["lock", "--quiet"], {
      cwd: consumer.folder,
      env: { ...process.env, ...env },
    });
    const runWith = async (...args: string[]): Promise<Ended & { readonly log: string }> => {
      const ended = await runTurnpike(["run", ...args], consumer.folder, env);
      expect(ended.code, ended.stderr).toBe(0);
      expect(verdictOf(consumer)).toBe("passed");
      const logs = ".turnpike/run/logs/turnpike-check";
      const [name = ""] = readdirSync(join(consumer.folder, logs)).filter((file) => file.endsWith("Post-Set-up.log"));
      const log = consumer.read(`${logs}/${name}`);
      return { ...ended, log };
    };
    const read = await runWith("--cache-mode", "read");
    expect(read.log).toContain("this run may only read (cache-mode read does not permit writes)");
    const none = await runWith("--without", "cache");
    expect(none.stderr).toContain("The run has no cache service, as --without asks.");
    expect(pageOf(consumer)).toContain("The package cache was not reachable; everything was downloaded");
  });
});

describe("a release without what it needs", () => {
  const release = (consumer: Consumer, ...args: string[]) =>
    runTurnpike(["run", "--ref", "v1.0.0", ...args], consumer.folder);

  it("has no identity provider: nothing is signed, the run fails, and the page names the permission", async () => {
    const consumer = shop({}, caller());
    consumer.git("tag", "v1.0.0");
    const { code, stderr } = await release(consumer, "--without", "oidc");
    expect(code, stderr).toBe(2);
    const page = pageOf(consumer);
    expect(page).toContain("Job `sign` failed, although the gates passed");
    expect(page).toContain("permissions:\n  id-token: write");
    expect(existsSync(join(consumer.folder, ".turnpike/run/bundles"))).toBe(false);
  });

  it("has no identity in a job of its own: the provenance action says which lines to add", async () => {
    const consumer = shop(
      { "subjects.sha256": "" },
      `name: own
on: push
jobs:
  sign:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@v4
      - run: sha256sum index.js > subjects.sha256
      - uses: acme/turnpike/actions/provenance@v1
        with: { subjects-file: subjects.sha256 }
`,
    );
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(1);
    expect(stderr).toContain("This job was not granted an identity token.");
    expect(stderr).toContain("permissions:\n    id-token: write");
  });

  it("has no artifact service: the verdict does not stand, and the page of the gate job says why", async () => {
    const consumer = shop();
    const { code, stderr } = await runTurnpike(["run", "--without", "artifacts"], consumer.folder);
    expect(code, stderr).toBe(3);
    expect(stderr).toContain("No verdict: job check said passed, and its files were not handed on");
  });

  const apart = spawnSync("unshare", ["--user", "--map-root-user", "--net", "ip", "link", "set", "lo", "up"]);

  it.skipIf(apart.status !== 0)("has no network and no API: it is signed and verified all the same", () => {
    const consumer = shop({}, caller());
    consumer.git("tag", "v1.0.0");
    const command = `ip link set lo up && exec "$0" "$@"`;
    const turnpike = [process.execPath, join(root, "dist/turnpike.js"), "run", "--ref", "v1.0.0", "--without", "api"];
    const done = spawnSync("unshare", ["--user", "--map-root-user", "--net", "sh", "-c", command, ...turnpike], {
      cwd: consumer.folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1" },
    });
    expect(done.status, done.stderr).toBe(0);
    expect(pageOf(consumer)).toContain("verified in this run");
    expect(pageOf(consumer)).toContain("not in the repository's attestation store: HTTP 501, This run has no REST API");
  });
});
