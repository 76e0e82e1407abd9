import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { gatesContract } from "../../../src/actions/gates/contract.ts";
import { readExcerpt, showLog } from "../../../src/actions/gates/log-excerpt.ts";
import { runGates } from "../../../src/actions/gates/run.ts";
import { MemoryCache } from "../../../src/adapters/memory/cache.ts";
import { NodeFiles } from "../../../src/adapters/node/files.ts";
import { parseInputs } from "../../../src/contract/index.ts";
import { Masker, sharesSchema } from "../../../src/core/gates/index.ts";
import { gate, makeWorld, planOf, type World } from "./world.ts";

const SECRET = `s3cr3t/v+lue&<1> "é" of-some-length`;
const base64 = (text: string) => Buffer.from(text).toString("base64");

/** What may stand nowhere; of base64 what tells of the secret alone. */
const LEAKS: Readonly<Record<string, string>> = {
  plain: SECRET,
  "in an address": encodeURIComponent(SECRET),
  "in JSON": JSON.stringify(SECRET).slice(1, -1),
  "in XML": "s3cr3t/v+lue&amp;&lt;1&gt; &quot;é&quot; of-some-length",
  "base64 at 0": base64(SECRET).slice(0, -4),
  "base64 at 1": base64(`x${SECRET}`).slice(4, -4),
  "base64 at 2": base64(`xy${SECRET}`).slice(4, -4),
  "its beginning": SECRET.slice(0, 12),
  "its end": SECRET.slice(-12),
};

const escaped = LEAKS["in XML"] ?? "";
const broken = `${SECRET.slice(0, 11)}\n    ${SECRET.slice(11)}`;
const PRINTED = [
  ...[SECRET, encodeURIComponent(SECRET), JSON.stringify(SECRET), base64(SECRET), base64(`x${SECRET}`)],
  ...[base64(`xy${SECRET} and more`), escaped, broken, "harmless"],
].join("\n");

const JUNIT = `<testsuites><testsuite name="pytest" tests="3" failures="2">
<testcase classname="t.${escaped}" name="test_failed[${escaped}]" file="t.py"><failure message="assert ${escaped}">${escaped}
in base64 ${base64(`x${SECRET}`)}</failure></testcase>
<testcase classname="t" name="test_long[${"n".repeat(975)}${escaped}]" file="t.py"><failure message="${"m".repeat(3985)}${escaped}"/></testcase>
<testcase classname="t" name="test_passed[${escaped}]" file="${encodeURIComponent(SECRET)}.py"/>
</testsuite></testsuites>`;

const SARIF = JSON.stringify({
  version: "2.1.0",
  runs: [
    {
      tool: { driver: { name: "Tool" } },
      results: [
        {
          ruleId: SECRET,
          level: "error",
          message: { text: `found ${SECRET} and ${base64(`xy${SECRET}`)}` },
          locations: [
            { physicalLocation: { artifactLocation: { uri: `src/${SECRET}.py` }, region: { startLine: 3 } } },
          ],
        },
      ],
    },
  ],
});

const tests = gate("tests", { tool: "pytest", reports: [{ format: "junit", path: "${reports}/r.xml" }] });
const scan = gate("scan", { reports: [{ format: "sarif", path: "${reports}/r.sarif" }] });
const good = gate("good", { tool: "pytest", reports: [{ format: "junit", path: "${reports}/r.xml" }] });
const PLAN = planOf([
  { ...tests, run: ["tests", "${reports}/r.xml"] },
  { ...scan, run: ["scan", "${reports}/r.sarif"] },
  { ...good, run: ["good", "${reports}/r.xml"] },
]);

const PASSED = JUNIT.replaceAll(/<failure.*?<\/failure>|<failure[^>]*\/>/gs, "").replace(
  'failures="2"',
  'failures="0"',
);

