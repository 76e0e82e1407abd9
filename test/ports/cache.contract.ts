import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Cache } from "../../src/ports/cache.ts";

/** A cache to try, and its world. */
export interface CacheWorld {
  readonly cache: Cache;
  /** Absolute folder that paths lie in. */
  readonly folder: string;
  /** The cache as a job sees it that may only read, for which nobody answers, or that has no service. */
  as(mode: "read" | "gone" | "none"): Cache;
  close(): Promise<void>;
}

/**
 * What every cache does.
 *
 * @param name of the implementation
 * @param open makes an empty cache
 */
export function cacheContract(name: string, open: () => Promise<CacheWorld>): void {
  describe(`cache: ${name}`, () => {
    let world: CacheWorld;
    let path: string;

    async function fill(text: string): Promise<void> {
      await mkdir(join(path, "inner"), { recursive: true });
      await writeFile(join(path, "inner", "file.txt"), text);
    }
    const content = (): Promise<string> => readFile(join(path, "inner", "file.txt"), "utf8");

    beforeEach(async () => {
      world = await open();
      path = join(world.folder, "deps");
    });
    afterEach(() => world.close());

    it("restores what was saved under the key, folders included", async () => {
      await fill("first");
      expect(await world.cache.save([path], "uv-1")).toMatchObject({ kind: "saved" });
      await rm(path, { recursive: true });
      expect(await world.cache.restore([path], "uv-1")).toEqual({ kind: "hit", key: "uv-1" });
      expect(await content()).toBe("first");
    });

    it("misses an unknown key, other paths, and a key that merely begins another", async () => {
      await fill("first");
      await world.cache.save([path], "uv-10");
      expect(await world.cache.restore([path], "npm")).toEqual({ kind: "miss" });
      expect(await world.cache.restore([`${path}2`], "uv-10")).toEqual({ kind: "miss" });
      expect(await world.cache.restore([path], "uv-1")).toEqual({ kind: "miss" });
      expect(await world.cache.restore([path], "uv-1", ["npm-"])).toEqual({ kind: "miss" });
    });

    it("restores the newest entry of the first prefix that matches", async () => {
      for (const key of ["uv-a-1", "uv-a-2", "uv-b-1"]) {
        await fill(key);
        await world.cache.save([path], key);
      }
      expect(await world.cache.restore([path], "uv-a-3", ["uv-a-", "uv-"])).toEqual({ kind: "partial", key: "uv-a-2" });
      expect(await content()).toBe("uv-a-2");
      expect(await world.cache.restore([path], "uv-c-1", ["uv-c-", "uv-"])).toEqual({ kind: "partial", key: "uv-b-1" });
    });

    it("keeps the first of two saves under one key", async () => {
      await fill("first");
      await world.cache.save([path], "key");
      await fill("second");
      expect(await world.cache.save([path], "key")).toEqual({ kind: "exists" });
      await world.cache.restore([path], "key");
      expect(await content()).toBe("first");
    });

    it("says that there was nothing to save", async () => {
      expect(await world.cache.save([join(world.folder, "absent")], "key")).toMatchObject({ kind: "unavailable" });
    });

    it("denies a save where only reading is permitted, and still reads", async () => {
      await fill("first");
      await world.cache.save([path], "key");
      const cache = world.as("read");
      expect(cache.isAvailable()).toBe(true);
      expect(await cache.save([path], "other")).toMatchObject({
        kind: "denied",
        reason: expect.stringMatching(/read/),
      });
      expect(await cache.restore([path], "key")).toEqual({ kind: "hit", key: "key" });
    });

    it("gives a reason, never an error, when nobody answers", async () => {
      await fill("first");
      const cache = world.as("gone");
      for (const result of [await cache.save([path], "key"), await cache.restore([path], "key", ["k"])]) {
        expect(result).toMatchObject({ kind: "unavailable", reason: expect.stringMatching(/^.{5,300}$/) });
      }
    });

    it("knows that there is no service", async () => {
      const cache = world.as("none");
      expect(cache.isAvailable()).toBe(false);
      expect(await cache.restore([path], "key")).toMatchObject({ kind: "unavailable" });
      expect(await cache.save([path], "key")).toMatchObject({ kind: "unavailable" });
    });
  });
}
