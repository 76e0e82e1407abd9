import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callOf, readDeclarations } from "../../../src/core/declarations/index.ts";
import { sourceOf } from "../../fakes/declarations.ts";

function packageOf(scripts: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify({ name: "root", scripts, ...more }, null, 2);
}

function read(files: Readonly<Record<string, string>>) {
  const { entries, unread } = readDeclarations(sourceOf(files));
  return { entries: entries.filter(({ system }) => system === "scripts"), unread };
}

function commandsOf(files: Readonly<Record<string, string>>, id: string) {
  return read(files)
    .entries.find((entry) => entry.id === id)
    ?.commands.map(({ text }) => text);
}

describe("scripts of a package.json", () => {
  it("are entries with places, words, variables and folder", () => {
    const text = packageOf({ lint: "NODE_ENV=test eslint .", test: "npm run lint && vitest run || true" });
    expect(read({ "package.json": text, "web/package.json": packageOf({ test: "cd x && jest" }) })).toMatchObject({
      entries: [
        {
          id: "scripts:lint",
          system: "scripts",
          name: "lint",
          place: { file: "package.json", line: 4 },
          tags: ["root"],
          commands: [{ place: { line: 4 }, words: ["eslint", "."], env: { NODE_ENV: "test" }, certainty: "certain" }],
        },
        {
          id: "scripts:test",
          place: { line: 5 },
          commands: [
            { words: ["npm", "run", "lint"], mayFail: true },
            { words: ["vitest", "run"], mayFail: true },
          ],
        },
        { id: "scripts:test@web", commands: [{ words: ["jest"], cwd: "web/x" }] },
      ],
      unread: [],
    });
  });

  it("run what is called before and after them", () => {
    const scripts = { pretest: "a", test: "b", posttest: "c", prettier: "d" };
    expect(commandsOf({ "package.json": packageOf(scripts) }, "scripts:test")).toEqual(["a", "b", "c"]);
    expect(commandsOf({ "package.json": packageOf(scripts) }, "scripts:pretest")).toEqual(["a"]);
    expect(commandsOf({ "package.json": packageOf(scripts), ".yarnrc.yml": "" }, "scripts:test")).toEqual(["b"]);
  });

  it("of wireit run what they need first, each once", () => {
    const files = {
      "package.json": packageOf(
        { build: "wireit", test: "wireit", gen: "make-it" },
        {
          wireit: {
            build: { command: "tsc", dependencies: ["gen", "./lib:build"], env: { A: "1", B: { external: true } } },
            test: { command: "node --test", dependencies: ["build", { script: "gen" }, "gone"] },
          },
        },
      ),
      "lib/package.json": packageOf({ build: "tsc -b" }),
    };
    expect(commandsOf(files, "scripts:test")).toEqual(["make-it", "tsc -b", "tsc", "node --test"]);
    expect(read(files)).toMatchObject({
      entries: [{ name: "build" }, { commands: [{}, {}, { text: "tsc", env: { A: "1" } }] }, {}, {}],
      unread: [{ file: "package.json", message: "needs `gone`, which is not there" }],
    });
  });

  it("that start a runner of tasks are said", () => {
    expect(read({ "package.json": packageOf({ test: "moon run :test" }) }).unread).toEqual([
      { file: "package.json", line: 4, message: "starts moon, whose tasks are not followed" },
    ]);
  });

  it("of what is not JSON are said, and examples and fixtures are passed over", () => {
    const { entries, unread } = read({
      "package.json": "{ no",
      "examples/a/package.json": packageOf({ test: "x" }),
      "node_modules/a/package.json": packageOf({ test: "x" }),
    });
    expect(entries).toEqual([]);
    expect(unread).toMatchObject([{ file: "package.json", message: expect.stringContaining("is not JSON") }]);
  });
});

