import type { ArtifactClient } from "@actions/artifact";
import { TurnpikeError } from "../../errors.ts";
import type { Artifacts, StoredArtifact } from "../../ports/artifacts.ts";
import type { Log } from "../../ports/log.ts";
import { type ClientLines, keepClientOutput, toReason } from "./client-output.ts";

type Env = Readonly<Record<string, string | undefined>>;

function unavailable(doing: string, error: unknown): TurnpikeError {
  const reason = toReason(error instanceof Error ? error.message : String(error));
  return new TurnpikeError("ARTIFACT_UNAVAILABLE", "service", `${doing} failed: ${reason}.`);
}

function missing(name: string): TurnpikeError {
  return new TurnpikeError("ARTIFACT_MISSING", "service", `This run has no artifact called ${JSON.stringify(name)}.`);
}

/** The client writes digests with and without their algorithm. */
function withAlgorithm(digest: string | undefined): { readonly digest?: string } {
  if (digest === undefined || digest === "") return {};
  return { digest: digest.includes(":") ? digest : `sha256:${digest}` };
}

/** Artifacts of the workflow run, through `@actions/artifact`. */
export class ActionsArtifacts implements Artifacts {
  readonly #env: Env;
  readonly #log: Log;

  /**
   * @param env the process environment; the client itself reads the same variables from the process
   * @param log takes what the client says, as debugging lines
   */
  constructor(env: Env, log: Log) {
    this.#env = env;
    this.#log = log;
  }

  isAvailable(): boolean {
    return Boolean(this.#env["ACTIONS_RESULTS_URL"]) && Boolean(this.#env["ACTIONS_RUNTIME_TOKEN"]);
  }

  async upload(name: string, files: readonly string[], root: string, retentionDays?: number): Promise<StoredArtifact> {
    const options = retentionDays === undefined ? {} : { retentionDays };
    try {
      const stored = await this.#use((client) => client.uploadArtifact(name, [...files], root, options));
      return { id: stored.id ?? 0, name, size: stored.size ?? 0, ...withAlgorithm(stored.digest) };
    } catch (error) {
      throw unavailable(`Uploading the artifact ${JSON.stringify(name)}`, error);
    }
  }

  async list(): Promise<readonly StoredArtifact[]> {
    try {
      const { artifacts } = await this.#use((client) => client.listArtifacts({ latest: true }));
      return artifacts
        .map(({ id, name, size, digest }) => ({ id, name, size, ...withAlgorithm(digest) }))
        .sort((a, b) => b.id - a.id);
    } catch (error) {
      throw unavailable("Listing the artifacts of this run", error);
    }
  }

  async download(name: string, folder: string): Promise<void> {
    const doing = `Downloading the artifact ${JSON.stringify(name)}`;
    const artifact = (await this.list()).find((candidate) => candidate.name === name);
    if (artifact === undefined) throw missing(name);
    const expected = artifact.digest === undefined ? {} : { expectedHash: artifact.digest };
    let isChanged: boolean | undefined;
    try {
      const answer = await this.#use((client) => client.downloadArtifact(artifact.id, { path: folder, ...expected }));
      isChanged = answer.digestMismatch;
    } catch (error) {
      throw unavailable(doing, error);
    }
    if (isChanged === true) throw unavailable(doing, "its digest is not the one that was stored");
  }

  async #use<T>(use: (client: ArtifactClient) => Promise<T>): Promise<T> {
    if (!this.isAvailable()) {
      throw new TurnpikeError("ARTIFACT_UNAVAILABLE", "service", "There is no artifact service here.");
    }
    const lines: ClientLines = [];
    try {
      const { DefaultArtifactClient } = await import("@actions/artifact");
      return await keepClientOutput(() => use(new DefaultArtifactClient()), lines);
    } finally {
      for (const line of lines) if (!line.startsWith("::")) this.#log.debug(toReason(line));
    }
  }
}
