import { join } from "node:path/posix";
import type { SetupPorts } from "./setup-ports.ts";

const GIT_MS = 30_000;

async function gitFolder(ports: SetupPorts, cwd: string): Promise<string | undefined> {
  const args = ["rev-parse", "--path-format=absolute", "--git-common-dir"];
  const result = await ports.processes.capture(
    { file: "git", args, cwd, env: { ...ports.env } },
    { timeoutMs: GIT_MS },
  );
  const folder = result.stdout.trim();
  return result.end.kind === "exited" && result.end.code === 0 && folder !== "" ? folder : undefined;
}

async function hookNames(ports: SetupPorts, folder: string): Promise<readonly string[]> {
  return (await ports.files.list(join(folder, "hooks"), () => true)).map((entry) => entry.path);
}

/**
 * Does work that runs scripts of packages, and takes back what they did to the checkout's git: hook managers point
 * `core.hooksPath` at files of the repository or write hooks, and git would run them in every later step.
 *
 * @param ports the world
 * @param cwd absolute folder in the checkout
 * @param work what may change the settings
 * @returns what `work` returns
 */
export async function keepGitSettings<T>(ports: SetupPorts, cwd: string, work: () => Promise<T>): Promise<T> {
  const folder = await gitFolder(ports, cwd);
  if (folder === undefined) return await work();
  const config = join(folder, "config");
  const before = await ports.files.readText(config);
  const hooksBefore = await hookNames(ports, folder);
  try {
    return await work();
  } finally {
    const isChanged = before !== undefined && (await ports.files.readText(config)) !== before;
    if (isChanged) await ports.files.write(config, before);
    const added = (await hookNames(ports, folder)).filter((name) => !hooksBefore.includes(name));
    for (const name of added) await ports.files.remove(join(folder, "hooks", name));
    if (isChanged || added.length > 0) {
      ports.log.info("Install scripts changed the checkout's git settings; they are as they were again.");
    }
  }
}
