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

/** What is looked up in statements again and again; some have a thousand subjects, and some releases as many files. */
interface Index {
  readonly digests: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

function indexOf(artifacts: readonly Artifact[]): Index {
  return {
    digests: new Set(artifacts.map(({ sha256 }) => sha256)),
    names: new Set(artifacts.map(({ name }) => baseName(name))),
  };
}

/** Whether a statement has anything to do with the artifacts; one that cannot be read has, as nobody can say. */
function isRelated(report: StatementReport, { digests, names }: Index, commits: ReadonlySet<string>): boolean {
  if (report.subjects.length === 0) return true;
  return report.subjects.some(({ name, digest }) => {
    const { sha256, gitCommit } = digest;
    if (gitCommit !== undefined && commits.has(gitCommit)) return true;
    return (sha256 !== undefined && digests.has(sha256)) || names.has(baseName(name));
  });
}

/** Commits that statements about the artifacts come from. */
function commitsAbout(reports: readonly StatementReport[], index: Index): ReadonlySet<string> {
  const about = reports.filter((report) => isRelated(report, index, new Set()));
  const commits = about.map((report) => report.certificate?.extensions.sourceRepositoryDigest);
  return new Set(commits.filter((commit) => commit !== undefined));
}

/** An accepted statement, with the digests that it speaks of. */
interface Accepted {
  readonly report: StatementReport;
  readonly commit: string;
  readonly digests: ReadonlySet<string>;
}

function acceptedOf(reports: readonly StatementReport[]): readonly Accepted[] {
  return reports
    .filter(({ outcome }) => outcome === "accepted")
    .map((report) => ({
      report,
      commit: report.certificate?.extensions.sourceRepositoryDigest ?? "",
      digests: new Set(report.subjects.flatMap(({ digest }) => digest["sha256"] ?? [])),
    }));
}

/** A statement that is good in itself, but of another file of that name, proves that the artifact was changed. */
function changedReasons(artifact: Artifact, accepted: readonly Accepted[]): string[] {
  const said = new Map<string, string>();
  for (const { report, digests } of accepted) {
    if (digests.has(artifact.sha256)) continue;
    for (const { name, digest } of report.subjects) {
      const { sha256 } = digest;
      if (sha256 !== undefined && baseName(name) === baseName(artifact.name) && !said.has(sha256)) {
        said.set(sha256, report.title);
      }
    }
  }
  return [...said].map(
    ([digest, title]) =>
      `This is not the file that was signed: it has SHA-256 ${artifact.sha256}, and the ${title} says ${digest}.`,
  );
}

/** A test result speaks of the commit, and so of every file of that commit; the others speak of files. */
function covers({ report, commit, digests }: Accepted, artifact: Artifact, wanted: string): boolean {
  if (commit !== wanted) return false;
  if (report.predicateType !== PREDICATE_TYPES.testResult) return digests.has(artifact.sha256);
  return report.subjects.some(({ digest }) => digest["gitCommit"] === commit);
}

function judgeArtifact(artifact: Artifact, accepted: readonly Accepted[], policy: Policy): ArtifactReport {
  const commits = accepted.length === 0 ? [""] : [...new Set(accepted.map(({ commit }) => commit))];
  const missingBy = commits.map((commit) =>
    policy.predicates.filter(
      (type) => !accepted.some((one) => one.report.predicateType === type && covers(one, artifact, commit)),
    ),
  );
  const best = [...missingBy].sort((a, b) => a.length - b.length)[0] ?? [];
  if (best.length === 0) return { ...artifact, verified: true, reasons: [] };
  const changed = changedReasons(artifact, accepted);
  if (changed.length > 0) return { ...artifact, verified: false, reasons: changed };
  const isMixed = commits.length > 1 && best.length < policy.predicates.length;
  const among = isMixed ? " from the same commit as the others" : "";
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
  const index = indexOf(artifacts);
  const commits = commitsAbout(judged, index);
  const statements = judged.map(
    (report): StatementReport =>
      isRelated(report, index, commits) ? report : { ...report, outcome: "unrelated", reasons: [] },
  );
  const accepted = acceptedOf(statements);
  const reports = artifacts.map((artifact) => judgeArtifact(artifact, accepted, policy));
  const verified =
    reports.length > 0 &&
    reports.every((report) => report.verified) &&
    statements.every(({ outcome }) => outcome !== "refused");
  return { verified, artifacts: reports, statements };
}
