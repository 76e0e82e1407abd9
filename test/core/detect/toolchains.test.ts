import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/core/config/index.ts";
import { callOf, readDeclarations } from "../../../src/core/declarations/index.ts";
import { planRepository } from "../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../src/core/gates/index.ts";
import { snapshotOf } from "../../fakes/snapshot.ts";

const CI = ".github/workflows/ci.yml";

function declarationsOf(files: Readonly<Record<string, string>>) {
  const snapshot = snapshotOf(files);
  const reading = readDeclarations(snapshot);
  const own = (words: readonly string[], cwd: string, entries: typeof reading.entries) =>
    callOf(words, cwd, entries, snapshot);
  return { snapshot, declarations: { reading, callOf: own } };
}

function planOf(files: Readonly<Record<string, string>>, folder?: string): Plan {
  const { snapshot, declarations } = declarationsOf(files);
  const text = files["turnpike.yml"];
  const parsed = text === undefined ? undefined : parseConfig(text, "turnpike.yml");
  if (parsed?.ok === false) throw new Error(JSON.stringify(parsed.problems));
  const below = Object.entries(files).filter(([file]) => file.startsWith(`${folder}/`));
  const own = Object.fromEntries(below.map(([file, one]) => [file.slice(`${folder}/`.length), one]));
  const planned =
    folder === undefined
      ? planRepository(snapshot, parsed?.config, declarations)
      : planRepository(snapshotOf(own), undefined, declarationsOf(own).declarations, {
          folder,
          snapshot,
          declarations,
        });
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  return planned.plan;
}

const asked = ({ toolchains = [] }: Gate): string =>
  toolchains.map(({ language, version, source }) => `${language} ${version} ${source.file}:${source.line}`).join(", ");
