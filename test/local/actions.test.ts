import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeRepository, run, workflow } from "./rig.ts";

/** A JavaScript action that tells what it gets, in main and in post. */
const TELLING = {
  "tell/action.yml": `
name: tell
description: tells
inputs:
  who: { description: w, default: "\${{ github.actor }}" }
  two words: { description: t }
  old: { description: o, deprecationMessage: use who }
outputs: { said: { description: s } }
runs: { using: node24, main: ../dist/main.mjs, post: ../dist/post.mjs, post-if: "success() || failure()" }
`,
  "dist/main.mjs": `
import { appendFileSync } from "node:fs";
const env = process.env;
console.log("main", env["INPUT_WHO"], "[" + env["INPUT_TWO WORDS".replace(" ", "_")] + "]", env.GITHUB_ACTION_REPOSITORY, env.GITHUB_ACTION_REF);
console.log("runtime", Boolean(env.ACTIONS_RUNTIME_TOKEN && env.ACTIONS_RESULTS_URL), "oidc", Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL), "cwd", process.cwd() === env.GITHUB_WORKSPACE);
appendFileSync(env.GITHUB_OUTPUT, "said=hi " + env["INPUT_WHO"] + "\\n");
appendFileSync(env.GITHUB_STATE, "who=" + env["INPUT_WHO"] + "\\n");
if (env["INPUT_WHO"] === "fail") process.exitCode = 1;
`,
  "dist/post.mjs": `console.log("post of", process.env.STATE_who, process.env["INPUT_WHO"], Object.keys(process.env).filter((n) => n.startsWith("STATE_")).length);`,
};

const LIBRARY = {
  ...TELLING,
  "compose/action.yml": `
name: compose
description: composes
inputs: { name: { description: n, required: true }, flag: { description: f, default: "true" } }
outputs:
  both: { description: b, value: "\${{ steps.tell.outputs.said }} / \${{ steps.script.outputs.made }}" }
runs:
  using: composite
  steps:
    - id: tell
      uses: $/tell
      with: { who: "\${{ inputs.name }}" }
    - id: script
      shell: bash
      env: { INNER: "\${{ env.OUTER }}+" }
      run: |
        echo "made=\${{ inputs.flag }}" >> "$GITHUB_OUTPUT"
        echo "inner $INNER in \${{ github.action_path }}"
        test -f "$GITHUB_ACTION_PATH/action.yml"
    - name: refuse
      if: inputs.name == 'bad'
      shell: bash
      run: exit 4
    - shell: bash
      if: failure()
      run: echo "inner failure seen"
    - shell: bash
      run: echo "inner end"
`,
};

function maps(folder: string, ref = "v1") {
  return [{ repository: "lib/actions", ref, folder }];
}

