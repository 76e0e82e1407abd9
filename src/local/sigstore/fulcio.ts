import { createPublicKey, type KeyObject, randomBytes, verify } from "node:crypto";
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { FULCIO_EXTENSIONS, FULCIO_RAW_EXTENSIONS, type FulcioExtension } from "../../core/provenance/index.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Answer, Handler } from "../services/exchange.ts";
import { jsonAnswer, readObject } from "../services/exchange.ts";
import {
  type CertificateTemplate,
  extendedKeyUsage,
  extension,
  issueCertificate,
  keyIdentifiers,
  keyUsage,
  toBeSigned,
  toPem,
} from "./certificate.ts";
import { sctExtension } from "./ct-log.ts";
import { type Der, encode, sequence, taggedBytes, utf8 } from "./der.ts";
import type { Authority } from "./keys.ts";

/** An OIDC issuer whose tokens Fulcio certifies. */
export interface TrustedIssuer {
  /** `iss` of its tokens. */
  readonly url: string;
  jwks(): JSONWebKeySet | Promise<JSONWebKeySet>;
}

/** What the certification authority works with. */
export interface FulcioOptions {
  readonly ca: Authority;
  readonly ctLog: KeyObject;
  readonly issuer: TrustedIssuer;
  readonly clock: Clock;
  /** `https://github.com`: what repository and workflow names are below. */
  readonly serverUrl: string;
}

const PATH = "/api/v2/signingCert";
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
const AUDIENCE = "sigstore";
const LIFETIME_MS = 10 * 60_000;
const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
const URI_TAG = 6;
/** Serial numbers have at most 20 bytes and are positive (RFC 5280, 4.1.2.2). */
const SERIAL_BYTES = 19;

const requestSchema = z.object({
  credentials: z.object({ oidcIdentityToken: z.string() }),
  publicKeyRequest: z.object({
    publicKey: z.object({ content: z.string() }),
    proofOfPossession: z.base64(),
  }),
});

/** Claims of GitHub's tokens that a certificate is made from, as texts (sigstore/fulcio config/identity/config.yaml). */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  event_name: z.string(),
  sha: z.string(),
  workflow: z.string(),
  repository: z.string(),
  ref: z.string(),
  job_workflow_ref: z.string().min(1),
  job_workflow_sha: z.string(),
  runner_environment: z.string(),
  repository_id: z.string(),
  repository_owner: z.string(),
  repository_owner_id: z.string(),
  workflow_ref: z.string(),
  workflow_sha: z.string(),
  run_id: z.string(),
  run_attempt: z.string(),
  repository_visibility: z.string(),
  environment: z.string().optional(),
});
type Claims = z.infer<typeof claimsSchema>;

function valuesOf(claims: Claims, server: string): Record<FulcioExtension, string | undefined> {
  return {
    issuer: claims.iss,
    buildSignerUri: `${server}/${claims.job_workflow_ref}`,
    buildSignerDigest: claims.job_workflow_sha,
    runnerEnvironment: claims.runner_environment,
    sourceRepositoryUri: `${server}/${claims.repository}`,
    sourceRepositoryDigest: claims.sha,
    sourceRepositoryRef: claims.ref,
    sourceRepositoryId: claims.repository_id,
    sourceRepositoryOwnerUri: `${server}/${claims.repository_owner}`,
    sourceRepositoryOwnerId: claims.repository_owner_id,
    buildConfigUri: `${server}/${claims.workflow_ref}`,
    buildConfigDigest: claims.workflow_sha,
    buildTrigger: claims.event_name,
    runInvocationUri: `${server}/${claims.repository}/actions/runs/${claims.run_id}/attempts/${claims.run_attempt}`,
    sourceRepositoryVisibility: claims.repository_visibility,
    deploymentEnvironment: claims.environment === "" ? undefined : claims.environment,
    tokenSubject: claims.sub,
  };
}

function rawValuesOf(claims: Claims): Record<keyof typeof FULCIO_RAW_EXTENSIONS, string> {
  return {
    issuer: claims.iss,
    workflowTrigger: claims.event_name,
    workflowSha: claims.sha,
    workflowName: claims.workflow,
    workflowRepository: claims.repository,
    workflowRef: claims.ref,
  };
}

