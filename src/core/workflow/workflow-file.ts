import { convertWorkflowTemplate } from "@actions/workflow-parser/model/convert";
import { isMapping, isSequence, isString } from "@actions/workflow-parser/templates/tokens/type-guards";
import type { Problem } from "../../errors.ts";
import { type CallInterface, readCallInterface, readDispatchInputs, type TypedInput } from "./call-interface.ts";
import { conditionOf } from "./condition.ts";
import { childOf, entriesOf, problemsOf, readWorkflowDocument, type Template } from "./document.ts";
import { type Permissions, readPermissions } from "./permissions.ts";
import { readSteps, type StepDefinition } from "./steps.ts";
import { explainKey, unsupportedKeys } from "./unsupported.ts";

/** An event that a workflow listens to. */
export interface Trigger {
  readonly event: string;
  /** Filters and inputs, when there are any. */
  readonly settings: Template | undefined;
  readonly token: Template;
}

/** A job as the file says it. */
export interface JobDefinition {
  readonly id: string;
  readonly token: Template;
  /** The whole mapping. */
  readonly job: Template;
  readonly name: Template | undefined;
  readonly needs: readonly string[];
  /** Expression. */
  readonly condition: string;
  readonly permissions: Permissions | undefined;
  readonly strategy: Template | undefined;
  readonly env: Template | undefined;
  readonly defaultsRun: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
  readonly runsOn: Template | undefined;
  readonly outputs: Template | undefined;
  readonly environment: Template | undefined;
  readonly steps: readonly StepDefinition[];
  /** Keys of it that `turnpike run` does not do; a job with any cannot take part. */
  readonly notDone: readonly Problem[];
  /** Set when the job calls a reusable workflow. */
  readonly call: CallDefinition | undefined;
}

/** A call of a reusable workflow. */
export interface CallDefinition {
  readonly uses: string;
  readonly token: Template;
  readonly with: Template | undefined;
  /** `inherit`, or a mapping. */
  readonly secrets: Template | undefined;
}

/** A workflow as its file says it. */
export interface WorkflowFile {
  /** How messages name it. */
  readonly label: string;
  readonly name: string | undefined;
  readonly runName: Template | undefined;
  readonly triggers: readonly Trigger[];
  readonly call: CallInterface | undefined;
  readonly dispatchInputs: readonly TypedInput[];
  readonly permissions: Permissions | undefined;
  readonly hasConcurrency: boolean;
  readonly env: Template | undefined;
  readonly defaultsRun: Template | undefined;
  readonly jobs: readonly JobDefinition[];
}

/** A file that was read, or everything that is wrong with it. */
export type ParsedWorkflow =
  | { readonly kind: "workflow"; readonly workflow: WorkflowFile }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/**
 * Reads a workflow file with GitHub's own parser and checks it: schema, `needs`, conditions and references.
 *
 * @param label how messages name the file
 * @param text YAML
 */
export async function parseWorkflowFile(label: string, text: string): Promise<ParsedWorkflow> {
  const { root, context, problems } = readWorkflowDocument(label, text);
  if (root === undefined || problems.length > 0) {
    return { kind: "invalid", problems: withoutRepeats(problems.map(explainKey)) };
  }
  // The conversion drops what an executor needs, but it checks what the schema cannot.
  await convertWorkflowTemplate(context, root);
  const found = withoutRepeats(problemsOf(label, context));
  if (found.length > 0) return { kind: "invalid", problems: found };
  const on = childOf(root, "on");
  const workflow: WorkflowFile = {
    label,
    name: childOf(root, "name")?.toString(),
    runName: childOf(root, "run-name"),
    triggers: readTriggers(on),
    call: readCallInterface(on),
    dispatchInputs: readDispatchInputs(on),
    permissions: readPermissions(childOf(root, "permissions")),
    hasConcurrency: childOf(root, "concurrency") !== undefined,
    env: childOf(root, "env"),
    defaultsRun: childOf(childOf(root, "defaults"), "run"),
    jobs: entriesOf(childOf(root, "jobs")).map(({ key, keyToken, value }) => ({
      ...readJob(key, keyToken, value),
      notDone: unsupportedKeys(label, value),
    })),
  };
  return { kind: "workflow", workflow };
}

/** One message a place. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ line, column }) => {
    const place = `${line}:${column}`;
    if (line === undefined) return true;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function readTriggers(on: Template | undefined): readonly Trigger[] {
  if (on === undefined) return [];
  if (isString(on)) return [{ event: on.value, settings: undefined, token: on }];
  if (isSequence(on)) return [...on].map((token) => ({ event: token.toString(), settings: undefined, token }));
  return entriesOf(on).map(({ key, keyToken, value }) => ({
    event: key,
    settings: isMapping(value) || isSequence(value) ? value : undefined,
    token: keyToken,
  }));
}

function readNeeds(token: Template | undefined): readonly string[] {
  if (token === undefined) return [];
  return isSequence(token) ? [...token].map((one) => one.toString()) : [token.toString()];
}

function readJob(id: string, token: Template, job: Template): Omit<JobDefinition, "notDone"> {
  const uses = childOf(job, "uses");
  return {
    id,
    token,
    job,
    name: childOf(job, "name"),
    needs: readNeeds(childOf(job, "needs")),
    condition: conditionOf(childOf(job, "if")),
    permissions: readPermissions(childOf(job, "permissions")),
    strategy: childOf(job, "strategy"),
    env: childOf(job, "env"),
    defaultsRun: childOf(childOf(job, "defaults"), "run"),
    continueOnError: childOf(job, "continue-on-error"),
    timeoutMinutes: childOf(job, "timeout-minutes"),
    runsOn: childOf(job, "runs-on"),
    outputs: childOf(job, "outputs"),
    environment: childOf(job, "environment"),
    steps: readSteps(childOf(job, "steps")),
    call:
      uses === undefined
        ? undefined
        : { uses: uses.toString(), token: uses, with: childOf(job, "with"), secrets: childOf(job, "secrets") },
  };
}
