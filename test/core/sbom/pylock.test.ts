import { describe, expect, it } from "vitest";
import { SHIPPED, WHOLE } from "../../../src/core/sbom/select.ts";
import { readFacts, readReal, whyNoRealLocks } from "./locks.ts";
import { BARE, edgesOf, inventoryOf, namesOf, refusalOf } from "./reading.ts";

const head = 'lock-version = "1.0"\ncreated-by = "test"\nrequires-python = ">=3.11"\n';
const sha = (digit: string): string =>
  `{ sha256 = "${digit.repeat(64)}", sha512 = "${digit.repeat(128)}", future = "00" }`;

const take = (text: string, selection = BARE) => inventoryOf(head + text, selection, "pylock.toml");

describe("a pylock.toml", () => {
  it("lists packages and invents no edge; the graph is unknown", () => {
    const inventory = take('[[packages]]\nname = "a"\nversion = "1"\n[[packages]]\nname = "b"\nversion = "2"\n');
    expect([namesOf(inventory), edgesOf(inventory), inventory.lock.graph]).toEqual([["a 1", "b 2"], [], "unknown"]);
    expect(inventory.members.every((member) => !member.package.areEdgesComplete)).toBe(true);
  });

  it("reads every kind of source, and every digest of a file", () => {
    const inventory = take(`
[[packages]]
name = "A.B"
version = "1"
index = "https://user:pw@index.example.org/simple"
sdist = { url = "https://files.example.org/a-1.tar.gz", hashes = ${sha("a")} }
wheels = [{ name = "a-1-py3-none-any.whl", path = "wheels/a.whl", size = 3, hashes = ${sha("b")} }]
[[packages]]
name = "c"
vcs = { type = "git", url = "https://git.example.org/c", commit-id = "abc", subdirectory = "py" }
[[packages]]
name = "d"
directory = { path = "libs/d", editable = true }
[[packages]]
name = "e"
version = "5"
archive = { url = "https://files.example.org/e.zip", hashes = ${sha("e")} }
[[packages]]
name = "f"
vcs = { type = "hg", url = "https://hg.example.org/f", commit-id = "def" }
`);
    expect(inventory.members.map(({ package: { name, source } }) => [name, source])).toEqual([
      ["a-b", { kind: "registry", url: "https://index.example.org/simple" }],
      ["c", { kind: "git", url: "https://git.example.org/c", commit: "abc", subdirectory: "py" }],
      ["d", { kind: "folder", path: "libs/d", isBuilt: true }],
      ["e", { kind: "url", url: "https://files.example.org/e.zip", subdirectory: undefined }],
      ["f", { kind: "git", url: "hg+https://hg.example.org/f", commit: "def", subdirectory: undefined }],
    ]);
    const files = inventory.members[0]?.package.artifacts.map(({ fileName, hashes }) => [
      fileName,
      hashes.map(({ algorithm }) => algorithm),
    ]);
    expect(files).toEqual([
      ["a-1.tar.gz", ["sha256", "sha512"]],
      ["a-1-py3-none-any.whl", ["sha256", "sha512"]],
    ]);
  });

  it("keeps out what no environment and no selection needs", () => {
    const text = `extras = ["plot"]
dependency-groups = ["default", "dev"]
default-groups = ["default"]
environments = ["sys_platform == 'linux'"]
[[packages]]
name = "always"
[[packages]]
name = "main"
marker = "'default' in dependency_groups"
[[packages]]
name = "chart"
marker = "'plot' in extras and sys_platform != 'win32'"
[[packages]]
name = "probe"
marker = "'dev' in dependency_groups or 'lint' in dependency_groups"
[[packages]]
name = "win"
marker = "sys_platform == 'win32'"
[[packages]]
name = "old"
marker = "python_version < '3.11'"
`;
    expect(namesOf(take(text))).toEqual(["always", "main"]);
    expect(namesOf(take(text, SHIPPED))).toEqual(["always", "chart", "main"]);
    const whole = take(text, WHOLE);
    expect(whole.members.map(({ package: { name }, need }) => `${name} ${need}`)).toEqual([
      "always required",
      "chart optional",
      "main required",
      "probe excluded",
    ]);
    expect(whole.leftOut).toBe(2);
  });

  it.each([
    [
      "another version",
      'lock-version = "2.0"\n',
      "pylock.toml:1  has lock-version 2.0, and only 1 is known; a newer Turnpike may read it",
    ],
    ["no version", "packages = []\n", 'pylock.toml:1  has no lock-version; pylock.toml says `lock-version = "1.0"`'],
    [
      "a package without a name",
      'lock-version = "1.0"\n\n[[packages]]\nversion = "1"\n',
      expect.stringMatching(/^pylock\.toml:3 {2}name: /),
    ],
  ])("with %s is refused", (_, text, expected) => {
    expect(refusalOf("pylock.toml", text).problems).toEqual([expected]);
  });
});

const real = Object.entries(readFacts()).filter(([, { kind }]) => kind === "pylock");

describe.skipIf(real.length === 0)(`a real pylock.toml${whyNoRealLocks}`, () => {
  it.each(real)("%s has every package and every file", (path, fact) => {
    const { members } = inventoryOf(readReal(path), WHOLE, path);
    expect(members.length).toBe(fact.packages);
    const files = members.flatMap((member) => member.package.artifacts);
    expect([files.length, files.filter(({ hashes }) => hashes.length === 1).length]).toEqual([
      fact.artifacts,
      fact.artifacts,
    ]);
  });
});
