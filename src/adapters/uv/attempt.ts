import type { UnpackedProgram } from "./unpack.ts";

/** Programs that a source gave. */
export interface FetchedUv {
  readonly version: string;
  readonly programs: readonly UnpackedProgram[];
  /** SHA-256 of the wheel or archive. */
  readonly archive: string;
  /** Name of the wheel or archive, for people. */
  readonly fileName: string;
  /** What the bytes were checked against. */
  readonly trust: string;
}

/** What one way of getting uv came to. */
export type Attempt =
  | { readonly kind: "fetched"; readonly uv: FetchedUv }
  | { readonly kind: "failed"; readonly why: string; readonly isMismatch?: boolean };

/**
 * Foreign text for a message: credentials in addresses cut out, control characters dropped, short.
 *
 * @param text what a program or server said
 * @param longest characters to keep
 */
export function quoted(text: string, longest = 300): string {
  const plain = text
    .replaceAll(/\/\/[^\s/@]+@/g, "//…@")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replaceAll(/\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
