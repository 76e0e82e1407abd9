import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What leaves its process as it was: these files may share one worker and its modules. */
const PURE = [
  "test/{core,contract}/**/*.test.ts",
  "test/actions/{dora,provenance,report,sbom,verdict,verify}/*.test.ts",
  "test/adapters/{memory,sigstore,terminal}/*.test.ts",
  "test/local/{sigstore,view}/*.test.ts",
];
const ALL = ["test/**/*.test.ts"];

export default defineConfig({
  // Those parser packages name sources in their source maps that they do not bring, 100 warnings a run.
  logLevel: "error",
  test: {
    // GitHub's parser packages import JSON without an import attribute, which plain Node refuses.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
    // Many tests wait for programs that they start; by itself Vitest leaves one core idle, which is half of a small machine.
    maxWorkers: availableParallelism(),
    maxConcurrency: 10,
    // Generous: a busy machine is slow, and a test that hangs is found all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Programs that tests start keep their compiled code, as the bundled command line does: it halves their start.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL("node_modules/.cache/turnpike-compiled", import.meta.url)) },
    unstubEnvs: true,
    snapshotFormat: { printBasicPrototype: false },
    // Real clients talk a lot; only what a failing test said is of interest.
    silent: "passed-only",
    reporters: process.env["CI"] ? ["default", "json"] : ["default"],
    outputFile: { json: ".turnpike/test-report.json" },
    projects: [
      // Projects run in the order of their names: long files first, short ones fill the last worker's gap.
      {
        extends: true,
        test: { name: "apart", include: ALL, exclude: PURE, setupFiles: ["test/fakes/quiet-masks.ts"] },
      },
      { extends: true, test: { name: "together", include: PURE, isolate: false } },
    ],
  },
});
