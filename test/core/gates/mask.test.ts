import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Masker } from "../../../src/core/gates/index.ts";

const XML: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

function ascii(text: string): string {
  return text.replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const encoders: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in an address": encodeURIComponent,
  "in an address, by RFC 3986": (text) =>
    encodeURIComponent(text).replaceAll(/[!'()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  "in an address, with small digits": (text) =>
    encodeURIComponent(text).replaceAll(/%../g, (digits) => digits.toLowerCase()),
  "in a form": (text) => new URLSearchParams({ v: text }).toString().slice(2),
  "in JSON": (text) => JSON.stringify(text).slice(1, -1),
  "in JSON within JSON": (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
  "in hex": (text) => Buffer.from(text).toString("hex"),
  "in hex, with capitals": (text) => Buffer.from(text).toString("hex").toUpperCase(),
  "in JSON of ASCII alone": (text) => ascii(JSON.stringify(text).slice(1, -1)),
  "in a string of Python": (text) => text.replaceAll("\\", "\\\\").replaceAll("'", "\\'"),
  "in bytes of Python": (text) =>
    text
      .replaceAll("\\", "\\\\")
      .replaceAll(/[^ -~]/g, (one) => Buffer.from(one).toString("hex").replaceAll(/../g, "\\x$&")),
  "in XML": (text) => text.replaceAll(/[&<>"']/g, (one) => XML[one] ?? one),
  "in XML, quotes as they are": (text) => text.replaceAll(/[&<>]/g, (one) => XML[one] ?? one),
};

const letters = [...`abcdefgXYZ0123456789+/=&<>"'%~!()\\$ éß`];
const secrets = fc
  .string({ unit: fc.constantFrom(...letters), minLength: 14, maxLength: 60 })
  .filter((text) => text.trim() === text);
/** Nothing of it is in a secret. */
const around = fc.string({ unit: fc.constantFrom(..."._,:;|\n"), maxLength: 20 });

async function inPieces(masker: Masker, text: string, length: number, cut = {}): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
  }
  let shown = "";
  for await (const piece of masker.maskPieces(pieces(), cut)) shown += piece;
  return shown;
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

/** The digits of a text's base64 that tell of a part of it and of nothing else. */
function digitsOf(before: string, secret: string, after: string): { readonly text: string; readonly core: string } {
  const text = base64(before + secret + after);
  const [from, to] = [Buffer.byteLength(before), Buffer.byteLength(before + secret)];
  return { text, core: text.slice(Math.ceil((from * 4) / 3), Math.floor((to * 4) / 3)) };
}

function wrapped(text: string, width: number, indent: string): string {
  return (text.match(new RegExp(`.{1,${width}}`, "gs")) ?? []).join(`\n${indent}`);
}

describe("a secret is hidden", () => {
  it.each(Object.entries(encoders))("%s, wherever the text is cut into pieces", async (_, encode) => {
    await fc.assert(
      fc.asyncProperty(
        secrets,
        around,
        around,
        fc.integer({ min: 1, max: 90 }),
        async (secret, before, after, length) => {
          const text = before + encode(secret) + after;
          const masker = new Masker([secret]);
          expect(masker.mask(text)).not.toContain(encode(secret));
          expect(await inPieces(masker, text, length)).not.toContain(encode(secret));
        },
      ),
    );
  });

  it("in base64, alone and at any place of a longer text", () => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (secret, before, after) => {
        const { text, core } = digitsOf(before.toWellFormed(), secret, after.toWellFormed());
        const masker = new Masker([secret]);
        expect(masker.mask(text)).not.toContain(core);
        const url = text.replaceAll("+", "-").replaceAll("/", "_");
        expect(masker.mask(url)).not.toContain(core.replaceAll("+", "-").replaceAll("/", "_"));
        expect(masker.mask(encodeURIComponent(text))).not.toContain(encodeURIComponent(core));
      }),
    );
  });

  it("broken over lines, as terminals and base64(1) do, and the lines stay", async () => {
    const widths = fc.integer({ min: 3, max: 76 });
    const indents = fc.constantFrom("", "  ", "\t");
    await fc.assert(
      fc.asyncProperty(
        secrets,
        widths,
        indents,
        fc.integer({ min: 1, max: 90 }),
        async (secret, width, indent, length) => {
          const masker = new Masker([secret]);
          const { text, core } = digitsOf("x:", secret, ":y");
          for (const [whole, hidden] of [
            [`see ${secret} there`, secret],
            [text, core],
          ] as const) {
            const broken = wrapped(whole, width, indent);
            for (const shown of [masker.mask(broken), await inPieces(masker, broken, length)]) {
              expect(shown.replaceAll(/\r?\n[ \t]*/g, "")).not.toContain(hidden);
              expect(shown.split("\n")).toHaveLength(broken.split("\n").length);
            }
          }
        },
      ),
    );
  });

  it("in part, where somebody cut the text within it", async () => {
    const at = fc.integer({ min: 6, max: 13 });
    await fc.assert(
      fc.asyncProperty(secrets, around, at, fc.constantFrom("", "…"), async (text, before, length, end) => {
        // What is indented begins after its blanks.
        const secret = text.replaceAll(" ", "-");
        const masker = new Masker([secret]);
        const beginning = secret.slice(0, length);
        const last = secret.slice(-length);
        expect(masker.maskCut(`${before}${beginning}${end}`)).not.toContain(beginning);
        expect(masker.maskCut(`${last}${before}`)).not.toContain(last);
        expect(await inPieces(masker, `${before}${beginning}`, 5, { end: true })).not.toContain(beginning);
        expect(await inPieces(masker, `${last}${before}`, 5, { start: true })).not.toContain(last);
      }),
    );
  });

  it("coloured in the middle, as tools mark what differs", async () => {
    const masker = new Masker(["correct-horse-battery"]);
    const text = "a \u001b[31mcorrect-\u001b[1mhorse\u001b[0m\u001b[K-battery\u001b[0m b\n";
    expect(masker.mask(text)).toBe("a \u001b[31m***\u001b[1m\u001b[0m\u001b[K\u001b[0m b\n");
    expect(await inPieces(masker, text, 3)).toBe(masker.mask(text));
  });

  // pytest's and unittest's way (reprlib); others write `…`.
  it.each([
    ["assert 'correct-ho...rse-battery' == 'x'", "assert '***...***' == 'x'"],
    ["FAILED test_a - token is correct-horse-...", "FAILED test_a - token is ***..."],
    ["…se-battery is it", "…*** is it"],
    ["so it was...battery", "so it was...***"],
    ["loading....... done... really", "loading....... done... really"],
  ])("shortened in the middle: %s", (text, shown) => {
    expect(new Masker(["correct-horse-battery"]).mask(text)).toBe(shown);
  });

  it("of several lines line by line, a private key in time", () => {
    const lines = Array.from({ length: 50 }, (_, line) => base64(`line ${line} of a key, forty-eight bytes long.....`));
    const key = ["-----BEGIN PRIVATE KEY-----", ...lines, "-----END PRIVATE KEY-----", ""].join("\n");
    const masker = new Masker([key]);
    for (const text of [key, JSON.stringify(key), base64(key), lines.join(" "), encodeURIComponent(key)]) {
      const shown = masker.mask(text);
      for (const line of lines) expect(shown).not.toContain(line);
      expect(shown.length).toBeLessThan(text.length / 4);
    }
  });
});

describe("what is no secret", () => {
  it("stays as it is, with its lines and blanks", async () => {
    const masker = new Masker(["correct-horse-battery"]);
    const text = `one${" ".repeat(5000)}\r\n  two\n\n\tthree correct\nhorse battery\n`;
    expect(masker.mask(text)).toBe(text);
    expect(await inPieces(masker, text, 7)).toBe(text);
    expect(masker.maskCut("it was right")).toBe("it was right");
  });

  it("is everything where there are no secrets", async () => {
    const masker = new Masker(["", "short"]);
    expect([masker.isEmpty, masker.longest, masker.mask("short"), masker.maskCut("shor")]).toEqual([
      ...[true, 0, "short", "shor"],
    ]);
    expect(await inPieces(masker, "a\nb", 1)).toBe("a\nb");
  });
});
