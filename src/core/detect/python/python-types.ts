import { asText, textList, valueAt } from "../../documents/index.ts";
import type { Draft } from "../draft.ts";
import { type PythonGateSpec, type PythonScene, pythonGate } from "./python-gate.ts";
import { findTool, type ToolHome } from "./python-project.ts";
import { type ConfigPlace, findToolConfig, type ToolConfig } from "./tool-config.ts";
import { isAtLeast } from "./versions.ts";

const LIKELY = ["typing", "types", "typecheck", "type-checking", "mypy", "lint", "linting", "dev"];

/** 0.0.15 knows neither format, 0.0.20 has JUnit, 0.0.100 has SARIF too (`ty check --help` of each). */
function tySpec(home: ToolHome): ReturnType<Checker["spec"]> {
  const command = ["ty", "check"];
  const format = isAtLeast(home.version, 0, 0, 100) ? "sarif" : isAtLeast(home.version, 0, 0, 20) ? "junit" : undefined;
  if (format === undefined) return { command, cpu: 2 };
  const report = { format, extension: format === "sarif" ? "sarif" : "xml", fromStdout: true } as const;
  return { command, extra: () => ["--output-format", format], report, cpu: 2 };
}

interface Checker {
  readonly tool: string;
  readonly places: readonly ConfigPlace[];
  /** Keys that fix what is checked, the first that is set counts; dots go into tables. */
  readonly scopeKeys: readonly string[];
  readonly spec: (home: ToolHome) => Pick<PythonGateSpec, "command" | "extra" | "report" | "cpu">;
}

/** JSON output came with mypy 1.11, `--junit-format` with 1.9 (mypy.readthedocs.io/en/stable/changelog.html). */
function mypySpec(home: ToolHome): ReturnType<Checker["spec"]> {
  const command = ["mypy"];
  if (isAtLeast(home.version, 1, 11)) {
    const report = { format: "mypy-json", extension: "jsonl", fromStdout: true } as const;
    return { command, extra: () => ["-O", "json"], report };
  }
  if (!isAtLeast(home.version, 1, 9)) return { command };
  const extra = (path: string) => ["--junit-xml", path, "--junit-format", "per_file"];
  return { command, extra, report: { format: "junit", extension: "xml" } };
}

/** pyright keeps 1.6 cores busy: its garbage collector has threads of its own. */
function pyrightSpec(tool: string): ReturnType<Checker["spec"]> {
  const report = { format: "pyright-json", extension: "json", fromStdout: true } as const;
  return { command: [tool], extra: () => ["--outputjson"], report, cpu: 2 };
}

const CHECKERS: readonly Checker[] = [
  {
    tool: "mypy",
    places: [
      { name: "mypy.ini", path: ["mypy"] },
      { name: ".mypy.ini", path: ["mypy"] },
      { name: "pyproject.toml", path: ["tool", "mypy"] },
      { name: "setup.cfg", path: ["mypy"] },
    ],
    scopeKeys: ["files", "packages", "modules"],
    spec: mypySpec,
  },
  {
    tool: "pyright",
    places: [
      { name: "pyrightconfig.json", path: [] },
      { name: "pyproject.toml", path: ["tool", "pyright"] },
    ],
    scopeKeys: ["include"],
    spec: () => pyrightSpec("pyright"),
  },
  {
    tool: "basedpyright",
    places: [
      { name: "pyproject.toml", path: ["tool", "basedpyright"] },
      { name: "pyrightconfig.json", path: [] },
    ],
    scopeKeys: ["include"],
    spec: () => pyrightSpec("basedpyright"),
  },
  {
    tool: "ty",
    places: [
      { name: "ty.toml", path: [] },
      { name: "pyproject.toml", path: ["tool", "ty"] },
    ],
    scopeKeys: ["src.include"],
    spec: tySpec,
  },
];

interface Found {
  readonly checker: Checker;
  readonly config: ToolConfig;
  readonly home: ToolHome;
}

function findChecker(scene: PythonScene, checker: Checker): Found | undefined {
  const config = findToolConfig(scene.project, checker.places, scene);
  if (config === undefined) return undefined;
  const home = findTool(scene.project, checker.tool, LIKELY);
  if (home !== undefined) return { checker, config, home };
  const reason = `${checker.tool} has settings, but no dependency group, extra or dependency brings it`;
  scene.leftOut.push({ kind: "types", what: checker.tool, file: config.file, line: config.lineOf(), reason });
  return undefined;
}

/** Pyright's settings serve editors too: beside mypy, a basic mode is how a project keeps its editors quiet. */
function doubtOf({ config }: Found, all: readonly Found[]): string | undefined {
  const mode = asText(config.table["typeCheckingMode"]);
  const isBesideMypy = all.some(({ checker }) => checker.tool === "mypy");
  if (!isBesideMypy || (mode !== "basic" && mode !== "off")) return undefined;
  return `its mode "${mode}" beside mypy looks like settings for editors`;
}

/**
 * `types` from the settings of mypy, pyright, basedpyright and ty.
 *
 * @param scene one Python project
 */
export function typeCheckers(scene: PythonScene): readonly Draft[] {
  const all = CHECKERS.map((checker) => findChecker(scene, checker)).filter((found) => found !== undefined);
  return all.map((found) => {
    const { checker, config, home } = found;
    const fixedBy = checker.scopeKeys.find((key) => textList(valueAt(config.table, ...key.split("."))).length > 0);
    const unfixed = `no \`${checker.scopeKeys[0] ?? ""}\` of ${checker.tool} says what to check`;
    const spec = { kind: "types", tool: checker.tool, config, fixedBy, unfixed, home, imports: true } as const;
    return pythonGate(scene, { ...spec, doubt: doubtOf(found, all), ...checker.spec(home) });
  });
}