describe("a JavaScript action", () => {
  it("gets inputs, defaults and runtime tokens; its post runs last-in-first-out with its own state", async () => {
    using library = makeRepository(LIBRARY);
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { id: one, name: one, uses: lib/actions/tell@v1 }
          - { name: two, uses: lib/actions/tell@v1, with: { Who: bob, two words: x y, nonsense: 1, old: z } }
          - { run: 'echo "outputs \${{ steps.one.outputs.said }}"' }
    `);
    const done = await run(repository, { maps: maps(library.path) });
    expect(done.lines("a")).toEqual(
      expect.arrayContaining([
        "main ann [] lib/actions v1",
        "main bob [x y] lib/actions v1",
        "runtime true oidc false cwd true",
        "outputs hi ann",
      ]),
    );
    expect(done.steps("a")).toEqual([
      "one: success",
      "two: success",
      'Run echo "outputs hi ann": success',
      "Post two: success",
      "Post one: success",
    ]);
    expect(done.lines("a").filter((line) => line.startsWith("post of"))).toEqual([
      "post of bob bob 1",
      "post of ann ann 1",
    ]);
    expect(done.annotations()).toEqual([
      "warning: Input 'old' has been deprecated with message: use who",
      "warning: Unexpected input(s) 'nonsense', valid inputs are ['who', 'two words', 'old']",
    ]);
  });

  it("fails its step by its exit code, and its post follows post-if", async () => {
    using library = makeRepository(LIBRARY);
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: main, uses: lib/actions/tell@v1, with: { who: fail } }
          - { name: never, uses: lib/actions/tell@v1 }
    `);
    const done = await run(repository, { maps: maps(library.path) });
    expect(done.steps("a")).toEqual(["main: failure", "never: skipped", "Post main: success"]);
  });

  it("gets an identity only where the job may have one", async () => {
    using library = makeRepository(LIBRARY);
    using repository = makeRepository({
      ".github/workflows/ci.yml": `
on: push
permissions: { contents: read }
jobs:
  without: { runs-on: x, steps: [{ uses: lib/actions/tell@v1 }, { run: 'echo "script [$ACTIONS_ID_TOKEN_REQUEST_URL]"' }] }
  with:
    permissions: { id-token: write }
    runs-on: x
    steps:
      - uses: lib/actions/tell@v1
      - run: |
          curl -sS -H "Authorization: Bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=me" > "$SHARED/token.json"
`,
    });
    const env = { ...process.env, SHARED: repository.path };
    const done = await run(repository, { maps: maps(library.path), world: { env } });
    expect(done.lines("without")).toEqual(expect.arrayContaining(["runtime true oidc false cwd true", "script []"]));
    expect(done.lines("with")).toContain("runtime true oidc true cwd true");
    const { value } = JSON.parse(repository.read("token.json")) as { value: string };
    const claims: unknown = JSON.parse(Buffer.from(value.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({
      aud: "me",
      iss: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/),
      sub: "repo:acme/orders:ref:refs/heads/main",
      job_workflow_ref: "acme/orders/.github/workflows/ci.yml@refs/heads/main",
      sha: repository.git("rev-parse", "HEAD"),
    });
  });
});

