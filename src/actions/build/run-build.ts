import { join } from "node:path/posix";
import { childEnvironment } from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { ProcessEnd } from "../../ports/processes.ts";
import type { BuildPorts } from "./build-ports.ts";
import { withFolderAside } from "./set-aside.ts";

/** What is built, and where it was written. */
export interface BuildCommand {
  /** Goes through `bash -eo pipefail`. */
  readonly run: string;
  /** Absolute folder. */
  readonly cwd: string;
  /** Who says so, for people. */
  readonly source: string;
}

/** Backends and tools that take the version from git's tags. */
const VERSION_FROM_TAGS =
  /setuptools[-_]scm|vcs[-_]versioning|hatch[-_]vcs|versioningit|dunamai|flit_scm|pdm[-_]scm|versioneer/i;

function endOf(end: ProcessEnd): string {
  switch (end.kind) {
    case "exited":
      return `ended with ${end.code}`;
    case "signalled":
      return `was ended by ${end.signal}`;
    case "timed-out":
      return `took longer than ${Math.round(end.afterMs / 1000)} s`;
    case "stopped":
      return "was stopped";
    case "not-started":
      return end.reason === "not-found" ? "could not be started: bash is not on PATH" : "could not be started";
  }
}

/** Why a version from git's tags may be wrong here, and what mends it; undefined when nothing speaks for that. */
async function tagHint(ports: BuildPorts, cwd: string, log: string): Promise<string | undefined> {
  if (!VERSION_FROM_TAGS.test(log)) return undefined;
  const isShallow = await ports.git.isShallow(cwd);
  const tags = await ports.git.tagsAt(cwd, "HEAD");
  if (!isShallow && tags.length > 0) return undefined;
  const why = isShallow ? "this clone is shallow" : "no tag points at this commit";
  return `The version is taken from git's tags, and ${why}. Check out with:\n  with: { fetch-depth: 0 }`;
}

/**
 * The environment of a build: as the repository's own command would have it, less what gives power over the run. The commit's
 * time is the time of everything in it, so that the same commit gives the same bytes (reproducible-builds.org, SOURCE_DATE_EPOCH).
 */
async function environment(ports: BuildPorts, cwd: string): Promise<Record<string, string>> {
  const given = ports.env["SOURCE_DATE_EPOCH"];
  const seconds = given === undefined ? await ports.git.commitTime(cwd, "HEAD") : undefined;
  if (seconds !== undefined) ports.log.info(`SOURCE_DATE_EPOCH=${seconds} (time of the commit)`);
  return childEnvironment(ports.env, seconds === undefined ? {} : { SOURCE_DATE_EPOCH: String(seconds) });
}

/**
 * Runs the build command and shows its output, folded.
 *
 * @param ports the world
 * @param command what to run
 * @throws TurnpikeError `BUILD_FAILED`
 */
export async function runBuild(ports: BuildPorts, command: BuildCommand): Promise<void> {
  const { files, log, context } = ports;
  const env = await environment(ports, command.cwd);
  const logFile = join(context.temp, "turnpike-build.log");
  await files.write(logFile, "");
  const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", command.run];
  const result = await log.group(`Build: ${command.run} (${command.source})`, () =>
    withFolderAside(ports, () =>
      ports.processes.runLogged(
        { file: "bash", args, cwd: command.cwd, env },
        { logFile, onLine: (line) => log.info(line) },
      ),
    ),
  );
  const seconds = (result.durationMs / 1000).toFixed(1);
  if (result.end.kind === "exited" && result.end.code === 0) {
    log.info(`Built in ${seconds} s.`);
    return;
  }
  const text = (await files.readText(logFile)) ?? "";
  const hint = await tagHint(ports, command.cwd, text);
  const what = `\`${command.run}\` ${endOf(result.end)} after ${seconds} s; nothing was kept. Its output is above.`;
  throw new TurnpikeError("BUILD_FAILED", "user", what, hint === undefined ? {} : { hint });
}
