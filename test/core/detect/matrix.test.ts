import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/core/config/index.ts";
import { planRepository } from "../../../src/core/detect/index.ts";
import { expandMatrix } from "../../../src/core/detect/own/matrix-gates.ts";
import { formatProblem } from "../../../src/errors.ts";
import { gate } from "../../actions/gates/world.ts";
import { snapshotOf, uvLock } from "../../fakes/snapshot.ts";

const PYPROJECT = `[dependency-groups]
tests = ["pytest"]
[tool.pytest.ini_options]
testpaths = ["tests"]
`;

function planOf(text: string) {
  const config = parseConfig(text, "turnpike.yml");
  if (!config.ok) throw new Error(config.problems.map(formatProblem).join("\n"));
  const files = { "pyproject.toml": PYPROJECT, "uv.lock": uvLock(["pytest", "9.2.0"]) };
  const planned = planRepository(snapshotOf(files), config.config);
  if (!planned.ok) throw new Error(planned.problems.map(formatProblem).join("\n"));
  return planned.plan;
}

describe("a matrix", () => {
  it("makes a gate for each combination, in the order of the file, with its values put in", () => {
    const { gates } = planOf(`presets: none
gates:
  compat:
    run: make check DJANGO=\${matrix.django}
    cwd: envs/\${matrix.os}
    env: { OS: "\${matrix.os}" }
    report: { format: junit, path: "out/\${matrix.django}.xml" }
    matrix: { django: [5.2, "6.0 beta"], os: [a] }
`);
    expect(
      gates.map(({ id, run, cwd, env, reports, matrix }) => [id, run, cwd, env, reports[0]?.path, matrix]),
    ).toEqual([
      [
        "compat:django=5.2:os=a",
        "make check DJANGO=5.2",
        "envs/a",
        { OS: "a" },
        "out/5.2.xml",
        { of: "compat", values: { django: "5.2", os: "a" } },
      ],
      [
        "compat:django=6.0-beta:os=a",
        "make check DJANGO=6.0 beta",
        "envs/a",
        { OS: "a" },
        "out/6.0 beta.xml",
        { of: "compat", values: { django: "6.0 beta", os: "a" } },
      ],
    ]);
  });

  it("is needed whole by who needs the entry", () => {
    const { gates } = planOf(
      "gates:\n  tests: { matrix: { python: [3.12, 3.13] } }\n  e2e: { run: make e2e, needs: [tests] }\n",
    );
    expect(gates.find(({ id }) => id === "e2e")?.needs).toEqual(["tests:python=3.12", "tests:python=3.13"]);
  });

  it("chooses the interpreter of a detected gate, with an environment of its own for each", () => {
    const { gates, environments } = planOf("gates:\n  lock: off\n  tests: { matrix: { python: [3.12, 3.13] } }\n");
    expect(gates.map(({ env }) => env)).toMatchObject([
      { UV_PYTHON: "3.12", UV_PROJECT_ENVIRONMENT: ".venv-3.12" },
      { UV_PYTHON: "3.13", UV_PROJECT_ENVIRONMENT: ".venv-3.13" },
    ]);
    expect(environments.map(({ python, lock }) => [python, lock])).toEqual([
      ["3.12", "uv.lock"],
      ["3.13", "uv.lock"],
    ]);
    expect(gates[0]?.reproduce).toBe("UV_PYTHON=3.12 UV_PROJECT_ENVIRONMENT=.venv-3.12 uv run --group tests pytest");
  });

  it("gives ids that differ whatever the values, and loses no combination", () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(values, values, (first, second) => {
        const gates = expandMatrix(gate("a"), { one: first, two: second });
        expect(new Set(gates.map(({ id }) => id)).size).toBe(first.length * second.length);
        for (const { id } of gates) expect(id).toMatch(/^[A-Za-z0-9._+:=-]+$/);
      }),
    );
  });
});
