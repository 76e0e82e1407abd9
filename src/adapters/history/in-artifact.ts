import { join } from "node:path/posix";
import { unzipSync } from "fflate";
import type { Artifacts } from "../../ports/artifacts.ts";
import type { Files } from "../../ports/files.ts";
import type { GitHub } from "../../ports/github.ts";
import type { HistoryStore, KeepResult, LoadResult } from "../../ports/history-store.ts";
import { HISTORY_FILES, LARGEST_FILE_BYTES, writeMissing } from "./files.ts";

/** Name of the artifact in every run that leaves one. */
const HISTORY_ARTIFACT = "turnpike-history";
/** Days after which GitHub deletes it: a repository without a run for so long starts anew. */
const RETENTION_DAYS = 90;

/** What an artifact store works with. */
export interface ArtifactHistoryPorts {
  readonly github: Pick<GitHub, "isAvailable" | "artifactOfDefaultBranch">;
  readonly artifacts: Artifacts;
  readonly files: Files;
}

function textsOf(zip: Uint8Array): ReadonlyMap<string, string> {
  const known = new Set<string>(HISTORY_FILES);
  const isWanted = ({ name, originalSize }: { name: string; originalSize: number }) =>
    known.has(name) && originalSize <= LARGEST_FILE_BYTES;
  const entries = Object.entries(unzipSync(zip, { filter: isWanted }));
  return new Map(entries.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

/** A history in an artifact of the last run on the default branch; reading it needs `actions: read`. */
export class ArtifactHistory implements HistoryStore {
  readonly name = "the artifact of the last run on the default branch";
  readonly #ports: ArtifactHistoryPorts;
  readonly #folder: string;

  /**
   * @param ports API, artifacts and files
   * @param folder absolute path of the history
   */
  constructor(ports: ArtifactHistoryPorts, folder: string) {
    this.#ports = ports;
    this.#folder = folder;
  }

  async load(): Promise<LoadResult> {
    const answer = await this.#ports.github.artifactOfDefaultBranch(HISTORY_ARTIFACT);
    switch (answer.kind) {
      case "found":
        return this.#unpack(answer.zip);
      case "none":
        return { kind: "none" };
      case "not-permitted":
      case "unavailable":
        return { kind: "unavailable", reason: answer.reason };
    }
  }

  async #unpack(zip: Uint8Array): Promise<LoadResult> {
    try {
      const written = await writeMissing(this.#ports.files, this.#folder, textsOf(zip));
      return { kind: written > 0 ? "loaded" : "none" };
    } catch {
      return { kind: "unavailable", reason: "what was downloaded is no archive" };
    }
  }

  async keep(): Promise<KeepResult> {
    const { artifacts, files } = this.#ports;
    if (!artifacts.isAvailable()) return { kind: "unavailable", reason: "there is no artifact service here" };
    const present = [];
    for (const name of HISTORY_FILES) {
      const path = join(this.#folder, name);
      if (await files.exists(path)) present.push(path);
    }
    if (present.length === 0) return { kind: "unavailable", reason: "there is nothing to keep" };
    try {
      await artifacts.upload(HISTORY_ARTIFACT, present, this.#folder, RETENTION_DAYS);
      return { kind: "kept" };
    } catch (error) {
      return {
        kind: "unavailable",
        reason: error instanceof Error ? error.message.replace(/\.$/, "") : "it was refused",
      };
    }
  }
}
