import { describe, expect, it } from "vitest";
import { checkLockSize, MAX_LOCK_BYTES } from "../../../src/core/sbom/lock-error.ts";
import { formatError } from "../../../src/errors.ts";
import { refusalOf } from "./reading.ts";

const uv = (text: string) => refusalOf("sub/uv.lock", text).problems;
const npm = (text: string) => refusalOf("package-lock.json", text).problems;

const pack = (name: string, rest = ""): string =>
  `[[package]]\nname = "${name}"\nversion = "1"\nsource = { registry = "https://index.example.org/simple" }\n${rest}\n`;

describe("a uv.lock that cannot be trusted is refused, with the line", () => {
  it.each([
    ["empty", "", ["sub/uv.lock:1  is empty; a lock says at least its version"]],
    ["blank", " \n\n", ["sub/uv.lock:1  is empty; a lock says at least its version"]],
    [
      "a newer version",
      "# made by a newer uv\nversion = 2\n",
      ["sub/uv.lock:2  has version 2, and only version 1 is known; a newer Turnpike may read it"],
    ],
    [
      "no version",
      'requires-python = ">=3.10"\n',
      ["sub/uv.lock:1  has no version; uv.lock begins with `version = 1`"],
    ],
    [
      "merge conflict markers",
      `version = 1\n\n<<<<<<< HEAD\n${pack("a")}=======\n${pack("b")}>>>>>>> main\n`,
      ["sub/uv.lock:3  has merge conflict markers; take one side, then lock again so that it fits both"],
    ],
    [
      "cut off in the middle",
      'version = 1\n\n[[package]]\nname = "a"\nversion = "1',
      [expect.stringMatching(/^sub\/uv\.lock:5:\d+ {2}is no TOML: .+; the file may be cut off$/)],
    ],
    [
      "a dependency that is not there",
      `version = 1\n\n${pack("a")}\n${pack("b", 'dependencies = [\n    { name = "a" },\n    { name = "lost", version = "2" },\n]')}`,
      ["sub/uv.lock:15  b needs lost 2, which the lock does not hold"],
    ],
    [
      "a dependency that several packages answer to",
      `version = 1\n\n${pack("a")}${pack("a").replace('"1"', '"2"')}${pack("b", 'dependencies = [{ name = "a" }]')}`,
      ["sub/uv.lock:17  b needs a, which 2 packages answer to; version or source must tell them apart"],
    ],
    [
      "the same package twice",
      `version = 1\n\n${pack("a")}${pack("a")}`,
      ["sub/uv.lock:8  a stands twice with the same version and source"],
    ],
    [
      "a source of two kinds, and a version that is a number",
      `version = 1\n\n${pack("a")}\n[[package]]\nname = "b"\nversion = 2\nsource = { git = "x", path = "y" }\n`,
      [
        expect.stringMatching(/^sub\/uv\.lock:9 {2}version: .*expected string/),
        expect.stringMatching(/^sub\/uv\.lock:9 {2}source: is no source; it has exactly one of/),
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(uv(text)).toEqual(expected);
  });

  it("a hostile name is shown harmless and short, and the hint says what to run", () => {
    const name = `\\u001b[31m${"x".repeat(500)}`;
    const text = `version = 1\n\n${pack("a", `dependencies = [{ name = "${name}\\n::error::" }]`)}`;
    const { problems, hint } = refusalOf("uv.lock", text);
    expect(problems.join()).not.toMatch(/\p{Cc}/u);
    expect(problems.join().length).toBeLessThan(250);
    expect(hint).toBe("Mend it with `uv lock`; nothing was written.");
  });

  it("deep nesting and endless keys are refused, not run out of stack", () => {
    expect(uv(`version = 1\nx = ${"[".repeat(50_000)}`)[0]).toContain("is no TOML");
    const marker = `${"(".repeat(20_000)}os_name == 'nt'${")".repeat(20_000)}`;
    const root = `[[package]]\nname = "r"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "a", marker = "${marker}" }]\n`;
    expect(() => uv(`version = 1\n\n${root}${pack("a")}`)).toThrow("was read, and should not have been");
  });
});

describe("a package-lock.json that cannot be trusted is refused, with the line", () => {
  it.each([
    ["empty", "", ["package-lock.json:1  is empty; a lock says at least its version"]],
    ["no object", "[]", ["package-lock.json:1  is no JSON object"]],
    [
      "version 1",
      '{\n  "name": "x",\n  "lockfileVersion": 1,\n  "dependencies": {}\n}',
      [
        "package-lock.json:3  has lockfileVersion 1; `npm install --package-lock-only --lockfile-version 3` makes a newer one",
      ],
    ],
    [
      "a newer version",
      '{\n  "lockfileVersion": 4,\n  "packages": {}\n}',
      ["package-lock.json:2  has lockfileVersion 4; known are 2 and 3"],
    ],
    ["no version", "{}", ["package-lock.json:1  has no lockfileVersion; known are 2 and 3"]],
    [
      "cut off in the middle",
      '{\n  "lockfileVersion": 3,\n  "packages": {\n    "": { "name": "x',
      [expect.stringMatching(/^package-lock\.json:4 {2}is no JSON: .+; the file may be cut off$/)],
    ],
    [
      "merge conflict markers",
      '{\n  "lockfileVersion": 3,\n<<<<<<< ours\n  "packages": {}\n=======\n  "packages": {"":{}}\n>>>>>>> theirs\n}',
      ["package-lock.json:3  has merge conflict markers; take one side, then lock again so that it fits both"],
    ],
    [
      "entries of the wrong type",
      '{\n  "lockfileVersion": 3,\n  "packages": {\n    "": {},\n    "node_modules/a": { "version": 1, "dependencies": ["b"] }\n  }\n}',
      [
        expect.stringMatching(/^package-lock\.json:5 {2}packages > node_modules\/a > version: .*expected string/),
        expect.stringMatching(/^package-lock\.json:5 {2}packages > node_modules\/a > dependencies: /),
      ],
    ],
    ["no packages", '{ "lockfileVersion": 3 }', [expect.stringMatching(/packages: .*expected record/)]],
  ])("%s", (_, text, expected) => {
    expect(npm(text)).toEqual(expected);
  });
});

describe("what is no lock", () => {
  it("is refused by name", () => {
    expect(refusalOf("Cargo.lock", "version = 3").hint).toContain("Known are uv.lock, package-lock.json");
  });

  it("is refused by size before it is read", () => {
    expect(() => checkLockSize("uv.lock", MAX_LOCK_BYTES)).not.toThrow();
    try {
      checkLockSize("uv.lock", 50_000_000_000);
      expect.unreachable();
    } catch (error) {
      expect(formatError(error)).toBe(
        "uv.lock  has 47684 MiB; at most 48 MiB are read\nuv.lock is too large to be a lock.\nName the lock files to read, or leave this one out.",
      );
    }
  });
});
