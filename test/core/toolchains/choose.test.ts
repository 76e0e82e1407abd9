import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  asksTheSame,
  chooseToolchain,
  compareVersions,
  type InstalledToolchain,
  LANGUAGES,
  type Language,
  lineOf,
  namesOneRelease,
  normalVersion,
  requestOf,
  type ToolchainWish,
} from "../../../src/core/toolchains/index.ts";

const wish = (language: Language, version: string, more: Partial<ToolchainWish> = {}): ToolchainWish => ({
  ...{ language, version, source: { file: ".nvmrc", line: 1 } },
  ...more,
});
const at = (language: Language, version: string, origin = "nvm"): InstalledToolchain => {
  const home = `/kept/${origin}/${version}`;
  return { language, version, origin, home, bins: [`${home}/bin`], variables: {} };
};
const choose = (asked: ToolchainWish, installed: readonly string[], onPath?: string): string => {
  const { kind, toolchain } = chooseToolchain(asked, {
    installed: installed.map((version) => at(asked.language, version)),
    onPath: onPath === undefined ? undefined : at(asked.language, onPath, "the path"),
  });
  return `${kind} ${toolchain?.version ?? "nothing"}`;
};

describe("the toolchain of a machine that is taken", () => {
  it.each([
    ["22.11.0", "found 22.11.0"],
    ["v20.18.0", "found 20.18.0"],
    ["22", "found 22.12.0"],
    ["22.x", "found 22.12.0"],
    [">=18 <22", "found 20.18.0"],
    ["^20 || ^22", "found 22.12.0"],
    ["lts/jod", "found 22.12.0"],
    ["lts/*", "found 22.12.0"],
    ["lts/-1", "found 20.18.0"],
    ["node", "on-path 23.1.0"],
    ["latest", "on-path 23.1.0"],
    ["23", "on-path 23.1.0"],
  ])("is the newest that fits: Node %s", (version, expected) => {
    expect(choose(wish("node", version), ["22.11.0", "20.18.0", "22.12.0", "18.1.0"], "23.1.0")).toBe(expected);
  });

  it.each([
    ["17", "on-path 17.0.15"],
    ["21", "found 21.0.5"],
    ["1.8", "found 8.0.432"],
    ["8", "found 8.0.432"],
    ["temurin-21.0.5+11.0.LTS", "found 21.0.5"],
    ["21.0.5-tem", "found 21.0.5"],
    ["17.0.9+9", "absent 17.0.15"],
    ["21.0.2", "near 21.0.5"],
    ["25", "absent 17.0.15"],
    ["20", "near 21.0.5"],
    ["16", "absent 17.0.15"],
  ])("may be called by its vendor: Java %s", (version, expected) => {
    expect(choose(wish("java", version), ["8.0.432", "11.0.25", "21.0.5"], "17.0.15")).toBe(expected);
  });

  it.each([
    ["1.25", "found 1.25.4"],
    ["1.25.x", "found 1.25.4"],
    ["go1.24.2", "near 1.24.9"],
    ["^1.24", "on-path 1.26.0"],
    ["stable", "on-path 1.26.0"],
    ["oldstable", "found 1.25.4"],
    ["1.27rc1", "absent 1.26.0"],
  ])("follows what setup-go takes: Go %s", (version, expected) => {
    expect(choose(wish("go", version), ["1.24.9", "1.25.4"], "1.26.0")).toBe(expected);
  });

  it.each([
    ["1.85", "found 1.85.0"],
    ["1.85.0", "found 1.85.0"],
    ["stable", "on-path 1.95.0"],
    ["nightly-2026-01-01", "found nightly-2026-01-01"],
    ["nightly", "absent 1.95.0"],
    ["beta", "absent 1.95.0"],
  ])("is known by its channel: Rust %s", (version, expected) => {
    expect(choose(wish("rust", version), ["1.85.0", "nightly-2026-01-01"], "1.95.0")).toBe(expected);
  });

  it("is the one on the path where a file only says which versions serve", () => {
    expect(choose(wish("node", ">=18", { isLimit: true }), ["24.1.0"], "20.1.0")).toBe("on-path 20.1.0");
    expect(choose(wish("node", ">=22", { isLimit: true }), ["24.1.0"], "20.1.0")).toBe("found 24.1.0");
    expect(choose(wish("go", ">=1.26.1", { isLimit: true }), ["1.25.0"], "1.26.0")).toBe("absent 1.26.0");
  });

  it("is another release of the line, else the next newer one where the path's is too old, and never an older one", () => {
    expect(choose(wish("node", "22.11.0"), ["22.21.1", "24.1.0"], "20.1.0")).toBe("near 22.21.1");
    expect(choose(wish("node", "22.11.0"), ["24.1.0", "26.1.0"], "20.1.0")).toBe("near 24.1.0");
    expect(choose(wish("node", "22.11.0"), ["24.1.0"], "26.1.0")).toBe("absent 26.1.0");
    expect(choose(wish("node", "22.11.0"), ["18.1.0"], "20.1.0")).toBe("absent 20.1.0");
    expect(choose(wish("node", "22.11.0"), ["24.1.0"], "22.21.1")).toBe("absent 22.21.1");
    expect(choose(wish("node", "22.11.0"), [])).toBe("absent nothing");
  });

  it("is never a preview, unless one is asked for", () => {
    expect(choose(wish("node", ">=22"), ["24.0.0-rc.1"], "20.1.0")).toBe("absent 20.1.0");
    expect(choose(wish("node", "24.0.0-rc.1"), ["24.0.0-rc.1"], "20.1.0")).toBe("found 24.0.0-rc.1");
  });

  it.each(["", "   ", "../../etc", "lts/nobody", "${{ x }}", "system", "x".repeat(500)])(
    "is the one on the path where nobody can know what is asked for: %j",
    (version) => expect(choose(wish("node", version), ["22.11.0"], "20.1.0")).toBe("absent 20.1.0"),
  );
});

