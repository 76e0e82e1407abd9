import {
  ComponentScope,
  ComponentType,
  ExternalReferenceType,
  HashAlgorithm,
  LicenseAcknowledgement,
  LifecyclePhase,
} from "@cyclonedx/cyclonedx-library/Enums";
import {
  Bom,
  type License as BomLicense,
  Component,
  ComponentRepository,
  ExternalReference,
  HashDictionary,
  LicenseExpression,
  Metadata,
  NamedLicense,
  OrganizationalEntity,
  Property,
  SpdxLicense,
  Tools,
} from "@cyclonedx/cyclonedx-library/Models";
import { compareText, sortedBy } from "./compare.ts";
import type { Described, Description } from "./describe.ts";
import type { Need } from "./inventory.ts";
import type { License } from "./licenses/license.ts";
import type { Artifact, Hash } from "./lock.ts";
import { vcsUrl } from "./purl.ts";

/** The CycloneDX versions that are written. */
const SPEC_VERSIONS = ["1.5", "1.6", "1.7"] as const;
export type SpecVersion = (typeof SPEC_VERSIONS)[number];

/** What is said of the making of a document. */
export interface DocumentOptions {
  readonly spec: SpecVersion;
  /** When the described state was made; undefined leaves the time out. */
  readonly timestamp: Date | undefined;
  /** Version of Turnpike. */
  readonly toolVersion: string;
  /** SHA-256 of the lock, lower-case hex. */
  readonly lockDigest: string;
  /** Whether licences of installed packages were looked for. */
  readonly looksAtInstalled: boolean;
}

const SCOPES: Readonly<Record<Need, ComponentScope>> = {
  required: ComponentScope.Required,
  optional: ComponentScope.Optional,
  excluded: ComponentScope.Excluded,
};

function algorithmOf({ algorithm, hex }: Hash): HashAlgorithm {
  switch (algorithm) {
    case "md5":
      return HashAlgorithm.MD5;
    case "sha1":
      return HashAlgorithm["SHA-1"];
    case "sha256":
      return HashAlgorithm["SHA-256"];
    case "sha384":
      return HashAlgorithm["SHA-384"];
    case "sha512":
      return HashAlgorithm["SHA-512"];
    case "blake2b":
      if (hex.length === 64) return HashAlgorithm["BLAKE2b-256"];
      return hex.length === 96 ? HashAlgorithm["BLAKE2b-384"] : HashAlgorithm["BLAKE2b-512"];
  }
}

function toHashes(hashes: readonly Hash[]): HashDictionary {
  return new HashDictionary(sortedBy(hashes, algorithmOf).map((hash) => [algorithmOf(hash), hash.hex]));
}

function toLicense(license: License): BomLicense {
  const made =
    license.kind === "id"
      ? new SpdxLicense(license.id)
      : license.kind === "expression"
        ? new LicenseExpression(license.expression)
        : new NamedLicense(license.name);
  made.acknowledgement = LicenseAcknowledgement.Declared;
  return made;
}

/** `source-distribution` came with 1.6. */
function referenceType(artifact: Artifact, spec: SpecVersion): ExternalReferenceType {
  return artifact.kind === "sdist" && spec !== "1.5"
    ? ExternalReferenceType.SourceDistribution
    : ExternalReferenceType.Distribution;
}

function toReferences({ member }: Described, spec: SpecVersion): readonly ExternalReference[] {
  const { artifacts, source } = member.package;
  const files = artifacts.flatMap((artifact) => {
    const address = artifact.url ?? artifact.fileName;
    if (address === undefined || address === "") return [];
    return [new ExternalReference(address, referenceType(artifact, spec), { hashes: toHashes(artifact.hashes) })];
  });
  if (source.kind !== "git") return files;
  const address = vcsUrl(source.url, source.commit, source.subdirectory);
  return [new ExternalReference(address, ExternalReferenceType.VCS), ...files];
}

