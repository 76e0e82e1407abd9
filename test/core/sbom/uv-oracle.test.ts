import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Inventory, takeInventory } from "../../../src/core/sbom/inventory.ts";
import { readLock } from "../../../src/core/sbom/read-lock.ts";
import { type Selection, SHIPPED, WHOLE } from "../../../src/core/sbom/select.ts";
import { sharedUv } from "../../fakes/shared-uv.ts";
import { readFacts, readReal, whyNoRealLocks } from "./locks.ts";
import { rebuildProject } from "./uv-project.ts";

const locks = Object.entries(readFacts()).flatMap(([path, { kind }]) => (kind === "uv.lock" ? [path] : []));
const { uv } = locks.length === 0 ? { uv: undefined } : await sharedUv();

const scratch = mkdtempSync(join(tmpdir(), "turnpike-sbom-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Exported {
  readonly "bom-ref": string;
  readonly name: string;
  readonly version?: string;
  readonly properties?: readonly { readonly name: string }[];
}

interface Graph {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

function label({ name, version }: { readonly name: string; readonly version?: string | undefined }): string {
  return `${name}@${version ?? ""}`;
}

function uvGraph(folder: string, args: readonly string[]): Graph {
  const command = ["export", "--quiet", "--frozen", "--preview", "--offline", "--format", "cyclonedx1.5", ...args];
  const document = JSON.parse(
    execFileSync(uv?.path ?? "", command, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as {
    metadata: { component?: Exported };
    components: readonly Exported[];
    dependencies: readonly { ref: string; dependsOn?: readonly string[] }[];
  };
  const all = [
    ...(document.metadata.component === undefined ? [] : [document.metadata.component]),
    ...document.components,
  ];
  const real = all.filter(
    ({ properties }) => !(properties ?? []).some(({ name }) => name === "uv:package:is_synthetic_root"),
  );
  const labels = new Map(real.map((component) => [component["bom-ref"], label(component)]));
  const edges = document.dependencies.flatMap(({ ref, dependsOn = [] }) =>
    dependsOn.map((to) => [labels.get(ref), labels.get(to)] as const),
  );
  return {
    nodes: new Set(labels.values()),
    edges: new Set(
      edges
        .filter(([from, to]) => from !== undefined && to !== undefined && from !== to)
        .map((edge) => edge.join(" -> ")),
    ),
  };
}

/** Edges as the lock declares them: without those from the root to members that are there for the workspace's sake. */
function ownGraph({ lock, root, members }: Inventory): Graph {
  const all = [root, ...members].filter((member) => member.package.source.kind !== "none");
  const labels = new Map(all.map(({ package: found }) => [found.key, label(found)]));
  const declared = new Set(
    (lock.packages.get(lock.root)?.edges ?? []).flatMap(({ to, when }) => (when.kind === "workspace" ? [] : [to])),
  );
  const edges = all.flatMap((member) =>
    member.dependsOn
      .filter((to) => member !== root || declared.has(to))
      .map((to) => [labels.get(member.package.key), labels.get(to)] as const),
  );
  return {
    nodes: new Set(labels.values()),
    edges: new Set(edges.filter(([from, to]) => from !== to).map((edge) => edge.join(" -> "))),
  };
}

const missing = (from: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...from].filter((item) => !other.has(item));

const cases: readonly (readonly [string, readonly string[], Selection])[] = [
  ["what the root needs", ["--no-default-groups"], { groups: [], extras: [], members: "default" }],
  ["what ships", ["--no-default-groups", "--all-extras"], SHIPPED],
  ["every group", ["--all-groups"], { groups: "all", extras: [], members: "default" }],
  ["every member", ["--no-default-groups", "--all-packages"], { groups: [], extras: [], members: "all" }],
  ["the whole", ["--all-packages", "--all-groups", "--all-extras"], WHOLE],
];

describe.skipIf(uv === undefined)(`a selection is what uv itself exports${whyNoRealLocks}`, () => {
  describe.each(locks)("%s", (path) => {
    const folder = uv === undefined ? "" : rebuildProject(readReal(path), scratch);

    it.each(cases)("%s", (_, args, selection) => {
      const theirs = uvGraph(folder, args);
      const ours = ownGraph(takeInventory(readLock("uv.lock", readReal(path)), selection));
      expect(missing(theirs.nodes, ours.nodes)).toEqual([]);
      expect(missing(ours.nodes, theirs.nodes)).toEqual([]);
      // uv adds the edges of extras and groups that nothing asks for; on the whole lock everything is asked for.
      expect(missing(ours.edges, theirs.edges)).toEqual([]);
      if (selection === WHOLE) expect(missing(theirs.edges, ours.edges)).toEqual([]);
    });
  });
});
