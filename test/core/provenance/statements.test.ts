import { describe, expect, it } from "vitest";
import type { GateResult, VerdictFile } from "../../../src/core/gates/index.ts";
import {
  planStatements,
  readClaims,
  readCycloneDx,
  type Subject,
  splitBundles,
  toSlsaProvenance,
  toTestResult,
  verdictProblem,
  verifyCommand,
} from "../../../src/core/provenance/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import { CLAIMS } from "./claims.ts";

const SERVER = "https://github.com";

function gate(id: string, outcome: GateResult["outcome"], required = true): GateResult {
  const counts = { tests: null, failures: null, findings: null };
  return { id, outcome, required, startMs: null, durationMs: null, exitCode: null, reason: null, counts };
}

function verdict(changes: Partial<VerdictFile> = {}): VerdictFile {
  return {
    schema: "turnpike/verdict/1",
    verdict: "passed",
    commit: CLAIMS.sha,
    tree: null,
    dirty: false,
    startedAt: "2026-11-21T09:59:00Z",
    durationMs: 1,
    gates: [gate("lint", "passed")],
    ...changes,
  };
}

const FILE: Subject = { name: "verdict.json", digest: { sha256: "cd".repeat(32) } };

function subjects(count: number): readonly Subject[] {
  return Array.from({ length: count }, (_, index) => ({ name: `file-${index}`, digest: { sha256: "00".repeat(32) } }));
}

describe("SLSA provenance", () => {
  it("has exactly the fields that GitHub's build type has", () => {
    expect(toSlsaProvenance(CLAIMS, SERVER)).toEqual({
      buildDefinition: {
        buildType: "https://actions.github.io/buildtypes/workflow/v1",
        externalParameters: {
          workflow: {
            ref: "refs/tags/v1.2.0",
            repository: "https://github.com/acme/orders",
            path: ".github/workflows/turnpike.yml",
          },
        },
        internalParameters: {
          github: {
            event_name: "push",
            repository_id: "777000000",
            repository_owner_id: "4242",
            runner_environment: "github-hosted",
          },
        },
        resolvedDependencies: [
          { uri: "git+https://github.com/acme/orders@refs/tags/v1.2.0", digest: { gitCommit: CLAIMS.sha } },
        ],
      },
      runDetails: {
        builder: { id: "https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1" },
        metadata: { invocationId: "https://github.com/acme/orders/actions/runs/1234567890/attempts/1" },
      },
    });
  });
});

describe("a test result", () => {
  it.each<
    [VerdictFile["verdict"], readonly GateResult[], string, readonly string[], readonly string[], readonly string[]]
  >([
    ["passed", [gate("a", "passed"), gate("b", "cached")], "PASSED", ["a", "b"], [], []],
    ["passed", [gate("a", "passed"), gate("b", "flaky-passed")], "WARNED", ["a"], ["b"], []],
    ["passed", [gate("a", "passed"), gate("b", "failed", false)], "WARNED", ["a"], ["b"], []],
    ["passed", [gate("a", "passed"), gate("audit", "inconclusive")], "WARNED", ["a"], ["audit"], []],
    ["passed", [gate("a", "passed"), gate("b", "skipped")], "PASSED", ["a"], [], []],
    ["failed", [gate("a", "failed"), gate("b", null)], "FAILED", [], [], ["a"]],
    ["error", [gate("a", "tool-error"), gate("b", "waived")], "FAILED", [], ["b"], ["a"]],
    ["cancelled", [gate("a", "cancelled")], "FAILED", [], [], []],
    ["nothing-to-check", [], "WARNED", [], [], []],
  ])("of the verdict %s", (name, gates, result, passedTests, warnedTests, failedTests) => {
    const predicate = toTestResult(verdict({ verdict: name, gates: [...gates] }), FILE, "https://run.example.org");
    expect(predicate).toEqual({
      ...{ result, passedTests, warnedTests, failedTests },
      configuration: [{ name: "verdict.json", digest: { sha256: "cd".repeat(32) } }],
      url: "https://run.example.org",
    });
  });

  it("is not made of a verdict about another commit, or of one that did not pass", () => {
    expect(verdictProblem(verdict(), CLAIMS)).toBeUndefined();
    expect(verdictProblem(verdict({ commit: "0".repeat(40) }), CLAIMS)?.kind).toBe("refuse");
    expect(verdictProblem(verdict({ commit: null }), CLAIMS)?.message).toContain("about commit none");
    for (const name of ["failed", "error", "cancelled"] as const) {
      expect(verdictProblem(verdict({ verdict: name }), CLAIMS)?.kind).toBe("refuse");
    }
    expect(verdictProblem(verdict({ dirty: true }), CLAIMS)?.kind).toBe("leave-out");
  });
});

