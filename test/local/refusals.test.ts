import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatError, TurnpikeError } from "../../src/errors.ts";
import { makeRepository, run, type TestRepository, workflow } from "./rig.ts";

type Options = Parameters<typeof run>[1];

/** What a person reads when a run is refused. */
async function refusal(repository: TestRepository, options: Options = {}): Promise<string> {
  const error: unknown = await run(repository, options).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (!(error instanceof TurnpikeError)) throw new Error(`it was not refused: ${String(error)}`);
  expect(error.kind === "config" || error.kind === "user").toBe(true);
  // Nothing half-written: what a former run left stays, and this one left nothing.
  expect(existsSync(join(repository.path, ".turnpike/run"))).toBe(false);
  return formatError(error);
}

describe("what is not done is an error with its place, before anything runs", () => {
  it.each([
    ["services: { db: { image: x } }", "ci.yml:6:5  turnpike run does not do `services`"],
    ["container: node:20", "ci.yml:6:5  turnpike run does not do `container`"],
    ["cache-mode: read", "ci.yml:6:5  turnpike run does not do `cache-mode`"],
    ["steps: [{ run: x, background: true }]", "ci.yml:6:23  turnpike run does not do `background`"],
    ["steps: [{ parallel: [{ run: x }] }]", "ci.yml:6:15  turnpike run does not do `parallel`"],
    ["steps: [{ uses: actions/setup-go@v5 }]", "ci.yml:6:21  actions/setup-go@v5 is not here"],
    ["steps: [{ uses: docker://alpine }]", "ci.yml:6:21  turnpike run does not do Docker actions: docker://alpine"],
    ["steps: [{ uses: $/action@v1 }]", 'ci.yml:6:21  "$/action@v1" must have no ref: $/ is the commit that runs'],
    ["steps: [{ uses: $/missing }]", "ci.yml:6:21  acme/orders/missing has no action.yml."],
    ["colour: red", "ci.yml:6:5  Unexpected value 'colour'"],
    ["timeout-minuts: 5", "ci.yml:6:5  Unexpected value 'timeout-minuts'; did you mean `timeout-minutes`?"],
    ["needs: [zz]", "ci.yml:4:3  The workflow must contain at least one job with no dependencies."],
    ['if: "github.nope(1)"', /ci\.yml:6:\d+ {2}/],
  ])("%s", async (line, message) => {
    const steps = line.startsWith("steps") ? "" : "    steps: [{ run: x }]\n";
    using repository = makeRepository({
      ".github/workflows/ci.yml": `name: ci\non: push\njobs:\n  a:\n    runs-on: x\n    ${line}\n${steps}`,
    });
    const text = await refusal(repository);
    expect(text).toMatch(message);
    expect(text).toContain("nothing was run");
  });

  it("all problems at once, also those of actions and of called workflows", async () => {
    using library = makeRepository({
      "act/action.yml": "name: a\ndescription: d\nruns: { using: docker, image: x }\n",
      ".github/workflows/w.yml":
        "on: { workflow_call: { inputs: { n: { type: number, required: true } } } }\njobs: { b: { runs-on: x, container: y, steps: [{ run: x }] } }\n",
      ".github/workflows/plain.yml": "on: push\njobs: { b: { runs-on: x, steps: [{ run: x }] } }\n",
      ".github/workflows/takes.yml":
        "on: { workflow_call: { inputs: { n: { type: number, required: true } }, secrets: { s: { required: true } } } }\njobs: { b: { runs-on: x, steps: [{ run: x }] } }\n",
    });
    using repository = workflow(`
      a:
        runs-on: x
        steps: [{ uses: lib/r/act@v1 }, { uses: lib/r/none@v1 }]
      b: { uses: lib/r/.github/workflows/w.yml@v1, with: { n: 1 } }
      c: { uses: lib/r/.github/workflows/plain.yml@v1 }
      d: { uses: lib/r/.github/workflows/none.yml@v1 }
      e: { uses: lib/r/.github/workflows/takes.yml@v1, with: { m: 1 }, secrets: { t: x } }
      f: { uses: elsewhere/r/.github/workflows/x.yml@v1 }
    `);
    const maps = [{ repository: "lib/r", ref: "v1", folder: library.path }];
    const text = await refusal(repository, { maps });
    expect(text.split("\n")).toEqual([
      ".github/workflows/ci.yml:6:21  lib/r/act/action.yml is not valid.",
      "lib/r/act/action.yml:3:16  turnpike run does not do Docker actions; run this job on GitHub.",
      ".github/workflows/ci.yml:6:45  lib/r/none has no action.yml.",
      expect.stringMatching(/^lib\/r\/\.github\/workflows\/w\.yml@v1:2:26 {2}turnpike run does not do `container`/),
      ".github/workflows/ci.yml:8:14  lib/r/.github/workflows/plain.yml@v1 cannot be called: its `on` has no `workflow_call`.",
      ".github/workflows/ci.yml:9:14  lib/r/.github/workflows/none.yml@v1 leads to lib/r/.github/workflows/none.yml@v1, and there is no such file.",
      ".github/workflows/ci.yml:10:60  Input `m` is not one of lib/r/.github/workflows/takes.yml@v1; did you mean `n`?",
      ".github/workflows/ci.yml:10:14  Input `n` is required by lib/r/.github/workflows/takes.yml@v1 and is missing.",
      ".github/workflows/ci.yml:10:79  Secret `t` is not one of lib/r/.github/workflows/takes.yml@v1; did you mean `s`?",
      ".github/workflows/ci.yml:10:14  Secret `s` is required by lib/r/.github/workflows/takes.yml@v1 and is missing.",
      ".github/workflows/ci.yml:11:14  elsewhere/r/.github/workflows/x.yml@v1 is not here, and turnpike run downloads nothing. Give a folder that holds it: --map elsewhere/r@v1=DIR",
      "11 problems, nothing was run.",
    ]);
  });

  it("but a job that is left out may do what it likes", async () => {
    using repository = workflow(`
      a: { runs-on: x, steps: [{ run: echo }] }
      b: { needs: a, runs-on: x, steps: [{ run: echo }] }
      c: { runs-on: x, container: node, steps: [{ uses: not/here@v1 }] }
    `);
    expect((await run(repository, { job: "b" })).jobs()).toEqual(["a: success", "b: success"]);
    await expect(run(repository, { job: "z" })).rejects.toThrow('has no job "z"');
  });

  it("a workflow that unfolds without end, or is huge", async () => {
    const bomb = Array.from({ length: 9 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(9).fill(`*x${i}`).join(", ")}]`);
    using repository = makeRepository({
      ".github/workflows/ci.yml": `on: push\nx0: &x0 [lol]\n${bomb.join("\n")}\njobs: { a: { runs-on: x, steps: [{ run: x }] } }\n`,
    });
    expect(await refusal(repository)).toContain("nothing was run");
    repository.write({ ".github/workflows/ci.yml": `on: push\n#${"x".repeat(1024 * 1024)}\n` });
    expect(await refusal(repository)).toMatch(/The file has \d+ characters; GitHub reads at most 1048576/);
  });
});

