import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../../src/core/declarations/index.ts";
import { planRepository } from "../../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../../src/core/gates/index.ts";
import { sourceOf } from "../../../fakes/declarations.ts";
import { snapshotOf } from "../../../fakes/snapshot.ts";

const CI = ".github/workflows/ci.yml";

/** A repository with these files, and one job with these lines below `steps:`. */
function planOf(steps: string, files: Readonly<Record<string, string>> = {}, head = ""): Plan {
  const indented = steps.trim().replaceAll(/^/gm, "      ");
  const job = `on: [push, pull_request]\njobs:\n  a:\n    runs-on: ubuntu-latest\n${head}    steps:\n${indented}\n`;
  const all = { [CI]: job, ...files };
  const source = sourceOf(all);
  const planned = planRepository(snapshotOf(all), undefined, {
    reading: readDeclarations(source),
    callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, source, around),
  });
  if (!planned.ok) throw new Error("turnpike.yml was not given");
  return planned.plan;
}

const gates = ({ gates: all }: Plan): Readonly<Record<string, unknown>> =>
  Object.fromEntries(all.map(({ id, run }) => [id, typeof run === "string" ? run : run.join(" ")]));
const suggested = ({ suggestions }: Plan): readonly Gate[] => suggestions.map(({ gate }) => gate);
const notes = ({ notes: all }: Plan): string => all.map(({ message }) => message).join("\n");

describe("a program that Go builds and runs", () => {
  it("is what its module is called, whatever its version", () => {
    const plan = planOf("- run: go run honnef.co/go/tools/cmd/staticcheck@v0.6 ./...\n- run: go tool revive ./...");
    expect(gates(plan)).toEqual({
      "lint-staticcheck": "go run honnef.co/go/tools/cmd/staticcheck@v0.6 ./...",
      "lint-revive": "go tool revive ./...",
    });
  });

  it("is no check where it rewrites files", () => {
    const plan = planOf(
      "- run: go run mvdan.cc/gofumpt -l -w .\n- run: goimports -w .\n- run: cargo clippy --fix\n- run: golangci-lint run --fix",
    );
    expect([plan.gates, plan.suggestions]).toEqual([[], []]);
  });

  it("of the repository's own is called what its folder is called", () => {
    const plan = planOf(
      "- run: go run ./tools/check-headers/main.go\n- run: go run ./tools/verify\n- run: go run acme.example.org/x/check-deps/v2@latest a",
    );
    expect(Object.keys(gates(plan))).toEqual(["check-headers", "verify", "check-deps"]);
  });
});

describe("a Makefile with a rule for targets of any name", () => {
  const DOCS = '%: Makefile\n\t@sphinx-build -M $@ "source" "build" $(O)\n';

  it("runs what the rule says for each name", () => {
    const plan = planOf("- run: pip install sphinx\n- run: make -C docs html O='-W'", { "docs/Makefile": DOCS });
    expect(Object.values(gates(plan))).toEqual([expect.stringContaining("sphinx-build -M html source build -W")]);
    expect(plan.gates[0]?.reproduce).toBe("cd docs && make html O=-W");
  });

  it("runs nothing that checks where it only cleans up", () => {
    expect(planOf("- run: make -C docs clean", { "docs/Makefile": DOCS }).gates).toEqual([]);
    expect(planOf("- run: make clean\n- run: go test ./...", {}).gates.map(({ id }) => id)).toEqual(["tests"]);
  });

  it("says no more than the name where a program that nobody knows is handed it", () => {
    const plan = planOf("- run: make lint\n- run: make test", { Makefile: "%:\n\tgo run tools/all.go $* $(FLAGS)\n" });
    expect(gates(plan)).toEqual({ lint: "make lint", tests: "make test" });
    expect(notes(plan)).toBe("");
  });
});

