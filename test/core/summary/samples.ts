import {
  type DetailsFile,
  type Finding,
  type GateDetails,
  type GateResult,
  type Outcome,
  type SetupFile,
  toFailure,
  type VerdictFile,
} from "../../../src/core/gates/index.ts";
import { joinVerdict, type PageInput, type RunFacts } from "../../../src/core/summary/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";

const SHA = "3f2a9c1b7d5e4f60718293a4b5c6d7e8f9012345";

/** A gate of a verdict; what a test does not say is a pass of one second. */
export function gate(id: string, more: Partial<GateResult> = {}): GateResult {
  return {
    ...{ id, outcome: "passed", required: true, startMs: 0, durationMs: 1000, exitCode: 0, reason: null },
    counts: { tests: null, failures: null, findings: null },
    ...more,
  };
}

/** Details of a gate. */
export function detail(id: string, more: Partial<GateDetails> = {}): GateDetails {
  return {
    ...{ id, tool: null, tier: "normal", reproduce: `uv run ${id}`, cwd: ".", summary: null },
    ...{
      source: { file: "pyproject.toml", line: 12 },
      logFile: `logs/${id}.log`,
      logTail: [],
      findings: [],
      findingsTotal: 0,
    },
    ...{ cpuMs: null, peakBytes: null, waitedMs: null },
    ...more,
  };
}

/** A verdict of gates. */
export function verdictFile(
  verdict: VerdictFile["verdict"],
  gates: readonly GateResult[],
  more: Partial<VerdictFile> = {},
): VerdictFile {
  return {
    ...{ schema: "turnpike/verdict/1", verdict, commit: SHA, tree: null, dirty: false },
    ...{ startedAt: "2026-11-21T07:00:00.000Z", durationMs: 48_211 },
    gates: [...gates],
    ...more,
  };
}

/** Details of a run. */
export function detailsFile(gates: readonly GateDetails[], more: Partial<DetailsFile> = {}): DetailsFile {
  return {
    ...{
      schema: "turnpike/details/1",
      cores: 2,
      budgetMs: 1_200_000,
      budgetEnforced: false,
      release: false,
      coverage: 91.4,
    },
    gates: [...gates],
    suggestions: [],
    ...more,
  };
}

export const setup: SetupFile = {
  ...{
    schema: "turnpike/setup/1",
    durationMs: 6400,
    uvVersion: "0.13.8",
    uvSource: "index",
    pythonVersion: "3.12.11",
    cache: "hit",
    cacheReason: null,
  },
  environments: [{ manager: "uv", cwd: ".", outcome: "installed", reason: null }],
};

export const run: RunFacts = {
  ...{ repository: "acme/orders", sha: SHA, refName: "main", eventName: "push" },
  webUrl: "https://github.com/acme/orders",
  runUrl: "https://github.com/acme/orders/actions/runs/42",
};

/** A finding with a place. */
export function finding(
  file: string | null,
  line: number | null,
  message: string,
  more: Partial<Finding> = {},
): Finding {
  return { severity: "error", rule: null, message, file, line, column: null, ...more };
}

const passing: readonly [string, number, number][] = [
  ["lock", 0, 420],
  ["lint", 12, 350],
  ["format", 430, 280],
  ["types", 400, 21_300],
  ["tests", 710, 47_400],
  ["sast", 21_800, 2900],
  ["deps", 24_800, 1200],
  ["build", 26_100, 3900],
];

const baseGates: readonly GateResult[] = passing.map(([id, startMs, durationMs]) => gate(id, { startMs, durationMs }));
const baseDetails: readonly GateDetails[] = passing.map(([id]) => detail(id));

function replace(id: string, more: Partial<GateResult>): GateResult[] {
  return baseGates.map((entry) => (entry.id === id ? { ...entry, ...more } : entry));
}

function replaceDetail(id: string, more: Partial<GateDetails>): GateDetails[] {
  return baseDetails.map((entry) => (entry.id === id ? { ...entry, ...more } : entry));
}

const audit = gate("audit", {
  ...{ outcome: "inconclusive", required: false, startMs: 30_000, durationMs: 3100, exitCode: 1 },
  reason: "the advisory service could not be reached",
});

