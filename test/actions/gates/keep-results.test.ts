import { expect, it } from "vitest";
import { keepResults } from "../../../src/actions/gates/results/keep-results.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { Masker } from "../../../src/core/gates/index.ts";

it("hides secrets in names of reports, and loses none of them", async () => {
  const files = new MemoryFiles(
    {
      "/s/reports/a/pre-hunter2-horse.xml": "one hunter2-horse",
      "/s/reports/a/pre-hunter2-horse%21.xml": "two",
      "/s/reports/a/pre-correct!horse.xml": "three",
      "/s/reports/a/pre-masked.xml": "four",
      "/s/reports/a/plain.xml": "five",
    },
    "/",
  );
  await keepResults(files, { scratch: "/s", outputDirectory: "/out" }, new Masker(["hunter2-horse", "correct!horse"]));
  const kept = (await files.list("/out")).filter(({ kind }) => kind === "file").map(({ path }) => path);
  const texts = await Promise.all(kept.sort().map((path) => files.readText(`/out/${path}`)));
  expect(kept.join()).not.toMatch(/hunter2-horse|correct!horse/);
  expect(kept.every((path) => !path.includes("*"))).toBe(true);
  expect(texts.sort()).toEqual(["five", "four", "one ***", "three", "two"]);
});
