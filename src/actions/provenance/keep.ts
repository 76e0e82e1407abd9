import { createHash } from "node:crypto";
import { join } from "node:path/posix";
import {
  ATTESTATIONS_FILE,
  type Attestation,
  type AttestationsFile,
  attestationsFileSchema,
  TRUSTED_ROOT_FILE,
  toAttestationsFile,
} from "../../core/provenance/index.ts";
import { unreachable } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { GitHub, StoreResult } from "../../ports/github.ts";
import { type Attested, type AttestedBundle, filesOf } from "./attest.ts";

/** Removes what an earlier run left, so that bundles of two runs are never mixed; files that are not listed stay. */
async function removeEarlier(files: Files, folder: string): Promise<void> {
  const path = join(folder, ATTESTATIONS_FILE);
  const text = await files.readText(path);
  if (text === undefined) return;
  let earlier: AttestationsFile;
  try {
    earlier = attestationsFileSchema.parse(JSON.parse(text));
  } catch {
    // Not ours, or damaged: nothing is known that could be removed.
    return;
  }
  await files.remove(path);
  const names = [...earlier.statements.map(({ bundle }) => bundle), earlier.policy, TRUSTED_ROOT_FILE];
  for (const name of names) if (!/[/\\]/.test(name)) await files.remove(join(folder, name));
}

/**
 * Writes all files, or none: what was written before a failure is taken back.
 *
 * @param files the file system
 * @param folder the output folder; what an earlier run left in it is replaced
 * @param contents names and texts
 */
async function writeAll(
  files: Files,
  folder: string,
  contents: readonly (readonly [name: string, text: string])[],
): Promise<void> {
  await removeEarlier(files, folder);
  const written: string[] = [];
  try {
    for (const [name, text] of contents) {
      await files.write(join(folder, name), text);
      written.push(name);
    }
  } catch (error) {
    for (const name of written) await files.remove(join(folder, name)).catch(() => undefined);
    throw error;
  }
}

function toStore(result: StoreResult): Attestation["store"] {
  switch (result.kind) {
    case "stored":
      return { outcome: "stored", url: result.url, reason: null };
    case "not-permitted":
    case "unavailable":
      return { outcome: result.kind, url: null, reason: result.reason };
    default:
      return unreachable(result);
  }
}

/**
 * Puts bundles into GitHub's attestation store. The first one that is not taken ends it: the others would not be either.
 *
 * @param bundles verified bundles
 * @param github the API
 * @param wanted false when the user does not want them stored
 * @returns one result a bundle, in order
 */
async function storeAll(
  bundles: readonly AttestedBundle[],
  github: GitHub,
  wanted: boolean,
): Promise<readonly Attestation["store"][]> {
  const off: Attestation["store"] = { outcome: "off", url: null, reason: "switched off by `store: false`" };
  if (!wanted) return bundles.map(() => off);
  const results: Attestation["store"][] = [];
  for (const { value } of bundles) {
    const last = results.at(-1);
    results.push(
      last !== undefined && last.outcome !== "stored" ? last : toStore(await github.storeAttestation(value)),
    );
  }
  return results;
}

/** What keeping touches. */
export interface KeepPorts {
  readonly files: Files;
  readonly github: GitHub;
}

/**
 * Writes bundles, policy and trusted root, whole or not at all, puts the bundles into the attestation store where that is
 * wanted, and writes attestations.json last.
 *
 * @param attested what was signed and verified
 * @param options output folder, names of the artifacts, and whether to use the store
 * @param ports see {@link KeepPorts}
 * @returns the content of attestations.json
 */
export async function keep(
  attested: Attested,
  options: { readonly output: string; readonly artifacts: readonly string[]; readonly store: boolean },
  { files, github }: KeepPorts,
): Promise<AttestationsFile> {
  await writeAll(files, options.output, filesOf(attested));
  const stored = await storeAll(attested.bundles, github, options.store);
  const file = toAttestationsFile(
    attested.bundles.map(({ report, text }, index) => ({
      report,
      digest: createHash("sha256").update(text).digest("hex"),
      store: stored[index] ?? { outcome: "off", url: null, reason: null },
    })),
    attested.instance,
    options.artifacts,
  );
  // Last: where this file is, the others are complete.
  await files.write(join(options.output, ATTESTATIONS_FILE), `${JSON.stringify(file, null, 2)}\n`);
  return file;
}
