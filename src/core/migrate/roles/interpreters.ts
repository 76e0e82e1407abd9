import { languagesOf, versionsOfAction } from "../../declarations/index.ts";
import { isTable } from "../../documents/index.ts";
import type { Gate } from "../../gates/index.ts";
import { asksTheSame, LANGUAGE_NAMES, type Language, namesOneRelease } from "../../toolchains/index.ts";
import type { WorkflowFacts } from "../model.ts";
import { startsOf } from "../triggers.ts";
import { isSameEverywhere } from "./command-kind.ts";
import { type SimpleCommand, unwrapped } from "./commands.ts";
import type { RoleContext } from "./role-types.ts";

const NODE_MANAGERS = new Set(["npm", "pnpm", "yarn", "bun"]);

/** Tools that bring or choose the interpreter of what they start. */
const CHOOSES_ITSELF = /^(?:tox|nox|pre-commit|prek|hatch|pipenv)\b/;

/** A job in its workflow. */
export type JobPlace = Pick<RoleContext, "workflow" | "job">;

/** The only value of a key of a matrix that has one combination. */
function onlyOf(matrix: unknown, key: string): string | undefined {
  if (!isTable(matrix)) return undefined;
  const list = matrix[key];
  const own = Array.isArray(list) && list.length === 1 ? list[0] : undefined;
  const [first] = Array.isArray(matrix["include"]) && matrix["include"].length === 1 ? matrix["include"] : [];
  const value = own ?? (isTable(first) ? first[key] : undefined);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A version as it is written, with what the file itself says put in; an expression that only a run can fill in stays. */
function resolved(text: string, { workflow, job }: JobPlace): string {
  const env = { ...workflow.env, ...job.env };
  const filled = text.replaceAll(
    /\$\{\{\s*(matrix|env)\.([\w-]+)\s*\}\}/g,
    (whole, kind: string, key: string) => (kind === "env" ? env[key] : onlyOf(job.matrix, key)) ?? whole,
  );
  // Of several versions between spaces the last one counts; an expression is one.
  return filled.replaceAll(/\$\{\{.*?\}\}/g, (expression) => expression.replaceAll(/\s+/g, ""));
}

/** What the actions of a job set up, in their order. */
function setUps(place: JobPlace): readonly ReturnType<typeof versionsOfAction>[] {
  return place.job.calls.flatMap(({ uses, with: inputs }) => {
    const texts = Object.entries(inputs).map(([name, text]) => [name, resolved(text, place)] as const);
    return uses === null ? [] : [versionsOfAction(uses, Object.fromEntries(texts))];
  });
}

/** The Python that a job asks for; the last that is said counts. */
function wishedPython(place: JobPlace): string | undefined {
  const { UV_PYTHON: variable } = { ...place.workflow.env, ...place.job.env };
  if (variable !== undefined) return resolved(variable, place);
  return setUps(place)
    .flatMap(({ python }) => python ?? [])
    .at(-1);
}

/** The version of another language that a job asks for, as it says it itself. */
function wishedVersion(language: Language, place: JobPlace): string | undefined {
  const said = setUps(place).flatMap(({ toolchain }) => (toolchain?.language === language ? [toolchain.version] : []));
  return said.findLast((version) => version !== "");
}

function minorOf(version: string): string | undefined {
  return /^(?:python|cpython)?[-@]?(\d+\.\d+t?)(?:\.\d+)?(?:-dev)?$/.exec(version.trim())?.[1];
}

/** `3`, `3.x`, `>=3.10`: whatever there is. */
function takesAny(version: string): boolean {
  return /^(?:>=\s*)?3(?:\.x)?$|^>=\s*3\.\d+$/.test(version.trim());
}

/** @returns `3.12` where a job asks for one version of Python */
export function pythonWish(place: JobPlace): string | undefined {
  const wish = wishedPython(place);
  return wish === undefined ? undefined : minorOf(wish);
}

/** @returns the version of Python that a gate's own environment has; null when the project's decides */
export function ownPython({ environment }: Gate): string | null {
  return environment?.recipe?.python ?? environment?.python ?? null;
}

/**
 * The Python that the road is called with, so that what is replaced goes on running on it: the one that most jobs ask for.
 *
 * @param workflows the repository's
 * @returns null where `.python-version` says it, or no job asks for one
 */
export function chosenPython(workflows: readonly WorkflowFacts[], pinned: string | null): string | null {
  if (pinned !== null) return null;
  const counts = new Map<string, number>();
  for (const workflow of workflows.filter(({ on }) => startsOf(on).checks)) {
    for (const job of workflow.jobs) {
      const wish = pythonWish({ workflow, job });
      if (wish !== undefined) counts.set(wish, (counts.get(wish) ?? 0) + 1);
    }
  }
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || b.localeCompare(a, "en", { numeric: true }));
  return byCount[0]?.[0] ?? null;
}

