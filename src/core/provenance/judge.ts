import type { CertificateIdentity } from "./certificate.ts";
import { type Evidence, type LogEvidence, signedAt } from "./evidence.ts";
import { judgeCertificate, judgeWitnesses } from "./judge-certificate.ts";
import { judgePredicate, type ReadStatement } from "./judge-predicate.ts";
import type { Policy } from "./policy.ts";
import { PREDICATE_TYPES, titleOfPredicate } from "./predicates.ts";
import { PAYLOAD_TYPE, statementSchema } from "./statement.ts";
import type { Subject } from "./subjects.ts";

/** A file to verify. */
export interface Artifact {
  /** As it was given: a path or a name. Foreign data. */
  readonly name: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A bundle, and what came of its cryptography. */
export type JudgedBundle =
  /** `payload` is what the bundle claims to sign, unproved; undefined when not even that could be read. */
  | {
      readonly kind: "refused";
      readonly bundle: string;
      readonly reasons: readonly string[];
      readonly payload: string | undefined;
    }
  | { readonly kind: "verified"; readonly bundle: string; readonly evidence: Evidence };

/** What became of one bundle. `unrelated`: it speaks of none of the artifacts, so it was not asked. */
export interface StatementReport {
  /** File name of the bundle, as given. */
  readonly bundle: string;
  readonly outcome: "accepted" | "refused" | "unrelated";
  /** Every reason, as sentences; empty unless refused. */
  readonly reasons: readonly string[];
  /** Undefined when the statement could not be read. */
  readonly predicateType: string | undefined;
  readonly title: string;
  readonly subjects: readonly Subject[];
  /** Undefined unless the bundle's cryptography holds. */
  readonly certificate: CertificateIdentity | undefined;
  readonly log: readonly LogEvidence[];
  readonly signedAt: Date | undefined;
}

/** What became of one artifact. */
export interface ArtifactReport extends Artifact {
  readonly verified: boolean;
  /** Every reason, as sentences; empty when verified. */
  readonly reasons: readonly string[];
}

/** The result of a verification. */
export interface VerificationReport {
  /** True when every artifact has every statement that the policy asks for, and nothing that was given is refused. */
  readonly verified: boolean;
  readonly artifacts: readonly ArtifactReport[];
  readonly statements: readonly StatementReport[];
}

function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) ?? name;
}

