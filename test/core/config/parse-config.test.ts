import { describe, expect, it } from "vitest";
import { type Config, parseConfig } from "../../../src/core/config/index.ts";
import { formatProblem } from "../../../src/errors.ts";

function problemsOf(text: string): readonly string[] {
  const result = parseConfig(text, "turnpike.yml");
  return result.ok ? [] : result.problems.map(formatProblem);
}

function configOf(text: string): Config {
  const result = parseConfig(text, "turnpike.yml");
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join("\n"));
  return result.config;
}

const WHOLE = `presets: [python]
budget: { total: 1h30m, enforce: true }
build: uv build
gates:
  lint: { run: uv run ruff check src }
  tests: { timeout: 20m }
  audit: off
  secrets: false
  contract:
    run: [uv, run, python, -m, checks.contract]
    cwd: src/git
    env: { RATIO: 1.10, DEBUG: true, ZERO: 007, PLAIN: text }
    needs: [lint]
    tier: slow
    required: false
    timeout: 90s
    resources: { cpu: 2, memory: 1GiB, locks: [database] }
    report: { format: junit, path: out/contract.xml }
    inconclusive: warn
    owner: "@team/payments"
    docs: docs/contract.md
`;

describe("a turnpike.yml that is right", () => {
  it("is read key by key, durations in ms and sizes in bytes", () => {
    const config = configOf(WHOLE);
    expect(config).toMatchObject({
      file: "turnpike.yml",
      presets: ["python"],
      budget: { totalMs: 5_400_000, enforce: true },
      build: { run: "uv build", line: 3 },
    });
    expect(config.gates.map(({ kind, id, place }) => [kind, id, place.line])).toEqual([
      ["gate", "lint", 5],
      ["gate", "tests", 6],
      ["off", "audit", 7],
      ["off", "secrets", 8],
      ["gate", "contract", 9],
    ]);
    expect(config.gates.at(-1)).toMatchObject({
      settings: {
        run: ["uv", "run", "python", "-m", "checks.contract"],
        timeout: 90_000,
        resources: { cpu: 2, memory: 1024 ** 3, locks: ["database"] },
        report: { format: "junit", path: "out/contract.xml" },
      },
    });
  });

  it("keeps the text of variables as it was written, so that 1.10 stays 1.10", () => {
    const gate = configOf(WHOLE).gates.at(-1);
    expect(gate?.kind === "gate" && gate.settings.env).toEqual({
      RATIO: "1.10",
      DEBUG: "true",
      ZERO: "007",
      PLAIN: "text",
    });
  });

  it.each(["", "\n", "# only a comment\n", "---\n", "{}\n", "null\n"])("may say nothing: %j", (text) => {
    expect(configOf(text)).toMatchObject({ presets: "auto", budget: undefined, build: undefined, gates: [] });
  });

  it("takes a budget as a duration alone, which is not enforced", () => {
    expect(configOf("budget: 20m").budget).toEqual({ totalMs: 1_200_000, enforce: false });
  });

  it("uses anchors where they stand", () => {
    const config = configOf("gates:\n  a: &same { run: make a, timeout: 5m }\n  b: *same\n");
    expect(config.gates.map((gate) => gate.kind === "gate" && gate.settings.timeout)).toEqual([300_000, 300_000]);
  });

  it("takes ids that are names of JavaScript's own", () => {
    expect(configOf("gates: { constructor: { run: a }, toString: off }").gates.map(({ id }) => id)).toEqual([
      "constructor",
      "toString",
    ]);
  });

  it("tells the place of a value for those who find faults later", () => {
    expect(configOf(WHOLE).placeOf(["gates", "contract", "needs", 0])).toEqual({ line: 13, column: 13 });
  });
});

