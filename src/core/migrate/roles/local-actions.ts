import { asList, asTable, asText, isTable, readYaml } from "../../documents/index.ts";
import type { ActionCall, JobFacts, WorkflowFacts } from "../model.ts";
import { kindOfCommand } from "./command-kind.ts";
import { commandsOf } from "./commands.ts";
import { kindOfAction, preparesRunner } from "./known-actions.ts";

/** An action of the repository that only lists steps (docs.github.com, "Creating a composite action"). */
interface Composite {
  /** Defaults by input. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: readonly (ActionCall & { readonly run: string | null })[];
}

/** Actions that call actions that call actions; deeper ones are not looked into. */
const MOST_DEPTH = 4;

type Texts = ReadonlyMap<string, string>;

function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isTable(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === null ? "" : String(inner)]));
}

/** `./path` is the repository that is checked out, `$/path` the one of the file: here both are the same. */
function folderOf(uses: string | null): string | undefined {
  if (uses === null || !/^(?:\.|\$)(?:\/|$)/.test(uses)) return undefined;
  return uses
    .split("/")
    .slice(1)
    .filter((part) => part !== "")
    .join("/");
}

function compositeOf(uses: string | null, texts: Texts): Composite | undefined {
  const folder = folderOf(uses);
  if (folder === undefined) return undefined;
  const inside = folder === "" ? "" : `${folder}/`;
  const text = texts.get(`${inside}action.yml`) ?? texts.get(`${inside}action.yaml`);
  const read = text === undefined ? undefined : readYaml(text);
  if (read === undefined || "fault" in read) return undefined;
  const action = asTable(read.value);
  const runs = asTable(action["runs"]);
  if (runs["using"] !== "composite") return undefined;
  const inputs = Object.entries(asTable(action["inputs"])).map(([name, input]) => [
    name,
    textsOf(input)["default"] ?? "",
  ]);
  const steps = asList(runs["steps"]).map((item) => {
    const step = asTable(item);
    return {
      uses: asText(step["uses"]) ?? null,
      run: asText(step["run"]) ?? null,
      with: textsOf(step["with"]),
    };
  });
  return { inputs: Object.fromEntries(inputs), steps };
}

/** What an action gets, with the inputs of the action around it filled in. */
function filled(inputs: ActionCall["with"], given: ActionCall["with"]): ActionCall["with"] {
  const fill = (text: string): string =>
    text.replaceAll(/\$\{\{\s*inputs\.([\w-]+)\s*\}\}/g, (whole, name: string) => given[name] ?? whole);
  return Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, fill(text)]));
}

function callsBehind(call: ActionCall, texts: Texts, depth: number): readonly ActionCall[] {
  const composite = depth > MOST_DEPTH ? undefined : compositeOf(call.uses, texts);
  if (composite === undefined) return [call];
  const given = { ...composite.inputs, ...call.with };
  return composite.steps.flatMap((step) =>
    callsBehind({ uses: step.uses, with: filled(step.with, given) }, texts, depth + 1),
  );
}

/**
 * @param workflow as its file says it
 * @param texts files of the repository by path
 * @returns the same, and its jobs know the actions that actions of the repository call for them
 */
export function withLocalActions(workflow: WorkflowFacts, texts: Texts): WorkflowFacts {
  const reached = (job: JobFacts): JobFacts => ({
    ...job,
    calls: job.calls.flatMap((call) => callsBehind(call, texts, 0)),
  });
  return { ...workflow, jobs: workflow.jobs.map(reached) };
}

function isSetUpStep({ uses, run }: Composite["steps"][number], texts: Texts, depth: number): boolean {
  if (uses !== null) {
    const isKnown = ["checkout", "set-up", "cache"].includes(kindOfAction(uses) ?? "") || preparesRunner(uses);
    return isKnown || setsUpOnly(uses, texts, depth + 1);
  }
  const commands = run === null ? undefined : commandsOf(run, ".");
  return commands?.every((command) => kindOfCommand(command) === "set-up") ?? false;
}

/**
 * @param uses an action of the repository, as it is called
 * @param texts files of the repository by path
 * @returns whether all that it does is to prepare the job: check out, set up, cache, install
 */
export function setsUpOnly(uses: string, texts: Texts, depth = 0): boolean {
  const composite = depth > MOST_DEPTH ? undefined : compositeOf(uses, texts);
  if (composite === undefined || composite.steps.length === 0) return false;
  return composite.steps.every((step) => isSetUpStep(step, texts, depth));
}
