import { textList } from "../../documents/index.ts";
import { type Draft, ZERO_ONE } from "../draft.ts";
import { type PythonScene, pythonGate } from "./python-gate.ts";
import { findTool } from "./python-project.ts";
import { findToolConfig } from "./tool-config.ts";

const LIKELY = ["security", "lint", "linting", "dev", "checks"];

/** Folders of the project's own code: those that hold a package, tests and documentation aside. */
function codeFolders({ project, snapshot }: PythonScene): readonly string[] {
  const prefix = project.root.cwd === "." ? "" : `${project.root.cwd}/`;
  const folders = new Set<string>();
  for (const file of snapshot.files) {
    if (!file.startsWith(prefix) || !file.endsWith("/__init__.py")) continue;
    const first = file.slice(prefix.length).split("/")[0] ?? "";
    if (!/^(?:\..*|tests?|docs?|examples?|scripts?|benchmarks?|build|dist)$/.test(first)) folders.add(first);
  }
  return folders.has("src") ? ["src"] : [...folders].sort().slice(0, 8);
}

/** bandit reads `targets` in its own `.bandit` only; in pyproject.toml it serves us as the folders to name. */
function banditGate(scene: PythonScene): readonly Draft[] {
  const places = [
    { name: ".bandit", path: ["bandit"] },
    { name: "pyproject.toml", path: ["tool", "bandit"] },
  ];
  const config = findToolConfig(scene.project, places, scene);
  const home = findTool(scene.project, "bandit", LIKELY);
  if (config === undefined || home === undefined) return [];
  const isOwnFile = config.file.endsWith(".bandit");
  const targets = textList(config.table["targets"]);
  const folders = targets.length > 0 ? targets : codeFolders(scene);
  const settings = isOwnFile ? ["--ini", ".bandit"] : ["-c", "pyproject.toml"];
  return [
    pythonGate(scene, {
      kind: "sast",
      tool: "bandit",
      command: ["bandit", "-q", ...settings, "-r", ...(folders.length === 0 ? ["."] : folders)],
      extra: (report) => ["-f", "json", "-o", report],
      report: { format: "bandit-json", extension: "json" },
      required: false,
      config,
      fixedBy: isOwnFile && targets.length > 0 ? "targets" : undefined,
      unfixed: "no `targets` in .bandit says what to check, and bandit reads them nowhere else",
      home,
    }),
  ];
}

function deptryGate(scene: PythonScene): readonly Draft[] {
  const config = findToolConfig(scene.project, [{ name: "pyproject.toml", path: ["tool", "deptry"] }], scene);
  const home = findTool(scene.project, "deptry", LIKELY);
  const folders = codeFolders(scene);
  if (config === undefined || home === undefined || folders.length === 0) return [];
  return [
    pythonGate(scene, {
      kind: "deps",
      tool: "deptry",
      command: ["deptry", ...folders],
      extra: (report) => ["--json-output", report],
      report: { format: "deptry-json", extension: "json" },
      required: false,
      config,
      fixedBy: undefined,
      unfixed: "deptry's settings do not say which folders to check",
      home,
    }),
  ];
}

/** `uv audit` asks an advisory service, so nothing but a person's word switches it on. */
function auditGate({ project }: PythonScene): readonly Draft[] {
  const { cwd, uvLock } = project.root;
  if (uvLock === undefined) return [];
  const command = ["uv", "audit", "--preview-features", "audit-command,json-output"];
  return [
    {
      kind: "audit",
      label: "uv",
      tool: "uv audit",
      cwd,
      run: () => [...command, "--output-format", "json"],
      reproduce: ["uv", "audit", "--preview-features", "audit-command"],
      report: { format: "uv-audit-json", extension: "json", fromStdout: true },
      tier: "normal",
      exitCodes: ZERO_ONE,
      source: { file: uvLock, line: 1 },
      why: `${uvLock} says which packages could have known flaws`,
      blockers: ["asking an advisory service is the repository's own choice"],
      inconclusive: "warn",
      network: true,
      environment: { manager: "uv", cwd, groups: [], extras: [] },
    },
  ];
}

/**
 * `sast`, `audit` and `deps` of a Python project; suggestions unless the repository's own files fix them.
 *
 * @param scene one Python project
 */
export function safetyGates(scene: PythonScene): readonly Draft[] {
  return [...banditGate(scene), ...auditGate(scene), ...deptryGate(scene)];
}
