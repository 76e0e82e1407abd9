import { json } from "@sigstore/core";
import { z } from "zod";
import { type Handler, jsonAnswer, readObject } from "../services/exchange.ts";
import { checkpoint, type LogIdentity, logIdOf, type TransparencyLog } from "./transparency-log.ts";

const ENTRIES = "/api/v2/log/entries";
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
const KIND_VERSION = { kind: "hashedrekord", version: "0.0.2" };
const DIGEST_LENGTH = 32;

/** `HashedRekordRequestV002` (sigstore/rekor-tiles api/proto/rekor/v2/hashedrekord.proto). */
const requestSchema = z.strictObject({
  digest: z.base64().refine((digest) => Buffer.from(digest, "base64").length === DIGEST_LENGTH),
  signature: z.strictObject({
    content: z.base64().min(1),
    verifier: z.strictObject({
      x509Certificate: z.strictObject({ rawBytes: z.base64().min(1) }),
      keyDetails: z.literal("PKIX_ECDSA_P256_SHA_256"),
    }),
  }),
});

/**
 * Version 2 of Rekor: hashed records only, no promises, the entry's place proved by a checkpoint
 * (sigstore/rekor-tiles CLIENTS.md). Whether the signature fits the digest is left to verifiers, as Node has no check of
 * a signature over a given digest.
 *
 * @param log the entries
 * @param identity the log's name and its Ed25519 key
 * @returns a handler for `POST /api/v2/log/entries`
 */
export function rekorV2(log: TransparencyLog, identity: LogIdentity): Handler {
  return async ({ method, url, stream }) => {
    if (method !== "POST" || url.pathname !== ENTRIES) return undefined;
    const body = await readObject(stream, BODY_LIMIT_BYTES);
    if (body.kind === "refused") return jsonAnswer(body.status, { code: 3, message: body.reason });
    if (!("hashedRekordRequestV002" in body.value)) {
      return jsonAnswer(400, { code: 3, message: "invalid type, must be hashedrekord" });
    }
    const request = requestSchema.safeParse(body.value["hashedRekordRequestV002"]);
    if (!request.success) return jsonAnswer(400, { code: 3, message: "invalid hashedrekord request" });
    const { digest, signature } = request.data;
    const entry = Buffer.from(
      json.canonicalize({
        apiVersion: KIND_VERSION.version,
        kind: KIND_VERSION.kind,
        spec: { hashedRekordV002: { data: { algorithm: "SHA2_256", digest }, signature } },
      }),
    );
    const { index, treeSize, rootHash, path } = log.append(entry);
    return jsonAnswer(201, {
      logIndex: String(index),
      logId: { keyId: logIdOf(identity).toString("base64") },
      kindVersion: KIND_VERSION,
      inclusionProof: {
        logIndex: String(index),
        rootHash: rootHash.toString("base64"),
        treeSize: String(treeSize),
        hashes: path.map((hash) => hash.toString("base64")),
        checkpoint: { envelope: checkpoint(identity, identity.origin, { treeSize, rootHash }) },
      },
      canonicalizedBody: entry.toString("base64"),
    });
  };
}
