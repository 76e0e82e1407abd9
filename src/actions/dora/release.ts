import { basename } from "node:path/posix";
import { z } from "zod";
import { type ArtifactFacts, type LeadTime, leadTimeOf, purlOfFile } from "../../core/dora/index.ts";
import {
  ATTESTATIONS_FILE,
  type AttestationsFile,
  attestationsFileSchema,
  parseSubjects,
  type Subject,
} from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { Git } from "../../ports/git.ts";
import { readJson } from "./read-json.ts";

/** Most commits of one release that are looked at. */
const COMMIT_LIMIT = 5000;

const PROVENANCE = /^https:\/\/slsa\.dev\/provenance\//;

/** As much of a CycloneDX document as its name needs (ECMA-424). */
const bomSchema = z.looseObject({
  serialNumber: z
    .string()
    .regex(/^urn:uuid:[0-9a-f-]{36}$/)
    .optional(),
  version: z.number().int().positive().default(1),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string() }).optional() }).optional(),
});

/** The signature of a Sigstore bundle with a DSSE envelope. */
const bundleSchema = z.looseObject({
  dsseEnvelope: z.looseObject({ signatures: z.array(z.looseObject({ sig: z.base64().min(1) })).min(1) }),
});

/** An SBOM that can be pointed at. */
interface NamedSbom {
  readonly component: string | undefined;
  readonly uri: string;
}

/**
 * @param git the checkout
 * @param cwd absolute folder
 * @param options globs of release tags, and when the release was out (ISO 8601)
 * @returns lead time of the commits since the previous release
 */
export async function measureLeadTime(
  git: Git,
  cwd: string,
  options: { readonly releaseTags: readonly string[]; readonly releasedAt: string },
): Promise<LeadTime> {
  const head = await git.head(cwd);
  const isShallow = head !== undefined && (await git.isShallow(cwd));
  const previousTag =
    head === undefined || isShallow ? undefined : await git.previousTag(cwd, head, options.releaseTags);
  const commits = previousTag === undefined ? [] : await git.log(cwd, `${previousTag}..${head}`, COMMIT_LIMIT + 1);
  const history = { head, isShallow, previousTag, commits: commits.slice(0, COMMIT_LIMIT) };
  return leadTimeOf({ ...history, isCut: commits.length > COMMIT_LIMIT }, options.releasedAt);
}

async function readSubjects(files: Files, file: string): Promise<readonly Subject[]> {
  const text = await files.readText(file);
  if (text === undefined) return [];
  try {
    return parseSubjects(text, basename(file));
  } catch (error) {
    // The build or sign job refused the same file and said so; here it only means that no artifact is known.
    if (error instanceof TurnpikeError) return [];
    throw error;
  }
}

/** An SBOM by its BOM-Link (https://cyclonedx.org/capabilities/bomlink/), else by where the run keeps it. */
async function readSboms(files: Files, folder: string, runUri: string): Promise<readonly NamedSbom[]> {
  const sboms: NamedSbom[] = [];
  for (const entry of await files.list(folder, () => true)) {
    if (entry.kind !== "file" || !entry.path.endsWith(".cdx.json")) continue;
    const bom = await readJson(files, `${folder}/${entry.path}`, bomSchema);
    if (bom.kind !== "read") continue;
    const { serialNumber, version, metadata } = bom.value;
    const link =
      serialNumber === undefined ? undefined : `urn:cdx:${serialNumber.slice("urn:uuid:".length)}/${version}`;
    sboms.push({ component: metadata?.component?.name, uri: link ?? `${runUri}#${encodeURIComponent(entry.path)}` });
  }
  return sboms;
}

function sbomOf(sboms: readonly NamedSbom[], purl: string): string | null {
  if (sboms.length === 1) return sboms[0]?.uri ?? null;
  const name = /^pkg:[^/]+\/([^@?]+)/.exec(purl)?.[1] ?? "";
  return sboms.find(({ component }) => component?.toLowerCase().replaceAll(/[-_.]+/g, "-") === name)?.uri ?? null;
}

async function signatureOf(
  files: Files,
  folder: string,
  statement: AttestationsFile["statements"][number] | undefined,
): Promise<string | null> {
  if (statement === undefined) return null;
  const isPlainName = basename(statement.bundle) === statement.bundle;
  const bundle = isPlainName ? await readJson(files, `${folder}/${statement.bundle}`, bundleSchema) : undefined;
  const sig = bundle?.kind === "read" ? bundle.value.dsseEnvelope.signatures[0]?.sig : undefined;
  return sig ?? `sha256:${statement.bundleDigest}`;
}

/**
 * What a release is made of: the files that the build job listed, with the SBOM and the signature that the sign job left.
 *
 * @param files the workspace
 * @param directory the folder with build/, sbom/ and attestations/
 * @param runUri address of the run, for an SBOM without a serial number
 */
export async function readArtifacts(
  files: Files,
  directory: string,
  runUri: string,
): Promise<readonly ArtifactFacts[]> {
  const subjects = await readSubjects(files, `${directory}/build/subjects.sha256`);
  const folder = `${directory}/attestations`;
  const attestations = await readJson(files, `${folder}/${ATTESTATIONS_FILE}`, attestationsFileSchema);
  const statements = attestations.kind === "read" ? attestations.value.statements : [];
  const sboms = await readSboms(files, `${directory}/sbom`, runUri);
  const artifacts: ArtifactFacts[] = [];
  for (const { name, digest } of subjects) {
    const sha256 = digest["sha256"] ?? "";
    const purl = purlOfFile(basename(name), sha256);
    const about = statements.filter((statement) =>
      statement.subjects.some((subject) => subject.digest["sha256"] === sha256),
    );
    const provenance = about.find((statement) => PROVENANCE.test(statement.predicateType));
    artifacts.push({
      purl,
      sbomUri: sbomOf(sboms, purl),
      signature: await signatureOf(files, folder, provenance),
      predicateTypes: about.map((statement) => statement.predicateType),
    });
  }
  return artifacts;
}
