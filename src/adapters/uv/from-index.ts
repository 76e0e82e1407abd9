import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bestWheel, type Platform, parseWheelName, toRequirement, type VersionRequest } from "../../core/uv/index.ts";
import { formatError } from "../../errors.ts";
import type { CapturedResult, Processes } from "../../ports/processes.ts";
import { type Attempt, quoted } from "./attempt.ts";
import { sha256Of, unpackWheel } from "./unpack.ts";

/** pip has a time limit for each read only, so a slow server could hold it for ever. */
const DEADLINE_MS = 120_000;

/** What fetching from the index needs. */
export interface IndexOptions {
  readonly request: VersionRequest;
  /** SHA-256 that the wheel must have, when one is demanded. */
  readonly checksum: string | undefined;
  readonly platform: Platform;
  readonly env: Readonly<Record<string, string>>;
  readonly processes: Processes;
  /** For all of pip; default two minutes. */
  readonly deadlineMs?: number;
}

/** What a job says of its own packages, and of where and for which machine they are installed. */
const NOT_FOR_UV =
  /^PIP_(CONSTRAINT|BUILD_CONSTRAINT|REQUIREMENT|REQUIRE_HASHES|DEST|PLATFORM|PYTHON_VERSION|IMPLEMENTATION|ABI|NO_BINARY|PRE|PYTHON|REPORT|DRY_RUN|QUIET|VERBOSE|LOG)$/;

function pipEnvironment(env: Readonly<Record<string, string>>): Record<string, string> {
  return {
    // pip tries five times by itself, which with a silent server is more than a minute and a half.
    PIP_RETRIES: "2",
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_FOR_UV.test(name))),
    PIP_NO_INPUT: "1",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_COLOR: "1",
    PIP_REQUIRE_VIRTUALENV: "0",
  };
}

/** pip lists every version that it saw; the number and the newest say as much. */
function shortVersions(_: string, list: string): string {
  const versions = list.split(", ");
  return list === "none"
    ? "(the index lists none)"
    : `(the index lists ${versions.length}, the newest ${versions.at(-1)})`;
}

/** pip's own words, the useful ones: it ends every failure with exit code 1. */
function reasonOf(result: CapturedResult): string {
  switch (result.end.kind) {
    case "timed-out":
      return `pip gave no answer within ${Math.round(result.end.afterMs / 1000)} s`;
    case "not-started":
      return `pip could not be started (${result.end.reason})`;
    case "signalled":
    case "stopped":
      return "pip was stopped";
    case "exited": {
      const lines = result.stderr.split("\n").filter((line) => /^(ERROR|WARNING: Retrying)/.test(line.trim()));
      const said = lines.filter((line) => line.trim().startsWith("ERROR")).join(" ") || (lines.at(-1) ?? result.stderr);
      const short = said.replaceAll(/ERROR:\s*/g, "").replaceAll(/\(from versions: ([^)]*)\)/g, shortVersions);
      return `pip ended with ${result.end.code}: ${quoted(short) || "it said nothing"}`;
    }
  }
}

async function download(python: string, folders: { empty: string; target: string }, options: IndexOptions) {
  // -I: a folder called `pip` in a checkout would be run otherwise. Which index, proxy and certificates is pip's own configuration.
  const pip = ["-I", "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--dest", folders.target];
  return await options.processes.capture(
    {
      file: python,
      args: [...pip, "--", toRequirement(options.request)],
      cwd: folders.empty,
      env: pipEnvironment(options.env),
    },
    { timeoutMs: options.deadlineMs ?? DEADLINE_MS, maxBytes: 64 * 1024 },
  );
}

async function readWheel(target: string, options: IndexOptions): Promise<Attempt> {
  const names = await readdir(target);
  const fileName = bestWheel(names, options.platform);
  const version = fileName === undefined ? undefined : parseWheelName(fileName)?.version;
  if (fileName === undefined || version === undefined) {
    return { kind: "failed", why: `pip brought ${names.join(", ") || "nothing"}, which does not fit this machine` };
  }
  const bytes = await readFile(join(target, fileName));
  const archive = sha256Of(bytes);
  if (options.checksum !== undefined && options.checksum !== archive) {
    const why = `${fileName} has SHA-256 ${archive}, not the demanded ${options.checksum}`;
    return { kind: "failed", why, isMismatch: true };
  }
  const programs = unpackWheel(fileName, bytes, options.platform);
  const against = options.checksum === undefined ? "the hash that the index gives" : "the checksum that was demanded";
  const trust = `checked against ${against} and the wheel's RECORD`;
  return { kind: "fetched", uv: { version, programs, archive, fileName, trust } };
}

/**
 * Fetches uv's wheel from the package index that the environment configures, with pip as the client: it knows the index,
 * credentials, proxies and certificates. pip runs in an empty folder, isolated, and asks nothing.
 *
 * @param options which version, and the environment
 * @returns the programs, or why there are none
 */
export async function fromIndex(options: IndexOptions): Promise<Attempt> {
  const scratch = await mkdtemp(join(options.env["RUNNER_TEMP"] ?? tmpdir(), "turnpike-uv-"));
  const folders = { empty: join(scratch, "empty"), target: join(scratch, "wheel") };
  try {
    await mkdir(folders.empty);
    await mkdir(folders.target);
    let why = "no Python was found, so pip could not be asked";
    for (const name of ["python3", "python"]) {
      const python = await options.processes.which(name, options.env);
      if (python === undefined) continue;
      const result = await download(python, folders, options);
      if (result.end.kind === "exited" && result.end.code === 0) return await readWheel(folders.target, options);
      why = reasonOf(result);
      if (!/No module named '?pip/.test(result.stderr)) break;
      why = "no Python with pip was found";
    }
    return { kind: "failed", why };
  } catch (error) {
    return { kind: "failed", why: quoted(formatError(error)), isMismatch: true };
  } finally {
    await rm(scratch, { recursive: true, force: true }).catch(() => undefined);
  }
}
