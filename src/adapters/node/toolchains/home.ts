import { constants } from "node:fs";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type InstalledToolchain, type Language, normalVersion } from "../../../core/toolchains/index.ts";

/** The program by which a home is known, and which is asked for its version. */
export const MAIN_PROGRAM: Readonly<Record<Language, string>> = {
  node: "node",
  java: "java",
  go: "go",
  rust: "rustc",
};

/** @returns the text of a file; undefined when it cannot be read */
export async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

/** @returns whether a program can be started there */
export async function hasProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** A JDK says its version in `release`, Go in `VERSION`, Node in a header. */
const TELLS: Readonly<Record<Language, readonly [file: string, pattern: RegExp] | undefined>> = {
  java: ["release", /^JAVA_VERSION="([^"]+)"/m],
  go: ["VERSION", /^go(\S+)/],
  node: undefined,
  rust: undefined,
};

/** What Node says of itself in its header (nodejs.org, node_version.h). */
interface NodeHeader {
  readonly version: string;
  /** Codename of its line with long-term support, in small letters; undefined where it has none. */
  readonly lts: string | undefined;
}

/**
 * @param home absolute folder of a Node
 * @returns what its header says; undefined where it has none
 */
export async function nodeHeader(home: string): Promise<NodeHeader | undefined> {
  const text = (await textOf(join(home, "include", "node", "node_version.h"))) ?? "";
  const defined = (name: string): string | undefined => new RegExp(`^#define ${name} "?(\\w+)"?$`, "m").exec(text)?.[1];
  const numbers = ["MAJOR", "MINOR", "PATCH"].map((part) => defined(`NODE_${part}_VERSION`));
  if (numbers.includes(undefined)) return undefined;
  const isLts = defined("NODE_VERSION_IS_LTS") === "1";
  return { version: numbers.join("."), lts: isLts ? defined("NODE_VERSION_LTS_CODENAME")?.toLowerCase() : undefined };
}

/**
 * @param language whose
 * @param home absolute folder of a toolchain
 * @returns the version that it says of itself; undefined where only running it would tell
 */
export async function toldVersion(language: Language, home: string): Promise<string | undefined> {
  if (language === "node") return (await nodeHeader(home))?.version;
  const tells = TELLS[language];
  if (tells === undefined) return undefined;
  const version = tells[1].exec((await textOf(join(home, tells[0]))) ?? "")?.[1];
  return version === undefined ? undefined : normalVersion(language, version);
}

/**
 * @param language whose
 * @param home absolute folder
 * @param env the environment of this process
 * @returns what commands are told besides the path, so that they take this one
 */
export function variablesFor(
  language: Language,
  home: string,
  env: Readonly<Record<string, string>>,
): InstalledToolchain["variables"] {
  if (language === "java") return { JAVA_HOME: home };
  // A root that is set for another Go would be believed by this one.
  return language === "go" && env["GOROOT"] !== undefined ? { GOROOT: home } : {};
}
