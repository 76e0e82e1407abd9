import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GatePorts } from "../../../src/actions/gates/gate-ports.ts";
import { withoutNpx } from "../../../src/actions/gates/without-npx.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";

const TOOL = `#!/usr/bin/env node\nconsole.log(JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH }));\n`;
const folder = mkdtempSync(join(tmpdir(), "turnpike-npx-"));
const processes = new NodeProcesses();
const ports = { files: new NodeFiles(folder), processes } as unknown as GatePorts;
let server: Server;
let env: Record<string, string>;

/** A registry of one package. */
function registry(tarball: Buffer): Server {
  return createServer(({ url = "" }, response) => {
    if (url.endsWith(".tgz")) return response.end(tarball);
    const { port } = server.address() as AddressInfo;
    const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
    const dist = { tarball: `http://127.0.0.1:${port}/greeter.tgz`, integrity };
    const version = { name: "greeter", version: "1.2.3", bin: { greeter: "cli.cjs" }, dist };
    const versions = { "1.2.3": version };
    return response.end(JSON.stringify({ name: "greeter", "dist-tags": { latest: "1.2.3" }, versions }));
  });
}

beforeAll(async () => {
  const pack = join(folder, "package");
  mkdirSync(pack);
  writeFileSync(join(pack, "package.json"), JSON.stringify({ name: "greeter", version: "1.2.3", bin: "cli.cjs" }));
  writeFileSync(join(pack, "cli.cjs"), TOOL);
  execFileSync("tar", ["-czf", join(folder, "greeter.tgz"), "-C", folder, "package"]);
  server = registry(readFileSync(join(folder, "greeter.tgz")));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const home = join(folder, "home");
  mkdirSync(home);
  env = {
    ...{ PATH: process.env["PATH"] ?? "", HOME: home, npm_config_update_notifier: "false", npm_config_audit: "false" },
    npm_config_registry: `http://127.0.0.1:${port}/`,
  };
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const command = (...args: string[]) => ({ file: "npx", args, cwd: folder, env });

describe("what npx has brought", () => {
  it("is started itself from the second time on, with the same arguments and its folder first on PATH", async () => {
    const asked = command("--yes", "greeter@1.2.3", "a b", "--flag");
    expect(await withoutNpx(asked, ports), "nothing was brought yet").toBe(asked);
    const first = await processes.capture(asked);
    expect(first.stderr).not.toContain("ERR");
    const direct = await withoutNpx(asked, ports);
    expect(direct).toMatchObject({ args: ["a b", "--flag"], cwd: folder });
    expect(direct.file).toMatch(/_npx\/[0-9a-f]{16}\/node_modules\/\.bin\/greeter$/);
    const said = JSON.parse((await processes.capture(direct)).stdout) as { args: string[]; path: string };
    expect(said.args).toEqual((JSON.parse(first.stdout) as typeof said).args);
    expect(said.path.split(":")[0]).toBe(join(direct.file, ".."));
  });

  it("is looked for in the cache that npm was told of", async () => {
    const asked = command("--yes", "greeter@1.2.3");
    const elsewhere = { ...asked, env: { ...env, npm_config_cache: join(folder, "other") } };
    expect(await withoutNpx(elsewhere, ports)).toBe(elsewhere);
  });

  it.each([
    ["a range", ["--yes", "greeter@^1.2.3"]],
    ["a tag", ["--yes", "greeter@latest"]],
    ["no version", ["--yes", "greeter"]],
    ["several packages", ["--yes", "--package", "greeter@1.2.3", "--", "greeter"]],
    ["a question", ["greeter@1.2.3"]],
    ["a path in place of a name", ["--yes", "../greeter@1.2.3"]],
  ])("is left to npx for %s", async (_name, args) => {
    const asked = command(...args);
    expect(await withoutNpx(asked, ports)).toBe(asked);
  });

  it("is left to npx when another version lies there, or its manifest is broken", async () => {
    const asked = command("--yes", "greeter@1.2.3");
    const { file } = await withoutNpx(asked, ports);
    const manifest = join(file, "../../greeter/package.json");
    expect(existsSync(manifest)).toBe(true);
    for (const text of ['{"version":"1.2.4","bin":"cli.cjs"}', "{", "[]", '{"version":"1.2.3","bin":{"../x":"a"}}']) {
      writeFileSync(manifest, text);
      expect(await withoutNpx(asked, ports), text).toBe(asked);
    }
  });
});