describe("the statements of a release", () => {
  const document = { bomFormat: "CycloneDX" };
  const sboms = [{ fileName: "orders.cdx.json", document }];

  it("are provenance and SBOM of the files, and the test result of the commit", () => {
    const planned = planStatements(
      { subjects: subjects(2), sboms, verdict: { file: FILE, content: verdict() } },
      CLAIMS,
      SERVER,
    );
    expect(planned.map(({ fileName }) => fileName)).toEqual([
      "orders.provenance.sigstore.json",
      "orders.sbom.sigstore.json",
      "test-result.sigstore.json",
    ]);
    expect(planned[2]?.statement.subject).toEqual([
      { name: "git+https://github.com/acme/orders@refs/tags/v1.2.0", digest: { gitCommit: CLAIMS.sha } },
    ]);
  });

  it("hold at most 1024 files each", () => {
    const planned = planStatements({ subjects: subjects(1025), sboms, verdict: undefined }, CLAIMS, SERVER);
    expect(planned.map(({ fileName, statement }) => [fileName, statement.subject.length])).toEqual([
      ["orders.provenance.sigstore.json", 1024],
      ["orders-2.provenance.sigstore.json", 1],
      ["orders.sbom.sigstore.json", 1024],
      ["orders-2.sbom.sigstore.json", 1],
    ]);
  });

  it("have file names of their own, whatever the SBOMs are called", () => {
    const names = ["a/../b.cdx.json", "A.cdx.json", "a.json", "..cdx.json", "ünï.cdx.json"];
    const planned = planStatements(
      { subjects: subjects(1), sboms: names.map((fileName) => ({ fileName, document })), verdict: undefined },
      CLAIMS,
      SERVER,
    );
    const files = planned.map(({ fileName }) => fileName);
    expect(new Set(files.map((name) => name.toLowerCase())).size).toBe(files.length);
    for (const name of files) expect(name).toMatch(/^[\w+-][\w.+-]*\.sigstore\.json$/);
  });
});

describe("a CycloneDX document", () => {
  it("is carried whole", () => {
    const text = '{"bomFormat":"CycloneDX","specVersion":"1.6","x":{"y":[1]}}';
    expect(readCycloneDx(text, "a")).toEqual(JSON.parse(text));
  });

  it.each(["", "{", "[]", "{}", '{"bomFormat":"SPDX"}', '{"bomFormat":"CycloneDX","specVersion":"2.0"}'])(
    "is not %j",
    (text) => {
      expect(() => readCycloneDx(text, "a.cdx.json")).toThrow(TurnpikeError);
      expect(() => readCycloneDx(text, "a.cdx.json")).toThrow(/^a\.cdx\.json cannot be attested: /);
    },
  );
});

describe("an identity token", () => {
  const token = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;

  it("is read for its claims", () => {
    expect(readClaims(token(CLAIMS))).toEqual(expect.objectContaining({ repository: "acme/orders" }));
  });

  it.each([
    ["x", /is not a JSON Web Token/],
    ["a.b.c", /is not a JSON Web Token/],
    [token({ ...CLAIMS, run_id: 5, sha: undefined }), /lacks, or has in another form, sha, run_id;/],
    [token({ ...CLAIMS, sha: "main" }), /in another form, sha;/],
    [token({ sub: "canary" }), /lacks/],
  ])("that is none of GitHub's is refused without being shown", (text, expected) => {
    expect(() => readClaims(text)).toThrow(expected);
    expect(() => readClaims(text)).not.toThrow(/canary/);
  });
});

describe("the command that is printed", () => {
  it("is safe to paste, whatever the files are called", () => {
    expect(verifyCommand(["a.whl"])).toBe("turnpike verify a.whl --bundle . --policy policy.yml");
    expect(verifyCommand(["a b", "$(rm -rf x)", "it's"])).toBe(
      "turnpike verify 'a b' '$(rm -rf x)' 'it'\\''s' --bundle . --policy policy.yml",
    );
    expect(verifyCommand(["--json"])).toContain(" ./--json ");
    expect(verifyCommand(["a", "b", "c", "d"])).not.toContain(" d ");
  });
});

describe("a file of bundles", () => {
  it("holds one document, or one a line", () => {
    expect(splitBundles('{"a":\n1}')).toEqual([{ a: 1 }]);
    expect(splitBundles('{"a":1}\n{"b":2}\n')).toEqual([{ a: 1 }, { b: 2 }]);
    expect(splitBundles('{"a":1}\nx')).toBeUndefined();
    expect(splitBundles("x")).toBeUndefined();
    expect(splitBundles("")).toBeUndefined();
  });
});