describe("a turnpike.yml that is wrong", () => {
  it("is told all its faults at once, in the order of the file", async () => {
    const text = `presets: pyton
budget: { total: 20m, enfroce: true }
buld: uv build
gates:
  lint: { run: uv run ruff check src }
  contract:
    neds: [lint]
    run: [uv, 1]
    timeout: soon
    tier: fst
    required: yes
    cwd: /etc
    resources: { cpu: 0, memory: 1gib, lcks: [] }
    report: { format: junt, path: ../x.xml }
    env: { A-B: 1, GITHUB_TOKEN: x }
    retries: 4
  lint: off
  audit: "on"
  "bad id": off
  empty:
  none: { run: [] }
  reports: { run: x, report: [{ format: junit }] }
  circle: { run: x, needs: [circle] }
sbom: {}
`;
    await expect(`${problemsOf(text).join("\n")}\n`).toMatchFileSnapshot("wrong.golden.txt");
  });

  it.each([
    ["timeout: 90", "gates.a.timeout 90 is not a duration; write 90s, 10m or 1h"],
    ["timeout: 0s", 'gates.a.timeout "0s" is out of range; write a duration from 1s to 120h'],
    ["timeout: 121h", 'gates.a.timeout "121h" is out of range; write a duration from 1s to 120h'],
    ["timeout: 1000h", 'gates.a.timeout "1000h" is out of range; write a duration from 1s to 120h'],
    ["timeout: ''", 'gates.a.timeout "" is not a duration; write 90s, 10m or 1h'],
    ["resources: { memory: 2 }", "gates.a.resources.memory 2 is not a size; write 512MiB or 2GiB"],
    ["resources: 2", "gates.a.resources 2 is not a map; write `{ cpu: 2, memory: 1GiB, locks: [database] }`"],
    ["needs: lint", 'gates.a.needs "lint" is not a list of gates; write names in brackets, such as `[lint]`'],
    ["inconclusive: ignore", 'gates.a.inconclusive "ignore" is not known; write fail or warn'],
    [
      "xyzzy: 1",
      "gates.a.xyzzy is not a key I know; known here are run, cwd, env, toolchain, needs, tier, required, timeout, resources, report, inconclusive, when, retries, threshold, matrix, inputs, cache, waiver, owner, docs",
    ],
  ])("says what would be right: %s", (line, message) => {
    expect(problemsOf(`gates:\n  a:\n    run: x\n    ${line}\n`)).toEqual([expect.stringContaining(message)]);
  });

  it.each(["setup", "sbom", "sign", "verify", "events"])("does not take %s for built", (key) => {
    expect(problemsOf(`${key}: {}\n`)).toEqual([
      `turnpike.yml:1:1  ${key} comes later and is not built yet; take it out`,
    ]);
  });

  it("names every gate of a circle, each circle once", () => {
    const text = "gates:\n  a: { run: x, needs: [b] }\n  b: { run: x, needs: [c] }\n  c: { run: x, needs: [a] }\n";
    expect(problemsOf(text)).toEqual(["turnpike.yml:2:23  gates.a.needs runs in a circle: a needs b needs c needs a"]);
  });

  it.each([
    ["a tab", "gates:\n\tlint: off\n", "2:1  is indented with a tab; YAML allows spaces only"],
    ["two documents", "gates: {}\n---\ngates: {}\n", "2:1  begins a second document; one file holds one"],
    [
      "a merge key",
      "a: &a {}\ngates:\n  <<: *a\n",
      "3:3  uses a merge key (`<<`), which YAML 1.2 no longer has; write the keys out",
    ],
    ["an unknown alias", "gates: *nothing\n", "1:8  uses the alias `*nothing`, which no anchor above it names"],
    ["a list", "- lint\n", "1:1  the file is not a map; write keys such as `gates:` at the start of a line"],
    ["text", "lint\n", '1:1  the file "lint" is not a map; write keys such as `gates:` at the start of a line'],
    ["no YAML", "gates: [\n", "is not YAML:"],
    ["a key of no text", "? [a]\n: 1\n", "1:3  has a key that is not plain text"],
    ["not UTF-8", "build: \ufffd\n", "1:1  is not UTF-8 text"],
    ["a NUL", "build: a\n\0\n", "2:1  is not UTF-8 text"],
  ])("says where %s is", (_, text, message) => {
    expect(problemsOf(text)).toContainEqual(expect.stringContaining(message));
  });
});