const wishes = (plan: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(plan.gates.map((gate) => [gate.id, asked(gate)]));

/** A workflow with one job of these steps. */
const workflow = (steps: readonly string[], head = ""): string =>
  `on: [push]\njobs:\n  a:\n    runs-on: ubuntu-latest\n${head}    steps:\n${steps.map((one) => `      - ${one}\n`).join("")}`;

const PACKAGE = { "package.json": '{ "name": "x", "scripts": { "test": "node --test", "lint": "eslint ." } }' };

describe("the toolchain of a gate", () => {
  it.each([
    ["actions/setup-node@v6", '{ node-version: "22.x" }', "npm test", "node 22.x"],
    ["actions/setup-java@v5", '{ java-version: "21", distribution: temurin }', "mvn verify", "java 21"],
    ["actions/setup-go@v6", '{ go-version: "1.25" }', "go test ./...", "go 1.25"],
    ["dtolnay/rust-toolchain@master", '{ toolchain: "1.85" }', "cargo test", "rust 1.85"],
  ])("is what its job sets up: %s", (uses, inputs, run, expected) => {
    const text = workflow([`uses: ${uses}\n        with: ${inputs}`, `run: ${run}`]);
    expect(Object.values(wishes(planOf({ [CI]: text, ...PACKAGE })))).toEqual([`${expected} ${CI}:7`]);
  });

  it("is what the file says that its job names", () => {
    const node = (file: string) =>
      workflow([`uses: actions/setup-node@v6\n        with: { node-version-file: ${file} }`, "run: npm test"]);
    const of = (file: string, text: string) => wishes(planOf({ ...PACKAGE, [CI]: node(file), [file]: text }))["tests"];
    expect(of(".tool-versions", "nodejs 22.1.0\n")).toBe("node 22.1.0 .tool-versions:1");
    const go = workflow(["uses: actions/setup-go@v6\n        with: { go-version-file: go.mod }", "run: go test ./..."]);
    expect(wishes(planOf({ [CI]: go, "go.mod": "module x\n\ngo 1.24.0\n" }))).toEqual({
      tests: "go ~1.24.0 go.mod:3",
    });
  });

  it("is what files say where its job says nothing, nor any workflow", () => {
    const files = { ...PACKAGE, ".nvmrc": "v22\n" };
    expect(wishes(planOf({ ...files, [CI]: workflow(["run: npm test"]) }))["tests"]).toBe("node v22 .nvmrc:1");
    expect(wishes(planOf(files))["tests"]).toBe("node v22 .nvmrc:1");
    expect(wishes(planOf({ "go.mod": "module x\n\ngo 1.24.0\n", [CI]: workflow(["run: go vet ./..."]) }))).toEqual({
      lint: "go >=1.24.0 go.mod:3",
    });
  });

  it("is that of one leg of a matrix: the pinned version, else the newest that is kept for long", () => {
    const node = workflow(
      ["uses: actions/setup-node@v6\n        with: { node-version: '${{ matrix.node }}' }", "run: npm test"],
      "    strategy: { matrix: { node: [20, 22, 23] } }\n",
    );
    expect(wishes(planOf({ ...PACKAGE, [CI]: node }))["tests"]).toBe(`node 22 ${CI}:8`);
    expect(wishes(planOf({ ...PACKAGE, [CI]: node, ".nvmrc": "20" }))["tests"]).toBe(`node 20 ${CI}:8`);
    const java = workflow(
      ["uses: actions/setup-java@v5\n        with: { java-version: '${{ matrix.java }}' }", "run: mvn verify"],
      "    strategy: { matrix: { java: [8, 11, 17, 21, 24] } }\n",
    );
    expect(wishes(planOf({ [CI]: java }))).toEqual({ tests: `java 21 ${CI}:8` });
    const rust = workflow(
      ["uses: dtolnay/rust-toolchain@master\n        with: { toolchain: '${{ matrix.rust }}' }", "run: cargo test"],
      '    strategy: { matrix: { rust: ["1.70", stable, nightly] } }\n',
    );
    expect(wishes(planOf({ [CI]: rust }))).toEqual({ tests: "" });
  });

  it("is the newest of several jobs that run the same, and stable Rust before an old one", () => {
    const jobs = (uses: readonly string[], run: string) =>
      `on: [push]\njobs:\n${uses.map((one, at) => `  a${at}:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${one}\n      - run: ${run}\n`).join("")}`;
    const node = (version: string) => `actions/setup-node@v6\n        with: { node-version: "${version}" }`;
    const tests = (uses: readonly string[], run: string) =>
      planOf({ ...PACKAGE, [CI]: jobs(uses, run) })
        .gates.filter(({ id }) => id.startsWith("tests"))
        .map(({ toolchains = [] }) => toolchains.map(({ version }) => version).join());
    expect(tests([node("18"), node("23"), node("22")], "npm test")).toEqual(["22"]);
    expect(tests([node("lts/*"), node("18")], "npm test")).toEqual(["lts/*"]);
    expect(tests(["dtolnay/rust-toolchain@1.70", "dtolnay/rust-toolchain@stable"], "cargo test")).toEqual([""]);
  });

  it("does not follow a checker of another language that stands in the same job", () => {
    const steps = [
      "uses: actions/setup-node@v6\n        with: { node-version: 22 }",
      "run: uvx ruff check .",
      "run: python -m pytest",
      "run: make test",
    ];
    const plan = planOf({
      [CI]: workflow(steps),
      Makefile: "test:\n\tfor d in $(shell go list ./...); do go test $$d; done\n",
    });
    const lint = plan.gates.find(({ tool }) => tool === "ruff check");
    expect(lint?.toolchains ?? []).toEqual([]);
    expect(plan.gates.filter(({ run }) => run.includes("make") || String(run) === "make test").map(asked)).toEqual([
      `node 22 ${CI}:7`,
    ]);
  });

  it("is said by turnpike.yml before all others, and kept by a command that replaces another", () => {
    const files = {
      ...PACKAGE,
      [CI]: workflow(["uses: actions/setup-node@v6\n        with: { node-version: 22 }", "run: npm test"]),
    };
    const of = (entry: string) => wishes(planOf({ ...files, "turnpike.yml": `gates:\n  tests: ${entry}\n` }))["tests"];
    expect(of('{ toolchain: { node: "20" } }')).toBe("node 20 turnpike.yml:2");
    expect(of("{ run: npm run test }")).toBe(`node 22 ${CI}:7`);
    expect(of('{ run: mvn verify, toolchain: { java: 21, node: "24" } }')).toBe(
      "node 24 turnpike.yml:2, java 21 turnpike.yml:2",
    );
  });

  it("of a folder is what the folder says, else what stands above it", () => {
    const files = {
      ".nvmrc": "22\n",
      "web/package.json": PACKAGE["package.json"],
      "api/package.json": PACKAGE["package.json"],
      "api/.nvmrc": "20\n",
    };
    expect(wishes(planOf(files, "web"))["tests"]).toBe("node 22 ../.nvmrc:1");
    expect(wishes(planOf(files, "api"))["tests"]).toBe("node 20 .nvmrc:1");
  });
});
