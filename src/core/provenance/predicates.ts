/** Predicate types that Turnpike signs. */
export const PREDICATE_TYPES = {
  /** SLSA provenance v1. */
  provenance: "https://slsa.dev/provenance/v1",
  /** A CycloneDX document, whole (in-toto attestation framework, spec/predicates/cyclonedx.md). */
  sbom: "https://cyclonedx.org/bom",
  /** In-toto test result (spec/predicates/test-result.md). */
  testResult: "https://in-toto.io/attestation/test-result/v0.1",
} as const;

/** What people call a predicate type. */
const TITLES: Readonly<Record<string, string>> = {
  [PREDICATE_TYPES.provenance]: "SLSA provenance",
  [PREDICATE_TYPES.sbom]: "CycloneDX SBOM",
  [PREDICATE_TYPES.testResult]: "test result",
};

/**
 * @param predicateType a predicate type URI
 * @returns a short name for people; the URI itself when it is none of ours
 */
export function titleOfPredicate(predicateType: string): string {
  return TITLES[predicateType] ?? predicateType;
}
