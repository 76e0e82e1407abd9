import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../../src/core/declarations/index.ts";
import { type Declarations, planRepository } from "../../../../src/core/detect/index.ts";
import type { Gate, Plan } from "../../../../src/core/gates/index.ts";
import { sourceOf } from "../../../fakes/declarations.ts";
import { snapshotOf } from "../../../fakes/snapshot.ts";

function planOf(files: Readonly<Record<string, string>>): Plan {
  const source = sourceOf(files);
  const declarations: Declarations = {
    reading: readDeclarations(source),
    callOf: (words, cwd, entries, around) => callOf(words, cwd, entries, source, around),
  };
  const planned = planRepository(snapshotOf(files), undefined, declarations);
  if (!planned.ok) throw new Error("turnpike.yml was not given");
  return planned.plan;
}

function packageOf(scripts: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({ name: "shop", scripts, devDependencies: { x: "1" }, ...more }, null, 2);
}

/** A workflow with one job of these steps: texts to run, or lines of YAML that begin with `uses:`. */
function workflow(steps: readonly string[], on = "[push, pull_request]"): string {
  const lines = steps.map((step) =>
    step.startsWith("uses:") ? `      - ${step}` : `      - run: ${JSON.stringify(step)}`,
  );
  return `on: ${on}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v6\n${lines.join("\n")}\n`;
}

const CI = ".github/workflows/ci.yml";
const LOCK = { "package-lock.json": "{}" };

const gates = (plan: Plan): Readonly<Record<string, readonly string[] | string>> =>
  Object.fromEntries(plan.gates.filter(({ id }) => !/^lock/.test(id)).map(({ id, run }) => [id, run]));
const gateOf = (plan: Plan, id: string): Gate | undefined =>
  [...plan.gates, ...plan.suggestions.map(({ gate }) => gate)].find((gate) => gate.id === id);
const installOf = (plan: Plan, id: string): string | undefined =>
  gateOf(plan, id)
    ?.environment?.recipe?.installs.map(({ words }) => words.join(" "))
    .join("; ");

describe("a package inside of another", () => {
  it("that its job installs for itself, without a lock, is a suggestion", () => {
    const files = {
      "package.json": packageOf({ test: "node --test" }),
      "test/bundler/package.json": packageOf({ test: "webpack && node x.js" }),
      [CI]: workflow(["npm install", "cd test/bundler && npm install", "cd test/bundler && npm run test"]),
    };
    const plan = planOf(files);
    expect(gates(plan)).toEqual({});
    expect(JSON.stringify(plan.suggestions)).toContain(
      "its job installs packages in test/bundler too, where no lock says which",
    );
  });
});

