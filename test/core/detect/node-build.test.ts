import { describe, expect, it } from "vitest";
import { packsNode } from "../../../src/core/detect/index.ts";
import type { Plan } from "../../../src/core/gates/index.ts";
import { CI, planOf, workflow } from "./declared/node-plans.ts";

interface Shown {
  readonly manifest?: Readonly<Record<string, unknown>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

function planWith({ manifest, scripts = {}, files = { "package-lock.json": "{}" } }: Shown): Plan {
  const document = { name: "shop", version: "1.0.0", devDependencies: { tsup: "^8" }, ...manifest, scripts };
  return planOf({ "package.json": JSON.stringify(document, null, 2), "index.js": "", ...files });
}

const buildOf = (shown: Shown): string | undefined => planWith(shown).build?.run;

const DIST = { main: "./dist/shop.js", files: ["dist"] };

describe("the build of a package", () => {
  it.each([
    [{}, "npm pack"],
    [{ main: "index" }, "npm pack"],
    [{ private: true }, undefined],
    [{ version: undefined }, undefined],
    [{ engines: { vscode: "^1.90.0" } }, undefined],
  ])("is its archive, unless it is private or an extension of an editor: %j", (manifest, run) => {
    expect(buildOf({ manifest })).toBe(run);
  });

  it("begins with the script that makes what package.json names and the repository does not hold", () => {
    expect(buildOf({ manifest: DIST, scripts: { build: "tsup" } })).toBe("npm run build && npm pack");
    expect(buildOf({ manifest: { exports: { ".": { import: "./lib/a.js" } } }, scripts: { compile: "tsc" } })).toBe(
      "npm run compile && npm pack",
    );
    const committed = { "package-lock.json": "{}", "dist/shop.js": "" };
    expect(buildOf({ manifest: DIST, scripts: { build: "tsup" }, files: committed })).toBe("npm pack");
  });

  it.each([{ prepack: "npm run build" }, { prepare: "husky && tsup" }, { prepack: "run-s build" }])(
    "leaves it to packing where that does it by itself: %j",
    (hook) => {
      expect(buildOf({ manifest: DIST, scripts: { build: "tsup", ...hook } })).toBe("npm pack");
    },
  );

  it.each([{ prepare: "husky" }, { prepublishOnly: "npm run build" }, { prepare: "npm run build:types" }])(
    "does not leave it to what packing does not run, or what makes a part alone: %j",
    (hook) => {
      expect(buildOf({ manifest: DIST, scripts: { build: "tsup", ...hook } })).toBe("npm run build && npm pack");
    },
  );

  it("is none where nothing says how that is made, which is said", () => {
    const plan = planWith({ manifest: DIST, scripts: { prepare: "husky" } });
    expect(plan.build).toBeNull();
    expect(plan.notes.map(({ message }) => message)).toContainEqual(expect.stringContaining("names dist/shop.js"));
  });

  it("is none of an action, which is released by its tag, unless it is meant for a registry too", () => {
    const files = { "action.yml": "", "package-lock.json": "{}" };
    expect(buildOf({ files })).toBeUndefined();
    expect(buildOf({ files, manifest: { bin: "index.js" } })).toBe("npm pack");
  });

  it("is none where publishing from the root is refused", () => {
    expect(buildOf({ scripts: { prepublishOnly: "echo 'publish from dist' && exit 1" } })).toBeUndefined();
  });

  it("installs first what no set-up does: packages without a lock, and those of other managers", () => {
    const scripts = { build: "tsup", test: "vitest run" };
    expect(buildOf({ manifest: DIST, scripts, files: { a: "" } })).toBe(
      "npm install --no-package-lock --no-audit --no-fund && npm run build && npm pack",
    );
    const of = (packageManager: string, files: Readonly<Record<string, string>>) =>
      buildOf({ manifest: { ...DIST, packageManager }, scripts, files });
    expect(of("pnpm@10.1.0", { "pnpm-lock.yaml": "" })).toBe(
      "npx --yes pnpm@10.1.0 install --frozen-lockfile && npx --yes pnpm@10.1.0 run build && npx --yes pnpm@10.1.0 pack",
    );
    expect(of("yarn@1.22.22", { "yarn.lock": "" })).toBe(
      "npx --yes yarn@1.22.22 install --pure-lockfile && npx --yes yarn@1.22.22 run build && npm pack",
    );
    expect(of("yarn@4.9.1", { "yarn.lock": "", ".yarnrc.yml": "" })).toBe(
      "npx --yes @yarnpkg/cli-dist@4.9.1 install --immutable && npx --yes @yarnpkg/cli-dist@4.9.1 run build && npx --yes @yarnpkg/cli-dist@4.9.1 pack --out %s-%v.tgz",
    );
    expect(of("bun@1.2.0", { "bun.lock": "" })).toBe(
      "npx --yes bun@1.2.0 install --no-save && npx --yes bun@1.2.0 run build && npm pack",
    );
  });

  it("takes the version of the manager that its gates have", () => {
    const files = {
      "pnpm-lock.yaml": "",
      [CI]: workflow(["uses: pnpm/action-setup@v4\n        with: { version: 9 }", "pnpm i", "pnpm test"]),
    };
    expect(buildOf({ scripts: { test: "vitest run" }, files })).toBe("npx --yes pnpm@9 pack");
  });
});

describe("a command that packs", () => {
  it.each([
    "npm pack",
    "a && npx --yes pnpm@10 pack",
    "npx --yes @yarnpkg/cli-dist@4.1.0 pack --out %s-%v.tgz",
    "bun pm pack",
  ])("leaves an archive: %s", (command) => expect(packsNode(command)).toBe(true));
  it.each(["npm run pack", "uv build", "npm packages"])("is told from others: %s", (command) =>
    expect(packsNode(command)).toBe(false),
  );
});
