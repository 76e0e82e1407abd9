import { describe, expect, it } from "vitest";
import { describe as describeInventory } from "../../../src/core/sbom/describe.ts";
import { renderCycloneDx } from "../../../src/core/sbom/document.ts";
import { type Inventory, takeInventory } from "../../../src/core/sbom/inventory.ts";
import { readLock } from "../../../src/core/sbom/read-lock.ts";
import { WHOLE } from "../../../src/core/sbom/select.ts";
import { type BomDocument, faultsOf, orphansOf } from "./cyclonedx-schema.ts";
import { readFacts, readReal, whyNoRealLocks } from "./locks.ts";

const facts = Object.entries(readFacts());
const ofKind = (kind: string) => facts.filter(([, fact]) => fact.kind === kind);

const project = {
  name: "repository",
  release: undefined,
  commit: "0123456",
  vcsUrl: "git+https://git.example.org/o/r@0123456",
  owner: { name: "o", url: "https://git.example.org/o" },
  folder: "",
} as const;

function render(inventory: Inventory, spec: "1.5" | "1.6" | "1.7"): string {
  return renderCycloneDx(describeInventory(inventory, project, new Map()), {
    spec,
    timestamp: new Date(1_700_000_000_000),
    toolVersion: "0.0.0",
    lockDigest: "0".repeat(64),
    looksAtInstalled: false,
  });
}

/** Edges that the lock declares: those from the root to members only for the workspace's sake left out. */
function declaredEdges({ lock, root, members }: Inventory): number {
  const edges = lock.packages.get(lock.root)?.edges ?? [];
  const declared = new Set(edges.filter(({ when }) => when.kind !== "workspace").map(({ to }) => to));
  const ofRoot = root.package.source.kind === "none" ? [] : root.dependsOn.filter((to) => declared.has(to));
  return members.reduce((count, { dependsOn }) => count + dependsOn.length, ofRoot.length);
}

/** Edges between different packages in nine real locks, markers ignored, counted by another program. */
const SELF_EDGES: Readonly<Record<string, number>> = { "modelcontextprotocol+python-sdk/uv.lock": 1 };

describe.skipIf(facts.length === 0)(`the whole of a real uv.lock${whyNoRealLocks}`, () => {
  it.each(ofKind("uv.lock"))("%s has every package and every edge, and no other", (path, fact) => {
    const inventory = takeInventory(readLock(path, readReal(path)), WHOLE);
    const all = [inventory.root, ...inventory.members].filter((member) => member.package.source.kind !== "none");
    expect(all.length).toBe(fact.packages);
    expect(declaredEdges(inventory)).toBe((fact.edges_union ?? 0) - (SELF_EDGES[path] ?? 0));
    expect(all.reduce((count, member) => count + member.package.artifacts.length, 0)).toBe(fact.artifacts);
  });
});

/** Components with the root, and edges; measured with two other programs. Edges from the root to members are counted apart. */
const NPM_FIGURES: Readonly<Record<string, readonly [components: number, edges: number]>> = {
  "npm+cli/package-lock.json": [1037, 2254],
  "step-security+harden-runner/package-lock.json": [505, 1020],
  "open-telemetry+opentelemetry-js/package-lock.json": [1492, 4102],
  "infiniflow+ragflow/web/package-lock.json": [1779, 4335],
  "sigstore+sigstore-js/package-lock.json": [864, 1872],
};

describe.skipIf(facts.length === 0)(`the whole of a real package-lock.json${whyNoRealLocks}`, () => {
  it.each(ofKind("package-lock.json"))("%s has every package and every edge, and no other", (path) => {
    const inventory = takeInventory(readLock(path, readReal(path)), WHOLE);
    expect([inventory.members.length + 1, declaredEdges(inventory)]).toEqual(NPM_FIGURES[path]);
    expect(inventory.lock.notes).toEqual([]);
  });
});

describe.skipIf(facts.length === 0)(`documents from real locks${whyNoRealLocks}`, () => {
  it.each(facts)("%s: valid by the official schemas, nothing orphaned, everything with a purl", (path, { kind }) => {
    const inventory = takeInventory(readLock(path, readReal(path)), WHOLE);
    for (const spec of ["1.5", "1.6", "1.7"] as const) {
      const text = render(inventory, spec);
      expect(faultsOf(text)).toEqual([]);
      const document = JSON.parse(text) as BomDocument;
      expect(document.specVersion).toBe(spec);
      // Where the format does not tell what needs what, the document says so instead.
      if (kind === "pylock") expect(document.compositions[0]?.aggregate).toBe("unknown");
      else expect(orphansOf(document)).toEqual([]);
      const all = [document.metadata.component, ...document.components];
      expect(
        all.filter(({ purl, version }) => purl === undefined || version === undefined).map(({ name }) => name),
      ).toEqual([]);
    }
  });
});
