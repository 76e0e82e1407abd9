import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verdictContract } from "../../../src/actions/verdict/contract.ts";
import type { VerdictPorts } from "../../../src/actions/verdict/ports.ts";
import { giveVerdict, type VerdictResult } from "../../../src/actions/verdict/run.ts";
import { readRunContext } from "../../../src/adapters/actions/context.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import { verdictFileSchema } from "../../../src/core/gates/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import { detailsFile, gate, setup, verdictFile } from "../../core/summary/samples.ts";

let folder = "";
let logged: string[] = [];
let pages: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "turnpike-verdict-"));
  logged = [];
  pages = [];
});
afterEach(async () => await rm(folder, { recursive: true, force: true }));

function ports(env: Record<string, string> = {}): VerdictPorts {
  const say = (level: string) => (message: string) => void logged.push(`${level} ${message}`);
  return {
    files: new NodeFiles(folder),
    page: { append: async (markdown) => void pages.push(markdown) },
    log: {
      ...{
        info: say("info"),
        debug: say("debug"),
        notice: say("notice"),
        warning: say("warning"),
        error: say("error"),
      },
      ...{ group: async (_, work) => await work(), mask: () => undefined },
    },
    clock: { now: () => new Date("2026-11-21T07:00:00Z"), monotonicMs: () => 0, sleep: async () => undefined },
    context: readRunContext({
      ...{ GITHUB_ACTIONS: "true", GITHUB_REPOSITORY: "acme/orders", GITHUB_RUN_ID: "42", GITHUB_REF_NAME: "main" },
      ...{ GITHUB_SHA: "3f2a9c1b7d5e4f60718293a4b5c6d7e8f9012345", GITHUB_EVENT_NAME: "push", ...env },
    }),
  };
}

async function put(path: string, value: unknown): Promise<void> {
  await new NodeFiles(folder).write(path, typeof value === "string" ? value : JSON.stringify(value));
}

const give = (inputs: Record<string, string> = {}): Promise<VerdictResult> =>
  giveVerdict(parseInputs(verdictContract, inputs), ports());

const checkSucceeded = JSON.stringify({ check: { result: "success", outputs: {} } });

function attestations(store: { outcome: string; url: string | null; reason: string | null }): unknown {
  const statement = (title: string, names: readonly string[]) => ({
    ...{
      predicateType: "https://slsa.dev/provenance/v1",
      title,
      bundle: "a.sigstore.json",
      bundleDigest: "aa",
      verified: true,
    },
    ...{ subjects: names.map((name) => ({ name, digest: { sha256: "aa" } })), log: null, signedAt: null, store },
  });
  return {
    ...{
      schema: "turnpike/attestations/1",
      instance: "private",
      issuer: "i",
      identity: "x",
      repository: "r",
      commit: "c",
    },
    ...{ policy: "policy.yml", trustedRoot: "trusted-root.json", verifyCommand: "turnpike verify x" },
    statements: [statement("SLSA provenance", ["it's orders.whl"]), statement("test result", ["commit"])],
  };
}

