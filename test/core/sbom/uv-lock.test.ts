import { describe, expect, it } from "vitest";
import { SHIPPED, WHOLE } from "../../../src/core/sbom/select.ts";
import { BARE, edgesOf, inventoryOf, namesOf } from "./reading.ts";

const head = 'version = 1\nrevision = 3\nrequires-python = ">=3.10"\n';
const index = '{ registry = "https://index.example.org/simple" }';

/** A `[[package]]` of an index, or of the given source. */
function pack(name: string, version: string | undefined, rest = "", source = index): string {
  const line = version === undefined ? "" : `version = "${version}"\n`;
  return `\n[[package]]\nname = "${name}"\n${line}source = ${source}\n${rest}\n`;
}

function root(rest: string, source = '{ editable = "." }'): string {
  return pack("shop", "1.0.0", rest, source);
}

describe("a uv.lock", () => {
  it("is resolved by name, and by version where a name has several", () => {
    const lock =
      head +
      root(`dependencies = [
  { name = "numpy", version = "1.26.4", source = ${index}, marker = "python_full_version < '3.12'" },
  { name = "numpy", version = "2.1.0", source = ${index}, marker = "python_full_version >= '3.12'" },
  { name = "left" },
]`) +
      pack("numpy", "1.26.4") +
      pack("numpy", "2.1.0", 'dependencies = [{ name = "left" }]') +
      pack("left", "3.0");
    expect(edgesOf(inventoryOf(lock))).toEqual([
      "numpy 2.1.0 -> left 3.0",
      "shop 1.0.0 -> left 3.0",
      "shop 1.0.0 -> numpy 1.26.4",
      "shop 1.0.0 -> numpy 2.1.0",
    ]);
  });

  it("is resolved by source where name and version are the same", () => {
    const cpu = '{ registry = "https://cpu.example.org/simple" }';
    const lock =
      head +
      root(`dependencies = [{ name = "torch", version = "2.0", source = ${cpu} }]`) +
      pack("torch", "2.0", 'dependencies = [{ name = "cuda" }]') +
      pack("torch", "2.0", "", cpu) +
      pack("cuda", "12");
    expect(namesOf(inventoryOf(lock))).toEqual(["torch 2.0"]);
    expect(inventoryOf(lock).members[0]?.package.source).toEqual({
      kind: "registry",
      url: "https://cpu.example.org/simple",
    });
  });

  it("takes a dependency without a version for the source tree that has none", () => {
    const lock =
      head +
      root('dependencies = [{ name = "tree", source = { directory = "tree" } }]') +
      pack("tree", undefined, "", '{ directory = "tree" }') +
      pack("tree", "1.0");
    const [tree] = inventoryOf(lock).members;
    expect([tree?.package.version, tree?.package.source.kind]).toEqual([undefined, "folder"]);
  });

  it("takes a bare name of which several packages exist for the source tree that computes its version", () => {
    const lock =
      head +
      root('dependencies = [{ name = "tree" }]') +
      pack("tree", undefined, "", '{ editable = "tree" }') +
      pack("tree", "1.0");
    expect(inventoryOf(lock).members.map((member) => member.package.source.kind)).toEqual(["folder"]);
  });

  it("follows an extra only where an edge or the selection asks for it", () => {
    const lock =
      head +
      root(`dependencies = [{ name = "web", extra = ["Fast.Mode"] }]
[package.optional-dependencies]
plot = [{ name = "chart" }]
[package.metadata]
provides-extras = ["plot", "empty"]`) +
      pack(
        "web",
        "1",
        '[package.optional-dependencies]\nfast-mode = [{ name = "loop" }]\nslow = [{ name = "snail" }]',
      ) +
      pack("loop", "1") +
      pack("snail", "1") +
      pack("chart", "1");
    expect(namesOf(inventoryOf(lock))).toEqual(["loop 1", "web 1"]);
    expect(namesOf(inventoryOf(lock, SHIPPED))).toEqual(["chart 1", "loop 1", "web 1"]);
    expect(inventoryOf(lock).root.package.extras).toEqual(["empty", "plot"]);
    expect(inventoryOf(lock).members.find(({ package: { name } }) => name === "web")?.requiredExtras).toEqual([
      "fast-mode",
    ]);
  });

  it("says why each package is there: needed, through an extra, through a group", () => {
    const lock =
      head +
      root(`dependencies = [{ name = "core" }]
[package.optional-dependencies]
plot = [{ name = "chart" }]
[package.dev-dependencies]
lint = [{ name = "tidy" }, { name = "chart" }]
test = [{ name = "probe" }]`) +
      pack("core", "1") +
      pack("chart", "1", 'dependencies = [{ name = "core" }]') +
      pack("tidy", "1", 'dependencies = [{ name = "shared" }]') +
      pack("probe", "1", 'dependencies = [{ name = "shared" }]') +
      pack("shared", "1");
    const inventory = inventoryOf(lock, WHOLE);
    const why = inventory.members.map(({ package: { name }, need, throughExtras, throughGroups }) => [
      name,
      need,
      ...throughExtras,
      ...throughGroups,
    ]);
    expect(why).toEqual([
      ["chart", "optional", "plot"],
      ["core", "required"],
      ["probe", "excluded", "test"],
      ["shared", "excluded", "lint", "test"],
      ["tidy", "excluded", "lint"],
    ]);
    expect(namesOf(inventoryOf(lock, { ...BARE, groups: ["test"] }))).toEqual(["core 1", "probe 1", "shared 1"]);
    expect(inventoryOf(lock).leftOut).toBe(4);
  });

  it("reads every kind of source and every place for files, without credentials", () => {
    const lock =
      head +
      root(`dependencies = [
  { name = "a" }, { name = "b" }, { name = "c" }, { name = "d" }, { name = "e" }, { name = "f" } ]`) +
      pack(
        "a",
        "1",
        "",
        '{ git = "https://user:pw@git.example.org/o/a?subdirectory=py&rev=main#0123456789abcdef0123456789abcdef01234567" }',
      ) +
      pack(
        "b",
        "1",
        `sdist = { hash = "sha512:${"a".repeat(128)}" }`,
        '{ url = "https://files.example.org/b-1.tar.gz?token=s3cret&x=1", subdirectory = "sub" }',
      ) +
      pack(
        "c",
        "1",
        `wheels = [{ filename = "c-1-py3-none-any.whl", hash = "blake2b:${"b".repeat(64)}" }]`,
        '{ path = "vendored/c-1-py3-none-any.whl" }',
      ) +
      pack("d", "1", "", '{ virtual = "docs" }') +
      pack("e", "1", `sdist = { path = "e-1.tar.gz", hash = "md5:${"c".repeat(32)}" }`, '{ registry = "../flat" }') +
      pack(
        "f",
        "1",
        'wheels = [{ url = "https://files.example.org/f-1-py3-none-any.whl", hash = "sha256:' +
          "d".repeat(64) +
          '", size = 7, zstd = { hash = "sha256:' +
          "e".repeat(64) +
          '", size = 5 } }]',
      );
    const found = inventoryOf(lock).members.map(({ package: { source, artifacts } }) => [source, ...artifacts]);
    expect(found).toMatchInlineSnapshot(`
      [
        [
          {
            "commit": "0123456789abcdef0123456789abcdef01234567",
            "kind": "git",
            "subdirectory": "py",
            "url": "https://git.example.org/o/a",
          },
        ],
        [
          {
            "kind": "url",
            "subdirectory": "sub",
            "url": "https://files.example.org/b-1.tar.gz?x=1",
          },
          {
            "fileName": "b-1.tar.gz",
            "hashes": [
              {
                "algorithm": "sha512",
                "hex": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              },
            ],
            "kind": "sdist",
            "size": undefined,
            "url": "https://files.example.org/b-1.tar.gz?x=1",
          },
        ],
        [
          {
            "kind": "path",
            "path": "vendored/c-1-py3-none-any.whl",
          },
          {
            "fileName": "c-1-py3-none-any.whl",
            "hashes": [
              {
                "algorithm": "blake2b",
                "hex": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
              },
            ],
            "kind": "wheel",
            "size": undefined,
            "url": undefined,
          },
        ],
        [
          {
            "isBuilt": false,
            "kind": "folder",
            "path": "docs",
          },
        ],
        [
          {
            "kind": "registry",
            "url": "../flat",
          },
          {
            "fileName": "e-1.tar.gz",
            "hashes": [
              {
                "algorithm": "md5",
                "hex": "cccccccccccccccccccccccccccccccc",
              },
            ],
            "kind": "sdist",
            "size": undefined,
            "url": undefined,
          },
        ],
        [
          {
            "kind": "registry",
            "url": "https://index.example.org/simple",
          },
          {
            "fileName": "f-1-py3-none-any.whl",
            "hashes": [
              {
                "algorithm": "sha256",
                "hex": "dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",
              },
            ],
            "kind": "wheel",
            "size": 7,
            "url": "https://files.example.org/f-1-py3-none-any.whl",
          },
        ],
      ]
    `);
  });

  it("of a workspace without a project has a stand-in for a root, with the members and the manifest's groups", () => {
    const lock =
      `${head}\n[manifest]\nmembers = ["a", "b"]\n[manifest.dependency-groups]\ndev = [{ name = "tidy", extras = ["x"], marker = "sys_platform == 'linux'" }]\n` +
      pack("a", "1", 'dependencies = [{ name = "left" }]', '{ editable = "packages/a" }') +
      pack("b", "1", "", '{ editable = "packages/b" }') +
      pack("left", "1") +
      pack("tidy", "1", '[package.optional-dependencies]\nx = [{ name = "left" }]');
    expect(edgesOf(inventoryOf(lock))).toEqual(["(root) -> a 1", "(root) -> b 1", "a 1 -> left 1"]);
    expect(edgesOf(inventoryOf(lock, { ...BARE, groups: ["dev"] }))).toContain("(root) -> tidy 1");
    expect(inventoryOf(lock).root.package.source.kind).toBe("none");
  });

  it("of a script has what its metadata asks for", () => {
    const lock = `${head}\n[manifest]\nrequirements = [{ name = "Rich", specifier = ">=13" }]\n${pack("rich", "13.0")}`;
    expect(edgesOf(inventoryOf(lock, BARE, "tool.py.lock"))).toEqual(["(root) -> rich 13.0"]);
  });

  it("leaves members that a built root does not need out, and tells; takes all in where the root is never built", () => {
    const members = (source: string): string =>
      `${head}\n[manifest]\nmembers = ["shop", "a", "b"]\n` +
      root('dependencies = [{ name = "a" }]', source) +
      pack("a", "1", "", '{ editable = "a" }') +
      pack("b", "1", "", '{ editable = "b" }');
    const built = inventoryOf(members('{ editable = "." }'));
    expect([namesOf(built), built.membersLeftOut]).toEqual([["a 1"], ["b"]]);
    expect(namesOf(inventoryOf(members('{ editable = "." }'), { ...BARE, members: "all" }))).toEqual(["a 1", "b 1"]);
    expect(namesOf(inventoryOf(members('{ virtual = "." }')))).toEqual(["a 1", "b 1"]);
  });

  it.each([0, 1, 2, 3, 4, 5, 9])("of revision %i is read; a revision only adds", (revision) => {
    const lock = `version = 1\nrevision = ${revision}\nfuture-key = { a = 1 }\n${root('future = ["x"]')}`;
    expect(inventoryOf(lock).lock.schemaVersion).toBe(`1, revision ${revision}`);
  });

  it("of the oldest spelling is read: [[distribution]] and no revision", () => {
    const lock = 'version = 1\n\n[[distribution]]\nname = "shop"\nversion = "1"\nsource = { editable = "." }\n';
    expect(inventoryOf(lock).root.package.name).toBe("shop");
  });

  it("survives circles and packages that need themselves", () => {
    const lock =
      head +
      root('dependencies = [{ name = "a" }]') +
      pack(
        "a",
        "1",
        'dependencies = [{ name = "b" }, { name = "a", extra = ["x"] }]\n[package.optional-dependencies]\nx = [{ name = "c" }]',
      ) +
      pack("b", "1", 'dependencies = [{ name = "a" }, { name = "shop" }]') +
      pack("c", "1");
    expect(edgesOf(inventoryOf(lock))).toEqual([
      "a 1 -> b 1",
      "a 1 -> c 1",
      "b 1 -> a 1",
      "b 1 -> shop 1.0.0",
      "shop 1.0.0 -> a 1",
    ]);
  });
});

