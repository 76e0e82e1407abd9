import {
  type Artifact,
  type Claims,
  chooseInstance,
  type Instance,
  judgeEvidence,
  type PlannedStatement,
  POLICY_FILE,
  parsePolicy,
  planStatements,
  policyFor,
  readClaims,
  renderPolicy,
  type SigningMaterial,
  type SigningServices,
  type StatementReport,
  selectServices,
  TRUSTED_ROOT_FILE,
  trustConfigSchema,
  trustedRootSchema,
  verdictProblem,
} from "../../core/provenance/index.ts";
import { TurnpikeError } from "../../errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Files } from "../../ports/files.ts";
import type { Log } from "../../ports/log.ts";
import type { Oidc } from "../../ports/oidc.ts";
import type { Sigstore } from "../../ports/signing.ts";

/** What signing touches. */
export interface AttestPorts {
  readonly files: Files;
  readonly oidc: Oidc;
  readonly sigstore: Sigstore;
  readonly clock: Clock;
  readonly log: Log;
}

/** How to sign. */
export interface AttestOptions {
  readonly instance: "auto" | "public-good" | "github";
  /** Path of a client trust configuration; wins over `instance`. */
  readonly trustConfig: string | undefined;
  /** `https://github.com`. */
  readonly serverUrl: string;
}

/** A bundle that was signed, and that the policy accepts. */
export interface AttestedBundle {
  readonly fileName: string;
  /** The bundle, as it is stored. */
  readonly value: object;
  /** The bundle, as it is written. */
  readonly text: string;
  readonly report: StatementReport;
}

/** Everything that signing makes; nothing is written yet. */
export interface Attested {
  readonly instance: Instance;
  readonly bundles: readonly AttestedBundle[];
  readonly policyText: string;
  /** Undefined for the public good instance. */
  readonly trustedRootText: string | undefined;
}

interface Trust {
  readonly instance: Instance;
  readonly services: SigningServices;
  readonly trustedRoot: unknown;
  readonly where: string;
}

async function readTrustConfig(path: string, { files, clock }: AttestPorts): Promise<Trust> {
  const text = await files.readText(path);
  if (text === undefined)
    throw new TurnpikeError("FILE_UNREADABLE", "config", `${path} is not there (\`trust-config\`).`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TurnpikeError("FILE_SCHEMA", "config", `${path} is not JSON; a client trust configuration is.`);
  }
  const parsed = trustConfigSchema.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      where: path,
      message: `${issue.path.map(String).join(".") || "the document"}: ${issue.message}`,
    }));
    throw new TurnpikeError("FILE_SCHEMA", "config", `${path} is not a client trust configuration.`, { problems });
  }
  const services = selectServices(parsed.data.signingConfig, clock.now());
  if (typeof services === "string") throw new TurnpikeError("FILE_SCHEMA", "config", services);
  return { instance: "private", services, trustedRoot: parsed.data.trustedRoot, where: path };
}

async function chooseTrust(claims: Claims, options: AttestOptions, ports: AttestPorts): Promise<Trust> {
  if (options.trustConfig !== undefined) return await readTrustConfig(options.trustConfig, ports);
  const instance = chooseInstance(options.instance, claims) === "github" ? "github" : "public-good";
  if (instance === "public-good" && claims.repository_visibility !== "public") {
    ports.log.warning("The repository is not public, and its name is now in Sigstore's public log for ever.");
  }
  const services = await ports.sigstore.services(instance);
  const trustedRoot = await ports.sigstore.trustedRoot(instance);
  return { instance, services, trustedRoot, where: `the trusted root of the ${instance} instance` };
}

