import { tmpdir } from "node:os";
import {
  describeRequest,
  executableName,
  explainRequest,
  type Platform,
  parseVersionRequest,
  satisfies,
  type VersionRequest,
} from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { Http } from "../../ports/http.ts";
import type { Log } from "../../ports/log.ts";
import type { Processes } from "../../ports/processes.ts";
import type { ProvidedUv, UvProvider, UvSource, UvWish } from "../../ports/uv.ts";
import type { Attempt } from "./attempt.ts";
import { detectPlatform } from "./detect-platform.ts";
import { fromIndex } from "./from-index.ts";
import { fromRelease } from "./from-release.ts";
import { ToolFolder } from "./tool-folder.ts";

const VERSION_MS = 15_000;

/** What finding uv needs of the world. */
export interface UvWorld {
  /** Absolute folder that fetched versions are kept in, such as RUNNER_TOOL_CACHE. */
  readonly into: string;
  readonly env: Readonly<Record<string, string>>;
  readonly processes: Processes;
  readonly files: Files;
  readonly http: Http;
  readonly log: Log;
  /** Sent to GitHub's API alone. */
  readonly githubToken?: string;
  /** For all of pip, in ms; default two minutes. */
  readonly indexDeadlineMs?: number;
}

/** Options of `acquireUv`. */
export interface AcquireOptions extends UvWorld {
  /** Exact, a specifier or `latest`; absent: any version, the newest when it must be fetched. */
  readonly version?: string;
}

/** Finds uv on PATH or among the tools, else fetches it: from the package index first, then from GitHub's releases. */
export class UvFinder implements UvProvider {
  readonly #world: UvWorld;
  readonly #platform: Platform;

  /** @param world where to look and what to use */
  constructor(world: UvWorld) {
    this.#world = world;
    this.#platform = detectPlatform();
  }

