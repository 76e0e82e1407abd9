import { describe, expect, it } from "vitest";
import { migrate } from "../../../src/core/migrate/index.ts";
import { uvLock } from "../../fakes/snapshot.ts";
import { afterOf, factsOf, GATES, migrated, verdictsOf } from "./repository.ts";

const ON = "on:\n  push: { branches: [main] }\n  pull_request:\n";
const CHECKOUT = "      - uses: actions/checkout@v6\n";

function job(id: string, steps: string, head = ""): string {
  return `  ${id}:\n${head}    runs-on: ubuntu-latest\n    steps:\n${CHECKOUT}${steps}`;
}

const LINT = "      - run: uv run ruff check .\n";
const TESTS = "      - run: uv run pytest\n";

function whyOf(migration: Awaited<ReturnType<typeof migrated>>, label: string): string | undefined {
  return migration.judged.find(({ unit }) => unit.label === label)?.verdict.why;
}

describe("a check in front of what others see", () => {
  const publish = "      - uses: pypa/gh-action-pypi-publish@release/v1\n";

  it("stays, because nothing else holds the publication back", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("ship", LINT + publish)}` });
    expect(migration.changes).toEqual([]);
    expect(whyOf(migration, "uv run ruff check .")).toBe(
      '"pypa/gh-action-pypi-publish@release/v1" after it waits for it to pass',
    );
  });

  it("stays in front of a step that may write to the repository", async () => {
    const writes = job("ship", `${LINT}      - run: ./push.sh\n`, "    permissions: { contents: write }\n");
    expect((await migrated({ "ci.yml": `${ON}jobs:\n${writes}` })).changes).toEqual([]);
  });

  it("goes where only another check follows", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("ship", `${LINT}      - run: ./other.sh\n`)}` });
    expect(verdictsOf(migration).replaced).toEqual(["ship: uv run ruff check ."]);
  });

  it("stays where another workflow starts when this one has ended", async () => {
    const deploy = `on:\n  workflow_run: { workflows: [CI], types: [completed] }\njobs:\n${job("deploy", "      - run: ./deploy.sh\n")}`;
    const texts = { "ci.yml": `name: CI\n${ON}jobs:\n${job("lint", LINT)}`, "deploy.yml": deploy };
    const migration = await migrated(texts);
    expect(migration.changes).toEqual([]);
    expect(whyOf(migration, "uv run ruff check .")).toBe(
      "deploy.yml starts when this workflow has ended, and may act on its result",
    );
  });

  it("stays when it runs under a condition that decides about a job behind it", async () => {
    const texts = `${ON}jobs:\n${job("lint", LINT, "    if: github.event_name == 'push'\n")}${job("comment", "      - run: ./own.sh\n", "    needs: lint\n")}`;
    const migration = await migrated({ "ci.yml": texts });
    expect(migration.changes).toEqual([]);
    expect(whyOf(migration, "uv run ruff check .")).toBe(
      "it runs under a condition, and the job comment, which stays, only after it",
    );
  });
});

