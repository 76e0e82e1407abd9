import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { type Distribution, FLOATING_MS, isPinned, isYoung, UNUSED_MS } from "../../core/gates/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { EnvironmentStore, KeptEnvironment, NewEnvironment } from "../../ports/environment-store.ts";
import type { EnvironmentRecord } from "./environment-record.ts";

/** Environments that are kept at most; those used least go first. */
const MOST_KEPT = 100;
/** Whoever found one a moment ago may still be at work in it. */
const IN_USE_MS = 6 * 3600 * 1000;
/** A shebang has room for few bytes (128 in older kernels), so names are short. */
const NAME_LENGTH = 24;

/**
 * @param env the process environment
 * @returns absolute folder of the environments that are kept for this person; it need not exist
 */
export function environmentHome(env: Readonly<Record<string, string | undefined>>): string {
  const given = env["XDG_CACHE_HOME"] ?? "";
  const home = isAbsolute(given) ? given : join(env["HOME"] || homedir(), ".cache");
  return join(home, "turnpike", "environments");
}

function sitesOf(folder: string): readonly string[] {
  const versions = readdirSync(join(folder, "lib")).filter((name) => name.startsWith("python"));
  return versions.sort().map((version) => join(folder, "lib", version, "site-packages"));
}

/** Throws when it is no whole environment. */
function lookOf(folder: string): string {
  const python = realpathSync(join(folder, "bin", "python"));
  const { size, mtimeMs } = statSync(python);
  const folders = [...sitesOf(folder), join(folder, "bin")].map((one) => [one, statSync(one).mtimeMs]);
  return JSON.stringify([python, size, mtimeMs, folders, readFileSync(join(folder, "pyvenv.cfg"), "utf8")]);
}

interface Contents {
  readonly distributions: readonly Distribution[];
  readonly digest: string;
}

/** Records hold a digest of each file; scripts name this very folder, and uv's own note the time. */
function recordOf(info: string): string {
  const path = join(info, "RECORD");
  if (!existsSync(path)) return "";
  const lines = readFileSync(path, "utf8").split(/\r?\n/);
  return lines
    .filter((line) => !line.startsWith("../") && !/uv_cache\.json|\.pyc,/.test(line))
    .sort()
    .join("\n");
}

function contentsOf(folder: string): Contents {
  const hash = createHash("sha256");
  const distributions: Distribution[] = [];
  for (const site of sitesOf(folder)) {
    for (const name of readdirSync(site).sort()) {
      if (!/\.(?:dist-info|egg-info|egg-link|egg)$/.test(name)) continue;
      const address = join(site, name, "direct_url.json");
      const source = existsSync(address) ? readFileSync(address, "utf8") : "";
      distributions.push({
        name: name.replace(/\.[a-z-]+$/, "").replace(/-[^-]*$/, ""),
        isLocal: /"url":\s*"file:/.test(source),
      });
      hash.update(`${name}\0${source}\0${recordOf(join(site, name))}\0`);
    }
  }
  return { distributions, digest: hash.digest("hex") };
}

/** Environments in a folder: `KEY.json` names the folder of the newest that is whole; others are leftovers. */
export class NodeEnvironmentStore implements EnvironmentStore {
  readonly #home: string;
  readonly #clock: Pick<Clock, "now">;
  readonly #findsNothing: boolean;

  /**
   * @param home absolute folder, which need not exist
   * @param clock tells how old environments are
   * @param findsNothing true to make every environment anew
   */
  constructor(home: string, clock: Pick<Clock, "now">, findsNothing = false) {
    this.#home = home;
    this.#clock = clock;
    this.#findsNothing = findsNothing;
  }

