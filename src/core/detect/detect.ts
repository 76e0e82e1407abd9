import { join, relative } from "node:path/posix";
import type { Problem } from "../../errors.ts";
import type { Config, Preset } from "../config/index.ts";
import type { EnvironmentManager, Gate, NeverRun, Plan } from "../gates/index.ts";
import { detectBuild } from "./build-command.ts";
import { combine } from "./combine.ts";
import { nodeBuildFacts } from "./declared/environment/node-build-facts.ts";
import { type Around, narrowPlan } from "./declared/narrow.ts";
import { type Declarations, type DeclaredPlan, planDeclared } from "./declared/plan-declared.ts";
import { upwards } from "./declared/scene.ts";
import { type Draft, giveIds } from "./draft.ts";
import { withoutMembers } from "./enclosing-workspace.ts";
import { joinNeeds } from "./environments.ts";
import { aboveNotes, onceEach, startNotes, strayConfigNotes } from "./file-notes.ts";
import { nodeGates } from "./node/node-gates.ts";
import { readNodePackage } from "./node/node-package.ts";
import type { LeftOut, Note } from "./notes.ts";
import { otherLanguages } from "./other-languages.ts";
import { mergeConfig } from "./own/merge.ts";
import { patternNotes } from "./pattern-notes.ts";
import { readPythonProject } from "./python/python-project.ts";
import { pythonGates } from "./python/python-tools.ts";
import { findRoots, pathIn } from "./roots.ts";
import type { RepositorySnapshot } from "./snapshot.ts";
import { withToolchains } from "./toolchains.ts";
import { membersNotInstalled } from "./workspace.ts";

/** Wall time in ms that all gates together may take when nobody says otherwise. */
const DEFAULT_BUDGET_MS = 20 * 60 * 1000;

/** A plan, and what was looked at on the way. */
export interface Planned {
  readonly plan: Plan;
  readonly leftOut: readonly LeftOut[];
}

/** What planning came to: turnpike.yml may name what is not there. */
export type PlanResult =
  | ({ readonly ok: true } & Planned)
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface Detection {
  readonly gates: readonly Gate[];
  readonly build: Plan["build"];
  readonly neverRun: readonly NeverRun[];
  readonly lockOf: (manager: EnvironmentManager, cwd: string) => string | undefined;
  readonly notes: Note[];
  readonly leftOut: LeftOut[];
}

const LOCKS: Partial<Record<EnvironmentManager, readonly string[]>> = {
  uv: ["uv.lock"],
  npm: ["npm-shrinkwrap.json", "package-lock.json"],
  pnpm: ["pnpm-lock.yaml"],
  yarn: ["yarn.lock"],
  bun: ["bun.lock", "bun.lockb"],
};

/** A lock may be a workspace's, above the folder; of a folder that is planned alone, above the root too. */
function lockFinder(files: readonly string[], around: Around | undefined): Detection["lockOf"] {
  const all = new Set(around?.snapshot.files ?? files);
  const root = around?.folder ?? ".";
  return (manager, cwd) => {
    for (const folder of upwards(join(root, cwd))) {
      const found = (LOCKS[manager] ?? []).map((name) => pathIn(folder, name)).find((path) => all.has(path));
      if (found !== undefined) return relative(join("/", root), join("/", found));
    }
    return undefined;
  };
}

const NOTHING_DECLARED: DeclaredPlan = {
  ...{ drafts: [], neverRun: [], build: null, notes: [], leftOut: [], source: null },
  unrun: "no workflow runs it",
};

/** What commands say of a folder: those of the repository around it, else its own. */
function readDeclared(
  snapshot: RepositorySnapshot,
  declarations: Declarations | undefined,
  around: Around | undefined,
): DeclaredPlan {
  const narrowed =
    around === undefined ? undefined : narrowPlan(planDeclared(around.declarations, around.snapshot), around);
  const notes = narrowed?.notes ?? [];
  if (narrowed?.speaks === true) return { ...narrowed.plan, notes: [...narrowed.plan.notes, ...notes] };
  const own = declarations === undefined ? NOTHING_DECLARED : planDeclared(declarations, snapshot);
  return { ...own, notes: [...own.notes, ...notes] };
}

