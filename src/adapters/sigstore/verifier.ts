import { X509Certificate as NodeCertificate } from "node:crypto";
import { bundleFromJSON } from "@sigstore/bundle";
import { ASN1Obj } from "@sigstore/core";
import { TrustedRoot } from "@sigstore/protobuf-specs";
import { type Signer, type TrustMaterial, toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import { z } from "zod";
import {
  type Bundle,
  type CertificateIdentity,
  type Evidence,
  FULCIO_EXTENSIONS,
  type FulcioExtension,
  type JudgedBundle,
  type LogEvidence,
  readBundle,
  type TrustedRootDocument,
  trustedRootSchema,
} from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { BundleVerifier } from "../../ports/signing.ts";
import { explain } from "./explain.ts";

type TlogEntry = Bundle["verificationMaterial"]["tlogEntries"][number];

const UTF8_STRING = 0x0c;
/** Entry versions of Rekor v2; everything else is version 1 (sigstore/rekor-tiles api/proto/rekor/v2/entry.proto). */
const V2_KINDS = new Set(["hashedrekord 0.0.2", "dsse 0.0.2"]);

/** Where the logged certificate stands in the bodies of the entry kinds. */
const v1DsseBody = z.object({ spec: z.object({ signatures: z.tuple([z.object({ verifier: z.base64() })]) }) });
const v1IntotoBody = z.object({
  spec: z.object({
    content: z.object({ envelope: z.object({ signatures: z.tuple([z.object({ publicKey: z.base64() })]) }) }),
  }),
});
const v2Verifier = z.object({ x509Certificate: z.object({ rawBytes: z.base64() }), keyDetails: z.string() });
const v2HashedRekordBody = z.object({
  spec: z.object({ hashedRekordV002: z.object({ signature: z.object({ verifier: v2Verifier }) }) }),
});
const v2DsseBody = z.object({
  spec: z.object({ dsseV002: z.object({ signatures: z.tuple([z.object({ verifier: v2Verifier })]) }) }),
});

function bytesOf(base64: string): Buffer<ArrayBuffer> {
  return Buffer.from(base64, "base64");
}

/** The certificate in DER, or undefined when the text is a bare key or nothing. */
function certificateOf(base64Pem: string): Buffer | undefined {
  try {
    return new NodeCertificate(bytesOf(base64Pem)).raw;
  } catch {
    return undefined;
  }
}

function keyDetailsOf(certificate: Buffer): string | undefined {
  const { asymmetricKeyType, asymmetricKeyDetails } = new NodeCertificate(certificate).publicKey;
  if (asymmetricKeyType === "ed25519") return "PKIX_ED25519";
  const curves: Readonly<Record<string, string>> = {
    prime256v1: "PKIX_ECDSA_P256_SHA_256",
    secp384r1: "PKIX_ECDSA_P384_SHA_384",
    secp521r1: "PKIX_ECDSA_P521_SHA_512",
  };
  return curves[asymmetricKeyDetails?.namedCurve ?? ""];
}

function loggedCertificate(entry: TlogEntry, certificate: Buffer): LogEvidence["certificate"] {
  let body: unknown;
  try {
    body = JSON.parse(bytesOf(entry.canonicalizedBody).toString("utf8"));
  } catch {
    return "none";
  }
  const same = (logged: Buffer | undefined): LogEvidence["certificate"] =>
    logged === undefined ? "none" : logged.equals(certificate) ? "same" : "other";
  const dsse = v1DsseBody.safeParse(body);
  if (dsse.success) return same(certificateOf(dsse.data.spec.signatures[0].verifier));
  const intoto = v1IntotoBody.safeParse(body);
  if (intoto.success) return same(certificateOf(intoto.data.spec.content.envelope.signatures[0].publicKey));
  const hashed = v2HashedRekordBody.safeParse(body);
  const v2 = v2DsseBody.safeParse(body);
  const verifier = hashed.success
    ? hashed.data.spec.hashedRekordV002.signature.verifier
    : v2.data?.spec.dsseV002.signatures[0].verifier;
  if (verifier === undefined) return "none";
  if (verifier.keyDetails !== keyDetailsOf(certificate)) return "other";
  return same(bytesOf(verifier.x509Certificate.rawBytes));
}

/** The library takes size and root from the signed checkpoint, and does not look at what the proof says they are. */
function isProofOfCheckpoint({ inclusionProof: proof }: TlogEntry): boolean {
  if (proof == null) return true;
  const [, size, root] = proof.checkpoint.envelope.split("\n");
  return size === proof.treeSize && root === proof.rootHash;
}

function textOf(der: Buffer): string | undefined {
  try {
    const value = ASN1Obj.parseBuffer(Buffer.from(der));
    return der[0] === UTF8_STRING ? value.value.toString("utf8") : undefined;
  } catch {
    return undefined;
  }
}

function identityOf({ identity }: Signer): CertificateIdentity {
  const values = new Map((identity?.oids ?? []).map(({ oid, value }) => [oid?.id.join(".") ?? "", value]));
  const extensions: Partial<Record<FulcioExtension, string>> = {};
  for (const [name, id] of Object.entries(FULCIO_EXTENSIONS) as [FulcioExtension, string][]) {
    const value = values.get(id);
    const text = value === undefined ? undefined : textOf(value);
    if (text !== undefined) extensions[name] = text;
  }
  return { subjectAlternativeName: identity?.subjectAlternativeName ?? "", extensions };
}

function certificateBytes({ verificationMaterial }: Bundle): Buffer<ArrayBuffer> {
  const { certificate, x509CertificateChain } = verificationMaterial;
  return bytesOf((certificate ?? x509CertificateChain?.certificates[0])?.rawBytes ?? "");
}

/** Verifies with `@sigstore/verify`, and collects what it does not look at. */
export class SigstoreVerifier implements BundleVerifier {
  readonly #root: TrustedRootDocument;
  readonly #trust: TrustMaterial;

  /**
   * @param root a trusted root (JSON document)
   * @param where what it is called, for messages
   * @throws TurnpikeError `VERIFY_INPUT` with all problems when it is none that can be trusted
   */
  constructor(root: unknown, where: string) {
    const parsed = trustedRootSchema.safeParse(root);
    if (!parsed.success) {
      const problems = parsed.error.issues.map(({ path, message }) => ({
        where,
        message: `${path.map(String).join(".") || "the document"}: ${message}`,
      }));
      throw new TurnpikeError("VERIFY_INPUT", "config", `${where} is not a trusted root.`, { problems });
    }
    this.#root = parsed.data;
    try {
      this.#trust = toTrustMaterial(TrustedRoot.fromJSON(root));
    } catch {
      throw new TurnpikeError("VERIFY_INPUT", "config", `${where} holds a key or a certificate that cannot be read.`);
    }
  }

  verify(name: string, value: unknown, certificateLogs: number): JudgedBundle {
    const read = readBundle(value);
    if (read.kind === "refused") return { kind: "refused", bundle: name, reasons: read.reasons, payload: undefined };
    const { bundle } = read;
    const payload = bytesOf(bundle.dsseEnvelope?.payload ?? "").toString("utf8");
    const certificate = certificateBytes(bundle);
    try {
      // Entries and timestamps that are there must hold; how many there must be is for the policy.
      const thresholds = { ctlogThreshold: certificateLogs, tlogThreshold: 0, timestampThreshold: 1 };
      const entity = toSignedEntity(bundleFromJSON(value));
      const signer = new Verifier(this.#trust, thresholds).verify(entity);
      const evidence: Evidence = {
        certificate: identityOf(signer),
        payloadType: bundle.dsseEnvelope?.payloadType ?? "",
        payload,
        log: bundle.verificationMaterial.tlogEntries.map((entry) => this.#logEvidence(entry, certificate)),
        timestamps: entity.timestamps.flatMap((stamp) =>
          stamp.$case === "timestamp-authority" ? [stamp.timestamp.signingTime] : [],
        ),
        logTimes: entity.timestamps.flatMap((stamp) =>
          stamp.$case === "transparency-log" && stamp.tlogEntry.inclusionPromise !== undefined
            ? [new Date(Number(stamp.tlogEntry.integratedTime) * 1000)]
            : [],
        ),
      };
      return { kind: "verified", bundle: name, evidence };
    } catch (error) {
      return { kind: "refused", bundle: name, reasons: [explain(error, certificate)], payload };
    }
  }

  #logEvidence(entry: TlogEntry, certificate: Buffer): LogEvidence {
    const { kind, version } = entry.kindVersion;
    const log = this.#root.tlogs.find(({ logId }) => bytesOf(logId.keyId).equals(bytesOf(entry.logId.keyId)));
    const time = entry.integratedTime;
    return {
      apiVersion: V2_KINDS.has(`${kind} ${version}`) ? 2 : 1,
      url: log?.baseUrl,
      index: entry.logIndex ?? "0",
      proofIndex: entry.inclusionProof == null ? undefined : (entry.inclusionProof.logIndex ?? "0"),
      isProofOfCheckpoint: isProofOfCheckpoint(entry),
      integratedTime: time === undefined || /^0+$/.test(time) ? undefined : time,
      certificate: loggedCertificate(entry, certificate),
    };
  }
}
