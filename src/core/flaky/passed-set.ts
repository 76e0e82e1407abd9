import { Buffer } from "node:buffer";

import { KEY_SPACE } from "./identity.ts";

/**
 * A set of keys in Golomb-Rice code: the keys are scaled down, sorted, and their distances written with a quotient in unary
 * and a rest in {@link REST_BITS} bits (bitcoin/bips, BIP 158, section "Golomb-coded sets"). About 26 bits a key; a key that
 * was not put in is found by mistake once in 2^24 times.
 */
const REST_BITS = 24;
const RANGE = 2 ** REST_BITS;

/** Most keys of one set. */
export const MOST_PASSED = 200_000;

/** A set of tests in a form that is kept. */
export interface PassedSet {
  readonly count: number;
  /** Base64. */
  readonly bits: string;
}

/** Scaled to `count` times the range, so that distances are about the range. */
function scaled(key: number, count: number): number {
  return Math.floor((key / KEY_SPACE) * count * RANGE);
}

class BitWriter {
  #bytes: Uint8Array;
  #at = 0;

  constructor(bits: number) {
    this.#bytes = new Uint8Array(Math.ceil(bits / 8) + 16);
  }

  #reserve(bits: number): void {
    const needed = Math.ceil((this.#at + bits) / 8);
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(needed * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  #bit(value: number): void {
    if (value === 1) {
      const index = this.#at >> 3;
      this.#bytes[index] = (this.#bytes[index] ?? 0) | (0x80 >> (this.#at & 7));
    }
    this.#at += 1;
  }

  write(distance: number): void {
    const quotient = Math.floor(distance / RANGE);
    const rest = distance % RANGE;
    this.#reserve(quotient + 1 + REST_BITS);
    for (let left = quotient; left > 0; left -= 1) this.#bit(1);
    this.#bit(0);
    for (let bit = REST_BITS - 1; bit >= 0; bit -= 1) this.#bit((rest >> bit) & 1);
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, Math.ceil(this.#at / 8));
  }
}

/**
 * @param keys keys of tests, in any order, repeated or not
 * @returns the set; null when there are too many
 */
export function encodePassed(keys: Float64Array): PassedSet | null {
  if (keys.length > MOST_PASSED) return null;
  const sorted = keys.slice().sort();
  const unique = sorted.filter((key, at) => at === 0 || key !== sorted[at - 1]);
  const writer = new BitWriter(unique.length * (REST_BITS + 2));
  let before = 0;
  for (const key of unique) {
    const value = scaled(key, unique.length);
    writer.write(value - before);
    before = value;
  }
  return { count: unique.length, bits: Buffer.from(writer.done()).toString("base64") };
}

/** Distances in order; undefined at the end, or where the bits make no sense. */
class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  #bit(): number {
    const value = ((this.#bytes[this.#at >> 3] ?? 0) >> (7 - (this.#at & 7))) & 1;
    this.#at += 1;
    return value;
  }

  read(): number | undefined {
    const end = this.#bytes.length * 8;
    let quotient = 0;
    while (this.#at < end && this.#bit() === 1) quotient += 1;
    if (this.#at + REST_BITS > end) return undefined;
    let rest = 0;
    for (let bit = 0; bit < REST_BITS; bit += 1) rest = rest * 2 + this.#bit();
    return quotient * RANGE + rest;
  }
}

/**
 * Asks for many keys at once, in one pass over the set.
 *
 * @param set a set as it was kept; a broken one holds nothing after its fault
 * @param keys what is looked for
 * @returns those of them that are in it
 */
export function findPassed(set: PassedSet, keys: Iterable<number>): ReadonlySet<number> {
  const wanted = new Map<number, number[]>();
  for (const key of keys) {
    const value = scaled(key, set.count);
    const same = wanted.get(value);
    if (same === undefined) wanted.set(value, [key]);
    else same.push(key);
  }
  const found = new Set<number>();
  if (wanted.size === 0 || set.count > MOST_PASSED) return found;
  const reader = new BitReader(Buffer.from(set.bits, "base64"));
  let value = 0;
  for (let at = 0; at < set.count; at += 1) {
    const distance = reader.read();
    if (distance === undefined) break;
    value += distance;
    for (const key of wanted.get(value) ?? []) found.add(key);
  }
  return found;
}
