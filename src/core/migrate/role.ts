import type { Gate } from "../gates/index.ts";
import { isSameEverywhere, kindOfCommand } from "./command-kind.ts";
import { commandsOf, type SimpleCommand } from "./commands.ts";
import { legsOf, missingVariables } from "./job-conditions.ts";
import { type ActionKind, actionName, commandOfAction, kindOfAction } from "./known-actions.ts";
import { gateFor, isDeclaredAt } from "./match-gate.ts";
import type { JobFacts, StepFacts, WorkflowFacts } from "./model.ts";
import { referencesOf } from "./references.ts";

/** What a step is for, seen alone. */
export type Role =
  | { readonly kind: "set-up"; readonly what: string }
  | { readonly kind: "gate"; readonly gates: readonly Gate[] }
  | { readonly kind: "build" | "inspect" | "aggregate" | "coverage" }
  | { readonly kind: "evidence"; readonly what: "SBOM" | "signature" }
  | { readonly kind: "upload"; readonly name: string; readonly what: "reports" | "build" | "other" }
  | { readonly kind: "download"; readonly name: string | null }
  | { readonly kind: "publish"; readonly why: string }
  | { readonly kind: "stays"; readonly why: string }
  | { readonly kind: "person"; readonly why: string; readonly todo: string };

/** Where a step stands and what the road runs. */
export interface RoleContext {
  readonly workflow: WorkflowFacts;
  readonly job: JobFacts;
  readonly gates: readonly Gate[];
}

const stays = (why: string): Role => ({ kind: "stays", why });

const WHAT: Readonly<Partial<Record<ActionKind, string>>> = {
  checkout: "checks the repository out",
  cache: "keeps a cache",
  "set-up": "sets up a tool",
  filter: "decides which jobs run",
};

const OTHER_ACTIONS: Readonly<Partial<Record<ActionKind, string>>> = {
  deploy: "it deploys; the road does not",
  scan: "it scans with a service of GitHub's; the road does not",
  automation: "it works on issues, pull requests or the repository; the road does not",
};

function uploadOf(step: StepFacts): Role {
  const paths = step.with["path"] ?? "";
  const name = step.with["name"] ?? "artifact";
  if (/cover|htmlcov/i.test(`${paths} ${name}`)) return { kind: "upload", name, what: "other" };
  if (/(?:^|\/)dist\b|\.whl|\.tar\.gz|\.tgz/.test(paths)) return { kind: "upload", name, what: "build" };
  const isReport = /junit|test-?results|reports?\b|\.sarif|\.log\b|(?:^|\/)logs?\b|-report/i.test(paths);
  return { kind: "upload", name, what: isReport ? "reports" : "other" };
}

function actionRole(step: StepFacts, uses: string, context: RoleContext): Role {
  const command = commandOfAction(uses, step.with);
  if (command !== undefined)
    return commandRole(step, [{ words: command, text: command.join(" "), cwd: ".", env: {}, mayFail: false }], context);
  const kind = kindOfAction(uses);
  switch (kind) {
    case "checkout":
      return checkoutRole(step);
    case "cache":
    case "set-up":
    case "filter":
      return { kind: "set-up", what: WHAT[kind] ?? "sets up" };
    case "upload":
      return uploadOf(step);
    case "download":
      return { kind: "download", name: step.with["name"] ?? null };
    case "sign":
      return { kind: "evidence", what: "signature" };
    case "sbom":
      return { kind: "evidence", what: "SBOM" };
    case "coverage":
    case "aggregate":
    case "build":
      return { kind };
    case "publish":
      return { kind: "publish", why: "it publishes; the road hands over what it built and signed" };
    case "deploy":
    case "scan":
    case "automation":
      return stays(OTHER_ACTIONS[kind] ?? "");
    case undefined:
      return unknownAction(uses);
  }
}

function checkoutRole(step: StepFacts): Role {
  const elsewhere = step.with["repository"];
  if (elsewhere !== undefined) return stays(`it checks out ${elsewhere}, another repository`);
  return { kind: "set-up", what: "checks the repository out" };
}

function unknownAction(uses: string): Role {
  const name = actionName(uses);
  if (!/^\.|^\$/.test(name)) return stays(`the road has nothing in place of ${name}`);
  const last = name.split("/").at(-1) ?? "";
  return /^(?:set-?up|install|prepare|bootstrap|init)/i.test(last)
    ? { kind: "set-up", what: "is the repository's own set-up action, by its name" }
    : stays("it is an action of the repository's own; the road does not look into it");
}

function folderOf(step: StepFacts, { job, workflow }: RoleContext): string {
  const parts = (step.cwd ?? job.cwd ?? workflow.cwd ?? ".").split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 ? "." : parts.join("/");
}

function environmentOf(step: StepFacts, { job, workflow }: RoleContext): Readonly<Record<string, string>> {
  return { ...workflow.env, ...job.env, ...step.env };
}

