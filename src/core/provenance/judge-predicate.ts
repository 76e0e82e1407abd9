import { z } from "zod";
import type { CertificateIdentity } from "./certificate.ts";
import type { Policy } from "./policy.ts";
import { PREDICATE_TYPES } from "./predicates.ts";
import { cycloneDxSchema } from "./sbom-predicate.ts";
import { GITHUB_BUILD_TYPE, type SlsaProvenance, slsaProvenanceSchema } from "./slsa-provenance.ts";
import type { statementSchema } from "./statement.ts";
import { testResultSchema } from "./test-result.ts";

/** A statement as it was read. */
export type ReadStatement = z.infer<typeof statementSchema>;

function places(error: z.ZodError): string {
  const names = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [...issue.path, key].map(String).join("."))
      : [issue.path.map(String).join(".")],
  );
  return [...new Set(names)].join(", ");
}

const buildTypeSchema = z.object({ buildDefinition: z.object({ buildType: z.string() }) });

type Claim = readonly [field: string, said: string | undefined, certified: string | undefined];

/** What provenance says twice: in the predicate, where the signer writes it, and in the certificate, where the platform does. */
function claimsOf(predicate: SlsaProvenance, { subjectAlternativeName, extensions }: CertificateIdentity): Claim[] {
  const { externalParameters, internalParameters, resolvedDependencies } = predicate.buildDefinition;
  const { workflow } = externalParameters;
  const { github } = internalParameters;
  const source = `git+${extensions.sourceRepositoryUri}@${extensions.sourceRepositoryRef}`;
  const dependency = resolvedDependencies.find(({ uri }) => uri === source);
  return [
    ["runDetails.builder.id", predicate.runDetails.builder.id, subjectAlternativeName],
    ["runDetails.metadata.invocationId", predicate.runDetails.metadata.invocationId, extensions.runInvocationUri],
    ["externalParameters.workflow.repository", workflow.repository, extensions.sourceRepositoryUri],
    ["externalParameters.workflow.ref", workflow.ref, extensions.sourceRepositoryRef],
    // The certificate's URI goes on with the workflow's own ref.
    [
      "externalParameters.workflow.path",
      `${workflow.repository}/${workflow.path}`,
      extensions.buildConfigUri?.replace(/@[^@]*$/, ""),
    ],
    ["internalParameters.github.event_name", github.event_name, extensions.buildTrigger],
    ["internalParameters.github.repository_id", github.repository_id, extensions.sourceRepositoryId],
    ["internalParameters.github.repository_owner_id", github.repository_owner_id, extensions.sourceRepositoryOwnerId],
    ["internalParameters.github.runner_environment", github.runner_environment, extensions.runnerEnvironment],
    [
      `resolvedDependencies[${source}].digest.gitCommit`,
      dependency?.digest["gitCommit"],
      extensions.sourceRepositoryDigest,
    ],
  ];
}

function judgeProvenance(statement: ReadStatement, certificate: CertificateIdentity): string[] {
  const parsed = slsaProvenanceSchema.safeParse(statement.predicate);
  if (!parsed.success) {
    const { data } = buildTypeSchema.safeParse(statement.predicate);
    const buildType = data?.buildDefinition.buildType;
    return buildType === undefined || buildType === GITHUB_BUILD_TYPE
      ? [`The provenance is not as GitHub's build type has it: ${places(parsed.error)}.`]
      : [
          `The provenance is of the build type ${buildType}; only that of ${GITHUB_BUILD_TYPE} can be compared with a certificate.`,
        ];
  }
  return claimsOf(parsed.data, certificate)
    .filter(([, said, certified]) => said !== certified || certified === undefined)
    .map(
      ([field, said, certified]) =>
        `The provenance contradicts the certificate: ${field} is ${said ?? "missing"}, certified is ${certified ?? "nothing"}.`,
    );
}

function judgeTestResult(statement: ReadStatement, certificate: CertificateIdentity, policy: Policy): string[] {
  const parsed = testResultSchema.safeParse(statement.predicate);
  if (!parsed.success) return [`The test result is not one: ${places(parsed.error)}.`];
  const reasons: string[] = [];
  const { result } = parsed.data;
  if (!policy.testResults.includes(result)) {
    reasons.push(`The test result is ${result}; the policy asks for ${policy.testResults.join(" or ")}.`);
  }
  const certified = certificate.extensions.sourceRepositoryDigest;
  const commits = statement.subject.map(({ digest }) => digest["gitCommit"]);
  if (certified === undefined || commits.some((commit) => commit !== certified)) {
    const said = [...new Set(commits.map((commit) => commit ?? "no commit"))].join(", ");
    reasons.push(`The test result is about ${said}; the certificate's commit is ${certified ?? "missing"}.`);
  }
  return reasons;
}

/**
 * What a statement says, against what the certificate says of the same run.
 *
 * @param statement the statement
 * @param certificate who signed it
 * @param policy what a test result may be
 * @returns every reason against it, as sentences; none for predicate types that are not known here
 */
export function judgePredicate(
  statement: ReadStatement,
  certificate: CertificateIdentity,
  policy: Policy,
): readonly string[] {
  switch (statement.predicateType) {
    case PREDICATE_TYPES.provenance:
      return judgeProvenance(statement, certificate);
    case PREDICATE_TYPES.sbom:
      return cycloneDxSchema.safeParse(statement.predicate).success ? [] : ["The SBOM is not a CycloneDX document."];
    case PREDICATE_TYPES.testResult:
      return judgeTestResult(statement, certificate, policy);
    default:
      return [];
  }
}
