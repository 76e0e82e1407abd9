/** Randomness and ids, so that tests are repeatable. */
export interface Random {
  /** A UUID v4. */
  uuid(): string;
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
}
