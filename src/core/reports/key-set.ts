/** A set of numbers above 0 in one block of memory: a `Set` of so many takes several times as long and as much. */
export class KeySet {
  readonly #slots: Float64Array;
  readonly #mask: number;
  #size = 0;

  /** @param bits the set has 2 to this many slots, and takes keys for half of them */
  constructor(bits: number) {
    this.#slots = new Float64Array(2 ** bits);
    this.#mask = 2 ** bits - 1;
  }

  /**
   * @param key a number above 0
   * @returns true when it was there before; what does not fit is left out
   */
  add(key: number): boolean {
    let at = key & this.#mask;
    for (let found = this.#slots[at]; found !== 0; found = this.#slots[at]) {
      if (found === key) return true;
      at = (at + 1) & this.#mask;
    }
    if (this.#size * 2 > this.#mask) return false;
    this.#slots[at] = key;
    this.#size += 1;
    return false;
  }
}
