import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { makePrivateCopy, type PrivateCopy } from "../../adapters/node/private-copy/index.ts";
import { projectRoot } from "../../adapters/node/project-root.ts";
import { readPlanned } from "../../adapters/node/read-plan.ts";
import type { TryCaller } from "../../core/first-run/index.ts";
import { environmentInCopy } from "../../core/first-run/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Git as GitAnswers } from "../../ports/git.ts";
import type { GitRefs } from "../../ports/git-refs.ts";
import { Git } from "../git.ts";
import type { RunOutcome, RunRequest, RunWorld } from "../request.ts";
import { runWorkflow } from "../run.ts";
import { startServices } from "../services/index.ts";
import { makeTerminalView } from "../view/index.ts";
import { callerFor } from "./caller.ts";
import { releaseTag } from "./release-tag.ts";
import type { TryListener } from "./request.ts";
import type { TryWorld } from "./run-try.ts";

/** What is asked of a try of the whole road. */
export interface WholeRoadRequest {
  /** Absolute folder. */
  readonly dir: string;
  /** As GitHub names it. */
  readonly event: string;
  /** turnpike.yml, relative to the folder. */
  readonly config: string;
}

/** What a try of the whole road came to. */
export interface WholeRoad {
  readonly outcome: RunOutcome;
  readonly copy: PrivateCopy;
  readonly caller: TryCaller;
  /** Absolute folder of page, logs and artifacts; null when they could not be kept. */
  readonly results: string | null;
}

/** In the copy the caller listens to every event that can be asked for. */
const EVERY_EVENT = [
  "on:",
  "  push: {}",
  "  pull_request: {}",
  "  merge_group: {}",
  "  workflow_dispatch: {}",
  "  release: { types: [published] }",
  "  schedule: [{ cron: '0 0 * * 0' }]",
].join("\n");

const COMMITTER = ["-c", "user.name=turnpike try", "-c", "user.email=try@example.org", "-c", "commit.gpgsign=false"];
const MOST_TAGS = 100;

async function versionIn(folder: string): Promise<string | undefined> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8").catch(() => "");
  const [pyproject, manifest] = await Promise.all([read("pyproject.toml"), read("package.json")]);
  const table = /^\[project\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(pyproject)?.[1] ?? "";
  return /^version\s*=\s*["']([^"']+)["']/m.exec(table)?.[1] ?? /"version"\s*:\s*"([^"]+)"/.exec(manifest)?.[1];
}

/** Commits what is on the disk, so that a tag can stand for it: a release is never of uncommitted files. */
async function commitAll(git: Git, copy: PrivateCopy, branch: string): Promise<void> {
  const { top } = copy;
  if (!copy.isRepository) await git.must(top, "init", "--quiet", "--template=", "--initial-branch", branch);
  await git.must(top, "add", "--all");
  const [author, ...options] = [COMMITTER, "commit", "--quiet", "--no-verify", "--allow-empty"].flat();
  await git.must(top, author ?? "-c", ...options, "--message", "turnpike try");
  // The run is of a branch, and a detached head has none.
  if ((await git.ask(top, "symbolic-ref", "--quiet", "HEAD")) === undefined)
    await git.must(top, "checkout", "-q", "-B", branch);
}

async function placeCaller(copy: PrivateCopy, caller: TryCaller): Promise<string> {
  const [known] = caller.already;
  if (known !== undefined) return known.replace(/:\d+$/, "");
  const file = join(copy.top, caller.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, caller.text.replace(/^on: .*$/m, EVERY_EVENT));
  return caller.path;
}

async function tagRelease(git: Git, copy: PrivateCopy, tags: readonly string[]): Promise<string> {
  const tag = releaseTag(await versionIn(copy.top), tags);
  await git.must(copy.top, "tag", "--force", tag);
  return tag;
}

function cancelledBy(stop: { readonly signal: AbortSignal; readonly cause: () => string | undefined }): AbortSignal {
  const controller = new AbortController();
  const cancel = (): void => controller.abort(stop.cause());
  if (stop.signal.aborted) cancel();
  stop.signal.addEventListener("abort", cancel, { once: true });
  return controller.signal;
}

