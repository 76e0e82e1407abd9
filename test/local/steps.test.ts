import { tmpdir } from "node:os";
import { relative } from "node:path";
import { describe, expect, it } from "vitest";
import { run, workflow } from "./rig.ts";

describe("a run step", () => {
  it("gets variables of workflow, job and step, and gives outputs to later ones", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        env: { LEVEL: job, JOB: j }
        outputs: { all: "\${{ steps.one.outputs.x }}-\${{ steps.one.outputs['y z'] }}", none: "" }
        steps:
          - id: one
            env: { LEVEL: step, DERIVED: "\${{ env.LEVEL }}/\${{ env.JOB }}" }
            run: |
              echo "said $LEVEL $JOB $DERIVED"
              echo "x=1" >> "$GITHUB_OUTPUT"
              echo "y z=2" >> "$GITHUB_OUTPUT"
              echo "LATER<<E" >> "$GITHUB_ENV"
              printf 'a\\nb\\nE\\n' >> "$GITHUB_ENV"
              mkdir tools && printf '#!/bin/sh\\necho tool ran\\n' > tools/my-tool && chmod +x tools/my-tool
              echo "$PWD/tools" >> "$GITHUB_PATH"
          - run: |
              echo "$LEVEL:\${{ steps.one.outputs.x }}:\${{ steps.one.outcome }}:\${{ env.LATER }}"
              my-tool
      b:
        needs: a
        runs-on: ubuntu-latest
        steps:
          - run: echo "got \${{ needs.a.outputs.all }} [\${{ needs.a.outputs.none }}] \${{ needs.a.result }}"
    `);
    const done = await run(repository);
    expect(done.lines("a")).toEqual(expect.arrayContaining(["said step j job/j", "job:1:success:a", "b", "tool ran"]));
    expect(done.lines("b")).toContain("got 1-2 [] success");
    expect(done.exitCode).toBe(0);
  });

  it("works in a folder whose path is short enough for sockets that tests make in it", async () => {
    const id = "a-job-with-a-name-that-says-everything-that-it-does-and-why";
    using repository = workflow(`${id}: { runs-on: ubuntu-latest, steps: [{ run: 'echo "in $PWD"' }] }`);
    const done = await run(repository);
    const [folder = ""] = done.lines(id).filter((line) => line.startsWith("in "));
    expect(folder.slice(3)).toMatch(/\/orders\/orders$/);
    expect(relative(tmpdir(), folder.slice(3)).length).toBeLessThan("home/runner/work/orders/orders".length + 5);
  });

  it("knows the default variables", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - run: echo "$GITHUB_REPOSITORY $GITHUB_REF $GITHUB_REF_NAME $GITHUB_REF_TYPE $GITHUB_EVENT_NAME $GITHUB_JOB $GITHUB_ACTION $CI $GITHUB_ACTIONS"
          - run: echo "$GITHUB_SHA $GITHUB_WORKFLOW_REF $RUNNER_ENVIRONMENT $RUNNER_OS"
          - run: test "$PWD" = "$GITHUB_WORKSPACE" && test -d "$RUNNER_TEMP" && test -d "$RUNNER_TOOL_CACHE" && grep -q '"ref"' "$GITHUB_EVENT_PATH"
          - run: |
              for name in ACTIONS_RUNTIME_TOKEN ACTIONS_RESULTS_URL ACTIONS_CACHE_SERVICE_V2 ACTIONS_ID_TOKEN_REQUEST_URL GITHUB_TOKEN; do
                test -z "$(printenv $name)" || echo "has $name"
              done
    `);
    const done = await run(repository);
    expect(done.lines("a")).toEqual(
      expect.arrayContaining([
        "acme/orders refs/heads/main main branch push a __run true true",
        `${repository.git("rev-parse", "HEAD")} acme/orders/.github/workflows/ci.yml@refs/heads/main self-hosted Linux`,
      ]),
    );
    expect(done.steps("a").filter((step) => !step.endsWith(": success"))).toEqual([]);
    expect(done.lines("a").filter((line) => line.startsWith("has "))).toEqual([]);
  });

  it("runs with the shell and in the folder that step or defaults name", async () => {
    using repository = workflow(
      `
      a:
        runs-on: ubuntu-latest
        defaults: { run: { shell: bash, working-directory: sub } }
        steps:
          - uses: actions/checkout@v4
          - run: false | true && echo "$(basename $PWD)"
          - run: false | true
          - if: always()
            shell: sh
            working-directory: .
            run: false | true && echo "plain in $(ls -d sub)"
          - if: always()
            shell: python
            working-directory: \${{ github.workspace }}
            run: |
              import os
              if True:
                  print("python", len(os.listdir()) > 1, "\${{ 1 + 1 == 2 && 'x' || github.ref }}")
          - if: always()
            shell: perl -e "open(F, '{0}'); print <F>" {0}
            working-directory: .
            run: custom
          - if: always()
            shell: nothing-like-this {0}
            run: echo
    `.replace("1 + 1 == 2", "1 == 1"),
      { "sub/file": "" },
    );
    const done = await run(repository);
    expect(done.lines("a")).toEqual(expect.arrayContaining(["plain in sub", "python True x", "custom"]));
    expect(done.steps("a").map((step) => step.split(": ").at(-1))).toEqual([
      "success",
      "failure",
      "skipped",
      "success",
      "success",
      "success",
      "failure",
    ]);
    expect(done.annotations()).toContain("error: nothing-like-this: command not found");
  });

  it("keeps the indentation of a script that holds an expression", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - shell: python
            run: |
              for one in [1]:
                  print("at", one, "\${{ github.ref_name }}")
              print("end")
    `);
    expect((await run(repository)).lines("a")).toEqual(expect.arrayContaining(["at 1 main", "end"]));
  });
});

describe("conditions and failures", () => {
  it("skip what follows a failure, except what asks for it", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: soft, run: exit 1, continue-on-error: true, id: soft }
          - { name: seen, run: 'test "\${{ steps.soft.outcome }} \${{ steps.soft.conclusion }} \${{ job.status }}" = "failure success success"' }
          - { name: hard, run: exit 2 }
          - { name: plain, run: echo }
          - { name: failed, if: failure(), run: 'test "\${{ job.status }}" = failure' }
          - { name: expr, if: "github.ref == 'refs/heads/main'", run: echo }
          - { name: always, if: "\${{ always() && github.event_name == 'push' }}", run: echo }
          - { name: cancelled, if: cancelled(), run: echo }
    `);
    const done = await run(repository);
    expect(done.steps("a")).toEqual([
      "soft: success",
      "seen: success",
      "hard: failure",
      "plain: skipped",
      "failed: success",
      "expr: skipped",
      "always: success",
      "cancelled: skipped",
    ]);
    expect([done.exitCode, done.conclusion]).toEqual([1, "failure"]);
    expect(done.annotations()).toEqual([
      "error: Process completed with exit code 1.",
      "error: Process completed with exit code 2.",
    ]);
  });

  it("of jobs follow the whole chain of needs", async () => {
    const steps = "runs-on: ubuntu-latest\n        steps: [{ run: echo }]";
    using repository = workflow(`
      fails:
        runs-on: ubuntu-latest
        steps: [{ run: exit 1 }]
      tolerated:
        runs-on: ubuntu-latest
        continue-on-error: true
        steps: [{ run: exit 1 }]
      after-tolerated:
        needs: tolerated
        ${steps}
      skipped:
        needs: fails
        ${steps}
      revived:
        needs: skipped
        if: always()
        ${steps}
      behind-revived:
        needs: revived
        ${steps}
      on-failure:
        needs: [skipped]
        if: failure()
        ${steps}
      unless:
        needs: revived
        if: \${{ !cancelled() && needs.revived.result == 'success' }}
        ${steps}
    `);
    expect((await run(repository)).jobs()).toEqual([
      "after-tolerated: success",
      "behind-revived: skipped",
      "fails: failure",
      "on-failure: success",
      "revived: success",
      "skipped: skipped",
      "tolerated: failure",
      "unless: success",
    ]);
  });

  it("that cannot be evaluated fail the step", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: bad, if: "fromJSON('{') == 1", run: echo }
          - { name: env, if: always(), env: { X: "\${{ fromJSON('[') }}" }, run: echo }
    `);
    const done = await run(repository);
    expect(done.steps("a")).toEqual(["bad: failure", "env: failure"]);
    expect(done.annotations()[0]).toMatch(/^error: The expression `.*fromJSON.*` could not be evaluated: /);
  });
});

describe("jobs", () => {
  it("run beside each other, and each when what it needs has ended", async () => {
    // Each of the two waits for the other's file: one after the other they would never end.
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        timeout-minutes: 1
        steps: [{ run: 'touch "$SHARED/a"; until test -e "$SHARED/b"; do sleep 0.02; done' }]
      b:
        runs-on: ubuntu-latest
        timeout-minutes: 1
        steps: [{ run: 'touch "$SHARED/b"; until test -e "$SHARED/a"; do sleep 0.02; done' }]
    `);
    const env = { ...process.env, SHARED: repository.path };
    expect((await run(repository, { world: { env, minuteMs: 20_000 } })).jobs()).toEqual(["a: success", "b: success"]);
  });

  it("of a matrix stop each other when one fails, unless told not to", async () => {
    const job = (failFast: boolean) => `
      a:
        runs-on: ubuntu-latest
        strategy: { fail-fast: ${failFast}, max-parallel: 1, matrix: { v: [one, bad, three] } }
        steps:
          - run: test \${{ matrix.v }} != bad
    `;
    using fast = workflow(job(true));
    using slow = workflow(job(false));
    expect((await run(fast)).jobs()).toEqual(["a/1: success", "a/2: failure", "a/3: cancelled", "a: failure"]);
    expect((await run(slow)).jobs()).toEqual(["a/1: success", "a/2: failure", "a/3: success", "a: failure"]);
  });

  it("of a matrix know their strategy, have names, and the last output counts", async () => {
    using repository = workflow(`
      first:
        runs-on: ubuntu-latest
        outputs: { list: '["x", "y"]' }
        steps: [{ run: echo }]
      a:
        name: Test \${{ matrix.v }} of \${{ strategy.job-total }}
        needs: first
        runs-on: ubuntu-latest
        strategy: { matrix: { v: "\${{ fromJSON(needs.first.outputs.list) }}" } }
        outputs: { v: "\${{ steps.s.outputs.v }}" }
        steps: [{ id: s, run: 'echo "v=\${{ matrix.v }}\${{ strategy.job-index }}" >> "$GITHUB_OUTPUT"' }]
      b:
        needs: a
        runs-on: ubuntu-latest
        steps: [{ run: 'echo "last \${{ needs.a.outputs.v }}"' }]
    `);
    const done = await run(repository);
    expect(done.lines("b")).toContain("last y1");
    expect(done.record.jobs.filter(({ parent }) => parent === "a").map(({ name }) => name)).toEqual([
      "Test x of 2",
      "Test y of 2",
    ]);
  });

  it("with a timeout are cancelled, and their always() steps still run", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        timeout-minutes: 3
        steps:
          - { name: slow, run: sleep 60 }
          - { name: rest, run: echo }
          - { name: clean, if: always(), run: 'echo "\${{ job.status }}"' }
      b:
        runs-on: ubuntu-latest
        steps:
          - { name: slow, timeout-minutes: 3, run: sleep 60 }
          - { name: after, if: failure(), run: echo }
    `);
    const done = await run(repository, { world: { minuteMs: 100 } });
    expect(done.steps("a")).toEqual(["slow: cancelled", "rest: skipped", "clean: success"]);
    expect(done.lines("a")).toContain("cancelled");
    expect(done.steps("b")).toEqual(["slow: failure", "after: success"]);
    expect([...done.annotations()].sort()).toEqual([
      "error: The action 'slow' has timed out after 3 minutes.",
      "error: The job has exceeded the maximum execution time of 3 minutes.",
    ]);
    expect(done.exitCode).toBe(1);
  });
});
