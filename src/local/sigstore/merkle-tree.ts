import { createHash } from "node:crypto";

/** Bytes of one hash. */
export const HASH_LENGTH = 32;

/** @returns the hash of a log entry (RFC 6962, 2.1) */
export function leafHash(entry: Uint8Array): Buffer {
  return createHash("sha256").update(Uint8Array.of(0)).update(entry).digest();
}

function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** Largest power of two below `size`; `size` is 2 or more. */
function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** An append-only Merkle tree over SHA-256 (RFC 6962, section 2.1). Complete subtrees are hashed once. */
export class MerkleTree {
  readonly #leaves: Buffer[];
  readonly #known = new Map<string, Buffer>();

  /** @param leaves hashes of the entries that are already in the tree */
  constructor(leaves: readonly Buffer[] = []) {
    this.#leaves = [...leaves];
  }

  /** How many entries the tree has. */
  get size(): number {
    return this.#leaves.length;
  }

  /**
   * @param hash the leaf hash of an entry
   * @returns its index
   */
  append(hash: Buffer): number {
    return this.#leaves.push(hash) - 1;
  }

  /** Root hash of the whole tree. */
  root(): Buffer {
    return this.size === 0 ? createHash("sha256").digest() : this.#hash(0, this.size);
  }

  /**
   * @param index of an entry
   * @returns the audit path, from the leaf up (RFC 6962, 2.1.1)
   */
  path(index: number): readonly Buffer[] {
    const hashes: Buffer[] = [];
    let [start, end] = [0, this.size];
    while (end - start > 1) {
      const middle = start + splitPoint(end - start);
      if (index < middle) {
        hashes.push(this.#hash(middle, end));
        end = middle;
      } else {
        hashes.push(this.#hash(start, middle));
        start = middle;
      }
    }
    return hashes.reverse();
  }

  #hash(start: number, end: number): Buffer {
    const size = end - start;
    if (size === 1) return this.#leaves[start] ?? Buffer.alloc(HASH_LENGTH);
    // Only complete subtrees keep their hash when the tree grows.
    const isComplete = (size & (size - 1)) === 0;
    const key = `${start}+${size}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const middle = start + splitPoint(size);
    const hash = nodeHash(this.#hash(start, middle), this.#hash(middle, end));
    if (isComplete) this.#known.set(key, hash);
    return hash;
  }
}
