import { createHash } from "node:crypto";
import type { Bundle } from "@sigstore/bundle";
import { dsse } from "@sigstore/core";
import { z } from "zod";
import { TurnpikeError } from "../../errors.ts";
import type { CertifiedKey } from "./certify.ts";
import { type ExchangePorts, exchange, jsonOf, refusal, type ServiceRequest, unexpected } from "./exchange.ts";

/** A signed statement, before anybody vouches for it. */
export interface SignedEnvelope {
  readonly payloadType: string;
  readonly payload: Buffer;
  /** What the signature is over: the pre-authentication encoding (DSSE, protocol.md). */
  readonly signedBytes: Buffer;
  readonly signature: Buffer;
  readonly key: CertifiedKey;
}

/** What a bundle is about, as `@sigstore/sign` hands it to a witness. */
export type SignedContent = Bundle["content"];

/**
 * @param content what was signed; always a DSSE envelope here
 * @param key what it was signed with
 * @returns the envelope with everything that witnesses need
 * @throws TurnpikeError `BUG_UNEXPECTED` for other content
 */
export function toEnvelope(content: SignedContent, key: CertifiedKey): SignedEnvelope {
  const signature = content.$case === "dsseEnvelope" ? content.dsseEnvelope.signatures[0]?.sig : undefined;
  if (content.$case !== "dsseEnvelope" || signature === undefined) {
    throw new TurnpikeError("BUG_UNEXPECTED", "bug", "Something else than a signed DSSE envelope was to be witnessed.");
  }
  const { payload, payloadType } = content.dsseEnvelope;
  return { payload, payloadType, signedBytes: dsse.preAuthEncoding(payloadType, payload), signature, key };
}

/** The log has an entry of this signature already, and does not show it. A new signature is a new entry. */
export const CONFLICT: unique symbol = Symbol("conflict");

const v1EntrySchema = z.object({
  body: z.base64(),
  integratedTime: z.number(),
  logID: z.hex(),
  logIndex: z.number(),
  verification: z.object({
    inclusionProof: z.object({
      checkpoint: z.string(),
      hashes: z.array(z.hex()),
      logIndex: z.number(),
      rootHash: z.hex(),
      treeSize: z.number(),
    }),
    signedEntryTimestamp: z.base64(),
  }),
});
const v1BodySchema = z.object({ kind: z.string(), apiVersion: z.string() });
const v2EntrySchema = z.looseObject({
  logIndex: z.string(),
  canonicalizedBody: z.base64(),
  inclusionProof: z.looseObject({}),
});

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function hexToBase64(hex: string): string {
  return Buffer.from(hex, "hex").toString("base64");
}