describe("scripts that workflows start", () => {
  it("are followed by pattern, recursively, and with options between `run` and their name", () => {
    const scripts = { test: "pnpm run /^test:/", "test:lint": "oxlint", "test:unit": "vitest run", lint: "eslint ." };
    const files = { "package.json": packageOf(scripts, { packageManager: "pnpm@10.1.0" }), "pnpm-lock.yaml": "" };
    expect(Object.keys(gates(planOf({ ...files, [CI]: workflow(["pnpm ci", "pnpm test"]) })))).toEqual([
      "lint",
      "tests",
    ]);
    const quiet = { "package.json": packageOf(scripts), ...LOCK, [CI]: workflow(["npm ci", "npm run --silent lint"]) };
    expect(gates(planOf(quiet))).toMatchObject({ lint: expect.arrayContaining(["eslint", "."]) });
    const member = { ...files, "packages/a/package.json": packageOf({ "test:dts": "tsc -p dts.json" }) };
    expect(gates(planOf({ ...member, [CI]: workflow(["pnpm i", "pnpm run -r test:dts"]) }))).toEqual({
      "types@packages/a": ["tsc", "-p", "dts.json"],
    });
  });

  it("are followed where patterns of npm-run-all stand without quotes", () => {
    const scripts = {
      test: "npm-run-all -p lint:* test:*",
      "lint:js": "eslint .",
      "test:unit": "ava",
      "lint:js:fix": "x",
    };
    const plan = planOf({ "package.json": packageOf(scripts), ...LOCK, [CI]: workflow(["npm ci", "npm test"]) });
    expect(Object.keys(gates(plan))).toEqual(["lint", "tests"]);
  });

  it("are the tool whose file node is given", () => {
    const scripts = {
      test: "node --no-warnings -r ./a.js ./node_modules/jest/bin/jest.js -i",
      unit: "node node_modules/uvu/bin.js t",
    };
    const plan = planOf({
      "package.json": packageOf(scripts),
      ...LOCK,
      [CI]: workflow(["npm ci", "npm test", "npm run unit"]),
    });
    expect(plan.gates.map(({ tool, id }) => `${id} ${tool}`)).toEqual(expect.arrayContaining(["tests-jest jest"]));
    expect(gateOf(plan, "tests-jest")?.run.slice(0, 2)).toEqual(["node", "--no-warnings"]);
  });

  it("find what packages bring, also a program that no table knows", () => {
    const scripts = { check: "ls-engines && tsx scripts/check-comments.ts && ./bin/check.cjs" };
    const plan = planOf({ "package.json": packageOf(scripts), ...LOCK, [CI]: workflow(["npm ci", "npm run check"]) });
    expect(
      plan.gates.filter(({ id }) => id !== "lock").map(({ run, environment }) => [run[0], environment?.manager]),
    ).toEqual([
      ["ls-engines", "npm"],
      ["tsx", "npm"],
      ["./bin/check.cjs", "npm"],
    ]);
  });

  it("are started by npm where a program that nobody knows is all of them, since it may ask who started it", () => {
    const scripts = { lint: "eslint .", postlint: "npm run oss", oss: "template-oss-check" };
    const plan = planOf({ "package.json": packageOf(scripts), ...LOCK, [CI]: workflow(["npm ci", "npm run lint"]) });
    expect(gates(plan)["template-oss-check"]).toEqual(["npm", "run", "oss"]);
  });

  it("are asked for a report of their tests where package.json names a version that writes one", () => {
    const found = (version: string) => {
      const manifest = packageOf({ test: "vitest run" }, { devDependencies: { vitest: version } });
      const plan = planOf({ "package.json": manifest, ...LOCK, [CI]: workflow(["npm ci", "npm test"]) });
      return gateOf(plan, "tests")?.reports.map(({ format }) => format);
    };
    expect([found("^4.1.0"), found("catalog:"), found("^0.34.0")]).toEqual([["junit"], ["junit"], []]);
  });

  it("that would watch are told that nobody looks", () => {
    const found = (test: string) =>
      gateOf(planOf({ "package.json": packageOf({ test }), ...LOCK, [CI]: workflow(["npm ci", "npm test"]) }), "tests");
    const ci = ["vitest", "vitest --coverage", "vitest run"].map((test) => found(test)?.env["CI"]);
    expect(ci).toEqual(["true", "true", undefined]);
  });

  it("that run a file which publishes are never run", () => {
    const scripts = { ci: "ts ./repo/publish.ts", test: "vitest run" };
    const plan = planOf({
      "package.json": packageOf(scripts),
      ...LOCK,
      [CI]: workflow(["npm ci", "npm test", "npm run ci"]),
    });
    expect(Object.keys(gates(plan))).toEqual(["tests"]);
    expect(plan.neverRun?.map(({ text }) => text)).toEqual(["ts ./repo/publish.ts"]);
  });

  it("give tests of single files names that tell them apart, and leave the plain name to the runner of tests", () => {
    const scripts = { test: "vitest run && tsx test/a/basic.ts && tsx test/b/basic.ts" };
    const plan = planOf({ "package.json": packageOf(scripts), ...LOCK, [CI]: workflow(["npm ci", "npm test"]) });
    expect(Object.keys(gates(plan))).toEqual(["tests", "tests-basic", "tests-b-basic"]);
  });
});

