import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { nodeHttp } from "../../../src/adapters/node/http.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { UvFinder } from "../../../src/adapters/uv/acquire.ts";
import { detectPlatform } from "../../../src/adapters/uv/detect-platform.ts";
import { bestWheel, parseVersionRequest, targetTriple } from "../../../src/core/uv/index.ts";
import { formatError, type TurnpikeError } from "../../../src/errors.ts";
import type { ProvidedUv } from "../../../src/ports/uv.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { type MemoryLog, memoryLog } from "../../fakes/log.ts";
import {
  type FakeServer,
  fakeArchive,
  fakeServer,
  fakeUv,
  fakeWheel,
  page,
  project,
  sha256,
  status,
} from "./fake-index.ts";

const platform = detectPlatform();
const triple = targetTriple(platform);
const tags = ["manylinux_2_17_x86_64", "manylinux_2_17_aarch64", "musllinux_1_1_x86_64", "musllinux_1_1_aarch64"];
const macTags = ["macosx_10_12_x86_64", "macosx_11_0_arm64"];
const names = [...tags, ...macTags].map((tag) => `uv-9.9.9-py3-none-${tag}.whl`);
const WHEEL = bestWheel(names, platform) ?? "";

function findPython(): string | undefined {
  try {
    return execFileSync("python3", ["-I", "-c", "import pip, sys; print(sys.executable)"], { encoding: "utf8" }).trim();
  } catch {
    process.stderr.write("Skipping tests that need pip: there is no python3 with pip here.\n");
    return undefined;
  }
}
const python = findPython();

let server: FakeServer;
let top: string;
let log: MemoryLog;
let env: Record<string, string>;

beforeEach(async () => {
  server = await fakeServer();
  top = mkdtempSync(join(tmpdir(), "turnpike-acquire-"));
  mkdirSync(join(top, "bin"));
  log = memoryLog();
  env = {
    PATH: join(top, "bin"),
    HOME: top,
    RUNNER_TEMP: top,
    PIP_CONFIG_FILE: devNull,
    PIP_INDEX_URL: `${server.url}/simple/`,
    PIP_RETRIES: "0",
    PIP_NO_CACHE_DIR: "1",
    NO_PROXY: "127.0.0.1",
    UV_INSTALLER_GITHUB_BASE_URL: `${server.url}/mirror`,
  };
  if (python !== undefined) script("python3", `exec '${python}' "$@"`);
});

afterEach(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(top, { recursive: true, force: true });
});

