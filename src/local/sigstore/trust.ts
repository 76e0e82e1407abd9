import { spkiOf } from "./certificate.ts";
import { ctLogId } from "./ct-log.ts";
import { type Authority, type LocalKeys, VALID_FROM } from "./keys.ts";
import { type LogIdentity, logIdOf } from "./transparency-log.ts";

/**
 * Names of the services. They are in signed checkpoints and in the trusted root, and never looked up: the addresses of a run
 * are in the signing configuration alone, so the trusted root stays the same when ports change.
 */
export const LOCAL_HOSTS = {
  fulcio: "fulcio.turnpike.localhost",
  ctLog: "ct.turnpike.localhost",
  rekorV1: "rekor-v1.turnpike.localhost",
  rekorV2: "rekor-v2.turnpike.localhost",
  timestampAuthority: "tsa.turnpike.localhost",
} as const;

const START = { start: VALID_FROM.toISOString() };

function authority(of: Authority, host: string): object {
  return {
    subject: of.name,
    uri: `https://${host}`,
    certChain: { certificates: of.chain.map((der) => ({ rawBytes: der.toString("base64") })) },
    validFor: { ...START },
  };
}

function log(identity: LogIdentity, logId: Buffer): object {
  return {
    baseUrl: `https://${identity.origin}`,
    hashAlgorithm: "SHA2_256",
    publicKey: {
      rawBytes: spkiOf(identity.key).toString("base64"),
      keyDetails: identity.key.asymmetricKeyType === "ed25519" ? "PKIX_ED25519" : "PKIX_ECDSA_P256_SHA_256",
      validFor: { ...START },
    },
    logId: { keyId: logId.toString("base64") },
  };
}

/**
 * What verifiers trust (sigstore/protobuf-specs sigstore_trustroot.proto, `TrustedRoot`).
 *
 * @param keys the services' keys
 * @returns the JSON document
 */
export function toTrustedRoot(keys: LocalKeys): object {
  const rekorV1 = { origin: LOCAL_HOSTS.rekorV1, key: keys.rekorV1 };
  const rekorV2 = { origin: LOCAL_HOSTS.rekorV2, key: keys.rekorV2 };
  return {
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [log(rekorV1, logIdOf(rekorV1)), log(rekorV2, logIdOf(rekorV2))],
    certificateAuthorities: [authority(keys.ca, LOCAL_HOSTS.fulcio)],
    ctlogs: [log({ origin: LOCAL_HOSTS.ctLog, key: keys.ctLog }, ctLogId(keys.ctLog))],
    timestampAuthorities: [authority(keys.tsa, LOCAL_HOSTS.timestampAuthority)],
  };
}

/**
 * Where signers find the services (same file, `SigningConfig`).
 *
 * @param origin `http://127.0.0.1:<port>`
 * @param issuerUrl the OIDC issuer
 * @returns the JSON document
 */
export function toSigningConfig(origin: string, issuerUrl: string): object {
  const service = (url: string, majorApiVersion: number): object => ({
    url,
    majorApiVersion,
    validFor: { ...START },
    operator: "turnpike.localhost",
  });
  return {
    mediaType: "application/vnd.dev.sigstore.signingconfig.v0.2+json",
    caUrls: [service(origin, 1)],
    oidcUrls: [service(issuerUrl, 1)],
    rekorTlogUrls: [service(origin, 2), service(origin, 1)],
    rekorTlogConfig: { selector: "ANY" },
    tsaUrls: [service(`${origin}/api/v1/timestamp`, 1)],
    tsaConfig: { selector: "ANY" },
  };
}
