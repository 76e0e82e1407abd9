import { join } from "node:path/posix";
import type { InputsOf, OutputsOf } from "../../contract/index.ts";
import {
  ATTESTATIONS_FILE,
  type Attestation,
  type AttestationsFile,
  POLICY_FILE,
  TRUSTED_ROOT_FILE,
} from "../../core/provenance/index.ts";
import { countOf } from "../../core/summary/index.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Log } from "../../ports/log.ts";
import type { Page } from "../../ports/page.ts";
import { type AttestPorts, attest } from "./attest.ts";
import type { provenanceContract } from "./contract.ts";
import { keep } from "./keep.ts";
import { readMaterial } from "./material.ts";
import { renderSigned } from "./render-signed.ts";

type Inputs = InputsOf<typeof provenanceContract>;
type Outputs = OutputsOf<typeof provenanceContract>;

/** Everything that the action touches. */
export interface ProvenancePorts extends AttestPorts {
  readonly github: GitHub;
  readonly page: Page;
  /** `https://github.com`. */
  readonly serverUrl: string;
}

const SHORT_COMMIT = 12;

const INSTANCES = {
  "public-good": "Sigstore's public good instance",
  github: "GitHub's Sigstore instance",
  private: "a private Sigstore instance",
} as const;

function aboutOf(subjects: Attestation["subjects"]): string {
  const commit = subjects[0]?.digest["gitCommit"];
  return commit === undefined ? countOf(subjects.length, "file") : `commit ${commit.slice(0, SHORT_COMMIT)}`;
}

function tell(file: AttestationsFile, log: Log): void {
  log.info(`Signed and verified ${countOf(file.statements.length, "statement")} with ${INSTANCES[file.instance]}:`);
  for (const { title, subjects, bundle } of file.statements) {
    log.info(`  ${title} about ${aboutOf(subjects)}: ${bundle}`);
  }
  log.info(`  signed as ${file.identity}`);
  log.info(`  of ${file.repository} at ${file.commit}`);
  tellStore(file.statements, log);
  log.info(`Verify it with: ${file.verifyCommand}`);
}

function tellStore(statements: readonly Attestation[], log: Log): void {
  const [problem] = statements.filter(({ store }) => store.outcome !== "stored");
  if (problem === undefined) log.info("  stored in the repository's attestation store");
  else if (problem.store.outcome === "off") log.info("  not put into the attestation store, as asked for");
  else log.notice(`The bundles are files only; the attestation store did not take them: ${problem.store.reason}.`);
}

/**
 * Signs provenance, SBOMs and the test result of a release, verifies what it signed, and writes bundles, policy and trusted
 * root, whole or not at all.
 *
 * @param inputs the action's inputs
 * @param ports see {@link ProvenancePorts}
 * @returns the action's outputs
 * @throws TurnpikeError `SIGN_SUBJECTS`, `SIGN_FAILED`, `FILE_SCHEMA`, `OIDC_UNAVAILABLE`, `OIDC_REFUSED`, `NETWORK_UNREACHABLE`
 */
export async function provenance(inputs: Inputs, ports: ProvenancePorts): Promise<Outputs> {
  const { files, log } = ports;
  const material = await readMaterial(inputs, files);
  const names = material.subjects.map(({ name }) => name);
  log.info(
    `${countOf(names.length, "subject")} of ${inputs.subjectsFile}; ${material.rehashed} of them are here and have the digest that it says.`,
  );
  const { instance, trustConfig } = inputs;
  const attested = await attest(material, { instance, trustConfig, serverUrl: ports.serverUrl }, ports);
  const file = await keep(attested, { output: inputs.output, artifacts: names, store: inputs.store }, ports);
  tell(file, log);
  if (inputs.summary) await ports.page.append(renderSigned(file));
  return {
    bundles: file.statements.map(({ bundle }) => join(inputs.output, bundle)).join("\n"),
    policyFile: join(inputs.output, POLICY_FILE),
    trustedRootFile: file.trustedRoot === null ? "" : join(inputs.output, TRUSTED_ROOT_FILE),
    attestationsFile: join(inputs.output, ATTESTATIONS_FILE),
    statements: String(file.statements.length),
    attestationUrls: file.statements.flatMap(({ store }) => (store.url === null ? [] : [store.url])).join("\n"),
  };
}
