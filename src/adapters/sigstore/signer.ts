import { sign } from "node:crypto";
import { bundleToJSON } from "@sigstore/bundle";
import { TransparencyLogEntry } from "@sigstore/protobuf-specs";
import { DSSEBundleBuilder, type Signer, type Witness } from "@sigstore/sign";
import pLimit from "p-limit";
import { PAYLOAD_TYPE, type SigningServices, type Statement } from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { StatementSigner } from "../../ports/signing.ts";
import { type CertifiedKey, certify } from "./certify.ts";
import type { ExchangePorts } from "./exchange.ts";
import { CONFLICT, recordInLog, type SignedContent, stampTime, toEnvelope } from "./witnesses.ts";

/** A log answers all requests of one interval together, so they are sent together; more than this many would crowd it. */
const PARALLEL = 50;
/** How often a statement is signed anew when the log knows its signature already. */
const SIGNATURES = 3;

/** Says that a log has this very signature, and does not show its entry. */
class KnownSignature extends Error {}

type LogEntry = NonNullable<Awaited<ReturnType<Witness["testify"]>>["tlogEntries"]>[number];

/** Both logs' answers name log and kind; a bundle without them cannot be verified. */
function toLogEntry(entry: object): LogEntry {
  const { logId, kindVersion, ...rest } = TransparencyLogEntry.fromJSON(entry);
  if (logId === undefined || kindVersion === undefined) {
    throw new TurnpikeError(
      "SIGN_FAILED",
      "service",
      "The transparency log's answer names no log or no kind of entry.",
    );
  }
  return { ...rest, logId, kindVersion };
}

/** One key and one certificate for every statement of a job; the library's signer would ask Fulcio for each. */
function signerOf(key: CertifiedKey): Signer {
  return {
    sign: async (data) => ({
      signature: sign("sha256", data, key.privateKey),
      key: { $case: "x509Certificate", certificate: key.certificatePem },
    }),
  };
}

/**
 * Signs with short-lived certificates, transparency logs and time-stamp authorities. `@sigstore/sign` puts the bundle
 * together; signer and witnesses are ours, because the library's log every DSSE envelope in a form that current logs refuse,
 * ask for a certificate per statement, ignore `Retry-After`, and quote tokens in messages.
 */
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
    const builder = new DSSEBundleBuilder({ signer: signerOf(key), witnesses: this.#witnesses(key) });
    const limit = pLimit(PARALLEL);
    return await Promise.all(statements.map((statement) => limit(() => this.#signOne(statement, builder))));
  }

  async #signOne(statement: Statement, builder: DSSEBundleBuilder): Promise<object> {
    const data = Buffer.from(JSON.stringify(statement));
    for (let attempt = 1; attempt <= SIGNATURES; attempt += 1) {
      try {
        // ECDSA signatures differ each time, so a further attempt is a new entry.
        return bundleToJSON(await builder.create({ data, type: PAYLOAD_TYPE }));
      } catch (error) {
        if (!(error instanceof KnownSignature)) throw error;
      }
    }
    const message = `The transparency log refused ${SIGNATURES} new signatures as known already. Nothing was signed.`;
    throw new TurnpikeError("SIGN_FAILED", "service", message);
  }

  #witnesses(key: CertifiedKey): Witness[] {
    const logs = this.#services.logs.map(
      (log): Witness => ({
        testify: async (content: SignedContent) => {
          const entry = await recordInLog(this.#ports, log, toEnvelope(content, key));
          if (entry === CONFLICT) throw new KnownSignature();
          return { tlogEntries: [toLogEntry(entry)] };
        },
      }),
    );
    const authorities = this.#services.timestampUrls.map(
      (url): Witness => ({
        testify: async (content: SignedContent) => {
          const { signature } = toEnvelope(content, key);
          return { rfc3161Timestamps: [{ signedTimestamp: await stampTime(this.#ports, url, signature) }] };
        },
      }),
    );
    return [...logs, ...authorities];
  }
}
