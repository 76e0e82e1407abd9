// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const DISALLOWED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const REFERENCE = /&#(x[0-9a-fA-F]{1,8}|[0-9]{1,8});/g;

function isAllowed(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/**
 * Replaces characters that XML 1.0 forbids (section 2.2), raw or as references, by U+FFFD. `node --test` writes them raw when
 * a test's name or message holds them, and a strict parser refuses the whole report.
 */
export class XmlCleaner {
  #held = "";
  #isFirst = true;

  /**
   * @param piece the next piece
   * @returns text for a strict parser; the beginning of a reference at the end is held back
   */
  clean(piece: string): string {
    let text = this.#held + piece;
    if (this.#isFirst && text !== "") {
      // A byte order mark, and colours that some tools write before `<?xml`.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      text = text.replace(/^\ufeff?(?:\u001b\[[0-9;]*m)*\s*(?=<)/, "");
      this.#isFirst = false;
    }
    const last = text.lastIndexOf("&");
    const isCut = last !== -1 && text.length - last < 12 && !text.includes(";", last);
    this.#held = isCut ? text.slice(last) : "";
    return repair(isCut ? text.slice(0, last) : text);
  }

  /** @returns what was held back */
  rest(): string {
    const held = this.#held;
    this.#held = "";
    return repair(held);
  }
}

function repair(text: string): string {
  const clean = text.replace(DISALLOWED, "\ufffd");
  if (!clean.includes("&#")) return clean;
  return clean.replace(REFERENCE, (reference, digits: string) => {
    const code = digits.startsWith("x") ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
    return isAllowed(code) ? reference : "\ufffd";
  });
}