describe("markers on edges", () => {
  const chain = (first: string, second: string): string =>
    head +
    root(`dependencies = [{ name = "a", marker = "${first}" }]`) +
    pack("a", "1", `dependencies = [{ name = "b", marker = "${second}" }]`) +
    pack("b", "1");

  it.each([
    ["sys_platform == 'never'", "sys_platform == 'linux'", ["a 1"]],
    ["sys_platform == 'win32'", "os_name == 'posix'", ["a 1"]],
    ["python_full_version < '3.11'", "python_full_version >= '3.12'", ["a 1"]],
    ["python_full_version < '3.10'", "sys_platform == 'linux'", []],
    ["sys_platform == 'win32'", "sys_platform != 'linux'", ["a 1", "b 1"]],
    ["python_full_version < '3.12'", "python_version >= '3.11'", ["a 1", "b 1"]],
    ["platform_release >= '5'", "platform_release < '5'", ["a 1", "b 1"]],
    ["this is no marker", "sys_platform == 'linux'", ["a 1", "b 1"]],
  ])("%s, then %s", (first, second, expected) => {
    expect(namesOf(inventoryOf(chain(first, second)))).toEqual(expected);
  });

  it("keep out what no supported environment needs", () => {
    const lock = chain("sys_platform == 'win32'", "sys_platform == 'win32'").replace(
      "requires-python",
      "supported-markers = [\"sys_platform == 'linux'\", \"sys_platform == 'darwin'\"]\nrequires-python",
    );
    expect(namesOf(inventoryOf(lock))).toEqual([]);
  });

  it("are told where every way in is conditional", () => {
    const lock =
      head +
      root(`dependencies = [{ name = "a", marker = "sys_platform == 'win32'" }, { name = "b" }]`) +
      pack("a", "1") +
      pack("b", "1", `dependencies = [{ name = "a", marker = "os_name == 'nt' and extra != 'extra-4-shop-gpu'" }]`);
    expect(inventoryOf(lock).members.map(({ markers }) => markers)).toEqual([
      ["os_name == 'nt'", "sys_platform == 'win32'"],
      [],
    ]);
  });
});

