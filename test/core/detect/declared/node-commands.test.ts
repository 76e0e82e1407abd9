import { describe, expect, it } from "vitest";
import type { Plan } from "../../../../src/core/gates/index.ts";
import { CI, commandsOf, installOf, LOCK, packageOf, planOf, suggestedOf, workflow } from "./node-plans.ts";

const PNPM = { packageManager: "pnpm@10.1.0" };
const PNPM_LOCK = { "pnpm-lock.yaml": "" };

function pnpmPlan(scripts: Readonly<Record<string, string>>, steps: readonly string[]): Plan {
  return planOf({ "package.json": packageOf(scripts, PNPM), ...PNPM_LOCK, [CI]: workflow(["pnpm install", ...steps]) });
}

describe("words that a caller hands on to a script", () => {
  it("make a check of what only prints by itself", () => {
    const scripts = { prettier: "prettier src", fmt: "oxfmt -c x.json", other: "yarn prettier --list-different" };
    expect(commandsOf(pnpmPlan(scripts, ["pnpm prettier --check", "pnpm fmt --check"]))).toEqual({
      "format-prettier": "prettier src --check",
      "format-oxfmt": "oxfmt -c x.json --check",
    });
  });

  it("make a fixer of a check, which is no gate", () => {
    const scripts = { lint: "eslint .", all: "turbo run lint --" };
    const plan = pnpmPlan(scripts, [
      "pnpm exec vitest run",
      "pnpm lint --fix",
      "pnpm turbo run lint -- --fix",
      "pnpm lint --prune-suppressions",
    ]);
    expect(commandsOf(plan)).toEqual({ tests: "vitest run" });
    expect(commandsOf(pnpmPlan(scripts, ["pnpm lint --fix", "pnpm lint"]))).toEqual({ lint: "eslint ." });
  });

  it("are asked for in the form that only checks where the next command compares files", () => {
    const plan = pnpmPlan({ lint: "eslint ." }, ["pnpm lint --fix && git diff --exit-code"]);
    expect(commandsOf(plan)).toMatchObject({ lint: "eslint ." });
  });
});

describe("what rewrites files", () => {
  it("is no gate where remark puts its output back into them, also among joined letters", () => {
    const plan = pnpmPlan({}, ["pnpm exec remark . -qfo", "pnpm exec remark . --output", "pnpm exec remark docs -qf"]);
    expect(commandsOf(plan)).toEqual({ docs: "remark docs -qf" });
  });

  it("is no gate where node is given a line that removes them, and what follows is a suggestion", () => {
    const remove = "node -e \"require('fs').rmSync('./site', { recursive: true })\"";
    const plan = pnpmPlan({ test: "vitest run" }, [remove, "pnpm test"]);
    expect(commandsOf(plan)).toEqual({});
    expect(suggestedOf(plan, "tests")).toContain("changes files before it");
  });
});

describe("a script that is not there", () => {
  it("does nothing where the call says that it need not be there", () => {
    const files = { "package.json": packageOf({ test: "tape test.js" }), ...LOCK };
    const plan = planOf({ ...files, [CI]: workflow(["npm ci", "npm run build --if-present", "npm test"]) });
    expect(Object.keys(commandsOf(plan))).toEqual(["tests"]);
  });

  it("is said, and is no program, where a filter names packages that the repository does not hold", () => {
    const plan = pnpmPlan({ test: "vitest run" }, ["pnpm --filter '*made*' test:unit", "pnpm test"]);
    expect(Object.keys(commandsOf(plan))).toEqual(["tests"]);
    expect(plan.notes.map(({ message }) => message).join("\n")).toContain(
      "no package of the repository that `*made*` names has a script `test:unit`",
    );
  });
});

describe("a filter with a pattern and no quotes", () => {
  it("is read as it is written, since no file is called so", () => {
    const plan = pnpmPlan({ test: "vitest run" }, ["pnpm turbo build --filter=@shop/*", "pnpm test"]);
    expect(commandsOf(plan)).toMatchObject({ build: expect.stringContaining("turbo build '--filter=@shop/*'") });
    expect(plan.gates.find(({ id }) => id === "tests")?.needs).toEqual(["build"]);
  });
});

describe("a script that makes what tests need", () => {
  it("is a build where node is given options before its file", () => {
    const plan = pnpmPlan({ build: "node -C dev ./src/run.ts", test: "vitest run" }, ["pnpm build", "pnpm test"]);
    expect(plan.gates.map(({ id, needs }) => [id, needs])).toEqual([
      ["build", []],
      ["tests", ["build"]],
    ]);
  });

  it("is called a build by its script, whatever its program is called", () => {
    const plan = pnpmPlan({ build: "node bin", test: "vitest run" }, ["pnpm build", "pnpm test"]);
    expect(plan.gates.map(({ id }) => id)).toEqual(["build", "tests"]);
  });
});

