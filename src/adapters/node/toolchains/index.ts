import { readdir, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { valid } from "semver";
import { type InstalledToolchain, type Language, normalVersion, rustChannel } from "../../../core/toolchains/index.ts";
import type { Processes } from "../../../ports/processes.ts";
import type { StartedManager, Toolchains } from "../../../ports/toolchains.ts";
import { hasProgram, MAIN_PROGRAM, nodeHeader, textOf, toldVersion, variablesFor } from "./home.ts";
import { findManager } from "./package-managers.ts";
import { archOf, CACHED, cachePlace, type Place, placesOf, toolCache } from "./places.ts";

/** More versions of one tool are not looked at. */
const MOST_ENTRIES = 200;
/** Longest that a program may take to say its version, in ms; a JVM on a busy machine needs a second. */
const VERSION_MS = 10_000;

async function entriesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.slice(0, MOST_ENTRIES).sort();
}

/** How programs are asked for their version, and where they say it. */
const ASKED: Readonly<Record<Language, readonly [args: readonly string[], answer: RegExp]>> = {
  node: [["--version"], /^v(\d+\.\d+\.\d+\S*)/m],
  java: [["-version"], /version "([^"]+)"/],
  go: [["version"], /\bgo(\d\S*)/],
  rust: [["--version"], /^rustc (\d\S*)/m],
};

/** Looks for toolchains where runners, version managers and the system keep them. */
export class NodeToolchains implements Toolchains {
  readonly #processes: Processes;
  readonly #env: Readonly<Record<string, string>>;
  readonly #installed = new Map<Language, Promise<readonly InstalledToolchain[]>>();
  readonly #started = new Map<string, Promise<StartedManager | undefined>>();
  readonly #onPath = new Map<Language, Promise<InstalledToolchain | undefined>>();

  /**
   * @param processes finds programs on the path, and asks those that tell their version in no file
   * @param env the environment of this process
   */
  constructor(processes: Processes, env: Readonly<Record<string, string>>) {
    this.#processes = processes;
    this.#env = env;
  }

  installed(language: Language): Promise<readonly InstalledToolchain[]> {
    const known = this.#installed.get(language) ?? this.#lookFor(language);
    this.#installed.set(language, known);
    return known;
  }

  onPath(language: Language): Promise<InstalledToolchain | undefined> {
    const known = this.#onPath.get(language) ?? this.#lookOnPath(language);
    this.#onPath.set(language, known);
    return known;
  }

  async managers(language: Language): Promise<readonly string[]> {
    const places = placesOf(language, this.#env);
    // A manager that keeps no version yet is one all the same.
    const roots: Readonly<Record<string, number>> = {
      nvm: 2,
      fnm: 1,
      volta: 3,
      mise: 2,
      asdf: 2,
      nodenv: 1,
      sdkman: 2,
      goenv: 1,
    };
    const found = await Promise.all(
      places.map(async ({ origin, folder }) => {
        const levels = roots[origin];
        if (levels === undefined) return undefined;
        const root = Array.from({ length: levels }).reduce<string>((at) => dirname(at), folder);
        return (await entriesOf(root)).length > 0 ? origin : undefined;
      }),
    );
    return [...new Set(found.filter((one) => one !== undefined))];
  }

  packageManager(spec: string, env: Readonly<Record<string, string>>): Promise<StartedManager | undefined> {
    const key = `${spec}\0${env["PATH"] ?? ""}`;
    const known = this.#started.get(key) ?? findManager(spec, env, this.#processes);
    this.#started.set(key, known);
    return known;
  }

  async #lookFor(language: Language): Promise<readonly InstalledToolchain[]> {
    const cache = toolCache(this.#env);
    const isTool = CACHED[language];
    const tools =
      cache === undefined || isTool === undefined ? [] : (await entriesOf(cache)).filter((one) => isTool.test(one));
    const cached = tools.map((one) => cachePlace(language, join(cache ?? "", one)));
    const named = language === "java" ? await this.#namedJavas() : [];
    const places = await Promise.all([...cached, ...placesOf(language, this.#env)].map((place) => this.#lookIn(place)));
    const all = [...named, ...places.flat()];
    const byHome = new Map<string, InstalledToolchain>();
    for (const one of all) {
      const real = await realpath(one.home).catch(() => one.home);
      if (!byHome.has(real)) byHome.set(real, one);
    }
    return [...byHome.values()];
  }

  /** GitHub's runners name their JDKs in `JAVA_HOME_21_X64` (actions/runner-images). */
  async #namedJavas(): Promise<readonly InstalledToolchain[]> {
    const arch = archOf().toUpperCase();
    const found = await Promise.all(
      Object.entries(this.#env).map(async ([name, home]) => {
        const [, major, of] = /^JAVA_HOME_(\d+)_([A-Z0-9]+)$/.exec(name) ?? [];
        if (major === undefined || of !== arch || !home.startsWith("/")) return undefined;
        return this.#at("java", home, `${major}.0.0`, name);
      }),
    );
    return found.filter((one) => one !== undefined);
  }

  async #lookIn({ language, origin, folder, name, inner, isMarked }: Place): Promise<readonly InstalledToolchain[]> {
    const entries = await entriesOf(folder);
    const found = await Promise.all(
      entries.map(async (entry) => {
        const named = name.exec(entry)?.[1];
        const home = join(folder, entry, inner);
        const version = named === undefined ? undefined : this.#nameOf(language, named);
        if (named === undefined || (version === undefined && language !== "java")) return undefined;
        if (isMarked === true && !(await entriesOf(join(folder, entry))).includes(`${inner}.complete`))
          return undefined;
        return this.#at(language, home, version, origin);
      }),
    );
    return found.filter((one) => one !== undefined);
  }

  #nameOf(language: Language, named: string): string | undefined {
    if (language !== "rust") return normalVersion(language, named);
    const channel = rustChannel(named);
    return normalVersion("rust", channel) ?? normalVersion("rust", `${channel}.0`) ?? channel;
  }

