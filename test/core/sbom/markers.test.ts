import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeConflict, withoutConflicts } from "../../../src/core/sbom/markers/conflicts.ts";
import {
  atomsOf,
  type Marker,
  type MarkerAtom,
  parseMarker,
  renderMarker,
} from "../../../src/core/sbom/markers/parse.ts";
import { holdsForPython } from "../../../src/core/sbom/markers/python.ts";
import { Universe } from "../../../src/core/sbom/markers/universe.ts";
import { intersection, isNone } from "../../../src/core/sbom/markers/worlds.ts";

function universe(markers: readonly string[], requiresPython?: string): Universe {
  return new Universe({ markers, requiresPython, supportedMarkers: [], conflicts: [], stateOf: () => "maybe" });
}

/** Whether some environment admits all of them. */
function canHold(markers: readonly string[], requiresPython?: string): boolean {
  const all = universe(markers, requiresPython);
  return !isNone(markers.map((marker) => all.admits(marker)).reduce(intersection, "all"));
}

describe("a marker", () => {
  it.each([
    "python_full_version >= '3.11' and (sys_platform == 'linux' or os_name != 'nt')",
    "'linux' in sys_platform",
    "python_version not in '3.8, 3.9'",
    'platform_release == "it\'s"',
  ])("%s is read and written the same", (text) => {
    const marker = parseMarker(text);
    expect(marker && renderMarker(marker)).toBe(text);
  });

  it.each([
    "",
    "os_name",
    "os_name ==",
    "os_name == nt",
    "(os_name == 'nt'",
    "os_name == 'nt' and",
    "os_name <> 'nt'",
    "'a' == 'b'",
  ])("%j is none", (text) => {
    expect(parseMarker(text)).toBeUndefined();
  });

  it("with the variable on the right is turned round", () => {
    expect(parseMarker("'3.9' <= python_version")).toEqual({
      kind: "atom",
      variable: "python_version",
      operator: ">=",
      value: "3.9",
    });
  });
});

describe("what is possible together", () => {
  it.each([
    [["sys_platform == 'linux'", "sys_platform == 'darwin'"], false],
    [["sys_platform == 'linux'", "sys_platform != 'darwin'"], true],
    [["sys_platform == 'win32'", "os_name == 'posix'"], false],
    [["sys_platform == 'cygwin'", "os_name == 'posix'"], true],
    [["platform_machine != 'x86_64'", "platform_machine != 'arm64'"], true],
    [["python_full_version < '3.11'", "python_full_version >= '3.11'"], false],
    [["python_full_version > '3.11'", "python_full_version < '3.11.1'"], true],
    [["python_version == '3.11'", "python_full_version >= '3.12'"], false],
    [["python_version > '3.11'", "python_full_version < '3.12'"], false],
    [["python_full_version == '3.13.*'", "python_full_version != '3.13.0'"], true],
    [["python_full_version ~= '3.10.2'", "python_full_version >= '3.11'"], false],
    [["python_full_version ~= '3.10'", "python_full_version >= '3.11'"], true],
    [["python_version in '3.8 3.9'", "python_version >= '3.10'"], false],
    [["python_full_version >= '3.15.0a1'", "python_full_version < '3.10'"], true],
  ])("%j: %j", (markers, expected) => {
    expect(canHold(markers)).toBe(expected);
  });

  it("stays within requires-python, and ignores one that it cannot read", () => {
    expect(canHold(["python_full_version < '3.10'"], ">=3.10,<4")).toBe(false);
    expect(canHold(["python_full_version < '3.10'"], ">=3.10.0rc1")).toBe(true);
    expect(canHold(["python_full_version < '3.10'"], "==9.9.*,==8.8.*")).toBe(true);
  });

  it("counts as possible when there are too many variables to tell", () => {
    const values = Array.from({ length: 60 }, (_, index) => `v${index}`);
    const many = ["platform_machine", "os_name", "implementation_name", "platform_system"].map((variable) =>
      values.map((value) => `${variable} == '${value}'`).join(" or "),
    );
    expect(universe(many).size).toBeLessThanOrEqual(1 << 17);
    expect(canHold([...many, "implementation_name == 'v1'"])).toBe(true);
  });
});

