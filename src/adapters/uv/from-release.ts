import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { highest, type Platform, targetTriple, type VersionRequest } from "../../core/uv/index.ts";
import { formatError, TurnpikeError } from "../../errors.ts";
import type { Http, HttpResponse } from "../../ports/http.ts";
import { type Attempt, quoted } from "./attempt.ts";
import { sha256Of, unpackRelease } from "./unpack.ts";

const GITHUB = "https://github.com";
const GITHUB_API = "https://api.github.com";
const REPOSITORY = "astral-sh/uv";
const PAGE_MS = 15_000;
const ARCHIVE_MS = 120_000;
/** Waits before the second and third try. */
const WAITS_MS = [500, 2000];

/** What fetching a release needs. */
export interface ReleaseOptions {
  readonly request: VersionRequest;
  /** SHA-256 that the archive must have, when one is demanded. */
  readonly checksum: string | undefined;
  readonly platform: Platform;
  /** `UV_INSTALLER_GITHUB_BASE_URL` names a mirror, as for uv's own installer. */
  readonly env: Readonly<Record<string, string>>;
  readonly http: Http;
  /** Sent to GitHub's API alone. */
  readonly githubToken: string | undefined;
}

const releasesSchema = z.array(z.object({ tag_name: z.string(), draft: z.boolean(), prerelease: z.boolean() }));

function isWorthAnotherTry(response: HttpResponse): boolean {
  return response.status === 408 || response.status === 429 || response.status >= 500;
}

async function get(http: Http, url: string, headers: Record<string, string>, timeoutMs: number): Promise<HttpResponse> {
  for (let attempt = 0; ; attempt += 1) {
    const wait = WAITS_MS[attempt];
    try {
      const response = await http.send({ method: "GET", url, headers, timeoutMs });
      if (wait === undefined || !isWorthAnotherTry(response)) return response;
    } catch (error) {
      if (wait === undefined) throw error;
    }
    await delay(wait);
  }
}

function refused(what: string, response: HttpResponse): TurnpikeError {
  return new TurnpikeError("UV_DOWNLOAD", "service", `${what} was answered with ${response.status}`);
}

/** The version to fetch. The newest is asked of the page that redirects to it, which has no rate limit. */
async function resolveVersion(base: string, options: ReleaseOptions): Promise<string> {
  const { request, http, githubToken } = options;
  if (request.kind === "exact") return request.version;
  if (request.kind !== "specifier") {
    const response = await get(http, `${base}/${REPOSITORY}/releases/latest`, {}, PAGE_MS);
    const tag = /\/releases\/tag\/([0-9][^/?#]*)$/.exec(response.url)?.[1];
    if (tag === undefined) throw refused("the page of the latest release", response);
    return tag;
  }
  const headers: Record<string, string> = { accept: "application/vnd.github+json" };
  if (githubToken !== undefined && base === GITHUB) headers["authorization"] = `Bearer ${githubToken}`;
  const api = base === GITHUB ? GITHUB_API : `${base}/api/v3`;
  const response = await get(http, `${api}/repos/${REPOSITORY}/releases?per_page=100`, headers, PAGE_MS);
  if (response.status !== 200) throw refused("the list of releases", response);
  const parsed = releasesSchema.safeParse(JSON.parse(new TextDecoder().decode(response.body)));
  if (!parsed.success) throw new TurnpikeError("UV_DOWNLOAD", "service", "the list of releases is not one");
  const versions = parsed.data.filter((one) => !one.draft && !one.prerelease).map((one) => one.tag_name);
  const version = highest(versions, request);
  if (version === undefined) {
    throw new TurnpikeError(
      "UV_DOWNLOAD",
      "user",
      `none of the last ${versions.length} releases is ${request.specifier}`,
    );
  }
  return version;
}

async function fetchArchive(base: string, version: string, options: ReleaseOptions): Promise<Attempt> {
  const suffix = options.platform.os === "windows" ? "zip" : "tar.gz";
  const fileName = `uv-${targetTriple(options.platform)}.${suffix}`;
  const address = `${base}/${REPOSITORY}/releases/download/${encodeURIComponent(version)}/${fileName}`;
  const [sums, archive] = await Promise.all([
    get(options.http, `${address}.sha256`, {}, PAGE_MS),
    get(options.http, address, {}, ARCHIVE_MS),
  ]);
  if (archive.status !== 200) throw refused(`${fileName} of ${version}`, archive);
  if (sums.status !== 200) throw refused(`the checksum of ${fileName}`, sums);
  const published = /^([0-9a-f]{64})\b/i.exec(new TextDecoder().decode(sums.body).trim())?.[1]?.toLowerCase();
  const expected = options.checksum ?? published;
  const actual = sha256Of(archive.body);
  if (actual !== expected) {
    const why = `${fileName} has SHA-256 ${actual}, not ${expected ?? "any that the release gives"}`;
    return { kind: "failed", why, isMismatch: true };
  }
  const programs = await unpackRelease(fileName, archive.body, options.platform);
  const against = options.checksum === undefined ? "the checksum beside the release" : "the checksum that was demanded";
  return { kind: "fetched", uv: { version, programs, archive: actual, fileName, trust: `checked against ${against}` } };
}

/**
 * Fetches uv's release archive from GitHub, or the mirror that the environment names.
 *
 * @param options which version, and the environment
 * @returns the programs, or why there are none
 */
export async function fromRelease(options: ReleaseOptions): Promise<Attempt> {
  const base = (options.env["UV_INSTALLER_GITHUB_BASE_URL"] || GITHUB).replace(/\/+$/, "");
  try {
    return await fetchArchive(base, await resolveVersion(base, options), options);
  } catch (error) {
    const isMismatch = error instanceof TurnpikeError && error.code === "UV_CHECKSUM";
    const why = error instanceof TurnpikeError ? error.message.replace(/\.$/, "") : formatError(error);
    return { kind: "failed", why: quoted(why), isMismatch };
  }
}
