import { describe, expect, it } from "vitest";
import { countLocks } from "../../../src/actions/sbom/count-locks.ts";
import { runSbom } from "../../../src/actions/sbom/run.ts";
import { formatError } from "../../../src/errors.ts";
import { type BomDocument, faultsOf } from "../../core/sbom/cyclonedx-schema.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { RUN_CONTEXT } from "../../fakes/run-context.ts";
import { inputsOf, NPM_LOCK, UV_LOCK, type World, worldOf } from "./world.ts";

const commit = "8f3c1c5de5b4f0a3c9b1a4d2e6f7a8b9c0d1e2f3";
const checkout = { head: commit, remote: "git@git.example.org:acme/orders.git", time: 1_700_000_000 };

async function documentAt({ files }: World, path: string): Promise<BomDocument> {
  const text = (await files.readText(path)) ?? "";
  expect(faultsOf(text)).toEqual([]);
  return JSON.parse(text) as BomDocument;
}

async function written({ files }: World): Promise<readonly string[]> {
  const entries = await files.list(".turnpike");
  return entries.filter(({ kind }) => kind === "file").map(({ path }) => path);
}

describe("the sbom action", () => {
  it("makes one document for each lock, and says what it holds", async () => {
    const world = worldOf(
      { "uv.lock": UV_LOCK, "web/package-lock.json": NPM_LOCK.replaceAll("orders", "orders-web") },
      checkout,
    );
    const { outputs } = await runSbom(inputsOf({ summary: "true" }), world.ports);
    expect(outputs).toEqual({
      files: ".turnpike/sbom/orders.cdx.json\n.turnpike/sbom/orders-web.cdx.json",
      components: "2",
      edges: "2",
      licensesUnknown: "1",
    });
    expect(await written(world)).toEqual(["sbom/orders-web.cdx.json", "sbom/orders.cdx.json"]);
    const document = await documentAt(world, ".turnpike/sbom/orders.cdx.json");
    expect(document.components.map(({ name }) => name)).toEqual(["left-pad"]);
    expect(document.metadata.timestamp).toBe("2023-11-14T22:13:20Z");
    await expect(world.pages.join("\n")).toMatchFileSnapshot("summary.golden.md");
  });

  it("describes what ships unless it is asked for more", async () => {
    const names = async (raw: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const world = worldOf({ "uv.lock": UV_LOCK }, checkout);
      await runSbom(inputsOf(raw), world.ports);
      return (await documentAt(world, ".turnpike/sbom/orders.cdx.json")).components.map(({ name }) => name);
    };
    expect(await names({})).toEqual(["left-pad"]);
    expect(await names({ groups: "dev" })).toEqual(["left-pad", "probe"]);
    expect(await names({ "all-groups": "true" })).toEqual(["left-pad", "probe"]);
  });

  it("warns where there is no lock, and gives empty outputs", async () => {
    const world = worldOf({ "README.md": "" }, checkout);
    const { outputs } = await runSbom(inputsOf({ summary: "true", groups: "dev" }), world.ports);
    expect(outputs).toEqual({ files: "", components: "0", edges: "0", licensesUnknown: "0" });
    expect(world.log.lines).toEqual([
      "warning: No lock file was found in this repository, so there is no SBOM. `uv lock` or `npm install` makes one.",
    ]);
    expect(world.pages).toEqual(["**SBOM**: there is no lock file, so nothing to describe.\n"]);
    expect(await written(world)).toEqual([]);
  });

  it("works from the lock alone: no repository, no environment, no time", async () => {
    const world = worldOf({ "uv.lock": UV_LOCK });
    await runSbom(inputsOf({ licenses: "lock" }), world.ports);
    const document = await documentAt(world, ".turnpike/sbom/orders.cdx.json");
    expect(document.metadata).not.toHaveProperty("timestamp");
    expect(document.metadata.component.purl).toBe("pkg:pypi/orders@1.2.0");
    expect(world.log.lines.at(-1)).toContain("The document has no time");
  });

  it("writes nothing when one of several locks is broken, and tells what is wrong with all of them", async () => {
    const world = worldOf({ "a/uv.lock": "version = 7\n", "b/package-lock.json": "{", "c/uv.lock": UV_LOCK }, checkout);
    const error = await errorOf(runSbom(inputsOf(), world.ports));
    expect(formatError(error)).toMatchInlineSnapshot(`
      "a/uv.lock:1  has version 7, and only version 1 is known; a newer Turnpike may read it
      b/package-lock.json:1  is no JSON: Expected property name or '}'; the file may be cut off
      2 locks could not be read.
      Mend it with \`uv lock\`; nothing was written.
      Mend it with \`npm install --package-lock-only\`; nothing was written."
    `);
    expect(await written(world)).toEqual([]);
  });

  it("refuses groups and extras that no lock has, with those that there are", async () => {
    const world = worldOf({ "uv.lock": UV_LOCK }, checkout);
    const error = await errorOf(
      runSbom(inputsOf({ groups: "test", extras: "plot", "all-extras": "false" }), world.ports),
    );
    expect(formatError(error)).toMatchInlineSnapshot(`
      "extra "plot"  no lock has any extra
      group "test"  no lock has it; there are dev
      The selection names what the locks do not have."
    `);
    expect(await written(world)).toEqual([]);
  });

  it("reads the licences of an environment beside the lock, of the version that is locked", async () => {
    const site = ".venv/lib/python3.13/site-packages";
    const world = worldOf(
      {
        "uv.lock": UV_LOCK,
        ".venv/pyvenv.cfg": "home = /usr",
        [`${site}/left_pad-1.3.0.dist-info/METADATA`]: "Name: left_pad\nVersion: 1.3.0\nLicense-Expression: MIT\n",
        [`${site}/probe-5.0.dist-info/METADATA`]: "Name: probe\nVersion: 5.0\nLicense: BSD\n",
        [`${site}/probe-5.0.dist-info/licenses/LICENSE.txt`]:
          "Redistribution and use in source and binary forms, with or without modification, are permitted",
        [`${site}/old_probe-4.0.dist-info/METADATA`]: "Name: probe\nVersion: 4.0\nLicense-Expression: MIT\n",
        [`${site}/broken.dist-info/RECORD`]: "",
      },
      checkout,
    );
    const { outputs } = await runSbom(inputsOf({ "all-groups": "true" }), world.ports);
    expect(outputs.licensesUnknown).toBe("0");
    const { components } = await documentAt(world, ".turnpike/sbom/orders.cdx.json");
    expect(components.map(({ name, licenses }) => [name, licenses])).toEqual([
      ["left-pad", [{ license: { id: "MIT", acknowledgement: "declared" } }]],
      ["probe", [{ license: { id: "BSD-2-Clause", acknowledgement: "declared" } }]],
    ]);
    const fromLock = await runSbom(inputsOf({ licenses: "lock", "all-groups": "true" }), world.ports);
    expect(fromLock.outputs.licensesUnknown).toBe("2");
  });

  it("takes repository, commit and release from the runner, and the time from SOURCE_DATE_EPOCH", async () => {
    const context = {
      ...RUN_CONTEXT,
      workspace: "/repo",
      temp: "/tmp",
      sha: commit,
      refType: "tag",
      refName: "v3.1.4",
    } as const;
    const dynamic = UV_LOCK.replace('version = "1.2.0"\nsource = { editable', "source = { editable");
    const world = worldOf(
      { "uv.lock": dynamic },
      { ...checkout, tags: ["v0"] },
      { context, env: { SOURCE_DATE_EPOCH: "86400" } },
    );
    await runSbom(inputsOf(), world.ports);
    const { metadata } = await documentAt(world, ".turnpike/sbom/orders.cdx.json");
    expect(metadata.component.version).toBe("3.1.4");
    expect(metadata.timestamp).toBe("1970-01-02T00:00:00Z");
    expect(metadata.component.purl).toContain(
      encodeURIComponent(`github.com/example/orders@${commit}`).replaceAll("%3A", ":"),
    );
    expect(metadata["supplier"]).toEqual({ name: "example", url: ["https://github.com/example"] });
  });

  it("refuses a SOURCE_DATE_EPOCH that is no time", async () => {
    const world = worldOf({ "uv.lock": UV_LOCK }, checkout, { env: { SOURCE_DATE_EPOCH: "yesterday" } });
    const error = await errorOf(runSbom(inputsOf(), world.ports));
    expect(error.code).toBe("INPUT_INVALID");
    expect(await written(world)).toEqual([]);
  });

  it("gives documents of one name files of their own", async () => {
    const world = worldOf({ "uv.lock": UV_LOCK, "package-lock.json": NPM_LOCK, "more/uv.lock": UV_LOCK }, checkout);
    const { outputs } = await runSbom(inputsOf({ output: "out" }), world.ports);
    expect(outputs.files.split("\n")).toEqual([
      "out/orders.cdx.json",
      "out/orders.uv.cdx.json",
      "out/orders.uv-2.cdx.json",
    ]);
    expect((await documentAt(world, "out/orders.uv-2.cdx.json")).components.map(({ name }) => name)).toEqual([
      "left-pad",
    ]);
  });

  it("says which members of a workspace are left out", async () => {
    const lock = `${UV_LOCK.replace("[[package]]", '[manifest]\nmembers = ["orders", "tools"]\n\n[[package]]')}\n[[package]]\nname = "tools"\nversion = "1"\nsource = { editable = "tools" }\n`;
    const world = worldOf({ "uv.lock": lock }, checkout);
    await runSbom(inputsOf(), world.ports);
    expect(world.log.lines.join("\n")).toContain("left out: tools. `all-packages: true` takes them in.");
    await runSbom(inputsOf({ "all-packages": "true" }), world.ports);
    const { components } = await documentAt(world, ".turnpike/sbom/orders.cdx.json");
    expect(components.map(({ name }) => name)).toEqual(["left-pad", "tools"]);
  });
});