function runRequest(
  copy: PrivateCopy,
  of: { readonly event: string; readonly ref: string | undefined; readonly workflow: string },
): RunRequest {
  return {
    directory: copy.top,
    ...of,
    job: undefined,
    repository: undefined,
    visibility: "private",
    inputs: {},
    eventFile: undefined,
    actor: "turnpike-try",
    maps: [],
    vars: {},
    secrets: {},
    passEnv: [],
    keep: false,
    jobsAtOnce: Math.max(4, availableParallelism()),
    without: [],
    cacheMode: undefined,
  };
}

function runWorld(world: TryWorld, copy: PrivateCopy, signal: AbortSignal): RunWorld {
  const env = environmentInCopy(world.env, { original: copy.originalTop, copy: copy.top });
  const { clock, random } = world;
  return {
    ...{ projectRoot: projectRoot(), env, clock, random, signal, startServices },
    watch: () => [makeTerminalView(process.stderr, { env, files: () => [] })],
    startSigstore: (folder) => async (issuer) => {
      const { startSigstore } = await import("../sigstore/index.ts");
      return await startSigstore({ issuer, folder, clock });
    },
  };
}

async function keep(outcome: RunOutcome, folder: string | undefined): Promise<string | null> {
  if (folder === undefined) return null;
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(dirname(folder), { recursive: true });
    await cp(outcome.folder, folder, { recursive: true });
    return folder;
  } catch {
    return null;
  }
}

async function makeCopy(request: WholeRoadRequest, world: TryWorld, signal: AbortSignal, listener: TryListener) {
  const begin = world.clock.monotonicMs();
  const temp = world.temp === undefined ? {} : { temp: world.temp };
  const onProgress = (files: number): void => listener({ kind: "copying", files });
  const copy = await makePrivateCopy(request.dir, { signal, onProgress, ...temp });
  listener({ kind: "copied", copy, tookMs: world.clock.monotonicMs() - begin });
  return copy;
}

/**
 * Runs the whole road in a copy, as GitHub would for an event: the caller, its jobs, on a release build and signing with
 * an identity and a Sigstore of this machine.
 *
 * @param request what was asked for
 * @param world what to work with
 * @param watch is told of the copy, and may stop it
 * @returns what it came to, the copy left to the caller to remove; undefined when it was stopped before it ran
 * @throws TurnpikeError for what cannot be run at all; nothing is left then
 */
export async function tryWholeRoad(
  request: WholeRoadRequest,
  world: TryWorld & { readonly git: GitAnswers & GitRefs },
  watch: { readonly listener: TryListener; readonly stop: Parameters<typeof cancelledBy>[0] },
): Promise<WholeRoad | undefined> {
  const { signal } = watch.stop;
  const planned = await readPlanned(request.dir, { config: request.config });
  const copy = await makeCopy(request, world, signal, watch.listener);
  try {
    if (copy.root !== copy.top) {
      throw new TurnpikeError("INPUT_INVALID", "config", "A workflow runs for a whole repository.", {
        hint: `Try its top level: turnpike try --event ${request.event} ${copy.originalTop}`,
      });
    }
    if (signal.aborted) {
      await copy.remove();
      return undefined;
    }
    const tags = await world.git.newestTags(copy.originalTop, MOST_TAGS);
    const caller = await callerFor(copy.originalTop, world.git, planned.plan.build !== null);
    const workflow = await placeCaller(copy, caller);
    const git = new Git(world.processes, world.env);
    await commitAll(git, copy, (await world.git.branch(copy.originalTop)) ?? "main");
    const ref = request.event === "release" ? await tagRelease(git, copy, tags) : undefined;
    const run = runRequest(copy, { event: request.event, ref, workflow });
    const outcome = await runWorkflow(run, runWorld(world, copy, cancelledBy(watch.stop)));
    return { outcome, copy, caller, results: await keep(outcome, world.resultsFolder) };
  } catch (error) {
    await copy.remove();
    throw error;
  }
}
