import * as asn1js from "asn1js";

/** Any ASN.1 value. */
export type Der = asn1js.BaseBlock;

const CONTEXT_SPECIFIC = 3;

/** SEQUENCE. */
export function sequence(...value: Der[]): Der {
  return new asn1js.Sequence({ value });
}

/** SET OF, in the order that DER asks for (X.690, 11.6). */
export function setOf(...value: Der[]): Der {
  const sorted = value.map((item) => ({ item, bytes: encode(item) })).sort((a, b) => Buffer.compare(a.bytes, b.bytes));
  return new asn1js.Set({ value: sorted.map(({ item }) => item) });
}

/** OBJECT IDENTIFIER, in dots. */
export function oid(value: string): Der {
  return new asn1js.ObjectIdentifier({ value });
}

/** INTEGER from a number, or from the big-endian bytes of one that is not negative. */
export function integer(value: number | Uint8Array): Der {
  if (typeof value === "number") return new asn1js.Integer({ value });
  // A leading zero keeps the number positive; leading zeros beyond that are not DER.
  const start = value.findIndex((byte) => byte !== 0);
  const bytes = start < 0 ? Uint8Array.of(0) : value.slice(start);
  return new asn1js.Integer({ valueHex: (bytes[0] ?? 0) > 0x7f ? Buffer.concat([Uint8Array.of(0), bytes]) : bytes });
}

/** OCTET STRING. */
export function octets(valueHex: Uint8Array): Der {
  return new asn1js.OctetString({ valueHex });
}

/** BIT STRING of whole bytes, or with unused bits at the end. */
export function bits(valueHex: Uint8Array, unusedBits = 0): Der {
  return new asn1js.BitString({ valueHex, unusedBits });
}

/** BOOLEAN. */
export function boolean(value: boolean): Der {
  return new asn1js.Boolean({ value });
}

/** NULL. */
export function nothing(): Der {
  return new asn1js.Null();
}

/** UTF8String. */
export function utf8(value: string): Der {
  return new asn1js.Utf8String({ value });
}

/** UTCTime up to 2049, as X.509 asks for (RFC 5280, 4.1.2.5). Whole seconds. */
export function utcTime(valueDate: Date): Der {
  return new asn1js.UTCTime({ valueDate });
}

/** GeneralizedTime of whole seconds: fractions are where readers differ. */
export function generalizedTime(date: Date): Der {
  return new asn1js.GeneralizedTime({ valueDate: new Date(Math.floor(date.getTime() / 1000) * 1000) });
}

/** `[n] EXPLICIT`, or `[n] IMPLICIT` of something constructed. */
export function tagged(tagNumber: number, ...value: Der[]): Der {
  return new asn1js.Constructed({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber }, value });
}

/** `[n] IMPLICIT` of something primitive. */
export function taggedBytes(tagNumber: number, valueHex: Uint8Array): Der {
  return new asn1js.Primitive({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber }, valueHex });
}

/** A value that is encoded already. */
export function encoded(bytes: Uint8Array): Der {
  return asn1js.fromBER(bytes).result;
}

/** @returns the DER bytes of a value */
export function encode(value: Der): Buffer {
  return Buffer.from(value.toBER(false));
}
