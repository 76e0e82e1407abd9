import type { Processes } from "../../ports/processes.ts";
import type { Toolchains } from "../../ports/toolchains.ts";

/**
 * @param processes finds and asks programs
 * @param env the environment of this process
 * @returns loads what looks for toolchains, when a gate asks for one
 */
export function toolchainsOf(processes: Processes, env: Readonly<Record<string, string>>): () => Promise<Toolchains> {
  let opened: Promise<Toolchains> | undefined;
  const open = async (): Promise<Toolchains> => {
    const { NodeToolchains } = await import("./toolchains/index.ts");
    return new NodeToolchains(processes, env);
  };
  return () => {
    opened ??= open();
    return opened;
  };
}