function makeLeakyWorld(): World {
  const leak = (file: string, code: number) => (command: { readonly args: readonly string[] }) => ({
    ...{ stdout: `${PRINTED}\n`, stderr: `${PRINTED}\n`, code, takesMs: 60_000 },
    files: { [command.args[0] ?? ""]: file },
  });
  return makeWorld({
    plan: PLAN,
    env: { DEPLOY_TOKEN: SECRET },
    programs: { tests: leak(JUNIT, 1), scan: leak(SARIF, 1), good: leak(PASSED, 0) },
    context: { eventName: "push", refName: "main" },
  });
}

async function everythingOf(world: World): Promise<string> {
  const kept = (await world.files.list("/repo/.turnpike")).filter((one) => one.kind === "file");
  const files = await Promise.all(kept.map(({ path }) => world.files.readText(`/repo/.turnpike/${path}`)));
  const names = kept.map(({ path }) => path);
  const told = [...world.log.lines, ...world.pages, JSON.stringify(world.shown), JSON.stringify(world.events)];
  return [...names, ...files, ...told].join("\n");
}

function expectNoLeak(everything: string): void {
  for (const [name, leak] of Object.entries(LEAKS)) {
    const at = everything.indexOf(leak);
    expect(at === -1 ? "" : `${name}: …${everything.slice(Math.max(0, at - 60), at + leak.length)}`).toBe("");
  }
}

describe("a secret that gates print, and write into reports and names of tests", () => {
  it("is in no verdict, page, log, annotation, report, history or remembered result", async () => {
    const world = makeLeakyWorld();
    const cache = new MemoryCache(world.files);
    const ground = { programs: {}, packages: {}, machine: "m", turnpike: "t", env: {} };
    const files = { files: [], blind: undefined };
    const grounds = { look: async () => ({ ...files, ...ground }), lookAgain: async () => files };
    const inputs = parseInputs(gatesContract, {});
    await runGates(inputs, { ...world, results: { cache, grounds } });
    const kept = (await world.files.list("/repo/.turnpike")).map(({ path }) => path);
    for (const file of ["verdict.json", "details.json", "report.json", "results.json", "history/observations.ndjson"]) {
      expect(kept).toContain(file);
    }
    const everything = await everythingOf(world);
    expect(everything).toContain("harmless");
    expect(everything).toContain("test_failed[***]");
    expectNoLeak(everything);
  });

  it("is in nothing that one runner of a fan-out leaves for another, and in nothing that is made of it", async () => {
    const world = makeLeakyWorld();
    const run = (inputs: Record<string, string>) => runGates(parseInputs(gatesContract, inputs), world);
    const planned = await run({ "plan-runners": "2", "fan-out-above": "1s" });
    const shares = sharesSchema.parse(JSON.parse(planned.outputs.shares));
    for (const share of shares) {
      await run({ share: JSON.stringify(share) });
      const left = (await world.files.list("/repo/.turnpike")).filter(({ path }) => !path.startsWith("shares-in"));
      for (const { path, kind } of left) {
        const to = `/repo/.turnpike/shares-in/turnpike-share-${share.index}/${path}`;
        if (kind === "file") await world.files.copy(`/repo/.turnpike/${path}`, to);
      }
    }
    await run({ shares: planned.outputs.shares });
    const everything = await everythingOf(world);
    expect(everything).toContain("shares/2/logs");
    expectNoLeak(everything);
  });

  it("is not shown in part where a long log is cut", async () => {
    const folder = mkdtempSync(join(tmpdir(), "turnpike-secrets-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const files = new NodeFiles(folder);
    const masker = new Masker([SECRET]);
    const line = `${SECRET}${".".repeat(7)}`;
    await files.write("log", line.repeat(8_000));
    for (let shift = 0; shift < line.length; shift += 1) {
      const part = { headBytes: 3_000 + shift, tailBytes: 70_000 + shift };
      let shown = "";
      for await (const piece of showLog(files, "log", { masker, part, whole: "log" })) shown += piece;
      expectNoLeak(shown);
    }
    expectNoLeak((await readExcerpt(files, "log", masker)).tail.join("\n"));
  });
});
