import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GitHub, JobRecord } from "../../src/ports/github.ts";

/** What a job's token may do. */
export interface GitHubGrants {
  readonly mayAttest: boolean;
  readonly mayReadActions: boolean;
}

/** GitHub to try, and its world. */
export interface GitHubWorld {
  /** GitHub as a job with these grants sees it. */
  as(grants: GitHubGrants): GitHub;
  /** GitHub without a token. */
  none(): GitHub;
  close(): Promise<void>;
}

/** A job that the world must know of. */
export const KNOWN_JOB: JobRecord = {
  id: 7,
  name: "turnpike / check",
  status: "completed",
  conclusion: "success",
  createdAt: "2026-11-01T10:00:00Z",
  startedAt: "2026-11-01T10:00:05Z",
  completedAt: "2026-11-01T10:01:00Z",
  url: "https://github.com/acme/shop/actions/runs/4711/job/7",
};

/** An artifact called `turnpike-history` that the world must have: an empty zip. */
export const KNOWN_ARTIFACT = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]);

const ALL = { mayAttest: true, mayReadActions: true };
const BUNDLE = { mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json", verificationMaterial: {} };

/**
 * What every GitHub does.
 *
 * @param name of the implementation
 * @param open makes one for `acme/shop` whose run has `KNOWN_JOB`
 */
export function githubContract(name: string, open: () => Promise<GitHubWorld>): void {
  describe(`github: ${name}`, () => {
    let world: GitHubWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    it("keeps a bundle and says where it is shown", async () => {
      expect(await world.as(ALL).storeAttestation(BUNDLE)).toEqual({
        kind: "stored",
        id: "1",
        url: "https://github.com/acme/shop/attestations/1",
      });
    });

    it("says which permission keeping a bundle needs", async () => {
      expect(await world.as({ ...ALL, mayAttest: false }).storeAttestation(BUNDLE)).toMatchObject({
        kind: "not-permitted",
        reason: expect.stringContaining("attestations: write"),
      });
    });

    it("tells of the run's jobs, whole", async () => {
      expect(await world.as(ALL).jobsOfRun()).toEqual([KNOWN_JOB]);
    });

    it("gives the default branch's artifact of a name, and none of another", async () => {
      const answer = await world.as(ALL).artifactOfDefaultBranch("turnpike-history");
      expect(answer.kind === "found" ? [...answer.zip] : answer).toEqual([...KNOWN_ARTIFACT]);
      expect(await world.as(ALL).artifactOfDefaultBranch("other")).toEqual({ kind: "none" });
    });

    it("says which permission an artifact of another run needs", async () => {
      const github = world.as({ ...ALL, mayReadActions: false });
      expect(await github.artifactOfDefaultBranch("turnpike-history")).toMatchObject({
        ...{ kind: "not-permitted", reason: expect.stringContaining("actions: read") },
      });
    });

    it("tells of no jobs to who may not ask", async () => {
      expect(await world.as({ ...ALL, mayReadActions: false }).jobsOfRun()).toBeUndefined();
    });

    it("does nothing without a token", async () => {
      const github = world.none();
      expect(github.isAvailable()).toBe(false);
      expect(await github.storeAttestation(BUNDLE)).toMatchObject({ kind: "unavailable" });
      expect(await github.jobsOfRun()).toBeUndefined();
    });
  });
}
