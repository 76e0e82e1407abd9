import { arch, platform as osName, release } from "node:os";
import process from "node:process";
import type { Platform } from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";

const ARCHES: Readonly<Record<string, string>> = {
  x64: "x86_64",
  arm64: "aarch64",
  arm: "armv7l",
  ia32: "i686",
  ppc64: "ppc64le",
  s390x: "s390x",
  riscv64: "riscv64",
};

/** The C library of this process, without starting one: Node's report names glibc, and only glibc. */
function glibcVersion(): string | undefined {
  // `excludeNetwork` (Node 22.0) keeps the report from looking up the names of open sockets; its type does not know it yet.
  const report = process.report as NodeJS.ProcessReport & { excludeNetwork?: boolean };
  report.excludeNetwork = true;
  const { header } = report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime;
}

function twoNumbers(text: string | undefined): readonly [number, number] | null {
  const match = /^(\d+)\.(\d+)/.exec(text ?? "");
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

function linuxArch(name: string): string {
  const variables = process.config.variables as { arm_version?: string | number };
  return name === "arm" && String(variables.arm_version) === "6" ? "armv6l" : (ARCHES[name] ?? name);
}

/**
 * @returns the machine that this process runs on
 * @throws TurnpikeError `UV_MISSING` on an operating system that uv is not built for
 */
export function detectPlatform(): Platform {
  const os = osName();
  if (os === "linux") {
    const glibc = glibcVersion();
    const libc = glibc === undefined ? "musl" : "gnu";
    return { os: "linux", arch: linuxArch(arch()), libc, version: twoNumbers(glibc) };
  }
  if (os === "darwin") {
    // Darwin 20 is macOS 11, Darwin 25 is macOS 26; compatibility tags need no more than the major number.
    const darwin = twoNumbers(release())?.[0] ?? 20;
    const macos = darwin >= 25 ? darwin + 1 : darwin - 9;
    return { os: "macos", arch: ARCHES[arch()] ?? arch(), libc: null, version: [macos, 0] };
  }
  if (os === "win32") return { os: "windows", arch: ARCHES[arch()] ?? arch(), libc: null, version: null };
  throw new TurnpikeError("UV_MISSING", "user", `uv is not built for ${os}; put a uv of your own on PATH.`);
}