describe("a variable of a job", () => {
  const MAKEFILE = "TAGS ?=\nKIND = unit\ntest:\n\tgo test $(TAGS) -run $(KIND) $(MORE) ./...\n";

  it("is what a Makefile leaves to the environment, and not what it sets itself", () => {
    const plan = planOf("- run: make test\n  env: { TAGS: -tags purego, KIND: all, MORE: -short }", {
      Makefile: MAKEFILE,
    });
    expect(Object.values(gates(plan))).toEqual(["go test -tags purego -run unit -short ./..."]);
  });

  it("of each leg of a matrix makes a gate of its own where the command differs", () => {
    const head =
      '    strategy: { matrix: { tags: ["", "-tags purego", "-tags race"] } }\n    env: { TAGS: "${{ matrix.tags }}" }\n';
    const plan = planOf("- run: make test", { Makefile: MAKEFILE }, head);
    expect(Object.values(gates(plan))).toEqual([
      "go test -run unit ./...",
      "go test -tags purego -run unit ./...",
      "go test -tags race -run unit ./...",
    ]);
    expect(plan.suggestions).toEqual([]);
  });
});

describe("a variable that names the checkout", () => {
  it("is its absolute folder wherever the gate runs, and pastes for a person", () => {
    const step = "- run: |\n    export ROOT=$(pwd)/..\n    go test ./...\n  working-directory: api";
    const plan = planOf(step, { "api/go.mod": "" }, '    env: { TOP: "${{ github.workspace }}/x y" }\n');
    expect(plan.gates).toMatchObject([{ cwd: "api", env: { TOP: "${checkout}/x y", ROOT: "${checkout}/api/.." } }]);
    expect(plan.gates[0]?.reproduce).toBe('cd api && TOP="$PWD/../x y" ROOT="$PWD/../api/.." go test ./...');
  });

  it("of a checkout below the workspace is that folder, too", () => {
    const steps = "- uses: actions/checkout@v5\n  with: { path: src }\n- run: go test ./...\n  working-directory: src";
    const plan = planOf(steps, {}, '    env: { A: "${{ github.workspace }}/src/a", B: "${{ github.workspace }}/b" }\n');
    expect(plan.gates).toMatchObject([{ cwd: ".", env: { A: "${checkout}/a", B: "${checkout}/../b" } }]);
  });
});

describe("one command in two places", () => {
  it("never makes gates that need each other in a circle", () => {
    const files = {
      "gen.sh": "go generate ./...\ngo generate ./...\n",
      "b.sh": "go generate ./b\ngo generate ./...\n",
    };
    const plan = planOf("- run: bash gen.sh\n- run: bash b.sh\n- run: go test ./...", files);
    const seen = new Set<string>();
    const open = [...plan.gates];
    for (let found = open.find(({ needs }) => needs.every((id) => seen.has(id))); found !== undefined; ) {
      seen.add(found.id);
      open.splice(open.indexOf(found), 1);
      found = open.find(({ needs }) => needs.every((id) => seen.has(id)));
    }
    expect(open).toEqual([]);
    expect(plan.gates.length).toBeGreaterThan(1);
  });
});

describe("what is never run", () => {
  it("leaves out what only asks", () => {
    const asks = [
      "git tag",
      "git tag -l --sort=v:refname",
      "gh release list",
      "gh pr view 1",
      "gh api repos/a/b",
      "cosign verify a",
      "kubectl get pods",
    ];
    expect(planOf(asks.map((line) => `- run: ${line}`).join("\n")).neverRun ?? []).toEqual([]);
    const tells = ["gh release create v1", "gh api -X POST repos/a/b", "kubectl apply -f a.yml"];
    expect(planOf(tells.map((line) => `- run: ${line}`).join("\n")).neverRun?.map(({ text }) => text)).toEqual(tells);
  });

  it("is shown by its own line, where a shell text around it does more", () => {
    const plan = planOf(
      '- run: |\n    if [ -n "$A" ]; then\n      release_tag=$(cat tag)\n      gh release create "$A"\n    fi',
    );
    expect((plan.neverRun ?? []).map(({ text }) => text)).toEqual(['gh release create "$A"']);
  });

  it("is no assignment, and no program in the folder of cargo's release profile", () => {
    const plan = planOf(
      '- run: |\n    if [ -n "$A" ]; then\n      tag=release/$A\n      echo "a; release b"\n      ./target/release/app\n    fi',
    );
    expect(plan.neverRun ?? []).toEqual([]);
  });
});

