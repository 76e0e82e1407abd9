import { choice, defineAction, flag, list, path } from "../../contract/index.ts";

/** `actions/sbom`: a complete CycloneDX document from lock files. */
export const sbomContract = defineAction({
  name: "sbom",
  title: "Turnpike: SBOM",
  description:
    "Makes a complete, reproducible SBOM from lock files: exact graph, hashes, licences where they are known.",
  inputs: {
    paths: list(
      "Lock files, or folders. Below a folder every lock of shipped code is read; those of tests, examples and vendored code only when they are named.",
      { default: "." },
    ),
    groups: list("Dependency groups to include. Empty: none; the SBOM describes what is shipped."),
    "all-groups": flag("Include every dependency group.", { default: "false" }),
    extras: list("Extras to include. Empty: none."),
    "all-extras": flag("Include every extra.", { default: "true" }),
    "all-packages": flag(
      "Include every member of a uv workspace. Off: the root and what it needs; all members where the root is never built. npm workspaces are always whole.",
      { default: "false" },
    ),
    format: choice("The format.", ["cyclonedx-json"], { default: "cyclonedx-json" }),
    "spec-version": choice("The CycloneDX version.", ["1.6", "1.5", "1.7"], { default: "1.6" }),
    licenses: choice(
      "Where licences come from. `installed`: the metadata of the installed environment, when there is one. `lock`: the lock alone.",
      ["installed", "lock"],
      { default: "installed" },
    ),
    output: path("The folder to write `<name>.cdx.json` to.", { default: ".turnpike/sbom" }),
    summary: flag("Write a paragraph into this job's summary.", { default: "false" }),
  },
  outputs: {
    files: { description: "Paths of the documents, one a line." },
    components: { description: "How many components, all documents together." },
    edges: { description: "How many dependency edges." },
    "licenses-unknown": { description: "How many components have no known licence." },
  },
  permissions: { contents: { level: "read", why: "read the lock files", optional: false } },
  onServiceError: "fail",
  branding: { icon: "list", color: "purple" },
});
