import { describe, expect, it } from "vitest";
import {
  conditionOf,
  isFromFork,
  isTrue,
  jobStatusFunctions,
  oidcClaims,
  parseReference,
  parseWorkflowFile,
  permissionsBlock,
  permissionsOfFork,
  type Result,
  type RunFacts,
  readPermissions,
  SCOPES,
  shellArguments,
  shellCommand,
  stepStatusFunctions,
  toAnnotation,
  violations,
} from "../../../src/core/workflow/index.ts";

describe("a reference", () => {
  it.each([
    ["actions/checkout@v4", { kind: "repository", repository: "actions/checkout", path: "", ref: "v4" }],
    ["o/r/a/b@refs/heads/x", { kind: "repository", repository: "o/r", path: "a/b", ref: "refs/heads/x" }],
    ["./", { kind: "local", path: "" }],
    ["./.github/actions/x/", { kind: "local", path: ".github/actions/x" }],
    ["$/actions/gates", { kind: "self", path: "actions/gates" }],
    ["docker://alpine:3", { kind: "docker", image: "alpine:3" }],
  ])("%s", (uses, expected) => {
    expect(parseReference(uses)).toEqual(expected);
  });

  it.each(["$/actions/gates@v1", "$/", "checkout@v4", "actions/checkout", "actions/checkout@", "@v1"])(
    "%s is refused",
    (uses) => {
      expect(parseReference(uses)).toMatchObject({ kind: "invalid" });
    },
  );

  it("says what to write instead of a ref behind $/", () => {
    expect(parseReference("$/actions/gates@v1")).toMatchObject({
      reason: expect.stringContaining("write $/actions/gates"),
    });
  });
});

describe("permissions", () => {
  it("that nobody names are none", () => {
    expect(violations({ contents: "write" }, { contents: "read" })).toEqual([
      { scope: "contents", requested: "write", allowed: "read" },
    ]);
    expect(violations({ "id-token": "write" }, {})).toHaveLength(1);
    expect(violations({ contents: "read" }, { contents: "write" })).toEqual([]);
    expect(violations({}, {})).toEqual([]);
  });

  it("that are read are more than none, and less than write", () => {
    const levels = ["none", "read", "write"] as const;
    for (const [at, requested] of levels.entries()) {
      const refusing = levels.filter((granted) => violations({ checks: requested }, { checks: granted }).length > 0);
      expect(refusing).toEqual(levels.slice(0, at));
    }
  });

  it("are read from a map, and from the two words that stand for all scopes", async () => {
    const declared = async (permissions: string) => {
      const text = `on: push\npermissions: ${permissions}\njobs: { a: { runs-on: x, steps: [{ run: "true" }] } }\n`;
      const parsed = await parseWorkflowFile("ci.yml", text);
      return parsed.kind === "workflow" ? parsed.workflow.permissions : parsed;
    };
    expect(await declared("{ contents: read, checks: write, issues: none }")).toEqual({
      contents: "read",
      checks: "write",
      issues: "none",
    });
    const everyScope = (level: string) => Object.fromEntries(SCOPES.map((scope) => [scope, level]));
    expect(await declared("read-all")).toEqual(everyScope("read"));
    const readAtMost = { models: "read", "vulnerability-alerts": "read" };
    expect(await declared("write-all")).toEqual({ ...everyScope("write"), ...readAtMost });
    expect(await declared("{}")).toEqual({});
  });

  it("are given back as the block that would do", () => {
    const list = violations({ contents: "write", "id-token": "write" }, { contents: "read", checks: "read" });
    expect(permissionsBlock({ contents: "read", checks: "read", issues: "none" }, list)).toBe(
      "permissions:\n  contents: write\n  checks: read\n  id-token: write",
    );
  });

  it("are read at most in a pull request from a fork, without an identity", () => {
    const declared = { contents: "write", checks: "read", issues: "none", "id-token": "write" } as const;
    expect(permissionsOfFork(declared)).toEqual({
      contents: "read",
      checks: "read",
      issues: "none",
      "id-token": "none",
    });
    const from = (name: unknown) => ({ pull_request: { head: { repo: { full_name: name as string } } } });
    expect(isFromFork("pull_request", from("stranger/shop"), "acme/shop")).toBe(true);
    expect(isFromFork("pull_request", from("acme/shop"), "acme/shop")).toBe(false);
    expect(isFromFork("pull_request", {}, "acme/shop")).toBe(false);
    expect(isFromFork("push", from("stranger/shop"), "acme/shop")).toBe(false);
  });

  it("are absent when the key is", () => {
    expect(readPermissions(undefined)).toBeUndefined();
  });
});

describe("the condition of a job", () => {
  const job = (condition: string, results: Record<string, Result>, isCancelled = false) =>
    isTrue(condition, { contexts: {}, functions: jobStatusFunctions(new Map(Object.entries(results)), isCancelled) });

  // docs.github.com, Expressions, Status check functions; Workflow syntax, `jobs.<job_id>.needs`.
  it.each([
    ["success()", {}, true],
    ["success()", { a: "success", b: "success" }, true],
    ["success()", { a: "failure", b: "success" }, false],
    ["success()", { a: "skipped" }, false],
    ["success()", { a: "cancelled" }, false],
    ["failure()", { a: "success" }, false],
    ["failure()", { a: "failure", b: "skipped" }, true],
    ["failure()", { a: "cancelled" }, false],
    ["always()", { a: "failure" }, true],
    ["!failure()", { a: "skipped" }, true],
    ["success('b')", { a: "failure", b: "success" }, true],
    ["failure('b')", { a: "failure", b: "success" }, false],
  ] as const)("%s after %j is %s", (condition, results, holds) => {
    expect(job(condition, results)).toBe(holds);
  });

  it("sees a cancelled run", () => {
    expect(job("success()", {}, true)).toBe(false);
    expect(job("cancelled()", {}, true)).toBe(true);
    expect(job("always()", {}, true)).toBe(true);
    expect(job("cancelled()", {}, false)).toBe(false);
  });
});

