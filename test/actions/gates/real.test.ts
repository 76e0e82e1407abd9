import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LinuxProcessTable, MARKER_VARIABLE } from "../../../src/adapters/node/processes/process-table.ts";
import { type VerdictFile, verdictFileSchema } from "../../../src/core/gates/index.ts";

const source = (path: string) => fileURLToPath(new URL(`../../../src/${path}`, import.meta.url));
const hostile = fileURLToPath(new URL("../../fixtures/processes/hostile.sh", import.meta.url));
const VERSION = "data:text/javascript,globalThis.__TURNPIKE_VERSION__='0.0.0'";
const base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-gates-test-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Values of the runner that the tests themselves may run under. */
const plainEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(GITHUB_|RUNNER_|ACTIONS_|INPUT_|CI$|TURNPIKE_)/.test(name)),
);

function repository(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(base, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, stdio: "ignore" });
  git("init", "-q");
  git("add", "-A");
  git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "x");
  return root;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ["--import", VERSION, ...args], {
    cwd: options.cwd,
    env: { ...plainEnv, ...options.env },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
  return { child, ended };
}

function startAction(root: string, env: Record<string, string> = {}) {
  const files = { GITHUB_OUTPUT: join(base, "output"), GITHUB_STEP_SUMMARY: join(base, "summary") };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const runner = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: root, RUNNER_TEMP: base };
  return start([source("actions/gates/main.ts")], { cwd: root, env: { ...files, ...runner, ...env } });
}

function startCommand(root: string, ...args: string[]) {
  return start([source("cli/main.ts"), "gates", ...args], { cwd: root });
}

