import type { VerdictFile } from "../gates/index.ts";
import type { Claims } from "./claims.ts";
import { PREDICATE_TYPES } from "./predicates.ts";
import { toSlsaProvenance } from "./slsa-provenance.ts";
import { type Statement, splitSubjects, toStatement } from "./statement.ts";
import type { Subject } from "./subjects.ts";
import { commitSubject, toTestResult } from "./test-result.ts";

/** What there is to attest. */
export interface SigningMaterial {
  /** At least one. */
  readonly subjects: readonly Subject[];
  /** CycloneDX documents, with the names of their files. */
  readonly sboms: readonly { readonly fileName: string; readonly document: object }[];
  /** verdict.json: its name and digest, and what it says. */
  readonly verdict: { readonly file: Subject; readonly content: VerdictFile } | undefined;
}

/** A statement, and the file that its bundle goes to. */
export interface PlannedStatement {
  readonly fileName: string;
  readonly statement: Statement;
}

/** What bundles are called at the end. */
const BUNDLE_SUFFIX = ".sigstore.json";

function safeName(name: string): string {
  const safe = name.replaceAll(/[^\w.+-]+/g, "-").replaceAll(/^[.-]+|[.-]+$/g, "");
  return safe === "" ? "artifact" : safe.slice(0, 100);
}

/** Names one after the other, each only once, whatever the file system makes of upper case. */
class FileNames {
  readonly #taken = new Set<string>();

  take(base: string, kind: string): string {
    for (let count = 1; ; count += 1) {
      const name = `${count === 1 ? base : `${base}-${count}`}${kind}${BUNDLE_SUFFIX}`;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}

/**
 * What is wrong with attesting a verdict as the test result of a run's commit.
 *
 * @param verdict what the gates came to
 * @param claims of the run that signs
 * @returns `refuse`: nothing may be signed; `leave-out`: there is no test result to sign; undefined: it is fine
 */
export function verdictProblem(
  verdict: VerdictFile,
  claims: Claims,
): { readonly kind: "refuse" | "leave-out"; readonly message: string } | undefined {
  if (verdict.commit !== claims.sha) {
    return {
      kind: "refuse",
      message: `it is about commit ${verdict.commit ?? "none"}, and this run is about ${claims.sha}`,
    };
  }
  if (verdict.verdict === "failed" || verdict.verdict === "error" || verdict.verdict === "cancelled") {
    return { kind: "refuse", message: `its verdict is "${verdict.verdict}", and what did not pass is not signed` };
  }
  if (verdict.partial === true) {
    return { kind: "refuse", message: "it is about a part of the gates, and the others were left out on request" };
  }
  if (verdict.dirty) {
    return { kind: "leave-out", message: "it says that the checked files differ from the commit" };
  }
  return undefined;
}

/**
 * The statements of a release: provenance and SBOMs about the files, in parts of at most 1024, and the test result about the
 * commit.
 *
 * @param material what there is to attest
 * @param claims of the identity token
 * @param serverUrl `https://github.com`
 */
export function planStatements(
  material: SigningMaterial,
  claims: Claims,
  serverUrl: string,
): readonly PlannedStatement[] {
  const names = new FileNames();
  const parts = splitSubjects(material.subjects);
  const provenance = toSlsaProvenance(claims, serverUrl);
  const repository = safeName(claims.repository.split("/").at(-1) ?? "");
  const planned: PlannedStatement[] = parts.map((subjects) => ({
    fileName: names.take(repository, ".provenance"),
    statement: toStatement(subjects, PREDICATE_TYPES.provenance, provenance),
  }));
  for (const { fileName, document } of material.sboms) {
    const base = safeName(fileName.replace(/(?:\.cdx)?\.json$/, ""));
    for (const subjects of parts) {
      const statement = toStatement(subjects, PREDICATE_TYPES.sbom, document);
      planned.push({ fileName: names.take(base, ".sbom"), statement });
    }
  }
  if (material.verdict !== undefined) {
    const { file, content } = material.verdict;
    const predicate = toTestResult(content, file, provenance.runDetails.metadata.invocationId);
    const statement = toStatement([commitSubject(claims, serverUrl)], PREDICATE_TYPES.testResult, predicate);
    planned.push({ fileName: names.take("test-result", ""), statement });
  }
  return planned;
}
