/** The machine as uv's builds name it. */
export interface Platform {
  readonly os: "linux" | "macos" | "windows";
  /** `x86_64`, `aarch64`, `armv7l`, `armv6l`, `i686`, `ppc64le`, `s390x`, `riscv64`. */
  readonly arch: string;
  /** The C library on Linux, else null. */
  readonly libc: "gnu" | "musl" | null;
  /** Version of the C library, or of macOS; null when it is not known. */
  readonly version: readonly [number, number] | null;
}

const LEGACY_MANYLINUX: Readonly<Record<string, readonly [number, number]>> = {
  manylinux1: [2, 5],
  manylinux2010: [2, 12],
  manylinux2014: [2, 17],
};

const RUST_LINUX: Readonly<Record<string, string>> = {
  armv6l: "arm",
  armv7l: "armv7",
  ppc64le: "powerpc64le",
  riscv64: "riscv64gc",
};

/**
 * The name that uv's release archives carry.
 *
 * @param platform the machine
 * @returns a Rust target triple
 */
export function targetTriple(platform: Platform): string {
  if (platform.os === "macos") return `${platform.arch}-apple-darwin`;
  if (platform.os === "windows") return `${platform.arch}-pc-windows-msvc`;
  const arch = RUST_LINUX[platform.arch] ?? platform.arch;
  // uv builds 32-bit ARM for the hard-float ABI, armv6 against musl only.
  const libc = platform.arch === "armv6l" ? "musl" : (platform.libc ?? "gnu");
  return `${arch}-unknown-linux-${libc}${arch.startsWith("arm") ? "eabihf" : ""}`;
}

/** Name of the program on this platform. */
export function executableName(platform: Platform, name: string): string {
  return platform.os === "windows" ? `${name}.exe` : name;
}

function rankOf(needed: readonly [number, number], had: readonly [number, number] | null): number | undefined {
  const [major, minor] = needed;
  if (had === null) return major * 1000 + minor;
  return major < had[0] || (major === had[0] && minor <= had[1]) ? major * 1000 + minor : undefined;
}

/** How well one platform tag fits (PEP 425, 600, 656); undefined when it does not. */
function tagRank(tag: string, platform: Platform): number | undefined {
  if (platform.os === "windows") {
    const wanted = { x86_64: "win_amd64", aarch64: "win_arm64", i686: "win32" }[platform.arch];
    return tag === wanted ? 1 : undefined;
  }
  if (platform.os === "macos") {
    const match = /^macosx_(\d+)_(\d+)_(.+)$/.exec(tag);
    const arch = platform.arch === "aarch64" ? "arm64" : platform.arch;
    if (match === null || ![arch, "universal2"].includes(match[3] ?? "")) return undefined;
    return rankOf([Number(match[1]), Number(match[2])], platform.version);
  }
  const modern = /^(many|musl)linux_(\d+)_(\d+)_(.+)$/.exec(tag);
  const legacy = /^(manylinux(?:1|2010|2014))_(.+)$/.exec(tag);
  if (modern !== null && modern[4] === platform.arch) {
    if ((modern[1] === "musl") !== (platform.libc === "musl")) return undefined;
    return rankOf([Number(modern[2]), Number(modern[3])], platform.version);
  }
  if (legacy !== null && legacy[2] === platform.arch && platform.libc !== "musl") {
    return rankOf(LEGACY_MANYLINUX[legacy[1] ?? ""] ?? [99, 0], platform.version);
  }
  return tag === `linux_${platform.arch}` ? 1 : undefined;
}

/** A wheel's file name in parts (binary distribution format, file name convention). */
export interface WheelName {
  readonly name: string;
  readonly version: string;
  /** Platform tags of the compressed set. */
  readonly platforms: readonly string[];
}

/**
 * @param fileName `uv-0.13.8-py3-none-win_amd64.whl`
 * @returns its parts, or undefined when it is not a wheel's name
 */
export function parseWheelName(fileName: string): WheelName | undefined {
  if (fileName.length > 400 || !fileName.endsWith(".whl")) return undefined;
  const parts = fileName.slice(0, -".whl".length).split("-");
  const [name, version] = parts;
  const platforms = parts.at(-1)?.split(".");
  if (parts.length < 5 || parts.length > 6 || !name || !version || platforms === undefined) return undefined;
  return { name, version, platforms };
}

/**
 * The wheel that fits best: the newest libc that the machine still has.
 *
 * @param fileNames wheels of one version
 * @param platform the machine
 * @returns one of the names, or undefined when none fits
 */
export function bestWheel(fileNames: readonly string[], platform: Platform): string | undefined {
  let best: { name: string; rank: number; tags: number } | undefined;
  for (const fileName of fileNames) {
    const wheel = parseWheelName(fileName);
    if (wheel === undefined) continue;
    const ranks = wheel.platforms.map((tag) => tagRank(tag, platform)).filter((rank) => rank !== undefined);
    const rank = Math.max(-1, ...ranks);
    const tags = wheel.platforms.length;
    const isBetter = best === undefined || rank > best.rank || (rank === best.rank && tags < best.tags);
    if (rank >= 0 && isBetter) best = { name: fileName, rank, tags };
  }
  return best?.name;
}
