import { createHash, createPublicKey, sign, verify } from "node:crypto";
import { dsse, json } from "@sigstore/core";
import { z } from "zod";
import type { Clock } from "../../ports/clock.ts";
import { type Answer, type Handler, jsonAnswer, readObject } from "../services/exchange.ts";
import { checkpoint, type LogIdentity, logIdOf, type TransparencyLog } from "./transparency-log.ts";

const ENTRIES = "/api/v1/log/entries";
const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** The number that Rekor gives a tree; any will do. */
const TREE_ID = "7490000000000000001";

/** A proposed `dsse` entry (sigstore/rekor pkg/types/dsse/v0.0.1). */
const proposalSchema = z.object({
  apiVersion: z.literal("0.0.1"),
  kind: z.literal("dsse"),
  spec: z.object({
    proposedContent: z.object({ envelope: z.string(), verifiers: z.array(z.base64()).length(1) }),
  }),
});

const envelopeSchema = z.object({
  payloadType: z.string(),
  payload: z.base64(),
  signatures: z.array(z.object({ sig: z.base64() })).length(1),
});

type LogEntry = Record<string, unknown>;

function sha256Hex(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Checks the signature, and turns what was proposed into what is logged: hashes instead of the content. */
function toBody(envelopeText: string, verifier: string): Buffer | undefined {
  try {
    const envelope = envelopeSchema.parse(JSON.parse(envelopeText));
    const payload = Buffer.from(envelope.payload, "base64");
    const signature = envelope.signatures[0]?.sig ?? "";
    const key = createPublicKey(Buffer.from(verifier, "base64"));
    const signed = dsse.preAuthEncoding(envelope.payloadType, payload);
    if (!verify("sha256", signed, key, Buffer.from(signature, "base64"))) return undefined;
    const spec = {
      envelopeHash: { algorithm: "sha256", value: sha256Hex(envelopeText) },
      payloadHash: { algorithm: "sha256", value: sha256Hex(payload) },
      signatures: [{ signature, verifier }],
    };
    return Buffer.from(json.canonicalize({ apiVersion: "0.0.1", kind: "dsse", spec }));
  } catch {
    return undefined;
  }
}

/** Version 1 of Rekor, as far as DSSE envelopes go: proposals in, promises and proofs out (sigstore/rekor openapi.yaml). */
export class RekorV1 {
  readonly #log: TransparencyLog;
  readonly #identity: LogIdentity;
  readonly #clock: Clock;
  readonly #entries = new Map<string, LogEntry>();

  /**
   * @param log the entries
   * @param identity the log's name and its P-256 key
   * @param clock integrated time of entries
   */
  constructor(log: TransparencyLog, identity: LogIdentity, clock: Clock) {
    this.#log = log;
    this.#identity = identity;
    this.#clock = clock;
  }

  /** Serves `POST /api/v1/log/entries` and `GET /api/v1/log/entries/{uuid}`. */
  readonly handler: Handler = async ({ method, url, stream }) => {
    if (method === "GET" && url.pathname.startsWith(`${ENTRIES}/`)) return this.#read(url.pathname);
    if (method !== "POST" || url.pathname !== ENTRIES) return undefined;
    const body = await readObject(stream, BODY_LIMIT_BYTES);
    if (body.kind === "refused") return jsonAnswer(body.status, { code: body.status, message: body.reason });
    const proposal = proposalSchema.safeParse(body.value);
    if (!proposal.success) return jsonAnswer(400, { code: 400, message: "error processing entry: unsupported entry" });
    const { envelope, verifiers } = proposal.data.spec.proposedContent;
    const entry = toBody(envelope, verifiers[0] ?? "");
    if (entry === undefined) {
      return jsonAnswer(400, { code: 400, message: "error processing entry: could not verify envelope" });
    }
    return this.#create(entry);
  };

  #read(pathname: string): Answer {
    const uuid = pathname.slice(ENTRIES.length + 1);
    const entry = this.#entries.get(uuid);
    return entry === undefined
      ? jsonAnswer(404, { code: 404, message: "entry not found" })
      : jsonAnswer(200, { [uuid]: entry });
  }

  #create(body: Buffer): Answer {
    const uuid = sha256Hex(Buffer.concat([Uint8Array.of(0), body]));
    if (this.#entries.has(uuid)) {
      const message = "an equivalent entry already exists in the transparency log";
      return jsonAnswer(409, { code: 409, message }, { location: `${ENTRIES}/${uuid}` });
    }
    const { index, treeSize, rootHash, path } = this.#log.append(body);
    const logID = logIdOf(this.#identity).toString("hex");
    const integratedTime = Math.floor(this.#clock.now().getTime() / 1000);
    const promised = { body: body.toString("base64"), integratedTime, logID, logIndex: index };
    const promise = sign("sha256", Buffer.from(json.canonicalize(promised)), this.#identity.key);
    const entry = {
      ...promised,
      verification: {
        inclusionProof: {
          checkpoint: checkpoint(this.#identity, `${this.#identity.origin} - ${TREE_ID}`, { treeSize, rootHash }),
          hashes: path.map((hash) => hash.toString("hex")),
          logIndex: index,
          rootHash: rootHash.toString("hex"),
          treeSize,
        },
        signedEntryTimestamp: promise.toString("base64"),
      },
    };
    this.#entries.set(uuid, entry);
    return jsonAnswer(201, { [uuid]: entry });
  }
}
