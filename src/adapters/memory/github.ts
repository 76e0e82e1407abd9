import type { ArtifactAnswer, GitHub, JobRecord, StoreResult } from "../../ports/github.ts";
import type { CheckRunText, CommentText, WriteResult } from "../../ports/reporting.ts";

/** What the API of memory permits. */
export interface MemoryGitHubOptions {
  /** `attestations: write`; default true. */
  readonly mayAttest?: boolean;
  /** `actions: read`; default true. */
  readonly mayReadActions?: boolean;
  /** `checks: write` and `pull-requests: write`; default true. */
  readonly mayReport?: boolean;
  readonly jobs?: readonly JobRecord[];
  /** Zips of the default branch's artifacts by name. */
  readonly artifacts?: Readonly<Record<string, Uint8Array>>;
}

/** GitHub's API without GitHub. */
export class MemoryGitHub implements GitHub {
  /** False: there is no token. */
  available = true;
  /** What was stored, in order. */
  readonly bundles: unknown[] = [];
  /** Check runs as they are now, by commit and name. */
  readonly checks = new Map<string, CheckRunText>();
  /** Comments as they are now, by pull request and marker. */
  readonly comments = new Map<string, string>();
  readonly #options: MemoryGitHubOptions;

  /** @param options what is permitted, and the jobs of the run */
  constructor(options: MemoryGitHubOptions = {}) {
    this.#options = options;
  }

  isAvailable(): boolean {
    return this.available;
  }

  async storeAttestation(bundle: unknown): Promise<StoreResult> {
    if (!this.available) return { kind: "unavailable", reason: "there is no token for GitHub's API" };
    if (this.#options.mayAttest === false) {
      const reason =
        "HTTP 403, Resource not accessible by integration; the job needs the permission `attestations: write`";
      return { kind: "not-permitted", reason };
    }
    this.bundles.push(bundle);
    const id = String(this.bundles.length);
    return { kind: "stored", id, url: `https://github.com/acme/shop/attestations/${id}` };
  }

  async jobsOfRun(): Promise<readonly JobRecord[] | undefined> {
    return this.available && this.#options.mayReadActions !== false ? (this.#options.jobs ?? []) : undefined;
  }

  async artifactOfDefaultBranch(name: string): Promise<ArtifactAnswer> {
    if (!this.available) return { kind: "unavailable", reason: "there is no token for GitHub's API" };
    if (this.#options.mayReadActions === false) {
      const reason = "HTTP 403, Resource not accessible by integration; the job needs the permission `actions: read`";
      return { kind: "not-permitted", reason };
    }
    const zip = this.#options.artifacts?.[name];
    return zip === undefined ? { kind: "none" } : { kind: "found", zip };
  }

  async putCheckRun(run: CheckRunText): Promise<WriteResult> {
    const refused = this.#refusal("checks: write");
    if (refused !== undefined) return refused;
    const key = `${run.headSha} ${run.name} ${run.externalId}`;
    const before = this.checks.get(key);
    const known = new Set(before?.annotations.map((one) => JSON.stringify(one)));
    const fresh = run.annotations.filter((one) => !known.has(JSON.stringify(one)));
    this.checks.set(key, { ...run, annotations: [...(before?.annotations ?? []), ...fresh] });
    const url = `https://github.com/acme/shop/runs/${[...this.checks.keys()].indexOf(key) + 1}`;
    return { kind: before === undefined ? "created" : "updated", url };
  }

  async putComment({ pullRequest, marker, body }: CommentText): Promise<WriteResult> {
    const refused = this.#refusal("pull-requests: write");
    if (refused !== undefined) return refused;
    const key = `${pullRequest} ${marker}`;
    const before = this.comments.get(key);
    this.comments.set(key, body);
    const number = [...this.comments.keys()].indexOf(key) + 1;
    const url = `https://github.com/acme/shop/pull/${pullRequest}#issuecomment-${number}`;
    return { kind: before === undefined ? "created" : before === body ? "unchanged" : "updated", url };
  }

  #refusal(permission: string): WriteResult | undefined {
    if (!this.available) return { kind: "unavailable", reason: "there is no token for GitHub's API" };
    if (this.#options.mayReport !== false) return undefined;
    const reason = `HTTP 403, Resource not accessible by integration; the job needs the permission \`${permission}\``;
    return { kind: "not-permitted", reason };
  }
}