describe("one script in two workflows", () => {
  const scripts = { "package.json": packageOf({ test: "vitest run" }), ...LOCK };
  const job = (env: string) => `${workflow(["npm ci", "npm test"])}        env: ${env}\n`;

  it("is two gates where their variables say that other things are tested", () => {
    const plan = planOf({
      ...scripts,
      [CI]: workflow(["npm ci", "npm test"]),
      ".github/workflows/old.yml": job("{ LEGACY: 1 }"),
    });
    const found = plan.gates.filter(({ tool }) => tool === "vitest").map(({ env }) => env["LEGACY"]);
    expect(found).toEqual([undefined, "1"]);
    expect(plan.gates.map(({ id }) => id)).toEqual(["lock", "tests", "tests-legacy"]);
  });

  it("is one gate where they differ in nothing that is about the code", () => {
    const plan = planOf({
      ...scripts,
      [CI]: workflow(["npm ci", "npm test"]),
      ".github/workflows/old.yml": job("{ FORCE_COLOR: 1 }"),
    });
    expect(Object.keys(commandsOf(plan))).toEqual(["tests"]);
  });
});

describe("one build in two workflows", () => {
  it("is one gate, whatever variables are around it, since it makes one folder", () => {
    const files = { "package.json": packageOf({ build: "tsup", test: "vitest run" }), ...LOCK };
    const job = workflow(["npm ci", "npm run build", "npm test"]);
    const legacy = job.replace("    steps:", "    env: { LEGACY: 1 }\n    steps:");
    const plan = planOf({ ...files, ".github/workflows/a.yml": legacy, [CI]: job });
    expect(plan.gates.slice(1).map(({ id, env, needs }) => [id, env["LEGACY"], needs])).toEqual([
      ["build", undefined, []],
      ["tests-legacy", "1", ["build"]],
      ["tests", undefined, ["build"]],
    ]);
  });
});

describe("a step of one leg of a matrix", () => {
  it("is not run for the leg that is taken, which does without it", () => {
    const legs = `on: push
jobs:
  tests:
    strategy: { matrix: { node: ["16", "24"] } }
    runs-on: ubuntu-latest
    steps:
      - uses: actions/setup-node@v4
        with: { node-version: "\${{ matrix.node }}" }
      - if: matrix.node == '16'
        run: node ./scripts/prepare-old.js --node \${{ matrix.node }}
      - run: npm ci
      - run: npm test
`;
    const manifest = { name: "a", scripts: { test: "vitest run" }, devDependencies: { vitest: "3" } };
    const files = { "package.json": JSON.stringify(manifest), "package-lock.json": "{}", "scripts/prepare-old.js": "" };
    const plan = planOf({ ...files, [CI]: legs });
    expect(plan.gates.filter(({ required }) => required).flatMap(({ run }) => run)).not.toContain(
      "./scripts/prepare-old.js",
    );
    expect(plan.gates.map(({ id }) => id)).toContain("tests");
  });
});

describe("installing packages", () => {
  it.each([
    ["bun@1.2.0", "bun.lock", "bun install", "install --no-save"],
    ["bun@1.2.0", "bun.lock", "bun install --frozen-lockfile", "install --frozen-lockfile"],
    ["bun@1.2.0", "bun.lock", "bun ci", "install --frozen-lockfile"],
    ["yarn@1.22.22", "yarn.lock", "yarn", "install --pure-lockfile"],
    ["yarn@1.22.22", "yarn.lock", "yarn install --frozen-lockfile", "install --frozen-lockfile"],
    ["yarn@4.9.1", "yarn.lock", "yarn install", "install --immutable"],
  ])("of %s with %s and `%s` holds to a stale lock as that command would", (packageManager, lock, install, words) => {
    const [manager = ""] = packageManager.split("@");
    const manifest = { name: "a", packageManager, scripts: { test: "vitest run" }, devDependencies: { vitest: "3" } };
    const yarnrc = packageManager.startsWith("yarn@4") ? { ".yarnrc.yml": "nodeLinker: node-modules\n" } : {};
    const files = { "package.json": JSON.stringify(manifest), [lock]: "", ...yarnrc };
    const plan = planOf({ ...files, [CI]: workflow([install, `${manager} run test`]) });
    expect(installOf(plan, "tests")).toContain(` ${words}`);
  });

  it("is held to the lock, unless the job says itself that it is not", () => {
    const files = { "package.json": packageOf({ test: "vitest run" }, PNPM), ...PNPM_LOCK };
    const plan = planOf({ ...files, [CI]: workflow(["pnpm install --no-frozen-lockfile", "pnpm test"]) });
    expect(installOf(plan, "tests")).toBe("npx --yes pnpm@10.1.0 install --no-frozen-lockfile");
    const other = { ".github/workflows/fix.yml": workflow(["pnpm install", "pnpm test"]) };
    const both = planOf({ ...files, [CI]: workflow(["pnpm install --no-frozen-lockfile", "pnpm test"]), ...other });
    expect(installOf(both, "tests")).toBe("npx --yes pnpm@10.1.0 install --frozen-lockfile");
  });
});