describe("which locks the action reads", () => {
  const lines = ({ log }: World): readonly string[] => log.lines.filter((line) => line.includes("Not read"));
  const content = {
    "uv.lock": UV_LOCK,
    "tests/data/uv.lock": "not even TOML",
    "examples/x/package-lock.json": "{",
    "vendor/y/uv.lock": "",
    ".github/z/package-lock.json": "",
    "node_modules/a/package-lock.json": "{",
  };

  it.each([
    ["in a repository", checkout],
    ["without one", undefined],
  ])("those of shipped code, %s, and tells of the others", async (_, git) => {
    const world = worldOf(content, git);
    const { outputs } = await runSbom(inputsOf(), world.ports);
    expect(outputs.files).toBe(".turnpike/sbom/orders.cdx.json");
    expect(lines(world)).toEqual(
      expect.arrayContaining([expect.stringContaining("tests/data/uv.lock stands in tests/, which is not shipped")]),
    );
    expect(lines(world).join()).not.toContain("node_modules");
  });

  it("one that is named, wherever it stands", async () => {
    const world = worldOf({ ...content, "tests/data/uv.lock": UV_LOCK }, checkout);
    const { outputs } = await runSbom(inputsOf({ paths: "tests/data/uv.lock\n" }), world.ports);
    expect(outputs.components).toBe("1");
  });

  it("one that git ignores, when it stands in the folder itself", async () => {
    const world = worldOf(
      { "uv.lock": UV_LOCK, "sub/uv.lock": UV_LOCK },
      { ...checkout, ignored: ["uv.lock", "sub/uv.lock"] },
    );
    const { outputs } = await runSbom(inputsOf(), world.ports);
    expect(outputs.files).toBe(".turnpike/sbom/orders.cdx.json");
  });

  it("none of a path that is not there, or is no lock", async () => {
    const world = worldOf({ "a.txt": "x" }, checkout);
    const error = await errorOf(runSbom(inputsOf({ paths: "gone\na.txt" }), world.ports));
    expect(formatError(error)).toMatchInlineSnapshot(`
      "gone  is not there
      a.txt  is no lock file that I know; known are uv.lock, package-lock.json, pylock.toml
      2 paths do not lead to a lock; nothing was written."
    `);
  });
});

describe("counting for a plan", () => {
  it("gives what the documents would hold, and tells of broken locks", async () => {
    const content = { "uv.lock": UV_LOCK, "web/package-lock.json": NPM_LOCK, "bad/uv.lock": "version = 9\n" };
    const { ports } = worldOf(content, checkout);
    expect(await countLocks(".", ports)).toEqual({
      components: 2,
      edges: 2,
      locks: ["uv.lock", "web/package-lock.json"],
      broken: [
        { path: "bad/uv.lock", why: "has version 9, and only version 1 is known; a newer Turnpike may read it" },
      ],
    });
    const { "bad/uv.lock": _bad, ...sound } = content;
    const { outputs } = await runSbom(inputsOf(), worldOf(sound, checkout).ports);
    expect([outputs.components, outputs.edges]).toEqual(["2", "2"]);
  });

  it("gives nothing where there is no lock", async () => {
    expect(await countLocks(".", worldOf({ "README.md": "" }, checkout).ports)).toBeNull();
  });
});
