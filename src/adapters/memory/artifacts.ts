import { createHash } from "node:crypto";
import { relative, sep } from "node:path";
import { TurnpikeError } from "../../errors.ts";
import type { Artifacts, StoredArtifact } from "../../ports/artifacts.ts";
import type { Files } from "../../ports/files.ts";

/** Characters that a name must not have (actions/toolkit path-and-artifact-name-validation.ts). */
const FORBIDDEN = /["<>:|*?\r\n\\/]/;

interface Stored extends StoredArtifact {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Artifacts that live as long as the process. */
export class MemoryArtifacts implements Artifacts {
  /** False: there is no service. */
  available = true;
  readonly #files: Files;
  readonly #stored: Stored[] = [];

  /** @param files where files are read from and unpacked to */
  constructor(files: Files) {
    this.#files = files;
  }

  isAvailable(): boolean {
    return this.available;
  }

  async upload(name: string, files: readonly string[], root: string): Promise<StoredArtifact> {
    this.#demand();
    if (name === "" || FORBIDDEN.test(name)) throw this.#fault(`${JSON.stringify(name)} is no name of an artifact`);
    if (this.#stored.some((stored) => stored.name === name))
      throw this.#fault("an artifact of that name already exists");
    const contents = new Map<string, Uint8Array>();
    for (const file of files) {
      const path = relative(root, file).split(sep).join("/");
      const bytes = await this.#files.readBytes(file);
      if (bytes === undefined || path === "" || path.startsWith("../"))
        throw this.#fault("a file is not below the root");
      contents.set(path, bytes);
    }
    if (contents.size === 0) throw this.#fault("no files were given");
    const hash = createHash("sha256");
    for (const [path, bytes] of contents) hash.update(path).update(bytes);
    const size = [...contents.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    const stored = { id: this.#stored.length + 1, name, size, digest: `sha256:${hash.digest("hex")}`, files: contents };
    this.#stored.unshift(stored);
    return { id: stored.id, name, size, digest: stored.digest };
  }

  async list(): Promise<readonly StoredArtifact[]> {
    this.#demand();
    return this.#stored.map(({ files: _files, ...artifact }) => artifact);
  }

  async download(name: string, folder: string): Promise<void> {
    this.#demand();
    const stored = this.#stored.find((candidate) => candidate.name === name);
    if (stored === undefined) {
      throw new TurnpikeError(
        "ARTIFACT_MISSING",
        "service",
        `This run has no artifact called ${JSON.stringify(name)}.`,
      );
    }
    for (const [path, bytes] of stored.files) await this.#files.write(`${folder}/${path}`, bytes);
  }

  #demand(): void {
    if (!this.available) throw this.#fault("there is no artifact service here");
  }

  #fault(reason: string): TurnpikeError {
    return new TurnpikeError("ARTIFACT_UNAVAILABLE", "service", `The artifact service failed: ${reason}.`);
  }
}
