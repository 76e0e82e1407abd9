import type { ReportFormat, Tier } from "../gates/index.ts";
import { type Draft, type ExitCodes, ZERO_ONE } from "./draft.ts";
import type { LeftOut, Note } from "./notes.ts";
import type { PythonProject, ToolHome } from "./python-project.ts";
import type { RepositorySnapshot } from "./snapshot.ts";
import type { ToolConfig } from "./tool-config.ts";

/** What a detector of one tool may look at, and where it says what it left out. */
export interface PythonScene {
  readonly project: PythonProject;
  readonly snapshot: RepositorySnapshot;
  readonly notes: Note[];
  readonly leftOut: LeftOut[];
}

/** A gate that one tool table declares. */
export interface PythonGateSpec {
  readonly kind: string;
  readonly tool: string;
  /** The tool with its arguments, reports aside; what a person pastes after `uv run`. */
  readonly command: readonly string[];
  /** Arguments added for the machine, after the tool's own. `report` is the path of the report, `slug` begins other files. */
  readonly extra?: (report: string, slug: string) => readonly string[];
  readonly report?: { readonly format: ReportFormat; readonly extension: string; readonly fromStdout?: boolean };
  readonly env?: (slug: string) => Readonly<Record<string, string>>;
  readonly tier?: Tier;
  readonly cpu?: number;
  readonly required?: boolean;
  readonly exitCodes?: ExitCodes;
  readonly config: ToolConfig;
  /** Key of the table that fixes what is checked, or undefined when none does. */
  readonly fixedBy: string | undefined;
  /** What would fix it: `[tool.mypy] files`. */
  readonly wouldFix: string;
  readonly home: ToolHome;
}

/** @returns where a Python gate's packages come from */
function environmentOf(project: PythonProject, home: ToolHome) {
  return { manager: "uv", cwd: project.root.cwd, groups: home.groups, extras: home.extras } as const;
}

/**
 * @param home what the tool needs
 * @returns options of `uv run` that install it, for a person
 */
export function uvRunOptions(home: ToolHome): readonly string[] {
  return [...home.groups.flatMap((group) => ["--group", group]), ...home.extras.flatMap((extra) => ["--extra", extra])];
}

/**
 * @param scene the project
 * @param spec the tool's gate
 * @returns a draft: declared when a key of the table fixes what is checked and a lock says which versions, else suggested
 */
export function pythonGate(scene: PythonScene, spec: PythonGateSpec): Draft {
  const { project } = scene;
  const { config, home, report } = spec;
  const blockers: string[] = [];
  if (spec.fixedBy === undefined) blockers.push(`${spec.wouldFix} does not say what to check`);
  if (project.root.uvLock === undefined) blockers.push("no uv.lock says which versions to install");
  const reportPath = (slug: string): string => `\${reports}/${slug}.${report?.extension ?? "txt"}`;
  const table =
    config.file === project.file ? `${config.file} has settings for ${spec.tool}` : `${config.file} is there`;
  const fixed = spec.fixedBy === undefined ? "" : `, \`${spec.fixedBy}\` says what to check`;
  // Without a lock nothing is installed before the gates run, so uv must do it as it starts the tool.
  const sync = project.root.uvLock === undefined ? uvRunOptions(home) : ["--no-sync"];
  return {
    kind: spec.kind,
    label: spec.tool,
    tool: spec.tool,
    cwd: project.root.cwd,
    run: (slug) => ["uv", "run", ...sync, ...spec.command, ...(spec.extra?.(reportPath(slug), slug) ?? [])],
    reproduce: ["uv", "run", ...uvRunOptions(home), ...spec.command],
    ...(spec.env === undefined ? {} : { env: spec.env }),
    ...(report === undefined ? {} : { report }),
    tier: spec.tier ?? "normal",
    cpu: spec.cpu ?? 1,
    required: spec.required ?? true,
    exitCodes: spec.exitCodes ?? ZERO_ONE,
    source: { file: config.file, line: config.lineOf(...(spec.fixedBy === undefined ? [] : spec.fixedBy.split("."))) },
    why: `${table}${fixed}, and ${home.where} brings ${spec.tool}`,
    blockers,
    environment: environmentOf(project, home),
  };
}