describe("the condition of a step", () => {
  const step = (condition: string, ...status: Parameters<typeof stepStatusFunctions>) =>
    isTrue(condition, { contexts: {}, functions: stepStatusFunctions(...status) });

  it("looks at the job", () => {
    expect(["success()", "failure()", "cancelled()", "always()"].map((one) => step(one, "failure"))).toEqual([
      false,
      true,
      false,
      true,
    ]);
    expect(step("cancelled()", "cancelled")).toBe(true);
    expect(step("failure()", "cancelled")).toBe(false);
  });

  it("looks at the action inside a composite action", () => {
    expect(step("success()", "failure", "success")).toBe(true);
    expect(step("failure()", "success", "failure")).toBe(true);
    expect(step("cancelled()", "cancelled", "success")).toBe(true);
  });

  it("is success() when there is none", () => {
    expect(conditionOf(undefined)).toBe("success()");
  });
});

describe("a shell", () => {
  it.each([
    ["", "bash", ["-e", "/t/x.sh"]],
    ["bash", "bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "/t/x.sh"]],
    ["sh", "sh", ["-e", "/t/x.sh"]],
    ["python", "python", ["/t/x.sh"]],
    ["perl {0}", "perl", ["/t/x.sh"]],
    ["bash -c \"source {0}; echo 'a b'\"", "bash", ["-c", "source /t/x.sh; echo 'a b'"]],
  ])("%j", (shell, program, args) => {
    const command = shellCommand(shell);
    expect(command.program).toBe(program);
    expect(shellArguments(command.format, "/t/x.sh")).toEqual(args);
  });

  it.each(["perl", "cmd", "bash -e"])("%j is refused: there is no {0}", (shell) => {
    expect(() => shellCommand(shell)).toThrow("Invalid shell option");
  });
});

describe("an annotation", () => {
  const of = (properties: Record<string, string>, data = "m") =>
    toAnnotation("error", { name: "error", properties, data }, "/work/repo");

  it("keeps a place relative to the workspace", () => {
    expect(of({ file: "/work/repo/src/a.ts", line: "3", col: "4", title: "t" })).toEqual({
      level: "error",
      message: "m",
      title: "t",
      file: "src/a.ts",
      line: 3,
      column: 4,
    });
  });

  it("takes the end where the beginning is missing, and no column without a line", () => {
    expect(of({ endline: "9", endcolumn: "2" })).toMatchObject({ line: 9, column: 2 });
    expect(of({ col: "4" })).not.toHaveProperty("column");
    expect(of({ line: "x" })).not.toHaveProperty("line");
  });

  it("has at most 4096 characters", () => {
    expect(of({}, "x".repeat(5000)).message).toHaveLength(4096);
  });
});

describe("the claims of a job", () => {
  const facts: RunFacts = {
    repository: "acme/orders",
    repositoryId: "12",
    ownerId: "34",
    visibility: "private",
    defaultBranch: "main",
    event: "push",
    payload: {},
    ref: "refs/tags/v1",
    sha: "a".repeat(40),
    headRef: "",
    baseRef: "",
    actor: "ann",
    runId: "56",
    runNumber: "1",
    runAttempt: "1",
    workflow: "turnpike",
    workflowPath: ".github/workflows/t.yml",
  };
  const workflow = { repository: "o/turnpike", path: ".github/workflows/pipeline.yml", ref: "v1", sha: "b".repeat(40) };

  it("name caller and called workflow, and say the truth about the runner", () => {
    expect(oidcClaims(facts, workflow, "")).toMatchObject({
      sub: "repo:acme/orders:ref:refs/tags/v1",
      repository: "acme/orders",
      repository_owner: "acme",
      repository_id: "12",
      repository_owner_id: "34",
      repository_visibility: "private",
      ref: "refs/tags/v1",
      ref_type: "tag",
      sha: "a".repeat(40),
      workflow_ref: "acme/orders/.github/workflows/t.yml@refs/tags/v1",
      workflow_sha: "a".repeat(40),
      job_workflow_ref: "o/turnpike/.github/workflows/pipeline.yml@v1",
      job_workflow_sha: "b".repeat(40),
      event_name: "push",
      run_id: "56",
      run_attempt: "1",
      runner_environment: "self-hosted",
    });
  });

  it("have the subject of the environment, of a pull request, or of the ref", () => {
    expect(oidcClaims(facts, workflow, "prod")).toMatchObject({
      sub: "repo:acme/orders:environment:prod",
      environment: "prod",
    });
    const request = { ...facts, event: "pull_request" as const };
    expect(oidcClaims(request, workflow, "")["sub"]).toBe("repo:acme/orders:pull_request");
    expect(oidcClaims(facts, workflow, "")).not.toHaveProperty("environment");
  });
});

describe("a file that nests without end", () => {
  it.each(["[", "{a: ", "- "])("is refused where it goes too deep: %s", async (opening) => {
    const parsed = await parseWorkflowFile(
      "a.yml",
      `on: push\njobs: ${opening === "- " ? "\n  " : ""}${opening.repeat(200)}`,
    );
    expect(parsed).toMatchObject({
      kind: "invalid",
      problems: [{ where: "a.yml", message: expect.stringContaining("100 levels") }],
    });
  });
});
