import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SecretMasker } from "../../../src/core/workflow/index.ts";

function maskerOf(...secrets: string[]): SecretMasker {
  const masker = new SecretMasker();
  for (const secret of secrets) masker.addLines(secret);
  return masker;
}

describe("a secret is hidden", () => {
  const secret = 'p"ss&wörd <1>';
  it.each([
    ["as it is", secret],
    ["in base64", Buffer.from(secret).toString("base64")],
    ["in base64 behind one character", Buffer.from(`x${secret}`).toString("base64").slice(4)],
    ["in base64 behind two characters", Buffer.from(`xy${secret}`).toString("base64").slice(4)],
    ["in JSON", JSON.stringify(secret).slice(1, -1)],
    ["in an address", encodeURIComponent(secret)],
    [
      "in XML",
      secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
    ],
    ["on a command line", secret.replaceAll('"', '\\"')],
  ])("%s", (_, text) => {
    expect(maskerOf(secret).mask(`before ${text} after`)).not.toContain(text);
    expect(maskerOf(secret).mask(`before ${text} after`)).toContain("***");
  });

  it("line by line", () => {
    const masker = maskerOf("first line\nsecond line");
    expect(masker.mask("a second line b")).toBe("a *** b");
    expect(masker.mask("first line")).toBe("***");
  });

  it("as one where secrets overlap or touch", () => {
    expect(maskerOf("abcd", "cdef").mask("xabcdefx")).toBe("x***x");
    expect(maskerOf("ab", "cd").mask("xabcdx")).toBe("x***x");
  });

  it("but an empty one hides nothing", () => {
    expect(maskerOf("", "\n").mask("text")).toBe("text");
  });

  it("and nothing is left of it, whatever stands around", () => {
    const long = fc
      .string({ minLength: 4, maxLength: 12 })
      .filter((text) => !text.includes("*") && text.trim() === text);
    fc.assert(
      fc.property(long, fc.string(), fc.string(), (hidden, before, after) => {
        expect(maskerOf(hidden).mask(`${before}${hidden}${after}`)).not.toContain(hidden);
      }),
    );
  });
});
