import type { LeadTime } from "./lead-time.ts";
import type { EventOutcome } from "./outcome.ts";

/** A job of the run. All times are ISO 8601. */
export interface JobFacts {
  /** Unique in the run and attempt. */
  readonly id: string;
  readonly name: string;
  /** Null when nobody told. */
  readonly createdAt: string | null;
  readonly startedAt: string | null;
  /** When it ended; the time of reporting when nobody told. */
  readonly finishedAt: string;
  readonly outcome: EventOutcome;
  /** Absolute address, or null. */
  readonly url: string | null;
}

/** A gate that ran tests. */
export interface SuiteFacts {
  readonly gate: string;
  readonly outcome: EventOutcome;
  readonly finishedAt: string;
  readonly durationMs: number | null;
  readonly tests: number;
  readonly failures: number | null;
  /** True when a retry was needed. */
  readonly isFlaky: boolean;
  /** The gate's own sentence, or null. Foreign text. */
  readonly reason: string | null;
}

/** A file that a release is made of. */
export interface ArtifactFacts {
  /** Package URL with the file's checksum. */
  readonly purl: string;
  readonly sbomUri: string | null;
  /** Signature of the provenance statement, base64; null when it was not signed. */
  readonly signature: string | null;
  /** Predicate types of all statements about it. */
  readonly predicateTypes: readonly string[];
}

/** A release. */
export interface ReleaseFacts {
  readonly tag: string;
  readonly artifacts: readonly ArtifactFacts[];
  readonly leadTime: LeadTime;
  /** Null when the artifacts were not stored where others can fetch them. */
  readonly publishedAt: string | null;
  /** Null when nothing was deployed, or nobody said where. */
  readonly deployment: { readonly service: string; readonly environment: string; readonly at: string } | null;
}

/** What is known of one attempt of one run. Holds nothing of any person: no actor, no author, no branch name. */
export interface RunFacts {
  /** URI of the repository: the events' source. */
  readonly source: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: string;
  readonly attempt: number;
  readonly pipeline: string;
  /** Absolute URI of the run. */
  readonly runUri: string;
  readonly commit: string | null;
  /** Name of the GitHub event. */
  readonly trigger: string;
  /** Null when nobody told. */
  readonly queuedAt: string | null;
  readonly startedAt: string;
  /** Where `startedAt` comes from: the API's jobs, the start of the gates, or the moment of reporting. */
  readonly startedFrom: "jobs" | "gates" | "report";
  readonly finishedAt: string;
  readonly outcome: EventOutcome;
  readonly jobs: readonly JobFacts[];
  readonly suites: readonly SuiteFacts[];
  readonly release: ReleaseFacts | null;
}