describe("what a job does to the machine before its checks", () => {
  const files = { "package.json": packageOf({ test: "tap" }), ...LOCK };

  it("does not stand in the way where it brings the package manager or says who commits", () => {
    const steps = ['git config --global user.name "A Bot"', "git config --global user.email bot@example.org"];
    const more = ["npm install -g npm@latest", "npm -v", "npm ci", "npm test"];
    const plan = planOf({ ...files, [CI]: workflow([...steps, ...more]) });
    expect(gateOf(plan, "tests")).toMatchObject({
      declared: true,
      env: { GIT_AUTHOR_NAME: "A Bot", GIT_COMMITTER_EMAIL: "bot@example.org" },
    });
  });

  it("does not stand in the way where it happens outside of the repository", () => {
    const text = workflow(["npm ci", "npm test"]).replace(
      '      - run: "npm ci"',
      "      - run: for one in a b; do npx semver $one; done\n        working-directory: ${{ runner.temp }}\n      - run: npm ci",
    );
    const plan = planOf({ ...files, [CI]: text });
    expect([Object.keys(gates(plan)), plan.notes]).toEqual([["tests"], []]);
  });

  it("is put into the command that a person pastes", () => {
    const steps = ["npm install -g nyc@13", "npm ci", "nyc npm test"];
    expect(gateOf(planOf({ ...files, [CI]: workflow(steps) }), "tests")?.reproduce).toBe("npx --yes nyc@13 npm test");
  });

  it("is done by npx where it installs the program that checks, and is a doubt where it may be another", () => {
    const steps = ["npm install -g nyc@13", "npm ci", "nyc --include=src npm test"];
    expect(gates(planOf({ ...files, [CI]: workflow(steps) }))["tests"]?.slice(0, 4)).toEqual([
      "npx",
      "--yes",
      "nyc@13",
      "--include=src",
    ]);
    const unknown = planOf({ ...files, [CI]: workflow(["npm install -g some-preset", "npm ci", "mocha"]) });
    expect(gateOf(unknown, "tests")?.why).toContain("installs packages for the whole machine");
  });
});

describe("package managers of a job", () => {
  const lock = { "pnpm-lock.yaml": "" };

  it("are those that the action brings, unless package.json names one", () => {
    const steps = ["uses: pnpm/action-setup@v4\n        with: { version: 9 }", "pnpm install", "pnpm vitest run"];
    const plan = planOf({ "package.json": packageOf({}), ...lock, [CI]: workflow(steps) });
    expect(installOf(plan, "tests")).toBe("npx --yes pnpm@9 install --frozen-lockfile");
    const named = packageOf({}, { devEngines: { packageManager: { name: "pnpm", version: "11.3.0" } } });
    expect(installOf(planOf({ "package.json": named, ...lock, [CI]: workflow(steps) }), "tests")).toContain(
      "pnpm@11.3.0",
    );
  });

  it("install what all jobs need: development packages, and what their scripts make for tests", () => {
    const lint = workflow(["npm install --production --ignore-scripts", "eslint ."]);
    const plan = planOf({
      "package.json": packageOf({ test: "mocha" }),
      ".github/workflows/a.yml": lint,
      [CI]: workflow(["npm install", "npm test"]),
    });
    expect(installOf(plan, "lint")).toBe("npm install --no-package-lock --no-audit --no-fund");
  });
});

describe("runners of tasks", () => {
  const plan = (line: string, more: object = {}): Plan =>
    planOf({ "package.json": packageOf({ go: line }, more), ...LOCK, [CI]: workflow(["npm ci", "npm run go"]) });

  it("are started whole, as the kind of gate that their tasks mean", () => {
    const found = (line: string) =>
      plan(line)
        .gates.filter(({ id }) => id !== "lock")
        .map(({ id, run }) => [id, run]);
    expect(found("turbo run test --filter=./packages/a")).toEqual([
      ["tests", ["turbo", "run", "test", "--filter=./packages/a"]],
    ]);
    expect(found("turbo lint typecheck")).toEqual([["checks", ["turbo", "lint", "typecheck"]]]);
    expect(found("nx run-many -t test build --parallel=3").map(([id]) => id)).toEqual(["tests"]);
    expect(found("nx run web:lint").map(([id]) => id)).toEqual(["lint"]);
    expect(found("lerna run test").map(([id]) => id)).toEqual(["tests"]);
    expect(found("turbo run build")).toEqual([]);
  });

  it("are suggestions where they compare with another branch, and never run where they publish", () => {
    const affected = plan("nx affected -t test");
    expect(gateOf(affected, "tests")?.why).toContain("it compares with another branch");
    expect(plan("turbo run release").neverRun).toMatchObject([{ text: "turbo run release" }]);
  });

  it("that put packages of members in place prepare what follows", () => {
    const scripts = { bootstrap: "lerna exec -- npm install", compile: "lerna run tsc", test: "jest" };
    const steps = ["npm ci", "npm run bootstrap", "npm run compile", "npm test"];
    const found = planOf({ "package.json": packageOf(scripts), ...LOCK, [CI]: workflow(steps) });
    expect(gateOf(found, "tests")?.needs).toEqual(["build"]);
    expect(gateOf(found, "types")?.run).toEqual(["lerna", "run", "tsc"]);
  });
});