function toComponent(described: Described, type: ComponentType, spec: SpecVersion): Component {
  const { version, group } = described;
  const component = new Component(type, described.name, { bomRef: described.ref, purl: described.purl });
  if (version !== undefined) component.version = version;
  if (group !== undefined) component.group = group;
  if (described.artifact !== undefined) component.hashes = toHashes(described.artifact.hashes);
  for (const license of described.licenses) component.licenses.add(toLicense(license));
  for (const reference of toReferences(described, spec)) component.externalReferences.add(reference);
  for (const { name, value } of described.properties) component.properties.add(new Property(name, value));
  return component;
}

function rootType({ member }: Described): ComponentType {
  const { source } = member.package;
  const isPythonPackage = member.package.ecosystem === "pypi" && source.kind === "folder" && source.isBuilt;
  return isPythonPackage ? ComponentType.Library : ComponentType.Application;
}

function toRoot(description: Description, spec: SpecVersion): Component {
  const { root, project } = description;
  const component = toComponent(root, rootType(root), spec);
  if (project.vcsUrl !== undefined) {
    component.externalReferences.add(new ExternalReference(project.vcsUrl, ExternalReferenceType.VCS));
  }
  if (project.owner !== undefined) component.supplier = toEntity(project.owner);
  return component;
}

function toEntity({ name, url }: { readonly name: string; readonly url: string }): OrganizationalEntity {
  return new OrganizationalEntity({ name, url: new Set([url]) });
}

function selectionText(names: "all" | readonly string[]): string {
  return names === "all" ? "all" : [...names].sort(compareText).join(",");
}

function toProperties(description: Description, options: DocumentOptions): readonly Property[] {
  const { inventory, mainIndex } = description;
  const { selection, lock } = inventory;
  const properties: readonly (readonly [string, string | undefined])[] = [
    ["turnpike:lock", lock.path],
    ["turnpike:lock:format", `${lock.format} ${lock.schemaVersion}`],
    ["turnpike:lock:sha256", options.lockDigest],
    ["turnpike:selection:extras", selectionText(selection.extras)],
    ["turnpike:selection:groups", selectionText(selection.groups)],
    ["turnpike:selection:members", selection.members],
    ["turnpike:licenses-from", options.looksAtInstalled ? "lock,installed" : "lock"],
    ["turnpike:main-index", mainIndex],
  ];
  return properties.flatMap(([name, value]) => (value === undefined ? [] : [new Property(name, value)]));
}

function toMetadata(description: Description, options: DocumentOptions, root: Component): Metadata {
  const tool = new Component(ComponentType.Application, "turnpike", { version: options.toolVersion });
  const metadata = new Metadata({ tools: new Tools({ components: new ComponentRepository([tool]) }), component: root });
  if (options.timestamp !== undefined) metadata.timestamp = options.timestamp;
  // A lock is what is known before anything is built (CycloneDX, metadata.lifecycles).
  metadata.lifecycles.add(LifecyclePhase.PreBuild);
  if (description.project.owner !== undefined) metadata.supplier = toEntity(description.project.owner);
  for (const property of toProperties(description, options)) metadata.properties.add(property);
  return metadata;
}

/**
 * @param description components and their facts
 * @param options see {@link DocumentOptions}
 * @returns the document as a model; every list in a fixed order, every edge inside the document
 */
export function toBom(description: Description, options: DocumentOptions): Bom {
  const root = toRoot(description, options.spec);
  const models = new Map([[description.root.key, root]]);
  for (const described of description.components) {
    const component = toComponent(described, ComponentType.Library, options.spec);
    component.scope = SCOPES[described.member.need];
    models.set(described.key, component);
  }
  for (const [key, model] of models) {
    const targets = (description.byKey.get(key)?.member.dependsOn ?? []).flatMap((to) => models.get(to) ?? []);
    for (const target of sortedBy(targets, ({ bomRef }) => bomRef.value ?? "")) model.dependencies.add(target.bomRef);
  }
  const components = [...models.values()].filter((model) => model !== root);
  return new Bom({
    metadata: toMetadata(description, options, root),
    components: new ComponentRepository(components),
  });
}
