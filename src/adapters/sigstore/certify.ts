import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from "node:crypto";
import { z } from "zod";
import { type ExchangePorts, exchange, jsonOf, type ServiceRequest, unexpected } from "./exchange.ts";

/** A key that lives as long as the process, and its certificate. */
export interface CertifiedKey {
  readonly privateKey: KeyObject;
  /** DER. */
  readonly certificate: Buffer;
  /** PEM, as the log takes it. */
  readonly certificatePem: string;
}

const chainSchema = z.object({ chain: z.object({ certificates: z.array(z.string()).min(1) }) });
const answerSchema = z.union([
  z.object({ signedCertificateEmbeddedSct: chainSchema }).transform((value) => value.signedCertificateEmbeddedSct),
  z.object({ signedCertificateDetachedSct: chainSchema }).transform((value) => value.signedCertificateDetachedSct),
]);

/** Fulcio wants the subject, or the e-mail address where there is one, signed with the new key (sigstore/fulcio docs/how-certificate-issuing-works.md). */
function challengeOf(token: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const parsed = z.object({ sub: z.string(), email: z.string().optional() }).safeParse(claims);
    return parsed.success ? (parsed.data.email ?? parsed.data.sub) : "";
  } catch {
    // Fulcio refuses the token then; saying more here could quote it.
    return "";
  }
}

/**
 * Makes a key and has it certified.
 *
 * @param ports HTTP and clock
 * @param url Fulcio's address
 * @param token an identity token; gets into no message
 * @returns the key and its certificate
 * @throws TurnpikeError `SIGN_FAILED` or `NETWORK_UNREACHABLE`
 */
export async function certify(ports: ExchangePorts, url: string, token: string): Promise<CertifiedKey> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const proof = sign("sha256", Buffer.from(challengeOf(token)), privateKey);
  const request: ServiceRequest = {
    service: "Fulcio",
    method: "POST",
    url: `${url.replace(/\/$/, "")}/api/v2/signingCert`,
    secrets: [token],
    body: {
      credentials: { oidcIdentityToken: token },
      publicKeyRequest: {
        publicKey: { algorithm: "ECDSA", content: publicKey.export({ format: "pem", type: "spki" }).toString() },
        proofOfPossession: proof.toString("base64"),
      },
    },
  };
  const answer = answerSchema.safeParse(jsonOf(await exchange(ports, request), request));
  const [pem] = answer.success ? answer.data.chain.certificates : [];
  try {
    const certificate = new X509Certificate(pem ?? "");
    return { privateKey, certificate: certificate.raw, certificatePem: certificate.toString() };
  } catch {
    throw unexpected(request);
  }
}
