import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describe as describeInventory } from "../../../src/core/sbom/describe.ts";
import { renderCycloneDx } from "../../../src/core/sbom/document.ts";
import { type Inventory, takeInventory } from "../../../src/core/sbom/inventory.ts";
import { readLock } from "../../../src/core/sbom/read-lock.ts";
import { type Selection, SHIPPED, WHOLE } from "../../../src/core/sbom/select.ts";
import { anyText } from "../../fakes/any-text.ts";
import { type BomDocument, faultsOf, orphansOf } from "./cyclonedx-schema.ts";

/** A package of a made-up lock: which others it needs, by number. */
interface Made {
  readonly name: string;
  readonly version: string;
  readonly needs: readonly {
    readonly to: number;
    readonly marker: string | undefined;
    readonly extra: string | undefined;
  }[];
  readonly extra: readonly number[];
  readonly group: readonly number[];
}

const numbers = fc.array(fc.nat({ max: 40 }), { maxLength: 4 });
const made: fc.Arbitrary<readonly Made[]> = fc.array(
  fc.record({
    // Few names, so that many have several versions.
    name: fc.constantFrom("a", "b", "c-d", "e.f", "g"),
    version: fc.nat({ max: 9 }).map((number) => `1.${number}`),
    needs: fc.array(
      fc.record({
        to: fc.nat({ max: 40 }),
        marker: fc.constantFrom(
          undefined,
          "sys_platform == 'linux'",
          "sys_platform != 'linux'",
          "python_full_version < '3.12'",
        ),
        extra: fc.constantFrom(undefined, "x"),
      }),
      { maxLength: 5 },
    ),
    extra: numbers,
    group: numbers,
  }),
  { minLength: 1, maxLength: 30 },
);

const index = '{ registry = "https://index.example.org/simple" }';

/** Numbers past the end wrap round; a package stands once. */
function toUvLock(packages: readonly Made[]): string {
  const unique = [...new Map(packages.map((item) => [`${item.name}@${item.version}`, item])).values()];
  const entry = (to: number, rest = ""): string => {
    const target = unique[to % unique.length];
    return `{ name = "${target?.name}", version = "${target?.version}", source = ${index}${rest} }`;
  };
  const table = ({ needs, extra, group }: Made): string =>
    [
      `dependencies = [${needs
        .map(({ to, marker, extra: asked }) =>
          entry(to, `${asked ? `, extra = ["${asked}"]` : ""}${marker ? `, marker = "${marker}"` : ""}`),
        )
        .join(", ")}]`,
      `[package.optional-dependencies]\nx = [${extra.map((to) => entry(to)).join(", ")}]`,
      `[package.dev-dependencies]\ndev = [${group.map((to) => entry(to)).join(", ")}]`,
    ].join("\n");
  const [first] = packages;
  return [
    'version = 1\nrevision = 3\nrequires-python = ">=3.10"',
    `[[package]]\nname = "the-root"\nversion = "1"\nsource = { editable = "." }\n${first === undefined ? "" : table(first)}`,
    ...unique.map(
      (item) => `[[package]]\nname = "${item.name}"\nversion = "${item.version}"\nsource = ${index}\n${table(item)}`,
    ),
  ].join("\n\n");
}

/** The same packages in an npm tree: every package at the top or below the one before it. */
function toPackageLock(packages: readonly Made[]): string {
  const root = { name: "the-root", version: "1.0.0", dependencies: {}, devDependencies: {} };
  const names = (list: readonly number[]) =>
    Object.fromEntries(list.map((to) => [packages[to % packages.length]?.name, "*"]));
  const entries = packages.map((item, place) => {
    const at =
      place % 3 === 0
        ? `node_modules/${item.name}`
        : `node_modules/${packages[place - 1]?.name}/node_modules/${item.name}`;
    return [
      at,
      {
        version: item.version,
        dependencies: names(item.needs.map(({ to }) => to)),
        optionalDependencies: names(item.extra),
      },
    ] as const;
  });
  const [first] = packages;
  const top = { ...root, dependencies: names(first?.extra ?? []), devDependencies: names(first?.group ?? []) };
  return JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries([["", top], ...entries]) });
}

function render(inventory: Inventory): string {
  const project = { name: "x", release: undefined, commit: undefined, vcsUrl: undefined, owner: undefined, folder: "" };
  const options = {
    spec: "1.6",
    timestamp: undefined,
    toolVersion: "0",
    lockDigest: "0",
    looksAtInstalled: false,
  } as const;
  return renderCycloneDx(describeInventory(inventory, project, new Map()), options);
}

const selections: readonly Selection[] = [WHOLE, SHIPPED, { groups: [], extras: [], members: "default" }];

describe.each([
  ["uv.lock", toUvLock],
  ["package-lock.json", toPackageLock],
] as const)("any %s", (path, toText) => {
  it("gives a valid document: every edge inside it, nothing orphaned, every package once", () => {
    fc.assert(
      fc.property(made, fc.constantFrom(...selections), (packages, selection) => {
        const inventory = takeInventory(readLock(path, toText(packages)), selection);
        const keys = [inventory.root, ...inventory.members].map((member) => member.package.key);
        expect(new Set(keys).size).toBe(keys.length);
        const text = render(inventory);
        expect(faultsOf(text)).toEqual([]);
        expect(orphansOf(JSON.parse(text) as BomDocument)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("reaches more the more is asked for, and keeps every edge that it had", () => {
    fc.assert(
      fc.property(made, (packages) => {
        const lock = readLock(path, toText(packages));
        const edges = selections.map((selection) => {
          const { root, members } = takeInventory(lock, selection);
          return new Set(
            [root, ...members].flatMap(({ package: { key }, dependsOn }) => dependsOn.map((to) => `${key} -> ${to}`)),
          );
        });
        const [whole = new Set(), shipped = new Set(), bare = new Set()] = edges;
        expect([...bare].filter((edge) => !shipped.has(edge))).toEqual([]);
        expect([...shipped].filter((edge) => !whole.has(edge))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("says of each package what the smaller selections show", () => {
    fc.assert(
      fc.property(made, (packages) => {
        const lock = readLock(path, toText(packages));
        const [whole, shipped] = [takeInventory(lock, WHOLE), takeInventory(lock, SHIPPED)];
        const inShipped = new Set(shipped.members.map((member) => member.package.key));
        for (const { package: found, need } of whole.members) {
          expect([found.key, need === "excluded"]).toEqual([found.key, !inShipped.has(found.key)]);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("any text at all", () => {
  it("is read or refused with a place, never anything else", () => {
    fc.assert(
      fc.property(fc.constantFrom("uv.lock", "package-lock.json"), anyText({ maxLength: 200 }), (path, text) => {
        try {
          readLock(path, text);
        } catch (error) {
          expect(error).toMatchObject({ code: "SBOM_LOCK", problems: [expect.objectContaining({ where: path })] });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("also when it is a real lock, cut anywhere", () => {
    const text = toUvLock([
      { name: "a", version: "1", needs: [{ to: 0, marker: "os_name == 'nt'", extra: "x" }], extra: [0], group: [0] },
    ]);
    for (let end = 0; end < text.length; end += 1) {
      try {
        readLock("uv.lock", text.slice(0, end));
      } catch (error) {
        expect(error).toMatchObject({ code: "SBOM_LOCK" });
      }
    }
  });
});
