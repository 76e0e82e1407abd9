import { readFile } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { SERVER_URL } from "../../core/workflow/index.ts";
import { findFiles } from "../find-files.ts";
import { isSet, type StandIn, type StandInContext } from "./stand-in.ts";

interface Found {
  readonly files: readonly string[];
  /** Absolute folder that names in the zip are relative to. */
  readonly root: string;
}

/** Longest folder that all paths share (actions/upload-artifact src/shared/search.ts, getMultiPathLCA). */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => path.split(sep));
  const shared = first.filter((_, index) =>
    rest.every((other) => other.slice(0, index + 1).join(sep) === first.slice(0, index + 1).join(sep)),
  );
  const folder = shared.join(sep);
  return folder === "" ? sep : folder;
}

/** Files that the patterns name, and their root (search.ts, findFilesToUpload). */
async function search(context: StandInContext): Promise<Found> {
  const home = context.shared.baseEnv["HOME"] ?? "~";
  const patterns = (context.inputs["path"] ?? "").replace(/^(\s*!?)~(?=\/|$)/gm, `$1${home}`);
  const skipHidden = !isSet(context.inputs, "include-hidden-files");
  const { files, searchPaths } = await findFiles(patterns, context.workspace, { followLinks: true, skipHidden });
  if (searchPaths.length > 1) return { files, root: commonFolder(searchPaths) };
  const only = searchPaths[0] ?? context.workspace;
  return { files, root: files.length === 1 && files[0] === only ? dirname(only) : only };
}

async function zip(found: Found, level: number): Promise<Uint8Array> {
  const entries: Zippable = {};
  for (const file of found.files) {
    const name = relative(found.root, file).split(sep).join("/");
    // Modes are not kept; unpacked files are 644 (actions/upload-artifact README, "Permission Loss").
    entries[name] = [await readFile(file), { level: asLevel(level), mtime: new Date(1980, 0, 1) }];
  }
  return zipSync(entries);
}

function asLevel(level: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 {
  const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
  return levels[level] ?? 6;
}

/** actions/upload-artifact, into the artifacts of this run. */
export const uploadArtifact: StandIn = {
  repository: "actions/upload-artifact",
  inputs: {
    name: "artifact",
    path: "",
    "if-no-files-found": "warn",
    "retention-days": "",
    "compression-level": "6",
    overwrite: "false",
    "include-hidden-files": "false",
    archive: "true",
  },
  async run(context) {
    const { inputs, shared } = context;
    const name = inputs["name"] ?? "artifact";
    const ifNone = inputs["if-no-files-found"] ?? "warn";
    if ((inputs["path"] ?? "").trim() === "") return "Input required and not supplied: path";
    if (!["warn", "error", "ignore"].includes(ifNone)) {
      return `Unrecognized if-no-files-found input. Provided: ${ifNone}. Available options: warn, error, ignore`;
    }
    if (!isSet(inputs, "archive")) return "turnpike run does not do archive: false of actions/upload-artifact.";
    const found = await search(context);
    if (found.files.length === 0) {
      const message = `No files were found with the provided path: ${inputs["path"]?.trim()}. No artifacts will be uploaded.`;
      if (ifNone === "error") return message;
      if (ifNone === "warn") context.report("warning", message);
      else context.print(message);
      return undefined;
    }
    const { length } = found.files;
    context.print(`With the provided path, there will be ${length} ${length === 1 ? "file" : "files"} uploaded`);
    if (!shared.services.isOn("artifacts")) return "Failed to CreateArtifact: this run has no artifact service.";
    const bytes = await zip(found, Number(inputs["compression-level"]));
    if (isSet(inputs, "overwrite")) await shared.services.artifacts.remove(name);
    const saved = await shared.services.artifacts.save(name, bytes);
    if (saved.kind === "refused") return `The artifact name is not valid: ${name}. ${saved.reason}`;
    if (saved.kind === "taken") {
      return `Failed to CreateArtifact: Received non-retryable error: (409) Conflict: an artifact with this name already exists on the workflow run: ${name}`;
    }
    const { id, digest } = saved.artifact;
    context.print(
      `Artifact ${name} has been successfully uploaded! Final size is ${bytes.length} bytes. Artifact ID is ${id}`,
    );
    context.setOutput("artifact-id", String(id));
    context.setOutput("artifact-digest", digest.replace(/^sha256:/, ""));
    const run = `${SERVER_URL}/${shared.facts.repository}/actions/runs/${shared.facts.runId}`;
    context.setOutput("artifact-url", `${run}/artifacts/${id}`);
    return undefined;
  },
};
