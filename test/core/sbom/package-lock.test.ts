import { describe, expect, it } from "vitest";
import { WHOLE } from "../../../src/core/sbom/select.ts";
import { BARE, edgesOf, inventoryOf, namesOf } from "./reading.ts";

const SHA512 = `sha512-${Buffer.alloc(64, 1).toString("base64")}`;
const SHA1 = `sha1-${Buffer.alloc(20, 2).toString("base64")}`;

type Entries = Readonly<Record<string, object>>;

function lockOf(packages: Entries, lockfileVersion = 3): string {
  return JSON.stringify({ name: "shop", version: "1.0.0", lockfileVersion, requires: true, packages }, undefined, 2);
}

function take(packages: Entries, selection = BARE) {
  return inventoryOf(lockOf(packages), selection, "package-lock.json");
}

const tarball = (name: string, version: string): string =>
  `https://registry.example.org/${name}/-/${name.replace(/^.*\//, "")}-${version}.tgz`;

describe("a package-lock.json", () => {
  it("is resolved as Node resolves: the nearest node_modules upwards", () => {
    const inventory = take({
      "": { name: "shop", version: "1.0.0", dependencies: { a: "^1", b: "^1" } },
      "node_modules/a": { version: "1.0.0", dependencies: { c: "^2" } },
      "node_modules/a/node_modules/c": { version: "2.0.0", dependencies: { d: "*" } },
      "node_modules/b": { version: "1.0.0", dependencies: { c: "^1" } },
      "node_modules/c": { version: "1.0.0" },
      "node_modules/d": { version: "1.0.0" },
    });
    expect(edgesOf(inventory)).toEqual([
      "a 1.0.0 -> c 2.0.0",
      "b 1.0.0 -> c 1.0.0",
      "c 2.0.0 -> d 1.0.0",
      "shop 1.0.0 -> a 1.0.0",
      "shop 1.0.0 -> b 1.0.0",
    ]);
  });

  it("counts a package once, however often it is installed, with the edges of all its places", () => {
    const inventory = take({
      "": { dependencies: { a: "1", b: "1" } },
      "node_modules/a": { version: "1.0.0", dependencies: { x: "1" } },
      "node_modules/a/node_modules/x": { version: "1.0.0", dependencies: { y: "*" }, integrity: SHA512 },
      "node_modules/a/node_modules/y": { version: "1.0.0" },
      "node_modules/b": { version: "1.0.0", dependencies: { x: "1" } },
      "node_modules/b/node_modules/x": { version: "1.0.0", dependencies: { y: "*" }, license: "MIT" },
      "node_modules/y": { version: "2.0.0" },
    });
    expect(edgesOf(inventory).filter((edge) => edge.startsWith("x"))).toEqual([
      "x 1.0.0 -> y 1.0.0",
      "x 1.0.0 -> y 2.0.0",
    ]);
    const [x] = inventory.members.filter(({ package: { name } }) => name === "x");
    expect([x?.package.license, x?.package.artifacts[0]?.hashes.length]).toEqual(["MIT", 1]);
    expect(x?.package.properties.map(({ value }) => value)).toEqual([
      "node_modules/a/node_modules/x",
      "node_modules/b/node_modules/x",
    ]);
  });

  it("keeps packages apart that differ in their bytes or in where they come from", () => {
    const inventory = take({
      "": { dependencies: { a: "1", b: "1" } },
      "node_modules/a": { version: "1.0.0", dependencies: { x: "1" } },
      "node_modules/a/node_modules/x": { version: "1.0.0", integrity: SHA512 },
      "node_modules/b": { version: "1.0.0", dependencies: { x: "1", y: "*" } },
      "node_modules/b/node_modules/x": {
        version: "1.0.0",
        integrity: `sha512-${Buffer.alloc(64, 9).toString("base64")}`,
      },
      "node_modules/y": { version: "1.0.0", resolved: `git+ssh://git@git.example.org/o/y.git#${"a".repeat(40)}` },
      "node_modules/b/node_modules/y": { version: "1.0.0", resolved: tarball("y", "1.0.0") },
    });
    expect(namesOf(inventory).filter((name) => name.startsWith("x"))).toEqual(["x 1.0.0", "x 1.0.0"]);
  });

  it("reads several digests of one file, and where the file is", () => {
    const inventory = take({
      "": { dependencies: { "@s/a": "1" } },
      "node_modules/@s/a": {
        version: "1.0.0",
        resolved: tarball("@s/a", "1.0.0"),
        integrity: `${SHA1} ${SHA512}?opt unknown-x`,
      },
    });
    const [found] = inventory.members;
    expect(found?.package.source).toEqual({ kind: "registry", url: "https://registry.example.org" });
    expect(found?.package.artifacts).toEqual([
      {
        kind: "archive",
        fileName: "a-1.0.0.tgz",
        url: tarball("@s/a", "1.0.0"),
        hashes: [
          { algorithm: "sha1", hex: "02".repeat(20) },
          { algorithm: "sha512", hex: "01".repeat(64) },
        ],
        size: undefined,
      },
    ]);
  });

  it.each([
    [
      "git+https://user:pw@git.example.org/o/a.git#abc",
      { kind: "git", url: "https://git.example.org/o/a.git", commit: "abc" },
    ],
    ["https://files.example.org/a.tgz?sig=s3cret", { kind: "url", url: "https://files.example.org/a.tgz" }],
    ["file:../a.tgz", { kind: "path", path: "../a.tgz" }],
    ["https://npm.example.org/download/a/1.0.0/0123", { kind: "registry", url: "https://npm.example.org" }],
    ["", { kind: "registry", url: undefined }],
  ])("reads where %s comes from", (resolved, expected) => {
    const inventory = take({ "": { dependencies: { a: "1" } }, "node_modules/a": { version: "1.0.0", resolved } });
    expect(inventory.members[0]?.package.source).toMatchObject(expected);
  });

  it("calls an aliased package by its own name", () => {
    const inventory = take({
      "": { dependencies: { short: "npm:long-name@1" } },
      "node_modules/short": { name: "long-name", version: "1.0.0" },
    });
    expect(namesOf(inventory)).toEqual(["long-name 1.0.0"]);
  });

  it("follows links to workspaces, whose development dependencies count, and hangs every workspace off the root", () => {
    const packages = {
      "": { name: "shop", workspaces: ["packages/*"], devDependencies: { tidy: "1" } },
      "node_modules/@shop/a": { resolved: "packages/a", link: true },
      "node_modules/b": { resolved: "packages/b", link: true },
      "node_modules/left": { version: "1.0.0", devDependencies: { unseen: "1" } },
      "node_modules/tidy": { version: "1.0.0", dev: true },
      "node_modules/probe": { version: "1.0.0", dev: true },
      "packages/a": { name: "@shop/a", version: "2.0.0", dependencies: { b: "*" }, devDependencies: { probe: "1" } },
      "packages/b": { version: "3.0.0", dependencies: { left: "1" } },
    };
    expect(edgesOf(take(packages))).toEqual([
      "@shop/a 2.0.0 -> b 3.0.0",
      "b 3.0.0 -> left 1.0.0",
      "shop 1.0.0 -> @shop/a 2.0.0",
      "shop 1.0.0 -> b 3.0.0",
    ]);
    const whole = take(packages, WHOLE);
    expect(whole.members.filter(({ need }) => need === "excluded").map(({ package: { name } }) => name)).toEqual([
      "probe",
      "tidy",
    ]);
    expect(whole.lock.notes).toEqual([]);
  });

  it("counts as optional what an installation succeeds without, and leaves out what is not there", () => {
    const inventory = take({
      "": {
        dependencies: { a: "1" },
        optionalDependencies: { fsevents: "2", gone: "1" },
        peerDependencies: { host: "1", absent: "1", unmet: "1" },
        peerDependenciesMeta: { host: { optional: true }, absent: { optional: true } },
      },
      "node_modules/a": { version: "1.0.0" },
      "node_modules/fsevents": { version: "2.0.0", optional: true, dependencies: { nan: "1" } },
      "node_modules/nan": { version: "1.0.0", optional: true },
      "node_modules/host": { version: "1.0.0", peer: true },
    });
    const needs = inventory.members.map(({ package: { name }, need }) => `${name} ${need}`);
    expect(needs).toEqual(["a required", "fsevents optional", "host optional", "nan optional"]);
    expect(inventory.root.package.areEdgesComplete).toBe(true);
  });

  it("takes a peer that a workspace develops with for a development dependency, as npm does", () => {
    const packages = {
      "": { name: "shop", peerDependencies: { host: "1" }, devDependencies: { host: "1" } },
      "node_modules/host": { version: "1.0.0", dev: true },
    };
    expect(namesOf(take(packages))).toEqual([]);
    expect(namesOf(take(packages, WHOLE))).toEqual(["host 1.0.0"]);
  });

  it("tells of a dependency that is missing, and goes on", () => {
    const inventory = take({
      "": { dependencies: { a: "1" } },
      "node_modules/a": { version: "1.0.0", dependencies: { lost: "1" } },
    });
    expect(inventory.lock.notes).toEqual(["node_modules/a needs lost, which the lock does not hold"]);
    expect(inventory.members[0]?.package.areEdgesComplete).toBe(false);
  });

  it("marks what is bundled, and reads old spellings of licences", () => {
    const inventory = take({
      "": { dependencies: { a: "1", b: "1", c: "1" } },
      "node_modules/a": { version: "1.0.0", inBundle: true, license: { type: "MIT", url: "x" } },
      "node_modules/b": { version: "1.0.0", license: ["MIT", { type: "Apache-2.0" }] },
      "node_modules/c": { version: "1.0.0", license: 7 },
    });
    expect(inventory.members.map((member) => member.package.license)).toEqual(["MIT", "MIT OR Apache-2.0", undefined]);
    expect(inventory.members[0]?.package.properties).toContainEqual({ name: "cdx:npm:package:bundled", value: "true" });
  });

  it("of version 2 ignores the older tree beside the packages", () => {
    const text = lockOf({ "": { dependencies: { a: "1" } }, "node_modules/a": { version: "1.0.0" } }, 2);
    const both = JSON.stringify({ ...(JSON.parse(text) as object), dependencies: { ghost: { version: "9.9.9" } } });
    expect(namesOf(inventoryOf(both, BARE, "npm-shrinkwrap.json"))).toEqual(["a 1.0.0"]);
  });

  it("survives links to themselves, folders outside, and names of object properties", () => {
    const inventory = take({
      "": { dependencies: { loop: "1", out: "1", constructor: "1", __proto__x: "1" } },
      "node_modules/loop": { resolved: "node_modules/loop", link: true },
      "node_modules/out": { resolved: "../out", link: true },
      "../out": { name: "out", version: "1.0.0", dependencies: { constructor: "1" } },
      "node_modules/constructor": { version: "1.0.0" },
      "node_modules/__proto__x": { version: "1.0.0" },
    });
    expect(namesOf(inventory)).toContain("out 1.0.0");
    expect(namesOf(inventory)).toContain("constructor 1.0.0");
  });
});