  async #at(
    language: Language,
    home: string,
    named: string | undefined,
    origin: string,
  ): Promise<InstalledToolchain | undefined> {
    const bin = join(home, "bin");
    if (!(await hasProgram(join(bin, MAIN_PROGRAM[language])))) return undefined;
    // A JDK's folder is called as people like; what it says of itself counts.
    const version = (language === "java" ? await toldVersion("java", home) : undefined) ?? named;
    if (version === undefined) return undefined;
    const found = { language, version, origin, home };
    if (language === "rust") return { ...found, ...(await this.#throughRustup(home, bin)) };
    const lts = language === "node" ? (await nodeHeader(home))?.lts : undefined;
    const own = { bins: [bin], variables: variablesFor(language, home, this.#env) };
    return { ...found, ...own, ...(lts === undefined ? {} : { lts }) };
  }

  /** Programs of rustup take the toolchain that a variable names, and know `cargo +nightly`; without them its own are put first. */
  async #throughRustup(home: string, bin: string): Promise<Pick<InstalledToolchain, "bins" | "variables">> {
    const own = join(this.#env["CARGO_HOME"] || join(this.#env["HOME"] || homedir(), ".cargo"), "bin");
    if (!(await hasProgram(join(own, "rustup")))) return { bins: [bin], variables: {} };
    const name = home.slice(home.lastIndexOf("/") + 1);
    return { bins: [own], variables: { RUSTUP_TOOLCHAIN: name } };
  }

  async #lookOnPath(language: Language): Promise<InstalledToolchain | undefined> {
    const given = language === "java" ? this.#env["JAVA_HOME"] : undefined;
    // Maven and Gradle take this one before the path.
    const own = given === undefined ? undefined : await this.#at("java", given, undefined, "JAVA_HOME");
    if (own !== undefined) return { ...own, bins: [], variables: {} };
    const program = await this.#processes.which(MAIN_PROGRAM[language], this.#env);
    if (program === undefined) return undefined;
    const real = await realpath(program).catch(() => program);
    const home = dirname(dirname(real));
    const ofRustup = language === "rust" ? await this.#rustupDefault(dirname(real)) : undefined;
    if (ofRustup !== undefined) return { ...ofRustup, origin: "the path", bins: [], variables: {} };
    const version = (await this.#versionOf(language, home, real)) ?? (await this.#ask(language, program));
    if (version === undefined) return undefined;
    const lts = language === "node" ? (await nodeHeader(home))?.lts : undefined;
    const found = { language, version, origin: "the path", home, bins: [], variables: {} };
    return lts === undefined ? found : { ...found, lts };
  }

  /** Asking rustup's programs takes longer than all the rest. */
  async #rustupDefault(bin: string): Promise<InstalledToolchain | undefined> {
    if (!(await hasProgram(join(bin, "rustup")))) return undefined;
    const root = this.#env["RUSTUP_HOME"] || join(this.#env["HOME"] || homedir(), ".rustup");
    const settings = (await textOf(join(root, "settings.toml"))) ?? "";
    const name = this.#env["RUSTUP_TOOLCHAIN"] ?? /^default_toolchain = "([^"]+)"$/m.exec(settings)?.[1];
    const home = join(root, "toolchains", name ?? "");
    const all = await this.installed("rust");
    return name === undefined ? undefined : all.find((one) => one.home === home && valid(one.version) !== null);
  }

  async #versionOf(language: Language, home: string, program: string): Promise<string | undefined> {
    if (language === "node" && program === process.execPath) return process.versions.node;
    return toldVersion(language, home);
  }

  /** Asked outside of any repository, whose files could ask for another one. */
  async #ask(language: Language, program: string): Promise<string | undefined> {
    const [args, answer] = ASKED[language];
    const command = { file: program, args, cwd: "/", env: { ...this.#env, GOTOOLCHAIN: "local" } };
    const { stdout, stderr } = await this.#processes.capture(command, { timeoutMs: VERSION_MS, maxBytes: 64 * 1024 });
    const version = answer.exec(`${stdout}\n${stderr}`)?.[1];
    return version === undefined ? undefined : normalVersion(language, version);
  }
}
