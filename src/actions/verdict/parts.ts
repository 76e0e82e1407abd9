import { basename } from "node:path/posix";
import type { ZodType } from "zod";
import {
  type DetailsFile,
  detailsFileSchema,
  parseRuns,
  type RunRecord,
  type SetupFile,
  setupFileSchema,
  verdictFileSchema,
} from "../../core/gates/index.ts";
import {
  ATTESTATIONS_FILE,
  type AttestationsFile,
  attestationsFileSchema,
} from "../../core/provenance/attestations-file.ts";
import { type CheckResult, type SbomFacts, sbomFacts } from "../../core/summary/index.ts";
import type { Files } from "../../ports/files.ts";

/** What the other jobs left. */
export interface Parts {
  readonly check: CheckResult;
  readonly details: DetailsFile | null;
  readonly setup: SetupFile | null;
  readonly sboms: readonly SbomFacts[];
  /** Null when nothing was signed, or nothing was handed on. */
  readonly attestations: AttestationsFile | null;
  /** File names of what was built. */
  readonly built: readonly string[];
  /** Earlier runs, the newest last. */
  readonly past: readonly RunRecord[];
  /** Files that are there and could not be read; one sentence each. */
  readonly unreadable: readonly string[];
}

/** Largest file that is read: an SBOM of tens of thousands of components is well below. */
const LARGEST_BYTES = 64 * 1024 * 1024;

async function readLimited(files: Files, path: string): Promise<string | undefined> {
  const size = await files.size(path);
  return size === undefined || size > LARGEST_BYTES ? undefined : await files.readText(path);
}

function parseFile<T>(schema: ZodType<T>, text: string): T | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "it is not JSON";
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join(".") || "the document"} is not right (${issue?.message ?? "unknown"})`;
}

async function readPart<T>(
  files: Files,
  path: string,
  schema: ZodType<T>,
): Promise<{ readonly value: T | null; readonly problem: string | null }> {
  const text = await readLimited(files, path);
  if (text === undefined) {
    const exists = await files.exists(path);
    return { value: null, problem: exists ? `${basename(path)} is too large to be read` : null };
  }
  const parsed = parseFile(schema, text);
  if (typeof parsed === "string") return { value: null, problem: `${basename(path)} could not be read: ${parsed}` };
  return { value: parsed, problem: null };
}

async function readCheck(files: Files, path: string, digest: string | undefined): Promise<CheckResult> {
  if (!(await files.exists(path))) return { kind: "absent" };
  if (digest !== undefined && (await files.sha256(path)) !== digest.toLowerCase()) {
    return { kind: "refused", why: "handed on a verdict.json that is not the one it wrote: the SHA-256 differs" };
  }
  const { value, problem } = await readPart(files, path, verdictFileSchema);
  if (value === null) return { kind: "refused", why: `left a verdict that cannot be believed: ${problem ?? "empty"}` };
  return { kind: "read", verdict: value, details: null };
}

async function filesOf(files: Files, folder: string): Promise<readonly string[]> {
  const entries = await files.list(folder, () => true);
  return entries.filter((entry) => entry.kind === "file").map((entry) => entry.path);
}

/** The SBOM that was signed, else the one that the check job made for people. */
async function readSboms(files: Files, directory: string): Promise<readonly SbomFacts[]> {
  for (const folder of [`${directory}/sbom`, `${directory}/check/sbom`]) {
    const names = (await filesOf(files, folder)).filter((name) => name.endsWith(".cdx.json"));
    const facts: SbomFacts[] = [];
    for (const name of names) {
      const text = await readLimited(files, `${folder}/${name}`);
      const fact = text === undefined ? undefined : sbomFacts(name, text);
      if (fact !== undefined) facts.push(fact);
    }
    if (facts.length > 0) return facts;
  }
  return [];
}

/**
 * Reads what the other jobs left. A missing or broken file is a result: only the verdict decides anything.
 *
 * @param files relative paths are below the workspace
 * @param directory the folder with check/, build/, sbom/ and attestations/
 * @param digest SHA-256 that verdict.json must have; undefined when nobody told
 * @returns all that could be read
 */
export async function readParts(files: Files, directory: string, digest: string | undefined): Promise<Parts> {
  const check = await readCheck(files, `${directory}/check/verdict.json`, digest);
  const details = await readPart(files, `${directory}/check/details.json`, detailsFileSchema);
  const setup = await readPart(files, `${directory}/check/setup.json`, setupFileSchema);
  const attestations = await readPart(files, `${directory}/attestations/${ATTESTATIONS_FILE}`, attestationsFileSchema);
  return {
    check: check.kind === "read" ? { ...check, details: details.value } : check,
    details: details.value,
    setup: setup.value,
    sboms: await readSboms(files, directory),
    attestations: attestations.value,
    built: await filesOf(files, `${directory}/build`),
    past: parseRuns(await readLimited(files, `${directory}/check/history/runs.ndjson`).catch(() => undefined)),
    unreadable: [details.problem, setup.problem, attestations.problem].filter((problem) => problem !== null),
  };
}
