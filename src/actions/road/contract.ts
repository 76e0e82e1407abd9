import { count, type Field, text } from "../../contract/index.ts";
import { buildContract } from "../build/contract.ts";
import { doraContract } from "../dora/contract.ts";
import { gatesContract } from "../gates/contract.ts";
import { provenanceContract } from "../provenance/contract.ts";
import { reportContract } from "../report/contract.ts";
import { sbomContract } from "../sbom/contract.ts";
import { setupUvContract } from "../setup-uv/contract.ts";
import { verdictContract } from "../verdict/contract.ts";

/** Who offers an input of the road: the root action, the pipeline, the read-only lane. */
export type Entry = "action" | "pipeline" | "checks";

/** One input of the public entries and what it stands for. */
export interface RoadInput {
  readonly field: Field<unknown>;
  readonly entries: readonly Entry[];
}

const everywhere: readonly Entry[] = ["action", "pipeline", "checks"];
const workflows: readonly Entry[] = ["pipeline", "checks"];

/** Inputs of the root action and of the public workflows, by name. Each is the field of one action, told once there. */
export const roadInputs: Readonly<Record<string, RoadInput>> = {
  stages: {
    field: text("The stages to run, separated by blanks: setup, gates, sbom, build, provenance, dora.", {
      default: "setup gates sbom dora",
    }),
    entries: ["action"],
  },
  runner: {
    field: text("The label of the runner that all jobs use.", { default: "ubuntu-latest" }),
    entries: workflows,
  },
  "max-runners": {
    field: count("How many runners may share the gates when they outgrow one; each adds its own set-up.", {
      default: "1",
    }),
    entries: workflows,
  },
  "fan-out-above": { field: gatesContract.inputs["fan-out-above"], entries: workflows },
  config: { field: gatesContract.inputs.config, entries: everywhere },
  "release-tags": { field: gatesContract.inputs["release-tags"], entries: everywhere },
  "require-gates": { field: gatesContract.inputs["require-gates"], entries: everywhere },
  "uv-version": { field: setupUvContract.inputs.version, entries: everywhere },
  "python-version": { field: setupUvContract.inputs["python-version"], entries: everywhere },
  cache: { field: setupUvContract.inputs.cache, entries: everywhere },
  history: { field: gatesContract.inputs.history, entries: everywhere },
  "sbom-spec-version": { field: sbomContract.inputs["spec-version"], entries: everywhere },
  "build-command": { field: buildContract.inputs.command, entries: ["action", "pipeline"] },
  "build-artifacts": { field: buildContract.inputs.artifacts, entries: ["action", "pipeline"] },
  "sigstore-instance": { field: provenanceContract.inputs.instance, entries: ["action", "pipeline"] },
  "store-attestations": { field: provenanceContract.inputs.store, entries: ["action", "pipeline"] },
  "check-run": { field: reportContract.inputs["check-run"], entries: ["action"] },
  comment: { field: reportContract.inputs.comment, entries: ["action"] },
  service: { field: doraContract.inputs.service, entries: everywhere },
  environment: { field: doraContract.inputs.environment, entries: everywhere },
  "sink-url": { field: doraContract.inputs["sink-url"], entries: everywhere },
  "sink-token": { field: doraContract.inputs["sink-token"], entries: everywhere },
  "cdevents-version": { field: doraContract.inputs["cdevents-version"], entries: everywhere },
};

/** Outputs that every public entry forwards under the same name. */
export const roadOutputs = {
  verdict: verdictContract.outputs.verdict,
  "exit-code": verdictContract.outputs["exit-code"],
  release: gatesContract.outputs.release,
} as const;

/** All actions, in the order of the road. */
export const actionContracts = [
  setupUvContract,
  gatesContract,
  sbomContract,
  buildContract,
  provenanceContract,
  verdictContract,
  reportContract,
  doraContract,
] as const;