/** Environments as they exist, to judge markers by. */
const environments = fc.record({
  point: fc
    .integer({ min: 8, max: 15 })
    .chain((minor) => fc.integer({ min: 0, max: 20 }).map((micro) => 3_000_000 + minor * 1000 + micro)),
  platform: fc.constantFrom(
    { sys_platform: "linux", os_name: "posix", platform_system: "Linux" },
    { sys_platform: "darwin", os_name: "posix", platform_system: "Darwin" },
    { sys_platform: "win32", os_name: "nt", platform_system: "Windows" },
    { sys_platform: "emscripten", os_name: "posix", platform_system: "Emscripten" },
  ),
  platform_machine: fc.constantFrom("x86_64", "arm64", "riscv64"),
});

const atoms: fc.Arbitrary<MarkerAtom> = fc.oneof(
  fc.record({
    kind: fc.constant("atom" as const),
    variable: fc.constantFrom("python_full_version", "python_version"),
    operator: fc.constantFrom("==", "!=", "<", "<=", ">", ">="),
    value: fc.constantFrom("3.8", "3.10", "3.11.4", "3.12", "3.13.*", "3.14.0"),
  }),
  fc.record({
    kind: fc.constant("atom" as const),
    variable: fc.constantFrom("sys_platform", "os_name", "platform_system", "platform_machine"),
    operator: fc.constantFrom("==", "!="),
    value: fc.constantFrom("linux", "darwin", "win32", "posix", "nt", "Windows", "x86_64", "never"),
  }),
);

const { marker: markers } = fc.letrec<{ marker: Marker }>((tie) => ({
  marker: fc.oneof(
    { depthSize: "small" },
    atoms,
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      parts: fc.array(tie("marker"), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));

function holds(marker: Marker, environment: Environment): boolean {
  if (marker.kind === "and") return marker.parts.every((part) => holds(part, environment));
  if (marker.kind === "or") return marker.parts.some((part) => holds(part, environment));
  if (marker.variable.startsWith("python")) return holdsForPython(marker, environment.point);
  const values: Readonly<Record<string, string>> = {
    ...environment.platform,
    platform_machine: environment.platform_machine,
  };
  return (values[marker.variable] === marker.value) === (marker.operator === "==");
}

interface Environment {
  readonly point: number;
  readonly platform: Readonly<Record<string, string>>;
  readonly platform_machine: string;
}

describe("judging markers", () => {
  it("never calls impossible what some environment admits", () => {
    fc.assert(
      fc.property(fc.array(markers, { minLength: 1, maxLength: 4 }), environments, (list, environment) => {
        if (list.every((marker) => holds(marker, environment))) expect(canHold(list.map(renderMarker))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(markers, (marker) => {
        const read = parseMarker(renderMarker(marker));
        expect(read && atomsOf(read)).toEqual(atomsOf(marker));
      }),
    );
  });
});

describe("conflict atoms", () => {
  it.each([
    ["extra-3-foo-x1", { package: "foo", kind: "extra", name: "x1" }],
    ["group-7-foo-bar-dev", { package: "foo-bar", kind: "group", name: "dev" }],
    ["project-3-foo", { package: "foo", kind: "project", name: "" }],
    ["extra-3-foo", undefined],
    ["extra-9-foo-x", undefined],
    ["project-2-foo", undefined],
    ["dev", undefined],
  ])("%s", (value, expected) => {
    expect(decodeConflict(value)).toEqual(expected);
  });

  it.each([
    ["sys_platform == 'linux' and extra != 'extra-3-foo-x'", "sys_platform == 'linux'"],
    [
      "extra == 'extra-3-foo-x' or (os_name == 'nt' and (extra == 'group-3-foo-a' or extra == 'group-3-foo-b'))",
      "os_name == 'nt'",
    ],
    ["extra == 'extra-3-foo-x'", undefined],
  ])("are hidden from people: %s", (text, expected) => {
    const marker = parseMarker(text);
    const left = marker && withoutConflicts(marker);
    expect(left && renderMarker(left)).toBe(expected);
  });
});
