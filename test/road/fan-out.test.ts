import { describe, expect, it } from "vitest";
import { detailsFileSchema, type VerdictFile, verdictFileSchema } from "../../src/core/gates/index.ts";
import { type Consumer, caller, makeConsumer, nodePackage, runTurnpike } from "./consumer.ts";

const CALLER = ".github/workflows/turnpike.yml";
const SPREAD = caller({
  workflow: "checks.yml",
  permissions: "{ contents: read }",
  inputs: "{ max-runners: 3, fan-out-above: 1s }",
});

const WORK = [
  "gates:",
  "  first: { run: [node, --version] }",
  "  second: { run: [node, --version], needs: [first] }",
  "  third: { run: [node, --version] }",
  "",
].join("\n");

function shop(gates: string): Consumer {
  return makeConsumer({ ...nodePackage, [CALLER]: SPREAD, "turnpike.yml": gates });
}

function verdictOf(consumer: Consumer): VerdictFile {
  return verdictFileSchema.parse(JSON.parse(consumer.read(".turnpike/run/artifacts/turnpike-verdict/verdict.json")));
}

describe("gates that outgrow one runner", () => {
  it("are spread over several, and come to one verdict with every gate in it", async () => {
    const consumer = shop(WORK);
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("share 3 of 3");
    const verdict = verdictOf(consumer);
    expect(verdict.gates.map(({ id, outcome }) => `${id} ${outcome}`).sort()).toEqual(
      ["first passed", "lint passed", "lock passed", "second passed", "tests passed", "third passed"].sort(),
    );
    const check = ".turnpike/run/artifacts/turnpike-check";
    const details = detailsFileSchema.parse(JSON.parse(consumer.read(`${check}/details.json`)));
    for (const { logFile } of details.gates) expect(consumer.read(`${check}/${logFile}`)).toBeTypeOf("string");
  });

  it("are red when one of the runners finds something, and say what", async () => {
    const consumer = shop(`${WORK}  broken: { run: "echo it is broken; exit 1" }\n`);
    const { code } = await runTurnpike(["run"], consumer.folder);
    expect(code).toBe(1);
    expect(verdictOf(consumer).gates.filter(({ outcome }) => outcome !== "passed")).toMatchObject([
      { id: "broken", outcome: "failed" },
    ]);
    expect(consumer.read(".turnpike/run/summary.html")).toContain("it is broken");
  });

  it("stay on one runner when that is enough", async () => {
    const text = SPREAD.replace("fan-out-above: 1s", "fan-out-above: 1h");
    const consumer = makeConsumer({ ...nodePackage, [CALLER]: text });
    const { code, stderr } = await runTurnpike(["run"], consumer.folder);
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain("share 1 of");
    expect(verdictOf(consumer).verdict).toBe("passed");
  });
});
