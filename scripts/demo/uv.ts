import { dirname, join } from "node:path";
import { definedVariables } from "../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { nodeHttp } from "../../src/adapters/node/http.ts";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { acquireUv } from "../../src/adapters/uv/acquire.ts";
import type { Log } from "../../src/ports/log.ts";
import type { DemoConsole, Described } from "./console.ts";

/** The uv of the demo, and the environment in which programs find it. */
export interface DemoUv extends Described {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

function quietLog(screen: DemoConsole): Log {
  return {
    info: () => undefined,
    debug: () => undefined,
    notice: () => undefined,
    warning: (message) => screen.say(message),
    error: (message) => screen.say(message),
    group: (_title, work) => work(),
    mask: () => undefined,
  };
}

/**
 * @param home the demo's folder
 * @param screen told of warnings
 * @returns a uv: the one on PATH, else one fetched into the demo's folder
 * @throws TurnpikeError `UV_DOWNLOAD` that says what was tried and what to do
 */
export async function findUv(home: string, screen: DemoConsole): Promise<DemoUv> {
  const env = definedVariables(process.env);
  const uv = await acquireUv({
    into: join(home, "tools"),
    env,
    processes: new NodeProcesses(),
    files: new NodeFiles(home),
    http: nodeHttp,
    log: quietLog(screen),
  });
  const from =
    uv.source === "path" ? "found on PATH" : `fetched from the ${uv.source === "index" ? "package index" : uv.source}`;
  return {
    path: uv.path,
    what: `${uv.version}, ${from}`,
    env: { ...env, PATH: `${dirname(uv.path)}:${env["PATH"] ?? ""}` },
  };
}
