import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./root.ts";

const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
  .split("\0")
  .filter((file) => file !== "" && !/\.(png|svg|tgz|whl)$/.test(file));

const own = files.filter((file) => !file.startsWith("dist/") && file !== "package-lock.json");

function linesWith(pattern: RegExp, among: readonly string[]): readonly string[] {
  return among.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe("the repository speaks of itself alone", () => {
  it("names no package registry's host", () => {
    const hosts = [
      "pypi" + "\\.org",
      "pythonhosted" + "\\.org",
      "registry\\.npm" + "js",
      "npmjs" + "\\.com",
      "crates" + "\\.io",
    ];
    expect(linesWith(new RegExp(hosts.join("|")), own)).toEqual([]);
  });

  it("has a lock file without download hosts", () => {
    expect(linesWith(/"resolved":/, ["package-lock.json"])).toEqual([]);
  });

  it("holds no path of a machine", () => {
    expect(
      linesWith(
        /(?<![\w.])\/(work|root|home|Users)\/[a-z]/,
        own.filter((file) => !file.startsWith("test/")),
      ),
    ).toEqual([]);
  });

  it("pins every dependency exactly and bundles all of them", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
      string,
      Record<string, string>
    >;
    expect(manifest["dependencies"]).toBeUndefined();
    for (const [name, version] of Object.entries(manifest["devDependencies"] ?? {})) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
    }
  });
});
