import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gateForPart, mayHoldTests, partsOf, type TestFile } from "../../../src/core/gates/index.ts";
import { sharedUvWithIndex } from "../../fakes/shared-uv.ts";
import { gate } from "./world.ts";

const FILES: Readonly<Record<string, string>> = {
  "tests/test_a.py": "def test_one(): pass\ndef test_two(): pass\n",
  "tests/test_b.py": "def test_three(): pass\n",
  "tests/unit/test_a.py": "def test_four(): pass\n",
  "tests/unit/c_test.py": "def test_five(): pass\n",
  "tests/with space/test_d.py": "def test_six(): pass\n",
  "tests/checks.py": "def test_seven(): pass\n",
  "pytest.ini":
    "[pytest]\ntestpaths = tests\npython_files = test_*.py *_test.py checks.py\naddopts = --import-mode=importlib\n",
};
const files: readonly TestFile[] = Object.entries(FILES).map(([path, text]) => ({ path, bytes: text.length }));
const pytest = gate("tests", { tool: "pytest", run: ["pytest"] });

describe("tests of a gate that is split", () => {
  it("cannot be split where a part would be judged by the whole, or names its tests itself", () => {
    expect(partsOf(pytest, files)).toBe(5);
    expect(partsOf({ ...pytest, run: "pytest" }, files)).toBe(1);
    expect(partsOf({ ...pytest, run: ["pytest", "--cov"] }, files)).toBe(1);
    expect(partsOf({ ...pytest, env: { COVERAGE_FILE: "x" } }, files)).toBe(1);
    expect(partsOf({ ...pytest, run: ["pytest", "tests/test_a.py"] }, files)).toBe(1);
    expect(partsOf({ ...pytest, threshold: { tests: 3 } }, files)).toBe(1);
    expect(partsOf({ ...pytest, tool: "ruff" }, files)).toBe(1);
    expect(partsOf({ ...pytest, tool: null }, files)).toBe(1);
  });

  it("are handed to runners that split by themselves in their own words", () => {
    const part = { index: 2, of: 3 };
    const vitest = gate("tests", { tool: "vitest", run: ["npm", "test"] });
    expect(gateForPart(vitest, part, []).run).toEqual(["npm", "test", "--", "--shard=2/3"]);
    const node = gate("tests", { tool: "node-test", run: ["node", "--test"] });
    expect(gateForPart(node, part, []).run).toEqual(["node", "--test", "--test-shard=2/3"]);
  });

  it("have no more parts than there are files, so that no part looks for tests in vain", () => {
    const scripts = ["test/a.js", "test.mjs", "src/b.test.ts", "src/__tests__/c.tsx", "src/d-test.js", "src/d.js"];
    expect(scripts.filter(mayHoldTests)).toEqual(scripts.slice(0, -1));
    expect(mayHoldTests("node_modules/x/test/a.js")).toBe(false);
    const vitest = gate("tests", { tool: "vitest", run: ["vitest", "run"] });
    expect(
      partsOf(
        vitest,
        scripts.map((path) => ({ path, bytes: 1 })),
      ),
    ).toBe(5);
    expect(partsOf(vitest, files)).toBe(1);
  });

  it("may be none in a part, which is no reason to stop the runner that has it", () => {
    const node = gate("tests", { tool: "node-test", run: ["node", "--test"], inconclusive: "fail" });
    expect(gateForPart(node, { index: 2, of: 3 }, []).inconclusive).toBe("warn");
    expect(gateForPart(pytest, { index: 2, of: 3 }, files).inconclusive).toBe("warn");
  });
});

const uv = await sharedUvWithIndex();

describe.skipIf(uv === undefined)("pytest, told what to leave out", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "turnpike-parts-"));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    execFileSync(uv?.path ?? "uv", ["venv", "-q", join(folder, ".venv")]);
    execFileSync(uv?.path ?? "uv", ["pip", "install", "-q", "--python", join(folder, ".venv"), "pytest"]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([2, 3, 5])("runs every test in one of %i parts, and those that nobody knew of in each", (of) => {
    const ran = new Map<string, number>();
    for (let index = 1; index <= of; index += 1) {
      const { run } = gateForPart(pytest, { index, of }, files);
      const [, ...args] = run as readonly string[];
      const report = join(folder, "report.xml");
      spawnSync(join(folder, ".venv/bin/pytest"), [...args, `--junitxml=${report}`], { cwd: folder });
      for (const [, name = ""] of readFileSync(report, "utf8").matchAll(/<testcase [^>]*\bname="([^"]+)"/g)) {
        ran.set(name, (ran.get(name) ?? 0) + 1);
      }
    }
    const once = { test_one: 1, test_two: 1, test_three: 1, test_four: 1, test_five: 1, test_six: 1 };
    expect(Object.fromEntries(ran)).toEqual({ ...once, test_seven: of });
  });
});