function verdictAt(file: string): VerdictFile {
  return verdictFileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

function withoutTimes({ gates, startedAt: _, durationMs: __, ...rest }: VerdictFile) {
  return { ...rest, gates: gates.map(({ startMs: ___, durationMs: ____, ...gate }) => gate) };
}

const config = `gates:
  lint: { run: "echo fine", tier: fast }
  tests:
    run: [bash, -c, 'echo "{\\"gates\\":[{\\"id\\":\\"a\\",\\"passed\\":false,\\"message\\":\\"no\\"}]}" > out.json; exit 1']
    cwd: sub
    report: { format: gates-json, path: out.json }
  after: { run: "echo never", needs: [tests] }
  odd: { run: "exit 3", required: false }
`;

describe("the same repository through the action and the command line", () => {
  let root = "";
  beforeAll(() => {
    root = repository("same", { "turnpike.yml": config, "sub/keep": "", ".gitignore": "out.json\n" });
  });

  it("gets the same verdict, times aside", async () => {
    const action = await startAction(root).ended;
    const command = await startCommand(root, "--json", "--verdict", join(base, "kept", "verdict.json")).ended;
    expect([action.code, command.code]).toEqual([1, 1]);
    const ofAction = verdictAt(join(root, ".turnpike", "verdict.json"));
    expect(ofAction.gates.map((gate) => gate.outcome)).toEqual(["passed", "failed", "skipped", "failed"]);
    expect(withoutTimes(verdictFileSchema.parse(JSON.parse(command.stdout)))).toEqual(withoutTimes(ofAction));
    expect(withoutTimes(verdictAt(join(base, "kept", "verdict.json")))).toEqual(withoutTimes(ofAction));
    expect(readFileSync(join(base, "output"), "utf8")).toMatch(/verdict<<\S+\nfailed\n/);
    expect(command.stderr).toContain("1 of 2 required gates failed: tests");
    expect(command.stderr).not.toContain("\u001b[");
  });

  it("gives an unknown gate exit code 2 and names the nearest", async () => {
    const { code, stderr, stdout } = await startCommand(root, "--only", "tets", "--json").ended;
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("did you mean `tests`?");
  });

  it("gives a repository without gates an answer", async () => {
    const empty = repository("empty", { "main.go": "package main\n" });
    const { code, stderr } = await startCommand(empty).ended;
    expect(code).toBe(0);
    expect(stderr).toContain("turnpike plan");
  });
});

describe("a folder below the top of a repository", () => {
  it("runs in it what a workflow at the top runs there", async () => {
    const root = repository("below", {
      ".github/workflows/ci.yml":
        "on: [push]\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make check\n        working-directory: services/api\n",
      "services/api/Makefile": "check:\n\tdiff a.txt b.txt\n",
      "services/api/a.txt": "1\n",
      "services/api/b.txt": "1\n",
    });
    const { code, stdout, stderr } = await startCommand(join(root, "services", "api"), "--json").ended;
    expect(code, stderr).toBe(0);
    expect(verdictFileSchema.parse(JSON.parse(stdout)).gates).toMatchObject([{ outcome: "passed" }]);
  });
});

describe.skipIf(process.platform !== "linux")("stopping a run", () => {
  const stubborn = `gates:
  stubborn: { run: [bash, ${JSON.stringify(hostile)}, setsid] }
  polite: { run: "echo here; sleep 600" }
  later: { run: "echo never", needs: [polite] }
`;

  function marked(marker: string): readonly unknown[] {
    return new LinuxProcessTable().survivorsSync({ leader: 0, leaderStart: undefined, marker });
  }

  async function isRunning(marker: string, count: number): Promise<void> {
    await expect.poll(() => marked(marker).length, { timeout: 100_000 }).toBeGreaterThanOrEqual(count);
  }

  it.concurrent.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("with %s leaves nobody behind, a verdict, and exit code %i", async (signal, expected) => {
    const root = repository(`stop-${signal}`, { "turnpike.yml": stubborn });
    const marker = `test-stop-${signal}-${process.pid}`;
    const { child, ended } = startAction(root, { [MARKER_VARIABLE]: marker });
    await isRunning(marker, 4); // our own process, two gates, and a child that left its session
    child.kill(signal);
    const { code } = await ended;
    expect(code).toBe(expected);
    expect(marked(marker)).toEqual([]);
    const verdict = verdictAt(join(root, ".turnpike", "verdict.json"));
    expect(verdict.verdict).toBe("cancelled");
    expect(verdict.gates.map((gate) => gate.outcome)).toEqual(["cancelled", "cancelled", "skipped"]);
  });
});

describe("hostile output", () => {
  const noise = `gates:
  noise:
    run: |
      printf '::error::one\\n##[error]two\\n\\x1b]0;title\\x07 \\xff\\xfe \\r\\x00::set-output name=a::b\\n'
      head -c 3000000 /dev/zero | tr '\\0' 'x'
      echo
      echo the end
      exit 1
`;

  it("is kept whole on disk, cut in the log, and never a command", async () => {
    const root = repository("noise", { "turnpike.yml": noise });
    const { stdout, code } = await startAction(root).ended;
    expect(code).toBe(1);
    expect(readFileSync(join(root, ".turnpike", "logs", "noise.log")).length).toBeGreaterThan(3_000_000);
    expect(stdout.length).toBeLessThan(1_000_000);
    expect(stdout).toContain("bytes are left out here");
    expect(stdout).toContain("the end");
    const token = /::stop-commands::(\w+)/.exec(stdout)?.[1] ?? "none";
    const outside = `${stdout.split(`::stop-commands::${token}`)[0]}${stdout.split(`::${token}::`)[1]}`;
    const commands = outside.split("\n").filter((line) => /^\s*::/.test(line));
    expect(commands).toEqual([
      expect.stringMatching(/^::error title=noise::/),
      expect.stringMatching(/^::error title=Turnpike%3A gates::/),
    ]);
    const rest = stdout.split("\n").filter((line) => !commands.includes(line));
    expect(rest.filter((line) => line.includes("##["))).toEqual([]);
  });
});

describe("what a gate leaves in its report folder", () => {
  it("is kept but for what tests wrote for themselves, and pipes and sockets hold nobody up", async () => {
    const leaves = 'mkfifo "$reports/pipe" && mkdir "$reports/tmp" && touch "$reports/tmp/scratch" "$reports/own.txt"';
    const root = repository("leaves", { "turnpike.yml": `gates: { leaves: { run: '${leaves}' } }\n` });
    const { code } = await startAction(root).ended;
    expect(code).toBe(0);
    expect(readdirSync(join(root, ".turnpike", "reports", "leaves"))).toEqual(["own.txt"]);
  });
});

describe("an environment that is missing", () => {
  it("is named with the command that installs it, when uv is not there", async () => {
    const root = repository("no-uv", {
      "pyproject.toml": `[project]\nname = "a"\nversion = "1"\n[dependency-groups]\ndev = ["ruff"]\n[tool.ruff]\ninclude = ["a.py"]\n`,
      "uv.lock": `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n\n[[package]]\nname = "a"\nversion = "1"\nsource = { virtual = "." }\n\n[package.dev-dependencies]\ndev = [{ name = "ruff" }]\n\n[[package]]\nname = "ruff"\nversion = "0.14.0"\nsource = { registry = "https://index.example.org/simple" }\n`,
      "a.py": "",
    });
    const bin = join(base, "bin-without-uv");
    mkdirSync(bin, { recursive: true });
    for (const name of ["git", "bash"]) {
      const real = execFileSync("which", [name]).toString().trim();
      if (!existsSync(join(bin, name))) execFileSync("ln", ["-s", real, join(bin, name)]);
    }
    const { stderr, code } = await start([source("cli/main.ts"), "gates"], { cwd: root, env: { PATH: bin } }).ended;
    expect(code).toBe(3);
    expect(stderr).toContain("uv sync --locked");
    expect(stderr).toContain("uv is not installed");
  });
});
