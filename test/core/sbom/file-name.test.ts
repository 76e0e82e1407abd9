import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNames, fileStem } from "../../../src/core/sbom/file-name.ts";
import { anyText } from "../../fakes/any-text.ts";

describe("the file name of a document", () => {
  it.each([
    ["orders", "orders"],
    ["@acme/shop", "acme-shop"],
    ["../../etc/passwd", "etc-passwd"],
    [".hidden", "hidden"],
    ["-rf", "rf"],
    ["C:\\temp\\x", "C-temp-x"],
    ["a\nb", "a-b"],
    ["été", "t"],
    ["…", "sbom"],
    ["", "sbom"],
  ])("for %j is %s", (name, expected) => {
    expect(fileStem(name)).toBe(expected);
  });

  it("is one plain segment for any name", () => {
    fc.assert(
      fc.property(anyText(), (name) => {
        expect(fileStem(name)).toMatch(/^[A-Za-z0-9_]([A-Za-z0-9._-]{0,98}[A-Za-z0-9_])?$/);
        expect(fileStem(name)).not.toContain("..");
      }),
    );
  });

  it("is another one for each document, also where case does not count", () => {
    const documents = fc.array(
      fc.record({ name: fc.constantFrom("a", "A", "b", "a.uv"), format: fc.constantFrom("uv", "npm") }),
    );
    fc.assert(
      fc.property(documents, (list) => {
        const names = fileNames(list).map((name) => name.toLowerCase());
        expect(new Set(names).size).toBe(list.length);
      }),
    );
  });
});