function plan(
  material: SigningMaterial,
  claims: Claims,
  options: AttestOptions,
  log: Log,
): readonly PlannedStatement[] {
  const { verdict } = material;
  const problem = verdict === undefined ? undefined : verdictProblem(verdict.content, claims);
  if (problem?.kind === "refuse") {
    const message = `${verdict?.file.name} cannot be attested: ${problem.message}. Nothing was signed.`;
    throw new TurnpikeError("SIGN_FAILED", "user", message);
  }
  if (problem !== undefined) log.warning(`No test result is signed: ${problem.message}.`);
  const attested = problem === undefined ? material : { ...material, verdict: undefined };
  return planStatements(attested, claims, options.serverUrl);
}

function notAccepted(statements: readonly StatementReport[], reasons: readonly string[]): TurnpikeError {
  const problems = [
    ...statements.flatMap(({ bundle, reasons: own }) => own.map((message) => ({ where: bundle, message }))),
    ...reasons.map((message) => ({ where: POLICY_FILE, message })),
  ];
  const message = "What was signed just now does not verify, so nothing of it is kept.";
  return new TurnpikeError("SIGN_FAILED", "service", message, { problems });
}

/**
 * Signs statements about the material, and verifies each against the policy that is written beside it.
 *
 * @param material what there is to attest
 * @param options instance and server
 * @param ports see {@link AttestPorts}
 * @returns bundles, policy and trusted root, as texts
 * @throws TurnpikeError `OIDC_UNAVAILABLE`, `OIDC_REFUSED`, `SIGN_FAILED`, `FILE_SCHEMA`, `NETWORK_UNREACHABLE`
 */
export async function attest(material: SigningMaterial, options: AttestOptions, ports: AttestPorts): Promise<Attested> {
  const token = await ports.oidc.token("sigstore");
  const claims = readClaims(token);
  const planned = plan(material, claims, options, ports.log);
  const trust = await chooseTrust(claims, options, ports);
  const root = trustedRootSchema.safeParse(trust.trustedRoot);
  const isPublicGood = trust.instance === "public-good";
  const policyText = renderPolicy(
    policyFor({
      claims,
      serverUrl: options.serverUrl,
      statements: planned.map(({ statement }) => statement),
      services: trust.services,
      trustedRoot: { ctlogs: root.success ? root.data.ctlogs : [] },
      isPublicGood,
    }),
  );
  const verifier = await ports.sigstore.verifier(trust.trustedRoot, trust.where);
  const signer = await ports.sigstore.signer(trust.services);
  const texts = (
    await signer.sign(
      planned.map(({ statement }) => statement),
      token,
    )
  ).map((bundle) => `${JSON.stringify(bundle)}\n`);
  // From here on only what was written counts: the same texts that a verifier will read.
  const policy = parsePolicy(policyText, POLICY_FILE);
  const values = texts.map((text): object => JSON.parse(text));
  const judged = values.map((value, index) =>
    verifier.verify(planned[index]?.fileName ?? "", value, policy.thresholds.certificateLogs),
  );
  const artifacts: Artifact[] = material.subjects.map(({ name, digest }) => ({ name, sha256: digest["sha256"] ?? "" }));
  const verification = judgeEvidence(judged, policy, artifacts);
  if (!verification.verified) {
    throw notAccepted(
      verification.statements,
      verification.artifacts.flatMap(({ reasons }) => reasons),
    );
  }
  return {
    instance: trust.instance,
    policyText,
    trustedRootText: isPublicGood ? undefined : `${JSON.stringify(trust.trustedRoot, null, 2)}\n`,
    bundles: verification.statements.map((report, index) => ({
      fileName: report.bundle,
      value: values[index] ?? {},
      text: texts[index] ?? "",
      report,
    })),
  };
}

/** @returns names and texts of the files that signing makes, the policy and the trusted root last */
export function filesOf(attested: Attested): readonly (readonly [name: string, text: string])[] {
  return [
    ...attested.bundles.map(({ fileName, text }) => [fileName, text] as const),
    ...(attested.trustedRootText === undefined ? [] : [[TRUSTED_ROOT_FILE, attested.trustedRootText] as const]),
    [POLICY_FILE, attested.policyText],
  ];
}
