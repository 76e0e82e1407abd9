import { type ArtifactStore, artifactNameFault, type LocalArtifact } from "./artifact-store.ts";
import type { Blobs } from "./blobs.ts";
import { jsonAnswer } from "./exchange.ts";
import type { RuntimeJob } from "./job-tokens.ts";
import { type Fields, type Method, twirpFault } from "./twirp.ts";

/** Full name of the service (actions/toolkit packages/artifact/src/generated/results/api/v1/artifact.ts). */
export const ARTIFACT_SERVICE = "github.actions.results.api.v1.ArtifactService";

/** Most artifacts of one job. */
const ARTIFACTS_PER_JOB = 500;

/** What the methods stand on. */
export interface ArtifactServiceParts {
  readonly store: ArtifactStore;
  readonly blobs: Blobs;
  /** Most bytes of one artifact. */
  readonly limitBytes: number;
  /** Origin of signed addresses. */
  readonly origin: () => string;
}

interface PendingArtifact {
  readonly uploadId: string;
  readonly mimeType: string;
}

/** A client may only speak for the job that its token was made for. */
function speaksForItself(fields: Fields, job: RuntimeJob): boolean {
  return (
    fields.text("workflow_run_backend_id") === job.runBackendId &&
    fields.text("workflow_job_run_backend_id") === job.jobBackendId
  );
}

function describe(artifact: LocalArtifact, job: RuntimeJob): Record<string, unknown> {
  return {
    workflow_run_backend_id: job.runBackendId,
    workflow_job_run_backend_id: artifact.jobBackendId === "" ? job.jobBackendId : artifact.jobBackendId,
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.size),
    created_at: artifact.createdAt,
    digest: artifact.digest,
  };
}

/** A file name for `Content-Disposition` (RFC 6266 and RFC 8187). */
function dispositionOf(artifact: LocalArtifact): string {
  const name = artifact.mimeType === "application/zip" ? `${artifact.name}.zip` : artifact.name;
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

const NOT_YOURS = "the ids are not those of the job that the token was made for";
const TAKEN = "an artifact with this name already exists on the workflow run";

/**
 * @param parts store, blobs, limit and origin
 * @returns the methods of the artifact service, version 4 and later
 */
export function artifactMethods(parts: ArtifactServiceParts): Readonly<Record<string, Method>> {
  const { store, blobs, limitBytes, origin } = parts;
  const pending = new Map<string, PendingArtifact>();

  const create: Method = async (fields, job) => {
    const name = fields.text("name");
    const fault = artifactNameFault(name);
    if (fault !== undefined) return twirpFault("invalid_argument", fault);
    if (!speaksForItself(fields, job)) return twirpFault("permission_denied", NOT_YOURS);
    if (pending.has(name) || store.get(name) !== undefined) return twirpFault("already_exists", TAKEN);
    if (store.list().filter((artifact) => artifact.jobBackendId === job.jobBackendId).length >= ARTIFACTS_PER_JOB) {
      return twirpFault("resource_exhausted", `a job has at most ${ARTIFACTS_PER_JOB} artifacts`);
    }
    const mimeType = fields.text("mime_type") || "application/zip";
    pending.set(name, { uploadId: "", mimeType });
    const upload = await blobs.openUpload(store.uploadFolder, limitBytes);
    pending.set(name, { uploadId: upload.id, mimeType });
    return jsonAnswer(200, { ok: true, signed_upload_url: `${origin()}${upload.path}` });
  };

  const finalize: Method = async (fields, job) => {
    const name = fields.text("name");
    if (!speaksForItself(fields, job)) return twirpFault("permission_denied", NOT_YOURS);
    const begun = pending.get(name);
    if (begun === undefined) return twirpFault("not_found", "no upload of an artifact of that name was begun");
    const blob = await blobs.finishUpload(begun.uploadId);
    pending.delete(name);
    if (blob === undefined) return twirpFault("not_found", "nothing was uploaded for that artifact");
    const hash = fields.text("hash");
    if (hash !== "" && hash !== `sha256:${blob.sha256}`) {
      await blobs.discard(blob);
      return twirpFault("invalid_argument", "hash is not that of what was uploaded");
    }
    const artifact = await store.add({ ...blob, name, mimeType: begun.mimeType, jobBackendId: job.jobBackendId });
    if (artifact === undefined) return twirpFault("already_exists", TAKEN);
    return jsonAnswer(200, { ok: true, artifact_id: String(artifact.id) });
  };

  const list: Method = async (fields, job) => {
    const name = fields.text("name_filter");
    const id = fields.text("id_filter");
    const artifacts = store
      .list()
      .filter((artifact) => (name === "" || artifact.name === name) && (id === "" || String(artifact.id) === id));
    return jsonAnswer(200, { artifacts: artifacts.map((artifact) => describe(artifact, job)) });
  };

  const sign: Method = async (fields) => {
    const artifact = store.get(fields.text("name"));
    if (artifact === undefined) return twirpFault("not_found", "there is no artifact of that name");
    const form = { contentType: artifact.mimeType, disposition: dispositionOf(artifact) };
    return jsonAnswer(200, { signed_url: `${origin()}${blobs.signDownload(artifact.file, form)}` });
  };

  const remove: Method = async (fields) => {
    const artifact = await store.remove(fields.text("name"));
    if (artifact === undefined) return twirpFault("not_found", "there is no artifact of that name");
    return jsonAnswer(200, { ok: true, artifact_id: String(artifact.id) });
  };

  return {
    CreateArtifact: create,
    FinalizeArtifact: finalize,
    ListArtifacts: list,
    GetSignedArtifactURL: sign,
    DeleteArtifact: remove,
  };
}