describe("permissions", () => {
  const library = (job: string, top = "") => ({
    ".github/workflows/w.yml": `on: workflow_call\n${top}jobs: { sign: { if: false, runs-on: x, ${job}steps: [{ run: x }] } }\n`,
    ".github/workflows/outer.yml": "on: workflow_call\njobs: { inner: { uses: ./.github/workflows/w.yml } }\n",
  });

  const caller = (permissions: string, file = "w") => ({
    ".github/workflows/ci.yml": `on: push\n${permissions}jobs:\n  turnpike:\n    uses: lib/r/.github/workflows/${file}.yml@v1\n`,
  });

  it("are checked over nested jobs whatever their `if` says, and the YAML to add is shown", async () => {
    using called = makeRepository(library("permissions: { id-token: write, contents: read }, "));
    using repository = makeRepository(caller("permissions: { contents: read }\n"));
    const maps = [{ repository: "lib/r", ref: "v1", folder: called.path }];
    expect((await refusalOf(repository, maps)).split("\n")).toEqual([
      ".github/workflows/ci.yml:4:3  The nested job 'sign' of lib/r/.github/workflows/w.yml@v1 is requesting 'id-token: write', but is only allowed 'id-token: none'.",
      "The run would not start on GitHub: it asks for more permissions than it is granted.",
      "Add to the job `turnpike` of .github/workflows/ci.yml:",
      "permissions:",
      "  contents: read",
      "  id-token: write",
    ]);
  });

  async function refusalOf(repository: TestRepository, maps: NonNullable<NonNullable<Options>["maps"]>) {
    return await refusal(repository, { maps });
  }

  it("fit when they are granted, or when nested jobs ask for nothing", async () => {
    using asks = makeRepository(library("permissions: { id-token: write }, "));
    using quiet = makeRepository(library(""));
    using granting = makeRepository(caller("permissions: { id-token: write }\n"));
    using silent = makeRepository(caller(""));
    const maps = (folder: string) => [{ repository: "lib/r", ref: "v1", folder }];
    expect((await run(granting, { maps: maps(asks.path) })).exitCode).toBe(0);
    expect((await run(silent, { maps: maps(quiet.path) })).exitCode).toBe(0);
  });

  it("default to reading contents and packages, also through several levels and for the whole file", async () => {
    using asks = makeRepository(library("", "permissions: { contents: write }\n"));
    using direct = makeRepository(caller(""));
    using nested = makeRepository(caller("", "outer"));
    const maps = [{ repository: "lib/r", ref: "v1", folder: asks.path }];
    expect(await refusalOf(direct, maps)).toContain(
      "The workflow lib/r/.github/workflows/w.yml@v1 is requesting 'contents: write', but is only allowed 'contents: read'.",
    );
    expect(await refusalOf(nested, maps)).toContain(
      "lib/r/.github/workflows/outer.yml@v1:2:9  The workflow ./.github/workflows/w.yml is requesting 'contents: write'",
    );
  });
});

