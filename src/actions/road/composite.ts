import type { CompositeAction } from "../../contract/index.ts";
import { roadInputs, roadOutputs } from "./contract.ts";

const input = (name: string): string => `\${{ inputs.${name} }}`;
const stage = (name: string): string => `contains(inputs.stages, '${name}')`;

/** The root action: the road as steps of one existing job. */
export const rootAction: CompositeAction = {
  title: "Turnpike",
  description:
    "The whole road as one step of an existing job: cached uv set-up, parallel gates with one verdict, SBOM, signed provenance and delivery events.",
  inputs: Object.fromEntries(
    Object.entries(roadInputs)
      .filter(([, { entries }]) => entries.includes("action"))
      .map(([name, { field }]) => [name, field]),
  ),
  outputs: {
    verdict: { ...roadOutputs.verdict, value: "${{ steps.gates.outputs.verdict }}" },
    "exit-code": { ...roadOutputs["exit-code"], value: "${{ steps.gates.outputs.exit-code }}" },
    release: { ...roadOutputs.release, value: "${{ steps.gates.outputs.release }}" },
  },
  steps: [
    {
      id: "setup",
      name: "Set up",
      if: stage("setup"),
      action: "setup-uv",
      with: {
        config: input("config"),
        version: input("uv-version"),
        "python-version": input("python-version"),
        cache: input("cache"),
        // A build in the same job gets packages exactly as locked, or none.
        sync: `\${{ ${stage("gates")} && !${stage("build")} && 'gates' || 'auto' }}`,
      },
    },
    {
      id: "gates",
      name: "Gates",
      if: stage("gates"),
      action: "gates",
      with: {
        config: input("config"),
        "release-tags": input("release-tags"),
        "require-gates": input("require-gates"),
        "result-cache": "${{ inputs.cache != 'false' }}",
        history: input("history"),
        artifact: "turnpike-check",
      },
    },
    {
      id: "sbom",
      name: "SBOM",
      if: `!cancelled() && steps.setup.outcome != 'failure' && ${stage("sbom")}`,
      action: "sbom",
      with: { "spec-version": input("sbom-spec-version"), summary: "true" },
    },
    {
      id: "build",
      name: "Build",
      if: `${stage("build")} && steps.gates.outputs.release == 'true'`,
      action: "build",
      with: { command: input("build-command"), artifacts: input("build-artifacts"), config: input("config") },
    },
    {
      id: "provenance",
      name: "Provenance",
      if: `${stage("provenance")} && steps.gates.outputs.release == 'true'`,
      action: "provenance",
      with: {
        "subjects-file": "${{ steps.build.outputs.subjects-file }}",
        "subjects-digest": "${{ steps.build.outputs.subjects-digest }}",
        sbom: "${{ steps.sbom.outputs.files }}",
        "verdict-file": "${{ steps.gates.outputs.verdict-file }}",
        "verdict-digest": "${{ steps.gates.outputs.verdict-digest }}",
        instance: input("sigstore-instance"),
        store: input("store-attestations"),
        summary: "true",
        artifact: "turnpike-attestations",
      },
    },
    {
      id: "report",
      name: "Report",
      if: "!cancelled() && (inputs.check-run == 'true' || inputs.comment == 'true')",
      action: "report",
      with: { "check-run": input("check-run"), comment: input("comment") },
    },
    {
      id: "dora",
      name: "Delivery events",
      if: `always() && ${stage("dora")}`,
      action: "dora",
      with: {
        service: input("service"),
        environment: input("environment"),
        "release-tags": input("release-tags"),
        "sink-url": input("sink-url"),
        "sink-token": input("sink-token"),
        "cdevents-version": input("cdevents-version"),
      },
    },
  ],
  branding: { icon: "shield", color: "purple" },
};
