import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** An artifact of this run. */
export interface LocalArtifact {
  readonly id: number;
  /** As the client named it: foreign text. */
  readonly name: string;
  /** Bytes of the stored file. */
  readonly size: number;
  /** `sha256:…` of the stored file. */
  readonly digest: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /** `application/zip`, or the type of a single file that was stored without an archive. */
  readonly mimeType: string;
  /** Absolute path of the stored file; its name is random. */
  readonly file: string;
  /** Backend id of the job that made it; empty when the runner did. */
  readonly jobBackendId: string;
}

/** What a new artifact is made from. */
export interface NewArtifact {
  readonly name: string;
  readonly mimeType: string;
  readonly jobBackendId: string;
  /** Absolute path; the file is moved. */
  readonly file: string;
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Characters that a name must not have (actions/toolkit path-and-artifact-name-validation.ts). */
const FORBIDDEN = /["<>:|*?\r\n\\/]/;

/**
 * @param name proposed name
 * @returns what is wrong with it, or undefined
 */
export function artifactNameFault(name: string): string | undefined {
  if (name === "") return "an artifact needs a name";
  if (name.length > 256) return "an artifact's name has at most 256 characters";
  return FORBIDDEN.test(name)
    ? "an artifact's name must not have any of \" : < > | * ? \\ / or a line break"
    : undefined;
}

/** Artifacts of one run, in a folder. Names are unique; files are named at random. */
export class ArtifactStore {
  readonly #folder: string;
  readonly #artifacts = new Map<string, LocalArtifact>();
  #lastId = 0;

  /** @param folder absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Absolute folder for uploads. */
  get uploadFolder(): string {
    return join(this.#folder, "uploads");
  }

  /** Newest first. */
  list(): readonly LocalArtifact[] {
    return [...this.#artifacts.values()].sort((a, b) => b.id - a.id);
  }

  /** @returns the artifact of that name, or undefined */
  get(name: string): LocalArtifact | undefined {
    return this.#artifacts.get(name);
  }

  /** @returns the artifact, or undefined when its name is taken */
  async add(artifact: NewArtifact): Promise<LocalArtifact | undefined> {
    if (this.#artifacts.has(artifact.name)) return undefined;
    this.#lastId += 1;
    const file = join(this.#folder, `${randomBytes(16).toString("hex")}.blob`);
    const stored: LocalArtifact = {
      id: this.#lastId,
      name: artifact.name,
      size: artifact.size,
      digest: `sha256:${artifact.sha256}`,
      createdAt: new Date().toISOString(),
      mimeType: artifact.mimeType,
      file,
      jobBackendId: artifact.jobBackendId,
    };
    this.#artifacts.set(stored.name, stored);
    await mkdir(this.#folder, { recursive: true });
    await rename(artifact.file, file);
    return stored;
  }

  /** Stores bytes that did not come over the wire. Same result as `add`. */
  async save(name: string, bytes: Uint8Array, mimeType: string): Promise<LocalArtifact | undefined> {
    if (this.#artifacts.has(name)) return undefined;
    await mkdir(this.uploadFolder, { recursive: true });
    const file = join(this.uploadFolder, randomBytes(16).toString("hex"));
    await writeFile(file, bytes, { flag: "wx" });
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return await this.add({ name, mimeType, jobBackendId: "", file, size: bytes.length, sha256 });
  }

  /** @returns the stored bytes, or undefined when there is no artifact of that name */
  async read(name: string): Promise<Uint8Array | undefined> {
    const artifact = this.get(name);
    return artifact === undefined ? undefined : await readFile(artifact.file);
  }

  /** @returns what was removed, or undefined when there is no artifact of that name */
  async remove(name: string): Promise<LocalArtifact | undefined> {
    const artifact = this.get(name);
    if (artifact === undefined) return undefined;
    this.#artifacts.delete(name);
    await rm(artifact.file, { force: true });
    return artifact;
  }
}
