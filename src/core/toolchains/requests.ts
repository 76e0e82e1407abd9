import { coerce, compare, minVersion, prerelease, type SemVer, satisfies, valid, validRange } from "semver";
import type { Language, ToolchainWish } from "./toolchain.ts";

/** What a wish asks of versions. */
export interface Request {
  /** @returns whether an installed version is what is asked for; `lts` is the codename that it gives itself */
  readonly fits: (version: string, lts?: string) => boolean;
  /** `22` of `22.11.0`: versions of one line differ in mended faults alone; null where the wish names no line. */
  readonly line: string | null;
  /** The oldest version that is asked for; null where none is named. */
  readonly least: string | null;
  /** How many newer lines are passed over: 1 for `lts/-1`. */
  readonly passesOver: number;
}

/** Codenames of the lines of Node with long-term support (github.com/nodejs/Release); newer ones say it themselves. */
const NODE_LTS: Readonly<Record<string, number>> = {
  ...{ argon: 4, boron: 6, carbon: 8, dubnium: 10, erbium: 12, fermium: 14 },
  ...{ gallium: 16, hydrogen: 18, iron: 20, jod: 22, krypton: 24 },
};

/** Longest version that is taken for one; semver's own bound is 256. */
const MOST = 100;

const majorOf = (version: string): number => Number(/^\d+/.exec(version)?.[0] ?? Number.NaN);

/** A JDK's version has up to seven parts and a build behind `+` (JEP 322); Java 8 called itself 1.8.0_392. */
function javaVersion(text: string): string | undefined {
  const [, old, update] = /^1\.(\d)(?:\.0(?:_(\d+))?)?(?:\D|$)/.exec(text) ?? [];
  if (old !== undefined) return `${old}.0.${update ?? "0"}`;
  const [, major, minor = "0", patch = "0", rest = ""] = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(.*)$/.exec(text) ?? [];
  if (major === undefined) return undefined;
  return `${major}.${minor}.${patch}${/^[-.]?ea\b/i.test(rest) ? "-ea" : ""}`;
}

/** `1.23rc1` is written `1.23.0-rc.1` where versions are compared. */
function goVersion(text: string): string | undefined {
  const [, major, minor, patch = "0", kind, number] =
    /^(\d+)\.(\d+)(?:\.(\d+))?(?:-?(rc|beta)\.?(\d+))?$/.exec(text.replace(/^go/, "")) ?? [];
  if (major === undefined) return undefined;
  return `${major}.${minor}.${patch}${kind === undefined ? "" : `-${kind}.${number}`}`;
}

/**
 * @param language whose
 * @param text a version as an installation is called: `v22.11.0`, `17.0.15+6`, `go1.22`
 * @returns it as three numbers, so that it can be compared; undefined when it is none
 */
export function normalVersion(language: Language, text: string): string | undefined {
  const plain = text.trim();
  if (plain.length > MOST) return undefined;
  if (language === "java") return javaVersion(plain);
  if (language === "go") return goVersion(plain);
  return valid(plain) ?? undefined;
}

/**
 * @param a a version as {@link normalVersion} gives it
 * @param b another
 * @returns less than 0 when `a` is older; what is no version comes before all that are
 */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [valid(a), valid(b)];
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return compare(one, other);
}

/**
 * @param language whose
 * @param version a version as {@link normalVersion} gives it
 * @returns its line: `22`, `17`, `1.22`
 */
export function lineOf(language: Language, version: string): string {
  const [major = "", minor = ""] = version.split(".");
  return language === "node" || language === "java" ? major : `${major}.${minor}`;
}

function rangeRequest(language: Language, text: string): Request | undefined {
  const range = validRange(text);
  const least = range === null ? null : minVersion(range);
  if (range === null || least === null) return undefined;
  // A preview serves where it is asked for by name.
  const wantsPreview = /\d-/.test(text);
  const fits = (version: string): boolean =>
    satisfies(version, range, { includePrerelease: wantsPreview }) && (wantsPreview || prerelease(version) === null);
  const isOfOneLine = hasUpperEnd(language, least, range);
  return { fits, line: isOfOneLine ? lineOf(language, least.version) : null, least: least.version, passesOver: 0 };
}

/** `>=18` names no line, `^18.2` does. */
function hasUpperEnd(language: Language, { major, minor }: SemVer, range: string): boolean {
  const next = language === "node" || language === "java" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
  return !satisfies(next, range);
}

const anyRelease = (passesOver = 0): Request => ({
  fits: (version) => prerelease(version) === null,
  line: null,
  least: null,
  passesOver,
});

function isLts(version: string, lts: string | undefined): boolean {
  return lts !== undefined || Object.values(NODE_LTS).includes(majorOf(version));
}

