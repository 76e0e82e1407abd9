import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { actionContracts } from "../../src/actions/road/contract.ts";
import { root } from "./root.ts";

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly permissions?: Record<string, string>;
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions?: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

const folder = join(root, ".github/workflows");
const texts = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));

function workflow(name: string): Workflow {
  const found = workflows.get(name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
}

const jobs = [...workflows].flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([id, job]) => ({ label: `${file} / ${id}`, id, file, job })),
);
const steps = jobs.flatMap(({ label, job }) =>
  (job.steps ?? []).map((step) => ({ label: `${label}: ${step.name ?? step.uses ?? "?"}`, step })),
);
const needsOf = (job: Job): readonly string[] => (typeof job.needs === "string" ? [job.needs] : (job.needs ?? []));

describe("every workflow of ours", () => {
  it("starts from no permissions, or from reading alone", () => {
    for (const [, { permissions }] of workflows) expect([{}, { contents: "read" }]).toContainEqual(permissions);
  });

  it.each(jobs.filter(({ job }) => job.uses === undefined))(
    "$label has a time limit and says its permissions",
    ({ job }) => {
      expect(job["timeout-minutes"]).toBeGreaterThan(0);
      expect(job.permissions).toBeDefined();
    },
  );

  it.each(steps.filter(({ step }) => step.uses !== undefined))("$label is pinned", ({ step }) => {
    expect(step.uses).toMatch(/^(\$\/actions\/[a-z-]+|[\w.-]+\/[\w./-]+@[0-9a-f]{40})$/);
  });

  it("names the version beside each SHA", () => {
    for (const text of texts.values()) {
      for (const line of text.split("\n").filter((one) => /uses: [^$]/.test(one) && one.includes("@"))) {
        expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
      }
    }
  });

  it.each(steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@") === true))(
    "$label leaves no credentials behind",
    ({ step }) => {
      expect(step.with?.["persist-credentials"]).toBe(false);
    },
  );

  it.each(steps.filter(({ step }) => step.run !== undefined))("$label puts no expression into a script", ({ step }) => {
    expect(step.run).not.toContain("${{");
  });

  it.each(steps.filter(({ step }) => step.uses?.startsWith("$/actions/") === true))(
    "$label gives only inputs that exist",
    ({ step }) => {
      const contract = actionContracts.find(({ name }) => step.uses === `$/actions/${name}`);
      expect(contract).toBeDefined();
      for (const name of Object.keys(step.with ?? {})) expect(Object.keys(contract?.inputs ?? {})).toContain(name);
    },
  );
});

describe("the public workflows", () => {
  it.each(["pipeline.yml", "checks.yml"])("%s ends in a gate that waits for every other job, always", (name) => {
    const { jobs } = workflow(name);
    const ids = Object.keys(jobs);
    expect(ids.at(-1)).toBe("gate");
    expect([...needsOf(jobs["gate"] ?? {})].sort()).toEqual(ids.filter((id) => id !== "gate").sort());
    expect(jobs["gate"]?.if).toBe("${{ always() }}");
  });

  it("only the signing job has an identity, and it runs no repository code", () => {
    const withIdentity = jobs.filter(
      ({ file, job }) => file === "pipeline.yml" && job.permissions?.["id-token"] !== undefined,
    );
    expect(withIdentity.map(({ id }) => id)).toEqual(["sign"]);
    const uses = withIdentity.flatMap(({ job }) => job.steps ?? []).map((step) => step.uses?.replace(/@.*/, ""));
    expect(new Set(uses)).toEqual(
      new Set([
        "actions/checkout",
        "actions/download-artifact",
        "$/actions/sbom",
        "$/actions/provenance",
        "actions/upload-artifact",
      ]),
    );
  });

  it("the read-only lane asks for nothing but reading", () => {
    for (const job of Object.values(workflow("checks.yml").jobs)) expect(job.permissions).toEqual({ contents: "read" });
  });

  it("both lanes check in the same way", () => {
    const [pipeline, checks] = [workflow("pipeline.yml").jobs, workflow("checks.yml").jobs];
    expect(checks["check"]).toEqual(pipeline["check"]);
    const names = (job: Job | undefined): readonly (string | undefined)[] =>
      (job?.steps ?? []).map((step) => step.name);
    const extra = new Set(["Fetch what was built", "Fetch attestations"]);
    expect(names(checks["gate"])).toEqual(names(pipeline["gate"]).filter((name) => !extra.has(name ?? "")));
  });

  it("no job that builds or signs a release restores a cache", () => {
    const build = workflow("pipeline.yml").jobs["build"]?.steps ?? [];
    const setup = build.filter((step) => step.uses === "$/actions/setup-uv");
    expect(setup.map((step) => step.with?.["cache"])).toEqual(["false"]);
    const all = [...build, ...(workflow("pipeline.yml").jobs["sign"]?.steps ?? [])];
    expect(all.filter((step) => step.uses?.startsWith("actions/cache") === true)).toEqual([]);
  });

  it("declared permissions are those that the contracts of the job's actions need", () => {
    for (const { label, file, job } of jobs.filter(({ file }) => file === "pipeline.yml" || file === "checks.yml")) {
      const used = (job.steps ?? []).flatMap((step) =>
        actionContracts.filter(({ name }) => step.uses === `$/actions/${name}`),
      );
      for (const contract of used) {
        for (const [scope, need] of Object.entries<{ level: string; optional: boolean }>(contract.permissions)) {
          if (!need.optional) expect(job.permissions?.[scope], `${label} (${file}) needs ${scope}`).toBe(need.level);
        }
      }
    }
  });
});