describe("a composite action", () => {
  it("has its own steps, inputs and outputs, and $/ leads to its own repository", async () => {
    using library = makeRepository(LIBRARY);
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        env: { OUTER: job }
        steps:
          - { id: c, name: c, uses: lib/actions/compose@v1, env: { OUTER: step }, with: { name: kim } }
          - run: echo "both \${{ steps.c.outputs.both }} [\${{ steps.tell.outputs.said }}]"
    `);
    const done = await run(repository, { maps: maps(library.path) });
    expect(done.lines("a")).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^main kim \[\] lib\/actions [0-9a-f]{40}$/),
        `inner step+ in ${join(library.path, "compose")}`,
        "inner end",
        "both hi kim / true []",
        "post of kim kim 1",
      ]),
    );
    expect(done.steps("a").at(-1)).toBe("Post c: success");
  });

  it("that fails goes on as its own conditions say, and fails its step", async () => {
    using library = makeRepository(LIBRARY);
    using repository = workflow(`
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: before, run: exit 1, continue-on-error: true }
          - { name: c, uses: lib/actions/compose@v1, with: { name: bad } }
          - { name: after, run: echo }
    `);
    const done = await run(repository, { maps: maps(library.path) });
    expect(done.steps("a")).toEqual(["before: success", "c: failure", "after: skipped", "Post c: success"]);
    expect(done.lines("a")).toContain("inner failure seen");
    expect(done.lines("a")).not.toContain("inner end");
  });

  it("may come from the workspace, or from the run's own repository without a checkout", async () => {
    using repository = workflow(
      `
      a:
        runs-on: ubuntu-latest
        steps:
          - { name: self, uses: $/compose, with: { name: self } }
          - { name: too early, uses: ./compose, continue-on-error: true }
          - uses: actions/checkout@v4
          - { name: local, uses: ./compose, with: { name: local } }
    `,
      LIBRARY,
    );
    const done = await run(repository);
    expect(done.steps("a")).toEqual(expect.arrayContaining(["self: success", "too early: success", "local: success"]));
    expect(done.annotations()).toContain("error: ./compose has no action.yml.");
  });
});

const PIPELINE = `
name: called
on:
  workflow_call:
    inputs:
      text: { type: string, default: "d-\${{ github.event_name }}" }
      flag: { type: boolean }
      count: { type: number, default: 3 }
      must: { type: string, required: true }
    secrets: { given: { required: true }, other: { required: false } }
    outputs:
      result: { value: "\${{ jobs.work.outputs.made }}" }
      state: { value: "\${{ jobs.work.result }}" }
env: { OWN: called }
jobs:
  work:
    runs-on: ubuntu-latest
    outputs: { made: "\${{ steps.s.outputs.made }}" }
    steps:
      - id: s
        run: echo "made=\${{ inputs.text }}/\${{ inputs.flag }}/\${{ inputs.count }}/\${{ inputs.must }}" >> "$GITHUB_OUTPUT"
      - run: echo "env [$TOP] $OWN secret [\${{ secrets.given == 'sesame' }}] [\${{ secrets.other }}] [\${{ secrets.hidden }}]"
      - run: echo "\${{ job.workflow_ref }} \${{ job.workflow_repository }} \${{ job.workflow_file_path }} \${{ job.workflow_sha }} \${{ github.workflow }}"
      - uses: $/tell
  nested:
    needs: work
    uses: ./.github/workflows/inner.yml
    secrets: inherit
`;

const INNER = `
on: workflow_call
jobs:
  deep:
    name: deep \${{ github.ref_name }}
    runs-on: x
    steps: [{ run: 'echo "deep [\${{ secrets.given == ''sesame'' }}] [\${{ secrets.hidden }}]"' }]
`;

describe("a reusable workflow", () => {
  const library = { ...LIBRARY, ".github/workflows/called.yml": PIPELINE, ".github/workflows/inner.yml": INNER };

  it("takes typed inputs and named secrets, gives outputs, and ./ leads to its own repository", async () => {
    using called = makeRepository(library);
    using repository = makeRepository({
      ".github/workflows/ci.yml": `
name: caller
on: push
env: { TOP: caller }
jobs:
  first: { runs-on: x, outputs: { v: "\${{ steps.s.outputs.v }}" }, steps: [{ id: s, run: 'echo v=out >> $GITHUB_OUTPUT' }] }
  call:
    needs: first
    name: The call
    uses: lib/actions/.github/workflows/called.yml@v1
    with: { must: "\${{ needs.first.outputs.v }}", flag: true }
    secrets: { given: "\${{ secrets.PASS }}" }
  end:
    needs: call
    runs-on: x
    steps: [{ run: 'echo "\${{ needs.call.outputs.result }} \${{ needs.call.outputs.state }} \${{ needs.call.result }}"' }]
`,
    });
    const secrets = { PASS: "sesame", hidden: "hidden" };
    const done = await run(repository, { maps: maps(called.path), secrets });
    expect(done.jobs()).toEqual([
      "call/nested/deep: success",
      "call/nested: success",
      "call/work: success",
      "call: success",
      "end: success",
      "first: success",
    ]);
    const sha = called.git("rev-parse", "HEAD");
    expect(done.lines("call/work")).toEqual(
      expect.arrayContaining([
        "env [] called secret [true] [] []",
        `lib/actions/.github/workflows/called.yml@v1 lib/actions .github/workflows/called.yml ${sha} caller`,
        expect.stringMatching(/^main ann \[\] lib\/actions [0-9a-f]{40}$/),
      ]),
    );
    expect(done.lines("end")).toContain("d-push/true/3/out success success");
    expect(done.lines("call/nested/deep")).toContain("deep [true] []");
    expect(done.record.jobs.map(({ name }) => name)).toEqual([
      "first",
      "The call",
      "The call / work",
      "The call / nested",
      "The call / nested / deep main",
      "end",
    ]);
  });

  it("may be called by a matrix, each leg with its own jobs", async () => {
    using called = makeRepository(library);
    using repository = makeRepository({
      ".github/workflows/ci.yml": `
on: push
jobs:
  call:
    strategy: { matrix: { v: [1, 2] } }
    uses: lib/actions/.github/workflows/called.yml@v1
    with: { must: "\${{ matrix.v }}" }
    secrets: { given: x }
  end:
    needs: call
    runs-on: x
    steps: [{ run: 'echo "\${{ needs.call.outputs.result }}"' }]
`,
    });
    const done = await run(repository, { maps: maps(called.path) });
    expect(done.jobs()).toEqual(
      expect.arrayContaining(["call/1/work: success", "call/2/work: success", "call/2: success", "call: success"]),
    );
    expect(done.lines("end")).toContain("d-push/false/3/2");
  });
});
