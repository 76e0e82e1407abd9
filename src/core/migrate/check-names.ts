import {
  evaluateText,
  type JobDefinition,
  type Json,
  legName,
  parseWorkflowFile,
  readStrategy,
  type Scope,
  toValue,
  type WorkflowFile,
} from "../workflow/index.ts";
import { startsOf } from "./triggers.ts";

/** Names under which a workflow's jobs show up as checks. */
export interface CheckNames {
  readonly names: readonly string[];
  /** Jobs whose names only a run can tell. */
  readonly unknown: readonly string[];
}

const EMPTY: Scope = { contexts: {}, functions: [] };

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

function checksOf(workflow: WorkflowFile): CheckNames {
  const names: string[] = [];
  const unknown: string[] = [];
  for (const job of workflow.jobs) {
    const own = namesOfJob(job);
    if (own === undefined) unknown.push(job.id);
    // Jobs of a called workflow stand behind the caller's name; the road's are known.
    else if (job.call === undefined) names.push(...own);
    else if (/\/turnpike\/\.github\/workflows\/(?:pipeline|checks)\.ya?ml@/i.test(job.call.uses))
      names.push(...own.map((name) => `${name} / gate`));
    else names.push(...own.map((name) => `${name} / …`));
  }
  return { names, unknown };
}

/**
 * The names of the checks that pull requests and pushes get from a set of workflows.
 *
 * @param files texts by path
 * @returns names without repeats, sorted; a file that GitHub would refuse gives none
 */
export async function checkNames(files: ReadonlyMap<string, string>): Promise<CheckNames> {
  const names = new Set<string>();
  const unknown = new Set<string>();
  for (const [file, text] of files) {
    const parsed = await parseWorkflowFile(file, text);
    if (parsed.kind === "invalid") continue;
    const on = new Map(parsed.workflow.triggers.map(({ event }) => [event, null]));
    if (!startsOf(on).checks) continue;
    const own = checksOf(parsed.workflow);
    for (const name of own.names) names.add(name);
    for (const id of own.unknown) unknown.add(`${file}: ${id}`);
  }
  return { names: [...names].sort(), unknown: [...unknown].sort() };
}