describe("a script that no workflow runs", () => {
  const files = { "package.json": packageOf({ test: "vitest run", lint: "eslint ." }), ...LOCK };
  const job = workflow(["npm ci", "npm test"]);
  const jobs = (more: string) => ({ ...files, [CI]: `${job}${more}` });

  it("is told so, as far as the workflows could be read", () => {
    const why = (more: string) => suggestedOf(planOf(jobs(more)), "lint");
    expect(why("")).toContain("because no workflow runs it.");
    expect(why("  mac:\n    runs-on: macos-14\n    steps: [{ run: npm run lint }]\n")).toContain("runs it on Linux.");
    expect(why("  far:\n    uses: a/b/.github/workflows/c.yml@v1\n")).toContain("no workflow that is read runs it.");
  });
});

describe("a submodule", () => {
  it("is a folder of which nothing is known, so that commands in it are suggestions", () => {
    const plan = planOf({
      "package.json": packageOf({ test: "vitest run" }),
      ...LOCK,
      play: "",
      [CI]: workflow(["npm ci", "cd play && npx eslint ."]),
    });
    expect(suggestedOf(plan, "lint@play")).toContain("its folder play is a submodule");
  });
});

describe("tests that one job measures and another does not", () => {
  const found = (scripts: Readonly<Record<string, string>>, steps: readonly string[]) =>
    commandsOf(pnpmPlan(scripts, steps));

  it("are run once, measured", () => {
    expect(found({ test: "vitest", cov: "vitest --coverage.all --coverage" }, ["pnpm test", "pnpm cov"])).toEqual({
      tests: "vitest --coverage.all --coverage",
    });
    const wrapped = planOf({
      "package.json": packageOf({ test: "uvu -r esm test" }),
      ...LOCK,
      [CI]: workflow(["npm ci", "npm install -g c8", "npm test", "c8 --include=src npm test"]),
    });
    expect(commandsOf(wrapped)).toEqual({ tests: "c8 --include=src npm test" });
  });

  it("are two gates where they run other tests", () => {
    expect(Object.keys(found({ test: "vitest", cov: "vitest --coverage unit" }, ["pnpm test", "pnpm cov"]))).toEqual([
      "tests",
      "tests-cov",
    ]);
  });
});

describe("what one job keeps and another fetches", () => {
  const jobs = (needs: string) => `on: push
jobs:
  test:
    ${needs}
    runs-on: ubuntu-latest
    steps:
      - uses: ./.github/actions/setup
        with: { fetch: true }
      - run: npm test
  build:
    runs-on: ubuntu-latest
    steps:
      - run: npm ci
      - run: npm run build
      - uses: actions/upload-artifact@v4
`;
  const action = `inputs: { fetch: { default: "false" } }
runs:
  using: composite
  steps:
    - { run: npm ci, shell: bash }
    - { uses: actions/download-artifact@v4, if: "inputs.fetch == 'true'" }
`;
  const files = {
    "package.json": packageOf({ build: "tsup", test: "vitest run" }),
    ...LOCK,
    ".github/actions/setup/action.yml": action,
  };

  it("is built before the gates of the other, where that waits for the one", () => {
    const plan = planOf({ ...files, [CI]: jobs("needs: build") });
    expect(plan.gates.slice(1).map(({ id, needs }) => [id, needs])).toEqual([
      ["build", []],
      ["tests", ["build"]],
    ]);
  });

  it("is not known where it waits for none", () => {
    const plan = planOf({ ...files, [CI]: jobs("timeout-minutes: 5") });
    expect(suggestedOf(plan, "tests")).toContain("changes files before it");
  });
});

describe("one line in two jobs", () => {
  it("is named by the variable that tells them apart, also where further scripts have the same tool", () => {
    const scripts = { test: "jest", "test:dist": "jest -c dist.js" };
    const job = workflow(["npm ci", "npm test", "npm run test:dist"]);
    const legacy = job.replace("    steps:", "    env: { LEGACY: 1 }\n    steps:");
    const plan = planOf({ "package.json": packageOf(scripts), ...LOCK, ".github/workflows/z.yml": legacy, [CI]: job });
    expect(plan.gates.map(({ id }) => id)).toEqual([
      "lock",
      "tests",
      "tests-legacy",
      "tests-dist",
      "tests-dist-legacy",
    ]);
  });
});