describe("a repository or event that does not fit", () => {
  const simple = "on: [push, workflow_dispatch]\njobs: { a: { runs-on: x, steps: [{ run: echo }] } }\n";

  it("no repository, and no commit yet", async () => {
    const folder = mkdtempSync(join(tmpdir(), "turnpike-none-"));
    try {
      using other = makeRepository({ ".github/workflows/ci.yml": simple });
      await expect(run(other, { directory: folder })).rejects.toThrow("is in no git repository");
      execFileSync("git", ["init", "--quiet"], { cwd: folder });
      await expect(run(other, { directory: folder })).rejects.toThrow("The repository has no commit yet");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("a detached head, unless the ref is said", async () => {
    using repository = makeRepository({ ".github/workflows/ci.yml": simple });
    repository.git("tag", "v1");
    repository.git("checkout", "--quiet", "--detach");
    expect(await refusal(repository)).toBe(
      "HEAD is detached, so the run has no branch.\nSay which ref the run is of: --ref v1",
    );
    repository.git("tag", "--delete", "v1");
    expect(await refusal(repository)).toContain("--ref main");
    repository.git("tag", "v1");
    expect((await run(repository, { ref: "main" })).exitCode).toBe(0);
    expect((await run(repository, { ref: "refs/tags/v1" })).record.ref).toBe("refs/tags/v1");
    await expect(run(repository, { ref: "v9" })).rejects.toThrow('There is no tag and no branch "v9".');
  });

  it("an event that no workflow listens to, with the events that there are", async () => {
    using repository = makeRepository({ ".github/workflows/ci.yml": simple });
    expect(await refusal(repository, { event: "release", ref: "main" })).toContain("A release is of a tag");
    expect(await refusal(repository, { event: "pull_request" })).toBe(
      "No workflow listens to pull_request.\nThere are:\n.github/workflows/ci.yml: push, workflow_dispatch\nChoose one: --event EVENT",
    );
    expect(await refusal(repository, { event: "pull_request", workflow: "ci.yml" })).toContain(
      "It has: push, workflow_dispatch.",
    );
    expect(await refusal(repository, { event: "gollum" })).toContain("Use one of: push, pull_request,");
  });

  it("several workflows, unless one is named or calls turnpike; or none", async () => {
    using repository = makeRepository({ ".github/workflows/a.yml": simple, ".github/workflows/b.yaml": simple });
    expect(await refusal(repository)).toBe(
      "Several workflows listen to push: a.yml, b.yaml.\nChoose one: --workflow FILE",
    );
    expect((await run(repository, { workflow: ".github/workflows/b.yaml" })).record.workflow).toBe(
      ".github/workflows/b.yaml",
    );
    using empty = makeRepository({ "a.txt": "" });
    expect(await refusal(empty)).toMatch(
      /^There is no workflow in \.github\/workflows\.\nBegin with .*:\n\nname: turnpike\n/,
    );
  });

  it("inputs that the dispatch does not have, or of the wrong type", async () => {
    using repository = makeRepository({
      ".github/workflows/ci.yml": `
on:
  push:
  workflow_dispatch:
    inputs:
      level: { type: choice, options: [low, high], default: low }
      dry: { type: boolean }
      count: { type: number, required: true }
jobs:
  a:
    runs-on: x
    steps:
      - run: echo "\${{ inputs.level }} \${{ inputs.dry == false }} \${{ github.event.inputs.dry == 'false' }} \${{ inputs.count == 3 }}"
`,
    });
    const event = "workflow_dispatch";
    expect(await refusal(repository, { event, inputs: { level: "mid", dry: "yes", more: "1" } })).toBe(
      [
        "--input more  .github/workflows/ci.yml has no such input; it has: level, dry, count.",
        '--input level  "mid" is no choice (low, high).',
        '--input dry  "yes" is no boolean.',
        "--input count  The input is required.",
        "The inputs do not fit, nothing was run.",
      ].join("\n"),
    );
    expect(await refusal(repository, { inputs: { level: "low" } })).toContain("Inputs belong to a dispatch");
    expect((await run(repository, { event, inputs: { count: "3" } })).lines("a")).toContain("low true true true");
  });
});

describe("events", () => {
  const everything = `
on: { push: { branches: [main] }, pull_request: {}, merge_group: {}, schedule: [{ cron: "5 4 * * *" }], release: {} }
concurrency: one
jobs:
  a:
    runs-on: x
    environment: production
    steps:
      - run: echo "\${{ github.ref }}|\${{ github.head_ref }}|\${{ github.base_ref }}|\${{ github.event.action }}|\${{ github.event.schedule }}"
      - run: echo "\${{ github.event.pull_request.head.ref }}|\${{ github.event.merge_group.base_ref }}|\${{ github.event.release.tag_name }}|\${{ github.event.head_commit.message }}"
`;

  it.each([
    ["push", "refs/heads/topic||||", "|||first"],
    ["pull_request", "refs/pull/1/merge|topic|main|synchronize|", "topic|||"],
    ["schedule", "refs/heads/topic||||5 4 * * *", "|||"],
  ])("%s", async (event, first, second) => {
    using repository = makeRepository({ ".github/workflows/ci.yml": everything });
    repository.git("checkout", "--quiet", "-b", "topic");
    const done = await run(repository, { event });
    expect(done.lines("a")).toEqual(expect.arrayContaining([first, second]));
  });

  it("merge_group, release, and a payload of one's own", async () => {
    using repository = makeRepository({
      ".github/workflows/ci.yml": everything,
      "payload.json": '{"action": "deleted", "release": {"tag_name": "mine"}}',
    });
    repository.git("tag", "v2");
    const group = await run(repository, { event: "merge_group" });
    expect(group.lines("a")[6]).toBeDefined();
    expect(group.lines("a")).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^refs\/heads\/gh-readonly-queue\/main\/pr-1-[0-9a-f]{40}\|\|\|checks_requested\|$/),
      ]),
    );
    const release = await run(repository, { event: "release", ref: "v2" });
    expect(release.lines("a")).toEqual(expect.arrayContaining(["refs/tags/v2|||published|", "||v2|"]));
    const eventFile = join(repository.path, "payload.json");
    const own = await run(repository, { event: "release", ref: "v2", eventFile });
    expect(own.lines("a")).toEqual(expect.arrayContaining(["refs/tags/v2|||deleted|", "||mine|"]));
  });

  it("say what differs from GitHub: filters, concurrency, environments", async () => {
    using repository = makeRepository({ ".github/workflows/ci.yml": everything });
    repository.git("checkout", "--quiet", "-b", "topic");
    const { notes } = await run(repository);
    expect(notes()).toEqual([
      "`concurrency` is accepted; one run here waits for no other.",
      "`environment` is accepted; its protection rules, variables and secrets are on GitHub.",
      ".github/workflows/ci.yml:2: GitHub would not start this run; push is not for branch topic.",
    ]);
  });
});
