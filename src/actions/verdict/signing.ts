import { shellWord } from "../../contract/index.ts";
import { JOBS, type Needs } from "../../core/gates/index.ts";
import type { AttestationsFile } from "../../core/provenance/attestations-file.ts";
import type { SigningFacts } from "../../core/summary/index.ts";
import type { RunContext } from "../../ports/run-context.ts";
import type { Parts } from "./parts.ts";

/** Where `turnpike run` unpacks artifacts, below the repository. */
const LOCAL_ARTIFACTS = ".turnpike/run/artifacts/";

/** The artifacts of the workflow, by their names in pipeline.yml. */
const BUILD_ARTIFACT = "turnpike-build";
const ATTESTATIONS_ARTIFACT = "turnpike-attestations";

/** What is known of a run beside its verdict. */
export interface ReleaseFacts {
  readonly parts: Parts;
  readonly needs: Needs | undefined;
  readonly isRelease: boolean;
  readonly context: RunContext;
  /** False for a run on a person's own machine, whose artifacts are in the repository's folder and whose links lead nowhere. */
  readonly isOnGitHub: boolean;
}

/** Most artifacts that the command names. */
const NAMED_ARTIFACTS = 3;

/** Artifacts first; a statement may be about the commit, which is no file. */
function subjectsOf({ parts }: ReleaseFacts): readonly string[] {
  const all = parts.attestations?.statements.flatMap((statement) => statement.subjects.map(({ name }) => name)) ?? [];
  const names = [...new Set(all)];
  const built = names.filter((name) => parts.built.includes(name));
  return built.length > 0 ? built : names;
}

/**
 * @param facts what is known
 * @returns lines for a shell: fetch the run's artifacts into folders of their names, verify what was built
 */
function verifyCommands(facts: ReleaseFacts): readonly string[] {
  const { attestations, built } = facts.parts;
  const artifacts = subjectsOf(facts).filter((name) => built.includes(name));
  if (attestations === null || artifacts.length === 0) return [];
  const at = facts.isOnGitHub ? "" : LOCAL_ARTIFACTS;
  const folder = `${at}${ATTESTATIONS_ARTIFACT}/attestations`;
  const root = attestations.trustedRoot;
  const verify = [
    ...["turnpike", "verify"],
    ...artifacts.slice(0, NAMED_ARTIFACTS).map((name) => shellWord(`${at}${BUILD_ARTIFACT}/${name}`)),
    ...["--bundle", folder, "--policy", shellWord(`${folder}/${attestations.policy}`)],
    ...(root === null ? [] : ["--trusted-root", shellWord(`${folder}/${root}`)]),
  ];
  const { runId, repository } = facts.context;
  const fetch = facts.isOnGitHub ? [`gh run download ${shellWord(runId)} --repo ${shellWord(repository)}`] : [];
  return [...fetch, verify.join(" ")];
}

/**
 * @param facts what is known
 * @returns what the page says of signatures; null when nothing was signed
 */
export function signingOf(facts: ReleaseFacts): SigningFacts | null {
  const statements = facts.parts.attestations?.statements ?? [];
  if (statements.length === 0) return null;
  return {
    statements: statements.map((statement) => statement.title),
    subjects: subjectsOf(facts),
    isVerified: facts.needs?.[JOBS.sign]?.result === "success" && statements.every((statement) => statement.verified),
    storedAt: statements.flatMap(({ store }) => (store.url === null || !facts.isOnGitHub ? [] : [store.url])),
    verifyCommands: verifyCommands(facts),
  };
}

/** Why statements are not in the repository's attestation store; undefined when all are. */
function notStored(attestations: AttestationsFile): string | undefined {
  const missing = attestations.statements.find(({ store }) => store.outcome !== "stored");
  if (missing === undefined) return undefined;
  const what = "The attestations are files of this run alone, not in the repository's attestation store";
  const why = missing.store.outcome === "off" ? "it was switched off" : missing.store.reason;
  return why === null ? what : `${what}: ${why.replace(/\.$/, "")}`;
}

/**
 * @param facts what is known
 * @returns what a run of this kind could have done and did not, one sentence each without a full stop
 */
export function notDoneOf(facts: ReleaseFacts): readonly string[] {
  const { parts, needs, isRelease } = facts;
  const notes = [...parts.unreadable];
  const { check } = parts;
  if (check.kind === "read" && check.verdict.verdict !== "cancelled" && parts.sboms.length === 0) {
    notes.push("No SBOM was made: no lock file was found");
  }
  if (isRelease && needs !== undefined && needs[JOBS.sign] === undefined) {
    notes.push("Nothing was built or signed: this workflow only checks; `pipeline.yml` does both");
  }
  const store = parts.attestations === null ? undefined : notStored(parts.attestations);
  if (store !== undefined) notes.push(store);
  return notes;
}
