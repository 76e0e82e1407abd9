import { hash } from "node:crypto";

/** What tells a test from every other one of a repository. */
export interface TestName {
  readonly format: "junit";
  readonly suite: string;
  readonly file: string;
  readonly className: string;
  readonly name: string;
}

/** One above the largest key: 48 bits are exact in a number. */
export const KEY_SPACE = 2 ** 48;

/**
 * @param test a test as its report names it
 * @returns lower-case hex SHA-256; parameters of a test are part of its name, and so of its id
 */
export function testId({ format, suite, file, className, name }: TestName): string {
  return hash("sha256", `${format}\0${suite}\0${file}\0${className}\0${name}`, "hex");
}

/** Two lanes of 32 bits, in the manner of MurmurHash3: fast enough for a million tests, and for nothing that must be secret. */
class Mixer {
  #a = 0xdeadbeef;
  #b = 0x41c6ce57;

  add(text: string): void {
    let [a, b] = [this.#a, this.#b];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    // Parts end somewhere: ("ab", "c") is not ("a", "bc").
    this.#a = Math.imul(a ^ 0x1ffff, 2654435761);
    this.#b = Math.imul(b ^ 0x1ffff, 1597334677);
  }

  continueFrom(other: Mixer): void {
    this.#a = other.#a;
    this.#b = other.#b;
  }

  key(): number {
    let a = Math.imul(this.#a ^ (this.#a >>> 16), 2246822507) ^ Math.imul(this.#b ^ (this.#b >>> 13), 3266489909);
    let b = Math.imul(this.#b ^ (this.#b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    a ^= a >>> 15;
    b ^= b >>> 16;
    return (b & 0xffff) * 2 ** 32 + (a >>> 0);
  }
}

/** Makes the keys of many tests. Tests of one class stand together, so what they share is mixed once. */
export class TestKeys {
  #suite = "";
  #file = "";
  #className = "";
  #shared = this.#mixShared();
  readonly #mixer = new Mixer();

  #mixShared(): Mixer {
    const mixer = new Mixer();
    for (const part of [this.#suite, this.#file, this.#className]) mixer.add(part);
    return mixer;
  }

  /**
   * @param test a test
   * @returns 48 bits that nearly always tell it from others, for sets that must be small
   */
  keyOf({ suite, file, className, name }: TestName): number {
    if (suite !== this.#suite || file !== this.#file || className !== this.#className) {
      this.#suite = suite;
      this.#file = file;
      this.#className = className;
      this.#shared = this.#mixShared();
    }
    this.#mixer.continueFrom(this.#shared);
    this.#mixer.add(name);
    return this.#mixer.key();
  }
}
