import { describe, expect, it } from "vitest";
import { reportContract } from "../../../src/actions/report/contract.ts";
import { report } from "../../../src/actions/report/run.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { MemoryGitHub, type MemoryGitHubOptions } from "../../../src/adapters/memory/github.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import { reportOf } from "../../../src/core/summary/index.ts";
import type { RunContext } from "../../../src/ports/run-context.ts";
import { detail, detailsFile, finding, gate, run, verdictFile } from "../../core/summary/samples.ts";
import { memoryLog } from "../../fakes/log.ts";
import { RUN_CONTEXT } from "../../fakes/run-context.ts";

const SECRET = "hunter2-is-not-enough";
const PULL: Partial<RunContext> = {
  eventName: "pull_request",
  event: { pull_request: { number: 7, head: { sha: "e".repeat(40) } } },
};

function failing(message: string) {
  const details = detail("lint", { findings: [finding("src/a.py", 3, message)], findingsTotal: 1, logTail: [message] });
  const gates = [gate("lint", { outcome: "failed", reason: message }), gate("types")];
  return reportOf({ verdict: verdictFile("failed", gates), details: detailsFile([details]), run });
}

function world(told: unknown, options: MemoryGitHubOptions = {}, context: Partial<RunContext> = PULL) {
  const pages: string[] = [];
  const github = new MemoryGitHub(options);
  const content: Record<string, string> = told === undefined ? {} : { ".turnpike/report.json": JSON.stringify(told) };
  const ports = {
    ...{ github, files: new MemoryFiles(content, "/repo"), log: memoryLog() },
    page: { append: async (markdown: string) => void pages.push(markdown) },
    context: { ...RUN_CONTEXT, ...context } as RunContext,
    env: { API_TOKEN: SECRET },
  };
  const give = (inputs: Record<string, string>) => report(parseInputs(reportContract, inputs), ports);
  return { ...ports, github, pages, give };
}

const BOTH = { "check-run": "true", comment: "true" };

describe("a repository in a folder of the checkout", () => {
  it("has its annotations and links where its files are", () => {
    const found = [finding("src/a.py", 3, "bad")];
    const gates = [gate("lint-docs", { outcome: "failed" }), gate("lint", { outcome: "failed" })];
    const details = {
      ...detailsFile([detail("lint-docs", { findings: found }), detail("lint", { logTail: ["of another gate"] })]),
      prefix: "services/api/",
    };
    const made = reportOf({ verdict: verdictFile("failed", gates), details, run });
    expect(made.annotations).toEqual([
      { path: "services/api/src/a.py", line: 3, level: "failure", title: "lint-docs", message: "bad" },
    ]);
    expect(made.summary).toContain(`/blob/${run.sha}/services/api/src/a.py#L3`);
  });
});

describe("the report", () => {
  it("posts nothing unless it is asked to", async () => {
    const { give, github, pages } = world(failing("no"));
    expect(await give({})).toEqual({ outputs: { checkRunUrl: "", commentUrl: "" } });
    expect([github.checks.size, github.comments.size, pages.length]).toEqual([0, 0, 0]);
  });

  it("makes a check run of the head of the pull request, and one comment", async () => {
    const { give, github } = world(failing("no"));
    const { outputs } = await give(BOTH);
    expect(outputs).toEqual({
      checkRunUrl: "https://github.com/acme/shop/runs/1",
      commentUrl: "https://github.com/acme/shop/pull/7#issuecomment-1",
    });
    const [check] = github.checks.values();
    expect(check).toMatchObject({ name: "Turnpike", headSha: "e".repeat(40), conclusion: "failure" });
    expect(check?.annotations).toMatchObject([{ path: "src/a.py", line: 3, level: "failure", details: "no" }]);
    const [comment] = github.comments.values();
    expect(comment).toMatch(/^<!-- turnpike:[0-9a-f]{16} -->\n### ❌ 1 of 2 required gates failed\n/);
    expect(comment).not.toMatch(/\d s\b|\d min/);
  });

  it("says nothing new when nothing is new", async () => {
    const { give, log } = world(failing("no"));
    await give(BOTH);
    await give(BOTH);
    expect(log.lines.join("\n")).toContain("comment is unchanged");
    expect(log.lines.join("\n")).toContain("check run is updated");
  });

  it("says on the page what it may not do, and fails for nothing", async () => {
    const { give, pages } = world(failing("no"), { mayReport: false });
    expect(await give(BOTH)).toEqual({ outputs: { checkRunUrl: "", commentUrl: "" } });
    expect(pages.join("")).toContain("There is no check run of Turnpike: HTTP 403");
    expect(pages.join("")).toContain("pull-requests: write");
  });

  it("survives a service that throws, and a report that is not there, broken or too new", async () => {
    const { give, pages, github } = world(failing("no"));
    github.putCheckRun = async () => {
      throw new Error("HTTP 502, Bad Gateway");
    };
    expect((await give({ "check-run": "true" })).outputs.checkRunUrl).toBe("");
    expect(pages.join("")).toContain("HTTP 502");
    for (const told of [undefined, "{", { schema: "turnpike/report/2" }]) {
      const other = world(told);
      expect((await other.give(BOTH)).outputs.checkRunUrl).toBe("");
      expect(other.log.lines.join("\n")).toContain("neither a check run nor a comment");
    }
  });

  it("writes no comment outside of a pull request", async () => {
    const { give, github } = world(failing("no"), {}, { eventName: "push", event: {}, sha: "f".repeat(40) });
    await give(BOTH);
    expect(github.comments.size).toBe(0);
    expect([...github.checks.values()][0]?.headSha).toBe("f".repeat(40));
  });

  it("hides secrets as they are, in base64 and percent-encoded", async () => {
    const forms = [SECRET, btoa(SECRET), encodeURIComponent(`${SECRET}/ä`)];
    const { give, github } = world(failing(`it printed ${forms.join(" ")}`));
    await give(BOTH);
    const posted = JSON.stringify([[...github.checks.values()], [...github.comments.values()]]);
    for (const form of [SECRET, btoa(SECRET).replace(/=+$/, "")]) expect(posted).not.toContain(form);
    expect(posted).toContain("***");
  });
});