describe("builds of a job", () => {
  const scripts = { build: "tsup", types: "tsc dist/index.js --noEmit", test: "mocha" };
  const files = { "package.json": packageOf(scripts, { version: "1.2.3" }), ...LOCK };

  it("make what checks behind them look at", () => {
    const plan = planOf({ ...files, [CI]: workflow(["npm ci", "npm run build", "npm run types"]) });
    expect(gateOf(plan, "types")).toMatchObject({ declared: true, needs: ["build"] });
    const alone = planOf({ ...files, [CI]: workflow(["npm ci", "npm run types"]) });
    expect(gateOf(alone, "types")?.why).toContain("dist/index.js is not in the repository");
  });

  it("are suggested where no check needs them", () => {
    const plan = planOf({ ...files, [CI]: workflow(["npm ci", "npm test", "npm run build"]) });
    expect(gateOf(plan, "build")).toMatchObject({ declared: false, run: ["npm", "run", "build"] });
    expect(gateOf(plan, "build")?.why).toContain("it builds, and no check needs what it makes");
  });

  it("come before a measurement of size, which is a gate unless it takes a browser", () => {
    const found = (more: object) => {
      const manifest = packageOf({ build: "tsup", size: "size-limit" }, more);
      return planOf({ "package.json": manifest, ...LOCK, [CI]: workflow(["npm ci", "npm run build", "npm run size"]) });
    };
    expect(gateOf(found({}), "size")).toMatchObject({ declared: true, needs: ["build"] });
    const timed = found({ devDependencies: { "@size-limit/preset-app": "11" } });
    expect(gateOf(timed, "size")?.why).toContain("it times the package in a browser");
  });

  it("and checks are told what npm tells scripts of a package", () => {
    const plan = planOf({ ...files, [CI]: workflow(["npm ci", "npm test"]) });
    const own = { npm_lifecycle_event: "test", npm_package_name: "shop", npm_package_version: "1.2.3" };
    expect(gateOf(plan, "tests")?.env).toEqual(own);
  });
});

it("zizmor's action is a gate where its findings do not go to code scanning", () => {
  const action = "uses: zizmorcore/zizmor-action@v0.6.2\n        with: { persona: pedantic, advanced-security: false }";
  expect(gates(planOf({ [CI]: workflow([action]) }))["workflows"]?.slice(0, 4)).toEqual([
    "uvx",
    "zizmor",
    "--persona",
    "pedantic",
  ]);
});

describe("where conditions of workflows cannot be decided", () => {
  const scripts = { test: "npm run lint && mocha", lint: "eslint lib" };
  const choice = "if npm -ps ls nyc | grep -q nyc; then npm run test-ci; else npm test; fi";
  const text = workflow(["npm install", choice]).concat(
    "      - run: npm run lint\n        if: steps.list.outputs.eslint != ''\n",
  );

  it("what people type for the same checks says how they run", () => {
    const plan = planOf({ "package.json": packageOf(scripts), "lib/a.js": "", [CI]: text });
    expect(Object.keys(gates(plan))).toEqual(["lint", "tests"]);
    expect(plan.notes).toHaveLength(1);
  });

  it("nothing is taken where a job needs a service", () => {
    const served = text.replace("    steps:", "    services: { db: { image: postgres } }\n    steps:");
    expect(Object.keys(gates(planOf({ "package.json": packageOf(scripts), [CI]: served })))).toEqual([]);
  });
});

it("a check of pull requests counts before the same in a workflow of releases", () => {
  const plan = planOf({
    "package.json": packageOf({ test: "vitest run" }),
    ...LOCK,
    ".github/workflows/a-release.yml": workflow(["npm ci", "npm test"], "{ push: { branches: [main] } }"),
    [CI]: workflow(["npm ci", "npm test"]),
  });
  expect(gateOf(plan, "tests")?.chain?.[0]?.file).toBe(CI);
});
