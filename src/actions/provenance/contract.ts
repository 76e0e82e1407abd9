import { choice, defineAction, flag, list, path, secret, text } from "../../contract/index.ts";

/** `actions/provenance`: sigstore-signed statements about what was built. */
export const provenanceContract = defineAction({
  name: "provenance",
  title: "Turnpike: provenance",
  description:
    "Signs SLSA provenance, the SBOM and the test result with Sigstore, checks them, and writes the policy that verifies them offline.",
  inputs: {
    "subjects-file": path("Subjects in the format of sha256sum; paths are relative to the file's folder.", {
      required: true,
    }),
    "subjects-digest": text("SHA-256 that the subjects file must have; comes from the build job's output."),
    sbom: list("CycloneDX documents to attest, or folders that hold them."),
    "verdict-file": path("verdict.json to attest as the test result of the commit."),
    "verdict-digest": text("SHA-256 that verdict.json must have; comes from the check job's output."),
    instance: choice(
      "The Sigstore instance. `auto`: the public good instance for public repositories, GitHub's for private ones.",
      ["auto", "public-good", "github"],
      { default: "auto" },
    ),
    "trust-config": path(
      "A Sigstore client trust configuration (trusted root and signing configuration) of a private instance; it wins over `instance`.",
    ),
    store: flag(
      "Put the bundles into the repository's attestation store too, where `attestations: write` is granted.",
      { default: "true" },
    ),
    "github-token": secret("For the attestation store.", { default: "${{ github.token }}" }),
    output: path(
      "The folder for bundles, attestations.json, policy.yml and, for a private instance, trusted-root.json.",
      {
        default: ".turnpike/attestations",
      },
    ),
    summary: flag("Write a paragraph into this job's summary.", { default: "false" }),
    artifact: text("Keep what this step wrote as an artifact of this name. Empty: nothing is kept."),
  },
  outputs: {
    bundles: { description: "Paths of the bundles, one a line." },
    "policy-file": { description: "Path of policy.yml: exactly what was signed as." },
    "trusted-root-file": { description: "Path of trusted-root.json; empty for the public good instance." },
    "attestations-file": { description: "Path of attestations.json: what was signed, and where it is." },
    statements: { description: "How many statements were signed." },
    "attestation-urls": { description: "Where GitHub shows them, one a line; empty when they were not stored." },
  },
  permissions: {
    "id-token": { level: "write", why: "the identity that Sigstore certifies", optional: false },
    contents: { level: "read", why: "read the lock file", optional: false },
    attestations: { level: "write", why: "put the bundles into the repository's attestation store", optional: true },
  },
  onServiceError: "fail",
  branding: { icon: "shield", color: "purple" },
});
