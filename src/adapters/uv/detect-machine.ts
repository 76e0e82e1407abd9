import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Platform } from "../../core/uv/index.ts";
import { detectPlatform } from "./detect-platform.ts";

/** A Python that is installed, but not on PATH. */
interface InstalledPython {
  readonly version: string;
  readonly path: string;
}

/** What the machine is, as far as setting up asks. */
export interface DetectedMachine {
  readonly platform: Platform;
  readonly spareCacheFolder: string;
  readonly shareFileSystem: (a: string, b: string) => Promise<boolean>;
  readonly pythons: readonly InstalledPython[];
}

type Env = Readonly<Record<string, string>>;

async function deviceOf(path: string): Promise<number | undefined> {
  for (let folder = path; ; folder = dirname(folder)) {
    const info = await stat(folder).catch(() => undefined);
    if (info !== undefined) return info.dev;
    if (folder === dirname(folder)) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

/** Interpreters below `<folder>/<version>/`, each looked for at the given places. */
async function pythonsBelow(folder: string | undefined, places: readonly string[]): Promise<InstalledPython[]> {
  if (folder === undefined) return [];
  const versions: readonly string[] = await readdir(folder).catch(() => []);
  const found: InstalledPython[] = [];
  for (const version of versions) {
    for (const place of places) {
      const path = join(folder, version, place);
      if (!(await exists(path))) continue;
      found.push({ version, path });
      break;
    }
  }
  return found;
}

/** The layouts of the runner's tool cache (actions/python-versions) and of pyenv. */
async function findPythons(env: Env, platform: Platform): Promise<readonly InstalledPython[]> {
  const arch = { x86_64: "x64", aarch64: "arm64", i686: "x86" }[platform.arch] ?? platform.arch;
  const program = platform.os === "windows" ? "python.exe" : join("bin", "python3");
  const tools = env["RUNNER_TOOL_CACHE"] ?? env["AGENT_TOOLSDIRECTORY"];
  const home = env["HOME"];
  const pyenv = env["PYENV_ROOT"] ?? (home === undefined ? undefined : join(home, ".pyenv"));
  const found = await Promise.all([
    pythonsBelow(tools === undefined ? undefined : join(tools, "Python"), [join(arch, program)]),
    pythonsBelow(pyenv === undefined ? undefined : join(pyenv, "versions"), [program]),
  ]);
  return found.flat();
}

/**
 * Looks at the machine; starts nothing.
 *
 * @param env the process environment
 * @param temp absolute scratch folder of the job
 */
export async function detectMachine(env: Env, temp: string): Promise<DetectedMachine> {
  const platform = detectPlatform();
  return {
    platform,
    spareCacheFolder: join(temp, "turnpike-uv-cache"),
    async shareFileSystem(a, b) {
      const [one, other] = await Promise.all([deviceOf(a), deviceOf(b)]);
      return one !== undefined && one === other;
    },
    pythons: await findPythons(env, platform),
  };
}
