import { isSequence } from "@actions/workflow-parser/templates/tokens/type-guards";
import { conditionOf } from "./condition.ts";
import { childOf, type Template } from "./document.ts";

/** A step as a workflow or a composite action says it. */
export interface StepDefinition {
  readonly token: Template;
  /** As written, or made: `__run_2`, `__actions_checkout`. Unique in the job or the action. */
  readonly id: string;
  readonly name: Template | undefined;
  /** Expression. */
  readonly condition: string;
  readonly env: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  readonly work:
    | {
        readonly kind: "run";
        readonly script: Template;
        readonly shell: Template | undefined;
        readonly workingDirectory: Template | undefined;
      }
    | { readonly kind: "uses"; readonly uses: string; readonly token: Template; readonly with: Template | undefined };
}

/**
 * Reads a list of steps. Steps without an id get a made one that begins with `__`: it names the step in
 * `GITHUB_ACTION` and stays out of the `steps` context (actions/runner src/Sdk/WorkflowParser/Conversion/IdBuilder.cs;
 * src/Runner.Worker/ExecutionContext.cs, UpdateGlobalStepsContext).
 *
 * @param token value of a `steps` key
 */
export function readSteps(token: Template | undefined): readonly StepDefinition[] {
  if (token === undefined || !isSequence(token)) return [];
  const used = new Map<string, number>();
  return [...token].map((step) => readStep(step, used)).filter((step) => step !== undefined);
}

function readStep(step: Template, used: Map<string, number>): StepDefinition | undefined {
  const run = childOf(step, "run");
  const uses = childOf(step, "uses");
  const shared = {
    token: step,
    name: childOf(step, "name"),
    condition: conditionOf(childOf(step, "if")),
    env: childOf(step, "env"),
    continueOnError: childOf(step, "continue-on-error"),
    timeoutMinutes: childOf(step, "timeout-minutes"),
  };
  const given = childOf(step, "id")?.toString();
  if (run !== undefined) {
    const id = given ?? madeId("run", used);
    const [shell, workingDirectory] = [childOf(step, "shell"), childOf(step, "working-directory")];
    return { ...shared, id, work: { kind: "run", script: run, shell, workingDirectory } };
  }
  if (uses === undefined) return undefined;
  const text = uses.toString();
  const id = given ?? madeId(text.startsWith(".") || text.startsWith("$") ? "self" : text.replace(/@.*$/, ""), used);
  return { ...shared, id, work: { kind: "uses", uses: text, token: uses, with: childOf(step, "with") } };
}

function madeId(base: string, used: Map<string, number>): string {
  const id = `__${base.replace(/[^A-Za-z0-9_-]+/g, "_")}`;
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : `${id}_${count}`;
}
