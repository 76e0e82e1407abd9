import type { CheckRunText, CommentText, WriteResult } from "./reporting.ts";

/** What storing an attestation did. */
export type StoreResult =
  | { readonly kind: "stored"; readonly id: string; readonly url: string }
  | { readonly kind: "not-permitted"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string };

/** A job of this run as the API tells it. Times are ISO 8601. */
export interface JobRecord {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly url: string;
}

/** An artifact of another run. */
export type ArtifactAnswer =
  | { readonly kind: "found"; readonly zip: Uint8Array }
  | { readonly kind: "none" }
  | { readonly kind: "not-permitted"; readonly reason: string }
  | { readonly kind: "unavailable"; readonly reason: string };

/** GitHub's REST API, as far as we use it. Missing permission is a result, not an error. */
export interface GitHub {
  isAvailable(): boolean;
  /** Puts a bundle into the repository's attestation store (`POST /repos/{owner}/{repo}/attestations`; needs `attestations: write`). */
  storeAttestation(bundle: unknown): Promise<StoreResult>;
  /** Jobs of this run and attempt; undefined when it may not be asked (needs `actions: read`). */
  jobsOfRun(): Promise<readonly JobRecord[] | undefined>;
  /** The newest artifact of a name from a run of this repository's default branch, at most 32 MiB (needs `actions: read`). */
  artifactOfDefaultBranch(name: string): Promise<ArtifactAnswer>;
  /** Makes or updates the check run of a commit (needs `checks: write`). */
  putCheckRun(run: CheckRunText): Promise<WriteResult>;
  /** Makes or updates the comment of a pull request that has the marker (needs `pull-requests: write`). */
  putComment(comment: CommentText): Promise<WriteResult>;
}
