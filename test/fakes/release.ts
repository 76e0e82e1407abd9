import { createHash } from "node:crypto";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { provenanceContract } from "../../src/actions/provenance/contract.ts";
import { type ProvenancePorts, provenance } from "../../src/actions/provenance/run.ts";
import { MemoryGitHub } from "../../src/adapters/memory/github.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { nodeHttp } from "../../src/adapters/node/http.ts";
import { NodeProcesses } from "../../src/adapters/node/processes.ts";
import { sigstore } from "../../src/adapters/sigstore/index.ts";
import { type InputsOf, type OutputsOf, parseInputs } from "../../src/contract/index.ts";
import { RELEASE_CLAIMS } from "./issuer.ts";
import { type MemoryLog, memoryLog } from "./log.ts";
import type { SigstoreWorld } from "./sigstore-world.ts";

/** Names of what the made-up release built. */
export const BUILT = ["orders-1.2.0-py3-none-any.whl", "orders-1.2.0.tar.gz"] as const;

/** verdict.json of the made-up release. */
export const VERDICT = {
  schema: "turnpike/verdict/1",
  verdict: "passed",
  commit: RELEASE_CLAIMS.sha,
  tree: null,
  dirty: false,
  startedAt: "2026-11-21T09:59:00Z",
  durationMs: 48_211,
  gates: [
    {
      ...{ id: "lint", outcome: "passed", required: true, startMs: 12, durationMs: 350, exitCode: 0, reason: null },
      counts: { tests: null, failures: null, findings: 0 },
    },
  ],
};

/** @returns lower-case hex SHA-256 */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A job that is about to sign: a folder with what other jobs made. */
export interface ReleaseJob {
  /** Absolute. */
  readonly folder: string;
  readonly log: MemoryLog;
  readonly github: MemoryGitHub;
  readonly page: string[];
  write(path: string, text: string): Promise<void>;
  /** Runs the action; inputs and ports are those of a release unless they are given. */
  sign(
    inputs?: Readonly<Record<string, string>>,
    ports?: Partial<ProvenancePorts>,
  ): Promise<OutputsOf<typeof provenanceContract>>;
}

/** The action's inputs in the release job. */
function releaseInputs(
  world: SigstoreWorld,
  changes: Readonly<Record<string, string>>,
): InputsOf<typeof provenanceContract> {
  return parseInputs(provenanceContract, {
    "subjects-file": "build/subjects.sha256",
    sbom: "sbom/orders.cdx.json",
    "verdict-file": "check/verdict.json",
    "trust-config": world.sigstore.trustConfigFile,
    output: "attestations",
    ...changes,
  });
}

/**
 * @param world who signs
 * @param github what the attestation store does
 */
export async function releaseJob(world: SigstoreWorld, github = new MemoryGitHub()): Promise<ReleaseJob> {
  const folder = await mkdtemp(join(tmpdir(), "release-job-"));
  const [log, page] = [memoryLog(), [] as string[]];
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  for (const name of BUILT) await write(`build/${name}`, name);
  await write("build/subjects.sha256", BUILT.map((name) => `${sha256(name)}  ${name}\n`).join(""));
  await write("sbom/orders.cdx.json", JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", components: [] }));
  await write("check/verdict.json", JSON.stringify(VERDICT));
  const { clock } = world;
  const ports: ProvenancePorts = {
    ...{ log, github, clock, files: new NodeFiles(folder), serverUrl: "https://github.com" },
    oidc: { isAvailable: () => true, token: () => world.issuer.token() },
    sigstore: sigstore({ http: nodeHttp, clock, processes: new NodeProcesses(), env: {} }),
    page: { append: async (markdown) => void page.push(markdown) },
  };
  return {
    ...{ folder, log, github, page, write },
    sign: (inputs = {}, changes = {}) => provenance(releaseInputs(world, inputs), { ...ports, ...changes }),
  };
}