/** Version 1 answers in its own form; a bundle holds that of the protocol buffers (sigstore/protobuf-specs sigstore_rekor.proto). */
function fromV1(answer: unknown): object | undefined {
  const entries = z.record(z.string(), v1EntrySchema).safeParse(answer);
  const [entry] = entries.success ? Object.values(entries.data) : [];
  if (entry === undefined) return undefined;
  const { inclusionProof: proof, signedEntryTimestamp } = entry.verification;
  const body = v1BodySchema.parse(JSON.parse(Buffer.from(entry.body, "base64").toString("utf8")));
  return {
    logIndex: String(entry.logIndex),
    logId: { keyId: hexToBase64(entry.logID) },
    kindVersion: { kind: body.kind, version: body.apiVersion },
    integratedTime: String(entry.integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    inclusionProof: {
      logIndex: String(proof.logIndex),
      rootHash: hexToBase64(proof.rootHash),
      treeSize: String(proof.treeSize),
      hashes: proof.hashes.map(hexToBase64),
      checkpoint: { envelope: proof.checkpoint },
    },
    canonicalizedBody: entry.body,
  };
}

/** Logs the whole envelope, as a `dsse` entry (sigstore/rekor pkg/types/dsse/v0.0.1). */
async function logV1(ports: ExchangePorts, url: string, envelope: SignedEnvelope): Promise<object | typeof CONFLICT> {
  const document = {
    payload: envelope.payload.toString("base64"),
    payloadType: envelope.payloadType,
    signatures: [{ sig: envelope.signature.toString("base64"), keyid: "" }],
  };
  const verifier = Buffer.from(envelope.key.certificatePem).toString("base64");
  const request: ServiceRequest = {
    service: "Rekor",
    method: "POST",
    url: `${url}/api/v1/log/entries`,
    body: {
      apiVersion: "0.0.1",
      kind: "dsse",
      spec: { proposedContent: { envelope: JSON.stringify(document), verifiers: [verifier] } },
    },
  };
  let response = await exchange(ports, request);
  const location = response.headers["location"];
  if (response.status === 409) {
    const uuid = location?.split("/").at(-1);
    if (uuid === undefined || !/^[0-9a-f]{64,80}$/.test(uuid)) return CONFLICT;
    response = await exchange(ports, { service: "Rekor", method: "GET", url: `${url}/api/v1/log/entries/${uuid}` });
  }
  const entry = fromV1(jsonOf(response, request));
  if (entry === undefined) throw unexpected(request);
  return entry;
}

/**
 * Logs the hash of what was signed: version 2 takes DSSE envelopes as hashed records over their pre-authentication encoding
 * (sigstore/rekor-tiles CLIENTS.md).
 */
async function logV2(ports: ExchangePorts, url: string, envelope: SignedEnvelope): Promise<object | typeof CONFLICT> {
  const request: ServiceRequest = {
    service: "Rekor",
    method: "POST",
    url: `${url}/api/v2/log/entries`,
    body: {
      hashedRekordRequestV002: {
        digest: sha256(envelope.signedBytes).toString("base64"),
        signature: {
          content: envelope.signature.toString("base64"),
          verifier: {
            x509Certificate: { rawBytes: envelope.key.certificate.toString("base64") },
            keyDetails: "PKIX_ECDSA_P256_SHA_256",
          },
        },
      },
    },
  };
  const response = await exchange(ports, request);
  if (response.status === 409) return CONFLICT;
  const entry = v2EntrySchema.safeParse(jsonOf(response, request));
  if (!entry.success) throw unexpected(request);
  return entry.data;
}

/**
 * Has a transparency log record a signed envelope.
 *
 * @param ports HTTP and clock
 * @param log address and major version of the log's interface
 * @param envelope what was signed
 * @returns a TransparencyLogEntry (JSON), or `CONFLICT`
 * @throws TurnpikeError `SIGN_FAILED` or `NETWORK_UNREACHABLE`
 */
export async function recordInLog(
  ports: ExchangePorts,
  log: { readonly url: string; readonly apiVersion: 1 | 2 },
  envelope: SignedEnvelope,
): Promise<object | typeof CONFLICT> {
  const url = log.url.replace(/\/$/, "");
  return log.apiVersion === 2 ? await logV2(ports, url, envelope) : await logV1(ports, url, envelope);
}

/**
 * Has a time-stamp authority vouch for the time of a signature (RFC 3161).
 *
 * @param ports HTTP and clock
 * @param url the authority's address, with its path
 * @param signature what is stamped
 * @returns the response in DER
 * @throws TurnpikeError `SIGN_FAILED` or `NETWORK_UNREACHABLE`
 */
export async function stampTime(ports: ExchangePorts, url: string, signature: Buffer): Promise<Buffer> {
  const request: ServiceRequest = {
    service: "The time-stamp authority",
    method: "POST",
    url: new URL(url).pathname === "/" ? `${url.replace(/\/$/, "")}/api/v1/timestamp` : url,
    body: { artifactHash: sha256(signature).toString("base64"), hashAlgorithm: "sha256" },
  };
  const response = await exchange(ports, request);
  if (response.status < 200 || response.status >= 300) throw refusal(response, request);
  return Buffer.from(response.body);
}
