import { createHash } from "node:crypto";
import { JSON as BomJson } from "@cyclonedx/cyclonedx-library/Serialize";
import { Spec1dot5, Spec1dot6, Spec1dot7 } from "@cyclonedx/cyclonedx-library/Spec";
import { compositionsOf } from "./compositions.ts";
import type { Description } from "./describe.ts";
import { type DocumentOptions, type SpecVersion, toBom } from "./to-bom.ts";

const SPECS = { "1.5": Spec1dot5, "1.6": Spec1dot6, "1.7": Spec1dot7 } as const satisfies Record<SpecVersion, unknown>;

/** Namespace of serial numbers (RFC 9562, section 5.5): made once, never to change. */
const SERIAL_NAMESPACE = "6f1f3a0c-6d2e-5b0a-9a53-0d9f7d2b8c41";

/**
 * A name-based UUID, version 5 (RFC 9562, section 5.5).
 *
 * @param name what it is made from
 * @returns the same UUID for the same name
 */
export function uuidOf(name: string): string {
  const namespace = Buffer.from(SERIAL_NAMESPACE.replaceAll("-", ""), "hex");
  const bytes = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

type Normalized = ReturnType<BomJson.Normalize.BomNormalizer["normalize"]>;

/** Stands for the serial number until the rest is written. */
const NO_SERIAL = "urn:uuid:00000000-0000-0000-0000-000000000000";

/** What the library's model has no place for: who made the document (from 1.6), completeness, whole seconds. */
function complete(normalized: Normalized, description: Description, options: DocumentOptions): object {
  const { $schema, bomFormat, specVersion, version, metadata, components, dependencies } = normalized;
  const { owner } = description.project;
  const { timestamp } = options;
  const manufacturer =
    owner === undefined || options.spec === "1.5" ? undefined : { name: owner.name, url: [owner.url] };
  return {
    $schema,
    bomFormat,
    specVersion,
    serialNumber: NO_SERIAL,
    version,
    metadata: { ...metadata, timestamp: timestamp?.toISOString().replace(/\.\d+Z$/, "Z"), manufacturer },
    components,
    dependencies,
    compositions: compositionsOf(description),
  };
}

/**
 * Writes a CycloneDX document. The same description and options give the same bytes, on every machine and in every locale;
 * the serial number is made from the rest of the document.
 *
 * @param description components and their facts
 * @param options see {@link DocumentOptions}
 * @returns JSON text, indented, with a line break at the end
 */
export function renderCycloneDx(description: Description, options: DocumentOptions): string {
  const factory = new BomJson.Normalize.Factory(SPECS[options.spec]);
  // The library sorts with localeCompare; the model is in order already.
  const normalized = factory.makeForBom().normalize(toBom(description, options), { sortLists: false });
  const text = `${JSON.stringify(complete(normalized, description, options), undefined, 2)}\n`;
  return text.replace(NO_SERIAL, `urn:uuid:${uuidOf(text)}`);
}
