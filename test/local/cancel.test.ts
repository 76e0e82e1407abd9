import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { CANCEL_PLAN } from "../../src/local/executor/step-process.ts";
import { makeRepository, run, workflow } from "./rig.ts";

/** A length of sleep that no other run of these tests on this machine has. */
function own(seconds: number): string {
  return `${seconds}.${process.pid}`;
}

/** Whether any process on this machine carries the text in its command line. */
function lives(text: string): boolean {
  const list = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n");
  return list.some((line) => line.includes(text) && !line.startsWith("ps "));
}

describe("a cancelled run", () => {
  it("stops what runs, runs what asks for it, and tells so", async () => {
    using repository = workflow(`
      work:
        runs-on: ubuntu-latest
        steps:
          - { name: long, run: 'trap "echo interrupted; exit 7" INT; echo ready; sleep ${own(61)}' }
          - { name: plain, run: echo }
          - { name: cancelled, if: cancelled(), run: 'echo "status \${{ job.status }}"' }
          - { name: always, if: always(), run: echo }
          - { name: failed, if: failure(), run: echo }
      going-on:
        if: always()
        runs-on: ubuntu-latest
        steps:
          - { name: waits, run: 'echo ready; until test -e "$SHARED/cancelled"; do sleep 0.02; done' }
          - { name: after, run: 'echo "status \${{ job.status }}"' }
      later:
        needs: work
        runs-on: ubuntu-latest
        steps: [{ run: echo }]
      last:
        needs: [work, going-on]
        if: always()
        runs-on: ubuntu-latest
        steps: [{ run: 'echo "saw \${{ needs.work.result }} \${{ needs.going-on.result }}"' }]
    `);
    const cancel = new AbortController();
    const ready = new Set<string>();
    const done = await run(repository, {
      world: { signal: cancel.signal, env: { ...process.env, SHARED: repository.path } },
      onEvent: (event) => {
        if (event.kind !== "line" || event.text !== "ready") return;
        ready.add(event.jobId);
        if (ready.size < 2) return;
        cancel.abort("SIGINT");
        repository.write({ cancelled: "" });
      },
    });
    expect(done.steps("work")).toEqual([
      "long: cancelled",
      "plain: skipped",
      "cancelled: success",
      "always: success",
      "failed: skipped",
    ]);
    expect(done.lines("work")).toEqual(expect.arrayContaining(["interrupted", "status cancelled"]));
    expect(done.steps("going-on")).toEqual(["waits: success", "after: success"]);
    expect(done.lines("going-on")).toContain("status success");
    expect(done.lines("last")).toContain("saw cancelled success");
    expect(done.jobs()).toEqual(["going-on: success", "last: success", "later: cancelled", "work: cancelled"]);
    expect([done.conclusion, done.exitCode]).toEqual(["cancelled", 130]);
    expect(lives(`sleep ${own(61)}`)).toBe(false);
  });

  it("shows a call as stopped although the job that gives the verdict fails after it", async () => {
    using repository = makeRepository({
      ".github/workflows/ci.yml": `
on: push
jobs:
  road: { uses: ./.github/workflows/road.yml }
  after:
    needs: road
    if: always()
    runs-on: ubuntu-latest
    steps: [{ run: 'echo "saw \${{ needs.road.result }}"' }]
`,
      ".github/workflows/road.yml": `
on: workflow_call
jobs:
  check: { runs-on: ubuntu-latest, steps: [{ name: long, run: sleep 66.5 }] }
  gate: { needs: check, if: always(), runs-on: ubuntu-latest, steps: [{ run: exit 130 }] }
`,
    });
    const cancel = new AbortController();
    const done = await run(repository, {
      world: { signal: cancel.signal },
      onEvent: (event) => {
        if (event.kind === "step-started" && event.name === "long") cancel.abort("SIGINT");
      },
    });
    expect(done.jobs()).toEqual(["after: success", "road/check: cancelled", "road/gate: failure", "road: cancelled"]);
    expect(done.lines("after")).toContain("saw failure");
    expect(done.conclusion).toBe("cancelled");
  });

  it("ends with 143 when it was asked by SIGTERM", async () => {
    using repository = workflow(`a: { runs-on: x, steps: [{ run: sleep ${own(62)} }] }`);
    const cancel = new AbortController();
    const done = await run(repository, {
      world: { signal: cancel.signal },
      onEvent: (event) => {
        if (event.kind === "step-started" && event.name.startsWith("Run")) cancel.abort("SIGTERM");
      },
    });
    expect(done.exitCode).toBe(143);
    expect(done.jobs()).toEqual(["a: cancelled"]);
  });

  it("stops a program that hears neither SIGINT nor SIGTERM", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps: [{ run: "trap '' INT TERM; echo deaf; while :; do sleep 0.1; done" }]
    `);
    const cancel = new AbortController();
    const done = await run(repository, {
      world: { signal: cancel.signal, stopPlan: { interruptMs: 300, terminateMs: 600, giveUpMs: 5000 } },
      onEvent: (event) => {
        if (event.kind === "line" && event.text === "deaf") cancel.abort("SIGINT");
      },
    });
    expect(done.jobs()).toEqual(["a: cancelled"]);
  });
});

describe("a step that is stopped", () => {
  it("has 7.5 s after SIGINT and 2.5 s after SIGTERM", () => {
    expect(CANCEL_PLAN).toMatchObject({ interruptMs: 7500, terminateMs: 10_000 });
  });
});

describe("what a step leaves running", () => {
  it("lives until its job ends, also in a session of its own, and no longer", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - run: nohup sleep ${own(63)} > /dev/null 2>&1 &
          - run: setsid sleep ${own(64)} > /dev/null 2>&1 < /dev/null & disown
          - run: pgrep -f "sleep ${own(63)}" > /dev/null && pgrep -f "sleep ${own(64)}" > /dev/null && echo "both live"
    `);
    const done = await run(repository);
    expect(done.lines("a")).toContain("both live");
    expect(lives(`sleep ${own(63)}`) || lives(`sleep ${own(64)}`)).toBe(false);
  });
});

describe("fail-fast", () => {
  it("cancels legs that run", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        strategy: { matrix: { v: [slow, bad] } }
        steps:
          - if: matrix.v == 'slow'
            run: touch "$SHARED/slow"; sleep ${own(65)}
          - if: matrix.v == 'bad'
            run: until test -e "$SHARED/slow"; do sleep 0.02; done; exit 1
          - if: cancelled()
            run: echo "was cancelled"
    `);
    const done = await run(repository, { world: { env: { ...process.env, SHARED: repository.path } } });
    expect(done.jobs()).toEqual(["a/1: cancelled", "a/2: failure", "a: failure"]);
    expect(done.lines("a/1")).toContain("was cancelled");
    expect(done.exitCode).toBe(1);
  });
});
