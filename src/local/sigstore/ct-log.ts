import { createHash, type KeyObject, sign } from "node:crypto";
import { extension, spkiOf } from "./certificate.ts";
import { type Der, encode, octets } from "./der.ts";

const SCT_LIST = "1.3.6.1.4.1.11129.2.4.2";
/** `hash` sha256 and `signature` ecdsa (RFC 5246, 7.4.1.4.1). */
const SHA256_ECDSA = Uint8Array.of(4, 3);

function uint(value: number | bigint, bytes: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value));
  return buffer.subarray(8 - bytes);
}

/** @returns id of the log: SHA-256 of its public key (RFC 6962, 3.2) */
export function ctLogId(key: KeyObject): Buffer {
  return createHash("sha256").update(spkiOf(key)).digest();
}

/**
 * A certificate-transparency log of which only the signatures exist: it vouches for a precertificate (RFC 6962, 3.2).
 *
 * @param tbs the certificate's signed part without this extension
 * @param issuer public or private key of the issuer
 * @param log the log's key, and the time in ms
 * @returns the extension that holds the signed certificate timestamp
 */
export function sctExtension(tbs: Buffer, issuer: KeyObject, log: { key: KeyObject; timeMs: number }): Der {
  const time = uint(log.timeMs, 8);
  const issuerHash = createHash("sha256").update(spkiOf(issuer)).digest();
  // version v1, type certificate_timestamp, time, type precert_entry, the entry, no extensions
  const signed = Buffer.concat([
    Uint8Array.of(0, 0),
    time,
    Uint8Array.of(0, 1),
    issuerHash,
    uint(tbs.length, 3),
    tbs,
    Uint8Array.of(0, 0),
  ]);
  const signature = sign("sha256", signed, log.key);
  const sct = Buffer.concat([
    Uint8Array.of(0),
    ctLogId(log.key),
    time,
    Uint8Array.of(0, 0),
    SHA256_ECDSA,
    uint(signature.length, 2),
    signature,
  ]);
  const entry = Buffer.concat([uint(sct.length, 2), sct]);
  return extension(SCT_LIST, encode(octets(Buffer.concat([uint(entry.length, 2), entry]))));
}
