import { describe, expect, it } from "vitest";
import { countsOf, countsOfDescription } from "../../../src/core/sbom/counts.ts";
import { describe as describeInventory, type InstalledIndex } from "../../../src/core/sbom/describe.ts";
import { renderCycloneDx, uuidOf } from "../../../src/core/sbom/document.ts";
import type { Project } from "../../../src/core/sbom/project.ts";
import { type Selection, SHIPPED, WHOLE } from "../../../src/core/sbom/select.ts";
import type { DocumentOptions } from "../../../src/core/sbom/to-bom.ts";
import { type BomDocument, faultsOf, orphansOf } from "./cyclonedx-schema.ts";
import { inventoryOf } from "./reading.ts";

const commit = "8f3c1c5de5b4f0a3c9b1a4d2e6f7a8b9c0d1e2f3";

const project: Project = {
  name: "orders",
  release: "1.2.0",
  commit,
  vcsUrl: `git+https://git.example.org/acme/orders@${commit}`,
  owner: { name: "acme", url: "https://git.example.org/acme" },
  folder: "services/orders",
};

const options: DocumentOptions = {
  spec: "1.6",
  timestamp: new Date(1_700_000_000_123),
  toolVersion: "0.1.0",
  lockDigest: "ab".repeat(32),
  looksAtInstalled: true,
};

const sha = (digit: string): string => `hash = "sha256:${digit.repeat(64)}"`;
const url = (file: string): string => `url = "https://files.example.org/${file}"`;
const index = '{ registry = "https://index.example.org/simple" }';

const lock = `version = 1
revision = 3
requires-python = ">=3.11"

[manifest]
members = ["orders", "orders-core"]

[[package]]
name = "orders"
source = { editable = "." }
dependencies = [
  { name = "orders-core" },
  { name = "left-pad" },
  { name = "win", marker = "sys_platform == 'win32'" },
]
[package.optional-dependencies]
plot = [{ name = "chart", extra = ["fast"] }]
[package.dev-dependencies]
dev = [{ name = "probe" }]

[[package]]
name = "orders-core"
version = "0.3.0"
source = { editable = "packages/core" }
dependencies = [{ name = "forked" }]

[[package]]
name = "left-pad"
version = "1.3.0+local.1"
source = ${index}
sdist = { ${url("left_pad-1.3.0.tar.gz")}, ${sha("a")}, size = 10 }
wheels = [{ ${url("left_pad-1.3.0-py3-none-any.whl")}, ${sha("b")}, size = 8 }]

[[package]]
name = "win"
version = "2.0"
source = ${index}
wheels = [
  { ${url("win-2.0-cp311-cp311-win_amd64.whl")}, ${sha("c")} },
  { ${url("win-2.0-cp312-cp312-win_amd64.whl")}, ${sha("d")} },
]

[[package]]
name = "chart"
version = "3.0"
source = { registry = "https://other.example.org/simple" }
sdist = { ${url("chart-3.0.tar.gz")}, ${sha("e")} }
[package.optional-dependencies]
fast = [{ name = "forked" }]

[[package]]
name = "forked"
version = "4.0"
source = { git = "https://git.example.org/x/forked?rev=main#${"1".repeat(40)}" }

[[package]]
name = "probe"
version = "5.0"
source = ${index}
`;

const installed: InstalledIndex = new Map([
  [
    "left-pad",
    { name: "left-pad", version: "1.3.0+local.1", licenses: [{ kind: "id", id: "MIT" }], wheelTags: ["py3-none-any"] },
  ],
  [
    "win",
    { name: "win", version: "2.0", licenses: [{ kind: "name", name: "BSD" }], wheelTags: ["cp312-cp312-win_amd64"] },
  ],
  [
    "chart",
    { name: "chart", version: "3.0", licenses: [{ kind: "expression", expression: "MIT OR ISC" }], wheelTags: [] },
  ],
  ["probe", { name: "probe", version: "4.9", licenses: [{ kind: "id", id: "MIT" }], wheelTags: [] }],
]);

