import type { DetailsFile, Failure, RunRecord, SetupFile, Verdict, VerdictFile } from "../gates/index.ts";

/** What a job of the run came to (GitHub's `needs.<id>.result`), and when, where that is known. */
export interface PageJob {
  readonly id: string;
  readonly result: "success" | "failure" | "cancelled" | "skipped";
  /** Start in ms after the run's start; null when it is not known. */
  readonly startMs: number | null;
  /** Wall time in ms; null when it is not known. */
  readonly durationMs: number | null;
}

/** Why the joined verdict is not the one of the gates alone. */
export interface Reason {
  /** The job that it is about; null for the run as a whole. */
  readonly job: string | null;
  /** What happened, one sentence without a full stop. */
  readonly message: string;
  /** What to do about it, one sentence without a full stop. */
  readonly advice: string;
  /** True when somebody stopped it, rather than that it failed. */
  readonly stopped: boolean;
  /** What the step that failed says of it; undefined when it said nothing. */
  readonly failure?: Failure;
}

/** The last word of a run. */
export interface JoinedVerdict {
  readonly verdict: Verdict;
  /** Exit code that the verdict stands for (docs/architecture.md, section 7). */
  readonly exitCode: number;
  /** Empty when the gates alone decided. */
  readonly reasons: readonly Reason[];
}

/** What the page says of one SBOM. */
export interface SbomFacts {
  /** File name of the document. */
  readonly file: string;
  /** Name of what it describes; null when the document does not tell. */
  readonly subject: string | null;
  readonly components: number;
  readonly edges: number;
  readonly licensesUnknown: number;
  /** Names and versions of the components, sorted; undefined when they are too many. */
  readonly names?: readonly string[];
}

/** What the page says of signing. */
export interface SigningFacts {
  /** One entry a signed statement: what people call it, such as `SLSA provenance`. */
  readonly statements: readonly string[];
  /** Names of the artifacts that the statements are about. */
  readonly subjects: readonly string[];
  /** True when this run verified every statement after signing it. */
  readonly isVerified: boolean;
  /** Where GitHub shows them; empty when they were not put into the attestation store. */
  readonly storedAt: readonly string[];
  /** Lines for a shell that fetch what is needed and verify it, as they can be pasted; empty when there is nothing to verify. */
  readonly verifyCommands: readonly string[];
}

/** Where the run took place. Texts are foreign. */
export interface RunFacts {
  /** `owner/name`. */
  readonly repository: string;
  /** Full SHA. */
  readonly sha: string;
  /** Branch, tag or pull request as people say it. */
  readonly refName: string;
  readonly eventName: string;
  /** `https://github.com/owner/name`, to link files and commits; null where nothing can be linked. */
  readonly webUrl: string | null;
  /** Page of the run; null where there is none. */
  readonly runUrl: string | null;
  /** Where files lie below the checkout, with a slash at the end; absent: in it. */
  readonly prefix?: string;
}

/** Everything that a page is made from. Whatever is absent is left out of the page. */
export interface PageInput {
  /** verdict.json; null when the check job left none. */
  readonly verdict: VerdictFile | null;
  /** Default: what verdict.json says by itself. */
  readonly joined?: JoinedVerdict;
  readonly details?: DetailsFile | null;
  readonly setup?: SetupFile | null;
  readonly jobs?: readonly PageJob[];
  readonly sboms?: readonly SbomFacts[];
  readonly signing?: SigningFacts | null;
  readonly run?: RunFacts;
  /** Earlier runs, the newest last. */
  readonly past?: readonly RunRecord[];
  /** What else was not done, and why; one sentence each without a full stop. */
  readonly notDone?: readonly string[];
}
