import { createHash, createPublicKey, type KeyObject, sign } from "node:crypto";
import {
  bits,
  boolean,
  type Der,
  encode,
  encoded,
  integer,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
  taggedBytes,
  utcTime,
  utf8,
} from "./der.ts";

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
const COMMON_NAME = "2.5.4.3";
const ORGANIZATION = "2.5.4.10";

/** Whose certificate it is. */
export interface Name {
  readonly organization: string;
  readonly commonName: string;
}

/** What a certificate says. */
export interface CertificateTemplate {
  /** Big-endian bytes. */
  readonly serial: Uint8Array;
  readonly issuer: Name;
  /** Undefined for an empty subject, as Fulcio's leaves have. */
  readonly subject: Name | undefined;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Der[];
}

/** An X.509 extension (RFC 5280, 4.1). */
export function extension(id: string, value: Uint8Array, critical = false): Der {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));
}

/** `ecdsa-with-SHA256` (RFC 5758, 3.2). */
export function ecdsaWithSha256(): Der {
  return sequence(oid(ECDSA_WITH_SHA256));
}

/** @returns the distinguished name */
export function distinguishedName(name: Name | undefined): Der {
  if (name === undefined) return sequence();
  return sequence(
    setOf(sequence(oid(ORGANIZATION), utf8(name.organization))),
    setOf(sequence(oid(COMMON_NAME), utf8(name.commonName))),
  );
}

/** @returns SubjectPublicKeyInfo in DER */
export function spkiOf(key: KeyObject): Buffer {
  return (key.type === "private" ? createPublicKey(key) : key).export({ format: "der", type: "spki" });
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash("sha1").update(spkiOf(key)).digest();
}

/** Subject and authority key identifiers (RFC 5280, 4.2.1.1 and 4.2.1.2). */
export function keyIdentifiers(subject: KeyObject, issuer: KeyObject): readonly Der[] {
  return [
    extension("2.5.29.14", encode(octets(keyIdentifier(subject)))),
    extension("2.5.29.35", encode(sequence(taggedBytes(0, keyIdentifier(issuer))))),
  ];
}

/** The key usages that are needed here (RFC 5280, 4.2.1.3). */
export function keyUsage(usage: "digitalSignature" | "certSign"): Der {
  const value = usage === "digitalSignature" ? bits(Uint8Array.of(0x80), 7) : bits(Uint8Array.of(0x06), 1);
  return extension("2.5.29.15", encode(value), true);
}

/** Extended key usage, by OID (RFC 5280, 4.2.1.12). */
export function extendedKeyUsage(usage: string, critical: boolean): Der {
  return extension("2.5.29.37", encode(sequence(oid(usage))), critical);
}

/** Marks a certification authority (RFC 5280, 4.2.1.9). */
export function basicConstraints(pathLength: number): Der {
  return extension("2.5.29.19", encode(sequence(boolean(true), integer(pathLength))), true);
}

/** @returns the part of a certificate that is signed (RFC 5280, 4.1.2), in DER */
export function toBeSigned(template: CertificateTemplate): Buffer {
  return encode(
    sequence(
      tagged(0, integer(2)),
      integer(template.serial),
      ecdsaWithSha256(),
      distinguishedName(template.issuer),
      sequence(utcTime(template.notBefore), utcTime(template.notAfter)),
      distinguishedName(template.subject),
      encoded(spkiOf(template.publicKey)),
      tagged(3, sequence(...template.extensions)),
    ),
  );
}

/**
 * @param template what the certificate says
 * @param issuerKey P-256 private key of the issuer
 * @returns the certificate in DER
 */
export function issueCertificate(template: CertificateTemplate, issuerKey: KeyObject): Buffer {
  const tbs = toBeSigned(template);
  return encode(sequence(encoded(tbs), ecdsaWithSha256(), bits(sign("sha256", tbs, issuerKey))));
}

/**
 * @param der bytes
 * @param label `CERTIFICATE`
 * @returns PEM text, lines of 64
 */
export function toPem(der: Uint8Array, label: string): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}
