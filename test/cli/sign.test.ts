import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../../src/adapters/node/clock.ts";
import { signCommand } from "../../src/cli/sign/sign.ts";
import { verifyCommand } from "../../src/cli/verify/verify.ts";
import { attestationsFileSchema } from "../../src/core/provenance/index.ts";
import { type LocalSigstore, startSigstore } from "../../src/local/sigstore/index.ts";
import { type FakeIssuer, fakeIssuer } from "../fakes/issuer.ts";
import { BUILT, type ReleaseJob, releaseJob } from "../fakes/release.ts";
import { type SigstoreWorld, startWorld } from "../fakes/sigstore-world.ts";
import { commandLine, type Ended } from "./capture.ts";

let world: SigstoreWorld;
let job: ReleaseJob;
let issuer: FakeIssuer;
/** The command runs on the machine's clock, so the services do too. */
let sigstore: LocalSigstore;

beforeAll(async () => {
  world = await startWorld();
  job = await releaseJob(world);
  issuer = await fakeIssuer(systemClock);
  sigstore = await startSigstore({ issuer, folder: join(job.folder, "sigstore"), clock: systemClock });
  await job.write("token", await issuer.token());
});

afterAll(async () => {
  await sigstore.close();
  await world.close();
  await rm(job.folder, { recursive: true, force: true });
});

function run(...args: string[]): Promise<Ended> {
  const env = { PATH: process.env["PATH"] ?? "", NO_COLOR: "1", ...sigstore.env() };
  return commandLine([signCommand, verifyCommand], args, { cwd: job.folder, env });
}

const artifacts = BUILT.map((name) => `build/${name}`);

describe("turnpike sign", () => {
  it("signs files with a token from a file, and turnpike verify accepts them", async () => {
    const more = ["--sbom", "sbom/orders.cdx.json", "--verdict", "check/verdict.json", "-o", "out", "--json"];
    const { status, stdout, stderr } = await run("sign", ...artifacts, "--identity-token-file", "token", ...more);
    expect(stderr).toContain("signed  3 statements, each verified, in out");
    expect(status).toBe(0);
    expect(attestationsFileSchema.parse(JSON.parse(stdout)).statements).toHaveLength(3);
    const verified = await run("verify", ...artifacts, "--policy", "out/policy.yml");
    expect(verified.status).toBe(0);
  });

  it("says what is missing without an identity, without files, and for wrong files", async () => {
    const none = await run("sign", ...artifacts, "-o", "none");
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining("id-token: write")]);
    const empty = await run("sign", ...artifacts, "--identity-token-file", "nope", "-o", "none");
    expect(empty.stderr).toContain("nope is not there, or holds no identity token.");
    const wrong = await run("sign", "nope", "--identity-token-file", "token", "-o", "none");
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining("nope  is not there")]);
  });

  it("never shows a token that is refused", async () => {
    const token = await issuer.token({}, "somebody-else");
    await job.write("refused", token);
    const { status, stdout, stderr } = await run(
      "sign",
      ...artifacts,
      "--identity-token-file",
      "refused",
      "-o",
      "none",
    );
    expect(status).toBe(3);
    expect(stderr).toContain("Fulcio (127.0.0.1:");
    for (const part of (await readFile(join(job.folder, "refused"), "utf8")).split(".")) {
      expect(stdout + stderr).not.toContain(part);
    }
  });
});