interface Making {
  readonly text?: string;
  readonly path?: string;
  readonly selection?: Selection;
  readonly spec?: "1.5" | "1.6" | "1.7";
  readonly timestamp?: Date | undefined;
}

function make({ text = lock, path = "services/orders/uv.lock", selection = WHOLE, ...rest }: Making = {}) {
  const description = describeInventory(inventoryOf(text, selection, path), project, installed);
  const json = renderCycloneDx(description, { ...options, ...rest });
  return { description, json, document: JSON.parse(json) as BomDocument };
}

function component(name: string, making: Making = {}) {
  const { document } = make(making);
  const found = document.components.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe("a CycloneDX document", () => {
  it("reads as the golden file does", async () => {
    await expect(make().json).toMatchFileSnapshot("orders.golden.cdx.json");
  });

  it.each(["1.5", "1.6", "1.7"] as const)("is valid as %s, without orphans", (spec) => {
    const { json, document } = make({ spec });
    expect(faultsOf(json)).toEqual([]);
    expect(orphansOf(document)).toEqual([]);
  });

  it("has the same bytes again, in any locale, and another serial number for another content", () => {
    const { json } = make();
    const before = String.prototype.localeCompare;
    // Another locale: texts in reverse.
    String.prototype.localeCompare = function reverse(other: string) {
      return this < other ? 1 : -1;
    };
    try {
      expect(make().json).toBe(json);
    } finally {
      String.prototype.localeCompare = before;
    }
    const serial = (document: BomDocument): string => document.serialNumber;
    expect(serial(make({ selection: SHIPPED }).document)).not.toBe(serial(make().document));
    expect(make().document.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(uuidOf("a")).toBe(uuidOf("a"));
  });

  it("does not change when the lock's entries stand in another order", () => {
    const [first = "", ...rest] = lock.split("\n[[package]]\n");
    const turned = [first, ...rest.reverse()].join("\n[[package]]\n");
    expect(make({ text: turned }).json).toBe(make().json);
  });

  it("says when in whole seconds, or not at all", () => {
    expect(make().document.metadata.timestamp).toBe("2023-11-14T22:13:20Z");
    const { json, document } = make({ timestamp: undefined });
    expect(document.metadata).not.toHaveProperty("timestamp");
    expect(faultsOf(json)).toEqual([]);
  });

  it("names each package so that nothing else is meant", () => {
    const purls = [make().document.metadata.component, ...make().document.components].map(
      ({ purl }) => purl && decodeURIComponent(purl),
    );
    expect(purls).toEqual([
      `pkg:pypi/orders@1.2.0?vcs_url=git+https://git.example.org/acme/orders@${commit}#services/orders`,
      "pkg:pypi/chart@3.0?repository_url=https://other.example.org/simple",
      `pkg:pypi/forked@4.0?vcs_url=git+https://git.example.org/x/forked@${"1".repeat(40)}`,
      "pkg:pypi/left-pad@1.3.0+local.1",
      `pkg:pypi/orders-core@0.3.0?vcs_url=git+https://git.example.org/acme/orders@${commit}#services/orders/packages/core`,
      "pkg:pypi/probe@5.0",
      "pkg:pypi/win@2.0",
    ]);
    expect(component("left-pad").purl).toBe("pkg:pypi/left-pad@1.3.0%2Blocal.1");
  });

  it("gives a hash of its own only to a package whose file is certain", () => {
    const hash = (name: string) => component(name).hashes?.map(({ alg, content }) => `${alg} ${content.slice(0, 2)}`);
    expect(hash("left-pad")).toEqual(["SHA-256 bb"]);
    expect(hash("win")).toEqual(["SHA-256 dd"]);
    expect(hash("chart")).toEqual(["SHA-256 ee"]);
    expect(hash("probe")).toBeUndefined();
    expect(component("win").externalReferences?.map(({ hashes }) => hashes?.length)).toEqual([1, 1]);
  });

  it("lists every file that a package can be installed from, sources apart from 1.6 on", () => {
    const types = (spec: "1.5" | "1.6") => component("left-pad", { spec }).externalReferences?.map(({ type }) => type);
    expect(types("1.6")).toEqual(["source-distribution", "distribution"]);
    expect(types("1.5")).toEqual(["distribution", "distribution"]);
  });

  it("marks licences as declared where the version can, and takes none of another version of the package", () => {
    expect(component("left-pad").licenses).toEqual([{ license: { id: "MIT", acknowledgement: "declared" } }]);
    expect(component("win").licenses).toEqual([{ license: { name: "BSD", acknowledgement: "declared" } }]);
    expect(component("chart").licenses).toEqual([{ expression: "MIT OR ISC", acknowledgement: "declared" }]);
    expect(component("chart", { spec: "1.5" }).licenses).toEqual([{ expression: "MIT OR ISC" }]);
    expect(component("probe").licenses).toBeUndefined();
  });

  it("says what each package is for, and through what it comes", () => {
    const facts = make().document.components.map(({ name, scope, properties = [] }) => [
      name,
      scope,
      ...properties.map((property) => `${property.name}=${property.value}`),
    ]);
    expect(facts).toEqual([
      ["chart", "optional", "cdx:python:package:required-extra=fast", "turnpike:extra=plot"],
      ["forked", "required"],
      ["left-pad", "required"],
      ["orders-core", "required", "uv:workspace:path=packages/core"],
      ["probe", "excluded", "turnpike:dependency-group=dev"],
      ["win", "required", "turnpike:marker=sys_platform == 'win32'"],
    ]);
  });

  it("states what it knows whole, and that it does not know what packages carry inside", () => {
    const { document } = make();
    const [dependencies, assemblies, ...more] = document.compositions;
    expect(dependencies).toMatchObject({ aggregate: "complete" });
    expect(dependencies?.dependencies).toHaveLength(document.components.length + 1);
    expect(assemblies).toMatchObject({ aggregate: "unknown" });
    expect(assemblies?.assemblies).not.toContain(document.metadata.component["bom-ref"]);
    expect(more).toEqual([]);
  });

  it("counts the same before and after it is written", () => {
    const { description, document } = make();
    expect(countsOf(document)).toEqual(countsOfDescription(description));
    expect(countsOf(document)).toEqual({
      subject: "orders",
      components: 6,
      edges: 7,
      licensesKnown: 3,
      licensesUnknown: 3,
      hashed: 3,
      verifiable: 3,
    });
  });
});

describe("a document of an npm lock", () => {
  const npm = JSON.stringify({
    name: "@acme/shop",
    version: "2.0.0",
    lockfileVersion: 3,
    packages: {
      "": {
        name: "@acme/shop",
        version: "2.0.0",
        license: "Apache-2.0",
        dependencies: { "@s/a": "1" },
        devDependencies: { b: "1" },
      },
      "node_modules/@s/a": {
        version: "1.0.0",
        license: "(MIT OR ISC)",
        resolved: "https://registry.example.org/@s/a/-/a-1.0.0.tgz",
        integrity: `sha1-${Buffer.alloc(20, 1).toString("base64")} sha512-${Buffer.alloc(64, 2).toString("base64")}`,
      },
      "node_modules/b": { version: "1.0.0", dev: true, license: "SEE LICENSE IN LICENSE.txt" },
    },
  });
  const making = { text: npm, path: "package-lock.json" };

  it.each(["1.5", "1.6", "1.7"] as const)("is valid as %s", (spec) => {
    expect(faultsOf(make({ ...making, spec }).json)).toEqual([]);
  });

  it("keeps scope, licence and every digest", () => {
    const { document } = make(making);
    expect(document.metadata.component).toMatchObject({
      type: "application",
      group: "@acme",
      name: "shop",
      "bom-ref": "pkg:npm/%40acme/shop@2.0.0",
      licenses: [{ license: { id: "Apache-2.0", acknowledgement: "declared" } }],
    });
    expect(component("a", making)).toMatchObject({
      group: "@s",
      purl: "pkg:npm/%40s/a@1.0.0",
      scope: "required",
      hashes: [
        { alg: "SHA-1", content: "01".repeat(20) },
        { alg: "SHA-512", content: "02".repeat(64) },
      ],
      licenses: [{ expression: "MIT OR ISC", acknowledgement: "declared" }],
    });
    expect(component("b", making)).toMatchObject({
      scope: "excluded",
      licenses: [{ license: { name: "SEE LICENSE IN LICENSE.txt" } }],
      properties: [
        { name: "cdx:npm:package:path", value: "node_modules/b" },
        { name: "cdx:npm:package:development", value: "true" },
      ],
    });
  });
});

describe("a lock without a project", () => {
  it("gets the repository's name and version, and a purl that no index can have", () => {
    const text = `version = 1\n[manifest]\nmembers = ["a"]\n\n[[package]]\nname = "a"\nversion = "1"\nsource = { editable = "a" }\n`;
    const { document, json } = make({ text });
    expect(faultsOf(json)).toEqual([]);
    expect(document.metadata.component).toMatchObject({ type: "application", name: "orders", version: "1.2.0" });
    expect(document.metadata.component.purl).toMatch(/^pkg:generic\/orders@1\.2\.0\?vcs_url=/);
    expect(orphansOf(document)).toEqual([]);
  });
});

describe("a project whose version is computed when it is built", () => {
  it("has the commit as its version, and none in the purl", () => {
    const text = 'version = 1\n\n[[package]]\nname = "a"\nsource = { editable = "." }\n';
    const description = describeInventory(inventoryOf(text, WHOLE), { ...project, release: undefined }, new Map());
    const { metadata } = JSON.parse(renderCycloneDx(description, options)) as BomDocument;
    expect(metadata.component).toMatchObject({ version: commit, "bom-ref": "pkg:pypi/a" });
    expect(metadata.component.purl).toMatch(/^pkg:pypi\/a\?vcs_url=/);
    expect(metadata.component.properties).toContainEqual({ name: "turnpike:version-from", value: "commit" });
  });
});

describe("versions that the lock leaves out", () => {
  const text = [
    "version = 1",
    '[manifest]\nmembers = ["a", "b", "c"]',
    '[[package]]\nname = "a"\nsource = { editable = "." }',
    '[[package]]\nname = "b"\nsource = { editable = "b" }',
    '[[package]]\nname = "c"\nsource = { editable = "c" }',
  ].join("\n\n");

  it("come from the installed package, else for the root from the release, else from the commit", () => {
    const known: InstalledIndex = new Map([["b", { name: "b", version: "0.9", licenses: [], wheelTags: [] }]]);
    const description = describeInventory(inventoryOf(text, WHOLE), project, known);
    const { metadata, components } = JSON.parse(renderCycloneDx(description, options)) as BomDocument;
    const facts = [metadata.component, ...components].map(({ name, version, properties }) => [
      name,
      version,
      properties?.find((property) => property.name === "turnpike:version-from")?.value,
    ]);
    expect(facts).toEqual([
      ["a", "1.2.0", "tag"],
      ["b", "0.9", "installed"],
      ["c", commit, "commit"],
    ]);
  });
});

describe("hostile names", () => {
  it("stay data: the document is valid, and no name makes another component's reference", () => {
    const names = ["../../etc/passwd", "a\nb", "<script>", "é🎉", "pkg:pypi/x@1", "a b", "%2e%2e", "constructor"];
    const packages = Object.fromEntries([
      ["", { dependencies: Object.fromEntries(names.map((name) => [name, "1"])) }],
      ...names.map((name) => [`node_modules/${name}`, { version: "1.0.0\u0000" }] as const),
    ]);
    const text = JSON.stringify({ lockfileVersion: 3, packages });
    const { json, document } = make({ text, path: "package-lock.json" });
    expect(faultsOf(json)).toEqual([]);
    expect(new Set(document.components.map(({ purl }) => purl)).size).toBe(names.length);
  });
});

describe("reading a document of others", () => {
  it("refuses what is none", () => {
    expect(() => countsOf({ bomFormat: "CycloneDX", specVersion: "2.0" })).toThrow("no CycloneDX document");
    expect(() => countsOf("x")).toThrow("no CycloneDX document");
  });
});
