import { describe, expect, it } from "vitest";
import { gatesContract } from "../../../src/actions/gates/contract.ts";
import { runGates } from "../../../src/actions/gates/run.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import {
  detailsFileSchema,
  type Gate,
  type ShareFile,
  sharesSchema,
  verdictFileSchema,
} from "../../../src/core/gates/index.ts";
import { gate, makeWorld, planOf, type World, type WorldOptions } from "./world.ts";

const SPREAD = { "plan-runners": "3", "fan-out-above": "1s" };
const programs: NonNullable<WorldOptions["programs"]> = {
  ...{ one: () => ({ stdout: "one\n" }), two: () => ({ stdout: "two\n" }), three: () => ({ stdout: "three\n" }) },
  bad: () => ({ code: 1 }),
};

function makeSpread(gates: readonly Gate[]): World {
  return makeWorld({ plan: planOf(gates), programs, cores: 1 });
}

function run(world: World, inputs: Record<string, string>) {
  return runGates(parseInputs(gatesContract, inputs), world);
}

async function planShares(world: World, more: Record<string, string> = {}): Promise<readonly ShareFile[]> {
  const { outputs } = await run(world, { ...SPREAD, ...more });
  return outputs.shares === "" ? [] : sharesSchema.parse(JSON.parse(outputs.shares));
}

/** Runs a share, and puts what it left where the job that joins them finds it. */
async function runShare(world: World, share: ShareFile, more: Record<string, string> = {}): Promise<void> {
  await run(world, { ...more, share: JSON.stringify(share), summary: "false" });
  for (const { path, kind } of await world.files.list("/repo/.turnpike", (folder) => folder === "shares-in")) {
    const to = `/repo/.turnpike/shares-in/turnpike-share-${share.index}/${path}`;
    if (kind === "file") await world.files.copy(`/repo/.turnpike/${path}`, to);
  }
}

async function join(world: World, shares: readonly ShareFile[], more: Record<string, string> = {}) {
  const result = await run(world, { ...more, shares: JSON.stringify(shares) });
  const read = async (name: string): Promise<unknown> =>
    JSON.parse((await world.files.readText(`/repo/.turnpike/${name}`)) ?? "null");
  const verdict = verdictFileSchema.parse(await read("verdict.json"));
  const details = detailsFileSchema.parse(await read("details.json"));
  return { result, verdict, details, page: world.pages.join("") };
}