/** Why a command that a gate runs cannot be left to the gate here; undefined when it can. */
function doubtOf(
  step: StepFacts,
  matched: readonly { command: SimpleCommand; gate: Gate }[],
  context: RoleContext,
): string | undefined {
  const legs = legsOf(context.job);
  const isOneLeg = legs.count === 1 || /\bmatrix\.[\w.-]+\s*==\s*['"]?(?!win|mac)/i.test(step.condition ?? "");
  if (!isOneLeg && !matched.every(({ command }) => isSameEverywhere(command))) {
    const count = legs.count === undefined ? "several combinations" : `${legs.count} combinations`;
    return `it runs in ${count} of ${legs.text}; the road runs one, on Linux`;
  }
  const { secrets } = referencesOf(step.source);
  if (secrets.length > 0) return `it reads the secret ${secrets.join(", ")}; the road's checks have none`;
  const tolerant = matched.find(({ command, gate }) => (step.mayFail || command.mayFail) && gate.required);
  if (tolerant !== undefined) return `its failure is tolerated here, and the gate ${tolerant.gate.id} is required`;
  const env = environmentOf(step, context);
  for (const { gate, command } of matched) {
    const [name] = missingVariables({ ...env, ...command.env }, gate.env);
    if (name !== undefined) return `it runs with ${name} set, and the gate ${gate.id} does not`;
  }
  return undefined;
}

function commandRole(step: StepFacts, commands: readonly SimpleCommand[], context: RoleContext): Role {
  const kinds = commands.map((command) => ({
    command,
    kind: kindOfCommand(command),
    gate: gateFor(command.words, command.cwd, context.gates),
  }));
  const working = kinds.filter(({ kind, gate }) => gate !== undefined || kind !== "set-up");
  if (working.length === 0) return { kind: "set-up", what: "installs or prepares" };
  const matched = working.flatMap(({ command, gate }) => (gate === undefined ? [] : [{ command, gate }]));
  if (matched.length === working.length) {
    const doubt = doubtOf(step, matched, context);
    return doubt === undefined ? { kind: "gate", gates: [...new Set(matched.map(({ gate }) => gate))] } : stays(doubt);
  }
  const rest = working.filter(({ gate }) => gate === undefined);
  const [first] = rest;
  const only = (kind: string): boolean => rest.every((one) => one.kind === kind) && matched.length === 0;
  if (rest.some(({ kind }) => kind === "publish"))
    return { kind: "publish", why: "it publishes; the road hands over what it built and signed" };
  if (only("build")) return { kind: "build" };
  if (only("inspect")) return { kind: "inspect" };
  if (rest.every(({ kind }) => kind === "coverage") || only("coverage")) return { kind: "coverage" };
  if (only("sbom")) return { kind: "evidence", what: "SBOM" };
  if (only("sign")) return { kind: "evidence", what: "signature" };
  const also = matched.length === 0 ? "" : "also ";
  return stays(`it ${also}runs \`${first?.command.text.slice(0, 80)}\`, which no gate of the plan runs`);
}

function scriptRole(step: StepFacts, script: string, context: RoleContext): Role {
  const { allNeeds } = referencesOf(step.source);
  if (allNeeds) return { kind: "aggregate" };
  if (step.shell !== null && !/^(?:bash|sh)\b/.test(step.shell)) return stays(`it is written for ${step.shell}`);
  const declared = context.gates.filter((gate) => isDeclaredAt(gate, step.file, step.lines.first, step.lines.last));
  const commands = commandsOf(script, folderOf(step, context));
  if (commands === undefined) {
    if (/\$\{\{/.test(script)) return stays("its command holds an expression, which only a run can fill in");
    return stays("its script does more than start commands one after another");
  }
  // A gate that this very step declares is this step's command, however the plan spells it.
  const role = commandRole(step, commands, context);
  if (role.kind !== "stays" || declared.length === 0) return role;
  const working = commands.filter((command) => kindOfCommand(command) !== "set-up");
  if (working.length > declared.length) return role;
  const matched = declared.flatMap((gate, index) =>
    working[index] === undefined ? [] : [{ command: working[index], gate }],
  );
  const doubt = doubtOf(step, matched, context);
  return doubt === undefined ? { kind: "gate", gates: declared } : stays(doubt);
}

/**
 * What a step is for, by itself: what other steps need of it is decided later.
 *
 * @param step the step
 * @param context where it stands and what the road runs
 */
export function roleOf(step: StepFacts, context: RoleContext): Role {
  if (step.condition !== null && /\bfailure\(\)/.test(step.condition)) {
    return step.uses !== null && kindOfAction(step.uses) === "upload"
      ? { ...uploadOf(step) }
      : {
          kind: "person",
          why: "it runs when a step before it has failed",
          todo: "decide what it shall watch: the job it is in, or the road (`needs: turnpike` with `if: failure()`)",
        };
  }
  if (step.uses !== null) return actionRole(step, step.uses, context);
  if (step.run !== null) return scriptRole(step, step.run, context);
  return stays("it has neither `uses` nor `run`");
}
