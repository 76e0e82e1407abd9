import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../../src/core/declarations/index.ts";
import { planRepository } from "../../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../../src/core/gates/index.ts";
import { snapshotOf } from "../../../fakes/snapshot.ts";

const CI = ".github/workflows/ci.yml";

function planOf(files: Readonly<Record<string, string>>): Plan {
  const snapshot = snapshotOf(files);
  const planned = planRepository(snapshot, undefined, {
    reading: readDeclarations(snapshot),
    callOf: (words, cwd, entries) => callOf(words, cwd, entries, snapshot),
  });
  if (!planned.ok) throw new Error("there is no turnpike.yml");
  return planned.plan;
}

/** A repository with one job of these steps. */
function ofSteps(steps: readonly string[], files: Readonly<Record<string, string>> = {}, head = ""): Plan {
  const lines = steps.map((step) => `      - ${step}\n`).join("");
  const text = `on: [push, pull_request]\njobs:\n  a:\n    runs-on: ubuntu-latest\n${head}    steps:\n${lines}`;
  return planOf({ [CI]: text, ...files });
}

const gates = ({ gates: all }: Plan): Readonly<Record<string, unknown>> =>
  Object.fromEntries(all.map(({ id, run }) => [id, typeof run === "string" ? run : run.join(" ")]));
const suggested = ({ suggestions }: Plan): readonly Gate[] => suggestions.map(({ gate }) => gate);
const whys = (plan: Plan): string =>
  suggested(plan)
    .map(({ id, why }) => `${id}: ${why}`)
    .join("\n");
const notes = ({ notes: all }: Plan): string => all.map(({ message }) => message).join("\n");

describe("commands of other languages", () => {
  it("are gates where GitHub's runners have what they need: Go, Rust, Java, CMake", () => {
    const steps = [
      "run: go vet ./...",
      "run: cargo test --locked",
      "run: mvn -B verify",
      "run: ./gradlew spotlessCheck",
      "run: cmake -B out && cmake --build out",
      "run: ctest --test-dir out",
    ];
    const plan = ofSteps(steps, { gradlew: "" });
    expect(Object.values(gates(plan))).toEqual(
      expect.arrayContaining([
        "go vet ./...",
        "cargo test --locked",
        "mvn -B verify",
        "./gradlew spotlessCheck",
        "ctest --test-dir out",
      ]),
    );
    expect(suggested(plan)).toEqual([]);
    const locks = plan.gates.flatMap((gate) => gate.locks);
    expect(locks).toEqual(expect.arrayContaining(["cargo", "maven", "gradle"]));
  });

  it("are suggestions where the job sets up what nobody keeps: GraalVM, an unstable Rust", () => {
    const java = (more: string) =>
      ofSteps([`uses: actions/setup-java@v5\n        with: { java-version: "21"${more} }`, "run: mvn -B verify"]);
    expect(Object.values(gates(java("")))).toEqual(["mvn -B verify"]);
    expect(whys(java(", distribution: graalvm"))).toContain(
      "sets up GraalVM 21, and gates run on what their runner has",
    );
    const rust = (ref: string) => ofSteps([`uses: dtolnay/rust-toolchain@${ref}`, "run: cargo test"]);
    expect(Object.values(gates(rust("stable")))).toEqual(["cargo test"]);
    expect(whys(rust("nightly"))).toContain("sets up Rust nightly");
  });

  it("are gates without tests where a build asks for none", () => {
    const plan = ofSteps(["run: mvn compile spotbugs:check -DskipTests", "run: mvn install -DskipTests"]);
    expect(gates(plan)).toMatchObject({ lint: "mvn compile spotbugs:check -DskipTests" });
    expect(plan.gates.filter(({ id }) => id.startsWith("tests"))).toEqual([]);
    expect(ofSteps(["run: mvn -B deploy"]).neverRun).toMatchObject([{ text: "mvn -B deploy" }]);
  });

  it.each([
    ["vendor/bin/phpstan analyze", "PHP"],
    ["bundle exec rubocop", "Ruby"],
    ["dotnet test", ".NET"],
    ["mix format --check-formatted", "Elixir"],
    ["terraform fmt -check -recursive", "Terraform"],
    ["nix flake check", "Nix"],
    ["helm lint charts/a", "Helm"],
    ["cabal test all", "Haskell"],
  ])("are suggestions that say what is missing: %s", (line, name) => {
    const plan = ofSteps([`run: ${line}`]);
    expect(plan.gates).toEqual([]);
    expect(whys(plan)).toContain(`it needs ${name}, which Turnpike does not set up`);
    expect(plan.neverRun).toEqual([]);
  });

  it("are suggestions where an action that nobody knows sets something up before them", () => {
    const plan = ofSteps(["uses: acme/setup-graal@v1", "run: mvn verify", "run: gofmt -d ."]);
    expect(whys(plan)).toContain("`acme/setup-graal@v1` may set up what it needs");
  });

  it("that only tell a version, or what a build is about, are nothing", () => {
    const plan = ofSteps(["run: rustc --version --verbose", "run: cargo clippy --version", "run: cargo metadata"]);
    expect([plan.gates, plan.suggestions]).toEqual([[], []]);
  });

  it("that a shell judges by what they print are gates", () => {
    const plan = ofSteps(['run: test -z "$(gofmt -l .)"']);
    expect(gates(plan)).toEqual({ format: 'test -z "$(gofmt -l .)"' });
  });
});

