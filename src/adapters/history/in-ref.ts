import { join } from "node:path/posix";
import { mergeObservations, parseObservations, renderObservations } from "../../core/flaky/index.ts";
import { mergeRuns, parseRuns, renderRuns } from "../../core/gates/index.ts";
import type { Files } from "../../ports/files.ts";
import type { HistoryStore, KeepResult, LoadResult } from "../../ports/history-store.ts";
import type { Processes } from "../../ports/processes.ts";
import { HISTORY_FILES, LARGEST_FILE_BYTES, readHistory, writeMissing } from "./files.ts";

/** The ref that holds the history; no branch and no tag, so nobody sees it. */
const HISTORY_REF = "refs/turnpike/history";

/** Another writer may be faster; so often it is tried again. */
const ATTEMPTS = 4;
const TIMEOUT_MS = 60_000;

/** Where the ref is. */
export interface RefPlace {
  /** URL or path of the repository. */
  readonly remote: string;
  /** Token for the remote; empty where none is needed. */
  readonly token: string;
  /** Absolute path of the history. */
  readonly folder: string;
  /** Absolute path of a folder that is made and removed. */
  readonly scratch: string;
}

interface Answer {
  readonly isGood: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** The token goes by the environment: command lines are for everybody on the machine to see. */
function environmentOf(env: Readonly<Record<string, string>>, { remote, token }: RefPlace): Record<string, string> {
  const kept = Object.entries(env).filter(([name]) => !/^GIT_/.test(name));
  const who = { NAME: "turnpike", EMAIL: "turnpike@example.org" };
  const basic = btoa(`x-access-token:${token}`);
  const header = token === "" ? [] : [[`http.${remote}.extraheader`, `AUTHORIZATION: basic ${basic}`]];
  const config = [["core.hooksPath", "/dev/null"], ["credential.helper", ""], ...header];
  return {
    ...Object.fromEntries(kept),
    ...{ GIT_TERMINAL_PROMPT: "0", LC_ALL: "C", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
    ...{ GIT_AUTHOR_NAME: who.NAME, GIT_AUTHOR_EMAIL: who.EMAIL },
    ...{ GIT_COMMITTER_NAME: who.NAME, GIT_COMMITTER_EMAIL: who.EMAIL },
    GIT_CONFIG_COUNT: String(config.length),
    ...Object.fromEntries(
      config.flatMap(([key = "", value = ""], at) => [
        [`GIT_CONFIG_KEY_${at}`, key],
        [`GIT_CONFIG_VALUE_${at}`, value],
      ]),
    ),
  };
}

function whyNot({ stderr }: Answer): string {
  if (/\b403\b|Permission to|not permitted|denied/i.test(stderr))
    return "pushing needs the permission `contents: write`";
  if (/Authentication failed|could not read (?:Username|Password)|\b401\b/i.test(stderr))
    return "its token is not let into the repository";
  if (/Could not resolve|Could not read|timed out|unable to access/i.test(stderr))
    return "the repository did not answer";
  return "git refused it";
}

function unavailable(reason: string) {
  return { kind: "unavailable", reason } as const;
}

/** True when somebody else pushed between the reading and the writing. */
function isOvertaken({ stderr }: Answer): boolean {
  return /stale info|rejected|cannot lock ref/i.test(stderr);
}

/** What both know, each record once. */
function joined(name: string, theirs: string | undefined, ours: string | undefined): string | undefined {
  if (theirs === undefined || ours === undefined) return ours ?? theirs;
  if (name === "observations.ndjson") {
    return renderObservations(mergeObservations(parseObservations(theirs), parseObservations(ours)));
  }
  return name === "runs.ndjson" ? renderRuns(mergeRuns(parseRuns(theirs), parseRuns(ours))) : ours;
}

/**
 * A history in a ref of the repository. One commit without a parent holds it, so that it does not grow; it is only replaced
 * when it is still the one that was read (`--force-with-lease`), else both are joined and it is tried again.
 */
export class RefHistory implements HistoryStore {
  readonly name = `the ref ${HISTORY_REF}`;
  readonly #ports: { readonly processes: Processes; readonly files: Files };
  readonly #place: RefPlace;
  readonly #env: Readonly<Record<string, string>>;

  /**
   * @param ports processes and files
   * @param place where the ref and the history are
   * @param env the environment of git
   */
  constructor(
    ports: { readonly processes: Processes; readonly files: Files },
    place: RefPlace,
    env: Readonly<Record<string, string>>,
  ) {
    this.#ports = ports;
    this.#place = place;
    this.#env = environmentOf(env, place);
  }

  async load(): Promise<LoadResult> {
    return this.#inScratch(async () => {
      const head = await this.#fetch();
      if (typeof head === "object") return unavailable(whyNot(head));
      if (head === "") return { kind: "none" };
      const written = await writeMissing(this.#ports.files, this.#place.folder, await this.#texts());
      return { kind: written > 0 ? "loaded" : "none" };
    });
  }

  async keep(): Promise<KeepResult> {
    return this.#inScratch(async () => {
      const ours = await readHistory(this.#ports.files, this.#place.folder);
      if (ours.size === 0) return unavailable("there is nothing to keep");
      for (let attempt = 1; ; attempt += 1) {
        const pushed = await this.#push(ours);
        if ("kind" in pushed) return pushed;
        if (attempt >= ATTEMPTS || !isOvertaken(pushed)) return unavailable(whyNot(pushed));
      }
    });
  }

