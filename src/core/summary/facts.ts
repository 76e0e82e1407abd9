import { z } from "zod";
import type { SbomFacts } from "./input.ts";

const component = z.looseObject({ licenses: z.array(z.unknown()).optional() });

/** As much of a CycloneDX document as the page counts (ECMA-424). */
const bomSchema = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  metadata: z
    .looseObject({ component: z.looseObject({ name: z.string(), version: z.string().optional() }).optional() })
    .optional(),
  components: z.array(component).default([]),
  dependencies: z.array(z.looseObject({ dependsOn: z.array(z.string()).default([]) })).default([]),
});

/** The part of a Sigstore bundle that holds an in-toto statement (DSSE 1.0). */
const bundleSchema = z.looseObject({
  dsseEnvelope: z.looseObject({ payload: z.base64(), payloadType: z.literal("application/vnd.in-toto+json") }),
});

/** in-toto Statement v1. */
const statementSchema = z.looseObject({
  predicateType: z.string(),
  subject: z.array(z.looseObject({ name: z.string().optional() })),
});

/** What one signed statement says of itself; nothing of it is verified here. */
export interface StatementFacts {
  /** Words for the predicate type: `SLSA provenance`. */
  readonly kind: string;
  /** Names of what it is about; unnamed ones are left out. */
  readonly subjects: readonly string[];
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^https:\/\/slsa\.dev\/provenance\/v\d/, "SLSA provenance"],
  [/^https:\/\/cyclonedx\.org\/bom(\/|$)/, "CycloneDX SBOM"],
  [/^https:\/\/spdx\.dev\/Document/, "SPDX SBOM"],
  [/^https:\/\/in-toto\.io\/attestation\/test-result\/v\d/, "test result"],
  [/^https:\/\/slsa\.dev\/verification_summary\/v\d/, "SLSA verification summary"],
];

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema that reads it next refuses undefined.
    return undefined;
  }
}

/**
 * Counts what a CycloneDX document holds.
 *
 * @param file the document's file name
 * @param text the document
 * @returns numbers for the page, or undefined when it is no CycloneDX JSON
 */
export function sbomFacts(file: string, text: string): SbomFacts | undefined {
  const parsed = bomSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { metadata, components, dependencies } = parsed.data;
  const root = metadata?.component;
  return {
    file,
    subject: root === undefined ? null : [root.name, root.version].filter((part) => part !== undefined).join(" "),
    components: components.length,
    edges: dependencies.reduce((sum, entry) => sum + entry.dependsOn.length, 0),
    licensesUnknown: components.filter((entry) => (entry.licenses ?? []).length === 0).length,
  };
}

/**
 * @param text a Sigstore bundle
 * @returns what its statement says, or undefined when it holds no in-toto statement
 */
export function statementFacts(text: string): StatementFacts | undefined {
  const bundle = bundleSchema.safeParse(parseJson(text));
  if (!bundle.success) return undefined;
  const bytes = Uint8Array.from(atob(bundle.data.dsseEnvelope.payload), (character) => character.charCodeAt(0));
  const statement = statementSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!statement.success) return undefined;
  const { predicateType, subject } = statement.data;
  return {
    kind: KINDS.find(([pattern]) => pattern.test(predicateType))?.[1] ?? predicateType,
    subjects: subject.flatMap((entry) => (entry.name === undefined ? [] : [entry.name])),
  };
}
