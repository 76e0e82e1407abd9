import { readdir, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { type ManagerWish, managerWish } from "../../../core/toolchains/index.ts";
import type { Processes } from "../../../ports/processes.ts";
import type { StartedManager } from "../../../ports/toolchains.ts";
import { hasProgram, textOf } from "./home.ts";

type Env = Readonly<Record<string, string>>;

/** Folders between a program and the package.json of what brought it. */
const MOST_UP = 4;
const VERSION_MS = 10_000;

interface Brought {
  readonly name: string;
  readonly version: string;
}

/** The package that a program belongs to: `/usr/lib/node_modules/pnpm/bin/pnpm.cjs` is pnpm's. */
async function packageOf(program: string): Promise<Brought | undefined> {
  let folder = dirname(await realpath(program).catch(() => program));
  for (let level = 0; level < MOST_UP; level += 1, folder = dirname(folder)) {
    const text = await textOf(join(folder, "package.json"));
    try {
      const { name, version } = JSON.parse(text ?? "{}") as Partial<Brought>;
      if (typeof name === "string" && typeof version === "string") return { name, version };
    } catch {
      // A file that is no JSON belongs to nobody.
    }
  }
  return undefined;
}

/** Versions that Corepack has brought before (github.com/nodejs/corepack, `folderUtils.ts`). */
async function broughtByCorepack({ name }: ManagerWish, env: Env): Promise<readonly string[]> {
  const cache = env["XDG_CACHE_HOME"] ?? join(env["HOME"] ?? homedir(), ".cache");
  const home = env["COREPACK_HOME"] ?? join(cache, "node", "corepack");
  return readdir(join(home, "v1", name)).catch(() => []);
}

async function throughCorepack(program: string, wish: ManagerWish, env: Env): Promise<StartedManager | undefined> {
  const version = (await broughtByCorepack(wish, env)).filter(wish.fits).sort().at(-1);
  const corepack = join(dirname(program), "corepack");
  if (version === undefined || !(await hasProgram(corepack))) return undefined;
  return { file: corepack, args: [`${wish.name}@${version}`] };
}

/**
 * @param spec what npx is asked to bring, `pnpm@10.33.0`
 * @param env with the path that is looked through
 * @param processes finds programs, and asks one that belongs to no package
 * @returns how that version is started without bringing it; undefined where it is not here
 */
export async function findManager(spec: string, env: Env, processes: Processes): Promise<StartedManager | undefined> {
  const wish = managerWish(spec);
  const program = wish === undefined ? undefined : await processes.which(wish.name, env);
  if (wish === undefined || program === undefined) return undefined;
  const brought = await packageOf(program);
  if (brought?.name === "corepack") return throughCorepack(program, wish, env);
  if (brought !== undefined) {
    return brought.name === wish.packageName && wish.fits(brought.version) ? { file: program, args: [] } : undefined;
  }
  // Outside of any repository, whose settings could start another version.
  const command = { file: program, args: ["--version"], cwd: "/", env };
  const { stdout } = await processes.capture(command, { timeoutMs: VERSION_MS, maxBytes: 4096 });
  return wish.packageName === wish.name && wish.fits(stdout.trim()) ? { file: program, args: [] } : undefined;
}