const failedTests: Partial<GateDetails> = {
  ...{ tool: "pytest", reproduce: "uv run pytest tests/test_left.py::test_oversold", summary: "2 of 719 failed" },
  logTail: [
    "    def test_oversold():",
    "        stock = Stock(sku='A-1', left=0)",
    ">       assert stock.take(1).left == 0",
    "E       assert -1 == 0",
    "",
    "tests/test_left.py:31: AssertionError",
    "=========================== short test summary info ============================",
    "FAILED tests/test_left.py::test_oversold - assert -1 == 0",
    "FAILED tests/test_left.py::test_returned - KeyError: 'A-2'",
    "2 failed, 717 passed in 46.90s",
  ],
  findings: [
    finding("tests/test_left.py", 31, "assert -1 == 0", { rule: "test_oversold" }),
    finding("src/orders/stock.py", 57, "KeyError: 'A-2'", { rule: "test_returned" }),
  ],
  findingsTotal: 2,
};

function outcomes(
  verdict: VerdictFile["verdict"],
  list: readonly (readonly [string, Outcome | null, number, number])[],
): VerdictFile {
  const times = (outcome: Outcome | null, startMs: number, durationMs: number) =>
    outcome === null ? { startMs: null, durationMs: null } : { startMs, durationMs };
  return verdictFile(
    verdict,
    list.map(([id, outcome, start, duration]) => gate(id, { outcome, ...times(outcome, start, duration) })),
    { durationMs: 12_000 },
  );
}

const failVerdict = verdictFile("failed", [
  ...replace("tests", { outcome: "failed", exitCode: 1, counts: { tests: 719, failures: 2, findings: null } }),
  audit,
]);

const wrongConfig = toFailure(
  new TurnpikeError("CONFIG_INVALID", "config", "2 problems, nothing was run.", {
    problems: [
      {
        where: "turnpike.yml",
        line: 7,
        column: 5,
        message: "gates.contract.neds is not a key I know; did you mean `needs`?",
      },
      {
        where: "turnpike.yml",
        line: 9,
        column: 14,
        message: 'gates.contract.timeout "soon" is not a duration; write 90s, 10m or 1h',
      },
    ],
    doc: "docs/turnpike-yml.md",
  }),
);

const noUv = toFailure(
  new TurnpikeError("UV_MISSING", "service", "No uv was found, and none could be fetched.", {
    hint: "Install uv on the machine,\nor name an index that has it: PIP_INDEX_URL",
  }),
);

