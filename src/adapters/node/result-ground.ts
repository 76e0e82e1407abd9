import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ResultGround } from "../../core/gates/index.ts";
import type { Processes } from "../../ports/processes.ts";
import type { GroundRequest, ResultGrounds } from "../../ports/result-ground.ts";
import { type WorkTree, WorkTreeReader } from "./work-tree.ts";

/** A larger program is told by size and time. */
const LARGEST_READ_BYTES = 8 * 1024 * 1024;

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function names(folder: string): readonly string[] {
  return attempt(() => readdirSync(folder).sort()) ?? [];
}

/** What an installed Python environment is: its interpreter, and the names of what is installed, versions included. */
function pythonPackages(folder: string): string {
  const config = attempt(() => readFileSync(join(folder, "pyvenv.cfg"), "utf8"));
  if (config === undefined) return "";
  const libraries = ["lib", "Lib"].flatMap((lib) => {
    const versions = lib === "Lib" ? [""] : names(join(folder, lib)).filter((name) => name.startsWith("python"));
    return versions.map((version) => join(folder, lib, version, "site-packages"));
  });
  const installed = libraries.flatMap((site) => names(site).filter((name) => name !== "__pycache__"));
  return digest(JSON.stringify([config, installed]));
}

/** What package managers write when they have installed: npm, pnpm, Yarn. */
const INSTALLED = [".package-lock.json", ".modules.yaml", ".pnpm/lock.yaml", ".yarn-state.yml", ".yarn-integrity"];

function nodePackages(folder: string): string {
  if (attempt(() => statSync(folder).isDirectory()) !== true) return "";
  const texts = INSTALLED.map((name) => attempt(() => readFileSync(join(folder, name), "utf8")) ?? "");
  // Without any of them the names alone must do.
  return digest(JSON.stringify(texts.every((text) => text === "") ? names(folder) : texts));
}

function packagesAt(root: string, place: string): string {
  const [folder = ".", name = ""] = place.split("\0");
  const path = isAbsolute(name) ? name : join(root, folder, name);
  return name === "node_modules" ? nodePackages(path) : pythonPackages(path);
}

/** Names and paths; `readdirSync` takes four times as long when it is to go into folders itself. */
function programFiles(folder: string, prefix: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [name, file] = [prefix + entry.name, `${folder}/${entry.name}`];
    if (entry.isDirectory()) return programFiles(file, `${name}/`);
    return /\.[jt]s$/.test(name) ? [[name, file] as const] : [];
  });
}

/** The files of this program: a build or another version has others. */
function ownFiles(): string {
  const own = fileURLToPath(import.meta.url);
  const isSource = own.endsWith(".ts");
  const looks = programFiles(isSource ? resolve(dirname(own), "..", "..") : dirname(own), "").map(([name, file]) => {
    const { size, mtimeMs } = statSync(file);
    return `${name} ${size}${isSource ? ` ${mtimeMs}` : ""}`;
  });
  return digest(looks.sort().join("\n"));
}

function distribution(): string {
  const text = attempt(() => readFileSync("/etc/os-release", "utf8")) ?? "";
  const value = (key: string) => new RegExp(`^${key}="?([^"\n]*)"?$`, "m").exec(text)?.[1] ?? "";
  return [value("ID"), value("VERSION_ID")].filter((part) => part !== "").join(" ");
}

function machineOf(env: Readonly<Record<string, string>>): string {
  const image = env["ImageOS"] === undefined ? distribution() : `${env["ImageOS"]} ${env["ImageVersion"] ?? ""}`.trim();
  return [process.platform, process.arch, image].filter((part) => part !== "").join(" ");
}

function isWritten(path: string, written: readonly string[]): boolean {
  return written.some((one) => (one.endsWith("/") ? path.startsWith(one) : path === one));
}

/** Reads what results rest on from git and the disk. */
export class NodeResultGrounds implements ResultGrounds {
  readonly #processes: Processes;
  readonly #trees: WorkTreeReader;
  readonly #isFresh: boolean;
  #begun: { readonly root: string; readonly tree: Promise<WorkTree> } | undefined;

  /**
   * @param processes starts git and finds programs
   * @param env the environment of this process
   * @param isFresh true on a machine that is made anew for each run, where times of files tell nothing
   */
  constructor(processes: Processes, env: Readonly<Record<string, string>>, isFresh: boolean) {
    this.#processes = processes;
    this.#trees = new WorkTreeReader(processes, env);
    this.#isFresh = isFresh;
  }

  async look(request: GroundRequest): Promise<ResultGround> {
    const { root, env } = request;
    const [{ files, blind: blindTree }, programs] = await Promise.all([this.#tree(request), this.#programs(request)]);
    const packages = Object.fromEntries(request.packages.map((place) => [place, packagesAt(root, place)] as const));
    const turnpike = attempt(ownFiles);
    const blind = blindTree ?? (turnpike === undefined ? "this program could not be looked at" : undefined);
    return { files, blind, programs, packages, env, machine: machineOf(env), turnpike: turnpike ?? "" };
  }

  lookAgain(request: GroundRequest): Promise<Pick<ResultGround, "files" | "blind">> {
    return this.#tree(request);
  }

  /**
   * Begins to read the files for the next look, while a plan is made.
   *
   * @param root absolute path of the repository's root
   * @returns what they hold, and where the checkout stands
   */
  begin(root: string): Promise<WorkTree> {
    const tree = this.#read(root);
    this.#begun = { root, tree };
    return tree;
  }

  #read(root: string): Promise<WorkTree> {
    const blind = { files: [], blind: "the files could not be read", untracked: new Set<string>() };
    return this.#trees.read(root).catch(() => ({ ...blind, state: undefined, dirty: true }));
  }

  async #tree({ root, written, isFresh }: GroundRequest): Promise<Pick<ResultGround, "files" | "blind">> {
    const begun = this.#begun?.root === root && isFresh !== true ? this.#begun.tree : undefined;
    this.#begun = undefined;
    const { files, blind, untracked } = await (begun ?? this.#read(root));
    return { files: files.filter(({ path }) => !(untracked.has(path) && isWritten(path, written))), blind };
  }

  async #programs({ root, programs, env }: GroundRequest): Promise<Readonly<Record<string, string>>> {
    const found = await Promise.all(
      programs.map(async (name) => [name, await this.#programOf(name, root, env).catch(() => "absent")] as const),
    );
    return Object.fromEntries(found);
  }

  async #programOf(name: string, root: string, env: Readonly<Record<string, string>>): Promise<string> {
    const isPath = name.includes("/");
    const path = isPath ? resolve(root, name) : await this.#processes.which(name, env);
    if (path === undefined) return "absent";
    const real = realpathSync(path);
    const { size, mtimeMs } = statSync(real);
    // Of what lies in the repository the content counts, as of its files; git may ignore this one.
    if (name.startsWith("./") && size <= LARGEST_READ_BYTES) {
      return createHash("sha256").update(readFileSync(real)).digest("hex");
    }
    return `${real} ${size}${this.#isFresh ? "" : ` ${mtimeMs}`}`;
  }
}