describe("a command of another language", () => {
  it("is a suggestion where it lints by compiling with an unstable Rust", () => {
    const plan = planOf("- uses: dtolnay/rust-toolchain@clippy\n- run: cargo clippy\n- run: cargo fmt --check");
    expect(plan.gates.map(({ id }) => id)).toEqual(["format"]);
    expect(suggested(plan)[0]?.why).toContain("sets up Rust nightly");
  });

  it("is Maven's default goal where it names none", () => {
    expect(gates(planOf("- run: mvn -B -V -Ddoclint=all"))).toEqual({ tests: "mvn -B -V -Ddoclint=all" });
    expect(gates(planOf("- run: mvn -V verify"))).toEqual({ tests: "mvn -V verify" });
    expect(planOf("- run: mvn -v\n- run: mvn clean\n- run: mvn dependency:go-offline").gates).toEqual([]);
  });

  it("is a suggestion where its own program is not in the repository", () => {
    const plan = planOf("- run: ./tools/stable/lint.py src", { "src/a.py": "" });
    expect(plan.gates).toEqual([]);
    expect(suggested(plan)[0]?.why).toContain("./tools/stable/lint.py is not in the repository");
  });

  it("is no check where it makes what checks need, whatever folder its script is kept in", () => {
    const script = "openssl genrsa -out a.key\n";
    const plan = planOf("- run: ./utils/gen-test-certs.sh", { "utils/gen-test-certs.sh": `#!/bin/sh\n${script}` });
    expect([plan.gates, plan.suggestions]).toEqual([[], []]);
  });
});

describe("a variable that only a run knows", () => {
  it("is said with its place, and with the gates that run without it", () => {
    const steps = `
- run: echo "STAMP=$(date +%s)" >> "$GITHUB_ENV"
- run: |
    export COMMIT="$(git rev-parse HEAD)"
    go test ./...
- run: KIND=$(uname) make check
- run: gofmt -d $COMMIT
`;
    const plan = planOf(steps, { Makefile: "check:\n\tcargo test\n" }, "    env: { SHA: '${{ github.sha }}', A: b }\n");
    expect(plan.notes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      "5 sets `SHA` to what only a run there knows; the gates `tests-go-test` and `tests-cargo-test` run without it",
      "7 sets `STAMP` to what only a run there knows; the gates `tests-go-test` and `tests-cargo-test` run without it",
      "9 sets `COMMIT` to what only a run there knows; the gate `tests-go-test` runs without it",
      "11 sets `KIND` to what only a run there knows; the gate `tests-cargo-test` runs without it",
    ]);
  });

  it("is not said of what suggestions lack, of secrets, and where it is set again", () => {
    const env = "    env: { A: '${{ github.sha }}', CODECOV: '${{ secrets.CODECOV }}', B: '${{ github.sha }}' }\n";
    expect(notes(planOf("- run: export A=1 B=2\n- run: A=1 B=2 go test ./...", {}, env))).toBe("");
    const again = "- run: |\n    export A=$(date)\n    export A=1\n    go test ./...";
    expect(planOf(again)).toMatchObject({ notes: [], gates: [{ env: { A: "1" } }] });
  });
});

describe("a script that builds documents and looks at them", () => {
  it("has the look wait for the build, whatever its checker is", () => {
    const script =
      '#!/bin/bash\nset -e\nDIR="$(cd "$(dirname "$0")" && pwd)"\ncd "$DIR/.."\nmkdocs build\npython ci/check_refs.py --dir site\n';
    const steps = "- run: pip install mkdocs\n- run: bash ci/docs.sh";
    const plan = planOf(steps, { "ci/docs.sh": script, "ci/check_refs.py": "", "mkdocs.yml": "" });
    expect(plan.gates.map(({ id, needs }) => [id, needs])).toEqual([
      ["docs", []],
      ["check-refs", ["docs"]],
    ]);
  });
});
