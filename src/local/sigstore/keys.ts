import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { TurnpikeError } from "../../errors.ts";
import {
  basicConstraints,
  extendedKeyUsage,
  issueCertificate,
  keyIdentifiers,
  keyUsage,
  type Name,
} from "./certificate.ts";

/** A key with its certificates. */
export interface Authority {
  /** P-256. */
  readonly key: KeyObject;
  /** DER, the key's own certificate first, the root last. */
  readonly chain: readonly Buffer[];
  readonly name: Name;
  /** Who signed the key's own certificate. */
  readonly issuerName: Name;
}

/** Everything secret of the embedded services. */
export interface LocalKeys {
  readonly ca: Authority;
  readonly tsa: Authority;
  /** P-256. */
  readonly ctLog: KeyObject;
  /** P-256. */
  readonly rekorV1: KeyObject;
  /** Ed25519. */
  readonly rekorV2: KeyObject;
}

/** Certificates that live as long as the folder: fixed times, so that the trusted root is the same in every run. */
export const VALID_FROM = new Date("2020-01-01T00:00:00Z");
const VALID_TO = new Date("2049-12-31T23:59:59Z");

const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const ORGANIZATION = "turnpike.localhost";
const CA_NAME: Name = { organization: ORGANIZATION, commonName: "local Fulcio" };
const TSA_NAME: Name = { organization: ORGANIZATION, commonName: "local timestamp authority" };

const authoritySchema = z.object({ key: z.string(), chain: z.array(z.base64()).length(2) });
const keysFileSchema = z.object({
  schema: z.literal("turnpike/local-sigstore/1"),
  ca: authoritySchema,
  tsa: authoritySchema,
  ctLog: z.string(),
  rekorV1: z.string(),
  rekorV2: z.string(),
});
type KeysFile = z.infer<typeof keysFileSchema>;

function newKey(): KeyObject {
  return generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
}

function toPkcs8(key: KeyObject): string {
  return key.export({ format: "pem", type: "pkcs8" }).toString();
}

function rootOf(name: Name): Name {
  return { ...name, commonName: `${name.commonName} root` };
}

/** A root that signs one further certificate and is then forgotten: what it vouches for cannot grow. */
function makeAuthority(name: Name, usage: "ca" | "tsa"): KeysFile["ca"] {
  const [rootKey, key] = [newKey(), newKey()];
  const rootName = rootOf(name);
  const period = { notBefore: VALID_FROM, notAfter: VALID_TO };
  const root = issueCertificate(
    {
      ...period,
      serial: randomBytes(16),
      issuer: rootName,
      subject: rootName,
      publicKey: rootKey,
      extensions: [keyUsage("certSign"), basicConstraints(1), ...keyIdentifiers(rootKey, rootKey)],
    },
    rootKey,
  );
  const purpose =
    usage === "ca"
      ? [keyUsage("certSign"), extendedKeyUsage(CODE_SIGNING, false), basicConstraints(0)]
      : [keyUsage("digitalSignature"), extendedKeyUsage(TIME_STAMPING, true)];
  const certificate = issueCertificate(
    {
      ...period,
      serial: randomBytes(16),
      issuer: rootName,
      subject: name,
      publicKey: key,
      extensions: [...purpose, ...keyIdentifiers(key, rootKey)],
    },
    rootKey,
  );
  return { key: toPkcs8(key), chain: [certificate.toString("base64"), root.toString("base64")] };
}

function makeKeysFile(): KeysFile {
  return {
    schema: "turnpike/local-sigstore/1",
    ca: makeAuthority(CA_NAME, "ca"),
    tsa: makeAuthority(TSA_NAME, "tsa"),
    ctLog: toPkcs8(newKey()),
    rekorV1: toPkcs8(newKey()),
    rekorV2: toPkcs8(generateKeyPairSync("ed25519").privateKey),
  };
}

function toLocalKeys(text: string, file: string): LocalKeys {
  try {
    const parsed = keysFileSchema.parse(JSON.parse(text));
    const authority = (stored: KeysFile["ca"], name: Name): Authority => ({
      key: createPrivateKey(stored.key),
      chain: stored.chain.map((certificate) => Buffer.from(certificate, "base64")),
      name,
      issuerName: rootOf(name),
    });
    return {
      ca: authority(parsed.ca, CA_NAME),
      tsa: authority(parsed.tsa, TSA_NAME),
      ctLog: createPrivateKey(parsed.ctLog),
      rekorV1: createPrivateKey(parsed.rekorV1),
      rekorV2: createPrivateKey(parsed.rekorV2),
    };
  } catch {
    // The cause is left out: it could quote the file, which holds private keys.
    throw new TurnpikeError("FILE_SCHEMA", "user", `${file} does not hold the keys of the local signing services.`, {
      hint: `rm '${file}'   # new keys are made; bundles that were signed with the old ones verify no longer`,
    });
  }
}

/**
 * The keys of a folder; made at first use, kept from then on. Two runs that start at once agree on one set.
 *
 * @param folder absolute
 * @returns private keys and certificates
 * @throws TurnpikeError `FILE_SCHEMA` when the file is there but is not ours, `FILE_UNWRITABLE` when it cannot be made
 */
export async function loadKeys(folder: string): Promise<LocalKeys> {
  const file = join(folder, "keys.json");
  const existing = await readFile(file, "utf8").catch(() => undefined);
  if (existing !== undefined) return toLocalKeys(existing, file);
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, JSON.stringify(makeKeysFile()), { mode: 0o600 });
    // A link fails where the name is taken, a rename would replace what another run has just made.
    await link(temporary, file).catch(() => undefined);
    return toLocalKeys(await readFile(file, "utf8"), file);
  } catch (error) {
    if (error instanceof TurnpikeError) throw error;
    throw new TurnpikeError("FILE_UNWRITABLE", "user", `${file} could not be written.`, { cause: error });
  } finally {
    await rm(temporary, { force: true });
  }
}
