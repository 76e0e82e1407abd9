import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import picomatch from "picomatch";
import type { LocalArtifact } from "../services/index.ts";
import { isSet, type StandIn, type StandInContext } from "./stand-in.ts";
import { unpack } from "./zip.ts";

interface Choice {
  readonly artifacts: readonly LocalArtifact[];
  /** True when one was asked for by name: it goes into the path itself. */
  readonly isSingle: boolean;
}

/** Which artifacts the inputs name; a text when that is a fault (actions/download-artifact src/download-artifact.ts). */
function choose({ inputs, shared }: StandInContext): Choice | string {
  const all = shared.services.artifacts.list();
  const name = inputs["name"] ?? "";
  const ids = inputs["artifact-ids"] ?? "";
  if (name !== "" && ids !== "")
    return "Inputs 'name' and 'artifact-ids' cannot be used together. Please specify only one.";
  if (name !== "") {
    const one = all.find((artifact) => artifact.name === name);
    return one === undefined
      ? `Unable to download artifact(s): Artifact not found for name: ${name}`
      : { artifacts: [one], isSingle: true };
  }
  if (ids !== "") {
    const wanted = ids.split(",").map((id) => Number(id.trim()));
    const found = all.filter(({ id }) => wanted.includes(id));
    if (found.length === 0) return `None of the provided artifact IDs were found: ${ids}`;
    return { artifacts: found, isSingle: wanted.length === 1 };
  }
  const pattern = inputs["pattern"] ?? "";
  const isWanted = pattern === "" ? () => true : picomatch(pattern, { dot: true });
  return { artifacts: all.filter((artifact) => isWanted(artifact.name)), isSingle: false };
}

/** A file that was stored without an archive stays what it is. */
async function keep(artifact: LocalArtifact, bytes: Uint8Array, folder: string): Promise<readonly string[]> {
  if (artifact.mimeType === "application/zip") return await unpack(bytes, folder);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, artifact.name), bytes);
  return [artifact.name];
}

/** actions/download-artifact, from the artifacts of this run. */
export const downloadArtifact: StandIn = {
  repository: "actions/download-artifact",
  inputs: {
    name: "",
    "artifact-ids": "",
    path: "",
    pattern: "",
    "merge-multiple": "false",
    "github-token": "",
    repository: "",
    "run-id": "",
    "skip-decompress": "false",
    "digest-mismatch": "error",
  },
  async run(context) {
    const { inputs, shared, workspace } = context;
    if ((inputs["github-token"] ?? "") !== "" && ![shared.facts.runId, ""].includes(inputs["run-id"] ?? "")) {
      return "turnpike run has the artifacts of this run alone; artifacts of other runs are on GitHub.";
    }
    if (isSet(inputs, "skip-decompress"))
      return "turnpike run does not do skip-decompress of actions/download-artifact.";
    if (!shared.services.isOn("artifacts")) {
      return "Unable to download artifact(s): this run has no artifact service.";
    }
    const choice = choose(context);
    if (typeof choice === "string") return choice;
    const path = (inputs["path"] ?? "").replace(/^~(?=\/|$)/, shared.baseEnv["HOME"] ?? "~");
    const target = resolve(workspace, path);
    await mkdir(target, { recursive: true });
    for (const artifact of choice.artifacts) {
      const isTogether = choice.isSingle || isSet(inputs, "merge-multiple");
      const bytes = await shared.services.artifacts.read(artifact.name);
      if (bytes === undefined) return `Unable to download artifact(s): Artifact not found for name: ${artifact.name}`;
      const folder = isTogether ? target : join(target, artifact.name);
      const files = await keep(artifact, bytes, folder);
      context.print(`Artifact ${artifact.name}: ${files.length} files, ${artifact.digest}`);
    }
    context.print(`Total of ${choice.artifacts.length} artifact(s) downloaded`);
    context.setOutput("download-path", target);
    return undefined;
  },
};
