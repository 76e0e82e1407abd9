import { basename } from "node:path/posix";
import type { Command } from "../../../ports/processes.ts";
import type { GatePorts } from "../gate-ports.ts";

/** Package managers that gates are started by; what they are called as packages. */
const MANAGER = /^(?:pnpm|yarn|bun|@yarnpkg\/cli-dist)@/;

/**
 * `npx --yes pnpm@10.33.0` asks the network where nothing was brought yet. A pnpm of that version that is on the path, or
 * that Corepack has, is started itself.
 *
 * @param command any command
 * @param ports the world
 * @returns the same by the package manager that is here; as it was where there is none of that version
 */
export async function withOwnManager(
  command: Command,
  { toolchains }: Pick<GatePorts, "toolchains">,
): Promise<Command> {
  const { file, args, env } = command;
  const [yes, spec = "", ...rest] = args;
  if (toolchains === undefined || basename(file) !== "npx" || yes !== "--yes" || !MANAGER.test(spec)) return command;
  const found = await (await toolchains()).packageManager(spec, env);
  return found === undefined ? command : { ...command, file: found.file, args: [...found.args, ...rest] };
}
