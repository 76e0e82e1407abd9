import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runRecordSchema } from "../../src/local/record/run-record.ts";
import { makeRepository, type TestRepository, workflow } from "./rig.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const turnpike = join(root, "dist/turnpike.js");

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(repository: TestRepository, args: readonly string[], onText?: (text: string, kill: () => void) => void) {
  const env = { ...process.env, NO_COLOR: "1", CI: "1", MY_SECRET: "from-the-environment", GITHUB_ACTIONS: "" };
  const child = spawn(process.execPath, [turnpike, "run", ...args], { cwd: repository.path, env });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
    onText?.(stderr, () => child.kill("SIGINT"));
  });
  return new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

// The bundles are committed; a test beside them holds them to the sources.
describe.skipIf(!existsSync(turnpike))("turnpike run, as a program", () => {
  it("prints one document with --json, and everything for people elsewhere", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps: [{ run: 'test "\${{ vars.COLOUR }}" = green && test "\${{ secrets.MY_SECRET }}" = from-the-environment; echo "\${{ secrets.MY_SECRET }}"' }]
    `);
    const { code, stdout, stderr } = await start(repository, [
      "--json",
      "--var",
      "COLOUR=green",
      "--secret",
      "MY_SECRET",
    ]);
    expect(code).toBe(0);
    const record = runRecordSchema.parse(JSON.parse(stdout));
    expect(record).toMatchObject({ conclusion: "success", exitCode: 0, repository: expect.stringMatching(/^local\//) });
    expect(stderr).toContain("✓ a › ");
    expect(stdout + stderr).not.toContain("from-the-environment");
    expect(JSON.parse(repository.read(".turnpike/run/run.json"))).toEqual(record);
    expect(repository.read(".turnpike/run/summary.html")).toMatch(/^<!doctype html>/i);
    for (const { steps } of record.jobs) {
      for (const { log } of steps) expect(existsSync(join(repository.path, ".turnpike/run", log))).toBe(true);
    }
    const log = record.jobs[0]?.steps[1]?.log ?? "";
    expect(readFileSync(join(repository.path, ".turnpike/run", log), "utf8")).toContain("\n***\n");
  });

  it("takes every turnpike for itself, whatever its owner and ref, and says so", async () => {
    using repository = makeRepository({
      ".github/workflows/ci.yml": `
on: push
jobs:
  a: { runs-on: x, steps: [{ uses: someone/turnpike/actions/sbom@0123456789abcdef0123456789abcdef01234567 }] }
  b: { runs-on: x, steps: [{ uses: other/Turnpike/actions/sbom@main }] }
`,
    });
    const { code, stderr } = await start(repository, []);
    expect(stderr).toContain(`other/Turnpike@main is taken for this project: ${root.replace(/\/$/, "")}`);
    expect(stderr).toContain("someone/turnpike@0123456789abcdef0123456789abcdef01234567 is taken for this project");
    expect(code).toBe(0);
  });

  it("ends with 1 when a job failed, and 2 when nothing could be run, without a stack trace", async () => {
    using failing = workflow("a: { runs-on: x, steps: [{ run: exit 3 }] }");
    using wrong = workflow("a: { runs-on: x, steps: [{ run: exit 3, colour: red }] }");
    expect((await start(failing, [])).code).toBe(1);
    const refused = await start(wrong, []);
    expect(refused.stderr).toBe(
      ".github/workflows/ci.yml:4:43  Unexpected value 'colour'\n1 problem, nothing was run.\n",
    );
    expect(refused.code).toBe(2);
  });

  it.each([
    [["--var", "novalue"], '--var "novalue" is not NAME=VALUE.'],
    [["--secret", "NOT_THERE_AT_ALL"], "--secret NOT_THERE_AT_ALL: the environment has no variable NOT_THERE_AT_ALL."],
    [["--secret", "A=b"], "--secret takes a name; its value comes from the environment."],
    [["--map", "x=/nowhere"], '--map "x" is not owner/repo@ref=DIR.'],
    [["--map", "o/r@v1=/nowhere"], "--map o/r@v1: there is no folder /nowhere."],
    [["--jobs", "0"], '--jobs "0" is no number from 1 on.'],
    [["--visibility", "secret"], '--visibility "secret" is none of public, private, internal.'],
    [["no-such-folder"], /There is no folder .*no-such-folder\./],
  ])("refuses %j", async (args, message) => {
    using repository = workflow("a: { runs-on: x, steps: [{ run: exit 3 }] }");
    const { code, stderr } = await start(repository, args);
    expect(stderr.trim()).toMatch(message);
    expect(code).toBe(2);
  });

  it("stops at Ctrl-C: what asks for it still runs, nothing is left, 130", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: short, run: echo }
          - { name: long, run: sleep 66.5 }
          - { name: clean, if: always(), run: echo }
    `);
    let isSent = false;
    const { code, stderr } = await start(repository, [], (text, kill) => {
      if (isSent || !text.includes("a › short")) return;
      isSent = true;
      kill();
    });
    expect(code).toBe(130);
    expect(stderr).toContain("a › clean");
    expect(runRecordSchema.parse(JSON.parse(repository.read(".turnpike/run/run.json"))).conclusion).toBe("cancelled");
  });
});