const LANGUAGE = fc.constantFrom(...LANGUAGES);
const VERSION = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }))
  .map((parts) => parts.join("."));
const WISH = fc.oneof(
  VERSION,
  VERSION.map((text) => text.split(".")[0] ?? ""),
  VERSION.map((text) => `^${text}`),
  fc.constantFrom("lts/*", "lts/jod", "stable", "nightly", ">=10 <20"),
  fc.string({ maxLength: 120 }),
);
const MACHINE = fc.record({
  installed: fc.array(VERSION, { maxLength: 8 }),
  onPath: fc.option(VERSION, { nil: undefined }),
});

describe("whatever is asked for, and whatever there is", () => {
  it("what is taken lies on the machine, and is said to be what was asked for only where it is", () => {
    fc.assert(
      fc.property(LANGUAGE, WISH, MACHINE, fc.boolean(), (language, version, machine, isLimit) => {
        const installed = machine.installed.map((one) => at(language, one));
        const onPath = machine.onPath === undefined ? undefined : at(language, machine.onPath, "the path");
        const asked = wish(language, version, isLimit ? { isLimit } : {});
        const { kind, toolchain } = chooseToolchain(asked, { installed, onPath });
        const fits = toolchain !== undefined && requestOf(asked)?.fits(toolchain.version) === true;
        if (kind === "on-path" || kind === "absent") expect(toolchain).toBe(onPath);
        else expect(installed).toContain(toolchain);
        if (kind === "on-path" || kind === "found") expect(fits).toBe(true);
        else
          expect(installed.some((one) => requestOf(asked)?.fits(one.version) === true && !/-1|old/.test(version))).toBe(
            false,
          );
        if (kind === "near" && lineOf(language, toolchain?.version ?? "") !== requestOf(asked)?.line)
          expect(compareVersions(toolchain?.version ?? "", requestOf(asked)?.least ?? "99.0.0")).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("no newer one that fits is passed over, in whatever order they are listed", () => {
    fc.assert(
      fc.property(LANGUAGE, VERSION, fc.array(VERSION, { minLength: 1, maxLength: 8 }), (language, least, versions) => {
        const asked = wish(language, language === "rust" ? least.split(".").slice(0, 2).join(".") : `>=${least}`);
        const pick = (list: readonly string[]): string => choose(asked, list);
        const chosen = pick(versions);
        expect(pick(versions.toReversed())).toBe(chosen);
        const version = chosen.split(" ")[1] ?? "";
        for (const one of versions) {
          if (requestOf(asked)?.fits(one) === true) expect(compareVersions(version, one)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("a version asks for itself, however it is written", () => {
    fc.assert(
      fc.property(VERSION, (version) => {
        for (const language of ["node", "go"] as const) {
          expect(requestOf({ language, version })?.fits(normalVersion(language, version) ?? "")).toBe(true);
          expect(asksTheSame({ language, version }, { language, version: `v${version}` })).toBe(true);
          expect(namesOneRelease({ language, version })).toBe(true);
        }
      }),
    );
  });
});

describe("two wishes", () => {
  it.each([
    ["node", "22", "v22.x", true],
    ["node", "lts/jod", "lts/jod", true],
    ["node", "22", "22.11.0", false],
    ["java", "17", "17", true],
    ["java", "17", "21", false],
    ["go", "1.25", "go1.25", true],
    ["rust", "stable", "nightly", false],
  ] as const)("of %s, %s and %s, are the same: %s", (language, a, b, same) => {
    expect(asksTheSame({ language, version: a }, { language, version: b })).toBe(same);
  });
});
