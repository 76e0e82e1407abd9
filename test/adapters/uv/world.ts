import { spawn } from "node:child_process";
import { access, constants, realpath } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { performance } from "node:perf_hooks";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import type { UvWorld } from "../../../src/adapters/uv/acquire.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import type { Http } from "../../../src/ports/http.ts";
import type { Log } from "../../../src/ports/log.ts";
import type { CapturedResult, Processes } from "../../../src/ports/processes.ts";

const simpleProcesses: Processes = {
  capture: (command, options = {}) =>
    new Promise<CapturedResult>((done) => {
      const start = performance.now();
      const child = spawn(command.file, command.args, { cwd: command.cwd, env: { ...command.env } });
      let stdout = "";
      let stderr = "";
      let isLate = false;
      const timer =
        options.timeoutMs === undefined
          ? undefined
          : setTimeout(() => {
              isLate = true;
              child.kill("SIGKILL");
            }, options.timeoutMs);
      child.stdout.on("data", (chunk) => {
        stdout += String(chunk);
      });
      child.stderr.on("data", (chunk) => {
        stderr += String(chunk);
      });
      const end = (result: CapturedResult["end"]) => {
        clearTimeout(timer);
        done({ end: result, stdout, stderr, durationMs: performance.now() - start });
      };
      child.on("error", (error) => end({ kind: "not-started", reason: "other", message: error.message }));
      child.on("close", (code) =>
        end(isLate ? { kind: "timed-out", afterMs: options.timeoutMs ?? 0 } : { kind: "exited", code: code ?? 1 }),
      );
    }),
  runLogged: () => Promise.reject(new Error("not here")),
  async which(name, env) {
    for (const folder of (env["PATH"] ?? "").split(delimiter)) {
      const file = join(folder, name);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return await realpath(file);
    }
    return undefined;
  },
};

const simpleHttp: Http = {
  async send(request) {
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: { ...request.headers },
        signal: AbortSignal.timeout(request.timeoutMs),
      });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: new Uint8Array(await response.arrayBuffer()),
        url: response.url,
      };
    } catch (cause) {
      throw new TurnpikeError("NETWORK_UNREACHABLE", "service", `${new URL(request.url).host} gave no answer.`, {
        cause,
      });
    }
  },
};

/** A log that keeps its lines. */
export function memoryLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const add = (level: string) => (message: string) => {
    lines.push(`${level}: ${message}`);
  };
  return {
    lines,
    info: add("info"),
    debug: add("debug"),
    notice: add("notice"),
    warning: add("warning"),
    error: add("error"),
    group: (_, work) => work(),
    mask: () => undefined,
  };
}

/** The real machine, with an own environment. */
export function world(
  into: string,
  env: Record<string, string>,
): UvWorld & { readonly log: ReturnType<typeof memoryLog> } {
  return { into, env, processes: simpleProcesses, files: new NodeFiles(into), http: simpleHttp, log: memoryLog() };
}
