import { expect, it } from "vitest";
import { keepResults } from "../../../src/actions/gates/results/keep-results.ts";
import { MemoryFiles } from "../../../src/adapters/memory/files.ts";
import { Masker } from "../../../src/core/gates/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";

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

it("keeps what the disk has room for, leaves no half of a file, and says what is missing", async () => {
  const full = new TurnpikeError("FILE_UNWRITABLE", "service", "/out/logs/big.log could not be written: no space.");
  const files = new MemoryFiles({ "/s/logs/big.log": "x".repeat(99), "/s/logs/small.log": "small" }, "/");
  const copy = files.copy.bind(files);
  files.copy = async (from, to) => {
    await copy(from, to);
    if (from.endsWith("big.log")) throw full;
  };
  const unkept = await keepResults(files, { scratch: "/s", outputDirectory: "/out" }, new Masker([]));
  expect(unkept).toEqual([{ name: "logs/big.log", why: full.message }]);
  expect(await files.readText("/out/logs/small.log")).toBe("small");
  expect(await files.exists("/out/logs/big.log")).toBe(false);
});