/** Inputs that people will see, by name. */
export const samples: Readonly<Record<string, PageInput>> = {
  pass: {
    verdict: verdictFile("passed", [
      ...baseGates,
      gate("audit", { required: false, startMs: 30_100, durationMs: 2900 }),
    ]),
    details: detailsFile([...baseDetails, detail("audit")]),
    setup,
    run,
    sboms: [{ file: "orders.cdx.json", subject: "orders 1.2.0", components: 87, edges: 141, licensesUnknown: 2 }],
  },
  release: {
    verdict: verdictFile("passed", baseGates),
    details: detailsFile(baseDetails, { release: true }),
    setup: { ...setup, cache: "off", cacheReason: "a tag is built from nothing", durationMs: 14_800 },
    run: { ...run, refName: "v1.2.0" },
    jobs: [
      { id: "check", result: "success", startMs: 0, durationMs: 66_100 },
      { id: "build", result: "success", startMs: 67_000, durationMs: 9200 },
      { id: "sign", result: "success", startMs: 77_200, durationMs: 12_400 },
    ],
    sboms: [{ file: "orders.cdx.json", subject: "orders 1.2.0", components: 12, edges: 15, licensesUnknown: 0 }],
    signing: {
      statements: ["SLSA provenance", "CycloneDX SBOM", "test result"],
      subjects: ["orders-1.2.0-py3-none-any.whl", "orders-1.2.0.tar.gz"],
      isVerified: true,
      storedAt: [],
      verifyCommands: [
        "gh run download 42 --repo acme/orders",
        "turnpike verify turnpike-build/orders-1.2.0-py3-none-any.whl --bundle turnpike-attestations/attestations --policy turnpike-attestations/attestations/policy.yml",
      ],
    },
    notDone: ["The attestations were not put into the repository's attestation store: this needs attestations: write"],
  },
  fail: {
    verdict: failVerdict,
    details: detailsFile([
      ...replaceDetail("tests", failedTests),
      detail("audit", { tool: "uv", summary: "not audited", logTail: ["error: connection refused"] }),
    ]),
    setup,
    run: { ...run, eventName: "pull_request", refName: "pull/7" },
    sboms: [{ file: "orders.cdx.json", subject: "orders 1.2.0", components: 87, edges: 141, licensesUnknown: 2 }],
  },
  error: {
    verdict: verdictFile("error", [
      ...replace("types", { outcome: "tool-error", exitCode: 139, reason: "mypy crashed: it was ended by SIGSEGV" }),
      gate("audit", {
        outcome: "inconclusive",
        required: true,
        durationMs: 3000,
        reason: "the advisory service could not be reached",
      }),
    ]),
    details: detailsFile(
      [
        ...replaceDetail("types", { logTail: ["Segmentation fault (core dumped)"], reproduce: "uv run mypy src" }),
        detail("audit"),
      ],
      {
        release: true,
      },
    ),
    setup: { ...setup, cache: "unavailable" },
    run,
  },
  cancelled: {
    verdict: outcomes("cancelled", [
      ["lint", "passed", 10, 350],
      ["types", "passed", 15, 8200],
      ["tests", "cancelled", 400, 11_600],
      ["sast", "cancelled", 8300, 3700],
      ["build", null, 0, 0],
    ]),
    joined: joinVerdict({
      ...{
        check: { kind: "read", verdict: outcomes("cancelled", []), details: null },
        requireGates: false,
        isRelease: false,
      },
      needs: { check: { result: "cancelled", outputs: {} } },
    }),
    details: detailsFile([], { coverage: null }),
    run,
  },
  "nothing-to-check": {
    verdict: verdictFile("nothing-to-check", [], { durationMs: 0 }),
    details: detailsFile([], {
      coverage: null,
      suggestions: [
        {
          ...{
            id: "lint",
            command: "uv run ruff check",
            why: "ruff is in the dependency group dev, but no table says what it checks.",
          },
          enable: "gates:\n  lint: { run: uv run ruff check src }",
        },
      ],
    }),
    run,
  },
  "nothing-at-all": { verdict: verdictFile("nothing-to-check", [], { durationMs: 0 }), run },
  "flaky-passed": {
    verdict: verdictFile(
      "passed",
      replace("tests", { outcome: "flaky-passed", reason: "test_clock passed at the second try" }),
    ),
    details: detailsFile(replaceDetail("tests", { summary: "719 passed, 1 flaky" })),
    setup,
    run,
  },
  remembered: {
    verdict: verdictFile("failed", [
      ...replace("tests", {
        ...{ outcome: "quarantined", exitCode: 1, counts: { tests: 719, failures: 1, findings: null } },
        reason: "only listed tests failed, until 2026-12-05: `tests/test_stock.py::test_clock`",
      }),
      gate("sast2", { outcome: "failed", exitCode: 1, reason: "3 findings" }),
    ]),
    details: detailsFile(
      [
        ...replaceDetail("tests", { summary: "1 of 719 failed" }),
        detail("sast2", {
          findings: [
            finding("src/a.py", 3, "first"),
            finding("src/b.py", 9, "second"),
            finding("src/c.py", 1, "third"),
          ],
          findingsTotal: 3,
        }),
      ],
      {
        changed: { since: "main", files: ["src/b.py", "README.md"] },
        tests: [
          {
            ...{ name: "tests/test_stock.py::test_clock", id: "ab", gate: "tests", variant: "linux/py3.12" },
            ...{ state: "flaky", now: "failed" },
            evidence: "passed and failed on 2 trees; failed in 3 of 41 runs, so in at least 2.6 %",
          },
          {
            ...{ name: "tests/test_app.py::test_it[a b]", id: "cd", gate: "tests", variant: "linux/py3.12" },
            ...{ state: "flaky", now: "flaky", evidence: "passed and failed on 3 trees" },
          },
          {
            ...{ name: "tests/test_load.py::test_many", id: "ef", gate: "tests", variant: "linux/py3.12" },
            ...{ state: "recovered", now: "passed" },
            evidence: "29 clean runs since it failed last, so it fails in less than 9.8 %",
          },
        ],
        quarantine: [
          {
            ...{
              name: "tests/test_stock.py::test_clock",
              owner: "@acme/stock",
              issue: "https://github.com/acme/orders/issues/12",
            },
            ...{ reason: "races with the clock", expires: "2026-12-05", line: 3, status: "used" },
          },
        ],
      },
    ),
    sboms: [
      {
        ...{ file: "orders.cdx.json", subject: "orders 1.2.0", components: 3, edges: 4, licensesUnknown: 0 },
        names: ["click 8.1.7", "httpx 0.28.1", "idna 3.10"],
      },
    ],
    past: [4, 5, 6, 7, 12, 6, 5].map((minutes, at) => ({
      ...{ schema: "turnpike/runs/1", run: String(at), attempt: 1, at: `2026-11-1${at}T10:00:00.000Z`, commit: null },
      ...{
        event: at % 3 === 0 ? "pull_request" : "push",
        branch: at % 3 === 0 ? "topic" : "main",
        isDefaultBranch: at % 3 !== 0,
      },
      ...{ verdict: "passed", spentMs: minutes * 60_000, gates: { tests: 30_000, types: 21_000 }, coverage: 91.1 },
      components: ["click 8.1.7", "httpx 0.27.0", "idna 3.10"],
    })),
    setup,
    run: { ...run, refName: "pull request 7", eventName: "pull_request" },
  },
  "timed-out": {
    verdict: verdictFile(
      "failed",
      [
        ...replace("tests", {
          outcome: "timed-out",
          durationMs: 1_800_000,
          exitCode: null,
          reason: "stopped after 30 min",
        }),
        gate("slow", {
          outcome: "skipped",
          startMs: null,
          durationMs: null,
          exitCode: null,
          reason: "tests did not pass",
        }),
      ],
      { durationMs: 1_801_000 },
    ),
    details: detailsFile(replaceDetail("tests", { logTail: ["tests/test_wait.py::test_for_ever"] })),
    setup,
    run,
  },
  "over-budget": {
    verdict: verdictFile(
      "failed",
      baseGates.map((entry) => (entry.id === "tests" ? { ...entry, durationMs: 1_300_000 } : entry)),
      {
        durationMs: 1_301_000,
      },
    ),
    details: detailsFile(baseDetails, { budgetEnforced: true }),
    setup,
    run,
  },
  "no-verdict": {
    verdict: null,
    joined: joinVerdict({
      ...{ check: { kind: "absent" }, requireGates: false, isRelease: false },
      needs: { check: { result: "failure", outputs: {} } },
    }),
    setup: {
      ...{ ...setup, cache: "miss" },
      environments: [
        { manager: "uv", cwd: ".", outcome: "failed", reason: "uv.lock is older than pyproject.toml; run `uv lock`" },
      ],
    },
    run,
  },
  "wrong-config": {
    verdict: null,
    joined: joinVerdict({
      ...{ check: { kind: "absent" }, requireGates: false, isRelease: false },
      needs: { check: { result: "failure", outputs: { failure: JSON.stringify(wrongConfig) } } },
    }),
    run,
  },
  "no-uv": {
    verdict: null,
    joined: joinVerdict({
      ...{ check: { kind: "absent" }, requireGates: false, isRelease: false },
      needs: { check: { result: "failure", outputs: { failure: JSON.stringify(noUv) } } },
    }),
    run,
  },
  "not-handed-on": {
    verdict: null,
    joined: joinVerdict({
      ...{ check: { kind: "absent" }, requireGates: false, isRelease: false },
      needs: { check: { result: "failure", outputs: { verdict: "passed" } } },
    }),
    run,
  },
  "job-failed": {
    verdict: verdictFile("passed", baseGates),
    joined: joinVerdict({
      ...{
        check: { kind: "read", verdict: verdictFile("passed", baseGates), details: null },
        requireGates: false,
        isRelease: true,
      },
      needs: {
        check: { result: "success", outputs: {} },
        build: { result: "failure", outputs: {} },
        sign: { result: "skipped", outputs: {} },
      },
    }),
    details: detailsFile(baseDetails, { release: true }),
    run,
  },
};
