import { z } from "zod";

const period = z.looseObject({ start: z.iso.datetime(), end: z.iso.datetime().optional() });

const log = z.looseObject({
  baseUrl: z.string().min(1),
  publicKey: z.looseObject({ rawBytes: z.base64().min(1), keyDetails: z.string(), validFor: period }),
  logId: z.looseObject({ keyId: z.base64().min(1) }),
});

const authority = z.looseObject({
  certChain: z.looseObject({ certificates: z.array(z.looseObject({ rawBytes: z.base64().min(1) })).min(1) }),
  validFor: period,
});

/**
 * A trusted root (sigstore/protobuf-specs sigstore_trustroot.proto, `TrustedRoot`). Every key and authority must say from
 * when on it is valid: without it a verifier would believe it for all times.
 */
export const trustedRootSchema = z.looseObject({
  mediaType: z.enum([
    "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    "application/vnd.dev.sigstore.trustedroot+json;version=0.2",
    "application/vnd.dev.sigstore.trustedroot.v0.2+json",
  ]),
  tlogs: z.array(log).default([]),
  certificateAuthorities: z.array(authority).min(1),
  ctlogs: z.array(log).default([]),
  timestampAuthorities: z.array(authority).default([]),
});
export type TrustedRootDocument = z.infer<typeof trustedRootSchema>;

/** A service of a signing configuration. */
const serviceSchema = z.looseObject({
  url: z.url({ protocol: /^https?$/ }),
  majorApiVersion: z.int().positive(),
  validFor: period.optional(),
});
export type Service = z.infer<typeof serviceSchema>;

const selectorSchema = z.looseObject({
  selector: z.enum(["ANY", "ALL", "EXACT"]),
  count: z.int().positive().optional(),
});

/** Where to sign (same file, `SigningConfig`). */
export const signingConfigSchema = z.looseObject({
  mediaType: z.literal("application/vnd.dev.sigstore.signingconfig.v0.2+json"),
  caUrls: z.array(serviceSchema).min(1),
  rekorTlogUrls: z.array(serviceSchema).default([]),
  rekorTlogConfig: selectorSchema.optional(),
  tsaUrls: z.array(serviceSchema).default([]),
  tsaConfig: selectorSchema.optional(),
});
export type SigningConfig = z.infer<typeof signingConfigSchema>;

/** Names a client trust configuration for steps that sign; what a local run gives them. */
export const TRUST_CONFIG_VARIABLE = "TURNPIKE_SIGSTORE_TRUST_CONFIG";

/** Both in one file (same file, `ClientTrustConfig`). */
export const trustConfigSchema = z.looseObject({
  mediaType: z.literal("application/vnd.dev.sigstore.clienttrustconfig.v0.1+json"),
  trustedRoot: trustedRootSchema,
  signingConfig: signingConfigSchema,
});

/** The services to sign with. Several logs or authorities are several witnesses. */
export interface SigningServices {
  readonly fulcioUrl: string;
  readonly logs: readonly { readonly url: string; readonly apiVersion: 1 | 2 }[];
  readonly timestampUrls: readonly string[];
}

const API_VERSIONS = { ca: 1, log: 2, timestamp: 1 } as const;

function startOf(service: Service): number {
  return Date.parse(service.validFor?.start ?? "1970-01-01T00:00:00Z");
}

/** Services that may be used now, the newest interface first, then the newest service. */
function usable(services: readonly Service[], maxVersion: number, now: Date): readonly Service[] {
  return services
    .filter(({ majorApiVersion }) => majorApiVersion <= maxVersion)
    .filter((service) => startOf(service) <= now.getTime())
    .filter(({ validFor }) => validFor?.end === undefined || Date.parse(validFor.end) >= now.getTime())
    .sort((a, b) => b.majorApiVersion - a.majorApiVersion || startOf(b) - startOf(a));
}

function select(
  services: readonly Service[],
  config: z.infer<typeof selectorSchema> | undefined,
): readonly Service[] | undefined {
  if (config === undefined) return [];
  if (config.selector === "ALL") return services;
  const count = config.selector === "EXACT" ? (config.count ?? 1) : 1;
  return services.length < count ? undefined : services.slice(0, count);
}

/**
 * Chooses services as the specification says: those valid now, of the newest interface that is understood.
 *
 * @param config the signing configuration
 * @param now the time of signing
 * @returns the services, or a sentence that says which are missing
 */
export function selectServices(config: SigningConfig, now: Date): SigningServices | string {
  const [ca] = usable(config.caUrls, API_VERSIONS.ca, now);
  if (ca === undefined) return "The signing configuration names no certification authority that is valid now.";
  const logs = select(usable(config.rekorTlogUrls, API_VERSIONS.log, now), config.rekorTlogConfig);
  if (logs === undefined) return "The signing configuration asks for more transparency logs than are valid now.";
  const authorities = select(usable(config.tsaUrls, API_VERSIONS.timestamp, now), config.tsaConfig);
  if (authorities === undefined)
    return "The signing configuration asks for more time-stamp authorities than are valid now.";
  return {
    fulcioUrl: ca.url,
    logs: logs.map(({ url, majorApiVersion }) => ({ url, apiVersion: majorApiVersion === 2 ? 2 : 1 })),
    timestampUrls: authorities.map(({ url }) => url),
  };
}
