import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sbomCommand } from "../../src/cli/sbom/sbom.ts";
import { NPM_LOCK, UV_LOCK } from "../actions/sbom/world.ts";
import { type BomDocument, faultsOf } from "../core/sbom/cyclonedx-schema.ts";
import { commandLine, type Ended } from "./capture.ts";

const scratch = mkdtempSync(join(tmpdir(), "turnpike-sbom-cli-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const COMMIT_TIME = "2024-02-03T04:05:06Z";

/** A repository with one commit of the given files. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(scratch, "repository-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const identity = {
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@example.org",
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@example.org",
  };
  const env = { ...process.env, ...identity, GIT_AUTHOR_DATE: COMMIT_TIME, GIT_COMMITTER_DATE: COMMIT_TIME };
  const git = (...args: string[]): void => {
    execFileSync("git", args, { cwd: folder, env, stdio: "ignore" });
  };
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "start");
  git("remote", "add", "origin", "https://git.example.org/acme/orders.git");
  return folder;
}

function run(cwd: string, ...args: string[]): Promise<Ended> {
  const { SOURCE_DATE_EPOCH: _epoch, GITHUB_ACTIONS: _actions, FORCE_COLOR: _color, ...env } = process.env;
  return commandLine([sbomCommand], ["sbom", ...args], { cwd, env: { ...env, NO_COLOR: "1" } });
}

describe("turnpike sbom", () => {
  it("prints one document on standard output, and the report on standard error", async () => {
    const folder = repository({ "uv.lock": UV_LOCK });
    const { status, stdout, stderr } = await run(folder);
    expect(status).toBe(0);
    expect(faultsOf(stdout)).toEqual([]);
    const document = JSON.parse(stdout) as BomDocument;
    expect(document.metadata.timestamp).toBe(COMMIT_TIME);
    expect(document.metadata.component.purl).toContain("git.example.org");
    expect(stderr).toMatchInlineSnapshot(`
      "✓ orders 1.2.0  CycloneDX 1.6 from uv.lock
        components  2  1 needed to run, 1 only in groups
        edges       2
        licences    0  2 unknown: the lock has none; \`uv sync\` first, and installed packages tell theirs
        hashes      1  1 without any
      "
    `);
    expect((await run(folder)).stdout).toBe(stdout);
  });

  it("takes default groups in like uv, and leaves them out when told", async () => {
    const folder = repository({ "uv.lock": UV_LOCK, "pyproject.toml": "[project]\nname = 'orders'\n" });
    const names = async (...args: string[]) =>
      (JSON.parse((await run(folder, ...args)).stdout) as BomDocument).components.map(({ name }) => name);
    expect(await names()).toEqual(["left-pad", "probe"]);
    expect(await names("--no-default-groups")).toEqual(["left-pad"]);
    expect(await names("--no-default-groups", "--group", "dev")).toEqual(["left-pad", "probe"]);
    writeFileSync(join(folder, "pyproject.toml"), "[tool.uv]\ndefault-groups = []\n");
    expect(await names()).toEqual(["left-pad"]);
  });

  it("writes one file, or one file a lock into a folder", async () => {
    const folder = repository({ "uv.lock": UV_LOCK, "web/package-lock.json": NPM_LOCK.replaceAll("orders", "web") });
    const one = await run(folder, "uv.lock", "-o", "out/bom.json", "--spec", "1.7");
    expect([one.status, one.stdout]).toEqual([0, ""]);
    expect((JSON.parse(readFileSync(join(folder, "out/bom.json"), "utf8")) as BomDocument).specVersion).toBe("1.7");
    expect((await run(folder, "-o", "all/")).status).toBe(0);
    expect(readdirSync(join(folder, "all")).sort()).toEqual(["orders.cdx.json", "web.cdx.json"]);
    const refused = await run(folder, "-o", "one.json");
    expect([refused.status, refused.stderr]).toEqual([
      2,
      "one.json is one file, and there are 2 documents.\nturnpike sbom -o one/\n",
    ]);
    expect(existsSync(join(folder, "one.json"))).toBe(false);
  });

  it("takes the lock of the folder itself where standard output has room for one, and says so", async () => {
    const folder = repository({ "uv.lock": UV_LOCK, "web/package-lock.json": NPM_LOCK });
    const { status, stdout, stderr } = await run(folder);
    expect([status, (JSON.parse(stdout) as BomDocument).metadata.component.name]).toEqual([0, "orders"]);
    expect(stderr).toContain("not read: web/package-lock.json");
    const both = await run(repository({ "uv.lock": UV_LOCK, "package-lock.json": NPM_LOCK }));
    expect([both.status, both.stdout]).toEqual([2, ""]);
    expect(both.stderr).toContain("There are 2 locks, and standard output takes one document.");
  });

  it.each([
    ["a format of later", ["--format", "spdx-json"], "spdx-json is not written yet; cyclonedx-json is."],
    ["an unknown format", ["--format", "pdf"], '"pdf" is no format that I write; cyclonedx-json is.'],
    ["an unknown version", ["--spec", "1.4"], "Allowed choices are 1.5, 1.6, 1.7."],
    ["an unknown group", ["--group", "lint"], 'group "lint"  no lock has it; there are dev'],
    ["an unknown option", ["--verify", "x"], "unknown option '--verify'"],
    ["a path that is not there", ["gone"], "gone  is not there"],
  ])("refuses %s with a sentence", async (_, args, expected) => {
    const { status, stdout, stderr } = await run(repository({ "uv.lock": UV_LOCK }), ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/ at .+:\d+:\d+/);
  });

  it("refuses a file that is too large before it reads it", async () => {
    const folder = repository({ "uv.lock": UV_LOCK });
    truncateSync(join(folder, "uv.lock"), 50 * 1024 * 1024);
    const { status, stdout, stderr } = await run(folder);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("uv.lock  has 50 MiB; at most 48 MiB are read");
  });

  it("says what to do where there is no lock", async () => {
    const { status, stderr } = await run(repository({ "tests/uv.lock": "x" }));
    expect([status, stderr]).toMatchInlineSnapshot(`
      [
        2,
        "tests/uv.lock  not read: stands in tests/, which is not shipped; name it to have it read
      There is no lock file in this folder.
      \`uv lock\` or \`npm install --package-lock-only\` makes one.
      ",
      ]
    `);
  });
});
