import { expect, it } from "vitest";
import { planRepository } from "../../../src/core/detect/index.ts";
import { snapshotOf } from "../../fakes/snapshot.ts";

function leftOutOf(files: Readonly<Record<string, string>>): readonly string[] {
  const planned = planRepository(snapshotOf(files));
  return planned.ok ? planned.leftOut.map(({ file, reason }) => `${file}: ${reason}`) : ["no plan"];
}

it("names a language without a preset, and how its gates are declared", () => {
  expect(leftOutOf({ "go.mod": "module example.org/a\n", "main.go": "package main\n" })).toEqual([
    "go.mod: Go has no preset; declare its gates in turnpike.yml, such as `tests: { run: go test ./... }`",
  ]);
});

it.each([
  ["deno.json", "Deno has no preset; declare its gates in turnpike.yml, such as `tests: { run: deno task test }`"],
  ["environment.yml", "conda has no preset; "],
  ["pixi.toml", "pixi has no preset; "],
  ["requirements.txt", "such as `tests: { run: uv run --no-project --with-requirements requirements.txt "],
])("names %s where nothing else says what to check", (file, said) => {
  expect(leftOutOf({ [file]: "" })[0]).toContain(said);
});

it("looks at the root alone, and leaves Python with a pyproject.toml to its preset", () => {
  expect(leftOutOf({ "sub/go.mod": "", "setup.py": "", "pyproject.toml": "[project]\nname = 'a'\n" })).toEqual([]);
  expect(leftOutOf({ "setup.py": "" })[0]).toContain("Python without pyproject.toml has no preset");
});