function script(name: string, body: string): string {
  const path = join(top, "bin", name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Puts a wheel on the index; the hash is the true one unless given, and none when empty. */
function publish(bytes: Uint8Array, hash: string = sha256(bytes)): void {
  server.answers.set("/simple/uv/", project({ [WHEEL]: hash }));
  server.answers.set(`/files/${WHEEL}`, page(bytes, "application/octet-stream"));
}

async function release(version: string): Promise<{ archive: Uint8Array; path: string }> {
  const archive = await fakeArchive(version, `uv-${triple}`);
  const path = `/mirror/astral-sh/uv/releases/download/${version}/uv-${triple}.tar.gz`;
  server.answers.set(path, page(archive, "application/gzip"));
  server.answers.set(`${path}.sha256`, page(`${sha256(archive)} *uv-${triple}.tar.gz\n`, "text/plain"));
  return { archive, path };
}

interface Wish {
  readonly version?: string;
  readonly checksum?: string;
  readonly deadlineMs?: number;
}

async function provide({ version = "9.9.9", checksum, deadlineMs }: Wish = {}): Promise<ProvidedUv> {
  const parsed = parseVersionRequest(version, "the input version");
  if (!parsed.ok) throw new Error(parsed.why);
  const into = join(top, "tools");
  const finder = new UvFinder({
    into,
    env,
    processes: new NodeProcesses(),
    files: new NodeFiles(into),
    http: nodeHttp,
    log,
    ...(deadlineMs === undefined ? {} : { indexDeadlineMs: deadlineMs }),
  });
  return await finder.provide({ request: parsed.request, ...(checksum === undefined ? {} : { checksum }) });
}

function indexProblem(error: TurnpikeError): string {
  return error.problems.find((problem) => problem.where === "package index")?.message ?? "";
}

/** Nothing of a failed try may be left where a later run would find it. */
function expectNothingInstalled(): void {
  const folder = join(top, "tools", "uv");
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  expect(readdirSync(top).filter((name) => name.startsWith("turnpike-uv-"))).toEqual([]);
}

describe("a uv on PATH", () => {
  test("that is the wanted version is used, and nothing is asked for", async () => {
    const path = script("uv", 'echo "uv 9.9.9 (abc 2026-01-01)"');
    expect(await provide({ version: ">=9.9" })).toMatchObject({ path, version: "9.9.9", source: "path" });
    expect(server.asked).toEqual([]);
  });

  test.skipIf(python === undefined)("of another version, or one that is a broken shim, is passed over", async () => {
    publish(fakeWheel("9.9.9"));
    script("uv", 'echo "uv 0.1.0"');
    expect((await provide()).source).toBe("index");
    rmSync(join(top, "tools"), { recursive: true });
    script("uv", "echo 'no such version' >&2; exit 127");
    expect((await provide()).source).toBe("index");
  });
});

describe.skipIf(python === undefined)("a package index", () => {
  test("gives a uv that runs, is checked and is kept; the next time nothing is asked for", async () => {
    publish(fakeWheel("9.9.9"));
    const uv = await provide();
    expect(uv).toMatchObject({ version: "9.9.9", source: "index", sha256: sha256(fakeUv("9.9.9")) });
    expect(execFileSync(uv.path, ["--version"], { encoding: "utf8" })).toBe("uv 9.9.9\n");
    expect(uv.path).toBe(join(top, "tools", "uv", "9.9.9", triple, "uv"));
    const asked = server.asked.length;
    expect(await provide()).toMatchObject({ source: "tool-cache", path: uv.path });
    expect(server.asked).toHaveLength(asked);
  });

  test("is asked for a kept uv again once somebody changed its bytes", async () => {
    publish(fakeWheel("9.9.9"));
    const uv = await provide();
    writeFileSync(uv.path, "#!/bin/sh\necho evil\n");
    expect(await provide()).toMatchObject({ source: "index", path: uv.path });
    expect(execFileSync(uv.path, { encoding: "utf8" })).toBe("uv 9.9.9\n");
  });

  test("is asked for the latest version even where one is kept, which serves when nobody answers", async () => {
    publish(fakeWheel("9.9.9"));
    expect((await provide({ version: "latest" })).source).toBe("index");
    server.answers.clear();
    expect((await provide({ version: "latest" })).source).toBe("tool-cache");
    expect(log.lines.join("\n")).toContain("warning: The latest uv could not be asked for; 9.9.9 is here");
  });

  test.each<[string, () => void, RegExp]>([
    ["that has no uv", () => undefined, /the index lists none/],
    ["that is out of order", () => server.answers.set("/simple/uv/", status(500)), /pip ended with 1/],
    ["that shows a login page", () => server.answers.set("/simple/uv/", page("<h1>Log in</h1>")), /lists none/],
    ["that says another hash", () => publish(fakeWheel("9.9.9"), "0".repeat(64)), /HASH|hash/i],
    ["that cuts the wheel off", () => publish(fakeWheel("9.9.9").slice(0, 400), ""), /not a whole zip|wheel|invalid/i],
    [
      "whose wheel's RECORD does not fit",
      () => publish(fakeWheel("9.9.9", (all) => ({ ...all, "uv-9.9.9.data/scripts/uv": new Uint8Array([1]) }))),
      /RECORD says/,
    ],
    [
      "whose wheel has no program",
      () => {
        const isOther = ([name]: [string, Uint8Array]) => !name.endsWith("scripts/uv");
        publish(fakeWheel("9.9.9", (all) => Object.fromEntries(Object.entries(all).filter(isOther))));
      },
      /has no program uv/,
    ],
  ])("%s is said to be so, and nothing is installed", async (_, prepare, said) => {
    prepare();
    const error = await errorOf(provide());
    expect(indexProblem(error)).toMatch(said);
    expect(error.code).toMatch(/^UV_(DOWNLOAD|CHECKSUM)$/);
    expectNothingInstalled();
  });

  test("that never answers is given up at the deadline", async () => {
    server.answers.set("/simple/uv/", () => undefined);
    const error = await errorOf(provide({ deadlineMs: 1500 }));
    expect(indexProblem(error)).toContain("pip gave no answer within");
    expectNothingInstalled();
  });

  test("cannot write outside with names in its wheel", async () => {
    const evil = "../../../../evil";
    publish(fakeWheel("9.9.9", (all) => ({ ...all, [evil]: new Uint8Array([1]), "/evil": new Uint8Array([1]) })));
    const uv = await provide();
    expect(readdirSync(dirname(uv.path)).sort()).toEqual(["turnpike-uv.json", "uv", "uvx"]);
    expect(existsSync(join(top, "evil"))).toBe(false);
  });

  test("is asked by the real pip, also where PYTHONPATH holds another", async () => {
    const fake = join(top, "path", "pip");
    mkdirSync(fake, { recursive: true });
    writeFileSync(join(fake, "__init__.py"), "");
    writeFileSync(join(fake, "__main__.py"), `open(${JSON.stringify(join(top, "ran"))}, "w")`);
    env["PYTHONPATH"] = dirname(fake);
    publish(fakeWheel("9.9.9"));
    expect((await provide()).source).toBe("index");
    expect(existsSync(join(top, "ran"))).toBe(false);
  });

  test("is asked for uv whatever the job says of its own packages", async () => {
    const own = { CONSTRAINT: "ours.txt", REQUIREMENT: "ours.txt", REQUIRE_HASHES: "1", NO_BINARY: ":all:", USER: "1" };
    for (const [name, value] of Object.entries({ ...own, PLATFORM: "win32", DEST: "/", LOG: "/nowhere/log" })) {
      env[`PIP_${name}`] = value;
    }
    publish(fakeWheel("9.9.9"));
    expect((await provide()).source).toBe("index");
  });

  test("is never named with its password", async () => {
    env["PIP_INDEX_URL"] = server.url.replace("//", "//someone:hunter2@");
    const error = await errorOf(provide());
    expect(`${formatError(error)}\n${log.lines.join("\n")}`).not.toContain("hunter2");
  });

  test("must give exactly the bytes whose checksum is demanded", async () => {
    const wheel = fakeWheel("9.9.9");
    publish(wheel);
    const error = await errorOf(provide({ checksum: "0".repeat(64) }));
    expect(error.code).toBe("UV_CHECKSUM");
    expect(indexProblem(error)).toContain(`not the demanded ${"0".repeat(64)}`);
    expectNothingInstalled();
    expect(await provide({ checksum: sha256(wheel) })).toMatchObject({ source: "index" });
    expect(await provide({ checksum: sha256(wheel) })).toMatchObject({ source: "tool-cache" });
  });
});

describe("a release", () => {
  beforeEach(() => rmSync(join(top, "bin"), { recursive: true }));

  test("is taken when no index gives uv, and cannot write outside", async () => {
    await release("9.9.9");
    const uv = await provide();
    expect(uv).toMatchObject({ version: "9.9.9", source: "release", sha256: sha256(fakeUv("9.9.9")) });
    expect(execFileSync(uv.path, { encoding: "utf8" })).toBe("uv 9.9.9\n");
    expect(existsSync(join(top, "tools", "evil"))).toBe(false);
  });

  test("of the newest version is found by where its page leads", async () => {
    await release("9.9.9");
    server.answers.set("/mirror/astral-sh/uv/releases/latest", (_, response) =>
      response.writeHead(302, { location: "/mirror/astral-sh/uv/releases/tag/9.9.9" }).end(),
    );
    expect(await provide({ version: "" })).toMatchObject({ version: "9.9.9", source: "release" });
  });

  test("of a range is the highest that is listed and no draft", async () => {
    await release("9.9.8");
    const one = (tag: string, more = {}) => ({ tag_name: tag, draft: false, prerelease: false, ...more });
    const list = [one("9.9.9", { draft: true }), one("9.9.7"), one("9.9.8"), one("10.0.0")];
    server.answers.set("/mirror/api/v3/repos/astral-sh/uv/releases", page(JSON.stringify(list), "application/json"));
    expect(await provide({ version: "~=9.9.0" })).toMatchObject({ version: "9.9.8", source: "release" });
  });

  test("that answers 503 once is asked again", async () => {
    const { archive, path } = await release("9.9.9");
    server.answers.set(path, (_, response) => {
      server.answers.set(path, page(archive));
      response.writeHead(503).end();
    });
    expect((await provide()).source).toBe("release");
  });

  test("whose bytes are not those of its checksum is refused", async () => {
    const { path } = await release("9.9.9");
    server.answers.set(`${path}.sha256`, page("0".repeat(64), "text/plain"));
    const error = await errorOf(provide());
    expect(error.code).toBe("UV_CHECKSUM");
    expectNothingInstalled();
  });

  test("that is no archive is refused", async () => {
    const { path } = await release("9.9.9");
    const text = new TextEncoder().encode("<h1>Log in</h1>");
    server.answers.set(path, page(text));
    server.answers.set(`${path}.sha256`, page(sha256(text)));
    const error = await errorOf(provide());
    expect(error.problems.at(-1)?.message).toContain("not a whole tar.gz archive");
    expectNothingInstalled();
  });
});

describe("no uv at all", () => {
  beforeEach(() => rmSync(join(top, "bin"), { recursive: true }));

  test("is an error that says what was tried, why each way failed and what to do", async () => {
    const text = formatError(await errorOf(provide({ version: ">=9,<10" })));
    expect(text.replaceAll(top, "TOP").replaceAll(server.url, "SERVER")).toBe(
      [
        "PATH  no uv",
        "tool folder TOP/tools  none that is >=9,<10",
        "package index  no Python was found, so pip could not be asked",
        "GitHub release  the list of releases was answered with 404",
        "No uv that is >=9,<10 (wanted by the input version) is here, and none could be fetched; nothing was installed.",
        "Do one of these:",
        "  install uv on the machine, so that it is on PATH;",
        "  name a package index that has uv for pip (PIP_INDEX_URL, or pip.conf);",
        "  set HTTPS_PROXY, or UV_INSTALLER_GITHUB_BASE_URL for a mirror of GitHub's releases.",
        "More: docs/setup-uv.md",
      ].join("\n"),
    );
  });

  test("is not looked for on the network with UV_OFFLINE", async () => {
    env["UV_OFFLINE"] = "1";
    expect((await errorOf(provide())).code).toBe("UV_MISSING");
    expect(server.asked).toEqual([]);
  });
});