describe("a job that only prepares once its check is gone", () => {
  it("goes with it, whoever wrote the actions that prepare", async () => {
    const steps = `      - uses: extractions/setup-just@v3\n      - uses: dtolnay/rust-toolchain@stable\n      - uses: step-security/harden-runner@v2\n${LINT}`;
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("lint", steps)}` });
    expect(afterOf(migration, "ci.yml")).toBeNull();
  });

  it("takes packages of the system along", async () => {
    const steps = `      - run: sudo apt-get update && sudo apt-get install -y libpq-dev\n${LINT}`;
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("lint", steps)}` });
    expect(afterOf(migration, "ci.yml")).toBeNull();
  });

  it("stays where an action that nobody knows chooses a version, since it may be another runtime", async () => {
    const steps = `      - uses: nodesource/setup-nsolid@v1\n        with: { nsolid-version: 6 }\n`;
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("a", steps + TESTS)}${job("b", steps + LINT)}` });
    expect(whyOf(migration, "uv run pytest")).toBe(
      "its job chooses a version with nodesource/setup-nsolid, which the gate does not have",
    );
    expect(verdictsOf(migration).replaced).toContain("b: uv run ruff check .");
  });

  it("stays whole where a version of a package is put in the place of what the lock says", async () => {
    const types = "      - run: npx tsc --noEmit\n";
    const packages = {
      "package.json": JSON.stringify({ name: "a", devDependencies: { typescript: "5.0.0" } }),
      "package-lock.json": JSON.stringify({
        name: "a",
        lockfileVersion: 3,
        packages: { "node_modules/typescript": {} },
      }),
    };
    const replacedWith = async (install: string) => {
      const steps = `      - run: npm ci\n${types}      - run: ${install}\n${types}`;
      const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("a", steps)}` }, packages);
      return verdictsOf(migration).replaced.filter((label) => label.includes("tsc"));
    };
    expect(await replacedWith("npm install --no-save typescript@5.9.2")).toEqual([]);
    expect(await replacedWith("npm install -g npm@11.4.0")).not.toEqual([]);
  });

  it("says of other actions that the road has nothing in their place", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("x", "      - uses: some/thing@v1\n")}` });
    expect(whyOf(migration, "some/thing@v1")).toBe("the road has nothing in place of some/thing");
  });
});

describe("the interpreter of a job", () => {
  const python = (version: string): string =>
    `      - uses: actions/setup-python@v6\n        with: { python-version: "${version}" }\n`;

  it("is what the road is called with", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("tests", python("3.12") + TESTS)}` });
    expect(afterOf(migration, "ci.yml")).toBeNull();
    expect(migration.changes.map(({ after }) => after).join()).toContain('      python-version: "3.12" #');
  });

  it("is found through a matrix of one", async () => {
    const matrix = '    strategy: { matrix: { py: ["3.13"] } }\n';
    const text = `${ON}jobs:\n${job("tests", python("${{ matrix.py }}") + TESTS, matrix)}`;
    const migration = await migrated({ "ci.yml": text });
    expect(migration.changes.map(({ after }) => after).join()).toContain('python-version: "3.13"');
  });

  it("keeps a step that asks for another one than most jobs, and not one that says the same everywhere", async () => {
    const text = `${ON}jobs:\n${job("tests", python("3.12") + TESTS)}${job("lint", python("3.10") + LINT)}${job("a", python("3.10") + TESTS)}${job("b", `${python("3.10")}      - run: ./x.sh\n`)}`;
    const migration = await migrated({ "ci.yml": text });
    expect(verdictsOf(migration).replaced).toContain("lint: uv run ruff check .");
    expect(verdictsOf(migration).kept).toContain("tests: uv run pytest");
    const kept = migration.judged.find(({ unit }) => unit.job === "tests" && unit.label === "uv run pytest");
    expect(kept?.verdict.why).toBe("its job asks for Python 3.12, and the gate tests runs on 3.10");
  });

  it("is named as it is written where only a run can tell it", async () => {
    const head = '    strategy: { matrix: { py: ["3.10", "3.13"] } }\n';
    const steps = `${python("${{ matrix.py }}")}${TESTS.trimEnd()}\n        if: matrix.py == '3.10'\n`;
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("tests", steps, head)}` });
    const kept = migration.judged.find(({ unit }) => unit.label === "uv run pytest");
    expect(kept?.verdict.why).not.toMatch(/Python \}\}/);
  });

  it.each([
    [
      "java",
      "17",
      "uses: actions/setup-java@v5\n        with: { java-version: 17, distribution: temurin }",
      "mvn verify",
    ],
    ["go", "1.23", "uses: actions/setup-go@v6\n        with: { go-version: '1.23' }", "go test ./..."],
    ["rust", "1.89", "uses: dtolnay/rust-toolchain@1.89", "cargo check"],
  ])("of a compiler is what turnpike.yml asks for from then on: %s %s", async (language, version, setUp, line) => {
    const text = `${ON}jobs:\n${job("tests", `      - ${setUp}\n      - run: ${line}\n`)}`;
    const migration = await migrated({ "ci.yml": text }, {});
    expect(verdictsOf(migration).replaced).toContain(`tests: ${line}`);
    expect(afterOf(migration, "ci.yml")).toBeNull();
    expect(migration.changes.at(-1)?.after).toContain(`    toolchain:\n      ${language}: "${version}"\n`);
  });

  it("keeps what one release of a compiler checks, of which a runner keeps another", async () => {
    const steps = "      - uses: dtolnay/rust-toolchain@1.89.0\n      - run: cargo check\n";
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("tests", steps)}` }, {});
    expect(whyOf(migration, "cargo check")).toBe("its job asks for Rust 1.89.0, of which runners keep another release");
  });

  it("keeps the steps of a matrix of several versions, of which a gate runs on one", async () => {
    const head = "    strategy: { matrix: { java: [11, 17, 21] } }\n";
    const steps =
      "      - uses: actions/setup-java@v5\n        with: { java-version: '${{ matrix.java }}' }\n      - run: mvn verify\n";
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("tests", steps, head)}` }, {});
    expect(whyOf(migration, "mvn verify")).toMatch(/it runs in 3 combinations of java/);
  });

  it("needs no input where `.python-version` says the same", async () => {
    const more = { "turnpike.yml": GATES, ".python-version": "3.12\n" };
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("tests", python("3.12") + TESTS)}` }, more);
    expect(afterOf(migration, "ci.yml")).toBeNull();
    expect(migration.changes.map(({ after }) => after).join()).not.toContain("python-version");
  });

  it("of Node is what turnpike.yml asks for from then on, unless a file says the same", async () => {
    const node = "      - uses: actions/setup-node@v6\n        with: { node-version: 24 }\n      - run: npm test\n";
    const more = {
      "turnpike.yml": "gates:\n  tests: { run: npm test }\n",
      "package.json": '{ "name": "x", "scripts": { "test": "node --test" } }',
    };
    const text = `${ON}jobs:\n${job("tests", node)}`;
    const migration = await migrated({ "ci.yml": text }, more);
    expect(whyOf(migration, "npm test")).toBe("the road runs `npm test`");
    expect(migration.changes.at(-1)?.after).toContain("toolchain:");
    const same = await migrated({ "ci.yml": text }, { ...more, ".nvmrc": "v24\n" });
    expect(afterOf(same, "ci.yml")).toBeNull();
    expect(same.changes.map(({ after }) => after).join()).not.toContain("toolchain:");
  });
});

