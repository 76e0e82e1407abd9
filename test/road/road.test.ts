import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type VerdictFile, verdictFileSchema } from "../../src/core/gates/index.ts";
import { type Consumer, caller, makeConsumer, nodePackage, runTurnpike, startTurnpike } from "./consumer.ts";

const CALLER = ".github/workflows/turnpike.yml";

function shop(extra: Readonly<Record<string, string>> = {}, text = caller()): Consumer {
  return makeConsumer({ ...nodePackage, [CALLER]: text, ...extra });
}

function verdictOf(consumer: Consumer): VerdictFile {
  return verdictFileSchema.parse(JSON.parse(consumer.read(".turnpike/run/artifacts/turnpike-verdict/verdict.json")));
}

function summaryOf(consumer: Consumer): string {
  return consumer.read(".turnpike/run/summary.html");
}

function outcomes(verdict: VerdictFile): Record<string, string | null> {
  return Object.fromEntries(verdict.gates.map((gate) => [gate.id, gate.outcome]));
}

describe("a consumer repository with a 7-line caller", () => {
  it("is checked, pinned by a tag of anybody's, and leaves a page, logs, artifacts and events, but signs nothing", async () => {
    const consumer = shop({}, caller({ ref: "v1", owner: "somebody-else" }));
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(0);
    const verdict = verdictOf(consumer);
    expect(verdict.verdict).toBe("passed");
    expect(outcomes(verdict)).toMatchObject({ lint: "passed", tests: "passed" });
    expect(verdict.commit).toBe(consumer.git("rev-parse", "HEAD"));
    expect(consumer.git("status", "--porcelain")).toBe("");
    const run = join(consumer.folder, ".turnpike/run");
    expect(summaryOf(consumer)).toContain("<html");
    expect(existsSync(join(run, "logs"))).toBe(true);
    expect(readdirSync(join(run, "artifacts"))).toEqual(expect.arrayContaining(["turnpike-check", "turnpike-verdict"]));
    expect(existsSync(join(run, "artifacts/turnpike-attestations"))).toBe(false);
    const events = readdirSync(join(run, "events")).flatMap((name) =>
      readFileSync(join(run, "events", name), "utf8")
        .trim()
        .split("\n"),
    );
    const types = events.map((line) => (JSON.parse(line) as { context: { type: string } }).context.type);
    expect(types.some((type) => type.startsWith("dev.cdevents.pipelinerun.finished."))).toBe(true);
  });

  it("gets signed, verified attestations for a tag when it pins a commit, and a tampered file is refused", async () => {
    const consumer = shop({}, caller({ ref: "3d3c42e5aac5ba805825da76410c181273ba90b1", owner: "somebody-else" }));
    consumer.git("tag", "v1.0.0");
    const { code, stderr } = await runTurnpike(
      ["run", "--event", "push", "--ref", "refs/tags/v1.0.0"],
      consumer.folder,
    );
    expect(code, stderr).toBe(0);
    const run = join(consumer.folder, ".turnpike/run");
    const attestations = join(run, "artifacts/turnpike-attestations/attestations");
    expect(readdirSync(join(run, "bundles")).filter((name) => name.endsWith(".sigstore.json"))).toHaveLength(3);
    const built = join(run, "artifacts/turnpike-build/shop-1.0.0.tgz");
    const verify = (file: string) =>
      runTurnpike(
        ["verify", file, "--bundle", attestations, "--policy", join(attestations, "policy.yml")],
        consumer.folder,
      );
    const good = await verify(built);
    expect(good.code, good.stderr).toBe(0);
    const tampered = join(consumer.folder, "shop-1.0.0.tgz");
    writeFileSync(tampered, Buffer.concat([readFileSync(built), Buffer.from("x")]));
    const bad = await verify(tampered);
    expect(bad.code).toBe(1);
    expect(bad.stderr).not.toMatch(/^\s+at /m);
  });

  it("is red with exit code 1 when a gate fails, and the page says which and how to see it again", async () => {
    const consumer = shop({ "index.js": "export const left = (stock, taken) => stock + taken;\n" });
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(1);
    expect(verdictOf(consumer).verdict).toBe("failed");
    expect(outcomes(verdictOf(consumer))).toMatchObject({ lint: "passed", tests: "failed" });
    expect(summaryOf(consumer)).toContain("npm test");
  });

  it("is stopped by SIGINT with exit code 130, with a page, and nothing of it lives on", async () => {
    const marker = `turnpike-cancel-${process.pid}`;
    const sleeper = `node -e "setTimeout(()=>0,600000)" ${marker}`;
    const manifest = JSON.parse(nodePackage["package.json"] ?? "") as { scripts: Record<string, string> };
    manifest.scripts["test"] = sleeper;
    const consumer = shop({ "package.json": JSON.stringify(manifest) });
    const { process: child, ended } = startTurnpike(["run"], consumer.folder);
    await until(() => processesWith(marker).length > 0);
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(processesWith(marker)).toEqual([]);
    expect(summaryOf(consumer).toLowerCase()).toContain("cancelled");
  });

  it("is checked by the read-only lane with `contents: read` alone, and a tag is not signed there", async () => {
    const consumer = shop({}, caller({ permissions: "{ contents: read }", workflow: "checks.yml" }));
    consumer.git("tag", "v1.0.0");
    const { code, stderr } = await runTurnpike(
      ["run", "--event", "push", "--ref", "refs/tags/v1.0.0"],
      consumer.folder,
    );
    expect(code, stderr).toBe(0);
    expect(verdictOf(consumer).verdict).toBe("passed");
    expect(existsSync(join(consumer.folder, ".turnpike/run/bundles"))).toBe(false);
  });

  it("can take the road as one step of a job of its own, signing included", async () => {
    const workflow = [
      "name: ci",
      'on: { push: { tags: ["v*"] } }',
      "permissions: { contents: read, id-token: write, attestations: write }",
      "jobs:",
      "  own:",
      "    runs-on: ubuntu-latest",
      "    steps:",
      "      - uses: actions/checkout@v7",
      "      - id: road",
      "        uses: acme/turnpike@v1",
      "        with: { stages: setup gates sbom build provenance dora }",
      '      - run: echo "verdict=$VERDICT"',
      "        env: { VERDICT: '${{ steps.road.outputs.verdict }}' }",
      "",
    ].join("\n");
    const consumer = shop({}, workflow);
    consumer.git("tag", "v1.0.0");
    const { code, stderr } = await runTurnpike(["run", "--ref", "refs/tags/v1.0.0"], consumer.folder);
    expect(code, stderr).toBe(0);
    const logs = join(consumer.folder, ".turnpike/run/logs/own");
    const texts = readdirSync(logs).map((name) => readFileSync(join(logs, name), "utf8"));
    expect(texts.join("\n")).toContain("verdict=passed");
    const artifacts = join(consumer.folder, ".turnpike/run/artifacts");
    expect(existsSync(join(artifacts, "turnpike-check/verdict.json"))).toBe(true);
    expect(readdirSync(join(artifacts, "turnpike-attestations"))).toContain("policy.yml");
    expect(summaryOf(consumer)).toContain("required gates passed");
  });

  it("has the same verdict without the cache service, and pinned by a branch", async () => {
    const consumer = shop({}, caller({ ref: "main", owner: "somebody-else" }));
    const { code, stderr } = await runTurnpike(["run", "--without", "cache"], consumer.folder);
    expect(code, stderr).toBe(0);
    expect(verdictOf(consumer).verdict).toBe("passed");
    expect(outcomes(verdictOf(consumer))).toMatchObject({ lint: "passed", tests: "passed" });
    expect(verdictOf(consumer).commit).toBe(consumer.git("rev-parse", "HEAD"));
    expect(consumer.git("status", "--porcelain")).toBe("");
  });
});

function processesWith(marker: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(marker);
      } catch {
        return false;
      }
    });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}