describe("the verdict action", () => {
  it("passes on what the gates say, and writes the joined file and the page", async () => {
    const file = verdictFile("passed", [gate("lint"), gate("tests")]);
    await put(".turnpike/parts/check/verdict.json", file);
    await put(".turnpike/parts/check/details.json", detailsFile([]));
    await put(".turnpike/parts/check/setup.json", setup);
    const result = await give({ needs: checkSucceeded });
    expect(result).toEqual({
      outputs: {
        ...{ verdict: "passed", exitCode: "0" },
        ...{ verdictFile: ".turnpike/verdict.json", pageFile: ".turnpike/page.md" },
      },
      exitCode: 0,
    });
    const joined = verdictFileSchema.parse(JSON.parse(await readFile(join(folder, ".turnpike/verdict.json"), "utf8")));
    expect(joined).toEqual({ ...file, jobs: [{ id: "check", result: "success" }] });
    expect(pages).toEqual([await readFile(join(folder, ".turnpike/page.md"), "utf8")]);
    expect(pages[0]).toContain("## ✅ All 2 required gates passed");
  });

  it("fails with the sentence and the gates that block", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("failed", [gate("tests", { outcome: "failed" })]));
    const result = await give({ needs: JSON.stringify({ check: { result: "failure" } }) });
    expect(result).toMatchObject({ exitCode: 1, failure: "The required gate failed: tests." });
  });

  it("believes a verdict only when its SHA-256 is the one that the check job told", async () => {
    const text = JSON.stringify(verdictFile("passed", [gate("lint")]));
    await put(".turnpike/parts/check/verdict.json", text);
    const digest = createHash("sha256").update(text).digest("hex");
    expect(await give({ needs: checkSucceeded, "verdict-digest": digest })).toMatchObject({ exitCode: 0 });
    await put(".turnpike/parts/check/verdict.json", `${text} `);
    expect(await give({ needs: checkSucceeded, "verdict-digest": digest })).toMatchObject({ exitCode: 3 });
    expect(pages.at(-1)).toContain("the SHA-256 differs");
  });

  it.each([
    ["no JSON", "{"],
    ["of an unknown version", JSON.stringify({ ...verdictFile("passed", []), schema: "turnpike/verdict/2" })],
    ["empty", ""],
  ])("is an error when verdict.json is %s", async (_, text) => {
    await put(".turnpike/parts/check/verdict.json", text);
    expect(await give({ needs: checkSucceeded })).toMatchObject({ exitCode: 3, outputs: { verdict: "error" } });
    expect(pages[0]).toContain("No verdict");
  });

  it("writes a readable file and page when the check job left nothing", async () => {
    const result = await give({ needs: JSON.stringify({ check: { result: "cancelled" } }) });
    expect(result).toMatchObject({ exitCode: 130, outputs: { verdict: "cancelled" } });
    const joined = verdictFileSchema.parse(JSON.parse(await readFile(join(folder, ".turnpike/verdict.json"), "utf8")));
    expect(joined).toMatchObject({ verdict: "cancelled", gates: [], startedAt: "2026-11-21T07:00:00.000Z" });
    expect(pages[0]).toContain("Cancelled before there was a verdict");
  });

  it("warns when there is nothing to check, and fails when gates are required", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("nothing-to-check", []));
    expect(await give({ needs: checkSucceeded })).toMatchObject({ exitCode: 0 });
    expect(logged).toEqual([expect.stringMatching(/^warning Nothing to check/)]);
    const strict = await give({ needs: checkSucceeded, "require-gates": "true" });
    expect(strict).toMatchObject({ exitCode: 1, failure: "Nothing to check, and this run requires gates." });
  });

  it("says what was signed and how to verify it where the artifacts are unpacked", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("passed", [gate("lint")]));
    await put(".turnpike/parts/check/details.json", detailsFile([], { release: true }));
    await put(".turnpike/parts/build/it's orders.whl", "x");
    const refused = { outcome: "not-permitted", url: null, reason: "it needs attestations: write." };
    await put(".turnpike/parts/attestations/attestations.json", attestations(refused));
    await put(".turnpike/parts/sbom/orders.cdx.json", {
      ...{ bomFormat: "CycloneDX", metadata: { component: { name: "orders", version: "1.2.0" } } },
      ...{ components: [{ licenses: [{}] }, {}], dependencies: [{ ref: "a", dependsOn: ["b", "c"] }] },
    });
    const succeeded = { result: "success" };
    await give({ needs: JSON.stringify({ check: succeeded, build: succeeded, sign: succeeded }) });
    expect(pages[0]).toContain("**SBOM** of orders 1.2.0: 2 components, 2 dependency edges, 1 licence unknown");
    expect(pages[0]).toContain(
      "**Signed**: 2 statements (SLSA provenance, test result) about `it's orders.whl`, verified in this run",
    );
    expect(pages[0]).toContain(
      "gh run download 42 --repo acme/orders\nturnpike verify 'turnpike-build/it'\\''s orders.whl' --bundle turnpike-attestations/attestations --policy turnpike-attestations/attestations/policy.yml --trusted-root turnpike-attestations/attestations/trusted-root.json\n",
    );
    expect(pages[0]).toContain("not in the repository's attestation store: it needs attestations: write");
  });

  it("names the folders of a run on one's own machine as they are there", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("passed", [gate("lint")]));
    await put(".turnpike/parts/build/it's orders.whl", "x");
    const stored = { outcome: "stored", url: "https://example.org/attestations/1", reason: null };
    await put(".turnpike/parts/attestations/attestations.json", attestations(stored));
    await giveVerdict(parseInputs(verdictContract, {}), ports({ GITHUB_API_URL: "http://127.0.0.1:4000" }));
    expect(pages[0]).toContain("--bundle .turnpike/run/artifacts/turnpike-attestations/attestations --policy ");
    expect(pages[0]).not.toMatch(/gh run download|example\.org/);
  });

  it("links files and commits only where they can be seen", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("passed", [gate("lint")]));
    await give({ needs: checkSucceeded });
    expect(pages[0]).toContain("https://github.com/acme/orders/commit/");
    await giveVerdict(parseInputs(verdictContract, {}), ports({ GITHUB_API_URL: "http://127.0.0.1:4000" }));
    expect(pages[1]).not.toContain("https://");
  });

  it("says that the read-only lane signs nothing on a release", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("passed", [gate("lint")]));
    await put(".turnpike/parts/check/details.json", detailsFile([], { release: true }));
    await give({ needs: checkSucceeded });
    expect(pages[0]).toContain("Nothing was built or signed");
  });

  it("goes on without details that cannot be read, and says so", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("passed", [gate("lint")]));
    await put(".turnpike/parts/check/details.json", "[]");
    expect(await give({ needs: checkSucceeded })).toMatchObject({ exitCode: 0 });
    expect(pages[0]).toContain("details.json could not be read");
  });

  it("treats job names and outputs as text, whatever they hold", async () => {
    await put(".turnpike/parts/check/verdict.json", verdictFile("passed", [gate("lint")]));
    const needs = {
      check: { result: "success", outputs: { x: "$(touch hacked)" } },
      "`]</details>|\n# x": { result: "failure", outputs: {} },
    };
    expect(await give({ needs: JSON.stringify(needs) })).toMatchObject({ exitCode: 3 });
    expect(pages[0]).not.toMatch(/^# x/m);
    expect(pages[0]).not.toContain("</details>");
  });

  it("refuses what is not the needs context, naming the place", async () => {
    const refused = give({ needs: JSON.stringify({ check: { result: "maybe" } }) });
    await expect(refused).rejects.toThrow(TurnpikeError);
    await expect(refused).rejects.toMatchObject({ code: "INPUT_INVALID", problems: [{ where: "needs.check.result" }] });
  });
});

describe("the history that the check job handed on", () => {
  it("is kept with this run in it, and only when it is asked for", async () => {
    const kept: string[] = [];
    await put(".turnpike/parts/check/verdict.json", verdictFile("passed", [gate("tests", { durationMs: 900 })]));
    await put(".turnpike/parts/check/history/observations.ndjson", "x\n");
    const history = { load: async () => undefined, keep: async () => void kept.push("kept") };
    await giveVerdict(parseInputs(verdictContract, {}), { ...ports(), history });
    expect(kept).toEqual([]);
    await giveVerdict(parseInputs(verdictContract, { history: "auto" }), { ...ports(), history });
    expect(kept).toEqual(["kept"]);
    expect(await readFile(join(folder, ".turnpike/history/observations.ndjson"), "utf8")).toBe("x\n");
    expect(await readFile(join(folder, ".turnpike/history/runs.ndjson"), "utf8")).toContain('"tests":900');
  });
});
