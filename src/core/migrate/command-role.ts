import type { Gate } from "../gates/index.ts";
import { isSameEverywhere, kindOfCommand } from "./command-kind.ts";
import { commandsOf, type SimpleCommand } from "./commands.ts";
import { type Cover, coverOf } from "./covering.ts";
import { legsOf, missingVariables } from "./job-conditions.ts";
import type { StepFacts } from "./model.ts";
import { referencesOf } from "./references.ts";
import { type Role, type RoleContext, stays } from "./role-types.ts";

/** Longest command in a reason. */
const MOST_TEXT = 80;

function folderOf(step: StepFacts, { job, workflow }: RoleContext): string {
  const parts = (step.cwd ?? job.cwd ?? workflow.cwd ?? ".").split("/").filter((part) => part !== "" && part !== ".");
  return parts.length === 0 ? "." : parts.join("/");
}

function environmentOf(step: StepFacts, { job, workflow }: RoleContext): Readonly<Record<string, string>> {
  return { ...workflow.env, ...job.env, ...step.env };
}

/** Set-up that makes another environment than the one that everybody gets. */
const SPECIAL =
  /\b(?:un|de)install\b|\binstall\b[^\n]*["'][^"'\n]*[<>=!~]=?[^"'\n]*["']|--resolution|--upgrade-strategy/;

/** The same command in another environment is another check: without an optional package, or with an old one. */
function preparedOtherwise(
  step: StepFacts,
  matched: readonly { readonly command: SimpleCommand; readonly gate: Gate }[],
  { job }: RoleContext,
): string | undefined {
  const depending = matched.filter(({ command }) => !isSameEverywhere(command));
  if (depending.length === 0) return undefined;
  if (job.steps.some(({ run }) => run !== null && SPECIAL.test(run))) {
    return "its job prepares other packages than those that the gate has";
  }
  const isHere = ({ file, line }: { readonly file: string; readonly line: number }): boolean =>
    file === step.file && line >= step.lines.first && line <= step.lines.last;
  const other = depending.find(({ gate }) => {
    const places = [gate.source, ...(gate.chain ?? [])].filter(({ file }) => file.startsWith(".github/workflows/"));
    return places.length > 0 && !places.some(isHere);
  });
  return other === undefined ? undefined : `the gate ${other.gate.id} is this command as another job prepares it`;
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
  const prepared = preparedOtherwise(step, matched, context);
  if (prepared !== undefined) return prepared;
  const tied = matched.find(({ gate }) => context.known.tied.has(gate.id));
  if (tied !== undefined) return `the gate ${tied.gate.id} runs it, but only here it is said what to install for it`;
  const env = environmentOf(step, context);
  for (const { gate, command } of matched) {
    const [name] = missingVariables({ ...env, ...command.env }, gate.env);
    if (name !== undefined) return `it runs with ${name} set, and the gate ${gate.id} does not`;
  }
  return undefined;
}

/** The part that no gate does, and the command that comes to it. */
function whyMissing(
  rest: readonly { readonly command: SimpleCommand; readonly cover: Cover }[],
  isPartly: boolean,
): string {
  const [first] = rest;
  const own = first?.command.text.slice(0, MOST_TEXT) ?? "";
  const part = first?.cover.kind === "missing" ? first.cover.text.slice(0, MOST_TEXT) : own;
  const runs = part === own ? `\`${own}\`` : `\`${own}\`, and by it \`${part}\``;
  return `it ${isPartly ? "also " : ""}runs ${runs}, which no gate of the plan runs`;
}

/**
 * @param step the step
 * @param commands what it starts
 * @param context where it stands and what the road runs
 * @returns what it is for, by its commands
 */
export function commandRole(step: StepFacts, commands: readonly SimpleCommand[], context: RoleContext): Role {
  const kinds = commands.map((command) => ({
    command,
    kind: kindOfCommand(command),
    cover: coverOf(command, context.known),
  }));
  const working = kinds.filter(({ kind, cover }) => cover.kind === "gates" || kind !== "set-up");
  if (working.length === 0) return { kind: "set-up", what: "installs or prepares" };
  const matched = working.flatMap(({ command, cover }) =>
    cover.kind === "gates" ? cover.gates.map((gate) => ({ command, gate })) : [],
  );
  const rest = working.filter(({ cover }) => cover.kind === "missing");
  if (rest.length === 0) {
    const doubt = doubtOf(step, matched, context);
    return doubt === undefined ? { kind: "gate", gates: [...new Set(matched.map(({ gate }) => gate))] } : stays(doubt);
  }
  const only = (kind: string): boolean => rest.every((one) => one.kind === kind) && matched.length === 0;
  if (rest.some(({ kind }) => kind === "publish"))
    return { kind: "publish", why: "it publishes; the road hands over what it built and signed" };
  if (only("build")) return { kind: "build" };
  if (only("inspect")) return { kind: "inspect" };
  if (rest.every(({ kind }) => kind === "coverage") || only("coverage")) return { kind: "coverage" };
  if (only("sbom")) return { kind: "evidence", what: "SBOM" };
  if (only("sign")) return { kind: "evidence", what: "signature" };
  return stays(whyMissing(rest, matched.length > 0));
}

/**
 * @param step the step
 * @param script its `run`
 * @param context where it stands and what the road runs
 * @returns what it is for
 */
export function scriptRole(step: StepFacts, script: string, context: RoleContext): Role {
  const { allNeeds } = referencesOf(step.source);
  if (allNeeds) return { kind: "aggregate" };
  if (step.shell !== null && !/^(?:bash|sh)\b/.test(step.shell)) return stays(`it is written for ${step.shell}`);
  const commands = commandsOf(script, folderOf(step, context));
  if (commands === undefined) {
    if (/\$\{\{/.test(script)) return stays("its command holds an expression, which only a run can fill in");
    return stays("its script does more than start commands one after another");
  }
  return commandRole(step, commands, context);
}
