import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GitHub, JobRecord } from "../../src/ports/github.ts";
import type { CheckAnnotation, CheckRunText } from "../../src/ports/reporting.ts";

/** What a job's token may do. */
interface GitHubGrants {
  readonly mayAttest: boolean;
  readonly mayReadActions: boolean;
  readonly mayReport: boolean;
}

/** GitHub to try, and its world. */
export interface GitHubWorld {
  /** GitHub as a job with these grants sees it. */
  as(grants: GitHubGrants): GitHub;
  /** GitHub without a token. */
  none(): GitHub;
  /** Lines of the annotations of a check run, in order. */
  annotations(check: number): Promise<readonly number[]>;
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

const ALL = { mayAttest: true, mayReadActions: true, mayReport: true };

function annotationAt(line: number): CheckAnnotation {
  return { path: "src/a.py", line, level: "failure", title: "lint", message: `finding ${line}`, details: "log" };
}

const CHECK: CheckRunText = {
  ...{ name: "Turnpike", headSha: "a".repeat(40), externalId: "turnpike", conclusion: "failure", title: "1 failed" },
  ...{ summary: "## Page", detailsUrl: "https://github.com/acme/shop/actions/runs/4711" },
  annotations: Array.from({ length: 120 }, (_, at) => annotationAt(at + 1)),
};
const COMMENT = { pullRequest: 7, marker: "<!-- turnpike -->", body: "<!-- turnpike -->\nfirst" };
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

    it("makes one check run for a commit and then keeps it up to date, in batches, no annotation twice", async () => {
      const github = world.as(ALL);
      const first = await github.putCheckRun(CHECK);
      expect(first).toMatchObject({ kind: "created", url: expect.stringContaining("/runs/1") });
      const again = { ...CHECK, annotations: [annotationAt(1), annotationAt(500)] };
      expect(await github.putCheckRun(again)).toEqual({ ...first, kind: "updated" });
      expect(await github.putCheckRun({ ...CHECK, headSha: "b".repeat(40) })).toMatchObject({ kind: "created" });
      expect(await world.annotations(1)).toEqual([...CHECK.annotations, annotationAt(500)].map(({ line }) => line));
    });

    it("writes one comment, leaves it alone while it says the same, and else changes it in place", async () => {
      const github = world.as(ALL);
      const first = await github.putComment(COMMENT);
      expect(first).toMatchObject({ kind: "created", url: expect.stringContaining("/pull/7#issuecomment-1") });
      expect(await github.putComment(COMMENT)).toEqual({ ...first, kind: "unchanged" });
      const changed = { ...COMMENT, body: "<!-- turnpike -->\nsecond" };
      expect(await github.putComment(changed)).toEqual({ ...first, kind: "updated" });
      expect(await github.putComment({ ...COMMENT, pullRequest: 8 })).toMatchObject({ kind: "created" });
    });

    it("says which permission check runs and comments need", async () => {
      const github = world.as({ ...ALL, mayReport: false });
      const reason = (permission: string) => expect.stringContaining(permission);
      expect(await github.putCheckRun(CHECK)).toMatchObject({ kind: "not-permitted", reason: reason("checks: write") });
      expect(await github.putComment(COMMENT)).toMatchObject({
        ...{ kind: "not-permitted", reason: reason("pull-requests: write") },
      });
    });

    it("does nothing without a token", async () => {
      const github = world.none();
      expect(github.isAvailable()).toBe(false);
      expect(await github.storeAttestation(BUNDLE)).toMatchObject({ kind: "unavailable" });
      expect(await github.jobsOfRun()).toBeUndefined();
    });
  });
}