function readStatement(payload: string | undefined): ReadStatement | undefined {
  try {
    const parsed = statementSchema.safeParse(JSON.parse(payload ?? ""));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function sameName(subject: Subject, artifact: Artifact): boolean {
  return baseName(subject.name) === baseName(artifact.name);
}

function sameDigest(subject: Subject, artifact: Artifact): boolean {
  return subject.digest["sha256"] === artifact.sha256;
}

function commitOf(subject: Subject): string | undefined {
  return subject.digest["gitCommit"];
}

/** Names that stand for two files, which no reader could tell apart. */
function ambiguousNames(subjects: readonly Subject[]): string[] {
  const digests = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { name, digest } of subjects) {
    const text = JSON.stringify(Object.entries(digest).sort());
    if ((digests.get(name) ?? text) !== text) ambiguous.add(name);
    digests.set(name, text);
  }
  return [...ambiguous].map((name) => `It names ${name} twice, with different digests.`);
}

function judgeStatement(evidence: Evidence, policy: Policy): { statement?: ReadStatement; reasons: readonly string[] } {
  const { certificate } = evidence;
  const reasons = [...judgeCertificate(certificate, policy), ...judgeWitnesses(evidence, policy)];
  if (evidence.payloadType !== PAYLOAD_TYPE) {
    return { reasons: [...reasons, `It signs "${evidence.payloadType}", and an in-toto statement is needed.`] };
  }
  const statement = readStatement(evidence.payload);
  if (statement === undefined)
    return { reasons: [...reasons, "What it signs is not an in-toto statement of version 1."] };
  return {
    statement,
    reasons: [...reasons, ...ambiguousNames(statement.subject), ...judgePredicate(statement, certificate, policy)],
  };
}

function toReport(judged: JudgedBundle, policy: Policy): StatementReport {
  const isVerified = judged.kind === "verified";
  const outcome = isVerified ? judgeStatement(judged.evidence, policy) : { reasons: judged.reasons };
  const statement = isVerified ? readStatement(judged.evidence.payload) : readStatement(judged.payload);
  return {
    bundle: judged.bundle,
    outcome: outcome.reasons.length === 0 ? "accepted" : "refused",
    reasons: outcome.reasons,
    predicateType: statement?.predicateType,
    title: statement === undefined ? "unreadable" : titleOfPredicate(statement.predicateType),
    subjects: statement?.subject ?? [],
    certificate: isVerified ? judged.evidence.certificate : undefined,
    log: isVerified ? judged.evidence.log : [],
    signedAt: isVerified ? signedAt(judged.evidence) : undefined,
  };
}

/** Whether a statement has anything to do with the artifacts; one that cannot be read has, as nobody can say. */
function isRelated(report: StatementReport, artifacts: readonly Artifact[], commits: ReadonlySet<string>): boolean {
  if (report.subjects.length === 0) return true;
  return report.subjects.some((subject) => {
    const commit = commitOf(subject);
    if (commit !== undefined && commits.has(commit)) return true;
    return artifacts.some((artifact) => sameDigest(subject, artifact) || sameName(subject, artifact));
  });
}

/** Commits that statements about the artifacts come from, or claim to. */
function commitsAbout(reports: readonly StatementReport[], artifacts: readonly Artifact[]): ReadonlySet<string> {
  const about = reports.filter((report) => isRelated(report, artifacts, new Set()));
  const commits = about.map((report) => report.certificate?.extensions.sourceRepositoryDigest);
  return new Set(commits.filter((commit) => commit !== undefined));
}

/** A statement that is good in itself, but of another file of that name, proves that the artifact was changed. */
function changedReasons(artifact: Artifact, reports: readonly StatementReport[]): string[] {
  const said = new Map<string, string>();
  for (const report of reports) {
    if (report.outcome !== "accepted" || report.subjects.some((subject) => sameDigest(subject, artifact))) continue;
    for (const subject of report.subjects) {
      const digest = subject.digest["sha256"];
      if (digest !== undefined && sameName(subject, artifact) && !said.has(digest)) said.set(digest, report.title);
    }
  }
  return [...said].map(
    ([digest, title]) =>
      `This is not the file that was signed: it has SHA-256 ${artifact.sha256}, and the ${title} says ${digest}.`,
  );
}

function covers(report: StatementReport, artifact: Artifact, commit: string): boolean {
  if (report.certificate?.extensions.sourceRepositoryDigest !== commit) return false;
  if (report.predicateType === PREDICATE_TYPES.testResult) {
    return report.subjects.some((subject) => commitOf(subject) === commit);
  }
  return report.subjects.some((subject) => sameDigest(subject, artifact));
}

function judgeArtifact(artifact: Artifact, reports: readonly StatementReport[], policy: Policy): ArtifactReport {
  const accepted = reports.filter(({ outcome }) => outcome === "accepted");
  const commits = new Set(accepted.map(({ certificate }) => certificate?.extensions.sourceRepositoryDigest ?? ""));
  const missingBy = [...(commits.size === 0 ? [""] : commits)].map((commit) =>
    policy.predicates.filter(
      (type) => !accepted.some((report) => report.predicateType === type && covers(report, artifact, commit)),
    ),
  );
  const best = missingBy.sort((a, b) => a.length - b.length)[0] ?? [];
  if (best.length === 0) return { ...artifact, verified: true, reasons: [] };
  const changed = changedReasons(artifact, reports);
  if (changed.length > 0) return { ...artifact, verified: false, reasons: changed };
  const suffix = commits.size > 1 && missingBy.some((missing) => missing.length < policy.predicates.length);
  const among = suffix ? " from the same commit as the others" : "";
  const reasons = best.map((type) => `No accepted ${titleOfPredicate(type)} speaks of this file${among}.`);
  return { ...artifact, verified: false, reasons };
}

/**
 * Judges artifacts by bundles and a policy. Pure: the cryptography was done before, all else is decided here.
 *
 * @param bundles what came of each bundle's cryptography
 * @param policy who must have signed what
 * @param artifacts the files, at least one
 * @returns every artifact and every bundle, with all reasons at once
 */
export function judgeEvidence(
  bundles: readonly JudgedBundle[],
  policy: Policy,
  artifacts: readonly Artifact[],
): VerificationReport {
  const judged = bundles.map((bundle) => toReport(bundle, policy));
  const commits = commitsAbout(judged, artifacts);
  const related = judged.filter((report) => isRelated(report, artifacts, commits));
  const statements = judged.map(
    (report): StatementReport => (related.includes(report) ? report : { ...report, outcome: "unrelated", reasons: [] }),
  );
  const reports = artifacts.map((artifact) => judgeArtifact(artifact, related, policy));
  const verified =
    reports.length > 0 &&
    reports.every((report) => report.verified) &&
    related.every(({ outcome }) => outcome === "accepted");
  return { verified, artifacts: reports, statements };
}
