import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { TurnpikeError } from "../../src/errors.ts";
import type { Described } from "./console.ts";
import type { DemoUv } from "./uv.ts";

/** The repository of the demo. */
export interface DemoRepository extends Described {
  readonly folder: string;
}

/** What the repository is made from. */
export interface RepositoryOptions {
  readonly root: string;
  readonly home: string;
  readonly uv: DemoUv;
  readonly tag: string;
}

/**
 * Copies the example, makes it a repository, locks it with the real uv and tags a release.
 *
 * @param options where from, where to, with which uv
 * @returns the repository
 * @throws TurnpikeError `PROCESS_FAILED` with the last lines of git or uv
 */
export async function prepareRepository({ root, home, uv, tag }: RepositoryOptions): Promise<DemoRepository> {
  const folder = join(home, "orders");
  await mkdir(folder, { recursive: true });
  await cp(join(root, "examples/orders"), folder, { recursive: true });
  const run = async (file: string, ...args: string[]): Promise<string> => {
    const result = await new NodeProcesses().capture({ file, args, cwd: folder, env: uv.env }, { timeoutMs: 300_000 });
    if (result.end.kind === "exited" && result.end.code === 0) return result.stdout;
    const tail = result.stderr.trim().split("\n").slice(-6).join("\n");
    const hint =
      file === uv.path
        ? "Locking needs a package index. Without a network: set UV_DEFAULT_INDEX to a mirror that is reachable."
        : tail;
    throw new TurnpikeError("PROCESS_FAILED", "service", `${args[0]} failed in the demo's repository:\n${tail}`, {
      hint,
    });
  };
  const git = (...args: string[]): Promise<string> =>
    run("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false", ...args);
  await git("init", "--quiet", "--initial-branch=main");
  await run(uv.path, "lock", "--quiet");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "Take orders");
  await git("tag", tag);
  const packages = (await readFile(join(folder, "uv.lock"), "utf8")).match(/^\[\[package\]\]$/gm)?.length ?? 0;
  return { folder, what: `a copy of examples/orders, ${packages} packages locked, tagged ${tag}` };
}
