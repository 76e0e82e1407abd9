import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
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
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../../../src/adapters/node/temporary-folder.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "temporary-folder-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const entry = fileURLToPath(new URL("../../../src/adapters/node/temporary-folder.ts", import.meta.url));

/** A process that makes a folder, says where, and lives on. */
async function holder(parent: string, then = ""): Promise<{ readonly child: ChildProcess; readonly path: string }> {
  const script = `import { makeTemporaryFolder } from ${JSON.stringify(entry)};
    const folder = await makeTemporaryFolder("tpk-", ${JSON.stringify(parent)});
    ${then}
    process.on("SIGINT", () => process.exit(130));
    setInterval(() => undefined, 1000);
    console.log(folder.path);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [text] = (await once(child.stdout, "data")) as [Buffer];
  return { child, path: text.toString().trim() };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

describe.runIf(process.platform === "linux")("a folder of a run", () => {
  it("goes with its process, also with one that ends in a hurry", async () => {
    const { child, path } = await holder(mkdtempSync(join(base, "hurry-")));
    expect(existsSync(path)).toBe(true);
    await end(child, "SIGINT");
    expect(existsSync(path)).toBe(false);
  });

  it("is cleared by the next run when its process was killed, and never while that lives", async () => {
    const parent = mkdtempSync(join(base, "killed-"));
    const [dead, alive] = [await holder(parent), await holder(parent)];
    await end(dead.child, "SIGKILL");
    expect(existsSync(dead.path)).toBe(true);
    const next = await makeTemporaryFolder("tpk-try-", parent);
    await next.remove();
    expect(readdirSync(parent)).toEqual([basename(alive.path)]);
    await end(alive.child, "SIGINT");
  });

  it("is left alone when it was kept, says nothing of its owner, or was made by another machine", async () => {
    const parent = mkdtempSync(join(base, "left-"));
    const kept = await holder(parent, "await folder.keep();");
    await end(kept.child, "SIGKILL");
    for (const name of ["tpk-abcdef", "tpk-ghijkl", "mine"]) mkdirSync(join(parent, name));
    writeFileSync(join(parent, "tpk-ghijkl", ".owner"), "pid:[1] 4711 42\n");
    writeFileSync(join(parent, "mine", ".owner"), "pid:[1] 4711 42\n");
    const next = await makeTemporaryFolder("tpk-", parent);
    await next.remove();
    expect(readdirSync(parent).sort()).toEqual([basename(kept.path), "tpk-abcdef", "tpk-ghijkl", "mine"].sort());
  });

  it("is cleared when the id of its owner went to another process", async () => {
    const parent = mkdtempSync(join(base, "recycled-"));
    const { child, path } = await holder(parent);
    await end(child, "SIGKILL");
    const own = await makeTemporaryFolder("tpk-", parent);
    const [namespace, pid, start] = readFileSync(join(own.path, ".owner"), "utf8").trim().split(" ");
    writeFileSync(join(path, ".owner"), `${namespace} ${pid} ${Number(start) - 1}\n`);
    await own.remove();
    expect(readdirSync(parent)).toEqual([]);
  });

  it("says where none can be made", async () => {
    await expect(makeTemporaryFolder("tpk-", join(base, "nowhere"))).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
  });
});
