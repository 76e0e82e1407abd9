import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  proposeAdoption,
  recognizeCaller,
  renderCaller,
  triggersFor,
  turnpikeCalls,
} from "../../../src/core/adopt/index.ts";
import { parseWorkflowFile, type WorkflowFile } from "../../../src/core/workflow/index.ts";
import { adoptFacts, PIN, wishes, written } from "../../fakes/adopt.ts";
import { anyText } from "../../fakes/any-text.ts";

const CALLER = ".github/workflows/turnpike.yml";
const LIBRARY = { "pyproject.toml": '[project]\nname = "x"\n[build-system]\nrequires = []\n' };

async function parse(text: string, label = CALLER): Promise<WorkflowFile> {
  const parsed = await parseWorkflowFile(label, text);
  if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.problems));
  return parsed.workflow;
}

async function callerOf(texts: Readonly<Record<string, string>>, more = {}): Promise<string> {
  const files = await written(adoptFacts(texts, more));
  return files[CALLER] ?? "";
}

describe("the caller", () => {
  it("of a library signs its releases, and grants what that needs", async () => {
    await expect(await callerOf(LIBRARY)).toMatchFileSnapshot("caller-pipeline.golden.yml");
  });

  it("of a repository that builds nothing may only read", async () => {
    await expect(await callerOf({ "README.md": "" })).toMatchFileSnapshot("caller-checks.golden.yml");
  });

  it("is told apart from a workflow that publishes what it builds itself", async () => {
    const facts = adoptFacts(LIBRARY);
    const publishes = {
      what: "twine upload",
      text: "twine upload dist/*",
      file: ".github/workflows/release.yml",
      line: 6,
    };
    const publishing = { ...facts, plan: { ...facts.plan, neverRun: [publishes] } };
    const { remarks } = await proposeAdoption(publishing, wishes());
    expect(remarks).toMatchObject([
      { where: ".github/workflows/release.yml:6", message: expect.stringContaining("a build of its own") },
    ]);
    expect((await proposeAdoption(publishing, wishes({ checksOnly: true }))).remarks).toEqual([]);
  });

  it("may only read where that was asked for", async () => {
    const files = await written(adoptFacts(LIBRARY), wishes({ checksOnly: true }));
    expect(files[CALLER]).toContain("/checks.yml@");
    expect(files[CALLER]).not.toContain("write");
  });

  it("takes over what starts the repository's own workflows", async () => {
    const text = await callerOf({
      ...LIBRARY,
      ".github/workflows/ci.yml": `on:
  push:
    branches: [main, "2.x", "dependabot/**"]
  pull_request:
  merge_group:
  workflow_dispatch:
jobs: { a: { runs-on: x, steps: [{ run: "true" }] } }
`,
      ".github/workflows/release.yml": `on: { push: { tags: ["[0-9]+.*", "!*rc*"] } }
jobs: { a: { runs-on: x, steps: [{ run: "true" }] } }
`,
    });
    await expect(text).toMatchFileSnapshot("caller-triggers.golden.yml");
    const { triggers } = await parse(text);
    expect(triggers.map(({ event }) => event)).toEqual(["pull_request", "push", "merge_group", "workflow_dispatch"]);
  });

  it("takes nothing out that another workflow waits for", async () => {
    const waiting = (tags: string) =>
      `on: { push: { tags: ${tags} } }\njobs: { a: { runs-on: x, steps: [{ run: "true" }] } }\n`;
    const text = await callerOf({
      ...LIBRARY,
      ".github/workflows/a.yml": waiting('["*"]'),
      ".github/workflows/b.yml": waiting('["!**"]'),
    });
    expect(text).toContain('tags: ["*"] # as a.yml has it');
    const two = await callerOf({
      ...LIBRARY,
      ".github/workflows/a.yml": waiting('["core-*"]'),
      ".github/workflows/b.yml": waiting('["cli-*", "!*rc*"]'),
    });
    expect(two).toContain('      - "core-*" # as a.yml has it\n      - "cli-*" # as b.yml has it\n');
    expect(two).not.toContain("rc");
  });

  it("waits for the published release rather than the tag that comes with it", async () => {
    const release =
      "on: { release: { types: [published] }, push: { tags: [v*] } }\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }\n";
    const text = await callerOf({ ...LIBRARY, ".github/workflows/release.yml": release });
    expect(text).toContain("types: [published] # as release.yml has it");
    expect(text).not.toContain("tags:");
  });

  it.each([
    [["v2.0.0", "v1.0.0"], 'tags: ["v*"]', false],
    [["2.0.0", "1.9.0", "v1.0.0"], 'tags: ["[0-9]*"]', true],
    [["core-2.0.0", "core-1.0.0"], 'tags: ["core-*"]', true],
    [["nightly", "latest"], 'tags: ["v*"]', false],
  ])("reads from the tags %j that releases are %s", async (tags, line, needsInput) => {
    const text = await callerOf(LIBRARY, { tags });
    expect(text).toContain(line);
    expect(text.includes("release-tags:")).toBe(needsInput);
  });

  it("is valid by GitHub's own parser whatever branches and tags are called", async () => {
    const name = anyText({ minLength: 1, maxLength: 30 }).filter((text) => text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(name, fc.array(name, { maxLength: 3 }), async (branch, tags) => {
        const triggers = triggersFor({ defaultBranch: branch, workflows: [], tags }, true);
        const workflow = await parse(renderCaller({ lane: "pipeline", pin: PIN, triggers }));
        expect(turnpikeCalls(workflow)).toEqual([
          expect.objectContaining({ jobId: "turnpike", lane: "pipeline", ref: PIN.sha }),
        ]);
        const push = workflow.triggers.find(({ event }) => event === "push");
        expect(push?.settings?.toString()).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it("passes over workflows that GitHub itself would refuse", async () => {
    const files = await written(adoptFacts({ ...LIBRARY, ".github/workflows/broken.yml": "on: [push\njobs: 3" }));
    expect(Object.keys(files)).toContain(CALLER);
  });
});

describe("a caller that is there", () => {
  const older = { ...PIN, sha: "f".repeat(40), version: "v1.3.0" };

  it("gets the new pin when init wrote it, and nothing else of it changes", async () => {
    const text = (await callerOf(LIBRARY))
      .replace(PIN.sha, older.sha)
      .replace("# v1.4.2", "# v1.3.0")
      .replace("[main]", "[main, mine]");
    const files = await written(adoptFacts({ ...LIBRARY, [CALLER]: text }));
    expect(files[CALLER]).toBe(text.replace(older.sha, PIN.sha).replace("# v1.3.0", "# v1.4.2"));
  });

  it("is left alone when its release is newer", async () => {
    const text = (await callerOf(LIBRARY)).replace(PIN.sha, older.sha).replace("# v1.4.2", "# v1.10.0");
    expect(await recognizeCaller(CALLER, text, PIN)).toMatchObject({ kind: "current" });
  });

  it("is left alone when somebody wrote it, or it calls the road of somebody else", async () => {
    const text = await callerOf(LIBRARY);
    expect(await recognizeCaller(CALLER, text.replace(/^#.*\n/, ""), older)).toMatchObject({ kind: "by-hand" });
    expect(await recognizeCaller(CALLER, text, { ...older, repository: "fork/turnpike" })).toMatchObject({
      kind: "by-hand",
    });
  });

  it("stands in the way when it is about something else", async () => {
    const text = "on: push\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }\n";
    expect(await recognizeCaller(CALLER, text, PIN)).toEqual({ kind: "foreign" });
    expect(await recognizeCaller(CALLER, "no workflow", PIN)).toEqual({ kind: "foreign" });
  });

  it("that only releases start gets one beside it that only checks", async () => {
    const release = (await callerOf(LIBRARY))
      .replace("  pull_request:\n", "")
      .replace("    branches: [main] # the default branch\n", "");
    const adoption = await proposeAdoption(
      adoptFacts({ ...LIBRARY, ".github/workflows/publish.yml": release }),
      wishes(),
    );
    expect(adoption.changes[0]?.after).toContain("/checks.yml@");
    expect(adoption.changes[0]?.after).not.toContain("tags:");
    expect(adoption.remarks).toEqual([
      {
        where: ".github/workflows/publish.yml",
        message: "calls Turnpike for releases already; the new caller only checks",
      },
    ]);
  });

  it("under another name keeps a second one from being written", async () => {
    const text = await callerOf(LIBRARY);
    const files = await written(adoptFacts({ ...LIBRARY, ".github/workflows/ci.yml": text }));
    expect(files).not.toHaveProperty([CALLER]);
  });
});
