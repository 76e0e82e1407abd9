import type { Blobs } from "./blobs.ts";
import type { CacheStore } from "./cache-store.ts";
import { jsonAnswer } from "./exchange.ts";
import { type Method, twirpFault } from "./twirp.ts";

/** Full name of the service (actions/toolkit packages/cache/src/generated/results/api/v1/cache.ts). */
export const CACHE_SERVICE = "github.actions.results.api.v1.CacheService";

/** Refs of a run: caches are written to the first and read from all, in order. */
export type CacheScopes = readonly [string, ...string[]];

/** What the methods stand on. */
export interface CacheServiceParts {
  readonly store: CacheStore;
  readonly blobs: Blobs;
  readonly scopes: CacheScopes;
  /** Origin of signed addresses. */
  readonly origin: () => string;
}

/** Longest key (actions/toolkit packages/cache/src/cache.ts, checkKey). */
const KEY_LIMIT = 512;

const EXISTS = "cache entry with the same key, version, and scope already exists";

function isKey(key: string): boolean {
  return key !== "" && key.length <= KEY_LIMIT && !key.includes(",");
}

/**
 * @param parts store, blobs, scopes and origin
 * @returns the methods of the cache service, version 2
 */
export function cacheMethods(parts: CacheServiceParts): Readonly<Record<string, Method>> {
  const { store, blobs, scopes, origin } = parts;
  /** Upload id by what it will be; a key is taken from its reservation on. */
  const pending = new Map<string, string>();

  const create: Method = async (fields, job) => {
    const key = fields.text("key");
    const version = fields.text("version");
    if (!isKey(key) || version === "") return twirpFault("invalid_argument", "key or version is not valid");
    if (job.cacheMode === "read" || job.cacheMode === "none") {
      // The client tells a refusal by policy from others by this beginning (CACHE_WRITE_DENIED_PREFIX).
      return jsonAnswer(200, {
        ok: false,
        signed_upload_url: "",
        message: `cache write denied: the effective cache-mode of this job is ${job.cacheMode}`,
      });
    }
    const identity = { key, version, scope: scopes[0] };
    const name = JSON.stringify(identity);
    if (pending.has(name) || (await store.has(identity))) return twirpFault("already_exists", EXISTS);
    pending.set(name, "");
    const upload = await blobs.openUpload(store.uploadFolder, store.limitBytes);
    pending.set(name, upload.id);
    return jsonAnswer(200, { ok: true, signed_upload_url: `${origin()}${upload.path}`, message: "" });
  };

  const finalize: Method = async (fields) => {
    const identity = { key: fields.text("key"), version: fields.text("version"), scope: scopes[0] };
    const name = JSON.stringify(identity);
    const uploadId = pending.get(name);
    if (uploadId === undefined) return twirpFault("not_found", "no upload of that key was begun");
    const blob = await blobs.finishUpload(uploadId);
    pending.delete(name);
    if (blob === undefined) return twirpFault("not_found", "nothing was uploaded for that key");
    if (String(blob.size) !== fields.text("size_bytes")) {
      await blobs.discard(blob);
      return twirpFault("invalid_argument", `size_bytes is not ${blob.size}, the size of what was uploaded`);
    }
    const entry = await store.add(identity, blob.file, blob.size);
    if (entry === undefined) return twirpFault("already_exists", EXISTS);
    return jsonAnswer(200, { ok: true, entry_id: entry.id, message: "" });
  };

  const find: Method = async (fields, job) => {
    if (job.cacheMode === "none" || job.cacheMode === "write-only") {
      const msg = `cache read denied: the effective cache-mode of this job is ${job.cacheMode}`;
      return twirpFault("permission_denied", msg);
    }
    const keys = [fields.text("key"), ...fields.texts("restore_keys")];
    if (!keys.every(isKey)) return twirpFault("invalid_argument", "a key is not valid");
    const entry = await store.find({ keys, version: fields.text("version"), scopes });
    if (entry === undefined) return jsonAnswer(200, { ok: false, signed_download_url: "", matched_key: "" });
    const path = blobs.signDownload(store.fileOf(entry), { contentType: "application/octet-stream" });
    return jsonAnswer(200, { ok: true, signed_download_url: `${origin()}${path}`, matched_key: entry.key });
  };

  return {
    CreateCacheEntry: create,
    FinalizeCacheEntryUpload: finalize,
    GetCacheEntryDownloadURL: find,
  };
}