describe("a gate that needs another", () => {
  it("does so in turnpike.yml too, once no workflow says their order", async () => {
    const more = {
      "pyproject.toml":
        '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.10"\n[dependency-groups]\ndev = ["pytest"]\n',
      "uv.lock": uvLock(["pytest", "9.2.0"]),
      "tox.ini":
        "[testenv:page]\nrunner = uv-venv-lock-runner\ndependency_groups = dev\ncommands =\n    python build_page.py\n    pytest page\n",
      "build_page.py": "",
    };
    const texts = { "ci.yml": `${ON}jobs:\n${job("check", "      - run: uvx --with tox-uv tox run -e page\n")}` };
    const { gates } = factsOf(texts, more).adopt.plan;
    expect(gates.map(({ id, needs }) => [id, needs])).toEqual([
      ["lock", []],
      ["tests", ["build-page"]],
      ["build-page", []],
    ]);
    const migration = await migrated(texts, more);
    expect(migration.changes.at(-1)?.after).toContain(
      "  tests:\n    run: uv run pytest page\n    needs:\n      - build-page\n  build-page:\n",
    );
  });
});

describe("hooks of pre-commit", () => {
  const run = "      - uses: pre-commit/action@v3.0.1\n";
  const hooks = (ids: readonly string[], top = "ci: {}\n"): Readonly<Record<string, string>> => ({
    ".pre-commit-config.yaml": `${top}repos:\n  - repo: https://github.com/pre-commit/pre-commit-hooks\n    rev: v6.0.0\n    hooks:\n${ids.map((id) => `      - id: ${id}\n`).join("")}`,
    "a.yml": "a: 1\n",
  });

  it("are replaced together when all of them are gates, whatever files they are handed", async () => {
    const migration = await migrated(
      { "ci.yml": `${ON}jobs:\n${job("hooks", run)}` },
      hooks(["check-yaml", "check-merge-conflict"]),
    );
    expect(afterOf(migration, "ci.yml")).toBeNull();
    expect(migration.judged.at(-1)?.verdict).toMatchObject({ gates: ["check-yaml", "check-merge-conflict"] });
  });

  it("are kept where nothing else than the step says that they are checked", async () => {
    // Without the step, tox speaks for the repository.
    const tox = "[tox]\nenv_list = lint\n[testenv:lint]\ndeps = ruff\ncommands = ruff check\n";
    const texts = { ...hooks(["check-yaml"], ""), "tox.ini": tox };
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("hooks", run)}` }, texts);
    expect(migration.judged.at(-1)?.verdict.why).toBe(
      "the hook check-yaml is a gate because this step runs it, and would be none without it",
    );
  });

  it("are replaced where they are all that the repository declares", async () => {
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("hooks", run)}` }, hooks(["check-yaml"], ""));
    expect(migration.judged.at(-1)?.verdict).toMatchObject({ gates: ["check-yaml"] });
  });

  it("are kept where some rewrite files, which are named", async () => {
    const migration = await migrated(
      { "ci.yml": `${ON}jobs:\n${job("hooks", run)}` },
      hooks(["check-yaml", "trailing-whitespace", "end-of-file-fixer"]),
    );
    expect(migration.changes).toEqual([]);
    expect(migration.judged.at(-1)?.verdict.why).toMatch(
      /and by it `trailing-whitespace` and `end-of-file-fixer`, which rewrite files, as no gate does$/,
    );
  });

  it("are not switched off because the road's own files are handed to them too", async () => {
    const texts = { ...hooks(["check-yaml"]), "turnpike.yml": GATES };
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("lint", LINT)}` }, texts);
    expect(migration.pinned.off).toEqual([]);
  });
});

describe("names of checks", () => {
  it("leave out what only tags start", async () => {
    const texts = {
      "ci.yml": `${ON}jobs:\n${job("lint", LINT)}`,
      "ship.yml": `on: { push: { tags: ["v*"] } }\njobs:\n${job("ship", "      - run: ./x.sh\n")}`,
    };
    const { checks } = await migrated(texts);
    expect(checks.before.names).toEqual(["lint"]);
    expect(checks.after.names).toEqual(["turnpike / gate"]);
  });

  it("put the jobs of a called workflow behind the job that calls it", async () => {
    const texts = {
      "ci.yml": `${ON}jobs:\n  all:\n    name: All\n    uses: ./.github/workflows/called.yml\n  far:\n    uses: acme/x/.github/workflows/y.yml@v1\n`,
      "called.yml": `on: workflow_call\njobs:\n${job("lint", LINT)}${job("more", "      - run: ./x.sh\n", "    strategy: { matrix: { os: [a, b] } }\n")}`,
    };
    const { checks } = await migrated(texts);
    expect(checks.before.names).toEqual(["All / lint", "All / more (a)", "All / more (b)", "far / …"]);
    expect(checks.after.names).toEqual(["All / more (a)", "All / more (b)", "far / …", "turnpike / gate"]);
  });
});

describe("what the road may do", () => {
  const manifest = { "turnpike.yml": `build: ./build.sh\n${GATES}` };

  it("is to read, where its call stands beside jobs that stay", async () => {
    const text = `${ON}jobs:\n${job("lint", LINT)}${job("own", "      - run: ./x.sh\n", "    needs: lint\n")}`;
    const migration = await migrated({ "ci.yml": text }, manifest);
    expect(migration.lane).toBe("checks");
    expect(afterOf(migration, "ci.yml")).not.toContain("id-token");
  });

  it("is to read, where an action that nobody knows releases, by its name", async () => {
    const release = `on: workflow_dispatch\njobs:\n${job("release", "      - uses: acme/prepare-release@v1\n")}`;
    const migration = await migrated({ "ci.yml": `${ON}jobs:\n${job("lint", LINT)}`, "r.yml": release }, manifest);
    expect(migration.lane).toBe("checks");
  });

  it("is never called behind a filter of paths, where the one check to require would not always report", async () => {
    const on = "on:\n  push: { branches: [main] }\n  pull_request: { paths-ignore: ['*.md'] }\n";
    const text = `${on}jobs:\n${job("lint", LINT)}${job("own", "      - run: ./x.sh\n", "    needs: lint\n")}`;
    const migration = await migrated({ "ci.yml": text }, manifest);
    expect(migration.changes).toEqual([]);
    expect(whyOf(migration, "uv run ruff check .")).toBe("the job own, which stays, waits for it");
  });

  it("is to read, where something else publishes", async () => {
    const release = `on: { push: { branches: [main] } }\njobs:\n${job("release", "      - run: npx semantic-release@25\n")}`;
    const migration = await migrated(
      { "ci.yml": `${ON}jobs:\n${job("lint", LINT)}`, "release.yml": release },
      manifest,
    );
    expect(migration.lane).toBe("checks");
  });
});

describe("what is left to a person", () => {
  it("names pages that show a workflow that goes", async () => {
    const facts = factsOf({ "ci.yml": `${ON}jobs:\n${job("lint", LINT)}` });
    const text =
      "# x\n![](https://example.org/acme/x/actions/workflows/ci.yml/badge.svg)\nactions/workflows/ci.yml.md\n";
    const { todo } = await migrate({ ...facts, pages: [{ file: "README.md", text }] });
    expect(todo).toEqual(["README.md:2 shows ci.yml, which goes; let it show the road's workflow"]);
  });
});
