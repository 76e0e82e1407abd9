/** Where and why a run happens: what GitHub's `github` context says, or its local equal. */
export interface RunContext {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly repositoryOwnerId: string;
  /** `https://github.com`, without a slash at the end. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly sha: string;
  /** Full ref, `refs/heads/main`. */
  readonly ref: string;
  readonly refName: string;
  readonly refType: "branch" | "tag";
  readonly headRef: string | undefined;
  readonly baseRef: string | undefined;
  readonly eventName: string;
  /** The event's payload as GitHub sent it: foreign data. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly runId: string;
  readonly runAttempt: number;
  readonly runNumber: number;
  readonly workflow: string;
  /** `owner/repo/path@ref` of the caller's workflow. */
  readonly workflowRef: string;
  readonly job: string;
  readonly actor: string;
  /** Absolute checkout folder. */
  readonly workspace: string;
  /** Absolute scratch folder of the job. */
  readonly temp: string;
  readonly runnerOs: string;
  readonly runnerArch: string;
  readonly runnerEnvironment: string;
  /** True when a GitHub runner, hosted or `turnpike run`, started us; false for a bare command line. */
  readonly isActions: boolean;
}