function nodeRequest(text: string): Request | undefined {
  const plain = text.replace(/^node[@-]/i, "").toLowerCase();
  if (/^(?:node|latest|current|stable|\*|x)$/.test(plain)) return anyRelease();
  const [, lts] = /^lts(?:[/_-](.*))?$/.exec(plain) ?? [];
  if (/^lts/.test(plain) && (lts === undefined || lts === "*" || lts === "latest")) {
    return { fits: isLts, line: null, least: null, passesOver: 0 };
  }
  const [, back] = /^-(\d)$/.exec(lts ?? "") ?? [];
  if (back !== undefined) return { fits: isLts, line: null, least: null, passesOver: Number(back) };
  if (lts !== undefined) {
    const major = Object.hasOwn(NODE_LTS, lts) ? NODE_LTS[lts] : undefined;
    if (major !== undefined) return rangeRequest("node", String(major));
    return /^[a-z]+$/.test(lts) ? { fits: (_, own) => own === lts, line: null, least: null, passesOver: 0 } : undefined;
  }
  return rangeRequest("node", plain);
}

/** Vendors stand before or behind: `temurin-21.0.1+12`, `21.0.2-tem`, `zulu17`. */
function javaRequest(text: string): Request | undefined {
  const plain = text.replace(/^[a-z][a-z_-]*(?:jre|jdk)?-?(?=\d)/i, "").replace(/-(?!ea\b)[a-z][a-z0-9]*$/i, "");
  if (/[\s<>=^~|*x]/.test(plain)) return rangeRequest("java", plain.replaceAll(/\+\S+/g, ""));
  const version = javaVersion(plain);
  if (version === undefined) return undefined;
  const parts = /^1\.\d$|^\d+(?:-ea)?$/.test(plain) ? 1 : /^\d+\.\d+$/.test(plain) ? 2 : 3;
  const [main = "", preview] = version.split("-");
  const range = main.split(".").slice(0, parts).join(".");
  if (preview === undefined) return rangeRequest("java", range);
  return { fits: (one) => lineOf("java", one) === lineOf("java", main), line: range, least: main, passesOver: 0 };
}

function goRequest(text: string): Request | undefined {
  const plain = text.replace(/^go/, "");
  if (/^(?:stable|latest)$/.test(plain)) return anyRelease();
  if (plain === "oldstable") return anyRelease(1);
  const preview = /\d(?:rc|beta)\d/.test(plain) ? goVersion(plain) : undefined;
  return rangeRequest("go", preview ?? plain);
}

/** `1.75-x86_64-unknown-linux-gnu`: rustup writes for which machine behind the channel. */
export function rustChannel(name: string): string {
  return name.replace(/-(?:x86_64|aarch64|i686|armv7|arm|riscv64gc|powerpc64le|s390x|loongarch64)-.*$/, "");
}

function rustRequest(text: string): Request | undefined {
  const channel = rustChannel(text);
  if (/^(?:stable|beta|nightly)(?:-\d{4}-\d\d-\d\d)?$/.test(channel)) {
    return { fits: (version) => channelOf(version) === channel, line: null, least: null, passesOver: 0 };
  }
  return /^\d+\.\d+/.test(channel) ? rangeRequest("rust", channel) : undefined;
}

/** A version without a preview's sign is one of the stable channel. */
function channelOf(version: string): string {
  if (valid(version) === null) return rustChannel(version);
  const [kind] = prerelease(version) ?? ["stable"];
  return String(kind);
}

const READERS: Readonly<Record<Language, (text: string) => Request | undefined>> = {
  node: nodeRequest,
  java: javaRequest,
  go: goRequest,
  rust: rustRequest,
};

/**
 * @param wish what a repository asks for
 * @returns what that asks of versions; undefined when nobody could know, such as `lts/next-one` or an expression
 */
export function requestOf({ language, version }: Pick<ToolchainWish, "language" | "version">): Request | undefined {
  const text = version.trim().replace(/^v(?=\d)/, "");
  return text === "" || text.length > MOST ? undefined : READERS[language](text);
}

/**
 * @param a what one place asks for
 * @param b what another does
 * @returns whether both take the same versions, however they are written: `v22` and `22.x`
 */
export function asksTheSame(
  a: Pick<ToolchainWish, "language" | "version">,
  b: Pick<ToolchainWish, "language" | "version">,
): boolean {
  if (a.language !== b.language) return false;
  if (a.version.trim() === b.version.trim()) return true;
  const plain = ({ language, version }: typeof a): string => {
    const text = version.trim().replace(/^(?:v|go)(?=\d)/, "");
    const range = language === "rust" && !/^\d/.test(text) ? null : validRange(text);
    return range ?? (language === "java" ? (coerce(text)?.version ?? text) : text);
  };
  return plain(a) === plain(b);
}

/**
 * @param wish what a repository asks for
 * @returns whether it names one release and no line of them: `22.11.0`, which machines seldom keep for long
 */
export function namesOneRelease({ language, version }: Pick<ToolchainWish, "language" | "version">): boolean {
  const text = version.trim().replace(/^(?:v|go|[a-z]+-)(?=\d)/i, "");
  if (language === "rust") return /^\d+\.\d+\.\d+$|-\d{4}-\d\d-\d\d$/.test(text);
  return /^\d+\.\d+\.\d+(?:[+.-]\w.*)?$/.test(text);
}