describe("texts that only their own program can run", () => {
  const MAKEFILE = "test:\n\tfor d in $(shell go list ./...); do go test $$d || exit 1; done\n";

  it("are the gate that calls them, where they check and do nothing else", () => {
    expect(gates(ofSteps(["run: make test"], { Makefile: MAKEFILE }))).toEqual({ tests: "make test" });
  });

  it("stay suggestions where they do other things too", () => {
    const plan = ofSteps(["run: make test"], { Makefile: `${MAKEFILE}\tgit push\n` });
    expect(plan.gates).toEqual([]);
  });

  it("may call each other in circles and in depth", () => {
    const deep = Array.from({ length: 40 }, (_, index) => `t${index}: \n\tmake t${index + 1} X=$$Y\n\tmake t0 X=$$Y\n`);
    const plan = ofSteps(["run: make t0"], { Makefile: `${deep.join("")}t40:\n\tgo test $$Y\n` });
    expect(plan.gates).toEqual([]);
  });

  it("are named in a time that grows with their number alone", () => {
    const steps = Array.from({ length: 4000 }, (_, index) => `run: go test ./p${index}`);
    expect(ofSteps(steps).gates.length).toBeGreaterThan(1000);
  });

  it("are gates where a loop or an alternative is all that is open in them", () => {
    const plan = ofSteps(["run: for d in a b; do (cd $d && go test ./...); done"]);
    expect(Object.values(gates(plan))).toEqual(["for d in a b; do (cd $d && go test ./...); done"]);
    expect(ofSteps(["run: for d in $DIRS; do (cd $d && go test ./...); done"]).gates).toEqual([]);
  });
});

describe("jobs of which nothing is checked", () => {
  it("are named with what they run", () => {
    const plan = ofSteps(["run: ./frobnicate --all"]);
    expect(notes(plan)).toContain("runs `./frobnicate --all` in the job `a`, and whether it checks is not known");
  });

  it("are not named where something of them is a gate", () => {
    expect(notes(ofSteps(["run: ./frobnicate --all", "run: go vet ./..."]))).not.toContain("whether it checks");
  });

  it("have suggestions for steps that are called checks", () => {
    const plan = ofSteps(["name: Check for forbidden words\n        run: ./bin/forbid"], { "bin/forbid": "" });
    expect(whys(plan)).toContain("only the name of its step says that it checks");
  });
});

describe("what a job has around it", () => {
  it("may be left out by a commit message, which is nobody's rule for checks", () => {
    const head = "    if: \"!contains(github.event.head_commit.message, 'ci skip')\"\n";
    expect(gates(ofSteps(["run: go test ./..."], {}, head))).toEqual({ tests: "go test ./..." });
  });

  it("may be a shell in a terminal, which is said", () => {
    const plan = ofSteps(["run: go test ./...\n        shell: 'script -q -e -c \"bash {0}\"'"]);
    expect(whys(plan)).toContain("which gives it a terminal");
  });

  it("may be Python's packages for a tool that npx starts", () => {
    const plan = ofSteps(["run: pip install numpy", "uses: jakebailey/pyright-action@v2"]);
    expect(plan.environments).toMatchObject([{ manager: "venv" }]);
    expect(plan.gates[0]?.run).toEqual(expect.arrayContaining(["npx", "--yes", "pyright"]));
  });

  it("may be an action that brings its program from the package index", () => {
    const plan = ofSteps(["uses: codespell-project/actions-codespell@v2", "uses: crate-ci/typos@v1.29.4"]);
    expect(Object.values(gates(plan))).toEqual(["uvx codespell .", "uvx typos@1.29.4 ."]);
  });
});