  /** Replaces what is there by what both know; git's own answer where it refuses that. */
  async #push(ours: ReadonlyMap<string, string>): Promise<KeepResult | Answer> {
    const head = await this.#fetch();
    if (typeof head === "object") return unavailable(whyNot(head));
    const commit = await this.#commit(ours, head === "" ? new Map() : await this.#texts());
    if (commit === undefined) return unavailable("git could not write it");
    const lease = `--force-with-lease=${HISTORY_REF}:${head}`;
    const pushed = await this.#git(["push", "-q", lease, this.#place.remote, `${commit}:${HISTORY_REF}`]);
    return pushed.isGood ? { kind: "kept" } : pushed;
  }

  async #inScratch<T>(work: () => Promise<T>): Promise<T | { readonly kind: "unavailable"; readonly reason: string }> {
    const { scratch } = this.#place;
    try {
      await this.#ports.files.makeDirectory(scratch);
      const made = await this.#git(["init", "-q", "--bare", "."]);
      return made.isGood ? await work() : unavailable("git did not start");
    } catch {
      return unavailable("git did not start");
    } finally {
      await this.#ports.files.remove(scratch).catch(() => undefined);
    }
  }

  /** @returns the commit, empty when there is none, or what git said */
  async #fetch(): Promise<string | Answer> {
    const refspec = `+${HISTORY_REF}:${HISTORY_REF}`;
    const fetched = await this.#git(["fetch", "-q", "--no-tags", "--depth=1", this.#place.remote, refspec]);
    if (!fetched.isGood) return /couldn't find remote ref/i.test(fetched.stderr) ? "" : fetched;
    const head = (await this.#git(["rev-parse", "--verify", "-q", HISTORY_REF])).stdout.trim();
    return /^[0-9a-f]{40,64}$/.test(head) ? head : "";
  }

  async #texts(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const name of HISTORY_FILES) {
      const size = Number((await this.#git(["cat-file", "-s", `${HISTORY_REF}:${name}`])).stdout);
      if (!Number.isInteger(size) || size > LARGEST_FILE_BYTES || size <= 0) continue;
      const blob = await this.#git(["cat-file", "blob", `${HISTORY_REF}:${name}`]);
      if (blob.isGood) found.set(name, blob.stdout);
    }
    return found;
  }

  async #commit(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): Promise<string | undefined> {
    const lines: string[] = [];
    for (const name of HISTORY_FILES) {
      const text = joined(name, theirs.get(name), ours.get(name));
      if (text === undefined) continue;
      const blob = await this.#git(["hash-object", "-w", "--stdin"], text);
      if (!blob.isGood) return undefined;
      lines.push(`100644 blob ${blob.stdout.trim()}\t${name}\n`);
    }
    const tree = await this.#git(["mktree"], lines.join(""));
    const commit = await this.#git(["commit-tree", tree.stdout.trim(), "-m", "What earlier runs took and found"]);
    return commit.isGood ? commit.stdout.trim() : undefined;
  }

  async #git(args: readonly string[], stdin?: string): Promise<Answer> {
    const command = { file: "git", args, cwd: join(this.#place.scratch), env: this.#env };
    const options = { timeoutMs: TIMEOUT_MS, maxBytes: 2 * LARGEST_FILE_BYTES };
    const result = await this.#ports.processes.capture(command, stdin === undefined ? options : { ...options, stdin });
    const isGood = result.end.kind === "exited" && result.end.code === 0;
    return { isGood, stdout: result.stdout, stderr: result.stderr };
  }
}