describe("shares of a fan-out", () => {
  it("come to one verdict, with the logs of all", async () => {
    const world = makeSpread([gate("one"), gate("two"), gate("three")]);
    const shares = await planShares(world);
    expect(shares).toHaveLength(3);
    for (const share of shares) await runShare(world, share);
    const { result, verdict, details } = await join(world, shares);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: "passed", shares: "" } });
    expect(verdict.partial).toBeUndefined();
    for (const { id, logFile } of details.gates) {
      expect(await world.files.readText(`/repo/.turnpike/${logFile}`)).toBe(`${id}\n`);
    }
  });

  it("split no tests of which a file of settings measures the coverage", async () => {
    const tests = gate("tests", { tool: "pytest", run: ["pytest"] });
    const partsWith = async (settings: string) => {
      const content = { "tests/test_a.py": "a", "tests/test_b.py": "b", "pyproject.toml": settings };
      const git = { listFiles: async () => Object.keys(content) };
      const world = makeWorld({ plan: planOf([tests]), programs, cores: 1, content, git });
      return (await planShares(world)).length;
    };
    expect(await partsWith("[tool.pytest.ini_options]\naddopts = '-q'\n")).toBe(2);
    expect(await partsWith("[tool.pytest.ini_options]\naddopts = '--cov --cov-fail-under=90'\n")).toBe(0);
  });

  it("forgive no more tests together than one runner would", async () => {
    const verdictWith = async (failures: number) => {
      const world = makeSpread([gate("one"), gate("two"), gate("three")]);
      const shares = await planShares(world);
      for (const share of shares) await runShare(world, share);
      const path = "/repo/.turnpike/shares-in/turnpike-share-1/verdict.json";
      const left = verdictFileSchema.parse(JSON.parse((await world.files.readText(path)) ?? ""));
      const counts = { tests: 60, failures, findings: null };
      const gates = left.gates.map((one) =>
        one.outcome === "passed" ? { ...one, outcome: "quarantined", reason: "listed", counts } : one,
      );
      await world.files.write(path, JSON.stringify({ ...left, gates }));
      return (await join(world, shares)).verdict;
    };
    expect((await verdictWith(3)).verdict).toBe("passed");
    const { verdict, gates } = await verdictWith(4);
    expect(verdict).toBe("failed");
    expect(gates.map(({ reason }) => reason)).toContain(
      "4 of 60 tests failed; not forgiven: at most 3 of 60 are forgiven",
    );
  });

  it("of which one is lost are an error, with a page that says which and what to do", async () => {
    for (const lost of [1, 2, 3]) {
      const world = makeSpread([gate("one"), gate("two"), gate("three")]);
      const shares = await planShares(world);
      for (const share of shares.filter(({ index }) => index !== lost)) await runShare(world, share);
      const { result, verdict, page } = await join(world, shares);
      expect(result).toMatchObject({ exitCode: 3, outputs: { verdict: "error" } });
      expect(verdict.gates.map(({ outcome }) => outcome).sort()).toEqual(["passed", "passed", "tool-error"]);
      expect(page).toContain(`share ${lost} of 3 left no result`);
      expect(page).toContain("run the failed jobs again");
      expect(world.log.lines.join("\n")).toContain(`Share ${lost} of 3 left no result`);
      expect(world.log.lines.join("\n")).toContain("Joined the results of 2 of 3 runners");
    }
  });

  it("of which one left nothing, half a file or another one's are an error, never green", async () => {
    const texts = ["", "{", "null", '{"schema":"turnpike/verdict/2"}', "verdict of share 1"];
    for (const text of texts) {
      const world = makeSpread([gate("one"), gate("two"), gate("three")]);
      const shares = await planShares(world);
      for (const share of shares) await runShare(world, share);
      const place = (index: number) => `/repo/.turnpike/shares-in/turnpike-share-${index}/verdict.json`;
      const other = (await world.files.readText(place(1))) ?? "";
      await world.files.write(place(2), text === "verdict of share 1" ? other : text);
      expect((await join(world, shares)).result.exitCode, text).toBe(3);
    }
  });

  it("stay failed when one found something and another is lost", async () => {
    const world = makeSpread([gate("one"), gate("two"), gate("bad")]);
    const shares = await planShares(world);
    for (const share of shares.filter(({ gates }) => gates.some(({ id }) => id !== "one")))
      await runShare(world, share);
    const { result, page } = await join(world, shares);
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: "failed" } });
    expect(page).toContain("left no result");
  });

  it("of some gates alone are no verdict of the whole", async () => {
    const world = makeSpread([gate("one"), gate("two"), gate("three")]);
    const only = { only: "one\ntwo" };
    const shares = await planShares(world, only);
    expect(shares).toHaveLength(2);
    for (const share of shares) await runShare(world, share, only);
    const { result, verdict, page } = await join(world, shares, only);
    expect(result.exitCode).toBe(0);
    expect(verdict).toMatchObject({ verdict: "passed", partial: true });
    expect(verdict.gates.map(({ id, outcome }) => [id, outcome])).toEqual([
      ...[
        ["one", "passed"],
        ["two", "passed"],
        ["three", null],
      ],
    ]);
    expect(page).toContain("partial: 1 of 3 gates left out");
  });

  it("are refused where the job that joins them asks for other gates", async () => {
    const world = makeSpread([gate("one"), gate("two"), gate("three")]);
    const shares = await planShares(world, { only: "one\ntwo" });
    await expect(join(world, shares)).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });

  it("keep the logs of attempts, and what a script of a team's own checked, of every share", async () => {
    const tries = [75, 0];
    const report = JSON.stringify({ gates: [{ id: "schema", passed: true }] });
    const retries = { max: 1, classes: [], exitCodes: [75], outputs: [] };
    const own = gate("own", {
      run: ["own", "${reports}/r.json"],
      reports: [{ format: "gates-json", path: "${reports}/r.json" }],
    });
    const plan = planOf([gate("shaky", { retries }), own]);
    const world = makeWorld({
      plan,
      cores: 1,
      programs: {
        shaky: () => ({ code: tries.shift() ?? 0, stdout: `${tries.length} left\n` }),
        own: ({ args }) => ({ files: { [args[0] ?? ""]: report } }),
      },
    });
    const shares = await planShares(world);
    for (const share of shares) await runShare(world, share);
    const { details } = await join(world, shares);
    const attempt = details.gates.find(({ id }) => id === "shaky")?.attempts?.[0];
    expect(await world.files.readText(`/repo/.turnpike/${attempt?.logFile}`)).toBe("1 left\n");
    expect(details.gates.find(({ id }) => id === "own")?.checks).toMatchObject([{ id: "schema", passed: true }]);
  });
});
