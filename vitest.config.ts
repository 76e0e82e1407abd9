import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // GitHub's parser packages import JSON without an import attribute, which plain Node refuses.
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    snapshotFormat: { printBasicPrototype: false },
    // Real clients talk a lot; only what a failing test said is of interest.
    silent: "passed-only",
    reporters: process.env["CI"] ? ["default", "json"] : ["default"],
    outputFile: { json: ".turnpike/test-report.json" },
  },
});
