import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { actionContracts } from "../../src/actions/road/contract.ts";
import { verifyContract } from "../../src/actions/verify/contract.ts";
import { root } from "../repo/root.ts";

const exec = promisify(execFile);
const contracts = [...actionContracts, verifyContract];
const dist = join(root, "dist");
const temporary: string[] = [];

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "turnpike-dist-"));
  temporary.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of temporary) await rm(folder, { recursive: true, force: true });
});

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

async function runNode(args: readonly string[], env: Record<string, string>, cwd: string): Promise<Ended> {
  try {
    const { stdout, stderr } = await exec(process.execPath, [...args], { env, cwd, timeout: 100_000 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

/** The environment that a runner gives to the first step of a job, in a folder of its own. */
async function runnerEnv(folder: string): Promise<Record<string, string>> {
  const env: Record<string, string> = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    GITHUB_ACTIONS: "true",
    GITHUB_WORKSPACE: folder,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_SHA: "0".repeat(40),
    GITHUB_REF: "refs/heads/main",
    GITHUB_EVENT_NAME: "push",
    RUNNER_TEMP: join(folder, "temp"),
    RUNNER_OS: "Linux",
    RUNNER_ARCH: "X64",
  };
  for (const name of ["GITHUB_OUTPUT", "GITHUB_STATE", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH"]) {
    env[name] = join(folder, name);
    await writeFile(join(folder, name), "");
  }
  return env;
}

describe("dist/", () => {
  it("is what the sources build to, byte for byte", async () => {
    const fresh = await temporaryFolder();
    await exec(process.execPath, ["scripts/build.ts", fresh], { cwd: root });
    expect(await filesOf(fresh)).toEqual(await filesOf(dist));
    for (const file of await filesOf(fresh)) {
      const same = (await readFile(join(fresh, file))).equals(await readFile(join(dist, file)));
      expect(same, `dist/${file} differs; run \`npm run build\` and commit it`).toBe(true);
    }
  });

  it("has an entry for every action, and names the licence of everything that is bundled", async () => {
    const files = await filesOf(dist);
    for (const contract of contracts) {
      expect(files).toContain(`${contract.name}.js`);
      if (contract.post === true) expect(files).toContain(`${contract.name}-post.js`);
    }
    const licenses = await readFile(join(dist, "licenses.txt"), "utf8");
    for (const name of ["@actions/core", "@sigstore/verify", "zod", "yaml"]) expect(licenses).toContain(`\n${name}@`);
  });

  it("holds no path of the machine that built it", async () => {
    for (const file of await filesOf(dist)) {
      expect((await readFile(join(dist, file), "utf8")).includes(root), file).toBe(false);
    }
  });

  it.each(contracts.map((contract) => contract.name))(
    "%s says what is wrong with an unknown input, without a stack trace",
    async (name) => {
      const folder = await temporaryFolder();
      const { code, output } = await runNode(
        [join(dist, `${name}.js`)],
        { ...(await runnerEnv(folder)), "INPUT_NO-SUCH-INPUT": "x" },
        folder,
      );
      expect(code).toBe(2);
      expect(output).toContain(`no-such-input  is not an input of ${name}`);
      expect(output).not.toMatch(/^\s+at /m);
    },
  );

  it("starts the command line and lists what is built", async () => {
    const { code, output } = await runNode(
      [join(dist, "turnpike.js"), "--help"],
      { PATH: process.env["PATH"] ?? "" },
      root,
    );
    expect(code).toBe(0);
    for (const command of ["plan", "run", "gates", "sbom", "sign", "verify"])
      expect(output).toMatch(new RegExp(`^  ${command}\\b`, "m"));
  });
});
