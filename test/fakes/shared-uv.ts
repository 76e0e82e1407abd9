import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { definedVariables } from "../../src/adapters/node/environment.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { nodeHttp } from "../../src/adapters/node/http.ts";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { acquireUv } from "../../src/adapters/uv/acquire.ts";
import { formatError } from "../../src/errors.ts";
import type { ProvidedUv } from "../../src/ports/uv.ts";
import { memoryLog } from "./log.ts";

/** Where the tests keep the uv that they fetch, so that it is fetched once. */
const SHARED_TOOLS = join(tmpdir(), "turnpike-test-tools");

/** A real uv, or why there is none. */
export type SharedUv = { readonly uv: ProvidedUv } | { readonly uv: undefined; readonly why: string };

/**
 * The real uv for tests, from the machine or from the index that the environment configures.
 *
 * @param version a version or specifier; empty for any
 * @returns it, or the reason to skip; the reason is printed, so that no skip is silent
 */
export async function sharedUv(version = ""): Promise<SharedUv> {
  const env = definedVariables(process.env);
  const world = { into: SHARED_TOOLS, env, files: new NodeFiles(SHARED_TOOLS), log: memoryLog() };
  try {
    return { uv: await acquireUv({ ...world, version, processes: new NodeProcesses(), http: nodeHttp }) };
  } catch (error) {
    const why = formatError(error);
    process.stderr.write(`Skipping tests that need a real uv ${version}:\n${why}\n`);
    return { uv: undefined, why };
  }
}

/**
 * A real uv whose package index answers, for tests that install packages.
 *
 * @returns the uv; undefined, and the reason printed, where there is none or nobody answers
 */
export async function sharedUvWithIndex(): Promise<ProvidedUv | undefined> {
  const { uv } = await sharedUv();
  if (uv === undefined) return undefined;
  try {
    const args = ["pip", "compile", "--quiet", "--no-header", "--no-cache", "-"];
    execFileSync(uv.path, args, { input: "six\n", cwd: tmpdir(), timeout: 60_000, stdio: ["pipe", "ignore", "pipe"] });
    return uv;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Skipping tests that install packages, because uv's index does not answer:\n${said}\n`);
    return undefined;
  }
}