function fulcioExtensions(claims: Claims, server: string): Der[] {
  const raw = Object.entries(rawValuesOf(claims)).map(([name, value]) =>
    extension(FULCIO_RAW_EXTENSIONS[name as keyof typeof FULCIO_RAW_EXTENSIONS], Buffer.from(value)),
  );
  const texts = Object.entries(valuesOf(claims, server)).flatMap(([name, value]) =>
    value === undefined ? [] : [extension(FULCIO_EXTENSIONS[name as FulcioExtension], encode(utf8(value)))],
  );
  return [...raw, ...texts];
}

function issue(claims: Claims, publicKey: KeyObject, options: FulcioOptions): Buffer {
  const now = options.clock.now();
  const san = Buffer.from(`${options.serverUrl}/${claims.job_workflow_ref}`);
  const template: CertificateTemplate = {
    serial: randomBytes(SERIAL_BYTES),
    issuer: options.ca.name,
    subject: undefined,
    notBefore: now,
    notAfter: new Date(now.getTime() + LIFETIME_MS),
    publicKey,
    extensions: [
      keyUsage("digitalSignature"),
      extendedKeyUsage(CODE_SIGNING, false),
      ...keyIdentifiers(publicKey, options.ca.key),
      extension(SUBJECT_ALTERNATIVE_NAME, encode(sequence(taggedBytes(URI_TAG, san))), true),
      ...fulcioExtensions(claims, options.serverUrl),
    ],
  };
  const sct = sctExtension(toBeSigned(template), options.ca.key, { key: options.ctLog, timeMs: now.getTime() });
  return issueCertificate({ ...template, extensions: [...template.extensions, sct] }, options.ca.key);
}

async function verifyToken(token: string, options: FulcioOptions): Promise<JWTPayload | undefined> {
  try {
    const keys = createLocalJWKSet(await options.issuer.jwks());
    const { payload } = await jwtVerify(token, keys, {
      issuer: options.issuer.url,
      audience: AUDIENCE,
      currentDate: options.clock.now(),
      requiredClaims: ["exp", "sub"],
    });
    return payload;
  } catch {
    // Fulcio does not say more either, and the reason could quote the token.
    return undefined;
  }
}

function readPublicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1" ? key : undefined;
  } catch {
    return undefined;
  }
}

async function answer(body: unknown, options: FulcioOptions): Promise<Answer> {
  const refuse = (status: number, message: string): Answer => jsonAnswer(status, { code: 3, message, details: [] });
  const request = requestSchema.safeParse(body);
  if (!request.success) return refuse(400, "the request has no identity token, public key or proof of possession");
  const payload = await verifyToken(request.data.credentials.oidcIdentityToken, options);
  if (payload === undefined) return refuse(401, "There was an error processing the identity token");
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) {
    const names = claims.error.issues.map((issue) => issue.path.join("."));
    return refuse(400, `the identity token lacks, or has in the wrong type: ${names.join(", ")}`);
  }
  const { publicKey: key, proofOfPossession } = request.data.publicKeyRequest;
  const publicKey = readPublicKey(key.content);
  if (publicKey === undefined) return refuse(400, "The public key supplied in the request is not a P-256 key");
  const proof = Buffer.from(proofOfPossession, "base64");
  if (!verify("sha256", Buffer.from(claims.data.sub), publicKey, proof)) {
    return refuse(400, "The signature supplied in the request could not be verified");
  }
  const leaf = issue(claims.data, publicKey, options);
  const certificates = [leaf, ...options.ca.chain].map((der) => toPem(der, "CERTIFICATE"));
  return jsonAnswer(201, { signedCertificateEmbeddedSct: { chain: { certificates } } });
}

/**
 * The certification authority: checks the token against the issuer's keys, the proof of possession, and certifies what the
 * token says for ten minutes (sigstore/fulcio docs/certificate-specification.md).
 *
 * @param options keys, issuer and clock
 * @returns a handler for `POST /api/v2/signingCert`
 */
export function fulcio(options: FulcioOptions): Handler {
  return async ({ method, url, stream }) => {
    if (method !== "POST" || url.pathname !== PATH) return undefined;
    const body = await readObject(stream, BODY_LIMIT_BYTES);
    if (body.kind === "refused") return jsonAnswer(body.status, { code: 3, message: body.reason });
    return await answer(body.value, options);
  };
}
