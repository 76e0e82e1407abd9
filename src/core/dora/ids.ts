import { createHash } from "node:crypto";

/** Namespace of the ids: a random UUID, fixed for ever, because another one would make every old event a new one. */
const NAMESPACE = "f8b1dd2e-6d0f-5a3c-9a55-6e1f0b7d4c21";

/**
 * A UUID v5 (RFC 9562, section 5.5): the same parts give the same id, so that an event that is sent twice is one event.
 *
 * @param parts what identifies the thing, in order
 */
export function stableId(...parts: readonly string[]): string {
  const hash = createHash("sha1");
  hash.update(Buffer.from(NAMESPACE.replaceAll("-", ""), "hex")).update(JSON.stringify(parts));
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
