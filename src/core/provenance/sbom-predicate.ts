import { z } from "zod";
import { TurnpikeError } from "../../errors.ts";

/** What makes a document CycloneDX JSON; the rest is carried as it is (CycloneDX 1.x, bom-1.6.schema.json). */
export const cycloneDxSchema = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.string().regex(/^1\.\d+$/),
});

/** Largest SBOM that becomes a predicate, in bytes (actions/attest src/sbom.ts has the same limit). */
const SBOM_LIMIT_BYTES = 16 * 1024 * 1024;

/**
 * Reads a CycloneDX document to be attested whole.
 *
 * @param text JSON
 * @param where the file's name, for messages
 * @returns the document
 * @throws TurnpikeError `FILE_SCHEMA` when it is not CycloneDX JSON, or too large
 */
export function readCycloneDx(text: string, where: string): Readonly<Record<string, unknown>> {
  const refuse = (message: string): TurnpikeError =>
    new TurnpikeError("FILE_SCHEMA", "config", `${where} cannot be attested: ${message}. Nothing was signed.`);
  const size = Buffer.byteLength(text);
  if (size > SBOM_LIMIT_BYTES) throw refuse(`it has ${size} bytes, and a predicate may have ${SBOM_LIMIT_BYTES}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse("it is not JSON");
  }
  const parsed = cycloneDxSchema.safeParse(value);
  if (!parsed.success) throw refuse('it has no `"bomFormat": "CycloneDX"` with a 1.x specVersion');
  return parsed.data;
}
