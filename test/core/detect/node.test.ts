import { describe, expect, it } from "vitest";
import { detect, planRepository } from "../../../src/core/detect/index.ts";
import { toolOfScript } from "../../../src/core/detect/node/node-reports.ts";
import { SCRIPT_RULES, useOfScript } from "../../../src/core/detect/node/node-scripts.ts";
import type { Gate, Plan } from "../../../src/core/gates/index.ts";
import { snapshotOf } from "../../fakes/snapshot.ts";

interface Shown {
  readonly scripts: Readonly<Record<string, string>>;
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
}

function snapshotWith({ scripts, manifest, files }: Shown) {
  const document = { name: "a", version: "1.0.0", devDependencies: { vitest: "^4" }, ...manifest, scripts };
  return snapshotOf({ "package.json": JSON.stringify(document, null, 2), "package-lock.json": "", ...files });
}

function planOf(shown: Shown): Plan {
  return detect(snapshotWith(shown));
}

function idsOf(plan: Plan): readonly string[] {
  return plan.gates.map(({ id }) => id);
}

function find(plan: Plan, id: string): Gate | undefined {
  return [...plan.gates, ...plan.suggestions.map(({ gate }) => gate)].find((gate) => gate.id === id);
}

describe("the scripts of package.json", () => {
  it("are gates by name: tests, lint, types and a format check", () => {
    const scripts = {
      build: "tsc",
      test: "vitest run",
      lint: "eslint .",
      typecheck: "tsc --noEmit",
      "format:check": "prettier --check .",
    };
    const plan = planOf({ scripts });
    expect(idsOf(plan)).toEqual(["lock", "format", "lint", "types", "tests"]);
    expect(find(plan, "tests")).toMatchObject({
      tool: "vitest",
      run: ["npm", "test", "--", "--reporter=default", "--reporter=junit", "--outputFile.junit=${reports}/tests.xml"],
      reproduce: "npm test",
      reports: [{ format: "junit", path: "${reports}/tests.xml" }],
      source: { file: "package.json", line: 9 },
      environment: { manager: "npm", cwd: ".", groups: [], extras: [] },
      env: {},
    });
    expect(find(plan, "lint")).toMatchObject({
      run: ["npm", "run", "lint", "--", "-f", "json", "-o", "${reports}/lint.json"],
    });
    expect(find(plan, "types")).toMatchObject({
      tool: "tsc",
      exitCodes: { clean: [0], findings: [1, 2] },
      reports: [],
    });
    expect(plan.environments).toEqual([
      { manager: "npm", cwd: ".", groups: [], extras: [], lock: "package-lock.json" },
    ]);
  });

  it.each([
    [
      "build",
      "publish",
      "deploy",
      "release",
      "prepare",
      "postinstall",
      "watch",
      "dev",
      "start",
      "clean",
      "fix",
      "lint:fix",
    ],
  ])("never become gates when they build, publish, deploy, watch or fix", (...names) => {
    const scripts = Object.fromEntries(names.map((name) => [name, "node x.js"]));
    expect(idsOf(planOf({ scripts }))).toEqual(["lock"]);
  });

  it.each([
    ["lint", "eslint --fix .", "it rewrites files"],
    ["lint", "biome check --write", "it rewrites files"],
    ["test", "vitest --watch", "it watches and does not end"],
    ["test", "jest --watchAll", "it watches and does not end"],
    ["test", 'echo "Error: no test specified" && exit 1', "it is a placeholder"],
    ["test", "echo none", "it is a placeholder"],
    ["test", 'echo "Error: run tests from root" && exit 1', "it is a placeholder"],
    ["test", "npm run build && npm publish", "it publishes or deploys"],
    ["format", "prettier --write .", "it rewrites files"],
    ["format", "prettier src", "its command does not say that it only checks"],
    ["check", "svelte-kit sync && svelte-check", "its command does not say that it only checks"],
    ["types", "tsc --emitDeclarationOnly", "its command does not say that it only checks"],
  ])("are left out, with the reason: %s: %s", (name, text, reason) => {
    const planned = planRepository(snapshotWith({ scripts: { [name]: text } }));
    expect(planned.ok && planned.leftOut).toContainEqual(expect.objectContaining({ what: `scripts.${name}`, reason }));
    expect(planned.ok && idsOf(planned.plan)).toEqual(["lock"]);
  });

  it.each([
    ["playwright test", "playwright needs browsers"],
    ["bun test", "it starts bun, which the package manager does not install"],
    ["npm run build && docker compose up", "it starts docker"],
    ["python -m pytest", "it starts python"],
  ])("are only suggested when they need more than packages: %s", (text, reason) => {
    const gate = find(planOf({ scripts: { test: text } }), "tests");
    expect(gate?.declared).toBe(false);
    expect(gate?.why).toContain(reason);
  });

  it("that check are taken before those that rewrite", () => {
    const plan = planOf({ scripts: { lint: "eslint --fix", "lint:check": "eslint ." } });
    expect(find(plan, "lint")?.reproduce).toBe("npm run lint:check");
  });

  it.each([
    ["vitest", "vitest"],
    ["vitest --run", "vitest"],
    ["NODE_ENV=test vitest run", "vitest"],
    ["cross-env CI=1 jest", "jest"],
    ["node --import tsx --test 'test/*.ts'", "node --test"],
    ["tsc && vitest run", undefined],
    ["vitest run | tee log", undefined],
    ["make test", undefined],
  ])("start a tool that is known, or not: %s", (text, tool) => expect(toolOfScript(text)?.tool).toBe(tool));

  it.each(["vitest run --reporter=dot", "eslint . -f stylish", "eslint -o out.txt ."])(
    "keep the output that they choose: %s",
    (text) => {
      expect(toolOfScript(text)?.report).toBeUndefined();
    },
  );

  it("are told by their text alone, whatever it holds", () => {
    const rule = SCRIPT_RULES.find(({ kind }) => kind === "tests");
    if (rule === undefined) throw new Error("no rule");
    expect(useOfScript(rule, "test", "xo && node --test && tsd")).toEqual({ kind: "gate" });
  });

  it("tell react-scripts that nobody watches, and set no other variable", () => {
    expect(find(planOf({ scripts: { test: "react-scripts test" } }), "tests")?.env).toEqual({ CI: "true" });
    expect(find(planOf({ scripts: { test: "jest" } }), "tests")?.env).toEqual({});
  });
});

