import { createHash, randomBytes, sign, X509Certificate } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import { type Handler, jsonAnswer, readObject } from "../services/exchange.ts";
import { distinguishedName, ecdsaWithSha256 } from "./certificate.ts";
import {
  type Der,
  encode,
  encoded,
  generalizedTime,
  integer,
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
  utcTime,
} from "./der.ts";
import type { Authority } from "./keys.ts";

const PATH = "/api/v1/timestamp";
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Sigstore's time-stamping policy (sigstore/timestamp-authority pkg/verification). */
const POLICY = "1.3.6.1.4.1.57264.2";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_TIME = "1.2.840.113549.1.9.5";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
const SERIAL_BYTES = 16;

/** Hash algorithms of a request, and their length in bytes (RFC 5754, section 2). */
const HASHES = {
  sha256: { id: "2.16.840.1.101.3.4.2.1", length: 32 },
  sha384: { id: "2.16.840.1.101.3.4.2.2", length: 48 },
  sha512: { id: "2.16.840.1.101.3.4.2.3", length: 64 },
} as const;

const requestSchema = z.object({
  artifactHash: z.base64(),
  hashAlgorithm: z.enum(["sha256", "sha384", "sha512"]),
  certificates: z.boolean().optional(),
  nonce: z.number().int().nonnegative().optional(),
});
type TimestampRequest = z.infer<typeof requestSchema>;

function algorithm(id: string): Der {
  return sequence(oid(id), nothing());
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** What is vouched for (RFC 3161, 2.4.2). */
function tstInfo(request: TimestampRequest, time: Date): Buffer {
  const imprint = sequence(
    algorithm(HASHES[request.hashAlgorithm].id),
    octets(Buffer.from(request.artifactHash, "base64")),
  );
  const accuracy = sequence(integer(1));
  const nonce = request.nonce === undefined ? [] : [integer(request.nonce)];
  return encode(
    sequence(
      integer(1),
      oid(POLICY),
      imprint,
      integer(randomBytes(SERIAL_BYTES)),
      generalizedTime(time),
      accuracy,
      ...nonce,
    ),
  );
}

function attribute(type: string, value: Der): Der {
  return sequence(oid(type), setOf(value));
}

/** A signed time-stamp token (RFC 5652, 5; the signing certificate's id by RFC 5035, 4). */
function signedData(info: Buffer, authority: Authority, withCertificates: boolean, time: Date): Der {
  const [certificate = Buffer.alloc(0)] = authority.chain;
  const issuer = distinguishedName(authority.issuerName);
  const serial = integer(Buffer.from(new X509Certificate(certificate).serialNumber, "hex"));
  const certificateId = sequence(octets(sha256(certificate)), sequence(sequence(tagged(4, issuer)), serial));
  const attributes = encode(
    setOf(
      attribute(CONTENT_TYPE, oid(TST_INFO)),
      attribute(SIGNING_TIME, utcTime(time)),
      attribute(MESSAGE_DIGEST, octets(sha256(info))),
      attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(certificateId))),
    ),
  );
  const signature = sign("sha256", attributes, authority.key);
  // Signed as a SET, sent as `[0] IMPLICIT` (RFC 5652, 5.4).
  attributes[0] = 0xa0;
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    algorithm(HASHES.sha256.id),
    encoded(attributes),
    ecdsaWithSha256(),
    octets(signature),
  );
  return sequence(
    integer(3),
    setOf(algorithm(HASHES.sha256.id)),
    sequence(oid(TST_INFO), tagged(0, octets(info))),
    ...(withCertificates ? [tagged(0, encoded(certificate))] : []),
    setOf(signer),
  );
}

/**
 * @param request what to vouch for
 * @param authority key and certificates
 * @param time the time to vouch for; fractions of a second are left out
 * @returns a TimeStampResp in DER (RFC 3161, 2.4.2)
 */
function timestamp(request: TimestampRequest, authority: Authority, time: Date): Buffer {
  const data = signedData(tstInfo(request, time), authority, request.certificates ?? false, time);
  return encode(sequence(sequence(integer(0)), sequence(oid(SIGNED_DATA), tagged(0, data))));
}

/**
 * The time-stamp authority, with the JSON requests of Sigstore's (sigstore/timestamp-authority openapi.yaml).
 *
 * @param authority key and certificates
 * @param clock the time that is vouched for
 * @returns a handler for `POST /api/v1/timestamp`
 */
export function timestampAuthority(authority: Authority, clock: Clock): Handler {
  return async ({ method, url, stream }) => {
    if (method !== "POST" || url.pathname !== PATH) return undefined;
    const body = await readObject(stream, BODY_LIMIT_BYTES);
    if (body.kind === "refused") return jsonAnswer(body.status, { code: body.status, message: body.reason });
    const request = requestSchema.safeParse(body.value);
    if (!request.success) return jsonAnswer(400, { code: 400, message: "Error generating timestamp response" });
    const { artifactHash, hashAlgorithm } = request.data;
    if (Buffer.from(artifactHash, "base64").length !== HASHES[hashAlgorithm].length) {
      return jsonAnswer(400, {
        code: 400,
        message: "Message digest has incorrect length for specified hash algorithm",
      });
    }
    const bytes = timestamp(request.data, authority, clock.now());
    return { status: 201, headers: { "content-type": "application/timestamp-reply" }, body: bytes };
  };
}
