import type { Needs } from "../../core/gates/index.ts";
import type { SigningFacts } from "../../core/summary/index.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { Parts } from "./parts.ts";

/** The job that signs, and the artifacts of the workflow, by their names in pipeline.yml. */
const SIGN_JOB = "sign";
const BUILD_ARTIFACT = "turnpike-build";
const ATTESTATIONS_ARTIFACT = "turnpike-attestations";

/** What is known of a run beside its verdict. */
export interface ReleaseFacts {
  readonly parts: Parts;
  readonly needs: Needs | undefined;
  readonly isRelease: boolean;
  readonly context: RunContext;
}

/** For a POSIX shell: what needs no quotes gets none. */
function word(text: string): string {
  return /^[\w./@:+=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * @param facts what is known
 * @returns the command that verifies the first artifact where all artifacts of the run are unpacked into folders of their
 * names; null when there is nothing to verify
 */
function verifyCommand({ parts }: ReleaseFacts): string | null {
  const subjects = new Set(parts.statements.flatMap((statement) => statement.subjects));
  const artifact = parts.built.find((name) => subjects.has(name));
  if (artifact === undefined || !parts.attestationFiles.includes("policy.yml")) return null;
  const folder = `${ATTESTATIONS_ARTIFACT}/attestations`;
  const bundles = parts.attestationFiles.filter((name) => name.endsWith(".sigstore.json"));
  return [
    ...["turnpike", "verify", word(`${BUILD_ARTIFACT}/${artifact}`)],
    ...bundles.flatMap((name) => ["--bundle", word(`${folder}/${name}`)]),
    ...["--policy", `${folder}/policy.yml`],
    ...(parts.attestationFiles.includes("trusted-root.json") ? ["--trusted-root", `${folder}/trusted-root.json`] : []),
  ].join(" ");
}

function storedAt(needs: Needs | undefined): readonly string[] {
  const urls = needs?.[SIGN_JOB]?.outputs["attestation-urls"] ?? "";
  return urls.split("\n").filter((url) => url !== "");
}

/**
 * @param facts what is known
 * @returns what the page says of signatures; null when nothing was signed
 */
export function signingOf(facts: ReleaseFacts): SigningFacts | null {
  const { parts, needs } = facts;
  if (parts.statements.length === 0) return null;
  return {
    statements: parts.statements.map((statement) => statement.kind),
    subjects: [...new Set(parts.statements.flatMap((statement) => statement.subjects))],
    // The signing job verifies what it signed, and fails when that fails.
    isVerified: needs?.[SIGN_JOB]?.result === "success",
    storedAt: storedAt(needs),
    verifyCommand: verifyCommand(facts),
  };
}

/**
 * @param facts what is known
 * @returns what a run of this kind could have done and did not, one sentence each without a full stop
 */
export function notDoneOf(facts: ReleaseFacts): readonly string[] {
  const { parts, needs, isRelease } = facts;
  const notes = [...parts.unreadable];
  if (parts.check.kind === "read" && parts.sboms.length === 0) notes.push("No SBOM was made: no lock file was found");
  if (isRelease && needs !== undefined && needs[SIGN_JOB] === undefined) {
    notes.push("Nothing was built or signed: this workflow only checks; `pipeline.yml` does both");
  }
  if (parts.statements.length > 0 && storedAt(needs).length === 0) {
    notes.push(
      "The attestations are files of this run alone: they were not put into the repository's attestation store",
    );
  }
  return notes;
}
