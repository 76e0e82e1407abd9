import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bucketFingerprint,
  type CacheKeyParts,
  cacheKey,
  decideCache,
  hasWheels,
  lockIdentity,
} from "../../../src/core/uv/index.ts";

const PARTS: CacheKeyParts = {
  os: "linux",
  arch: "x86_64",
  libc: "gnu",
  image: "ubuntu24",
  python: "3.13",
  buckets: "w7s10",
  suffix: "",
  environments: [{ cwd: ".", lock: "aa", groups: ["dev", "lint"], extras: [] }],
};

const LOCK = `version = 1
revision = 5
requires-python = ">=3.9"

[[package]]
name = "orders"
version = "1.0.0"
source = { editable = "." }
dependencies = [{ name = "six" }]

[[package]]
name = "six"
version = "1.17.0"
source = { registry = "https://example.org/simple" }
wheels = [{ url = "https://example.org/six.whl", hash = "sha256:aa", size = 11050 }]
`;

describe("a cache key", () => {
  test("says what it is for, and older entries of the same kind are found by its beginning", () => {
    const { key, prefixes } = cacheKey(PARTS);
    expect(key).toMatch(/^turnpike-uv-1-linux-x86_64-gnu-ubuntu24-py3\.13-w7s10-all-[0-9a-f]{24}$/);
    expect(prefixes).toEqual(["turnpike-uv-1-linux-x86_64-gnu-ubuntu24-py3.13-w7s10-all-"]);
  });

  test("does not depend on the order of groups and environments", () => {
    const two = { cwd: "a", lock: "bb", groups: [], extras: ["x", "y"] };
    const one = PARTS.environments[0] ?? two;
    const there = cacheKey({ ...PARTS, environments: [one, two] });
    const back = [
      { ...two, extras: ["y", "x"] },
      { ...one, groups: ["lint", "dev"] },
    ];
    expect(cacheKey({ ...PARTS, environments: back })).toEqual(there);
  });

  test.each<[string, Partial<CacheKeyParts>]>([
    ["the C library", { libc: "musl" }],
    ["the image", { image: "ubuntu22" }],
    ["Python", { python: "3.12" }],
    ["uv's folders", { buckets: "w6s9" }],
    ["the suffix", { suffix: "docs" }],
    ["the lock", { environments: [{ cwd: ".", lock: "bb", groups: ["dev", "lint"], extras: [] }] }],
    ["the groups", { environments: [{ cwd: ".", lock: "aa", groups: ["dev"], extras: [] }] }],
  ])("depends on %s", (_, change) => {
    expect(cacheKey({ ...PARTS, ...change }).key).not.toBe(cacheKey(PARTS).key);
  });

  test("is one that the cache service takes, whatever the suffix", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (suffix) => {
        const { key } = cacheKey({ ...PARTS, suffix });
        expect(key).toMatch(/^[\w.-]+$/);
        expect(key.length).toBeLessThan(512);
      }),
    );
  });
});

describe("what counts of a lock", () => {
  test("is not the project's own version, nor the revision that a newer uv writes", () => {
    const bumped = LOCK.replace('"1.0.0"', '"1.0.1"').replace("revision = 5", "revision = 6");
    expect(lockIdentity(bumped)).toBe(lockIdentity(LOCK));
  });

  test("is every package that is fetched", () => {
    expect(lockIdentity(LOCK.replace("1.17.0", "1.16.0"))).not.toBe(lockIdentity(LOCK));
    expect(lockIdentity(LOCK.replace("sha256:aa", "sha256:bb"))).not.toBe(lockIdentity(LOCK));
  });

  test("is not what an index may tell of a file beside its hash", () => {
    const lockOf = (file: string) =>
      `[[package]]\nname = "six"\nversion = "1"\nwheels = [{ hash = "sha256:aa"${file} }]\n`;
    const told = lockOf(', size = 34031, upload-time = "2024-12-04T17:35:28.174Z"');
    expect(lockIdentity(told)).toBe(lockIdentity(lockOf("")));
    const extra = (names: string) => `${lockOf("")}[package.optional-dependencies]\nsize = [${names}]\n`;
    expect(lockIdentity(extra('{ name = "a" }'))).not.toBe(lockIdentity(extra("")));
  });

  test("is the whole text where it is no lock", () => {
    expect(lockIdentity("<<<<<<< HEAD")).not.toBe(lockIdentity(">>>>>>>"));
  });
});

describe("uv's cache folders", () => {
  test("have numbers that are known by version, and an unknown version stands for itself", () => {
    expect(bucketFingerprint("0.12.5")).toBe("w6s9");
    expect(bucketFingerprint("0.13.8")).toBe("w7s10");
    expect(bucketFingerprint("0.99.0")).toBe("uv0.99.0");
  });

  test("count only when this uv reads them", () => {
    expect(hasWheels(["archive-v0", "wheels-v6"], "0.13.8")).toBe(false);
    expect(hasWheels(["archive-v0", "wheels-v7"], "0.13.8")).toBe(true);
    expect(hasWheels(["wheels-v99"], "0.99.0")).toBe(true);
    expect(hasWheels([], "0.99.0")).toBe(false);
  });
});

describe("whether a cache is used", () => {
  const push = { mode: "auto", eventName: "push", refType: "branch", isWarm: false } as const;

  test.each([
    ["push", { restore: true, save: "always" }],
    ["schedule", { restore: true, save: "always" }],
    ["pull_request", { restore: true, save: "miss" }],
    ["merge_group", { restore: true, save: "never" }],
    ["release", { restore: false, save: "never" }],
    ["pull_request_target", { restore: false, save: "never" }],
    ["workflow_run", { restore: false, save: "never" }],
  ])("auto on %s", (eventName, decision) => {
    expect(decideCache({ ...push, eventName })).toMatchObject(decision);
  });

  test("auto is off on a tag, and where the machine keeps its own", () => {
    expect(decideCache({ ...push, refType: "tag" }).restore).toBe(false);
    expect(decideCache({ ...push, isWarm: true }).restore).toBe(false);
  });

  test("true restores everywhere, but a release and low trust never write", () => {
    expect(decideCache({ ...push, mode: "true" })).toMatchObject({ restore: true, save: "always" });
    expect(decideCache({ ...push, mode: "true", refType: "tag" })).toMatchObject({ restore: true, save: "never" });
    expect(decideCache({ ...push, mode: "true", eventName: "workflow_run" }).save).toBe("never");
  });

  test("false does nothing", () => {
    expect(decideCache({ ...push, mode: "false" })).toMatchObject({ restore: false, save: "never" });
  });
});
