import { describe, expect, it } from "vitest";
import { liveRegion } from "../../../src/adapters/terminal/live.ts";

/** A terminal that keeps its screen as lines: enough of ECMA-48 for what a region writes. */
class Screen {
  columns = 40;
  readonly rows = 20;
  readonly isTTY = true;
  lines: string[] = [""];
  #row = 0;
  #resize: (() => void) | undefined;

  on(_: "resize", listener: () => void): void {
    this.#resize = listener;
  }

  /** Breaks the lines that stand there as a terminal does, then tells. */
  narrow(columns: number): void {
    this.columns = columns;
    const broken = this.lines.map((line) => line.match(new RegExp(`.{1,${columns}}`, "gu")) ?? [""]);
    this.lines = broken.flat();
    this.#row = this.lines.length - 1;
    this.#resize?.();
  }

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    for (const part of text.matchAll(/\u001b\[\??(\d*)([A-Za-z])|\n|\r|[^\u001b\n\r]+/g)) {
      if (part[0] === "\n") this.#down();
      else if (part[2] !== undefined) this.#control(part[2], Number(part[1] || "1"));
      else if (part[0] !== "\r") this.lines[this.#row] += part[0];
    }
  }

  #down(): void {
    this.#row += 1;
    if (this.#row >= this.lines.length) this.lines.push("");
  }

  #control(letter: string, count: number): void {
    if (letter === "A") this.#row = Math.max(0, this.#row - count);
    if (letter === "B") this.#row += count;
    if (letter === "K") this.lines[this.#row] = "";
    if (letter === "J") {
      this.lines.length = this.#row;
      this.lines.push("");
    }
  }

  text(): string {
    return this.lines.join("\n").trimEnd();
  }
}

describe("a live region", () => {
  it("is drawn anew in its place, also when lines come and go", () => {
    const screen = new Screen();
    const region = liveRegion(screen, () => undefined);
    region.draw(["one", "two", "three"]);
    region.draw(["one", "new", "two", "three"]);
    expect(screen.text()).toBe("one\nnew\ntwo\nthree");
    region.draw(["one", "three"]);
    expect(screen.text()).toBe("one\nthree");
  });

  it("keeps what is said above it, and leaves nothing of itself", () => {
    const screen = new Screen();
    const region = liveRegion(screen, () => undefined);
    region.draw(["working"]);
    region.above(["a note"]);
    region.draw(["working"]);
    expect(screen.text()).toBe("a note\nworking");
    region.end();
    expect(screen.text()).toBe("a note");
  });

  it("cuts lines to the terminal's width", () => {
    const screen = new Screen();
    liveRegion(screen, () => undefined).draw(["x".repeat(100)]);
    expect(screen.text()).toBe(`${"x".repeat(38)}…`);
  });

  it("removes the broken lines when the terminal becomes narrower", () => {
    const screen = new Screen();
    const draw = (): void => region.draw(["y".repeat(38), "z"]);
    const region = liveRegion(screen, draw);
    region.above(["a note"]);
    draw();
    screen.narrow(20);
    expect(screen.text()).toBe(`a note\n${"y".repeat(18)}…\nz`);
  });
});
