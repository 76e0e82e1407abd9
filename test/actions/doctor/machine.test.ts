import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MemoryHttp } from "../../../src/adapters/memory/http.ts";
import { systemClock } from "../../../src/adapters/node/clock.ts";
import { definedVariables } from "../../../src/adapters/node/environment.ts";
import { sharedUv } from "../../fakes/shared-uv.ts";
import { uvLock } from "../../fakes/snapshot.ts";
import { makeRepository } from "../../local/rig.ts";
import { check, findings, quietEnv } from "./scene.ts";

const scratch = mkdtempSync(join(tmpdir(), "turnpike-doctor-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const env = quietEnv(definedVariables(process.env));
const shared = await sharedUv();
const withUv = shared.uv === undefined ? env : { ...env, PATH: [dirname(shared.uv.path), env["PATH"]].join(delimiter) };

const PROJECT = {
  "pyproject.toml":
    '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.9"\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n[dependency-groups]\ndev = ["pytest"]\n',
  "uv.lock": uvLock(["pytest", "9.2.0"]),
};

describe("turnpike doctor, of the machine", () => {
  it("says when Node is old, and when it is too old", async () => {
    using repository = makeRepository({ "README.md": "" });
    expect(await check("node", repository.path, { nodeVersion: "24.1.0" })).toEqual({
      kind: "fine",
      text: "Node 24.1.0",
    });
    expect(await findings("node", repository.path, { nodeVersion: "20.9.0" })).toMatchObject([{ severity: "warning" }]);
    expect(await findings("node", repository.path, { nodeVersion: "18.0.0" })).toMatchObject([{ severity: "error" }]);
  });

  it("says which toolchain that gates ask for is missing, where it is asked for, and what brings it", async () => {
    using repository = makeRepository({
      "package.json":
        '{ "name": "x",\n  "engines": { "node": "<18" }, "scripts": { "lint": "eslint ." }, "devDependencies": { "eslint": "10" } }',
      "package-lock.json": "{}",
    });
    const wanted = { severity: "warning", where: { file: "package.json", line: 2 }, mend: null };
    expect(await findings("toolchains", repository.path)).toMatchObject([wanted]);
    using pinned = makeRepository({
      "turnpike.yml": 'gates:\n  tests: { run: node x.js, toolchain: { node: "0.12.0" } }\n',
    });
    expect(await findings("toolchains", pinned.path)).toMatchObject([
      {
        message: "Node 0.12.0 is not on this machine",
        where: { file: "turnpike.yml", line: 2 },
        why: expect.stringMatching(/^tests runs on \d+\.\d+\.\d+ of the path; a red there may come of that\.$/),
        mend: expect.stringContaining("0.12.0"),
      },
    ]);
    using own = makeRepository({
      "turnpike.yml": `gates:\n  tests: { run: node x.js, toolchain: { node: ">=0.12" } }\n`,
    });
    expect(await check("toolchains", own.path)).toMatchObject({ kind: "fine" });
    using none = makeRepository({ "README.md": "" });
    expect(await check("toolchains", none.path)).toMatchObject({ kind: "not-applicable" });
  });

  it("says when there is no repository, and no git", async () => {
    expect(await findings("git", scratch)).toMatchObject([{ severity: "error", mend: "git init" }]);
    using repository = makeRepository({ "README.md": "" });
    expect(await findings("git", repository.path, { env: { PATH: "/nowhere" } })).toMatchObject([
      { severity: "error", message: expect.stringContaining("not installed") },
    ]);
  });

  it("tells a bare repository and one that git cannot read from none at all", async () => {
    const bare = join(scratch, "bare.git");
    execFileSync("git", ["init", "-q", "--bare", bare]);
    expect(await findings("git", bare)).toMatchObject([
      {
        message: expect.stringContaining("is a bare repository"),
        mend: expect.stringMatching(/^git clone .*bare\.git CLONE$/),
      },
    ]);
    const broken = join(scratch, "broken");
    execFileSync("git", ["init", "-q", broken]);
    writeFileSync(join(broken, ".git", "config"), "[core\n");
    expect(await findings("git", broken)).toMatchObject([
      {
        severity: "error",
        message: expect.stringMatching(/git cannot read the repository of .*: fatal: bad config line/),
      },
    ]);
  });

  it("waits for no pipe, and reads no file that a link brings from elsewhere", async () => {
    const folder = join(scratch, "odd");
    execFileSync("git", ["init", "-q", folder]);
    execFileSync("mkfifo", [join(folder, ".gitattributes"), join(folder, "pyproject.toml")]);
    writeFileSync(join(scratch, "package.json"), '{ "engines": { "node": "<1" } }');
    symlinkSync(join(scratch, "package.json"), join(folder, "package.json"));
    expect(await check("history", folder)).toBeDefined();
    expect(await check("node", folder, { nodeVersion: "24.1.0" })).toEqual({ kind: "fine", text: "Node 24.1.0" });
  });

  it("wants uv where there is something for it, and says which", async () => {
    using plain = makeRepository({ "README.md": "" });
    expect(await check("uv", plain.path)).toEqual({ kind: "not-applicable" });
    using repository = makeRepository(PROJECT);
    expect(await findings("uv", repository.path, { env: { PATH: "/nowhere" } })).toMatchObject([
      { severity: "error", message: "uv is not installed", mend: expect.stringContaining("pipx install uv") },
    ]);
  });

  it.skipIf(shared.uv === undefined)("holds uv to required-version, with its place", async () => {
    using repository = makeRepository({ ...PROJECT, "uv.toml": '# ours\nrequired-version = ">=99"\n' });
    expect(await findings("uv", repository.path, { env: withUv })).toMatchObject([
      { severity: "error", where: { file: "uv.toml", line: 2 }, mend: expect.stringContaining('"uv>=99"') },
    ]);
    repository.write({ "uv.toml": 'required-version = ">=0.1"\n' });
    expect(await check("uv", repository.path, { env: withUv })).toMatchObject({ kind: "fine" });
  });

  it.skipIf(shared.uv === undefined)("looks for the Python that the project asks for", async () => {
    using repository = makeRepository({ ...PROJECT, ".python-version": "3.99\n" });
    expect(await findings("python", repository.path, { env: withUv })).toMatchObject([
      { severity: "warning", where: { file: ".python-version" }, mend: "uv python install 3.99" },
    ]);
  });

  it("finds shims that have nothing behind them", async () => {
    using repository = makeRepository({ "README.md": "", "bin/.pyenv/shims/node": "x" });
    repository.write({ "bin/.pyenv/shims/node": "#!/bin/sh\necho not installed >&2\nexit 127\n" });
    const PATH = [join(repository.path, "bin/.pyenv/shims"), env["PATH"]].join(delimiter);
    expect(await findings("shims", repository.path, { env: { ...env, PATH } })).toMatchObject([
      { message: expect.stringContaining("`node` is a shim of pyenv"), mend: expect.stringContaining("pyenv install") },
    ]);
    repository.write({ "bin/.pyenv/shims/node": "#!/bin/sh\necho v24\n" });
    expect(await check("shims", repository.path, { env: { ...env, PATH } })).toMatchObject({ kind: "fine" });
  });

  it("reads the variables for proxies and certificates, and never shows what is in them", async () => {
    using repository = makeRepository({ "README.md": "" });
    const odd = {
      ...env,
      HTTPS_PROXY: "http://ann:secret@proxy.example.org:1",
      https_proxy: "proxy.example.org:2",
      SSL_CERT_FILE: "/nowhere/ca.pem",
    };
    const list = await findings("network-settings", repository.path, { env: odd });
    expect(list.map(({ severity, message }) => [severity, message])).toEqual([
      ["error", "SSL_CERT_FILE names a file that is not there"],
      ["warning", "https_proxy and HTTPS_PROXY differ"],
      ["warning", "a proxy is set, and NO_PROXY does not leave this machine out"],
    ]);
    expect(JSON.stringify(list)).not.toContain("secret");
    const bare = await findings("network-settings", repository.path, {
      env: { ...env, HTTP_PROXY: "proxy:3128", NO_PROXY: "a,localhost" },
    });
    expect(bare).toMatchObject([
      { message: "HTTP_PROXY has no scheme", mend: 'export HTTP_PROXY="http://$HTTP_PROXY"' },
    ]);
  });

  it("asks indexes only where that is allowed, with credentials in no text", async () => {
    using repository = makeRepository({
      "pyproject.toml":
        '[[tool.uv.index]]\nname = "ours"\nurl = "https://ann:secret@index.example.org/simple"\n[[tool.uv.index]]\nname = "gone"\nurl = "https://gone.example.org/simple"\n',
      "uv.lock": 'source = { registry = "https://closed.example.org/simple" }\n',
    });
    const http = new MemoryHttp(({ url }) =>
      url.includes("gone") ? "unreachable" : { status: url.includes("closed") ? 401 : 200 },
    );
    const quiet = await check("indexes", repository.path, { http });
    expect(quiet).toEqual({
      kind: "not-asked",
      text: "whether index.example.org, gone.example.org, closed.example.org can be reached was not asked: --online",
    });
    expect(http.requests).toEqual([]);
    const list = await findings("indexes", repository.path, { http, isOnline: true });
    expect(list.map(({ severity, message, where }) => [severity, where?.file, message])).toEqual([
      ["error", "pyproject.toml", expect.stringContaining("gone.example.org")],
      ["warning", "uv.lock", "closed.example.org wants credentials (401)"],
    ]);
    expect(JSON.stringify(list)).not.toContain("secret");
    expect(http.requests.map(({ url }) => url)).toContain("https://index.example.org/simple");
    expect(http.requests[0]?.headers?.["authorization"]).toBe(`Basic ${Buffer.from("ann:secret").toString("base64")}`);
  });

  it("counts what room there is", async () => {
    using repository = makeRepository({ "README.md": "" });
    const disk = (bytes: number) => ({
      freeBytes: () => Promise.resolve(bytes),
      canWrite: () => Promise.resolve(true),
      changedAt: () => Promise.resolve(undefined),
    });
    expect(await check("disk-space", repository.path, { disk: disk(1e12) })).toMatchObject({ kind: "fine" });
    const [low] = await findings("disk-space", repository.path, { disk: disk(1e9) });
    expect(low).toMatchObject({ severity: "warning" });
    expect((await findings("disk-space", repository.path, { disk: disk(1e6) }))[0]).toMatchObject({
      severity: "error",
    });
  });

  it("says which folders cannot be written to, and how bad that is", async () => {
    using repository = makeRepository({ "README.md": "" });
    const disk = (closed: string) => ({
      freeBytes: () => Promise.resolve(1e12),
      canWrite: (folder: string) => Promise.resolve(folder !== closed),
      changedAt: () => Promise.resolve(undefined),
    });
    const written = [{ folder: "/caches/turnpike", what: "passes are kept there", isNeeded: false }];
    const found = (closed: string) =>
      findings("folders", repository.path, { disk: disk(closed), written, temp: "/scratch" });
    expect(await found("/other")).toEqual([]);
    expect(await found("/scratch")).toMatchObject([
      { severity: "error", message: "/scratch cannot be written to", mend: expect.stringContaining("df /scratch") },
    ]);
    expect(await found("/caches/turnpike")).toMatchObject([{ severity: "warning" }]);
  });

  it("says when the clock is behind the newest commit", async () => {
    using repository = makeRepository({ "README.md": "" });
    const clockOf = (now: Date) => ({ clock: { ...systemClock, now: () => now } });
    expect(await check("clock", repository.path)).toMatchObject({ kind: "fine" });
    expect(await findings("clock", repository.path, clockOf(new Date("2001-01-01T00:00:00Z")))).toMatchObject([
      { severity: "warning", message: expect.stringContaining("2001-01-01T00:00") },
    ]);
  });

  it.skipIf(shared.uv === undefined)("does not blame a missing Python where uv could not look", async () => {
    using repository = makeRepository(PROJECT);
    const broken = { ...withUv, UV_CACHE_DIR: "/dev/null/uv" };
    const [finding] = await findings("python", repository.path, { env: broken });
    expect(finding).toMatchObject({ message: "uv could not say which Pythons are here", mend: "uv python list" });
  });

  it("wants the shell that gates go through", async () => {
    using repository = makeRepository({ "turnpike.yml": "gates:\n  tests: { run: make test }\n" });
    expect(await check("programs", repository.path)).toEqual({ kind: "fine", text: "bash" });
    expect(await findings("programs", repository.path, { env: { PATH: "/nowhere" } })).toMatchObject([
      { severity: "error", message: "bash is not installed" },
    ]);
  });
});
