import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve("@cyclonedx/cyclonedx-library/package.json")), "res/schema");

/** The official schema without `uniqueItems`, which compares every pair; uniqueness is checked by bom-ref instead. */
function readSchema(name: string): object {
  const text = readFileSync(join(folder, name), "utf8");
  return JSON.parse(text, (key, value: unknown) => (key === "uniqueItems" ? undefined : value)) as object;
}

const validators = new Map<string, ValidateFunction>();

function validatorFor(version: string): ValidateFunction {
  const known = validators.get(version);
  if (known !== undefined) return known;
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
  (addFormats as unknown as { default: typeof addFormats.default }).default(ajv);
  ajv.addFormat("iri-reference", (text: string) => !/[\s<>"{}|\\^`]/.test(text));
  ajv.addFormat("idn-email", (text: string) => /^[^@\s]+@[^@\s]+$/.test(text));
  // The versions' schemas name these files relative to their own id.
  for (const name of ["spdx", "jsf-0.82", "cryptography-defs"]) {
    const file = `${name}.SNAPSHOT.schema.json`;
    ajv.addSchema({ ...readSchema(file), $id: `http://cyclonedx.org/schema/${file}` });
  }
  const validate = ajv.compile(readSchema(`bom-${version}.SNAPSHOT.schema.json`));
  validators.set(version, validate);
  return validate;
}

/** A document as tests look at it. */
export interface BomDocument {
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: { readonly component: BomComponent; readonly timestamp?: string } & Readonly<
    Record<string, unknown>
  >;
  readonly components: readonly BomComponent[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  readonly compositions: readonly {
    readonly aggregate: string;
    readonly dependencies?: readonly string[];
    readonly assemblies?: readonly string[];
  }[];
}

interface BomComponent {
  readonly "bom-ref": string;
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
  readonly purl?: string;
  readonly scope?: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly unknown[];
  readonly externalReferences?: readonly {
    readonly type: string;
    readonly url: string;
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/**
 * @param text a CycloneDX JSON document
 * @returns what the official schema of its version, and the rules that no schema can say, have against it
 */
export function faultsOf(text: string): readonly string[] {
  const document = JSON.parse(text) as BomDocument;
  const validate = validatorFor(document.specVersion);
  const faults = validate(document)
    ? []
    : (validate.errors ?? []).slice(0, 5).map((e) => `${e.instancePath} ${e.message}`);
  const refs = [document.metadata.component, ...document.components].map((component) => component["bom-ref"]);
  const known = new Set(refs);
  if (known.size !== refs.length) faults.push("a bom-ref stands twice");
  const entries = document.dependencies.map(({ ref }) => ref);
  if (new Set(entries).size !== entries.length) faults.push("a dependency entry stands twice");
  for (const ref of refs) if (!entries.includes(ref)) faults.push(`${ref} has no dependency entry`);
  for (const { ref, dependsOn = [] } of document.dependencies) {
    if (new Set(dependsOn).size !== dependsOn.length) faults.push(`${ref} names a dependency twice`);
    for (const target of [ref, ...dependsOn]) if (!known.has(target)) faults.push(`${target} is no component`);
    if (dependsOn.includes(ref)) faults.push(`${ref} depends on itself`);
  }
  for (const { dependencies = [], assemblies = [] } of document.compositions) {
    for (const ref of [...dependencies, ...assemblies]) if (!known.has(ref)) faults.push(`composition of ${ref}`);
  }
  return faults;
}

/** References of components that the root does not lead to. */
export function orphansOf(document: BomDocument): readonly string[] {
  const targets = new Map(document.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]));
  const seen = new Set<string>();
  const queue = [document.metadata.component["bom-ref"]];
  for (let ref = queue.pop(); ref !== undefined; ref = queue.pop()) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    queue.push(...(targets.get(ref) ?? []));
  }
  return document.components.map((component) => component["bom-ref"]).filter((ref) => !seen.has(ref));
}
