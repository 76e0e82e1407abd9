import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { actionContracts, roadInputs } from "../../src/actions/road/contract.ts";
import { root } from "./root.ts";
import { workflowsOf } from "./snippets.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}

interface Job {
  readonly uses?: string;
  readonly with?: Record<string, unknown>;
  readonly permissions?: Record<string, string>;
  readonly steps?: readonly Step[];
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly on: Record<string, unknown> | string;
  readonly permissions?: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

const pages = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "" && !/^(test|dist)\//.test(path) && existsSync(join(root, path)));

const shown = pages.flatMap((page) =>
  workflowsOf(readFileSync(join(root, page), "utf8")).map((text, index) => ({
    label: `${page}, workflow ${index + 1}`,
    text,
    workflow: parse(text) as Workflow,
  })),
);

/** Inputs that `OWNER/turnpike…` takes; undefined for what is not ours. */
function inputsOf(uses: string): readonly string[] | undefined {
  const [path = ""] = uses.split("@");
  const action = /^OWNER\/turnpike\/actions\/([a-z-]+)$/.exec(path)?.[1];
  if (action !== undefined) return Object.keys(actionContracts.find(({ name }) => name === action)?.inputs ?? {});
  const entry = { "OWNER/turnpike": "action" }[path] ?? /\/workflows\/(pipeline|checks)\.yml$/.exec(path)?.[1];
  if (entry === undefined) return undefined;
  return Object.entries(roadInputs).flatMap(([name, { entries }]) =>
    entries.some((one) => one === entry) ? [name] : [],
  );
}

describe("a workflow file that a document shows", () => {
  it("is there to be tested", () => {
    expect(shown.map(({ label }) => label)).toEqual(expect.arrayContaining(["docs/summary.md, workflow 1"]));
  });

  it.each(shown)("$label says its permissions, and starts from no more than its road asks for", ({ workflow }) => {
    expect(workflow.permissions).toBeDefined();
    for (const [scope, level] of Object.entries(workflow.permissions ?? {})) {
      expect(level === "read" || ["id-token", "attestations"].includes(scope), `${scope}: ${level}`).toBe(true);
    }
    expect(JSON.stringify(workflow.on)).not.toContain("pull_request_target");
  });

  it.each(shown)("$label has a time limit for each job of its own, and no expression in a script", ({ workflow }) => {
    for (const job of Object.values(workflow.jobs)) {
      if (job.uses === undefined) expect(job["timeout-minutes"]).toBeGreaterThan(0);
      for (const { run } of job.steps ?? []) expect(run ?? "").not.toContain("${{");
    }
  });

  it.each(shown)("$label gives only inputs that exist", ({ workflow }) => {
    const calls = Object.values(workflow.jobs).flatMap((job) => [job, ...(job.steps ?? [])]);
    for (const { uses, with: given } of calls) {
      const known = uses === undefined ? undefined : inputsOf(uses);
      for (const name of known === undefined ? [] : Object.keys(given ?? {})) expect(known, uses).toContain(name);
    }
  });

  it.each(shown)("$label runs no code of the repository where a job may write", ({ workflow }) => {
    for (const job of Object.values(workflow.jobs)) {
      const writes = Object.entries(job.permissions ?? {}).some(([, level]) => level === "write");
      if (!writes || job.steps === undefined) continue;
      expect(
        job.steps.filter(({ run, uses }) => run !== undefined || uses?.startsWith("actions/checkout") === true),
      ).toEqual([]);
    }
  });
});
