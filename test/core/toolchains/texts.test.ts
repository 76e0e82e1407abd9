import { describe, expect, it } from "vitest";
import {
  absenceText,
  howToGet,
  type InstalledToolchain,
  otherVersionText,
  type ToolchainWish,
} from "../../../src/core/toolchains/index.ts";

const WISH: ToolchainWish = { language: "node", version: "22.11.0", source: { file: ".nvmrc", line: 1 } };
const NODE20: InstalledToolchain = {
  ...{ language: "node", version: "20.1.0", origin: "the path", home: "/usr", bins: [], variables: {} },
};

describe("a toolchain that is not there", () => {
  it("is told with its place, what runs on which other one, and what brings it", () => {
    const about = { gates: ["lint", "tests"], managers: ["nvm"] };
    expect(absenceText(WISH, { kind: "absent", toolchain: NODE20 }, about)).toBe(
      "Node 22.11.0, which .nvmrc:1 asks for, is not on this machine: lint and tests run on 20.1.0, and a red there may come of that. To get it: `nvm install 22.11.0`.",
    );
    expect(absenceText(WISH, { kind: "absent", toolchain: undefined }, { gates: ["tests"], managers: [] })).toMatch(
      /is not on this machine, and no other Node is\./,
    );
    expect(otherVersionText(WISH, { kind: "absent", toolchain: NODE20 })).toBe(
      "it ran on Node 20.1.0, and .nvmrc:1 asks for 22.11.0",
    );
  });

  it("is not told of where it is there", () => {
    const choice = { kind: "found", toolchain: NODE20 } as const;
    expect(absenceText(WISH, choice, { gates: ["tests"], managers: [] })).toBeUndefined();
    expect(otherVersionText(WISH, choice)).toBeUndefined();
  });

  it.each([
    ["node", "22", ["volta"], "volta install node@22"],
    ["node", "lts/jod", ["nvm"], "nvm install lts/jod"],
    ["java", "21", [], "sudo apt-get install openjdk-21-jdk"],
    ["java", "21.0.2-tem", ["sdkman"], "sdk install java 21.0.2-tem"],
    ["go", "1.25.4", [], "go install golang.org/dl/go1.25.4@latest && ~/go/bin/go1.25.4 download"],
    ["go", "1.25", [], null],
    ["rust", "1.85.0", [], "rustup toolchain install 1.85.0"],
    ["node", ">=18 <23", ["nvm"], null],
    ["node", "22; rm -rf /", ["nvm"], null],
    ["node", "../../../x", ["nvm"], null],
  ] as const)("is got by a command that can be pasted, or by none: %s %s", (language, version, managers, line) => {
    expect(howToGet({ ...WISH, language, version }, managers)).toBe(line);
  });
});
