import { z } from "zod";

/** Largest bundle that is read, in bytes. */
export const BUNDLE_LIMIT_BYTES = 64 * 1024 * 1024;

/** Media types of bundles (sigstore/protobuf-specs sigstore_bundle.proto), and how many certificates each holds. */
const MEDIA_TYPES: Readonly<Record<string, "one" | "chain">> = {
  "application/vnd.dev.sigstore.bundle.v0.3+json": "one",
  "application/vnd.dev.sigstore.bundle+json;version=0.3": "one",
  "application/vnd.dev.sigstore.bundle+json;version=0.2": "chain",
  "application/vnd.dev.sigstore.bundle+json;version=0.1": "chain",
};

const bytes = z.base64().min(1);
/** 64-bit numbers are texts in protobuf's JSON; writers that do not know that write numbers. */
const int64 = z.union([z.string().regex(/^\d{1,19}$/), z.int().nonnegative().transform(String)]);
const certificate = z.strictObject({ rawBytes: bytes });

const tlogEntrySchema = z.strictObject({
  logIndex: int64.optional(),
  logId: z.strictObject({ keyId: bytes }),
  kindVersion: z.strictObject({ kind: z.string(), version: z.string() }),
  integratedTime: int64.optional(),
  inclusionPromise: z.strictObject({ signedEntryTimestamp: bytes }).nullish(),
  inclusionProof: z
    .strictObject({
      logIndex: int64.optional(),
      rootHash: bytes,
      treeSize: int64,
      hashes: z.array(bytes).optional(),
      checkpoint: z.strictObject({ envelope: z.string() }),
    })
    .nullish(),
  canonicalizedBody: bytes,
});

/** A Sigstore bundle that holds a signed statement. Fields that are not in the specification are refused. */
const bundleSchema = z.strictObject({
  mediaType: z.string(),
  verificationMaterial: z.strictObject({
    certificate: certificate.optional(),
    x509CertificateChain: z.strictObject({ certificates: z.array(certificate).min(1) }).optional(),
    publicKey: z.strictObject({ hint: z.string().optional() }).optional(),
    tlogEntries: z.array(tlogEntrySchema).default([]),
    timestampVerificationData: z
      .strictObject({ rfc3161Timestamps: z.array(z.strictObject({ signedTimestamp: bytes })).default([]) })
      .nullish(),
  }),
  dsseEnvelope: z
    .strictObject({
      payload: bytes,
      payloadType: z.string(),
      signatures: z.array(z.strictObject({ sig: bytes, keyid: z.string().optional() })),
    })
    .optional(),
  messageSignature: z.unknown().optional(),
});
export type Bundle = z.infer<typeof bundleSchema>;

/** A bundle, or every reason why it is none that can be judged. */
export type ReadBundle =
  | { readonly kind: "bundle"; readonly bundle: Bundle }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

function materialProblems({ mediaType, verificationMaterial: material }: Bundle): string[] {
  if (material.publicKey !== undefined)
    return ["It is signed with a bare key; a policy names identities, which only certificates have."];
  const expected = MEDIA_TYPES[mediaType];
  if (expected === undefined) return [`Its media type "${mediaType}" is not one of a Sigstore bundle 0.1 to 0.3.`];
  const found =
    material.certificate !== undefined ? "one" : material.x509CertificateChain !== undefined ? "chain" : "none";
  if (material.certificate !== undefined && material.x509CertificateChain !== undefined) {
    return ["It holds both a certificate and a certificate chain."];
  }
  if (found === expected) return [];
  const right = expected === "one" ? "a single certificate" : "a certificate chain";
  return [
    `Its media type "${mediaType}" asks for ${right}, and it holds ${found === "none" ? "none" : "the other form"}.`,
  ];
}

function contentProblems({ dsseEnvelope, messageSignature }: Bundle): string[] {
  if (messageSignature !== undefined && dsseEnvelope !== undefined) return ["It holds two kinds of content."];
  if (messageSignature !== undefined)
    return ["It signs a file and says nothing about it; a signed statement is needed."];
  if (dsseEnvelope === undefined) return ["It holds no signed statement."];
  if (dsseEnvelope.signatures.length !== 1)
    return [`It holds ${dsseEnvelope.signatures.length} signatures; there must be one.`];
  return [];
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key}"`).join(", ");
    return `It has fields that no bundle has: ${keys}${place === "" ? "" : ` in ${place}`}.`;
  }
  if (place === "") return "It is not a JSON object.";
  const problem =
    issue.code === "invalid_type" && issue.message.endsWith("undefined")
      ? "is missing"
      : "is not what a bundle holds there";
  return `The field ${place} ${problem}.`;
}

/**
 * Reads a bundle strictly: structure, media type, one certificate, one signature, nothing unknown.
 *
 * @param value parsed JSON
 * @returns the bundle, or all reasons against it as sentences
 */
export function readBundle(value: unknown): ReadBundle {
  const parsed = bundleSchema.safeParse(value);
  if (!parsed.success) return { kind: "refused", reasons: parsed.error.issues.map(describeIssue) };
  const reasons = [...materialProblems(parsed.data), ...contentProblems(parsed.data)];
  return reasons.length > 0 ? { kind: "refused", reasons } : { kind: "bundle", bundle: parsed.data };
}

/**
 * @param text a file with one bundle as JSON, or one bundle a line
 * @returns the parsed documents in order, or undefined when it is neither
 */
export function splitBundles(text: string): readonly unknown[] | undefined {
  const parse = (part: string): readonly unknown[] | undefined => {
    try {
      return [JSON.parse(part)];
    } catch {
      return undefined;
    }
  };
  const whole = parse(text);
  if (whole !== undefined) return whole;
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const parsed = lines.map(parse);
  return lines.length > 1 && parsed.every((value) => value !== undefined) ? parsed.flat() : undefined;
}
