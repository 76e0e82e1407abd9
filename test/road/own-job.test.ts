import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../repo/root.ts";
import { workflowsOf } from "../repo/snippets.ts";
import { type Consumer, makeConsumer, nodePackage, runTurnpike } from "./consumer.ts";

/** The workflow file that a page shows, as a repository of acme's has it. */
function shownIn(page: string): string {
  const [text] = workflowsOf(readFileSync(join(root, page), "utf8"));
  if (text === undefined) throw new Error(`${page} shows no workflow file`);
  return text.replaceAll("OWNER/", "acme/");
}

function shop(page: string): Consumer {
  return makeConsumer({ ...nodePackage, ".github/workflows/turnpike.yml": shownIn(page) });
}

/** A pull request as GitHub sends it, from a branch of `from`. */
function pullRequest(consumer: Consumer, from: string): string {
  const sha = consumer.git("rev-parse", "HEAD");
  const side = (name: string, ref: string) => ({ ref, sha, label: ref, repo: { full_name: name } });
  const pull = { number: 7, head: side(from, "change"), base: side("acme/shop", "main") };
  consumer.write("event.json", JSON.stringify({ number: 7, pull_request: pull }));
  return join(consumer.folder, "event.json");
}

async function runPull(consumer: Consumer, from: string) {
  const file = pullRequest(consumer, from);
  const args = ["run", "--event", "pull_request", "--event-file", file, "--repository", "acme/shop"];
  return runTurnpike(args, consumer.folder);
}

describe("check run and comment, as docs/summary.md shows them", () => {
  it("are posted for a pull request of the repository's own", async () => {
    const consumer = shop("docs/summary.md");
    const { code, stderr } = await runPull(consumer, "acme/shop");
    expect(code, stderr).toBe(0);
    const checks: unknown = JSON.parse(consumer.read(".turnpike/run/check-runs.json"));
    expect(checks).toMatchObject([{ name: "Turnpike", conclusion: "success" }]);
    const comments: unknown = JSON.parse(consumer.read(".turnpike/run/comments.json"));
    expect(comments).toMatchObject([{ body: expect.stringContaining("required gates passed") }]);
  });

  it("are said to be missing in one from a fork, and nothing fails", async () => {
    const consumer = shop("docs/summary.md");
    const { code, stderr } = await runPull(consumer, "stranger/shop");
    expect(code, stderr).toBe(0);
    for (const name of ["check-runs.json", "comments.json"]) {
      expect(existsSync(join(consumer.folder, ".turnpike/run", name))).toBe(false);
    }
    const page = consumer.read(".turnpike/run/summary.html");
    expect(page).toContain("There is no check run of Turnpike");
    expect(page).toContain("There is no comment of Turnpike");
    expect(page).toContain("required gates passed");
  });
});

describe("the history in a ref, as docs/flaky.md shows it", () => {
  it("is not written where there is no server, and changes no result", async () => {
    const consumer = shop("docs/flaky.md");
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(0);
    const record: unknown = JSON.parse(consumer.read(".turnpike/run/run.json"));
    expect(JSON.stringify(record)).toContain("remember");
  });
});

describe("a runner that is lost in a fan-out", () => {
  it("makes the run an error, and the page says which share is missing and what to do", async () => {
    const consumer = makeConsumer({
      ...nodePackage,
      ".github/workflows/turnpike.yml": [
        "name: turnpike",
        "on: push",
        "permissions: { contents: read }",
        "jobs:",
        "  turnpike:",
        "    uses: acme/turnpike/.github/workflows/checks.yml@v1",
        "    with: { max-runners: 3, fan-out-above: 1s }",
        "",
      ].join("\n"),
      // Nothing of the step is left that ran the gates of this share: no verdict, no output.
      "turnpike.yml": ["gates:", "  first: { run: [node, --version] }", "  killer: { run: 'kill -9 $PPID' }", ""].join(
        "\n",
      ),
    });
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(3);
    const page = consumer.read(".turnpike/run/summary.html");
    expect(page).toMatch(/share \d of 3 left no result of it/);
    expect(page).toContain("run the failed jobs again");
  });
});
