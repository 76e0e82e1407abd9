import { dirname } from "node:path/posix";
import picomatch from "picomatch";
import { asTable, asText, isTable, jsonLines, textList } from "../../documents/index.ts";
import type { EnvironmentNeed } from "../../gates/index.ts";
import { type Draft, ZERO_ONE } from "../draft.ts";
import type { LeftOut } from "../notes.ts";
import type { RepositorySnapshot } from "../snapshot.ts";
import type { NodePackage } from "./node-package.ts";
import { toolOfScript } from "./node-reports.ts";
import { SCRIPT_RULES, type ScriptRule, type ScriptUse, useOfScript } from "./node-scripts.ts";

/** What detection of a package may look at, and where it says what it left out. */
export interface NodeScene {
  readonly pack: NodePackage;
  readonly snapshot: RepositorySnapshot;
  readonly leftOut: LeftOut[];
}

interface ChosenScript {
  readonly name: string;
  readonly text: string;
  readonly use: ScriptUse;
}

/** What stands between a script and a run: nothing installs packages of other managers, or without a lock. */
function environmentBlocker(pack: NodePackage): string | undefined {
  if (pack.manager !== "npm") {
    return `what is run says nothing of how ${pack.manager} installs its packages`;
  }
  if (!pack.hasDependencies || pack.root.npmLock !== undefined) return undefined;
  return "no package-lock.json says which versions to install";
}

function environmentOf(pack: NodePackage): EnvironmentNeed | null {
  if (pack.manager !== "npm" || pack.root.npmLock === undefined) return null;
  return { manager: "npm", cwd: pack.root.cwd, groups: [], extras: [] };
}

/** The first script of a rule that may be a gate; those before it are left out, with the reason. */
function chooseScript({ pack, leftOut }: NodeScene, rule: ScriptRule): ChosenScript | undefined {
  const sure: ChosenScript[] = [];
  const unsure: ChosenScript[] = [];
  const leave = (name: string, reason: string): void => {
    const line = pack.lineOf(["scripts", name]);
    leftOut.push({ kind: rule.kind, what: `scripts.${name}`, file: pack.file, line, reason });
  };
  for (const name of [...rule.names, ...rule.mustCheck]) {
    const text = pack.scripts.get(name);
    if (text === undefined) continue;
    const use = useOfScript(rule, name, text);
    if (use.kind === "gate") sure.push({ name, text, use });
    else if (use.kind === "unsure") unsure.push({ name, text, use });
    else leave(name, use.reason);
  }
  const [chosen, ...others] = [...sure, ...unsure];
  for (const { name } of others) leave(name, `scripts.${chosen?.name} stands for ${rule.kind} already`);
  return chosen;
}

