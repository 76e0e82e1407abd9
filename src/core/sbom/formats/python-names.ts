/**
 * @param name a Python package name, extra or group
 * @returns its normal form (packaging.python.org, "Names and normalization")
 */
export function normalName(name: string): string {
  return name.replaceAll(/[-_.]+/g, "-").toLowerCase();
}

/**
 * @param text `sha256:0123…`
 * @returns algorithm and digest, or undefined when it is no such pair
 */
export function splitDigest(text: string): readonly [algorithm: string, hex: string] | undefined {
  const match = /^([a-z0-9]+):([0-9a-fA-F]+)$/.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : [match[1], match[2].toLowerCase()];
}
