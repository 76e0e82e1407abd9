import { describe, expect, it } from "vitest";
import {
  chooseInstance,
  matchesPattern,
  parsePolicy,
  policyFor,
  renderPolicy,
  toSlsaProvenance,
  toStatement,
} from "../../../src/core/provenance/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import { CLAIMS } from "./claims.ts";

const GOOD = `schema: turnpike/policy/1
issuer: https://token.example.org
signer:
  identity: https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1
source:
  repository: https://github.com/acme/orders
predicates: [provenance, sbom]
`;

function problemsOf(text: string): readonly string[] {
  try {
    parsePolicy(text, "policy.yml");
    return [];
  } catch (error) {
    if (!(error instanceof TurnpikeError)) throw error;
    expect(error.code).toBe("CONFIG_INVALID");
    return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
}

describe("a policy", () => {
  it("has defaults that ask for a log entry, a timestamp, a certificate log and a hosted runner", () => {
    expect(parsePolicy(GOOD, "policy.yml")).toMatchObject({
      runner: "github-hosted",
      testResults: ["PASSED", "WARNED"],
      thresholds: { logEntries: 1, timestamps: 1, certificateLogs: 1 },
      predicates: ["https://slsa.dev/provenance/v1", "https://cyclonedx.org/bom"],
    });
  });

  it("names a statement once, however it is written", () => {
    const text = GOOD.replace("[provenance, sbom]", "[sbom, https://cyclonedx.org/bom, sbom]");
    expect(parsePolicy(text, "policy.yml").predicates).toEqual(["https://cyclonedx.org/bom"]);
  });

  it.each<[string, string, string, string]>([
    ["an unknown key", "issuer:", "isuer:", "2:1 isuer is not a key I know; did you mean `issuer`?"],
    [
      "an unknown key of the signer",
      "identity:",
      "identities:",
      "4:3 signer.identities is not a key I know; did you mean `identity`?",
    ],
    ["another schema", "policy/1", "policy/2", '1:9 schema "turnpike/policy/2" must be turnpike/policy/1'],
    [
      "no repository",
      "  repository: https://github.com/acme/orders",
      "  refs: [x]",
      "6:3 source.repository is missing: a URL such as https://example.org/x",
    ],
    [
      "a repository that is no URL",
      "https://github.com/acme/orders",
      "acme/orders",
      '6:15 source.repository "acme/orders" must be a URL such as https://example.org/x',
    ],
    ["no statement", "[provenance, sbom]", "[]", "7:13 predicates"],
    [
      "an unknown statement",
      "sbom]",
      "bom]",
      '7:26 predicates[1] "bom" must be provenance, sbom, test-result, or a predicate type URI',
    ],
    ["a double key", "predicates:", "issuer:", "7:1 issuer is written twice; the first is in line 2"],
  ])("with %s is refused with its place", (_, from, to, expected) => {
    expect(GOOD).toContain(from);
    expect(problemsOf(GOOD.replace(from, to)).join("\n")).toContain(expected);
  });

  it.each([
    ["signer: {}", "needs either `identity` or `workflow`"],
    ["signer: { workflow: https://github.com/a/b/c.yml }", "needs `refs` or `commits` beside `workflow`"],
    ["signer: { workflow: https://github.com/a/b/c.yml@v1, refs: [x] }", "must not hold a ref"],
    ["signer: { identity: https://github.com/a/b/c.yml@v1, refs: [x] }", "`identity` is exact"],
    ["thresholds: { logEntries: 0, timestamps: 0 }", "cannot both be 0"],
    ["thresholds: { logEntries: -1 }", "thresholds.logEntries"],
    ["trustedRoot: ../root.json", "must be a file name, without folders"],
    ["runner: hosted", 'runner "hosted" must be github-hosted, self-hosted, any'],
    ["events: [Push]", "must be an event's name such as push"],
    ["testResults: [GOOD]", 'testResults[0] "GOOD" must be PASSED, WARNED, FAILED'],
    ["source: { repository: https://github.com/a/b, commit: abc }", "must be a full commit SHA"],
  ])("that says `%s` is refused", (line, expected) => {
    const [key = ""] = line.split(":");
    const rest = GOOD.replace(new RegExp(`^${key}:.*\\n(?: .*\\n)*`, "m"), "");
    expect(problemsOf(`${rest}${line}\n`).join("\n")).toContain(expected);
  });

  it.each([
    ["", "is empty"],
    ["- a", "must be of type object"],
    ["a: [", "is not YAML"],
    ["x".repeat(200_000), "is larger than 128 KiB"],
  ])("is no policy when it is %j", (text, expected) => {
    expect(problemsOf(text.slice(0, 200_000)).join("\n")).toContain(expected);
  });

  it("is refused with all problems at once, from the top", () => {
    const problems = problemsOf("schema: x\nrunner: y\nfoo: z\n");
    expect(problems.length).toBeGreaterThan(5);
    const lines = problems.map((problem) => Number(problem.split(":")[0]));
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });
});

describe("the policy of a run", () => {
  const statement = toStatement(
    [{ name: "a", digest: { sha256: "00" } }],
    "https://slsa.dev/provenance/v1",
    toSlsaProvenance(CLAIMS, "https://github.com"),
  );
  const plan = {
    claims: CLAIMS,
    serverUrl: "https://github.com",
    statements: [statement],
    services: { fulcioUrl: "https://fulcio.example.org", logs: [], timestampUrls: ["https://tsa.example.org"] },
    trustedRoot: { ctlogs: [] },
    isPublicGood: false,
  };

  it("comes back from YAML as it was, and names exactly this run", () => {
    const text = renderPolicy(policyFor(plan));
    expect(parsePolicy(text, "policy.yml")).toEqual({
      schema: "turnpike/policy/1",
      issuer: "https://token.example.org",
      signer: { identity: "https://github.com/example/turnpike/.github/workflows/pipeline.yml@refs/tags/v1" },
      source: { repository: "https://github.com/acme/orders", refs: ["refs/tags/v1.2.0"], commit: CLAIMS.sha },
      events: ["push"],
      runner: "github-hosted",
      predicates: ["https://slsa.dev/provenance/v1"],
      testResults: ["PASSED", "WARNED"],
      thresholds: { logEntries: 0, timestamps: 1, certificateLogs: 0 },
      trustedRoot: "trusted-root.json",
    });
    expect(text).toContain("- provenance\n");
  });

  it("names no trusted root for the instance that everybody knows", () => {
    expect(policyFor({ ...plan, isPublicGood: true }).trustedRoot).toBeUndefined();
  });
});

describe("the instance", () => {
  it.each([
    ["auto", "public", "public-good"],
    ["auto", "private", "github"],
    ["auto", "internal", "github"],
    ["auto", undefined, "github"],
    ["public-good", "private", "public-good"],
    ["github", "public", "github"],
    ["private", "public", "private"],
  ] as const)("for %s and a repository that is %s is %s", (wanted, visibility, expected) => {
    const { repository_visibility: _, ...claims } = CLAIMS;
    const given = visibility === undefined ? claims : { ...claims, repository_visibility: visibility };
    expect(chooseInstance(wanted, given)).toBe(expected);
  });
});

describe("a pattern", () => {
  it.each([
    ["refs/tags/v*", "refs/tags/v1.2.0", true],
    ["refs/tags/v*", "refs/tags/v1/evil", false],
    ["refs/tags/**", "refs/tags/v1/x", true],
    ["refs/tags/v1.2", "refs/tags/v1x2", false],
    ["refs/tags/v1", "refs/tags/v10", false],
    ["refs/tags/v1", "xrefs/tags/v1", false],
    ["*", "main", true],
    ["*", "refs/heads/main", false],
    ["v(1|2)+", "v(1|2)+", true],
    ["v1*", "v1\nx", true],
  ])("%s against %s: %s", (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });
});
