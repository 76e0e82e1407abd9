import { asTable, textList } from "../../documents/index.ts";
import type { Draft } from "../draft.ts";
import { type PythonGateSpec, type PythonScene, pythonGate } from "./python-gate.ts";
import { findTool } from "./python-project.ts";
import { findToolConfig, type ToolConfig } from "./tool-config.ts";
import { isAtLeast } from "./versions.ts";

const LIKELY = ["lint", "linting", "dev", "style", "format", "checks"];

/** Files in the folder come before pyproject.toml (docs.astral.sh/ruff/configuration, "Config file discovery"). */
const PLACES = [
  { name: ".ruff.toml", path: [] },
  { name: "ruff.toml", path: [] },
  { name: "pyproject.toml", path: ["tool", "ruff"] },
];

/** SARIF came between 0.1 and 0.2. */
function lintReport(version: string | undefined): Pick<PythonGateSpec, "extra" | "report"> {
  if (!isAtLeast(version, 0, 2)) return { extra: () => ["--no-cache"] };
  const extra = (report: string) => ["--no-cache", "--output-format", "sarif", "-o", report];
  return { extra, report: { format: "sarif", extension: "sarif" } };
}

/** `--output-format` is unknown to 0.13.0, needs preview mode up to 0.15, and works from 0.16 on. */
function formatReport(version: string | undefined): Pick<PythonGateSpec, "extra" | "report"> {
  if (!isAtLeast(version, 0, 16)) return { extra: () => ["--no-cache"] };
  const report = { format: "sarif", extension: "sarif", fromStdout: true } as const;
  return { extra: () => ["--no-cache", "--output-format", "sarif"], report };
}

/** What ruff is to check: its `include`, else the folders that `src` names and that hold Python files. */
function scopeOf(config: ToolConfig, scene: PythonScene): { fixedBy: string | undefined; paths: readonly string[] } {
  if (textList(config.table["include"]).length > 0) return { fixedBy: "include", paths: [] };
  const prefix = scene.project.root.cwd === "." ? "" : `${scene.project.root.cwd}/`;
  const folders = textList(config.table["src"]).map((folder) => folder.replace(/\/+$/, ""));
  if (folders.includes(".")) return { fixedBy: "src", paths: [] };
  const paths = folders.filter((folder) =>
    scene.snapshot.files.some((file) => file.startsWith(`${prefix}${folder}/`) && /\.(?:py|pyi|ipynb)$/.test(file)),
  );
  return paths.length === 0 ? { fixedBy: undefined, paths: [] } : { fixedBy: "src", paths };
}

/**
 * `lint` from ruff's settings, and `format` where `[tool.ruff.format]` says that ruff formats here.
 *
 * @param scene one Python project
 */
export function lintersOf(scene: PythonScene): readonly Draft[] {
  const config = findToolConfig(scene.project, PLACES, scene);
  if (config === undefined) return [];
  const home = findTool(scene.project, "ruff", LIKELY);
  if (home === undefined) {
    const reason = "ruff has settings, but no dependency group, extra or dependency brings it";
    scene.leftOut.push({ kind: "lint", what: "ruff", file: config.file, line: config.lineOf(), reason });
    return [];
  }
  const { fixedBy, paths } = scopeOf(config, scene);
  const common = {
    tool: "ruff",
    config,
    fixedBy,
    home,
    tier: "fast",
    unfixed: "neither `include` nor `src` of ruff says what to check",
  } as const;
  const lint: PythonGateSpec = {
    ...common,
    kind: "lint",
    command: ["ruff", "check", "--no-fix", ...paths],
    ...lintReport(home.version),
  };
  const format: PythonGateSpec = {
    ...common,
    kind: "format",
    command: ["ruff", "format", "--check", ...(paths.length === 0 ? ["."] : paths)],
    ...formatReport(home.version),
  };
  if (Object.keys(asTable(config.table["format"])).length > 0)
    return [format, lint].map((spec) => pythonGate(scene, spec));
  scene.leftOut.push({
    kind: "format",
    what: "ruff format",
    file: config.file,
    line: config.lineOf(),
    reason: "no [tool.ruff.format] says that ruff formats this repository",
  });
  return [pythonGate(scene, lint)];
}
