import type { ArtifactAnswer, GitHub, JobRecord, StoreResult } from "../../ports/github.ts";

/** What the API of memory permits. */
export interface MemoryGitHubOptions {
  /** `attestations: write`; default true. */
  readonly mayAttest?: boolean;
  /** `actions: read`; default true. */
  readonly mayReadActions?: boolean;
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
}
