import { sign } from "node:crypto";
import { dsse } from "@sigstore/core";
import pLimit from "p-limit";
import { PAYLOAD_TYPE, type SigningServices, type Statement } from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { StatementSigner } from "../../ports/signing.ts";
import { type CertifiedKey, certify } from "./certify.ts";
import type { ExchangePorts } from "./exchange.ts";
import { CONFLICT, recordInLog, type SignedEnvelope, stampTime } from "./witnesses.ts";

const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** A log answers all requests of one interval together, so they are sent together; more than this many would crowd it. */
const PARALLEL = 50;
/** How often a statement is signed anew when the log knows its signature already. */
const SIGNATURES = 3;

/** Signs with short-lived certificates, transparency logs and time-stamp authorities. */
export class SigstoreSigner implements StatementSigner {
  readonly #ports: ExchangePorts;
  readonly #services: SigningServices;

  /**
   * @param ports HTTP and clock
   * @param services where to sign
   */
  constructor(ports: ExchangePorts, services: SigningServices) {
    this.#ports = ports;
    this.#services = services;
  }

  async sign(statements: readonly Statement[], token: string): Promise<readonly object[]> {
    const key = await certify(this.#ports, this.#services.fulcioUrl, token);
    const limit = pLimit(PARALLEL);
    return await Promise.all(statements.map((statement) => limit(() => this.#signOne(statement, key))));
  }

  async #signOne(statement: Statement, key: CertifiedKey): Promise<object> {
    const payload = Buffer.from(JSON.stringify(statement));
    const signedBytes = dsse.preAuthEncoding(PAYLOAD_TYPE, payload);
    for (let attempt = 1; attempt <= SIGNATURES; attempt += 1) {
      const signature = sign("sha256", signedBytes, key.privateKey);
      const bundle = await this.#witness({ payloadType: PAYLOAD_TYPE, payload, signedBytes, signature, key });
      if (bundle !== CONFLICT) return bundle;
    }
    const message = `The transparency log refused ${SIGNATURES} new signatures as known already. Nothing was signed.`;
    throw new TurnpikeError("SIGN_FAILED", "service", message);
  }

  async #witness(envelope: SignedEnvelope): Promise<object | typeof CONFLICT> {
    const [entries, stamps] = await Promise.all([
      Promise.all(this.#services.logs.map((log) => recordInLog(this.#ports, log, envelope))),
      Promise.all(this.#services.timestampUrls.map((url) => stampTime(this.#ports, url, envelope.signature))),
    ]);
    if (entries.includes(CONFLICT)) return CONFLICT;
    return {
      mediaType: MEDIA_TYPE,
      verificationMaterial: {
        certificate: { rawBytes: envelope.key.certificate.toString("base64") },
        tlogEntries: entries,
        timestampVerificationData: {
          rfc3161Timestamps: stamps.map((stamp) => ({ signedTimestamp: stamp.toString("base64") })),
        },
      },
      dsseEnvelope: {
        payload: envelope.payload.toString("base64"),
        payloadType: envelope.payloadType,
        signatures: [{ sig: envelope.signature.toString("base64"), keyid: "" }],
      },
    };
  }
}