/** Members of a workspace have scripts that its root may not know: a suggestion, since nobody runs them from the root. */
function memberDraft({ pack, snapshot }: NodeScene, rule: ScriptRule): Draft | undefined {
  const globs = textList(
    isTable(pack.document["workspaces"]) ? pack.document["workspaces"]["packages"] : pack.document["workspaces"],
  );
  if (globs.length === 0 || pack.manager !== "npm") return undefined;
  const prefix = pack.root.cwd === "." ? "" : `${pack.root.cwd}/`;
  const isMember = picomatch(globs.map((glob) => glob.replace(/^\.\//, "").replace(/\/+$/, "")));
  for (const [path, text] of snapshot.texts) {
    if (!path.startsWith(prefix) || !path.endsWith("/package.json")) continue;
    if (!isMember(dirname(path.slice(prefix.length)))) continue;
    const name = rule.names.find((one) => useOfMember(rule, one, text));
    if (name === undefined) continue;
    const command = ["npm", "run", name, "--workspaces", "--if-present"];
    return {
      ...{ kind: rule.kind, label: "npm", tool: null, cwd: pack.root.cwd, run: () => command, reproduce: command },
      ...{ tier: "normal", exitCodes: null, source: { file: path, line: jsonLines(text)(["scripts", name]) } },
      why: `members of the workspace have the script \`${name}\``,
      blockers: ["the workspace's root has no script that runs it"],
      environment: environmentOf(pack),
    };
  }
  return undefined;
}

function useOfMember(rule: ScriptRule, name: string, text: string): boolean {
  try {
    const script = asText(asTable(asTable(JSON.parse(text))["scripts"])[name]);
    return script !== undefined && script.length < 4000 && useOfScript(rule, name, script).kind === "gate";
  } catch {
    // A member that is no JSON has no scripts; npm will say what is wrong with it.
    return false;
  }
}

function scriptDraft(pack: NodePackage, rule: ScriptRule, chosen: ChosenScript): Draft {
  const { name, text, use } = chosen;
  const { cwd } = pack.root;
  // `bun test` is bun's own test runner, not the script.
  const command = name === "test" && pack.manager !== "bun" ? [pack.manager, "test"] : [pack.manager, "run", name];
  const known = toolOfScript(text);
  const report = pack.manager === "npm" ? known?.report : undefined;
  const blocker = environmentBlocker(pack);
  return {
    kind: rule.kind,
    label: pack.manager,
    tool: known?.tool ?? null,
    cwd,
    run: (slug) =>
      report === undefined ? command : [...command, "--", ...report.args(`\${reports}/${slug}.${report.extension}`)],
    reproduce: command,
    // It watches and does not end unless this says that nobody looks (create-react-app, react-scripts/scripts/test.js).
    ...(/\breact-scripts\s+test\b/.test(text) ? { env: () => ({ CI: "true" }) } : {}),
    ...(report === undefined ? {} : { report: { format: report.format, extension: report.extension } }),
    tier: rule.kind === "format" || rule.kind === "lint" ? "fast" : "normal",
    exitCodes: known?.exitCodes ?? null,
    source: { file: pack.file, line: pack.lineOf(["scripts", name]) },
    why: `package.json has the script \`${name}\``,
    blockers: [...(use.kind === "unsure" ? [use.reason] : []), ...(blocker === undefined ? [] : [blocker])],
    environment: environmentOf(pack),
  };
}

/**
 * `npm ci` refuses a lock that does not match package.json; the dry run does so too, installs nothing and needs no network
 * for a lock that matches. One that does not asks the index what is missing: without retries that fails at once offline.
 */
function lockDraft(pack: NodePackage): readonly Draft[] {
  const { cwd, npmLock } = pack.root;
  if (npmLock === undefined || pack.manager !== "npm") return [];
  const command = ["npm", "ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"];
  return [
    {
      kind: "lock",
      label: "npm",
      tool: "npm ci",
      cwd,
      run: () => command,
      reproduce: command,
      tier: "fast",
      exitCodes: ZERO_ONE,
      source: { file: npmLock, line: 1 },
      why: `${npmLock} is in the repository, so it should match ${pack.file}`,
      blockers: [],
      environment: null,
    },
  ];
}

function auditDraft(pack: NodePackage): readonly Draft[] {
  const { cwd, npmLock } = pack.root;
  if (npmLock === undefined || pack.manager !== "npm") return [];
  return [
    {
      kind: "audit",
      label: "npm",
      tool: "npm audit",
      cwd,
      run: () => ["npm", "audit", "--json"],
      reproduce: ["npm", "audit"],
      report: { format: "npm-audit-json", extension: "json", fromStdout: true },
      tier: "normal",
      exitCodes: ZERO_ONE,
      source: { file: npmLock, line: 1 },
      why: `${npmLock} says which packages could have known flaws`,
      blockers: ["asking an advisory service is the repository's own choice"],
      inconclusive: "warn",
      network: true,
      environment: null,
    },
  ];
}

/**
 * Gates of a package: `lock`, and the scripts whose names and commands say that they check. Only these names count;
 * scripts that build, publish, deploy, watch or fix never do.
 *
 * @param scene the package, and where scripts that are no gate are noted
 */
export function nodeGates(scene: NodeScene): readonly Draft[] {
  const { pack } = scene;
  const scripts = SCRIPT_RULES.map((rule) => {
    const chosen = chooseScript(scene, rule);
    return chosen === undefined ? memberDraft(scene, rule) : scriptDraft(pack, rule, chosen);
  });
  return [...lockDraft(pack), ...scripts.filter((draft) => draft !== undefined), ...auditDraft(pack)];
}