function pythonDoubt(gate: Gate, context: RoleContext): string | undefined {
  const wish = wishedPython(context);
  if (wish === undefined || takesAny(wish)) return undefined;
  const { pinnedPython, calledWithPython } = context.known;
  const own = ownPython(gate) ?? pinnedPython ?? calledWithPython;
  if (own !== null && minorOf(own) !== undefined && minorOf(own) === minorOf(wish)) return undefined;
  const has = own === null || own === undefined ? "on the newest that the project allows" : `on ${own}`;
  const hint =
    own === null || own === undefined ? `; a .python-version with ${minorOf(wish) ?? "it"} would say so` : "";
  return `its job asks for Python ${wish}, and the gate ${gate.id} runs ${has}${hint}`;
}

/** Versions that leave it to the action, or to the runner: whatever is there is taken. */
const OPEN: Readonly<Record<Language, RegExp>> = {
  node: /^(?!)/,
  java: /^(?!)/,
  go: /^(?:stable|oldstable|[\^>~].*)$/,
  rust: /^(?:stable|master|v\d+|[0-9a-f]{40})$/,
};

/**
 * The road takes what is asked for from what its runner keeps. That is one release of a line at most, so that a job which
 * names a release fetches what the road would not.
 */
function toolchainDoubt(language: Language, gate: Gate, place: JobPlace): string | undefined {
  const version = wishedVersion(language, place);
  if (version === undefined || OPEN[language].test(version)) return undefined;
  const name = LANGUAGE_NAMES[language];
  const asked = `its job asks for ${name} ${version}`;
  const own = gate.toolchains?.find((one) => one.language === language);
  if (own === undefined) return `${asked}, and the gate ${gate.id} runs on the ${name} of its runner`;
  const wish = { language, version };
  if (!asksTheSame(own, wish)) return `${asked}, and the gate ${gate.id} asks for ${own.version}`;
  const isKept = !namesOneRelease(wish);
  return isKept ? undefined : `${asked}, of which runners keep another release`;
}

/**
 * The same command on another interpreter is another check.
 *
 * @param matched commands with the gates that run them
 * @param context where they stand
 * @returns why an interpreter differs, as a clause; undefined when none does, as far as files tell
 */
export function interpreterDoubt(
  matched: readonly { readonly command: SimpleCommand; readonly gate: Gate }[],
  context: RoleContext,
): string | undefined {
  for (const { command, gate } of matched) {
    const starts = unwrapped(command.words).join(" ");
    if (isSameEverywhere(command) || CHOOSES_ITSELF.test(starts)) continue;
    const isNode = NODE_MANAGERS.has(gate.environment?.manager ?? "") || /^(?:npm|npx|pnpm|yarn|node)\b/.test(starts);
    const own = languagesOf(unwrapped(command.words));
    const languages: readonly Language[] = isNode ? [...new Set([...own, "node" as const])] : own;
    const compiled = languages.map((one) => toolchainDoubt(one, gate, context)).find((one) => one !== undefined);
    const doubt = compiled ?? (isNode ? undefined : pythonDoubt(gate, context));
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}