function detectGates(
  snapshot: RepositorySnapshot,
  presets: readonly Preset[],
  declarations: Declarations | undefined,
  around: Around | undefined,
): Detection {
  const notes = [...startNotes(snapshot), ...aboveNotes(around)];
  const declared = readDeclared(snapshot, declarations, around);
  const leftOut: LeftOut[] = [];
  const { roots, passedOver } = withoutMembers(findRoots(snapshot.files), snapshot);
  leftOut.push(...passedOver.map(({ file, reason }) => ({ kind: "lock", what: file, file, line: 1, reason })));
  const drafts: Draft[] = [];
  let build: Plan["build"] = null;
  for (const root of roots) {
    const project = presets.includes("python") ? readPythonProject(root, snapshot, notes) : undefined;
    const pack = presets.includes("node") ? readNodePackage(root, snapshot, notes) : undefined;
    if (root.cwd === ".") {
      const facts = pack === undefined ? undefined : { pack, facts: nodeBuildFacts(snapshot, pack, declared.drafts) };
      build = detectBuild(project, facts, notes);
    }
    if (project !== undefined) {
      const absentMembers = membersNotInstalled(project, snapshot);
      drafts.push(...pythonGates({ project, absentMembers, snapshot, notes, leftOut }));
    }
    if (pack !== undefined) drafts.push(...nodeGates({ pack, snapshot, leftOut }));
  }
  const combined = combine(drafts, declared);
  leftOut.push(...declared.leftOut, ...combined.leftOut);
  if (declared.drafts.length === 0) leftOut.push(...otherLanguages(snapshot.files));
  return {
    gates: giveIds(combined.drafts),
    build: build ?? declared.build,
    neverRun: declared.neverRun,
    lockOf: lockFinder(snapshot.files, around),
    notes: [...notes, ...declared.notes],
    leftOut,
  };
}

function suggestionsOf(gates: readonly Gate[]): Plan["suggestions"] {
  return gates
    .filter(({ declared }) => !declared)
    .map((gate) => ({
      gate,
      enable: `gates:\n  ${gate.id}: {}`,
    }));
}

/**
 * What would run in a repository with this turnpike.yml, and why. Nothing of the repository's is run to find out.
 *
 * @param snapshot what the repository shows
 * @param config its turnpike.yml, or undefined when it has none
 * @param declarations what its workflows, Makefiles and the like declare
 * @param around the repository that it is a folder of; undefined when it is a repository by itself
 * @returns the plan with what was left out; or problems, when turnpike.yml names gates that are not there
 */
export function planRepository(
  snapshot: RepositorySnapshot,
  config?: Config,
  declarations?: Declarations,
  around?: Around,
): PlanResult {
  const chosen = config?.presets ?? "auto";
  const presets: readonly Preset[] = chosen === "auto" ? ["python", "node"] : chosen === "none" ? [] : chosen;
  const detection =
    chosen === "none"
      ? detectGates(snapshot, presets, undefined, undefined)
      : detectGates(snapshot, presets, declarations, around);
  const merged =
    config === undefined ? { gates: detection.gates, problems: [], notes: [] } : mergeConfig(detection.gates, config);
  if (merged.problems.length > 0) return { ok: false, problems: merged.problems };
  const all = withToolchains(merged.gates, { snapshot, around });
  const gates = all.filter(({ declared }) => declared);
  const ofPatterns = config === undefined || snapshot.isCut ? [] : patternNotes(config, snapshot.files);
  const notes = onceEach([...strayConfigNotes(snapshot, config), ...detection.notes, ...merged.notes, ...ofPatterns]);
  const suggestions = suggestionsOf(all);
  if (gates.length === 0) {
    const advice = suggestions.length === 0 ? "" : ", or switch a suggestion on";
    const message = `declares nothing that Turnpike could check; add gates to turnpike.yml${advice}`;
    notes.push({ file: ".", line: null, message });
  }
  const plan: Plan = {
    gates,
    suggestions,
    environments: joinNeeds(gates, detection.lockOf),
    budget: config?.budget ?? { totalMs: DEFAULT_BUDGET_MS, enforce: false },
    build:
      config?.build === undefined
        ? detection.build
        : { run: config.build.run, cwd: ".", source: { file: config.file, line: config.build.line } },
    neverRun: detection.neverRun,
    notes,
  };
  return { ok: true, plan, leftOut: detection.leftOut };
}

/**
 * What the repository declares by itself, without turnpike.yml.
 *
 * @param snapshot what the repository shows
 */
export function detect(snapshot: RepositorySnapshot): Plan {
  const planned = planRepository(snapshot);
  return planned.ok ? planned.plan : { ...EMPTY, notes: [] };
}

const EMPTY: Plan = {
  gates: [],
  suggestions: [],
  environments: [],
  budget: { totalMs: DEFAULT_BUDGET_MS, enforce: false },
  build: null,
  notes: [],
};
