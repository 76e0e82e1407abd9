import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { executableName, highest, type Platform, targetTriple, type VersionRequest } from "../../core/uv/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { UnpackedProgram } from "./unpack.ts";

const MANIFEST = "turnpike-uv.json";

const manifestSchema = z.object({
  schema: z.literal("turnpike/uv/1"),
  version: z.string(),
  /** SHA-256 of the wheel or archive that the programs came from. */
  archive: z.string(),
  programs: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
type Manifest = z.infer<typeof manifestSchema>;

/** A uv in the tool folder whose bytes are what was recorded. */
export interface StoredUv {
  readonly path: string;
  readonly version: string;
  readonly sha256: string;
  readonly archive: string;
}

/** Versions of uv below one folder: `uv/<version>/<triple>/`, so builds for two C libraries never share a place. */
export class ToolFolder {
  readonly #root: string;
  readonly #platform: Platform;
  readonly #files: Files;

  /** @param options.root absolute folder, such as RUNNER_TOOL_CACHE */
  constructor(options: { readonly root: string; readonly platform: Platform; readonly files: Files }) {
    this.#root = options.root;
    this.#platform = options.platform;
    this.#files = options.files;
  }

  #slot(version: string): string {
    return join(this.#root, "uv", version, targetTriple(this.#platform));
  }

  async #manifest(version: string): Promise<Manifest | undefined> {
    const text = await this.#files.readText(join(this.#slot(version), MANIFEST)).catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      return manifestSchema.parse(JSON.parse(text));
    } catch {
      // A slot that cannot be read is a slot that is not there.
      return undefined;
    }
  }

  async #verified(version: string): Promise<StoredUv | undefined> {
    const manifest = await this.#manifest(version);
    if (manifest === undefined) return undefined;
    for (const [name, recorded] of Object.entries(manifest.programs)) {
      const actual = await this.#files.sha256(join(this.#slot(version), name)).catch(() => undefined);
      if (actual !== recorded) return undefined;
    }
    const name = executableName(this.#platform, "uv");
    const sha256 = manifest.programs[name];
    if (sha256 === undefined) return undefined;
    return { path: join(this.#slot(version), name), version: manifest.version, sha256, archive: manifest.archive };
  }

  /**
   * @param request which version
   * @param checksum SHA-256 of the archive that it must have come from, when one is demanded
   * @returns the highest stored version that will do and whose programs have the recorded SHA-256
   */
  async find(request: VersionRequest, checksum?: string): Promise<StoredUv | undefined> {
    let versions: readonly string[] = await readdir(join(this.#root, "uv")).catch(() => []);
    for (;;) {
      const version = highest(versions, request);
      if (version === undefined) return undefined;
      const stored = await this.#verified(version);
      if (stored !== undefined && (checksum === undefined || stored.archive === checksum)) return stored;
      versions = versions.filter((other) => other !== version);
    }
  }

  /**
   * Puts programs into their place, whole or not at all: a folder beside it is filled and then renamed.
   *
   * @param version the version of the programs
   * @param programs what to store
   * @param archive SHA-256 of the archive that they came from
   * @throws TurnpikeError `FILE_UNWRITABLE`
   */
  async store(version: string, programs: readonly UnpackedProgram[], archive: string): Promise<StoredUv> {
    const slot = this.#slot(version);
    const same = await this.#verified(version);
    // A copy that somebody may be running is not replaced by an equal one.
    if (same?.archive === archive) return same;
    const parent = join(this.#root, "uv", version);
    let staging: string | undefined;
    try {
      await mkdir(parent, { recursive: true });
      staging = await mkdtemp(join(parent, ".new-"));
      for (const program of programs) {
        await writeFile(join(staging, program.name), program.bytes);
        await chmod(join(staging, program.name), 0o755);
      }
      const hashes = Object.fromEntries(programs.map((program) => [program.name, program.sha256]));
      const manifest: Manifest = { schema: "turnpike/uv/1", version, archive, programs: hashes };
      await writeFile(join(staging, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
      await chmod(staging, 0o755);
      await rm(slot, { recursive: true, force: true });
      await rename(staging, slot);
    } catch (cause) {
      if (staging !== undefined) await rm(staging, { recursive: true, force: true }).catch(() => undefined);
      // Another process may have been faster; then its copy serves as well as ours.
      const theirs = await this.#verified(version);
      if (theirs !== undefined) return theirs;
      throw new TurnpikeError("FILE_UNWRITABLE", "user", `uv could not be stored in ${slot}.`, { cause });
    }
    const stored = await this.#verified(version);
    if (stored !== undefined) return stored;
    throw new TurnpikeError("UV_CHECKSUM", "user", `uv in ${slot} is not what was written a moment ago.`);
  }
}