describe("conflicting extras", () => {
  const lock =
    `${head}conflicts = [[{ package = "shop", extra = "cpu" }, { package = "shop", extra = "gpu" }]]\n` +
    root(`dependencies = [{ name = "fallback", marker = "extra != 'extra-4-shop-gpu'" }, { name = "both", marker = "extra == 'extra-4-shop-cpu' and extra == 'extra-4-shop-gpu'" }]
[package.optional-dependencies]
cpu = [{ name = "torch", version = "2.0+cpu", source = ${index}, marker = "extra == 'extra-4-shop-cpu' or extra != 'extra-4-shop-gpu'" }]
gpu = [{ name = "torch", version = "2.0", source = ${index}, marker = "extra == 'extra-4-shop-gpu'" }]`) +
    pack("both", "1") +
    pack("fallback", "1") +
    pack("torch", "2.0", `dependencies = [{ name = "slim", marker = "extra != 'extra-4-shop-gpu'" }]`) +
    pack("torch", "2.0+cpu") +
    pack("slim", "1");

  it("are never on together, even where both are asked for", () => {
    expect(namesOf(inventoryOf(lock, WHOLE))).toEqual(["fallback 1", "torch 2.0", "torch 2.0+cpu"]);
  });

  it("are off where nothing asks for them, and on where something does", () => {
    expect(namesOf(inventoryOf(lock))).toEqual(["fallback 1"]);
    expect(namesOf(inventoryOf(lock, { ...BARE, extras: ["gpu"] }))).toEqual(["torch 2.0"]);
    expect(namesOf(inventoryOf(lock, { ...BARE, extras: ["cpu"] }))).toEqual(["fallback 1", "torch 2.0+cpu"]);
  });
});
