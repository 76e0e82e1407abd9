import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestWheel, type Platform, parseRecord, parseWheelName, targetTriple } from "../../../src/core/uv/index.ts";

/** The platform tags of uv 0.13.8's wheels. */
const WHEELS = [
  "linux_armv6l",
  "macosx_10_12_x86_64",
  "macosx_11_0_arm64",
  "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
  "manylinux_2_17_armv7l.manylinux2014_armv7l",
  "manylinux_2_17_armv7l.manylinux2014_armv7l.musllinux_1_1_armv7l",
  "manylinux_2_17_i686.manylinux2014_i686",
  "manylinux_2_17_ppc64le.manylinux2014_ppc64le",
  "manylinux_2_17_s390x.manylinux2014_s390x",
  "manylinux_2_17_x86_64.manylinux2014_x86_64",
  "manylinux_2_28_aarch64",
  "manylinux_2_31_riscv64",
  "manylinux_2_31_riscv64.musllinux_1_1_riscv64",
  "musllinux_1_1_i686",
  "musllinux_1_1_x86_64",
  "win32",
  "win_amd64",
  "win_arm64",
].map((tags) => `uv-0.13.8-py3-none-${tags}.whl`);

const linux = (arch: string, libc: "gnu" | "musl", version: readonly [number, number] | null): Platform => ({
  os: "linux",
  arch,
  libc,
  version,
});

describe("the wheel for a machine", () => {
  test.each<[string, Platform, string | undefined]>([
    ["glibc x86_64", linux("x86_64", "gnu", [2, 39]), "manylinux_2_17_x86_64.manylinux2014_x86_64"],
    ["Alpine x86_64", linux("x86_64", "musl", null), "musllinux_1_1_x86_64"],
    ["new glibc aarch64", linux("aarch64", "gnu", [2, 35]), "manylinux_2_28_aarch64"],
    ["old glibc aarch64", linux("aarch64", "gnu", [2, 17]), WHEELS[3]?.slice(19, -4)],
    ["Alpine aarch64", linux("aarch64", "musl", null), WHEELS[3]?.slice(19, -4)],
    ["glibc before 2.17", linux("x86_64", "gnu", [2, 12]), undefined],
    ["armv6", linux("armv6l", "gnu", [2, 36]), "linux_armv6l"],
    ["armv7", linux("armv7l", "gnu", [2, 36]), "manylinux_2_17_armv7l.manylinux2014_armv7l"],
    ["Apple silicon", { os: "macos", arch: "aarch64", libc: null, version: [15, 0] }, "macosx_11_0_arm64"],
    ["Windows", { os: "windows", arch: "x86_64", libc: null, version: null }, "win_amd64"],
    ["32-bit Windows", { os: "windows", arch: "i686", libc: null, version: null }, "win32"],
    ["something else", linux("m68k", "gnu", [2, 39]), undefined],
  ])("on %s", (_, platform, tags) => {
    const best = bestWheel(WHEELS, platform);
    expect(best).toBe(tags === undefined ? undefined : `uv-0.13.8-py3-none-${tags}.whl`);
  });

  test("has a place of its own for each C library", () => {
    expect(targetTriple(linux("x86_64", "gnu", null))).toBe("x86_64-unknown-linux-gnu");
    expect(targetTriple(linux("x86_64", "musl", null))).toBe("x86_64-unknown-linux-musl");
    expect(targetTriple(linux("armv7l", "gnu", null))).toBe("armv7-unknown-linux-gnueabihf");
    expect(targetTriple(linux("armv6l", "gnu", null))).toBe("arm-unknown-linux-musleabihf");
    expect(targetTriple({ os: "macos", arch: "aarch64", libc: null, version: null })).toBe("aarch64-apple-darwin");
  });

  test("any file name is read or refused, never an error", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const wheel = parseWheelName(`${name}.whl`);
        if (wheel !== undefined) expect(wheel.platforms.length).toBeGreaterThan(0);
        bestWheel([name, `${name}.whl`], linux("x86_64", "gnu", [2, 39]));
      }),
    );
  });
});

describe("a wheel's RECORD", () => {
  test("gives the SHA-256 of each file in hex", () => {
    const record = parseRecord(
      "uv/py.typed,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\r\nuv-1.dist-info/RECORD,,\n",
    );
    expect([...record.values()]).toEqual([
      { path: "uv/py.typed", sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    ]);
  });

  test("that names a file twice vouches for neither", () => {
    const line = "uv,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0";
    expect(parseRecord(`${line}\n${line}\n`).size).toBe(0);
  });

  test("of any content is read without an error", () => {
    fc.assert(fc.property(fc.string(), (text) => parseRecord(text).size >= 0));
  });
});
