import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hatchReader } from "../../../src/core/declarations/hatch/reader.ts";
import { entriesOf, sourceOf, textsOf } from "./source.ts";

const TEXT = `[tool.hatch.envs.default]
dependencies = ["pytest"]
features = ["speed"]
[tool.hatch.envs.default.scripts]
test = "pytest {args:tests}"
cov = ["test --cov", "- coverage report"]
[tool.hatch.envs.types]
detached = true
dependencies = ["mypy"]
env-vars = { MODE = "x" }
[tool.hatch.envs.types.scripts]
check = "mypy {args:src} {root}/more"
[tool.hatch.envs.matrix]
[[tool.hatch.envs.matrix.matrix]]
python = ["3.12", "3.13"]
kind = ["a"]
[tool.hatch.envs.matrix.scripts]
show = "echo {matrix:kind} {env:WHO:me}"
loop = ["again"]
again = ["loop"]
`;

describe("environments of hatch", () => {
  const source = sourceOf({ "pyproject.toml": TEXT });
  const entries = entriesOf(hatchReader, { "pyproject.toml": TEXT });

  it("installs the project and what the environment needs, then runs the script", () => {
    expect(textsOf(entries["hatch:test"])).toEqual(["pip install -e '.[speed]'", "pip install pytest", "pytest tests"]);
    expect(entries["hatch:test"]?.commands[2]?.place).toEqual({ file: "pyproject.toml", line: 5 });
  });

  it("puts scripts that others name in their place", () => {
    expect(entries["hatch:cov"]?.commands.slice(2).map(({ text, mayFail }) => [text, mayFail])).toEqual([
      ["pytest --cov", false],
      ["coverage report", true],
    ]);
  });

  it("keeps a detached environment apart from the project", () => {
    expect(textsOf(entries["hatch:types:check"])).toEqual(["pip install mypy", "mypy src ./more"]);
    expect(entries["hatch:types:check"]?.commands[1]?.env).toEqual({ MODE: "x" });
  });

  it("has one environment for each combination of a matrix, which inherits scripts", () => {
    expect(entries["hatch:matrix.py3.13-a:show"]).toMatchObject({ python: "3.13" });
    expect(entries["hatch:matrix.py3.13-a:show"]?.commands.at(-1)).toMatchObject({
      text: "echo a me",
      certainty: "likely",
    });
    expect(textsOf(entries["hatch:matrix.py3.12-a:test"]).at(-1)).toBe("pytest tests");
    expect(entries["hatch:matrix.py3.12-a:loop"]?.commands.at(-1)?.doubts).toEqual(["it calls itself"]);
  });

  it.each([
    ["hatch run test", ["hatch:test"]],
    ["hatch run types:check", ["hatch:types:check"]],
    ["hatch -e types run check", ["hatch:types:check"]],
    ["hatch run +py=3.12 matrix:show", ["hatch:matrix.py3.12-a:show"]],
    ["hatch run matrix:show", ["hatch:matrix.py3.12-a:show", "hatch:matrix.py3.13-a:show"]],
    ["hatch run hatch-test:run", ["hatch:hatch-test:run"]],
    ["hatch test", undefined],
    ["hatch build", undefined],
    ["hatch run ruff check", undefined],
  ])("%s runs %j", (line, expected) => {
    expect(hatchReader.callOf(line.split(" "), ".", hatchReader.read(source).entries)?.entries).toEqual(expected);
  });

  it("prefers nothing over hatch.toml", () => {
    const found = entriesOf(hatchReader, { "hatch.toml": '[envs.default.scripts]\na = "x"\n', "pyproject.toml": TEXT });
    expect(Object.keys(found)).toContain("hatch:a");
    expect(Object.keys(found)).not.toContain("hatch:cov");
  });

  it("never throws, whatever the settings", () => {
    const line = fc.constantFrom(
      "[tool.hatch.envs.default.scripts]",
      "[tool.hatch.envs.x]",
      'a = "b"',
      'b = ["a {args}", "b"]',
      'template = "x"',
      "matrix = [{ python = [1, '3.9'] }]",
      "scripts = 1",
      "detached = true",
      "dependencies = [1]",
      "[[tool.hatch.envs.x.matrix]]",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 15 }), (lines) => {
        const { entries } = hatchReader.read(sourceOf({ "pyproject.toml": lines.join("\n") }));
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
      }),
      { numRuns: 200 },
    );
  });
});
