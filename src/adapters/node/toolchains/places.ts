import { homedir } from "node:os";
import { join } from "node:path";
import type { Language } from "../../../core/toolchains/index.ts";

type Env = Readonly<Record<string, string>>;

/** A folder that keeps one installation an entry, named by its version. */
export interface Place {
  readonly language: Language;
  /** What people call whoever keeps it. */
  readonly origin: string;
  /** Absolute. */
  readonly folder: string;
  /** The version in the name of an entry. */
  readonly name: RegExp;
  /** From an entry to the home of the toolchain. */
  readonly inner: string;
  /** True where an entry counts only with a file `<inner>.complete` beside its home (@actions/tool-cache). */
  readonly isMarked?: true;
}

const ANY = /^v?(\d.*)$/;
/** Vendors stand before or behind the versions of Java. */
const JAVA = /^(?:[a-z][a-z_-]*-)?(\d.*)$/i;

/** Names of processors in tool caches (@actions/tool-cache, `os.arch()`). */
export function archOf(): string {
  return process.arch;
}

interface Roots {
  readonly home: string;
  readonly data: string;
  readonly asdf: string;
  readonly mise: string;
  readonly cache: string | undefined;
}

function rootsOf(env: Env): Roots {
  const home = env["HOME"] || homedir();
  const data = env["XDG_DATA_HOME"] || join(home, ".local", "share");
  return {
    home,
    data,
    asdf: env["ASDF_DATA_DIR"] || join(home, ".asdf"),
    mise: env["MISE_DATA_DIR"] || join(data, "mise"),
    cache: env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"] || undefined,
  };
}

type Row = readonly [origin: string, folder: string, name?: RegExp, inner?: string];

function nodeRows(env: Env, { home, data, asdf, mise }: Roots): readonly Row[] {
  const fnm = env["FNM_DIR"] === undefined ? [join(data, "fnm"), join(home, ".fnm")] : [env["FNM_DIR"]];
  return [
    ["nvm", join(env["NVM_DIR"] || join(home, ".nvm"), "versions", "node")],
    ...fnm.map((root): Row => ["fnm", join(root, "node-versions"), ANY, "installation"]),
    ["volta", join(env["VOLTA_HOME"] || join(home, ".volta"), "tools", "image", "node")],
    ["mise", join(mise, "installs", "node")],
    ["asdf", join(asdf, "installs", "nodejs")],
    ["nodenv", join(env["NODENV_ROOT"] || join(home, ".nodenv"), "versions")],
    ["n", join(env["N_PREFIX"] || "/usr/local", "n", "versions", "node")],
  ];
}

function javaRows(env: Env, { home, asdf, mise }: Roots): readonly Row[] {
  const all = /^(.*)$/;
  return [
    ["sdkman", join(env["SDKMAN_DIR"] || join(home, ".sdkman"), "candidates", "java"), JAVA],
    ["mise", join(mise, "installs", "java"), JAVA],
    ["asdf", join(asdf, "installs", "java"), JAVA],
    ["the system", "/usr/lib/jvm", all],
    ["the system", "/Library/Java/JavaVirtualMachines", all, join("Contents", "Home")],
    ["~/.jdks", join(home, ".jdks"), all],
    ["Gradle", join(env["GRADLE_USER_HOME"] || join(home, ".gradle"), "jdks"), all],
  ];
}

function goRows(env: Env, { home, asdf, mise }: Roots): readonly Row[] {
  const path = (env["GOPATH"] ?? "").split(":")[0] || join(home, "go");
  const modules = env["GOMODCACHE"] || join(path, "pkg", "mod");
  return [
    ["mise", join(mise, "installs", "go")],
    ["asdf", join(asdf, "installs", "golang"), ANY, "go"],
    ["goenv", join(env["GOENV_ROOT"] || join(home, ".goenv"), "versions")],
    ["~/sdk", join(home, "sdk"), /^go(\d.*)$/],
    ["Go's own cache", join(modules, "golang.org"), /^toolchain@v[\d.]+-go(\d[\w.]*)\.[a-z0-9]+-[a-z0-9]+$/],
  ];
}

function rustRows(env: Env, { home }: Roots): readonly Row[] {
  return [["rustup", join(env["RUSTUP_HOME"] || join(home, ".rustup"), "toolchains"), /^(.*)$/]];
}

const ROWS: Readonly<Record<Language, (env: Env, roots: Roots) => readonly Row[]>> = {
  node: nodeRows,
  java: javaRows,
  go: goRows,
  rust: rustRows,
};

/** Names of tools in a runner's tool cache; those of Java carry the vendor. */
export const CACHED: Readonly<Partial<Record<Language, RegExp>>> = {
  node: /^node$/,
  go: /^go$/,
  java: /^Java_.*_jdk$/i,
};

/**
 * @param language whose
 * @param env the environment of this process
 * @returns the runner's tool cache; undefined where there is none
 */
export function toolCache(env: Env): string | undefined {
  return rootsOf(env).cache;
}

/**
 * @param language whose
 * @param folder of one tool in a runner's tool cache
 * @returns how it keeps versions: `node/22.11.0/x64`, `Java_Temurin-Hotspot_jdk/21.0.5-11/x64`
 */
export function cachePlace(language: Language, folder: string): Place {
  const name = language === "java" ? JAVA : ANY;
  return { language, origin: "the runner's tool cache", folder, name, inner: archOf(), isMarked: true };
}

/**
 * @param language whose
 * @param env the environment of this process; none of it comes from a repository
 * @returns folders that may keep versions, those that people choose themselves first
 */
export function placesOf(language: Language, env: Env): readonly Place[] {
  return ROWS[language](env, rootsOf(env)).map(([origin, folder, name = ANY, inner = ""]) => ({
    ...{ language, origin, folder, name, inner },
  }));
}
