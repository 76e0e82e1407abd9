import { describe, expect, it } from "vitest";
import { run, workflow } from "./rig.ts";

describe("what a step prints", () => {
  it("makes annotations, ten of each level, and folds", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - run: |
              echo "::group::Inside"
              echo "##[warning file=src/a.ts;line=3]old syntax"
              echo "::endgroup::"
              for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "::error title=T,line=$i,file=x.py::number $i"; done
              echo "::notice::n%0Atwo lines" >&2
    `);
    const done = await run(repository);
    const annotations = done.annotations();
    expect(annotations.filter((text) => text.startsWith("error: number"))).toHaveLength(10);
    expect(annotations).toEqual(expect.arrayContaining(["warning: old syntax", "notice: n\ntwo lines"]));
    expect(done.lines("a")).toEqual(expect.arrayContaining(["number 11", "number 12", "two lines"]));
    const folds = done.events.flatMap((event) =>
      event.kind === "line" && event.style === "fold-begin" ? [event.text] : [],
    );
    expect(folds).toContain("Inside");
    expect(done.record.jobs[0]?.steps[1]?.annotations[0]).toEqual({
      level: "warning",
      message: "old syntax",
      file: "src/a.ts",
      line: 3,
    });
    expect(done.exitCode).toBe(0);
  });

  it("is plain text between stop-commands and its token", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - run: |
              echo "::stop-commands::t0ken-of-ours"
              echo "::error::not one"
              echo "##[error]nor this"
              echo "::add-mask::plain"
              echo "::t0ken-of-ours::"
              echo "plain ::warning::x"
              echo "::warning::one"
          - run: echo "::stop-commands::error"
    `);
    const done = await run(repository);
    expect(done.annotations()).toEqual([
      "warning: one",
      "error: Unable to process command 'stop-commands' successfully.",
      "error: You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.",
    ]);
    expect(done.lines("a")).toEqual(
      expect.arrayContaining(["::error::not one", "##[error]nor this", "plain ::warning::x"]),
    );
    expect(done.lines("a")).toEqual(expect.arrayContaining(["::stop-commands::***", "::***::"]));
    expect(done.steps("a").at(-1)).toMatch(/: failure$/);
  });

  it("cannot set variables or paths, and old commands warn", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { id: s, run: 'echo "::set-output name=x::1"' }
          - { run: 'echo "x is \${{ steps.s.outputs.x }}"; echo "::set-env name=Y::1"' }
          - { if: always(), env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: true }, run: 'echo "::set-env name=Z::1"; echo "::set-env name=node_options::1"' }
          - { if: always(), run: 'echo "Z is $Z, Y is $Y."' }
    `);
    const done = await run(repository);
    expect(done.lines("a")).toEqual(expect.arrayContaining(["x is 1", "Z is 1, Y is ."]));
    expect(done.annotations()).toEqual([
      expect.stringMatching(/^warning: The `set-output` command is deprecated/),
      "error: Unable to process command '::set-env name=Y::1' successfully.",
      expect.stringMatching(/^error: The `set-env` command is disabled/),
      "error: Can't update node_options environment variable using ::set-env:: command.",
    ]);
    expect(done.steps("a").map((step) => step.split(": ").at(-1))).toEqual([
      "success",
      "failure",
      "success",
      "success",
    ]);
  });

  it("is masked everywhere: log, annotations, names, summary, outputs and files", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        outputs: { leak: "\${{ steps.s.outputs.leak }}", fine: "\${{ steps.s.outputs.fine }}" }
        steps:
          - id: s
            env: { KEY: "\${{ secrets.KEY }}" }
            run: |
              echo "key $KEY and $(printf %s "$KEY" | base64)"
              echo "::add-mask::made-here"
              echo "::warning::made-here and $KEY"
              echo "summary of $KEY and made-here" >> "$GITHUB_STEP_SUMMARY"
              echo "leak=xx $KEY" >> "$GITHUB_OUTPUT"
              echo "fine=ok" >> "$GITHUB_OUTPUT"
              echo "token \${{ github.token }} \${{ secrets.GITHUB_TOKEN == github.token }}"
          - name: named \${{ secrets.KEY }}
            run: echo
      b:
        needs: a
        runs-on: ubuntu-latest
        steps: [{ run: 'echo "[\${{ needs.a.outputs.leak }}] \${{ needs.a.outputs.fine }}"' }]
    `);
    const done = await run(repository, { secrets: { KEY: "s3cret-value/1" } });
    const everything = JSON.stringify(done.events) + JSON.stringify(done.record);
    for (const hidden of ["s3cret-value", Buffer.from("s3cret-value/1").toString("base64")]) {
      expect(everything).not.toContain(hidden);
    }
    // Scripts are printed before they run, so that a mask of their own comes too late for its own line.
    const shown = [...done.lines("a").filter((line) => !line.startsWith("Run ")), ...done.annotations()].join("\n");
    expect(shown).not.toContain("made-here");
    expect(done.lines("a")).toContain("key *** and ***");
    expect(done.lines("a")).toContain("token *** true");
    expect(done.annotations()).toEqual([
      "warning: *** and ***",
      "warning: Skip output 'leak' since it may contain secret.",
    ]);
    expect(done.record.jobs[0]?.steps[1]?.summary).toBe("summary of *** and ***\n");
    expect(done.steps("a")).toContain("named ***: success");
    expect(done.lines("b")).toContain("[] ok");
  });
});

describe("environment files", () => {
  it("that are wrong fail the step, and say why", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: out, id: o, run: 'echo "good=1" >> "$GITHUB_OUTPUT"; echo "x<<END" >> "$GITHUB_OUTPUT"' }
          - { name: env, if: always(), run: 'echo "NODE_OPTIONS=x" >> "$GITHUB_ENV"; echo "FINE=1" >> "$GITHUB_ENV"' }
          - { name: last, if: always(), run: 'echo "\${{ steps.o.outputs.good }} $FINE [$NODE_OPTIONS]"' }
    `);
    const done = await run(repository);
    expect(done.steps("a")).toEqual(["out: failure", "env: success", "last: success"]);
    expect(done.annotations()).toEqual([
      "error: Unable to process file command 'output' successfully.",
      "error: Invalid value. Matching delimiter not found 'END'",
      "error: Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.",
    ]);
    expect(done.lines("a")).toContain("1 1 []");
  });

  it("hold a summary of at most 1 MiB; a larger one is dropped and the step stays green", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: fits, run: 'head -c 1048576 /dev/zero | tr "\\0" x >> "$GITHUB_STEP_SUMMARY"' }
          - { name: large, run: 'head -c 1048577 /dev/zero | tr "\\0" x >> "$GITHUB_STEP_SUMMARY"' }
    `);
    const done = await run(repository);
    expect(done.steps("a")).toEqual(["fits: success", "large: success"]);
    expect(done.record.jobs[0]?.steps.map(({ summary }) => summary.length)).toEqual([0, 1048577, 0, 0]);
    expect(done.annotations()).toEqual([
      expect.stringMatching(
        /^error: \$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1024k/,
      ),
    ]);
  });

  it("of a step that was killed still count", async () => {
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { id: s, name: dies, run: 'echo "x=1" >> "$GITHUB_OUTPUT"; kill -9 $$' }
          - { if: always(), run: 'echo "x is \${{ steps.s.outputs.x }}"' }
    `);
    expect((await run(repository)).lines("a")).toContain("x is 1");
  });
});
