import type { ReportFormat, Tier } from "../../gates/index.ts";
import { type Draft, type ExitCodes, ZERO_ONE } from "../draft.ts";
import type { LeftOut, Note } from "../notes.ts";
import type { RepositorySnapshot } from "../snapshot.ts";
import { extrasToImport } from "../workspace.ts";
import type { PythonProject, ToolHome } from "./python-project.ts";
import type { ToolConfig } from "./tool-config.ts";

/** What a detector of one tool may look at, and where it says what it left out. */
export interface PythonScene {
  readonly project: PythonProject;
  /** Members of its workspace that are not installed with it. */
  readonly absentMembers: readonly string[];
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
  /** Why nothing fixes it when `fixedBy` is undefined, as a clause. */
  readonly unfixed: string;
  readonly home: ToolHome;
  /** True for a tool that imports the project's code, so that it needs what the code may import. */
  readonly imports?: boolean;
  /** A further reason to leave it a suggestion. */
  readonly doubt?: string | undefined;
}

/** What must be installed for a gate: the tool; and for one that imports the code, the extras that the code may import. */
function packagesOf({ project }: PythonScene, { home, imports }: PythonGateSpec): Pick<ToolHome, "groups" | "extras"> {
  const extras = imports === true ? extrasToImport(project) : [];
  return { groups: home.groups, extras: [...new Set([...home.extras, ...extras])].sort() };
}

function blockersOf({ project, absentMembers }: PythonScene, spec: PythonGateSpec): readonly string[] {
  const blockers: string[] = [];
  if (spec.fixedBy === undefined) blockers.push(spec.unfixed);
  if (project.root.uvLock === undefined) blockers.push("no uv.lock says which versions to install");
  if (spec.doubt !== undefined) blockers.push(spec.doubt);
  const absent = spec.imports === true ? absentMembers : [];
  if (absent.length > 0) {
    const more = absent.length > 3 ? ` and ${absent.length - 3} more` : "";
    blockers.push(`nothing says that it needs the workspace's members ${absent.slice(0, 3).join(", ")}${more}`);
  }
  return blockers;
}

/**
 * @param home what the tool needs
 * @returns options of `uv run` that install it, for a person
 */
function uvRunOptions(home: Pick<ToolHome, "groups" | "extras">): readonly string[] {
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
  const packages = packagesOf(scene, spec);
  const options = uvRunOptions(packages);
  const reportPath = (slug: string): string => `\${reports}/${slug}.${report?.extension ?? "txt"}`;
  const table =
    config.file === project.file ? `${config.file} has settings for ${spec.tool}` : `${config.file} is there`;
  const fixed = spec.fixedBy === undefined ? "" : `, \`${spec.fixedBy}\` says what to check`;
  // Without a lock nothing is installed before the gates run, so uv must do it as it starts the tool.
  const sync = project.root.uvLock === undefined ? options : ["--no-sync"];
  return {
    kind: spec.kind,
    label: spec.tool,
    tool: spec.tool,
    cwd: project.root.cwd,
    run: (slug) => ["uv", "run", ...sync, ...spec.command, ...(spec.extra?.(reportPath(slug), slug) ?? [])],
    reproduce: ["uv", "run", ...options, ...spec.command],
    ...(spec.env === undefined ? {} : { env: spec.env }),
    ...(report === undefined ? {} : { report }),
    tier: spec.tier ?? "normal",
    cpu: spec.cpu ?? 1,
    required: spec.required ?? true,
    exitCodes: spec.exitCodes ?? ZERO_ONE,
    source: { file: config.file, line: config.lineOf(...(spec.fixedBy === undefined ? [] : spec.fixedBy.split("."))) },
    why: `${table}${fixed}, and ${home.where} brings ${spec.tool}`,
    blockers: blockersOf(scene, spec),
    environment: { manager: "uv", cwd: project.root.cwd, ...packages },
  };
}
