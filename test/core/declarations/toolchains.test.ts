import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languagesOf, toolchainWanted } from "../../../src/core/declarations/index.ts";
import type { Language } from "../../../src/core/toolchains/index.ts";

const wanted = (language: Language, texts: Readonly<Record<string, string>>, folder = ".") => {
  const found = toolchainWanted({ texts: new Map(Object.entries(texts)) }, folder, language);
  return found === undefined ? undefined : `${found.version} ${found.source.file}:${found.source.line}`;
};

describe("the files that ask for a toolchain", () => {
  it.each([
    ["node", ".nvmrc", "# ours\nv22.11.0\n", "v22.11.0 .nvmrc:2"],
    ["node", ".node-version", "lts/jod\n", "lts/jod .node-version:1"],
    ["node", ".tool-versions", "ruby 3.3\nnodejs 22.11.0 20.1.0\n", "22.11.0 .tool-versions:2"],
    ["node", "mise.toml", '[tools]\ngo = "1.25"\nnode = ["22", "20"]\n', "22 mise.toml:3"],
    ["node", "package.json", '{\n "volta": {\n  "node": "22.1.0" } }', "22.1.0 package.json:3"],
    [
      "node",
      "package.json",
      '{\n "devEngines": {\n  "runtime": { "name": "node", "version": "^24" } } }',
      "^24 package.json:3",
    ],
    ["node", "package.json", '{\n "engines": { "node": ">=20" } }', ">=20 package.json:2"],
    ["java", ".java-version", "21\n", "21 .java-version:1"],
    ["java", ".sdkmanrc", "# x\njava=21.0.2-tem\n", "21.0.2-tem .sdkmanrc:2"],
    ["java", ".tool-versions", "java temurin-21.0.1+12.0.LTS\n", "temurin-21.0.1+12.0.LTS .tool-versions:1"],
    ["go", "go.mod", "module x\n\ngo 1.24.0\n", ">=1.24.0 go.mod:3"],
    ["go", "go.mod", "module x\n\ngo 1.24.0\n\ntoolchain go1.25.3\n", ">=1.25.3 go.mod:5"],
    ["go", ".go-version", "1.25.3\n", "1.25.3 .go-version:1"],
    ["rust", "rust-toolchain.toml", '[toolchain]\nchannel = "1.85"\n', "1.85 rust-toolchain.toml:2"],
    ["rust", "rust-toolchain", "nightly-2026-01-01\n", "nightly-2026-01-01 rust-toolchain:1"],
  ] as const)("are read with their line: %s of %s", (language, file, text, expected) => {
    expect(wanted(language, { [file]: text })).toBe(expected);
  });

  it("count by the nearest folder, and what chooses a version before what only limits it", () => {
    const texts = {
      ".nvmrc": "22",
      "web/.nvmrc": "20",
      "web/package.json": '{"engines":{"node":">=18"}}',
      "api/package.json": '{"engines":{"node":">=18"}}',
    };
    expect(wanted("node", texts)).toBe("22 .nvmrc:1");
    expect(wanted("node", texts, "web/src")).toBe("20 web/.nvmrc:1");
    expect(wanted("node", texts, "api")).toBe("22 .nvmrc:1");
    expect(wanted("go", texts)).toBeUndefined();
  });

  it.each([
    [".nvmrc", "../../../opt/node"],
    [".nvmrc", "$(id)"],
    [".tool-versions", "nodejs path:/opt/node"],
    [".tool-versions", "nodejs ref:main"],
    [".tool-versions", "nodejs system"],
    ["package.json", '{"volta":{"node":"/opt/node/../x"}}'],
    ["package.json", '{"engines":{"node":"*"}}'],
    ["package.json", "no json"],
    ["mise.toml", "no = = toml"],
    ["mise.toml", '[tools]\nnode = "path:/opt/node"\n'],
  ])("that name a place, or nothing, ask for nothing: %s %s", (file, text) => {
    expect(wanted("node", { [file]: text })).toBeUndefined();
    expect(wanted("rust", { "rust-toolchain.toml": '[toolchain]\npath = "/opt/rust"\n' })).toBeUndefined();
  });

  it("never bring a version that leads out of a folder, whatever they hold", () => {
    const names = fc.constantFrom(".nvmrc", ".tool-versions", "package.json", "mise.toml", "go.mod", "rust-toolchain");
    const texts = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.constantFrom("nodejs ../..", "nodejs ./a/../b", "go ../x"),
    );
    fc.assert(
      fc.property(names, texts, fc.constantFrom("node", "java", "go", "rust"), (file, text, language) => {
        const found = toolchainWanted({ texts: new Map([[file, text]]) }, ".", language as Language);
        expect(found?.version ?? "").not.toMatch(/\.\.|[\0\n"'$`;&\\]/);
      }),
    );
  });
});

describe("the languages of a command", () => {
  it.each([
    [["npx", "--yes", "eslint"], "node"],
    [["./gradlew", "check"], "java"],
    [["mvn", "verify"], "java"],
    ['test -z "$(gofmt -l .)"', "go"],
    ["cd rust && cargo test", "rust"],
    [["uv", "run", "pytest"], ""],
    [["make", "test"], ""],
    ["CI=1 npm test | tee log; cargo clippy", "node rust"],
  ])("%j: %s", (run, expected) => {
    expect(languagesOf(run).join(" ")).toBe(expected);
  });
});
