import type { Gate } from "../../gates/index.ts";
import { legsOf, missingVariables } from "../job-conditions.ts";
import type { StepFacts } from "../model.ts";
import { referencesOf } from "../references.ts";
import { isSameEverywhere, kindOfCommand } from "./command-kind.ts";
import { commandsOf, type SimpleCommand } from "./commands.ts";
import { type Cover, coverOf, type MissingPart } from "./covering.ts";
import { interpreterDoubt } from "./interpreters.ts";
import { actionName, kindOfAction, preparesRunner } from "./known-actions.ts";
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

/** One version of a package that is put in the place of what the lock says, not for the whole machine. */
const OTHER_PACKAGE =
  /\b(?:npm|pnpm|yarn|bun)\s+(?:i|install|add)\b(?![^\n]*\s(?:-g|--global|--location=global)\b)[^\n]*\s(?:@[\w.-]+\/)?[\w.-]+@[\d^~<>=]/;

/** The same command in another environment is another check: without an optional package, or with an old one. */
function preparedOtherwise(
  step: StepFacts,
  matched: readonly { readonly command: SimpleCommand; readonly gate: Gate }[],
  { job }: RoleContext,
): string | undefined {
  const depending = matched.filter(({ command }) => !isSameEverywhere(command));
  if (depending.length === 0) return undefined;
  if (job.steps.some(({ run }) => run !== null && (SPECIAL.test(run) || OTHER_PACKAGE.test(run)))) {
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

/** What these choose is compared with what the gate has. */
const BRINGS_COMPILER =
  /^(?:graalvm\/setup-graalvm|dtolnay\/rust-toolchain|actions-rs\/toolchain|actions-rust-lang\/setup-rust-toolchain)@/i;

/** Inputs that choose which release of a tool is set up. */
const VERSION_INPUT = /(?:^|-)version(?:-file)?$/;

/** An action that is not known by name and chooses a version may bring another runtime for all that follows. */
function strangeSetUp({ calls }: RoleContext["job"]): string | undefined {
  const strange = calls.find(
    ({ uses, with: inputs }) =>
      uses !== null &&
      kindOfAction(uses) === undefined &&
      preparesRunner(uses) &&
      !BRINGS_COMPILER.test(uses) &&
      Object.keys(inputs).some((name) => VERSION_INPUT.test(name)),
  );
  if (strange?.uses == null) return undefined;
  return `its job chooses a version with ${actionName(strange.uses)}, which the gate does not have`;
}

/** A gate that the plan would not have without this step. */
function tiedText({ id, source }: Gate): string {
  return /^\.pre-commit-config\.|^prek\.toml$/.test(source.file)
    ? `the hook ${id} is a gate because this step runs it, and would be none without it`
    : `the gate ${id} runs it, but only here it is said what it is installed with, or on which interpreter`;
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
  const interpreter = interpreterDoubt(matched, context);
  if (interpreter !== undefined) return interpreter;
  const chosen = matched.every(({ command }) => isSameEverywhere(command)) ? undefined : strangeSetUp(context.job);
  if (chosen !== undefined) return chosen;
  const tied = matched.find(({ gate }) => context.known.tied.has(gate.id));
  if (tied !== undefined) return tiedText(tied.gate);
  const env = environmentOf(step, context);
  for (const { gate, command } of matched) {
    const [name] = missingVariables({ ...env, ...command.env }, gate.env);
    if (name !== undefined) return `it runs with ${name} set, and the gate ${gate.id} does not`;
  }
  return undefined;
}

/** Parts of a command that are named in a reason. */
const MOST_PARTS = 3;

/** A command in a reason: its first line, cut at a word. */
function shortened(text: string): string {
  const line = text.split("\n")[0] ?? "";
  if (line === text && line.length <= MOST_TEXT) return text;
  return `${line.slice(0, MOST_TEXT).replace(/\s+\S*$/, "")} …`;
}

function listed(parts: readonly MissingPart[]): string {
  const texts = [...new Set(parts.map(({ text }) => `\`${shortened(text)}\``))];
  const more = texts.length > MOST_PARTS ? [`${texts.length - MOST_PARTS} more`] : [];
  const shown = [...texts.slice(0, MOST_PARTS), ...more];
  return shown.length === 1 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** The parts that no gate does, and what calls them. */
function partsText(parts: readonly MissingPart[]): string {
  const fixers = parts.filter(({ rewrites }) => rewrites);
  const others = parts.filter(({ rewrites }) => !rewrites);
  const rewriting =
    fixers.length === 1 ? "which rewrites files, as no gate does" : "which rewrite files, as no gate does";
  const texts = [
    ...(others.length === 0 ? [] : [`${listed(others)}, which no gate of the plan runs`]),
    ...(fixers.length === 0 ? [] : [`${listed(fixers)}, ${rewriting}`]),
  ];
  return texts.join(", and ");
}

function whyMissing(
  rest: readonly { readonly command: SimpleCommand; readonly cover: Cover }[],
  isPartly: boolean,
): string {
  const also = isPartly ? "also " : "";
  const called = rest.find(
    ({ command, cover }) => cover.kind === "missing" && cover.parts.some(({ text }) => text !== command.text),
  );
  if (called?.cover.kind === "missing" && called === rest[0]) {
    return `it ${also}runs \`${shortened(called.command.text)}\`, and by it ${partsText(called.cover.parts)}`;
  }
  const own = rest.filter((one) => one !== called).map(({ command }) => ({ text: command.text, rewrites: false }));
  return `it ${also}runs ${partsText(own)}`;
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
