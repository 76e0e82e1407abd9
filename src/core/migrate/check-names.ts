import {
  evaluateText,
  type JobDefinition,
  type Json,
  legName,
  readStrategy,
  type Scope,
  toValue,
  type WorkflowFile,
} from "../workflow/index.ts";
import { parsedWorkflow } from "./parsed-workflow.ts";
import { readWorkflow } from "./read-workflow.ts";
import { isRoadCall } from "./roles/known-actions.ts";
import { startsOf } from "./triggers.ts";

/** Names under which a workflow's jobs show up as checks. */
export interface CheckNames {
  readonly names: readonly string[];
  /** Jobs whose names only a run can tell. */
  readonly unknown: readonly string[];
}

const EMPTY: Scope = { contexts: {}, functions: [] };

/** Calls of calls; GitHub itself ends at ten (docs.github.com, "Reusing workflow configurations"). */
const MOST_DEPTH = 10;
/** Jobs that are looked at behind calls: workflows that call one another several times each multiply. */
const MOST_JOBS = 5000;

function namesOfJob(definition: JobDefinition): readonly string[] | undefined {
  const { id, name } = definition;
  try {
    const { legs } = readStrategy(definition.strategy, EMPTY);
    const all: readonly { readonly values: Readonly<Record<string, Json>>; readonly label: string }[] = legs ?? [
      { values: {}, label: "" },
    ];
    return all.map(({ values, label }) => {
      const scope: Scope = { contexts: { matrix: toValue({ ...values }) }, functions: [] };
      const own = name === undefined ? id : evaluateText(name, scope);
      return name?.isExpression === true ? own : legName(own === "" ? id : own, label);
    });
  } catch {
    // What it is called depends on outputs or inputs.
    return undefined;
  }
}

class Names {
  readonly names = new Set<string>();
  readonly unknown = new Set<string>();
  readonly #workflows: ReadonlyMap<string, WorkflowFile>;
  #jobs = 0;

  constructor(workflows: ReadonlyMap<string, WorkflowFile>) {
    this.#workflows = workflows;
  }

  /** Jobs of a called workflow stand behind the name of the job that calls it. */
  add(file: string, workflow: WorkflowFile, before: readonly string[]): void {
    for (const job of workflow.jobs) {
      const own = namesOfJob(job);
      if (own === undefined) this.unknown.add(`${file}: ${job.id}`);
      for (const name of own ?? []) this.#addJob(job, [...before, name]);
    }
  }

  #addJob({ call }: JobDefinition, path: readonly string[]): void {
    const shown = path.join(" / ");
    this.#jobs += 1;
    if (call === undefined) this.names.add(shown);
    else if (isRoadCall(call.uses)) this.names.add(`${shown} / gate`);
    else {
      const file = call.uses.replace(/^\.\//, "");
      const called = this.#workflows.get(file);
      if (called === undefined || path.length > MOST_DEPTH || this.#jobs > MOST_JOBS) this.names.add(`${shown} / …`);
      else this.add(file, called, path);
    }
  }
}

/**
 * The names of the checks that pull requests and pushes to branches get from a set of workflows.
 *
 * @param files texts by path
 * @returns names without repeats, sorted; a file that GitHub would refuse gives none
 */
export async function checkNames(files: ReadonlyMap<string, string>): Promise<CheckNames> {
  const workflows = new Map<string, WorkflowFile>();
  for (const [file, text] of files) {
    const parsed = await parsedWorkflow(file, text);
    if (parsed.kind === "workflow") workflows.set(file, parsed.workflow);
  }
  const names = new Names(workflows);
  for (const [file, workflow] of workflows) {
    if (startsOf(readWorkflow({ file, text: files.get(file) ?? "" }).on).checks) names.add(file, workflow, []);
  }
  return { names: [...names.names].sort(), unknown: [...names.unknown].sort() };
}
