import type { EnvironmentNeed } from "../gates/index.ts";
import { type Draft, ZERO_ONE } from "./draft.ts";
import type { NodePackage } from "./node-package.ts";
import { toolOfScript } from "./node-reports.ts";
import { SCRIPT_RULES, type ScriptRule, type ScriptUse, useOfScript } from "./node-scripts.ts";
import type { LeftOut } from "./notes.ts";

interface ChosenScript {
  readonly name: string;
  readonly text: string;
  readonly use: ScriptUse;
}

/** What stands between a script and a run: nothing installs packages of other managers, or without a lock. */
function environmentBlocker(pack: NodePackage): string | undefined {
  if (pack.manager !== "npm") {
    return `${pack.managerFrom} chooses ${pack.manager}, whose packages Turnpike does not install yet`;
  }
  if (!pack.hasDependencies || pack.root.npmLock !== undefined) return undefined;
  return "no package-lock.json says which versions to install";
}

function environmentOf(pack: NodePackage): EnvironmentNeed | null {
  if (pack.manager !== "npm" || pack.root.npmLock === undefined) return null;
  return { manager: "npm", cwd: pack.root.cwd, groups: [], extras: [] };
}

/** The first script of a rule that may be a gate; those before it are left out, with the reason. */
function chooseScript(pack: NodePackage, rule: ScriptRule, leftOut: LeftOut[]): ChosenScript | undefined {
  const sure: ChosenScript[] = [];
  const unsure: ChosenScript[] = [];
  for (const name of [...rule.names, ...rule.mustCheck]) {
    const text = pack.scripts.get(name);
    if (text === undefined) continue;
    const use = useOfScript(rule, name, text);
    const line = pack.lineOf(["scripts", name]);
    if (use.kind === "gate") sure.push({ name, text, use });
    else if (use.kind === "unsure") unsure.push({ name, text, use });
    else leftOut.push({ kind: rule.kind, what: `scripts.${name}`, file: pack.file, line, reason: use.reason });
  }
  const [chosen, ...others] = [...sure, ...unsure];
  for (const { name } of others) {
    const reason = `scripts.${chosen?.name} stands for ${rule.kind} already`;
    leftOut.push({
      kind: rule.kind,
      what: `scripts.${name}`,
      file: pack.file,
      line: pack.lineOf(["scripts", name]),
      reason,
    });
  }
  return chosen;
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
 * @param pack the package
 * @param leftOut gets the scripts that were looked at and are no gate
 */
export function nodeGates(pack: NodePackage, leftOut: LeftOut[]): readonly Draft[] {
  const scripts = SCRIPT_RULES.flatMap((rule) => {
    const chosen = chooseScript(pack, rule, leftOut);
    return chosen === undefined ? [] : [scriptDraft(pack, rule, chosen)];
  });
  return [...lockDraft(pack), ...scripts, ...auditDraft(pack)];
}
