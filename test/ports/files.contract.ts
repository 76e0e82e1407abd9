import { describe, expect, it } from "vitest";
import type { Files } from "../../src/ports/files.ts";

/**
 * What every implementation of the port does.
 *
 * @param name shown in the report
 * @param make makes empty files
 */
export function filesContract(name: string, make: () => Promise<Files>): void {
  describe(`${name} keeps the contract of Files`, () => {
    it("reads what was written, and nothing where nothing is", async () => {
      const files = await make();
      await files.write("a/b.txt", "grün");
      expect(await files.readText("a/b.txt")).toBe("grün");
      expect(await files.size("a/b.txt")).toBe(5);
      expect([await files.readText("c"), await files.readBytes("a/b.txt/c"), await files.size("c")]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    });

    it("leaves a byte order mark out of text", async () => {
      const files = await make();
      await files.write("bom", new Uint8Array([0xef, 0xbb, 0xbf, 0x61]));
      expect(await files.readText("bom")).toBe("a");
      expect((await files.readBytes("bom"))?.length).toBe(4);
    });

    it("refuses to read a folder", async () => {
      const files = await make();
      await files.makeDirectory("folder");
      await expect(files.readText("folder")).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    });

    it("lists depth first in the order of names, and does not look into what is skipped", async () => {
      const files = await make();
      for (const path of ["r/b.txt", "r/a/z", "r/a/y/x", "r/a.txt", "other"]) await files.write(path, "1");
      const all = await files.list("r");
      expect(all.map((entry) => entry.path)).toEqual(["a", "a/y", "a/y/x", "a/z", "a.txt", "b.txt"]);
      expect(all.filter((entry) => entry.kind === "directory").map((entry) => entry.path)).toEqual(["a", "a/y"]);
      const few = await files.list("r", (path) => path === "a");
      expect(few.map((entry) => entry.path)).toEqual(["a", "a.txt", "b.txt"]);
      expect(await files.list("nothing")).toEqual([]);
    });

    it("appends, copies and removes whole folders", async () => {
      const files = await make();
      await files.append("log", "1");
      await files.append("log", "2");
      await files.copy("log", "deep/copy");
      expect(await files.readText("deep/copy")).toBe("12");
      await files.remove("deep");
      expect([await files.exists("deep/copy"), await files.exists("deep"), await files.exists("log")]).toEqual([
        false,
        false,
        true,
      ]);
      await files.remove("deep");
    });

    it("streams a file, or a part of it", async () => {
      const files = await make();
      await files.write("ten", "0123456789");
      const read = async (range?: { start?: number; end?: number }) => {
        const pieces: Uint8Array[] = [];
        for await (const piece of files.stream("ten", range)) pieces.push(piece);
        return Buffer.concat(pieces).toString();
      };
      expect(await read()).toBe("0123456789");
      expect(await read({ start: 3 })).toBe("3456789");
      expect(await read({ start: 3, end: 5 })).toBe("34");
      expect(await read({ start: 8, end: 50 })).toBe("89");
      expect(await read({ start: 5, end: 5 })).toBe("");
      const missing = async () => {
        for await (const _ of files.stream("none"));
      };
      await expect(missing()).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    });

    it("streams text without a byte order mark, no character cut in two, or a part of it", async () => {
      const files = await make();
      const read = async (path: string, range?: { start?: number; end?: number }) => {
        const pieces: string[] = [];
        for await (const piece of files.streamText(path, range)) pieces.push(piece);
        return pieces.join("");
      };
      // One byte, then three a character: wherever a piece ends, it ends within one.
      const long = `x${"€".repeat(100_000)}`;
      await files.write("long", long);
      expect((await read("long")) === long).toBe(true);
      await files.write("bom", "\ufeffgrün");
      expect([await read("bom"), await read("bom", { start: 3, end: 5 })]).toEqual(["grün", "gr"]);
      await files.write("not-utf-8", new Uint8Array([0x61, 0xff, 0x62, 0xc3]));
      expect(await read("not-utf-8")).toBe("a\ufffdb\ufffd");
      await files.write("empty", "");
      expect([await read("empty"), await read("none", { start: 2, end: 2 })]).toEqual(["", ""]);
      await expect(read("none")).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
      await files.makeDirectory("folder");
      await expect(read("folder")).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    });

    it("tells the SHA-256, and says so when there is no file", async () => {
      const files = await make();
      await files.write("abc", "abc");
      expect(await files.sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
      await expect(files.sha256("none")).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
      await expect(files.copy("none", "to")).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
    });

    it("moves a folder with all that is in it", async () => {
      const files = await make();
      await files.write("from/a/b", "1");
      await files.move("from", "to/here");
      expect(await files.readText("to/here/a/b")).toBe("1");
      expect(await files.exists("from")).toBe(false);
      await expect(files.move("nothing", "else")).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
    });
  });
}
