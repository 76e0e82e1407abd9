import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/core/config/index.ts";
import { detect, planRepository, wantedFiles } from "../../../src/core/detect/index.ts";
import { snapshotOf, uvLock } from "../../fakes/snapshot.ts";

const NAMES = [
  "pyproject.toml",
  "uv.lock",
  "package.json",
  "package-lock.json",
  "ruff.toml",
  "mypy.ini",
  "setup.cfg",
  "pyrightconfig.json",
  "ty.toml",
  ".bandit",
  "pytest.ini",
];

describe("a repository", () => {
  it.each([
    ["nothing", {}],
    ["another language", { "go.mod": "module x", "main.go": "package main" }],
  ])("of %s says plainly that there is nothing to check", (_, files) => {
    expect(detect(snapshotOf(files))).toMatchObject({
      gates: [],
      suggestions: [],
      environments: [],
      build: null,
      notes: [{ message: "declares nothing that Turnpike could check; add gates to turnpike.yml" }],
    });
  });

  it("with files that cannot be read says which and where, and goes on", () => {
    const plan = detect(
      snapshotOf({
        "pyproject.toml": "[project]\nname = \n",
        "uv.lock": "",
        "package.json": "{ not json",
        "package-lock.json": "",
        "src/git/pyproject.toml": "",
        "src/git/uv.lock": uvLock(),
      }),
    );
    expect(plan.notes).toEqual([
      {
        file: "pyproject.toml",
        line: 2,
        message: expect.stringMatching(/^is not TOML that can be read: .*; nothing is detected in it$/),
      },
      {
        file: "package.json",
        line: null,
        message: expect.stringMatching(/^is not JSON: .*; nothing is detected in it$/),
      },
    ]);
    expect(plan.gates.map(({ id }) => id)).toEqual(["lock@src/git"]);
  });

  it("is told that a file by another name is not the configuration", () => {
    expect(detect(snapshotOf({ "turnpike.yaml": "" })).notes[0]).toMatchObject({
      file: "turnpike.yaml",
      message: expect.stringContaining("is not read"),
    });
  });

  it("tells of files that were not read, and of a listing that was cut", () => {
    const snapshot = {
      ...snapshotOf({ "a.py": "" }),
      unreadable: [{ file: "pyproject.toml", reason: "outside" }],
      isCut: true,
    } as const;
    expect(detect(snapshot).notes.map(({ message }) => message)).toEqual([
      "is a link that leads out of the repository; it was not read",
      "only the first 1 files were looked at",
      expect.stringContaining("declares nothing"),
    ]);
  });

  it.each([
    ["[tool.ruff]", '[tool]\nruff = "x"\nmypy = 1\npytest = []\nbandit = 2020-01-01\n'],
    [
      "groups",
      '[dependency-groups]\ndev = [{ include-group = "dev" }, { include-group = "DEV" }, 1, { x = 1 }]\n[tool.ruff]\nsrc = [1, "src"]\n',
    ],
    ["project", 'project = 1\ndependency-groups = "x"\ntool = []\n'],
    ["workspace", "[tool.uv.workspace]\nmembers = [1, '[', '**', '']\nexclude = '('\n"],
  ])("with odd types in %s is read as far as it goes", (_, text) => {
    const files = {
      "pyproject.toml": text,
      "uv.lock": uvLock(["ruff", "1"]),
      "a/pyproject.toml": "[project]\nname = 1\n",
    };
    expect(detect(snapshotOf(files)).gates.map(({ id }) => id)).toContain("lock");
  });

  it("with a package.json that nests a hundred thousand deep ends", () => {
    const text = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`;
    expect(detect(snapshotOf({ "package.json": text })).gates).toEqual([]);
  });

  it("with pointers of Git LFS in the place of files is told what brings them, and each fault once", () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 1\n";
    const { notes } = detect(snapshotOf({ "package.json": pointer }));
    const ofFile = notes.filter(({ file }) => file === "package.json").map(({ message }) => message);
    expect(ofFile).toEqual([expect.stringContaining("git lfs pull"), expect.stringMatching(/^is not JSON/)]);
  });

  it("without a work tree is told to be looked at in a clone", () => {
    const { notes } = detect(snapshotOf({ HEAD: "", config: "", description: "", "hooks/x.sample": "" }));
    expect(notes[0]?.message).toContain("bare git repository");
    expect(detect(snapshotOf({ HEAD: "", config: "", description: "", "a.py": "" })).notes).toHaveLength(1);
  });

  it("with a group of endless includes ends", () => {
    const groups = Array.from(
      { length: 200 },
      (_, index) => `g${index} = [{ include-group = "g${(index + 1) % 200}" }, "p${index}"]`,
    );
    const text = `[dependency-groups]\n${groups.join("\n")}\n[tool.pytest.ini_options]\ntestpaths = "t"\n`;
    expect(detect(snapshotOf({ "pyproject.toml": text, "uv.lock": "" })).gates.map(({ id }) => id)).toEqual(["lock"]);
  });

  it.each([
    ["spaces", " ".repeat(900_000)],
    ["brackets", "[".repeat(900_000)],
    ["quotes", '"'.repeat(900_000)],
    ["a deep array", `a = ${"[".repeat(200_000)}`],
    ["a long header", `[ ${" ".repeat(900_000)} tool ]`],
    ["dots", `a${".a".repeat(400_000)} = 1`],
  ])("whose files hold a million %s is looked at and let go", (_, text) => {
    const files = Object.fromEntries(NAMES.map((name) => [name, text]));
    // A search that runs away would take hours, and the test's own limit ends it.
    expect(() => detect(snapshotOf(files))).not.toThrow();
  });

  it("with names of any kind is planned without a fault, and ids stay different", () => {
    const part = fc.oneof(
      fc.constantFrom("src", "a b", "$(x)", "é", "..", "'", "a\nb", "@"),
      fc.string({ minLength: 1, maxLength: 8 }),
    );
    const folders = fc.array(
      fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/")),
      { maxLength: 5 },
    );
    const project = '[dependency-groups]\ndev = ["pytest"]\n[tool.pytest.ini_options]\ntestpaths = ["t"]\n';
    fc.assert(
      fc.property(folders, (all) => {
        const files = Object.fromEntries(
          all.flatMap((folder) => [
            [`${folder}/pyproject.toml`, project],
            [`${folder}/uv.lock`, uvLock()],
          ]),
        );
        const { gates } = detect(snapshotOf(files));
        expect(new Set(gates.map(({ id }) => id)).size).toBe(gates.length);
        for (const { id } of gates) expect(parseConfig(`gates: { ${id}: off }`, "turnpike.yml").ok).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("of any texts is planned without a fault, and runs nothing that is not declared", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'[tool.ruff] [tool.mypy] [project] [dependency-groups] src files testpaths include = " [ ] { } , : dev scripts test lint \n'.split(
          " ",
        ),
        "\n",
        '{"scripts":',
        '{"test":"x"}',
        "}",
      ),
      fc.string({ maxLength: 10 }),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(""));
    const json = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(text, json)), (files) => {
        const result = planRepository(snapshotOf({ ...files }));
        if (!result.ok) throw new Error("without turnpike.yml there can be no problem");
        expect(result.plan.gates.every(({ declared }) => declared)).toBe(true);
        expect(result.plan.suggestions.every(({ gate }) => !gate.declared)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe("the files that are read", () => {
  it("are few and bounded, and none lies deep", () => {
    const files = [
      ...Array.from({ length: 5000 }, (_, index) => `p${index}/pyproject.toml`),
      "a/b/c/d/e/f/g/h/pyproject.toml",
      "README.md",
    ];
    const wanted = wantedFiles(files, "turnpike.yml");
    expect(wanted).toHaveLength(2000);
    expect(wanted[0]).toEqual({ path: "turnpike.yml", maxBytes: 65_536 });
    expect(wantedFiles(["a/b/c/d/e/f/g/h/pyproject.toml", "toString", "README.md"], "turnpike.yml")).toHaveLength(1);
  });
});