describe("package managers", () => {
  it("other than npm get suggestions only, since nothing installs their packages", () => {
    for (const [manifest, files, manager] of [
      [{ packageManager: "pnpm@10.0.0" }, {}, "pnpm"],
      [{}, { "yarn.lock": "" }, "yarn"],
      [{}, { "bun.lock": "" }, "bun"],
    ] as const) {
      const document = { name: "a", scripts: { test: "vitest run" }, devDependencies: { vitest: "4" }, ...manifest };
      const plan = detect(snapshotOf({ "package.json": JSON.stringify(document), ...files }));
      expect(plan.gates).toEqual([]);
      expect(plan.suggestions[0]?.gate.run).toEqual(manager === "bun" ? ["bun", "run", "test"] : [manager, "test"]);
      expect(plan.suggestions[0]?.gate.why).toContain(`how ${manager} installs its packages`);
    }
  });

  it("need a lock where there are dependencies, and none where there are not", () => {
    const scripts = { test: "node --test" };
    const bare = detect(snapshotOf({ "package.json": JSON.stringify({ scripts }) }));
    expect(bare.gates).toMatchObject([{ id: "tests", environment: null }]);
    const needy = detect(snapshotOf({ "package.json": JSON.stringify({ scripts, dependencies: { a: "1" } }) }));
    expect(needy.suggestions[0]?.gate.why).toContain("no package-lock.json says which versions to install");
  });

  it("check their lock as `npm ci` would, without installing anything", () => {
    expect(find(planOf({ scripts: {} }), "lock")?.run).toEqual([
      "npm",
      "ci",
      "--dry-run",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--fetch-retries=0",
    ]);
  });

  it("suggest an audit, which asks a service and cannot always judge", () => {
    expect(find(planOf({ scripts: {} }), "audit")).toMatchObject({
      declared: false,
      network: true,
      inconclusive: "warn",
      run: ["npm", "audit", "--json"],
    });
  });
});

describe("an npm workspace", () => {
  const member = (scripts: Readonly<Record<string, string>>): string => JSON.stringify({ name: "m", scripts }, null, 2);
  const files = {
    "packages/a/package.json": member({ build: "tsc" }),
    "packages/b/package.json": member({ test: "vitest run", lint: "eslint --fix ." }),
    "elsewhere/c/package.json": member({ lint: "eslint ." }),
  };

  it.each([[["packages/*"]], [{ packages: ["./packages/*/"] }]])(
    "suggests what its members check and its root does not: %j",
    (workspaces) => {
      const plan = planOf({ scripts: {}, manifest: { workspaces }, files });
      expect(plan.suggestions.map(({ gate }) => gate.id)).toEqual(["tests", "audit"]);
      expect(find(plan, "tests")).toMatchObject({
        run: ["npm", "run", "test", "--workspaces", "--if-present"],
        source: { file: "packages/b/package.json", line: 4 },
      });
    },
  );

  it("runs what its root has a script for", () => {
    const plan = planOf({
      scripts: { test: "npm test --workspaces" },
      manifest: { workspaces: ["packages/*"] },
      files,
    });
    expect(idsOf(plan)).toEqual(["lock", "tests"]);
  });

  it.each([[["extension"]], [{ packages: ["./ext*/", "!other"] }]])(
    "does not read the lock of a member, since npm works at the workspace's root there: %j",
    (workspaces) => {
      const planned = planRepository(
        snapshotWith({
          scripts: { test: "vitest run" },
          manifest: { workspaces },
          files: { "extension/package.json": member({ test: "vitest run" }), "extension/package-lock.json": "" },
        }),
      );
      expect(planned.ok && idsOf(planned.plan)).toEqual(["lock", "tests"]);
      expect(planned.ok && planned.plan.environments.map(({ cwd }) => cwd)).toEqual(["."]);
      expect(planned.ok && planned.leftOut).toContainEqual(
        expect.objectContaining({
          file: "extension/package-lock.json",
          reason: "its folder is part of the workspace of package.json, whose lock counts",
        }),
      );
    },
  );

  it("leaves a folder with a lock of its own alone where the workspace leaves it out", () => {
    const plan = planOf({
      scripts: { test: "vitest run" },
      manifest: { workspaces: ["packages/*", "!packages/own"] },
      files: { "packages/own/package.json": member({ test: "vitest run" }), "packages/own/package-lock.json": "" },
    });
    expect(idsOf(plan)).toEqual(["lock", "tests", "lock@packages/own", "tests@packages/own"]);
  });
});

describe("a root with Python and npm", () => {
  it("names gates of one kind apart", () => {
    const pyproject = '[dependency-groups]\ndev = ["pytest"]\n[tool.pytest.ini_options]\ntestpaths = ["tests"]\n';
    const plan = planOf({ scripts: { test: "vitest run" }, files: { "pyproject.toml": pyproject, "uv.lock": "" } });
    expect(idsOf(plan)).toEqual(["lock-uv", "tests-pytest", "lock-npm", "tests-npm"]);
    expect(plan.environments.map(({ manager }) => manager)).toEqual(["uv", "npm"]);
  });
});
