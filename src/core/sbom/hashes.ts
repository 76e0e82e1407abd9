import type { Hash, HashAlgorithm } from "./lock.ts";

/** Hex digits of each algorithm; BLAKE2b has several lengths. */
const HEX_LENGTHS: Readonly<Record<HashAlgorithm, readonly number[]>> = {
  md5: [32],
  sha1: [40],
  sha256: [64],
  sha384: [96],
  sha512: [128],
  blake2b: [64, 96, 128],
};

function isAlgorithm(name: string): name is HashAlgorithm {
  return Object.hasOwn(HEX_LENGTHS, name);
}

/**
 * @param algorithm a name as locks write it: `sha256`
 * @param hex the digest
 * @returns the hash, or undefined when the algorithm is unknown or the digest has a wrong length
 */
export function toHash(algorithm: string, hex: string): Hash | undefined {
  const digest = hex.toLowerCase();
  if (!isAlgorithm(algorithm) || !/^[0-9a-f]+$/.test(digest)) return undefined;
  return HEX_LENGTHS[algorithm].includes(digest.length) ? { algorithm, hex: digest } : undefined;
}

/**
 * Reads Subresource Integrity (W3C SRI, section 3.5): `sha512-<base64>`, several separated by spaces, `?options` ignored.
 *
 * @param integrity the text
 * @returns one hash for each known part
 */
export function parseIntegrity(integrity: string): readonly Hash[] {
  const hashes: Hash[] = [];
  for (const part of integrity.split(/\s+/)) {
    const match = /^(md5|sha1|sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})(?:\?.*)?$/.exec(part);
    if (match?.[1] === undefined || match[2] === undefined) continue;
    const hash = toHash(match[1], Buffer.from(match[2], "base64").toString("hex"));
    if (hash !== undefined) hashes.push(hash);
  }
  return hashes;
}
