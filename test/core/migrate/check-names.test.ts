import { describe, expect, it } from "vitest";
import { checkNames } from "../../../src/core/migrate/check-names.ts";

const folder = ".github/workflows";

describe("names of checks", () => {
  it("stand behind the job that calls their workflow", async () => {
    const files = new Map([
      [`${folder}/a.yml`, `on: [push]\njobs:\n  call:\n    uses: ./${folder}/b.yml\n`],
      [
        `${folder}/b.yml`,
        "on: workflow_call\njobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps: [{ run: ruff check }]\n",
      ],
    ]);
    expect((await checkNames(files)).names).toContain("call / lint");
  });

  it("end where workflows that call one another many times would never", async () => {
    const calls = (next: number) =>
      Array.from({ length: 10 }, (_, job) => `  j${job}:\n    uses: ./${folder}/w${next}.yml\n`).join("");
    const files = new Map(
      Array.from({ length: 9 }, (_, index) => [
        `${folder}/w${index}.yml`,
        `on: [push, workflow_call]\njobs:\n${calls(index + 1)}`,
      ]),
    );
    expect((await checkNames(files)).names.length).toBeLessThan(60_000);
  });
});
