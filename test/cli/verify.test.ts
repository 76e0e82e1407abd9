import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyCommand } from "../../src/cli/verify/verify.ts";
import { verificationFileSchema } from "../../src/core/provenance/index.ts";
import { BUILT, type ReleaseJob, releaseJob } from "../fakes/release.ts";
import { type SigstoreWorld, startWorld } from "../fakes/sigstore-world.ts";
import { commandLine, type Ended } from "./capture.ts";

let world: SigstoreWorld;
let job: ReleaseJob;
/** Where a user has put the files of a release: artifacts and attestations in one folder. */
let download: string;

beforeAll(async () => {
  world = await startWorld();
  job = await releaseJob(world);
  await job.sign();
  // From here on there is no service any more: all that follows is offline.
  await world.sigstore.close();
  download = join(job.folder, "download");
  await cp(join(job.folder, "attestations"), download, { recursive: true });
  for (const name of BUILT) await cp(join(job.folder, "build", name), join(download, name));
});

afterAll(async () => {
  await rm(job.folder, { recursive: true, force: true });
  await rm(world.folder, { recursive: true, force: true });
});

function run(cwd: string, ...args: string[]): Promise<Ended> {
  const env = { PATH: process.env["PATH"] ?? "", NO_COLOR: "1", HTTPS_PROXY: "http://127.0.0.1:9" };
  return commandLine([verifyCommand], ["verify", ...args], { cwd, env });
}

/** A copy of the download, changed. */
async function changed(name: string, change: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(job.folder, name);
  await cp(download, folder, { recursive: true });
  await change(folder);
  return folder;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  const edited = change(text);
  expect(edited).not.toBe(text);
  await writeFile(file, edited);
}

describe("turnpike verify", () => {
  it("accepts a release as the printed command has it, and shows who signed what", async () => {
    const printed = JSON.parse(await readFile(join(download, "attestations.json"), "utf8"));
    const [, , ...args] = printed.verifyCommand.split(" ");
    const { status, stdout, stderr } = await run(download, ...args);
    expect(status).toBe(0);
    expect(stdout).toBe("");
    await expect(stderr).toMatchFileSnapshot("verified.golden.txt");
  });

  it("finds policy, bundles and trusted root by itself in the folder that holds them", async () => {
    expect((await run(download, "*.whl")).status).toBe(0);
  });

  it("works from another folder", async () => {
    const folder = "download";
    const args = ["--bundle", folder, "--policy", `${folder}/policy.yml`];
    expect((await run(job.folder, `build/${BUILT[0]}`, ...args)).status).toBe(0);
    const root = ["--trusted-root", `${folder}/trusted-root.json`];
    expect((await run(job.folder, `build/${BUILT[0]}`, ...args, ...root)).status).toBe(0);
  });

  it("prints one document on standard output", async () => {
    const { status, stdout } = await run(download, BUILT[0], "--json");
    expect(status).toBe(0);
    const document = verificationFileSchema.parse(JSON.parse(stdout));
    expect(document).toMatchObject({ verified: true, policy: "policy.yml" });
    expect(document.statements.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted", "accepted"]);
    expect(document.statements[0]?.certificate).toMatchObject({
      sourceRepositoryUri: "https://github.com/acme/orders",
    });
  });
});

describe("turnpike verify refuses, with exit code 1 and a sentence,", () => {
  it("a tampered artifact", async () => {
    const folder = await changed("tampered", (path) => writeFile(join(path, BUILT[0]), "tampered"));
    const { status, stderr } = await run(folder, ...BUILT);
    expect(status).toBe(1);
    await expect(stderr).toMatchFileSnapshot("tampered.golden.txt");
  });

  it("a tampered bundle", async () => {
    const folder = await changed("bundle", (path) =>
      edit(join(path, "orders.sbom.sigstore.json"), (text) => text.replace(/"sig":"..../, '"sig":"AAAA')),
    );
    const { status, stderr } = await run(folder, BUILT[0]);
    expect(status).toBe(1);
    expect(stderr).toContain("A signed timestamp does not hold: it belongs to another signature");
  });

  it("a bundle that is no JSON", async () => {
    const folder = await changed("json", (path) => writeFile(join(path, "orders.sbom.sigstore.json"), "x"));
    const { status, stderr } = await run(folder, BUILT[0]);
    expect(status).toBe(1);
    expect(stderr).toContain("It is not JSON");
  });

  it("a release of another repository", async () => {
    const folder = await changed("other", (path) =>
      edit(join(path, "policy.yml"), (text) => text.replace("acme/orders", "acme/shop")),
    );
    const { status, stderr, stdout } = await run(folder, BUILT[0], "--json");
    expect(status).toBe(1);
    expect(stderr).toContain("The source repository is https://github.com/acme/orders; the policy asks for");
    expect(JSON.parse(stdout).verified).toBe(false);
  });

  it("a release that lacks a statement", async () => {
    const folder = await changed("lacking", (path) => rm(join(path, "test-result.sigstore.json")));
    const { status, stderr } = await run(folder, BUILT[0]);
    expect(status).toBe(1);
    expect(stderr).toContain("No accepted test result speaks of this file.");
  });

  it("a private release by the public good instance's root", async () => {
    const folder = await changed("public", (path) =>
      edit(join(path, "policy.yml"), (text) => text.replace("trustedRoot: trusted-root.json\n", "")),
    );
    const { status, stderr } = await run(folder, BUILT[0]);
    expect(status).toBe(1);
    expect(stderr).toContain("comes from an authority that is not trusted");
  });
});

describe("turnpike verify ends with exit code 2 when it cannot be asked", () => {
  it("with all that is missing at once", async () => {
    const { status, stderr } = await run(download, "nope.whl", "*.zip", "--bundle", "nowhere");
    expect(status).toBe(2);
    expect(stderr.split("\n").slice(0, 4)).toEqual([
      "nope.whl  is not there",
      "*.zip  matches no file",
      "nowhere  is not there",
      "3 inputs are wrong; nothing was verified.",
    ]);
  });

  it.each([
    ["no policy", ["--policy", "nope.yml"], "There is no policy"],
    ["a policy that is none", ["--policy", "trusted-root.json"], "in the policy; nothing was verified."],
    ["no trusted root", ["--trusted-root", "nope.json"], "There is no trusted root"],
    [
      "a trusted root that is none",
      ["--trusted-root", "attestations.json"],
      "attestations.json is not a trusted root.",
    ],
    ["a trusted root that is no JSON", ["--trusted-root", "policy.yml"], "is not JSON; a trusted root is"],
    ["a folder without bundles", ["--bundle", "empty"], "is a folder without a *.sigstore.json"],
    ["an unknown option", ["--bundel", "."], "unknown option"],
  ])("for %s", async (_, args, expected) => {
    await mkdir(join(download, "empty/deep"), { recursive: true });
    const { status, stderr } = await run(download, BUILT[0], ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("for no artifact, and for a folder as one", async () => {
    expect((await run(download)).status).toBe(2);
    const { status, stderr } = await run(job.folder, "build", "--policy", "download/policy.yml");
    expect([status, stderr.split("\n")[0]]).toEqual([2, "build  is a folder; name the files in it"]);
  });
});
