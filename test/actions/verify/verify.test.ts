import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyContract } from "../../../src/actions/verify/contract.ts";
import { type VerifyResult, verify } from "../../../src/actions/verify/run.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { nodeHttp } from "../../../src/adapters/node/http.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { sigstore } from "../../../src/adapters/sigstore/index.ts";
import { publicGoodTrustedRoot } from "../../../src/adapters/sigstore/instances.ts";
import { SigstoreVerifier } from "../../../src/adapters/sigstore/verifier.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import { trustedRootSchema } from "../../../src/core/provenance/index.ts";
import { errorOf } from "../../fakes/error-of.ts";
import { memoryLog } from "../../fakes/log.ts";
import { BUILT, type ReleaseJob, releaseJob } from "../../fakes/release.ts";
import { type SigstoreWorld, startWorld } from "../../fakes/sigstore-world.ts";

let world: SigstoreWorld;
let job: ReleaseJob;

beforeAll(async () => {
  world = await startWorld();
  job = await releaseJob(world);
  await job.sign();
});

afterAll(async () => {
  await world.close();
  await rm(job.folder, { recursive: true, force: true });
});

async function run(inputs: Readonly<Record<string, string>>): Promise<VerifyResult & { lines: readonly string[] }> {
  const log = memoryLog();
  const { clock } = world;
  const result = await verify(
    parseInputs(verifyContract, { bundles: "attestations", policy: "attestations/policy.yml", ...inputs }),
    {
      files: new NodeFiles(job.folder),
      sigstore: sigstore({ http: nodeHttp, clock, processes: new NodeProcesses(), env: {} }),
      log,
    },
  );
  return { ...result, lines: log.lines };
}

describe("the verify action", () => {
  it("accepts what the release signed, by paths and by globs", async () => {
    const { outputs, exitCode, lines } = await run({ artifacts: `build/*.whl\nbuild/${BUILT[1]}` });
    expect([outputs, exitCode]).toEqual([{ verified: "true", statements: "3" }, 0]);
    expect(lines.join("\n")).toContain("verified  2 files by 3 statements");
  });

  it("takes bundles as a glob, and several in one file", async () => {
    const files = new NodeFiles(job.folder);
    const names = ["orders.provenance", "orders.sbom", "test-result"];
    const texts = await Promise.all(names.map((name) => files.readText(`attestations/${name}.sigstore.json`)));
    await files.write("all.jsonl", texts.join(""));
    expect((await run({ artifacts: "build/*.whl", bundles: "all.jsonl" })).exitCode).toBe(0);
    expect((await run({ artifacts: "build/*.whl", bundles: "attestations/*.sigstore.json" })).exitCode).toBe(0);
    expect((await run({ artifacts: "**/*.whl", bundles: "**/*.sigstore.json" })).exitCode).toBe(0);
  });

  it("fails the step with every reason, and with what it is about", async () => {
    await job.write("other/changed.whl", "changed");
    await job.write(`other/${BUILT[0]}`, "changed");
    const { outputs, exitCode, failure } = await run({ artifacts: "other/*.whl" });
    expect([outputs.verified, exitCode]).toEqual(["false", 1]);
    const reasons = failure?.split("\n") ?? [];
    expect(reasons).toHaveLength(3);
    expect(reasons[0]).toBe("other/changed.whl: No accepted SLSA provenance speaks of this file.");
    expect(reasons[2]).toMatch(/^other\/orders-1\.2\.0-py3-none-any\.whl: This is not the file that was signed: /);
  });

  it("does not ask when something is missing", async () => {
    const error = await errorOf(run({ artifacts: "", bundles: "" }));
    expect(error.code).toBe("VERIFY_INPUT");
    expect(error.problems.map(({ where }) => where)).toEqual(["artifact", "bundle"]);
  });

  it("does not read bundles of a size that none has", async () => {
    await job.write("big.sigstore.json", " ".repeat(64 * 1024 * 1024 + 1));
    const { failure } = await run({ artifacts: "build/*.whl", bundles: "big.sigstore.json" });
    await rm(join(job.folder, "big.sigstore.json"));
    expect(failure).toContain("big.sigstore.json: It has 67108865 bytes; at most 67108864 are read.");
  });
});

describe("the trusted root that comes along", () => {
  it("is the public good instance's, with logs of both versions and an authority for time", () => {
    const root = trustedRootSchema.parse(publicGoodTrustedRoot());
    expect(root.tlogs.map(({ baseUrl }) => baseUrl)).toContain("https://rekor.sigstore.dev");
    expect(root.timestampAuthorities.length).toBeGreaterThan(0);
    expect(root.ctlogs.length).toBeGreaterThan(0);
    expect(() => new SigstoreVerifier(root, "public good")).not.toThrow();
  });
});
