import { constants } from "node:fs";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { basename, delimiter, dirname, join } from "node:path";

type Env = Readonly<Record<string, string>>;

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Names that a program may have on Windows (PATHEXT); elsewhere the name alone. */
function namesOf(name: string, env: Env): readonly string[] {
  if (process.platform !== "win32") return [name];
  const extensions = (env["PATHEXT"] ?? ".EXE;.CMD;.BAT;.COM").split(";").filter((extension) => extension !== "");
  return [name, ...extensions.map((extension) => `${name}${extension.toLowerCase()}`)];
}

async function inFolder(folder: string, name: string, env: Env): Promise<string | undefined> {
  for (const candidate of namesOf(name, env)) {
    const file = join(folder, candidate);
    if (await isProgram(file)) return file;
  }
  return undefined;
}

/** Newest first: `3.12.10` before `3.12.9`, and names that begin with a digit before others (`3.12` before `pypy3.10`). */
function newestFirst(a: string, b: string): number {
  const digits = Number(/^\d/.test(b)) - Number(/^\d/.test(a));
  return digits !== 0 ? digits : b.localeCompare(a, "en", { numeric: true });
}

async function subfolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .sort(newestFirst);
}

/** Versions that were chosen for the whole machine, wanted first. Files of a project are left out on purpose: they may ask for what is not installed. */
async function chosenVersions(root: string, env: Env): Promise<readonly string[]> {
  const name = basename(root).replace(/^\./, "").toUpperCase();
  const asked = env[`${name}_VERSION`];
  const text = await readFile(join(root, "version"), "utf8").catch(() => "");
  return [...(asked ?? "").split(":"), ...text.split(/\s+/)].filter((version) => version !== "");
}

/** pyenv, rbenv, nodenv: `<root>/shims/x` stands for `<root>/versions/<version>/bin/x`. */
async function behindVersions(root: string, name: string, env: Env): Promise<string | undefined> {
  const installed = await subfolders(join(root, "versions"));
  const chosen = await chosenVersions(root, env);
  if (chosen[0] === "system") return undefined;
  for (const version of [...chosen.filter((one) => installed.includes(one)), ...installed]) {
    const file = await inFolder(join(root, "versions", version, "bin"), name, env);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** asdf and mise: `<root>/shims/x` stands for `<root>/installs/<tool>/<version>/[bin/]x`, for uv one folder deeper. */
async function behindInstalls(root: string, name: string, env: Env): Promise<string | undefined> {
  const installs = join(root, "installs");
  const tools = await subfolders(installs);
  // The tool of that name first: `npm` also lies in every version of node, `python3` in python's.
  const ordered = [...tools.filter((tool) => tool === name), ...tools.filter((tool) => tool !== name)];
  for (const tool of ordered) {
    for (const version of await subfolders(join(installs, tool))) {
      const home = join(installs, tool, version);
      for (const folder of [join(home, "bin"), home, ...(await subfolders(home)).map((inner) => join(home, inner))]) {
        const file = await inFolder(folder, name, env);
        if (file !== undefined) return file;
      }
    }
  }
  return undefined;
}

/** volta: `<root>/bin/x` stands for `<root>/tools/image/<tool>/<version>/bin/x`, or for a package's program. */
async function behindVolta(root: string, name: string, env: Env): Promise<string | undefined> {
  const image = join(root, "tools", "image");
  for (const tool of [name, "node", "npm", "yarn", "pnpm"]) {
    for (const version of await subfolders(join(image, tool))) {
      const file = await inFolder(join(image, tool, version, "bin"), name, env);
      if (file !== undefined) return file;
    }
  }
  for (const owner of await subfolders(join(image, "packages"))) {
    const file = await inFolder(join(image, "packages", owner, "bin"), name, env);
    if (file !== undefined) return file;
  }
  return undefined;
}

type Resolve = (root: string, name: string, env: Env) => Promise<string | undefined>;

async function shimOf(folder: string): Promise<{ root: string; resolve: Resolve } | undefined> {
  const root = dirname(folder);
  const isFolder = (path: string) =>
    stat(path).then(
      (info) => info.isDirectory(),
      () => false,
    );
  if (basename(folder) === "shims") {
    if (await isFolder(join(root, "versions"))) return { root, resolve: behindVersions };
    if (await isFolder(join(root, "installs"))) return { root, resolve: behindInstalls };
  }
  if (basename(folder) === "bin" && (await isFolder(join(root, "tools", "image")))) {
    return { root, resolve: behindVolta };
  }
  return undefined;
}

/**
 * Looks a program up as a shell would, but sees through the shims of version managers (pyenv, rbenv, nodenv, asdf, mise,
 * volta): a shim decides by the folder that it is called in, and fails where that asks for a version that is not there.
 *
 * @param name a program's name, or a path, which is only checked
 * @param env `PATH`, and `PYENV_VERSION` and the like
 * @returns its absolute path; undefined when there is none. A shim with nothing behind it is passed over
 */
export async function findProgram(name: string, env: Env): Promise<string | undefined> {
  if (name.includes("/")) return (await isProgram(name)) ? name : undefined;
  for (const folder of (env["PATH"] ?? env["Path"] ?? "").split(delimiter)) {
    if (folder === "") continue;
    const file = await inFolder(folder, name, env);
    if (file === undefined) continue;
    const shim = await shimOf(folder);
    if (shim === undefined) return file;
    const real = await shim.resolve(shim.root, name, env);
    if (real !== undefined) return real;
  }
  return undefined;
}
