import { asText, textList } from "../../documents/index.ts";
import type { Draft } from "../draft.ts";
import { type PythonScene, pythonGate } from "./python-gate.ts";
import { findTool } from "./python-project.ts";
import { findToolConfig, type ToolConfig } from "./tool-config.ts";

const LIKELY = ["tests", "test", "testing", "pytest", "dev", "develop", "all"];

/** The first that exists is used (docs.pytest.org, "Configuration file formats"). */
const PLACES = [
  { name: "pytest.ini", path: ["pytest"] },
  { name: ".pytest.ini", path: ["pytest"] },
  { name: "pyproject.toml", path: ["tool", "pytest", "ini_options"] },
  { name: "pyproject.toml", path: ["tool", "pytest"] },
  { name: "tox.ini", path: ["pytest"] },
  { name: "setup.cfg", path: ["tool:pytest"] },
];

/** Options of the cache provider: with one of them in `addopts`, pytest does not start without the provider. */
const NEEDS_CACHE = /(?:^|\s)(?:--lf|--last-failed|--ff|--failed-first|--nf|--new-first|--sw|--stepwise|--cache)/;

function addOptions(config: ToolConfig): string {
  const value = config.table["addopts"];
  return asText(value) ?? textList(value).join(" ");
}

/** xdist's `-n` starts that many processes; `auto` as many as there are cores, of which we count two. */
function coresOf(options: string): number {
  const workers = /(?:^|\s)(?:-n[ =]?|--numprocesses[ =])(\d+|auto|logical)/.exec(options)?.[1];
  if (workers === undefined) return 1;
  return /^\d+$/.test(workers) ? Math.max(1, Math.min(Number(workers), 64)) : 2;
}

/**
 * `tests` from pytest's settings. JUnit in the xunit1 family, because xunit2 drops file and line.
 *
 * @param scene one Python project
 */
export function testGates(scene: PythonScene): readonly Draft[] {
  const { project } = scene;
  const config = findToolConfig(project, PLACES, scene);
  if (config === undefined) return [];
  const home = findTool(project, "pytest", LIKELY);
  if (home === undefined) {
    const reason = "pytest has settings, but no dependency group, extra or dependency brings it";
    scene.leftOut.push({ kind: "tests", what: "pytest", file: config.file, line: config.lineOf(), reason });
    return [];
  }
  const options = addOptions(config);
  const measures = options.includes("--cov") || project.lock?.versions.has("coverage") === true;
  const cache = (slug: string): readonly string[] =>
    NEEDS_CACHE.test(options) ? ["-o", `cache_dir=\${reports}/${slug}.cache`] : ["-p", "no:cacheprovider"];
  return [
    pythonGate(scene, {
      kind: "tests",
      tool: "pytest",
      command: ["pytest"],
      extra: (report, slug) => [...cache(slug), "-o", "junit_family=xunit1", `--junitxml=${report}`],
      report: { format: "junit", extension: "xml" },
      ...(measures ? { env: (slug: string) => ({ COVERAGE_FILE: `\${reports}/${slug}.coverage` }) } : {}),
      cpu: coresOf(options),
      config,
      imports: true,
      fixedBy:
        textList(config.table["testpaths"]).length > 0 || (asText(config.table["testpaths"]) ?? "") !== ""
          ? "testpaths"
          : undefined,
      unfixed: "no `testpaths` of pytest says where the tests are",
      home,
    }),
  ];
}