  async find(key: string): Promise<KeptEnvironment | undefined> {
    if (this.#findsNothing) return undefined;
    try {
      const file = this.#recordFile(key);
      const record = await this.#read(file);
      if (record === undefined) return undefined;
      const now = this.#clock.now();
      const times = { madeAt: new Date(record.madeAt), usedAt: statSync(file).mtime, isPinned: record.isPinned };
      if (!isYoung(times, now)) return undefined;
      const kept = this.#kept(key, record);
      if (!(await this.isWhole(kept))) return undefined;
      await utimes(file, now, now);
      return kept;
    } catch {
      return undefined;
    }
  }

  async place(key: string): Promise<string | undefined> {
    try {
      // Others must not put programs there that are run later.
      await mkdir(this.#home, { recursive: true, mode: 0o700 });
      return join(this.#home, `${key.slice(0, NAME_LENGTH)}-${randomUUID().slice(0, 8)}`);
    } catch {
      return undefined;
    }
  }

  async keep({ key, folder, pins, leans }: NewEnvironment): Promise<KeptEnvironment | undefined> {
    try {
      // The first import of a module would make it, and look like an installation.
      for (const site of sitesOf(folder)) mkdirSync(join(site, "__pycache__"), { recursive: true });
      const { distributions, digest } = contentsOf(folder);
      const record: EnvironmentRecord = {
        schema: "turnpike/environment/1",
        folder: folder.slice(this.#home.length + 1),
        madeAt: this.#clock.now().toISOString(),
        isPinned: isPinned(distributions, pins),
        installed: digest,
        look: lookOf(folder),
        leans: leans.filter((path) => existsSync(path)),
      };
      await this.#leave(await this.#read(this.#recordFile(key)));
      await this.#write(this.#recordFile(key), record);
      await this.#prune().catch(() => undefined);
      return this.#kept(key, record);
    } catch {
      return undefined;
    }
  }

  async isWhole({ folder, identity }: KeptEnvironment): Promise<boolean> {
    try {
      const record = await this.#read(this.#recordFile(identity.split(" ")[0] ?? ""));
      // Of one that another run replaced meanwhile nothing is known any more.
      if (record === undefined || join(this.#home, record.folder) !== folder) return false;
      return record.look === lookOf(folder) && record.leans.every((path) => existsSync(path));
    } catch {
      return false;
    }
  }

  #recordFile(key: string): string {
    return join(this.#home, `${key.slice(0, NAME_LENGTH)}.json`);
  }

  #kept(key: string, { folder, installed }: EnvironmentRecord): KeptEnvironment {
    return { folder: join(this.#home, folder), identity: `${key} ${installed}` };
  }

  async #read(file: string): Promise<EnvironmentRecord | undefined> {
    if (!existsSync(file)) return undefined;
    // Most runs have no such environment, and start sooner without what checks its record.
    const { parseEnvironmentRecord } = await import("./environment-record.ts");
    return parseEnvironmentRecord(readFileSync(file, "utf8"));
  }

  async #write(file: string, record: EnvironmentRecord): Promise<void> {
    const temporary = `${file}.${randomUUID()}.tmp`;
    await writeFile(temporary, `${JSON.stringify(record)}\n`);
    const now = this.#clock.now();
    await utimes(temporary, now, now);
    await rename(temporary, file);
  }

  /** One that is replaced may still be in use: its time as a leftover begins now. */
  async #leave(old: EnvironmentRecord | undefined): Promise<void> {
    const now = this.#clock.now();
    if (old !== undefined) await utimes(join(this.#home, old.folder), now, now).catch(() => undefined);
  }

  /** Records that nobody used for long or that are too many, then folders that no record names. */
  async #prune(): Promise<void> {
    const now = this.#clock.now().getTime();
    const names = readdirSync(this.#home);
    const ages = names
      .filter((name) => name.endsWith(".json"))
      .map((name) => ({ name, age: now - statSync(join(this.#home, name)).mtimeMs }))
      .sort((a, b) => a.age - b.age);
    const old = ages.filter(({ age }, at) => age > UNUSED_MS || (at >= MOST_KEPT && age > IN_USE_MS));
    for (const { name } of old) await rm(join(this.#home, name), { force: true });
    const gone = new Set(old.map(({ name }) => name));
    const whole = ages.filter(({ name }) => !gone.has(name));
    const records = await Promise.all(whole.map(({ name }) => this.#read(join(this.#home, name))));
    const named = new Set(records.map((record) => record?.folder));
    const freed = new Set(old.map(({ name }) => name.slice(0, -".json".length)));
    for (const name of names.filter((one) => !one.endsWith(".json") && !named.has(one))) {
      const path = join(this.#home, name);
      const isFreed = freed.has(name.slice(0, NAME_LENGTH));
      // What is being made has no record yet, and what was replaced may still be in use.
      if (isFreed || now - statSync(path).mtimeMs > FLOATING_MS) await rm(path, { recursive: true, force: true });
    }
  }
}