  async provide(wish: UvWish): Promise<ProvidedUv> {
    const { request, checksum } = wish;
    const tried: string[] = [];
    if (request.kind !== "latest") {
      const local = await this.#local(wish, tried);
      if (local !== undefined) return local;
    }
    if (["1", "true"].includes(this.#world.env["UV_OFFLINE"] ?? "")) throw this.#missing(request, tried);
    this.#world.log.info(`Fetching uv (${explainRequest(request)}) …`);
    const fetching = { ...this.#world, request, checksum, platform: this.#platform };
    const deadline = this.#world.indexDeadlineMs;
    const index = await fromIndex({ ...fetching, ...(deadline === undefined ? {} : { deadlineMs: deadline }) });
    if (index.kind === "fetched") return await this.#keep(index, "index");
    tried.push(`package index: ${index.why}`);
    const release = await fromRelease({ ...fetching, githubToken: this.#world.githubToken });
    if (release.kind === "fetched") return await this.#keep(release, "release");
    tried.push(`GitHub release: ${release.why}`);
    if (request.kind === "latest") {
      const local = await this.#local(wish, tried);
      if (local !== undefined) {
        this.#world.log.warning(`The latest uv could not be asked for; ${local.version} is here and is used.`);
        return local;
      }
    }
    const isMismatch = index.isMismatch === true || release.isMismatch === true;
    throw notFetched(request, tried, isMismatch);
  }

  async #local(wish: UvWish, tried: string[]): Promise<ProvidedUv | undefined> {
    return (await this.#onPath(wish, tried)) ?? (await this.#stored(wish, tried));
  }

  async #onPath({ request, checksum }: UvWish, tried: string[]): Promise<ProvidedUv | undefined> {
    const { processes, files, env } = this.#world;
    const path = await processes.which(executableName(this.#platform, "uv"), env);
    if (path === undefined) {
      tried.push("PATH: no uv");
      return undefined;
    }
    if (checksum !== undefined) {
      tried.push(`PATH: ${path} is there, but says nothing of the archive whose checksum is demanded`);
      return undefined;
    }
    // Outside the project: its own pins are not what the binary's version depends on.
    const result = await processes.capture(
      { file: path, args: ["--version"], cwd: tmpdir(), env: { ...env } },
      { timeoutMs: VERSION_MS },
    );
    const version = /^uv (\S+)/.exec(result.stdout)?.[1];
    if (version === undefined) {
      tried.push(`PATH: ${path} does not say its version`);
      return undefined;
    }
    if (!satisfies(version, request)) {
      tried.push(`PATH: ${path} is ${version}, which is not ${describeRequest(request)}`);
      return undefined;
    }
    const sha256 = await files.sha256(path);
    return { path, version, source: "path", sha256, trust: "not checked: it was on PATH already" };
  }

  async #stored({ request, checksum }: UvWish, tried: string[]): Promise<ProvidedUv | undefined> {
    const stored = await this.#folder().find(request, checksum);
    if (stored === undefined) {
      tried.push(
        `tool folder ${this.#world.into}: ${request.kind === "any" ? "none" : `none that is ${describeRequest(request)}`}`,
      );
      return undefined;
    }
    return {
      ...stored,
      source: "tool-cache",
      trust: "checked against the SHA-256 that was recorded when it was fetched",
    };
  }

  #folder(): ToolFolder {
    return new ToolFolder({ root: this.#world.into, platform: this.#platform, files: this.#world.files });
  }

  async #keep(attempt: Attempt & { kind: "fetched" }, source: UvSource): Promise<ProvidedUv> {
    const { uv } = attempt;
    const stored = await this.#folder().store(uv.version, uv.programs, uv.archive);
    const trust = `${uv.fileName}, ${uv.trust}`;
    return { path: stored.path, version: stored.version, source, sha256: stored.sha256, trust };
  }

  #missing(request: VersionRequest, tried: readonly string[]): TurnpikeError {
    const problems = tried.map(toProblem);
    return new TurnpikeError(
      "UV_MISSING",
      "user",
      `${named(request)} is here, and UV_OFFLINE forbids to fetch one; nothing was installed.`,
      {
        problems,
        hint: "Install uv on the machine, or unset UV_OFFLINE.",
      },
    );
  }
}

function toProblem(text: string): { where: string; message: string } {
  const [where = "", ...rest] = text.split(": ");
  return { where, message: rest.join(": ") };
}

/** `No uv`, or `No uv that is >=0.13 (wanted by uv.toml)`. */
function named(request: VersionRequest): string {
  return request.kind === "any" ? "No uv" : `No uv that is ${describeRequest(request)} (wanted by ${request.source})`;
}

function notFetched(request: VersionRequest, tried: readonly string[], isMismatch: boolean): TurnpikeError {
  const what = `${named(request)} is here, and none could be fetched; nothing was installed.`;
  return new TurnpikeError(isMismatch ? "UV_CHECKSUM" : "UV_DOWNLOAD", "service", what, {
    problems: tried.map(toProblem),
    hint: [
      "Do one of these:",
      "  install uv on the machine, so that it is on PATH;",
      "  name a package index that has uv for pip (PIP_INDEX_URL, or pip.conf);",
      "  set HTTPS_PROXY, or UV_INSTALLER_GITHUB_BASE_URL for a mirror of GitHub's releases.",
    ].join("\n"),
    doc: "docs/setup-uv.md",
  });
}

/**
 * Finds uv or fetches it, for callers that have no action around them.
 *
 * @param options which version, where to keep it, and the world
 * @returns a uv that runs
 * @throws TurnpikeError `INPUT_INVALID` for a version that cannot be; `UV_MISSING`, `UV_DOWNLOAD`, `UV_CHECKSUM`
 */
export async function acquireUv(options: AcquireOptions): Promise<ProvidedUv> {
  const parsed = parseVersionRequest(options.version ?? "", "the caller");
  if (!parsed.ok) {
    throw new TurnpikeError("INPUT_INVALID", "config", `"${options.version}" ${parsed.why}.`);
  }
  return await new UvFinder(options).provide({ request: parsed.request });
}
