import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { environmentHome, NodeEnvironmentStore } from "../../../src/adapters/node/environment-store.ts";

const base = realpathSync(mkdtempSync(join(tmpdir(), "turnpike-environments-test-")));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const HOUR_MS = 3_600_000;
const KEY = "a".repeat(64);
let worlds = 0;

/** A store whose time a test sets. */
function makeStore(findsNothing = false, name = `home${worlds++}`) {
  let now = Date.now();
  const home = join(base, name);
  const store = new NodeEnvironmentStore(home, { now: () => new Date(now) }, findsNothing);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { store, home, name, pass };
}

/** What `uv venv` and an installation leave, as far as it is looked at. */
function fill(folder: string, packages: readonly string[] = ["six-1.16.0"]): string {
  const site = join(folder, "lib", "python3.13", "site-packages");
  mkdirSync(join(folder, "bin"), { recursive: true });
  mkdirSync(site, { recursive: true });
  symlinkSync(process.execPath, join(folder, "bin", "python"));
  writeFileSync(join(folder, "pyvenv.cfg"), "version_info = 3.13.1\n");
  for (const name of packages) {
    mkdirSync(join(site, `${name}.dist-info`));
    writeFileSync(join(site, `${name}.dist-info`, "RECORD"), `six.py,sha256=x,1\n../../../bin/x,sha256=${folder},1\n`);
  }
  return site;
}

async function kept(store: NodeEnvironmentStore, more: { pins?: readonly string[]; leans?: readonly string[] } = {}) {
  const folder = (await store.place(KEY)) ?? "";
  const site = fill(folder);
  const one = await store.keep({ key: KEY, folder, pins: new Set(more.pins ?? ["six"]), leans: more.leans ?? [] });
  return { folder, site, one };
}

describe("environments that are kept", () => {
  it("are found again where they were made, and by their key alone", async () => {
    const { store } = makeStore();
    expect(await store.find(KEY)).toBeUndefined();
    const { folder, one } = await kept(store);
    expect(one).toMatchObject({ folder });
    expect(await store.find(KEY)).toEqual(one);
    expect(await store.find("b".repeat(64))).toBeUndefined();
  });

  it("are not there while they are being made", async () => {
    const { store } = makeStore();
    fill((await store.place(KEY)) ?? "");
    expect(await store.find(KEY)).toBeUndefined();
  });

  it("are what two runs at once made, one each, the later being kept", async () => {
    const { store } = makeStore();
    const [first, second] = [await kept(store), await kept(store)];
    expect(first.folder).not.toBe(second.folder);
    expect(await store.find(KEY)).toEqual(second.one);
    expect(existsSync(first.folder)).toBe(true);
    expect(second.one?.identity).toBe(first.one?.identity);
  });

  it("are not used once something was installed into them, but a module that was compiled is no installation", async () => {
    const { store } = makeStore();
    const { site, one } = await kept(store);
    writeFileSync(join(site, "__pycache__", "six.cpython-313.pyc"), "");
    expect(await store.find(KEY)).toEqual(one);
    mkdirSync(join(site, "more"));
    utimesSync(site, new Date(), new Date(Date.now() + 5000));
    expect(one !== undefined && (await store.isWhole(one))).toBe(false);
    expect(await store.find(KEY)).toBeUndefined();
  });

  it("are not used without their interpreter, or without a file of the tree that installing wrote", async () => {
    const { store } = makeStore();
    const version = join(base, "_version.py");
    writeFileSync(version, "");
    const { folder } = await kept(store, { leans: [version, join(base, "never-there")] });
    expect(await store.find(KEY)).toBeDefined();
    rmSync(version);
    expect(await store.find(KEY)).toBeUndefined();
    writeFileSync(version, "");
    expect(await store.find(KEY)).toBeDefined();
    rmSync(join(folder, "bin", "python"));
    expect(await store.find(KEY)).toBeUndefined();
  });

  it("last a day when not every version is said, and else until nobody used them for two weeks", async () => {
    const floating = makeStore();
    await kept(floating.store, { pins: [] });
    floating.pass(23 * HOUR_MS);
    expect(await floating.store.find(KEY)).toBeDefined();
    floating.pass(2 * HOUR_MS);
    expect(await floating.store.find(KEY)).toBeUndefined();
    const pinned = makeStore();
    await kept(pinned.store);
    for (const days of [13, 13]) {
      pinned.pass(days * 24 * HOUR_MS);
      expect(await pinned.store.find(KEY)).toBeDefined();
    }
    pinned.pass(15 * 24 * HOUR_MS);
    expect(await pinned.store.find(KEY)).toBeUndefined();
  });

  it("are removed when they are old, with what was never finished", async () => {
    const { store, pass } = makeStore();
    const old = await kept(store);
    const half = (await store.place(KEY)) ?? "";
    fill(half);
    pass(15 * 24 * HOUR_MS);
    const other = "c".repeat(64);
    const folder = (await store.place(other)) ?? "";
    fill(folder);
    // The clock of the test is ahead of the disk's.
    utimesSync(folder, new Date(), new Date(Date.now() + 15 * 24 * HOUR_MS));
    await store.keep({ key: other, folder, pins: new Set(), leans: [] });
    expect([old.folder, half, folder].map((path) => existsSync(path))).toEqual([false, false, true]);
  });

  it("are not taken where everything is to be made anew, but kept for the next run", async () => {
    const fresh = makeStore(true);
    const { one } = await kept(fresh.store);
    expect(await fresh.store.find(KEY)).toBeUndefined();
    expect(await makeStore(false, fresh.name).store.find(KEY)).toEqual(one);
  });

  it("are nothing where their record is broken or nothing can be written", async () => {
    const { store, home } = makeStore();
    await kept(store);
    writeFileSync(join(home, `${KEY.slice(0, 24)}.json`), "{");
    expect(await store.find(KEY)).toBeUndefined();
    writeFileSync(join(base, "file"), "");
    const nowhere = new NodeEnvironmentStore(join(base, "file", "x"), { now: () => new Date() });
    expect([await nowhere.place(KEY), await nowhere.find(KEY)]).toEqual([undefined, undefined]);
  });

  it("lie in the user's cache folder", () => {
    expect(environmentHome({ XDG_CACHE_HOME: "/c" })).toBe("/c/turnpike/environments");
    expect(environmentHome({ XDG_CACHE_HOME: "", HOME: "/h" })).toBe("/h/.cache/turnpike/environments");
  });
});
