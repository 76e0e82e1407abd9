import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path/posix";
import type { InputsOf } from "../../contract/index.ts";
import { type VerdictFile, verdictFileSchema } from "../../core/gates/index.ts";
import {
  parseSubjects,
  readCycloneDx,
  type SigningMaterial,
  SUBJECTS_FILE_LIMIT_BYTES,
  type Subject,
} from "../../core/provenance/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { provenanceContract } from "./contract.ts";

type Inputs = Pick<
  InputsOf<typeof provenanceContract>,
  "subjectsFile" | "subjectsDigest" | "sbom" | "verdictFile" | "verdictDigest"
>;

/** What was read, and how many subjects were there to be hashed again. */
export interface ReadMaterial extends SigningMaterial {
  readonly rehashed: number;
}

function missing(input: string, path: string): TurnpikeError {
  return new TurnpikeError("SIGN_SUBJECTS", "config", `${path} is not there (input \`${input}\`); nothing was signed.`);
}

/** A digest input, without the `sha256:` that some write before it. */
function expectDigest(actual: string, given: string | undefined, input: string): Problem[] {
  const wanted = given?.toLowerCase().replace(/^sha256:/, "");
  if (wanted === undefined || wanted === actual) return [];
  if (!/^[0-9a-f]{64}$/.test(wanted)) return [{ where: input, message: "is not a SHA-256 of 64 hex digits" }];
  return [
    { where: input, message: `is ${wanted}, and the file has ${actual}: it is not the file that the other job made` },
  ];
}

async function readFile(files: Files, path: string, input: string): Promise<Uint8Array> {
  const bytes = await files.readBytes(path);
  if (bytes === undefined) throw missing(input, path);
  return bytes;
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function textOf(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new TurnpikeError("SIGN_SUBJECTS", "config", `${path} is not UTF-8 text; nothing was signed.`);
  }
}

/** Files that came along are hashed again: what a channel carried is not believed because it arrived. */
async function rehash(files: Files, folder: string, subjects: readonly Subject[]): Promise<[number, Problem[]]> {
  const problems: Problem[] = [];
  let count = 0;
  for (const { name, digest } of subjects) {
    const path = join(folder, name);
    if (!(await files.exists(path))) continue;
    const actual = await files.sha256(path);
    count += 1;
    if (actual !== digest["sha256"]) {
      problems.push({ where: path, message: `has SHA-256 ${actual}, and the subjects file says ${digest["sha256"]}` });
    }
  }
  return [count, problems];
}

/**
 * @param files the file system
 * @param paths CycloneDX documents, or folders that hold them
 * @returns the documents, with the names of their files
 * @throws TurnpikeError `SIGN_SUBJECTS` when one is not there, `FILE_SCHEMA` when one is no CycloneDX
 */
export async function readSboms(files: Files, paths: readonly string[]): Promise<SigningMaterial["sboms"]> {
  const sboms: { fileName: string; document: object }[] = [];
  const read = async (path: string): Promise<void> => {
    const text = textOf(await readFile(files, path, "sbom"), path);
    sboms.push({ fileName: basename(path), document: readCycloneDx(text, path) });
  };
  for (const path of paths) {
    if (path.endsWith(".json")) {
      await read(path);
      continue;
    }
    if (!(await files.exists(path))) throw missing("sbom", path);
    for (const entry of await files.list(path)) {
      if (entry.kind === "file" && entry.path.endsWith(".cdx.json")) await read(join(path, entry.path));
    }
  }
  return sboms;
}

function parseVerdict(text: string, path: string): VerdictFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Falls through: the schema refuses undefined.
  }
  const parsed = verdictFileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    where: path,
    message: `${issue.path.map(String).join(".") || "the document"}: ${issue.message}`,
  }));
  throw new TurnpikeError("FILE_SCHEMA", "config", `${path} is not a verdict; nothing was signed.`, { problems });
}

/**
 * @param files the file system
 * @param path verdict.json
 * @returns its name and digest, and what it says
 * @throws TurnpikeError `SIGN_SUBJECTS` when it is not there, `FILE_SCHEMA` when it is none
 */
export async function readVerdict(files: Files, path: string): Promise<NonNullable<SigningMaterial["verdict"]>> {
  const bytes = await readFile(files, path, "verdict-file");
  const content = parseVerdict(textOf(bytes, path), path);
  return { file: { name: basename(path), digest: { sha256: digestOf(bytes) } }, content };
}

/**
 * Reads everything that is to be attested, and checks it against the digests that came by another way.
 *
 * @param inputs the action's inputs
 * @param files the file system
 * @returns subjects, SBOMs and verdict
 * @throws TurnpikeError `SIGN_SUBJECTS` with every digest that does not match; `FILE_SCHEMA` for an SBOM or verdict that is none
 */
export async function readMaterial(inputs: Inputs, files: Files): Promise<ReadMaterial> {
  const { subjectsFile, verdictFile } = inputs;
  const size = (await files.size(subjectsFile)) ?? 0;
  if (size > SUBJECTS_FILE_LIMIT_BYTES) {
    const message = `${subjectsFile} has ${size} bytes; at most ${SUBJECTS_FILE_LIMIT_BYTES} are read. Nothing was signed.`;
    throw new TurnpikeError("SIGN_SUBJECTS", "config", message);
  }
  const bytes = await readFile(files, subjectsFile, "subjects-file");
  const problems = expectDigest(digestOf(bytes), inputs.subjectsDigest, "subjects-digest");
  const subjects = parseSubjects(textOf(bytes, subjectsFile), subjectsFile);
  const [rehashed, changed] = await rehash(files, dirname(subjectsFile), subjects);
  problems.push(...changed);
  const verdict = verdictFile === undefined ? undefined : await readVerdict(files, verdictFile);
  if (verdict !== undefined) {
    problems.push(...expectDigest(verdict.file.digest["sha256"] ?? "", inputs.verdictDigest, "verdict-digest"));
  }
  if (problems.length > 0) {
    const message = "What was handed over is not what was made; nothing was signed.";
    throw new TurnpikeError("SIGN_SUBJECTS", "config", message, { problems });
  }
  return { subjects, sboms: await readSboms(files, inputs.sbom), verdict, rehashed };
}
