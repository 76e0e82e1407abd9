import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Artifacts } from "../../src/ports/artifacts.ts";

/** Artifacts to try, and their world. */
export interface ArtifactsWorld {
  readonly artifacts: Artifacts;
  readonly folder: string;
  /** Artifacts where there is no service. */
  none(): Artifacts;
  close(): Promise<void>;
}

/**
 * What every artifact store does.
 *
 * @param name of the implementation
 * @param open makes an empty store
 */
export function artifactsContract(name: string, open: () => Promise<ArtifactsWorld>): void {
  describe(`artifacts: ${name}`, () => {
    let world: ArtifactsWorld;
    let file: string;

    beforeEach(async () => {
      world = await open();
      await mkdir(join(world.folder, "src", "dist"), { recursive: true });
      file = join(world.folder, "src", "dist", "a.txt");
      await writeFile(file, "hello");
    });
    afterEach(() => world.close());

    const root = (): string => join(world.folder, "src");

    it("gives back what was stored, with its folders", async () => {
      expect(world.artifacts.isAvailable()).toBe(true);
      const stored = await world.artifacts.upload("dist ü", [file], root());
      expect(stored).toMatchObject({ name: "dist ü", digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
      await world.artifacts.download("dist ü", join(world.folder, "out"));
      expect(await readFile(join(world.folder, "out", "dist", "a.txt"), "utf8")).toBe("hello");
    });

    it("lists the newest first, as they were stored", async () => {
      const one = await world.artifacts.upload("one", [file], root());
      const two = await world.artifacts.upload("two", [file], root());
      expect(await world.artifacts.list()).toEqual([two, one]);
    });

    it("refuses a name that is in use, a name that cannot be one, and files that are not there", async () => {
      await world.artifacts.upload("one", [file], root());
      const code = { code: "ARTIFACT_UNAVAILABLE", kind: "service" };
      await expect(world.artifacts.upload("one", [file], root())).rejects.toMatchObject(code);
      await expect(world.artifacts.upload("a/b", [file], root())).rejects.toMatchObject(code);
      await expect(world.artifacts.upload("two", [], root())).rejects.toMatchObject(code);
      await expect(world.artifacts.upload("three", [`${file}.absent`], root())).rejects.toMatchObject(code);
    });

    it("says which artifact is missing", async () => {
      await expect(world.artifacts.download("absent", world.folder)).rejects.toMatchObject({
        code: "ARTIFACT_MISSING",
        message: expect.stringContaining('"absent"'),
      });
    });

    it("says that there is no service", async () => {
      const artifacts = world.none();
      expect(artifacts.isAvailable()).toBe(false);
      await expect(artifacts.list()).rejects.toMatchObject({ code: "ARTIFACT_UNAVAILABLE" });
    });
  });
}
