import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ActionsArtifacts } from "../../src/adapters/actions/artifacts.ts";
import { MemoryArtifacts } from "../../src/adapters/memory/artifacts.ts";
import { NodeFiles } from "../../src/adapters/node/files.ts";
import { artifactsContract } from "./artifacts.contract.ts";
import { openJobEnvironment, recordingLog } from "./job-environment.ts";

artifactsContract("memory", async () => {
  const folder = await mkdtemp(join(tmpdir(), "turnpike-artifacts-"));
  const artifacts = new MemoryArtifacts(new NodeFiles(folder));
  return {
    artifacts,
    folder,
    none() {
      artifacts.available = false;
      return artifacts;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
});

artifactsContract("@actions/artifact with the embedded service", async () => {
  const job = await openJobEnvironment();
  const env = job.services.runtimeEnv({ jobId: "a", cacheMode: "write" });
  job.enter(env);
  const { log } = recordingLog();
  return {
    artifacts: new ActionsArtifacts(env, log),
    folder: job.folder,
    none: () => new ActionsArtifacts({}, log),
    close: () => job.close(),
  };
});