describe("a call of a script", () => {
  const source = sourceOf({
    "package.json": packageOf({ test: "x", lint: "x", "lint:a": "x", "lint:b": "x", "lint:b:c": "x", start: "x" }),
    "packages/web/package.json": JSON.stringify({ name: "@x/web", scripts: { test: "x", build: "x" } }),
    "packages/api/package.json": JSON.stringify({ name: "@x/api", scripts: { test: "x" } }),
  });
  const { entries } = readDeclarations(source);

  it("in a folder whose package.json is not read means no script of the packages above it", () => {
    const more = sourceOf({
      ...Object.fromEntries(source.texts),
      "test/bundler/package.json": packageOf({ test: "y" }),
    });
    expect(callOf(["npm", "run", "test"], "test/bundler/deep", readDeclarations(more).entries, more)).toBeUndefined();
    expect(callOf(["npm", "run", "test"], "src/deep", entries, source)?.entries).toEqual(["scripts:test"]);
  });

  const both = ["scripts:test@packages/api", "scripts:test@packages/web"];

  it.each<[string, string[] | undefined, string[]?]>([
    ["npm test", ["scripts:test"], []],
    ["npm t", ["scripts:test"]],
    ["npm start", ["scripts:start"]],
    ["npm run lint", ["scripts:lint"]],
    ["npm run lint -- --fix", ["scripts:lint"], ["--fix"]],
    ["npm test -- -v", ["scripts:test"], ["-v"]],
    ["npm --silent run-script lint", ["scripts:lint"], []],
    ["npm run lint --if-present", ["scripts:lint"], []],
    ["npm run test --workspace packages/web", ["scripts:test@packages/web"], []],
    ["npm run test -w @x/web -- -v", ["scripts:test@packages/web"], ["-v"]],
    ["npm test --workspaces", both],
    ["npm --prefix packages/web run build", ["scripts:build@packages/web"]],
    ["npm run gone", undefined],
    ["npm ci", undefined],
    ["npm install", undefined],
    ["pnpm lint", ["scripts:lint"], []],
    ["pnpm run lint --fix", ["scripts:lint"], ["--fix"]],
    ["pnpm t", ["scripts:test"]],
    ["pnpm -r test", both],
    ["pnpm --filter @x/web build", ["scripts:build@packages/web"]],
    ["pnpm --filter=./packages/web run test", ["scripts:test@packages/web"]],
    ["pnpm --filter '@x/*' test", both],
    ["pnpm -C packages/web build", ["scripts:build@packages/web"]],
    ["pnpm install --frozen-lockfile", undefined],
    ["yarn lint --fix", ["scripts:lint"], ["--fix"]],
    ["yarn run lint", ["scripts:lint"]],
    ["yarn workspace @x/web build", ["scripts:build@packages/web"]],
    ["yarn workspaces foreach -A run test", both],
    ["yarn install --immutable", undefined],
    ["bun run lint", ["scripts:lint"]],
    ["bun lint", ["scripts:lint"]],
    ["bun test", undefined],
    ["node --run lint -- -v", ["scripts:lint"], ["-v"]],
    ["node lint.js", undefined],
    ["run-s lint:a lint:b", ["scripts:lint:a", "scripts:lint:b"]],
    ["npx run-p 'lint:*'", ["scripts:lint:a", "scripts:lint:b"]],
    ["npm-run-all lint:** --parallel test", ["scripts:lint:a", "scripts:lint:b", "scripts:lint:b:c", "scripts:test"]],
    ["run-s lint gone", undefined],
    ["concurrently npm:lint 'npm run test'", ["scripts:lint", "scripts:test"]],
    ["concurrently -n a,b 'npm:lint:*'", ["scripts:lint:a", "scripts:lint:b"]],
    ["concurrently 'tsc -w' npm:lint", undefined],
    ["corepack pnpm lint", ["scripts:lint"]],
    ["cross-env A=b npm test", ["scripts:test"]],
  ])("%s", (line, ids, passedOn) => {
    const words = (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ""));
    const call = callOf(words, ".", entries, source);
    expect(call?.entries).toEqual(ids);
    if (passedOn !== undefined) expect(call?.passedOn).toEqual(passedOn);
  });

  it("is looked up from the folder it runs in upward", () => {
    expect(callOf(["npm", "test"], "packages/web/src", entries)?.entries).toEqual(["scripts:test@packages/web"]);
    expect(callOf(["npm", "run", "lint"], "packages/web", entries)).toBeUndefined();
  });

  it("of any words does not throw", () => {
    const word = fc.constantFrom(
      "npm",
      "pnpm",
      "yarn",
      "bun",
      "run",
      "test",
      "-w",
      "--filter",
      "--",
      "-C",
      "..",
      "workspace",
      "concurrently",
      "'",
      "*",
      "[",
      "run-s",
      "node",
      "--run",
      "",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        expect(() => callOf(words, ".", entries, source)).not.toThrow();
      }),
    );
  });
});

describe("a hostile package.json", () => {
  it.each<[string, string]>([
    ["a script that is no text", '{"scripts":{"a":1,"b":null,"c":["x"],"__proto__":"x","constructor":"y"}}'],
    ["scripts that are a list", '{"scripts":["x"]}'],
    ["wireit that needs itself", packageOf({ a: "wireit" }, { wireit: { a: { dependencies: ["a", 1, null] } } })],
    ["deep nesting", `{"a":${"[".repeat(100_000)}`],
    ["a long line", packageOf({ a: "x ".repeat(500_000) })],
    ["a list", "[]"],
    ["nothing", ""],
    ["NUL", "\0"],
  ])("with %s does not throw", (_, text) => {
    expect(() => read({ "package.json": text })).not.toThrow();
  });
});
