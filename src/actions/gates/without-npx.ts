import { createHash } from "node:crypto";
import { basename, join } from "node:path/posix";
import type { Command } from "../../ports/processes.ts";
import type { GatePorts } from "./gate-ports.ts";

/** One version of one package; a range or a tag must be asked for anew. */
const EXACT = /^((?:@[\w.~-]+\/)?[\w~][\w.~-]*)@(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$/;
const MOST_BYTES = 1024 * 1024;

/** Where npm keeps what npx brought: one folder for each list of packages (libnpmexec, lib/index.js, `installDir`). */
function folderOf(spec: string, { npm_config_cache: cache, HOME: home }: Command["env"]): string | undefined {
  if (cache === undefined && home === undefined) return undefined;
  const name = createHash("sha512").update(spec).digest("hex").slice(0, 16);
  return join(cache ?? join(home ?? "", ".npm"), "_npx", name, "node_modules");
}

/** The program that npx starts of a package (libnpmexec, lib/get-bin-from-manifest.js). */
function programOf(name: string, bin: unknown): string | undefined {
  const own = basename(name);
  if (typeof bin === "string") return own;
  const names = Object.keys(typeof bin === "object" && bin !== null ? bin : {});
  return names.length === 1 || new Set(Object.values(bin ?? {})).size === 1
    ? names[0]
    : names.find((one) => one === own);
}

async function manifestAt(path: string, { files }: GatePorts): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const size = await files.size(path);
    if (size === undefined || size > MOST_BYTES) return undefined;
    const manifest: unknown = JSON.parse((await files.readText(path)) ?? "");
    return typeof manifest === "object" && manifest !== null ? { ...manifest } : undefined;
  } catch {
    return undefined; // npx says what is wrong with it.
  }
}

/**
 * `npx --yes pnpm@10.33.0 build` takes most of a second before pnpm starts, for each gate anew. Where npx has brought just
 * this version already, its program is started itself, with its folder on `PATH` as npx puts it.
 *
 * @param command any command
 * @param ports the world
 * @returns the same without npx; as it was where npx has something to decide or to bring
 */
export async function withoutNpx(command: Command, ports: GatePorts): Promise<Command> {
  const { file, args, env } = command;
  const [yes, spec = "", ...rest] = args;
  const [, name = "", version] = (basename(file) === "npx" && yes === "--yes" ? EXACT.exec(spec) : null) ?? [];
  const folder = name === "" ? undefined : folderOf(spec, env);
  if (folder === undefined) return command;
  const manifest = await manifestAt(join(folder, name, "package.json"), ports);
  const program = manifest?.["version"] === version ? programOf(name, manifest?.["bin"]) : undefined;
  if (program === undefined || program.includes("/")) return command;
  const bin = join(folder, ".bin");
  if (!(await ports.files.exists(join(bin, program)))) return command;
  return { ...command, file: join(bin, program), args: rest, env: { ...env, PATH: `${bin}:${env["PATH"] ?? ""}` } };
}
